/** Values from where the code does not show: a source only when their names plainly say that they are about a person. */
import { scriptOf, type Trail } from '../../flow/host.js'
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import { classifyPath } from '../../personal/index.js'
import { modelsOfCall } from '../../flow/lookup.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

/** `user.email` of a login's answer, `patient.name` of a property nobody fills. */
export function recordSource(host: Host, trail: Trail): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  if (!isOpen(host, trail, script)) return null
  const names = namesAlong(host, trail)
  const read = [...names, ...trail.path].filter((name) => name !== '*' && !/^\d+$/.test(name))
  const categories = classifyPath(read).filter(({ sure }) => sure)
  if (categories.length === 0) return null
  const value = trail.spot.kind === 'binding' ? script.bindings[trail.spot.id]?.span : script.values[trail.spot.id]
  const name = read.join('.')
  return [{
    key: `record:${name}`, kind: 'record', categories, name,
    place: { file: trail.spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } },
  }]
}

/**
 * True when the code does not show what the value is: a parameter nobody fills, something imported, what an unknown
 * function gives back. What is made of constants or counted is known, whatever it is called.
 */
function isOpen(host: Host, { spot }: Trail, script: ScriptFacts): boolean {
  if (spot.kind === 'given') return true
  if (spot.kind === 'binding') {
    const binding = script.bindings[spot.id]
    return binding !== undefined && (binding.parameter !== null || binding.imported !== null)
  }
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  if (value?.kind === 'global') return true
  if (value?.kind !== 'call') return false
  const isSeen = host.resolver.meanings({ file: spot.file, script: spot.script, value: value.callee }).some(({ kind }) => kind === 'function' || kind === 'class')
  return !isSeen && modelsOfCall(host, spot, script, value).every(({ row }) => NETWORK.test(row.names))
}

/** Rows of what a server answers: the call says nothing of its answer, and its names may. */
const NETWORK = /\b(fetch|json|axios|request)\b/

/** The name nearest to the end of a trail that holds the same value: `user` of `const user = await load()`. */
function namesAlong(host: Host, trail: Trail): string[] {
  for (let at: Trail | null = trail; at; at = at.next) {
    if (at.path.join('.') !== trail.path.join('.')) return []
    const script = scriptOf(host, at.spot)
    // A value that something was made of is not what the result is called.
    const kind = at.spot.kind === 'value' ? script?.values[at.spot.id]?.kind : undefined
    if (at !== trail && (kind === 'template' || kind === 'operation' || kind === 'call')) return []
    const name = script && (at.spot.kind === 'binding' ? script.bindings[at.spot.id]?.name : nameOf(script, script.values[at.spot.id]))
    if (name !== undefined && name !== null && name !== '') return [name]
  }
  return []
}

function nameOf(script: ScriptFacts, value: Value | undefined): string | null {
  if (value?.kind === 'global') return value.name === 'globalThis' ? null : value.name
  if (value?.kind === 'binding') return script.bindings[value.binding]?.name ?? null
  return null
}
