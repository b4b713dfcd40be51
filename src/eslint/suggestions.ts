/**
 * What an editor can offer to change. Nothing is ever changed without being asked for: what a call does for the business
 * is not for a linter to know.
 */
import type { Finding, Span } from '../types.js'

export interface Suggestion {
  description: string
  /** Offsets of what is replaced. */
  range: [number, number]
  text: string
}

/** Calls longer than this are looked at by people. In UTF-16 units. */
const LONGEST = 4_000

interface Bracket {
  open: string
  start: number
  /** Offsets of the commas at this level. */
  commas: number[]
}

/**
 * Parts between brackets and commas of a piece of code, from the outside in: for each bracket that is around an offset,
 * the part the offset is in. Strings, templates and comments are skipped; null when brackets do not fit together.
 */
function partsAround(text: string, span: Span, offset: number): { open: string; before: string; part: Span; isFirst: boolean; isLast: boolean }[] | null {
  const open: Bracket[] = []
  const around: { open: string; before: string; part: Span; isFirst: boolean; isLast: boolean }[] = []
  for (let at = span.start; at < span.end; at++) {
    const character = text[at] as string
    if (character === '"' || character === '\'' || character === '`') {
      const end = endOfString(text, at, span.end)
      if (end < 0) return null
      at = end
    } else if (text.startsWith('//', at)) at = Math.max(at, text.indexOf('\n', at) < 0 ? span.end : text.indexOf('\n', at))
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) < 0 ? span.end : text.indexOf('*/', at) + 1
    else if ('([{'.includes(character)) open.push({ open: character, start: at, commas: [] })
    else if (character === ',') open.at(-1)?.commas.push(at)
    else if (')]}'.includes(character)) {
      const bracket = open.pop()
      if (!bracket) return null
      if (bracket.start > offset || at < offset) continue
      const cuts = [bracket.start, ...bracket.commas, at]
      const index = cuts.findIndex((cut, position) => cut < offset && (cuts[position + 1] ?? Infinity) >= offset)
      if (index < 0) return null
      around.unshift({
        open: bracket.open, before: text.slice(span.start, bracket.start).trimEnd().slice(-1),
        part: { start: (cuts[index] as number) + 1, end: cuts[index + 1] as number }, isFirst: index === 0, isLast: index === cuts.length - 2,
      })
    }
  }
  return open.length > 0 ? null : around
}

function endOfString(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at
    else if (text[at] === '\n' && text[start] !== '`') return -1
    else if (text[start] === '`' && text.startsWith('${', at)) return -1
  }
  return -1
}

/** The property of an object in the call that holds the data, with its comma. */
function dropField(text: string, { file, span, flow, dataCategories }: Finding): Suggestion | null {
  if (flow.length === 0 || dataCategories.length === 0) return null
  const offset = placeInCall(text, { file, span, flow })
  if (offset === null) return null
  const objects = partsAround(text, span, offset)?.filter(({ open, before }) => open === '{' && /[(,:=[?]/.test(before)) ?? []
  const found = objects.at(-1)
  if (!found) return null
  const { part, isFirst, isLast } = found
  const name = /^\s*(?:\.\.\.)?["']?([\w$-]+)/.exec(text.slice(part.start, part.end))?.[1]
  if (name === undefined) return null
  // With the comma behind it, or, of the last, the one before it.
  const range: [number, number] = isLast ? [isFirst ? part.start : part.start - 1, trimmedEnd(text, part)] : [part.start, part.end + 1]
  return { description: `Drop \`${name}\` from what is sent`, range, text: '' }
}

/**
 * Where in the call the data is put into what is sent: a step of the way that stands there, else the one place that names
 * what the data was last kept in (`kept in \`form\``). Null where that is not plain.
 */
function placeInCall(text: string, { file, span, flow }: Pick<Finding, 'file' | 'span' | 'flow'>): number | null {
  const inside = flow.filter((step) => step.file === file && step.span.start > span.start && step.span.end <= span.end).at(-1)
  if (inside) return inside.span.start
  const kept = flow.slice(0, -1).filter((step) => step.file === file).at(-1)
  const name = kept && /`([A-Za-z_$][\w$]*)`$/.exec(kept.note)?.[1]
  if (!name) return null
  const places = [...text.slice(span.start, span.end).matchAll(/[A-Za-z_$][\w$]*/g)].filter((match) =>
    match[0] === name && !/[.\w$'"`]$/.test(text.slice(0, span.start + match.index)) && !/^\s*:/.test(text.slice(span.start + match.index + name.length)))
  return places.length === 1 ? span.start + (places[0]?.index ?? 0) : null
}

function trimmedEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length
}

/** The statement or element, with its line when nothing else stands on it. */
function removal(text: string, { span, tracker }: Finding): Suggestion | null {
  if (tracker === null || span.end <= span.start) return null
  const isElement = /^<(?:script|img|iframe|noscript|link)\b/i.test(text.slice(span.start, span.start + 12))
  const before = text.slice(0, span.start).trimEnd().slice(-1)
  const lineBefore = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start)
  const after = /^[ \t]*;?/.exec(text.slice(span.end))?.[0] ?? ''
  const following = text.slice(span.end + after.length).trimStart()[0] ?? ''
  const isStatement = lineBefore.trim() === '' ? /[{};>)]|^$/.test(before) || !/[=(,?:&|+.[]/.test(before) : /[{};>]/.test(before)
  const ends = after.includes(';') || following === '' || following === '}' || following === '<' || /^[ \t]*\r?\n/.test(text.slice(span.end))
  if (!isElement && !(isStatement && ends && !/^[.(,?[]/.test(following))) return null
  let [start, end] = [span.start, span.end + (isElement ? 0 : after.length)]
  const restOfLine = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0]
  if (lineBefore.trim() === '' && restOfLine !== undefined) {
    start -= lineBefore.length
    end += restOfLine.length
  }
  return { description: isElement ? 'Remove this element' : 'Remove this call', range: [start, end], text: '' }
}

/** The switch that the rule knows to work, where it has to stand. */
function switching({ edit }: Finding): Suggestion | null {
  return edit === undefined ? null : { description: edit.description, range: [edit.span.start, edit.span.end], text: edit.text }
}

/** None where it is not plain from the text what would have to go. */
export function suggestionsFor(text: string, finding: Finding): Suggestion[] {
  if (finding.span.end - finding.span.start > LONGEST || finding.suppressed !== null) return []
  return [switching(finding), dropField(text, finding), removal(text, finding)].filter((each) => each !== null)
}
