/** Where a bundle keeps its modules, by their ids, and what each calls the things it is handed. */
import type { BindingId, FunctionId, ScriptFacts, Value, ValueId } from '../script/graph.js'
import { bundleName } from './chunks.js'

/** Which of a module's parameters is what; -1 for none. */
export interface Roles {
  module: number
  exports: number
  load: number
}

export interface Module {
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

export interface Tables {
  modules: ReadonlyMap<string, Module>
  /** The global by which the files of one build find one another; null for a bundle of one file. */
  bundle: string | null
}

/** Modules that stand in a table or are registered one by one, by their ids. */
export function tableModules(script: ScriptFacts): Tables {
  const modules = new Map<string, Module>()
  let bundle: string | null = null
  for (const value of script.values) {
    if (value.kind === 'object') for (const [id, module] of tableOf(script, value)) modules.set(id, module)
    else if (value.kind === 'global' || value.kind === 'member') bundle ??= value.name === null ? null : bundleName(value.name)
    else if (value.kind === 'call') for (const [id, module] of calledWith(script, value)) modules.set(id, module)
  }
  return { modules, bundle }
}

function calledWith(script: ScriptFacts, { callee, arguments: [first, second, ...others] }: Value & { kind: 'call' }): [string, Module][] {
  if (first === undefined || others.length > 1) return []
  const called = script.values[callee]
  if (second !== undefined) {
    const shape = script.values[second]
    const name = shape?.kind === 'function' && isRegister(script, called) ? textOf(script, first) : null
    if (name !== null && shape?.kind === 'function') return [[name, { function: shape.function, roles: PARCEL }]]
    // `webpackJsonp([0], [function …])`
    return called?.kind === 'global' && bundleName(called.name) !== null ? listOf(script, second) : []
  }
  if (called?.kind === 'function') return listOf(script, first)
  const pushed = called?.kind === 'member' && called.name === 'push' ? script.values[first] : undefined
  return pushed?.kind === 'array' && pushed.items[1] !== undefined ? listOf(script, pushed.items[1]) : []
}

/** A list of modules, whose places in it are their ids: `.push([[1], [, function (module, exports, load) { … }]])`. */
function listOf(script: ScriptFacts, id: ValueId): [string, Module][] {
  const list = script.values[id]
  if (list?.kind !== 'array') return []
  const found: [string, Module][] = []
  for (const [index, item] of list.items.entries()) {
    const shape = script.values[item]
    if (shape?.kind === 'function' && (script.functions[shape.function]?.parameters ?? 4) <= 3) {
      found.push([String(index), { function: shape.function, roles: WEBPACK }])
    } else if (shape?.kind !== 'unknown' && shape?.kind !== 'constant') return []
  }
  return found
}

/** `root.register`, also by another name. */
function isRegister(script: ScriptFacts, callee: Value | undefined): boolean {
  if (callee?.kind === 'member') return callee.name === 'register'
  const [only, ...others] = callee?.kind === 'binding' ? (script.bindings[callee.binding]?.definitions ?? []) : []
  const value = only === undefined || others.length > 0 ? undefined : script.values[only]
  return value?.kind === 'member' && value.name === 'register'
}

/** A key of a table of modules: a number, a path, or what a bundler made of one. */
const ID = /^(?:\d+|[.\w/@-]*\/[^\s]*|\w{5,6}|(?=.*[\dA-Z+/])[\w+/]{4})$/

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
export function lazyModules(script: ScriptFacts): Map<BindingId, Module> {
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
export function parametersOf(script: ScriptFacts): Map<string, BindingId> {
  const found = new Map<string, BindingId>()
  script.bindings.forEach(({ parameter }, id) => {
    if (parameter && parameter.path.length === 0 && !parameter.rest) found.set(`${parameter.function}|${parameter.index}`, id)
  })
  return found
}

/** A text or a number as an id. */
export function textOf(script: ScriptFacts, id: ValueId): string | null {
  const value = script.values[id]
  return value?.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number') ? String(value.value) : null
}
