/** Values and calls from tokens. Operators other than joins and choices make a value unknown. */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'
import type { CodeArgument, CodeCall, CodeNode } from './nodes.js'
import type { Token } from './tokens.js'

type CallNode = Span & { kind: 'call' } & CodeCall

/** How deep values in values are read. */
const DEPTH = 20
const ENDS = new Set([',', ')', ']', '}', ';'])
const KEYWORDS = new Set(['return', 'if', 'else', 'for', 'while', 'switch', 'catch', 'throw', 'in', 'is', 'as', 'when', 'do', 'try', 'using', 'lock', 'synchronized', 'foreach', 'case', 'instanceof'])

/** A value and the index of the token behind it. */
interface Read {
  node: CodeNode
  next: number
}

export class ExpressionReader {
  constructor(private readonly tokens: readonly Token[]) {}

  /** The value that begins at a token and ends before `end`, at a comma, a closing bracket or a semicolon. */
  expression(from: number, end: number, depth = 0): Read {
    const first = this.joined(from, end, depth)
    const mark = this.mark(first.next, end)
    if (mark === '?' || mark === '?:' || mark === '??') {
      const one = this.expression(first.next + 1, end, depth + 1)
      const other = mark === '?' && this.mark(one.next, end) === ':' ? this.expression(one.next + 1, end, depth + 1) : null
      const options = mark === '?' ? [one.node, ...(other ? [other.node] : [])] : [first.node, one.node]
      const next = (other ?? one).next
      return { node: { kind: 'choice', options: options.flatMap((node) => (node.kind === 'choice' ? node.options : [node])), ...this.span(from, next) }, next }
    }
    return this.isEnd(first.next, end) ? first : this.unknown(from, end)
  }

  /** Operands joined by `+`: a string as soon as one of them is. */
  private joined(from: number, end: number, depth: number): Read {
    let { node, next } = this.operand(from, end, depth)
    while (this.mark(next, end) === '+') {
      const right = this.operand(next + 1, end, depth + 1)
      const isText = node.kind === 'string' || right.node.kind === 'string'
      // Names stand for constants, which the caller may know.
      node = isText ? { kind: 'string', text: textOf(node) + textOf(right.node), ...this.span(from, right.next) } : { kind: 'other', ...this.span(from, right.next) }
      next = right.next
    }
    return { node, next }
  }

  private operand(from: number, end: number, depth: number): Read {
    const token = this.tokens[from]
    if (!token || from >= end || depth > DEPTH) return this.unknown(from, end)
    if (token.kind === 'string') {
      const read: Read = { node: { kind: 'string', text: token.text, start: token.start, end: token.end }, next: from + 1 }
      return this.mark(read.next, end) === '.' ? this.skipChain(from, read.next, end) : read
    }
    if (token.kind === 'name') return token.text === 'new' ? this.creation(from, end, depth) : this.chain(from, end, depth)
    if (token.text === '[' || token.text === '{') {
      const items = this.items(from + 1, token.close, depth + 1)
      return { node: { kind: 'list', items, ...this.span(from, token.close + 1) }, next: token.close + 1 }
    }
    if (token.text === '(') {
      const inner = this.expression(from + 1, token.close, depth + 1)
      const isCast = this.tokens[token.close + 1]?.kind === 'name' && inner.node.kind === 'name'
      if (isCast) return this.operand(token.close + 1, end, depth + 1)
      return { node: inner.node, next: token.close + 1 }
    }
    if (token.text === '@' && this.tokens[from + 1]?.kind === 'name') return this.chain(from + 1, end, depth)
    return this.unknown(from, end)
  }

  /** `new Name(…)`, `new[] {…}`, `new { a = 1 }`. */
  private creation(from: number, end: number, depth: number): Read {
    const named = this.names(from + 1, end)
    const at = this.behindTypeArguments(named.next, end)
    const open = this.tokens[at]
    if (named.path !== '' && open?.text === '(') {
      const next = this.tokens[open.close + 1]?.text === '{' ? (this.tokens[open.close + 1] as Token).close + 1 : open.close + 1
      const node: CallNode = {
        kind: 'call', name: named.path.slice(named.path.lastIndexOf('.') + 1), path: `new ${named.path}`, receiver: null,
        arguments: this.items(at + 1, open.close, depth + 1), block: null, ...this.span(from, next),
      }
      return this.links(node, next, end, depth)
    }
    const brace = open?.text === '[' ? open.close + 1 : at
    const body = this.tokens[brace]
    if (body?.text === '{') {
      return { node: { kind: 'list', items: this.items(brace + 1, body.close, depth + 1), ...this.span(from, body.close + 1) }, next: body.close + 1 }
    }
    return this.unknown(from, end)
  }

  /** Names joined by dots, and what is called on them. */
  private chain(from: number, end: number, depth: number): Read {
    const named = this.names(from, end)
    const at = this.behindTypeArguments(named.next, end)
    const isCall = this.tokens[at]?.text === '(' && at < end
    const isBlock = this.tokens[named.next]?.text === '{' && named.next < end && !KEYWORDS.has(named.path)
    if (!isCall && !isBlock) {
      const node: CodeNode = { kind: 'name', path: named.path, ...this.span(from, named.next) }
      return this.mark(named.next, end) === '[' ? this.skipChain(from, named.next, end) : { node, next: named.next }
    }
    const call = this.callAt(from, isCall ? at : named.next, named.path, null, depth)
    return this.links(call.node, call.next, end, depth)
  }

