/** What a call calls, on what and with what, past `call`, `apply` and `bind`. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { Argument, ValueReference } from './meaning.js'

export type Call = Value & { kind: 'call' }

export interface Invocation {
  /** The function that runs. */
  callee: ValueId
  /** What `this` is in it, when the call says so. */
  self: ValueId | null
  /** Arguments that were bound before. */
  bound: readonly ValueId[]
  arguments: readonly ValueId[]
  /** `apply`: the list that holds the arguments. */
  list: ValueId | null
}

const DEEPEST = 4
const NONE: readonly ValueId[] = []

export function invocationOf(script: ScriptFacts, call: Call): Invocation {
  const own = ofCallee(script, call.callee)
  const callee = script.values[own.callee]
  if (callee?.kind === 'member' && (callee.name === 'call' || callee.name === 'apply') && !call.isNew) {
    const [self, ...given] = call.arguments
    const inner = ofCallee(script, callee.object)
    const list = callee.name === 'apply' ? (given[0] ?? null) : null
    return { callee: inner.callee, self: inner.bound.length > 0 ? inner.self : (self ?? null), bound: inner.bound, arguments: list === null ? given : [], list }
  }
  return { callee: own.callee, self: own.self, bound: own.bound, arguments: call.arguments, list: null }
}

/** A function that `bind` made: what it was made of. */
export function ofCallee(script: ScriptFacts, id: ValueId, depth = 0): Pick<Invocation, 'callee' | 'self' | 'bound'> {
  const value = script.values[id]
  const plain = { callee: id, self: value?.kind === 'member' ? value.object : null, bound: NONE }
  if (depth > DEEPEST) return plain
  if (value?.kind === 'binding') {
    const definitions = script.bindings[value.binding]?.definitions
    const only = definitions?.[0]
    if (definitions?.length !== 1 || only === undefined || script.values[only]?.kind !== 'call') return plain
    const inner = ofCallee(script, only, depth + 1)
    return inner.callee === only ? plain : inner
  }
  const method = value?.kind === 'call' ? script.values[value.callee] : undefined
  if (value?.kind !== 'call' || method?.kind !== 'member' || method.name !== 'bind') return plain
  const inner = ofCallee(script, method.object, depth + 1)
  const [self, ...bound] = value.arguments
  return { callee: inner.callee, self: inner.bound.length > 0 ? inner.self : (self ?? null), bound: [...inner.bound, ...bound] }
}

/** The name of the method that is called; null for functions. */
export function methodName(script: ScriptFacts, { callee }: Pick<Invocation, 'callee'>): string | null {
  const value = script.values[callee]
  return value?.kind === 'member' ? value.name : null
}

/** The arguments of a call, with those bound before; lists that are written out are taken apart. */
export function argumentsOf(script: ScriptFacts, { bound, arguments: given, list }: Invocation): ValueId[] {
  const itemsOf = (id: ValueId): ValueId[] => {
    const value = script.values[id]
    return value?.kind === 'array' ? value.items : [id]
  }
  const all = [...bound, ...given, ...(list === null ? [] : itemsOf(list))]
  return all.flatMap((id) => {
    const value = script.values[id]
    return value?.kind === 'spread' && script.values[value.value]?.kind === 'array' ? itemsOf(value.value) : [id]
  })
}

/** The same as references; a list that is not written out (`...rest`, `apply(null, list)`) is an argument of its own. */
export function argumentReferences(
  script: ScriptFacts, invocation: Invocation, at: (id: ValueId) => ValueReference,
): Argument[] {
  return argumentsOf(script, invocation).map((id): Argument => {
    const value = script.values[id]
    if (value?.kind === 'spread') return { ...at(value.value), isList: true }
    return id === invocation.list ? { ...at(id), isList: true } : at(id)
  })
}

/** The argument at a position: itself, or `item` of the list that stands there or before. */
export function argumentAt(given: readonly Argument[], position: number): (ValueReference & { item?: string }) | undefined {
  const list = given.findIndex(({ isList }) => isList)
  if (list < 0 || position < list) return given[position]
  const { isList: _, ...value } = given[list] as Argument
  return { ...value, item: list === given.length - 1 ? String(position - list) : '*' }
}
