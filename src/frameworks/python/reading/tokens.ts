/** Tokens of Python. https://docs.python.org/3/reference/lexical_analysis.html */
import type { Span } from '../../../types.js'

export interface PythonToken extends Span {
  /** `newline` ends a logical line; comments and line breaks inside brackets are no tokens. */
  kind: 'name' | 'number' | 'text' | 'mark' | 'newline'
  text: string
  /** Column of the first token of a logical line, tabs counted to the next 8; -1 for others. */
  indent: number
  /** Of a text with expressions in it: what stands between them, and where they stand. */
  pieces?: (string | Span)[]
}

const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const NUMBER = /\.?\d[\w.]*/y
const TEXT = /([rbuft]{0,2})("""|'''|"|')/iy
const MARKS = new Set(['**=', '//=', '>>=', '<<=', '...', '->', ':=', '==', '!=', '<=', '>=', '+=', '-=', '*=', '/=',
  '%=', '|=', '&=', '^=', '@=', '**', '//', '<<', '>>'])
/** What a text holds besides its end, escapes and fields. */
const PLAIN = /[^\\'"\n{}]+/y
const NEWLINE = 10
/** A line that begins so is no part of an expression: a bracket before it was never closed. */
const BEGINS_ANEW = /(?:def|class|async def|import|from|@)\b/y

/** Tokens of a text. Never throws; a text without an end goes to the end of its line or of the file. */
export function pythonTokens(text: string): PythonToken[] {
  const tokens: PythonToken[] = []
  let depth = 0
  let startsLine = true
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const push = (token: PythonToken): void => {
    if (startsLine) token.indent = columnOf(text, token.start)
    startsLine = false
    tokens.push(token)
  }
  const endLine = (): void => {
    if (!startsLine) tokens.push({ kind: 'newline', text: '\n', start: at, end: at, indent: -1 })
    startsLine = true
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE) {
      if (depth === 0) endLine()
      else if (beginsAnew(text, at + 1)) {
        depth = 0
        endLine()
      }
      at++
    } else if (code <= 32) at++
    else if (code === 35) at = endOfLine(text, at)
    else if (code === 92 && endOfLine(text, at) <= at + 2) at = endOfLine(text, at) + 1
    else {
      const token = tokenAt(text, at, code)
      if (token.kind === 'mark') {
        if (token.text === '(' || token.text === '[' || token.text === '{') depth++
        else if (token.text === ')' || token.text === ']' || token.text === '}') depth = Math.max(0, depth - 1)
      }
      push(token)
      at = token.end
    }
  }
  endLine()
  return tokens
}

function beginsAnew(text: string, at: number): boolean {
  BEGINS_ANEW.lastIndex = at
  return BEGINS_ANEW.test(text)
}

function columnOf(text: string, at: number): number {
  let column = 0
  for (let index = text.lastIndexOf('\n', at - 1) + 1; index < at; index++) {
    column = text[index] === '\t' ? column - (column % 8) + 8 : column + 1
  }
  return column
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function tokenAt(text: string, at: number, code: number): PythonToken {
  if (code === 34 || code === 39) return textAt(text, at) as PythonToken
  const isLetter = code >= 128 || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  if (isLetter) {
    const name = matchAt(NAME, text, at) as string
    const after = text.charCodeAt(at + name.length)
    const prefixed = name.length <= 2 && (after === 34 || after === 39) ? textAt(text, at) : null
    return prefixed ?? { kind: 'name', text: name, start: at, end: at + name.length, indent: -1 }
  }
  const number = (code >= 48 && code <= 57) || code === 46 ? matchAt(NUMBER, text, at) : undefined
  if (number !== undefined) return { kind: 'number', text: number, start: at, end: at + number.length, indent: -1 }
  const length = [3, 2].find((size) => MARKS.has(text.slice(at, at + size))) ?? 1
  return { kind: 'mark', text: text.slice(at, at + length), start: at, end: at + length, indent: -1 }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function textAt(text: string, start: number): PythonToken | null {
  TEXT.lastIndex = start
  const opening = TEXT.exec(text)
  if (!opening) return null
  const prefix = (opening[1] as string).toLowerCase()
  const quote = opening[2] as string
  const isRaw = prefix.includes('r')
  const isFormatted = /[ft]/.test(prefix)
  const pieces: (string | Span)[] = []
  let piece = ''
  let at = start + opening[0].length
  for (; at < text.length && !text.startsWith(quote, at); at++) {
    const plain = matchAt(PLAIN, text, at)
    if (plain !== undefined) {
      piece += plain
      at += plain.length - 1
      continue
    }
    const character = text[at] as string
    if (character === '\n' && quote.length === 1) break
    if (character === '\\') {
      piece += isRaw ? text.slice(at, at + 2) : unescaped(text[at + 1] ?? '')
      at++
    } else if (isFormatted && (character === '{' || character === '}') && text[at + 1] === character) {
      piece += character
      at++
    } else if (isFormatted && character === '{') {
      const end = endOfField(text, at, quote)
      pieces.push(piece, { start: at + 1, end: end.code })
      piece = ''
      at = end.brace
    } else piece += character
  }
  const end = text.startsWith(quote, at) ? at + quote.length : at
  if (pieces.length === 0) return { kind: 'text', text: piece, start, end, indent: -1 }
  return { kind: 'text', text: '', start, end, indent: -1, pieces: [...pieces, piece] }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }

function unescaped(character: string): string {
  return ESCAPES[character] ?? (/[\\'"]/.test(character) ? character : `\\${character}`)
}

/** Where the expression of a field ends (before `!r`, `:format`), and the brace that closes it. */
function endOfField(text: string, open: number, quote: string): { code: number; brace: number } {
  let depth = 0
  let code = -1
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string
    if (text.startsWith(quote, at) && quote.length === 3) return { code: code < 0 ? at : code, brace: at - 1 }
    if (character === '\n' && quote.length === 1) return { code: code < 0 ? at : code, brace: at - 1 }
    if ('([{'.includes(character)) depth++
    else if (character === '}' && depth === 0) return { code: code < 0 ? at : code, brace: at }
    else if (')]}'.includes(character)) depth--
    else if (depth === 0 && code < 0 && (character === ':' || (character === '!' && text[at + 1] !== '='))) code = at
    else if ((character === '"' || character === "'") && character !== quote[0]) {
      const end = text.indexOf(character, at + 1)
      if (end > 0 && end < endOfLine(text, at)) at = end
    }
  }
  return { code: code < 0 ? text.length : code, brace: text.length - 1 }
}
