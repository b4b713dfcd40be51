/**
 * What is known of single files, kept between runs: an editor asks again after every keystroke, and only what changed
 * is read anew. Keyed by the tree's version of each file.
 */
import { createHash } from 'node:crypto'
import type { FileFacts } from '../facts/facts.js'
import { readSource } from '../containers/read.js'
import { lineStartsOf } from '../lines.js'
import type { Tree } from '../types.js'
import { withBundledPackages } from './modules/bundled-packages.js'
import { firstLook, groupKey, holdsWord, isLookedFor, type FirstLook } from './first-look.js'
import { createScanner, type WordScanner } from './scan.js'
import type { Session } from './session.js'
import { markWords, packageWords } from './sightings/words.js'

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

/** UTF-16 code units: a script of this size is what a build made. */
const LARGE = 100_000
/**
 * Values of large scripts that are kept in one run, about a gigabyte and a half of memory: forty bundles of a megabyte.
 * A fixed number and not what the machine has left, so that a tree has one report.
 */
const MOST_VALUES = 3_000_000

/** `most`: values of large scripts that are kept. */
export function viewStore(store: ProjectStore, tree: Tree, most = MOST_VALUES): StoreView {
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
  const copies = new Map<string, FileFacts>()
  const packages = createScanner(packageWords)
  const isTelling = (piece: string): boolean => holdsWord(markWords, piece) || packages.inText(piece)
  const readFile = (path: string, text: string): FileFacts => {
    const read = (): FileFacts => withBundledPackages(readSource(path, text, isTelling))
    if (text.length < LARGE) return read()
    const key = `${createHash('sha1').update(text).digest('hex')} ${path.slice(path.lastIndexOf('.'))}`
    const known = copies.get(key)
    if (known) return copyOf(known, path)
    const facts = read()
    // The names of a container's variables are those of its file.
    if (!facts.container) copies.set(key, facts)
    return facts
  }
  const counted = new Set<FileFacts>()
  const unread = new Map<string, FileFacts>()
  let values = 0
  /** Facts count once a run, wherever they come from. */
  const count = (facts: FileFacts): FileFacts => {
    if (counted.has(facts)) return facts
    counted.add(facts)
    if ((facts.lineStarts.at(-1) ?? 0) > LARGE || facts.scripts.some(({ end }) => end > LARGE)) {
      for (const script of facts.scripts) values += script.values.length
    }
    return facts
  }
  const peek = (path: string): FileFacts | undefined => {
    const entry = entryOf(path)
    if (entry.facts) return count(entry.facts)
    const known = unread.get(path)
    if (known) return known
    const isLeftOut = values > most && (tree.text(path)?.length ?? 0) > LARGE
    const kept = isLeftOut ? undefined : entry.kept?.facts()
    if (kept) return count(entry.facts = kept)
    const text = tree.text(path)
    if (text === undefined) return undefined
    readHere.add(path)
    if (isLeftOut) {
      const facts = withoutRoom(path, text)
      unread.set(path, facts)
      return facts
    }
    entry.facts = readFile(path, text)
    return count(entry.facts)
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

/** Facts of one text under another path; the scripts are objects of their own, for what is known of a script is kept by it. */
function copyOf(facts: FileFacts, path: string): FileFacts {
  return {
    ...facts, path, scripts: facts.scripts.map((script) => ({ ...script })), problems: facts.problems.map((problem) => ({ ...problem, file: path })),
  }
}

/** A file that was not read. */
function withoutRoom(path: string, text: string): FileFacts {
  const message = 'was not checked: the bundles read before it took the memory that one run may use. '
    + 'Check fewer folders at once, or leave out what a build made (`exclude` in the configuration)'
  return { ...readSource(path, '', () => false), lineStarts: lineStartsOf(text), problems: [{ file: path, line: 1, message }] }
}
