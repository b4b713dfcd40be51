/** Which names a piece of a script gives to the pieces beside it, and which it takes from them. */
import { Kind, RESERVED, type Tokens } from './tokens.js'

/** Names are numbers of words. Each list holds a name once. */
export interface Names {
  /** Names of its scope that it declares or writes: `var send = …`, `send.later = …`. */
  declares: number[]
  /** Names of others that it gives a value somewhere inside: `var setUp = once(() => { send = … })`. */
  writes: number[]
  /** Ids of modules that it holds: `12: function …`, `'./send': …`, `register('k3', …)`. */
  modules: string[]
  /** Names it mentions and does not declare inside. */
  mentions: number[]
  /** Ids of modules that it may load: `load(12)`, `require('./send')`. */
  loads: string[]
  /** Names of members that it gives a value, and those that it reads; of at least four letters. */
  members: number[]
  reads: number[]
}

const [VAR, LET, CONST, FUNCTION, CLASS] = ['var', 'let', 'const', 'function', 'class'].map((word) => RESERVED.indexOf(word))
/** Parentheses before braces that hold no parameters. */
const CONDITIONS = new Set(['if', 'for', 'while', 'switch', 'with'].map((word) => RESERVED.indexOf(word)))
const SHORTEST_MEMBER = 4

const [DOT, COMMA, COLON, SEMICOLON, EQUALS, GREATER, STAR, PARENTHESIS, END, BRACE] = [...'.,:;=>*(){'].map((sign) => sign.charCodeAt(0))

/** Reads the pieces of one script, one after the other. */
export class NameReader {
  private from = 0
  private to = 0
  private skipped: ReadonlySet<number> = new Set()
  private names: Names = noNames()
  /** Names that are declared inside braces or by an arrow, by the token these begin with. */
  private readonly scopes = new Map<number, number[]>()
  /** 1 for tokens that a scope begins with. */
  private readonly begins: Uint8Array
  /** How many scopes around the place that is looked at declare a word. */
  private readonly hidden: Int32Array
  /** The last piece in which a word was noted, for each list. */
  private readonly noted: Readonly<Record<'own' | 'mentions' | 'writes' | 'members' | 'reads', Int32Array>>
  private piece = 0

  constructor(private readonly tokens: Tokens) {
    const { length } = tokens.words
    this.begins = new Uint8Array(tokens.count)
    this.hidden = new Int32Array(length)
    const none = (): Int32Array => new Int32Array(length)
    this.noted = { own: none(), mentions: none(), writes: none(), members: none(), reads: none() }
  }

  /** `skipped`: opening braces of groups that are read as pieces of their own. */
  read(from: number, to: number, skipped: ReadonlySet<number>): Names {
    this.from = from
    this.to = to
    this.skipped = skipped
    this.names = noNames()
    this.piece++
    this.scopes.clear()
    this.declare()
    this.mention()
    return this.names
  }

