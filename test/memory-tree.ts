import type { Tree } from '../src/types.js'

/** A tree of texts, for tests. */
export function memoryTree(files: Record<string, string>): Tree {
  const paths = Object.keys(files).sort()
  return {
    paths,
    text: (path) => files[path],
    bytes: (path) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
    version: (path) => files[path],
  }
}
