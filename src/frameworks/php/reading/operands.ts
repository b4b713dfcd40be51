/** What stands between operators: literals, names, calls and what is called on them, functions, lists. */
import { HOLE } from '../../../parse/hole.js'
import { createExpressionReader, lastName, type Reading } from './expressions.js'
import type { PhpArgument, PhpCall, PhpCallNode, PhpNode, PhpParameter } from './nodes.js'
import { tokensIn, type Token } from './tokens.js'
import { CASTS, INCLUDES, NEGATION, PREFIXES, PREFIX_WORDS, STATEMENTS } from './words.js'

export function readOperand(reading: Reading): PhpNode {
  const start = reading.offset()
  for (let token = reading.peek(); token; token = reading.peek()) {
    if (reading.is('!')) {
      reading.next()
      const of = reading.expression(NEGATION)
      return { kind: 'not', of, start, end: Math.max(start, of.end) }
    }
    if (token.kind === 'documentation') reading.next()
    else if (token.kind === 'mark' && PREFIXES.has(token.text)) reading.next()
    else if (reading.is('#[')) readAttributes(reading)
    else if (token.kind === 'name' && PREFIX_WORDS.has(token.text.toLowerCase()) && reading.peek(1)?.text !== '::')
      reading.next()
    else if (isCast(reading)) for (let count = 0; count < 3; count++) reading.next()
    else break
  }
  return links(reading, start, primary(reading))
}

function isCast({ is, peek }: Reading): boolean {
  return is('(') && peek(1)?.kind === 'name' && CASTS.has((peek(1)?.text ?? '').toLowerCase()) && peek(2)?.text === ')'
    && peek(2)?.kind === 'mark'
}

function primary(reading: Reading): PhpNode {
  const token = reading.peek()
  const start = reading.offset()
  if (!token) return reading.other(start)
  const { end } = token
  if (token.kind === 'mark') {
    if (token.text === '[') return { kind: 'list', items: readItems(reading, '['), start, end: reading.endOfLast() }
    if (token.text === '{' && reading.isAnnotation) {
      return { kind: 'list', items: readItems(reading, '{'), start, end: reading.endOfLast() }
    }
    if (token.text !== '(') return reading.other(start)
    const inner = readItems(reading, '(')
    return inner.length === 1 ? (inner[0] as PhpArgument).value : reading.other(start)
  }
  if (token.kind === 'name') return word(reading, token)
  reading.next()
  if (token.kind === 'string') return { kind: 'string', text: token.text, ...interpolated(reading, token), start, end }
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text.replace(/_/g, '')), start, end }
  return { kind: 'variable', path: token.text, keys: [], start, end }
}

/** The pieces of a string that interpolates; their calls are calls of the string's place. */
function interpolated(reading: Reading, { pieces, start, end }: Token): { parts?: PhpNode[] } {
  if (!pieces) return {}
  const parts = pieces.map((piece): PhpNode => {
    if ('text' in piece) return { kind: 'string', text: piece.text, start, end }
    const tokens = tokensIn(piece.code, 0).map((token) => ({ ...token, start, end }))
    const inner = createExpressionReader(tokens, { ...reading.host, body: () => ({ start, end }) })
    const node = inner.expression()
    reading.calls.push(...inner.calls)
    return node
  })
  return { parts: parts.filter((part) => part.kind !== 'string' || part.text !== '') }
}

