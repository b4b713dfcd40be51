/** The maps of one script that its index is made of: each is one walk over what the graph holds. */
import type { BindingId, CallSite, FunctionId, ObjectEntry, ScriptFacts, Store, Value, ValueId } from '../../facts/script/graph.js'
import { listsOf } from '../../lists.js'

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

export function globalsByName(script: ScriptFacts): Map<string, ValueId[]> {
  const globals = new Map<string, ValueId[]>()
  script.values.forEach((value, id) => {
    if (value.kind === 'global') add(globals, value.name, id)
  })
  return globals
}

/** Places in the list of stores, by the value that is stored. */
export function storeLists({ values, stores }: ScriptFacts): (value: ValueId) => readonly number[] {
  return listsOf(values.length, (note) => stores.forEach(({ value }, at) => note(value, at)))
}

export function storesByName(script: ScriptFacts): Map<string, Store[]> {
  const named = new Map<string, Store[]>()
  for (const store of script.stores) if (store.name !== null) add(named, store.name, store)
  return named
}

export function mentionLists({ values, bindings }: ScriptFacts): (binding: BindingId) => readonly ValueId[] {
  return listsOf(bindings.length, (note) => values.forEach((value, id) => {
    if (value.kind === 'binding') note(value.binding, id)
  }))
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

export function definitionLists({ values, bindings }: ScriptFacts): (value: ValueId) => readonly BindingId[] {
  return listsOf(values.length, (note) => bindings.forEach((binding, id) => binding.definitions.forEach((value) => note(value, id))))
}

export function parentLists({ values }: ScriptFacts): (value: ValueId) => readonly ValueId[] {
  return listsOf(values.length, (note) => values.forEach((value, id) => noteParts(value, id, note)))
}

/** The direct parts of a value. */
export function partsOf(script: ScriptFacts, id: ValueId): ValueId[] {
  const parts: ValueId[] = []
  const value = script.values[id]
  if (value) noteParts(value, id, (part) => parts.push(part))
  return parts
}

/** Notes each part of a value with the value: no function is made for each, for a bundle has hundreds of thousands. */
function noteParts(value: Value, id: ValueId, note: (part: ValueId, id: ValueId) => void): void {
  switch (value.kind) {
    case 'template': return noteAll(value.parts, id, note)
    case 'member':
      note(value.object, id)
      if (value.key !== null) note(value.key, id)
      return
    case 'call':
      note(value.callee, id)
      return noteAll(value.arguments, id, note)
    case 'object':
      for (const entry of value.entries) {
        if (entry.key !== null) note(entry.key, id)
        note(entry.value, id)
      }
      return
    case 'array': return noteAll(value.items, id, note)
    case 'spread':
    case 'await':
    case 'yield': return note(value.value, id)
    case 'rest': return note(value.object, id)
    case 'choice':
      if (value.test !== null) note(value.test, id)
      return noteAll(value.values, id, note)
    case 'operation':
    case 'unknown': return noteAll(value.operands, id, note)
    case 'element':
      if (typeof value.name === 'number') note(value.name, id)
      for (const property of value.properties) note(property.value, id)
      return noteAll(value.children, id, note)
    case 'import': return note(value.source, id)
  }
}

function noteAll(parts: readonly ValueId[], id: ValueId, note: (part: ValueId, id: ValueId) => void): void {
  for (const part of parts) note(part, id)
}
