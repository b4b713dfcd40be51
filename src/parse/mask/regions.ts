/** From the regions a lexer found to the masked text. */
import type { Span } from '../../types.js'
import type { CodeString, Masked, MaskedSpan } from '../document.js'
import { HOLE } from '../hole.js'

/** A template construct in a text; `codeStart` and `codeEnd` bound what stands between its delimiters. */
export interface Region extends Span {
  kind: MaskedSpan['kind']
  codeStart: number
  codeEnd: number
  /** Written at the beginning of the region: an HTML tag that means the same, never longer than its first line. */
  tag?: string
}

/** What the lexer of a template language finds in a text. */
export interface Lexed {
  regions: Region[]
  strings: CodeString[]
  /** Comments inside the code of regions; regions of kind `comment` need not be listed. */
  comments: Masked['comments']
}

/** Unclosed constructs after which the rest of a text is taken literally: each costs a search to the end of the text. */
export const MOST_UNCLOSED = 100

export function region(kind: Region['kind'], start: number, end: number, codeStart: number, codeEnd: number): Region {
  return { kind, start, end, codeStart, codeEnd: Math.max(codeStart, codeEnd) }
}

/** The result of a lexer that finds regions only. */
export function lexed(regions: Region[]): Lexed {
  return { regions, strings: [], comments: [] }
}

/** The masked text: same length, same `\r` and `\n`. Regions that begin inside another one are dropped. */
export function toMasked(text: string, found: Lexed): Masked {
  const regions = withoutOverlaps(found.regions, text.length)
  if (regions.length === 0) return { text, spans: [], strings: found.strings, comments: inOrder(found.comments) }
  const masked = fillAll(text, regions)
  const shown = text.includes('<!--') ? insideComments(masked, text, regions) : new Set<Region>()
  const kept = regions.filter((each) => !shown.has(each))
  const gone = (span: Span) => [...shown].some((each) => each.start <= span.start && span.end <= each.end)
  const ofRegions = kept
    .filter((each) => each.kind === 'comment')
    .map(({ start, end, codeStart, codeEnd }) => ({ start, end, text: text.slice(codeStart, codeEnd) }))
  return {
    text: shown.size === 0 ? masked : fillAll(text, kept),
    spans: kept.map(({ start, end, kind, codeStart, codeEnd }) => ({ start, end, kind, code: text.slice(codeStart, codeEnd) })),
    strings: shown.size === 0 ? found.strings : found.strings.filter((string) => !gone(string)),
    comments: inOrder([...ofRegions, ...found.comments.filter((comment) => shown.size === 0 || !gone(comment))]),
  }
}

/** Runs a second lexer over what a first one left, and puts both together. */
export function lexOver(text: string, first: Lexed, second: (text: string) => Lexed): Lexed {
  const regions = withoutOverlaps(first.regions, text.length)
  const rest = second(regions.length === 0 ? text : fillAll(text, regions))
  return {
    regions: [...regions, ...rest.regions],
    strings: [...first.strings, ...rest.strings].sort((one, other) => one.start - other.start),
    comments: [...first.comments, ...rest.comments],
  }
}

function inOrder<Each extends Span>(spans: Each[]): Each[] {
  return spans.sort((one, other) => one.start - other.start)
}

/** Sorted, outermost first, none inside or across another. */
function withoutOverlaps(regions: readonly Region[], length: number): Region[] {
  const sorted = [...regions].sort((one, other) => one.start - other.start || other.end - one.end)
  const kept: Region[] = []
  let reached = 0
  for (const each of sorted) {
    const end = Math.min(each.end, length)
    if (each.start < reached || end <= each.start) continue
    kept.push({ ...each, end, codeEnd: Math.max(each.codeStart, Math.min(each.codeEnd, end)) })
    reached = end
  }
  return kept
}

function fillAll(text: string, regions: readonly Region[]): string {
  const pieces: string[] = []
  let done = 0
  for (const each of regions) {
    pieces.push(text.slice(done, each.start), filling(text, each))
    done = each.end
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}

/**
 * An expression is one identifier: only its first line is holes, for two identifiers on two lines are no expression.
 * Directly after `<` or `</` a name must begin with an ASCII letter.
 */
function filling(text: string, { start, end, kind, tag }: Region): string {
  const source = text.slice(start, end)
  const blank = blanked(source)
  const afterTagOpen = text[start - 1] === '<' || (text[start - 1] === '/' && text[start - 2] === '<')
  const letter = afterTagOpen && kind !== 'comment' ? 'x' : kind === 'expression' ? HOLE : null
  const firstLine = /[\r\n]/.exec(source)?.index ?? source.length
  if (tag !== undefined && tag.length <= firstLine) return tag + blank.slice(tag.length)
  if (letter === null) return blank
  // `<A b={c}/>`: to HTML the slash belongs to an unquoted value, unless there is a space.
  const last = firstLine === source.length && firstLine > 1 && text[start - 1] === '=' && text.startsWith('/>', end) ? 1 : 0
  return letter.repeat(firstLine - last) + blank.slice(firstLine - last)
}

function blanked(source: string): string {
  const pieces: string[] = []
  const lineBreak = /[\r\n]+/g
  let done = 0
  for (let match = lineBreak.exec(source); match; match = lineBreak.exec(source)) {
    pieces.push(' '.repeat(match.index - done), match[0])
    done = lineBreak.lastIndex
  }
  pieces.push(' '.repeat(source.length - done))
  return pieces.join('')
}

/**
 * Regions that stand in an HTML comment, which stays as it is: what they give is not part of the page. The content of
 * a conditional comment counts as page.
 */
function insideComments(masked: string, text: string, regions: readonly Region[]): Set<Region> {
  const inside = new Set<Region>()
  let next = 0
  for (const comment of htmlComments(masked)) {
    while (next < regions.length && (regions[next] as Region).start < comment.start) next++
    for (; next < regions.length && (regions[next] as Region).start < comment.end; next++) {
      const each = regions[next] as Region
      if (each.end <= comment.end - 3 && !/--!?>/.test(text.slice(each.start, each.end))) inside.add(each)
    }
  }
  return inside
}

/** Ordinary HTML comments outside elements whose content is text. */
function htmlComments(text: string): Span[] {
  const comments: Span[] = []
  const opening = /<(?:!--|(script|style|textarea|title)\b)/gi
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (match[1] === undefined) {
      const close = text.indexOf('-->', match.index + 2)
      if (close < 0) break
      const end = close + 3
      if (!/^<!--\s*\[if\b/i.test(text.slice(match.index, match.index + 40))) comments.push({ start: match.index, end })
      opening.lastIndex = end
    } else {
      const close = new RegExp(`</${match[1]}`, 'gi')
      close.lastIndex = match.index
      if (!close.exec(text)) break
      opening.lastIndex = close.lastIndex
    }
  }
  return comments
}
