/** PHP code → tokens. https://www.php.net/manual/en/language.basic-syntax.php */
import type { Span } from '../../../types.js'
import { heredocBody, quotedEnd } from './quoted.js'

export interface PhpToken extends Span {
  kind: PhpTokenKind
  /** For strings: what stands between the delimiters. Otherwise the same as the token. */
  bodyStart: number
  bodyEnd: number
}

/** `single` and `nowdoc` are literal; `double` and `heredoc` interpolate. `word`: a name or keyword, with namespaces. */
export type PhpTokenKind =
  | 'single'
  | 'double'
  | 'heredoc'
  | 'nowdoc'
  | 'shell'
  | 'comment'
  | 'variable'
  | 'word'
  | 'number'
  | 'operator'

/** The code between `<?php` and `?>`. */
export interface PhpCode {
  /** Comments are among them. */
  tokens: PhpToken[]
  /** Offset of `?>` or of the end of the text. */
  end: number
  /** False when the code goes on to the end of the text. */
  closed: boolean
}

const TOKEN =
  /\s+|\$+[A-Za-z_\x80-\uffff][\w\x80-\uffff]*|[A-Za-z_\\\x80-\uffff][\w\\\x80-\uffff]*|\d[\w.]*|\?>|\/\/|\/\*|#|<<<|["'`]|\?->|->|::|=>|\.\.\.|[-+*/.%&|^]=|===?|!==?|<=>?|>=|&&|\|\||\?\?=?|\+\+|--|[\s\S]/y

/**
 * Tokens of PHP code from `from` (just after the opening tag) to `?>` or `limit`. Strings, heredocs and block comments
 * hide `?>`, line comments do not. Unclosed strings and comments end at `limit`. Never throws.
 */
export function readPhpCode(text: string, from: number, limit = text.length): PhpCode {
  const tokens: PhpToken[] = []
  let at = from
  while (at < limit) {
    TOKEN.lastIndex = at
    const piece = TOKEN.exec(text)?.[0] ?? (text[at] as string)
    if (piece === '?>') return { tokens, end: at, closed: true }
    const token = piece.trim() === '' ? null : tokenAt(text, at, piece, limit)
    at = Math.min(limit, token ? token.end : at + piece.length)
    if (token) tokens.push(token)
  }
  return { tokens, end: limit, closed: false }
}

function tokenAt(text: string, start: number, piece: string, limit: number): PhpToken {
  const after = start + piece.length
  const token = (kind: PhpTokenKind, end: number, bodyStart = start, bodyEnd = end): PhpToken => {
    const stop = Math.min(end, limit)
    return { kind, start, end: stop, bodyStart: Math.min(bodyStart, stop), bodyEnd: Math.max(Math.min(bodyStart, stop), Math.min(bodyEnd, stop)) }
  }
  switch (piece) {
    case '//':
    case '#': {
      // https://www.php.net/manual/en/language.attributes.syntax.php
      if (piece === '#' && text[after] === '[') return token('operator', after)
      const end = lineCommentEnd(text, after)
      return token('comment', end, after, end)
    }
    case '/*': {
      const close = text.indexOf('*/', after)
      return close < 0 ? token('comment', limit, after) : token('comment', close + 2, after, close)
    }
    case '"':
    case "'":
    case '`': {
      const end = quotedEnd(text, start, limit)
      const closed = end > after && text[end - 1] === piece
      const kind = piece === '"' ? 'double' : piece === "'" ? 'single' : 'shell'
      return token(kind, end, after, closed ? end - 1 : end)
    }
    case '<<<': {
      const body = heredocBody(text, after)
      if (body) return token(body.literal ? 'nowdoc' : 'heredoc', body.end, body.bodyStart, body.bodyEnd)
      return token('operator', after)
    }
  }
  const first = piece[0] as string
  if (first === '$' && piece.length > 1) return token('variable', after)
  if (/\d/.test(first)) return token('number', after)
  return token(/[A-Za-z_\\\x80-\uffff]/.test(first) ? 'word' : 'operator', after)
}

/** `//` and `#` comments end with their line or before `?>`, whichever is first. */
function lineCommentEnd(text: string, from: number): number {
  const pattern = /\r|\n|\?>/g
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

/** Comments among the tokens, their text without delimiters. */
export function phpComments(text: string, tokens: readonly PhpToken[]): (Span & { text: string })[] {
  return tokens
    .filter((token) => token.kind === 'comment')
    .map(({ start, end, bodyStart, bodyEnd }) => ({ start, end, text: text.slice(bodyStart, bodyEnd) }))
}

const OPENING_TAG = /<\?(?:php(?=[\s]|$)|=|(?!xml[\s-]|xml-)(?=[\s\w(]))/gi

/** The next `<?php`, `<?=` or `<?` at or after `from`, or null. `start` is at its `<`, `end` after the tag. */
export function nextPhpTag(text: string, from: number): (Span & { prints: boolean }) | null {
  OPENING_TAG.lastIndex = from
  for (let match = OPENING_TAG.exec(text); match; match = OPENING_TAG.exec(text)) {
    const end = match.index + match[0].length
    // A short tag without an end is more often a `<?` in a text.
    if (match[0] === '<?' && !text.includes('?>', end)) return null
    return { start: match.index, end, prints: match[0] === '<?=' }
  }
  return null
}
