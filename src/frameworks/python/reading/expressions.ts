/** Expressions of Python from its tokens. https://docs.python.org/3/reference/expressions.html */
import type { Span } from '../../../types.js'
import type { Argument, Expression, Parameter } from '../../reading/code/nodes.js'
import { pythonTokens, type PythonToken } from './tokens.js'

/** How deep expressions in expressions are read. */
const DEPTH = 60
/** Operators from loose to tight, as far as routes and names are written with them. */
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'is', 'not'])
const STOPS = new Set([')', ']', '}', ',', ':', '=', ';'])

export class ExpressionParser {
  protected at = 0
  private depth = 0

  constructor(
    protected readonly text: string, protected readonly tokens: readonly PythonToken[], private readonly base = 0,
  ) {}

  protected get token(): PythonToken | undefined {
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

  protected span(from: number): Span {
    const start = this.tokens[from]?.start ?? this.text.length
    return { start: start + this.base, end: (this.tokens[Math.max(from, this.at - 1)]?.end ?? start) + this.base }
  }

  /** One value, with `if … else`, `lambda` and the like; without commas. */
  expression(): Expression {
    const from = this.at
    if (this.depth > DEPTH) return this.skipped(from)
    this.depth++
    const value = this.choice(from)
    this.depth--
    return value
  }

  private choice(from: number): Expression {
    if (this.is('lambda')) return this.lambda(from)
    const value = this.disjunction()
    if (this.take(':=')) return this.expression()
    if (!this.take('if')) return value
    const test = this.disjunction()
    if (!this.take('else')) return value
    return { kind: 'choice', test, options: [value, this.expression()], ...this.span(from) }
  }

  private disjunction(): Expression {
    const from = this.at
    let left = this.comparison()
    while (this.is('or') || this.is('and')) {
      const operator = (this.token as PythonToken).text
      this.at++
      left = { kind: 'binary', operator, left, right: this.comparison(), ...this.span(from) }
    }
    return left
  }

  private comparison(): Expression {
    const from = this.at
    if (this.take('not')) return { kind: 'other', parts: [this.comparison()], ...this.span(from) }
    let left = this.arithmetic()
    while (this.token && COMPARISONS.has(this.token.text) && this.token.kind !== 'text') {
      const operator = this.token.text
      this.at++
      if (operator === 'is') this.take('not')
      if (operator === 'not') this.take('in')
      left = { kind: 'binary', operator, left, right: this.arithmetic(), ...this.span(from) }
    }
    return left
  }

  private arithmetic(): Expression {
    const from = this.at
    let left = this.unary()
    while (this.token?.kind === 'mark' && /^(?:[-+*/%|&^@]|\*\*|\/\/|<<|>>)$/.test(this.token.text)) {
      const operator = this.token.text
      this.at++
      left = { kind: 'binary', operator, left, right: this.unary(), ...this.span(from) }
    }
    return left
  }

  private unary(): Expression {
    const from = this.at
    if (this.token?.kind === 'mark' && /^[-+~]$/.test(this.token.text)) {
      this.at++
      return { kind: 'other', parts: [this.unary()], ...this.span(from) }
    }
    if (this.is('await')) this.at++
    return this.trailers(this.atom(), from)
  }

  /** `.name`, `(…)`, `[…]` behind a value. */
  private trailers(first: Expression, from: number): Expression {
    let value = first
    for (;;) {
      if (this.is('.') && this.tokens[this.at + 1]?.kind === 'name') {
        const name = (this.tokens[this.at + 1] as PythonToken).text
        this.at += 2
        value = { kind: 'member', object: value, name, ...this.span(from) }
      } else if (this.is('(')) {
        const items = this.items(')')
        value = { kind: 'call', callee: value, arguments: items, block: null, ...this.span(from) }
      } else if (this.is('[')) {
        const items = this.items(']')
        const key: Expression = items[0]?.value ?? { kind: 'other', parts: [], ...this.span(from) }
        value = { kind: 'index', object: value, key, ...this.span(from) }
      } else return value
    }
  }

  private atom(): Expression {
    const from = this.at
    const token = this.token
    if (!token || token.kind === 'newline' || (token.kind === 'mark' && STOPS.has(token.text))) {
      return { kind: 'other', parts: [], ...this.span(from) }
    }
    if (token.kind === 'text') return this.texts(from)
    if (token.kind === 'number') {
      this.at++
      return { kind: 'constant', value: Number(token.text.replaceAll('_', '')), ...this.span(from) }
    }
    if (token.kind === 'name') return this.name(token, from)
    if (token.text === '(') {
      const isEmpty = this.is(')', 1)
      const items = this.items(')')
      const isTuple = isEmpty || this.tokens[this.at - 2]?.text === ',' || items.length !== 1 || items[0]?.isSpread
      const [only] = items
      return isTuple || !only ? { kind: 'list', items, ...this.span(from) } : only.value
    }
    if (token.text === '[') {
      const items = this.items(']')
      const [only] = items
      if (items.length === 1 && only?.value.kind === 'each') return only.value
      return { kind: 'list', items, ...this.span(from) }
    }
    if (token.text === '{') return { kind: 'map', entries: this.items('}'), ...this.span(from) }
    this.at++
    return token.text === '...' ? { kind: 'other', parts: [], ...this.span(from) } : this.expression()
  }

  private name(token: PythonToken, from: number): Expression {
    this.at++
    if (token.text === 'None') return { kind: 'constant', value: null, ...this.span(from) }
    if (token.text === 'True' || token.text === 'False') {
      return { kind: 'constant', value: token.text === 'True', ...this.span(from) }
    }
    if (token.text === 'yield') {
      this.take('from')
      return { kind: 'other', parts: [this.expression()], ...this.span(from) }
    }
    return { kind: 'name', name: token.text, ...this.span(from) }
  }

  /** Literals beside one another are one text. */
  private texts(from: number): Expression {
    const parts: Expression[] = []
    while (this.token?.kind === 'text') {
      const { pieces, text, start, end } = this.token
      this.at++
      const at = { start: start + this.base, end: end + this.base }
      if (!pieces) parts.push({ kind: 'text', text, ...at })
      for (const piece of pieces ?? []) {
        parts.push(typeof piece === 'string' ? { kind: 'text', text: piece, ...at } : this.field(piece))
      }
    }
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'join', parts, ...this.span(from) }
  }

