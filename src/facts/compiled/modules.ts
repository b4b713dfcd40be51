/**
 * The modules that a bundle keeps as functions, joined again: what one of them calls to get another becomes what that
 * one exports, so that values are followed from module to module as between files.
 *
 *     { 12: (module, exports, load) => { load.d(exports, { send: () => a }); … }, 13: (…) => { load(12).send(…) } }   webpack
 *     { 12: [function (require, module, exports) { … }, { './send': 11 }] }                                           browserify
 *     register('k3', function (module, exports) { … }); root('k3')                                                    Parcel
 *     var send = wrap((exports, module) => { … }); send().now                                                         esbuild
 *     var send = load.cw((module, exports) => { … }); send().now                                                      webpack 5
 *
 * Where a build has several files, a module of another one is an import, and those that are here are exports.
 */
import type { BindingId, FunctionId, ScriptFacts, Value, ValueId } from '../script/graph.js'
import { bundleName, moduleSpecifier } from './chunks.js'
import { unwrapInterop } from './loaded.js'
import { addImport } from './libraries.js'
import { exportsValue, usesOf } from './module-exports.js'
import { lazyModules, parametersOf, tableModules, textOf, type Module, type Tables } from './tables.js'

/** Puts what modules export in the place of the calls that load them. */
export function joinModules(script: ScriptFacts): void {
  const tables = tableModules(script)
  const lazy = lazyModules(script)
  if (tables.modules.size > 0 || lazy.size > 0 || tables.bundle !== null) new Joining(script, tables, lazy).run()
}

type Call = Value & { kind: 'call' }

class Joining {
  private readonly exported: (module: Module) => ValueId
  /** Modules by the parameters that load others for them. */
  private readonly loaders = new Map<BindingId, Module>()
  private readonly roots: ReadonlySet<BindingId>
  private readonly joined = new Set<ValueId>()
  /** What is imported of other files, by id. */
  private readonly imports = new Map<string, BindingId>()

  constructor(
    private readonly script: ScriptFacts, private readonly tables: Tables, private readonly lazy: ReadonlyMap<BindingId, Module>,
  ) {
    const parameters = parametersOf(script)
    const uses = usesOf(script)
    const known = new Map<FunctionId, ValueId>()
    this.exported = (module) => {
      const value = known.get(module.function) ?? exportsValue(script, module, parameters, uses)
      known.set(module.function, value)
      return value
    }
    for (const module of tables.modules.values()) {
      const binding = parameters.get(`${module.function}|${module.roles.load}`)
      if (binding !== undefined) this.loaders.set(binding, module)
    }
    this.roots = rootLoaders(script, tables)
  }

  run(): void {
    const { script, joined } = this
    for (const site of script.calls) {
      const call = script.values[site.value]
      if (call?.kind !== 'call') continue
      const value = this.loadedBy(call)
      if (value === null) continue
      script.values[site.value] = value
      joined.add(site.value)
    }
    unwrapInterop(script, joined)
    if (joined.size > 0) script.calls = script.calls.filter(({ value }) => !joined.has(value))
    if (this.tables.bundle === null) return
    script.build = this.tables.bundle
    for (const [id, module] of this.tables.modules) {
      const value = this.exported(module)
      const { start, end } = script.functions[module.function] as ScriptFacts['functions'][number]
      script.exports.push({ name: id, value, binding: null, from: null, start, end })
    }
  }

  /** What stands in the place of a call that loads a module; null for all other calls. */
  private loadedBy(call: Call): Value | null {
    const { script } = this
    const callee = script.values[call.callee]
    if (callee?.kind === 'binding' && call.arguments.length === 0) {
      const module = this.lazy.get(callee.binding)
      return module ? this.here(module, call) : null
    }
    const [first] = call.arguments
    if (first === undefined || call.arguments.length > 2) return null
    if (callee?.kind === 'member' && callee.name === 'then') return this.loadedLater(call)
    const isNamespace = callee?.kind === 'member' && callee.name === 't' && call.arguments.length === 2
    const load = isNamespace ? callee.object : call.callee
    return isNamespace || call.arguments.length === 1 ? this.loaded(load, first, call, 'import') : null
  }

  /** `ready.then(load.bind(load, 12))`, `ready.then(load.t.bind(load, 12, 7))` */
  private loadedLater(call: Call): Value | null {
    const { script } = this
    const bound = script.values[call.arguments[0] as ValueId]
    const bind = bound?.kind === 'call' && bound.arguments.length > 1 ? script.values[bound.callee] : undefined
    if (bound?.kind !== 'call' || bind?.kind !== 'member' || bind.name !== 'bind') return null
    const load = script.values[bind.object]
    const isNamespace = load?.kind === 'member' && load.name === 't'
    return this.loaded(isNamespace ? load.object : bind.object, bound.arguments[1] as ValueId, call, 'dynamic')
  }

  private loaded(load: ValueId, argument: ValueId, call: Call, kind: 'import' | 'dynamic'): Value | null {
    const { script, tables: { modules, bundle } } = this
    const callee = script.values[load]
    const isRoot = callee?.kind === 'binding' ? this.roots.has(callee.binding)
      : callee?.kind === 'global' && bundle !== null && callee.name === bundle
    const loader = callee?.kind === 'binding' ? this.loaders.get(callee.binding) : undefined
    const id = isRoot || loader ? textOf(script, argument) : null
    if (id === null) return null
    const module = modules.get(loader?.names?.get(id) ?? id)
    if (module) return this.here(module, call)
    return bundle === null || loader?.names ? null : this.elsewhere(bundle, id, call, kind)
  }

  private here(module: Module, { start, end }: Call): Value {
    return { kind: 'choice', test: null, values: [this.exported(module)], start, end }
  }

  /** A module of another file of the build. */
  private elsewhere(bundle: string, id: string, { start, end }: Call, kind: 'import' | 'dynamic'): Value {
    const { script, imports } = this
    const source = moduleSpecifier(bundle, id)
    let binding = imports.get(id)
    if (binding === undefined) imports.set(id, binding = addImport(script, source, id, { start, end }))
    script.imports.push({ source, kind, names: [id], start, end })
    return { kind: 'binding', binding, start, end }
  }
}

/**
 * Functions that load a module by its id and are no parameter of one: the bundle's own, `function load(id) { … }`. They
 * are called with ids, and themselves hand a module what it is called with. Of a build in several files also what each
 * of them takes from the global object.
 */
function rootLoaders(script: ScriptFacts, { modules, bundle }: Tables): Set<BindingId> {
  const known = new Set<BindingId>()
  if (bundle?.startsWith('parcel')) {
    script.bindings.forEach(({ definitions }, id) => {
      const isRoot = definitions.some((definition) => {
        const value = script.values[definition]
        return (value?.kind === 'global' || value?.kind === 'member') && value.name !== null && bundleName(value.name) === bundle
      })
      if (isRoot) known.add(id)
    })
  }
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
