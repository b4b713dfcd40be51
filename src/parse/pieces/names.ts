/** Which names a piece of a script gives to the pieces beside it, and which it takes from them. */
import { Kind, type Tokens } from './tokens.js'

export interface Names {
  /** Names of its scope that it declares or writes: `var send = …`, `send.later = …`. */
  declares: string[]
  /** Ids of modules that it holds: `12: function …`, `'./send': …`, `register('k3', …)`. */
  modules: string[]
  /** Names it mentions and does not declare inside. */
  mentions: Set<string>
  /** Ids of modules that it may load: `load(12)`, `require('./send')`. */
  loads: Set<string>
  /** Names of members that it gives a value, and those that it reads; of at least four letters. */
  members: Set<string>
  reads: Set<string>
}

const RESERVED = new Set(('break case catch class const continue debugger default delete do else enum export extends false finally for '
  + 'function if import in instanceof let new null return static super switch this throw true try typeof var void while '
  + 'with yield async await of get set undefined arguments').split(' '))
/** Parentheses before braces that hold no parameters. */
const CONDITION = new Set(['if', 'for', 'while', 'switch', 'with'])
const SHORTEST_MEMBER = 4

/** `skipped`: opening braces of groups that are read as pieces of their own. */
export function readNames(tokens: Tokens, from: number, to: number, skipped: ReadonlySet<number>): Names {
  return new NameReader(tokens, from, to, skipped).read()
}

/** Names that are declared inside braces or by an arrow, and where that ends. */
interface Scope {
  names: Set<string>
  end: number
}

class NameReader {
  private readonly names: Names = {
    declares: [], modules: [], mentions: new Set(), loads: new Set(), members: new Set(), reads: new Set(),
  }
  /** Scopes by the token they begin with. */
  private readonly scopes = new Map<number, Set<string>>()

  constructor(
    private readonly tokens: Tokens, private readonly from: number, private readonly to: number,
    private readonly skipped: ReadonlySet<number>,
  ) {}

  read(): Names {
    this.declare()
    this.mention()
    return this.names
  }

