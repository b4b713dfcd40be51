/** Tokens of Elixir. https://hexdocs.pm/elixir/syntax-reference.html */
import type { Span } from '../../../types.js'

export interface ElixirToken extends Span {
  /** `alias` is `MyAppWeb.Router`, `label` is `to:`. A line break is a token where it may end an expression. */
  kind: 'name' | 'alias' | 'atom' | 'label' | 'text' | 'words' | 'number' | 'mark' | 'newline'
  /** Of a sigil what stands in it. */
  text: string
  /** White space stands before it, and behind it. */
  spaced: boolean
  spacedAfter: boolean
  /** Of a text with expressions in it: what stands between them, and where they stand. */
  pieces?: (string | Span)[]
}

const NAME = /(?:[a-z_\u00aa-\uffff][\w\u00aa-\uffff]*[?!]?|@[a-z_]\w*)/y
const ALIAS = /[A-Z]\w*(?:\.[A-Z]\w*)*/y
const ATOM = /:(?:[A-Za-z_][\w@]*[?!]?|[-+*/<>=!&|^.%{}[\]~]+)/y
const NUMBER = /\d[\d_]*(?:\.\d+(?:e[-+]?\d+)?)?\w*/y
const MARKS = ['<<<', '>>>', '<~>', '...', '===', '!==', '=~', '|>', '->', '<-', '<>', '<<', '>>', '++', '--', '&&', '||', '==', '!=',
  '<=', '>=', '::', '\\\\', '..', '=>', '%{', '//']
/** What is written behind one of these goes on the next line. */
const GOES_ON = new Set([',', '(', '[', '{', '%{', '<<', '|>', '->', '<-', '<>', '++', '--', '&&', '||', '==', '!=', '===', '=', '|',
  '::', '\\\\', '=>', '+', '-', '*', '/', '.', '!', '&', '%', '<', '>', '<=', '>=', '=~'])
