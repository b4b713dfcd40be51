/** What a handler is given: an event with its element, or the value itself by components of libraries. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { hintedName } from '../../flow/hint.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { chainOf } from '../../flow/links.js'
import { positionsOf } from '../../flow/order/positions.js'
import { isAny } from '../../flow/path.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import type { DataSource } from '../source.js'
import { fieldsOf, receiversOf, type Element, type Host } from '../fields/elements.js'
import { sourcesOf, unknownField } from '../fields/field-sources.js'
import { elementName } from '../fields/jsx-fields.js'
import { clickedText, isAnyOfPage, isOfPage, isText } from './clicked.js'
import { HARMLESS, readElements, VALUES } from './reading.js'
import { recordSource } from './records.js'

const TARGET = /^(?:target|currentTarget|srcElement|delegateTarget|relatedTarget)$/
/** Form plugins of content systems that tell a page's scripts what was sent. */
const PLUGIN_EVENTS: readonly { event: RegExp; path: readonly string[]; name: string; says?: string }[] = [
  // https://contactform7.com/dom-events/
  { event: /^wpcf7/, path: ['detail', 'inputs', '*', 'value'], name: 'Contact Form 7' },
  // https://htmx.org/events/#htmx:configRequest
  { event: /^htmx:configRequest$/, path: ['detail', 'parameters', '*'], name: 'the request' },
  // https://htmx.org/events/#htmx:afterRequest
  { event: /^htmx:/, path: ['detail', 'requestConfig', 'parameters', '*'], name: 'the request' },
  // https://legacydocs.hubspot.com/global-form-events
  { event: /^message$/, path: ['data', 'data', '*', 'value'], name: 'HubSpot form', says: 'hsFormCallback' },
]

