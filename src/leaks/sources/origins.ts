/** Is this place a source of patient data? Asked at every step backwards from a vendor's call. */
import { scriptOf, type Trail } from '../../flow/host.js'
import type { Value } from '../../facts/script/graph.js'
import { hasHole } from '../../parse/hole.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { classifyExpression, classifyField, classifyPath, type Classified } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import { fieldsBoundTo } from './bound.js'
import { choiceSource, steppedSource } from './choices.js'
import {
  attachedElement, elementsAt, fieldsOf, isLibraryCall, markupField, receiversOf, selectorOf, type Element, type FieldFound, type Host,
} from './elements.js'
import { elementName } from './jsx-fields.js'
import { pageSource } from './page.js'
import { recordSource } from './records.js'

/** Parts of an element that hold what a visitor typed or chose. */
const VALUES = new Set(['value', 'options', 'checked', 'valueAsNumber', 'valueAsDate', 'files', 'selectedOptions', 'defaultValue', 'val'])
/** Parts that hold what the element shows. */
const TEXTS = new Set(['textContent', 'innerText', 'innerHTML', 'outerHTML', 'outerText', 'text', 'html', 'title', 'alt'])
/** Parts that say what an element is and nothing of the visitor. */
const HARMLESS = new Set(['name', 'id', 'type', 'tagName', 'nodeName', 'className', 'classList', 'style', 'method', 'validity', 'length', 'disabled', 'key', 'code', 'keyCode', 'timeStamp', 'clientX', 'clientY', 'isTrusted'])

/** Words of rows for what the flow engine itself goes on from. */
const STORES = new Set(['store', 'store-whole', 'atom', 'slices'])

/** `null`: no source, the way goes on; an empty list: the way ends, nothing leaks. */
export function originsAt(host: Host, trail: Trail, isEnd: boolean): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  if (trail.spot.kind === 'origin') return STORES.has(trail.spot.slot ?? '') ? null : ofRow(host, trail)
  if (trail.spot.kind === 'given') return ofGiven(host, trail, isEnd)
  const bound = isEnd ? [] : fieldsBoundTo(host, trail)
  if (bound.length > 0) return sourcesOf(bound).map((source) => ({ ...source, goesOn: true }))
  if (trail.spot.kind === 'value') {
    const value = script.values[trail.spot.id]
    const found = value ? ofValue(host, trail, value) : null
    if (found) return found
  }
  return isEnd ? recordSource(host, trail) : null
}

function at(trail: Trail): ValueReference {
  return { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
}

function ofValue(host: Host, trail: Trail, value: Value): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  switch (value.kind) {
    case 'hole': return templateValues(host, trail, value)
    case 'constant': return typeof value.value === 'string' && hasHole(value.value) ? templateValues(host, trail, value) : []
    case 'call': {
      const selector = selectorOf(host, script, at(trail), value)
      if (selector !== null && trail.path.length > 0) return readElement(host, trail, { kind: 'selector', selector, from: at(trail) }, trail.path)
      if (trail.path.length > 0 && isLibraryCall(host, script, at(trail), value)) {
        const elements = elementsAt(host, at(trail))
        if (elements.length > 0) return readElements(host, trail, elements, trail.path)
      }
      if (isFormData(host, trail, value)) return formData(host, trail, value)
      if (trail.path[0] === 'current' && trail.path.length > 1) {
        const elements = elementsAtPath(host, trail)
        if (elements.length > 0) return readElements(host, trail, elements, trail.path.slice(1))
      }
      return choiceSource(host, trail, value) ?? pageSource(host, trail, value)
    }
    case 'global': {
      if (/^(event|\$event)$/.test(value.name) && script.attached) return readEvent(host, trail, [attachedElement(trail.spot.file, script)], trail.path)
      return pageSource(host, trail, value)
    }
    case 'this': {
      if (!script.attached || trail.path.length === 0) return null
      return readElement(host, trail, attachedElement(trail.spot.file, script), trail.path)
    }
    case 'operation': return steppedSource(host, trail, value)
    case 'member': return pageSource(host, trail, value)
    default: return null
  }
}

