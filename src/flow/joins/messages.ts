/** Messages by name: custom events, emitters, `postMessage`. What a listener gets is what is sent under its name. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

const LISTENS = new Set(['addEventListener', 'on', 'once', 'addListener', 'subscribe', 'listen', '$on', 'off'])
const EMITS = new Set(['emit', 'trigger', 'publish', 'fire', '$emit', 'dispatch', 'next', 'send', 'notify', 'emitEvent'])

/**
 * Events of browsers that no emitter of a site's own is likely to name one of its own after: code that triggers them
 * hands on nothing. https://developer.mozilla.org/docs/Web/API/Element#events
 */
const OF_BROWSERS = /^(?:DOMContentLoaded|readystatechange|(?:dbl)?click|auxclick|contextmenu|(?:mouse|pointer|touch|key|drag|transition|animation)[a-z]*|focus(?:in|out)?|blur|(?:un)?load|beforeunload|page(?:show|hide)|popstate|hashchange|visibilitychange|resize|scroll(?:end)?|wheel|cut|copy|paste|ready|online|offline)(?:\.[\w.-]+)?$/

export function messageJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  if (trail.spot.kind !== 'given') return []
  const script = scriptOf(host, trail.spot)
  const call = script?.values[trail.spot.id]
  const callee = call?.kind === 'call' ? script?.values[call.callee] : undefined
  const method = callee?.kind === 'member' ? callee.name : callee?.kind === 'global' ? callee.name : null
  const [name] = call?.kind === 'call' ? call.arguments : []
  if (!script || call?.kind !== 'call' || method === null || !LISTENS.has(method) || name === undefined) return []
  const [parameter, ...rest] = trail.path
  if (parameter === undefined) return []
  const names = host.resolver.constants({ file: trail.spot.file, script: trail.spot.script, value: name }).filter((text) => typeof text === 'string')
  return names.map(String).flatMap((text) => {
    // What listeners on elements get first is the event itself.
    const isEvent = parameter === '0' && (OF_BROWSERS.test(text) || method === 'addEventListener' || isOnElements(script, callee))
    const emitted = isEvent ? [] : emissionsOf(host, trail, text, parameter, rest)
    return [...eventsOf(host, trail, text, parameter, rest), ...emitted]
  })
}

/** `$('#form').on(…)`, `$(document).find('a').on(…)`. */
function isOnElements(script: ScriptFacts, callee: Value | undefined): boolean {
  let at = callee
  while (at?.kind === 'member' || at?.kind === 'call') {
    const inner: Value | undefined = script.values[at.kind === 'member' ? at.object : at.callee]
    const name = inner?.kind === 'global' ? inner.name : inner?.kind === 'binding' ? script.bindings[inner.binding]?.name : undefined
    if (at.kind === 'call' && name !== undefined) return /^(?:\$j?|jQuery)$/.test(name)
    at = inner
  }
  return false
}

function to(trail: Trail, at: ValueReference, path: readonly string[]): Step {
  return step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, path, { context: null })
}

/** `new CustomEvent(name, { detail })` is read as `event.detail`; `postMessage(data)` as `event.data`. */
function eventsOf(host: FlowHost<Origin>, trail: Trail, name: string, parameter: string, rest: readonly string[]): Step[] {
  const [part, ...inside] = rest
  if (parameter !== '0') return []
  if (part === 'detail') {
    const events = indexed(host, 'custom-events', ['CustomEvent'], customEvents)
    return (events.get(name) ?? []).map((at) => to(trail, at, ['detail', ...inside]))
  }
  if (part === 'data' && name === 'message') {
    const messages = indexed(host, 'messages', ['postMessage'], postedMessages)
    return (messages.get('message') ?? []).map((at) => to(trail, at, inside))
  }
  return []
}

/** `emitter.emit(name, a, b)` gives its listeners `(a, b)`. */
function emissionsOf(host: FlowHost<Origin>, trail: Trail, name: string, parameter: string, rest: readonly string[]): Step[] {
  const emissions = indexed(host, 'emissions', ['.emit(', '.trigger(', '.publish(', '.fire(', '.dispatch(', '.notify('], emittedValues)
  return (emissions.get(`${name}|${parameter}`) ?? []).map((at) => to(trail, at, rest))
}

function customEvents(host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: (name: string, at: ValueReference) => void): void {
  for (const value of script.values) {
    const callee = value.kind === 'call' && value.isNew ? script.values[value.callee] : undefined
    const [name, options] = value.kind === 'call' ? value.arguments : []
    if (callee?.kind !== 'global' || callee.name !== 'CustomEvent' || name === undefined || options === undefined) continue
    for (const text of host.resolver.constants({ file, script: index, value: name })) note(String(text), { file, script: index, value: options })
  }
}

function postedMessages(_host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: (name: string, at: ValueReference) => void): void {
  for (const value of script.values) {
    const callee = value.kind === 'call' ? script.values[value.callee] : undefined
    const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : null
    const [data] = value.kind === 'call' ? value.arguments : []
    if (name === 'postMessage' && data !== undefined) note('message', { file, script: index, value: data })
  }
}

function emittedValues(host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: (name: string, at: ValueReference) => void): void {
  for (const value of script.values) {
    const callee = value.kind === 'call' ? script.values[value.callee] : undefined
    const [name, ...values] = value.kind === 'call' ? value.arguments : []
    if (callee?.kind !== 'member' || callee.name === null || !EMITS.has(callee.name) || name === undefined) continue
    for (const text of host.resolver.constants({ file, script: index, value: name })) {
      values.forEach((at, place) => note(`${String(text)}|${place}`, { file, script: index, value: at }))
    }
  }
}
