/** What stands between a module and those who load it, so that modules of either kind can be asked for their default. */
import type { BindingId, ScriptFacts, ValueId } from '../script/graph.js'

/**
 * What loads a module is handed to a function that makes a module of either kind of it: `wrap(load())`,
 * `const get = load.n(module); get()`. Both are the module.
 */
export function unwrapInterop(script: ScriptFacts, joined: Set<ValueId>): void {
  const loaded = new Set<ValueId>(joined)
  const getters = new Map<BindingId, ValueId>()
  const holders = new Map<ValueId, BindingId>()
  script.bindings.forEach(({ definitions: [only, ...others] }, id) => {
    if (only !== undefined && others.length === 0) holders.set(only, id)
  })
  const isLoaded = (id: ValueId): boolean => {
    const value = script.values[id]
    if (loaded.has(id)) return true
    const [only, ...others] = value?.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []
    return only !== undefined && others.length === 0 && loaded.has(only)
  }
  for (const site of script.calls) {
    const call = script.values[site.value]
    const [first] = call?.kind === 'call' ? call.arguments : []
    if (call?.kind !== 'call' || first === undefined || !isLoaded(first)) continue
    const callee = script.values[call.callee]
    if (callee?.kind === 'member' && callee.name === 'n') {
      const holder = holders.get(site.value)
      if (holder !== undefined) getters.set(holder, first)
    } else if (callee?.kind === 'binding' && loaded.has(first) && call.arguments.length <= 2) {
      script.values[site.value] = { kind: 'choice', test: null, values: [first], start: call.start, end: call.end }
      joined.add(site.value)
    }
  }
  if (getters.size === 0) return
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' && call.arguments.length === 0 ? script.values[call.callee] : undefined
    const module = callee?.kind === 'binding' ? getters.get(callee.binding) : undefined
    if (call === undefined || module === undefined) continue
    const value = script.values.push({ kind: 'member', object: module, name: 'default', key: null, start: call.start, end: call.end }) - 1
    script.values[site.value] = { kind: 'choice', test: null, values: [value, module], start: call.start, end: call.end }
    joined.add(site.value)
  }
}
