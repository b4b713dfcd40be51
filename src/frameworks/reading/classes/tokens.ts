/** Tokens of languages with braces and classes: Java, Kotlin, Groovy and C#. */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'

export type ClassLanguage = 'java' | 'kotlin' | 'groovy' | 'csharp'

export interface Token extends Span {
  /** `string`: `text` is what it holds, with a HOLE for each interpolation. Names keep their `@` in C# (`@class`). */
  kind: 'name' | 'string' | 'number' | 'mark'
  text: string
  /** A line break stands before it. */
  startsLine: boolean
  /** For a bracket that opens: index of the token that closes it, or of the last one. Else -1. */
  close: number
}

const NAME = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y
const NUMBER = /\d[\w.]*/y
const MARKS = ['?.', '!!', '::', '->', '=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?:', '++', '--', '+=', '-=', '*=', '/=']
const OPENS = '([{'
const CLOSES = ')]}'

/** Tokens of a text. Never throws; strings without an end go to the end of their line, brackets to the end of the text. */
export function tokensOf(text: string, language: ClassLanguage): Token[] {
  const tokens: Token[] = []
  let startsLine = true
  for (let at = 0; at < text.length;) {
    const character = text[at] as string
    if (character === '\n') startsLine = true
    if (/\s/.test(character)) {
      at++
      continue
    }
    const after = skipped(text, at, language, startsLine)
    if (after > at) {
      at = after
      continue
    }
    const token = stringAt(text, at, language, tokens.at(-1)) ?? wordAt(text, at) ?? markAt(text, at)
    tokens.push({ ...token, start: at, startsLine, close: -1 })
    startsLine = false
    at = token.end
  }
  pairBrackets(tokens)
  return tokens
}

/** Behind a comment or a line for the preprocessor; the offset itself when there is none. */
function skipped(text: string, at: number, language: ClassLanguage, startsLine: boolean): number {
  if (text.startsWith('//', at) || (language === 'csharp' && startsLine && text[at] === '#')) return endOfLine(text, at)
  if (!text.startsWith('/*', at)) return at
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? text.length : end + 2
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

type Read = Pick<Token, 'kind' | 'text' | 'end'>

function wordAt(text: string, at: number): Read | null {
  for (const [pattern, kind] of [[NAME, 'name'], [NUMBER, 'number']] as const) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind, text: found, end: at + found.length }
  }
  return null
}

function markAt(text: string, at: number): Read {
  const mark = MARKS.find((candidate) => text.startsWith(candidate, at)) ?? text[at] as string
  return { kind: 'mark', text: mark, end: at + mark.length }
}

const PREFIXED = /(?:\$+@?|@\$?)(?=")/y

function stringAt(text: string, at: number, language: ClassLanguage, before: Token | undefined): Read | null {
  let from = at
  let isVerbatim = false
  let interpolation: Interpolation = language === 'kotlin' || language === 'groovy' ? 'dollar' : null
  if (language === 'csharp') {
    PREFIXED.lastIndex = at
    const prefix = PREFIXED.exec(text)?.[0] ?? ''
    from += prefix.length
    isVerbatim = prefix.includes('@')
    if (prefix.includes('$')) interpolation = 'brace'
  }
  const quote = text[from]
  if (text.startsWith('"""', from) || (language === 'groovy' && text.startsWith("'''", from))) {
    const fence = text.slice(from, from + 3)
    const end = text.indexOf(fence, from + 3)
    const body = text.slice(from + 3, end < 0 ? text.length : end)
    return { kind: 'string', text: fence === '"""' ? withHoles(body, interpolation) : body, end: end < 0 ? text.length : end + 3 }
  }
  if (quote === '"') return quotedAt(text, from, '"', isVerbatim, interpolation)
  if (quote === "'") {
    const read = quotedAt(text, from, "'", false, null)
    return language === 'groovy' ? read : { ...read, kind: 'number' }
  }
  // A slash where a value is expected begins a regular expression.
  if (language === 'groovy' && quote === '/' && (before === undefined || /^(?:[=(,:[{!~&|?]|==|=~|return|in)$/.test(before.text))) {
    const end = text.indexOf('/', from + 1)
    if (end > 0 && end < endOfLine(text, from)) return { kind: 'string', text: text.slice(from + 1, end), end: end + 1 }
  }
  return null
}

type Interpolation = 'dollar' | 'brace' | null

function quotedAt(text: string, from: number, quote: string, isVerbatim: boolean, interpolation: Interpolation): Read {
  let at = from + 1
  for (; at < text.length; at++) {
    const character = text[at]
    if (isVerbatim && character === '"' && text[at + 1] === '"') at++
    else if (!isVerbatim && character === '\\') at++
    else if (character === quote || (character === '\n' && !isVerbatim)) break
    else if (opensHole(text, at, interpolation)) at = endOfHole(text, at, interpolation) - 1
  }
  const body = text.slice(from + 1, at)
  const plain = isVerbatim ? body.replace(/""/g, '"') : body.replace(/\\(.)/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped)
  return { kind: 'string', text: withHoles(plain, interpolation), end: Math.min(text.length, at + 1) }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function opensHole(text: string, at: number, interpolation: Interpolation): boolean {
  if (interpolation === 'dollar') return text[at] === '$' && text[at + 1] === '{'
  return interpolation === 'brace' && text[at] === '{' && text[at + 1] !== '{' && text[at - 1] !== '{'
}

/** Behind the brace that ends an interpolation; one that has no end is a plain brace. */
function endOfHole(text: string, at: number, interpolation: Interpolation): number {
  const open = interpolation === 'dollar' ? at + 1 : at
  let depth = 0
  for (let end = open; end < text.length && end < open + 500 && text[end] !== '\n'; end++) {
    if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return end + 1
  }
  return at + 1
}

function withHoles(body: string, interpolation: Interpolation): string {
  if (interpolation === 'dollar') return body.replace(/\$\{[^{}]*\}|\$[A-Za-z_][\w.]*/g, HOLE)
  return interpolation === 'brace' ? body.replace(/\{\{|\}\}|\{[^{}]*\}/g, (found) => (found.length === 2 && found[0] === found[1] ? found[0] as string : HOLE)) : body
}

function pairBrackets(tokens: Token[]): void {
  const open: Token[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue
    if (OPENS.includes(token.text)) open.push(token)
    else if (CLOSES.includes(token.text)) {
      const wanted = OPENS[CLOSES.indexOf(token.text)]
      // A bracket too few ends with the one around it.
      while (open.length > 0 && open.at(-1)?.text !== wanted && open.some(({ text }) => text === wanted)) (open.pop() as Token).close = index
      if (open.at(-1)?.text === wanted) (open.pop() as Token).close = index
    }
  }
  for (const token of open) token.close = tokens.length - 1
}
