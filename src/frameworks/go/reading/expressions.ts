/** Expressions of Go from its tokens. https://go.dev/ref/spec#Expressions */
import type { Span } from '../../../types.js'
import type { Argument, CodeFunction, Expression, Parameter, Statement } from '../../reading/code/nodes.js'
import type { GoToken } from './tokens.js'

/** How deep expressions in expressions are read. */
const DEPTH = 80
const BINARY = /^(?:\|\||&&|==|!=|<|<=|>|>=|[-+*/%&|^]|<<|>>|&\^)$/
const BEGINS_TYPE = new Set(['map', 'chan', 'struct', 'interface'])

export abstract class GoExpressions {
  protected at = 0
  private depth = 0
  /** In the head of a construct a brace begins its body. */
  protected inHead = false

  constructor(protected readonly text: string, protected readonly tokens: readonly GoToken[]) {}

  /** Statements up to the brace that closes them; both braces are taken. */
  protected abstract block(): Statement[]

  protected get token(): GoToken | undefined {
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

  protected ends(): void {
    while (this.token?.kind === 'end') this.at++
  }

  protected span(from: number): Span {
    const start = this.tokens[from]?.start ?? this.text.length
    return { start, end: this.tokens[Math.max(from, this.at - 1)]?.end ?? start }
  }

  protected other(from: number, ...parts: readonly Expression[]): Expression {
    return { kind: 'other', parts: [...parts], ...this.span(from) }
  }

  protected expression(): Expression {
    const from = this.at
    if (this.depth > DEPTH) {
      this.at++
      return this.other(from)
    }
    this.depth++
    let left = this.unary()
    while (this.token?.kind === 'mark' && BINARY.test(this.token.text)) {
      const operator = this.token.text === '||' ? 'or' : this.token.text
      this.at++
      this.ends()
      left = { kind: 'binary', operator, left, right: this.unary(), ...this.span(from) }
    }
    this.depth--
    return left
  }

  private unary(): Expression {
    const from = this.at
    if (this.token?.kind === 'mark' && /^(?:[-+!^*&]|<-)$/.test(this.token.text)) {
      const isAddress = this.is('&')
      this.at++
      const value = this.unary()
      // A pointer to something stands for it.
      return isAddress ? value : this.other(from, value)
    }
    return this.trailers(this.primary(), from)
  }

  private trailers(first: Expression, from: number): Expression {
    let value = first
    for (;;) {
      const { token } = this
      if (token?.kind !== 'mark') return value
      if (token.text === '.') {
        this.at++
        if (this.is('(')) {
          // A type assertion.
          this.skipBrackets()
          continue
        }
        const name = this.token?.text ?? ''
        this.at++
        value = { kind: 'member', object: value, name, ...this.span(from) }
      } else if (token.text === '(') {
        const items = this.items(')')
        value = { kind: 'call', callee: value, arguments: items, block: null, ...this.span(from) }
      } else if (token.text === '[') {
        const [only] = this.items(']')
        value = { kind: 'index', object: value, key: only?.value ?? this.other(from), ...this.span(from) }
      } else if (token.text === '{' && !this.inHead && isTypeName(value)) {
        value = this.composite(from, this.text.slice(value.start, value.end))
      } else return value
    }
  }

  private primary(): Expression {
    const from = this.at
    const { token } = this
    if (!token || token.kind === 'end') return this.other(from)
    if (token.kind === 'text') {
      this.at++
      return { kind: 'text', text: token.text, ...this.span(from) }
    }
    if (token.kind === 'number') {
      this.at++
      return { kind: 'constant', value: Number(token.text.replaceAll('_', '')), ...this.span(from) }
    }
    if (token.kind === 'name') {
      if (token.text === 'func') return this.literal(from)
      if (BEGINS_TYPE.has(token.text)) return this.typed(from)
      this.at++
      if (token.text === 'nil') return { kind: 'constant', value: null, ...this.span(from) }
      if (token.text === 'true' || token.text === 'false') {
        return { kind: 'constant', value: token.text === 'true', ...this.span(from) }
      }
      return { kind: 'name', name: token.text, ...this.span(from) }
    }
    if (token.text === '(') {
      const outer = this.inHead
      this.inHead = false
      this.at++
      const value = this.expression()
      this.inHead = outer
      while (this.token && !this.is(')') && this.token.kind !== 'end') this.at++
      this.take(')')
      return value
    }
    if (token.text === '[') return this.typed(from)
    if (token.text === '{') return this.composite(from, '')
    this.at++
    return this.other(from)
  }

  /** A literal or conversion that begins with a type: `[]string{…}`, `map[string]int{…}`, `[]byte(x)`. */
  private typed(from: number): Expression {
    const type = this.type()
    if (this.is('{')) return this.composite(from, type)
    if (this.is('(')) {
      const items = this.items(')')
      return items[0]?.value ?? this.other(from)
    }
    return this.other(from)
  }

  private composite(from: number, type: string): Expression {
    const outer = this.inHead
    this.inHead = false
    const items = this.items('}')
    this.inHead = outer
    const isList = items.every(({ name, key }) => name === null && !key)
    const isMap = /^(?:map\[|(?:\w+\.)?(?:H|Map|M)$)/.test(type)
    if (isList && !isMap && type !== '' && !/^\[/.test(type) && items.length === 0) {
      return { kind: 'map', entries: [], type, ...this.span(from) }
    }
    return isList && !isMap
      ? { kind: 'list', items, type, ...this.span(from) } : { kind: 'map', entries: items, type, ...this.span(from) }
  }

  /** What stands between brackets; the brackets are taken. */
  protected items(close: string): Argument[] {
    const outer = this.inHead
    this.inHead = false
    this.at++
    const items: Argument[] = []
    this.ends()
    while (this.token && !this.is(close)) {
      const before = this.at
      items.push(this.item(close))
      this.ends()
      if (!this.take(',') && !this.is(close)) this.skipItem(close)
      this.ends()
      if (this.at === before) this.at++
    }
    this.take(close)
    this.inHead = outer
    return items
  }

  private item(close: string): Argument {
    const key = this.token?.kind === 'name' && this.is(':', 1) && close === '}' ? this.token.text : null
    if (key !== null) {
      this.at += 2
      return { name: key, value: this.expression() }
    }
    const value = this.expression()
    if (this.take('...')) return { name: null, value, isSpread: true }
    if (close === '}' && this.take(':')) {
      const content = this.expression()
      return value.kind === 'text' ? { name: value.text, value: content } : { name: null, key: value, value: content }
    }
    return { name: null, value }
  }

  private skipItem(close: string): void {
    let depth = 0
    for (; this.token; this.at++) {
      if (depth === 0 && (this.is(close) || this.is(','))) break
      if (this.token.kind !== 'mark') continue
      if (/^[([{]$/.test(this.token.text)) depth++
      else if (/^[)\]}]$/.test(this.token.text) && --depth < 0) break
    }
    this.take(',')
  }

  /** To behind the bracket that closes the one here. */
  protected skipBrackets(): void {
    let depth = 0
    for (; this.token; this.at++) {
      if (this.token.kind !== 'mark') continue
      if (/^[([{]$/.test(this.token.text)) depth++
      else if (/^[)\]}]$/.test(this.token.text) && --depth === 0) {
        this.at++
        return
      }
    }
  }

  private literal(from: number): Expression {
    this.at++
    const parameters = this.parameters()
    this.results()
    if (!this.is('{')) return this.other(from)
    const outer = this.inHead
    this.inHead = false
    const body = this.block()
    this.inHead = outer
    const made: CodeFunction = { name: null, receiver: null, parameters, decorators: [], body, ...this.span(from) }
    return { kind: 'function', function: made, ...this.span(from) }
  }

  // Types -----------------------------------------------------------------------------------------------------------

  /** Takes a type; as written, without spaces. */
  protected type(): string {
    const from = this.at
    this.skipType()
    return this.tokens.slice(from, this.at).map(({ text }) => text).join('')
  }

  private skipType(): void {
    while (this.is('*') || this.is('<-') || this.is('...')) this.at++
    if (this.is('[')) {
      this.skipBrackets()
      return this.skipType()
    }
    if (this.take('map')) {
      if (this.is('[')) this.skipBrackets()
      return this.skipType()
    }
    if (this.take('chan')) return this.skipType()
    if (this.take('func')) {
      this.parameters()
      return this.results()
    }
    if (this.take('struct') || this.take('interface')) {
      if (this.is('{')) this.skipBrackets()
      return
    }
    if (this.is('(')) return this.skipBrackets()
    if (this.token?.kind !== 'name') return
    this.at++
    while (this.is('.')) this.at += 2
    // Type arguments.
    if (this.is('[') && !this.is(']', 1)) this.skipBrackets()
  }

  protected results(): void {
    if (this.is('(')) this.skipBrackets()
    else if (!this.is('{') && this.token?.kind !== 'end' && !this.is(')') && !this.is(',')) this.skipType()
  }

  /** `(w http.ResponseWriter, r *http.Request)`, `(a, b int)`. */
  protected parameters(): Parameter[] {
    if (!this.take('(')) return []
    const entries: { name: string | null; type: string | null }[] = []
    this.ends()
    while (this.token && !this.is(')')) {
      const before = this.at
      const first = this.token
      const isNamed = first.kind === 'name' && !BEGINS_TYPE.has(first.text) && first.text !== 'func' && !this.is('.', 1)
      if (isNamed && !this.is(',', 1) && !this.is(')', 1) && this.tokens[this.at + 1]?.kind !== 'end') {
        this.at++
        entries.push({ name: first.text, type: this.type() })
      } else entries.push({ name: isNamed ? first.text : null, type: this.type() })
      this.ends()
      this.take(',')
      this.ends()
      if (this.at === before) this.at++
    }
    this.take(')')
    const hasNames = entries.some(({ name, type }) => name !== null && type !== name)
    return entries.map(({ name, type }, index) => {
      if (!hasNames) return { name: '_', type, default: null }
      const later = entries.slice(index).find((entry) => entry.name !== entry.type)
      return { name: name ?? '_', type: type === name ? later?.type ?? null : type, default: null }
    })
  }
}

/** What may stand in front of the brace of a literal. */
function isTypeName(node: Expression): boolean {
  if (node.kind === 'name') return true
  if (node.kind === 'index') return isTypeName(node.object)
  return node.kind === 'member' && node.object.kind === 'name'
}
