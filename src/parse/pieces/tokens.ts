/**
 * The tokens of a script by kind and place, without a syntax tree: a bundle of several megabytes is looked over with it
 * before it is known which parts are worth a tree. Templates are split at their expressions; regular expressions are
 * told from divisions by what stands before them.
 */

export const enum Kind { Name = 1, Number, Text, Template, Expression, Punctuator, Open, Close }

export interface Tokens {
  text: string
  count: number
  kinds: Uint8Array
  /** The first character of each token; 0 beyond ASCII. */
  signs: Uint8Array
  /** Offsets in the text; a token ends before the next one at the latest. */
  starts: Int32Array
  ends: Int32Array
  /** For brackets, the index of the other one; `${` and its `}` are brackets as well. For names, the index of its word. */
  partners: Int32Array
  /** Each name that occurs, once: a bundle says the same few over and over. Those of the language come first. */
  words: readonly string[]
}

/** Words of the language that are no names, by their numbers. */
export const RESERVED = ('break case catch class const continue debugger default delete do else enum export extends false finally for '
  + 'function if import in instanceof let new null return static super switch this throw true try typeof var void while '
  + 'with yield async await of get set undefined arguments').split(' ')

const REGEXP_AFTER = new Set([
  'return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'else', 'do', 'instanceof', 'yield', 'await',
])
const CONDITION = new Set(['if', 'while', 'for', 'with'])

/** Null for a text whose brackets do not fit: it is no script, or one that is read wrong. */
export function tokensOf(text: string): Tokens | null {
  const scanner = new Scanner(text)
  return scanner.run() ? scanner.tokens() : null
}

class Scanner {
  private count = 0
  // Most scripts have fewer tokens; what is not touched of an array costs nothing.
  private kinds: Uint8Array
  private signs: Uint8Array
  private starts: Int32Array
  private ends: Int32Array
  private partners: Int32Array
  private readonly open: number[] = []
  private readonly words = new Words()
  private at = 0

  constructor(private readonly text: string) {
    const size = (text.length >> 1) + 16
    this.kinds = new Uint8Array(size)
    this.signs = new Uint8Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.partners = new Int32Array(size)
  }

  tokens(): Tokens {
    const { text, count, kinds, signs, starts, ends, partners, words } = this
    return { text, count, kinds, signs, starts, ends, partners, words: words.list }
  }

  run(): boolean {
    const { text } = this
    while (this.at < text.length) {
      const start = this.at
      const code = text.charCodeAt(start)
      if (code <= 32 || isSpace(code)) this.at++
      else if (isNameCode(code)) this.name(start, code)
      else if (code === 34 || code === 39) {
        if (!this.string(start, code)) return false
      } else if (code === 96) {
        if (!this.template(start)) return false
      } else if (code === 47) {
        if (!this.slash(start)) return false
      } else if (code === 40 || code === 91 || code === 123) this.opens(start, start + 1)
      else if (code === 41 || code === 93 || code === 125) {
        if (!this.closes(start, code)) return false
      } else {
        this.at++
        this.add(Kind.Punctuator, start)
      }
    }
    return this.open.length === 0
  }

  private add(kind: Kind, start: number): void {
    if (this.count === this.kinds.length) this.grow()
    const code = this.text.charCodeAt(start)
    this.kinds[this.count] = kind
    this.signs[this.count] = code < 128 ? code : 0
    this.starts[this.count] = start
    this.ends[this.count] = this.at
    this.count++
  }

  private grow(): void {
    const wider = <T extends Uint8Array | Int32Array>(old: T, made: T): T => {
      made.set(old)
      return made
    }
    const size = this.count * 2
    this.kinds = wider(this.kinds, new Uint8Array(size))
    this.signs = wider(this.signs, new Uint8Array(size))
    this.starts = wider(this.starts, new Int32Array(size))
    this.ends = wider(this.ends, new Int32Array(size))
    this.partners = wider(this.partners, new Int32Array(size))
  }

  private name(start: number, first: number): void {
    const { text } = this
    let at = start + 1
    let hash = first
    for (let code = text.charCodeAt(at); isNameCode(code); code = text.charCodeAt(++at)) hash = (hash * 31 + code) | 0
    const isNumber = first >= 48 && first <= 57
    if (isNumber && text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
      do at++; while (isNameCode(text.charCodeAt(at)))
    }
    this.at = at
    this.add(isNumber ? Kind.Number : Kind.Name, start)
    if (!isNumber) this.partners[this.count - 1] = this.words.indexOf(text, start, at, hash)
  }

