/** Which files hold words: asked for whole lists of files, each list made once a run. */
import { groupKey } from './first-look.js'
import type { StoreView } from './store.js'

export type WordIndex = (words: readonly string[]) => readonly string[]

/** Files that hold one of some words, in the order of `files`. */
export function createWordIndex(files: readonly string[], view: StoreView): WordIndex {
  const known = new Map<string, readonly string[]>()
  return (words) => {
    const key = groupKey(words)
    let found = known.get(key)
    if (!found) known.set(key, found = files.filter((path) => view.holds(path, words)))
    return found
  }
}
