/** Quoted strings and heredocs of PHP. https://www.php.net/manual/en/language.types.string.php */
import { HOLE } from '../../hole.js'
import type { MappedTextBuilder } from '../../mapped-text.js'

/**
 * Offset just after the string that begins at `open`; `limit` when it is not closed. A `{$…}` in a double-quoted string
 * may hold further strings.
 */
export function quotedEnd(text: string, open: number, limit: number): number {
  const quote = text[open] as string
  for (let at = open + 1; at < limit; at++) {
    const character = text[at]
    if (character === quote) return at + 1
    if (character === '\\') at++
    else if (quote !== "'" && character === '{' && text[at + 1] === '$') {
      const end = braceEnd(text, at, limit)
      if (end !== null) at = end - 1
    }
  }
  return limit
}

/** Interpolations longer than this are taken for text, so that a lone `{$` costs little. */
const LONGEST_INTERPOLATION = 2000

/** Offset after the brace that closes the one at `open`, or null. Strings inside hide braces. */
function braceEnd(text: string, open: number, limit: number): number | null {
  const stop = Math.min(limit, open + LONGEST_INTERPOLATION)
  let depth = 0
  for (let at = open; at < stop; at++) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at + 1
    else if (character === "'" || character === '"') {
      let close = at + 1
      while (close < stop && text[close] !== character) close += text[close] === '\\' ? 2 : 1
      if (close < stop) at = close
    }
  }
  return null
}

/** The heredoc whose `<<<` ends at `from`, or null when there is none. `bodyEnd` is before the last line break. */
export function heredocBody(text: string, from: number) {
  const opening = /[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*(?:\r\n|\n|\r)/y
  opening.lastIndex = from
  const head = opening.exec(text)
  if (!head) return null
  const bodyStart = opening.lastIndex
  // https://www.php.net/manual/en/migration73.new-features.php: the end may be indented and followed by anything.
  const closing = new RegExp(`(?:\\r\\n|\\n|\\r)[ \\t]*${head[2]}(?!\\w)`, 'g')
  closing.lastIndex = bodyStart - 1
  const close = closing.exec(text)
  if (!close) return null
  return { literal: head[1] === "'", bodyStart, bodyEnd: Math.max(bodyStart, close.index), end: closing.lastIndex }
}

const SIMPLE_ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', v: '\v', e: '\u001B', f: '\f', '\\': '\\', $: '$' }

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/y
const INTERPOLATION = /\$[A-Za-z_]\w*(?:\[[^\]\r\n'"]*\]|\?->\w+|->[A-Za-z_]\w*)?/y
/** https://www.php.net/manual/en/function.sprintf.php */
const PLACEHOLDER = /%(?:%|(?:\d+\$)?[-+0 ]?(?:'.)?\d*(?:\.\d+)?[bcdeEfFgGosuxX])/y

export interface QuotedForm {
  /** The delimiter that a backslash can stand before; null in a nowdoc, where nothing is an escape. */
  quote: "'" | '"' | 'heredoc' | null
  /** The string is the format of `sprintf` or the like. */
  format: boolean
}

/** Appends the content of a string between two offsets: escapes decoded, interpolations and placeholders as holes. */
export function decodeQuoted(builder: MappedTextBuilder, text: string, start: number, end: number, form: QuotedForm): void {
  let done = start
  let at = start
  const put = (piece: string, to: number) => {
    builder.verbatim(text.slice(done, at), done).replaced(piece, at)
    at = to
    done = to
  }
  while (at < end) {
    const character = text[at] as string
    if (character === '\\' && form.quote !== null) {
      const found = escapeAt(text, at, form.quote)
      if (found && at + found.length <= end) put(found.text, at + found.length)
      else at += Math.min(2, end - at)
    } else if ((character === '$' || character === '{') && (form.quote === '"' || form.quote === 'heredoc')) {
      const to = interpolationEnd(text, at, end)
      if (to === null) at++
      else put(HOLE, to)
    } else if (character === '%' && form.format) {
      PLACEHOLDER.lastIndex = at
      const found = PLACEHOLDER.exec(text)
      if (found && at + found[0].length <= end) put(found[0] === '%%' ? '%' : HOLE, at + found[0].length)
      else at++
    } else {
      at++
    }
  }
  builder.verbatim(text.slice(done, end), done)
}

function escapeAt(text: string, at: number, quote: "'" | '"' | 'heredoc'): { text: string; length: number } | null {
  const next = text[at + 1] ?? ''
  if (quote === "'") return next === "'" || next === '\\' ? { text: next, length: 2 } : null
  ESCAPE.lastIndex = at
  const match = ESCAPE.exec(text)
  if (!match) return null
  const [whole, unicode, hexadecimal, octal, simple] = match
  const length = whole.length
  if (unicode !== undefined) {
    const code = Number.parseInt(unicode, 16)
    return code > 0x10ffff ? null : { text: String.fromCodePoint(code), length }
  }
  if (hexadecimal !== undefined) return { text: String.fromCharCode(Number.parseInt(hexadecimal, 16)), length }
  if (octal !== undefined) return { text: String.fromCharCode(Number.parseInt(octal, 8) & 0xff), length }
  if (simple === quote) return { text: quote, length }
  const plain = Object.hasOwn(SIMPLE_ESCAPES, simple ?? '') ? SIMPLE_ESCAPES[simple ?? ''] : undefined
  return plain === undefined ? null : { text: plain, length }
}

function interpolationEnd(text: string, at: number, end: number): number | null {
  const braces = text.startsWith('{$', at) ? at : text.startsWith('${', at) ? at + 1 : -1
  if (braces >= 0) return braceEnd(text, braces, end)
  INTERPOLATION.lastIndex = at
  const found = INTERPOLATION.exec(text)
  return found && at + found[0].length <= end ? at + found[0].length : null
}
