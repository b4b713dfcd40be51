/** Values and calls from tokens. Operators other than joins and choices make a value unknown. */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'
import { choicesOf, isBlockWord } from './choices.js'
import type { CodeArgument, CodeCallNode, CodeNode } from './nodes.js'
import type { ClassLanguage, Token } from './tokens.js'

/** How deep values in values are read. */
const DEPTH = 20
const ENDS = new Set([',', ')', ']', '}', ';'])
const LINKS = /^(?:\.|\?\.|::|!!)$/
const BRACES_HOLD_ITEMS = new Set<ClassLanguage>(['java', 'csharp'])
/** Words in front of a value that leave it what it is. */
const PREFIX_WORDS = new Set(['await', 'ref', 'out', 'in'])
/** Words that begin a value made of several, see `choicesOf`. */
const CHOOSES = new Set(['if', 'when', 'switch'])
const LISTS = /^(?:arrayOf|listOf|setOf|List\.of|Set\.of|Arrays\.asList|mutableListOf|mapOf|Map\.of)$/

/** A value and the index of the token behind it. */
export interface Read {
  node: CodeNode
  next: number
}

export class ExpressionReader {
  constructor(readonly tokens: readonly Token[], readonly language: ClassLanguage) {}

  /** The value that begins at a token and ends before `end`, at a comma, a closing bracket or a semicolon. */
  expression(from: number, end: number, depth = 0): Read {
    const first = this.joined(from, end, depth)
    if (this.isEnd(first.next, end)) return first
    return choicesOf(this, from, first, end, depth) ?? this.unknown(from, end)
  }

  /** Operands joined by `+`. */
  private joined(from: number, end: number, depth: number): Read {
    const first = this.operand(from, end, depth)
    if (this.mark(first.next, end) !== '+') return first
    const parts = [first.node]
    let { next } = first
    while (this.mark(next, end) === '+') {
      const right = this.operand(next + 1, end, depth + 1)
      parts.push(right.node)
      next = right.next
    }
    return { node: { kind: 'join', parts: parts.flatMap((part) => (part.kind === 'join' ? part.parts : [part])), ...this.span(from, next) }, next }
  }

  /** One value without operators around it. */
  operand(from: number, end: number, depth: number): Read {
    const token = this.tokens[from]
    if (!token || from >= end || depth > DEPTH) return this.unknown(from, end)
    if (token.kind === 'string') return this.text(from, end, depth)
    if (token.kind === 'number' || CHOOSES.has(token.text)) return { node: { kind: 'other', ...this.span(from, from + 1) }, next: from + 1 }
    if (token.kind === 'name') {
      if (PREFIX_WORDS.has(token.text) && this.tokens[from + 1]?.kind === 'name') return this.operand(from + 1, end, depth + 1)
      return token.text === 'new' ? this.creation(from, end, depth) : this.chain(from, end, depth)
    }
    if (token.text === '[' || (token.text === '{' && BRACES_HOLD_ITEMS.has(this.language))) {
      const items = this.items(from + 1, token.close, depth + 1)
      return { node: { kind: 'list', items, ...this.span(from, token.close + 1) }, next: token.close + 1 }
    }
    if (token.text === '(') {
      const inner = this.expression(from + 1, token.close, depth + 1)
      const isCast = /^(?:name|string)$/.test(this.tokens[token.close + 1]?.kind ?? '') && inner.node.kind === 'name'
      if (isCast && !/^(?:is|as|in|instanceof|switch)$/.test(this.tokens[token.close + 1]?.text ?? '')) return this.operand(token.close + 1, end, depth + 1)
      const call = callOf(inner.node)
      return this.links({ node: inner.node, next: token.close + 1 }, '()', call, end, depth)
    }
    if (token.text === '@' && this.tokens[from + 1]?.kind === 'name') return this.chain(from + 1, end, depth)
    return this.unknown(from, end)
  }

  private text(from: number, end: number, depth: number): Read {
    const token = this.tokens[from] as Token
    const { start } = token
    const node: CodeNode = token.holes.length === 0 ? { kind: 'string', text: token.text, start, end: token.end } : interpolated(token)
    const next = this.tokens[from + 1]
    // Groovy: `"/path"(controller: 'x')`, `"/path" { … }`.
    if (this.language === 'groovy' && from + 1 < end && (next?.text === '(' || next?.text === '{') && next.kind === 'mark') {
      const call = this.callAt(from, from + 1, '', null, depth)
      call.node.arguments.unshift({ name: null, value: node })
      return this.links(call, call.node.path, call.node, end, depth)
    }
    return this.links({ node, next: from + 1 }, '""', null, end, depth)
  }

