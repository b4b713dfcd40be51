/**
 * A large script without the parts that have nothing to do with tracker code: what code around the words of trackers
 * calls, and what calls that, is kept; the braces of all else are emptied. Bundles of several megabytes are mostly
 * libraries, and a syntax tree of one takes seconds and a gigabyte.
 */
import type { MappedText } from '../../parse/mapped-text.js'
import { piecesOf, type Piece, type Pieces } from '../../parse/pieces/pieces.js'
import { bundleOf } from './chunks.js'

/** UTF-16 code units: scripts up to here are read whole. */
export const LARGE = 600_000
/**
 * UTF-16 code units of the bodies that are kept of a larger one: near tracker code, farther away, and of fields and
 * routes wherever they stand.
 */
const BUDGET = { near: 540_000, far: 450_000, content: 250_000 }
/** So much of what is near is kept of a script that is just too large: the tokens of a larger one take more of a file's time. */
const MOST_NEAR = 900_000
const TOKENS = 0.08
/**
 * How far a piece is from tracker code, in calls: what uses it, what is used by it, what stands around it. What many use
 * has more to do with the library that it is of than with trackers, and a large piece takes the room of several; what
 * holds a tracker's word and is large is most often inside the vendor's own package.
 */
const COST = { verb: 1, user: 0.7, used: 0.7, around: 0.5, size: 1 / 24_000, toldSize: 1 / 8_000, popularity: 1 / 6 }
/** UTF-16 code units of what costs next to nothing, however many use it: what a compiler puts before everything. */
const TINY = 2000
/**
 * UTF-16 code units of modules that pass on what others hold, of what each name costs in one, and of what they pass on
 * that needs nothing else: the other files of a build take from these what they call.
 */
