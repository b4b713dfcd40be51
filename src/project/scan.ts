/**
 * The first, cheap look: does a file contain any of a set of words at all? One automaton for all words, one table
 * look-up a byte, whatever their number.
 * Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975).
 */

export interface WordScanner {
  /** True when at least one word occurs in the UTF-8 bytes. */
  inBytes(bytes: Uint8Array): boolean
  inText(text: string): boolean
}

/** Words must be ASCII and not empty. Case matters. */
export function createScanner(words: Iterable<string>): WordScanner {
  const list = [...new Set(words)].filter((word) => word !== '')
  if (list.length === 0) return { inBytes: () => false, inText: () => false }
  // Made when the first text is looked at: what is known from before need not be looked at.
  let made: Automaton | undefined
  return {
    inBytes(bytes) {
      const { classes, table, firstAccepting } = (made ??= automaton(list))
      let state = 0
      for (let at = 0; at < bytes.length; at++) {
        state = table[state + (classes[bytes[at] as number] as number)] as number
        if (state >= firstAccepting) return true
      }
      return false
    },
    inText(text) {
      const { classes, table, firstAccepting } = (made ??= automaton(list))
      let state = 0
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        state = table[state + (code < 256 ? (classes[code] as number) : 0)] as number
        if (state >= firstAccepting) return true
      }
      return false
    },
  }
}

interface Automaton {
  /** Class of each byte; 0 for bytes no word holds. */
  classes: Uint8Array
  /** State transitions; a state is the index of its row. */
  table: Int32Array
  /** States from here on have seen a word. */
  firstAccepting: number
}

function automaton(words: readonly string[]): Automaton {
  const classes = new Uint8Array(256)
  let width = 1
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      if (classes[code] === 0) classes[code] = width++
    }
  }
  const children: Map<number, number>[] = [new Map()]
  const accepts = [false]
  for (const word of words) {
    let state = 0
    for (let at = 0; at < word.length && !accepts[state]; at++) {
      const kind = classes[word.charCodeAt(at)] as number
      let next = children[state]?.get(kind)
      if (next === undefined) {
        next = children.push(new Map()) - 1
        accepts.push(false)
        children[state]?.set(kind, next)
      }
      state = next
    }
    accepts[state] = true
  }
  return complete(classes, width, children, accepts)
}

/** Fills in where each state goes when no child fits, breadth first, and numbers accepting states last. */
function complete(classes: Uint8Array, width: number, children: readonly Map<number, number>[], accepts: boolean[]): Automaton {
  const count = children.length
  const go = new Int32Array(count * width)
  const fallback = new Int32Array(count)
  const order: number[] = [0]
  for (const state of order) {
    accepts[state] ||= accepts[fallback[state] as number] as boolean
    for (let kind = 0; kind < width; kind++) {
      const child = children[state]?.get(kind)
      const otherwise = state === 0 ? 0 : (go[(fallback[state] as number) * width + kind] as number)
      go[state * width + kind] = child ?? otherwise
      if (child === undefined) continue
      fallback[child] = otherwise
      order.push(child)
    }
  }
  const numbered = [...order.filter((state) => !accepts[state]), ...order.filter((state) => accepts[state])]
  const rows = new Int32Array(count)
  numbered.forEach((state, index) => (rows[state] = index * width))
  const table = new Int32Array(count * width)
  for (let state = 0; state < count; state++) {
    for (let kind = 0; kind < width; kind++) table[(rows[state] as number) + kind] = rows[go[state * width + kind] as number] as number
  }
  return { classes, table, firstAccepting: order.filter((state) => !accepts[state]).length * width }
}
