/** A place in a list of tokens that moves forward. */
import type { Token } from './tokens.js'

export interface TokenCursor {
  /** The token `ahead` of the next one; undefined behind the last. */
  peek(ahead?: number): Token | undefined
  next(): Token | undefined
  /** True when the next token is this mark. */
  is(mark: string): boolean
  atEnd(): boolean
  /** Changes whenever a token is read. */
  position(): number
  /** Where the next token begins; behind the last one, where that ends. */
  offset(): number
  endOfLast(): number
  /** Reads a token and, when it opens a bracket, all up to behind the one that closes it. */
  skipOne(): void
  /** Reads up to a closing mark of the bracket that is open. */
  skipTo(close: string): void
}

const OPENING = new Set(['(', '[', '{', '#['])
const CLOSING = new Set([')', ']', '}'])

export function createTokenCursor(tokens: readonly Token[]): TokenCursor {
  let at = 0
  const isMark = (token: Token | undefined, marks: ReadonlySet<string>): boolean =>
    token?.kind === 'mark' && marks.has(token.text)

  const cursor: TokenCursor = {
    peek: (ahead = 0) => tokens[at + ahead],
    next: () => tokens[at++],
    is: (mark) => tokens[at]?.kind === 'mark' && tokens[at]?.text === mark,
    atEnd: () => at >= tokens.length,
    position: () => at,
    offset: () => tokens[at]?.start ?? tokens.at(-1)?.end ?? 0,
    endOfLast: () => tokens[Math.min(at, tokens.length) - 1]?.end ?? 0,
    skipOne() {
      let open = 0
      do {
        const token = tokens[at++]
        if (isMark(token, OPENING)) open++
        else if (isMark(token, CLOSING)) open--
      } while (open > 0 && at < tokens.length)
    },
    skipTo(close) {
      while (at < tokens.length && !cursor.is(close)) {
        if (isMark(tokens[at], CLOSING)) return
        cursor.skipOne()
      }
    },
  }
  return cursor
}
