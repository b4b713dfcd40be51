/**
 * Which templates bring a template in: includes, layouts with their regions, tag files. The reverse index is built from
 * a quick look at the texts; only files that seem to name the template are parsed.
 */
import type { FrameworkHost } from '../frameworks/framework.js'
import { ANY_TEMPLATE, mayNameTemplates, stemOf, TEMPLATES } from '../frameworks/template-mentions.js'
import type { FileFacts, TemplateReference } from '../facts/facts.js'
import { isServerLanguage, type Language } from '../parse/languages.js'
import type { ReachEdge, ReachNode } from '../types.js'
import { directoryOf, joinPath } from './path-index.js'
import { isProductFile } from './product-files.js'
import { isLostInPart, isOnlyCalled } from './routing/filled-regions.js'
import { memoised } from './memoised.js'

export interface Templates {
  /** Edges into a template from the templates that bring it in. */
  edges(node: ReachNode, offset: number | null, regions: readonly string[]): ReachEdge[]
  /** The layouts that a template names, the nearest first; null when one of them is not there. */
  layoutsOf(file: string): readonly string[] | null
  /** All templates that a template brings in or is put into by its own lines; null when one of them is not there. */
  surroundingsOf(file: string): readonly string[] | null
}

/** More templates around a page are not looked through. */
const MOST_AROUND = 200

export function createTemplates(host: FrameworkHost, rootsFor: (file: string) => readonly string[]): Templates {
  const byStem = memoised(() => stemIndex(host))
  const mentions = memoised(() => mentionIndex(host))
  const resolved = new Map<string, readonly string[]>()
  const filesNamed = (from: string, reference: TemplateReference): readonly string[] => {
    const key = `${directoryOf(from)}|${reference.target}`
    let found = resolved.get(key)
    if (!found) {
      found = resolveReference(host, byStem(), rootsFor(from), from, reference)
      resolved.set(key, found)
    }
    return found
  }
  // A page may hold thousands of tags that could be templates, and it is asked about once for each template of their names.
  const byTarget = new Map<string, ReadonlyMap<string, TemplateReference[]>>()
  const referencesTo = (from: string, file: string): readonly TemplateReference[] => {
    let found = byTarget.get(from)
    if (!found) {
      const index = new Map<string, TemplateReference[]>()
      for (const reference of host.facts(from).references) for (const named of new Set(filesNamed(from, reference))) add(index, named, reference)
      byTarget.set(from, found = index)
    }
    return found.get(file) ?? []
  }
  const namers = new Map<string, readonly string[]>()
  const namersOf = (file: string): readonly string[] => {
    let found = namers.get(file)
    if (!found) {
      const named = new Set([...mentions().get(stemOf(file)) ?? [], ...mentions().get(ANY_TEMPLATE) ?? []])
      namers.set(file, found = [...named].filter((from) => referencesTo(from, file).length > 0))
    }
    return found
  }
  const layoutsOf: Templates['layoutsOf'] = (file) => {
    const found: string[] = []
    for (let at = [file]; at.length > 0 && found.length < 20;) {
      const named = at.flatMap((path) => host.facts(path).references.filter(({ kind }) => kind === 'extends').map((reference) => filesNamed(path, reference)))
      if (named.some((files) => files.length === 0)) return null
      at = named.flat().filter((path) => !found.includes(path))
      found.push(...at)
    }
    return found
  }
  const surroundingsOf: Templates['surroundingsOf'] = (file) => {
    const found = [file]
    for (let at = 0; at < found.length && at < MOST_AROUND; at++) {
      const path = found[at] as string
      const named = new Map<number, string[]>()
      // A tag of a component may be one of several files.
      for (const reference of host.facts(path).references) {
        named.set(reference.start, [...named.get(reference.start) ?? [], ...filesNamed(path, reference)])
      }
      if ([...named.values()].some((files) => files.length === 0)) return null
      found.push(...[...named.values()].flat().filter((each, index, all) => !found.includes(each) && all.indexOf(each) === index))
    }
    return found.length > MOST_AROUND ? null : found
  }
  const edges: Templates['edges'] = (node, offset, regions) => {
    if (!TEMPLATES.test(node.file)) return []
    const found: ReachEdge[] = []
    const called = host.facts(node.file).blocks.filter((block) => block.isCalled).map(({ name }) => name)
    const own = called.length > 0 ? [node.file] : []
    for (const path of new Set([...namersOf(node.file), ...own])) {
      if (path === node.file && own.length === 0) continue
      for (const reference of referencesTo(path, node.file)) {
        const around = reference.kind === 'extends' ? regionsAround(host.facts(node.file), offset, regions) : []
        if (isOverridden(around, host.facts(path))) continue
        if (reference.kind === 'include' && isLostInPart(host.facts(node.file), offset)) continue
        // A name that the file defines means what it defines, and not all of it.
        const part = reference.part ?? called.find((name) => name === reference.target)
        if (part === undefined && isOnlyCalled(host.facts(node.file), offset)) continue
        if (part !== undefined && !isInPart(host.facts(node.file), part, offset)) continue
        found.push({
          from: { file: path, unit: null }, offset: reference.start, kind: reference.kind === 'extends' ? 'extends' : 'include',
          certainty: reference.certainty ?? (reference.target.includes('*') ? 'possible' : 'exact'), to: node, regions: around,
        })
      }
    }
    return found
  }
  return { edges, layoutsOf, surroundingsOf }
}