  /** An expression inside a text. */
  private field({ start, end }: Span): Expression {
    const inner = this.text.slice(start, end)
    return new ExpressionParser(inner, pythonTokens(`(${inner})`).map((token) => (
      { ...token, start: Math.max(0, token.start - 1),
        end: Math.max(0, token.end - 1) })), this.base + start).expression()
  }

  /** What stands between brackets; the brackets are taken. */
  protected items(close: string): Argument[] {
    this.at++
    const items: Argument[] = []
    while (this.token && !this.is(close) && this.token.kind !== 'newline') {
      const before = this.at
      items.push(this.item(close))
      if (!this.take(',') && !this.is(close)) this.skipItem(close)
      if (this.at === before) this.at++
    }
    this.take(close)
    return items
  }

  private item(close: string): Argument {
    const from = this.at
    if (this.is('*') || this.is('**')) {
      this.at++
      return { name: null, value: this.expression(), isSpread: true }
    }
    const isNamed = close === ')' && this.token?.kind === 'name' && this.is('=', 1)
    if (isNamed) {
      const { text } = this.token as PythonToken
      this.at += 2
      return { name: text, value: this.expression() }
    }
    const value = this.expression()
    if (close === '}' && this.take(':')) {
      const content = this.comprehension(this.expression(), from)
      return value.kind === 'text' ? { name: value.text, value: content } : { name: null, key: value, value: content }
    }
    // A slice.
    if (close === ']' && this.is(':')) this.skipItem(close)
    return { name: null, value: this.comprehension(value, from) }
  }

  private comprehension(item: Expression, from: number): Expression {
    if (this.is('async')) this.at++
    if (!this.take('for')) return item
    const variables = this.targets()
    const over = this.take('in') ? this.disjunction() : { kind: 'other' as const, parts: [], ...this.span(from) }
    while (this.take('if')) this.disjunction()
    const inner = this.is('for') ? this.comprehension(item, from) : item
    return { kind: 'each', item: inner, variables, over, ...this.span(from) }
  }

  /** Names before `in`. */
  protected targets(): string[] {
    const names: string[] = []
    while (this.token && !this.is('in') && this.token.kind !== 'newline' && !this.is(':')) {
      if (this.token.kind === 'name') names.push(this.token.text)
      this.at++
    }
    return names
  }

  private lambda(from: number): Expression {
    this.at++
    const parameters: Parameter[] = []
    while (this.token && !this.is(':') && this.token.kind !== 'newline') {
      if (this.token.kind === 'name') parameters.push({ name: this.token.text, type: null, default: null })
      this.at++
      if (this.take('=')) this.expression()
    }
    this.take(':')
    const value = this.expression()
    const span = this.span(from)
    const body = [{ kind: 'return' as const, value, start: value.start, end: value.end }]
    return { kind: 'function', function: { name: null, receiver: null, parameters, decorators: [], body, ...span },
      ...span }
  }

  /** To the comma or bracket that ends an item that was not understood. */
  private skipItem(close: string): void {
    let depth = 0
    for (; this.token && this.token.kind !== 'newline'; this.at++) {
      if (depth === 0 && (this.is(close) || this.is(','))) break
      if ('([{'.includes(this.token.text) && this.token.kind === 'mark') depth++
      else if (')]}'.includes(this.token.text) && this.token.kind === 'mark' && --depth < 0) break
    }
    this.take(',')
  }

  private skipped(from: number): Expression {
    while (this.token && this.token.kind !== 'newline') this.at++
    return { kind: 'other', parts: [], ...this.span(from) }
  }
}
