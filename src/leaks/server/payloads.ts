/**
 * What server code in other languages puts into a call that sends to a vendor: the names in its arguments, and in what
 * those were made of inside the same function. A reading of names, not of flows; `record` says so.
 */
import { classifyExpression, type Classified } from '../../personal/index.js'
import { closing, functionAround } from '../../project/sightings/forwarders.js'
import type { Span } from '../../types.js'
import type { DataSource } from '../source.js'

/** Where a request or a form is read. Records of a database are left alone: names do not tell whose they are. */
const PERSONAL = /(?:\$_(?:POST|GET|REQUEST|SESSION)\s*\[[^\]]+\]|\$?\b(?:form|request|req|params|body|input|payload|cleaned_data|validated_data|validated)\b(?:\s*(?:->|\?\.|\.|::)\s*\w+(?:\([^()]{0,80}\))?|\[\s*[:'"][^\]]{1,60}\])+)/g

/** How often names are followed to what was assigned to them. */
const ROUNDS = 4

/** Sources in what a call is given. Offsets are in the text. */
export function payloadSources(file: string, text: string, call: Span): DataSource[] {
  const around = functionAround(text, call.start)
  const start = around?.start ?? 0
  const sending = [callAround(text, call), ...callsWith(text, call)]
  const body = text.slice(start, Math.max(...sending.map(({ end }) => end)))
  const pieces: Span[] = sending.map((span) => ({ start: span.start - start, end: span.end - start }))
  const seen = new Set<string>()
  for (let round = 0, at = 0; round < ROUNDS && at < pieces.length; round++) {
    const until = pieces.length
    for (; at < until; at++) {
      const piece = pieces[at] as Span
      for (const [name] of body.slice(piece.start, piece.end).matchAll(/\$?\b[A-Za-z_]\w*\b/g)) {
        if (seen.has(name) || /^(?:nil|null|None|true|false|new|return|string|int|self|this)$/.test(name)) continue
        seen.add(name)
        pieces.push(...assignmentsOf(body, name))
      }
    }
  }
  return sourcesIn(file, body, start, pieces)
}

/** How far from an address the call that it is given to may begin. */
const NEAR = 300
/** How far behind it what is made of it is used. */
const FAR = 1500

/** The call that an address is an argument of, with all its arguments; the span itself where it is in none. */
function callAround(text: string, { start, end }: Span): Span {
  let depth = 0
  for (let at = start - 1; at >= 0 && at > start - NEAR; at--) {
    const character = text[at] as string
    if (character === ';' || character === '{' || character === '}') break
    if (character === ')' || character === ']') depth++
    else if (character === '(' || character === '[') depth--
    if (depth < 0 && character === '(') {
      const close = closing(text, at)
      return close >= end ? { start: at, end: close } : { start, end }
    }
    if (depth < 0) depth = 0
  }
  return { start, end }
}

/** Calls of the same function that are given what the address was assigned to: `curl_setopt($handle, …)`, `post(url, data)`. */
function callsWith(text: string, { start, end }: Span): Span[] {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
  const [, name] = /(?:^|[\s;(])(?:[\w.<>]+\s+)?(\$?[A-Za-z_]\w*)\s*(?::=|=(?![=>]))[^=]*$/.exec(line) ?? []
  if (name === undefined) return []
  const rest = text.slice(end, end + FAR)
  const until = rest.search(/\n\s*(?:(?:public|private|protected|static|async)\s+)*(?:func|def|function|fun)\b/)
  const scope = until < 0 ? rest : rest.slice(0, until)
  const calls = new RegExp(`\\w\\(\\s*(?:[^()\\n]{0,80},\\s*)?${name.replace(/\$/g, '\\$')}\\b`, 'g')
  return [...scope.matchAll(calls)].slice(0, 12).map(({ index }) => {
    const open = end + index + 1
    return { start: open, end: closing(text, open) }
  })
}

/** What is assigned to a name: to the end of the line, or of the bracket that is opened on it. */
function assignmentsOf(body: string, name: string): Span[] {
  const escaped = name.replace(/\$/g, '\\$')
  const pattern = new RegExp(`(?<![\\w$.>])${escaped}(?:\\s*(?:\\[[^\\]\\n]*\\]|->\\w+|\\.\\w+))?\\s*(?::=|=(?![=>])|\\+=)\\s*`, 'g')
  return [...body.matchAll(pattern)].slice(0, 12).map((match) => {
    const from = match.index + match[0].length
    const line = body.indexOf('\n', from)
    const end = line < 0 ? body.length : line
    const open = body.slice(from, end).search(/[([{]/)
    return { start: from, end: open < 0 ? end : Math.max(end, closing(body, from + open)) }
  })
}

function sourcesIn(file: string, body: string, start: number, pieces: readonly Span[]): DataSource[] {
  const found = new Map<string, DataSource>()
  for (const piece of pieces) {
    for (const match of body.slice(piece.start, piece.end).matchAll(PERSONAL)) {
      const name = match[0].replace(/\s+/g, '').slice(0, 80)
      const categories: Classified[] = classifyExpression(name).filter(({ category }) => category !== 'page-url' && category !== 'page-title')
      if (categories.length === 0 || found.has(name)) continue
      const at = start + piece.start + match.index
      found.set(name, {
        key: `server:${file}:${name}`, kind: 'request', categories, name, place: { file, span: { start: at, end: at + match[0].length } },
      })
    }
  }
  return [...found.values()]
}
