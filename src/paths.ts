/** Parts of the paths of a tree: relative to its root, with `/`. */

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The directory of a path, `''` for files at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** Joins and normalises; null when the result would leave the root. */
export function joinPath(directory: string, relative: string): string | null {
  const parts = directory === '' ? [] : directory.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else parts.push(part)
  }
  return parts.join('/')
}

/** The directory and all above it, nearest first, ending with the root `''`. */
export function* ancestors(directory: string): Generator<string> {
  let at = directory
  for (;;) {
    yield at
    if (at === '') return
    at = directoryOf(at)
  }
}

/** The specifier by which files of a directory name a file: `./x.ts`, `../../y.ts`. */
export function relativePath(directory: string, file: string): string {
  const from = directory === '' ? [] : directory.split('/')
  const to = file.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  const up = '../'.repeat(from.length - shared)
  return `${up === '' ? './' : up}${to.slice(shared).join('/')}`
}
