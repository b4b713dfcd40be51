/**
 * Conditions of templates and server code as small trees, whatever the language: `request.path.startswith('/x')`,
 * `!is_page('x') && $a`, `page.url contains '/x'`, `fn:startsWith(uri, '/x')`, `eq .Path "/x"`. Survives any text.
 */

export type Expression =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'pattern'; source: string }
  | { kind: 'list'; items: Expression[] }
  /** `of.name`; a name on its own has no `of`. */
  | { kind: 'name'; name: string; of: Expression | null }
  | { kind: 'call'; name: string; of: Expression | null; arguments: Expression[] }
  | { kind: 'index'; of: Expression; key: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'other' }

const LONGEST = 2000
const DEPTH = 40

const other: Expression = { kind: 'other' }

/** Words that join or compare; the languages that write them so have no such names. */
const JOINS = new Map([
  ['and', '&&'], ['or', '||'], ['eq', '=='], ['ne', '!='], ['neq', '!='], ['is', '=='], ['contains', 'contains'],
  ['in', 'in'], ['starts', 'starts'], ['ends', 'ends'], ['matches', 'matches'],
])

const token = new RegExp([
  String.raw`(?<space>\s+)`,
  String.raw`%[wWiI](?:\[(?<words1>[^\]]*)\]|\((?<words2>[^)]*)\))`,
  String.raw`(?<string>'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|\x60(?:[^\x60\\]|\\[^])*\x60)`,
  String.raw`(?<number>\d+(?:\.\d+)?)`,
  String.raw`(?<access>\?->|->|\?\.(?!\d)|&\.|::|!\.|\.(?=[\p{L}_$@]))`,
  String.raw`(?<symbol>:[A-Za-z_]\w*)`,
  // PHP's names may have a namespace in front, which says nothing here.
  String.raw`(?<name>[$@#]{0,2}(?:\\?[\p{L}_][\p{L}\p{N}_]*\\|\\)*[\p{L}_][\p{L}\p{N}_]*(?:[?!](?![=.~]))?)`,
  String.raw`(?<operator>===|!==|==|!=|=~|!~|<=|>=|&&|\|\||[!<>|?~+\-%])`,
  String.raw`(?<mark>[()[\]{},])`,
  String.raw`(?<slash>\/)`,
  String.raw`(?<rest>[^])`,
].join('|'), 'uy')

interface Token {
  kind: 'string' | 'number' | 'access' | 'symbol' | 'name' | 'operator' | 'mark' | 'pattern' | 'words' | 'rest'
  text: string
  /** White space stands in front. */
  apart: boolean
}

