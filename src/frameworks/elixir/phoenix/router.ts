/** Routers of Phoenix and of Plug. https://hexdocs.pm/phoenix/Phoenix.Router.html, https://hexdocs.pm/plug/Plug.Router.html */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'
import { routePath } from '../../paths.js'
import { named, pathOf, positional, type Call, type Expression } from '../../reading/code/nodes.js'
import { bodyOf, callsOf, isCondition, quoted, type Directive, type ElixirCode, type ElixirModule } from '../reading/modules.js'
import { underscore } from './views.js'

export interface PhoenixRoute {
  path: string
  /** `get`, `live`, `forward` …; `match` for all. */
  verb: string
  certainty: Certainty
  /** Full name of the controller, live view or plug; null for a block of a plug router. */
  target: string | null
  /** Of a controller; null for others. */
  action: string | null
  /** One of those a `resources` makes. */
  isResource: boolean
  pipelines: readonly string[]
  session: LiveSession | null
  /** The call that declares it. */
  call: Call
  module: ElixirModule
  declared: RoutePlace
}

export interface LiveSession {
  name: string
  call: Call
  module: ElixirModule
}

interface Scope {
  path: string
  /** Parts of module names in front of what is named. */
  alias: string
  pipelines: readonly string[]
  session: LiveSession | null
  certainty: Certainty
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'trace', 'match', 'live', 'forward'])
const RESOURCE: readonly [action: string, verb: string, path: string][] = [
  ['index', 'get', ''], ['new', 'get', '/new'], ['create', 'post', ''], ['show', 'get', '/:id'], ['edit', 'get', '/:id/edit'],
  ['update', 'patch', '/:id'], ['delete', 'delete', '/:id'],
]
const DEPTH = 12

export class PhoenixRouter {
  readonly routes: PhoenixRoute[] = []
  /** Plugs of each pipeline, with the module they are written in. */
  readonly pipelines = new Map<string, { call: Call; module: ElixirModule }[]>()
  private depth = 0

  constructor(private readonly code: ElixirCode, readonly module: ElixirModule, prefix: string) {
    const scope: Scope = { path: prefix, alias: '', pipelines: [], session: null, certainty: 'exact' }
    this.all(code.directives(module), scope)
  }

  /** What stands in a condition is read with it. */
  private all(directives: readonly Directive[], scope: Scope): void {
    let inner = scope
    let end = -1
    let around: ElixirModule | null = null
    for (const { call, module } of directives) {
      if (module === around && call.start < end) continue
      if (isCondition(call)) [end, around] = [call.end, module]
      // Pipelines that are named are those of what stands behind them.
      if (pathOf(call.callee) === 'pipe_through') inner = { ...inner, pipelines: [...inner.pipelines, ...namesIn(positional(call)[0])] }
      else this.call(call, module, inner)
    }
  }

  private read(call: Call, module: ElixirModule, scope: Scope): void {
    if (this.depth > DEPTH) return
    this.depth++
    this.all(callsOf(bodyOf(call)).map((each) => ({ call: each, module })), scope)
    this.depth--
  }

  private call(call: Call, module: ElixirModule, scope: Scope): void {
    const name = pathOf(call.callee)
    if (name === 'pipeline') return this.pipeline(call, module)
    if (name === 'scope') return this.read(call, module, this.scope(call, module, scope))
    if (name === 'live_session') {
      const [first] = positional(call)
      const session = { name: first?.kind === 'symbol' ? first.name : '', call, module }
      return this.read(call, module, { ...scope, session })
    }
    if (isCondition(call)) {
      const isOfDevelopment = /\bMix\.env\b|\bdev_routes\b|:dev\b/.test(this.textOf(module, positional(call)[0]))
      return this.read(call, module, isOfDevelopment ? { ...scope, certainty: 'possible' } : scope)
    }
    if (name === 'resources' || name === 'resource') return this.resources(call, module, scope)
    if (VERBS.has(name)) return this.request(call, name, module, scope)
    if (/^(?:live_dashboard|oban_dashboard|live_storybook)$/.test(name)) {
      const [path] = positional(call)
      return this.add({ ...this.base(call, module, scope), verb: 'forward', path: this.pathOf(path, module, scope), target: null, action: null })
    }
    if (!/^(?:use|import|require|alias|plug|def\w*|@\w+|unquote)$/.test(name) && this.depth < DEPTH) this.macro(name, module, scope)
  }

  private textOf({ file }: ElixirModule, node: Expression | undefined): string {
    return node ? (this.code.host.text(file) ?? '').slice(node.start, node.end) : ''
  }

  /** A macro of the project that stands for routes. */
  private macro(name: string, module: ElixirModule, scope: Scope): void {
    const places = [module, ...this.code.imports(module).flatMap((each) => this.code.module(each) ?? [])]
    const made = places.map((each) => this.code.functions(each, name)[0]).find((each) => each !== undefined)
    if (!made) return
    this.depth++
    this.all(callsOf(quoted(made.body)).map((each) => ({ call: each, module: made.module })), scope)
    this.depth--
  }

