/**
 * Conditions that leave a value no freedom: `if (plan === 'basic')`, `ALLOWED.includes(plan) ? plan : 'other'`. What is
 * sent there is one of the code's own constants.
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import type { Resolver } from '../../project/meaning/resolver.js'
import { positionsOf } from './positions.js'

interface Asking {
  resolver: Resolver
  place: { file: string; script: number }
  script: ScriptFacts
}

/** Names a condition lets a value be (`only`) or forbids it to be (`without`). */
export interface Pin {
  only: readonly string[] | null
  without: readonly string[]
}

/** What the conditions over a reference say about its value; null when they say nothing. */
export function pinOf(resolver: Resolver, at: ValueReference, script: ScriptFacts): Pin | null {
  const value = script.values[at.value]
  if (!value || (value.kind !== 'binding' && value.kind !== 'member')) return null
  const asking = { resolver, place: { file: at.file, script: at.script }, script }
  return pinnedBy(asking, value.start, (other) => isSame(script, at.value, other))
}

/** What the conditions over an offset say about the values that `isIt` tells. */
export function pinnedAt(resolver: Resolver, place: { file: string; script: number }, script: ScriptFacts, offset: number, isIt: (value: ValueId) => boolean): Pin | null {
  return pinnedBy({ resolver, place: { file: place.file, script: place.script }, script }, offset, isIt)
}

/** What it says about a value that a test of it holds (`whenTrue`) or does not. */
export function pinByTest(
  resolver: Resolver, place: { file: string; script: number }, script: ScriptFacts, test: ValueId, isIt: (value: ValueId) => boolean,
): Pin | null {
  return ofTest({ resolver, place: { file: place.file, script: place.script }, script }, test, true, isIt, 0)
}

function pinnedBy(asking: Asking, offset: number, isIt: (value: ValueId) => boolean): Pin | null {
  const positions = positionsOf(asking.script)
  let found: Pin | null = null
  for (const { guard } of positions.guards(positions.guardAt(offset))) {
    const pin = ofTest(asking, guard.test, guard.whenTrue, isIt, 0)
    if (pin) found = both(found, pin)
  }
  return found
}

function ofTest(asking: Asking, test: ValueId, whenTrue: boolean, isIt: (value: ValueId) => boolean, depth: number): Pin | null {
  const value = asking.script.values[test]
  if (!value || depth > 6) return null
  const inner = (id: ValueId, holds: boolean): Pin | null => ofTest(asking, id, holds, isIt, depth + 1)
  if (value.kind === 'operation') {
    const [left, right] = value.operands as [ValueId, ValueId | undefined]
    if (value.operator === '!') return inner(left, !whenTrue)
    if (right === undefined) return null
    if (value.operator === '===' || value.operator === '==') return compared(asking, left, right, whenTrue, isIt)
    if (value.operator === '!==' || value.operator === '!=') return compared(asking, left, right, !whenTrue, isIt)
    if (value.operator === 'in') return isIt(left) ? listed(asking, right, whenTrue) : null
    return indexTest(asking, value.operator, left, right, whenTrue, isIt)
  }
  if (value.kind === 'choice') {
    const isAnd = value.test !== null
    const parts = isAnd && value.values.length === 1 ? [value.test as ValueId, ...value.values] : value.values
    if (isAnd && value.values.length !== 1) return null
    const pins = parts.map((part) => inner(part, whenTrue))
    // Both sides of a met `&&` hold, and both sides of an unmet `||` do not.
    if (isAnd === whenTrue) return pins.reduce((one, other) => (one && other ? both(one, other) : one ?? other), null)
    return pins.every((pin) => pin !== null) ? pins.reduce((one, other) => either(one as Pin, other as Pin)) : null
  }
  return value.kind === 'call' ? ofCall(asking, value, whenTrue, isIt) : null
}

function compared(asking: Asking, left: ValueId, right: ValueId, isEqual: boolean, isIt: (value: ValueId) => boolean): Pin | null {
  const other = isIt(left) ? right : isIt(right) ? left : null
  if (other === null) return null
  const names = constantsOnly(asking, other)
  if (names === null) return null
  return isEqual ? { only: names, without: [] } : { only: null, without: names.length === 1 ? names : [] }
}

