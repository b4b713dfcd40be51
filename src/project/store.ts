/**
 * What is known of single files, kept between runs: an editor asks again after every keystroke, and only what changed
 * is read anew. Keyed by the tree's version of each file.
 */
import type { FileFacts } from '../facts/facts.js'
import { readSource } from '../containers/read.js'
import type { Tree } from '../types.js'
import { firstLook, groupKey, holdsWord, isLookedFor, type FirstLook } from './first-look.js'
import { createScanner, type WordScanner } from './scan.js'
import type { Session } from './session.js'
import { markWords } from './sightings/words.js'

export interface Entry {
  version: string | undefined
  look?: FirstLook
  facts?: FileFacts
  /** Answers of `memo`, and of `holds` for words that no first look is for, by key. */
  answers?: Map<string, unknown>
  /** What an earlier process knew of this content. */
  kept?: KeptFile
}

/** What outlives a process of one file's content: plain JSON. */
export interface KeptFile {
  look?: FirstLook
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
  /** True when the file holds one of the words: ASCII, not empty; case matters. */
  holds(path: string, words: readonly string[]): boolean
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
  const content = (path: string): Uint8Array | string => tree.bytes(path) ?? tree.text(path) ?? ''
  const lookAt = (path: string, key: string): FirstLook => {
    const entry = entryOf(path)
    const known = entry.look ?? entry.kept?.look
    // A part that was loaded later looks for more.
    return (entry.look = known?.asked.has(key) ? known : firstLook(content(path)))
  }
  const scanners = new Map<string, WordScanner>()
  const scan = (path: string, key: string, words: readonly string[]): boolean => {
    let scanner = scanners.get(key)
    if (!scanner) scanners.set(key, scanner = createScanner(words))
    const found = content(path)
    return typeof found === 'string' ? scanner.inText(found) : scanner.inBytes(found)
  }
  const holds = (path: string, words: readonly string[]): boolean => {
    const key = groupKey(words)
    if (isLookedFor(key)) return lookAt(path, key).found.has(key)
    const known = answers(path, key)
    if (!known.has(key)) known.set(key, scan(path, key, words))
    return known.get(key) as boolean
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
    entry.facts = readSource(path, text, (piece) => holdsWord(markWords, piece))
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
    marked: (path) => holds(path, markWords),
    holds,
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
