/** Elements of the page as values: which element is an expression, which fields does it hold. */
import type { FieldFacts, FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import { jsxFields } from './jsx-fields.js'
import { selectedFields } from './selected-fields.js'
import { parseSelectors } from './selectors.js'
import { scriptOf, type FlowHost, type Trail } from '../../flow/host.js'
import { predecessors } from '../../flow/backward/predecessors.js'
import { constantsOn } from '../../flow/constants.js'
import { isAny } from '../../flow/path.js'
import { startAt } from '../../flow/trace.js'
import { callsOf } from '../../flow/forward/callers.js'
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
  /** The chosen option of a list. */
  | { kind: 'option'; of: Element }

export interface FieldFound {
  field: FieldDescription
  place: Place
  /** `input#reason`. */
  name: string
  key: string
  /** No element of the project: all that is known is how the code looks for it. */
  isGuess?: true
}

export interface Host extends FlowHost<DataSource> {
  /** Templates that could bind what a plain script declares, when there are any. */
  templates(file: string): FileFacts[]
  /** True when code of the site pushes something under this key of the data layer: it is told there. */
  isPushed?(key: readonly string[]): boolean
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
  ['$$', (selector) => selector],
  ['$', (selector) => selector],
  ['jQuery', (selector) => selector],
])

/**
 * The selectors by which a call looks for elements: several where a list is gone through; none when it does not look for
 * any. `trail`: the way here, which says what a helper was called with: `const byId = (id) => document.getElementById(id)`.
 */
export function selectorsOf(
  host: Host, script: ScriptFacts, at: ValueReference, call: Value & { kind: 'call' }, trail: Trail | null = null,
): string[] {
  const callee = script.values[call.callee]
  const name = callee?.kind === 'member' ? callee.name : isLibraryCall(host, script, at, call) ? '$' : callee?.kind === 'global' ? callee.name : null
  const query = name === null ? undefined : QUERIES.get(name)
  const [first] = call.arguments
  if (!query || first === undefined) return []
  const known = host.resolver.constants({ ...at, value: first }).slice(0, TEXTS)
  const texts = known.length > 0 || trail === null ? known : textsOn(host, trail, script, { ...at, value: first })
  return texts.flatMap((text) => (typeof text === 'string' && text !== '' && !/^\s*</.test(text) ? [query(text)] : []))
}

/** How many texts one expression is taken to be. */
const TEXTS = 12

/** Texts that are put together of what a helper was called with: `'#' + id`. None when the way does not say it. */
function textsOn(host: Host, trail: Trail, script: ScriptFacts, at: ValueReference): string[] {
  const value = script.values[at.value]
  const parts = value?.kind === 'template' ? value.parts : value?.kind === 'operation' && value.operator === '+' ? value.operands : null
  if (!parts) return constantsOn(host, trail, at).slice(0, TEXTS).map(String)
  return parts.map((part) => textsOn(host, trail, script, { ...at, value: part }))
    .reduce((before, after) => before.flatMap((one) => after.map((other) => one + other)).slice(0, TEXTS), [''])
}

/** `$(…)` and `jQuery(…)`, by whatever name: `(function (q) { … })(jQuery)`. https://api.jquery.com/jQuery/ */
export function isLibraryCall(host: Host, script: ScriptFacts, at: ValueReference, call: Value & { kind: 'call' }): boolean {
  const callee = script.values[call.callee]
  if (callee?.kind === 'global') return callee.name === '$' || callee.name === 'jQuery'
  if (callee?.kind !== 'binding') return false
  return script.bindings[callee.binding]?.name === '$' || host.resolver.meanings({ ...at, value: call.callee }).some((meaning) =>
    meaning.kind === 'external' && (meaning.path === '$' || meaning.path === 'jQuery' || (meaning.root === 'package' && meaning.name === 'jquery')))
}

/** Elements that an expression may be; `context`: the calls that a question about it came through. */
export function elementsAt(host: Host, value: ValueReference, path: readonly string[] = [], context: Trail['context'] = null): Element[] {
  const question = `${value.file}|${value.script}|${value.value}|${path.join('.')}`
  let open = questions.get(host)
  if (!open) questions.set(host, open = new Set())
  if (open.has(question)) return []
  open.add(question)
  const found = elementsFrom(host, { ...startAt(value, path), context })
  open.delete(question)
  return found
}

/** Questions that are being answered: what is kept out of its own event's target (`box = event.target`) asks for itself. */
const questions = new WeakMap<Host, Set<string>>()

