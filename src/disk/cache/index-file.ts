/** The list of what a cache holds: one file with a digest of itself at its beginning. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptAnswer } from '../../project/store.js'
import { writeWhole, type Slice } from './packs.js'

/** What is kept of one content of one file. */
export interface KeptRow {
  /** Number of the last writing run that used it. */
  used: number
  /** What the first look found: an index of `looks`. */
  look?: number
  answers?: Record<string, KeptAnswer>
  facts?: Slice
}

export interface CacheIndex {
  /** Counts runs that wrote. */
  run: number
  /** Keys of the groups of words that the first looks were for. */
  groups: string[]
  /** What first looks found, each once: indices of `groups`. */
  looks: number[][]
  /** Path → how it looked on the disk, and the id of its content then. */
  stats: Record<string, [version: string, id: string]>
  /** `ID PATH` → what is known of it. */
  rows: Record<string, KeptRow>
  /** Results by what they depend on, the newest last. */
  results: [key: string, value: unknown][]
}

export function emptyIndex(): CacheIndex {
  return { run: 0, groups: [], looks: [], stats: {}, rows: {}, results: [] }
}

const NAME = 'index.json'

function headOf(tool: string, body: string): string {
  return `pixelward cache 2 ${tool} ${createHash('sha1').update(body).digest('hex')}\n`
}

/** An empty one when there is none, when it is damaged, or when another pixelward wrote it. */
export function readIndexFile(folder: string, tool: string): CacheIndex {
  try {
    const text = readFileSync(join(folder, NAME), 'utf8')
    const end = text.indexOf('\n') + 1
    const body = text.slice(end)
    return text.slice(0, end) === headOf(tool, body) ? JSON.parse(body) as CacheIndex : emptyIndex()
  } catch {
    return emptyIndex()
  }
}

export function writeIndexFile(folder: string, tool: string, index: CacheIndex): void {
  const body = JSON.stringify(index)
  writeWhole(join(folder, NAME), headOf(tool, body) + body)
}
