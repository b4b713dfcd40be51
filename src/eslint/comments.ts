/** The comments of a file that is no plain script, whatever language they are in, as ESLint wants them. */
import { lineIndexAt, lineStartsOf } from '../lines.js'
import { parseScript } from '../parse/javascript.js'
import { parseFile } from '../parse/parse.js'
import type { Span } from '../types.js'
import type { HostComment, LocationOf } from './host.js'

/** Locations of spans in this text; lines are counted once. */
export function locator(text: string): LocationOf {
  const starts = lineStartsOf(text)
  const place = (offset: number): HostComment['loc']['start'] => {
    const inside = Math.max(0, Math.min(offset, text.length))
    const index = lineIndexAt(starts, inside)
    return { line: index + 1, column: inside - (starts[index] ?? 0) }
  }
  return ({ start, end }) => ({ start: place(start), end: place(end) })
}

/**
 * Comments of markup, of the template language and of the scripts in the page, in the order of the text. ESLint reads
 * directives from them and nothing else: without the word there is nothing to parse for.
 */
export function readComments(path: string, text: string): HostComment[] {
  if (!/\beslint(?:-|\s)/.test(text)) return []
  const file = parseFile(path, text)
  const found = new Map<number, Span & { text: string }>()
  for (const comment of file.comments) found.set(comment.start, comment)
  for (const fragment of file.fragments) {
    const { code } = fragment
    if (!code.text.includes('eslint')) continue
    for (const comment of parseScript(code.text, fragment).comments) {
      const start = code.toFile(comment.start)
      found.set(start, { start, end: code.toFile(comment.end), text: comment.text })
    }
  }
  const locationOf = locator(text)
  return [...found.values()]
    .sort((left, right) => left.start - right.start)
    .map((comment) => ({
      type: text.startsWith('//', comment.start) ? 'Line' : 'Block',
      value: comment.text,
      range: [comment.start, comment.end],
      loc: locationOf(comment),
    }))
}
