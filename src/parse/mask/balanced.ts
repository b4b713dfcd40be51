/** Where code in a template ends: strings and brackets may hide its closing delimiter. */

export interface CodeSyntax {
  /** Characters that begin and end a string. */
  quotes: string
  /** A backslash in a string takes away the meaning of the character after it. */
  backslash: boolean
  /** Quotes whose strings may go over several lines. Others end with their line and are then no strings. */
  multiline: string
  /** `//` and `/*` begin comments. */
  comments: boolean
}

const BASIC: CodeSyntax = { quotes: '\'"', backslash: true, multiline: '', comments: false }

/** The expression languages of most engines: strings in either quote. */
export const EXPRESSION_SYNTAX = BASIC
export const GROOVY_SYNTAX: CodeSyntax = { ...BASIC, comments: true }
export const GO_SYNTAX: CodeSyntax = { quotes: '"`\'', backslash: true, multiline: '`', comments: false }
export const ELIXIR_SYNTAX: CodeSyntax = { quotes: '"', backslash: true, multiline: '"', comments: false }

/**
 * Offset just after the string that begins at `at`, or `at` when its closing quote is missing (an apostrophe is no
 * string).
 */
export function stringEnd(text: string, at: number, syntax: CodeSyntax): number {
  const quote = text[at] as string
  const anyLine = syntax.multiline.includes(quote)
  const escapes = syntax.backslash && quote !== '`'
  for (let next = at + 1; next < text.length; next++) {
    const character = text[next]
    if (character === quote) return next + 1
    if (character === '\\' && escapes) next++
    else if ((character === '\n' || character === '\r') && !anyLine) return at
  }
  return at
}

/** Offset after the string or comment at `at`, or `at` when there is none. */
function hiddenEnd(text: string, at: number, syntax: CodeSyntax): number {
  const character = text[at] as string
  if (syntax.quotes.includes(character)) return stringEnd(text, at, syntax)
  if (syntax.comments && character === '/') {
    if (text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2)
      return close < 0 ? at : close + 2
    }
    if (text[at + 1] === '/' && text[at - 1] !== ':') {
      const line = text.indexOf('\n', at)
      return line < 0 ? at : line
    }
  }
  return at
}

const OPENING = '([{'
const CLOSING = ')]}'

/** Offset just after the bracket that closes the one at `open`, or -1 when nothing does. */
export function balancedEnd(text: string, open: number, syntax: CodeSyntax = BASIC): number {
  const opening = text[open] as string
  const closing = CLOSING[OPENING.indexOf(opening)]
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const character = text[at] as string
    if (character === opening) depth++
    else if (character === closing && --depth === 0) return at + 1
    else {
      const end = hiddenEnd(text, at, syntax)
      if (end > at) at = end - 1
    }
  }
  return -1
}

/**
 * Offset of `close` at or after `from`, outside strings and, with `brackets`, outside brackets; the first one at all when that finds
 * none. -1 when there is none.
 */
export function codeEnd(text: string, from: number, close: string, syntax: CodeSyntax, brackets: boolean): number {
  const first = text.indexOf(close, from)
  // Most code is short and holds no quote: the first is the one.
  if (first < 0 || (first - from < 80 && !/["'`([{]/.test(text.slice(from, first)))) return first
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (depth <= 0 && text.startsWith(close, at)) return at
    const character = text[at] as string
    if (brackets && OPENING.includes(character)) depth++
    else if (brackets && depth > 0 && CLOSING.includes(character)) depth--
    else {
      const end = hiddenEnd(text, at, syntax)
      if (end > at) at = end - 1
    }
  }
  return first
}

/** Offset just after the `>` of the tag that begins at `from`; quoted values and parentheses hide `>`. -1 without one. */
export function tagEnd(text: string, from: number, parentheses = false): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string
    if (character === '>' && depth === 0) return at + 1
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1)
      if (close > 0) at = close
    } else if (parentheses && character === '(') depth++
    else if (parentheses && character === ')' && depth > 0) depth--
  }
  return -1
}
