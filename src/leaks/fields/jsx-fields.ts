/** Fields of JSX: elements with their properties, labels and options. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { scriptOf } from '../../flow/host.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { nameOf, type FieldFound, type Host } from './elements.js'

type Element = Value & { kind: 'element' }

const JSX_FIELDS = /^(input|select|textarea)$|(Input|Field|Select|TextField|Textarea|TextArea|Picker|Autocomplete|ComboBox|Combobox|Dropdown|Checkbox|Radio|Switch|Slider|Rating)$/

/** The element itself when it is a field, else the fields that stand in it. */
export function jsxFields(host: Host, at: ValueReference): FieldFound[] {
  const script = scriptOf(host, at)
  const value = script?.values[at.value]
  if (!script || value?.kind !== 'element') return []
  const isField = JSX_FIELDS.test(elementName(script, value)) || hasProperty(value, 'onChange') || hasProperty(value, 'onValueChange') || hasProperty(value, 'ref')
    || value.properties.some(({ name }) => name?.startsWith('onUpdate:'))
  const isForm = /form/i.test(elementName(script, value))
  if (isField && !isForm) return [jsxField(host, script, at, value)]
  return scriptIndex(script).elementsIn(value).flatMap((id) => {
    const inner = script.values[id] as Element
    if (id === at.value) return []
    return JSX_FIELDS.test(elementName(script, inner)) ? [jsxField(host, script, { ...at, value: id }, inner)] : []
  })
}

/** An element that a visitor fills in by itself, or a component that is called as one. */
export function isJsxField(script: ScriptFacts, value: Element): boolean {
  const name = elementName(script, value)
  return JSX_FIELDS.test(name) && !/form$/i.test(name) && !hasFieldInside(script, value)
}

/** `<Form.Field><input/></Form.Field>`: the inner one is the field. */
function hasFieldInside(script: ScriptFacts, value: Element): boolean {
  if (value.children.length === 0 || /^select$/i.test(elementName(script, value))) return false
  return scriptIndex(script).elementsIn(value).map((id) => script.values[id] as Element)
    .some((inner) => inner !== value && value.start < inner.start && JSX_FIELDS.test(elementName(script, inner)))
}

function hasProperty(value: Element, name: string): boolean {
  return value.properties.some((property) => property.name === name)
}

export function elementName(script: ScriptFacts, value: Element): string {
  if (typeof value.name === 'string') return value.name
  const name = script.values[value.name]
  if (name?.kind === 'binding') return script.bindings[name.binding]?.name ?? ''
  return name?.kind === 'member' || name?.kind === 'global' ? (name.name ?? '') : ''
}

/** Fields by host and script: one form is asked about for every event of its page. */
const rememberedFields = new WeakMap<object, WeakMap<ScriptFacts, Map<ValueId, FieldFound>>>()

export function jsxField(host: Host, script: ScriptFacts, at: ValueReference, value: Element): FieldFound {
  let scripts = rememberedFields.get(host)
  if (!scripts) rememberedFields.set(host, scripts = new WeakMap())
  let fields = scripts.get(script)
  if (!fields) scripts.set(script, fields = new Map())
  let field = fields.get(at.value)
  if (!field) fields.set(at.value, field = readJsxField(host, script, at, value))
  return field
}

