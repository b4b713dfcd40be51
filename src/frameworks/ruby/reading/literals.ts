/** Literals, names and constructs of Ruby: what stands between operators. */
import type { Span } from '../../../types.js'
import type { Argument, CodeFunction, Expression, Parameter, Statement } from '../../reading/code/nodes.js'
import type { RubyToken } from './tokens.js'

/** Words that end what stands before them. */
export const ENDS =
  new Set(['end', 'else', 'elsif', 'when', 'in', 'rescue', 'ensure', 'then', 'do', 'if', 'unless', 'while', 'until',
    'and', 'or'])
/** Words that begin a construct with an `end`. */
export const OPENS = new Set(['if', 'unless', 'while', 'until', 'for', 'case', 'begin', 'def', 'class', 'module'])

export abstract class RubyLiterals {
  protected at = 0
  /** A `do` belongs to a call further out. */
  protected noDo = 0

  constructor(
    protected readonly text: string, protected readonly tokens: readonly RubyToken[], protected readonly base = 0,
  ) {}

  /** The statements up to a word that ends a body; the word is not taken. */
  protected abstract body(): Statement[]
  /** A construct that begins with one of `OPENS`. */
  protected abstract construct(): Statement
  /** A parser of the same kind for a part of the text. */
  protected abstract part(text: string, base: number): RubyLiterals
  /** A value with all its operators; without `if` and the like behind it. */
  abstract expression(): Expression
  /** A name with its arguments and block, if it has any. */
  protected abstract called(callee: Expression, from: number): Expression
  /** What stands between brackets; the brackets are taken. */
  protected abstract items(close: string): Argument[]
  /** `{ |x| … }`, `do |x| … end`. */
  protected abstract block(close: '}' | 'end'): CodeFunction

  protected get token(): RubyToken | undefined {
    return this.tokens[this.at]
  }

