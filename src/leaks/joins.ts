/** Ways of a value that no value graph shows: what is stored under a key and read back, what is sent and received. */
import type { ScriptFacts, Value } from '../facts/script/graph.js'
import { scriptOf, type Trail } from '../flow/host.js'
import { step } from '../flow/step.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import type { Project } from '../project/project.js'
import type { Host } from './sources/elements.js'

/** A value put somewhere under a name. */
interface Written {
  key: string
  value: ValueReference
}

/** https://html.spec.whatwg.org/multipage/webstorage.html; cookie libraries read and write alike. */
const READS = /^(?:localStorage|sessionStorage)\.getItem$|(?:^|\.)(?:Cookies|cookies|Cookie|store|storage|lscache|ls)\.get$/
const WRITE_METHODS = new Set(['setItem', 'set'])
const WRITERS = /^(localStorage|sessionStorage|cookies?|store|storage|lscache|ls|js-cookie)$/i

export function createJoins(host: Omit<Host, 'joins'>, project: Pick<Project, 'filesWith' | 'facts'>): (trail: Trail) => readonly Trail[] {
  let stored: Map<string, Written[]> | null = null
  return (trail) => {
    const script = scriptOf(host, trail.spot)
    const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
    if (!script || !value) return []
    const key = readKey(host, trail, script, value)
    if (key === null) return []
    stored ??= collectWrites(host, project)
    return (stored.get(key) ?? []).map(({ value: at }) => step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, trail.path, { context: null }))
  }
}

/** The key a value is read back by, or null when it is not read from a store. */
function readKey(host: Omit<Host, 'joins'>, trail: Trail, script: ScriptFacts, value: Value): string | null {
  const place = { file: trail.spot.file, script: trail.spot.script }
  if (value.kind === 'member' && value.name !== null) {
    const object = script.values[value.object]
    return object?.kind === 'global' && /^(local|session)Storage$/.test(object.name) ? value.name : null
  }
  if (value.kind !== 'call') return null
  const isRead = host.resolver.meanings({ ...place, value: value.callee }).some((meaning) =>
    meaning.kind === 'external' && (READS.test(meaning.path) || (meaning.root === 'package' && /^(js-cookie|cookies-next|nookies)$/.test(meaning.name) && /get/i.test(meaning.path))))
  const [first] = value.arguments
  if (!isRead || first === undefined) return null
  const [key] = host.resolver.constants({ ...place, value: first })
  return typeof key === 'string' ? key : null
}

function collectWrites(host: Omit<Host, 'joins'>, project: Pick<Project, 'filesWith' | 'facts'>): Map<string, Written[]> {
  const found = new Map<string, Written[]>()
  const note = (key: unknown, value: ValueReference): void => {
    if (typeof key !== 'string') return
    const list = found.get(key)
    if (list) list.push({ key, value })
    else found.set(key, [{ key, value }])
  }
  for (const file of project.filesWith(['localStorage', 'sessionStorage', 'ookie'])) {
    for (const [index, script] of (project.facts(file)?.scripts ?? []).entries()) {
      const at = (value: number): ValueReference => ({ file, script: index, value })
      script.values.forEach((value) => {
        if (value.kind !== 'call') return
        const [first, second] = value.arguments
        const callee = script.values[value.callee]
        if (callee?.kind !== 'member' || callee.name === null || !WRITE_METHODS.has(callee.name) || first === undefined || second === undefined) return
        if (!WRITERS.test(nameOf(script, callee.object))) return
        for (const key of host.resolver.constants(at(first))) note(key, at(second))
      })
      for (const store of script.stores) {
        const object = script.values[store.object]
        if (object?.kind === 'global' && /^(local|session)Storage$/.test(object.name) && store.name !== null) note(store.name, at(store.value))
      }
    }
  }
  return found
}

function nameOf(script: ScriptFacts, id: number): string {
  const value = script.values[id]
  if (value?.kind === 'global') return value.name
  if (value?.kind === 'binding') return script.bindings[value.binding]?.name ?? ''
  return value?.kind === 'member' ? (value.name ?? '') : ''
}
