/** Tokens of Ruby. https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html */
import type { Span } from '../../../types.js'

export interface RubyToken extends Span {
  /**
   * `label` is `to:` of a named argument, `words` and `symbols` are `%w[…]` and `%i[…]`. A line break is a token where it
   * may end a statement.
   */
  kind: 'name' | 'constant' | 'variable' | 'number' | 'text' | 'symbol' | 'label' | 'words' | 'symbols' | 'regex' | 'mark' | 'newline'
  text: string
  /** White space stands before it, and behind it. */
  spaced: boolean
  spacedAfter: boolean
  /** Of a text with expressions in it: what stands between them, and where they stand. */
  pieces?: (string | Span)[]
}

const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const NUMBER = /\d[\d_]*(?:\.\d+)?\w*/y
const VARIABLE = /@@?[A-Za-z_]\w*|\$(?:[A-Za-z_]\w*|\S)/y
const SYMBOL = /:(?:[A-Za-z_]\w*[?!=]?(?![=~>])|[A-Za-z_]\w*[?!]?|\[\]=?|<=>|===?|=~|<<|>>|[+\-*/%<>!~^|&]=?)/y
const HEREDOC = /<<([~-]?)(?:(["'`])([^"'`\n]+)\2|([A-Z_][A-Za-z_0-9]*))/y
const MARKS = new Set(['**=', '<=>', '===', '...', '<<=', '>>=', '&&=', '||=', '&.', '**', '::', '=>', '->', '==', '!=',
  '=~', '!~', '<=', '>=', '&&', '||', '<<', '>>', '+=', '-=', '*=', '/=', '%=', '|=', '&=', '..'])
/** A line that ends with one of these goes on. */
const GOES_ON =
  /^(?:[,+*/%=|&.([{<>!~^:?-]|\*\*|=>|->|==|!=|=~|<=|>=|&&|\|\||<<|[-+*/|&]=|\|\|=|&&=|&\.|::|and|or|not)$/
/** Words behind which a value begins. */
const BEFORE_VALUE =
  new Set(['if', 'unless', 'while', 'until', 'and', 'or', 'not', 'return', 'when', 'in', 'do', 'then', 'else', 'elsif',
    'case', 'puts', 'yield', 'rescue', 'ensure', 'begin', 'next', 'break'])
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

/** Tokens of a text. Never throws; what has no end goes to the end of the text. */
export function rubyTokens(text: string): RubyToken[] {
  return new Lexer(text).tokens()
}

interface Heredoc {
  token: RubyToken
  name: string
  isRaw: boolean
  isIndented: boolean
}

class Lexer {
  private readonly found: RubyToken[] = []
  private at = 0
  private spaced = true
  private pending: Heredoc[] = []

  constructor(private readonly text: string) {}

  tokens(): RubyToken[] {
    const { text } = this
    if (text.charCodeAt(0) === 0xfeff) this.at = 1
    while (this.at < text.length) {
      const character = text[this.at] as string
      if (character === '\n') this.lineBreak()
      else if (character === ' ' || character === '\t' || character === '\r') this.space()
      else if (character === '#') this.at = this.endOfLine(this.at)
      else if (character === '\\' && /^\\\r?\n/.test(text.slice(this.at, this.at + 3))) {
        this.at = this.endOfLine(this.at) + 1
      }
      else if (character === ';') this.push('newline', ';', this.at + 1)
      else if (this.startsLine() && text.startsWith('=begin', this.at)) this.skipTo(/^=end\b.*$/gm)
      else if (this.startsLine() && /^__END__\r?$/m.test(text.slice(this.at, this.endOfLine(this.at)))) break
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

  private startsLine(): boolean {
    return this.at === 0 || this.text[this.at - 1] === '\n'
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from)
    return end < 0 ? this.text.length : end
  }

  private skipTo(pattern: RegExp): void {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    this.at = found ? found.index + found[0].length : this.text.length
  }

  private lineBreak(): void {
    const last = this.found.at(-1)
    if (last) last.spacedAfter = true
    this.spaced = true
    this.at++
    for (const heredoc of this.pending.splice(0)) this.body(heredoc)
    const goesOn = last === undefined || last.kind === 'newline'
      || (last.kind !== 'text' && last.kind !== 'symbol' && GOES_ON.test(last.text))
    // A line that begins with a method goes on with the line before, comments between them or not.
    if (goesOn || /^(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*(?:&?\.[A-Za-z_])/.test(this.text.slice(this.at, this.at + 600))) {
      return
    }
    this.found.push({ kind: 'newline', text: '\n', start: this.at - 1, end: this.at, spaced: true, spacedAfter: true })
  }

  private push(kind: RubyToken['kind'], text: string, end: number, pieces?: RubyToken['pieces']): RubyToken {
    const token: RubyToken = { kind, text, start: this.at, end, spaced: this.spaced, spacedAfter: false }
    if (pieces) token.pieces = pieces
    this.found.push(token)
    this.at = end
    this.spaced = false
    return token
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)
  }

  /** A value and no operator is expected here. */
  private expectsValue(): boolean {
    const last = this.found.at(-1)
    if (!last || last.kind === 'newline' || last.kind === 'label') return true
    if (last.kind === 'mark') return !/^[)\]}]$/.test(last.text)
    return last.kind === 'name' && BEFORE_VALUE.has(last.text)
  }

  /** A name stands before and may be a call without brackets, whose first argument this is. */
  private mayBeArgument(): boolean {
    const last = this.found.at(-1)
    const next = this.text[this.at + 1] ?? ''
    return last?.kind === 'name' && this.spaced && !/[\s=]/.test(next)
  }

  private token(character: string): void {
    const { text } = this
    if (/[A-Za-z_\u0080-\uffff]/.test(character)) return this.word()
    if (/\d/.test(character)) {
      this.push('number', (this.match(NUMBER) as RegExpExecArray)[0], NUMBER.lastIndex)
      return
    }
    if (character === '@' || character === '$') {
      const variable = this.match(VARIABLE)
      if (variable) {
        this.push('variable', variable[0], this.at + variable[0].length)
        return
      }
    }
    if (character === '"' || character === "'" || character === '`') {
      return this.quoted(this.at + 1, character, character, character !== "'")
    }
    if (character === ':' && text[this.at + 1] === '"') return this.quoted(this.at + 2, '"', '"', true, 'symbol')
    if (character === ':' && text[this.at + 1] === "'") return this.quoted(this.at + 2, "'", "'", false, 'symbol')
    const symbol = character === ':' && text[this.at + 1] !== ':' ? this.match(SYMBOL) : null
    if (symbol) {
      this.push('symbol', symbol[0].slice(1), this.at + symbol[0].length)
      return
    }
    if (character === '%' && (this.expectsValue() || this.mayBeArgument()) && this.percent()) return
    if (character === '<' && (this.expectsValue() || this.mayBeArgument())) {
      const heredoc = this.match(HEREDOC)
      if (heredoc) {
        const token = this.push('text', '', this.at + heredoc[0].length)
        this.pending.push({ token, name: (heredoc[3] ?? heredoc[4]) as string, isRaw: heredoc[2] === "'",
          isIndented: heredoc[1] !== '' })
        return
      }
    }
    if (character === '/' && (this.expectsValue() || this.mayBeArgument())) {
      const end = this.endOfQuoted(this.at + 1, '/', '/')
      const flags = /^[a-z]*/.exec(text.slice(end + 1))?.[0].length ?? 0
      this.push('regex', text.slice(this.at + 1, end), Math.min(text.length, end + 1 + flags))
      return
    }
    const length = [3, 2].find((size) => MARKS.has(text.slice(this.at, this.at + size))) ?? 1
    this.push('mark', text.slice(this.at, this.at + length), this.at + length)
  }

  private word(): void {
    const { text } = this
    let end = this.at + (this.match(NAME) as RegExpExecArray)[0].length
    const isCalled = /^(?:\.|&\.)$/.test(this.found.at(-1)?.text ?? '')
    if (/[?!]/.test(text[end] ?? '') && text[end + 1] !== '='
      && !(text[end] === '?' && /^\?\s*:(?!:)/.test(text.slice(end)))) {
      end++
    }
    const word = text.slice(this.at, end)
    const isLabel = text[end] === ':' && text[end + 1] !== ':' && !isCalled
    if (isLabel && /[\s"'[({:@\w,)&|-]|$/.test(text[end + 1] ?? '')) {
      this.push('label', word, end + 1)
      return
    }
    this.push(/^[A-Z]/.test(word) ? 'constant' : 'name', word, end)
  }

  /** `%w[…]`, `%i[…]`, `%q(…)`, `%(…)`, `%r{…}`. */
  private percent(): boolean {
    const [opening = '', type = '', open = ''] =
      /^%([wWiIqQr]?)([([{<|!/-])/.exec(this.text.slice(this.at, this.at + 3)) ?? []
    if (opening === '') return false
    const from = this.at + opening.length
    const close = CLOSING[open] ?? open
    const end = this.endOfQuoted(from, open, close)
    const body = this.text.slice(from, end)
    const after = Math.min(this.text.length, end + 1)
    if (/[wWiI]/.test(type)) this.push(/[wW]/.test(type) ? 'words' : 'symbols', body, after)
    else if (type === 'r') this.push('regex', body, after)
    else this.quoted(from, open, close, type !== 'q')
    return true
  }

  /** Where a quoted text ends, with brackets in it and escapes. */
  private endOfQuoted(from: number, open: string, close: string): number {
    const { text } = this
    let depth = 0
    for (let at = from; at < text.length; at++) {
      const character = text[at]
      if (character === '\\') at++
      else if (character === '#' && text[at + 1] === '{' && close !== "'") at = this.endOfInterpolation(at)
      else if (character === close && depth === 0) return at
      else if (open !== close && character === open) depth++
      else if (open !== close && character === close) depth--
    }
    return text.length
  }

  /** The brace that closes `#{`. */
  private endOfInterpolation(from: number): number {
    const { text } = this
    let depth = 0
    for (let at = from + 1; at < text.length; at++) {
      const character = text[at]
      if (character === '{') depth++
      else if (character === '}' && --depth === 0) return at
      else if (character === '"' || character === "'") {
        const end = text.indexOf(character, at + 1)
        if (end > 0 && end < this.endOfLine(at)) at = end
      } else if (character === '\n' && at - from > 2000) break
    }
    return Math.min(text.length, this.endOfLine(from)) - 1
  }

  private quoted(
    from: number, open: string, close: string, interpolates: boolean, kind: 'text' | 'symbol' = 'text',
  ): void {
    const end = this.endOfQuoted(from, open, close)
    const { whole, pieces } = this.content(from, end, interpolates)
    const after = Math.min(this.text.length, end + 1)
    // `"key": value`
    const isLabel = kind === 'text' && (open === '"' || open === "'") && this.text[after] === ':'
      && this.text[after + 1] !== ':' && /[\s]/.test(this.text[after + 1] ?? '')
      && /^[,({]$|^\{$/.test(this.found.at(-1)?.text ?? ',')
    if (isLabel) this.push('label', whole, after + 1)
    else this.push(kind, whole, after, pieces)
  }

  private content(from: number, end: number, interpolates: boolean): { whole: string; pieces?: (string | Span)[] } {
    const { text } = this
    const pieces: (string | Span)[] = []
    let piece = ''
    for (let at = from; at < end; at++) {
      const character = text[at] as string
      if (character === '\\') {
        piece += unescaped(text[at + 1] ?? '', interpolates)
        at++
      } else if (interpolates && character === '#' && text[at + 1] === '{') {
        const close = this.endOfInterpolation(at)
        pieces.push(piece, { start: at + 2, end: Math.max(at + 2, close) })
        piece = ''
        at = close
      } else piece += character
    }
    return pieces.length === 0 ? { whole: piece } : { whole: '', pieces: [...pieces, piece] }
  }

  /** The lines of a heredoc, which begin here. */
  private body({ token, name, isRaw, isIndented }: Heredoc): void {
    const ends = new RegExp(`^${isIndented ? '[ \\t]*' : ''}${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\r?$`, 'gm')
    ends.lastIndex = this.at
    const found = ends.exec(this.text)
    const end = found ? found.index : this.text.length
    const { whole, pieces } = this.content(this.at, end, !isRaw)
    token.text = whole
    if (pieces) token.pieces = pieces
    this.at = found ? Math.min(this.text.length, found.index + found[0].length + 1) : this.text.length
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', s: ' ', r: '\r', '\n': '' }

function unescaped(character: string, interpolates: boolean): string {
  if (!interpolates) return /[\\']/.test(character) ? character : `\\${character}`
  return ESCAPES[character] ?? character
}
