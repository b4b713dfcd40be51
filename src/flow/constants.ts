/** The constants a value may be, as the way here says: in a helper, what this call of it was given. */
import type { ValueReference } from '../project/meaning/meaning.js'
import { predecessors } from './backward/predecessors.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from './host.js'
import { chainOf } from './links.js'
import { step } from './step.js'

/** How many places one look visits. */
const STEPS = 40

/** A look for constants may need another for a computed key on its way; deeper ones are left alone, and cycles end. */
const DEEPEST = 3

/** How many looks are under way, for each host. */
const underWay = new WeakMap<object, number>()

export type Constant = string | number | boolean | null

export function constantsOn(host: FlowHost<Origin>, trail: Trail, value: ValueReference): Constant[] {
  const known = constantsOf(host, value)
  const depth = underWay.get(host.facts) ?? 0
  if (known.length > 0 || trail.context === null || depth >= DEEPEST) return known
  underWay.set(host.facts, depth + 1)
  try {
    return look(host, trail, value)
  } finally {
    underWay.set(host.facts, depth)
  }
}

function look(host: FlowHost<Origin>, trail: Trail, value: ValueReference): Constant[] {
  const found = new Set<Constant>()
  const seen = new Set<string>()
  const queue: Trail[] = [step(trail, { file: value.file, script: value.script, kind: 'value', id: value.value }, [])]
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const current = queue[at] as Trail
    const { spot, path } = current
    const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}|${path.join('.')}`
    if (seen.has(key)) continue
    seen.add(key)
    const shape = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
    // A text that is put together is none of its parts.
    if (shape?.kind === 'template' || shape?.kind === 'operation') continue
    if (shape?.kind === 'constant' && path.length === 0) found.add(shape.value)
    else queue.push(...predecessors(host, current))
  }
  return [...found]
}

/** The constants a value may be, also those that another script of the same page puts on the global object. */
export function constantsOf(host: FlowHost<Origin>, value: ValueReference): Constant[] {
  const known = host.resolver.constants(value)
  const script = known.length > 0 ? undefined : scriptOf(host, value)
  if (!script) return known
  const { base, names } = chainOf(script, value.value)
  const root = script.values[base]
  if (root?.kind !== 'global' || names.length === 0) return known
  // To read a file is to learn what it puts there.
  for (const file of host.beside(value.file, root.name)) host.facts(file)
  let meanings = host.resolver.host.globals(root.name).flatMap((definition) => host.resolver.meanings(definition))
  for (const name of names) meanings = meanings.flatMap((meaning) => host.resolver.member(meaning, name))
  return meanings.flatMap((meaning) => (meaning.kind === 'constant' ? [meaning.value] : []))
}
