/**
 * Servers whose routes are calls on routers: `app.get('/x', handler)`, `app.use('/portal', router)`. Which call acts on
 * which router is followed through variables, modules, parameters and fields; where each is mounted gives its prefix.
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import type { Certainty } from '../../types.js'
import { parameterKey, type ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { classesOf, handlerFunctions, type HandlerFunction } from './handlers.js'

export type CallValue = Value & { kind: 'call' }

/** What a server framework's calls mean. */
export interface Dialect {
  /** `application`, `router`, or null for a call that makes neither. */
  creates(reader: ScriptReader, at: ScriptValue, call: CallValue): 'application' | 'router' | null
  /** A router's own prefix, from the call that makes it. */
  prefixOf?(reader: ScriptReader, at: ScriptValue, call: CallValue): string[]
  /** Methods that mount another router or a function below a path. */
  mounts: ReadonlySet<string>
  /** Plugins that a call of such a method mounts, and where; absent: a path in front of routers and functions. */
  plugins?(reader: ScriptReader, given: readonly ScriptValue[]): Mounted[]
  /** Names of parameters that are handed the application when nothing tells who calls the function. */
  parameters: RegExp
}

export interface Mounted {
  /** Routers, or functions that are handed the router they act on. */
  values: readonly ScriptValue[]
  paths: string[]
}

/** A call on a router. */
export interface RouterCall {
  at: ScriptValue
  script: ScriptFacts
  call: CallValue
  method: string
  /** Path of `router.route('/x')` that it continues; null for none. */
  base: ScriptValue | null
  arguments: ScriptValue[]
  /** Where the router it is called on is reached. */
  prefixes: Prefix[]
}

export interface Prefix {
  path: string
  certainty: Certainty
}

const METHODS = /^(get|post|put|patch|delete|del|head|options|all|any|use|route|register|mount|set|engine|on|view|views|decorateReply|setNotFoundHandler|setBaseViewsDir|setViewEngine|setGlobalPrefix|useStaticAssets|static)$/
const CHAINED = /^(get|post|put|patch|delete|del|head|options|all|use|set|engine|param|register)$/
const DEPTH = 10
const PREFIXES = 12

interface Mount {
  parent: string
  child: string
  paths: string[]
}

interface PendingCall extends Omit<RouterCall, 'prefixes'> {
  routers: string[]
}

/** All calls on routers of some files, with the prefixes of the routers. */
export function routerCalls(reader: ScriptReader, files: readonly string[], dialect: Dialect): RouterCall[] {
  return new RouterGraph(reader, dialect).calls(files)
}

class RouterGraph {
  private readonly roots = new Map<string, Certainty>()
  private readonly own = new Map<string, string[]>()
  private readonly mounts: Mount[] = []
  private readonly pending: PendingCall[] = []
  /** What the functions that are handed a router are handed beside it. */
  private readonly given = new Map<string, readonly ScriptValue[]>()

  constructor(private readonly reader: ScriptReader, private readonly dialect: Dialect) {}

  calls(files: readonly string[]): RouterCall[] {
    for (const file of files) {
      this.reader.scripts(file).forEach((script, index) => {
        for (const site of script.calls) this.readCall(file, index, script, site.value)
      })
    }
    const prefixes = new Map<string, Prefix[]>()
    const knowing = (value: ScriptValue): ScriptValue => ({ ...value, given: this.given })
    return this.pending.map(({ routers, base, arguments: given, ...call }) => ({
      ...call, base: base && knowing(base), arguments: given.map(knowing),
      prefixes: routers.flatMap((router) => this.prefixesOf(router, prefixes, 0)),
    }))
  }

  private readCall(file: string, index: number, script: ScriptFacts, value: ValueId): void {
    const call = script.values[value]
    if (call?.kind !== 'call') return
    const at: ScriptValue = { file, script: index, value, given: new Map() }
    const given = call.arguments.map((argument) => this.reader.beside(at, argument))
    const callee = script.values[call.callee]
    if (callee?.kind === 'member' && callee.name !== null && METHODS.test(callee.name)) {
      const { routers, base } = this.routersOf(this.reader.beside(at, callee.object))
      if (routers.length > 0) {
        this.pending.push({ at, script, call, method: callee.name, base, arguments: given, routers })
        if (this.dialect.mounts.has(callee.name)) this.readMount(routers, given)
        return
      }
    }
    this.readHandedOn(at, script, call, given)
  }

