/** Elements of the page as values: which element is an expression, which fields does it hold. */
import type { FieldFacts, FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type FlowHost, type Trail } from '../../flow/host.js'
import { predecessors } from '../../flow/backward/predecessors.js'
import { startAt } from '../../flow/trace.js'
import { usesOf } from '../../flow/forward/uses.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import type { FieldDescription } from '../../personal/index.js'
import type { Place } from '../../types.js'
import type { DataSource } from '../source.js'

/** An element as far as the code tells: one of markup, one of JSX, or whatever a selector finds. */
export type Element =
  | { kind: 'markup'; file: string; start: number; name: string }
  | { kind: 'jsx'; at: ValueReference }
  | { kind: 'selector'; selector: string; from: ValueReference }

export interface FieldFound {
  field: FieldDescription
  place: Place
  /** `input#reason`. */
  name: string
  key: string
}

export interface Host extends FlowHost<DataSource> {
  /** Templates that could bind what a plain script declares, when there are any. */
  templates(file: string): FileFacts[]
}

/** How many places one look for an element visits. */
const STEPS = 60

const QUERIES = new Map<string, (argument: string) => string>([
  ['getElementById', (id) => `#${id}`],
  ['getElementsByName', (name) => `[name="${name}"]`],
  ['getElementsByClassName', (name) => `.${name}`],
  ['getElementsByTagName', (name) => name],
  ['querySelector', (selector) => selector],
  ['querySelectorAll', (selector) => selector],
  ['closest', (selector) => selector],
  ['find', (selector) => selector],
  ['filter', (selector) => selector],
  ['$', (selector) => selector],
  ['jQuery', (selector) => selector],
])

/** The selector by which a call looks for elements, or null when it does not. */
export function selectorOf(host: Host, script: ScriptFacts, at: ValueReference, call: Value & { kind: 'call' }): string | null {
  const callee = script.values[call.callee]
  const name = callee?.kind === 'member' ? callee.name : isLibraryCall(host, script, at, call) ? '$' : callee?.kind === 'global' ? callee.name : null
  const query = name === null ? undefined : QUERIES.get(name)
  const [first] = call.arguments
  if (!query || first === undefined) return null
  const [text] = host.resolver.constants({ ...at, value: first })
  return typeof text === 'string' && text !== '' && !/^\s*</.test(text) ? query(text) : null
}

/** `$(…)` and `jQuery(…)`, by whatever name: `(function (q) { … })(jQuery)`. https://api.jquery.com/jQuery/ */
export function isLibraryCall(host: Host, script: ScriptFacts, at: ValueReference, call: Value & { kind: 'call' }): boolean {
  const callee = script.values[call.callee]
  if (callee?.kind === 'global') return callee.name === '$' || callee.name === 'jQuery'
  if (callee?.kind !== 'binding') return false
  return script.bindings[callee.binding]?.name === '$' || host.resolver.meanings({ ...at, value: call.callee }).some((meaning) =>
    meaning.kind === 'external' && (meaning.path === '$' || meaning.path === 'jQuery' || (meaning.root === 'package' && meaning.name === 'jquery')))
}

/** Elements that an expression may be. */
export function elementsAt(host: Host, value: ValueReference, path: readonly string[] = []): Element[] {
  const found: Element[] = []
  const seen = new Set<string>()
  const queue: Trail[] = [startAt(value, path)]
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const trail = queue[at] as Trail
    const key = `${trail.spot.file}|${trail.spot.script}|${trail.spot.kind}|${trail.spot.id}|${trail.path.join('.')}`
    if (seen.has(key)) continue
    seen.add(key)
    const own = elementHere(host, trail)
    if (own) found.push(...own)
    else queue.push(...predecessors(host, trail))
  }
  return found
}

