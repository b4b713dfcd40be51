/**
 * CommonJS in a bundle, without the functions that a compiler or a bundler puts between modules of both kinds: what
 * defines an export is a write, and what makes one kind of module of the other is the module and its default.
 *
 *     (function (e) { e.send = a })(exports)                                                Rollup
 *     Object.defineProperty(exports, 'send', { get: function () { return a.default } })     Babel, TypeScript
 *     define(exports, { send: () => a }); define(exports, 'send', () => a)                  esbuild, Parcel
 *     const send = e => e && e.__esModule ? e.default : e; send(required)                   Rollup, Parcel
 *     const all = e => e && e.__esModule ? e : { default: e }; all(required)                Babel, TypeScript, esbuild
 */
import type { BindingId, CallSite, FunctionId, ScriptFacts, Value, ValueId } from '../script/graph.js'

type Call = Value & { kind: 'call' }

/** UTF-16 code units of a function that a compiler or a bundler brings along. */
const LARGEST = 900
/** The mark of a module that was no CommonJS. https://babeljs.io/docs/babel-plugin-transform-modules-commonjs */
const MARK = '__esModule'

/** `text`: the script's. */
export function restoreInterop(script: ScriptFacts, text: string): void {
  nameArguments(script)
  if (text.includes('defineProperty')) writeDefined(script)
  fillExports(script)
  if (text.includes(MARK)) unwrapModules(script)
}

/** In a function that is called where it is written, an object that it is handed by name has that name. */
function nameArguments(script: ScriptFacts): void {
  const named = new Map<FunctionId, ReadonlyMap<number, Value>>()
  for (const { value } of script.calls) {
    const call = script.values[value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'function') continue
    if (!call.arguments.some((id) => isObject(script, id))) continue
    named.set(callee.function, new Map(call.arguments.flatMap((id, index) => (
      isObject(script, id) ? [[index, script.values[id] as Value] as const] : []))))
  }
  if (named.size === 0) return
  const meant = new Map<BindingId, Value>()
  script.bindings.forEach(({ parameter, definitions }, id) => {
    const given = parameter && parameter.path.length === 0 && !parameter.rest && definitions.length === 0
      ? named.get(parameter.function)?.get(parameter.index) : undefined
    if (given) meant.set(id, given)
  })
  script.values.forEach((value, id) => {
    const given = value.kind === 'binding' ? meant.get(value.binding) : undefined
    if (given) script.values[id] = { ...given, start: value.start, end: value.end }
  })
}

/** A name that holds an object that is written out and nothing else, or `exports` of one. */
function isObject(script: ScriptFacts, id: ValueId): boolean {
  const value = script.values[id]
  if (value?.kind === 'member') {
    return value.name === 'exports' && script.values[value.object]?.kind === 'binding' && isObject(script, value.object)
  }
  const [only, ...others] = value?.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []
  return only !== undefined && others.length === 0 && script.values[only]?.kind === 'object'
}

/** How a function is called that defines what its first argument has. */
type Definer = 'name' | 'names'

/** What is defined is written. */
function writeDefined(script: ScriptFacts): void {
  const definers = new Map<FunctionId, Definer>()
  const defining: { site: CallSite; call: Call }[] = []
  const aliases = new Set<BindingId>()
  script.bindings.forEach(({ definitions }, id) => {
    if (definitions.length > 2) return
    if (definitions.some((each) => isDefineProperty(script.values[each]))) aliases.add(id)
  })
  for (const site of script.calls) {
    const call = script.values[site.value]
    if (call?.kind !== 'call' || call.arguments.length !== 3) continue
    const callee = script.values[call.callee]
    if (!(callee?.kind === 'binding' ? aliases.has(callee.binding) : isDefineProperty(callee))) continue
    const [object, key] = call.arguments as [ValueId, ValueId]
    if (script.values[key]?.kind === 'constant') defining.push({ site, call })
    else if (isParameter(script, object, site.scope, 0)) {
      definers.set(site.scope, isParameter(script, key, site.scope, 1) ? 'name' : 'names')
    }
  }
  for (const { site, call } of defining) {
    const [object, key, description] = call.arguments as [ValueId, ValueId, ValueId]
    const shape = script.values[description]
    const name = script.values[key]
    if (shape?.kind !== 'object' || name?.kind !== 'constant' || name.value === MARK) continue
    if (!isNamed(script, object)) continue
    for (const { name: kind, value } of shape.entries) {
      const values = kind === 'value' ? [value] : kind === 'get' ? given(script, value) : []
      for (const each of values) write(script, site, object, String(name.value), each)
    }
  }
  if (definers.size === 0) return
  const held = bindingsOf(script, definers)
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const definer = callee?.kind === 'binding' ? held.get(callee.binding) : undefined
    if (call?.kind !== 'call' || definer === undefined) continue
    const [object, second, third] = call.arguments
    const shape = second === undefined ? undefined : script.values[second]
    if (object === undefined || !isNamed(script, object)) continue
    if (definer === 'names' && shape?.kind === 'object') {
      for (const { name, value } of shape.entries) {
        if (name !== null) for (const each of given(script, value)) write(script, site, object, name, each)
      }
    } else if (definer === 'name' && shape?.kind === 'constant' && third !== undefined) {
      for (const each of given(script, third)) write(script, site, object, String(shape.value), each)
    }
  }
}

