/**
 * Routers of Go: `net/http`, gorilla/mux, chi, gin, echo, fiber, httprouter. The functions of a tree are walked with
 * what their parameters are known to be, so that a router that is handed on keeps its prefix.
 */
import { HOLE } from '../../parse/hole.js'
import {
  calledName, pathOf, positional, type Call, type CodeFunction, type Expression, type Statement,
} from '../reading/code/nodes.js'
import type { GoCode } from './reading/code.js'
import type { GoFunction } from './reading/packages.js'
import { textsOf } from './reading/texts.js'
import { GoRequests } from './requests.js'
import { MAKES, ROUTER_TYPE } from './router-packages.js'
import { below, DEPTH, mount, type Environment, type GoRouter } from './walk.js'

const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY', 'ALL'])
const ANSWERS = new RegExp(`^(?:${['GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS', 'Get|Post|Put|Patch|Delete|Head|Options|Connect|Trace',
  'Any|All|Handle|HandleFunc|Handler|HandlerFunc|Method|MethodFunc|Add|Match'].join('|')})$`)
const SAME = new Set(['Use', 'With', 'StrictSlash', 'UseEncodedPath', 'Host', 'Schemes', 'Headers', 'Queries', 'Name', 'Methods',
  'SkipClean', 'Pre', 'Subrouter', 'BuildOnly', 'Router'])

export class GoRouters extends GoRequests {
  /** By the call that makes it and the router it is made of. */
  private readonly made = new Map<Expression, Map<GoRouter | null, GoRouter>>()
  private readonly plain: GoRouter = { mounts: [], certainty: 'exact' }
  constructor(code: GoCode, files: readonly string[]) {
    super(code)
    const functions = files
      .flatMap((file) => code.packages.statements(file)
        .flatMap((statement): GoFunction[] =>
          (statement.kind === 'function' ? [{ file, function: statement.function }] : [])))
    const takes = ({ function: made }: GoFunction): boolean => made.parameters
      .some(({ type }) => ROUTER_TYPE.test(type ?? ''))
    // What is kept in fields is only known when all has been walked once.
    for (let round = 0; round < 2; round++) {
      this.added.length = 0
      this.served.length = 0
      this.walked.clear()
      for (const file of files) {
        this.statements(code.packages.statements(file)
          .filter(({ kind }) => kind === 'assign'), { scope: code.packages.top(file), routers: new Map() }, 0)
      }
      for (const each of functions) if (!takes(each)) this.enter(each, null, new Map(), code.packages.top(each.file), 0)
    }
    // Functions that are handed a router from where it is not seen.
    for (const each of functions) {
      if (!takes(each) || this.handed.has(each.function)) continue
      const routers =
        new Map(each.function.parameters.filter(({ type }) => ROUTER_TYPE.test(type ?? ''))
          .map(({ name }): [string, GoRouter] => [name, { mounts: [], certainty: 'likely' }]))
      this.enter(each, null, routers, code.packages.top(each.file), 0)
    }
    this.finish()
  }

  // Routers ---------------------------------------------------------------------------------------------------------

  /** The router an expression stands for, having done what it does; null when it is none. */
  protected router(node: Expression, environment: Environment, depth: number): GoRouter | null {
    switch (node.kind) {
      case 'name': return environment.routers.get(node.name) ?? this.fields.get(this.fieldKey(node,
        environment)) ?? this.givenRouter(node, environment, depth)
      case 'member': return this.fields.get(this.fieldKey(node, environment)) ?? null
      case 'call': return this.call(node, environment, depth)
      case 'list':
      case 'map': {
        for (const entry of node.kind === 'list' ? node.items : node.entries) {
          const router = this.router(entry.value, environment, depth + 1)
          if (router && entry.name !== null) {
            this.fields.set(this.fieldKey({ kind: 'member', object: node, name: entry.name, start: node.start,
              end: node.end }, environment), router)
          }
        }
        return null
      }
      case 'function':
        this.statements(node.function.body,
          { scope: { ...environment.scope, functions: [node.function, ...environment.scope.functions] },
            routers: new Map(environment.routers) }, depth + 1)
        return null
      default: return null
    }
  }

  private givenRouter(node: Expression & { kind: 'name' }, { scope }: Environment, depth: number): GoRouter | null {
    const given = scope.given.get(node.name)
    if (!given || depth > DEPTH || given.node === node) return null
    return [...this.made.get(given.node)?.values() ?? []].at(-1) ?? null
  }