function readJsxField(host: Host, script: ScriptFacts, at: ValueReference, value: Element): FieldFound {
  const text = (name: string): string | null => {
    const property = value.properties.find((item) => item.name === name)
    const [constant] = property ? host.resolver.constants({ ...at, value: property.value }) : []
    return constant === undefined || constant === null ? null : String(constant)
  }
  const id = text('id')
  // `{...register('email')}` names the field.
  const registered = value.properties.flatMap((property) => {
    const call = property.name === null ? script.values[property.value] : undefined
    const first = call?.kind === 'call' ? call.arguments[0] : undefined
    return first === undefined ? [] : host.resolver.constants({ ...at, value: first }).map(String)
  })
  const around = named(host, script, at, value)
  const name = text('name') ?? registered[0] ?? around.name
  const label = text('label') ?? around.label ?? jsxLabel(host, script, at, value, id)
  const bound = value.properties.find((property) => property.name === 'value' || property.name === 'checked')
  return {
    field: {
      tag: elementName(script, value).toLowerCase(), type: text('type'), name, id, autocomplete: text('autoComplete') ?? text('autocomplete'),
      label, placeholder: text('placeholder'), ariaLabel: text('aria-label'),
      options: optionTexts(script, value), otherNames: bound ? namesOfValue(script, bound.value) : [],
    },
    place: { file: at.file, span: { start: value.start, end: value.end } },
    name: nameOf(elementName(script, value), id, name, label ?? text('placeholder') ?? text('aria-label')),
    key: `${at.file}:${value.start}`,
  }
}

/** `<Form.Item name="email" label="E-mail"><Input /></Form.Item>`: the element around a field names it. */
function named(host: Host, script: ScriptFacts, at: ValueReference, field: Element): { name: string | null; label: string | null } {
  let best: Element | null = null
  for (const around of scriptIndex(script).elementsAround(field.start)) {
    const value = script.values[around] as Element
    if (value === field || value.end < field.end) continue
    if (typeof value.name === 'string' || !hasProperty(value, 'name')) continue
    if (best === null || value.start > best.start) best = value
  }
  const text = (name: string): string | null => {
    const property = best?.properties.find((item) => item.name === name)
    const [constant] = property ? host.resolver.constants({ ...at, value: property.value }) : []
    return typeof constant === 'string' ? constant : null
  }
  return { name: text('name'), label: text('label') }
}

function namesOfValue(script: ScriptFacts, id: ValueId): string[] {
  const value = script.values[id]
  if (value?.kind === 'binding') return [script.bindings[value.binding]?.name ?? '']
  if (value?.kind === 'member') return [...namesOfValue(script, value.object), ...(value.name === null ? [] : [value.name])].slice(-1)
  return []
}

/** `<label htmlFor="reason">…`, a label around the field, or the label before it in the same box. */
function jsxLabel(host: Host, script: ScriptFacts, at: ValueReference, field: Element, id: string | null): string | null {
  let best: { text: string; distance: number } | null = null
  for (const value of labelsOf(script)) {
    const target = value.properties.find((property) => property.name === 'htmlFor' || property.name === 'for')
    const [wanted] = target ? host.resolver.constants({ ...at, value: target.value }) : []
    const text = textOf(script, value)
    if (text === '') continue
    if (id !== null && wanted === id) return text
    const isAround = value.start <= field.start && field.end <= value.end
    const distance = isAround ? 0 : field.start - value.end
    if (distance >= 0 && distance < 240 && (best === null || distance < best.distance)) best = { text, distance }
  }
  return best?.text ?? null
}

const labels = new WeakMap<ScriptFacts, readonly Element[]>()

function labelsOf(script: ScriptFacts): readonly Element[] {
  let found = labels.get(script)
  if (!found) {
    found = scriptIndex(script).elements().map((id) => script.values[id] as Element)
      .filter((value) => /^(label|Label|FormLabel|InputLabel|legend)$/.test(elementName(script, value)))
    labels.set(script, found)
  }
  return found
}

function textOf(script: ScriptFacts, value: Element): string {
  return value.children.map((child) => {
    const inner = script.values[child]
    return inner?.kind === 'constant' ? String(inner.value) : inner?.kind === 'element' ? textOf(script, inner) : ''
  }).join(' ').replace(/\s+/g, ' ').trim()
}

function optionTexts(script: ScriptFacts, value: Element): string[] {
  return scriptIndex(script).elementsIn(value).map((id) => script.values[id] as Element)
    .filter((inner) => /^(option|Option|MenuItem|SelectItem)$/.test(elementName(script, inner)))
    .map((inner) => textOf(script, inner)).filter((text) => text !== '').slice(0, 40)
}
