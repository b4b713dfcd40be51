/** The content of a string literal of server code: escapes decoded, interpolations as holes, positions kept. */
import { HOLE } from '../hole.js'
import type { MappedTextBuilder } from '../mapped-text.js'
import type { Interpolation, StringShape } from './syntax.js'

const SIMPLE: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  e: '\u001B',
  s: ' ',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '`': '`',
  '#': '#',
  $: '$',
  '\n': '',
}

/** Offset just after an interpolation that begins at `at`, or null when none begins there. */
export function interpolationEnd(text: string, at: number, interpolation: Interpolation, end: number): number | null {
  if (interpolation === null) return null
  const character = text[at]
  if (interpolation === 'hash') return character === '#' && text[at + 1] === '{' ? balancedEnd(text, at + 1, end) : null
  if (interpolation === 'brace') return character === '{' && text[at + 1] !== '{' ? balancedEnd(text, at, end) : null
  if (character !== '$') return null
  if (text[at + 1] === '{') return balancedEnd(text, at + 1, end)
  const name = /^\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/.exec(text.slice(at, Math.min(end, at + 120)))
  return name ? at + name[0].length : null
}

/** Longest interpolation, in UTF-16 units. */
const LONGEST = 1000

/** Offset after the brace that closes the one at `open`, or null; strings inside hide braces. */
function balancedEnd(text: string, open: number, end: number): number | null {
  let depth = 0
  const limit = Math.min(end, open + LONGEST)
  for (let at = open; at < limit; at++) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at + 1
    else if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1)
      const line = text.indexOf('\n', at)
      if (close > 0 && close < end && (line < 0 || close < line)) at = close
    }
  }
  return null
}

/** Placeholders of the format functions: `%s`, `%1$s`, `%(name)s`, `{0}`, `{0:N2}`, `%{name}`. */
const PLACEHOLDER = /%(?:\d+\$)?[svq](?![a-zA-Z])|%(?:\d+\$)?d(?![0-9a-fA-F])|%\(\w+\)[-+.\d]*[a-z]|%\{\w+\}|%<\w+>[a-z]|\{\d+(?::[^{}"'<>]*)?\}/y

/** `{name}`, `{}`, `{0.x!r:>10}` of Python's `str.format`. */
const FORMAT_FIELD = /\{[\w.[\]]*(?:![a-z])?(?::[^{}]*)?\}/y

/** Appends the content between `start` and `end` (offsets in `text`, without the delimiters). */
export function decodeString(
  builder: MappedTextBuilder,
  text: string,
  start: number,
  end: number,
  shape: StringShape,
  formatted: boolean,
): void {
  let done = start
  let at = start
  const flush = (to: number) => {
    builder.verbatim(text.slice(done, to), done)
  }
  const replace = (value: string, next: number) => {
    flush(at)
    builder.replaced(value, at)
    at = next
    done = next
  }
  while (at < end) {
    const character = text[at] as string
    if (character === '\\' && shape.escapes.startsWith('backslash') && at + 1 < end) {
      const escape = escapeAt(text, at, end, shape.escapes === 'backslash-kept')
      if (escape) replace(escape.value, at + escape.length)
      else at += 2
      continue
    }
    if (shape.escapes === 'doubled' && text.startsWith(shape.close + shape.close, at)) {
      replace(shape.close, at + 2 * shape.close.length)
      continue
    }
    const braces = shape.interpolation === 'brace' || formatted
    if (braces && (character === '{' || character === '}') && text[at + 1] === character && at + 1 < end) {
      replace(character, at + 2)
      continue
    }
    const interpolated = interpolationEnd(text, at, shape.interpolation, end)
    if (interpolated !== null) {
      replace(HOLE, interpolated)
      continue
    }
    if (character === '%' || character === '{') {
      const pattern = formatted && character === '{' ? FORMAT_FIELD : PLACEHOLDER
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (found && at + found[0].length <= end) {
        replace(HOLE, at + found[0].length)
        continue
      }
    }
    at++
  }
  flush(end)
}

function escapeAt(text: string, at: number, end: number, kept: boolean): { value: string; length: number } | null {
  const code = text.slice(at, Math.min(end, at + 12))
  const unicode = /^\\(?:u\{([0-9a-fA-F]{1,6})\}|u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2}))/.exec(code)
  if (unicode) {
    const value = parseInt(unicode[1] ?? unicode[2] ?? unicode[3] ?? unicode[4] ?? '0', 16)
    if (value <= 0x10ffff) return { value: String.fromCodePoint(value), length: unicode[0].length }
  }
  if (code.startsWith('\\\r\n')) return { value: '', length: 3 }
  const next = code[1] as string
  const simple = SIMPLE[next]
  if (simple !== undefined) return { value: simple, length: 2 }
  return kept ? null : { value: next, length: 2 }
}
