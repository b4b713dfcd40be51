/** Tokens of Go. https://go.dev/ref/spec#Lexical_elements */
import type { Span } from '../../../types.js'

export interface GoToken extends Span {
  /** `end` ends a statement: a semicolon, or a line break where one is put in. */
  kind: 'name' | 'number' | 'text' | 'mark' | 'end'
  text: string
}

const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const NUMBER = /\.?\d[\w.]*(?:[eEpP][+-]?\d+)?/y
const MARKS = new Set(['&^=', '<<=', '>>=', '...', '&&', '||', '<-', '++', '--', '==', '!=', '<=', '>=', ':=', '+=',
  '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<', '>>', '&^'])
/** A line break behind one of these ends a statement. https://go.dev/ref/spec#Semicolons */
const ENDS_BEHIND = new Set([')', ']', '}', '++', '--'])
const GOES_ON =
  new Set(['var', 'const', 'type', 'func', 'import', 'package', 'if', 'else', 'for', 'switch', 'case', 'select', 'go',
    'defer', 'map', 'chan', 'struct', 'interface', 'range', 'goto', 'default'])

/**
 * Tokens of a text. Never throws; what has no end goes to the end of its line, raw texts and comments to that of the file.
 */
export function goTokens(text: string): GoToken[] {
  const tokens: GoToken[] = []
  const lineBreak = (at: number): void => {
    const last = tokens.at(-1)
    if (!last || last.kind === 'end') return
    const ends = last.kind === 'mark' ? ENDS_BEHIND.has(last.text) : last.kind !== 'name' || !GOES_ON.has(last.text)
    if (ends) tokens.push({ kind: 'end', text: '\n', start: at, end: at })
  }
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      lineBreak(at)
      at++
    } else if (code <= 32 || code === 0xfeff) at++
    else if (code === 47 && text[at + 1] === '/') at = endOf(text, '\n', at)
    else if (code === 47 && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2)
      const next = end < 0 ? text.length : end + 2
      if (text.slice(at, next).includes('\n')) lineBreak(at)
      at = next
    } else {
      const token = tokenAt(text, at, code)
      tokens.push(token)
      at = token.end
    }
  }
  lineBreak(text.length)
  return tokens
}

function endOf(text: string, what: string, from: number): number {
  const end = text.indexOf(what, from)
  return end < 0 ? text.length : end
}

function tokenAt(text: string, at: number, code: number): GoToken {
  if (code === 34 || code === 39) return quoted(text, at)
  if (code === 96) {
    const end = endOf(text, '`', at + 1)
    return { kind: 'text', text: text
      .slice(at + 1, end).replaceAll('\r', ''), start: at, end: Math.min(text.length, end + 1) }
  }
  if (code === 59) return { kind: 'end', text: ';', start: at, end: at + 1 }
  for (const [pattern, kind] of [[NAME, 'name'], [NUMBER, 'number']] as const) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind, text: found, start: at, end: at + found.length }
  }
  const length = [3, 2].find((size) => MARKS.has(text.slice(at, at + size))) ?? 1
  return { kind: 'mark', text: text.slice(at, at + length), start: at, end: at + length }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function quoted(text: string, start: number): GoToken {
  const quote = text[start] as string
  let at = start + 1
  let content = ''
  for (; at < text.length && text[at] !== quote && text[at] !== '\n'; at++) {
    if (text[at] === '\\') {
      at++
      content += ESCAPES[text[at] ?? ''] ?? text[at] ?? ''
    } else content += text[at] as string
  }
  const end = text[at] === quote ? at + 1 : at
  return quote === '"' ? { kind: 'text', text: content, start, end } : { kind: 'number', text: '0', start, end }
}
