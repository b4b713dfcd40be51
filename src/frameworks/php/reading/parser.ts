/** Statements and declarations of PHP; see `expressions.ts` for what stands in them. */
import type { Span } from '../../../types.js'
import { annotationsOf } from './annotations.js'
import { createBranchReader } from './branches.js'
import { createExpressionReader } from './expressions.js'
import type { ParsedPhp, PhpCallNode, PhpDeclaration } from './nodes.js'
import { tokensOf, type Token } from './tokens.js'

/** Deeper code is not written by people; it is read flat. */
const DEPTH = 120

const MODIFIERS = new Set([
  'public',
  'protected',
  'private',
  'static',
  'abstract',
  'final',
  'readonly',
  'var',
  'declare',
])
const CLASSES = new Set(['class', 'interface', 'trait', 'enum'])

/** Reads a file. Never throws; code that makes no sense is skipped. */
export function parsePhp(text: string): ParsedPhp {
  const tokens = tokensOf(text)
  const declarations: PhpDeclaration[] = []
  const returns: ParsedPhp['returns'] = []
  const imports = new Map<string, string>()
  let namespace = ''
  let current = -1
  let depth = 0
  let pending: PhpCallNode[] = []
  let modifiers: string[] = []

  const reader = createExpressionReader(tokens, {
    body: () => block(),
    declaration: () => current,
    anonymousClass: (start, annotations) => classDeclaration('', start, annotations),
  })

  const branches = createBranchReader(reader, {
    block: () => block(),
    statement: () => statement(),
    statements: () => statements(),
  })

  /** From `{` to behind its `}`; gives the span between them. Without `{`, an empty one. */
  function block(): Span {
    if (!reader.is('{')) return { start: reader.offset(), end: reader.offset() }
    const start = (reader.next() as Token).end
    if (depth >= DEPTH) reader.skipTo('}')
    else {
      depth++
      statements()
      depth--
    }
    const end = reader.offset()
    if (reader.is('}')) reader.next()
    return { start, end: Math.max(start, end) }
  }

  function statements(): void {
    while (!reader.atEnd() && !reader.is('}')) {
      const before = reader.position()
      statement()
      if (reader.position() === before) reader.next()
    }
  }

  function statement(): void {
    const token = reader.peek()
    if (!token) return
    if (token.kind === 'documentation') {
      pending.push(...annotationsOf(text, token))
      reader.next()
    } else if (token.text === '#[' && token.kind === 'mark') pending.push(...reader.attributes())
    else if (token.kind === 'mark' && token.text === '{') block()
    else if (token.kind === 'mark' && token.text === ';') reader.next()
    else if (token.kind === 'name') named(token)
    else expression()
  }

  function expression(): void {
    pending = []
    modifiers = []
    reader.expression()
  }

  function named(token: Token): void {
    const word = token.text.toLowerCase()
    const after = reader.peek(1)
    const isName = after?.kind === 'name'
    if (after?.text !== '::' && branches.read(word)) return
    if (MODIFIERS.has(word) && after?.text !== '::' && !(word === 'static' && isClosure(1))) {
      reader.next()
      modifiers.push(word)
      // `public function` goes on with its annotations, `static $x` has none.
      if (reader.peek()?.kind !== 'name') pending = []
    } else if (CLASSES.has(word) && isName) {
      reader.next()
      classDeclaration((reader.next() as Token).text, token.start, pending)
    } else if (word === 'function' && (isName || (after?.text === '&' && reader.peek(2)?.kind === 'name')))
      functionDeclaration(token)
    else if (word === 'namespace' && (isName || after?.text === '{')) {
      reader.next()
      if (isName) namespace = (reader.next() as Token).text
    } else if (word === 'use') importNames()
    else if (word === 'return') {
      reader.next()
      returns.push({ value: reader.expression(), declaration: current })
    } else if (word === 'const' && isName) constant()
    else if (word === 'case' && isName && declarations[current]?.kind === 'class') constant()
    else expression()
  }

  /** `function (…)`, `fn (…)` and not `function name(…)`. */
  function isClosure(ahead: number): boolean {
    const word = reader.peek(ahead)
    const behind = reader.peek(ahead + 1)?.text === '&' ? ahead + 2 : ahead + 1
    return word?.kind === 'name' && /^(function|fn)$/i.test(word.text) && reader.peek(behind)?.kind !== 'name'
  }

  function classDeclaration(name: string, start: number, annotations: PhpCallNode[]): void {
    const superclasses: string[] = []
    pending = []
    while (!reader.atEnd() && !reader.is('{') && !reader.is(';')) {
      const token = reader.next() as Token
      if (token.kind === 'name' && !/^(extends|implements)$/i.test(token.text)) superclasses.push(token.text)
    }
    declare({ kind: 'class', name, start, parameters: [], superclasses, annotations })
  }

  function functionDeclaration(token: Token): void {
    const annotations = pending
    pending = []
    reader.next()
    if (reader.is('&')) reader.next()
    const name = (reader.next() as Token).text
    const own = modifiers
    const parameters = reader.parameters()
    modifiers = own
    declare({ kind: 'function', name, start: token.start, parameters, superclasses: [], annotations })
  }

  function declare(declaration: Omit<PhpDeclaration, 'parent' | 'body' | 'end' | 'modifiers'>): void {
    const parent = current
    const at = reader.offset()
    const own = { ...declaration, modifiers, parent }
    modifiers = []
    current = declarations.push({ ...own, body: { start: at, end: at }, end: at }) - 1
    const declared = declarations[current] as PhpDeclaration
    // An open declaration lasts to the end, so that what stands in it is its own.
    declared.end = text.length
    declared.body = block()
    declared.end = Math.max(declared.start, reader.endOfLast())
    pending = []
    current = parent
  }

  /** `use A\B;`, `use A\B as C;`, `use A\{B, C as D};`; in a class, the traits it uses. */
  function importNames(): void {
    reader.next()
    const inClass = declarations[current]?.kind === 'class'
    let prefix = ''
    let last = ''
    while (!reader.atEnd() && !reader.is(';') && !(inClass && reader.is('{'))) {
      const token = reader.next() as Token
      if (token.text === '{' && token.kind === 'mark') prefix = last === '' ? '' : `${last}\\`
      else if (token.kind !== 'name' || /^(function|const)$/i.test(token.text)) continue
      else if (/^as$/i.test(token.text)) {
        const alias = reader.peek()
        if (alias?.kind === 'name') imports.set(alias.text.toLowerCase(), last)
        reader.next()
      } else if (inClass) declarations[current]?.superclasses.push(token.text)
      else {
        last = `${prefix}${token.text}`.replace(/^\\/, '')
        imports.set(last.slice(last.lastIndexOf('\\') + 1).toLowerCase(), last)
      }
    }
    if (inClass && reader.is('{')) block()
  }

  /** `const A = 1, B = 2;`, with or without a type; `case A = 'a';` of an enum. */
  function constant(): void {
    reader.next()
    pending = []
    modifiers = []
    while (!reader.atEnd() && !reader.is(';') && !reader.is('}')) {
      const token = reader.next() as Token
      if (token.kind !== 'name' || !reader.is('=')) continue
      reader.next()
      const value = reader.expression()
      const { start } = token
      reader.assignments.push({ name: token.text, keys: [], value, declaration: current, start, end: value.end })
    }
  }

  while (!reader.atEnd()) {
    statements()
    // A `}` too many ends nothing.
    if (reader.is('}')) reader.next()
  }
  const { calls, assignments } = reader
  return { declarations, calls, assignments, returns, branches: reader.branches, namespace, imports }
}