/** `ref.current`: the element the reference is put on. */
function elementsAtPath(host: Host, trail: Trail): Element[] {
  return elementsAt(host, at(trail), ['current'])
}

function isFormData(host: Host, trail: Trail, value: Value & { kind: 'call' }): boolean {
  return value.isNew && host.resolver.meanings({ ...at(trail), value: value.callee }).some((meaning) => meaning.kind === 'external' && meaning.path === 'FormData')
}

/** `new FormData(form)`: the fields of the form, or the one that is asked for. */
function formData(host: Host, trail: Trail, value: Value & { kind: 'call' }): readonly DataSource[] | null {
  const [form] = value.arguments
  if (form === undefined) return null
  const name = nameWanted(trail)
  const elements = elementsAt(host, { ...at(trail), value: form })
  const fields = elements.flatMap((element) => fieldsOf(host, element, name))
  if (fields.length > 0) return sourcesOf(fields)
  return unknownField(trail, name, 'new FormData(…)')
}

/** The field a question is about: the name wanted of the form, or the name under which the value is kept. */
function nameWanted(trail: Trail): string | null {
  const [first] = trail.path
  if (first !== undefined && first !== '*' && !/^\d+$/.test(first)) return first
  return trail.hint
}

/** A field the project's markup does not show: classified by the name it is asked for. */
function unknownField(trail: Trail, name: string | null, where: string): readonly DataSource[] {
  const categories = name === null ? [] : classifyPath(['form', name])
  const found: Classified[] = categories.length > 0 ? categories : [{ category: 'other-form-field', because: where, sure: false }]
  return [{
    key: `form:${trail.spot.file}:${name ?? where}`, kind: 'form', categories: found, name: name ?? where, place: placeOf(trail),
  }]
}

function placeOf(trail: Trail): DataSource['place'] {
  return { file: trail.spot.file, span: { start: 0, end: 0 } }
}

function ofRow(host: Host, trail: Trail): readonly DataSource[] {
  const script = scriptOf(host, trail.spot)
  const value = script?.values[trail.spot.id]
  const place = { file: trail.spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } }
  switch (trail.spot.slot) {
    case 'form': {
      const names = trail.path.filter((name) => name !== '*' && !/^\d+$/.test(name))
      const name = names[0] ?? trail.hint
      const fields = [...controlFields(host, trail, names), ...componentFields(host, trail, names.join('.') || trail.hint)]
      if (fields.length > 0) return sourcesOf(fields)
      return unknownField(trail, names.at(-1) ?? name, 'the form').map((source) => ({ ...source, place }))
    }
    case 'request': {
      const names = trail.path.filter((name) => name !== '*')
      const categories = names.length === 0 ? [] : classifyPath(['request', ...names])
      const found: Classified[] = categories.length > 0 ? categories : [{ category: 'other-form-field', because: 'the request', sure: false }]
      const name = ['request', ...names].join('.')
      return [{ key: `request:${trail.spot.file}:${name}`, kind: 'request', categories: found, name, place }]
    }
    // The row says that the value is seen elsewhere.
    case 'seen': return []
    default: return pageSource(host, trail, value) ?? []
  }
}

/** Fields of the file's template that carry a control's name: `formControlName="reason"`. */
function controlFields(host: Host, trail: Trail, names: readonly string[]): FieldFound[] {
  const name = names.at(-1) ?? trail.hint
  if (name === null || name === undefined) return []
  const own = host.facts(trail.spot.file)
  return [...(own ? [own] : []), ...host.templates(trail.spot.file)].flatMap((facts) => facts.fields
    .filter(({ attributes }) => attributes.formcontrolname === name || attributes.name === name).map((field) => markupField(facts.path, field)))
}

/** Names of the fields among the components of a file, by host. */
const rememberedNames = new WeakMap<object, Map<string, Map<string, FieldFound[]>>>()