function write(script: ScriptFacts, site: CallSite, object: ValueId, name: string, value: ValueId): void {
  const { start, end } = script.values[site.value] as Value
  script.stores.push({ object, name, key: null, value, scope: site.scope, guard: site.guard, start, end })
}

/** A name, or what a module keeps its exports in. */
function isNamed(script: ScriptFacts, id: ValueId): boolean {
  const value = script.values[id]
  return value?.kind === 'binding' || (value?.kind === 'member' && value.name === 'exports')
}

function isDefineProperty(value: Value | undefined): boolean {
  return value?.kind === 'member' && value.name === 'defineProperty'
}

/** What a getter gives. */
function given(script: ScriptFacts, getter: ValueId): readonly ValueId[] {
  const shape = script.values[getter]
  const facts = shape?.kind === 'function' ? script.functions[shape.function] : undefined
  return facts?.parameters === 0 ? facts.returns : []
}

function isParameter(script: ScriptFacts, id: ValueId, owner: FunctionId, index: number): boolean {
  const value = script.values[id]
  const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
  return parameter?.function === owner && parameter.index === index && parameter.path.length === 0
}

/** Bindings that hold functions, also where a helper may be loaded: `(this && this.load) || function (e) { … }`. */
function bindingsOf<T>(script: ScriptFacts, functions: ReadonlyMap<FunctionId, T>): Map<BindingId, T> {
  const found = new Map<BindingId, T>()
  const knownOf = (id: ValueId, depth: number): T | undefined => {
    const value = script.values[id]
    if (value?.kind === 'function') return functions.get(value.function)
    if (value?.kind !== 'choice' || depth > 1) return undefined
    return value.values.map((each) => knownOf(each, depth + 1)).find((known) => known !== undefined)
  }
  script.bindings.forEach(({ definitions }, id) => {
    if (definitions.length > 2) return
    const known = definitions.map((each) => knownOf(each, 0)).find((each) => each !== undefined)
    if (known !== undefined) found.set(id, known)
  })
  return found
}

/** `var m = { exports: {} }; m.exports.send = a`: what is written to the exports is in them. */
function fillExports(script: ScriptFacts): void {
  for (const { object, name, value } of script.stores) {
    const member = script.values[object]
    if (member?.kind !== 'member' || member.name !== 'exports' || name === null) continue
    const holder = script.values[member.object]
    const [only, ...others] = holder?.kind === 'binding' ? (script.bindings[holder.binding]?.definitions ?? []) : []
    const module = only === undefined || others.length > 0 ? undefined : script.values[only]
    const exports = module?.kind === 'object' ? module.entries.find((entry) => entry.name === 'exports') : undefined
    const filled = exports && script.values[exports.value]
    if (filled?.kind === 'object') filled.entries.push({ name, key: null, value })
  }
}

/** What a function makes of a module: the module's default, or a module that has one. */
type Interop = 'default' | 'module'

function unwrapModules(script: ScriptFacts): void {
  const held = bindingsOf(script, interopFunctions(script))
  if (held.size === 0) return
  const unwrapped = new Set<ValueId>()
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' && !call.isNew ? script.values[call.callee] : undefined
    const interop = callee?.kind === 'binding' ? held.get(callee.binding) : undefined
    const [module] = call?.kind === 'call' ? call.arguments : []
    if (call?.kind !== 'call' || interop === undefined || module === undefined || call.arguments.length > 2) continue
    const { start, end } = call
    const entries = [{ name: 'default', key: null, value: module }]
    const other = script.values.push(interop === 'default'
      ? { kind: 'member', object: module, name: 'default', key: null, start, end }
      : { kind: 'object', entries, start, end: start }) - 1
    const values = interop === 'default' ? [other, module] : [module, other]
    script.values[site.value] = { kind: 'choice', test: null, values, start, end }
    unwrapped.add(site.value)
  }
  if (unwrapped.size > 0) script.calls = script.calls.filter(({ value }) => !unwrapped.has(value))
}

/** Small functions that ask their first parameter whether it was a module of the other kind. */
function interopFunctions(script: ScriptFacts): Map<FunctionId, Interop> {
  const found = new Map<FunctionId, Interop>()
  for (const value of script.values) {
    if (value.kind !== 'member' || value.name !== MARK) continue
    const object = script.values[value.object]
    const parameter = object?.kind === 'binding' ? script.bindings[object.binding]?.parameter : null
    if (!parameter || parameter.index !== 0 || parameter.path.length > 0) continue
    const facts = script.functions[parameter.function]
    if (!facts || facts.end - facts.start > LARGEST || facts.returns.length === 0) continue
    // A function that gives a function is asked again for what it is.
    const isDefault = facts.returns.some((id) => givesDefault(script, id, parameter.function))
    const isGetter = facts.returns.some((id) => script.values[id]?.kind === 'function')
    if (!isGetter) found.set(parameter.function, isDefault ? 'default' : 'module')
  }
  return found
}

/** `e && e.__esModule ? e.default : e`. */
function givesDefault(script: ScriptFacts, id: ValueId, owner: FunctionId): boolean {
  const value = script.values[id]
  if (value?.kind === 'choice') return value.values.some((each) => givesDefault(script, each, owner))
  return value?.kind === 'member' && value.name === 'default' && isParameter(script, value.object, owner, 0)
}
