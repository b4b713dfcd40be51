/** Elements into which a server prints something: what a script reads of their text or attributes is that. */
import type { Markup, MaskedSpan } from '../../parse/document.js'
import type { ShownElement } from '../facts.js'

/** Longer ones are parts of the page, and nobody reads their text. Data in a script may be long. */
const LONGEST = 600
const LONGEST_DATA = 20_000

/** Elements with a name by which a script may look for them, in document order. Offsets are in the file. */
export function shownElements({ elements }: Markup, spans: readonly MaskedSpan[]): ShownElement[] {
  const starts = spans.flatMap(({ kind, start }) => (kind === 'expression' ? [start] : []))
  if (starts.length === 0) return []
  return elements.flatMap(({ start, end, tag, attributes, content }): ShownElement[] => {
    const isNamed = attributes.some(({ name }) => /^(?:id|name|class)$/i.test(name))
    const most = tag === 'script' ? LONGEST_DATA : LONGEST
    const isCode = tag === 'script' && !attributes.some(({ name, value }) => name === 'type' && /json|text\/(?:plain|x-)/.test(value.text))
    const holds = (part: { start: number; end: number }): boolean => starts.some((at) => at >= part.start && at < part.end)
    const inText = !isCode && content.end - content.start <= most && holds(content)
    const inAttributes = attributes.filter((attribute) => /^(?:content|value|title|alt|data-)/i.test(attribute.name) && holds(attribute))
    if (!isNamed || (!inText && inAttributes.length === 0)) return []
    return [{
      start, end, tag, attributes: Object.fromEntries(attributes.map(({ name, value }) => [name.toLowerCase(), value.text])),
      content: inText ? { ...content } : null,
      printed: inAttributes.map((attribute) => ({ name: attribute.name.toLowerCase(), start: attribute.start, end: attribute.end })),
    }]
  })
}
