/** What is read from an element: `value`, `elements.reason.value`, `reason.value`, `textContent`, `dataset`. */
import { scriptOf, type Trail } from '../../flow/host.js'
import { hintedName, hintedOut } from '../../flow/hint.js'
import { isAny, isName, KEYS } from '../../flow/path.js'
import { classifyPath } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import { fieldsOf, type Element, type FieldFound, type Host } from '../fields/elements.js'
import { sourcesOf, unknownField } from '../fields/field-sources.js'
import { shownIn } from '../server/shown.js'
import { fieldsNamed } from './form-values.js'

/** Parts of an element that hold what a visitor typed or chose. */
export const VALUES: ReadonlySet<string> = new Set([
  'value', 'options', 'checked', 'valueAsNumber', 'valueAsDate', 'files', 'selectedOptions', 'defaultValue', 'val', 'valueAsText',
])
/** Parts that hold what the element shows. */
const TEXTS = new Set(['textContent', 'innerText', 'innerHTML', 'outerHTML', 'outerText', 'text', 'html', 'title', 'alt', 'label', 'nodeValue'])
/** Parts that say what an element is and nothing of the visitor. */
export const HARMLESS: ReadonlySet<string> = new Set([
  'name', 'id', 'type', 'tagName', 'nodeName', 'className', 'classList', 'style', 'method', 'validity', 'length', 'disabled', 'key', 'code',
  'keyCode', 'timeStamp', 'clientX', 'clientY', 'isTrusted', 'action', 'selectedIndex', 'required', 'hidden', 'tabIndex', 'form', 'rows', 'cols',
  'offsetWidth', 'offsetHeight', 'scrollTop', 'childElementCount', 'validationMessage', 'willValidate', 'role', 'lang', 'dir', 'serializedNames',
])
/** Parts of a chosen file that do not say what it is called. */
const OF_FILES = new Set(['size', 'type', 'lastModified', 'lastModifiedDate', 'length'])

/** Reads the same from each element. One handler for many fields: a hint says which of them is meant. */
export function readElements(host: Host, trail: Trail, elements: readonly Element[], path: readonly string[]): readonly DataSource[] | null {
  const meant = VALUES.has(path[0] ?? '') ? elementsMeant(host, trail, elements) : elements
  const found = meant.map((element) => readElement(host, trail, element, path))
  const sources = found.flatMap((item) => item ?? [])
  return sources.length > 0 ? sources : found.some((item) => item !== null) || meant.length < elements.length ? [] : null
}

/** The elements whose name the hint allows; all of them when it says nothing or they have no names. */
function elementsMeant(host: Host, trail: Trail, elements: readonly Element[]): readonly Element[] {
  const name = hintedName(trail.hint)
  const out = hintedOut(trail.hint)
  if (name === null && out.length === 0) return elements
  const named = elements.map((element) => ({ element, names: namesOf(host, element) }))
  if (name === null) return named.filter(({ names }) => names.length === 0 || !names.every((own) => out.includes(own))).map(({ element }) => element)
  const own = named.filter(({ names }) => names.includes(name))
  if (own.length > 0) return own.map(({ element }) => element)
  return named.filter(({ names }) => names.length === 0).map(({ element }) => element)
}

/** Names of the fields of an element, and those its own handler is called with: `onChange={change('email')}`. */
function namesOf(host: Host, element: Element): string[] {
  const own = fieldsOf(host, element, null).flatMap(({ field }) => [field.name, field.id]).filter((name) => name !== null && name !== '')
  return [...(own as string[]), ...(element.kind === 'jsx' ? namesInHandlers(host, element.at) : [])]
}

function namesInHandlers(host: Host, at: { file: string; script: number; value: number }): string[] {
  const script = scriptOf(host, at)
  const value = script?.values[at.value]
  if (!script || value?.kind !== 'element') return []
  return value.properties.flatMap(({ name, value: id }) => {
    const call = /^on[A-Z]/.test(name ?? '') ? script.values[id] : undefined
    const [first] = call?.kind === 'call' ? call.arguments : []
    return first === undefined ? [] : host.resolver.constants({ file: at.file, script: at.script, value: first }).map(String)
  })
}

