/** Form fields of markup, with what names them: attributes, label, options. */
import type { Markup, MarkupElement } from '../../parse/document.js'
import { hasHole } from '../../parse/hole.js'
import type { FieldFacts, FormFacts } from '../facts.js'

/** https://html.spec.whatwg.org/multipage/forms.html#category-listed, and what browsers let a visitor type into. */
const FIELDS = new Set(['input', 'select', 'textarea'])

/** An attribute that ties an element to a value: `v-model`, `bind:value`, `[(ngModel)]`, `formControlName`, `x-model` … */
const BOUND = /^(?:v-model(?:[:.].*)?|x-model(?:\..*)?|bind:(?:value|checked|group|files|innerhtml|textcontent)|\[?\(?(?:ng-?model)\)?\]?|ng-model|\[?formcontrol(?:name)?\]?|contenteditable)$/

/** Components that are called as fields are, and have a name as fields have: `<Field name="email">`. */
const COMPONENT = /(?:[a-z-]|^)(?:Field|Input|Select|Textarea|FormKit|Picker|-field|-input|-select|-textarea)$|^(?:Field|FormKit)$/

/** The longest text that is a label and not a paragraph. */
const LABEL_LENGTH = 160

/** Fields in document order. Offsets are in the file. */
export function readFields(markup: Markup, text: string): FieldFacts[] {
  const fields = markup.elements.filter(isField)
  if (fields.length === 0) return []
  const labels = labelTexts(markup, text)
  const options = optionTexts(markup, text)
  return fields.map((element) => {
    const attributes = attributesOf(element, text)
    return {
      start: element.start, end: element.end, tag: element.tag, name: element.name, attributes,
      label: labels.byTarget.get(attributes.id ?? '') ?? enclosingLabel(element, labels),
      options: options.get(element) ?? [],
      form: ancestor(element, 'form')?.start ?? -1,
    }
  })
}

/** Forms in document order. */
export function readForms(markup: Markup): FormFacts[] {
  return markup.elements.filter(({ tag }) => tag === 'form')
    .map((element) => ({ start: element.start, end: element.end, attributes: attributesOf(element, '') }))
}

function isField(element: MarkupElement): boolean {
  if (FIELDS.has(element.tag) || element.attributes.some(({ name }) => BOUND.test(name.toLowerCase()))) return true
  return COMPONENT.test(element.name) && element.attributes.some(({ name }) => name === 'name')
}

/** `bind:value={email}` is masked as an expression: what it binds is read from the text itself. */
function attributesOf(element: MarkupElement, text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { name, value, start, end } of element.attributes) {
    const isMasked = name.startsWith('bind:') && hasHole(value.text)
    attributes[name.toLowerCase()] ??= isMasked ? text.slice(start, end).replace(/^[^=]*=\s*/, '') : value.text
  }
  return attributes
}

interface Labels {
  byTarget: Map<string, string>
  byElement: Map<MarkupElement, string>
  /** Labels that name another field by its id. */
  named: Set<MarkupElement>
}

/** Labels by the id they name, and by the element itself for those that hold their field. */
function labelTexts(markup: Markup, text: string): Labels {
  const byTarget = new Map<string, string>()
  const byElement = new Map<MarkupElement, string>()
  const named = new Set<MarkupElement>()
  for (const element of markup.elements) {
    if (element.tag !== 'label' && element.tag !== 'mat-label' && element.tag !== 'legend') continue
    const label = plainText(text, element)
    if (label === '') continue
    const target = element.attributes.find(({ name }) => /^:?(?:for|htmlfor)$/i.test(name))?.value.text
    if (target !== undefined && target !== '' && !byTarget.has(target)) byTarget.set(target, label)
    if (target !== undefined && target !== '' && !hasHole(target)) named.add(element)
    byElement.set(element, label)
  }
  return { byTarget, byElement, named }
}

/** The label a field stands in, or one beside it in the same small box: `<div><label>Email</label><input></div>`. */
function enclosingLabel(element: MarkupElement, { byElement: labels, named }: Labels): string | null {
  for (let at = element.parent; at; at = at.parent) {
    const own = labels.get(at)
    if (own !== undefined) return own
  }
  for (const [label, words] of labels) {
    const isBeside = label.parent === element.parent && element.parent !== null && label.tag !== 'legend' && !named.has(label)
    if (isBeside && label.end <= element.start && element.start - label.end < LABEL_LENGTH) return words
  }
  return null
}

function optionTexts(markup: Markup, text: string): Map<MarkupElement, string[]> {
  const options = new Map<MarkupElement, string[]>()
  for (const element of markup.elements) {
    if (element.tag !== 'option') continue
    const select = ancestor(element, 'select')
    if (!select) continue
    const list = options.get(select) ?? []
    options.set(select, list)
    const words = plainText(text, element)
    if (words !== '' && list.length < 40) list.push(words)
  }
  return options
}

function ancestor(element: MarkupElement, tag: string): MarkupElement | null {
  for (let at = element.parent; at; at = at.parent) if (at.tag === tag) return at
  return null
}

/** The text of an element without tags, white space folded. */
function plainText(text: string, element: MarkupElement): string {
  const { start, end } = element.content
  return text.slice(start, Math.min(end, start + 4 * LABEL_LENGTH))
    .replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, LABEL_LENGTH)
}
