/** Walks functions of Go with the routers that their names stand for, through calls that hand them on. */
import { directoryOf } from '../../paths.js'
import { weakest } from '../../certainty.js'
import type { Certainty } from '../../types.js'
import type { Call, CodeFunction, Expression, Statement } from '../reading/code/nodes.js'
import type { GoCode } from './reading/code.js'
import type { GoFunction, GoScope } from './reading/packages.js'

export interface GoRouter {
  /** What it stands below, with the path between; none for one that stands alone. */
  mounts: { parent: GoRouter; path: string }[]
  /** `likely` for one a function is handed from where is not seen. */
  certainty: Certainty
  /** Path that a builder such as `r.Path("/x")` has told so far. */
  pending?: string
}

export interface Environment {
  scope: GoScope
  routers: Map<string, GoRouter>
}

/** How deep calls in calls are followed. */
export const DEPTH = 12

export abstract class GoWalk {
  /** Of objects and packages, by directory and name. */
  protected readonly fields = new Map<string, GoRouter>()
  protected readonly walked = new Set<string>()
  /** Functions that have been handed a router. */
  protected readonly handed = new Set<CodeFunction>()
  private readonly numbers = new Map<GoRouter, number>()

  constructor(protected readonly code: GoCode) {}

  /** The router an expression stands for, having done what it does; null when it is none. */
  protected abstract router(node: Expression, environment: Environment, depth: number): GoRouter | null

  protected enter(
    at: GoFunction, call: Call | null, routers: ReadonlyMap<string, GoRouter>, from: GoScope, depth: number,
  ): void {
    if (routers.size > 0) this.handed.add(at.function)
    const known = [...routers].map(([name, router]) => `${name}=${this.number(router)}`)
    const key = `${at.file} ${at.function.start} ${known.join()}`
    if (this.walked.has(key) || depth > DEPTH) return
    this.walked.add(key)
    const scope = this.code.inside(at, call, from)
    this.statements(at.function.body, { scope, routers: new Map(routers) }, depth)
  }

  private number(router: GoRouter): number {
    let known = this.numbers.get(router)
    if (known === undefined) this.numbers.set(router, known = this.numbers.size)
    return known
  }

  protected statements(statements: readonly Statement[], environment: Environment, depth: number): void {
    for (const statement of statements) {
      switch (statement.kind) {
        case 'expression': this.router(statement.value, environment, depth); break
        case 'return': this.router(statement.value, environment, depth); break
        case 'assign': this.assign(statement, environment, depth); break
        case 'branch': for (const { body } of statement.branches) this.statements(body, environment, depth); break
        case 'loop': this.loop(statement, environment, depth); break
        case 'block': this.statements(statement.body, environment, depth); break
        default:
      }
    }
  }

  /** Over a list that is known each item is walked for itself. */
  private loop({ variables, over, body }: Statement & { kind: 'loop' }, environment: Environment, depth: number): void {
    const items = over ? this.code.items({ node: over, scope: environment.scope }).slice(0, 200) : []
    const name = variables.at(-1)
    if (items.length === 0 || name === undefined) return this.statements(body, environment, depth)
    for (const item of items) {
      const given = new Map(environment.scope.given)
      given.set(name, item)
      this.statements(body, { ...environment, scope: { ...environment.scope, given } }, depth)
    }
  }

  protected assign({ targets, value }: Statement & { kind: 'assign' }, environment: Environment, depth: number): void {
    const [target] = targets
    const values = value.kind === 'list' && value.type === undefined && target?.kind === 'list'
      ? value.items.map((item) => item.value) : [value]
    const names = target?.kind === 'list' ? target.items.map((item) => item.value) : [target]
    values.forEach((node, index) => {
      const router = this.router(node, environment, depth)
      const name = names[index]
      if (!router || !name) return
      if (name.kind === 'name') environment.routers.set(name.name, router)
      if (name.kind === 'member' || environment.scope.functions.length === 0) {
        this.fields.set(this.fieldKey(name, environment), router)
      }
    })
  }

  /** `s.router` and package variables are one for all functions of a package. */
  protected fieldKey(node: Expression, { scope }: Environment): string {
    const name = node.kind === 'member' ? `.${node.name}` : node.kind === 'name' ? node.name : ''
    return `${directoryOf(scope.file)} ${name}`
  }

  /** A function literal whose parameters are a router. */
  protected closure(made: CodeFunction, child: GoRouter, environment: Environment, depth: number): void {
    const routers = new Map(environment.routers)
    for (const { name } of made.parameters) routers.set(name, child)
    this.statements(made.body,
      { scope: { ...environment.scope, functions: [made, ...environment.scope.functions] }, routers }, depth + 1)
  }
}

export function below(parent: GoRouter, path: string): GoRouter {
  return { mounts: [{ parent, path }], certainty: 'exact' }
}

export function mount(child: GoRouter, parent: GoRouter, path: string): void {
  if (!child.mounts.some((known) => known.parent === parent && known.path === path)) child.mounts.push({ parent, path })
}

/** All paths a router stands below, with how sure they are. */
export function prefixesOf(router: GoRouter, depth = 0): { path: string; certainty: Certainty }[] {
  if (router.mounts.length === 0 || depth > DEPTH) return [{ path: '', certainty: router.certainty }]
  return router.mounts
    .flatMap(({ parent, path }) => prefixesOf(parent, depth + 1)
      .map((above) => ({ path: `${above.path}/${path}`, certainty: weakest(above.certainty, router.certainty) })))
}