export function readElement(host: Host, trail: Trail, element: Element, path: readonly string[]): readonly DataSource[] | null {
  const [first, second] = path
  if (first === undefined) return []
  if (element.kind === 'option') return readOption(host, trail, element.of, first, path)
  if (first === 'elements') return second === undefined ? sourcesOf(fieldsOf(host, element, null)) : ofFormPart(host, element, second, path.slice(2))
  if (first === 'serialized') return ofSerialized(host, trail, element, path.slice(1))
  if (VALUES.has(first)) return ofValues(host, trail, element, first, path.slice(1))
  if (TEXTS.has(first)) return textOf(host, trail, element, first, path.slice(1))
  const shown = first === 'content' ? shownIn(host, element, first, path.slice(1)) : null
  if (shown) return shown
  if (first === 'dataset') return second === undefined ? [] : attributeOf(host, trail, element, second)
  if (/^data-/.test(first)) return attributeOf(host, trail, element, first.slice('data-'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  // A list of elements, of which one is read.
  if (isAny(first) || /^\d+$/.test(first)) return path.length > 1 ? readElement(host, trail, element, path.slice(1)) : []
  const fields = fieldsOf(host, element, first)
  if (fields.length > 0 && !HARMLESS.has(first)) return ofFormPart(host, element, first, path.slice(1))
  return HARMLESS.has(first) ? [] : null
}

/** `form.reason.value`, `form.elements.reason.value`; not its name. */
function ofFormPart(host: Host, element: Element, name: string, rest: readonly string[]): readonly DataSource[] {
  const [part, ...inside] = rest
  if (part !== undefined && (isAny(part) || /^\d+$/.test(part)) && inside.length > 0) return ofFormPart(host, element, name, inside)
  if (part !== undefined && HARMLESS.has(part)) return []
  return sourcesOf(fieldsOf(host, element, name))
}

/** `serializeArray()` is a list of names and values. */
function ofSerialized(host: Host, trail: Trail, element: Element, rest: readonly string[]): readonly DataSource[] {
  const name = hintedName(trail.hint)
  const named = rest.find(isName)
  const fields = fieldsOf(host, element, null)
  if (fields.length === 0) return unknownField(trail, name ?? named ?? null, describe(element))
  const meant = fields.filter(({ field }) => (name ?? named) === undefined || name === null ? true : field.name === (name ?? named))
  return sourcesOf(meant)
}

function ofValues(host: Host, trail: Trail, element: Element, first: string, rest: readonly string[]): readonly DataSource[] {
  if (first === 'files' && rest.some((part) => OF_FILES.has(part))) return []
  if (rest.includes(KEYS) || (first !== 'files' && rest.some((part) => part === 'length' || part === 'selectedIndex'))) return []
  // `form.value.email` of a form: the field of that name.
  const inside = first === 'value' && rest[0] !== undefined && isName(rest[0]) ? fieldsOf(host, element, rest[0]) : []
  if (inside.length > 0 && fieldsOf(host, element, null).length > 0) return sourcesOf(inside)
  const name = element.kind === 'selector' ? null : hintedName(trail.hint)
  const named = fieldsOf(host, element, name)
  // Another field of the file has the name: this one is not meant.
  if (named.length === 0 && name !== null && fieldsNamed(host, trail.spot.file, name).length > 0 && fieldsOf(host, element, null).some(({ field }) => field.name !== null)) return []
  const fields = named.length > 0 ? named : fieldsOf(host, element, null)
  // A switch that is on says something only where its label does.
  if (first === 'checked') return sourcesOf(fields).filter(({ categories }) => categories.some(({ category, sure }) => sure && category !== 'other-form-field'))
  if (fields.length > 0) return sourcesOf(fields)
  return first === 'value' || first === 'val' ? unknownField(trail, hintedName(trail.hint), describe(element)) : []
}

/** The chosen option: its text is what was chosen. */
function readOption(host: Host, trail: Trail, list: Element, part: string, path: readonly string[]): readonly DataSource[] {
  if (isAny(part) || /^\d+$/.test(part)) return path.length > 1 ? readOption(host, trail, list, path[1] as string, path.slice(1)) : []
  if (!VALUES.has(part) && !TEXTS.has(part) && part !== 'dataset') return []
  const fields = fieldsOf(host, list, null)
  return fields.length > 0 ? sourcesOf(fields) : unknownField(trail, null, describe(list))
}

export function describe(element: Element): string {
  if (element.kind === 'option') return describe(element.of)
  return element.kind === 'selector' ? element.selector : element.kind === 'markup' ? element.name : 'the field'
}

/** Shown text: of a field, what was typed; of anything else, only what its name says is about a person. */
function textOf(host: Host, trail: Trail, element: Element, part: string, rest: readonly string[]): readonly DataSource[] {
  const fields = fieldsOf(host, element, null).filter((field: FieldFound) => field.isGuess !== true)
  if (fields.length > 0) return sourcesOf(fields)
  const shown = shownIn(host, element, part, rest)
  if (shown && shown.length > 0) return shown
  const name = describe(element)
  const categories = classifyPath(name.replace(/[#.[\]"'=]/g, ' ').split(/\s+/).filter((word) => word !== '')).filter(({ sure }) => sure)
  return categories.length === 0 ? [] : [{ key: `text:${name}.${part}`, kind: 'text', categories, name: `${name} (${part})`, place: placeOf(trail) }]
}

/** What a page shows to everybody is the practice's own, unless the name says whose it is: `data-phone`, `data-patient-phone`. */
const CONTACT = new Set<string>(['email', 'phone', 'postal-address'])
const OWNED = /patient|user|customer|member|visitor|client|lead|guest|caller|subscriber|paciente|cliente|usuario/i

function attributeOf(host: Host, trail: Trail, element: Element, key: string): readonly DataSource[] {
  const isOwned = OWNED.test(`${key} ${describe(element)}`) || rendersOwned(host, trail.spot.file, key)
  const categories = classifyPath([key]).filter(({ category }) => !CONTACT.has(category) || isOwned)
  return categories.length === 0 ? [] : [{
    key: `data:${trail.spot.file}:${key}`, kind: 'text', categories, name: `${describe(element)} data-${key}`, place: placeOf(trail),
  }]
}

/** `data-email="{{ $patient->email }}"` */
function rendersOwned(host: Host, file: string, key: string): boolean {
  return host.resolver.host.facts(file)?.templateSpans.some(({ code }) => OWNED.test(code) && code.toLowerCase().includes(key.toLowerCase())) ?? false
}

function placeOf(trail: Trail): DataSource['place'] {
  return { file: trail.spot.file, span: { start: 0, end: 0 } }
}
