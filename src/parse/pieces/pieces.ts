/**
 * The pieces a large script is made of: the statements, table entries and list items that stand side by side in its
 * outermost groups. Of each is known which names it gives to the others and which of theirs it mentions, from tokens
 * alone. What stands in braces of a piece can be left out: the rest of the script still parses, and every offset stays.
 */
import type { Span } from '../../types.js'
import { NameReader, type Names } from './names.js'
import { Kind, tokensOf, type Tokens } from './tokens.js'

export interface Piece extends Span, Names {
  /** What stands inside the outermost braces that are no group of pieces themselves. */
  bodies: Span[]
  /** What stands inside the braces and brackets whose pieces are told for themselves. */
  inner: Span[]
  /** Index of the group it stands in. */
  group: number
}

export interface Group {
  /** Index of the piece whose braces the group is; -1 for the whole script. */
  piece: number
  parent: number
}

export interface Pieces {
  pieces: Piece[]
  groups: Group[]
  /** Names by their numbers. */
  words: readonly string[]
}

/** UTF-16 code units: a larger body is a group of pieces and not one piece. Most components and modules are smaller. */
const LARGEST_BODY = 24_000

/** Null for a text that is no script. */
export function piecesOf(text: string): Pieces | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  const found: Pieces = { pieces: [], groups: [{ piece: -1, parent: -1 }], words: tokens.words }
  const names = new NameReader(tokens)
  // The list grows while it is gone through.
  const ranges = [{ from: 0, to: tokens.count }]
  for (let group = 0; group < ranges.length; group++) {
    const { from, to } = ranges[group] as { from: number; to: number }
    split(tokens, from, to, (start, end) => {
      const { bodies, large } = bodiesOf(tokens, start, end)
      const piece = found.pieces.length
      found.pieces.push({
        start: tokens.starts[start] as number, end: tokens.ends[end - 1] as number, bodies, group,
        inner: large.map((open) => insideOf(tokens, open)),
        ...names.read(start, end, new Set(large)),
      })
      for (const open of large) {
        found.groups.push({ piece, parent: group })
        ranges.push({ from: open + 1, to: tokens.partners[open] as number })
      }
    })
  }
  return found
}

function insideOf({ starts, ends, partners }: Tokens, open: number): Span {
  return { start: ends[open] as number, end: starts[partners[open] as number] as number }
}

/** Words that go on with what stands before them. */
const GOES_ON = new Set(['else', 'catch', 'finally', 'while', 'instanceof', 'in', 'of', 'from', 'as', 'extends'])

/** Calls back with the first token of each piece and the one behind its last. */
function split(tokens: Tokens, from: number, to: number, take: (start: number, end: number) => void): void {
  let start = from
  for (let at = from; at < to; at++) {
    const kind = tokens.kinds[at] as Kind
    let ends = false
    if (kind === Kind.Open) {
      const isBrace = charAt(tokens, at) === '{'
      at = tokens.partners[at] as number
      ends = isBrace && beginsAnew(tokens, at + 1, to)
    } else if (kind === Kind.Punctuator) {
      const code = charAt(tokens, at)
      ends = code === ';' || code === ','
    }
    if (!ends) continue
    take(start, at + 1)
    start = at + 1
  }
  if (start < to) take(start, to)
}

function beginsAnew(tokens: Tokens, at: number, to: number): boolean {
  return at < to && tokens.kinds[at] === Kind.Name && !GOES_ON.has(textAt(tokens, at))
}

function bodiesOf(tokens: Tokens, from: number, to: number): { bodies: Span[]; large: number[] } {
  const bodies: Span[] = []
  const large: number[] = []
  for (let at = from; at < to; at++) {
    if (tokens.kinds[at] !== Kind.Open) continue
    const close = tokens.partners[at] as number
    const start = tokens.ends[at] as number
    const end = tokens.starts[close] as number
    const isList = charAt(tokens, at) === '['
    if (isList ? end - start < LIST || !isLiteral(tokens, at) : charAt(tokens, at) !== '{') continue
    if (!mayBeEmpty(tokens, at, close)) continue
    if (end - start > LARGEST_BODY) large.push(at)
    else if (end > start) bodies.push({ start, end })
    at = close
  }
  return { bodies, large }
}

/** UTF-16 code units of a list that is worth leaving out. */
const LIST = 400

/** A list, and no index of one. */
function isLiteral(tokens: Tokens, open: number): boolean {
  if (open === 0 || tokens.kinds[open - 1] === Kind.Open) return true
  return tokens.kinds[open - 1] === Kind.Punctuator ? charAt(tokens, open - 1) !== '.' : textAt(tokens, open - 1) === 'return'
}

/** Braces of patterns, imports and exports hold names that the rest needs. */
function mayBeEmpty(tokens: Tokens, open: number, close: number): boolean {
  const before = open > 0 && tokens.kinds[open - 1] === Kind.Name ? textAt(tokens, open - 1) : ''
  if (/^(?:import|export|var|let|const)$/.test(before)) return false
  const next = close + 1 < tokens.count ? close + 1 : -1
  if (next < 0) return true
  if (tokens.kinds[next] === Kind.Name) return textAt(tokens, next) !== 'from'
  const isSet = tokens.kinds[next] === Kind.Punctuator && charAt(tokens, next) === '='
  return !isSet || /[=>]/.test(tokens.text[(tokens.starts[next] as number) + 1] ?? '')
}

function charAt({ text, starts }: Tokens, at: number): string {
  return text[starts[at] as number] as string
}

function textAt({ text, starts, ends }: Tokens, at: number): string {
  return text.slice(starts[at], ends[at])
}