  /** `new Name(…)`, `new Name { … }`, `new[] {…}`, `new { a = 1 }`. */
  private creation(from: number, end: number, depth: number): Read {
    const named = this.names(from + 1, end)
    const at = this.behindTypeArguments(named.next, end)
    const open = this.tokens[at]
    if (named.path !== '' && (open?.text === '(' || open?.text === '{') && at < end) {
      const hasArguments = open.text === '('
      const brace = hasArguments ? open.close + 1 : at
      const body = this.tokens[brace]
      const hasBody = body?.text === '{' && brace < end
      const next = hasBody ? body.close + 1 : open.close + 1
      const node: CodeCallNode = {
        kind: 'call', name: named.path.slice(named.path.lastIndexOf('.') + 1), path: `new ${named.path}`, receiver: null,
        // The values an object is made with count as arguments; a class body holds none.
        arguments: [
          ...(hasArguments ? this.items(at + 1, open.close, depth + 1) : []),
          ...(hasBody && this.language === 'csharp' ? this.items(brace + 1, body.close, depth + 1) : []),
        ],
        block: hasBody ? { start: body.start, end: this.tokens[body.close]?.end ?? body.end } : null, ...this.span(from, next),
      }
      return this.links({ node, next }, node.path, node, end, depth)
    }
    const brace = open?.text === '[' ? open.close + 1 : at
    const body = this.tokens[brace]
    if (body?.text === '{' && brace < end) {
      return { node: { kind: 'list', items: this.items(brace + 1, body.close, depth + 1), ...this.span(from, body.close + 1) }, next: body.close + 1 }
    }
    return this.unknown(from, end)
  }

  /** Names joined by dots, and what is called on them. */
  private chain(from: number, end: number, depth: number): Read {
    const named = this.names(from, end)
    const first: CodeNode = { kind: 'name', path: named.path, of: null, ...this.span(from, named.next) }
    const called = this.called(from, named.next, named.path, null, end, depth)
    const [only] = called?.node.arguments ?? []
    if (called && named.path === 'nameof' && only?.value.kind === 'name') {
      return { node: { kind: 'string', text: lastName(only.value.path), ...this.span(from, called.next) }, next: called.next }
    }
    if (called) return this.links(called, called.node.path, called.node, end, depth)
    return this.links({ node: first, next: named.next }, named.path, null, end, depth)
  }

  /** The call of a name that ends before `at`; null when it is none. */
  private called(
    from: number, at: number, path: string, receiver: CodeCallNode | null, end: number, depth: number,
  ): { node: CodeCallNode; next: number } | null {
    const open = this.behindTypeArguments(at, end)
    if (open < end && this.tokens[open]?.text === '(') {
      return this.callAt(from, open, path, receiver, depth)
    }
    const brace = this.tokens[at]
    const isClosure = !BRACES_HOLD_ITEMS.has(this.language) && brace?.text === '{' && at < end && !brace.startsLine && !isBlockWord(lastName(path))
    return isClosure ? this.callAt(from, at, path, receiver, depth) : null
  }

  /** What follows a value with a dot in front, and the indexes into it. */
  private links(first: Read, firstPath: string, firstCall: CodeCallNode | null, end: number, depth: number): Read {
    const { start } = first.node
    let { node, next } = first
    let path = firstPath
    let call = firstCall
    while (next < end) {
      const token = this.tokens[next] as Token
      if (token.kind !== 'mark') break
      if (token.text === '[' && !token.startsLine) {
        next = token.close + 1
        path = `${pathOf(path, call)}[]`
      } else if (token.text === '!!' || (token.text === '!' && LINKS.test(this.tokens[next + 1]?.text ?? ''))) {
        next++
        continue
      } else if (LINKS.test(token.text) && this.tokens[next + 1]?.kind === 'name') {
        const named = this.names(next + 1, end)
        path = `${pathOf(path, call)}.${named.path}`
        const called = this.called(next, named.next, path, call, end, depth)
        if (called) {
          call = { ...called.node, start }
          node = call
          next = called.next
          path = call.path
          continue
        }
        next = named.next
      } else break
      node = { kind: 'name', path, of: call, start, end: this.tokens[next - 1]?.end ?? start }
    }
    return { node, next }
  }