/** Fields of the components in the same file that carry a name. */
function componentFields(host: Host, trail: Trail, name: string | null): FieldFound[] {
  if (name === null || name === '') return []
  let files = rememberedNames.get(host)
  if (!files) rememberedNames.set(host, files = new Map())
  const { file } = trail.spot
  let names = files.get(file)
  if (!names) {
    names = new Map()
    files.set(file, names)
    for (const [index, script] of (host.facts(file)?.scripts ?? []).entries()) {
      script.values.forEach((value, id) => {
        if (value.kind !== 'element' || !value.properties.some((property) => property.name === 'name' || property.name === 'id' || property.name === null)) return
        const [first, ...others] = fieldsOf(host, { kind: 'jsx', at: { file, script: index, value: id } }, null)
        if (!first || others.length > 0) return
        for (const own of new Set([first.field.name, first.field.id])) if (own !== null) names?.set(own, [...(names.get(own) ?? []), first])
      })
    }
  }
  return names.get(name) ?? []
}

function ofGiven(host: Host, trail: Trail, isEnd: boolean): readonly DataSource[] | null {
  const [parameter, ...rest] = trail.path
  const elements = receiversOf(host, trail)
  if (elements.length === 0) return isEnd ? recordSource(host, trail) : null
  if (parameter !== undefined && parameter !== '0' && parameter !== '*') return valueOfComponent(host, trail, elements)
  if (rest[0] === 'target' || rest[0] === 'currentTarget' || rest[0] === 'srcElement') return readEvent(host, trail, elements, rest)
  if (rest.length === 0 || VALUES.has(rest[0] as string)) return valueOfComponent(host, trail, elements)
  return HARMLESS.has(rest[0] as string) ? [] : null
}

/** `<Select onChange={(value) => …}>`: components of libraries give the value itself. */
function valueOfComponent(host: Host, trail: Trail, elements: readonly Element[]): readonly DataSource[] | null {
  const slot = trail.spot.slot ?? ''
  const components = elements.filter((element) => {
    if (element.kind !== 'jsx') return element.kind === 'markup' && /[A-Z-]/.test(element.name) && slot === 'attached'
    const script = scriptOf(host, element.at)
    const value = script?.values[element.at.value]
    return script && value?.kind === 'element' && /^[A-Z]/.test(elementName(script, value)) && /^on(?!Submit|Click)/.test(slot)
  })
  const fields = components.flatMap((element) => fieldsOf(host, element, trail.hint))
  return fields.length > 0 ? sourcesOf(fields) : null
}

function readEvent(host: Host, trail: Trail, elements: readonly Element[], path: readonly string[]): readonly DataSource[] | null {
  const [first, ...rest] = path
  if (first === undefined) return []
  if (!/^(target|currentTarget|srcElement)$/.test(first)) return HARMLESS.has(first) ? [] : null
  return readElements(host, trail, elements, rest)
}

function readElements(host: Host, trail: Trail, elements: readonly Element[], path: readonly string[]): readonly DataSource[] | null {
  // One handler for many fields: the name under which the value is kept says which of them is meant.
  const meant = trail.hint === null || !VALUES.has(path[0] ?? '') ? []
    : elements.filter((element) => fieldsOf(host, element, trail.hint).length > 0)
  const found = (meant.length > 0 ? meant : elements).map((element) => readElement(host, trail, element, path))
  const sources = found.flatMap((item) => item ?? [])
  return sources.length > 0 ? sources : found.some((item) => item !== null) ? [] : null
}

