/**
 * Routers of Python: applications, blueprints and the like, what they are mounted on, and what is called on them.
 * Objects are told apart by the call that makes them.
 */
import { HOLE } from '../../parse/hole.js'
import type { Certainty } from '../../types.js'
import { weakest } from '../../certainty.js'
import { calledName, named, positional, type Call, type CodeClass, type CodeFunction, type Expression, type Statement } from '../reading/code/nodes.js'
import { walk } from '../reading/code/walk.js'
import type { PythonCode, Scope, Value } from './reading/code.js'
import { textsOf } from './reading/texts.js'

export interface Router {
  /** The call that makes it. */
  call: Call
  scope: Scope
  isApplication: boolean
  /** Its own prefix, as written. */
  prefix: string
}

/** Something that is said about a router: a method that is called on it, or a decorator. */
export interface RouterUse {
  router: Router
  method: string
  call: Call
  scope: Scope
  /** What the decorator stands above. */
  decorated: { kind: 'function'; function: CodeFunction; scope: Scope } | { kind: 'class'; class: CodeClass; scope: Scope } | null
  /** How sure it is that this router is meant. */
  certainty: Certainty
}

export interface RouterDialect {
  /** Package names of the calls that make routers, and whether they make an application. */
  makes(path: string): 'application' | 'router' | null
  /** Names of arguments that are a prefix. */
  prefixes: readonly string[]
  /** Methods that mount a router on another. */
  mounts: RegExp
  /** What a mount says about the prefix stands instead of the router's own, or before it. */
  replacesPrefix: boolean
  /** What functions call an application they are handed. */
  parameters: RegExp
}

export interface Prefix {
  path: string
  certainty: Certainty
  /** The application it ends on; null for none. */
  application: Router | null
}

export class RouterReader {
  readonly routers: Router[] = []
  readonly uses: RouterUse[] = []
  private readonly bare: { object: Expression; method: string; function: CodeFunction; scope: Scope }[] = []
  private readonly byCall = new Map<Expression, Router>()

  constructor(private readonly code: PythonCode, files: readonly string[], private readonly dialect: RouterDialect) {
    for (const file of files) {
      this.visit(code.modules.statements(file), code.top(file), (call, scope) => this.make(call, scope))
    }
    if (this.routers.length === 0) return
    for (const file of files) {
      this.visit(code.modules.statements(file), code.top(file), (call, scope, decorated) =>
        this.use(call, scope, decorated))
    }
  }

  /** All calls with their scopes; those of decorators with what they stand above. */
  private visit(
    statements: readonly Statement[], scope: Scope, found: (call: Call, scope: Scope,
      decorated: RouterUse['decorated']) => void,
  ): void {
    for (const statement of statements) {
      if (statement.kind === 'function') {
        const inner: Scope = { ...scope, function: statement.function }
        for (const decorator of statement.function.decorators) {
          if (decorator.kind === 'call') {
            found(decorator, scope, { kind: 'function', function: statement.function, scope: inner })
          }
          else if (decorator.kind === 'member') {
            this.bare.push({ object: decorator.object, method: decorator.name, function: statement.function, scope })
          }
        }
        this.visit(statement.function.body, inner, found)
      } else if (statement.kind === 'class') {
        const inner: Scope = { ...scope, class: { file: scope.file, class: statement.class } }
        for (const decorator of statement.class.decorators) {
          if (decorator.kind === 'call') {
            found(decorator, scope, { kind: 'class', class: statement.class, scope: inner })
          }
        }
        this.visit(statement.class.body, inner, found)
      } else if (statement.kind === 'branch') for (const { body } of statement.branches) this.visit(body, scope, found)
      else if (statement.kind === 'loop' || statement.kind === 'block') {
        if (statement.kind === 'block') {
          walk(statement.heads
            .map((value) =>
              ({ kind: 'expression' as const, value, start: value.start,
                end: value.end })), (node) => { if (node.kind === 'call') found(node, scope, null) })
        }
        this.visit(statement.body, scope, found)
      } else walk([statement], (node) => { if (node.kind === 'call') found(node, scope, null) })
    }
  }

  private make(call: Call, scope: Scope): void {
    const name = calledName(call)
    if (!/^[A-Z]/.test(name)) return
    const kind = this.kindOf({ node: call.callee, scope })
    if (kind === null) return
    const given = named(call.arguments, ...this.dialect.prefixes)
    const prefix = given ? textsOf(this.code, { node: given, scope })[0] ?? '' : ''
    const router = { call, scope, isApplication: kind === 'application', prefix }
    this.routers.push(router)
    this.byCall.set(call, router)
  }