  /** A call whose arguments, or whose only closure, begin at `open`. */
  private callAt(from: number, open: number, path: string, receiver: CodeCallNode | null, depth: number): { node: CodeCallNode; next: number } {
    const bracket = this.tokens[open] as Token
    const hasArguments = bracket.text === '('
    const behind = hasArguments ? bracket.close + 1 : open
    const brace = this.tokens[behind]
    const mayHaveBlock = !BRACES_HOLD_ITEMS.has(this.language)
    const hasBlock = mayHaveBlock && brace?.text === '{' && brace.close >= 0 && (!hasArguments || !brace.startsLine)
    const next = hasBlock ? brace.close + 1 : behind
    const start = receiver?.start ?? this.tokens[from]?.start ?? 0
    return {
      node: {
        kind: 'call', name: lastName(path), path, receiver,
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
      while (at < end && this.tokens[at]?.text !== ',') at = this.step(at)
      at++
    }
    return items
  }

  /** Names joined by dots: `a.b?.c`, `this`. */
  private names(from: number, end: number): { path: string; next: number } {
    let path = ''
    let at = from
    while (at < end && this.tokens[at]?.kind === 'name') {
      path += (path === '' ? '' : '.') + (this.tokens[at] as Token).text
      at++
      if (!/^(?:\.|\?\.|::)$/.test(this.tokens[at]?.text ?? '') || this.tokens[at + 1]?.kind !== 'name' || at + 1 >= end) break
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

  /** Behind one token, or behind the brackets it opens. */
  step(at: number): number {
    const close = this.tokens[at]?.close ?? -1
    return (close > at ? close : at) + 1
  }

  /** A value nobody understands, up to where it must end. */
  unknown(from: number, end: number): Read {
    let next = from
    while (next < end && !ENDS.has(this.tokens[next]?.text ?? '')) {
      if (next > from && this.endsLine(next)) break
      next = this.step(next)
    }
    next = Math.min(next, end)
    return { node: { kind: 'other', ...this.span(from, Math.max(next, from + 1)) }, next }
  }

  /** A value ends before a token. */
  isEnd(at: number, end: number): boolean {
    const token = this.tokens[at]
    if (at >= end || !token) return true
    if (token.kind === 'mark') return ENDS.has(token.text) || token.text === ':' || this.endsLine(at)
    return token.text === 'else' || this.endsLine(at)
  }

  /** Where no semicolon is needed the line ends a value, unless the next one goes on with it. */
  private endsLine(at: number): boolean {
    if (BRACES_HOLD_ITEMS.has(this.language)) return false
    const token = this.tokens[at]
    return token?.startsLine === true && !/^(?:\.|\?\.|\?:|\?|:|&&|\|\||\+|->)$/.test(token.text)
  }

  mark(at: number, end: number): string | null {
    const token = this.tokens[at]
    return token?.kind === 'mark' && at < end ? token.text : null
  }

  span(from: number, next: number): Span {
    const start = this.tokens[from]?.start ?? 0
    return { start, end: this.tokens[next - 1]?.end ?? start }
  }
}

/** True for calls that only put their arguments together: `listOf("a", "b")`. */
export function isListCall(node: CodeNode): boolean {
  return node.kind === 'call' && LISTS.test(node.path)
}

/** The call a value is, or the last one it goes through. */
export function callOf(node: CodeNode): CodeCallNode | null {
  return node.kind === 'call' ? node : node.kind === 'name' ? node.of : null
}

/** A name in front of a call's own: `a.b` of what is called on it. */
function pathOf(path: string, call: CodeCallNode | null): string {
  return call && call.path === path ? `${path}()` : path
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/^new /, '')
}

/** `"/a/${BASE}/b"`: names stay names, anything else is unknown. */
function interpolated({ text, holes, start, end }: Token): CodeNode {
  const parts = text.split(HOLE).flatMap((piece, index): CodeNode[] => {
    const code = holes[index]?.replace(/[,:][^{}()[\]"]*$/, '').trim()
    const string: CodeNode[] = piece === '' ? [] : [{ kind: 'string', text: piece, start, end }]
    if (code === undefined) return string
    return [...string, /^[A-Za-z_][\w.]*$/.test(code) ? { kind: 'name', path: code, of: null, start, end } : { kind: 'other', start, end }]
  })
  return { kind: 'join', parts, start, end }
}