const PASSING = { all: 100_000, name: 110, leaf: 6000 }
const NEAR = 4.5
const FARTHEST = 7
/** A member that more pieces write is a name everybody uses. */
const WRITERS = 4
const USERS = 200
const SHARERS = 12
/** Methods of vendors' packages, which a build may have left without a name that tells them. */
const VERB = /^(?:track|trackEvent|track_\w+|identify|capture|captureMessage|logEvent|pageview|page_view|setUserId|addAction)$/
/** Fields, forms and routes: what a visitor fills in, and where. */
const CONTENT = /["'`](?:input|textarea|select|form|password|email|tel)["'`]|\bpath:\s*["'`]\/|\b(?:onSubmit|onChange)\b/

export interface Narrowed {
  code: MappedText
  /** Offset in the code of the nearest part around tracker code that there was no room for; -1 when there was for all. */
  left: number
  /** How many such parts there were, and how many were kept. */
  leftOut: number
  kept: number
}

/** Null for a script that has to be read whole: a small one, or one whose parts cannot be told from one another. */
export function narrow(code: MappedText, interesting: (text: string) => boolean): Narrowed | null {
  if (code.text.length <= LARGE) return null
  const found = piecesOf(code.text)
  return found && new Selection(code, found, interesting).run()
}

function roomFor(length: number): number {
  return Math.max(BUDGET.near, MOST_NEAR - (length - LARGE) * TOKENS)
}

class Selection {
  private readonly kept: Uint8Array
  /** UTF-16 code units in the bodies of each piece. */
  private readonly sizes: Int32Array
  private size = 0
  private left = -1
  /** Pieces that there was no room for. */
  private readonly leftOut = new Set<number>()
  private near = 0
  /** Modules that use tracker code, the nearest first. */
  private readonly modulesAround: number[] = []
  private readonly declaring: Map<number, number[]>[]
  private readonly writing: Map<number, number[]>[]
  private readonly modules = new Map<string, number[]>()
  private readonly takes: (readonly number[])[] = []

  constructor(
    private readonly code: MappedText, private readonly found: Pieces,
    private readonly interesting: (text: string) => boolean,
  ) {
    this.kept = new Uint8Array(found.pieces.length)
    this.sizes = Int32Array.from(found.pieces, ({ bodies }) => bodies.reduce((sum, { start, end }) => sum + end - start, 0))
    this.declaring = found.groups.map(() => new Map<number, number[]>())
    this.writing = found.groups.map(() => new Map<number, number[]>())
    found.pieces.forEach((piece, index) => {
      for (const name of piece.declares) add(this.declaring[piece.group] as Map<number, number[]>, name, index)
      for (const id of piece.modules) add(this.modules, id, index)
    })
    // Modules that are made when they are asked for write to names of those around them.
    found.pieces.forEach(({ group, writes }, index) => {
      for (let at = group; at >= 0; at = found.groups[at]?.parent ?? -1) {
        for (const name of writes) if (this.declaring[at]?.has(name)) add(this.writing[at] as Map<number, number[]>, name, index)
      }
    })
  }

  run(): Narrowed {
    const { pieces } = this.found
    const told = pieces.flatMap((piece, index) => (this.has(piece, this.interesting) ? [index] : []))
    if (told.length > 0) this.keepNearest(told)
    if (told.length > 0 && bundleOf(this.code.text) !== null) this.keepPassing()
    pieces.forEach((piece, index) => {
      const isOpen = this.kept[index] === 0 && piece.bodies.length > 0
      if (isOpen && this.has(piece, (text) => CONTENT.test(text))) this.keep(index, FARTHEST, BUDGET.content)
    })
    return { code: this.narrowed(), left: this.left, leftOut: this.leftOut.size, kept: this.near }
  }

  /**
   * Modules around tracker code that only pass on what others hold, the nearest first, and what these hold that needs
   * nothing else: the names of events that go with the calls.
   */
  private keepPassing(): void {
    const { pieces } = this.found
    const sizeOf = (index: number): number => this.sizes[index] as number
    const room = this.size + PASSING.all
    for (const index of this.modulesAround) {
      if (sizeOf(index) > (pieces[index] as Piece).loads.length * PASSING.name) continue
      this.keep(index, FARTHEST, room)
      for (const other of this.kept[index] === 1 ? this.taken(index) : []) {
        if (pieces[other]?.loads.length === 0 && sizeOf(other) <= PASSING.leaf) this.keep(other, FARTHEST, room)
      }
    }
  }

  /** Tells something of the piece's own text: what is told for itself is left out. */
  private has({ start, end, inner }: Piece, test: (text: string) => boolean): boolean {
    const { text } = this.code
    let done = start
    for (const span of inner) {
      if (test(text.slice(done, span.start))) return true
      done = span.end
    }
    return test(text.slice(done, end))
  }

  /** Keeps it as far as there is room. What is near counts: it is told when there is none. */
  private keep(index: number, cost: number, budget: number): void {
    if (this.kept[index] !== 0) return
    const size = this.sizes[index] as number
    const isNear = cost <= NEAR
    if (this.size + size > budget) {
      if (!isNear) return
      if (this.left < 0) this.left = (this.found.pieces[index] as Piece).start
      this.leftOut.add(index)
      return
    }
    this.size += size
    this.kept[index] = 1
    if (isNear) this.near++
  }

  /** The pieces that a name of a piece stands for: those of the nearest group around it that declares it. */
  private declarers(group: number, name: number): readonly number[] {
    for (let at = group; at >= 0; at = this.found.groups[at]?.parent ?? -1) {
      const found = this.declaring[at]?.get(name)
      if (found) return [...found, ...this.writing[at]?.get(name) ?? []]
    }
    return []
  }

  private taken(index: number): readonly number[] {
    let known = this.takes[index]
    if (!known) {
      const { group, mentions, loads } = this.found.pieces[index] as Piece
      const found = new Set<number>()
      for (const name of mentions) for (const other of this.declarers(group, name)) found.add(other)
      for (const id of loads) for (const other of this.modules.get(id) ?? []) found.add(other)
      found.delete(index)
      known = this.takes[index] = [...found]
    }
    return known
  }

  /** Pieces around a piece: those whose groups it stands in. */
  private outer(index: number): number[] {
    const { group } = this.found.pieces[index] as Piece
    const piece = this.found.groups[group]?.piece ?? -1
    return piece < 0 ? [] : [piece]
  }

  /** Tracker code, what uses it and what that uses, and so on: the nearest first. */
  private keepNearest(told: readonly number[]): void {
    const { pieces } = this.found
    const verbs = new Set(this.found.words.flatMap((word, id) => (VERB.test(word) ? [id] : [])))
    const users = new Map<number, number[]>()
    const readers = new Map<number, number[]>()
    const writers = new Map<number, number>()
    const nearest = new Nearest(pieces.length)
    const room = roomFor(this.code.text.length)
    for (const index of told) nearest.reach(index, (this.sizes[index] as number) * COST.toldSize)
    pieces.forEach((piece, index) => {
      for (const other of this.taken(index)) add(users, other, index)
      for (const name of piece.reads) add(readers, name, index)
      for (const name of piece.members) writers.set(name, (writers.get(name) ?? 0) + 1)
      if (piece.reads.some((name) => verbs.has(name))) nearest.reach(index, COST.verb + this.weight(index))
    })
    const shared = (count: number): number => Math.log2(1 + count) * COST.popularity
    const popularity = (index: number): number =>
      shared(users.get(index)?.length ?? 0) * Math.min(1, (this.sizes[index] as number) / TINY)
    for (let next = nearest.next(); next; next = nearest.next()) {
      const { index, cost, isUser } = next
      if (cost > NEAR && this.size > BUDGET.far) break
      this.keep(index, cost, cost <= NEAR ? room : BUDGET.far)
      const reach = (others: readonly number[], step: number, asUser: boolean): void => {
        for (const other of others) nearest.reach(other, cost + step + this.weight(other) + (asUser ? 0 : popularity(other)), asUser)
      }
      reach(this.taken(index), COST.used, false)
      if (!isUser) {
        // What is no function and shared by a few: a context, a store, a queue.
        const sharers = this.sizes[index] === 0 ? users.get(index) ?? [] : []
        if (sharers.length <= SHARERS) reach(sharers, COST.user, true)
        continue
      }
      if ((pieces[index] as Piece).modules.length > 0) this.modulesAround.push(index)
      const own = users.get(index) ?? []
      reach(this.outer(index), COST.around, true)
      reach(own, COST.user + shared(own.length), true)
      for (const name of (pieces[index] as Piece).members) {
        const list = readers.get(name) ?? []
        if ((writers.get(name) ?? 0) <= WRITERS && list.length <= USERS) reach(list, COST.user + shared(list.length), true)
      }
    }
  }

  private weight(index: number): number {
    return (this.sizes[index] as number) * COST.size
  }

  private narrowed(): MappedText {
    const { text, toFile } = this.code
    const parts: string[] = []
    let done = 0
    const bodies = this.found.pieces.flatMap((piece, index) => (this.kept[index] === 0 ? piece.bodies : []))
    for (const { start, end } of bodies.sort((a, b) => a.start - b.start)) {
      parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length)))
      done = end
    }
    parts.push(text.slice(done))
    return { text: parts.join(''), toFile: (offset) => toFile(offset) }
  }
}

function add<K>(map: Map<K, number[]>, key: K, item: number): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** How finely distances are told from one another. */
const STEPS = 16

/** The pieces that were reached, by their distance: once as what uses tracker code, once as what is used by such code. */
class Nearest {
  private readonly best: Int32Array
  private readonly buckets: number[][] = []
  private bucket = 0
  private at = 0

  constructor(count: number) {
    this.best = new Int32Array(count * 2).fill(FARTHEST * STEPS + 1)
  }

  reach(index: number, cost: number, isUser = true): void {
    const rank = Math.round(cost * STEPS)
    const state = index * 2 + (isUser ? 1 : 0)
    // Who uses tracker code is asked all that is asked of what such code uses.
    if (rank >= (this.best[state] as number) || rank >= (this.best[index * 2 + 1] as number)) return
    this.best[state] = rank;
    (this.buckets[rank] ??= []).push(state)
  }

  /** The nearest that was not given yet; null after the last. */
  next(): { index: number; cost: number; isUser: boolean } | null {
    for (; this.bucket < this.buckets.length; this.bucket++, this.at = 0) {
      const bucket = this.buckets[this.bucket]
      while (bucket && this.at < bucket.length) {
        const state = bucket[this.at++] as number
        if (this.best[state] === this.bucket) return { index: state >> 1, cost: this.bucket / STEPS, isUser: (state & 1) === 1 }
      }
    }
    return null
  }
}