  private text(at: number): string {
    return this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at])
  }

  /** The number of the word of a name; -1 for other tokens. */
  private word(at: number): number {
    return this.tokens.kinds[at] === Kind.Name ? this.tokens.partners[at] as number : -1
  }

  /** The first character of a token; 0 outside the piece. */
  private sign(at: number): number {
    return at < this.from || at >= this.to ? 0 : this.tokens.signs[at] as number
  }

  private isArrow(at: number): boolean {
    return this.sign(at) === EQUALS && this.sign(at + 1) === GREATER && this.tokens.starts[at + 1] === (this.tokens.starts[at] as number) + 1
  }

  /** The next token; braces of groups of pieces are stepped over. */
  private next(at: number): number {
    return (this.skipped.size > 0 && this.skipped.has(at) ? this.tokens.partners[at] as number : at) + 1
  }

  private scopeAt(open: number): number[] {
    let names = this.scopes.get(open)
    if (!names) {
      this.scopes.set(open, names = [])
      this.begins[open] = 1
    }
    return names
  }

  private declare(): void {
    const { kinds } = this.tokens
    // Braces that are open, the innermost last, with whether a declaration with `var` is going on in them.
    const open: { at: number; lists: boolean }[] = [{ at: -1, lists: false }]
    for (let at = this.from; at < this.to; at = this.next(at)) {
      const kind = kinds[at] as Kind
      const inner = open[open.length - 1] as { at: number; lists: boolean }
      if (kind === Kind.Open && !this.skipped.has(at)) {
        open.push({ at, lists: false })
        if (this.sign(at) === PARENTHESIS) this.parameters(at)
      } else if (kind === Kind.Close) {
        if (open.length > 1 && !this.skipped.has(this.tokens.partners[at] as number)) open.pop()
      } else if (kind === Kind.Punctuator) {
        const sign = this.sign(at)
        if (sign === SEMICOLON) inner.lists = false
        else if (sign === COMMA && inner.lists) this.declared(at + 1, open)
      } else if (kind === Kind.Name && this.sign(at - 1) !== DOT) {
        const word = this.word(at)
        if (word === VAR || word === LET || word === CONST) {
          inner.lists = true
          this.declared(at + 1, open)
        } else if ((word === FUNCTION || word === CLASS) && this.sign(at + 1) !== PARENTHESIS) {
          this.declared(this.sign(at + 1) === STAR ? at + 2 : at + 1, open)
        } else if (this.isArrow(at + 1)) this.scopeAt(at).push(word)
      }
    }
    this.outer()
  }

  /** A name or a pattern that is declared in the innermost braces. */
  private declared(at: number, open: readonly { at: number }[]): void {
    if (at >= this.to) return
    let inner = open.length - 1
    while (inner > 0 && this.sign((open[inner] as { at: number }).at) !== BRACE) inner--
    const brace = (open[inner] as { at: number }).at
    const add = (word: number): void => {
      if (word < RESERVED.length) return
      ;(brace < 0 ? this.names.declares : this.scopeAt(brace)).push(word)
    }
    if (this.tokens.kinds[at] === Kind.Name) add(this.word(at))
    else if (this.tokens.kinds[at] === Kind.Open) this.pattern(at, add)
  }

  private pattern(open: number, add: (word: number) => void): void {
    const close = this.tokens.partners[open] as number
    for (let at = open + 1; at < close && at < this.to; at++) {
      if (this.tokens.kinds[at] === Kind.Name && this.sign(at + 1) !== COLON && this.sign(at - 1) !== DOT) add(this.word(at))
    }
  }

  /** `(a, { b }) => …`, `function (a) {`, `name(a) {`, `catch (a) {`: names of what follows. */
  private parameters(open: number): void {
    const close = this.tokens.partners[open] as number
    const isArrow = this.isArrow(close + 1)
    const body = isArrow ? close + 3 : close + 1
    const isBody = this.sign(body) === BRACE
    if (!isArrow && (!isBody || (this.sign(open - 1) !== 0 && CONDITIONS.has(this.word(open - 1))))) return
    const place = isBody && !this.skipped.has(body) ? body : open
    const names: number[] = []
    this.pattern(open, (word) => names.push(word))
    this.scopeAt(place).push(...names)
    if (isBody && place !== open) this.scopeAt(open).push(...this.scopeAt(place))
  }

  /** What stands at the beginning of the piece: a name that is written, a key of a table, a call that registers. */
  private outer(): void {
    const { kinds } = this.tokens
    const at = this.from
    const next = this.sign(at + 1)
    const first = this.word(at)
    if (first >= RESERVED.length && (next === EQUALS || next === DOT)) this.names.declares.push(first)
    // `var a, b;` goes on with a name alone.
    if (first >= RESERVED.length && this.to - at <= 2 && (next === 0 || next === COMMA || next === SEMICOLON)) this.names.declares.push(first)
    if (first >= RESERVED.length && next === EQUALS) this.names.writes.push(first)
    if (kinds[at] === Kind.Open) {
      // `const a = 1, { b } = …` goes on with a pattern.
      const behind = (this.tokens.partners[at] as number) + 1
      if (this.sign(behind) === EQUALS && !this.isArrow(behind)) this.pattern(at, (word) => this.names.declares.push(word))
    }
    const isKey = kinds[at] === Kind.Name || kinds[at] === Kind.Number || kinds[at] === Kind.Text
    if (isKey && (next === COLON || next === PARENTHESIS)) this.names.modules.push(unquoted(this.text(at)))
    for (let there = at; there < at + 6 && there + 2 < this.to; there++) {
      if (this.sign(there) === PARENTHESIS && kinds[there + 1] === Kind.Text && this.sign(there + 2) === COMMA) {
        this.names.modules.push(unquoted(this.text(there + 1)))
      }
    }
  }

  private mention(): void {
    const { tokens, names, hidden, begins, noted } = this
    const { kinds, partners } = tokens
    for (const word of names.declares) noted.own[word] = this.piece
    // Scopes around the place that is looked at, the innermost last, and where each ends.
    const scopes: number[] = []
    const ends: number[] = []
    const leave = (at: number): void => {
      while (ends.length > 0 && (ends[ends.length - 1] as number) <= at) {
        ends.pop()
        for (const word of this.scopes.get(scopes.pop() as number) ?? []) hidden[word] = (hidden[word] as number) - 1
      }
    }
    for (let at = this.from; at < this.to; at = this.next(at)) {
      leave(at)
      if (begins[at] === 1) {
        scopes.push(at)
        ends.push(this.endOf(at))
        for (const word of this.scopes.get(at) ?? []) hidden[word] = (hidden[word] as number) + 1
      }
      const kind = kinds[at] as Kind
      if (kind === Kind.Text || kind === Kind.Number) {
        const isOnly = this.sign(at - 1) === PARENTHESIS && this.sign(at + 1) === END
        if (isOnly || (kind === Kind.Number && this.sign(at - 1) === COLON)) names.loads.push(unquoted(this.text(at)))
        continue
      }
      if (kind !== Kind.Name) continue
      const word = partners[at] as number
      const before = this.sign(at - 1)
      const after = this.sign(at + 1)
      const isKey = (before === BRACE || before === COMMA) && (after === COLON || (after === PARENTHESIS && this.isMethod(at + 1)))
      if ((before === DOT && this.sign(at - 2) !== DOT) || isKey) {
        if ((tokens.ends[at] as number) - (tokens.starts[at] as number) < SHORTEST_MEMBER) continue
        this.note(isKey || (after === EQUALS && this.sign(at + 2) !== EQUALS) ? 'members' : 'reads', word)
      } else if (word >= RESERVED.length && noted.own[word] !== this.piece && hidden[word] === 0) {
        this.note('mentions', word)
        if (after === EQUALS && this.sign(at + 2) !== EQUALS && !this.isArrow(at + 1)) this.note('writes', word)
      }
    }
    leave(this.tokens.count)
  }

  private note(list: 'mentions' | 'writes' | 'members' | 'reads', word: number): void {
    const last = this.noted[list]
    if (last[word] === this.piece) return
    last[word] = this.piece
    this.names[list].push(word)
  }

  private isMethod(open: number): boolean {
    return this.sign((this.tokens.partners[open] as number) + 1) === BRACE
  }

  /** Where the scope ends that a token begins: with its braces, or, of an arrow, with what is around it. */
  private endOf(at: number): number {
    const { kinds, partners } = this.tokens
    if (kinds[at] === Kind.Open && this.sign(at) === BRACE) return partners[at] as number
    let there = kinds[at] === Kind.Open ? (partners[at] as number) + 1 : at + 1
    if (!this.isArrow(there)) return kinds[at] === Kind.Open && this.sign(there) === BRACE ? partners[there] as number : there
    for (there += 2; there < this.to; there++) {
      const kind = kinds[there] as Kind
      if (kind === Kind.Open) there = partners[there] as number
      else if (kind === Kind.Close || this.sign(there) === COMMA || this.sign(there) === SEMICOLON) return there
    }
    return this.to
  }
}

function noNames(): Names {
  return { declares: [], writes: [], modules: [], mentions: [], loads: [], members: [], reads: [] }
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text
}