  /** `app.use('/x', router)`, `server.register(plugin, { prefix: '/x' })`. */
  private readMount(parents: readonly string[], given: readonly ScriptValue[]): void {
    const isPlugin = this.dialect.plugins !== undefined
    const mounted = this.dialect.plugins?.(this.reader, given) ?? [{ values: given, paths: mountPaths(this.reader, given) }]
    for (const { values, paths } of mounted) {
      for (const argument of values.flatMap((value) => this.reader.items(value))) {
        const children = this.routersOf(argument).routers
        const plugins = isPlugin ? handlerFunctions(this.reader, argument).map((plugin) => parameterKey(plugin, plugin.function, 0)) : []
        for (const parent of parents) for (const child of [...children, ...plugins]) this.mounts.push({ parent, child, paths })
        if (children.length === 0 && !isPlugin) this.readWrapped(parents, argument)
      }
    }
  }

  /** `app.use(mount('/x', other))`. */
  private readWrapped(parents: readonly string[], at: ScriptValue): void {
    const shape = this.reader.shape(at)
    const [first, second] = shape?.kind === 'call' ? shape.arguments : []
    if (first === undefined || second === undefined) return
    const paths = pathTexts(this.reader, this.reader.beside(at, first))
    const children = paths.length === 0 ? [] : this.routersOf(this.reader.beside(at, second)).routers
    for (const parent of parents) for (const child of children) this.mounts.push({ parent, child, paths })
  }

  /** `configure(app)`: the function's parameter is that router. */
  private readHandedOn(at: ScriptValue, script: ScriptFacts, call: CallValue, given: readonly ScriptValue[]): void {
    given.forEach((argument, index) => {
      const shape = this.reader.shape(argument)
      const name = shape?.kind === 'binding' ? script.bindings[shape.binding]?.name : shape?.kind === 'member' ? shape.name : null
      if (typeof name !== 'string' || !/app|router|server|fastify|instance|api|express/i.test(name)) return
      const { routers } = this.routersOf(argument)
      if (routers.length === 0) return
      const functions = [...handlerFunctions(this.reader, this.reader.beside(at, call.callee)), ...this.constructors(at)]
      for (const target of functions) {
        const child = parameterKey(target, target.function, index)
        for (const parent of routers) this.mounts.push({ parent, child, paths: [''] })
        given.forEach((value, other) => {
          if (other !== index) this.given.set(parameterKey(target, target.function, other), [value])
        })
      }
    })
  }

  /** `new Routes(app)`: what runs is the constructor. */
  private constructors(at: ScriptValue): HandlerFunction[] {
    return classesOf(this.reader, at).flatMap(({ at: place, id }) => {
      const made = this.reader.script(place)?.classes[id]?.members.find((member) => member.kind === 'constructor')
      return typeof made?.value === 'number' ? handlerFunctions(this.reader, this.reader.beside(place, made.value)) : []
    })
  }

  /** The routers a value may be, by their keys; `base`: the path of `router.route('/x')` it continues. */
  private routersOf(at: ScriptValue, depth = 0): { routers: string[]; base: ScriptValue | null } {
    const routers: string[] = []
    let base: ScriptValue | null = null
    if (depth > DEPTH) return { routers, base }
    for (const target of this.reader.read(at).slice(0, 8)) {
      const shape = this.reader.shape(target)
      if (shape?.kind === 'call') {
        const made = this.dialect.creates(this.reader, target, shape)
        if (made) {
          routers.push(this.note(target, shape, made))
          continue
        }
        const callee = this.reader.script(target)?.values[shape.callee]
        if (callee?.kind !== 'member' || callee.name === null) continue
        if (callee.name === 'route' && shape.arguments[0] !== undefined) base = this.reader.beside(target, shape.arguments[0])
        else if (!CHAINED.test(callee.name) && callee.name !== 'routes') continue
        const inner = this.routersOf(this.reader.beside(target, callee.object), depth + 1)
        routers.push(...inner.routers)
        base ??= inner.base
      } else if (shape?.kind === 'binding') {
        const binding = this.reader.script(target)?.bindings[shape.binding]
        if (!binding?.parameter || binding.parameter.path.length > 0) continue
        const key = parameterKey(target, binding.parameter.function, binding.parameter.index)
        if (this.dialect.parameters.test(binding.name)) this.roots.set(`${key}?`, 'likely')
        routers.push(key)
      } else if (shape?.kind === 'member' && shape.name !== null) routers.push(...this.fieldRouters(target, shape.object, shape.name, depth))
    }
    return { routers: [...new Set(routers)], base }
  }

