/**
 * Regions that a page fills for whatever layout stands around it, and those that layouts show: sections of Razor, head,
 * body and contents of GSP.
 */
import type { ParsedFile } from '../../parse/document.js'
import type { TemplateBlock } from '../facts.js'

/** In order of their beginnings. */
export function sectionBlocks(parsed: ParsedFile): TemplateBlock[] {
  switch (parsed.language) {
    case 'razor': return razorSections(parsed)
    case 'gsp': return gspRegions(parsed)
    default: return []
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// https://learn.microsoft.com/aspnet/core/mvc/views/layout#sections

const SECTION = /^section\s+([\w-]+)\s*$/
const RENDERS = /\bRenderSection(?:Async)?\(\s*(?:name:\s*)?(?:"([\w-]+)"|\w)/g

function razorSections({ spans, text }: ParsedFile): TemplateBlock[] {
  const blocks: TemplateBlock[] = []
  let open: TemplateBlock | null = null
  for (const { kind, code, start, end } of spans) {
    if (kind === 'comment') continue
    const name = SECTION.exec(code)?.[1]
    if (name !== undefined) {
      open = { name, keepsParent: false, fills: true, start, end: text.length }
      blocks.push(open)
    } else if (open && code === '' && text[start] === '}') {
      open.end = end
      open = null
    }
    // A name that is computed may be any.
    for (const match of code.matchAll(RENDERS)) blocks.push({ name: match[1] ?? '*', keepsParent: false, start, end })
  }
  return blocks
}

// ---------------------------------------------------------------------------------------------------------------------
// https://gsp.grails.org/latest/guide/index.html#layouts

const SHOWS = /<g:layout(Head|Body)\b|\bpageProperty\b[^>}]{0,100}?\bname\s*[=:]\s*["']page\.([\w-]+)/g

function gspRegions({ markup, text, spans }: ParsedFile): TemplateBlock[] {
  const isComment = (offset: number): boolean => spans.some(({ kind, start, end }) => kind === 'comment' && start <= offset && offset < end)
  const shown = [...text.matchAll(SHOWS)].filter(({ index }) => !isComment(index)).map((match): TemplateBlock => ({
    name: match[1] === undefined ? `content ${match[2]}` : match[1].toLowerCase(), keepsParent: false,
    start: match.index, end: match.index + match[0].length,
  }))
  // A layout is shown as it is, unless it has one itself.
  if (shown.length > 0 && !/<meta\s+name\s*=\s*["']layout["']/.test(text)) return shown
  const filled = markup.elements.flatMap(({ tag, attributes, content }): TemplateBlock[] => {
    const name = attributes.find((attribute) => attribute.name === 'tag')?.value.text
    const region = tag === 'head' || tag === 'body' ? tag : tag === 'content' && name !== undefined ? `content ${name}` : null
    return region === null ? [] : [{ name: region, keepsParent: false, fills: true, ...content }]
  })
  return [...filled, ...shown].sort((a, b) => a.start - b.start)
}
