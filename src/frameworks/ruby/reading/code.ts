/**
 * Classes and modules of Ruby across the files of a tree, found as Rails finds them: by the path that their name makes.
 * https://guides.rubyonrails.org/autoloading_and_reloading_constants.html
 */
import type { FrameworkHost } from '../../framework.js'
import type { CodeClass, CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { pathOf } from '../../reading/code/nodes.js'
import { parseRuby } from './parser.js'

export interface RubyClass {
  /** With all modules around it: `Portal::VisitsController`. */
  name: string
  file: string
  class: CodeClass
}

export class RubyCode {
  private readonly parsed = new Map<string, Statement[]>()
  private readonly classes = new Map<string, RubyClass[]>()
  private byBaseName: Map<string, string[]> | null = null
  private constructor(readonly host: FrameworkHost) {}

  private static readonly kept = new WeakMap<FrameworkHost, RubyCode>()

  /** One for a host: what it has read is shared. */
  static of(host: FrameworkHost): RubyCode {
    const known = RubyCode.kept.get(host)
    if (known) return known
    const code = new RubyCode(host)
    RubyCode.kept.set(host, code)
    return code
  }

  statements(file: string): Statement[] {
    let found = this.parsed.get(file)
    if (!found) {
      found = parseRuby(this.host.text(file) ?? '')
      this.parsed.set(file, found)
    }
    return found
  }

  /** All classes and modules of a file, by the order in which they begin. */
  classesIn(file: string): RubyClass[] {
    let found = this.classes.get(file)
    if (!found) {
      const list: RubyClass[] = []
      const add = (statements: readonly Statement[], around: string): void => {
        for (const statement of statements) {
          if (statement.kind === 'block') add(statement.body, around)
          if (statement.kind !== 'class') continue
          const name = around === '' ? statement.class.name : `${around}::${statement.class.name}`
          list.push({ name, file, class: statement.class })
          add(statement.class.body, name)
        }
      }
      add(this.statements(file), '')
      found = list
      this.classes.set(file, found)
    }
    return found
  }

  /** The class or module a name means, as it is written inside of `around` (a name with `::`, `''` for none). */
  find(name: string, around: string): RubyClass | null {
    const clean = name.replace(/^::/, '')
    const nesting = name.startsWith('::') || around === '' ? [] : around.split('::')
    for (let depth = nesting.length; depth >= 0; depth--) {
      const full = [...nesting.slice(0, depth), clean].join('::')
      const found = this.named(full)
      if (found) return found
    }
    return null
  }

  private named(name: string): RubyClass | null {
    const path = underscore(name)
    const base = path.slice(path.lastIndexOf('/') + 1)
    const files = this.filesNamed(`${base}.rb`).filter((file) => isAutoloaded(file, `${path}.rb`))
    for (const file of files) {
      const found = this.classesIn(file).find((each) => each.name === name)
      if (found) return found
    }
    // A class may stand in the file of the module around it.
    const parent = name.includes('::') ? underscore(name.slice(0, name.lastIndexOf('::'))) : null
    if (parent === null) return null
    for (const file of this.filesNamed(`${parent.slice(parent.lastIndexOf('/') + 1)}.rb`)) {
      if (!isAutoloaded(file, `${parent}.rb`)) continue
      const found = this.classesIn(file).find((each) => each.name === name)
      if (found) return found
    }
    return null
  }

  private filesNamed(name: string): readonly string[] {
    if (!this.byBaseName) {
      this.byBaseName = new Map()
      for (const path of rubyFiles(this.host)) {
        const base = path.slice(path.lastIndexOf('/') + 1)
        const list = this.byBaseName.get(base)
        if (list) list.push(path)
        else this.byBaseName.set(base, [path])
      }
    }
    return this.byBaseName.get(name) ?? []
  }

  /** The class another builds on; null for none, and for one that is not in the tree. */
  parentOf({ name, class: node }: RubyClass): { name: string; found: RubyClass | null } | null {
    const [base] = node.bases
    const written = base ? constantName(base.value) : ''
    if (written === '') return null
    const around = name.includes('::') ? name.slice(0, name.lastIndexOf('::')) : ''
    return { name: written, found: this.find(written, around) }
  }

  private readonly lineages = new WeakMap<CodeClass, readonly RubyClass[]>()

  /** A class and those it builds on, each with the modules it includes behind it. */
  lineage(at: RubyClass): readonly RubyClass[] {
    const known = this.lineages.get(at.class)
    if (known) return known
    const found: RubyClass[] = []
    const add = (each: RubyClass): void => {
      if (found.some((known) => known.class === each.class) || found.length > 40) return
      found.push(each)
      for (const module of this.includedIn(each)) add(module)
      const parent = this.parentOf(each)?.found
      if (parent) add(parent)
    }
    add(at)
    this.lineages.set(at.class, found)
    return found
  }

  private includedIn({ name, class: node }: RubyClass): RubyClass[] {
    return declarations(node.body).flatMap((statement) => {
      const call = statement.kind === 'expression' && statement.value.kind === 'call' ? statement.value : null
      if (!call || !/^(include|extend|prepend)$/.test(pathOf(call.callee))) return []
      return call.arguments.flatMap(({ value }) => this.find(constantName(value), name) ?? [])
    })
  }

  /** The value a constant is given in a class. */
  constant(at: RubyClass, name: string): Expression | null {
    for (const statement of declarations(at.class.body)) {
      if (statement.kind !== 'assign') continue
      if (statement.targets.some((target) => target.kind === 'name' && target.name === name)) return statement.value
    }
    return null
  }
}

/** The statements of a class itself, and of what `included do … end` adds to those that include it. */
export function declarations(body: readonly Statement[]): readonly Statement[] {
  let found = declared.get(body)
  if (!found) {
    found = readDeclarations(body)
    declared.set(body, found)
  }
  return found
}

/** Classes are asked for their statements once for each method that is looked for. */
const declared = new WeakMap<readonly Statement[], readonly Statement[]>()

function readDeclarations(body: readonly Statement[]): Statement[] {
  return body.flatMap((statement): Statement[] => {
    if (statement.kind === 'branch') return statement.branches.flatMap((branch) => declarations(branch.body))
    if (statement.kind === 'block') return [...declarations(statement.body)]
    if (statement.kind !== 'expression' || statement.value.kind !== 'call') return [statement]
    const { callee, block } = statement.value
    const adds = callee.kind === 'name'
      && /^(included|prepended|class_methods|class_eval|with_options)$/.test(callee.name)
    return block && adds ? [statement, ...declarations(block.body)] : [statement]
  })
}

/** Methods of a class by name, private ones too; those of the class itself when asked for. */
export function methodsOf({ body }: CodeClass, ofClass = false): Map<string, CodeFunction> {
  const found = new Map<string, CodeFunction>()
  const add = (method: CodeFunction): void => {
    if (method.name !== null && (method.receiver === 'self') === ofClass) found.set(method.name, method)
  }
  for (const statement of declarations(body)) {
    if (statement.kind === 'function') add(statement.function)
    // `private def name`
    if (statement.kind === 'expression' && statement.value.kind === 'call') {
      for (const { value } of statement.value.arguments) if (value.kind === 'function') add(value.function)
    }
  }
  return found
}

/** `A::B` of nodes; empty for anything else. */
export function constantName(node: Expression): string {
  if (node.kind === 'name') return /^[A-Z]/.test(node.name) ? node.name : ''
  if (node.kind !== 'member' || !/^[A-Z]/.test(node.name)) return ''
  const object = constantName(node.object)
  return object === '' ? '' : `${object}::${node.name}`
}

/** `Portal::LabResultsController` → `portal/lab_results_controller`. */
export function underscore(name: string): string {
  return name.replaceAll('::', '/').replace(/([A-Z\d]+)([A-Z][a-z])/g, '$1_$2').replace(/([a-z\d])([A-Z])/g,
    '$1_$2').toLowerCase()
}

/** True when what stands before the wanted path is a directory from which names count. */
function isAutoloaded(file: string, wanted: string): boolean {
  if (file === wanted) return true
  if (!file.endsWith(`/${wanted}`)) return false
  return /(^|\/)(app\/[\w-]+(\/concerns)?|lib|app|extras|lib\/[\w-]+)$/.test(file.slice(0, -wanted.length - 1))
}

const files = new WeakMap<FrameworkHost, readonly string[]>()

/** All files of Ruby that are the tree's own, sorted. */
export function rubyFiles(host: FrameworkHost): readonly string[] {
  let found = files.get(host)
  if (!found) {
    found = host.under('')
      .filter((path) => path.endsWith('.rb') && host.isProduct(path)
        && !/(^|\/)(vendor\/(bundle|gems)|node_modules|db\/migrate)\//.test(path))
    files.set(host, found)
  }
  return found
}
