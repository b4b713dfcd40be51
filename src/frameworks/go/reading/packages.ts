/** The packages of Go of a tree: directories, with what is declared in them. */
import { directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { parseGo } from './parser.js'

export interface GoFunction {
  file: string
  function: CodeFunction
}

/** Where an expression stands, and what parameters are known to be. */
export interface GoScope {
  file: string
  /** The function around, with those around that, innermost first. */
  functions: readonly CodeFunction[]
  given: ReadonlyMap<string, GoValue>
}

export interface GoValue {
  node: Expression
  scope: GoScope
}

interface Package {
  functions: Map<string, GoFunction>
  /** By name: of all types. */
  methods: Map<string, GoFunction[]>
  values: Map<string, GoValue[]>
}

export class GoPackages {
  private readonly parsed = new Map<string, Statement[]>()
  private readonly packages = new Map<string, Package>()
  private readonly imports = new Map<string, ReadonlyMap<string, string>>()
  private methodsByName: Map<string, GoFunction[]> | null = null
  private directories: Map<string, string[]> | null = null
  private modules: { path: string; directory: string }[] | null = null

  constructor(readonly host: FrameworkHost) {}

  statements(file: string): Statement[] {
    let found = this.parsed.get(file)
    if (!found) {
      found = parseGo(this.host.text(file) ?? '')
      this.parsed.set(file, found)
    }
    return found
  }

  top(file: string): GoScope {
    return { file, functions: [], given: new Map() }
  }

  /** Files of a package by its directory. */
  private filesIn(directory: string): readonly string[] {
    if (!this.directories) {
      this.directories = new Map()
      for (const file of goFiles(this.host)) {
        const list = this.directories.get(directoryOf(file))
        if (list) list.push(file)
        else this.directories.set(directoryOf(file), [file])
      }
    }
    return this.directories.get(directory) ?? []
  }

  package(directory: string): Package {
    let found = this.packages.get(directory)
    if (found) return found
    found = { functions: new Map(), methods: new Map(), values: new Map() }
    this.packages.set(directory, found)
    for (const file of this.filesIn(directory)) {
      for (const statement of this.statements(file)) {
        if (statement.kind === 'function') {
          const made = { file, function: statement.function }
          const name = statement.function.name as string
          if (statement.function.receiver === null) found.functions.set(name, made)
          else found.methods.set(name, [...found.methods.get(name) ?? [], made])
        } else if (statement.kind === 'assign') {
          for (const [name, node] of assigned(statement)) {
            found.values.set(name, [...found.values.get(name) ?? [], { node, scope: this.top(file) }])
          }
        }
      }
    }
    return found
  }

  /** The directory of the package a file calls by a name; null for one that is not in the tree. */
  importedPackage(file: string, name: string): string | null {
    const path = this.importPath(file, name)
    return path === null ? null : this.directoryOfImport(path)
  }

  /** The path of the package a file calls by a name; null for none. */
  importPath(file: string, name: string): string | null {
    return this.importMap(file).get(name) ?? null
  }

  /** What a file calls the packages it uses, with their paths. */
  importsOf(file: string): [alias: string, path: string][] {
    return [...this.importMap(file)]
  }

  private importMap(file: string): ReadonlyMap<string, string> {
    let known = this.imports.get(file)
    if (!known) {
      known = new Map(this.statements(file)
        .flatMap((statement) =>
          (statement.kind === 'import' ? statement.imports.map(({ alias, module }) => [alias, module] as const) : [])))
      this.imports.set(file, known)
    }
    return known
  }

  /** The directory of a package of the tree by its path; null for others. */
  directoryOfImport(path: string): string | null {
    this.modules ??= this.host.named('go.mod')
      .map((file) => ({ directory: directoryOf(file),
        path: /^\s*module\s+(\S+)/m.exec(this.host.text(file) ?? '')?.[1] ?? '' }))
    for (const module of this.modules) {
      if (path !== module.path && !path.startsWith(`${module.path}/`)) continue
      const inside = path.slice(module.path.length + 1)
      const directory = [module.directory, inside].filter((part) => part !== '').join('/')
      if (this.filesIn(directory).length > 0) return directory
    }
    return null
  }

  /** All methods of the tree with a name. */
  methods(name: string): readonly GoFunction[] {
    if (!this.methodsByName) {
      this.methodsByName = new Map()
      for (const directory of new Set(goFiles(this.host).map(directoryOf))) {
        for (const [method, list] of this.package(directory).methods) {
          this.methodsByName.set(method, [...this.methodsByName.get(method) ?? [], ...list])
        }
      }
    }
    return this.methodsByName.get(name) ?? []
  }
}

/** Names with what they are given; the parts of a call with several results are that call. */
export function assigned({ targets, value }: Statement & { kind: 'assign' }): [string, Expression][] {
  const found: [string, Expression][] = []
  const add = (target: Expression | undefined, node: Expression | undefined): void => {
    if (target?.kind === 'name' && target.name !== '_' && node) found.push([target.name, node])
  }
  const [target] = targets
  if (target?.kind !== 'list') add(target, value)
  else if (value.kind === 'list' && value.items.length === target.items.length) {
    target.items.forEach((item, index) => add(item.value, value.items[index]?.value))
  }
  // `t, err := template.ParseFiles(…)`
  else add(target.items[0]?.value, value)
  return found
}

const files = new WeakMap<FrameworkHost, readonly string[]>()

/** All files of Go that are the tree's own, sorted. */
export function goFiles(host: FrameworkHost): readonly string[] {
  let found = files.get(host)
  if (!found) {
    found = host.under('')
      .filter((path) => path.endsWith('.go') && host.isProduct(path)
        && !/(^|\/)(vendor|node_modules)\/|\.pb\.go$|_gen\.go$/.test(path))
    files.set(host, found)
  }
  return found
}
