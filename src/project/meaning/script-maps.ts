/** The maps of one script that its index is made of: each is one walk over what the graph holds. */
import type { BindingId, CallSite, FunctionId, ObjectEntry, ScriptFacts, Store, ValueId } from '../../facts/script/graph.js'

export function storesByConstructor(script: ScriptFacts): Map<FunctionId, Store[]> {
  const stores = new Map<FunctionId, Store[]>()
  for (const store of script.stores) {
    const object = script.values[store.object]
    if (object?.kind === 'this') add(stores, object.function, store)
    const owner = object?.kind === 'member' && object.name === 'prototype' ? script.values[object.object] : undefined
    for (const definition of owner?.kind === 'binding' ? script.bindings[owner.binding]?.definitions ?? [] : []) {
      const value = script.values[definition]
      if (value?.kind === 'function') add(stores, value.function, store)
    }
  }
  return stores
}

export function beginningMap(script: ScriptFacts): Map<number, ValueId[]> {
  const beginnings = new Map<number, ValueId[]>()
  script.values.forEach(({ kind, start }, id) => {
    if (kind === 'call' || kind === 'import' || kind === 'element') add(beginnings, start, id)
  })
  return beginnings
}

export function textsOf(script: ScriptFacts): Set<string> {
  return new Set(script.values.flatMap((value) => (value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [])))
}

export function functionsByParent(script: ScriptFacts): Map<FunctionId, FunctionId[]> {
  const children = new Map<FunctionId, FunctionId[]>()
  script.functions.forEach(({ parent }, id) => {
    if (parent >= 0 && parent !== id) add(children, parent, id)
  })
  return children
}

export function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export function callsByFunction(script: ScriptFacts): Map<FunctionId, CallSite[]> {
  const sites = new Map<FunctionId, CallSite[]>()
  for (const site of script.calls) add(sites, site.scope, site)
  return sites
}

export function mentionMap(script: ScriptFacts): Map<BindingId, ValueId[]> {
  const mentions = new Map<BindingId, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind === 'binding') add(mentions, value.binding, id)
  })
  return mentions
}

export interface TopLevelNames {
  byName: Map<string, BindingId[]>
  imported: BindingId[]
}

export function topLevelNames(script: ScriptFacts): TopLevelNames {
  const byName = new Map<string, BindingId[]>()
  const imported: BindingId[] = []
  script.bindings.forEach((binding, id) => {
    if (binding.scope === 0) add(byName, binding.name, id)
    if (binding.imported) imported.push(id)
  })
  return { byName, imported }
}

export function membersByName(script: ScriptFacts): Map<string, ValueId[]> {
  const members = new Map<string, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind === 'member' && value.name !== null) add(members, value.name, id)
  })
  return members
}

export function parametersByFunction(script: ScriptFacts): Map<FunctionId, BindingId[]> {
  const parameters = new Map<FunctionId, BindingId[]>()
  script.bindings.forEach(({ parameter }, id) => {
    if (parameter) add(parameters, parameter.function, id)
  })
  return parameters
}

/** Not a name a program can write. */
export const SPREADS = '\n'

export function entriesByName(script: ScriptFacts, object: ValueId): Map<string, ObjectEntry[]> {
  const value = script.values[object]
  const names = new Map<string, ObjectEntry[]>()
  const spreads: ObjectEntry[] = []
  for (const entry of value?.kind === 'object' ? [...value.entries].reverse() : []) {
    if (entry.name === null) {
      if (entry.key === null) spreads.push(entry)
    } else if (!names.has(entry.name)) names.set(entry.name, [...spreads, entry])
  }
  names.set(SPREADS, spreads)
  return names
}

export function definitionMap(script: ScriptFacts): Map<ValueId, BindingId[]> {
  const definitions = new Map<ValueId, BindingId[]>()
  script.bindings.forEach((binding, id) => binding.definitions.forEach((value) => add(definitions, value, id)))
  return definitions
}

export function parentMap(script: ScriptFacts): Map<ValueId, ValueId[]> {
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
    case 'await':
    case 'yield': return [value.value]
    case 'rest': return [value.object]
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