  private kindOf(callee: Value): 'application' | 'router' | null {
    for (const found of this.code.find(callee)) {
      const paths = found.kind === 'external' ? [found.path]
        : found.kind === 'class'
          ? this.code.lineage(found).flatMap((each) => (each.kind === 'external' ? [each.path] : [])) : []
      for (const path of paths) {
        const kind = this.dialect.makes(path)
        if (kind) return kind
      }
    }
    return null
  }

  private use(call: Call, scope: Scope, decorated: RouterUse['decorated']): void {
    const { callee } = call
    if (callee.kind !== 'member') return
    const certainty: Certainty = 'exact'
    const routers = this.routersAt({ node: callee.object, scope })
    for (const router of routers) this.uses.push({ router, method: callee.name, call, scope, decorated, certainty })
    if (routers.length > 0) return
    // An application that a function is handed, or that is kept in an object.
    const name = callee.object.kind === 'name'
      ? callee.object.name : callee.object.kind === 'member' ? callee.object.name : ''
    const applications = this.routers.filter(({ isApplication }) => isApplication)
    const [only] = applications
    if (!only || !this.dialect.parameters.test(name)) return
    const nearest = applications.find((each) => each.scope.file === scope.file) ?? only
    this.uses.push({ router: nearest, method: callee.name, call, scope, decorated, certainty: applications.length === 1
      ? 'exact' : 'likely' })
  }

  /** Functions below decorators that make them run with all that an application answers. */
  around(methods: RegExp, application: Router | null): { file: string; start: number; end: number }[] {
    return this.bare.filter(({ method }) => methods.test(method))
      .flatMap(({ object, function: { start, end }, scope }) => {
      const routers = this.routersAt({ node: object, scope })
      const isHere = routers.length === 0 ? object.kind === 'name' && this.dialect.parameters.test(object.name)
        : routers.some((router) => router === application
          || (!router.isApplication && this.prefixesOf(router).some((prefix) => prefix.application === application)))
      return isHere ? [{ file: scope.file, start, end }] : []
    })
  }

  /** The routers an expression stands for. */
  routersAt(value: Value, depth = 0): Router[] {
    if (depth > 8) return []
    const direct = this.byCall.get(value.node)
    if (direct) return [direct]
    return this.code.find(value).flatMap((found) => {
      const known = found.kind === 'value' ? this.byCall.get(found.value.node) : undefined
      if (known) return [known]
      if (found.kind !== 'value' || found.value.node.kind !== 'call' || found.value.node === value.node) return []
      // `app = create_app()`
      const { node, scope } = found.value
      return this.code.find({ node: node.callee, scope }).flatMap((each) => (
        each.kind === 'function'
          ? this.code.results(each, node, scope).flatMap((result) => this.routersAt(result, depth + 1)) : []))
    })
  }

  /** Paths at which a router answers, through what it is mounted on. */
  prefixesOf(router: Router, depth = 0): Prefix[] {
    if (depth > 8) return []
    const mounts = this.uses.filter(({ method }) => this.dialect.mounts.test(method)).flatMap((use) => {
      const [first, second] = positional(use.call)
      const child = first && this.routersAt({ node: first, scope: use.scope }).includes(router) ? first
        : second && this.routersAt({ node: second, scope: use.scope }).includes(router) ? second : null
      if (!child) return []
      const at = named(use.call.arguments, ...this.dialect.prefixes) ?? (child === second ? first : undefined)
      const own = at ? textsOf(this.code, { node: at, scope: use.scope }) : []
      const paths = own.length === 0
        ? [router.prefix] : own.map((text) => (this.dialect.replacesPrefix ? text : text + router.prefix))
      return this.prefixesOf(use.router, depth + 1).flatMap((above) => paths.map((path): Prefix => (
        { path: `${above.path}/${path}`,
          certainty: weakest(weakest(above.certainty, use.certainty), path.includes(HOLE)
            ? 'possible' : 'exact'), application: above.application })))
    })
    if (mounts.length > 0) return mounts
    if (router.isApplication) return [{ path: router.prefix, certainty: 'exact', application: router }]
    // Mounted in a way that is not seen.
    return [{ path: router.prefix, certainty: 'likely', application: this.routers
      .find(({ isApplication }) => isApplication) ?? null }]
  }
}
