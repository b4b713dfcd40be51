/** What is put into the browser's storage or a cookie under a key, read back by the same key, on this page or another. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

/** https://html.spec.whatwg.org/multipage/webstorage.html; cookie libraries read and write alike. */
const READS = /^(?:localStorage|sessionStorage)\.getItem$|(?:^|\.)(?:Cookies|cookies|Cookie|store|storage|lscache|ls)\.get$/
const PACKAGES = /^(js-cookie|cookies-next|nookies|store2?|localforage|universal-cookie)$/
const WRITE_METHODS = new Set(['setItem', 'set', 'setCookie'])
const WRITERS = /^(localStorage|sessionStorage|cookies?|store|storage|lscache|ls|js-cookie|localforage)$/i

export function storageJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
  const key = script && value ? readKey(host, trail, script, value) : null
  if (key === null) return []
  const written = indexed(host, 'storage', ['localStorage', 'sessionStorage', 'ookie', 'localforage'], writesOf)
  return (written.get(key) ?? []).map((at) =>
    step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, trail.path, { context: null }))
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
  const [key] = host.resolver.constants({ ...place, value: first })
  return typeof key === 'string' ? key : null
}

function writesOf(host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: (key: string, at: ValueReference) => void): void {
  const at = (value: number): ValueReference => ({ file, script: index, value })
  for (const value of script.values) {
    const [first, second] = value.kind === 'call' ? value.arguments : []
    const callee = value.kind === 'call' ? script.values[value.callee] : undefined
    if (callee?.kind !== 'member' || callee.name === null || !WRITE_METHODS.has(callee.name) || first === undefined || second === undefined) continue
    if (!WRITERS.test(nameOf(script, callee.object))) continue
    for (const key of host.resolver.constants(at(first))) if (typeof key === 'string') note(key, at(second))
  }
  for (const store of script.stores) {
    const object = script.values[store.object]
    if (object?.kind === 'global' && /^(local|session)Storage$/.test(object.name) && store.name !== null) note(store.name, at(store.value))
  }
}

function nameOf(script: ScriptFacts, id: number): string {
  const value = script.values[id]
  if (value?.kind === 'global') return value.name
  if (value?.kind === 'binding') return script.bindings[value.binding]?.name ?? ''
  return value?.kind === 'member' ? (value.name ?? '') : ''
}