/** A place where something outside the project calls a function of it. */
export function ofGiven(host: Host, trail: Trail, isEnd: boolean): readonly DataSource[] | null {
  const [parameter, ...rest] = trail.path
  const plugin = ofPlugin(host, trail, rest)
  if (plugin) return plugin
  const elements = receiversOf(host, trail)
  // https://svelte.dev/docs/kit/form-actions#Progressive-enhancement-Customising-use:enhance
  if (rest[0] === 'formData' && /^use:enhance/.test(scriptOf(host, trail.spot)?.attached?.attribute ?? '')) return readElements(host, trail, elements, ['elements', ...rest.slice(1)])
  if (trail.spot.slot === 'ref') return elements.length > 0 ? readElements(host, trail, elements, rest) : null
  if (TARGET.test(rest[0] ?? '')) {
    if (elements.length > 0) return readElements(host, trail, elements, rest.slice(1))
    const selectors = delegatedSelectors(host, trail)
    if (selectors === null) return isEnd ? recordSource(host, trail) : null
    if (isText(rest[1]) && selectors.every(isAnyOfPage)) return [clickedText(trail)]
    const from = { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
    const delegated = (selectors.length > 0 ? selectors : ['input, select, textarea']).map((selector): Element => ({ kind: 'selector', selector, from }))
    return readElements(host, trail, delegated, rest.slice(1))
  }
  if (elements.length === 0) return isEnd ? recordSource(host, trail) : null
  if (parameter !== undefined && parameter !== '0' && !isAny(parameter)) return valueOfComponent(host, trail, elements)
  // https://w3c.github.io/uievents/#interface-inputevent
  if (rest[0] === 'data' && /^(?:before)?input$/.test(eventName(host, trail) ?? '')) return readElements(host, trail, elements, ['value'])
  if (rest.length === 0 || VALUES.has(rest[0] as string)) return valueOfComponent(host, trail, elements)
  return HARMLESS.has(rest[0] as string) || rest[0] === 'submitter' ? [] : null
}

/** An event of the page that an inline handler names: `onchange="send(event.target.value)"`. */
export function readEvent(host: Host, trail: Trail, elements: readonly Element[], path: readonly string[]): readonly DataSource[] | null {
  const [first, ...rest] = path
  if (first === undefined) {
    // https://angular.dev/guide/forms/template-driven-forms, https://vuejs.org/guide/components/v-model
    const attribute = scriptOf(host, trail.spot)?.attached?.attribute ?? ''
    if (/ngmodelchange|update:model|valuechange/i.test(attribute)) return readElements(host, trail, elements, ['value'])
    const given = valueOfComponent(host, { ...trail, spot: { ...trail.spot, slot: 'attached' } }, elements)
    return given ?? (elements.some((element) => element.kind === 'markup' && /[A-Z-]/.test(element.name)) ? null : [])
  }
  if (!TARGET.test(first)) return HARMLESS.has(first) ? [] : null
  return readElements(host, trail, elements, rest)
}

/** `<Select onChange={(value) => …}>`: components of libraries give the value itself. */
function valueOfComponent(host: Host, trail: Trail, elements: readonly Element[]): readonly DataSource[] | null {
  const slot = trail.spot.slot ?? ''
  const components = elements.filter((element) => {
    if (element.kind !== 'jsx') return element.kind === 'markup' && /[A-Z-]/.test(element.name) && slot === 'attached'
    const script = scriptOf(host, element.at)
    const value = script?.values[element.at.value]
    // https://vuejs.org/guide/components/v-model.html: what a field is bound to is given the value alone.
    if (slot.startsWith('onUpdate:')) return value?.kind === 'element'
    return script && value?.kind === 'element' && /^[A-Z]/.test(elementName(script, value)) && /^on(?!Submit|Click|Open|Close|Focus|Blur|Key|Mouse|Pointer)/.test(slot)
  })
  const fields = components.flatMap((element) => fieldsOf(host, element, hintedName(trail.hint)))
  return fields.length > 0 ? sourcesOf(fields) : null
}

/** The name of the event a listener waits for. */
function eventName(host: Host, trail: Trail): string | null {
  const script = scriptOf(host, trail.spot)
  const value = script?.values[trail.spot.id]
  if (trail.spot.slot === 'attached') return /(\w+)$/.exec(script?.attached?.attribute ?? '')?.[1]?.replace(/^on/, '') ?? null
  if (/^on[a-z]+$/.test(trail.spot.slot ?? '')) return (trail.spot.slot as string).slice(2)
  const [first] = value?.kind === 'call' ? value.arguments : []
  const [name] = first === undefined ? [] : host.resolver.constants({ file: trail.spot.file, script: trail.spot.script, value: first })
  return typeof name === 'string' ? name : null
}

function ofPlugin(host: Host, trail: Trail, rest: readonly string[]): readonly DataSource[] | null {
  const event = PLUGIN_EVENTS.some(({ path }) => path[0] === rest[0]) ? eventName(host, trail) : null
  const script = scriptOf(host, trail.spot)
  const row = event === null || !script ? undefined : PLUGIN_EVENTS.find((item) => item.path[0] === rest[0] && item.event.test(event)
    && (item.says === undefined || scriptIndex(script).says(item.says)))
  if (!row) return null
  const isIt = row.path.every((part, at) => at >= rest.length || part === '*' || part === rest[at] || isAny(rest[at] as string))
  const named = rest[row.path.indexOf('*')]
  const name = row.path.at(-1) === '*' && named !== undefined && !isAny(named) ? named : hintedName(trail.hint)
  // The whole list is as good as its values.
  return isIt ? unknownField(trail, name, row.name) : row.says === undefined ? [] : null
}

/**
 * The elements that a listener on the page as a whole lets through: `if (event.target.matches('#reason'))`. None when it
 * asks nothing; null when it does not listen on the page.
 */
function delegatedSelectors(host: Host, trail: Trail): string[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script || !isOfPage(host, trail)) return null
  const from = { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
  const selectors: string[] = []
  for (let at: Trail | null = trail.next; at; at = at.next) {
    const value = at.spot.file === trail.spot.file && at.spot.script === trail.spot.script && at.spot.kind === 'value' ? script.values[at.spot.id] : undefined
    if (value) selectors.push(...selectorsOver(host, from, script, value.start))
  }
  return [...new Set(selectors)]
}

/** What the conditions over a place ask of an event's element, as selectors. */
function selectorsOver(host: Host, place: { file: string; script: number }, script: ScriptFacts, offset: number): string[] {
  const positions = positionsOf(script)
  return [...positions.guards(positions.guardAt(offset))].flatMap(({ guard }) => (guard.whenTrue ? selectorsIn(host, place, script, guard.test) : []))
}

function selectorsIn(host: Host, place: { file: string; script: number }, script: ScriptFacts, test: ValueId): string[] {
  const value = script.values[test]
  const text = (id: ValueId | undefined): string | null => {
    const [constant] = id === undefined ? [] : host.resolver.constants({ file: place.file, script: place.script, value: id })
    return typeof constant === 'string' ? constant : null
  }
  if (value?.kind === 'choice') return [...(value.test === null ? [] : [value.test]), ...value.values].flatMap((part) => selectorsIn(host, place, script, part))
  if (value?.kind === 'call') {
    const callee = script.values[value.callee]
    const selector = callee?.kind === 'member' && /^(?:matches|closest|is)$/.test(callee.name ?? '') ? text(value.arguments[0]) : null
    return selector === null ? [] : [selector]
  }
  if (value?.kind !== 'operation' || !/^===?$/.test(value.operator)) return []
  const [left, right] = value.operands as [ValueId, ValueId]
  const { names } = chainOf(script, left)
  const constant = text(right)
  const property = names.at(-1)
  return constant === null || names.at(-2) !== 'target' ? [] : property === 'id' ? [`#${constant}`] : property === 'name' ? [`[name="${constant}"]`] : []
}
