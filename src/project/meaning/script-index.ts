/** Look-ups inside one script that the graph does not hold directly; made once, when first asked. */
import type { Span } from '../../types.js'
import { lineIndexAt, spansAround } from '../../lines.js'
import type { BindingId, CallSite, FunctionId, ObjectEntry, ScriptFacts, Store, ValueId } from '../../facts/script/graph.js'
import {
  SPREADS, add, beginningMap, callsByFunction, definitionLists, entriesByName, functionsByParent, globalsByName, membersByName, mentionLists,
  parametersByFunction, parentLists, storeLists, storesByConstructor, storesByName, textsOf, topLevelNames, type TopLevelNames,
} from './script-maps.js'

export interface ScriptIndex {
  /** The call an immediate function is called by. */
  immediateCall(id: FunctionId): ValueId | undefined
  /** Calls a function is handed to, with the place among the arguments: `later(() => …)`. */
  handedTo(id: FunctionId): readonly { call: ValueId; index: number }[]
  /** Calls of a parameter of a function: `callback(x)`. */
  parameterCalls(id: FunctionId, index: number): readonly ValueId[]
  /** Bindings that are parameters of a function, or parts of one. */
  parametersOf(id: FunctionId): readonly BindingId[]
  /** The value that made a function. */
  functionValue(id: FunctionId): ValueId | undefined
  /** The value that made a class. */
  classValue(id: number): ValueId | undefined
  /** The object literal a function is a method of. */
  objectOfMethod(id: FunctionId): ValueId | undefined
  /** Calls that stand in a function itself, not in functions inside it. */
  callsIn(id: FunctionId): readonly CallSite[]
  /** Entries of an object literal that may hold a name, the last first: those of the name and spreads after it. */
  entriesFor(object: ValueId, name: string): readonly ObjectEntry[]
  /** Bindings that a value is a definition of. */
  bindingsWith(value: ValueId): readonly BindingId[]
  /** Writes to one property of what a binding holds: `binding.name = …`. */
  storesTo(binding: BindingId, name: string): readonly Store[]
  /** Writes to `this.x` inside a class. */
  storesOnThis(classId: number): readonly Store[]
  /** Writes to `prototype` of a function, and to `this` inside it: what things that `new` makes of it have. */
  storesForInstances(id: FunctionId): readonly Store[]
  /** Values that have this value as a part, in order of appearance. */
  parents(id: ValueId): readonly ValueId[]
  /** Where a binding is mentioned, in the order of the graph. */
  mentionsOf(binding: BindingId): readonly ValueId[]
  /** Bindings of the top level of a name. */
  topLevel(name: string): readonly BindingId[]
  /** Bindings that an import made. */
  imported(): readonly BindingId[]
  /** Reads of members of a name, in the order of the graph. */
  membersNamed(name: string): readonly ValueId[]
  /** Reads of a global, in the order of the graph. */
  globalsNamed(name: string): readonly ValueId[]
  /** Writes of a value to a property. */
  storesOfValue(value: ValueId): readonly Store[]
  /** Writes to properties of a name. */
  storesNamed(name: string): readonly Store[]
  /** Element values whose name is a member `x.Provider` of the binding. */
  providers(binding: BindingId): readonly ValueId[]
  /** Calls, imports and elements that begin at an offset, in the order of the graph. */
  beginningAt(offset: number): readonly ValueId[]
  /** A constant is this text. */
  says(text: string): boolean
  /** Elements, in the order of the graph. */
  elements(): readonly ValueId[]
  /** Elements that lie in a part of the file, that part included, in the order of the graph. */
  elementsIn(part: Span): readonly ValueId[]
  /** Elements around an offset, in the order of the graph. */
  elementsAround(offset: number): readonly ValueId[]
  /** A function and those inside it. */
  functionsIn(id: FunctionId): readonly FunctionId[]
  /** Writes to the global object: `window.name = …`. */
  storesOnGlobal(): readonly Store[]
  /** Writes to properties of what a global holds: `name.part = …`. */
  storesOf(global: string): readonly Store[]
}

const indexes = new WeakMap<ScriptFacts, ScriptIndex>()

export function scriptIndex(script: ScriptFacts): ScriptIndex {
  let index = indexes.get(script)
  if (!index) {
    index = buildIndex(script)
    indexes.set(script, index)
  }
  return index
}