  private pipeline(call: Call, module: ElixirModule): void {
    const [name] = positional(call)
    if (name?.kind !== 'symbol') return
    const plugs = callsOf(bodyOf(call)).filter((each) => pathOf(each.callee) === 'plug').map((each) => ({ call: each, module }))
    this.pipelines.set(name.name, [...this.pipelines.get(name.name) ?? [], ...plugs])
  }

  /** `scope "/portal", ClinicWeb.Portal, as: :portal do`, `scope path: "/portal", alias: Portal do`. */
  private scope(call: Call, module: ElixirModule, scope: Scope): Scope {
    const [first, second] = positional(call)
    const path = named(call.arguments, 'path') ?? (first?.kind === 'name' ? undefined : first)
    const alias = named(call.arguments, 'alias') ?? second ?? (first?.kind === 'name' ? first : undefined)
    const isOff = alias?.kind === 'constant' && alias.value === false
    const added = alias?.kind === 'name' ? this.code.fullName(alias.name, module) : ''
    return {
      ...scope, path: path ? this.pathOf(path, module, scope) : scope.path,
      alias: isOff ? '' : [scope.alias, added].filter((part) => part !== '').join('.'),
    }
  }

  private pathOf(node: Expression | undefined, module: ElixirModule, scope: Scope): string {
    return `${scope.path}/${this.text(node, module)}`
  }

  private text(node: Expression | undefined, module: ElixirModule): string {
    switch (node?.kind) {
      case 'text': return node.text
      case 'join': return node.parts.map((part) => this.text(part, module)).join('')
      case undefined: return ''
      case 'name': {
        // An attribute of the module.
        const told = callsOf(module.body).find(({ callee }) => callee.kind === 'name' && callee.name === node.name)
        const [value] = told ? positional(told) : []
        return value && value !== node ? this.text(value, module) : HOLE
      }
      default: return HOLE
    }
  }

  private base(call: Call, module: ElixirModule, { pipelines, session, certainty }: Scope): Omit<PhoenixRoute, 'path' | 'verb' | 'target' | 'action'> {
    const declared = { file: module.file, start: call.start, end: call.end }
    return { certainty, isResource: false, pipelines, session, call, module, declared }
  }

  private add(route: PhoenixRoute): void {
    const path = routePath(route.path.replaceAll(HOLE, ':value').replace(/\*\w*/g, '*').replace(/\/_(?=\/|$)/g, '/*'))
    this.routes.push({ ...route, path, certainty: route.path.includes(HOLE) ? 'possible' : route.certainty })
  }

  private target(node: Expression | undefined, module: ElixirModule, scope: Scope): string | null {
    if (node?.kind !== 'name') return null
    const full = this.code.fullName(node.name, module)
    const below = scope.alias === '' ? full : `${scope.alias}.${full}`
    return this.code.module(below) ? below : this.code.module(full) ? full : below
  }

  private request(call: Call, name: string, module: ElixirModule, scope: Scope): void {
    const given = positional(call)
    // `match :*, "/x", …`, `match _ do`
    const isMatch = name === 'match' && given[0]?.kind !== 'text' && given.length > 1
    const [path, target, action] = isMatch ? given.slice(1) : given
    if (!path) return
    const told = named(call.arguments, 'to')
    const isRest = path.kind === 'name' && path.name === '_'
    this.add({
      ...this.base(call, module, scope), verb: name, path: isRest ? `${scope.path}/*` : this.pathOf(path, module, scope),
      target: this.target(target ?? told, module, scope), action: action?.kind === 'symbol' ? action.name : null,
    })
  }

  private resources(call: Call, module: ElixirModule, scope: Scope): void {
    const [path, controller] = positional(call)
    const target = this.target(controller, module, scope)
    if (!path || target === null) return
    const only = namesIn(named(call.arguments, 'only'))
    const except = namesIn(named(call.arguments, 'except'))
    const single = named(call.arguments, 'singleton')
    const isSingle = single?.kind === 'constant' && single.value === true
    const parameter = this.text(named(call.arguments, 'param'), module) || 'id'
    const below = this.pathOf(path, module, scope)
    for (const [action, verb, rest] of RESOURCE) {
      if ((only.length > 0 && !only.includes(action)) || except.includes(action) || (isSingle && action === 'index')) continue
      const tail = isSingle ? rest.replace('/:id', '') : rest.replace(':id', `:${parameter}`)
      this.add({ ...this.base(call, module, scope), isResource: true, verb, path: below + tail, target, action })
    }
    if (!call.block) return
    const name = this.text(named(call.arguments, 'name'), module) || underscore((target.split('.').at(-1) as string).replace(/Controller$/, ''))
    this.read(call, module, { ...scope, path: isSingle ? below : `${below}/:${name}_${parameter}` })
  }
}

function namesIn(node: Expression | undefined): string[] {
  if (node?.kind === 'symbol') return [node.name]
  return node?.kind === 'list' ? node.items.flatMap(({ value }) => (value.kind === 'symbol' ? [value.name] : [])) : []
}
