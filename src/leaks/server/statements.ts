/** Statements of server code, as far as brackets, ends of lines and names tell: what a call is given, and what was made of it. */
import type { Span } from '../../types.js'
import { isHashed, isLookedUpBy } from './calls-around.js'
import { plainTexts } from './texts.js'

/** A statement that has to do with a call; `hashed`: what it makes is used hashed only, `made`: it assigns something. */
export interface Piece extends Span {
  hashed: boolean
  made: boolean
}

/** Names that say nothing of a value. */
const WORDS = /^(?:nil|null|None|true|false|True|False|new|return|string|int|self|this|var|let|const|await|async|if|else|final)$/

/** How often names are followed from statement to statement. */
const ROUNDS = 4
/** Statements that name one thing; more are not read. */
const MOST = 12

/**
 * The parts of a function that have to do with a place in it: its statement, what is done with what that statement makes
 * (`$ch = curl_init(…)` … `curl_setopt($ch, …)`), and what was assigned to the names in those.
 */
export function statementsAbout(body: string, place: Span): Piece[] {
  const first = statementAround(body, place)
  const made: Span[] = [first]
  const known = new Set<string>()
  for (let at = 0; at < made.length && made.length < MOST; at++) {
    const name = assignedName(body, made[at] as Span)
    if (name === null || known.has(name)) continue
    known.add(name)
    made.push(...statementsNaming(body, name, (made[at] as Span).end))
  }
  return withAssignments(body, made)
}

/** The statement of a place: outwards over the brackets that it stands in, and to the ends of the line. */
function statementAround(body: string, { start, end }: Span): Span {
  let from = start
  for (let depth = 0, at = start - 1; at >= 0; at--) {
    const char = body[at] as string
    if (')]'.includes(char)) depth++
    else if ('(['.includes(char)) {
      if (depth > 0) depth--
      else from = at
    } else if (depth === 0 && (char === ';' || char === '{' || char === '}' || (char === '\n' && !continuesLine(body, at)))) break
    if (depth === 0) from = Math.min(from, at)
  }
  return { start: from, end: Math.max(end, endOfStatement(body, from)) }
}

/** A line that begins with an access or an operator, or follows an open end, goes on with the one before. */
function continuesLine(body: string, at: number): boolean {
  return /^\s*(?:->|\?\.|\.|::|\||&|\+|\))/.test(body.slice(at + 1, at + 200)) || /[,=(+|&.]\s*$/.test(body.slice(Math.max(0, at - 80), at))
}

function endOfStatement(body: string, from: number): number {
  let depth = 0
  for (let at = from; at < body.length && at < from + 6000; at++) {
    const char = body[at] as string
    if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char) && --depth < 0) return at
    else if (depth === 0 && (char === ';' || (char === '\n' && body.slice(from, at).trim() !== '' && !continuesLine(body, at)))) return at
  }
  return Math.min(body.length, from + 6000)
}

function assignedName(body: string, { start, end }: Span): string | null {
  return /^\s*(?:[\w<>[\],.?]+\s+)?(\$?[A-Za-z_]\w*)(?:\s*,\s*\w+)?\s*:?=(?![=>])/.exec(body.slice(start, end))?.[1] ?? null
}

function statementsNaming(body: string, name: string, from: number): Span[] {
  const pattern = new RegExp(`(?<![\\w$>.])${escaped(name)}(?![\\w])`, 'g')
  pattern.lastIndex = from
  const found: Span[] = []
  for (let match = pattern.exec(body); match && found.length < MOST; match = pattern.exec(body)) {
    const statement = statementAround(body, { start: match.index, end: match.index + name.length })
    found.push(statement)
    pattern.lastIndex = Math.max(pattern.lastIndex, statement.end)
  }
  return found
}