  private call(node: Call, environment: Environment, depth: number): GoRouter | null {
    if (depth > DEPTH) return null
    const { callee } = node
    const name = calledName(node)
    if (callee.kind === 'member') {
      if (this.makes(callee, environment)) return this.keep(node, null, { mounts: [], certainty: 'exact' })
      const isPackage = callee.object.kind === 'name' && !environment.routers.has(callee.object.name)
        && this.code.packages.importPath(environment.scope.file, callee.object.name) !== null
      if (isPackage && pathOf(callee).startsWith('http.') && /^(Handle|HandleFunc)$/.test(name)) {
        this.answer(this.plain, node, name, environment, depth)
        return null
      }
      const router = isPackage ? null : this.router(callee.object, environment, depth + 1)
      if (router) return this.method(router, node, name, environment, depth)
      if (!isPackage && ANSWERS.test(name) && this.seemsRoute(node, environment)) {
        this.answer(this.unknownRouter(callee.object, environment), node, name, environment, depth)
        return null
      }
    }
    return this.function(node, environment, depth)
  }

  /** A path and a function that answers it: the object is a router, whatever made it. */
  private seemsRoute(node: Call, { scope }: Environment): boolean {
    const [first, ...handlers] = positional(node)
    const handler = handlers.at(-1)
    if (first?.kind !== 'text' || !/^(?:[A-Z]+ )?\//.test(first.text) || !handler) return false
    if (handler.kind === 'function') return true
    const isNamed = handler.kind === 'name' || handler.kind === 'member'
    return isNamed && this.code.functionsNamed({ node: handler, scope }).length > 0
  }

  private unknownRouter(node: Expression, environment: Environment): GoRouter {
    const key = this.fieldKey(node, environment)
    const known = this.fields.get(key) ?? { mounts: [], certainty: 'likely' }
    this.fields.set(key, known)
    return known
  }

  private makes(callee: Expression & { kind: 'member' }, { scope }: Environment): boolean {
    if (callee.object.kind !== 'name') return false
    const path = this.code.packages.importPath(scope.file, callee.object.name)
    return path !== null && MAKES.some((row) => row.path.test(path) && row.names.test(callee.name))
  }

  /** The router a call makes, the same each time it is asked for. */
  private keep(node: Expression, of: GoRouter | null, router: GoRouter): GoRouter {
    const known = this.made.get(node) ?? new Map<GoRouter | null, GoRouter>()
    this.made.set(node, known)
    const found = known.get(of) ?? router
    known.set(of, found)
    return found
  }

  /** A function of the project: what it does with the routers it is handed, and the one it gives back. */
  private function(node: Call, environment: Environment, depth: number): GoRouter | null {
    const given = node.arguments
      .map(({ value }) => (value.kind === 'function' ? null : this.router(value, environment, depth + 1)))
    for (const { value } of node.arguments) if (value.kind === 'function') this.router(value, environment, depth + 1)
    const functions = this.code.functionsNamed({ node: node.callee, scope: environment.scope })
    let result: GoRouter | null = null
    for (const each of functions.slice(0, 3)) {
      const routers = new Map<string, GoRouter>()
      each.function.parameters.forEach(({ name }, index) => {
        const router = given[index]
        if (router) routers.set(name, router)
      })
      if (routers.size > 0) this.enter(each, node, routers, environment.scope, depth + 1)
      result ??= this.returned(each, routers, depth)
    }
    return result
  }

  private readonly results = new Map<CodeFunction, GoRouter | null>()

  /** The router a function makes or is handed and returns. */
  private returned(at: GoFunction, routers: ReadonlyMap<string, GoRouter>, depth: number): GoRouter | null {
    if (routers.size === 0 && this.results.has(at.function)) return this.results.get(at.function) ?? null
    this.results.set(at.function, null)
    const environment: Environment =
      { scope: this.code.inside(at, null, this.code.packages.top(at.file)), routers: new Map(routers) }
    let found: GoRouter | null = null
    const look = (statements: readonly Statement[]): void => {
      for (const statement of statements) {
        if (statement.kind === 'assign' && mayBeRouter(statement.value)) this.assign(statement, environment, depth + 1)
        if (statement.kind === 'return') {
          const first = statement.value.kind === 'list' ? statement.value.items[0]?.value : statement.value
          if (first && (first.kind === 'name' || mayBeRouter(first))) {
            found ??= this.router(first, environment, depth + 1)
          }
        }
      }
    }
    look(at.function.body)
    this.results.set(at.function, found)
    return found
  }

  /** A method that is called on a router. */
  private method(router: GoRouter, node: Call, name: string, environment: Environment, depth: number): GoRouter | null {
    const { scope } = environment
    const given = positional(node)
    const [first] = given
    const text = (value: Expression | undefined): string => (value
      ? textsOf(this.code, { node: value, scope })[0] ?? HOLE : '')
    const closure = given.find(({ kind }) => kind === 'function')
    const inside = (path: string): GoRouter => {
      const child = this.keep(node, router, below(router, path))
      if (closure?.kind === 'function') this.closure(closure.function, child, environment, depth)
      for (const argument of given) {
        if (argument.kind !== 'name' && argument.kind !== 'member') continue
        for (const each of this.code.functionsNamed({ node: argument, scope })) {
          const parameter = each.function.parameters.find(({ type }) => ROUTER_TYPE.test(type ?? ''))
          if (parameter) this.enter(each, null, new Map([[parameter.name, child]]), scope, depth + 1)
        }
      }
      return child
    }
    switch (name) {
      case 'Group':
      case 'Party':
      case 'NewGroup': return inside(first?.kind === 'function' || first === undefined ? '' : text(first))
      case 'Route': return inside(text(first))
      case 'PathPrefix':
      case 'Path': return this.keep(node, router, { ...below(router, text(first)), pending: '' })
      case 'Mount': {
        const target = given.at(-1)
        const child = target
          ? this.router(target, environment, depth + 1) ?? this.mounted(target, environment, depth) : null
        if (child && child !== router) mount(child, router, text(first))
        else if (target) this.add(router, node, text(first).replace(/\/?$/, '/'), [target], environment, null)
        return router
      }
      case 'Static':
      case 'StaticFS':
      case 'StaticFile':
      case 'ServeFiles':
      case 'File': this.serve(router, node, name, environment); return router
      default:
        if (SAME.has(name)) return router
        if (ANSWERS.test(name)) this.answer(router, node, name, environment, depth)
        return ANSWERS.test(name) ? router : null
    }
  }

  /** `http.StripPrefix("/x", router)`, `auth(router)`: the router in it. */
  private mounted(node: Expression, environment: Environment, depth: number): GoRouter | null {
    if (node.kind !== 'call' || depth > DEPTH) return null
    for (const argument of positional(node)) {
      const found = argument.kind === 'function'
        ? null : this.router(argument, environment, depth + 1) ?? this.mounted(argument, environment, depth + 1)
      if (found) return found
    }
    return null
  }

  // Requests --------------------------------------------------------------------------------------------------------

  private answer(router: GoRouter, node: Call, name: string, environment: Environment, depth: number): void {
    const { scope } = environment
    const given = positional(node)
    const first = given[0]
    if (!first) return
    const texts = first.kind === 'function' ? [] : textsOf(this.code, { node: first, scope })
    const isVerb = texts.length === 1 && VERBS.has((texts[0] as string).toUpperCase()) && given.length > 2
    if (/^(Method|MethodFunc|Add|Match)$/.test(name) || (isVerb && /^(Handle|Handler|HandlerFunc)$/.test(name))) {
      const [, path, ...handlers] = given
      if (path) {
        for (const each of textsOf(this.code, { node: path, scope })) {
          this.add(router, node, each, handlers, environment, isVerb ? (texts[0] as string).toLowerCase() : null)
        }
      }
      return
    }
    // `r.Path("/x").HandlerFunc(h)` has told its path before.
    if (router.pending !== undefined && given.length === 1) {
      return this.target(router, node, '', given, environment, depth, null)
    }
    const verb = VERBS.has(name.toUpperCase()) && !/^(ANY|ALL)$/.test(name.toUpperCase()) ? name.toLowerCase() : null
    for (const path of texts) this.target(router, node, path, given.slice(1), environment, depth, verb)
  }

  private target(
    router: GoRouter, node: Call, path: string, handlers: readonly Expression[], environment: Environment,
    depth: number, verb: string | null,
  ): void {
    const [handler] = handlers.slice(-1)
    if (!handler) return
    if (this.fileServer(router, handler, path, environment)) return
    const child = handler.kind === 'call' || handler.kind === 'name' || handler.kind === 'member'
      ? this.router(handler, environment, depth + 1) ?? this.mounted(handler, environment, depth) : null
    if (child && child !== router) {
      // Without `StripPrefix` the paths of what is mounted are whole.
      const strips = handler.kind === 'call' && /StripPrefix$/.test(calledName(handler))
      mount(child, router, strips ? path : '')
      return
    }
    this.add(router, node, path, handlers, environment, verb)
  }
}

function mayBeRouter({ kind }: Expression): boolean {
  return kind === 'call' || kind === 'map' || kind === 'list'
}
