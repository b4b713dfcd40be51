/** Expressions of Ruby from its tokens, calls without brackets and with blocks among them. */
import type { Argument, CodeFunction, Expression, Parameter } from '../../reading/code/nodes.js'
import { ENDS, OPENS, RubyLiterals } from './literals.js'
import type { RubyToken } from './tokens.js'

/** How deep expressions in expressions are read. */
const DEPTH = 80
const NO_COMMANDS = new Set(['self', 'nil', 'true', 'false', 'not', 'defined?', '__FILE__', '__dir__'])
/** Operators from loose to tight. */
const LEVELS: readonly RegExp[] = [
  /^(?:\.\.\.?)$/, /^\|\|$/, /^&&$/, /^(?:==|!=|=~|!~|===|<=>|<|>|<=|>=)$/, /^[|^&]$/, /^(?:<<|>>)$/, /^[+-]$/, /^(?:[*/%]|\*\*)$/,
]

export abstract class RubyExpressions extends RubyLiterals {
  private depth = 0

  /** A value with all its operators; without `if` and the like behind it. */
  expression(): Expression {
    const from = this.at
    if (this.depth > DEPTH) {
      this.at++
      return { kind: 'other', parts: [], ...this.span(from) }
    }
    this.depth++
    const value = this.choice(from)
    this.depth--
    return value
  }

  /** The same, where a `do` belongs to what stands around. */
  protected withoutDo(): Expression {
    this.noDo++
    const value = this.expression()
    this.noDo--
    return value
  }

  private choice(from: number): Expression {
    if (this.take('not')) return { kind: 'other', parts: [this.expression()], ...this.span(from) }
    const test = this.level(0)
    if (!this.is('?')) return test
    this.at++
    this.lines()
    const first = this.expression()
    this.lines()
    // In `a ? b : c` the colon may have stuck to what stands before or behind it.
    if (!this.take(':')) return { kind: 'choice', test, options: [first], ...this.span(from) }
    this.lines()
    return { kind: 'choice', test, options: [first, this.expression()], ...this.span(from) }
  }

  private level(index: number): Expression {
    const from = this.at
    const operators = LEVELS[index]
    if (!operators) return this.unary()
    let left = this.level(index + 1)
    while (this.token?.kind === 'mark' && operators.test(this.token.text)) {
      const operator = this.token.text === '||' ? 'or' : this.token.text
      this.at++
      this.lines()
      // `(1..)` has no end; behind all others a construct is a value: `list << if x … end`.
      const isOpen = this.isEnd() && (/^\.\.\.?$/.test(operator) || !this.isOpening())
      const right = isOpen ? { kind: 'other' as const, parts: [], ...this.span(from) } : this.level(index + 1)
      left = { kind: 'binary', operator, left, right, ...this.span(from) }
    }
    return left
  }

