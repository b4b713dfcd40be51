/** Every piece of JavaScript in a markup-like file. */
import type { MarkupAttribute, MarkupElement, Markup, MaskedSpan, ScriptFragment } from './document.js'
import { HOLE } from './hole.js'
import type { Language } from './languages.js'
import { sliceText, type MappedText } from './mapped-text.js'
import { attributeOf } from './markup.js'
import { decodeEntities } from './markup/attributes.js'
import { scriptAttribute, scriptOfDialect } from './markup/script-attributes.js'
import { scriptBody } from './markup/script-types.js'
import { hasScriptExpressions, templateExpressions } from './markup/template-expressions.js'

export interface FragmentSource {
  /** The text the markup was read from (masked for templates). */
  text: string
  /** The same text before masking. */
  original: string
  markup: Markup
  language: Language
  spans: readonly MaskedSpan[]
  /** Script bodies are XML text: character references in them are decoded. */
  xml?: boolean
}

/** HTML inside the file: a `srcdoc`, or a template kept in a `<script>`. */
export interface NestedMarkup {
  content: MappedText
  element: MarkupElement
}

export interface Fragments {
  fragments: ScriptFragment[]
  nested: NestedMarkup[]
}

const ONLY_HOLES = new RegExp(`^[\\s${HOLE}]*$`)

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'to'])

/**
 * All script fragments in document order: script bodies, event attributes, `javascript:` URLs and template expressions;
 * and the HTML that is nested in attributes or scripts, for the caller to read.
 */
export function readFragments(source: FragmentSource): Fragments {
  const fragments: ScriptFragment[] = []
  const nested: NestedMarkup[] = []
  const typescript = source.markup.elements.some((element) => element.parent === null && isTypeScript(element))
  for (const element of source.markup.elements) {
    if (element.tag === 'script' && element.content.end > element.content.start) {
      const body = source.text.slice(element.content.start, element.content.end)
      const kind = scriptBody(element, body)
      if (kind === 'script') {
        const fragment = scriptOf(element, source)
        if (fragment) fragments.push(fragment)
      } else if (kind === 'markup') {
        nested.push({ element, content: sliceText(source.text, element.content.start, element.content.end) })
      }
    }
    for (const attribute of element.attributes) {
      if (attribute.value.text === '') continue
      const name = attribute.name.toLowerCase()
      if (name === 'srcdoc') nested.push({ element, content: attribute.value })
      const fragment = attributeScript(element, attribute, source.language, typescript)
      if (fragment) fragments.push(fragment)
    }
  }
  if (hasScriptExpressions(source.language)) {
    for (const fragment of expressionFragments(source, typescript)) fragments.push(fragment)
  }
  return { fragments: inOrder(fragments), nested }
}

export function inOrder(fragments: ScriptFragment[]): ScriptFragment[] {
  return fragments
    .map((fragment) => ({ fragment, at: fragment.code.toFile(0) }))
    .sort((one, other) => one.at - other.at)
    .map(({ fragment }) => fragment)
}

/** A part of a mapped text; `text` may replace its characters one for one. */
export function partOf(mapped: MappedText, start: number, end: number, text = mapped.text): MappedText {
  return { text: text.slice(start, end), toFile: (offset) => mapped.toFile(start + offset) }
}

function isTypeScript(element: MarkupElement): boolean {
  return element.tag === 'script' && /^tsx?$|typescript/i.test(attributeOf(element, 'lang')?.value.text ?? '')
}

/** The body of a script element, without a `<![CDATA[` that no comment hides. */
function scriptOf(element: MarkupElement, source: FragmentSource): ScriptFragment | null {
  const { language } = source
  let { start, end } = element.content
  const body = source.text.slice(start, end)
  const opening = /^\s*<!\[CDATA\[/.exec(body)
  if (opening) {
    const closing = body.lastIndexOf(']]>')
    if (closing > opening[0].length) end = start + closing
    start += opening[0].length
  }
  if (source.text.slice(start, end).trim() === '') return null
  const type = (attributeOf(element, 'type')?.value.text ?? '').trim().toLowerCase()
  const lang = (attributeOf(element, 'lang')?.value.text ?? '').trim().toLowerCase()
  const inline = attributeOf(element, 'is:inline') !== null || attributeOf(element, 'define:vars') !== null
  const component = language === 'astro' ? !inline : element.parent === null && (language === 'vue' || language === 'svelte')
  return {
    code: source.xml && !opening ? decodeEntities(source.text, start, end) : sliceText(source.text, start, end),
    goal: type === 'module' || component ? 'module' : 'script',
    jsx: lang === 'jsx' || lang === 'tsx' || /jsx|babel|tsx/.test(type),
    typescript: /^tsx?$|typescript/.test(lang) || /typescript|tsx?$/.test(type) || (language === 'astro' && component),
    server: false,
    element,
    attribute: null,
  }
}

function attributeScript(
  element: MarkupElement,
  attribute: MarkupAttribute,
  language: Language,
  typescript: boolean,
): ScriptFragment | null {
  const { value } = attribute
  // `onclick={…}`: the masked span says it better.
  if (ONLY_HOLES.test(value.text)) return null
  const scheme = /^\s*javascript:/i.exec(value.text)
  if (scheme && URL_ATTRIBUTES.has(attribute.name.toLowerCase())) {
    const code = partOf(value, scheme[0].length, value.text.length)
    if (/^[\s;]*(?:void\s*\(?\s*0\s*\)?)?[\s;]*$/.test(code.text)) return null
    return { code, goal: 'handler', jsx: false, typescript: false, server: false, element, attribute }
  }
  const row = scriptAttribute(attribute.name, language)
  if (!row) return null
  const part = scriptOfDialect(value.text, row.dialect)
  const code = partOf(value, part.start, part.end, part.text)
  if (code.text.trim() === '') return null
  return { code, goal: row.goal, jsx: false, typescript, server: false, element, attribute }
}

function expressionFragments(source: FragmentSource, typescript: boolean): ScriptFragment[] {
  const { language, original } = source
  const locate = locator(source.markup)
  return templateExpressions(source.spans, original, language).map(({ text, offset }) => ({
    code: { text, toFile: (at) => offset + at },
    goal: 'expression',
    jsx: language === 'astro' || language === 'mdx',
    typescript: typescript || language === 'astro',
    server: false,
    ...locate(offset),
  }))
}

interface Location {
  element: MarkupElement | null
  attribute: MarkupAttribute | null
}

/** Answers in which element, and in which attribute of its start tag, an offset stands. */
function locator(markup: Markup): (offset: number) => Location {
  const { elements } = markup
  return (offset) => {
    let low = 0
    let high = elements.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if ((elements[middle] as MarkupElement).start <= offset) low = middle + 1
      else high = middle - 1
    }
    let element = elements[high] ?? null
    while (element && offset >= element.end) element = element.parent
    const attribute = element?.attributes.find((each) => each.start <= offset && offset < each.end) ?? null
    return { element, attribute }
  }
}
