/** Tokens of languages with braces and classes: Java, Kotlin, Groovy and C#. */
import type { Span } from '../../../types.js'
import { stringAt } from './strings.js'

export type ClassLanguage = 'java' | 'kotlin' | 'groovy' | 'csharp'

export interface Token extends Span {
  /** `string`: `text` is what it holds, with a HOLE for each interpolation. Names keep their `@` in C# (`@class`). */
  kind: 'name' | 'string' | 'number' | 'mark'
  text: string
  /** Of a string: the code of its interpolations, in order. */
  holes: readonly string[]
  /** A line break stands before it. */
  startsLine: boolean
  /** For a bracket that opens: index of the token that closes it, or of the last one. Else -1. */
  close: number
}

const SPACE = /[^\S\n]+/y
const NAME = /@?[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*|`[^`\n]+`/y
const NUMBER = /\d(?:[\w]|\.(?=\d))*/y
const MARKS = ['?.', '!!', '::', '->', '=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?:', '++', '--', '+=', '-=', '*=', '/=']
const MARK_STARTS = new Set(MARKS.map((mark) => mark[0]))
const OPENS = '([{'
const CLOSES = ')]}'
const NO_HOLES: readonly string[] = []

/** Tokens of a text. Never throws; strings without an end go to the end of their line, brackets to the end of the text. */
export function tokensOf(text: string, language: ClassLanguage): Token[] {
  const tokens: Token[] = []
  let startsLine = true
  for (let at = 0; at < text.length;) {
    if (text[at] === '\n') {
      startsLine = true
      at++
      continue
    }
    SPACE.lastIndex = at
    const after = SPACE.test(text) ? SPACE.lastIndex : skipped(text, at, language, startsLine)
    if (after > at) {
      if (!startsLine && text.slice(at, after).includes('\n')) startsLine = true
      at = after
      continue
    }
    const before = tokens.at(-1)
    const token = readString(text, at, language, before) ?? wordAt(text, at, language) ?? markAt(text, at)
    tokens.push({ holes: NO_HOLES, ...token, start: at, startsLine, close: -1 })
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

type Read = Pick<Token, 'kind' | 'text' | 'end'> & { holes?: readonly string[] }

function readString(text: string, at: number, language: ClassLanguage, before: Token | undefined): Read | null {
  const found = stringAt(text, at, language, before ? (before.kind === 'string' ? '"' : before.text) : null)
  if (!found) return null
  const { end, holes, isCharacter } = found
  return { kind: isCharacter ? 'number' : 'string', text: found.text, end, ...(holes.length > 0 ? { holes } : {}) }
}

function wordAt(text: string, at: number, language: ClassLanguage): Read | null {
  NAME.lastIndex = at
  const name = NAME.exec(text)?.[0]
  if (name !== undefined && (name[0] !== '@' || language === 'csharp') && (name[0] !== '`' || language === 'kotlin')) {
    return { kind: 'name', text: name.replace(/`/g, ''), end: at + name.length }
  }
  NUMBER.lastIndex = at
  const number = NUMBER.exec(text)?.[0]
  return number === undefined ? null : { kind: 'number', text: number, end: at + number.length }
}

function markAt(text: string, at: number): Read {
  const character = text[at] as string
  const mark = MARK_STARTS.has(character) ? MARKS.find((candidate) => text.startsWith(candidate, at)) ?? character : character
  return { kind: 'mark', text: mark, end: at + mark.length }
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
