/**
 * The modules of a tree. They are found by the end of their path, since where a project's imports begin is set outside
 * of it.
 */
import { directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { Statement } from '../../reading/code/nodes.js'
import { parsePython } from './parser.js'

export class PythonModules {
  private readonly parsed = new Map<string, Statement[]>()
  private readonly resolved = new Map<string, string | null>()
  private byLastName: Map<string, string[]> | null = null
  constructor(private readonly host: FrameworkHost) {}

  /** The statements of a file of the tree; none for one that is not there. */
  statements(file: string): Statement[] {
    let found = this.parsed.get(file)
    if (!found) {
      found = parsePython(this.host.text(file) ?? '')
      this.parsed.set(file, found)
    }
    return found
  }

  /** The file of a dotted module name, as a file imports it; null for a package. */
  resolve(from: string, module: string): string | null {
    const key = `${directoryOf(from)} ${module}`
    let found = this.resolved.get(key)
    if (found === undefined) {
      found = this.findModule(from, module)
      this.resolved.set(key, found)
    }
    return found
  }

  private findModule(from: string, module: string): string | null {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0
    if (dots > 0) {
      let directory = directoryOf(from)
      for (let level = 1; level < dots; level++) directory = directoryOf(directory)
      return this.at(directory, module.slice(dots).split('.').filter((part) => part !== ''))
    }
    const parts = module.split('.')
    const ends = parts.length === 1 ? `${parts[0] as string}.py` : `${parts.join('/')}.py`
    const candidates = this.endingIn(parts.at(-1) as string).filter((path) => {
      const plain = path.replace(/\/__init__\.py$/, '.py')
      return plain === ends || plain.endsWith(`/${ends}`)
    })
    return nearest(from, candidates)
  }

  /** The file of a module below a directory: `a/b.py`, `a/b/__init__.py`; a package without one has no file. */
  at(directory: string, parts: readonly string[]): string | null {
    const path = [directory, ...parts].filter((part) => part !== '').join('/')
    return [`${path}.py`, `${path}/__init__.py`].find((file) => this.host.has(file)) ?? null
  }

  /** Modules whose last name is this. */
  private endingIn(name: string): readonly string[] {
    if (!this.byLastName) {
      this.byLastName = new Map()
      for (const path of pythonFiles(this.host)) {
        const last = path.replace(/(?:\/__init__)?\.py$/, '').split('/').at(-1) as string
        const list = this.byLastName.get(last)
        if (list) list.push(path)
        else this.byLastName.set(last, [path])
      }
    }
    return this.byLastName.get(name) ?? []
  }
}

const files = new WeakMap<FrameworkHost, readonly string[]>()
/** Installed packages and what only tests or changes of a database need. */
const NOT_OURS = /(^|\/)(site-packages|dist-packages|\.?venv|env|virtualenv|node_modules|migrations|alembic)\//

/** All modules of a tree that are its own, sorted. */
export function pythonFiles(host: FrameworkHost): readonly string[] {
  let found = files.get(host)
  if (!found) {
    found = host.under('').filter((path) => path.endsWith('.py') && host.isProduct(path) && !NOT_OURS.test(path))
    files.set(host, found)
  }
  return found
}

/** Of several files the one that shares the longest way from the root with another; null for none. */
function nearest(from: string, candidates: readonly string[]): string | null {
  const a = from.split('/')
  const shared = (path: string): number => {
    const b = path.split('/')
    let count = 0
    while (count < a.length - 1 && a[count] === b[count]) count++
    return count
  }
  return [...candidates].sort((x, y) => shared(y) - shared(x) || x.length - y.length)[0] ?? null
}
