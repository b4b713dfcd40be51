/** The categories of a form field, by everything that names it. */
import { autofillCategory } from './autofill.js'
import { merged } from './classified.js'
import { nameHits, textHits } from './match.js'
import { isAgreement, isToken } from './refusals.js'
import { optionIndex, partedWords } from './vocabulary.js'
import { clauses, wordsOf } from './words.js'
import type { DataCategory } from './category.js'
import type { Classified } from './classified.js'

/** A form field and what names it. Attributes are as written, null when absent. */
export interface FieldDescription {
  /** The element or component: `input`, `textarea`, `TextField`. */
  tag: string
  type: string | null
  name: string | null
  id: string | null
  autocomplete: string | null
  label: string | null
  placeholder: string | null
  ariaLabel: string | null
  /** Texts of its options, or of the labels of its radio buttons. */
  options: readonly string[]
  /** Names around it: the path of `v-model`, `formControlName`, a heading, data attributes. */
  otherNames: readonly string[]
}

/** Types whose value no tracker may be said to receive as data of a patient: secrets and buttons. */
const silentTypes = new Set(['password', 'submit', 'button', 'reset', 'image'])

const typeCategories: Readonly<Record<string, DataCategory>> = { email: 'email', tel: 'phone', search: 'search-term' }

/** What is only ticked or attached is no text: "Send me e-mail" holds no address, "Diabetes" holds a condition. */
const pickedTypes = new Set(['checkbox', 'radio', 'file'])
const typed: ReadonlySet<DataCategory> = new Set([
  'name', 'email', 'phone', 'date-of-birth', 'message', 'free-text', 'search-term', 'account-identifier',
  'medical-record-number',
])

/** What only the page itself fills in: nobody types the address of the page into a box. */
const ofPage: ReadonlySet<DataCategory> = new Set(['page-url', 'page-title'])

/** An address or number as an example of what to type. Bounded, so that a long text costs nothing. */
const emailShape = /(?:^|\s)[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,20}(?:$|\s)/
const phoneShape = /(?:^|\s)(?:\+?\d{1,3}[ .-]?)?\(?[\dxX]{2,4}\)?[ .-]{0,2}[\dxX]{3,5}[ .-][\dxX]{3,5}(?:$|\s)/
/** `120.000.000`, `1,500,000`: an amount. */
const amountShape = /^\D*\d{1,3}(?:[.,]\d{3})*[.,]000\D*$/

/** What a free text is about is told besides; of an address typed into a text area nothing more is to be said. */
const notFree: ReadonlySet<DataCategory> = new Set(['postal-address', 'search-term', 'email', 'phone', 'name'])

/**
 * Categories of a form field, the most telling first: what the field itself says stands before its names, what is sure
 * before a guess. Never empty for a field that a visitor fills in: `free-text` for a text area, `search-term` for a
 * search box, else `other-form-field`. Passwords, hidden tokens, buttons, captchas and boxes that agree to terms give
 * none.
 */
export function classifyField(field: FieldDescription): Classified[] {
  const type = field.type?.trim().toLowerCase() ?? ''
  const tag = field.tag.toLowerCase()
  if (silentTypes.has(type) || tag === 'button' || isToken(field) || isAgreement(field, type)) return []
  const token = field.autocomplete === null ? undefined : autofillCategory(field.autocomplete)
  if (token === null) return []
  const names = namesOf(field)
  const own: Classified[] = []
  if (token !== undefined) {
    own.push({ category: token, because: `autocomplete="${shortened(field.autocomplete ?? '')}"`, sure: true })
  }
  const byType = Object.hasOwn(typeCategories, type) ? typeCategories[type] : undefined
  if (byType !== undefined) own.push({ category: byType, because: `type="${type}"`, sure: true })
  const found = merged([...aboutOthers(names, own), ...own, ...names, ...optionsOf(field), ...shapes(field)])
    .filter(({ category }) => (!pickedTypes.has(type) || !typed.has(category)) && (type === 'hidden' || !ofPage.has(category)))
    .map((each, _, all) => (lookedUpBy.has(each.category) && isSearch(all) && SAID.test(each.because) ? { ...each, sure: false } : each))
  const isArea = tag.includes('textarea') || type === 'textarea'
  if (isArea && !found.some(({ category, sure }) => sure && notFree.has(category))) {
    return [
      ...found.filter(({ category }) => category !== 'free-text'),
      { category: 'free-text', because: `<${field.tag.slice(0, 60)}>`, sure: true },
    ]
  }
  return found.length > 0 ? found : [{ category: 'other-form-field', because: sayWhat(field), sure: false }]
}

