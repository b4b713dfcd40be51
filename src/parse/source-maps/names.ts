/** Which file of the tree a source of a map is. */
import { baseNameOf, directoryOf, joinPath } from '../../paths.js'

export interface TreePaths {
  has(path: string): boolean
  /** Paths of the tree with this last part. */
  named(baseName: string): readonly string[]
}

/**
 * The file that a source's name means, as its path in the tree; where the tree has no such file, the name without what
 * bundlers put in front of it. `mapFile` is the file the map was found in.
 */
export function sourceFile(source: string, mapFile: string, paths: TreePaths): string {
  const bare = source.replace(/[?#].*$/, '')
  // `webpack://shop/./src/a.ts`, `turbopack:///[project]/src/a.ts`, `file:///home/me/shop/src/a.ts`
  const named = /^[a-z][\w+.-]*:\/\/[^/]*\/(.*)$/i.exec(bare)
  const isAbsolute = named !== null || bare.startsWith('/')
  const beside = isAbsolute ? null : joinPath(directoryOf(mapFile), bare)
  if (beside !== null && paths.has(beside)) return beside
  const inner = (named?.[1] ?? bare).replace(/^(?:\.\.?\/|\/)+/, '').replace(/^\[project\]\//, '')
  if (paths.has(inner)) return inner
  return bySuffix(inner, paths) ?? beside ?? inner
}

/** The one file of the tree whose path ends like the name, or the name like its path; the longest such end wins. */
function bySuffix(name: string, paths: TreePaths): string | null {
  const parts = name.split('/')
  const candidates = paths.named(baseNameOf(name))
  // A name alone, such as `index.ts`, says too little.
  for (let from = 0; from < parts.length - 1; from++) {
    const end = parts.slice(from).join('/')
    const found = candidates.filter((path) => path === end || path.endsWith(`/${end}`))
    if (found.length === 1) return found[0] as string
    if (found.length > 1) return null
  }
  return null
}