  protected is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead]
    return token !== undefined && token.text === text && (token.kind === 'mark' || token.kind === 'name')
  }

  protected take(text: string): boolean {
    if (!this.is(text)) return false
    this.at++
    return true
  }

  protected lines(): void {
    while (this.token?.kind === 'newline') this.at++
  }

  protected span(from: number): Span {
    const start = this.tokens[from]?.start ?? this.text.length
    return { start: start + this.base, end: (this.tokens[Math.max(from, this.at - 1)]?.end ?? start) + this.base }
  }


  protected primary(): Expression {
    const from = this.at
    const { token } = this
    if (!token || token.kind === 'newline') return { kind: 'other', parts: [], ...this.span(from) }
    switch (token.kind) {
      case 'text':
      case 'symbol': return this.texts(from)
      case 'regex':
        this.at++
        return { kind: 'other', parts: [], ...this.span(from) }
      case 'number':
        this.at++
        return { kind: 'constant', value: Number(token.text.replaceAll('_', '')), ...this.span(from) }
      case 'words':
      case 'symbols': {
        this.at++
        const span = this.span(from)
        const words = token.text.split(/\s+/).filter((word) => word !== '')
        return { kind: 'list', items: words
          .map((word) => ({ name: null, value: token.kind === 'words'
            ? { kind: 'text' as const, text: word, ...span }
              : { kind: 'symbol' as const, name: word, ...span } })), ...span }
      }
      case 'variable':
        this.at++
        return { kind: 'name', name: token.text, ...this.span(from) }
      case 'constant': {
        this.at++
        const name: Expression = { kind: 'name', name: token.text, ...this.span(from) }
        return this.is('(') && !this.token?.spaced ? this.called(name, from) : name
      }
      case 'name': return this.named(token, from)
      case 'label': {
        // A ternary whose colon stuck to the name before it, or an entry without braces.
        this.at++
        return { kind: 'name', name: token.text, ...this.span(from) }
      }
      default: return this.marked(token, from)
    }
  }

  private named(token: RubyToken, from: number): Expression {
    if (OPENS.has(token.text)) return this.constructed(from)
    this.at++
    switch (token.text) {
      case 'nil': return { kind: 'constant', value: null, ...this.span(from) }
      case 'true':
      case 'false': return { kind: 'constant', value: token.text === 'true', ...this.span(from) }
      case 'lambda':
      case 'proc': {
        const value = this.called({ kind: 'name', name: token.text, ...this.span(from) }, from)
        return value.kind === 'call' && value.block
          ? { kind: 'function', function: value.block, ...this.span(from) } : value
      }
      default: return this.called({ kind: 'name', name: token.text, ...this.span(from) }, from)
    }
  }

  private constructed(from: number): Expression {
    const outer = this.noDo
    this.noDo = 0
    const statement = this.construct()
    this.noDo = outer
    if (statement.kind === 'function') return { kind: 'function', function: statement.function, ...this.span(from) }
    return { kind: 'choice', test: null, options: lastValues(statement), ...this.span(from) }
  }

  private marked(token: RubyToken, from: number): Expression {
    switch (token.text) {
      case '(': {
        this.at++
        const outer = this.noDo
        this.noDo = 0
        const body = this.body()
        this.noDo = outer
        this.take(')')
        const last = body.at(-1)
        return last?.kind === 'expression'
          ? last.value : { kind: 'choice', test: null, options: last ? lastValues(last) : [], ...this.span(from) }
      }
      case '[': return { kind: 'list', items: this.items(']'), ...this.span(from) }
      case '{': return { kind: 'map', entries: this.items('}'), ...this.span(from) }
      case '->': return this.lambda(from)
      case '::': this.at++; return this.primary()
      case ':':
      case '..':
      default:
        this.at++
        return { kind: 'other', parts: [], ...this.span(from) }
    }
  }

  private lambda(from: number): Expression {
    this.at++
    const parameters: Parameter[] = []
    if (this.is('(')) {
      let depth = 0
      for (; this.token; this.at++) {
        if (this.is('(')) depth++
        else if (this.is(')') && --depth === 0) break
        else if (this.token.kind === 'name' || this.token.kind === 'label') {
          parameters.push({ name: this.token.text, type: null, default: null })
        }
      }
      this.take(')')
    } else {
      while (this.token?.kind === 'name' && !this.is('do')) {
        parameters.push({ name: this.token.text, type: null, default: null })
        this.at++
        this.take(',')
      }
    }
    const block = this.is('{') ? this.block('}') : this.is('do') ? this.block('end') : null
    const body = block?.body ?? []
    return { kind: 'function',
      function: { name: null, receiver: null, parameters, decorators: [], body,
        ...this.span(from) }, ...this.span(from) }
  }

  /** Literals beside one another are one text. */
  private texts(from: number): Expression {
    const first = this.token as RubyToken
    const parts: Expression[] = []
    while (this.token?.kind === 'text' || (this.token === first && first.kind === 'symbol')) {
      const { pieces, text, start, end } = this.token
      this.at++
      const at = { start: start + this.base, end: end + this.base }
      if (!pieces) parts.push({ kind: 'text', text, ...at })
      for (const piece of pieces ?? []) {
        parts.push(typeof piece === 'string'
          ? { kind: 'text', text: piece, ...at }
            : this.part(this.text.slice(piece.start, piece.end), this.base + piece.start).expression())
      }
      if (first.kind === 'symbol') break
    }
    const [only] = parts
    if (first.kind === 'symbol' && only?.kind === 'text' && parts.length === 1) {
      return { kind: 'symbol', name: only.text, ...this.span(from) }
    }
    return parts.length === 1 && only ? only : { kind: 'join', parts, ...this.span(from) }
  }
}

/** The values a construct may give: the last of each of its branches. */
export function lastValues(statement: Statement): Expression[] {
  const last = (body: readonly Statement[]): Expression[] => {
    const end = body.at(-1)
    return end ? lastValues(end) : []
  }
  switch (statement.kind) {
    case 'expression':
    case 'return':
    case 'assign': return [statement.value]
    case 'branch': return statement.branches.flatMap(({ body }) => last(body))
    case 'block':
    case 'loop': return last(statement.body)
    default: return []
  }
}
