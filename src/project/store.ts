/**
 * What is known of single files, kept between runs: an editor asks again after every keystroke, and only what changed
 * is read anew. Keyed by the tree's version of each file.
 */
import type { FileFacts } from '../facts/facts.js'
import { readFacts } from '../facts/read.js'
import type { Tree } from '../types.js'
import { trackerScanner } from './sightings/words.js'

interface Entry {
  version: string | undefined
  /** Holds a word of a tracker row. */
  marked?: boolean
  facts?: FileFacts
  /** Answers of `memo`, by key. */
  answers?: Map<string, unknown>
}

export interface ProjectStore {
  entry(tree: Tree, path: string): Entry
  /** Files read and parsed since the store was made. */
  parsed: number
}

export function createStore(): ProjectStore {
  const entries = new Map<string, Entry>()
  return {
    parsed: 0,
    entry(tree, path) {
      const version = tree.version(path)
      let entry = entries.get(path)
      if (!entry || entry.version !== version || version === undefined) {
        entry = { version }
        entries.set(path, entry)
      }
      return entry
    },
  }
}

/** A store seen through one tree. */
export interface StoreView {
  readonly tree: Tree
  facts(path: string): FileFacts | undefined
  /** True when the file holds a word of a tracker row. */
  marked(path: string): boolean
  /** An answer that depends on this one file alone, computed once a version. */
  memo<T>(path: string, key: string, compute: (text: string) => T): T | undefined
  readonly parsedHere: ReadonlySet<string>
  readonly fromCache: ReadonlySet<string>
}

export function viewStore(store: ProjectStore, tree: Tree): StoreView {
  const scanner = trackerScanner()
  const parsedHere = new Set<string>()
  const fromCache = new Set<string>()
  // Versions are asked for once a run: a file that changes while we look is the next run's business.
  const seen = new Map<string, Entry>()
  const entryOf = (path: string): Entry => {
    let entry = seen.get(path)
    if (!entry) {
      entry = store.entry(tree, path)
      seen.set(path, entry)
    }
    return entry
  }
  return {
    tree,
    parsedHere,
    fromCache,
    facts(path) {
      const entry = entryOf(path)
      if (entry.facts) {
        if (!parsedHere.has(path)) fromCache.add(path)
        return entry.facts
      }
      const text = tree.text(path)
      if (text === undefined) return undefined
      store.parsed++
      parsedHere.add(path)
      entry.facts = readFacts(path, text, (piece) => scanner.inText(piece))
      return entry.facts
    },
    marked(path) {
      const entry = entryOf(path)
      if (entry.marked === undefined) {
        const bytes = tree.bytes(path)
        if (bytes) entry.marked = scanner.inBytes(bytes)
        else {
          const text = tree.text(path)
          entry.marked = text !== undefined && scanner.inText(text)
        }
      }
      return entry.marked
    },
    memo<T>(path: string, key: string, compute: (text: string) => T): T | undefined {
      const entry = entryOf(path)
      const answers = (entry.answers ??= new Map<string, unknown>())
      if (!answers.has(key)) {
        const text = tree.text(path)
        if (text === undefined) return undefined
        answers.set(key, compute(text))
      }
      return answers.get(key) as T
    },
  }
}
