/**
 * What is known of a project's files, kept on the disk between runs: by content, for one state of pixelward. Several
 * processes may use it at once: packs are never changed, and the index is replaced whole. What cannot be read or written
 * is done without.
 */
import { mkdirSync } from 'node:fs'
import type { FileFacts } from '../../facts/facts.js'
import type { Archive, Entry, KeptAnswer, KeptFile } from '../../project/store.js'
import type { Tree } from '../../types.js'
import { blobId } from '../git/objects.js'
import { keptLooks, type KeptLooks } from './kept-looks.js'
import { emptyIndex, readIndexFile, writeIndexFile, type CacheIndex, type KeptRow } from './index-file.js'
import { packReader, removePacks, writePack } from './packs.js'

export interface FactsCache {
  archive: Archive
  /** The tree with ids of contents for versions; a file that looks as before is not read for it. */
  identified<T extends Tree>(tree: T): T
  result(key: string): unknown
  keepResult(key: string, value: unknown): void
  /** Writes what is new. */
  save(entries: Iterable<readonly [path: string, entry: Entry]>): void
}

/** Rows that no writing run used for so long are forgotten. */
const FORGOTTEN_AFTER = 30
const MOST_RESULTS = 12
const MOST_PACKS = 8
const MOST_ANSWERS = 40

/** A file may change twice within one tick of the disk's clock; what is younger is not known by its looks. */
const YOUNG = 2_000

/** Digits of git's usual ids: a commit, the index and the disk then name a content alike. */
const DIGITS = 40

/**
 * @param folder absolute; null for a cache that lasts no longer than the process
 * @param tool what `toolIdentity` says
 */
export function openCache(folder: string | null, tool: string, now = Date.now): FactsCache {
  const index = folder === null ? emptyIndex() : readIndexFile(folder, tool)
  const packs = packReader(folder ?? '')
  const stats: CacheIndex['stats'] = {}
  const used = new Set<string>()
  let isNew = false

  const looks = keptLooks(index)

  const keyOf = (path: string, id: string): string => `${id} ${path}`

  function rowFacts(row: KeptRow): FileFacts | undefined {
    const text = row.facts && packs.read(row.facts)
    if (text === undefined) {
      if (row.facts) isNew = true
      delete row.facts
      return undefined
    }
    return JSON.parse(text) as FileFacts
  }

  function idOf(tree: Tree, path: string): string | undefined {
    const version = tree.version(path)
    if (version === undefined) return undefined
    const [before, known] = stats[path] ?? index.stats[path] ?? []
    if (before === version && known !== undefined) {
      stats[path] = [version, known]
      return known
    }
    const bytes = tree.bytes(path)
    // Texts of an editor have versions of their own.
    if (bytes === undefined) return version
    const id = blobId(bytes, DIGITS)
    // `MTIME-SIZE`
    if (Number.parseFloat(version) < now() - YOUNG) {
      stats[path] = [version, id]
      isNew = true
    }
    return id
  }

  return {
    archive: {
      find(path, id): KeptFile | undefined {
        const key = keyOf(path, id)
        const row = index.rows[key]
        if (!row) return undefined
        used.add(key)
        const look = looks.of(row)
        return {
          ...(look && { look }),
          ...(row.answers && { answers: row.answers }),
          facts: () => rowFacts(row),
        }
      },
    },

    identified(tree) {
      const ids = new Map<string, string | undefined>()
      const version = (path: string): string | undefined => {
        if (!ids.has(path)) ids.set(path, idOf(tree, path))
        return ids.get(path)
      }
      return { ...tree, version }
    },

    result: (key) => index.results.find(([each]) => each === key)?.[1],

    keepResult(key, value) {
      index.results = [...index.results.filter(([each]) => each !== key), [key, value] as [string, unknown]].slice(-MOST_RESULTS)
      isNew = true
    },

    save(entries) {
      if (folder === null) return
      try {
        const fresh: { row: KeptRow; facts: FileFacts }[] = []
        for (const [path, entry] of entries) {
          if (entry.version === undefined || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(entry.version)) continue
          const key = keyOf(path, entry.version)
          used.add(key)
          const row = index.rows[key] ?? { used: 0 }
          if (addTo(row, entry, looks)) isNew = true
          if (entry.facts && !row.facts) fresh.push({ row, facts: entry.facts })
          index.rows[key] = row
        }
        if (!isNew && fresh.length === 0) return
        write(folder, fresh)
        isNew = false
      } catch {
        // A disk that is full or may not be written to costs time and nothing else.
      }
    },
  }

  function write(folder: string, fresh: readonly { row: KeptRow; facts: FileFacts }[]): void {
    mkdirSync(folder, { recursive: true })
    index.run++
    for (const key of used) if (index.rows[key]) index.rows[key].used = index.run
    for (const [key, row] of Object.entries(index.rows)) if (row.used < index.run - FORGOTTEN_AFTER) delete index.rows[key]
    Object.assign(index.stats, stats)
    const slices = fresh.length === 0 ? [] : writePack(folder, fresh.map(({ facts }) => JSON.stringify(facts)))
    for (const [at, slice] of slices.entries()) (fresh[at] as { row: KeptRow }).row.facts = slice
    compact(folder)
    writeIndexFile(folder, tool, index)
    const needed = new Set(Object.values(index.rows).flatMap(({ facts }) => (facts ? [facts[0]] : [])))
    removePacks(folder, (pack) => needed.has(pack))
  }

  /** Many small packs become one. */
  function compact(folder: string): void {
    const rows = Object.values(index.rows).filter(({ facts }) => facts !== undefined)
    if (new Set(rows.map(({ facts }) => facts?.[0])).size <= MOST_PACKS) return
    const texts = rows.map(({ facts }) => (facts ? packs.read(facts) : undefined))
    const kept = rows.flatMap((row, at) => (texts[at] === undefined ? [] : [{ row, text: texts[at] }]))
    for (const row of rows) delete row.facts
    const slices = writePack(folder, kept.map(({ text }) => text))
    for (const [at, { row }] of kept.entries()) row.facts = slices[at] as NonNullable<KeptRow['facts']>
  }
}

function isKept(value: unknown): value is KeptAnswer {
  return typeof value === 'boolean' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
}

/** True when the row did not know it all. */
function addTo(row: KeptRow, { look, answers }: Entry, looks: KeptLooks): boolean {
  let added = false
  const at = look && looks.of(row) !== look ? looks.indexOf(look) : undefined
  if (at !== undefined) {
    row.look = at
    added = true
  }
  for (const [key, value] of answers ?? []) {
    if (!isKept(value) || row.answers?.[key] !== undefined) continue
    row.answers = { ...(Object.keys(row.answers ?? {}).length < MOST_ANSWERS ? row.answers : {}), [key]: value }
    added = true
  }
  return added
}
