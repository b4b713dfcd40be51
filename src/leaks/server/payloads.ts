/**
 * What server code in other languages puts into a call that sends to a vendor: the names in its arguments, and in what
 * those were made of inside the same function. A reading of names, not of flows.
 */
import { classifyExpression, classifyPath, pathsOf, type Classified } from '../../personal/index.js'
import { functionAround } from '../../project/sightings/server/language.js'
import type { Span } from '../../types.js'
import type { DataSource, SourceKind } from '../source.js'
import { isHashed, isLookedUpBy } from './calls-around.js'
import { statementsAbout, type Piece } from './statements.js'
import { withoutComments } from './texts.js'

/** Names of what a request brings. */
const BROUGHT = 'form|request|req|params|body|input|payload|cleaned_data|validated_data|validated'
/** A part that is read: `.email`, `->input('email')`, `["email"]`. */
const PART = String.raw`(?:\s*(?:->|\?\.|\.|::)\s*\w+(?:\([^()]{0,80}\))?|\[\s*[:'"][^\]]{1,60}\])`
/** What is asked for a value of a request by a name: `r.FormValue("email")`, `c.Query("phone")`. */
const ASKED = String.raw`\b\w+\.(?:FormValue|PostFormValue|PostForm|QueryParam|Query|Param|getParameter|query_params\.get|args\.get)\(\s*"[^"]{1,60}"\s*\)`
/** A whole request or form that is kept under a name of its own: `$data = $request->validate(…)`. */
const KEPT = new RegExp(
  String.raw`(\$?\b[A-Za-z_]\w*)\s*(?::=|=(?![=>]))\s*[^;\n]{0,40}(?:\$?\b(?:request|req|params|cleaned_data)\b|\$_(?:POST|GET|REQUEST)\b|php://input)`
  + String.raw`(?:\s*(?:\.|->)\s*(?:validate|validated|all|json|get_json|require|permit|to_unsafe_h|POST|GET|form|data|values|body|input|post|only|getContent|parsed_body)\b|\s*[);\n])`, 'g')
/** A parameter that holds what was posted: `@RequestBody LeadForm form`, `[FromBody] Lead lead`, `Lead(LeadForm form)`. */
const POSTED = /(?:@(?:RequestBody|ModelAttribute|Valid|BeanParam)\s+(?:@\w+\s+)*|\[From(?:Body|Form|Query)\]\s*|\b\w+(?:Form|Request|Dto|DTO|Command|Input)\s+(?=\w+\s*[,)]))(?:\w+\s+)?(\w+)/g
/** Whose a value is that code holds: names of a person. */
const PERSON = /^(?:current_?)?(?:customer|patient|user|member|client|buyer|lead|subscriber|guest|billing|shipping|shopper|recipient|applicant)/i

/** `hashed`: it leaves hashed or encrypted and in no other form. */
export interface SentSource extends DataSource {
  hashed: boolean
}

/** Sources in what a call is given. Offsets are in the text. */
export function payloadSources(file: string, text: string, call: Span): SentSource[] {
  const start = functionAround(text, call.start)?.start ?? 0
  const next = functionAround(text.slice(0, call.end + 20_000), Math.min(text.length, call.end + 20_000))
  const body = withoutComments(text.slice(start, next && next.start > call.end ? endOfFunction(text, start, call.end) : text.length))
  const pieces = statementsAbout(body, { start: call.start - start, end: call.end - start })
  return sourcesIn(file, body, start, pieces)
}

/** Where the function that begins at `start` ends: before the next line that is no deeper than its header. */
function endOfFunction(text: string, start: number, from: number): number {
  const line = text.lastIndexOf('\n', start) + 1
  const indent = /^\s*/.exec(text.slice(line, start + 1))?.[0].length ?? 0
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    const own = /^[ \t]*(?=\S)/.exec(text.slice(at + 1, at + 200))
    if (own && own[0].length <= indent) return at
  }
  return text.length
}

function sourcesIn(file: string, body: string, start: number, pieces: readonly Piece[]): SentSource[] {
  const kept = new Set([...body.matchAll(KEPT), ...body.matchAll(POSTED)].map((match) => match[1] as string))
  const names = [BROUGHT, ...[...kept].map((name) => name.replace(/^\$/, ''))].join('|')
  const request = new RegExp(String.raw`\$_(?:POST|GET|REQUEST|SESSION)\s*\[[^\]]+\]|${ASKED}|\$?\b(?:${names})\b${PART}+`, 'g')
  const found = new Map<string, SentSource>()
  const add = (kind: SourceKind, name: string, categories: Classified[], piece: Piece, at: number, length: number): void => {
    const code = body.slice(piece.start, piece.end)
    const known = found.get(name)
    if (categories.length === 0 || known?.hashed === false || (piece.made && isLookedUpBy(code, at, code.slice(at, at + length)))) return
    const hashed = piece.hashed || isHashed(code, at)
    if (known && hashed) return
    const span = { start: start + piece.start + at, end: start + piece.start + at + length }
    found.set(name, { key: `server:${file}:${name}`, kind, categories, name, hashed, place: { file, span } })
  }
  for (const piece of pieces) {
    const code = body.slice(piece.start, piece.end)
    for (const match of code.matchAll(request)) {
      const name = match[0].replace(/\s+/g, '').slice(0, 80)
      const root = /^\$?\w+/.exec(name)?.[0] ?? ''
      const read = kept.has(root) ? `request${name.slice(root.length)}` : name
      const categories = classifyExpression(read).filter(({ category }) => category !== 'page-url' && category !== 'page-title')
      add('request', name, categories, piece, match.index, match[0].length)
    }
    // Records of a database: only where a name says that it is a person's.
    for (const match of code.matchAll(/\$?\b[A-Za-z_]\w*(?:(?:->|\.)\w+(?:\(\))?|\[\s*[:'"][^\]]{1,60}\])*/g)) {
      // The name of a part is not what is put into it: `ClientAddress: lead.Address`.
      if (/^\s*(?::(?![:=])|=>)/.test(code.slice(match.index + match[0].length, match.index + match[0].length + 20))) continue
      const name = match[0].slice(0, 80)
      const [path = []] = pathsOf(name)
      if (!path.some((part) => PERSON.test(part)) || found.get(name)?.kind === 'request') continue
      add('record', name, classifyPath(path).filter(({ sure }) => sure), piece, match.index, match[0].length)
    }
  }
  return [...found.values()]
}
