/**
 * Names of Python across the files of a tree: what an expression stands for, what a function gives back, which items a
 * list has.
 */
import { directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { Argument, Call, CodeClass, CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { calledName, named, positional } from '../../reading/code/nodes.js'
import { bindingsOf, type Binding } from './bindings.js'
import { PythonModules } from './modules.js'

/** A class and the file it stands in. */
export interface DeclaredClass {
  file: string
  class: CodeClass
}

/** Where names are looked up. */
export interface Scope {
  file: string
  /** The function around, null at the module's own level. */
  function: CodeFunction | null
  /** The class around; for a method the one it is called on. */
  class: DeclaredClass | null
  /** What parameters and variables of loops are known to be. */
  given: ReadonlyMap<string, Value>
}

/** An expression and where it stands. */
export interface Value {
  node: Expression
  scope: Scope
}

export type Found =
  | { kind: 'function'; file: string; function: CodeFunction; class: DeclaredClass | null; given: ReadonlyMap<string, Value> }
  | { kind: 'class'; file: string; class: CodeClass }
  | { kind: 'module'; file: string }
  | { kind: 'value'; value: Value }
  /** Of a package: `django.views.generic.ListView`. */
  | { kind: 'external'; path: string }

const DEPTH = 12

export class PythonCode {
  readonly modules: PythonModules
  private constructor(readonly host: FrameworkHost) {
    this.modules = new PythonModules(host)
  }

  private static readonly kept = new WeakMap<FrameworkHost, PythonCode>()

  /** One for a host: what it has read is shared. */
  static of(host: FrameworkHost): PythonCode {
    const known = PythonCode.kept.get(host)
    if (known) return known
    const code = new PythonCode(host)
    PythonCode.kept.set(host, code)
    return code
  }

  /** The module's own level. */
  top(file: string): Scope {
    return { file, function: null, class: null, given: new Map() }
  }

  // What an expression stands for ---------------------------------------------------------------------------------------

  /** Declarations and values behind names and members; the expression itself when it is neither. */
  find({ node, scope }: Value, depth = 0): Found[] {
    if (depth > DEPTH) return []
    if (node.kind === 'name') return this.named(scope, node.name, depth)
    if (node.kind === 'member') {
      if (node.object.kind === 'name' && /^(self|cls)$/.test(node.object.name) && scope.class) {
        return this.memberOf({ kind: 'class', ...scope.class }, node.name, depth)
      }
      const found = this.find({ node: node.object, scope }, depth + 1)
        .flatMap((object) => this.memberOf(object, node.name, depth))
      return found.length > 0 ? found : [{ kind: 'value', value: { node, scope } }]
    }
    return [{ kind: 'value', value: { node, scope } }]
  }

  private named(scope: Scope, name: string, depth: number): Found[] {
    const given = scope.given.get(name)
    if (given) return this.find(given, depth + 1)
    if (scope.function) {
      const local = bindingsOf(scope.function.body).byName.get(name)
      if (local) return local.flatMap((binding) => this.bound(scope, binding, depth))
      if (scope.function.parameters.some((parameter) => parameter.name === name)) return []
    }
    return this.attribute(scope.file, name, depth)
  }

  /** What a module calls by a name. */
  attribute(file: string, name: string, depth = 0): Found[] {
    if (depth > DEPTH) return []
    const { byName, stars } = bindingsOf(this.modules.statements(file))
    const top = this.top(file)
    const found = (byName.get(name) ?? []).flatMap((binding) => this.bound(top, binding, depth))
    if (found.length > 0) return found
    for (const module of stars) {
      const target = this.modules.resolve(file, module)
      const inner = target === null || target === file ? [] : this.attribute(target, name, depth + 1)
      if (inner.length > 0) return inner
    }
    const submodule = file.endsWith('/__init__.py') ? this.modules.at(directoryOf(file), [name]) : null
    return submodule === null ? [] : [{ kind: 'module', file: submodule }]
  }

  private bound(scope: Scope, binding: Binding, depth: number): Found[] {
    switch (binding.kind) {
      case 'function': return [{ kind: 'function', file: scope.file, function: binding.function, class: null,
        given: scope.given }]
      case 'class': return [{ kind: 'class', file: scope.file, class: binding.class }]
      case 'value': return this.find({ node: binding.node, scope }, depth + 1)
      case 'item': return this.items({ node: binding.over, scope }, depth + 1)
        .flatMap((item) => this.find(item, depth + 1))
      case 'import': {
        const { module, name } = binding.import
        // `import a.b.c` binds `a`.
        const whole = name === null && binding.import.alias !== module ? module.split('.')[0] as string : module
        if (name === null) {
          const isAlias = binding.import.alias !== whole
          const target = this.modules.resolve(scope.file, isAlias ? module : whole)
          return [target === null
            ? { kind: 'external', path: isAlias ? module : whole } : { kind: 'module', file: target }]
        }
        const target = this.modules.resolve(scope.file, module)
        const inner = target === null ? [] : this.attribute(target, name, depth + 1)
        if (inner.length > 0) return inner
        const submodule =
          this.modules.resolve(scope.file, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`)
        if (submodule !== null) return [{ kind: 'module', file: submodule }]
        return target === null ? [{ kind: 'external', path: `${module}.${name}` }] : []
      }
    }
  }

  private memberOf(object: Found, name: string, depth: number): Found[] {
    switch (object.kind) {
      case 'module': return this.attribute(object.file, name, depth + 1)
      case 'external': return [{ kind: 'external', path: `${object.path}.${name}` }]
      case 'class': return this.classAttribute(object, name, depth + 1)
      default: return []
    }
  }

  /** A method or value of a class, its own or one of the classes it builds on. */
  classAttribute({ file, class: node }: DeclaredClass, name: string, depth = 0): Found[] {
    if (depth > DEPTH) return []
    const around = { file, class: node }
    const scope: Scope = { file, function: null, class: around, given: new Map() }
    const own = bindingsOf(node.body).byName.get(name)?.at(-1)
    if (own?.kind === 'function') {
      return [{ kind: 'function', file, function: own.function, class: around, given: new Map() }]
    }
    if (own) return this.bound(scope, own, depth)
    return this.basesOf({ file, class: node }).flatMap((base) => (
      base.kind === 'class' ? this.classAttribute(base, name, depth + 1) : []))
  }

  /** What a class builds on, classes of the tree and of packages. */
  basesOf({ file, class: node }: DeclaredClass): Found[] {
    return node.bases.filter(({ name }) => name === null)
      .flatMap(({ value }) => this.find({ node: value, scope: this.top(file) }))
  }

  /** A class and all it builds on, the nearest first. */
  lineage(at: DeclaredClass): Found[] {
    const found: Found[] = []
    const seen = new Set<CodeClass>()
    const add = (each: Found): void => {
      if (each.kind === 'class') {
        if (seen.has(each.class)) return
        seen.add(each.class)
      }
      found.push(each)
      if (each.kind === 'class') this.basesOf(each).forEach(add)
    }
    add({ kind: 'class', ...at })
    return found
  }

  /** Dotted names of packages an expression may stand for; calls end with `()`. */
  externals(value: Value, depth = 0): string[] {
    if (depth > DEPTH) return []
    const { node, scope } = value
    if (node.kind === 'call') return this.externals({ node: node.callee, scope }, depth + 1).map((path) => `${path}()`)
    if (node.kind === 'member') {
      const direct = this.find(value).flatMap((found) => (found.kind === 'external' ? [found.path] : []))
      return direct.length > 0
        ? direct : this.externals({ node: node.object, scope }, depth + 1).map((path) => `${path}.${node.name}`)
    }
    return this.find(value).flatMap((found) => {
      if (found.kind === 'external') return [found.path]
      return found.kind === 'value' && found.value.node !== node ? this.externals(found.value, depth + 1) : []
    })
  }

  // Calls and lists ----------------------------------------------------------------------------------------------------------

  /** What a function returns when a call calls it. */
  results(at: Found & { kind: 'function' }, call: Call, scope: Scope): Value[] {
    const inner = this.inside(at, call, scope)
    const found: Value[] = []
    const add = (statements: readonly Statement[]): void => {
      for (const statement of statements) {
        if (statement.kind === 'return') found.push({ node: statement.value, scope: inner })
        else if (statement.kind === 'branch') statement.branches.forEach(({ body }) => add(body))
        else if (statement.kind === 'loop' || statement.kind === 'block') add(statement.body)
      }
    }
    add(at.function.body)
    return found
  }

  /** The scope inside a function that a call calls. */
  inside(at: Found & { kind: 'function' }, call: Call | null, scope: Scope): Scope {
    const given = new Map<string, Value>(at.given)
    const parameters = at.function.parameters
      .filter(({ name }, index) => !(index === 0 && at.class && /^(self|cls)$/.test(name)))
    parameters.forEach((parameter, index) => {
      const node = call ? named(call.arguments, parameter.name) ?? positional(call)[index] : undefined
      if (node) given.set(parameter.name, { node, scope })
      else if (parameter.default) given.set(parameter.name, { node: parameter.default, scope: this.top(at.file) })
      else given.delete(parameter.name)
    })
    return { file: at.file, function: at.function, class: at.class, given }
  }

  /** Items of a list, through names, sums, calls that copy and comprehensions over lists that are known. */
  items({ node, scope }: Value, depth = 0): Value[] {
    if (depth > DEPTH) return []
    const inner = (part: Expression): Value[] => this.items({ node: part, scope }, depth + 1)
    switch (node.kind) {
      case 'list': return node.items
        .flatMap(({ value, isSpread }: Argument) => (isSpread ? inner(value) : [{ node: value, scope }]))
      case 'map': return node.entries.flatMap(({ name, key, value }) => (
        key ? [{ node: key, scope }]
          : name === null
            ? [{ node: value, scope }]
              : [{ node: { kind: 'text' as const, text: name, start: value.start, end: value.end }, scope }]))
      case 'binary': return node.operator === '+' ? [...inner(node.left), ...inner(node.right)] : []
      case 'choice': return node.options.flatMap(inner)
      case 'each': return inner(node.over).flatMap((item) => this.eachItem(node, scope, item))
      case 'call': {
        const [first] = positional(node)
        if (/^(list|tuple|set|sorted|reversed|frozenset)$/.test(calledName(node)) && first) return inner(first)
        return this.find({ node: node.callee, scope }).flatMap((found) => (
          found.kind === 'function'
            ? this.results(found, node, scope).flatMap((value) => this.items(value, depth + 2)) : []))
      }
      case 'name':
      case 'member': return this.find({ node, scope }).flatMap((found) => (
        found.kind === 'value' && found.value.node !== node ? this.items(found.value, depth + 1) : []))
      default: return []
    }
  }

  private eachItem({ item, variables }: Expression & { kind: 'each' }, scope: Scope, value: Value): Value[] {
    const given = new Map(scope.given)
    const parts = variables.length === 1 ? [value] : this.items(value)
    variables.forEach((name, index) => {
      const part = parts[index]
      if (part) given.set(name, part)
    })
    return [{ node: item, scope: { ...scope, given } }]
  }
}