  private string(start: number, quote: number): boolean {
    const { text } = this
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 92) at++
      else if (code === quote) {
        this.at = at + 1
        this.add(Kind.Text, start)
        return true
      } else if (code === 10) return false
    }
    return false
  }

  /** From a back-tick or the end of an expression to the next expression or the end of the template. */
  private template(start: number): boolean {
    const { text } = this
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 92) at++
      else if (code === 96) {
        this.at = at + 1
        this.add(Kind.Template, start)
        return true
      } else if (code === 36 && text.charCodeAt(at + 1) === 123) {
        this.at = at
        this.add(Kind.Template, start)
        this.opens(at, at + 2)
        return true
      }
    }
    return false
  }

  private opens(start: number, end: number): void {
    this.at = end
    this.open.push(this.count)
    this.add(Kind.Open, start)
  }

  private closes(start: number, code: number): boolean {
    const partner = this.open.pop()
    if (partner === undefined) return false
    const opened = this.text.charCodeAt(this.starts[partner] as number)
    const fits = opened === 40 ? code === 41 : opened === 91 ? code === 93 : code === 125
    if (!fits) return false
    this.at = start + 1
    this.add(Kind.Close, start)
    this.partners[partner] = this.count - 1
    this.partners[this.count - 1] = partner
    return opened !== 36 || this.template(start)
  }

  private slash(start: number): boolean {
    const { text } = this
    const next = text.charCodeAt(start + 1)
    if (next === 47) {
      const end = text.indexOf('\n', start)
      this.at = end < 0 ? text.length : end
      return true
    }
    if (next === 42) {
      const end = text.indexOf('*/', start + 2)
      this.at = end + 2
      return end >= 0
    }
    if (!this.mayBeExpression()) {
      this.at++
      this.add(Kind.Punctuator, start)
      return true
    }
    let isClass = false
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 92) at++
      else if (code === 10) return false
      else if (code === 91) isClass = true
      else if (code === 93) isClass = false
      else if (code === 47 && !isClass) {
        this.at = at + 1
        while (isNameCode(text.charCodeAt(this.at))) this.at++
        this.add(Kind.Expression, start)
        return true
      }
    }
    return false
  }

  private mayBeExpression(): boolean {
    const last = this.count - 1
    if (last < 0) return true
    const start = this.starts[last] as number
    switch (this.kinds[last] as Kind) {
      case Kind.Name: return REGEXP_AFTER.has(this.text.slice(start, this.ends[last])) && this.text[start - 1] !== '.'
      case Kind.Number: case Kind.Text: case Kind.Template: case Kind.Expression: return false
      case Kind.Close: {
        if (this.text.charCodeAt(start) === 125) return true
        const before = (this.partners[last] as number) - 1
        return this.text.charCodeAt(start) === 41 && before >= 0 && this.kinds[before] === Kind.Name
          && CONDITION.has(this.text.slice(this.starts[before], this.ends[before]))
      }
      default: {
        const code = this.text.charCodeAt(start)
        // `i++ / 2`
        const isTwice = this.text.charCodeAt(start - 1) === code && this.starts[last - 1] === start - 1
        return !((code === 43 || code === 45) && isTwice)
      }
    }
  }
}

/** A table of words by their hash, which is known when they are read: none is made twice. */
class Words {
  readonly list: string[] = []
  private readonly hashes: number[] = []
  private table = new Int32Array(1 << 12).fill(-1)

  constructor() {
    for (const word of RESERVED) {
      let hash = word.charCodeAt(0)
      for (let at = 1; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) | 0
      this.indexOf(word, 0, word.length, hash)
    }
  }

  indexOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.table.length - 1
    let slot = mixed(hash) & mask
    for (let found = this.table[slot] as number; found >= 0; found = this.table[slot] as number) {
      if (this.hashes[found] === hash && this.isWord(found, text, start, end)) return found
      slot = (slot + 1) & mask
    }
    const index = this.list.push(text.slice(start, end)) - 1
    this.hashes.push(hash)
    this.table[slot] = index
    if (this.list.length * 2 > this.table.length) this.grow()
    return index
  }

  private isWord(index: number, text: string, start: number, end: number): boolean {
    const word = this.list[index] as string
    if (word.length !== end - start) return false
    for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
    return true
  }

  private grow(): void {
    const table = this.table = new Int32Array(this.table.length * 2).fill(-1)
    const mask = table.length - 1
    this.hashes.forEach((hash, index) => {
      let slot = mixed(hash) & mask
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask
      table[slot] = index
    })
  }
}

/** Names that are alike have hashes that are alike, which would stand side by side: Knuth's multiplication spreads them. */
function mixed(hash: number): number {
  return Math.imul(hash, 0x9E3779B1) >>> 8
}

/** Letters, digits, `$`, `_`, `#`, escapes and everything beyond ASCII. */
function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    || code === 36 || code === 95 || code === 35 || code === 92 || (code > 127 && !isSpace(code))
}

function isSpace(code: number): boolean {
  return code === 0xA0 || code === 0xFEFF || code === 0x2028 || code === 0x2029
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
