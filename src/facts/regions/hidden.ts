/**
 * Parts of a template that no visitor gets: what a fragment takes the place of, what stands outside of the regions that
 * a template gives to its layout.
 */
import type { MarkupAttribute, MarkupElement, ParsedFile } from '../../parse/document.js'
import type { Span } from '../../types.js'

/** A piece whose innermost mark decides. */
interface Part extends Span {
  isShown: boolean
}

/** Sorted, without overlaps. */
export function hiddenParts(parsed: ParsedFile): Span[] {
  const parts = partsOf(parsed)
  if (parts.every(({ isShown }) => isShown)) return []
  const bounds = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const hidden: Span[] = []
  for (const [index, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1] as number
    if (innermost(parts, start)?.isShown !== false) continue
    const last = hidden.at(-1)
    if (last?.end === start) last.end = end
    else hidden.push({ start, end })
  }
  return hidden
}

function innermost(parts: readonly Part[], offset: number): Part | null {
  let found: Part | null = null
  for (const part of parts) {
    if (part.start > offset || offset >= part.end) continue
    if (!found || part.end - part.start <= found.end - found.start) found = part
  }
  return found
}

function partsOf(parsed: ParsedFile): Part[] {
  switch (parsed.language) {
    case 'thymeleaf': return thymeleafParts(parsed)
    case 'html':
    case 'jsp': return [...(parsed.text.includes('th:') ? thymeleafParts(parsed) : []), ...faceletParts(parsed)]
    default: return []
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Thymeleaf: https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html#template-layout

const TAKES_PLACE = /^(?:data-)?(?:th[:-](?:insert|replace|include|substituteby)|layout[:-](?:insert|replace|include))$/i
const DECORATES = /^(?:data-)?layout[:-]decorat(?:e|or)$/i
const REMOVES = /^(?:data-)?th[:-]remove$/i
const IS_REGION = /^(?:data-)?layout[:-]fragment$/i
const IS_FRAGMENT = /^(?:data-)?(?:th|layout)[:-]fragment$/i
/** `~{::body}`, `:: #main`: pieces of this template that are handed on. */
const HANDED = /::\s*([^(){},\s'"]+)/g

function thymeleafParts({ markup }: ParsedFile): Part[] {
  const parts: Part[] = []
  for (const element of markup.elements) {
    for (const attribute of element.attributes) {
      if (TAKES_PLACE.test(attribute.name)) parts.push(...replaced(markup.elements, element, attribute))
      else if (DECORATES.test(attribute.name)) parts.push(...decorated(markup.elements, element))
      else if (REMOVES.test(attribute.name)) parts.push(...removed(element, attribute))
    }
  }
  if (parts.length === 0) return []
  // Fragments are called by name, wherever they stand.
  const fragments = markup.elements.filter(({ attributes }) => attributes.some(({ name }) => IS_FRAGMENT.test(name)))
  return [...parts, ...fragments.map(({ start, end }) => ({ start, end, isShown: true }))]
}

/** The content of an element whose place a fragment takes is a draft; what is handed to the fragment is not. */
function replaced(elements: readonly MarkupElement[], element: MarkupElement, attribute: MarkupAttribute): Part[] {
  const value = attribute.value.text
  // Of the first name of each expression: `~{layout :: page(~{::title}, ~{::body})}` calls `page`.
  const handed = [...value.matchAll(HANDED)].slice(/^\s*(?:~\{)?\s*::/.test(value) ? 0 : 1).map((match) => match[1] as string)
  const { content } = element
  if (content.start >= content.end) return []
  const inside = elements.filter(({ start, end }) => start >= content.start && end <= content.end)
  const kept = inside.filter((inner) => handed.some((selector) => fits(inner, selector)))
  return [{ ...content, isShown: false }, ...kept.map(({ start, end }) => ({ start, end, isShown: true }))]
}

/** Markup selectors as far as they name an element: `body`, `#main`, `.content`, `section#main`, a fragment. */
function fits(element: MarkupElement, selector: string): boolean {
  const [path = ''] = selector.split('/').filter((part) => part !== '')
  const [, name = '', sign = '', rest = ''] = /^([\w-]*)(?:([#.%])([\w-]+))?/.exec(path) ?? []
  const value = (wanted: string): string => element.attributes.find((attribute) => attribute.name.toLowerCase() === wanted)?.value.text ?? ''
  if (sign === '') {
    const isNamed = element.attributes.some((attribute) => IS_FRAGMENT.test(attribute.name)
      && attribute.value.text.trim().split(/[\s(]/)[0] === name)
    return element.tag === name.toLowerCase() || isNamed
  }
  if (name !== '' && element.tag !== name.toLowerCase()) return false
  return sign === '#' ? value('id') === rest : sign === '.' ? value('class').split(/\s+/).includes(rest) : true
}

/** Of the body of a decorated page only its regions are kept; its head is joined with the layout's. */
function decorated(elements: readonly MarkupElement[], root: MarkupElement): Part[] {
  const inside = elements.filter(({ start, end }) => start >= root.content.start && end <= root.content.end)
  const body = inside.find(({ tag }) => tag === 'body')
  const isPlain = !body && inside.some(({ tag }) => tag === 'head')
  if (isPlain) return []
  const regions = inside.filter(({ attributes }) => attributes.some(({ name }) => IS_REGION.test(name)))
  return [{ ...(body ?? root).content, isShown: false }, ...regions.map(({ start, end }) => ({ start, end, isShown: true }))]
}

function removed({ start, end, content }: MarkupElement, { value }: MarkupAttribute): Part[] {
  if (value.text === 'all') return [{ start, end, isShown: false }]
  return value.text === 'body' ? [{ ...content, isShown: false }] : []
}

// ---------------------------------------------------------------------------------------------------------------------
// Facelets: https://jakarta.ee/specifications/faces/4.1/vdldoc/ui/composition.html

/** Around these everything is left out; with a template, so is what they hold outside of their definitions. */
const COMPOSITIONS = new Set(['ui:composition', 'ui:component', 'cc:implementation', 'composite:implementation'])

function faceletParts({ markup, text }: ParsedFile): Part[] {
  const top = markup.elements.find(({ tag }) => COMPOSITIONS.has(tag))
  const parts: Part[] = top ? [{ start: 0, end: text.length, isShown: false }, { start: top.start, end: top.end, isShown: true }] : []
  for (const element of markup.elements) {
    const { tag, content, attributes } = element
    const hasTemplate = (tag === 'ui:composition' || tag === 'ui:decorate') && attributes.some(({ name }) => name === 'template')
    if (hasTemplate && content.end > content.start) parts.push({ ...content, isShown: false })
    else if (tag === 'ui:remove') parts.push({ start: element.start, end: element.end, isShown: false })
    else if (tag === 'ui:define') parts.push({ start: element.start, end: element.end, isShown: true })
  }
  return parts
}
