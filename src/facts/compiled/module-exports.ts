/** What the modules of a bundle export, read from what they do to the things they are handed. */
import type { BindingId, ScriptFacts, Store, Value, ValueId } from '../script/graph.js'
import { textOf, type Module } from './tables.js'

/** What is written to bindings, and the calls they are handed to first; `.exports` of one counts as the binding. */
export interface Uses {
  stores: ReadonlyMap<BindingId, readonly Store[]>
  calls: ReadonlyMap<BindingId, readonly (Value & { kind: 'call' })[]>
}

export function usesOf(script: ScriptFacts): Uses {
  const stores = new Map<BindingId, Store[]>()
  const calls = new Map<BindingId, (Value & { kind: 'call' })[]>()
  const bindingOf = (id: ValueId): BindingId | null => {
    const value = script.values[id]
    const inner = value?.kind === 'member' && value.name === 'exports' ? script.values[value.object] : value
    return inner?.kind === 'binding' ? inner.binding : null
  }
  for (const store of script.stores) put(stores, bindingOf(store.object), store)
  for (const site of script.calls) {
    const call = script.values[site.value]
    if (call?.kind === 'call' && call.arguments[0] !== undefined) put(calls, bindingOf(call.arguments[0]), call)
  }
  return { stores, calls }
}

function put<T>(map: Map<BindingId, T[]>, key: BindingId | null, item: T): void {
  const list = key === null ? undefined : map.get(key)
  if (list) list.push(item)
  else if (key !== null) map.set(key, [item])
}

/** What a module exports, as an object; or what it puts in the place of that. */
export function exportsValue(
  script: ScriptFacts, { function: owner, roles }: Module, parameters: ReadonlyMap<string, BindingId>, uses: Uses,
): ValueId {
  const facts = script.functions[owner] as ScriptFacts['functions'][number]
  const at = { start: facts.start, end: facts.start }
  const entries: (Value & { kind: 'object' })['entries'] = []
  const whole: ValueId[] = []
  const self = parameters.get(`${owner}|${roles.exports}`) ?? -1
  const module = parameters.get(`${owner}|${roles.module}`) ?? -1
  const isMember = (id: ValueId): boolean => script.values[id]?.kind === 'member'
  for (const store of [...(uses.stores.get(self) ?? []), ...(uses.stores.get(module) ?? [])]) {
    const isExports = isMember(store.object) || script.values[store.object]?.kind === 'binding' && uses.stores.get(self)?.includes(store)
    if (store.name === 'exports' && !isMember(store.object)) whole.push(store.value)
    else if (store.name !== null && isExports) entries.push({ name: store.name, key: null, value: store.value })
  }
  for (const call of uses.calls.get(self) ?? []) entries.push(...definedBy(script, call.arguments))
  for (const call of uses.calls.get(module) ?? []) {
    if (isMember(call.arguments[0] as ValueId)) entries.push(...definedBy(script, call.arguments))
  }
  const object = script.values.push({ kind: 'object', entries, ...at }) - 1
  const choice = (values: ValueId[]): ValueId => script.values.push({ kind: 'choice', test: null, values, ...at }) - 1
  const value = whole.length === 0 ? object : choice([...whole, object])
  // `import send from` a module that has no default is the module.
  if (!entries.some(({ name }) => name === 'default')) entries.push({ name: 'default', key: null, value: whole.length === 0 ? object : choice(whole) })
  return value
}

/** `define(exports, { name: () => value })`, `define(exports, ['name', () => value, 'other', 0, value])`, `define(exports, 'name', () => value)`, `Object.defineProperty(exports, 'name', { get })`. */
function definedBy(script: ScriptFacts, args: readonly ValueId[]): { name: string; key: null; value: ValueId }[] {
  const [, second, third] = args
  const shape = second === undefined ? undefined : script.values[second]
  if (shape?.kind === 'object') return shape.entries.flatMap(({ name, value }) => (name === null ? [] : given(script, name, value)))
  if (shape?.kind === 'array') return listed(script, shape.items)
  const name = second === undefined ? null : textOf(script, second)
  const getter = third === undefined ? undefined : script.values[third]
  if (name === null || third === undefined) return []
  if (getter?.kind !== 'object') return given(script, name, third)
  const entry = getter.entries.find((item) => item.name === 'get' || item.name === 'value')
  return entry === undefined ? [] : entry.name === 'value' ? [{ name, key: null, value: entry.value }] : given(script, name, entry.value)
}

function given(script: ScriptFacts, name: string, getter: ValueId): { name: string; key: null; value: ValueId }[] {
  const shape = script.values[getter]
  const returns = shape?.kind === 'function' ? (script.functions[shape.function]?.returns ?? []) : []
  return returns.map((value) => ({ name, key: null, value }))
}

/** Newer releases of webpack: names, each with what gets the value, or with 0 and the value. */
function listed(script: ScriptFacts, items: readonly ValueId[]): { name: string; key: null; value: ValueId }[] {
  const found: { name: string; key: null; value: ValueId }[] = []
  for (let at = 0; at + 1 < items.length;) {
    const name = textOf(script, items[at] as ValueId)
    const isValue = textOf(script, items[at + 1] as ValueId) === '0'
    const value = items[isValue ? at + 2 : at + 1]
    if (name === null || value === undefined) break
    found.push(...(isValue ? [{ name, key: null, value }] : given(script, name, value)))
    at += isValue ? 3 : 2
  }
  return found
}