/** What is read from an element: `value`, `elements.reason.value`, `reason.value`, `textContent`. */
function readElement(host: Host, trail: Trail, element: Element, path: readonly string[]): readonly DataSource[] | null {
  const [first, second] = path
  if (first === undefined || HARMLESS.has(first)) return []
  if (first === 'elements') return second === undefined ? sourcesOf(fieldsOf(host, element, null)) : sourcesOf(fieldsOf(host, element, second))
  if (first === 'serialized') return sourcesOf(fieldsOf(host, element, null))
  if (VALUES.has(first)) {
    const name = element.kind === 'selector' ? null : trail.hint
    const named = fieldsOf(host, element, name)
    // Another field of the file has the name: this one is not meant.
    if (named.length === 0 && name !== null && componentFields(host, trail, name).length > 0) return []
    const fields = named.length > 0 ? named : fieldsOf(host, element, null)
    // A switch that is on says something only where its label does.
    if (first === 'checked') return sourcesOf(fields).filter(({ categories }) => categories.some(({ category, sure }) => sure && category !== 'other-form-field'))
    if (fields.length > 0) return sourcesOf(fields)
    return first === 'value' || first === 'val' ? unknownField(trail, trail.hint, describe(element)) : []
  }
  if (TEXTS.has(first)) return textOf(host, trail, element, first)
  if (first === 'dataset' && second !== undefined) return attributeOf(trail, element, second)
  if (first === '*') return readElement(host, trail, element, path.slice(1))
  const fields = fieldsOf(host, element, first)
  return fields.length > 0 ? sourcesOf(fields) : null
}

function describe(element: Element): string {
  return element.kind === 'selector' ? element.selector : element.kind === 'markup' ? element.name : 'the field'
}

/** Shown text: of a field, what was typed; of anything else, only what its name says is about a person. */
function textOf(host: Host, trail: Trail, element: Element, part: string): readonly DataSource[] {
  const fields = fieldsOf(host, element, null)
  if (fields.length > 0) return sourcesOf(fields)
  const name = describe(element)
  const categories = classifyPath(name.replace(/[#.[\]"'=]/g, ' ').split(/\s+/).filter((word) => word !== '')).filter(({ sure }) => sure)
  return categories.length === 0 ? [] : [{ key: `text:${name}.${part}`, kind: 'text', categories, name: `${name} (${part})`, place: placeOf(trail) }]
}

function attributeOf(trail: Trail, element: Element, key: string): readonly DataSource[] {
  const categories = classifyPath([key])
  return categories.length === 0 ? [] : [{
    key: `data:${trail.spot.file}:${key}`, kind: 'text', categories, name: `${describe(element)} data-${key}`, place: placeOf(trail),
  }]
}

/** Fields as sources; those that hold nothing of a person (passwords, tokens) are none. */
function sourcesOf(fields: readonly FieldFound[]): DataSource[] {
  return fields.flatMap(({ field, place, name, key }) => {
    const categories = classifyField(field)
    return categories.length === 0 ? [] : [{ key: `field:${key}`, kind: 'field' as const, categories, name, place }]
  })
}

/** Template expressions inside a value: `'{{ patient.email }}'`. */
function templateValues(host: Host, trail: Trail, value: Value): readonly DataSource[] {
  const facts = host.facts(trail.spot.file)
  const spans = (facts?.templateSpans ?? []).filter((span) => span.kind === 'expression' && span.start < value.end && value.start < span.end)
  return spans.flatMap((span): DataSource[] => {
    const categories = classifyExpression(span.code).filter((item) => isOfPerson(span.code, item))
    if (categories.length === 0) return []
    const name = span.code.trim().replace(/\s+/g, ' ').slice(0, 80)
    return [{ key: `server:${trail.spot.file}:${span.start}`, kind: 'server', categories, name, place: { file: trail.spot.file, span: { start: span.start, end: span.end } } }]
  })
}

/** What a single name says of nobody in particular is more often the site's own: its telephone, its address, its session. */
const SITES_OWN = new Set(['phone', 'postal-address', 'name', 'provider', 'specialty', 'appointment-location', 'account-identifier', 'page-url', 'page-title'])

function isOfPerson(code: string, { category, sure }: Classified): boolean {
  const names = code.match(/[A-Za-z_]\w*/g) ?? []
  return sure && (names.length > 1 || !SITES_OWN.has(category) || /user|patient|member|client|customer/i.test(code))
}
