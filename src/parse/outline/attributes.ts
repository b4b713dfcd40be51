/** Attributes of the tags of HAML, Slim and Pug as a line scanner reads them. */
import type { MarkupElement } from '../document.js'
import { sliceText } from '../mapped-text.js'
import type { OutlineBuilder } from './document.js'
import { expressionValue } from './values.js'

type Host = 'ruby' | 'javascript'

const CLOSER: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

/** Offset after the bracket that closes the one at `open`; brackets in strings do not count. Null when none does. */
export function bracketEnd(source: string, open: number): number | null {
  const closers: string[] = []
  const limit = Math.min(source.length, open + 20_000)
  for (let at = open; at < limit; at++) {
    const character = source[at] as string
    if (character === '"' || character === "'" || character === '`') at = stringEnd(source, at, limit) - 1
    else if (CLOSER[character] !== undefined) closers.push(CLOSER[character] as string)
    else if (character === closers.at(-1)) {
      closers.pop()
      if (closers.length === 0) return at + 1
    }
  }
  return null
}

function stringEnd(source: string, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === source[open]) return at + 1
  }
  return open + 1
}

/** Offset where the expression at `from` ends: before one of `stops` outside brackets and strings, or at `to`. */
function expressionEnd(source: string, from: number, to: number, stops: RegExp): number {
  let at = from
  while (at < to) {
    const character = source[at] as string
    if (character === '"' || character === "'" || character === '`') at = stringEnd(source, at, to)
    else if (CLOSER[character] !== undefined) at = Math.min(to, bracketEnd(source, at) ?? to)
    else if (stops.test(character)) return at
    else at++
  }
  return to
}

function add(
  builder: OutlineBuilder,
  element: MarkupElement,
  source: string,
  host: Host,
  place: { name: string; start: number; from: number; to: number },
): void {
  const { name, start, from } = place
  const to = from + source.slice(from, place.to).trimEnd().length
  const { value, literal } = expressionValue(source, from, to, host)
  builder.attribute(element, { name, start, end: Math.max(to, start), value })
  if (!literal) builder.span('expression', from, to, source.slice(from, to))
}

const HASH_KEY = /:"([^"]+)"\s*=>\s*|:([\w@:.-]+)\s*=>\s*|"([^"]+)"\s*(?:=>|:)\s*|'([^']+)'\s*(?:=>|:)\s*|([\w@-]+):\s*/y

/** `{src: "a", "data-x" => b, data: {id: 1}}`: offsets inside the braces. https://haml.info/docs/yardoc/file.REFERENCE.html */
export function hashAttributes(
  builder: OutlineBuilder,
  element: MarkupElement,
  source: string,
  from: number,
  to: number,
  prefix = '',
): void {
  let at = from
  while (at < to) {
    if (/[\s,]/.test(source[at] as string)) {
      at++
      continue
    }
    HASH_KEY.lastIndex = at
    const key = HASH_KEY.exec(source)
    const valueStart = key ? at + key[0].length : at
    const valueEnd = expressionEnd(source, valueStart, to, /,/)
    if (key && valueStart <= to) {
      const name = prefix + (key[1] ?? key[2] ?? key[3] ?? key[4] ?? key[5] ?? '')
      const value = source.slice(valueStart, valueEnd).trim()
      if (value.startsWith('{') && value.endsWith('}')) {
        hashAttributes(builder, element, source, valueStart + 1, valueStart + value.length - 1, `${name}-`)
      } else if (value !== '') {
        add(builder, element, source, 'ruby', { name, start: at, from: valueStart, to: valueEnd })
      }
    }
    at = Math.max(valueEnd, at) + 1
  }
}

const NAME = /[^\s=,"'(){}[\]<>|/]+(?:\[[^\]\s]*\]|\([^)\s]*\))?|\([\w.-]+\)|\[[\w.()-]+\]/y

/**
 * `name="value" other=expression flag`, separated by spaces, line breaks or commas. `stop`: reading ends at the first
 * thing that is no `name=` (Slim without brackets). Gives the offset after the last attribute.
 */
export function listedAttributes(
  builder: OutlineBuilder,
  element: MarkupElement,
  source: string,
  from: number,
  to: number,
  options: { host: Host; stop: boolean },
): number {
  let at = from
  let done = from
  while (at < to) {
    if (/[\s,]/.test(source[at] as string)) {
      at++
      continue
    }
    NAME.lastIndex = at
    const name = NAME.exec(source)?.[0]
    if (name === undefined) {
      if (options.stop) return done
      at++
      continue
    }
    const sign = /^\s*!?==?(?!>)\s*/.exec(source.slice(at + name.length, Math.min(to, at + name.length + 40)))
    if (!sign || (options.stop && /^\s/.test(sign[0]))) {
      if (options.stop) return done
      const end = at + name.length
      builder.attribute(element, { name, start: at, end, value: sliceText(source, end, end) })
      at = end
      continue
    }
    const valueStart = at + name.length + sign[0].length
    const valueEnd = valueEndOf(source, valueStart, to, options.host)
    add(builder, element, source, options.host, { name, start: at, from: valueStart, to: valueEnd })
    at = Math.max(valueEnd, at + 1)
    done = at
  }
  return options.stop ? done : to
}

/** A value ends with its quotes or at a space; in Pug an operator may stand between. */
function valueEndOf(source: string, from: number, to: number, host: Host): number {
  if (host === 'ruby' && /["']/.test(source[from] ?? '')) return stringEnd(source, from, to)
  let end = expressionEnd(source, from, to, /[\s,]/)
  if (host === 'ruby') return end
  for (;;) {
    const more = /^\s*(?:\+|\|\||&&|\?|:(?=\s))\s*/.exec(source.slice(end, Math.min(to, end + 80)))
    if (!more || more[0].trim() === '') return end
    end = expressionEnd(source, end + more[0].length, to, /[\s,]/)
  }
}
