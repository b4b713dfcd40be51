/** Markup that stands inside something else: a `srcdoc`, a template in a script, a string of server code. */
import type { Markup, MarkupElement, ScriptFragment } from './document.js'
import { readFragments, type NestedMarkup } from './fragments.js'
import type { MappedText } from './mapped-text.js'
import { readMarkup } from './markup.js'

/** `srcdoc` in a `srcdoc` in a `srcdoc` is where reading stops. */
const DEEPEST = 3

/**
 * Reads the markup in a text whose characters stand elsewhere in a file. All offsets are those of the file.
 * Never throws.
 */
export function parseEmbeddedMarkup(content: MappedText): { markup: Markup; fragments: ScriptFragment[] } {
  return embedded(content, null, 0)
}

/** Reads nested markup; its elements get the element it stands in as their parent. */
export function readNested(nested: NestedMarkup): { markup: Markup; fragments: ScriptFragment[] } {
  return embedded(nested.content, nested.element, 1)
}

function embedded(
  content: MappedText,
  parent: MarkupElement | null,
  depth: number,
): { markup: Markup; fragments: ScriptFragment[] } {
  const { text } = content
  const local = readMarkup(text)
  const markup: Markup = { elements: [], comments: local.comments.map((span) => spanInFile(span, content)) }
  const found = readFragments({ text, original: text, markup: local, language: 'html', spans: [] })
  const mapped = new Map<MarkupElement, MarkupElement>()
  for (const element of local.elements) {
    const copy: MarkupElement = {
      ...element,
      ...spanInFile(element, content),
      attributes: element.attributes.map((attribute) => ({
        ...attribute,
        ...spanInFile(attribute, content),
        value: through(attribute.value, content),
      })),
      content: spanInFile(element.content, content),
      parent: element.parent === null ? parent : (mapped.get(element.parent) ?? parent),
    }
    mapped.set(element, copy)
    markup.elements.push(copy)
  }
  const fragments = found.fragments.map((fragment) => {
    const element = fragment.element === null ? parent : (mapped.get(fragment.element) ?? parent)
    const index = fragment.attribute === null ? -1 : (fragment.element?.attributes.indexOf(fragment.attribute) ?? -1)
    const attribute = index < 0 ? null : (element?.attributes[index] ?? null)
    return { ...fragment, code: through(fragment.code, content), element, attribute }
  })
  if (depth < DEEPEST) {
    for (const inner of found.nested) {
      const element = mapped.get(inner.element) ?? null
      const deeper = embedded(through(inner.content, content), element, depth + 1)
      markup.elements.push(...deeper.markup.elements)
      markup.comments.push(...deeper.markup.comments)
      fragments.push(...deeper.fragments)
    }
  }
  return { markup, fragments }
}

function through(inner: MappedText, outer: MappedText): MappedText {
  return { text: inner.text, toFile: (offset) => outer.toFile(inner.toFile(offset)) }
}

function spanInFile(span: { start: number; end: number }, content: MappedText): { start: number; end: number } {
  const start = content.toFile(span.start)
  return { start, end: Math.max(start, content.toFile(span.end)) }
}
