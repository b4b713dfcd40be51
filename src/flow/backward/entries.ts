/**
 * Entries whose name a condition tells: `if (key === 'phone') send(value)` in a loop over entries means that one. The
 * value is followed with the name it stands under.
 */
import type { BindingId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { isSame, pinnedAt, type Pin } from '../order/pins.js'
import { positionsOf } from '../order/positions.js'
import { allBut, oneOf } from '../path.js'
import { step, type Step } from '../step.js'

/** More names than this are one of any. */
const MOST = 6

/** Steps to the entry that a reference stands for, when a condition over it says which; null when none does. */
export function entryMeant(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: BindingId): Step[] | null {
  const { spot, path } = trail
  const binding = script.bindings[id]
  const reference = script.values[spot.id]
  if (!binding || !reference) return null
  const pinOf = (isIt: (value: ValueId) => boolean): Pin | null => pinnedAt(host.resolver, spot, script, reference.start, isIt)
  const element = elementOf(script, id)
  if (element) {
    const pin = pinOf((other) => isKeyOf(script, other, element.element))
    const limit = pin && limitOf(pin)
    if (!pin || limit === null) return null
    const hint = pin.only?.length === 1 ? { hint: pin.only[0] as string } : {}
    const list = { file: spot.file, script: spot.script, kind: 'value' as const, id: element.list }
    return [step(trail, list, [limit, '1', ...path], hint)]
  }
  const { parameter } = binding
  if (!parameter) return null
  const pin = pinOf((other) => isKeyBeside(script, other, parameter))
  if (pin?.only?.length !== 1) return null
  return [step(trail, { file: spot.file, script: spot.script, kind: 'binding', id }, path, { hint: pin.only[0] as string })]
}

function limitOf({ only, without }: Pin): string | null {
  if (only) return only.length > 0 && only.length <= MOST ? oneOf(only.map(String)) : null
  return without.length > 0 && without.length <= MOST ? allBut(without) : null
}

/** The entry and the list for `value` of `for (const [key, value] of list)`. */
function elementOf(script: ScriptFacts, id: BindingId): { element: ValueId; list: ValueId } | null {
  const definitions = script.bindings[id]?.definitions ?? []
  const part = definitions.length === 1 ? script.values[definitions[0] as ValueId] : undefined
  if (part?.kind !== 'member' || part.name !== '1') return null
  const element = script.values[part.object]
  return element?.kind === 'member' && element.name === '*' ? { element: part.object, list: element.object } : null
}

/** `key` of the same entry. */
function isKeyOf(script: ScriptFacts, value: ValueId, element: ValueId): boolean {
  const reference = script.values[value]
  const definitions = reference?.kind === 'binding' ? (script.bindings[reference.binding]?.definitions ?? []) : []
  const part = definitions.length === 1 ? script.values[definitions[0] as ValueId] : undefined
  return part?.kind === 'member' && part.name === '0' && part.object === element
}

/** `([key, value]) => …`, `(value, key) => …`: the key beside a value. */
function isKeyBeside(script: ScriptFacts, value: ValueId, own: { function: number; index: number; path: readonly string[] }): boolean {
  const reference = script.values[value]
  const other = reference?.kind === 'binding' ? script.bindings[reference.binding]?.parameter : null
  if (!other || other.function !== own.function) return false
  if (own.path.length === 0) return other.path.length === 0 && own.index === 0 && other.index === 1
  return own.path.at(-1) === '1' && other.index === own.index && other.path.join('.') === [...own.path.slice(0, -1), '0'].join('.')
}

/** Properties by which a record says what it is. */
const NAMES = new Set(['name', 'id', 'key', 'field', 'fieldName', 'label'])

/** `if (input.name === 'phone') send(input.value)`: the name that a condition gives the record a part is read of. */
export function hintBeside(host: FlowHost<Origin>, { spot, hint }: Trail): { hint?: string } {
  const script = scriptOf(host, spot)
  const own = script?.values[spot.id]
  if (hint !== null || !script || own?.kind !== 'member' || own.name !== 'value' || positionsOf(script).guardAt(own.start) < 0) return {}
  const pin = pinnedAt(host.resolver, spot, script, own.start, (other) => {
    const value = script.values[other]
    return value?.kind === 'member' && NAMES.has(value.name ?? '') && isSame(script, value.object, own.object)
  })
  return pin?.only?.length === 1 ? { hint: pin.only[0] as string } : {}
}
