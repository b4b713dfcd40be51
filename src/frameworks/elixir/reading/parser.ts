/**
 * Elixir as expressions: calls with their arguments and blocks, lists, maps, texts. A macro is a call like any other;
 * what `defmodule` and `def` mean is the business of `modules.ts`. https://hexdocs.pm/elixir/syntax-reference.html
 */
import type { Span } from '../../../types.js'
import type { Argument, Branch, Call, CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { elixirTokens, type ElixirToken } from './tokens.js'

const BINDS: Readonly<Record<string, number>> = {
  '<-': 1, '\\\\': 1, when: 2, '::': 3, '|': 4, '=>': 4, '=': 5, '||': 7, or: 7, '&&': 8, and: 8, '==': 9, '!=': 9, '=~': 9,
  '===': 9, '!==': 9, '<': 10, '>': 10, '<=': 10, '>=': 10, '|>': 11, '<<<': 11, '>>>': 11, '<~>': 11, in: 12, not: 12,
  '<>': 14, '++': 14, '--': 14, '..': 14, '+': 15, '-': 15, '*': 16, '/': 16, '//': 13,
}
const RIGHT = new Set(['=', '<>', '++', '--', '|', '::', '=>'])
const ENDS = new Set(['end', 'else', 'rescue', 'catch', 'after'])
const WORDS = new Set([...ENDS, 'do', 'and', 'or', 'not', 'in', 'when', 'fn'])
/** How deep expressions are followed. */
const DEPTH = 120

export function parseElixir(text: string, start = 0, end = text.length): Statement[] {
  const parser = new Parser(text, elixirTokens(text, start, end))
  return parser.body(new Set(), false)
}

class Parser {
  private at = 0
  private depth = 0
  private readonly last: ElixirToken

  constructor(private readonly text: string, private readonly tokens: readonly ElixirToken[]) {
    const end = tokens.at(-1)?.end ?? 0
    this.last = { kind: 'newline', text: '', start: end, end, spaced: true, spacedAfter: true }
  }

  private get token(): ElixirToken {
    return this.tokens[this.at] ?? this.last
  }

  private get previousEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0
  }

  private is(text: string): boolean {
    const { kind } = this.token
    return (kind === 'mark' || kind === 'name') && this.token.text === text
  }

  private take(text: string): boolean {
    if (!this.is(text)) return false
    this.at++
    return true
  }

  private newlines(): void {
    while (this.tokens[this.at]?.kind === 'newline') this.at++
  }

  /** Expressions one after another, with clauses `head -> …` as branches, up to one of some words or a closing mark. */
  body(until: ReadonlySet<string>, isInline: boolean): Statement[] {
    const statements: Statement[] = []
    const branches: Branch[] = []
    let current = statements
    for (this.newlines(); this.at < this.tokens.length; this.newlines()) {
      if ((this.token.kind === 'name' && until.has(this.token.text)) || (isInline && /^[)\]}]$/.test(this.token.text))) break
      const before = this.at
      const first = this.is('->') ? [] : [this.expression(0, true)]
      while (first.length > 0 && this.take(',')) first.push(this.expression(0, true))
      if (this.take('->')) {
        const end = this.previousEnd
        const branch: Branch = { tests: first, body: [], start: first[0]?.start ?? end, end }
        branches.push(branch)
        current = branch.body
      } else current.push(...first.map(statementOf))
      // What fits nowhere is left out.
      if (this.at === before) this.at++
      const open = branches.at(-1)
      if (open) open.end = this.previousEnd
    }
    const [one] = branches
    if (one) statements.push({ kind: 'branch', subject: null, branches, start: one.start, end: this.previousEnd })
    return statements
  }

  private expression(least: number, takesBlock: boolean): Expression {
    if (this.depth > DEPTH) return this.skip()
    this.depth++
    let left = this.unary(takesBlock)
    for (;;) {
      const { text, kind } = this.token
      const binds = kind === 'mark' || kind === 'name' ? BINDS[text] : undefined
      if (binds === undefined || binds < least) break
      this.at++
      if (text === 'not' && this.is('in')) this.at++
      this.newlines()
      const right = this.expression(RIGHT.has(text) ? binds : binds + 1, takesBlock)
      left = joined(text, left, right)
    }
    this.depth--
    return left
  }

  private skip(): Expression {
    const { start, end } = this.token
    this.at++
    return { kind: 'other', parts: [], start, end }
  }

  private unary(takesBlock: boolean): Expression {
    const { start, text, kind } = this.token
    if ((kind === 'mark' && /^(?:[-+!^&]|\.\.\.)$/.test(text)) || (kind === 'name' && text === 'not')) {
      this.at++
      const inner = this.expression(text === '&' ? 2 : 16, takesBlock)
      return { kind: 'other', parts: [inner], start, end: inner.end }
    }
    return this.postfix(this.primary(takesBlock), takesBlock)
  }

  private primary(takesBlock: boolean): Expression {
    const token = this.token
    const { start, end, text } = token
    switch (token.kind) {
      case 'text': this.at++; return this.textOf(token)
      case 'words': {
        this.at++
        const items = text.split(/\s+/).filter((word) => word !== '')
          .map((word): Argument => ({ name: null, value: { kind: 'text', text: word, start, end } }))
        return { kind: 'list', items, start, end }
      }
      case 'atom': this.at++; return { kind: 'symbol', name: text, start, end }
      case 'number': this.at++; return { kind: 'constant', value: Number(text.replace(/_/g, '')) || 0, start, end }
      case 'alias': this.at++; return { kind: 'name', name: text, start, end }
      case 'label': return this.list([], start)
      case 'name': {
        if (text === 'fn') return this.anonymous()
        this.at++
        if (/^(?:true|false|nil)$/.test(text)) {
          return { kind: 'constant', value: text === 'nil' ? null : text === 'true', start, end }
        }
        return this.called({ kind: 'name', name: text, start, end }, takesBlock)
      }
      case 'mark': return this.marked()
      default: return this.skip()
    }
  }

  private marked(): Expression {
    const { start, text } = this.token
    if (text === '(') {
      this.at++
      const body = this.body(new Set(), true)
      this.take(')')
      const [only] = body
      return body.length === 1 && only?.kind === 'expression' ? only.value
        : { kind: 'function', function: anonymous([], body, start, this.previousEnd), start, end: this.previousEnd }
    }
    if (text === '[' || text === '{' || text === '<<') {
      this.at++
      return this.list(this.items({ '[': ']', '{': '}', '<<': '>>' }[text]), start)
    }
    if (text === '%{' || text === '%') return this.map()
    return this.skip()
  }

  private list(items: Argument[], start: number): Expression {
    return { kind: 'list', items: items.length === 0 && this.token.kind === 'label' ? this.bare() : items, start, end: this.previousEnd }
  }

  /** `%{a: 1}`, `%Visit{a: 1}`, `%{visit | a: 1}`. */
  private map(): Expression {
    const { start, text } = this.token
    this.at++
    if (text === '%') {
      if (this.token.kind === 'alias' || this.token.kind === 'name') this.at++
      if (!this.take('{')) return { kind: 'other', parts: [], start, end: this.previousEnd }
    }
    return { kind: 'map', entries: this.items('}'), start, end: this.previousEnd }
  }

  private anonymous(): Expression {
    const { start } = this.token
    this.at++
    const body = this.body(new Set(['end']), false)
    this.take('end')
    return { kind: 'function', function: anonymous([], body, start, this.previousEnd), start, end: this.previousEnd }
  }

  private textOf(token: ElixirToken): Expression {
    const { start, end, pieces, text } = token
    if (!pieces) return { kind: 'text', text, start, end }
    const parts = pieces.map((piece): Expression => {
      if (typeof piece === 'string') return { kind: 'text', text: piece, start, end }
      const inner = parseElixir(this.text, piece.start, piece.end)[0]
      return inner?.kind === 'expression' ? inner.value : { kind: 'other', parts: [], ...piece }
    })
    return { kind: 'join', parts, start, end }
  }

  // Calls ------------------------------------------------------------------------------------------------------------

  private postfix(from: Expression, takesBlock: boolean): Expression {
    let node = from
    for (;;) {
      if (this.is('.') && !this.token.spaced) {
        this.at++
        const { kind, text, end } = this.token
        if (kind === 'name' || kind === 'alias') {
          this.at++
          node = this.called({ kind: 'member', object: node, name: text, start: node.start, end }, takesBlock)
        } else if (text === '{') {
          // `alias MyApp.{One, Two}`
          this.at++
          const items = this.items('}')
          const callee: Expression = { kind: 'member', object: node, name: '{}', start: node.start, end: this.previousEnd }
          node = { kind: 'call', callee, arguments: items, block: null, start: node.start, end: this.previousEnd }
        } else if (text !== '(') return node
        else node = this.called(node, takesBlock)
      } else if (this.is('[') && !this.token.spaced) {
        this.at++
        const items = this.items(']')
        const key: Expression = items[0]?.value ?? { kind: 'other', parts: [], start: node.end, end: this.previousEnd }
        node = { kind: 'index', object: node, key, start: node.start, end: this.previousEnd }
      } else return node
    }
  }

  /** A name, or a call when arguments or a block follow. */
  private called(callee: Expression, takesBlock: boolean): Expression {
    const node: Call = { kind: 'call', callee, arguments: [], block: null, start: callee.start, end: callee.end }
    let isCall = false
    if (this.is('(') && !this.token.spaced) {
      this.at++
      node.arguments = this.items(')')
      isCall = true
    } else if (this.beginsArgument()) {
      node.arguments = this.bare()
      isCall = true
    }
    if (takesBlock && this.is('do')) {
      this.block(node)
      isCall = true
    }
    node.end = Math.max(this.previousEnd, callee.end)
    return isCall ? node : callee
  }

  private block(node: Call): void {
    const { start } = this.token
    this.at++
    const body = this.body(ENDS, false)
    while (this.at < this.tokens.length && !this.take('end')) {
      this.at++
      body.push(...this.body(ENDS, false))
    }
    node.block = anonymous([], body, start, this.previousEnd)
  }

  private beginsArgument(): boolean {
    const { kind, text, spaced, spacedAfter } = this.token
    if (!spaced || kind === 'newline') return false
    if (kind === 'name') return text === 'not' || text === 'fn' || !WORDS.has(text)
    if (kind !== 'mark') return true
    if (/^(?:\[|\{|%\{|%|\(|<<|&|\^)$/.test(text)) return true
    return /^[-!+]$/.test(text) && !spacedAfter
  }

  /** Arguments without parentheses. */
  private bare(): Argument[] {
    const items: Argument[] = []
    do {
      this.newlines()
      items.push(this.item(false))
    } while (this.take(','))
    return items
  }

  /** Up to a closing mark. */
  private items(close: string): Argument[] {
    const items: Argument[] = []
    for (this.newlines(); this.at < this.tokens.length && !this.take(close); this.newlines()) {
      const before = this.at
      items.push(this.item(true))
      this.newlines()
      if (!this.take(',') && this.at === before) this.at++
    }
    return items
  }

  private item(takesBlock: boolean): Argument {
    if (this.token.kind === 'label') {
      const name = this.token.text
      this.at++
      this.newlines()
      return { name, value: this.expression(0, takesBlock) }
    }
    const value = this.expression(0, takesBlock)
    // `"key" => value`
    if (value.kind === 'binary' && value.operator === '=>') return { name: null, key: value.left, value: value.right }
    return { name: null, value }
  }
}

function anonymous(parameters: CodeFunction['parameters'], body: Statement[], start: number, end: number): CodeFunction {
  return { name: null, receiver: null, parameters, decorators: [], body, start, end }
}

function statementOf(value: Expression): Statement {
  const { start, end } = value
  if (value.kind === 'binary' && value.operator === '=') {
    return { kind: 'assign', targets: [value.left], value: value.right, operator: '=', start, end }
  }
  return { kind: 'expression', value, start, end }
}

/** `a |> f(b)` is `f(a, b)`, `a <> b` one text. */
function joined(operator: string, left: Expression, right: Expression): Expression {
  const span: Span = { start: left.start, end: right.end }
  if (operator === '|>') {
    const first: Argument = { name: null, value: left }
    if (right.kind === 'call') return { ...right, ...span, arguments: [first, ...right.arguments] }
    return { kind: 'call', callee: right, arguments: [first], block: null, ...span }
  }
  if (operator === '<>') return { kind: 'join', parts: [left, right], ...span }
  return { kind: 'binary', operator: operator === '||' ? 'or' : operator, left, right, ...span }
}