function buildIndex(script: ScriptFacts): ScriptIndex {
  const functionValues = new Map<FunctionId, ValueId>()
  const classValues = new Map<number, ValueId>()
  const immediateCalls = new Map<FunctionId, ValueId>()
  const providers = new Map<BindingId, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind === 'function') functionValues.set(value.function, id)
    if (value.kind === 'class' && !classValues.has(value.class)) classValues.set(value.class, id)
    if (value.kind === 'call') {
      const callee = script.values[value.callee]
      if (callee?.kind === 'function') immediateCalls.set(callee.function, id)
      // `(function () {…}).call(this, x)` is as immediate as a plain call.
      if (callee?.kind === 'member' && (callee.name === 'call' || callee.name === 'apply')) {
        const inner = script.values[callee.object]
        if (inner?.kind === 'function') immediateCalls.set(inner.function, id)
      }
    }
    if (value.kind === 'element' && typeof value.name === 'number') {
      const name = script.values[value.name]
      if (name?.kind === 'member' && name.name === 'Provider') {
        const object = script.values[name.object]
        if (object?.kind === 'binding') add(providers, object.binding, id)
      }
    }
  })
  const handed = new Map<FunctionId, { call: ValueId; index: number }[]>()
  const parameterCalls = new Map<string, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind !== 'call') return
    value.arguments.forEach((argument, index) => {
      const shape = script.values[argument]
      if (shape?.kind === 'function') add(handed, shape.function, { call: id, index })
    })
    const callee = script.values[value.callee]
    const parameter = callee?.kind === 'binding' ? script.bindings[callee.binding]?.parameter : null
    if (parameter && parameter.path.length === 0) add(parameterCalls, `${parameter.function}|${parameter.index}`, id)
  })
  const stores = new Map<string, Store[]>()
  const thisStores = new Map<number, Store[]>()
  const globalStores = new Map<string, Store[]>()
  for (const store of script.stores) {
    const object = script.values[store.object]
    if (object?.kind === 'binding' && store.name !== null) add(stores, `${object.binding}|${store.name}`, store)
    if (object?.kind === 'global') add(globalStores, object.name, store)
    if (object?.kind === 'this') {
      const owner = script.functions[object.function]
      if (owner && owner.class >= 0) add(thisStores, owner.class, store)
    }
  }
  let parents: ((id: ValueId) => readonly ValueId[]) | null = null
  let definitions: ((value: ValueId) => readonly BindingId[]) | null = null
  let parameters: Map<FunctionId, BindingId[]> | null = null
  let members: Map<string, ValueId[]> | null = null
  let mentions: ((binding: BindingId) => readonly ValueId[]) | null = null
  let names: TopLevelNames | null = null
  let globals: Map<string, ValueId[]> | null = null
  let storing: ((value: ValueId) => readonly number[]) | null = null
  let named: Map<string, Store[]> | null = null
  let sites: Map<FunctionId, CallSite[]> | null = null
  const entries = new Map<ValueId, Map<string, ObjectEntry[]>>()
  let elements: ElementIndex | null = null
  const elementIndex = (): ElementIndex => (elements ??= indexElements(script))
  let inner: Map<FunctionId, FunctionId[]> | null = null
  let beginnings: Map<number, ValueId[]> | null = null
  let texts: Set<string> | null = null
  let instances: Map<FunctionId, Store[]> | null = null
  return {
    immediateCall: (id) => immediateCalls.get(id),
    handedTo: (id) => handed.get(id) ?? [],
    parameterCalls: (id, index) => parameterCalls.get(`${id}|${index}`) ?? [],
    parametersOf: (id) => (parameters ??= parametersByFunction(script)).get(id) ?? [],
    functionValue: (id) => functionValues.get(id),
    classValue: (id) => classValues.get(id),
    objectOfMethod(id) {
      const value = functionValues.get(id)
      if (value === undefined) return undefined
      return (parents ??= parentLists(script))(value).find((parent) => script.values[parent]?.kind === 'object')
    },
    callsIn: (id) => (sites ??= callsByFunction(script)).get(id) ?? [],
    entriesFor(object, name) {
      let names = entries.get(object)
      if (!names) entries.set(object, names = entriesByName(script, object))
      return names.get(name) ?? names.get(SPREADS) ?? []
    },
    bindingsWith: (value) => (definitions ??= definitionLists(script))(value),
    storesTo: (binding, name) => stores.get(`${binding}|${name}`) ?? [],
    storesOnThis: (id) => thisStores.get(id) ?? [],
    storesForInstances: (id) => (instances ??= storesByConstructor(script)).get(id) ?? [],
    parents: (id) => (parents ??= parentLists(script))(id),
    mentionsOf: (binding) => (mentions ??= mentionLists(script))(binding),
    topLevel: (name) => (names ??= topLevelNames(script)).byName.get(name) ?? [],
    imported: () => (names ??= topLevelNames(script)).imported,
    membersNamed: (name) => (members ??= membersByName(script)).get(name) ?? [],
    globalsNamed: (name) => (globals ??= globalsByName(script)).get(name) ?? [],
    storesOfValue: (value) => (storing ??= storeLists(script))(value).map((at) => script.stores[at] as Store),
    storesNamed: (name) => (named ??= storesByName(script)).get(name) ?? [],
    providers: (binding) => providers.get(binding) ?? [],
    beginningAt: (offset) => (beginnings ??= beginningMap(script)).get(offset) ?? [],
    says: (text) => (texts ??= textsOf(script)).has(text),
    elements: () => elementIndex().all,
    elementsIn: (part) => elementIndex().within(part),
    elementsAround: (offset) => elementIndex().around(offset),
    functionsIn(id) {
      const children = (inner ??= functionsByParent(script))
      const found = [id]
      for (const outer of found) found.push(...(children.get(outer) ?? []))
      return found
    },
    storesOnGlobal: () => globalStores.get('globalThis') ?? [],
    storesOf: (global) => globalStores.get(global) ?? [],
  }
}

interface ElementIndex {
  all: readonly ValueId[]
  within(part: Span): readonly ValueId[]
  around(offset: number): readonly ValueId[]
}

function indexElements(script: ScriptFacts): ElementIndex {
  const all = script.values.flatMap((value, id) => (value.kind === 'element' ? [id] : []))
  const spans = all.map((id) => script.values[id] as Span)
  const around = spansAround(spans)
  const byStart = [...all].sort((a, b) => (script.values[a] as Span).start - (script.values[b] as Span).start || a - b)
  const starts = byStart.map((id) => (script.values[id] as Span).start)
  return {
    all,
    within({ start, end }) {
      const found: ValueId[] = []
      let at = starts.length === 0 ? 0 : lineIndexAt(starts, start)
      while (at > 0 && (starts[at - 1] as number) >= start) at--
      for (; at < starts.length && (starts[at] as number) < end; at++) {
        const id = byStart[at] as ValueId
        const value = script.values[id] as Span
        if (value.start >= start && value.end <= end) found.push(id)
      }
      return found.sort((a, b) => a - b)
    },
    around: (offset) => around(offset).map((at) => all[at] as ValueId),
  }
}
