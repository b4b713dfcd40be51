/** Values kept under a computed key: `form[name] = value`. Which calls give the name that is wanted, and what value with it. */
import type { FunctionId, ObjectEntry, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { constantsOn } from '../constants.js'
import { callsOf } from '../forward/callers.js'
import { hintedName, hintedProperty, hintOf, isHinted } from '../hint.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { invocationOf } from '../../project/meaning/invocation.js'
import { isAny, mayBe, type Path } from '../path.js'
import { callOf, into, step, type Step } from '../step.js'

/** The value that is kept under a key nobody can read off, as far as it may be the one that is wanted. */
export function keyedValue(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, key: ValueId, value: ValueId, wanted: string | undefined, rest: Path,
): Step[] {
  const spot = { ...trail.spot, kind: 'value' as const, id: value }
  const own = script.values[key]
  const any = (): Step => step(trail, spot, rest, { hint: hintOf(wanted, nameBeside(script, key, value)) ?? trail.hint })
  const parameter = own?.kind === 'binding' ? script.bindings[own.binding]?.parameter : null
  if (wanted === undefined || wanted === '*' || !parameter || parameter.rest || parameter.path.length > 0) return [any()]
  const target = { file: trail.spot.file, script: trail.spot.script, function: parameter.function }
  const isMeant = (names: readonly unknown[]): boolean => names.some((name) => mayBe(String(name), wanted))
  if (callOf(trail.context, target)) {
    const names = constantsOn(host, trail, { file: trail.spot.file, script: trail.spot.script, value: key })
    return names.length > 0 && !isMeant(names) ? [] : [any()]
  }
  return ofCallers(host, trail, script, parameter, isMeant, any, spot, rest)
}

function ofCallers(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, parameter: { function: FunctionId; index: number },
  isMeant: (names: readonly unknown[]) => boolean, any: () => Step, spot: Trail['spot'], rest: Path,
): Step[] {
  const found: Step[] = []
  let isOpen = false
  const uses = callsOf(host, trail.spot, script, parameter.function)
  for (const use of uses) {
    const outer = use.kind === 'call' ? scriptOf(host, use.at) : undefined
    const call = outer?.values[use.at.value]
    const argument = outer && call?.kind === 'call' ? invocationOf(outer, call).arguments[parameter.index] : undefined
    const names = argument === undefined ? [] : host.resolver.constants({ file: use.at.file, script: use.at.script, value: argument })
    if (names.length === 0) isOpen = true
    else if (isMeant(names)) {
      const target = { file: trail.spot.file, script: trail.spot.script, function: parameter.function }
      found.push(step(trail, spot, rest, { context: into(trail.context, use.at, target), hint: null }))
    }
  }
  return isOpen || uses.length === 0 ? [...found, any()] : found
}

/**
 * The names that a key may be where a value is copied under it: `kept[key] = given[key]`, read as `kept.email`, is
 * `given.email`, whatever else the key goes through.
 */
export function copiedUnder(script: ScriptFacts, { hint }: Trail, key: ValueId, names: readonly string[]): readonly string[] {
  const wanted = hintedProperty(hint) === null ? hintedName(hint) : null
  const own = script.values[key]
  if (wanted === null || own?.kind !== 'binding') return names
  return keyBindings(script).has(own.binding) && (names.length === 0 || names.includes(wanted)) ? [wanted] : names
}

const keysOf = new WeakMap<ScriptFacts, ReadonlySet<number>>()

/** Bindings that something is stored under. */
function keyBindings(script: ScriptFacts): ReadonlySet<number> {
  let known = keysOf.get(script)
  if (!known) {
    keysOf.set(script, known = new Set(script.stores.flatMap(({ key }) => {
      const value = key === null ? undefined : script.values[key]
      return value?.kind === 'binding' ? [value.binding] : []
    })))
  }
  return known
}

/** `name` for `record.name` beside `record.value`. */
function nameBeside(script: ScriptFacts, key: ValueId, value: ValueId): string | null {
  const one = partOf(script, key)
  const other = partOf(script, value)
  return one && other && one.base === other.base ? one.name : null
}

/** The object and the name of a part, also when it was taken out by a destructuring: `record` and `name`. */
function partOf(script: ScriptFacts, id: ValueId): { base: string; name: string } | null {
  const value = script.values[id]
  if (value?.kind === 'member' && value.name !== null) {
    const base = textOf(script, value.object)
    return base === null ? null : { base, name: value.name }
  }
  if (value?.kind !== 'binding') return null
  const binding = script.bindings[value.binding]
  if (binding?.parameter && binding.parameter.path.length > 0) {
    const { function: owner, index, path } = binding.parameter
    return { base: `parameter ${owner} ${index} ${path.slice(0, -1).join('.')}`, name: path.at(-1) as string }
  }
  const [only, ...others] = binding?.definitions ?? []
  return only === undefined || others.length > 0 || script.values[only]?.kind !== 'member' ? null : partOf(script, only)
}

function textOf(script: ScriptFacts, id: ValueId): string | null {
  const value = script.values[id]
  if (value?.kind === 'binding') return `binding ${value.binding}`
  if (value?.kind !== 'member' || value.name === null) return value ? `value ${id}` : null
  const object = textOf(script, value.object)
  return object === null ? null : `${object}.${value.name}`
}

/** False when an object literal says by its own name that it is not the one a hint means. */
export function isRecordMeant(host: FlowHost<Origin>, trail: Trail, entries: readonly ObjectEntry[]): boolean {
  const property = hintedProperty(trail.hint)
  const entry = property === null || trail.path.length === 0 || isAny(trail.path[0] as string) ? undefined : entries.find(({ name }) => name === property)
  if (!entry) return true
  const names = host.resolver.constants({ file: trail.spot.file, script: trail.spot.script, value: entry.value })
  return names.length === 0 || names.some((name) => isHinted(trail.hint, String(name)))
}