/** A keyword with what it needs, or a name. */
function word(reading: Reading, token: Token): PhpNode {
  const { start } = token
  const name = token.text.toLowerCase()
  if (name === 'static' && /^(function|fn)$/i.test(reading.peek(1)?.text ?? '')) {
    reading.next()
    return closure(reading, start)
  }
  if ((name === 'function' || name === 'fn') && /^[(&]$/.test(reading.peek(1)?.text ?? ''))
    return closure(reading, start)
  if (name === 'new') return creation(reading, start)
  reading.next()
  if ((name === 'array' || name === 'list') && reading.is('(')) {
    return { kind: 'list', items: readItems(reading, '('), start, end: reading.endOfLast() }
  }
  if (INCLUDES.has(name)) {
    return call(reading, start, {
      name,
      path: name,
      receiver: null,
      arguments: [{ name: null, value: reading.expression() }],
    })
  }
  if (name === 'match' && reading.is('(')) return matched(reading, start)
  if (STATEMENTS.has(name)) {
    if (reading.is('(')) readItems(reading, '(')
    return reading.other(start)
  }
  return { kind: 'name', path: token.text, start, end: token.end }
}

/** `match (…) { a, b => c, default => d }` */
function matched(reading: Reading, start: number): PhpNode {
  const [subject] = readItems(reading, '(')
  const options: PhpNode[] = []
  if (reading.is('{')) {
    reading.next()
    let tests: PhpNode[] = []
    while (!reading.atEnd() && !reading.is('}')) {
      const before = reading.position()
      if (reading.is(',')) reading.next()
      else if (reading.is('=>')) {
        reading.next()
        const value = reading.expression()
        options.push(value)
        for (const test of tests.length === 0 ? [null] : tests) {
          reading.branches.push({
            subject: subject?.value ?? null,
            others: [], body: { start: value.start, end: value.end },
            test: test?.kind === 'name' && test.path.toLowerCase() === 'default' ? null : test,
          })
        }
        tests = []
      } else tests.push(reading.expression())
      if (reading.position() === before) reading.next()
    }
    reading.next()
  }
  return { kind: 'choice', options, start, end: reading.endOfLast() }
}

function creation(reading: Reading, start: number): PhpNode {
  reading.next()
  const annotations = readAttributes(reading)
  while (reading.peek()?.kind === 'name' && reading.peek()?.text.toLowerCase() === 'readonly') reading.next()
  const token = reading.peek()
  if (token?.kind === 'name' && token.text.toLowerCase() === 'class') {
    reading.next()
    if (reading.is('(')) readItems(reading, '(')
    reading.host.anonymousClass(start, annotations)
    return reading.other(start)
  }
  if (token?.kind !== 'name') return reading.other(start)
  reading.next()
  const given = reading.is('(') ? readItems(reading, '(') : []
  return call(reading, start, {
    name: lastName(token.text),
    path: `new ${token.text}`,
    receiver: null,
    arguments: given,
  })
}

/** `function (…) use (…): T { … }` or `fn (…) => expression`. */
function closure(reading: Reading, start: number): PhpNode {
  const isArrow = (reading.next() as Token).text.toLowerCase() === 'fn'
  if (reading.is('&')) reading.next()
  const parameters = readParameters(reading)
  if (isArrow && reading.is('=>')) {
    reading.next()
    const { start: from, end } = reading.expression()
    return { kind: 'closure', parameters, body: { start: from, end }, start, end }
  }
  const body = reading.host.body()
  return { kind: 'closure', parameters, body, start, end: Math.max(start, reading.endOfLast()) }
}

/** What follows an operand: calls, members, indexes. */
function links(reading: Reading, start: number, first: PhpNode): PhpNode {
  let node = first
  for (;;) {
    if (reading.is('(')) node = called(reading, start, node)
    else if (reading.is('->') || reading.is('?->') || reading.is('::')) node = member(reading, start, node)
    else if (reading.is('[') && node.kind !== 'other') node = indexed(reading, start, node)
    else if (reading.is('++') || reading.is('--')) reading.next()
    else return node
  }
}

function called(reading: Reading, start: number, callee: PhpNode): PhpNode {
  const given = readItems(reading, '(')
  if (callee.kind === 'name' || callee.kind === 'variable') {
    const arrow = callee.path.lastIndexOf('->')
    const receiver: PhpNode | null = arrow < 0 ? null
      : { kind: 'variable', path: callee.path.slice(0, arrow), keys: [], start, end: start + 1 }
    return call(reading, start, { name: lastName(callee.path), path: callee.path, receiver, arguments: given })
  }
  return call(reading, start, { name: '', path: '', receiver: callee, arguments: given })
}

function member(reading: Reading, start: number, object: PhpNode): PhpNode {
  const link = (reading.next() as Token).text === '::' ? '::' : '->'
  const token = reading.peek()
  let name = '*'
  if (token?.kind === 'name' || token?.kind === 'variable') name = (reading.next() as Token).text
  else if (reading.is('{')) reading.skipOne()
  if (object.kind === 'call') {
    const path = `${object.path}()${link}${name}`
    if (reading.is('('))
      return call(reading, start, { name, path, receiver: object, arguments: readItems(reading, '(') })
    return { kind: 'variable', path, keys: [], start, end: reading.endOfLast() }
  }
  const path = object.kind === 'name' || object.kind === 'variable' ? `${object.path}${link}${name}` : `*${link}${name}`
  return { kind: link === '::' ? 'name' : 'variable', path, keys: [], start, end: reading.endOfLast() }
}

function indexed(reading: Reading, start: number, node: PhpNode): PhpNode {
  const [item] = readItems(reading, '[')
  if (node.kind !== 'variable') return reading.other(start)
  return { ...node, keys: [...node.keys, item ? keyOf(item.value) : null], end: reading.endOfLast() }
}

function call(reading: Reading, start: number, found: Omit<PhpCall, 'kind'>): PhpCallNode {
  const node: PhpCallNode = { kind: 'call', ...found, start, end: Math.max(start, reading.endOfLast()) }
  reading.calls.push(node)
  return node
}

/** From an opening bracket to behind its closing one: arguments or items, with their names or keys. */
export function readItems(reading: Reading, open: '(' | '[' | '{'): PhpArgument[] {
  const close = open === '(' ? ')' : open === '[' ? ']' : '}'
  const found: PhpArgument[] = []
  reading.next()
  while (!reading.atEnd() && !reading.is(close)) {
    const before = reading.position()
    if (reading.is(',') || reading.is(';') || reading.is(':')) {
      reading.next()
      continue
    }
    const item = itemOf(reading)
    if (item !== null) found.push(item)
    // `}` that closes something else: the bracket is never closed.
    if (reading.is('}') && close !== '}') break
    if (reading.position() === before) reading.next()
  }
  if (reading.is(close)) reading.next()
  return found
}

function itemOf(reading: Reading): PhpArgument | null {
  const { isAnnotation } = reading
  const token = reading.peek()
  const after = reading.peek(1)
  const names =
    token?.kind === 'name' && after?.kind === 'mark' && (after.text === ':' || (isAnnotation && after.text === '='))
  if (token && names) {
    reading.next()
    reading.next()
    return { name: token.text, value: reading.expression() }
  }
  // `foo(...)` makes a function of a function.
  if (reading.is('...') && after?.kind === 'mark' && after.text === ')') {
    reading.next()
    return null
  }
  const value = reading.expression()
  if (!reading.is('=>') && !(isAnnotation && reading.is('='))) return { name: null, value }
  reading.next()
  return { name: keyOf(value), value: reading.expression() }
}

function keyOf(node: PhpNode): string | null {
  if (node.kind === 'string') return node.text.includes(HOLE) ? null : node.text
  if (node.kind === 'number') return String(node.value)
  return node.kind === 'name' ? node.path : null
}

/** `#[A, B(1)]`, one after the other. */
export function readAttributes(reading: Reading): PhpCallNode[] {
  const found: PhpCallNode[] = []
  while (reading.is('#[')) {
    reading.next()
    while (!reading.atEnd() && !reading.is(']')) {
      const token = reading.next() as Token
      if (token.kind !== 'name') continue
      const own = call(reading, token.start, {
        name: lastName(token.text),
        path: token.text,
        receiver: null,
        arguments: reading.is('(') ? readItems(reading, '(') : [],
      })
      reading.calls.pop()
      found.push(own)
    }
    if (reading.is(']')) reading.next()
  }
  return found
}

/** `(int $a = 1, B $b) use ($c): T` of a function, up to its body. */
export function readParameters(reading: Reading): PhpParameter[] {
  const found: PhpParameter[] = []
  if (reading.is('(')) {
    reading.next()
    let type: string | null = null
    while (!reading.atEnd() && !reading.is(')') && !reading.is('{')) {
      const token = reading.peek() as Token
      if (reading.is('#[')) readAttributes(reading)
      else if (token.kind === 'variable') {
        reading.next()
        const isOptional = reading.is('=')
        if (isOptional) {
          reading.next()
          reading.expression()
        }
        found.push({ name: token.text, type, isOptional })
        type = null
      } else {
        if (token.kind === 'name' && !PROMOTES.test(token.text)) type = type ?? token.text
        reading.skipOne()
      }
    }
    if (reading.is(')')) reading.next()
  }
  while (!reading.atEnd() && !['{', '=>', ';', ')', ',', '?>'].some(reading.is)) {
    if (reading.is('(')) reading.skipOne()
    else reading.next()
  }
  return found
}

const PROMOTES = /^(public|protected|private|readonly|var)$/i

