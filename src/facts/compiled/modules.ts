/**
 * The modules that a bundle keeps as functions, joined again: what one of them calls to get another becomes what that
 * one exports, so that values are followed from module to module as between files.
 *
 *     { 12: (module, exports, load) => { load.d(exports, { send: () => a }); … }, 13: (…) => { load(12).send(…) } }   webpack
 *     { 12: [function (require, module, exports) { … }, { './send': 11 }] }                                           browserify
 *     register('k3', function (module, exports) { … }); root('k3')                                                    Parcel
 *     var send = wrap((exports, module) => { … }); send().now                                                         esbuild
 *     var send = load.cw((module, exports) => { … }); send().now                                                      webpack 5
 */
import type { BindingId, FunctionId, ScriptFacts, Store, Value, ValueId } from '../script/graph.js'

/** Which of a module's parameters is what; -1 for none. */
interface Roles {
  module: number
  exports: number
  load: number
}

interface Module {
  function: FunctionId
  roles: Roles
  /** Ids by the names that the module itself has for others; absent where it uses the ids. */
  names?: ReadonlyMap<string, string>
}

const WEBPACK: Roles = { module: 0, exports: 1, load: 2 }
const BROWSERIFY: Roles = { load: 0, module: 1, exports: 2 }
const PARCEL: Roles = { module: 0, exports: 1, load: -1 }
const ESBUILD: Roles = { exports: 0, module: 1, load: -1 }
/** CommonJS modules that newer releases of webpack put beside the others. */
const JOINED: Roles = { module: 0, exports: 1, load: -1 }

/** Puts what modules export in the place of the calls that load them. */
export function joinModules(script: ScriptFacts): void {
  const modules = tableModules(script)
  const lazy = lazyModules(script)
  if (modules.size === 0 && lazy.size === 0) return
  const exported = new Map<FunctionId, ValueId>()
  const parameters = parametersOf(script)
  const uses = usesOf(script)
  const exportsOf = (module: Module): ValueId => {
    let known = exported.get(module.function)
    if (known === undefined) exported.set(module.function, known = exportsValue(script, module, parameters, uses))
    return known
  }
  const loaders = new Map<BindingId, Module>()
  for (const module of modules.values()) {
    const binding = parameters.get(`${module.function}|${module.roles.load}`)
    if (binding !== undefined) loaders.set(binding, module)
  }
  const roots = rootLoaders(script, modules)
  const joined = new Set<ValueId>()
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'binding') continue
    const loader = loaders.get(callee.binding)
    const id = call.arguments.length === 1 ? textOf(script, call.arguments[0] as ValueId) : null
    const target = id !== null && (loader || roots.has(callee.binding)) ? modules.get(loader?.names?.get(id) ?? id)
      : call.arguments.length === 0 ? lazy.get(callee.binding) : undefined
    if (!target) continue
    script.values[site.value] = { kind: 'choice', test: null, values: [exportsOf(target)], start: call.start, end: call.end }
    joined.add(site.value)
  }
  unwrapInterop(script, joined)
  if (joined.size > 0) script.calls = script.calls.filter(({ value }) => !joined.has(value))
}

function textOf(script: ScriptFacts, id: ValueId): string | null {
  const value = script.values[id]
  return value?.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number') ? String(value.value) : null
}

/** Modules that stand in a table or are registered one by one, by their ids. */
function tableModules(script: ScriptFacts): Map<string, Module> {
  const modules = new Map<string, Module>()
  for (const value of script.values) {
    if (value.kind === 'object') for (const [id, module] of tableOf(script, value)) modules.set(id, module)
    if (value.kind === 'call' && value.arguments.length === 2) {
      const callee = script.values[value.callee]
      const [id, body] = value.arguments as [ValueId, ValueId]
      const shape = script.values[body]
      const name = isRegister(script, callee) ? textOf(script, id) : null
      if (name !== null && shape?.kind === 'function') modules.set(name, { function: shape.function, roles: PARCEL })
    }
  }
  return modules
}

/** `root.register`, also by another name. */
function isRegister(script: ScriptFacts, callee: Value | undefined): boolean {
  if (callee?.kind === 'member') return callee.name === 'register'
  const [only, ...others] = callee?.kind === 'binding' ? (script.bindings[callee.binding]?.definitions ?? []) : []
  const value = only === undefined || others.length > 0 ? undefined : script.values[only]
  return value?.kind === 'member' && value.name === 'register'
}

/** A key of a table of modules: a number, a path, or what a bundler made of one. */
const ID = /^(?:\d+|[.\w/@-]*\/[^\s]*|\w{5,6})$/

