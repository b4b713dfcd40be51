/** What is put into the browser's storage or a cookie under a key, read back by the same key, on this page or another. */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { FunctionReference, ValueReference } from '../../project/meaning/meaning.js'
import { constantsOf, constantsOn } from '../constants.js'
import { callsOf } from '../forward/callers.js'
import { scriptOf, type CallStack, type FlowHost, type Origin, type Trail } from '../host.js'
import { invocationOf } from '../../project/meaning/invocation.js'
import { positionsOf } from '../order/positions.js'
import { into, step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

/** https://html.spec.whatwg.org/multipage/webstorage.html; cookie libraries read and write alike. */
const READS = /^(?:localStorage|sessionStorage)\.getItem$|(?:^|\.)(?:Cookies|cookies|Cookie|store|storage|lscache|ls)\.get$/
const PACKAGES = /^(js-cookie|cookies-next|nookies|store2?|localforage|universal-cookie)$/
const WRITE_METHODS = new Set(['setItem', 'set', 'setCookie'])
const WRITERS = /^(localStorage|sessionStorage|cookies?|store|storage|lscache|ls|js-cookie|localforage)$/i

/** A write whose key is a parameter is followed to this many helpers around it. */
const HELPERS = 2

/** A value that is written, and the call of the helper that gave it its key. */
export interface Stored extends ValueReference {
  context: CallStack
}

export function storageJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
  if (!script || !value) return []
  if (isCookies(script, value)) return cookiesRead(host, trail, script, value).flatMap((at) => stepTo(trail, at, []))
  const key = readKey(host, trail, script, value)
  return key === null ? [] : storedUnder(host, key).flatMap((at) => stepTo(trail, at, trail.path))
}

function stepTo(trail: Trail, at: Stored, path: readonly string[]): Step[] {
  return [step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, path, { context: at.context })]
}

/** What is put into the browser's storage under a key. */
export function storedUnder(host: FlowHost<Origin>, key: string): readonly Stored[] {
  return (indexed(host, 'storage', ['localStorage', 'sessionStorage', 'ookie', 'localforage'], writesOf).get(key) ?? []) as Stored[]
}

/** The key a value is read back by, or null when it is not read from a store. */
function readKey(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, value: Value): string | null {
  const place = { file: trail.spot.file, script: trail.spot.script }
  if (value.kind === 'member' && value.name !== null) {
    const object = script.values[value.object]
    return object?.kind === 'global' && /^(local|session)Storage$/.test(object.name) ? value.name : null
  }
  if (value.kind !== 'call') return null
  const isRead = host.resolver.meanings({ ...place, value: value.callee }).some((meaning) => meaning.kind === 'external'
    && (READS.test(meaning.path) || (meaning.root === 'package' && PACKAGES.test(meaning.name) && /get/i.test(meaning.path))))
  const [first] = value.arguments
  if (!isRead || first === undefined) return null
  const [key] = constantsOn(host, trail, { ...place, value: first })
  return typeof key === 'string' ? key : null
}

type Note = (key: string, at: Stored) => void

function writesOf(host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: Note): void {
  const place = { file, script: index }
  script.values.forEach((value, id) => {
    const callee = value.kind === 'call' ? script.values[value.callee] : undefined
    if (value.kind !== 'call' || callee?.kind !== 'member' || callee.name === null || !WRITE_METHODS.has(callee.name)) return
    const [first, second] = value.arguments
    if (first === undefined || second === undefined || !WRITERS.test(nameOf(script, callee.object))) return
    noteKeys(host, place, script, id, first, (key, context) => note(key, { ...place, value: second, context }))
  })
  for (const store of script.stores) {
    const object = script.values[store.object]
    if (object?.kind === 'global' && /^(local|session)Storage$/.test(object.name) && store.name !== null) note(store.name, { ...place, value: store.value, context: null })
  }
}

