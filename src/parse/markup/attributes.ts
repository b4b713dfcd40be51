/** The attributes of a start tag, read from its source text. */
import { decodeHTMLAttribute } from 'entities'
import type { MarkupAttribute } from '../document.js'
import { MappedTextBuilder, sliceText, type MappedText } from '../mapped-text.js'

const SPACE = /[\t\n\f\r ]/

/**
 * Reads the attributes between the tag name (`from`) and the end of the start tag (`to`, before its `>`). Names are as
 * written; duplicates are kept. The grammar is that of https://html.spec.whatwg.org/multipage/parsing.html (from the
 * before-attribute-name state on); the tokenizer reports neither names as written nor positions of values.
 */
export function readAttributes(text: string, from: number, to: number): MarkupAttribute[] {
  const attributes: MarkupAttribute[] = []
  let at = from
  while (at < to) {
    if (SPACE.test(text[at] as string) || text[at] === '/') {
      at++
      continue
    }
    const start = at
    at++
    while (at < to && !SPACE.test(text[at] as string) && text[at] !== '/' && text[at] !== '=') at++
    const name = text.slice(start, at)
    let next = at
    while (next < to && SPACE.test(text[next] as string)) next++
    if (next >= to || text[next] !== '=') {
      attributes.push({ name, start, end: at, value: sliceText(text, at, at) })
      continue
    }
    next++
    while (next < to && SPACE.test(text[next] as string)) next++
    const quote = text[next]
    if (next < to && (quote === '"' || quote === "'")) {
      const close = text.indexOf(quote, next + 1)
      const end = close < 0 || close > to ? to : close
      at = Math.min(end + 1, to)
      attributes.push({ name, start, end: at, value: decodeEntities(text, next + 1, end) })
      continue
    }
    at = next
    while (at < to && !SPACE.test(text[at] as string)) at++
    attributes.push({ name, start, end: at, value: decodeEntities(text, next, at) })
  }
  return attributes
}

const REFERENCE = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?/g

/** An attribute value with its character references decoded; every other character maps to itself in the file. */
export function decodeEntities(text: string, start: number, end: number): MappedText {
  const raw = text.slice(start, end)
  if (!raw.includes('&')) return sliceText(text, start, end)
  const builder = new MappedTextBuilder()
  let done = 0
  for (const match of raw.matchAll(REFERENCE)) {
    const written = match[0]
    // What follows decides whether a reference without `;` counts (`?a=1&copy=2` does not).
    const following = raw.slice(match.index + written.length, match.index + written.length + 1)
    const decoded = decodeHTMLAttribute(written + following)
    const value = decoded.slice(0, decoded.length - following.length)
    if (value === written) continue
    builder.verbatim(raw.slice(done, match.index), start + done)
    builder.replaced(value, start + match.index)
    done = match.index + written.length
  }
  builder.verbatim(raw.slice(done), start + done)
  return builder.build(end)
}
