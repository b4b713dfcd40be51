/** Names of Go across the files of a tree: what they stand for, what functions give back, which items a list has. */
import { directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { Call, CodeFunction, Expression } from '../../reading/code/nodes.js'
import { calledName, pathOf, positional } from '../../reading/code/nodes.js'
import { statementsIn } from '../../reading/code/walk.js'
import { assigned, GoPackages, type GoFunction, type GoScope, type GoValue } from './packages.js'

const DEPTH = 14

export class GoCode {
  readonly packages: GoPackages
  private constructor(readonly host: FrameworkHost) {
    this.packages = new GoPackages(host)
  }

  private static readonly kept = new WeakMap<FrameworkHost, GoCode>()

  /** One for a host: what it has read is shared. */
  static of(host: FrameworkHost): GoCode {
    const known = GoCode.kept.get(host)
    if (known) return known
    const code = new GoCode(host)
    GoCode.kept.set(host, code)
    return code
  }

  /** Functions of the tree that an expression names; methods by their name, those of the same package first. */
  functionsNamed({ node, scope }: GoValue): GoFunction[] {
    if (node.kind === 'name') {
      const given = scope.given.get(node.name)
      if (given) return this.functionsNamed(given)
      const own = this.packages.package(directoryOf(scope.file)).functions.get(node.name)
      if (own) return [own]
      return this.values({ node, scope })
        .flatMap((value) =>
          (value.node.kind === 'name' && value.node.name !== node.name ? this.functionsNamed(value) : []))
    }
    if (node.kind !== 'member') return []
    if (node.object.kind === 'name') {
      const directory = this.isLocal(scope, node.object.name)
        ? null : this.packages.importedPackage(scope.file, node.object.name)
      if (directory !== null) {
        const found = this.packages.package(directory).functions.get(node.name)
        return found ? [found] : []
      }
      const { name } = node.object
      if (!this.isLocal(scope, name) && this.packages.importPath(scope.file, name) !== null) return []
    }
    const methods = this.packages.methods(node.name)
    const type = this.typeOf({ node: node.object, scope })
    const typed = type === null ? [] : methods.filter((method) => method.function.receiver === type)
    if (typed.length > 0) return typed
    const near = methods.filter(({ file }) => directoryOf(file) === directoryOf(scope.file))
    return near.length > 0 ? near : methods.length <= 2 ? [...methods] : []
  }

  private isLocal(scope: GoScope, name: string): boolean {
    return scope.given.has(name) || scope.functions
      .some((each) => each.self === name || each.parameters
        .some((parameter) => parameter.name === name) || this.localValues(each, name).length > 0)
  }

  /** The name of the type of a value, without its package; null when it is not told. */
  typeOf({ node, scope }: GoValue, depth = 0): string | null {
    if (depth > DEPTH) return null
    const plain = (type: string | null | undefined): string | null => (type
      ? type.replace(/^[*[\]]+|\[.*$/g, '').split('.').at(-1) ?? null : null)
    if ((node.kind === 'map' || node.kind === 'list') && node.type) return plain(node.type)
    if (node.kind === 'name') {
      for (const each of scope.functions) {
        if (each.self === node.name) return each.receiver
        const parameter = each.parameters.find(({ name }) => name === node.name)
        if (parameter) return plain(parameter.type)
      }
      const [value] = this.values({ node, scope })
      return value && value.node !== node ? this.typeOf(value, depth + 1) : null
    }
    if (node.kind === 'call') {
      const name = calledName(node)
      if (name === 'new' && node.callee.kind === 'name') return plain(pathOf(positional(node)[0] ?? node.callee))
      // `NewServer(…)`
      return /^New[A-Z]/.test(name) ? name.slice(3) : null
    }
    return null
  }

  private readonly locals = new WeakMap<CodeFunction, Map<string, Expression[]>>()

  private localValues(at: CodeFunction, name: string): readonly Expression[] {
    let known = this.locals.get(at)
    if (!known) {
      known = new Map()
      for (const statement of statementsIn(at.body)) {
        if (statement.kind !== 'assign') continue
        for (const [each, node] of assigned(statement)) known.set(each, [...known.get(each) ?? [], node])
      }
      this.locals.set(at, known)
    }
    return known.get(name) ?? []
  }

  /** The values a name or member is given: in functions around, in its package, in another. */
  values({ node, scope }: GoValue): GoValue[] {
    if (node.kind === 'name') {
      const given = scope.given.get(node.name)
      if (given) return [given]
      for (const [index, each] of scope.functions.entries()) {
        const found = this.localValues(each, node.name)
        if (found.length > 0) {
          return found.map((value) => ({ node: value, scope: { ...scope, functions: scope.functions.slice(index) } }))
        }
        if (each.parameters.some(({ name }) => name === node.name)) return []
      }
      return this.packages.package(directoryOf(scope.file)).values.get(node.name) ?? []
    }
    if (node.kind !== 'member') return []
    if (node.object.kind === 'name') {
      const directory = this.packages.importedPackage(scope.file, node.object.name)
      if (directory !== null) return this.packages.package(directory).values.get(node.name) ?? []
    }
    // A field of a literal that is known.
    return this.values({ node: node.object, scope }).flatMap((value) => {
      const entry = value.node.kind === 'map' ? value.node.entries.find(({ name }) => name === node.name) : undefined
      return entry ? [{ node: entry.value, scope: value.scope }] : []
    })
  }

  /** What a function returns when a call calls it: its first results. */
  results(at: GoFunction, call: Call, scope: GoScope): GoValue[] {
    const inner = this.inside(at, call, scope)
    return [...statementsIn(at.function.body)].flatMap((statement) => {
      if (statement.kind !== 'return') return []
      const node = statement.value.kind === 'list' && statement.value.type === undefined
        ? statement.value.items[0]?.value : statement.value
      return node ? [{ node, scope: inner }] : []
    })
  }

  /** The scope inside a function that a call calls. */
  inside({ file, function: made }: GoFunction, call: Call | null, scope: GoScope): GoScope {
    const given = new Map<string, GoValue>()
    const items = call ? positional(call) : []
    made.parameters.forEach(({ name, type }, index) => {
      const rest = type?.startsWith('...') ? items.slice(index) : []
      const node = type?.startsWith('...')
        ? { kind: 'list' as const, items: rest
          .map((value) => ({ name: null, value })), type: '[]', start: call?.start ?? 0, end: call?.end ?? 0 }
            : items[index]
      if (node) given.set(name, { node, scope })
    })
    return { file, functions: [made], given }
  }

  /** Items of a list, through names, `append` and conversions. */
  items({ node, scope }: GoValue, depth = 0, seen: ReadonlySet<Expression> = new Set()): GoValue[] {
    // `files = append(files, …)` is made of itself.
    if (depth > DEPTH || seen.has(node)) return []
    const known = new Set([...seen, node])
    const inner = (part: Expression): GoValue[] => this.items({ node: part, scope }, depth + 1, known)
    if (node.kind === 'list') {
      return node.items.flatMap(({ value, isSpread }) => (isSpread ? inner(value) : [{ node: value, scope }]))
    }
    if (node.kind === 'map') return node.entries.map(({ value }) => ({ node: value, scope }))
    if (node.kind === 'call' && pathOf(node.callee) === 'append') {
      const [first, ...rest] = node.arguments
      return [...(first ? inner(first.value) : []), ...rest
        .flatMap(({ value, isSpread }) => (isSpread ? inner(value) : [{ node: value, scope }]))]
    }
    if (node.kind === 'call') {
      return this.functionsNamed({ node: node.callee, scope }).slice(0, 2)
        .flatMap((found) => this.results(found, node, scope)).flatMap((value) => this.items(value, depth + 2, known))
    }
    if (node.kind !== 'name' && node.kind !== 'member') return []
    return this.values({ node, scope }).filter((value) => value.node !== node)
      .flatMap((value) => this.items(value, depth + 1, known))
  }
}
