/** What stands in the body of a method: calls, returned values, values given to names. */
import type { Span } from '../../../types.js'
import { callOf, type ExpressionReader } from './expressions.js'
import type { CodeCallNode, CodeNode, CodeOutline } from './nodes.js'
import type { Token } from './tokens.js'

const CONTROLS = new Set(['if', 'for', 'while', 'switch', 'catch', 'foreach', 'using', 'lock', 'synchronized', 'return', 'else', 'do', 'try', 'finally', 'when', 'throw', 'await', 'case', 'yield', 'in', 'is', 'as'])
const LINK = /^(?:\.|\?\.|::)$/

/** Index of the first token at or behind an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

export function callsIn(reader: ExpressionReader, span: Span): CodeCallNode[] {
  const { tokens, language } = reader
  const found: CodeCallNode[] = []
  const end = firstFrom(tokens, span.end)
  for (let at = firstFrom(tokens, span.start); at < end; at++) {
    const token = tokens[at] as Token
    const isText = token.kind === 'string' && (language === 'groovy' || LINK.test(tokens[at + 1]?.text ?? ''))
    if ((token.kind !== 'name' && !isText) || LINK.test(tokens[at - 1]?.text ?? '')) continue
    // Of `new A()` the word before is what begins.
    if (token.kind === 'name' && tokens[at - 1]?.text === 'new') continue
    if (CONTROLS.has(token.text) && !LINK.test(tokens[at + 1]?.text ?? '')) continue
    const command = language === 'groovy' && !isText ? commandAt(reader, at, end) : null
    if (command) {
      found.push(command)
      continue
    }
    const chain: CodeCallNode[] = []
    for (let link = callOf(reader.operand(at, end, 0).node); link; link = link.receiver) chain.unshift(link)
    found.push(...chain)
  }
  return found
}

/** Groovy leaves brackets out: `render view: 'x'`, `get '/x', controller: 'y'`. */
function commandAt(reader: ExpressionReader, at: number, to: number): CodeCallNode | null {
  const { tokens } = reader
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  const isFirst = token.startsLine || before === undefined || /^[{};]$|^->$|^else$/.test(before.text)
  if (!isFirst || !next || next.startsLine || at + 1 >= to) return null
  // `render view: 'x'`, `respond visit, [view: 'x']`, `render visit as JSON`.
  const isNamed = next.kind === 'name' && /^(?::|,|as)$/.test(tokens[at + 2]?.text ?? '')
  if (next.kind !== 'string' && !isNamed) return null
  let end = at + 1
  while (end < to && !/^[;})]$/.test(tokens[end]?.text ?? '')) {
    const item = tokens[end] as Token
    if (end > at + 1 && item.startsLine && !/^[,:[]$/.test(tokens[end - 1]?.text ?? '')) break
    end = reader.step(end)
  }
  const last = Math.min(end, to)
  // A closure behind the last argument: `group "/api", { … }`, `name x: "/y" { … }`.
  const brace = tokens.slice(at + 1, last).findLast((item) => item.text === '{' && item.close >= last - 1)
  return {
    kind: 'call', name: token.text, path: token.text, receiver: null, arguments: reader.items(at + 1, last),
    block: brace ? { start: brace.start, end: tokens[brace.close]?.end ?? brace.end } : null,
    start: token.start, end: tokens[last - 1]?.end ?? token.end,
  }
}

export function returnsIn(reader: ExpressionReader, span: Span): CodeNode[] {
  const { tokens } = reader
  const from = firstFrom(tokens, span.start)
  const end = firstFrom(tokens, span.end)
  const flat = (node: CodeNode): CodeNode[] => (node.kind === 'choice' ? node.options : [node])
  if (/^(?:=>|=)$/.test(tokens[from]?.text ?? '')) return flat(reader.expression(from + 1, end).node)
  const found: CodeNode[] = []
  for (let at = from; at < end; at++) {
    const token = tokens[at] as Token
    if (token.kind !== 'name' || token.text !== 'return' || tokens[at + 1]?.text === ';') continue
    // `return@label` of Kotlin.
    const value = tokens[at + 1]?.text === '@' ? at + 3 : at + 1
    found.push(...flat(reader.expression(value, end).node))
  }
  return found
}

export function assignmentsIn(reader: ExpressionReader, span: Span): ReturnType<CodeOutline['assignments']> {
  const { tokens } = reader
  const found: ReturnType<CodeOutline['assignments']> = []
  const end = firstFrom(tokens, span.end)
  for (let at = firstFrom(tokens, span.start) + 1; at < end; at++) {
    const name = tokens[at - 1] as Token
    if (tokens[at]?.text !== '=' || tokens[at]?.kind !== 'mark' || name.kind !== 'name') continue
    const { node } = reader.expression(at + 1, end)
    found.push({ name: name.text, value: node, start: name.start, end: node.end })
  }
  return found
}
