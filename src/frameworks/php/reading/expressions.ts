/**
 * Expressions of PHP from tokens: operands with the operators between them. See `operands.ts` for what stands there.
 */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'
import { createTokenCursor, type TokenCursor } from './cursor.js'
import type { PhpAssignment, PhpBranch, PhpCallNode, PhpNode, PhpParameter } from './nodes.js'
import { readAttributes, readOperand, readParameters } from './operands.js'
import type { Token } from './tokens.js'
import { ASSIGNS, CHOICE, operatorOf, STRENGTH } from './words.js'

export interface ExpressionHost {
  /** Reads `{ … }` and gives what stands between. */
  body(): Span
  /** Index of the declaration that is being read, -1 for none. */
  declaration(): number
  /** Reads the rest of `new #[A] class …`, whose `class` is read. */
  anonymousClass(start: number, annotations: PhpCallNode[]): void
}

export interface Reading extends TokenCursor {
  host: ExpressionHost
  /** The code is an annotation of a comment, where `{…}` is a list and `name=` names an argument. */
  isAnnotation: boolean
  calls: PhpCallNode[]
  assignments: PhpAssignment[]
  branches: PhpBranch[]
  /** An expression; with a strength, only what binds at least so strongly. */
  expression(least?: number): PhpNode
  /** Where nothing is known: from an offset to what was read last. */
  other(start: number): PhpNode
}

export interface ExpressionReader extends TokenCursor {
  calls: PhpCallNode[]
  assignments: PhpAssignment[]
  branches: PhpBranch[]
  expression(): PhpNode
  /** `#[A, B(1)]`, one after the other. */
  attributes(): PhpCallNode[]
  /** `(int $a = 1, B $b) use ($c): T` of a function, up to its body: calls in defaults are read. */
  parameters(): PhpParameter[]
}

/** Deeper expressions are skipped. */
const DEPTH = 120
/** A choice of more is known no better than none. */
const MOST_OPTIONS = 40

export function createExpressionReader(
  tokens: readonly Token[], host: ExpressionHost, isAnnotation = false,
): ExpressionReader {
  const cursor = createTokenCursor(tokens)
  let depth = 0
  const reading: Reading = {
    ...cursor, host, isAnnotation, calls: [], assignments: [], branches: [],
    expression(least = 0) {
      const start = cursor.offset()
      if (depth >= DEPTH) {
        cursor.skipOne()
        return reading.other(start)
      }
      depth++
      const node = joined(reading, start, least)
      depth--
      return node
    },
    other: (start) => ({ kind: 'other', start, end: Math.max(start, cursor.endOfLast()) }),
  }
  const { calls, assignments, branches, expression } = reading
  return {
    ...cursor, calls, assignments, branches, expression,
    attributes: () => readAttributes(reading), parameters: () => readParameters(reading),
  }
}

/** Operands with the operators between them that bind at least so strongly. */
function joined(reading: Reading, start: number, least: number): PhpNode {
  let node = readOperand(reading)
  for (;;) {
    const token = reading.peek()
    if (!token || (token.kind !== 'mark' && token.kind !== 'name')) return node
    const mark = token.text.toLowerCase()
    const isMark = token.kind === 'mark'
    if (isMark && ASSIGNS.has(mark) && !reading.isAnnotation) node = assigned(reading, start, node, mark)
    else if (isMark && (mark === '?' || mark === '?:' || mark === '??')) {
      if (CHOICE < least) return node
      node = choice(reading, start, node, mark)
    } else {
      const strength = STRENGTH.get(mark)
      if (strength === undefined || strength < least) return node
      reading.next()
      // `**` alone joins from the right.
      const right = reading.expression(mark === '**' ? strength : strength + 1)
      node = mark === '.' ? text(start, node, right)
        : { kind: 'binary', operator: operatorOf(mark), left: node, right, start, end: Math.max(start, right.end) }
    }
  }
}

function text(start: number, left: PhpNode, right: PhpNode): PhpNode {
  const parts = [left, right].flatMap((node) => (node.kind === 'string' && node.parts ? node.parts : [node]))
  const texts = parts.map((node) => (node.kind === 'string' ? node.text : HOLE))
  const isLiteral = parts.every((node) => node.kind === 'string')
  return { kind: 'string', text: texts.join(''), ...isLiteral ? {} : { parts }, start, end: Math.max(start, right.end) }
}

function choice(reading: Reading, start: number, first: PhpNode, operator: string): PhpNode {
  reading.next()
  const one = reading.expression(operator === '??' ? CHOICE : 0)
  const isWhole = operator === '?' && reading.is(':')
  if (isWhole) reading.next()
  const nodes = isWhole ? [one, reading.expression(CHOICE + 0.1)] : [first, one]
  const options = nodes.flatMap((node) => (node.kind === 'choice' ? node.options : [node]))
  if (options.length > MOST_OPTIONS) return reading.other(start)
  return { kind: 'choice', options, start, end: Math.max(start, reading.endOfLast()) }
}

/** `=` takes all that follows, whatever stands before. */
function assigned(reading: Reading, start: number, target: PhpNode, operator: string): PhpNode {
  reading.next()
  const value = reading.expression(CHOICE)
  if (target.kind === 'variable' && (operator === '=' || operator === '??=' || operator === '.=')) {
    const before: PhpNode = {
      kind: 'variable',
      path: target.path,
      keys: target.keys,
      start: target.start,
      end: target.end,
    }
    reading.assignments.push({
      name: target.path, keys: target.keys, value: operator === '.=' ? text(start, before, value) : value,
      declaration: reading.host.declaration(), start, end: value.end,
    })
  }
  return value
}

/** `Route::get` → `get`, `App\Portal` → `Portal`, `$this->render` → `render`. */
export function lastName(path: string): string {
  return /[^\\:>]*$/.exec(path)?.[0] ?? path
}
