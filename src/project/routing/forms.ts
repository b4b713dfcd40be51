/** Forms of pages and components, and what they ask a visitor for. */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { classifyField, type DataCategory, type FieldDescription } from '../../personal/index.js'
import type { Span } from '../../types.js'
import { unitOfValue } from '../sightings/units.js'

export interface PageForm extends Span {
  /** The top-level declaration it stands in. */
  unit: string | null
  /** What names it: attributes and the component around it. */
  names: string[]
  /** What its fields ask for, each once. */
  asks: ReadonlySet<DataCategory>
}

/** A look at the bytes that finds every file with a form. */
export const formWords: readonly string[] = ['<form', '<Form', '<FORM', '<b-form', '<el-form', '<v-form', '<mat-form']

export function formsIn(facts: FileFacts): PageForm[] {
  const inMarkup = facts.forms.map(({ start, end, attributes }): PageForm => ({
    start, end, unit: null, names: namesIn(attributes),
    asks: asked(facts.fields.filter((field) => field.form === start).map(({ tag, attributes: own, label, options }): FieldDescription => ({
      ...described(tag, (name) => own[name] ?? null), label, options,
      otherNames: Object.entries(own).flatMap(([name, value]) => (BOUND.test(name) ? [value] : [])),
    }))),
  }))
  return [...inMarkup, ...facts.scripts.flatMap((script, index) => elementForms(facts, script, index))]
}

const BOUND = /^(?:v-model|x-model|bind:value|\[?\(?ng-?model\)?\]?|ng-model|\[?formcontrolname\]?)/i

function namesIn(attributes: Readonly<Record<string, string>>): string[] {
  return ['id', 'name', 'class', 'action', 'aria-label', 'data-form', 'data-name', 'title'].flatMap((name) => attributes[name] ?? [])
}

function described(tag: string, attribute: (name: string) => string | null): Omit<FieldDescription, 'label' | 'options' | 'otherNames'> {
  return {
    tag, type: attribute('type'), name: attribute('name'), id: attribute('id'), autocomplete: attribute('autocomplete'),
    placeholder: attribute('placeholder'), ariaLabel: attribute('aria-label'),
  }
}

function asked(fields: readonly FieldDescription[]): ReadonlySet<DataCategory> {
  return new Set(fields.flatMap((field) => classifyField(field).map(({ category }) => category)))
}

type ElementValue = Value & { kind: 'element' }

/** `<form>` in a script, with the elements inside that have the names of a field. */
function elementForms(facts: FileFacts, script: ScriptFacts, index: number): PageForm[] {
  const elements = script.values.filter((value): value is ElementValue => value.kind === 'element')
  return elements.filter(({ name }) => /^form$/i.test(nameOf(script, name))).map((form) => {
    const unit = unitOfValue(facts, index, form.start)
    const inside = elements.filter((element) => element.start > form.start && element.end < form.end)
    const fields = inside.flatMap((element): FieldDescription[] => {
      const at = (name: string): string | null => textOf(script, element, name)
      const tag = nameOf(script, element.name)
      if (!/input|select|textarea|field|picker|date|phone|email/i.test(tag)) return []
      return [{ ...described(tag, at), label: at('label'), options: [], otherNames: [] }]
    })
    const attributes = Object.fromEntries(['id', 'name', 'className', 'action', 'aria-label', 'title'].flatMap((name) => {
      const text = textOf(script, form, name)
      return text === null ? [] : [[name === 'className' ? 'class' : name, text]]
    }))
    return { start: form.start, end: form.end, unit, names: [...namesIn(attributes), ...unit === null ? [] : [unit]], asks: asked(fields) }
  })
}

function nameOf(script: ScriptFacts, name: ValueId | string): string {
  if (typeof name === 'string') return name
  const value = script.values[name]
  return value?.kind === 'binding' ? script.bindings[value.binding]?.name ?? '' : value?.kind === 'member' || value?.kind === 'global' ? value.name ?? '' : ''
}

/** A property's literal text. */
function textOf(script: ScriptFacts, { properties }: ElementValue, name: string): string | null {
  const id = properties.find((property) => property.name?.toLowerCase() === name.toLowerCase())?.value
  const value = id === undefined ? undefined : script.values[id]
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : null
}