/** The keys of a write: constants, or what the callers of a helper give. */
function noteKeys(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: ValueId, key: ValueId,
  note: (key: string, context: CallStack) => void, context: CallStack = null, depth = 0,
): void {
  const constants = constantsOf(host, { ...place, value: key }).filter((text) => typeof text === 'string')
  for (const text of constants) note(text as string, context)
  const shape = script.values[key]
  const parameter = shape?.kind === 'binding' ? script.bindings[shape.binding]?.parameter : null
  if (constants.length > 0 || !parameter || parameter.rest || parameter.path.length > 0 || depth >= HELPERS) return
  const target: FunctionReference = { ...place, function: parameter.function }
  for (const use of callsOf(host, place, script, parameter.function)) {
    const outer = use.kind === 'call' ? scriptOf(host, use.at) : undefined
    const site = outer?.values[use.at.value]
    const argument = outer && site?.kind === 'call' ? invocationOf(outer, site).arguments[parameter.index] : undefined
    if (!outer || argument === undefined) continue
    noteKeys(host, { file: use.at.file, script: use.at.script }, outer, call, argument, note, into(context, use.at, target), depth + 1)
  }
}

function nameOf(script: ScriptFacts, id: number): string {
  const value = script.values[id]
  if (value?.kind === 'global') return value.name
  if (value?.kind === 'binding') return script.bindings[value.binding]?.name ?? ''
  return value?.kind === 'member' ? (value.name ?? '') : ''
}

// ---------------------------------------------------------------------------------------------------------------------
// `document.cookie`: https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie

function isCookies(script: ScriptFacts, value: Value): boolean {
  const object = value.kind === 'member' && value.name === 'cookie' ? script.values[value.object] : undefined
  return object?.kind === 'global' && object.name === 'document'
}

/** What is written into cookies, by their names: `document.cookie = 'lead=' + value`. */
function cookieWrites(host: FlowHost<Origin>): ReadonlyMap<string, readonly ValueReference[]> {
  return indexed(host, 'cookies', ['document.cookie'], (inner, file, index, script, note) => {
    for (const store of script.stores) {
      const object = script.values[store.object]
      if (store.name !== 'cookie' || object?.kind !== 'global' || object.name !== 'document') continue
      const place = { file, script: index }
      const value = script.values[store.value]
      const [first, second] = value?.kind === 'template' ? value.parts : []
      if (first === undefined) continue
      const written = { ...place, value: store.value, context: null } as Stored
      const begins = inner.resolver.constants({ ...place, value: first })[0]
      const name = typeof begins === 'string' ? /^\s*([\w.-]+)\s*=/.exec(begins)?.[1] : undefined
      if (name !== undefined) note(name, written)
      // `name + '=' + value`: the name is what the helper is called with.
      const then = second === undefined ? undefined : inner.resolver.constants({ ...place, value: second })[0]
      if (name === undefined && typeof then === 'string' && then.startsWith('=')) {
        noteKeys(inner, place, script, store.value, first, (key, context) => note(key, { ...written, context } as Stored))
      }
    }
  })
}

/** The cookies that a reader of all of them is after: those named where it is called, or in its own code. */
function cookiesRead(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, value: Value): Stored[] {
  const written = cookieWrites(host)
  const given = stringsGiven(host, trail.context)
  const named = given.length > 0 ? given : stringsIn(script, positionsOf(script).functionAt(value.start))
  return [...written].flatMap(([name, list]) => (named.some((text) => text === name || text.includes(`${name}=`)) ? (list as Stored[]) : []))
}

function stringsGiven(host: FlowHost<Origin>, context: CallStack): string[] {
  const found: string[] = []
  for (let at = context; at; at = at.outer) {
    const script = scriptOf(host, at)
    const call = script?.values[at.value]
    if (!script || call?.kind !== 'call') continue
    for (const argument of invocationOf(script, call).arguments) {
      for (const text of host.resolver.constants({ file: at.file, script: at.script, value: argument })) if (typeof text === 'string') found.push(text)
    }
  }
  return found
}

function stringsIn(script: ScriptFacts, owner: FunctionId): string[] {
  const around = owner === 0 ? script : script.functions[owner]
  return script.values.flatMap((value) => {
    if (!around || value.start < around.start || value.end > around.end) return []
    return value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : value.kind === 'regexp' ? [value.pattern] : []
  })
}