/** What a search box says one may look by is seldom what is typed: "Search by name, e-mail or number". */
const lookedUpBy: ReadonlySet<DataCategory> = new Set(['name', 'email', 'phone', 'account-identifier'])
const SAID = /^(?:placeholder|label|aria-label) /

function isSearch(found: readonly Classified[]): boolean {
  return found.some(({ category, sure }) => category === 'search-term' && sure)
}

/** Whose address it is, when the field says it is of an emergency contact, a proxy or a doctor. */
function aboutOthers(names: readonly Classified[], own: readonly Classified[]): Classified[] {
  if (own.length === 0) return []
  return names.filter(({ category }) => category === 'emergency-contact' || category === 'proxy-account')
}

function namesOf(field: FieldDescription): Classified[] {
  return [
    ...named('name', field.name),
    ...labelled('label', field.label),
    ...labelled('aria-label', field.ariaLabel),
    ...labelled('placeholder', field.placeholder),
    ...askedBy(field),
    ...named('id', field.id),
    ...field.otherNames.slice(0, 20)
      .flatMap((other) => /\s/.test(other) ? labelled('text', other) : named('name', other)),
  ]
}

/** `%s` is to be filled in, `s` is a search box. */
const notLetter = /^(?:\W+\w\W*|\w\W+)$/

/** `name="dob"`, read as code: `patient[first_name]`, `form_fields[email]`. */
function named(source: string, value: string | null): Classified[] {
  if (value === null || notLetter.test(value)) return []
  return nameHits(partedWords([value]), 'field-name')
    .map(({ category, sure }) => ({ category, because: `${source} "${shortened(value)}"`, sure }))
}

function labelled(source: string, value: string | null): Classified[] {
  if (value === null || value === '') return []
  return merged(clauses(spoken(value)).flatMap((clause) => textHits(wordsOf([clause])))
    .map(({ category, sure }) => ({ category, because: `${source} "${shortened(value)}"`, sure })))
}

/** A text whose words are in the code of a template: `{{ translations[language].yourName }}` says `yourName`. */
function spoken(text: string): string {
  return text.slice(0, 400).replace(/\{\{([^{}|]*)[^{}]*\}\}/g, (_all, code: string) => ` ${code.match(/[\w$-]+/g)?.at(-1) ?? ''} `)
}

/** The first option of a select often asks for a choice: "Select a doctor". */
const asking = /^\W{0,9}(?:please |por favor,? )?(?:select|choose|pick|seleccion|selecion|elija|elige|escolha|escoja|escoge)/i

function askedBy({ tag, options: [first] }: FieldDescription): Classified[] {
  return first !== undefined && /select/i.test(tag) && asking.test(first) ? labelled('option', first) : []
}

/** What the options say: a category that two of them share, or the only one of a single choice. */
function optionsOf({ options }: FieldDescription): Classified[] {
  const counted = new Map<DataCategory, string[]>()
  const read = options.slice(0, 60)
  for (const option of read) {
    const categories = new Set(clauses(option).flatMap((clause) => optionCategories(clause)))
    for (const category of categories) counted.set(category, [...counted.get(category) ?? [], option])
  }
  const needed = Math.min(2, read.length)
  return [...counted].filter(([, those]) => those.length >= needed).sort((a, b) => b[1].length - a[1].length)
    .map(([category, those]) => {
      return { category, because: `option "${shortened(those[0] ?? '')}"`, sure: those.length * 2 >= read.length }
    })
}

function optionCategories(clause: string): DataCategory[] {
  if (/^\s*(?:dr|dra|doctor|doctora)\b\.?\s+\p{Lu}/iu.test(clause.slice(0, 80))) return ['provider']
  return textHits(wordsOf([clause]), optionIndex).map(({ category }) => category)
}

function shapes({ placeholder }: FieldDescription): Classified[] {
  const text = placeholder?.slice(0, 200) ?? ''
  const because = `placeholder "${shortened(text)}"`
  if (emailShape.test(text)) return [{ category: 'email', because, sure: true }]
  return phoneShape.test(text) && !amountShape.test(text) ? [{ category: 'phone', because, sure: true }] : []
}

/** What best names a field that nothing is known of. */
function sayWhat({ name, id, label, placeholder, ariaLabel, tag }: FieldDescription): string {
  const sources: [string, string | null][] = [
    ['name', name], ['label', label], ['id', id], ['aria-label', ariaLabel], ['placeholder', placeholder],
  ]
  const source = sources.find(([, value]) => value !== null && value.trim() !== '')
  return source ? `${source[0]} "${shortened(source[1] ?? '')}"` : `<${tag}>`
}

/** A text on one line, short enough for a message. */
function shortened(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
