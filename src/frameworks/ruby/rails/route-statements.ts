/** The Ruby of a routes file around its lines: blocks, loops, methods, conditions. */
import type { Call, CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { named, pathOf } from '../../reading/code/nodes.js'
import type { RubyCode } from '../reading/code.js'
import { itemsOf, RubyValues, unknown, type Environment, type RubyValue } from '../reading/values.js'
import type { RailsRoute, RouteScope } from './scope.js'

export const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'match'])
const DEPTH = 30
/** How many routes one file may declare. */
const MOST = 20_000

export interface Frame extends Environment {
  scope: RouteScope
  /** The block given to the method that runs, for `yield`. */
  given: { block: CodeFunction; frame: Frame } | null
  depth: number
}

export abstract class RouteStatements {
  readonly routes: RailsRoute[] = []
  protected readonly values: RubyValues
  private readonly methods = new Map<string, CodeFunction>()

  constructor(protected readonly code: RubyCode) {
    this.values = new RubyValues(code)
  }

  /** A line of the language of routes: `get …`, `namespace … do`. */
  protected abstract line(name: string, call: Call, frame: Frame): void
  /** An engine of the tree with its own routes, or one of a gem. */
  protected abstract engine(name: string, path: string, call: Call, frame: Frame): void

  protected run(statements: readonly Statement[], frame: Frame): void {
    if (frame.depth > DEPTH || this.routes.length > MOST) return
    const values = new Map(frame.values)
    const inner: Frame = { ...frame, values, depth: frame.depth + 1 }
    for (const statement of statements) {
      switch (statement.kind) {
        case 'expression': this.expression(statement.value, inner); break
        case 'assign':
          for (const target of statement.targets) {
            if (target.kind === 'name') values.set(target.name, this.values.of(statement.value, inner))
          }
          break
        case 'function': if (statement.function.name !== null) this.methods.set(statement.function.name,
          statement.function); break
        case 'class': this.run(statement.class.body, inner); break
        case 'block': this.run(statement.body, inner); break
        case 'branch':
          for (const branch of statement.branches) {
            if (!branch.tests.some((test) => isDevelopment(test, branch.isNegated ?? false))) {
              this.run(branch.body, inner)
            }
          }
          break
        case 'loop': if (statement.over) this.each(itemsOf(this.values.of(statement.over, inner)), statement.variables,
          statement.body, inner); break
        default:
      }
    }
  }

  private each(items: readonly RubyValue[], names: readonly string[], body: readonly Statement[], frame: Frame): void {
    // A list that is not known has one item that is not.
    for (const item of items.length === 0 ? [unknown] : items.slice(0, 400)) {
      const values = new Map(frame.values)
      const parts = names.length === 1 ? [item] : itemsOf(item)
      names.forEach((name, index) => values.set(name, parts[index] ?? unknown))
      this.run(body, { ...frame, values })
    }
  }

  private expression(node: Expression, frame: Frame): void {
    if (node.kind === 'name') {
      return this.call({ kind: 'call', callee: node, arguments: [], block: null, start: node.start, end: node.end },
        frame)
    }
    if (node.kind === 'choice') return node.options.forEach((option) => this.expression(option, frame))
    if (node.kind === 'call') this.call(node, frame)
  }

  private call(call: Call, frame: Frame): void {
    const { callee, block } = call
    if (callee.kind === 'member') {
      if (/^(each|each_pair|each_with_index|each_entry|map|each_with_object)$/.test(callee.name) && block) {
        return this.each(itemsOf(this.values.of(callee.object, frame)), block.parameters
          .map(({ name }) => name), block.body, frame)
      }
      if (callee.name === 'draw' && block) return this.run(block.body, frame)
      if (callee.name === 'routes' && /ActiveAdmin|RailsAdmin/.test(pathOf(callee.object))) {
        return this.engine(pathOf(callee.object), '/admin', call, frame)
      }
      // `with_options … do |admin| admin.resources …`
      if (callee.object.kind === 'name' && (VERBS.has(callee.name) || /^resources?$/.test(callee.name))) {
        return this.line(callee.name, call, frame)
      }
      if (block) this.run(block.body, frame)
      return
    }
    if (callee.kind !== 'name') return
    const method = this.methods.get(callee.name)
    if (method) return this.method(method, call, frame)
    if (callee.name === 'yield') {
      if (frame.given) this.run(frame.given.block.body, { ...frame.given.frame, scope: frame.scope })
      return
    }
    this.line(callee.name, call, frame)
  }

  private method(method: CodeFunction, call: Call, frame: Frame): void {
    const values = new Map(frame.values)
    const given = call.arguments.filter(({ name }) => name === null)
    method.parameters.forEach(({ name, default: otherwise }, index) => {
      const node = named(call.arguments, name) ?? given[index]?.value ?? otherwise
      values.set(name, node ? this.values.of(node, frame) : unknown)
    })
    this.run(method.body, { ...frame, values, given: call.block ? { block: call.block, frame } : null })
  }
}

/** `if Rails.env.development?`, `unless Rails.env.production?`: only for those who build the site. */
function isDevelopment(test: Expression, isNegated: boolean): boolean {
  const path = pathOf(test.kind === 'other' && test.parts[0]
    ? test.parts[0] : test.kind === 'call' ? test.callee : test)
  const negated = isNegated !== (test.kind === 'other')
  if (/(?:env\.|^)(?:development|test|local)\?$/.test(path)) return !negated
  return /env\.production\?$/.test(path) && negated
}
