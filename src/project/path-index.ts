/** Look-ups over the paths of a tree. */
import { ancestors, baseNameOf, directoryOf, joinPath } from '../paths.js'

export interface PathIndex {
  has(path: string): boolean
  /** All files below a directory (recursive), sorted; `''` is the root. */
  under(directory: string): readonly string[]
  /** All files with a base name, sorted. */
  named(baseName: string): readonly string[]
}

/** `paths` must be sorted by code unit, as `Tree.paths` is. */
export function createPathIndex(paths: readonly string[]): PathIndex {
  const all = new Set(paths)
  let byName: Map<string, string[]> | null = null
  const under = new Map<string, readonly string[]>()
  return {
    has: (path) => all.has(path),
    under(directory) {
      if (directory === '' || directory === '.') return paths
      let found = under.get(directory)
      if (!found) {
        const prefix = `${directory}/`
        const from = lowerBound(paths, prefix)
        let to = from
        while (to < paths.length && (paths[to] as string).startsWith(prefix)) to++
        found = paths.slice(from, to)
        under.set(directory, found)
      }
      return found
    },
    named(baseName) {
      if (!byName) {
        byName = new Map()
        for (const path of paths) {
          const name = baseNameOf(path)
          const list = byName.get(name)
          if (list) list.push(path)
          else byName.set(name, [path])
        }
      }
      return byName.get(baseName) ?? []
    },
  }
}

function lowerBound(paths: readonly string[], wanted: string): number {
  let low = 0
  let high = paths.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paths[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

export { ancestors, baseNameOf, directoryOf, joinPath }