  private text(at: number): string {
    return this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at])
  }

  /** The first character of a token; empty outside the piece. */
  private sign(at: number): string {
    return at < this.from || at >= this.to ? '' : this.tokens.text[this.tokens.starts[at] as number] as string
  }

  private isArrow(at: number): boolean {
    return this.sign(at) === '=' && this.sign(at + 1) === '>' && this.tokens.starts[at + 1] === (this.tokens.starts[at] as number) + 1
  }

  /** The next token; braces of groups of pieces are stepped over. */
  private next(at: number): number {
    return (this.skipped.has(at) ? this.tokens.partners[at] as number : at) + 1
  }

  private scopeAt(open: number): Set<string> {
    let names = this.scopes.get(open)
    if (!names) this.scopes.set(open, names = new Set())
    return names
  }

  private declare(): void {
    const { tokens } = this
    // Braces that are open, the innermost last, with whether a declaration with `var` is going on in them.
    const open: { at: number; lists: boolean }[] = [{ at: -1, lists: false }]
    for (let at = this.from; at < this.to; at = this.next(at)) {
      const kind = tokens.kinds[at] as Kind
      const inner = open[open.length - 1] as { at: number; lists: boolean }
      if (kind === Kind.Open && !this.skipped.has(at)) {
        open.push({ at, lists: false })
        if (this.sign(at) === '(') this.parameters(at)
      } else if (kind === Kind.Close) {
        if (open.length > 1 && !this.skipped.has(tokens.partners[at] as number)) open.pop()
      } else if (kind === Kind.Punctuator) {
        const sign = this.sign(at)
        if (sign === ';') inner.lists = false
        else if (sign === ',' && inner.lists) this.declared(at + 1, open)
      } else if (kind === Kind.Name && this.sign(at - 1) !== '.') {
        const word = this.text(at)
        if (word === 'var' || word === 'let' || word === 'const') {
          inner.lists = true
          this.declared(at + 1, open)
        } else if ((word === 'function' || word === 'class') && this.sign(at + 1) !== '(') {
          this.declared(this.sign(at + 1) === '*' ? at + 2 : at + 1, open)
        } else if (this.isArrow(at + 1)) this.scopeAt(at).add(word)
      }
    }
    this.outer()
  }

  /** A name or a pattern that is declared in the innermost braces. */
  private declared(at: number, open: readonly { at: number }[]): void {
    if (at >= this.to) return
    const brace = [...open].reverse().find((each) => each.at < 0 || this.sign(each.at) === '{')
    const add = (name: string): void => {
      if (RESERVED.has(name)) return
      if (brace === undefined || brace.at < 0) this.names.declares.push(name)
      else this.scopeAt(brace.at).add(name)
    }
    if (this.tokens.kinds[at] === Kind.Name) add(this.text(at))
    else if (this.tokens.kinds[at] === Kind.Open) this.pattern(at, add)
  }

  private pattern(open: number, add: (name: string) => void): void {
    const close = this.tokens.partners[open] as number
    for (let at = open + 1; at < close && at < this.to; at++) {
      if (this.tokens.kinds[at] === Kind.Name && this.sign(at + 1) !== ':' && this.sign(at - 1) !== '.') add(this.text(at))
    }
  }

  /** `(a, { b }) => …`, `function (a) {`, `name(a) {`, `catch (a) {`: names of what follows. */
  private parameters(open: number): void {
    const close = this.tokens.partners[open] as number
    const isArrow = this.isArrow(close + 1)
    const body = isArrow ? close + 3 : close + 1
    const isBody = this.sign(body) === '{'
    if (!isArrow && (!isBody || (this.sign(open - 1) !== '' && CONDITION.has(this.text(open - 1))))) return
    const names = this.scopeAt(isBody && !this.skipped.has(body) ? body : open)
    this.pattern(open, (name) => names.add(name))
    if (isBody) for (const name of names) this.scopeAt(open).add(name)
  }

  /** What stands at the beginning of the piece: a name that is written, a key of a table, a call that registers. */
  private outer(): void {
    const { kinds } = this.tokens
    const at = this.from
    const next = this.sign(at + 1)
    if (kinds[at] === Kind.Name && /[=.]/.test(next) && !RESERVED.has(this.text(at))) this.names.declares.push(this.text(at))
    if (kinds[at] === Kind.Open) {
      // `const a = 1, { b } = …` goes on with a pattern.
      const behind = (this.tokens.partners[at] as number) + 1
      if (this.sign(behind) === '=' && !this.isArrow(behind)) this.pattern(at, (name) => this.names.declares.push(name))
    }
    const isKey = kinds[at] === Kind.Name || kinds[at] === Kind.Number || kinds[at] === Kind.Text
    if (isKey && (next === ':' || next === '(')) this.names.modules.push(unquoted(this.text(at)))
    for (let there = at; there < at + 6 && there + 2 < this.to; there++) {
      if (this.sign(there) === '(' && kinds[there + 1] === Kind.Text && this.sign(there + 2) === ',') {
        this.names.modules.push(unquoted(this.text(there + 1)))
      }
    }
  }

  private mention(): void {
    const { tokens, names } = this
    const own = new Set(names.declares)
    const scopes: Scope[] = []
    for (let at = this.from; at < this.to; at = this.next(at)) {
      while (scopes.length > 0 && (scopes[scopes.length - 1] as Scope).end <= at) scopes.pop()
      const declared = this.scopes.get(at)
      if (declared) scopes.push({ names: declared, end: this.endOf(at) })
      const kind = tokens.kinds[at] as Kind
      if (kind === Kind.Text || kind === Kind.Number) {
        if (this.sign(at - 1) === '(' && this.sign(at + 1) === ')') names.loads.add(unquoted(this.text(at)))
        else if (kind === Kind.Number && this.sign(at - 1) === ':') names.loads.add(this.text(at))
        continue
      }
      if (kind !== Kind.Name) continue
      const before = this.sign(at - 1)
      const after = this.sign(at + 1)
      const isKey = (before === '{' || before === ',') && (after === ':' || (after === '(' && this.isMethod(at + 1)))
      if ((before === '.' && this.sign(at - 2) !== '.') || isKey) {
        this.member(at, isKey || (after === '=' && this.sign(at + 2) !== '='))
        continue
      }
      const word = this.text(at)
      if (own.has(word) || RESERVED.has(word) || scopes.some((scope) => scope.names.has(word))) continue
      names.mentions.add(word)
    }
  }

  private isMethod(open: number): boolean {
    return this.sign((this.tokens.partners[open] as number) + 1) === '{'
  }

  private member(at: number, isWritten: boolean): void {
    const { starts, ends } = this.tokens
    if ((ends[at] as number) - (starts[at] as number) < SHORTEST_MEMBER) return
    ;(isWritten ? this.names.members : this.names.reads).add(this.text(at))
  }

  /** Where the scope ends that a token begins: with its braces, or, of an arrow, with what is around it. */
  private endOf(at: number): number {
    const { kinds, partners } = this.tokens
    if (kinds[at] === Kind.Open && this.sign(at) === '{') return partners[at] as number
    let there = kinds[at] === Kind.Open ? (partners[at] as number) + 1 : at + 1
    if (!this.isArrow(there)) return kinds[at] === Kind.Open && this.sign(there) === '{' ? partners[there] as number : there
    for (there += 2; there < this.to; there++) {
      const kind = kinds[there] as Kind
      if (kind === Kind.Open) there = partners[there] as number
      else if (kind === Kind.Close || this.sign(there) === ',' || this.sign(there) === ';') return there
    }
    return this.to
  }
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text
}
