/** The value graph of one script read backwards: who defines, reads, writes, returns and hands on a value. Made once. */
import type { BindingId, Deletion, FunctionId, ScriptFacts, Store, ValueId } from '../facts/script/graph.js'
import { scriptIndex } from '../project/meaning/script-index.js'
import { add } from '../project/meaning/script-maps.js'
import { positionsOf } from './order/positions.js'
import type { Path } from './path.js'

export interface ParameterLink {
  binding: BindingId
  index: number
  path: Path
  rest: boolean
}

/** Something done to what a base holds: `base.a.b = value` has the prefix `[a]` and the name `b`. */
export interface Mutation {
  prefix: Path
  /** The written property; null when computed (then `key`), absent for calls. */
  store: Store | null
  /** `base.a.method(…)`. */
  method: { call: ValueId; name: string } | null
  /** `f(base.a)`: handed as argument `index`. */
  passed: { call: ValueId; index: number } | null
  /** `<Child ref={base.a} />`: given to a component as its reference. */
  reference: ValueId | null
  /** `delete base.a.name`. */
  deletion: Deletion | null
}

export interface MutationOfThis extends Mutation {
  function: FunctionId
}

export interface Links {
  definitionsWith(value: ValueId): readonly BindingId[]
  references(binding: BindingId): readonly ValueId[]
  returnedBy(value: ValueId): readonly FunctionId[]
  storedBy(value: ValueId): readonly Store[]
  /** Writes to properties of a value: `value.name = …`. */
  storesOn(value: ValueId): readonly Store[]
  /** Class members that hold a value. */
  memberHolding(value: ValueId): { class: number; name: string } | undefined
  parents(value: ValueId): readonly ValueId[]
  parameters(id: FunctionId): readonly ParameterLink[]
  functionValue(id: FunctionId): ValueId | undefined
  /** Calls `x.name(…)`. */
  methodCalls(name: string): readonly ValueId[]
  /** Reads `this.name`. */
  membersOfThis(name: string): readonly ValueId[]
  /** What is done to the object a binding holds. */
  mutations(binding: BindingId): readonly Mutation[]
  /** What is done to `this` in the methods of a class, or in functions without one (`-1`). */
  mutationsOfThis(classId: number): readonly MutationOfThis[]
  /** The same of some functions without a class alone, in the same order. */
  mutationsOfThisIn(functions: readonly FunctionId[]): readonly MutationOfThis[]
  /** The innermost function around an offset. */
  functionAt(offset: number): FunctionId
}

const known = new WeakMap<ScriptFacts, Links>()

export function linksOf(script: ScriptFacts): Links {
  let links = known.get(script)
  if (!links) {
    links = build(script)
    known.set(script, links)
  }
  return links
}

function build(script: ScriptFacts): Links {
  const index = scriptIndex(script)
  const returned = new Map<ValueId, FunctionId[]>()
  const holders = new Map<ValueId, { class: number; name: string }>()
  const parameters = new Map<FunctionId, ParameterLink[]>()
  const methods = new Map<string, ValueId[]>()
  const ofThis = new Map<string, ValueId[]>()
  script.bindings.forEach((binding, id) => {
    if (binding.parameter) {
      const { function: owner, index: at, path, rest } = binding.parameter
      add(parameters, owner, { binding: id, index: at, path, rest })
    }
  })
  script.functions.forEach((facts, id) => facts.returns.forEach((value) => add(returned, value, id)))
  const storesOn = new Map<ValueId, Store[]>()
  for (const store of script.stores) {
    add(storesOn, store.object, store)
  }
  script.classes.forEach((facts, id) => facts.members.forEach((member) => {
    if (member.value !== null) holders.set(member.value, { class: id, name: member.name })
  }))
  script.values.forEach((value, id) => {
    if (value.kind === 'member' && value.name !== null && script.values[value.object]?.kind === 'this') add(ofThis, value.name, id)
    if (value.kind !== 'call') return
    const callee = script.values[value.callee]
    if (callee?.kind === 'member' && callee.name !== null) add(methods, callee.name, id)
  })
  let mutations: Mutations | null = null
  const mutated = (): Mutations => (mutations ??= mutationsIn(script))
  return {
    definitionsWith: (value) => index.bindingsWith(value),
    references: (binding) => index.mentionsOf(binding),
    returnedBy: (value) => returned.get(value) ?? [],
    storedBy: (value) => index.storesOfValue(value),
    storesOn: (value) => storesOn.get(value) ?? [],
    memberHolding: (value) => holders.get(value),
    parents: (value) => index.parents(value),
    parameters: (id) => parameters.get(id) ?? [],
    functionValue: (id) => index.functionValue(id),
    membersOfThis: (name) => ofThis.get(name) ?? [],
    methodCalls: (name) => methods.get(name) ?? [],
    mutations: (binding) => mutated().ofBinding.get(binding) ?? [],
    mutationsOfThis: (id) => mutated().ofThis.get(id) ?? [],
    mutationsOfThisIn(functions) {
      const { inFunction } = mutated()
      const at = [...new Set(functions)].flatMap((id) => inFunction.get(id) ?? []).sort((a, b) => a - b)
      const all = mutated().ofThis.get(-1) ?? []
      return at.map((place) => all[place] as MutationOfThis)
    },
    functionAt: (offset) => positionsOf(script).functionAt(offset),
  }
}

interface Mutations {
  ofBinding: Map<BindingId, Mutation[]>
  ofThis: Map<number, MutationOfThis[]>
  /** Places in the list of those without a class, by function. */
  inFunction: Map<FunctionId, number[]>
}

/** The base of a chain of member reads and the names on the way: `form.user.email` is `form` and `[user, email]`. */
export function chainOf(script: ScriptFacts, id: ValueId): { base: ValueId; names: string[] } {
  const names: string[] = []
  let base = id
  for (;;) {
    const value = script.values[base]
    if (value?.kind === 'member') {
      names.unshift(value.name ?? '*')
      base = value.object
    } else if (value?.kind === 'await' || value?.kind === 'spread') base = value.value
    else return { base, names }
  }
}

function mutationsIn(script: ScriptFacts): Mutations {
  const found: Mutations = { ofBinding: new Map(), ofThis: new Map(), inFunction: new Map() }
  const note = (object: ValueId, given: Partial<Omit<Mutation, 'prefix'>>): void => {
    const mutation = { store: null, method: null, passed: null, deletion: null, reference: null, ...given }
    const { base, names } = chainOf(script, object)
    const value = script.values[base]
    if (value?.kind === 'binding') add(found.ofBinding, value.binding, { prefix: names, ...mutation })
    else if (value?.kind === 'this') {
      const owner = script.functions[value.function]?.class ?? -1
      if (owner === -1) add(found.inFunction, value.function, found.ofThis.get(-1)?.length ?? 0)
      add(found.ofThis, owner, { prefix: names, ...mutation, function: value.function })
    }
  }
  for (const store of script.stores) note(store.object, { store })
  for (const deletion of script.deletions) note(deletion.object, { deletion })
  script.values.forEach((value, id) => {
    if (value.kind === 'element' && typeof value.name !== 'string') {
      for (const property of value.properties) if (property.name === 'ref') note(property.value, { reference: id })
    }
    if (value.kind !== 'call') return
    const callee = script.values[value.callee]
    if (callee?.kind === 'member' && callee.name !== null) {
      note(callee.object, { method: { call: id, name: callee.name } })
    }
    value.arguments.forEach((argument, index) => {
      const kind = script.values[argument]?.kind
      if (kind === 'binding' || kind === 'member') note(argument, { passed: { call: id, index } })
    })
  })
  return found
}