/** Names of the regions around a place of a layout: those it stands in, and those that a way to it went through. */
export function regionsAround(facts: FileFacts, offset: number | null, regions: readonly string[]): string[] {
  const own = offset === null ? [] : facts.blocks.filter((block) => block.start <= offset && offset < block.end)
  return [...new Set([...regions, ...own.map(({ name }) => name)])].filter((name) => !name.startsWith('macro '))
}

/** A place inside a region that the child fills itself is not shown on the child's page. */
export function isOverridden(regions: readonly string[], child: FileFacts): boolean {
  return regions.some((name) => {
    const own = child.blocks.filter((block) => block.name === name)
    return own.length > 0 && own.every((block) => !block.keepsParent)
  })
}

/**
 * True for a place in the named region of a template, and in all of one that has no region of that name, unless what it
 * has are parts that are called by name.
 */
function isInPart(facts: FileFacts, part: string, offset: number | null): boolean {
  if (offset === null) return true
  const regions = facts.blocks.filter(({ name }) => name === part)
  if (regions.length === 0) return !facts.blocks.some(({ isCalled }) => isCalled)
  return regions.some((block) => block.start <= offset && offset < block.end)
}

/** Engines in which a template that extends another gives it regions, and nothing else of it is shown. */
const REGIONS_ONLY = new Set<Language>(['jinja', 'django', 'twig', 'nunjucks'])
/** Statements outside of all regions that act all the same: they name the layout, or what the regions use. */
const ACTS = /^[-+~]?\s*(?:extends|import|from|use)\b/
const OPENS_DEFINITION = /^[-+~]?\s*(?:set\s+[\w.]+\s*[-+~]?$|call\b)/
const CLOSES_DEFINITION = /^[-+~]?\s*end(?:set|call)\b/

/**
 * The regions of a template around an offset, as a key: places with the same key are shown on the same pages. Null for
 * text that is shown nowhere, because it stands outside of all regions of a template that extends another.
 */
export function regionAt(facts: FileFacts, offset: number | null): string | null {
  if (offset === null) return ''
  // The functions of server code are called apart.
  if (isServerLanguage(facts.language)) return String(offset)
  if (facts.hidden.some(({ start, end }) => start <= offset && offset < end)) return null
  if (facts.references.length + facts.blocks.length === 0) return ''
  const around = facts.blocks.filter((block) => block.start <= offset && offset < block.end)
  if (around.length > 0) return around.map((block) => block.start).join(' ')
  if (!REGIONS_ONLY.has(facts.language) || !facts.references.some(({ kind }) => kind === 'extends')) return ''
  let definitions = 0
  for (const span of facts.templateSpans) {
    if (span.start > offset) break
    if (span.kind === 'comment') continue
    if (offset < span.end && ACTS.test(span.code)) return ''
    if (OPENS_DEFINITION.test(span.code.trimEnd())) definitions++
    else if (CLOSES_DEFINITION.test(span.code)) definitions--
  }
  return definitions > 0 ? '' : null
}

function stemIndex(host: FrameworkHost): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const path of host.under('')) if (TEMPLATES.test(path) && isProductFile(path)) add(index, stemOf(path), path)
  return index
}

