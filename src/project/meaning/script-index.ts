/** Look-ups inside one script that the graph does not hold directly; made once, when first asked. */
import type { BindingId, FunctionId, ScriptFacts, Store, ValueId } from '../../facts/script/graph.js'

export interface ScriptIndex {
  /** The call an immediate function is called by. */
  immediateCall(id: FunctionId): ValueId | undefined
  /** Calls a function is handed to, with the place among the arguments: `later(() => …)`. */
  handedTo(id: FunctionId): readonly { call: ValueId; index: number }[]
  /** Calls of a parameter of a function: `callback(x)`. */
  parameterCalls(id: FunctionId, index: number): readonly ValueId[]
  /** The value that made a function. */
  functionValue(id: FunctionId): ValueId | undefined
  /** The object literal a function is a method of. */
  objectOfMethod(id: FunctionId): ValueId | undefined
  /** Writes to a property of what a binding holds: `name.x = …`. */
  storesOf(binding: BindingId): readonly Store[]
  /** Writes to `this.x` inside a class. */
  storesOnThis(classId: number): readonly Store[]
  /** Values that have this value as a part, in order of appearance. */
  parents(id: ValueId): readonly ValueId[]
  /** Element values whose name is a member `x.Provider` of the binding. */
  providers(binding: BindingId): readonly ValueId[]
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
  const immediateCalls = new Map<FunctionId, ValueId>()
  const providers = new Map<BindingId, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind === 'function') functionValues.set(value.function, id)
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
  const stores = new Map<BindingId, Store[]>()
  const thisStores = new Map<number, Store[]>()
  for (const store of script.stores) {
    const object = script.values[store.object]
    if (object?.kind === 'binding') add(stores, object.binding, store)
    if (object?.kind === 'this') {
      const owner = script.functions[object.function]
      if (owner && owner.class >= 0) add(thisStores, owner.class, store)
    }
  }
  let parents: Map<ValueId, ValueId[]> | null = null
  return {
    immediateCall: (id) => immediateCalls.get(id),
    handedTo: (id) => handed.get(id) ?? [],
    parameterCalls: (id, index) => parameterCalls.get(`${id}|${index}`) ?? [],
    functionValue: (id) => functionValues.get(id),
    objectOfMethod(id) {
      const value = functionValues.get(id)
      if (value === undefined) return undefined
      return (parents ??= parentMap(script)).get(value)?.find((parent) => script.values[parent]?.kind === 'object')
    },
    storesOf: (binding) => stores.get(binding) ?? [],
    storesOnThis: (id) => thisStores.get(id) ?? [],
    parents: (id) => (parents ??= parentMap(script)).get(id) ?? [],
    providers: (binding) => providers.get(binding) ?? [],
  }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function parentMap(script: ScriptFacts): Map<ValueId, ValueId[]> {
  const parents = new Map<ValueId, ValueId[]>()
  script.values.forEach((_, id) => {
    for (const part of partsOf(script, id)) add(parents, part, id)
  })
  return parents
}

/** The direct parts of a value. */
export function partsOf(script: ScriptFacts, id: ValueId): ValueId[] {
  const value = script.values[id]
  if (!value) return []
  switch (value.kind) {
    case 'template': return value.parts
    case 'member': return value.key === null ? [value.object] : [value.object, value.key]
    case 'call': return [value.callee, ...value.arguments]
    case 'object': return value.entries.flatMap((entry) => (entry.key === null ? [entry.value] : [entry.key, entry.value]))
    case 'array': return value.items
    case 'spread':
    case 'await': return [value.value]
    case 'choice': return value.test === null ? value.values : [value.test, ...value.values]
    case 'operation':
    case 'unknown': return value.operands
    case 'element': {
      const own = value.properties.map((property) => property.value)
      return typeof value.name === 'number' ? [value.name, ...own, ...value.children] : [...own, ...value.children]
    }
    case 'import': return [value.source]
    default: return []
  }
}