function tableOf(script: ScriptFacts, object: Value & { kind: 'object' }): [string, Module][] {
  const found: [string, Module][] = []
  for (const { name, value } of object.entries) {
    if (name === null || !ID.test(name)) return []
    const shape = script.values[value]
    const facts = shape?.kind === 'function' ? script.functions[shape.function] : undefined
    if (shape?.kind === 'function' && facts && facts.parameters <= 3) found.push([name, { function: shape.function, roles: WEBPACK }])
    else if (shape?.kind === 'array' && shape.items.length === 2) {
      const [body, names] = shape.items.map((item) => script.values[item])
      if (body?.kind !== 'function' || names?.kind !== 'object') return []
      const ids = names.entries.flatMap((entry): [string, string][] => {
        const id = textOf(script, entry.value)
        return entry.name === null || id === null ? [] : [[entry.name, id]]
      })
      found.push([name, { function: body.function, roles: BROWSERIFY, names: new Map(ids) }])
    } else return []
  }
  return found
}

/** `var send = wrap((exports, module) => { … })`: bindings that hold nothing but a module that is made when it is asked for. */
function lazyModules(script: ScriptFacts): Map<BindingId, Module> {
  const written = new Set<FunctionId>()
  for (const store of script.stores) {
    const object = script.values[store.object]
    const parameter = object?.kind === 'binding' ? script.bindings[object.binding]?.parameter : null
    if (!parameter || parameter.path.length > 0) continue
    if (parameter.index === 0 || (parameter.index === 1 && store.name === 'exports')) written.add(parameter.function)
  }
  const found = new Map<BindingId, Module>()
  script.bindings.forEach((binding, id) => {
    const [definition] = binding.definitions
    const call = binding.definitions.length === 1 && definition !== undefined ? script.values[definition] : undefined
    const body = call?.kind === 'call' && call.arguments.length === 1 ? script.values[call.arguments[0] as ValueId] : undefined
    const facts = body?.kind === 'function' ? script.functions[body.function] : undefined
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const isJoined = callee?.kind === 'member' && callee.name === 'cw'
    if (body?.kind !== 'function' || !facts || facts.parameters < 1 || facts.parameters > 2) return
    if (isJoined || written.has(body.function)) found.set(id, { function: body.function, roles: isJoined ? JOINED : ESBUILD })
  })
  return found
}

/** Plain parameters by function and index. */
function parametersOf(script: ScriptFacts): Map<string, BindingId> {
  const found = new Map<string, BindingId>()
  script.bindings.forEach(({ parameter }, id) => {
    if (parameter && parameter.path.length === 0 && !parameter.rest) found.set(`${parameter.function}|${parameter.index}`, id)
  })
  return found
}

/**
 * Functions that load a module by its id and are no parameter of one: the bundle's own, `function load(id) { … }`. They
 * are called with ids, and themselves hand a module what it is called with.
 */
function rootLoaders(script: ScriptFacts, modules: ReadonlyMap<string, Module>): Set<BindingId> {
  const known = new Set<BindingId>()
  if (modules.size === 0) return known
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'binding' || call.arguments.length !== 1) continue
    const id = textOf(script, call.arguments[0] as ValueId)
    const binding = script.bindings[callee.binding]
    if (id !== null && modules.has(id) && id.length > 1 && binding && binding.parameter === null) known.add(callee.binding)
  }
  return known
}

/** What is written to bindings, and the calls they are handed to first; `.exports` of one counts as the binding. */
interface Uses {
  stores: ReadonlyMap<BindingId, readonly Store[]>
  calls: ReadonlyMap<BindingId, readonly (Value & { kind: 'call' })[]>
}

function usesOf(script: ScriptFacts): Uses {
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
function exportsValue(
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

/** `define(exports, { name: () => value })`, `define(exports, 'name', () => value)`, `Object.defineProperty(exports, 'name', { get })`. */
function definedBy(script: ScriptFacts, args: readonly ValueId[]): { name: string; key: null; value: ValueId }[] {
  const [, second, third] = args
  const shape = second === undefined ? undefined : script.values[second]
  if (shape?.kind === 'object') return shape.entries.flatMap(({ name, value }) => (name === null ? [] : given(script, name, value)))
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

/**
 * What loads a module is handed to a function that makes a module of either kind of it: `wrap(load())`,
 * `const get = load.n(module); get()`. Both are the module.
 */
function unwrapInterop(script: ScriptFacts, joined: Set<ValueId>): void {
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
