/** Small questions about paths that several frameworks ask. */
import type { FrameworkHost } from './framework.js'

/** Directories that hold a file of one of these names, sorted; `''` is the root. */
export function directoriesWith(host: FrameworkHost, names: readonly string[]): string[] {
  const found = new Set<string>()
  for (const name of names) for (const path of host.named(name)) found.add(path.slice(0, Math.max(0, path.length - name.length - 1)))
  return [...found].sort()
}

/** `a/b` from `a` and `b`; the root, and the directory itself, are `''`. */
export function join(directory: string, name: string): string {
  return directory === '' || name === '' ? directory + name : `${directory}/${name}`
}

/** Joins route parts: no doubled or trailing slashes, `/` for the root. */
export function routePath(...parts: readonly string[]): string {
  const path = parts.join('/').split('/').filter((part) => part !== '').join('/')
  return `/${path}`
}

/** `[id]` → `:id`, `[...all]` → `*`, `[[...all]]` → `*`, `[[id]]` → `:id?`. Other segments stay. */
export function bracketSegment(segment: string): string {
  const optionalRest = /^\[\[\.\.\.[^\]]+\]\]$/.test(segment)
  const rest = /^\[\.\.\.[^\]]+\]$/.test(segment)
  if (optionalRest || rest) return '*'
  const optional = /^\[\[([^\]]+)\]\]$/.exec(segment)
  if (optional) return `:${optional[1]}?`
  const parameter = /^\[([^\]]+)\]$/.exec(segment)
  return parameter ? `:${parameter[1]}` : segment
}

/** The file name without its directory and last extension. */
export function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** A test or story that lies beside routes. Unlike elsewhere, a folder `tests` among routes is a page about tests. */
export function isTestModule(path: string): boolean {
  return /\.(test|spec|stories|story|cy)\.\w+$|(^|\/)__(tests|mocks)__\/|\.d\.\w+$/.test(path)
}
