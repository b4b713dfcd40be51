/** Values that are one of several: `a ? b : c`, `a ?: b`, `switch`, `when`, `if … else` as a value. */
import type { ExpressionReader, Read } from './expressions.js'
import type { CodeNode } from './nodes.js'

const BLOCK_WORDS = new Set(['return', 'if', 'else', 'for', 'while', 'switch', 'catch', 'throw', 'in', 'is', 'as', 'when', 'do', 'try', 'using', 'lock', 'synchronized', 'foreach', 'case', 'instanceof', 'finally', 'init', 'get', 'set'])

/** True for words whose braces hold statements. */
export function isBlockWord(name: string): boolean {
  return BLOCK_WORDS.has(name)
}

/** The options of a value of which `first` was read; null when it is no choice. */
export function choicesOf(reader: ExpressionReader, from: number, first: Read, end: number, depth: number): Read | null {
  const mark = reader.mark(first.next, end)
  if (mark === '?:' || mark === '??') {
    const other = reader.expression(first.next + 1, end, depth + 1)
    return choice(reader, from, [first.node, other.node], other.next)
  }
  return ifElse(reader, from, end, depth) ?? arms(reader, from, first, end, depth) ?? ternary(reader, from, end, depth)
}

/** The condition may be anything: what counts is the question mark behind it. */
function ternary(reader: ExpressionReader, from: number, end: number, depth: number): Read | null {
  for (let at = from; at < end && !/^[,;)\]}]$/.test(reader.tokens[at]?.text ?? ''); at = reader.step(at)) {
    if (reader.mark(at, end) !== '?') continue
    const one = reader.expression(at + 1, end, depth + 1)
    if (reader.mark(one.next, end) !== ':') return null
    const other = reader.expression(one.next + 1, end, depth + 1)
    return choice(reader, from, [one.node, other.node], other.next)
  }
  return null
}

/** Kotlin: `if (a) "x" else "y"`. */
function ifElse(reader: ExpressionReader, from: number, end: number, depth: number): Read | null {
  const open = reader.tokens[from + 1]
  if (reader.language !== 'kotlin' || reader.tokens[from]?.text !== 'if' || open?.text !== '(') return null
  const one = branch(reader, open.close + 1, end, depth)
  if (reader.tokens[one.next]?.text !== 'else') return null
  const other = branch(reader, one.next + 1, end, depth)
  return choice(reader, from, [one.node, other.node], other.next)
}

/** A value, or a block whose last statement is one. */
function branch(reader: ExpressionReader, from: number, end: number, depth: number): Read {
  const open = reader.tokens[from]
  if (open?.text !== '{') return reader.expression(from, end, depth + 1)
  let last = from + 1
  for (let at = from + 1; at < open.close; at = reader.step(at)) if (reader.tokens[at]?.startsLine) last = at
  return { node: reader.expression(last, open.close, depth + 1).node, next: open.close + 1 }
}

/** `switch (x) { case A -> "a"; }`, `when (x) { A -> "a" }`, `x switch { A => "a" }`. */
function arms(reader: ExpressionReader, from: number, first: Read, end: number, depth: number): Read | null {
  const { tokens } = reader
  const isBehind = tokens[first.next]?.text === 'switch'
  const word = tokens[from]?.text
  if (!isBehind && word !== 'switch' && word !== 'when') return null
  let at = isBehind ? first.next + 1 : from + 1
  if (tokens[at]?.text === '(') at = reader.step(at)
  const open = tokens[at]
  if (open?.text !== '{' || at >= end) return null
  const options: CodeNode[] = []
  for (let arm = at + 1; arm < open.close; arm = reader.step(arm)) {
    if (/^(?:->|=>)$/.test(tokens[arm]?.text ?? '')) options.push(branch(reader, arm + 1, open.close, depth).node)
    else if (tokens[arm]?.text === 'yield') options.push(reader.expression(arm + 1, open.close, depth + 1).node)
  }
  return options.length === 0 ? null : choice(reader, from, options, open.close + 1)
}

function choice(reader: ExpressionReader, from: number, options: readonly CodeNode[], next: number): Read {
  const all = options.flatMap((node) => (node.kind === 'choice' ? node.options : [node]))
  return { node: { kind: 'choice', options: all, ...reader.span(from, next) }, next }
}
