/** Expressions of PHP from tokens: what is called with what, literals, and the shape of everything else. */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'
import type { PhpArgument, PhpAssignment, PhpCall, PhpNode } from './outline.js'
import { createTokenCursor, type TokenCursor } from './cursor.js'
import type { Token } from './tokens.js'
import {
  ASSIGNS, CASTS, INCLUDES, OPERATORS, OPERATOR_WORDS, PREFIXES, PREFIX_WORDS, STATEMENTS,
} from './words.js'

type CallNode = Span & PhpCall

export interface ExpressionHost {
  /** Reads `{ … }` and gives what stands between. */
  body(): Span
  /** Index of the declaration that is being read, -1 for none. */
  declaration(): number
  /** Reads the rest of `new class …`, whose `class` is read. */
  anonymousClass(start: number): void
}

export interface ExpressionReader extends TokenCursor {
  calls: CallNode[]
  assignments: PhpAssignment[]
  expression(): PhpNode
  /** `#[A, B(1)]`, one after the other. */
  attributes(): CallNode[]
  /** `(int $a = 1, B $b) use ($c): T` of a function, up to its body: calls in defaults are read. */
  parameters(): void
}

/** Deeper expressions are skipped. */
const DEPTH = 120
/** A choice of more is known no better than none. */
const MOST_OPTIONS = 40

