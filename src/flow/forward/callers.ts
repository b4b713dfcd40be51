/** Who calls a function: asked often, and remembered. */
import type { FunctionId, ScriptFacts } from '../../facts/script/graph.js'
import { memoryOf, type FlowHost, type Origin } from '../host.js'
import { linksOf } from '../links.js'
import type { Use } from './use.js'
import { usesOf } from './uses.js'

/** Answers of one host: another run may see other callers. */
const callers = new WeakMap<object, Map<string, Use[]>>()

/** Who calls a function, or registers it to be called. */
export function callsOf(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, owner: FunctionId,
): Use[] {
  let known = callers.get(memoryOf(host))
  if (!known) {
    known = new Map()
    callers.set(memoryOf(host), known)
  }
  const key = `${place.file}|${place.script}|${owner}`
  let uses = known.get(key)
  if (!uses) {
    // A function that calls itself meets an empty list, and that is right: nothing new comes from there.
    known.set(key, [])
    const value = linksOf(script).functionValue(owner)
    uses = value === undefined ? [] : usesOf(host, { file: place.file, script: place.script, kind: 'value', id: value })
    known.set(key, uses)
  }
  return uses
}