  private note(at: ScriptValue, call: CallValue, made: 'application' | 'router'): string {
    const key = `${at.file}|${at.script}|${at.value}`
    if (made === 'application') this.roots.set(key, 'exact')
    if (!this.own.has(key)) this.own.set(key, this.dialect.prefixOf?.(this.reader, at, call) ?? [''])
    return key
  }

  /** `this.app`, `new Users().router`: what the class keeps under that name. */
  private fieldRouters(at: ScriptValue, object: ValueId, name: string, depth: number): string[] {
    const instance = this.reader.beside(at, object)
    return [instance, ...this.reader.read(instance)].flatMap((target) => classesOf(this.reader, target)).flatMap(({ at: place, id }) => {
      const script = this.reader.script(place)
      const own = script?.classes[id]?.members.find((member) => member.name === name)?.value
      const stored = (script?.stores ?? []).filter((store) => {
        const kept = script?.values[store.object]
        return store.name === name && kept?.kind === 'this' && script?.functions[kept.function]?.class === id
      }).map((store) => store.value)
      const values = typeof own === 'number' ? [own, ...stored] : stored
      return values.flatMap((value) => this.routersOf(this.reader.beside(place, value), depth + 1).routers)
    })
  }

  /** Where a router is reached: below everything it is mounted on. */
  private prefixesOf(router: string, known: Map<string, Prefix[]>, depth: number): Prefix[] {
    const before = known.get(router)
    if (before) return before
    if (depth > DEPTH) return []
    known.set(router, [])
    const own = this.own.get(router) ?? ['']
    const found: Prefix[] = []
    // An application that is mounted on another is reached there alone.
    const isMounted = this.mounts.some(({ child, parent }) => child === router && parent !== router)
    const root = isMounted ? undefined : this.roots.get(router)
    if (root) found.push({ path: '', certainty: root })
    for (const { parent, child, paths } of this.mounts) {
      if (child !== router || parent === router) continue
      for (const above of this.prefixesOf(parent, known, depth + 1)) {
        for (const path of paths) found.push({ path: `${above.path}/${path}`, certainty: above.certainty })
      }
    }
    // Nobody seems to mount it: folders of routers are often loaded by name.
    if (found.length === 0) {
      const guessed = this.roots.get(`${router}?`)
      if (guessed) found.push({ path: '', certainty: guessed })
      else if (this.own.has(router)) found.push({ path: '', certainty: 'possible' })
    }
    const prefixes = found.flatMap((above) => own.map((path) => ({ ...above, path: `${above.path}/${path}` })))
    const unique = [...new Map(prefixes.map((each) => [each.path.replace(/\/+/g, '/'), each])).values()].slice(0, PREFIXES)
    known.set(router, unique)
    return unique
  }
}

/** The paths a mount is below; `['']` when it says none. */
export function mountPaths(reader: ScriptReader, given: readonly ScriptValue[]): string[] {
  const [first] = given
  const paths = first ? pathTexts(reader, first) : []
  return paths.length > 0 ? paths : ['']
}

/** Texts of a path argument, `/x`, a list of them, a regular expression; none when it is no path. */
export function pathTexts(reader: ScriptReader, at: ScriptValue): string[] {
  return reader.items(at).flatMap((item) => reader.read(item).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind === 'regexp') return [literalStart(shape.pattern)]
    if (shape?.kind !== 'constant' && shape?.kind !== 'template') {
      // A setting that is not in the source stands for one part of the path.
      const isSetting = shape?.kind === 'member' && /^(process\.)?env\b|config|constants|settings|options/i.test(reader.written(target, target.value as ValueId))
      return isSetting ? [`/:${nameOf(reader, target)}`] : []
    }
    return reader.texts(target).filter((text) => text === '' || /^[/*(:\uA4F8]/.test(text) || /^[\w-]+(\/|$)/.test(text))
  }))
}

function nameOf(reader: ScriptReader, at: ScriptValue): string {
  return reader.written(at, at.value as ValueId).split('.').at(-1)?.toLowerCase().replace(/\W/g, '') || 'path'
}

/** The fixed beginning of a regular expression on paths, `*` for the rest. */
function literalStart(pattern: string): string {
  const text = /^\^?((?:\\\/|[\w-]|\\\.)*)/.exec(pattern)?.[1] ?? ''
  return `${text.replace(/\\/g, '')}${/\$$/.test(pattern) && text.length === pattern.replace(/^\^|\$$/g, '').length ? '' : '/*'}`
}

/** Unknown parts of a path as parameters. */
export function withoutHoles(path: string): string {
  return path.split('/').map((segment) => (segment.includes(HOLE) ? segment === HOLE ? ':part' : segment.replaceAll(HOLE, '*') : segment)).join('/')
}