/** `LIST.indexOf(x) >= 0`, `LIST.indexOf(x) !== -1`. */
function indexTest(asking: Asking, operator: string, left: ValueId, right: ValueId, whenTrue: boolean, isIt: (value: ValueId) => boolean): Pin | null {
  const call = asking.script.values[left]
  const callee = call?.kind === 'call' ? asking.script.values[call.callee] : undefined
  const limit = Number(asking.resolver.constants({ ...asking.place, value: right })[0])
  if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'indexOf' || call.arguments[0] === undefined || !isIt(call.arguments[0])) return null
  const isIn = (operator === '>=' && limit === 0) || (operator === '>' && limit === -1)
  return isIn ? listed(asking, callee.object, whenTrue) : null
}

/** `LIST.includes(x)`, `SET.has(x)`, `TABLE.hasOwnProperty(x)`, `Object.hasOwn(TABLE, x)`. */
function ofCall(asking: Asking, call: Value & { kind: 'call' }, whenTrue: boolean, isIt: (value: ValueId) => boolean): Pin | null {
  const callee = asking.script.values[call.callee]
  const [first, second] = call.arguments
  if (callee?.kind !== 'member' || first === undefined) return null
  if (callee.name === 'hasOwn' && second !== undefined && isIt(second)) return listed(asking, first, whenTrue)
  const isAsked = callee.name === 'includes' || callee.name === 'has' || callee.name === 'hasOwnProperty'
  return isAsked && isIt(first) ? listed(asking, callee.object, whenTrue) : null
}

function listed(asking: Asking, list: ValueId, isIn: boolean): Pin | null {
  const names = namesIn(asking, list)
  if (names === null) return null
  return isIn ? { only: names, without: [] } : { only: null, without: names }
}

/** The constants of a list, a set or the keys of a table; null when it holds anything else. */
function namesIn(asking: Asking, list: ValueId): string[] | null {
  const meanings = asking.resolver.meanings({ ...asking.place, value: list })
  const found = meanings.map((meaning) => {
    if (meaning.kind === 'external') return ofMadeSet(asking, list)
    if (meaning.kind !== 'object') return null
    const script = asking.resolver.script(meaning)
    const value = script?.values[meaning.value]
    if (!script || !value) return null
    const inside = { ...asking, script, place: { file: meaning.file, script: meaning.script } }
    if (value.kind === 'array') return all(value.items.map((item) => constantsOnly(inside, item)))
    if (value.kind === 'object') return value.entries.every(({ name }) => name !== null) ? value.entries.map(({ name }) => name as string) : null
    return null
  })
  return found.length === 0 ? null : all(found)
}

/** `new Set(['a', 'b'])`, at hand or by a name. */
function ofMadeSet(asking: Asking, list: ValueId): string[] | null {
  const value = asking.script.values[list]
  if (value?.kind === 'binding') {
    const definitions = asking.script.bindings[value.binding]?.definitions ?? []
    return definitions.length === 1 ? ofMadeSet(asking, definitions[0] as ValueId) : null
  }
  const callee = value?.kind === 'call' && value.isNew ? asking.script.values[value.callee] : undefined
  const isSet = callee?.kind === 'global' && (callee.name === 'Set' || callee.name === 'Map')
  const [first] = value?.kind === 'call' ? value.arguments : []
  return isSet && first !== undefined && callee.name === 'Set' ? namesIn(asking, first) : null
}

function constantsOnly({ resolver, place, script }: Asking, id: ValueId): string[] | null {
  const value = script.values[id]
  if (value?.kind === 'global' && value.name === 'undefined') return ['undefined']
  const meanings = resolver.meanings({ ...place, value: id })
  if (meanings.length === 0) return null
  return all(meanings.map((meaning) => (meaning.kind === 'constant' ? [String(meaning.value)] : null)))
}

function all(lists: readonly (string[] | null)[]): string[] | null {
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list as string[])
}

/** The same name or the same chain of names. */
export function isSame(script: ScriptFacts, one: ValueId, other: ValueId): boolean {
  const a = script.values[one]
  const b = script.values[other]
  if (a?.kind === 'binding' && b?.kind === 'binding') return a.binding === b.binding
  if (a?.kind === 'this' && b?.kind === 'this') return a.function === b.function
  return a?.kind === 'member' && b?.kind === 'member' && a.name !== null && a.name === b.name && isSame(script, a.object, b.object)
}

function both(one: Pin | null, other: Pin): Pin {
  if (!one) return other
  const only = one.only && other.only ? one.only.filter((name) => other.only?.includes(name)) : one.only ?? other.only
  return { only, without: [...one.without, ...other.without] }
}

function either(one: Pin, other: Pin): Pin {
  return { only: one.only && other.only ? [...one.only, ...other.only] : null, without: one.without.filter((name) => other.without.includes(name)) }
}
