/** What of the files of a commit or the index is looked at: as `listFiles` has it for the disk, from names alone. */
import { isBinary, isGenerated, isNeverSource, isSuspect } from '../ignored.js'

/** Names in each folder (`` is the top, others end in `/`). */
function namesByFolder(paths: readonly string[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const path of paths) {
    for (let end = path.length; end > 0; ) {
      const slash = path.lastIndexOf('/', end - 1)
      const folder = path.slice(0, slash + 1)
      const name = path.slice(slash + 1, end)
      const known = names.get(folder)
      if (known?.has(name)) break
      if (known) known.add(name)
      else names.set(folder, new Set([name]))
      end = slash
    }
  }
  return names
}

/**
 * The paths that are sources of the site. What is committed is never ignored; installed packages, output and binary
 * files are left out, and what `isExcluded` says, for files and folders.
 */
export function sourcePaths(paths: readonly string[], isExcluded: (path: string) => boolean = () => false): string[] {
  const names = namesByFolder(paths)
  const folders = new Map<string, boolean>([['', true]])
  const empty: ReadonlySet<string> = new Set()
  const isWalked = (folder: string): boolean => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const slash = folder.lastIndexOf('/', folder.length - 2)
    const parent = folder.slice(0, slash + 1)
    const name = folder.slice(slash + 1, -1)
    const walked = isWalked(parent)
      && !isNeverSource(name)
      && !isExcluded(folder.slice(0, -1))
      && !(isSuspect(name) && isGenerated(name, names.get(folder) ?? empty, names.get(parent) ?? empty))
    folders.set(folder, walked)
    return walked
  }
  return paths
    .filter((path) => {
      const slash = path.lastIndexOf('/')
      return isWalked(path.slice(0, slash + 1)) && !isBinary(path.slice(slash + 1)) && !isExcluded(path)
    })
    .sort()
}