function elementsFrom(host: Host, start: Trail): Element[] {
  const found: Element[] = []
  const seen = new Set<string>()
  const queue: Trail[] = [start]
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
    // `ref={(element) => …}`, `list.forEach((element) => …)` over elements.
    if (second === undefined && trail.spot.slot === 'ref') return receiversOf(host, trail)
    const isTarget = /^(target|currentTarget|srcElement|delegateTarget)$/.test(second ?? '')
    return isTarget ? receiversOf(host, trail) : null
  }
  if (trail.spot.kind !== 'value') return null
  const value = script.values[trail.spot.id]
  if (value?.kind === 'call') {
    const selectors = selectorsOf(host, script, at, value, trail)
    if (selectors.length > 0) {
      const isCallback = /^\$$|jQuery/.test(selectors[0] as string)
      return isCallback ? null : selectors.flatMap((selector) => selected(host, script, at, value, selector, trail.context))
    }
    // `$(this)`, `$(event.target)` is the element itself.
    if (isLibraryCall(host, script, at, value) && value.arguments[0] !== undefined) {
      return elementsAt(host, { ...at, value: value.arguments[0] }, [], trail.context)
    }
    if (first === 'current') return referenced(host, at)
  }
  if (value?.kind === 'global' && /^(event|\$event)$/.test(value.name) && script.attached) {
    return /^(target|currentTarget|srcElement)$/.test(first ?? '') ? [attachedElement(trail.spot.file, script)] : null
  }
  if (value?.kind === 'global' && script.attached && trail.path.length === 0) {
    const referred = elementsReferred(host, trail.spot.file, value.name)
    if (referred.length > 0) return referred
  }
  if (value?.kind === 'global' && value.name === 'document') {
    const form = formOfDocument(host, trail.spot.file, trail.path)
    return form && form.rest.length === 0 ? form.elements : null
  }
  if (value?.kind === 'global' && trail.path.length === 0) {
    // https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
    const facts = host.facts(trail.spot.file)
    const named = [...(facts?.forms ?? []), ...(facts?.fields ?? [])].find(({ attributes }) => attributes.id === value.name || attributes.name === value.name)
    if (named) return [{ kind: 'markup', file: trail.spot.file, start: named.start, name: value.name }]
  }
  if (value?.kind === 'this' && trail.path.length === 0) {
    return script.attached ? [attachedElement(trail.spot.file, script)] : elementsOfThis(host, trail, script, value.function)
  }
  return null
}

/** Methods whose callbacks are called with the element as `this`. https://api.jquery.com/on/, `addEventListener` */
const GIVES_THIS = /^(?:addEventListener|on|one|bind|live|delegate|each|map|filter|submit|change|click|dblclick|blur|focus|focusin|focusout|input|keyup|keydown|keypress|select|mouseup|mousedown|ready)$/

/** `this` in a function that is a listener: the element it listens on. Null in functions that are none. */
export function elementsOfThis(host: Host, trail: Trail, script: ScriptFacts, owner: number): Element[] | null {
  if (owner === 0 || (script.functions[owner]?.class ?? -1) >= 0) return null
  const found = callsOf(host, trail.spot, script, owner).flatMap((use): Element[] => {
    if (use.kind === 'listener') return elementsAt(host, use.at)
    if (use.kind === 'attached') return receiversOf(host, { ...trail, spot: { file: use.at.file, script: use.at.script, kind: 'given', id: use.at.value, slot: 'attached' } })
    const place = use.kind === 'handed' ? scriptOf(host, use.at) : undefined
    const call = place?.values[use.at.value]
    const callee = call?.kind === 'call' ? place?.values[call.callee] : undefined
    if (use.kind !== 'handed' || callee?.kind !== 'member' || !GIVES_THIS.test(callee.name ?? '')) return []
    return receiversOf(host, { ...trail, spot: { file: use.at.file, script: use.at.script, kind: 'given', id: use.at.value, slot: use.slot } })
  })
  return found.length > 0 ? found : null
}

/** The elements of a component's template that a member stands for: `@ViewChild('lead') lead`. https://angular.dev/guide/components/queries */
export function viewChildren(host: Host, place: { file: string; script: number }, script: ScriptFacts, owner: number, name: string): Element[] {
  const member = script.classes[owner]?.members.find((item) => item.name === name)
  const queries = [...(member?.decorators ?? []), ...(member?.value === null || member === undefined ? [] : [member.value])]
  const names = queries.flatMap((id) => {
    const call = script.values[id]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const own = callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : callee?.kind === 'global' ? callee.name : undefined
    const [first] = call?.kind === 'call' ? call.arguments : []
    return /^(?:ViewChild|ContentChild|viewChild)$/.test(own ?? '') && first !== undefined ? host.resolver.constants({ file: place.file, script: place.script, value: first }) : []
  })
  const files = [place.file, ...host.resolver.scopes.templatesOf(place.file)]
  return names.flatMap((each) => files.flatMap((file) => elementsReferred(host, file, String(each))))
}

