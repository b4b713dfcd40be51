/**
 * The first, cheap look: which of the words that questions are about does a file contain at all? One automaton for all
 * words of all questions, one table look-up a byte, whatever their number.
 * Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975).
 */

export interface WordScanner {
  /** True when at least one word occurs in the UTF-8 bytes. */
  inBytes(bytes: Uint8Array): boolean
  inText(text: string): boolean
}

/** Words must be ASCII and not empty. Case matters. */
export function createScanner(words: Iterable<string>): WordScanner {
  // Made when the first text is looked at: what is known from before need not be looked at.
  let made: Automaton | undefined
  const automaton = (): Automaton => (made ??= new Automaton([[...words]]))
  return {
    inBytes: (bytes) => automaton().inBytes(bytes, 0).has(0),
    inText: (text) => automaton().inText(text, 0).has(0),
  }
}

/** A table entry that was not computed yet. */
const UNKNOWN = -1
/** Added to a state in which a word ends. */
const ENDS = 1 << 30

/** UTF-16 code units. */
const SHORT = 2_000

const utf8 = new TextEncoder()

/** Finds groups of words. The table is filled in where texts lead: most of it is never needed. */
export class Automaton {
  /** Class of each byte; 0 for bytes no word holds. */
  readonly #classes = new Uint8Array(256)
  readonly #width: number
  /** From row and class to the next row; a state is the index of its row. */
  readonly #table: Int32Array
  readonly #children: Map<number, number>[] = [new Map()]
  readonly #parent: number[] = [0]
  /** The class that leads from the parent here. */
  readonly #byClass: number[] = [0]
  readonly #fallback: (number | undefined)[] = [0]
  /** Groups of which a word ends in a state; those of its fallbacks are added when they are first asked for. */
  readonly #ends = new Map<number, Set<number>>()
  readonly #allEnds = new Map<number, readonly number[]>()

  constructor(groups: readonly (readonly string[])[]) {
    let width = 1
    for (const words of groups) {
      for (const word of words) {
        for (let at = 0; at < word.length; at++) {
          const code = word.charCodeAt(at)
          if (this.#classes[code] === 0) this.#classes[code] = width++
        }
      }
    }
    this.#width = width
    for (const [group, words] of groups.entries()) for (const word of words) if (word !== '') this.#add(word, group)
    this.#table = new Int32Array(this.#children.length * width).fill(UNKNOWN)
  }

  /** Numbers of the groups of which a word occurs; no more than that of `wanted` once it is found. */
  inBytes(bytes: Uint8Array, wanted = -1): ReadonlySet<number> {
    const found = new Set<number>()
    const classes = this.#classes
    const table = this.#table
    let row = 0
    for (let at = 0; at < bytes.length; at++) {
      const kind = classes[bytes[at] as number] as number
      const next = table[row + kind] as number
      if (next >= 0 && next < ENDS) {
        row = next
        continue
      }
      row = this.#follow(row, kind, found)
      if (found.has(wanted)) return found
    }
    return found
  }

  /** The same of a text. Words are ASCII, so that other characters are none of theirs. */
  inText(text: string, wanted = -1): ReadonlySet<number> {
    // Most texts are short, and encoding one takes longer than looking through it.
    if (text.length > SHORT) return this.inBytes(utf8.encode(text), wanted)
    const found = new Set<number>()
    let row = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const kind = code < 128 ? this.#classes[code] as number : 0
      const next = this.#table[row + kind] as number
      if (next >= 0 && next < ENDS) row = next
      else {
        row = this.#follow(row, kind, found)
        if (found.has(wanted)) return found
      }
    }
    return found
  }

  #add(word: string, group: number): void {
    let state = 0
    for (let at = 0; at < word.length; at++) {
      const kind = this.#classes[word.charCodeAt(at)] as number
      let next = this.#children[state]?.get(kind)
      if (next === undefined) {
        next = this.#children.push(new Map()) - 1
        this.#parent.push(state)
        this.#byClass.push(kind)
        this.#fallback.push(undefined)
        this.#children[state]?.set(kind, next)
      }
      state = next
    }
    const ends = this.#ends.get(state)
    if (ends) ends.add(group)
    else this.#ends.set(state, new Set([group]))
  }

  /** The next row; notes the groups of words that end there. */
  #follow(row: number, kind: number, found: Set<number>): number {
    const state = this.#next(row / this.#width, kind)
    const ends = this.#endsIn(state)
    const next = state * this.#width
    this.#table[row + kind] = ends.length > 0 ? next + ENDS : next
    for (const group of ends) found.add(group)
    return next
  }

  #next(state: number, kind: number): number {
    const known = this.#table[state * this.#width + kind] as number
    if (known !== UNKNOWN) return (known & ~ENDS) / this.#width
    const child = this.#children[state]?.get(kind)
    return child ?? (state === 0 ? 0 : this.#next(this.#fallbackOf(state), kind))
  }

  /** The state of the longest end of what led here that is the beginning of a word as well. */
  #fallbackOf(state: number): number {
    const known = this.#fallback[state]
    if (known !== undefined) return known
    const parent = this.#parent[state] as number
    const found = parent === 0 ? 0 : this.#next(this.#fallbackOf(parent), this.#byClass[state] as number)
    this.#fallback[state] = found
    return found
  }

  #endsIn(state: number): readonly number[] {
    let ends = this.#allEnds.get(state)
    if (!ends) {
      const own = this.#ends.get(state) ?? []
      ends = state === 0 ? [] : [...new Set([...own, ...this.#endsIn(this.#fallbackOf(state))])]
      this.#allEnds.set(state, ends)
    }
    return ends
  }
}