/** A name, and the part that is read of it where it is no call: `form.Email`, `$data['email']`, `lead->email`. */
const READ = /(\$?\b[A-Za-z_]\w*)\b(\[\s*[:'"]\w+['"]?\s*\]|(?:->|\.)\w+(?![\w(]))?/g

function withAssignments(body: string, about: readonly Span[]): Piece[] {
  const pieces = about.map(({ start, end }): Piece => ({ start, end, hashed: false, made: false }))
  const last = Math.max(...about.map(({ end }) => end))
  const seen = new Map<string, boolean>()
  for (let round = 0, at = 0; round < ROUNDS && at < pieces.length; round++) {
    for (const until = pieces.length; at < until; at++) {
      const piece = pieces[at] as Piece
      const code = body.slice(piece.start, piece.end)
      const texts = plainTexts(code)
      for (const { 0: read, 1: name = '', 2: part, index } of code.matchAll(READ)) {
        if (WORDS.test(name) || texts.some(({ start, end }) => start <= index && index < end)) continue
        if (seen.get(read) === false || (piece.made && isLookedUpBy(code, index, read))) continue
        const hashed = piece.hashed || isHashed(code, index)
        if (seen.has(read) && hashed) continue
        seen.set(read, hashed)
        // What is assigned after the call is not sent with it.
        const assigned = assignmentsOf(body.slice(0, last), name, part)
        pieces.push(...assigned.map(({ start, end }) => ({ start, end, hashed, made: true })))
      }
    }
  }
  return pieces
}

/** What is assigned to a name, or to that part of it or all of it, to the end of the statement. */
export function assignmentsOf(body: string, name: string, part?: string): Span[] {
  const assigned = '(\\s*(?:\\[[^\\]\\n]*\\]|->\\w+|\\.\\w+))?'
  const pattern = new RegExp(`(?<![\\w$.>])${escaped(name)}${assigned}(?:[ \\t]*,[ \\t]*\\w+)?\\s*(?::=|=(?![=>])|\\+=)\\s*`, 'g')
  const own = part === undefined ? null : bare(part)
  return [...body.matchAll(pattern)]
    .filter((match) => own === null || match[1] === undefined || bare(match[1]) === own || bare(match[1]) === '')
    .slice(0, MOST).map((match) => {
      const start = match.index + match[0].length
      const whole = { start, end: Math.max(start, endOfAssignment(body, start)) }
      return own !== null && own !== '' && match[1] === undefined ? entryOf(body, whole, own) : whole
    })
}

/** The value of one entry where all of what is assigned is a literal that has it: `Form{Email: e, Paid: p}`, `['email' => $e]`. */
function entryOf(body: string, { start, end }: Span, name: string): Span {
  const text = body.slice(start, end)
  const open = /^&?[\w.\\]*\s*[[({]/.exec(text)
  if (!open || !/[\])}]\s*$/.test(text)) return { start, end }
  const key = new RegExp(String.raw`^\s*[:'"]?${escaped(name)}['"]?\s*(?:=>|:(?!:)|=(?!=))\s*`, 'i')
  for (let from = open[0].length, at = from, depth = 0; at <= text.length; at++) {
    const char = text[at] ?? ','
    if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
    if (!(depth < 0 || (depth === 0 && char === ','))) continue
    const found = key.exec(text.slice(from, at))
    if (found) return { start: start + from + found[0].length, end: start + at }
    if (depth < 0) break
    from = at + 1
  }
  return { start, end }
}

/** The name in a part: `.Email`, `['email']`; of an index nothing. */
function bare(part: string): string {
  return /[A-Za-z_]\w*/.exec(/^\s*\[\s*[^:'"\s]/.test(part) ? '' : part)?.[0] ?? ''
}

/** A loop's head assigns as well, and its body is not what is assigned; nor is the next entry of an initializer. */
function endOfAssignment(body: string, start: number): number {
  const statement = endOfStatement(body, start)
  const next = /,[ \t]*\r?\n\s*\w+\s*=(?![=>])/.exec(body.slice(start, statement))
  const end = next && isLevel(body.slice(start, start + next.index)) ? start + next.index : statement
  const head = /^range\b[^{\n]*(?=\{)/.exec(body.slice(start, end))
  return head ? start + head[0].length : end
}

/** All brackets that open in a text close in it. */
function isLevel(text: string): boolean {
  return (text.match(/[([{]/g)?.length ?? 0) === (text.match(/[)\]}]/g)?.length ?? 0)
}

function escaped(name: string): string {
  return name.replace(/\$/g, '\\$')
}
