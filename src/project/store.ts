/**
 * What is known of single files, kept between runs: an editor asks again after every keystroke, and only what changed
 * is read anew. Keyed by the tree's version of each file.
 */
import type { FileFacts } from '../facts/facts.js'
import { readSource } from '../containers/read.js'
import type { Tree } from '../types.js'
import type { WordScanner } from './scan.js'
import type { Session } from './session.js'
import { trackerScanner } from './sightings/words.js'

export interface Entry {
  version: string | undefined
  /** Holds a word of a tracker row. */
  marked?: boolean
  facts?: FileFacts
  /** Answers of `memo` and `holds`, by key. */
  answers?: Map<string, unknown>
  /** What an earlier process knew of this content. */
  kept?: KeptFile
}

/** What outlives a process of one file's content: plain JSON. */
export interface KeptFile {
  marked?: boolean
  answers?: Readonly<Record<string, KeptAnswer>>
  /** Undefined when they were never needed, or cannot be had any more. */
  facts(): FileFacts | undefined
}

export type KeptAnswer = boolean | readonly string[]

/** Where files are known from earlier processes, by path and the tree's version: that has to tell contents apart. */
export interface Archive {
  find(path: string, version: string): KeptFile | undefined
}

export interface ProjectStore {
  entry(tree: Tree, path: string): Entry
  /** What was asked about so far. */
  readonly entries: ReadonlyMap<string, Entry>
  /** What spans several files and still holds from the last run. */
  session: Session | null
}

/** `remembers` false: for one run only, which need not ask for versions. */
export function createStore(remembers = true, archive?: Archive): ProjectStore {
  const entries = new Map<string, Entry>()
  return {
    session: null,
    entries,
    entry(tree, path) {
      if (!remembers) return { version: undefined }
      const version = tree.version(path)
      let entry = entries.get(path)
      if (!entry || entry.version !== version || version === undefined) {
        const kept = version === undefined ? undefined : archive?.find(path, version)
        entry = { version, ...(kept && { kept }) }
        entries.set(path, entry)
      }
      return entry
    },
  }
}

/** A store seen through one tree, for one run. */
export interface StoreView {
  readonly tree: Tree
  /** The entry of this run's version: another object when the file has changed. */
  entry(path: string): Entry
  facts(path: string): FileFacts | undefined
  /** The same, for questions about the store itself: the file does not count as one the run needed. */
  peek(path: string): FileFacts | undefined
  /** True when the file holds a word of a tracker row. */
  marked(path: string): boolean
  /** True when the file holds a word of a scanner; `key` says which words. */
  holds(path: string, key: string, scanner: WordScanner): boolean
  /** An answer that depends on this one file alone, computed once a version. */
  memo<T>(path: string, key: string, compute: (text: string) => T): T | undefined
  readonly parsedHere: ReadonlySet<string>
  readonly fromCache: ReadonlySet<string>
}

export function viewStore(store: ProjectStore, tree: Tree): StoreView {
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
  const scan = (path: string, words: WordScanner): boolean => {
    const bytes = tree.bytes(path)
    if (bytes) return words.inBytes(bytes)
    const text = tree.text(path)
    return text !== undefined && words.inText(text)
  }
  const answers = (path: string, key: string): Map<string, unknown> => {
    const entry = entryOf(path)
    const known = (entry.answers ??= new Map<string, unknown>())
    const kept = entry.kept?.answers?.[key]
    if (kept !== undefined && !known.has(key)) known.set(key, kept)
    return known
  }
  const readHere = new Set<string>()
  const peek = (path: string): FileFacts | undefined => {
    const entry = entryOf(path)
    if (entry.facts) return entry.facts
    const kept = entry.kept?.facts()
    if (kept) return (entry.facts = kept)
    const text = tree.text(path)
    if (text === undefined) return undefined
    readHere.add(path)
    entry.facts = readSource(path, text, (piece) => trackerScanner().inText(piece))
    return entry.facts
  }
  return {
    tree,
    parsedHere,
    fromCache,
    entry: entryOf,
    peek,
    facts(path) {
      const found = peek(path)
      if (found) (readHere.has(path) ? parsedHere : fromCache).add(path)
      return found
    },
    marked(path) {
      const entry = entryOf(path)
      entry.marked ??= entry.kept?.marked ?? scan(path, trackerScanner())
      return entry.marked
    },
    holds(path, key, words) {
      const known = answers(path, key)
      if (!known.has(key)) known.set(key, scan(path, words))
      return known.get(key) as boolean
    },
    memo<T>(path: string, key: string, compute: (text: string) => T): T | undefined {
      const known = answers(path, key)
      if (!known.has(key)) {
        const text = tree.text(path)
        if (text === undefined) return undefined
        known.set(key, compute(text))
      }
      return known.get(key) as T
    },
  }
}
