/** Whether a region that a page fills is shown by a layout around it. */
import type { FileFacts, TemplateBlock } from '../../facts/facts.js'

/** Regions around an offset that only a layout shows. */
function filledAround(facts: FileFacts, offset: number | null): TemplateBlock[] {
  if (offset === null) return []
  return facts.blocks.filter(({ fills, start, end }) => fills === true && start <= offset && offset < end)
}

/**
 * True for a place that one of the layouts shows, or that stands in no region to be filled. `layouts`: all that stand
 * around the page; null when they are not known.
 */
export function isOffered(facts: FileFacts, offset: number | null, layouts: readonly FileFacts[] | null): boolean {
  const filled = filledAround(facts, offset)
  if (filled.length === 0 || layouts === null) return true
  // A section needs a layout; other pages are shown as they are without one.
  if (layouts.length === 0) return facts.language !== 'razor'
  // What a content of a GSP page holds is taken out of its body.
  const own = facts.language === 'gsp' ? filled.slice(-1) : filled
  const names = new Set(['*', ...own.map(({ name }) => name)])
  // What a Blade template pushes or fills itself shows nothing; where it lies among the layouts says nothing either.
  return layouts.some(({ blocks }) => blocks.some(({ name, fills }) => names.has(name) && !(fills && facts.language === 'blade')))
}

/** Sections of a view that another brings in go to no layout. https://learn.microsoft.com/aspnet/core/mvc/views/partial */
export function isLostInPart(facts: FileFacts, offset: number | null): boolean {
  return facts.language === 'razor' && filledAround(facts, offset).length > 0
}

/** A macro of FreeMarker shows nothing where it stands, nor where its file is included: only where it is called. */
export function isOnlyCalled(facts: FileFacts, offset: number | null): boolean {
  return facts.language === 'freemarker' && offset !== null
    && facts.blocks.some(({ isCalled, start, end }) => isCalled === true && start <= offset && offset < end)
}