/** `annotations`: the code is an annotation of a comment, where `{…}` is a list and `name=` names an argument. */
export function createExpressionReader(
  tokens: readonly Token[], host: ExpressionHost, annotations = false,
): ExpressionReader {
  const cursor = createTokenCursor(tokens)
  const { is, next, peek } = cursor
  const calls: CallNode[] = []
  const assignments: PhpAssignment[] = []
  let depth = 0

  const other = (start: number): PhpNode => ({ kind: 'other', start, end: Math.max(start, cursor.endOfLast()) })

  function expression(): PhpNode {
    const start = cursor.offset()
    if (depth >= DEPTH) {
      cursor.skipOne()
      return other(start)
    }
    depth++
    const node = joined(start)
    depth--
    return node
  }

  /** Operands with the operators between them. */
  function joined(start: number): PhpNode {
    let node = operand()
    for (;;) {
      const token = peek()
      if (!token) return node
      if (token.kind === 'name') {
        if (!OPERATOR_WORDS.has(token.text.toLowerCase())) return node
        next()
        operand()
        node = other(start)
      } else if (token.kind !== 'mark') return node
      else if (token.text === '.') {
        next()
        const right = operand()
        node = { kind: 'string', text: textOf(node) + textOf(right), start, end: right.end }
      } else if (token.text === '?' || token.text === '?:' || token.text === '??') node = choice(start, node, token.text)
      else if (ASSIGNS.has(token.text) && !annotations) node = assigned(start, node, token.text)
      else if (OPERATORS.has(token.text)) {
        next()
        operand()
        node = other(start)
      } else return node
    }
  }

  function choice(start: number, first: PhpNode, operator: string): PhpNode {
    next()
    const one = expression()
    const isWhole = operator === '?' && is(':')
    if (isWhole) next()
    const nodes = isWhole ? [one, expression()] : [first, one]
    const options = nodes.flatMap((node) => (node.kind === 'choice' ? node.options : [node]))
    if (options.length > MOST_OPTIONS) return other(start)
    return { kind: 'choice', options, start, end: cursor.endOfLast() }
  }

  function assigned(start: number, target: PhpNode, operator: string): PhpNode {
    next()
    const value = expression()
    if (target.kind === 'variable' && (operator === '=' || operator === '??=')) {
      const declaration = host.declaration()
      assignments.push({ name: target.path, keys: target.keys, value, declaration, start, end: value.end })
    }
    return value
  }

  function operand(): PhpNode {
    const start = cursor.offset()
    for (let token = peek(); token; token = peek()) {
      const word = token.text.toLowerCase()
      if (token.kind === 'documentation') next()
      else if (token.kind === 'mark' && PREFIXES.has(token.text)) next()
      else if (token.kind === 'mark' && token.text === '#[') attributes()
      else if (token.kind === 'name' && PREFIX_WORDS.has(word) && peek(1)?.text !== '::') next()
      else if (isCast()) for (let count = 0; count < 3; count++) next()
      else break
    }
    return links(start, primary())
  }

  function isCast(): boolean {
    return is('(') && peek(1)?.kind === 'name' && CASTS.has((peek(1)?.text ?? '').toLowerCase()) && peek(2)?.text === ')'
      && peek(2)?.kind === 'mark'
  }

  function primary(): PhpNode {
    const token = peek()
    const start = cursor.offset()
    if (!token) return other(start)
    if (token.kind === 'string') {
      next()
      return { kind: 'string', text: token.text, start, end: token.end }
    }
    if (token.kind === 'variable') {
      next()
      return { kind: 'variable', path: token.text, keys: [], start, end: token.end }
    }
    if (token.kind === 'name') return word(token)
    if (token.kind === 'number') {
      next()
      return other(start)
    }
    if (token.text === '[') return { kind: 'list', items: items('['), start, end: cursor.endOfLast() }
    if (token.text === '{' && annotations) return { kind: 'list', items: items('{'), start, end: cursor.endOfLast() }
    if (token.text === '(') {
      const inner = items('(')
      return inner.length === 1 ? (inner[0] as PhpArgument).value : other(start)
    }
    return other(start)
  }

  /** A keyword with what it needs, or a name. */
  function word(token: Token): PhpNode {
    const { start } = token
    const name = token.text.toLowerCase()
    if (name === 'static' && /^(function|fn)$/i.test(peek(1)?.text ?? '')) {
      next()
      return closure(start)
    }
    if (name === 'function' || name === 'fn') return closure(start)
    if (name === 'new') return creation(start)
    next()
    if ((name === 'array' || name === 'list') && is('(')) {
      return { kind: 'list', items: items('('), start, end: cursor.endOfLast() }
    }
    if (INCLUDES.has(name)) {
      return call(start, { name, path: name, receiver: null, arguments: [{ name: null, value: expression() }] })
    }
    if (name === 'match' && is('(')) return matched(start)
    if (STATEMENTS.has(name)) {
      if (is('(')) items('(')
      return other(start)
    }
    return { kind: 'name', path: token.text, start, end: token.end }
  }

  /** `match (…) { a => b, default => c }` */
  function matched(start: number): PhpNode {
    items('(')
    const options = is('{') ? items('{').map(({ value }) => value) : []
    return { kind: 'choice', options, start, end: cursor.endOfLast() }
  }

  function creation(start: number): PhpNode {
    next()
    if (is('#[')) attributes()
    const token = peek()
    if (token?.kind === 'name' && token.text.toLowerCase() === 'class') {
      next()
      if (is('(')) items('(')
      host.anonymousClass(start)
      return other(start)
    }
    if (token?.kind !== 'name') return other(start)
    next()
    const given = is('(') ? items('(') : []
    return call(start, { name: lastName(token.text), path: `new ${token.text}`, receiver: null, arguments: given })
  }

  /** `function (…) use (…): T { … }` or `fn (…) => expression`. */
  function closure(start: number): PhpNode {
    const isArrow = (next() as Token).text.toLowerCase() === 'fn'
    if (is('&')) next()
    parameters()
    if (isArrow && is('=>')) {
      next()
      const { start: from, end } = expression()
      return { kind: 'closure', body: { start: from, end }, start, end }
    }
    const body = host.body()
    return { kind: 'closure', body, start, end: Math.max(start, cursor.endOfLast()) }
  }

  /** What follows an operand: calls, members, indexes. */
  function links(start: number, first: PhpNode): PhpNode {
    let node = first
    for (;;) {
      if (is('(')) node = called(start, node)
      else if (is('->') || is('?->') || is('::')) node = member(start, node)
      else if (is('[') && node.kind !== 'other') node = indexed(start, node)
      else if (is('++') || is('--')) next()
      else return node
    }
  }

  function called(start: number, callee: PhpNode): PhpNode {
    const given = items('(')
    if (callee.kind === 'name' || callee.kind === 'variable') {
      const arrow = callee.path.lastIndexOf('->')
      const receiver: PhpNode | null = arrow < 0 ? null
        : { kind: 'variable', path: callee.path.slice(0, arrow), keys: [], start, end: start + 1 }
      return call(start, { name: lastName(callee.path), path: callee.path, receiver, arguments: given })
    }
    return call(start, { name: '', path: '', receiver: callee, arguments: given })
  }

  function member(start: number, object: PhpNode): PhpNode {
    const link = (next() as Token).text === '::' ? '::' : '->'
    const token = peek()
    let name = '*'
    if (token?.kind === 'name' || token?.kind === 'variable') name = (next() as Token).text
    else if (is('{')) cursor.skipOne()
    if (object.kind === 'call') {
      const path = `${object.path}()${link}${name}`
      if (is('(')) return call(start, { name, path, receiver: object, arguments: items('(') })
      return { kind: 'variable', path, keys: [], start, end: cursor.endOfLast() }
    }
    const path = object.kind === 'name' || object.kind === 'variable' ? `${object.path}${link}${name}` : `*${link}${name}`
    return { kind: link === '::' ? 'name' : 'variable', path, keys: [], start, end: cursor.endOfLast() }
  }

  function indexed(start: number, node: PhpNode): PhpNode {
    const [item] = items('[')
    if (node.kind !== 'variable') return other(start)
    return { ...node, keys: [...node.keys, item?.value.kind === 'string' ? item.value.text : null], end: cursor.endOfLast() }
  }

  function call(start: number, found: Omit<PhpCall, 'kind'>): CallNode {
    const node: CallNode = { kind: 'call', ...found, start, end: Math.max(start, cursor.endOfLast()) }
    calls.push(node)
    return node
  }

  /** From an opening bracket to behind its closing one: arguments or items, with their names or keys. */
  function items(open: '(' | '[' | '{'): PhpArgument[] {
    const close = open === '(' ? ')' : open === '[' ? ']' : '}'
    const found: PhpArgument[] = []
    next()
    while (!cursor.atEnd() && !is(close)) {
      const before = cursor.position()
      if (is(',') || is(';') || is(':')) {
        next()
        continue
      }
      const item = itemOf()
      if (item !== null) found.push(item)
      // `}` that closes something else: the bracket is never closed.
      if (is('}') && close !== '}') break
      if (cursor.position() === before) next()
    }
    if (is(close)) next()
    return found
  }

  function itemOf(): PhpArgument | null {
    const token = peek()
    const after = peek(1)
    const names = token?.kind === 'name' && after?.kind === 'mark' && (after.text === ':' || (annotations && after.text === '='))
    if (token && names) {
      next()
      next()
      return { name: token.text, value: expression() }
    }
    // `foo(...)` makes a function of a function.
    if (is('...') && after?.kind === 'mark' && after.text === ')') {
      next()
      return null
    }
    const value = expression()
    if (!is('=>') && !(annotations && is('='))) return { name: null, value }
    next()
    return { name: keyOf(value), value: expression() }
  }

  function attributes(): CallNode[] {
    const found: CallNode[] = []
    while (is('#[')) {
      next()
      while (!cursor.atEnd() && !is(']')) {
        const token = next() as Token
        if (token.kind !== 'name') continue
        const own = call(token.start, {
          name: lastName(token.text), path: token.text, receiver: null, arguments: is('(') ? items('(') : [],
        })
        calls.pop()
        found.push(own)
      }
      if (is(']')) next()
    }
    return found
  }

  function parameters(): void {
    if (is('(')) items('(')
    while (!cursor.atEnd() && !['{', '=>', ';', ')', ',', '?>'].some(is)) {
      if (is('(')) cursor.skipOne()
      else next()
    }
  }

  return { ...cursor, calls, assignments, expression, attributes, parameters }
}

/** `Route::get` → `get`, `App\Portal` → `Portal`, `$this->render` → `render`. */
export function lastName(path: string): string {
  return /[^\\:>]*$/.exec(path)?.[0] ?? path
}

function textOf(node: PhpNode): string {
  return node.kind === 'string' ? node.text : HOLE
}

function keyOf(node: PhpNode): string | null {
  if (node.kind === 'string') return node.text
  return node.kind === 'name' ? node.path : null
}