const WORDS_GO_ON = new Set(['and', 'or', 'not', 'in', 'when'])
/** A line that begins with one of these goes on with the line before. */
const CONTINUES = /^(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*(?:\|>|<>|\+\+|--|&&|\|\||==|!=|=>|::|\\\\|\|(?!\|)|(?:and|or|when|in)\b)/
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

/** Tokens of a part of a text. Never throws; what has no end goes to the end of the part. */
export function elixirTokens(text: string, start = 0, end = text.length): ElixirToken[] {
  return new Lexer(text, start, end).tokens()
}

class Lexer {
  private readonly found: ElixirToken[] = []
  private spaced = true

  constructor(private readonly text: string, private at: number, private readonly end: number) {}

  tokens(): ElixirToken[] {
    while (this.at < this.end) {
      const character = this.text[this.at] as string
      if (character === '\n' || character === ';') this.lineBreak()
      else if (/\s/.test(character)) this.space()
      else if (character === '#') this.at = this.endOfLine()
      else this.token(character)
    }
    return this.found
  }

  private space(): void {
    this.at++
    this.spaced = true
    const last = this.found.at(-1)
    if (last) last.spacedAfter = true
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 || end > this.end ? this.end : end
  }

  private lineBreak(): void {
    const last = this.found.at(-1)
    const isSemicolon = this.text[this.at] === ';'
    this.space()
    if (last === undefined || last.kind === 'newline') return
    if (!isSemicolon) {
      if (last.kind === 'mark' && GOES_ON.has(last.text)) return
      if (last.kind === 'label' || (last.kind === 'name' && WORDS_GO_ON.has(last.text))) return
      if (CONTINUES.test(this.text.slice(this.at, this.at + 600))) return
    }
    this.found.push({ kind: 'newline', text: '\n', start: this.at - 1, end: this.at, spaced: true, spacedAfter: true })
  }

  private push(kind: ElixirToken['kind'], text: string, end: number, pieces?: ElixirToken['pieces']): void {
    const token: ElixirToken = { kind, text, start: this.at, end, spaced: this.spaced, spacedAfter: false }
    if (pieces && pieces.length > 1) token.pieces = pieces
    this.found.push(token)
    this.at = end
    this.spaced = false
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)?.[0] ?? null
  }

  private token(character: string): void {
    const { text, at } = this
    if (character === '"' || character === "'") return this.quoted(at)
    if (character === '~') {
      const sigil = /^~([a-z]|[A-Z]+)(?=["'([{<|/])/.exec(text.slice(at, at + 20))
      if (sigil) return this.sigil(sigil[1] as string)
    }
    if (character === '?' && /^\?(?:\\.|[^\s])/.test(text.slice(at, at + 3)) && !this.isAfterValue()) {
      return this.push('number', '', at + (text[at + 1] === '\\' ? 3 : 2))
    }
    if (character === ':') {
      if (text[at + 1] === '"') {
        const body = this.body(at + 2, '"', false)
        return this.push('atom', body.text, body.end)
      }
      const atom = text[at + 1] === ':' ? null : this.match(ATOM)
      if (atom) return this.push('atom', atom.slice(1), at + atom.length)
    }
    const name = this.match(NAME) ?? this.match(ALIAS)
    if (name) {
      const after = at + name.length
      if (text[after] === ':' && text[after + 1] !== ':' && !this.isAfterDot()) return this.push('label', name, after + 1)
      return this.push(/^[A-Z]/.test(name) ? 'alias' : 'name', name, after)
    }
    const number = this.match(NUMBER)
    if (number) return this.push('number', number, at + number.length)
    const mark = MARKS.find((each) => text.startsWith(each, at)) ?? character
    this.push('mark', mark, at + mark.length)
  }

  private isAfterValue(): boolean {
    return !this.spaced && ['name', 'alias', 'text', 'number'].includes(this.found.at(-1)?.kind ?? '')
  }

  private isAfterDot(): boolean {
    return this.found.at(-1)?.text === '.'
  }

  private quoted(at: number): void {
    const quote = this.text[at] as string
    const isHeredoc = this.text.startsWith(quote.repeat(3), at)
    const close = isHeredoc ? quote.repeat(3) : quote
    const { text, end, pieces } = this.body(at + close.length, close, false)
    // `"name": value`
    if (!isHeredoc && this.text[end] === ':' && /\s/.test(this.text[end + 1] ?? '')) return this.push('label', text, end + 1)
    this.push('text', text, end, pieces)
  }

  private sigil(letters: string): void {
    const open = this.at + 1 + letters.length
    const quote = this.text[open] as string
    const close = this.text.startsWith(quote.repeat(3), open) && /["']/.test(quote) ? quote.repeat(3) : CLOSING[quote] ?? quote
    const isRaw = letters === letters.toUpperCase()
    const { text, end, pieces } = this.body(open + (close.length === 3 ? 3 : 1), close, isRaw)
    const modifiers = /^[a-zA-Z]*/.exec(this.text.slice(end, end + 8))?.[0].length ?? 0
    this.push(letters.toLowerCase() === 'w' ? 'words' : 'text', text, end + modifiers, pieces)
  }

  /** What stands from an offset to its closing mark. */
  private body(from: number, close: string, isRaw: boolean): { text: string; end: number; pieces: (string | Span)[] } {
    const pieces: (string | Span)[] = []
    let piece = ''
    let at = from
    while (at < this.end && !this.text.startsWith(close, at)) {
      if (this.text[at] === '\\' && !isRaw) {
        piece += this.text[at + 1] ?? ''
        at += 2
      } else if (!isRaw && this.text.startsWith('#{', at)) {
        const end = this.closingBrace(at + 2)
        pieces.push(piece, { start: at + 2, end })
        piece = ''
        at = end + 1
      } else piece += this.text[at++]
    }
    pieces.push(piece)
    return { text: pieces.filter((each) => typeof each === 'string').join(''), end: Math.min(this.end, at + close.length), pieces }
  }

  private closingBrace(from: number): number {
    let depth = 0
    for (let at = from; at < this.end; at++) {
      if (this.text[at] === '{') depth++
      else if (this.text[at] === '}' && depth-- === 0) return at
    }
    return this.end
  }
}