  /** Further calls on a call. */
  private links(first: CallNode, from: number, end: number, depth: number): Read {
    let node = first
    let next = from
    while (next < end) {
      if (!/^(?:\.|\?\.|!!|::)$/.test(this.tokens[next]?.text ?? '')) break
      const named = this.names(this.tokens[next]?.text === '!!' ? next + 2 : next + 1, end)
      const at = this.behindTypeArguments(named.next, end)
      const open = this.tokens[at]
      if (named.path === '') break
      if (at < end && (open?.text === '(' || this.tokens[named.next]?.text === '{')) {
        const call = this.callAt(next, open?.text === '(' ? at : named.next, `${node.path}().${named.path}`, node, depth)
        node = call.node
        next = call.next
      } else return { node: { kind: 'other', start: node.start, end: this.tokens[named.next - 1]?.end ?? node.end }, next: named.next }
    }
    return { node, next }
  }

  /** A call whose arguments, or whose only closure, begin at `open`. */
  private callAt(from: number, open: number, path: string, receiver: CallNode | null, depth: number): { node: CallNode; next: number } {
    const bracket = this.tokens[open] as Token
    const hasArguments = bracket.text === '('
    const behind = hasArguments ? bracket.close + 1 : open
    const brace = this.tokens[behind]
    const hasBlock = brace?.text === '{' && brace.close >= 0 && (!hasArguments || !brace.startsLine)
    const next = hasBlock ? brace.close + 1 : behind
    const start = receiver?.start ?? this.tokens[from]?.start ?? 0
    return {
      node: {
        kind: 'call', name: path.slice(path.lastIndexOf('.') + 1), path, receiver,
        arguments: hasArguments && depth < DEPTH ? this.items(open + 1, bracket.close, depth + 1) : [],
        block: hasBlock ? { start: brace.start, end: this.tokens[brace.close]?.end ?? brace.end } : null,
        start, end: this.tokens[next - 1]?.end ?? start,
      },
      next,
    }
  }

  /** Arguments of a call, items of a list, separated by commas. */
  items(from: number, end: number, depth = 0): CodeArgument[] {
    const items: CodeArgument[] = []
    for (let at = from; at < end;) {
      const token = this.tokens[at] as Token
      const separator = this.tokens[at + 1]?.text
      const isNamed = (token.kind === 'name' || token.kind === 'string') && (separator === ':' || separator === '=') && at + 1 < end
      const begin = isNamed ? at + 2 : at
      const read = depth > DEPTH ? this.unknown(begin, end) : this.expression(begin, end, depth)
      items.push({ name: isNamed ? token.text : null, value: read.node })
      at = Math.max(read.next, begin)
      // Anything up to the comma belongs to a value that was not understood.
      at = this.behind(at, end)
    }
    return items
  }

  private behind(from: number, end: number): number {
    let at = from
    while (at < end && this.tokens[at]?.text !== ',') at = this.step(at)
    return at + 1
  }

  /** Names joined by dots: `a.b?.c`, `this`. */
  private names(from: number, end: number): { path: string; next: number } {
    let path = ''
    let at = from
    while (at < end && this.tokens[at]?.kind === 'name') {
      path += (path === '' ? '' : '.') + (this.tokens[at] as Token).text
      at++
      if (!/^(?:\.|\?\.|::)$/.test(this.tokens[at]?.text ?? '') || this.tokens[at + 1]?.kind !== 'name') break
      at++
    }
    return { path, next: at }
  }

  /** Behind `<A, B<C>>` when a bracket or brace follows; else the index itself. */
  private behindTypeArguments(from: number, end: number): number {
    if (this.mark(from, end) !== '<') return from
    let depth = 0
    for (let at = from; at < end && at < from + 40; at++) {
      const { text, kind } = this.tokens[at] as Token
      if (text === '<') depth++
      else if (text === '>') depth--
      else if (kind !== 'name' && !/^[,.?[\]:]$/.test(text)) return from
      if (depth === 0) return /^[({[]$/.test(this.tokens[at + 1]?.text ?? '') ? at + 1 : from
    }
    return from
  }

  private skipChain(from: number, at: number, end: number): Read {
    let next = at
    while (next < end && /^(?:\.|\?\.|\[|\(|::|!!)$/.test(this.tokens[next]?.text ?? '')) {
      next = this.step(next)
      if (this.tokens[next]?.kind === 'name' && /^(?:\.|\?\.|::)$/.test(this.tokens[next - 1]?.text ?? '')) next++
    }
    return { node: { kind: 'other', ...this.span(from, next) }, next }
  }

  /** Behind one token, or behind the brackets it opens. */
  private step(at: number): number {
    const { close } = this.tokens[at] as Token
    return (close > at ? close : at) + 1
  }

  private unknown(from: number, end: number): Read {
    let next = from
    while (next < end && !ENDS.has(this.tokens[next]?.text ?? '')) next = this.step(next)
    next = Math.min(next, end)
    return { node: { kind: 'other', ...this.span(from, Math.max(next, from + 1)) }, next }
  }

  private isEnd(at: number, end: number): boolean {
    const token = this.tokens[at]
    return at >= end || !token || (token.kind === 'mark' && (ENDS.has(token.text) || token.text === ':')) || token.startsLine
  }

  private mark(at: number, end: number): string | null {
    const token = this.tokens[at]
    return token?.kind === 'mark' && at < end ? token.text : null
  }

  private span(from: number, next: number): Span {
    const start = this.tokens[from]?.start ?? 0
    return { start, end: this.tokens[next - 1]?.end ?? start }
  }
}

/** A string's text; anything else is a hole. */
function textOf(node: CodeNode): string {
  return node.kind === 'string' ? node.text : HOLE
}
