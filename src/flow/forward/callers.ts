/** Who calls a function: asked often, and remembered. */
import type { FunctionId, ScriptFacts } from '../../facts/script/graph.js'
import { rememberedOf, type FlowHost, type Memory, type Origin } from '../host.js'
import { linksOf } from '../links.js'
import type { Use } from './use.js'
import { usesOf } from './uses.js'

/** Answers of one host: another run may see other callers. */
const callers: Memory<Use[]> = new WeakMap()

/** Who calls a function, or registers it to be called. */
export function callsOf(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, owner: FunctionId,
): Use[] {
  const known = rememberedOf(callers, host)
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
