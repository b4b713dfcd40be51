/**
 * A large script without the parts that have nothing to do with tracker code: what code around the words of trackers
 * calls, and what calls that, is kept; the braces of all else are emptied. Bundles of several megabytes are mostly
 * libraries, and a syntax tree of one takes seconds and a gigabyte.
 */
import type { MappedText } from '../../parse/mapped-text.js'
import { piecesOf, type Piece, type Pieces } from '../../parse/pieces/pieces.js'

/** UTF-16 code units: scripts up to here are read whole. */
export const LARGE = 600_000
/**
 * UTF-16 code units of the bodies that are kept of a larger one: of tracker code and its users, with what these use, and
 * with fields and routes wherever they stand.
 */
const BUDGET = { near: 750_000, verbs: 450_000, makers: 30_000, all: 500_000, content: 250_000 }
/** How many calls away is near. */
const NEAR = 3
/** How many calls are followed from tracker code outwards to those who use it, and from there to what those use. */
const OUTWARDS = 5
const INWARDS = 2
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
  /** Offset in the code of the first part around tracker code that there was no room for; -1 when there was for all. */
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

class Selection {
  private readonly kept: Uint8Array
  /** UTF-16 code units in the bodies of each piece. */
  private readonly sizes: Int32Array
  private size = 0
  private left = -1
  private readonly leftOut = new Set<number>()
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
    const verbs = new Set(this.found.words.flatMap((word, id) => (VERB.test(word) ? [id] : [])))
    const told = pieces.flatMap((piece, index) => (this.has(piece, this.interesting) ? [index] : []))
    const isTold = new Set(told)
    const seeds = told.length === 0 ? told
      : pieces.flatMap(({ reads }, index) => (isTold.has(index) || reads.some((name) => verbs.has(name)) ? [index] : []))
    let kept = 0
    const inside = new Set<number>()
    let step = 0
    const bySize = [...told].sort((a, b) => (this.sizes[a] as number) - (this.sizes[b] as number) || a - b)
    for (const index of bySize) kept += this.keep(index, true, BUDGET.near)
    for (const edge of this.outwards(seeds)) {
      const isNear = step++ < NEAR
      if (step === 1) kept += this.keepShortest(edge, BUDGET.verbs)
      else for (const index of edge) kept += this.keep(index, isNear, isNear ? BUDGET.near : BUDGET.all)
      for (const index of edge) for (const other of this.taken(index)) inside.add(other)
      // What makes the things that tracker code uses is a call further, and short.
      if (step === 1) this.keepShortest([...inside].flatMap((index) => this.taken(index)), this.size + BUDGET.makers)
      for (const index of inside) this.keep(index, false)
    }
    this.inwards(inside)
    pieces.forEach((piece, index) => {
      const isOpen = this.kept[index] === 0 && piece.bodies.length > 0
      if (isOpen && this.has(piece, (text) => CONTENT.test(text))) this.keep(index, false, BUDGET.content)
    })
    return { code: this.narrowed(), left: this.left, leftOut: this.leftOut.size, kept }
  }

  /** How many were kept: as many as there is room for. */
  private keepShortest(indexes: readonly number[], budget: number): number {
    const bySize = [...indexes].sort((a, b) => (this.sizes[a] as number) - (this.sizes[b] as number) || a - b)
    return bySize.reduce((kept, index) => kept + this.keep(index, false, budget), 0)
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

  /** 1 when it is kept: as far as there is room. `counts`: it is told when there is none. */
  private keep(index: number, counts: boolean, budget = BUDGET.all): number {
    if (this.kept[index] !== 0) return 0
    const size = this.sizes[index] as number
    if (this.size + size > budget) {
      if (!counts) return 0
      if (this.left < 0) this.left = (this.found.pieces[index] as Piece).start
      this.leftOut.add(index)
      return 0
    }
    this.size += size
    this.kept[index] = 1
    return 1
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

  /** Tracker code, what uses it, what uses that, and so on. */
  private *outwards(seeds: readonly number[]): Generator<readonly number[]> {
    if (seeds.length === 0) return
    const { pieces } = this.found
    const users = new Map<number, number[]>()
    const readers = new Map<number, number[]>()
    const writers = new Map<number, number>()
    pieces.forEach((piece, index) => {
      for (const other of this.taken(index)) add(users, other, index)
      for (const name of piece.reads) add(readers, name, index)
      for (const name of piece.members) writers.set(name, (writers.get(name) ?? 0) + 1)
    })
    const seen = new Set(seeds)
    let edge: readonly number[] = seeds
    for (let step = 0; step < OUTWARDS && edge.length > 0; step++) {
      yield edge
      const next: number[] = []
      for (const index of edge) {
        const byName = (pieces[index] as Piece).members.flatMap((name) => {
          const list = readers.get(name) ?? []
          return (writers.get(name) ?? 0) > WRITERS || list.length > USERS ? [] : list
        })
        const byScope = users.get(index) ?? []
        // What is no function and shared by a few: a context, a store, a queue.
        const shared = step >= NEAR ? [] : this.taken(index).filter((other) => this.sizes[other] === 0)
          .flatMap((other) => (users.get(other) ?? []).length > SHARERS ? [] : users.get(other) ?? [])
        // What everybody uses has more to do with the library that it is of than with trackers.
        const around = [
          ...this.outer(index), ...(step > 0 && byScope.length > USERS ? [] : byScope), ...byName,
          ...shared,
        ]
        for (const user of around) {
          if (seen.has(user)) continue
          seen.add(user)
          next.push(user)
        }
      }
      edge = next
    }
  }

  /** What these use, and what that uses: nearest first, and as far as there is room. */
  private inwards(around: ReadonlySet<number>): void {
    const seen = new Set(around)
    let edge = [...around]
    for (let step = 0; step < INWARDS; step++) {
      const next: number[] = []
      for (const index of edge) {
        for (const other of this.taken(index)) {
          if (seen.has(other)) continue
          seen.add(other)
          next.push(other)
          this.keep(other, false)
        }
      }
      edge = next
    }
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