  protected isEnd(): boolean {
    const { token } = this
    return !token || token.kind === 'newline' || (token.kind === 'mark' && /^[)\]},]$/.test(token.text))
      || (token.kind === 'name' && ENDS.has(token.text))
  }

  private isOpening(): boolean {
    return this.token?.kind === 'name' && OPENS.has(this.token.text)
  }

  private unary(): Expression {
    const from = this.at
    if (this.token?.kind === 'mark' && /^(?:!|-|\+|~|&|\*|\*\*|\.\.\.?)$/.test(this.token.text)) {
      this.at++
      return this.isEnd()
        ? { kind: 'other', parts: [], ...this.span(from) }
          : { kind: 'other', parts: [this.unary()], ...this.span(from) }
    }
    return this.trailers(this.primary(), from)
  }

  // What stands behind a value -------------------------------------------------------------------------------------------

  private trailers(first: Expression, from: number): Expression {
    let value = first
    for (;;) {
      const { token } = this
      if (!token || token.kind !== 'mark') return value
      if ((token.text === '.' || token.text === '&.') && this.tokens[this.at + 1]) {
        this.at++
        if (this.is('(')) {
          value = { kind: 'call', callee: value, arguments: this.items(')'), block: null, ...this.span(from) }
        }
        else {
          const name = (this.token as RubyToken).text
          this.at++
          value = this.called({ kind: 'member', object: value, name, ...this.span(from) }, from)
        }
      } else if (token.text === '::') {
        this.at++
        const inner = this.token
        if (!inner || (inner.kind !== 'constant' && inner.kind !== 'name')) return value
        this.at++
        const member: Expression = { kind: 'member', object: value, name: inner.text, ...this.span(from) }
        value = inner.kind === 'name' || this.is('(') ? this.called(member, from) : member
      } else if (token.text === '[' && !token.spaced) {
        const [item] = this.items(']')
        value = { kind: 'index', object: value, key: item?.value ?? { kind: 'other', parts: [], ...this.span(from) },
          ...this.span(from) }
      } else return value
    }
  }

  /** A name with its arguments and block, if it has any. */
  protected called(callee: Expression, from: number): Expression {
    const { token } = this
    if (token?.text === '(' && token.kind === 'mark' && !token.spaced) {
      const items = this.items(')')
      return this.withBlock({ kind: 'call', callee, arguments: items, block: null, ...this.span(from) }, from)
    }
    if (this.beginsArgument()) {
      this.noDo++
      const items = this.list()
      this.noDo--
      return this.withBlock({ kind: 'call', callee, arguments: items, block: null, ...this.span(from) }, from)
    }
    const hasBlock = this.is('{') || (this.is('do') && this.noDo === 0)
    return hasBlock
      ? this.withBlock({ kind: 'call', callee, arguments: [], block: null, ...this.span(from) }, from) : callee
  }

  private withBlock(call: Expression & { kind: 'call' }, from: number): Expression {
    if (this.is('{')) call.block = this.block('}')
    else if (this.is('do') && this.noDo === 0) call.block = this.block('end')
    else return call
    return { ...call, ...this.span(from) }
  }

  /** True when a call without brackets has its first argument here. */
  private beginsArgument(): boolean {
    const { token } = this
    if (!token?.spaced || token.kind === 'newline') return false
    const before = this.tokens[this.at - 1]
    if (before && NO_COMMANDS.has(before.text)) return false
    switch (token.kind) {
      case 'name': return !ENDS.has(token.text) || token.text === 'if' && false
      case 'mark':
        if (token.text === '[') return !token.spacedAfter || this.tokens[this.at + 1]?.kind === 'symbol'
        if (token.text === '->' || token.text === '::' || token.text === '!') return true
        if (token.text === '(') return true
        return /^(?:\*|&|\*\*|-)$/.test(token.text) && !token.spacedAfter
      default: return true
    }
  }

  /** Arguments without brackets, to the end of the statement. */
  private list(): Argument[] {
    const items: Argument[] = []
    for (;;) {
      const before = this.at
      items.push(this.item())
      if (!this.take(',')) break
      this.lines()
      if (this.at === before) break
    }
    return items
  }

  /** What stands between brackets; the brackets are taken. A `do` in them belongs to what is in them. */
  protected items(close: string): Argument[] {
    this.at++
    const outer = this.noDo
    this.noDo = 0
    const items: Argument[] = []
    this.lines()
    while (this.token && !this.is(close)) {
      const before = this.at
      if (this.is('end')) break
      items.push(this.item())
      this.lines()
      if (!this.take(',') && !this.is(close)) this.skipItem(close)
      this.lines()
      if (this.at === before) this.at++
    }
    this.take(close)
    this.noDo = outer
    return items
  }

  private skipItem(close: string): void {
    let depth = 0
    for (; this.token; this.at++) {
      const { text, kind } = this.token
      if (depth === 0 && (this.is(close) || this.is(',') || (kind === 'name' && text === 'end'))) break
      if (kind === 'mark' && /^[([{]$/.test(text)) depth++
      else if (kind === 'mark' && /^[)\]}]$/.test(text) && --depth < 0) break
    }
    this.take(',')
  }

  private item(): Argument {
    const from = this.at
    const token = this.token as RubyToken
    if (token.kind === 'label') {
      this.at++
      this.lines()
      const isShort = this.isEnd() && !this.isOpening()
      const value: Expression = isShort ? { kind: 'name', name: token.text, ...this.span(from) } : this.expression()
      return { name: token.text, value }
    }
    if (token.kind === 'mark' && /^(?:\*|\*\*)$/.test(token.text)) {
      this.at++
      return { name: null, value: this.isEnd()
        ? { kind: 'other', parts: [], ...this.span(from) } : this.unary(), isSpread: true }
    }
    const value = this.expression()
    if (!this.take('=>')) return { name: null, value }
    this.lines()
    const content = this.expression()
    return value.kind === 'symbol' ? { name: value.name, value: content } : { name: null, key: value, value: content }
  }

  /** `{ |x| … }`, `do |x| … end`. */
  protected block(close: '}' | 'end'): CodeFunction {
    const from = this.at
    this.at++
    const outer = this.noDo
    this.noDo = 0
    const parameters = this.is('|') ? this.blockParameters() : []
    if (this.is('||')) this.at++
    const body = this.body()
    this.noDo = outer
    if (close === '}') this.take('}')
    else this.take('end')
    return { name: null, receiver: null, parameters, decorators: [], body, ...this.span(from) }
  }

  private blockParameters(): Parameter[] {
    this.at++
    const parameters: Parameter[] = []
    while (this.token && !this.is('|') && this.token.kind !== 'newline') {
      if (this.token.kind === 'name' || this.token.kind === 'label') {
        parameters.push({ name: this.token.text, type: null, default: null })
      }
      this.at++
    }
    this.take('|')
    return parameters
  }
}
