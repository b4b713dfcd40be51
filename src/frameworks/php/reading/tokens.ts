/** PHP text as tokens. https://www.php.net/manual/en/tokens.php */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'

export interface Token extends Span {
  /**
   * `name`: an identifier with its namespace, or a keyword. `variable`: with its `$`. `string`: `text` is what it
   * holds, with a HOLE for each interpolation. `documentation`: a doc comment with its delimiters.
   */
  kind: 'name' | 'variable' | 'string' | 'number' | 'documentation' | 'mark'
  text: string
  /** Of a string that interpolates: its pieces, text and code in turns. Offsets of code are not kept. */
  pieces?: StringPiece[]
}

export type StringPiece = { text: string } | { code: string }

const MARKS = [
  '<<<',
  '===',
  '!==',
  '<=>',
  '**=',
  '...',
  '??=',
  '<<=',
  '>>=',
  '?->',
  '->',
  '=>',
  '::',
  '==',
  '!=',
  '<>',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?:',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '.=',
  '%=',
  '&=',
  '|=',
  '^=',
  '**',
  '<<',
  '>>',
  '#[',
  '?>',
]
const NAME = /[\\]?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\\[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)*/y
const VARIABLE = /\$+[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const NUMBER = /\d[\w.]*/y
const HEREDOC = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*(?:\r\n|\n|\r)/y
const OPENS = /<\?(?:php\b|=|(?!xml))/gi

/** Tokens of a file. What stands outside of `<?php … ?>` is none; `?>` ends a statement and is kept. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = nextOpening(text, 0, tokens)
  while (at < text.length) at = readToken(text, at, tokens)
  return tokens
}

/** Tokens of code that stands in no `<?php`, such as an annotation in a comment. `base` is added to their offsets. */
export function tokensIn(code: string, base: number): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < code.length;) at = readToken(code, at, tokens)
  return tokens.map((token) => ({ ...token, start: token.start + base, end: token.end + base }))
}

function nextOpening(text: string, from: number, tokens: Token[]): number {
  OPENS.lastIndex = from
  const found = OPENS.exec(text)
  if (!found) return text.length
  const end = found.index + found[0].length
  // `<?= x ?>` prints: as a statement it begins like any other.
  if (found[0] === '<?=') tokens.push({ kind: 'name', text: 'echo', start: found.index, end })
  return end
}

/** Reads what stands at an offset and gives the offset behind it. */
function readToken(text: string, at: number, tokens: Token[]): number {
  const character = text[at] as string
  const next = text[at + 1]
  if (/\s/.test(character)) return at + 1
  if (character === '#' && next !== '[') return endOfLineComment(text, at)
  if (character === '/' && next === '/') return endOfLineComment(text, at)
  if (character === '/' && next === '*') return comment(text, at, tokens)
  if (character === "'" || character === '"' || character === '`') return quoted(text, at, tokens)
  const add = (kind: Token['kind'], found: string): number => {
    tokens.push({ kind, text: found, start: at, end: at + found.length })
    return at + found.length
  }
  for (const [pattern, kind] of [[VARIABLE, 'variable'], [NAME, 'name'], [NUMBER, 'number']] as const) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return add(kind, found)
  }
  if (character === '<' && text.startsWith('<<<', at)) {
    const end = heredoc(text, at, tokens)
    if (end !== null) return end
  }
  const end = add('mark', MARKS.find((mark) => mark !== '<<<' && text.startsWith(mark, at)) ?? character)
  return text.slice(at, end) === '?>' ? nextOpening(text, end, tokens) : end
}

/** A comment of one line ends at `?>`, too. */
function endOfLineComment(text: string, at: number): number {
  const pattern = /[\r\n]|\?>/g
  pattern.lastIndex = at
  return pattern.exec(text)?.index ?? text.length
}

function comment(text: string, at: number, tokens: Token[]): number {
  const close = text.indexOf('*/', at + 2)
  const end = close < 0 ? text.length : close + 2
  if (text[at + 2] === '*' && end - at > 5)
    tokens.push({ kind: 'documentation', text: text.slice(at, end), start: at, end })
  return end
}

function quoted(text: string, at: number, tokens: Token[]): number {
  const quote = text[at] as string
  let end = at + 1
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1
  end = Math.min(end, text.length)
  const body = text.slice(at + 1, end)
  const close = Math.min(text.length, end + 1)
  const value = quote === "'" ? { text: body.replace(/\\(['\\])/g, '$1') } : interpolated(body)
  tokens.push({ kind: 'string', ...value, start: at, end: close })
  return close
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\', $: '$' }
/** An escape, `{$any->thing['x']()}`, `${name}`, or `$name` with one property or index. */
const PARTS = /\\(.)|\{\$[^{}]*\}|\$\{[^{}]*\}|\$[A-Za-z_]\w*(?:->\w+|\[[^\]\n]*\])?/gs

function interpolated(body: string): Pick<Token, 'text' | 'pieces'> {
  const pieces: StringPiece[] = []
  let literal = ''
  let at = 0
  for (const match of body.matchAll(PARTS)) {
    const [part, escaped] = match
    literal += body.slice(at, match.index)
    at = match.index + part.length
    if (escaped !== undefined) literal += ESCAPES[escaped] ?? part
    else {
      pieces.push({ text: literal }, { code: part.replace(/^\{([^]*)\}$/, '$1').replace(/^\$\{(\w+)\}$/, '$$$1') })
      literal = ''
    }
  }
  literal += body.slice(at)
  if (pieces.length === 0) return { text: literal }
  pieces.push({ text: literal })
  return { text: pieces.map((piece) => ('text' in piece ? piece.text : HOLE)).join(''), pieces }
}

function heredoc(text: string, at: number, tokens: Token[]): number | null {
  HEREDOC.lastIndex = at
  const opening = HEREDOC.exec(text)
  if (!opening) return null
  const from = at + opening[0].length
  const [bodyEnd, end] = heredocEnd(text, from, opening[2] as string)
  const body = text.slice(from, bodyEnd).replace(/\r?\n$/, '')
  const value = opening[1] === "'" ? { text: body } : interpolated(body)
  tokens.push({ kind: 'string', ...value, start: at, end })
  return end
}

/** Where the body and its closing name end; one that is never closed goes on to the end of the text. */
function heredocEnd(text: string, from: number, name: string): [body: number, end: number] {
  for (let line = from; line < text.length;) {
    const start = line + (/[ \t]*/y.exec(text.slice(line, line + 200))?.[0].length ?? 0)
    if (text.startsWith(name, start) && !/\w/.test(text[start + name.length] ?? ' ')) return [line, start + name.length]
    const next = text.indexOf('\n', line)
    if (next < 0) break
    line = next + 1
  }
  return [text.length, text.length]
}
