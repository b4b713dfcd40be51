/** Where the applications of a .NET tree stand: a project file, or a folder of views without one. */
import { ancestors, baseNameOf, directoryOf } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'

export interface DotnetProject {
  /** Directory of the application, `''` for the root of the tree. */
  root: string
  /** Its files of the asked extensions, sorted. */
  files: string[]
}

const PROJECT = /\.(cs|vb|fs)proj$/i
/** Build results and packages. https://learn.microsoft.com/visualstudio/msbuild/common-msbuild-project-properties */
const BUILT = /(^|\/)(bin|obj|packages|node_modules)\//i

/**
 * The product files with these extensions (lower case, without the dot), by the application they belong to: the nearest
 * directory above with a project file; without one, what `rootWithout` says.
 */
export function dotnetProjects(
  host: FrameworkHost, extensions: ReadonlySet<string>, rootWithout: (path: string) => string,
): DotnetProject[] {
  const files = host.under('').filter((path) => extensions.has(extension(path)) && !BUILT.test(path) && host.isProduct(path))
  if (files.length === 0) return []
  const roots = new Set(host.under('').filter((path) => PROJECT.test(path)).map(directoryOf))
  const byRoot = new Map<string, string[]>()
  for (const file of files) {
    const root = nearestRoot(roots, file) ?? rootWithout(file)
    const list = byRoot.get(root)
    if (list) list.push(file)
    else byRoot.set(root, [file])
  }
  return [...byRoot].map(([root, own]) => ({ root, files: own })).sort((a, b) => (a.root < b.root ? -1 : 1))
}

function nearestRoot(roots: ReadonlySet<string>, file: string): string | null {
  for (const directory of ancestors(directoryOf(file))) if (roots.has(directory)) return directory
  return null
}

/** The directory above the first folder of a path with one of these names (lower case); `''` when there is none. */
export function directoryAbove(path: string, names: ReadonlySet<string>): string {
  const segments = path.split('/')
  const at = segments.slice(0, -1).findIndex((segment) => names.has(segment.toLowerCase()))
  return at < 0 ? '' : segments.slice(0, at).join('/')
}

function extension(path: string): string {
  const name = baseNameOf(path)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** Finds files below a root whatever the case of their names: views are looked up so on Windows. */
export interface FileFinder {
  /** The file with this path below the root (no leading slash), as it is really written; null when there is none. */
  find(path: string): string | null
}

export function createFileFinder(host: FrameworkHost, root: string): FileFinder {
  const prefix = root === '' ? '' : `${root}/`
  const known = new Map<string, string>()
  for (const path of host.under(root)) {
    const key = path.slice(prefix.length).toLowerCase()
    if (!known.has(key)) known.set(key, path)
  }
  return { find: (path) => known.get(path.toLowerCase().replace(/^\/+/, '')) ?? null }
}