/** For each stem, the files whose text seems to name a template of that stem. */
function mentionIndex(host: FrameworkHost): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const path of host.under('')) {
    if (!mayNameTemplates(path) || !isProductFile(path)) continue
    for (const stem of host.templateMentions(path)) add(index, stem, path)
  }
  return index
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The files a reference names: below a root, relative to its own directory, else the nearest whose path ends so. */
function resolveReference(
  host: FrameworkHost, byStem: ReadonlyMap<string, string[]>, roots: readonly string[], from: string,
  reference: Pick<TemplateReference, 'target'>,
): string[] {
  const target = reference.target.replace(/^["']|["']$/g, '').replace(/\\/g, '/')
  const isBlade = from.endsWith('.blade.php')
  if (target.includes('*')) return globbed(host, from, isBlade ? `${target.replace(/[.:]+/g, '/')}.blade.php` : target)
  if (!target.startsWith('.')) {
    const ending = /\.\w+$/.exec(from)?.[0] ?? ''
    const inRoot = roots.flatMap((root) => [joinPath(root, target), joinPath(root, target + ending)])
      .find((path) => path !== null && host.has(path)) ?? namedInRoot(byStem, roots, target, isBlade)
    if (inRoot) return [inRoot]
  }
  const direct = joinPath(target.startsWith('/') ? '' : directoryOf(from), target)
  if (direct !== null && host.has(direct)) return [direct]
  for (const wanted of spellings(target, isBlade)) {
    const found = (byStem.get(stemOf(wanted)) ?? []).filter((path) => endsWith(path, wanted))
    if (found.length > 0) return atRoot(wanted, nearest(from, found))
  }
  return []
}

/** The template of a root that is called so without its extension: `layouts.app`, `partials/header`. */
function namedInRoot(
  byStem: ReadonlyMap<string, string[]>, roots: readonly string[], target: string, isBlade: boolean,
): string | undefined {
  const names = spellings(target, isBlade)
  for (const root of roots) {
    for (const wanted of names) {
      const directory = joinPath(root, directoryOf(wanted))
      const found = (byStem.get(stemOf(wanted)) ?? []).find((path) => directoryOf(path) === directory && endsWith(path, wanted))
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** `a.b` may be `a/b` (Blade), `ns:tag` is `ns/tag`, `@Bundle/x` and `~/x` drop their first part. */
function spellings(target: string, isBlade: boolean): string[] {
  const clean = target.replace(/^(\.{0,2}\/)+|^~\/|^@\w+\/|^\/+/g, '')
  const found = [clean]
  // A Blade template is never named with its extension: `layouts.theme`, `parts.tag`.
  if (/^[\w-]+(\.[\w-]+)+$/.test(clean) && (isBlade || !TEMPLATES.test(clean))) found.push(clean.replace(/\./g, '/'))
  if (clean.includes(':')) {
    found.push(clean.replace(/:+/g, '/').replace(/\./g, '/'))
    // The prefix of a tag file is often declared in another file, for all.
    const tag = clean.slice(clean.lastIndexOf(':') + 1)
    found.push(`tags/${tag}.tag`, `tags/${tag}.tagx`)
  }
  return found
}

/** True when a path, without its extensions and a leading underscore of its name, ends with the wanted one. */
function endsWith(path: string, wanted: string): boolean {
  const lower = path.toLowerCase()
  const goal = wanted.toLowerCase()
  if (lower === goal || lower.endsWith(`/${goal}`)) return true
  const bare = `${directoryOf(lower)}/${stemOf(lower)}`
  const directory = directoryOf(goal)
  const goalBare = directory === '' ? stemOf(goal) : `${directory}/${stemOf(goal)}`
  if (TEMPLATES.test(goal) && !lower.endsWith(goal.slice(goal.lastIndexOf('.')))) return false
  return bare === goalBare || bare.endsWith(`/${goalBare}`)
}

/** Those that share the longest way from the root with the file that names them. */
function nearest(from: string, found: readonly string[]): string[] {
  const shared = (path: string): number => {
    const a = from.split('/')
    const b = path.split('/')
    let count = 0
    while (count < a.length - 1 && a[count] === b[count]) count++
    return count
  }
  const best = Math.max(...found.map(shared))
  return found.filter((path) => shared(path) === best)
}

/** Directories that names of templates count from. */
const ROOTS = /(?:^|\/)(?:_?includes?|_?partials?|_?layouts?|_?components|views?|templates?|snippets|shared|common|source|src|layouts\/_default)$/i

/** Where several fit, those that stand directly in such a directory: `nav.html` is no `patients/nav.html`. */
function atRoot(wanted: string, found: string[]): string[] {
  if (found.length < 2) return found
  const depth = wanted.split('/').length
  const direct = found.filter((path) => ROOTS.test(path.split('/').slice(0, -depth).join('/')))
  return direct.length > 0 ? direct : found
}

function globbed(host: FrameworkHost, from: string, target: string): string[] {
  const base = target.startsWith('./') || target.startsWith('../') ? joinPath(directoryOf(from), target) : target.replace(/^\/+/, '')
  if (base === null) return []
  const pattern = new RegExp(`(^|/)${base.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}$`)
  // A name that is almost all unknown names everything, which says nothing.
  if (base.replace(/[*./]|php|html/g, '').length < 3) return []
  return host.under('').filter((path) => pattern.test(path))
}