/** What a trail has arrived at when that is an element; null when the way goes on. */
function elementHere(host: Host, trail: Trail): Element[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  const at: ValueReference = { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
  const [first, second] = trail.path
  if (trail.spot.kind === 'given') {
    const isTarget = /^(target|currentTarget|srcElement|delegateTarget)$/.test(second ?? '')
    return isTarget ? receiversOf(host, trail) : null
  }
  if (trail.spot.kind !== 'value') return null
  const value = script.values[trail.spot.id]
  if (value?.kind === 'call') {
    const selector = selectorOf(host, script, at, value)
    if (selector !== null) {
      const isCallback = /^\$$|jQuery/.test(selector)
      return isCallback ? null : [{ kind: 'selector', selector, from: at }]
    }
    // `$(this)`, `$(event.target)` is the element itself.
    if (isLibraryCall(host, script, at, value) && value.arguments[0] !== undefined) {
      return elementsAt(host, { ...at, value: value.arguments[0] })
    }
    if (first === 'current') return referenced(host, at)
  }
  if (value?.kind === 'global' && /^(event|\$event)$/.test(value.name) && script.attached) {
    return /^(target|currentTarget|srcElement)$/.test(first ?? '') ? [attachedElement(trail.spot.file, script)] : null
  }
  if (value?.kind === 'this' && script.attached && trail.path.length === 0) return [attachedElement(trail.spot.file, script)]
  return null
}

export function attachedElement(file: string, script: ScriptFacts): Element {
  const { attached } = script
  return { kind: 'markup', file, start: attached?.start ?? -1, name: attached?.element ?? '' }
}

/** The elements a handler is registered on. */
export function receiversOf(host: Host, trail: Trail): Element[] {
  const script = scriptOf(host, trail.spot)
  const value = script?.values[trail.spot.id]
  const at: ValueReference = { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
  if (!script || !value) return []
  if (trail.spot.slot === 'attached') return [attachedElement(trail.spot.file, script)]
  if (value.kind === 'element') return [{ kind: 'jsx', at }]
  if (value.kind !== 'call') return []
  const callee = script.values[value.callee]
  if (callee?.kind !== 'member') return []
  // `$(form).on('change', '#reason', handler)` names the element among the arguments.
  const delegated = value.arguments.slice(1, -1).flatMap((argument) => host.resolver.constants({ ...at, value: argument }))
  const [selector] = delegated.filter((text): text is string => typeof text === 'string')
  if (selector !== undefined) return [{ kind: 'selector', selector, from: at }]
  return elementsAt(host, { ...at, value: callee.object })
}

/** `<input ref={reason}>`: the elements a reference made by this call is put on. */
function referenced(host: Host, made: ValueReference): Element[] {
  return usesOf(host, { file: made.file, script: made.script, kind: 'value', id: made.value }).flatMap((use): Element[] =>
    (use.kind === 'handed' && use.slot === 'ref' ? [{ kind: 'jsx', at: use.at }] : []))
}

/** The fields an element is or holds; `name` picks those of that name or id. */
export function fieldsOf(host: Host, element: Element, name: string | null): FieldFound[] {
  const found = allFields(host, element)
  if (name === null || name === '*') return found
  const named = found.filter(({ field }) => field.name === name || field.id === name)
  if (named.length > 0 || found.length === 0) return named
  const loose = found.filter(({ field }) => [field.name, field.id].some((own) => own !== null && own.replace(/\[\]$/, '').toLowerCase() === name.toLowerCase()))
  return loose
}

function allFields(host: Host, element: Element): FieldFound[] {
  switch (element.kind) {
    case 'markup': {
      const facts = host.facts(element.file)
      const own = facts?.fields.find(({ start }) => start === element.start)
      if (own) return [markupField(element.file, own)]
      const form = facts?.forms.find(({ start }) => start === element.start)
      return form ? (facts?.fields ?? []).filter((field) => field.form === form.start).map((field) => markupField(element.file, field)) : []
    }
    case 'jsx': return jsxFields(host, element.at)
    case 'selector': return selectedFields(host, element.selector, element.from)
  }
}

export function markupField(file: string, field: FieldFacts): FieldFound {
  const { attributes } = field
  const bound = Object.entries(attributes).filter(([name]) => /model|formcontrol|^bind:|^:?name$|^data-/.test(name)).map(([, value]) => value)
  const id = attributes.id ?? null
  const name = attributes.name ?? attributes.formcontrolname ?? null
  return {
    field: {
      tag: field.tag, type: attributes.type ?? null, name, id, autocomplete: attributes.autocomplete ?? null, label: field.label ?? attributes.label ?? null,
      placeholder: attributes.placeholder ?? null, ariaLabel: attributes['aria-label'] ?? null, options: field.options, otherNames: bound,
    },
    place: { file, span: { start: field.start, end: field.end } },
    name: nameOf(field.name, id, name),
    key: `${file}:${field.start}`,
  }
}

function nameOf(tag: string, id: string | null, name: string | null): string {
  return id !== null && id !== '' ? `${tag}#${id}` : name !== null && name !== '' ? `${tag}[name=${name}]` : tag
}

const JSX_FIELDS = /^(input|select|textarea)$|(Input|Field|Select|TextField|Textarea|TextArea|Picker|Autocomplete|ComboBox|Combobox|Dropdown|Checkbox|Radio|Switch|Slider|Rating)$/

/** The element itself when it is a field, else the fields that stand in it. */
function jsxFields(host: Host, at: ValueReference): FieldFound[] {
  const script = scriptOf(host, at)
  const value = script?.values[at.value]
  if (!script || value?.kind !== 'element') return []
  const isField = JSX_FIELDS.test(elementName(script, value)) || hasProperty(value, 'onChange') || hasProperty(value, 'onValueChange') || hasProperty(value, 'ref')
  const isForm = /form/i.test(elementName(script, value))
  if (isField && !isForm) return [jsxField(host, script, at, value)]
  return script.values.flatMap((inner, id) => {
    if (inner.kind !== 'element' || inner.start < value.start || inner.end > value.end || id === at.value) return []
    return JSX_FIELDS.test(elementName(script, inner)) ? [jsxField(host, script, { ...at, value: id }, inner)] : []
  })
}

function hasProperty(value: Value & { kind: 'element' }, name: string): boolean {
  return value.properties.some((property) => property.name === name)
}

export function elementName(script: ScriptFacts, value: Value & { kind: 'element' }): string {
  if (typeof value.name === 'string') return value.name
  const name = script.values[value.name]
  if (name?.kind === 'binding') return script.bindings[name.binding]?.name ?? ''
  return name?.kind === 'member' || name?.kind === 'global' ? (name.name ?? '') : ''
}

/** Fields by host and script: one form is asked about for every event of its page. */
const rememberedFields = new WeakMap<object, WeakMap<ScriptFacts, Map<ValueId, FieldFound>>>()

function jsxField(host: Host, script: ScriptFacts, at: ValueReference, value: Value & { kind: 'element' }): FieldFound {
  let scripts = rememberedFields.get(host)
  if (!scripts) rememberedFields.set(host, scripts = new WeakMap())
  let fields = scripts.get(script)
  if (!fields) scripts.set(script, fields = new Map())
  let field = fields.get(at.value)
  if (!field) fields.set(at.value, field = readJsxField(host, script, at, value))
  return field
}

function readJsxField(host: Host, script: ScriptFacts, at: ValueReference, value: Value & { kind: 'element' }): FieldFound {
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
  const name = text('name') ?? registered[0] ?? null
  const bound = value.properties.find((property) => property.name === 'value' || property.name === 'checked')
  return {
    field: {
      tag: elementName(script, value).toLowerCase(), type: text('type'), name, id, autocomplete: text('autoComplete') ?? text('autocomplete'),
      label: text('label') ?? jsxLabel(host, script, at, value, id), placeholder: text('placeholder'), ariaLabel: text('aria-label'),
      options: optionTexts(script, value), otherNames: bound ? namesOfValue(script, bound.value) : [],
    },
    place: { file: at.file, span: { start: value.start, end: value.end } },
    name: nameOf(elementName(script, value), id, name),
    key: `${at.file}:${value.start}`,
  }
}

function namesOfValue(script: ScriptFacts, id: ValueId): string[] {
  const value = script.values[id]
  if (value?.kind === 'binding') return [script.bindings[value.binding]?.name ?? '']
  if (value?.kind === 'member') return [...namesOfValue(script, value.object), ...(value.name === null ? [] : [value.name])].slice(-1)
  return []
}

/** `<label htmlFor="reason">…`, a label around the field, or the label before it in the same box. */
function jsxLabel(host: Host, script: ScriptFacts, at: ValueReference, field: Value & { kind: 'element' }, id: string | null): string | null {
  let best: { text: string; distance: number } | null = null
  for (const value of script.values) {
    if (value.kind !== 'element' || !/^(label|Label|FormLabel|InputLabel|legend)$/.test(elementName(script, value))) continue
    const target = value.properties.find((property) => property.name === 'htmlFor')
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

function textOf(script: ScriptFacts, value: Value & { kind: 'element' }): string {
  return value.children.map((child) => {
    const inner = script.values[child]
    return inner?.kind === 'constant' ? String(inner.value) : inner?.kind === 'element' ? textOf(script, inner) : ''
  }).join(' ').replace(/\s+/g, ' ').trim()
}

function optionTexts(script: ScriptFacts, value: Value & { kind: 'element' }): string[] {
  return script.values.flatMap((inner) =>
    (inner.kind === 'element' && /^(option|Option|MenuItem|SelectItem)$/.test(elementName(script, inner)) && inner.start >= value.start && inner.end <= value.end
      ? [textOf(script, inner)] : [])).filter((text) => text !== '').slice(0, 40)
}

/** Fields a selector finds: on the pages that load the script, else what the selector itself says. */
function selectedFields(host: Host, selector: string, from: ValueReference): FieldFound[] {
  const wanted = parseSelector(selector)
  for (const file of pagesOf(host, from.file)) {
    const facts = host.facts(file)
    const form = facts?.forms.find((item) => matches(item.attributes, 'form', wanted))
    if (facts && form) return facts.fields.filter((field) => field.form === form.start).map((field) => markupField(file, field))
    const found = (facts?.fields ?? []).filter((field) => matches(field.attributes, field.tag, wanted))
    if (found.length > 0) return found.map((field) => markupField(file, field))
  }
  const script = scriptOf(host, from)
  const elements = (script?.values ?? []).flatMap((value, id) => (value.kind === 'element' ? jsxFields(host, { ...from, value: id }) : []))
  const own = elements.filter(({ field }) => (wanted.id !== null && field.id === wanted.id) || (wanted.name !== null && field.name === wanted.name))
  if (own.length > 0) return own
  if (wanted.id === null && wanted.name === null) return []
  const value = script?.values[from.value]
  return [{
    field: {
      tag: wanted.tag ?? 'input', type: wanted.type, name: wanted.name, id: wanted.id, autocomplete: null, label: null, placeholder: null,
      ariaLabel: null, options: [], otherNames: [],
    },
    place: { file: from.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } },
    name: selector, key: `selector:${selector}`,
  }]
}

interface Selector {
  tag: string | null
  id: string | null
  name: string | null
  type: string | null
  classes: string[]
}

/** The last compound of a selector: what it finds. */
function parseSelector(selector: string): Selector {
  const last = selector.split(',')[0]?.trim().split(/\s*[>+~]\s*|\s+(?![^[]*\])/).at(-1) ?? ''
  const attribute = (name: string): string | null => new RegExp(`\\[${name}\\s*[*^$~|]?=\\s*["']?([^"'\\]]+)`, 'i').exec(last)?.[1] ?? null
  const bare = last.replace(/\[[^\]]*\]/g, '').replace(/::?[\w-]+(\([^)]*\))?/g, '')
  return {
    tag: /^[a-z][\w-]*/i.exec(bare)?.[0].toLowerCase() ?? null,
    id: /#([\w-]+)/.exec(bare)?.[1] ?? attribute('id'),
    name: attribute('name'),
    type: attribute('type'),
    classes: [...bare.matchAll(/\.([\w-]+)/g)].map((match) => match[1] as string),
  }
}

function matches(attributes: Readonly<Record<string, string>>, tag: string, wanted: Selector): boolean {
  if (wanted.id !== null) return attributes.id === wanted.id
  if (wanted.name !== null) return attributes.name === wanted.name
  if (wanted.classes.length > 0) {
    const own = new Set((attributes.class ?? '').split(/\s+/))
    return wanted.classes.every((name) => own.has(name))
  }
  if (wanted.type !== null) return attributes.type === wanted.type
  return wanted.tag === tag && tag === 'form'
}

/** The file itself and the pages that load it, nearest first. */
function pagesOf(host: Host, file: string): string[] {
  const found = new Set([file])
  for (const path of found) {
    if (found.size > 60) break
    for (const importer of host.importers(path)) found.add(importer)
  }
  return [...found]
}