function tokensOf(code: string): Token[] {
  const tokens: Token[] = []
  let apart = false
  let at = 0
  const matcher = new RegExp(token)
  while (at < code.length) {
    matcher.lastIndex = at
    const match = matcher.exec(code)
    if (!match) break
    const groups = match.groups ?? {}
    at += match[0].length
    if (groups['space'] !== undefined) {
      apart = true
      continue
    }
    const words = groups['words1'] ?? groups['words2']
    const expression = groups['slash'] === undefined || !startsOperand(tokens) ? null : patternAt(code, at)
    if (expression) at += expression.length
    const kind = words !== undefined ? 'words' : expression ? 'pattern'
      : (['string', 'number', 'access', 'symbol', 'name', 'operator', 'mark'] as const).find((name) => groups[name] !== undefined) ?? 'rest'
    const text = words ?? expression?.source ?? (kind === 'name' ? match[0].replace(/^([$@#]*).*\\/, '$1') : match[0])
    tokens.push({ kind, text, apart })
    apart = false
  }
  return tokens
}

/** True where a value may begin: a slash there opens a regular expression. */
function startsOperand(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  return !last || last.kind === 'operator' || (last.kind === 'mark' && /[(,[]/.test(last.text)) || JOINS.has(last.text)
}

function patternAt(code: string, at: number): { source: string; length: number } | null {
  const found = /^((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/i.exec(code.slice(at, at + 300))
  return found ? { source: found[1] as string, length: found[0].length } : null
}

class Parser {
  at = 0
  depth = 0

  constructor(readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.at]
  }

  is(text: string): boolean {
    const { next } = this
    return next !== undefined && next.kind !== 'string' && next.text === text
  }

  take(text: string): boolean {
    if (!this.is(text)) return false
    this.at++
    return true
  }
}

/** The expression a condition is. */
export function parseExpression(code: string): Expression {
  const parser = new Parser(tokensOf(code.slice(0, LONGEST)))
  const found = either(parser)
  // `a ? b : c` and the like are no condition of the address.
  return parser.next === undefined || parser.is('?') === false ? found : other
}

function either(parser: Parser): Expression {
  let left = both(parser)
  while (parser.is('||') || parser.is('or')) {
    parser.at++
    left = { kind: 'binary', operator: '||', left, right: both(parser) }
  }
  return left
}

function both(parser: Parser): Expression {
  let left = negation(parser)
  while (parser.is('&&') || parser.is('and')) {
    parser.at++
    left = { kind: 'binary', operator: '&&', left, right: negation(parser) }
  }
  return left
}

function negation(parser: Parser): Expression {
  if (parser.is('not') && !isCall(parser)) {
    parser.at++
    return { kind: 'not', of: negation(parser) }
  }
  return comparison(parser)
}

/** `not (…)` of languages that write the function in front is a negation as well; `not(x, y)` does not exist. */
function isCall(parser: Parser): boolean {
  return parser.tokens[parser.at + 1]?.kind === 'access'
}

function comparison(parser: Parser): Expression {
  const left = operand(parser)
  const { next } = parser
  if (!next || next.kind === 'string') return left
  if (/^(===|!==|==|!=|=~|!~|<|>|<=|>=)$/.test(next.text)) {
    parser.at++
    return { kind: 'binary', operator: next.text, left, right: operand(parser) }
  }
  const isNot = next.text === 'not' && parser.tokens[parser.at + 1]?.text === 'in'
  if (isNot) parser.at++
  const word = parser.next?.kind === 'name' ? JOINS.get(parser.next.text) : undefined
  if (word === undefined || word === '&&' || word === '||') return left
  parser.at++
  if (word === 'starts' || word === 'ends') parser.take('with')
  const isTurned = word === '==' && parser.take('not')
  const found: Expression = { kind: 'binary', operator: word, left, right: operand(parser) }
  return isNot || isTurned ? { kind: 'not', of: found } : found
}

function operand(parser: Parser): Expression {
  if (++parser.depth > DEPTH) {
    parser.at = parser.tokens.length
    return other
  }
  const found = unary(parser)
  parser.depth--
  return found
}

function unary(parser: Parser): Expression {
  if (parser.take('!')) return { kind: 'not', of: operand(parser) }
  if (parser.take('-')) {
    const number = operand(parser)
    return number.kind === 'number' ? { kind: 'number', value: -number.value } : other
  }
  let found = postfix(parser, primary(parser))
  // Filters of templates: `request.path|lower`.
  while (parser.is('|') && parser.tokens[parser.at + 1]?.kind === 'name') {
    parser.at++
    const name = (parser.next as Token).text
    parser.at++
    found = { kind: 'call', name, of: found, arguments: parser.take('(') ? listed(parser, ')') : [] }
  }
  return found
}

function primary(parser: Parser): Expression {
  const { next } = parser
  if (!next) return other
  parser.at++
  switch (next.kind) {
    case 'string': return { kind: 'text', text: next.text.slice(1, -1).replace(/\\(.)/g, '$1') }
    case 'number': return { kind: 'number', value: Number(next.text) }
    case 'symbol': return { kind: 'text', text: next.text.slice(1) }
    case 'pattern': return { kind: 'pattern', source: next.text }
    case 'words': return { kind: 'list', items: next.text.split(/\s+/).filter((word) => word !== '').map((text) => ({ kind: 'text', text })) }
    case 'access': return primary(parser)
    case 'name': return named(parser, next.text, null)
    case 'mark':
      if (next.text === '(') {
        const inner = either(parser)
        // `(/portal)` of nothing else, or a list of a language that writes lists so.
        if (!parser.is(',')) {
          parser.take(')')
          return inner
        }
        parser.at++
        return { kind: 'list', items: [inner, ...listed(parser, ')')] }
      }
      if (next.text === '[') return { kind: 'list', items: listed(parser, ']') }
      return other
    default: return other
  }
}

/** Functions of languages that write the call in front of its arguments, without a comma: Go, Handlebars. */
const PREFIXED = /^(eq|ne|and|or|not|in|contains|hasPrefix|HasPrefix|hasSuffix|HasSuffix|hasPrefixAny|startsWith|includes|unless|isEqual|is|compare)$/

function named(parser: Parser, name: string, of: Expression | null): Expression {
  const { next } = parser
  if (next?.kind === 'mark' && next.text === '(' && !(PREFIXED.test(name) && next.apart)) {
    parser.at++
    const given = listed(parser, ')')
    return name === 'array' && of === null ? { kind: 'list', items: given } : { kind: 'call', name, of, arguments: given }
  }
  const isPrefix = PREFIXED.test(name) && next?.apart === true && (
    next.kind === 'string' || next.kind === 'access' || next.text === '(' || (next.kind === 'name' && !JOINS.has(next.text)))
  if (isPrefix) {
    const found: Expression[] = []
    while (parser.next && found.length < 8 && !(parser.next.kind === 'mark' && parser.next.text === ')')) found.push(operand(parser))
    return { kind: 'call', name, of, arguments: found }
  }
  // Ruby's call without brackets: `current_page? '/x'`, `start_with? '/x'`.
  if (/\?$/.test(name) && next?.apart === true && (next.kind === 'string' || next.kind === 'pattern')) {
    return { kind: 'call', name, of, arguments: [operand(parser)] }
  }
  return { kind: 'name', name, of }
}

function postfix(parser: Parser, start: Expression): Expression {
  let found = start
  for (let steps = 0; steps < 60; steps++) {
    const { next } = parser
    if (next?.kind === 'access' && !next.apart && parser.tokens[parser.at + 1]?.kind === 'name') {
      parser.at += 2
      found = named(parser, (parser.tokens[parser.at - 1] as Token).text, found)
    } else if (next?.kind === 'symbol' && !next.apart && found.kind === 'name') {
      // `fn:contains(…)`.
      parser.at++
      found = named(parser, next.text.slice(1), found)
    } else if (next?.kind === 'mark' && next.text === '[' && !next.apart) {
      parser.at++
      const [key = other] = listed(parser, ']')
      found = { kind: 'index', of: found, key }
    } else return found
  }
  return found
}

function listed(parser: Parser, end: string): Expression[] {
  const items: Expression[] = []
  while (parser.next && !parser.is(end) && items.length < 60) {
    const before = parser.at
    items.push(either(parser))
    // `key => value`, `key: value`: what is not read is passed over.
    while (parser.next && !parser.is(',') && !parser.is(end)) parser.at++
    parser.take(',')
    if (parser.at === before) parser.at++
  }
  parser.take(end)
  return items
}