/** Fields and forms of a file that a template names by `ref`, `x-ref`, `bind:this` or `#name`. */
export function elementsReferred(host: Host, file: string, name: string): Element[] {
  const facts = host.facts(file)
  return [...(facts?.fields ?? []), ...(facts?.forms ?? [])].flatMap(({ attributes, start }): Element[] => {
    const isIt = attributes.ref === name || attributes['x-ref'] === name || attributes[`#${name.toLowerCase()}`] !== undefined
      || attributes['bind:this']?.replace(/[{}\s]/g, '') === name
    return isIt ? [{ kind: 'markup', file, start, name }] : []
  })
}

/** `document.forms[0]`, `document.forms.lead`, `document.lead`: the forms that are meant, and what is read of them. */
export function formOfDocument(host: Host, file: string, path: readonly string[]): { elements: Element[]; rest: readonly string[] } | null {
  const forms = host.facts(file)?.forms ?? []
  const [first, second] = path
  const isList = first === 'forms'
  const name = isList ? second : first
  if (name === undefined || forms.length === 0) return null
  const found = forms.filter(({ attributes }, index) => attributes.name === name || (isList && (attributes.id === name || isAny(name) || String(index) === name)))
  if (found.length === 0) return null
  return { elements: found.map(({ start }) => ({ kind: 'markup', file, start, name: 'form' })), rest: path.slice(isList ? 2 : 1) }
}

/** The elements a selector finds; `:selected` of a list is the list's own choice. */
function selected(
  host: Host, script: ScriptFacts, at: ValueReference, call: Value & { kind: 'call' }, selector: string, context: Trail['context'],
): Element[] {
  const [first] = parseSelectors(selector)
  const callee = script.values[call.callee]
  const receiver = callee?.kind === 'member' ? { ...at, value: callee.object } : null
  if (first?.isOption && /^\s*(?:option\b|:)/i.test(selector) && receiver) {
    return elementsAt(host, receiver, [], context).map((of) => ({ kind: 'option', of }))
  }
  const found: Element = { kind: 'selector', selector, from: at }
  return first?.isOption ? [{ kind: 'option', of: found }] : [found]
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
  const placed = /^@(\d+)$/.exec(trail.spot.slot ?? '')
  if (placed) return [{ kind: 'markup', file: trail.spot.file, start: Number(placed[1]), name: '' }]
  if (/^on[a-z]+$/.test(trail.spot.slot ?? '') && value.kind !== 'element') return elementsAt(host, at)
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
  if (name === null || isAny(name)) return found
  if (/^\d+$/.test(name)) return found.slice(Number(name), Number(name) + 1)
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
    case 'option': return allFields(host, element.of)
  }
}

export function markupField(file: string, field: FieldFacts): FieldFound {
  const { attributes } = field
  const bound = Object.entries(attributes).filter(([name]) => /model|formcontrol|^bind:|^:?name$|^data-/.test(name)).map(([, value]) => value)
  const id = attributes.id ?? null
  const name = attributes.name ?? attributes.formcontrolname ?? boundName(attributes['asp-for'] ?? attributes['th:field'])
  return {
    field: {
      tag: field.tag, type: attributes.type ?? null, name, id, autocomplete: attributes.autocomplete ?? null, label: field.label ?? attributes.label ?? null,
      placeholder: attributes.placeholder ?? null, ariaLabel: attributes['aria-label'] ?? null, options: field.options, otherNames: bound,
    },
    place: { file, span: { start: field.start, end: field.end } },
    name: nameOf(field.name, id, name, field.label ?? attributes.placeholder ?? null),
    key: `${file}:${field.start}`,
  }
}

/**
 * `asp-for="Input.Reason"`, `th:field="*{reason}"`: what the server makes the name of.
 * https://learn.microsoft.com/en-us/aspnet/core/mvc/views/working-with-forms
 */
function boundName(written: string | undefined): string | null {
  return /(\w+)\W*$/.exec(written ?? '')?.[1] ?? null
}

/** `input#reason`, `input[name=reason]`, `input “Your reason”`, `input`; `shown` is what a visitor reads at the field. */
export function nameOf(tag: string, id: string | null, name: string | null, shown: string | null = null): string {
  if (id !== null && id !== '') return `${tag}#${id}`
  if (name !== null && name !== '') return `${tag}[name=${name}]`
  const text = (shown ?? '').replace(/\s+/g, ' ').trim()
  return text === '' ? tag : `${tag} “${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`
}
