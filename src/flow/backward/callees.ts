/** Functions a call may run: what the callee means, else what the trail's own way here says (parameters, properties). */
import type { Value } from '../../facts/script/graph.js'
import type { FunctionReference, Meaning } from '../../project/meaning/meaning.js'
import { rememberedOf, scriptOf, type FlowHost, type Memory, type Origin, type Trail } from '../host.js'
import { stackKey, step } from '../step.js'

/** How many places one look for a function visits. */
const STEPS = 80

/** A look for a function may need another for the calls on its way; deeper ones are left alone. */
const DEEPEST = 2

export type Predecessors = (host: FlowHost<Origin>, trail: Trail, depth: number) => Trail[]

export function calleesOf(
  host: FlowHost<Origin>, trail: Trail, call: Value & { kind: 'call' }, predecessors: Predecessors,
  depth: number,
): Meaning[] {
  const { file, script: index } = trail.spot
  const meanings = host.resolver.meanings({ file, script: index, value: call.callee })
  if (meanings.some(({ kind }) => kind === 'function' || kind === 'class' || kind === 'external')) return meanings
  if (depth >= DEEPEST) return []
  const answers = rememberedOf(remembered, host)
  const key = `${file}|${index}|${call.callee}|${depth}|${stackKey(trail.context)}`
  let found = answers.get(key)
  if (!found) {
    found = functionsAt(host, step(trail, { file, script: index, kind: 'value', id: call.callee }, []), predecessors, depth + 1)
    answers.set(key, found)
  }
  return found.map((target) => ({ kind: 'function', ...target }))
}

const remembered: Memory<FunctionReference[]> = new WeakMap()

function functionsAt(host: FlowHost<Origin>, start: Trail, predecessors: Predecessors, depth: number): FunctionReference[] {
  const found: FunctionReference[] = []
  const seen = new Set<string>()
  const queue = [start]
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const trail = queue[at] as Trail
    const { spot, path } = trail
    const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}|${path.join('.')}`
    if (seen.has(key) || (spot.kind !== 'value' && spot.kind !== 'binding')) continue
    seen.add(key)
    const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
    if (value?.kind === 'function' && path.length === 0) {
      found.push({ file: spot.file, script: spot.script, function: value.function })
      continue
    }
    queue.push(...predecessors(host, trail, depth))
  }
  return found
}
