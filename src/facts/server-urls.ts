/** Addresses in the strings of server code, and where the code asks for one that it keeps under a name. */
import type { ParsedFile } from '../parse/document.js'
import { HOLE } from '../parse/hole.js'
import type { ServerUrl } from './facts.js'

/** Functions and fields by which code of PHP says which scripts a page loads. */
const LOADS = /(?:\b(?:wp_(?:enqueue|register)_script\w*|drupal_add_js|add(?:External)?Js\w*|addScript\w*|add_js|registerJsFile)\s*\([^()]*|['"](?:src|data-src)['"]\s*(?:=>|\]\s*=)\s*)$/i

/** A directive of a content security policy, or another list of what is allowed, before the bracket that opens the list. */
const ALLOWS = new RegExp(String.raw`(?:\b\w*(?:csp|content_?security_?policy|allow(?:ed|list)?)\w*`
  + String.raw`|(?:script|connect|img|frame|style|font|default|media|child|worker|object|manifest)[-_]?src(?:[-_]?(?:elem|attr))?)`
  + String.raw`["']?\]?\s*(?:=>|:=|[=:,])?\s*(?:new\s+)?(?:\w+(?:<\w+>)?\s*)?(?:\[\s*\]\s*)?$`, 'i')
/** The same where a call lists them: `policy.connect_src :self, 'https://…'`, `.AddConnectSrc().From('https://…')`. */
const ALLOWS_CALL = /(?:script|connect|img|frame|style|font|default|media|child|worker|object)_?src(?:\s+[^\n;=]*|\(\)\s*\.\s*\w+\()$/i

/** A name that an address is kept under, before its string. */
const KEPT = /(?:(\$this->|\bself\.|\bself::\$?|\bcls\.|\bstatic::\$?|@{1,2}|\bthis\.|\bdefine\(\s*['"])\s*)?\$?([A-Za-z_]\w*)["']?(?:\s*:\s*[\w.[\]]+)?\s*(?::=|\|\|=|=(?![=>~])|,(?<=['"]\s*,))\s*(?:[a-zA-Z]{0,3})$/
/** What of the language stands before a name that a whole class or file knows. */
const SHARED = /\b(?:const|static|final|readonly|private|public|protected|define)\b/
/** Calls that ask for an address, or hold it for one that does. */
const ASKS = /(?:post|get|put|patch|request|fetch|send|url\w*|uri|curl_\w+|file_get_contents|open|call|execute|build|http\w*|do|Parse|perform)\w*!?\s*$/i

const LONGEST_CALL = 4_000
/** So many code units below its address a call is still seen as one piece of code with it. */
export const NEAR_ADDRESS = 1_500

interface Base {
  name: string
  /** Its text, with a HOLE for each part that is not literal. */
  text: string
  /** Where the first of its text stands. */
  start: number
  /** Known in the whole file, or from here to the end of its function. */
  from: number
  to: number
}

/** Addresses that the code asks for or has pages load; `interesting` tells which matter. Offsets are those of the text. */
export function serverUrls({ language, text, strings }: ParsedFile, interesting: (text: string) => boolean): ServerUrl[] {
  const bases: Base[] = []
  const covered = new Set<Base>()
  const found: { url: ServerUrl; base: Base | null }[] = []
  for (const { start, end, content } of strings) {
    const isScript = language === 'php' && /^\s*(?:https?:)?\/\/[^\s<>'"]+$/.test(content.text)
      && LOADS.test(text.slice(Math.max(0, start - 200), start))
    const before = content.text.startsWith(HOLE) ? baseOf(text, start, bases) : null
    const written = before ? before.text + content.text.slice(HOLE.length) : content.text
    if (!isScript && (!written.includes('://') || /\s/.test(written.trim()))) {
      if (written.includes('://')) found.push({ url: { start, end, text: written, isScript }, base: null })
      continue
    }
    if (interesting(written) && isAllowed(text, start)) continue
    if (before) covered.add(before)
    const first = before && before.from > 0 && start - before.start < NEAR_ADDRESS ? before.start : start
    const base = isScript ? null : keptAs(text, start, end, written, first)
    if (base) bases.push(base)
    found.push({ url: { start: first, end, text: written, isScript }, base })
  }
  return found.flatMap(({ url, base }) => {
    if (!base) return [url]
    const uses = usesOf(text, base, url.end)
    const [only] = uses
    // What a function makes an address for is one piece of code with it.
    if (only && uses.length === 1 && base.from > 0 && only.start - url.end < NEAR_ADDRESS) return [{ ...url, end: only.end }]
    if (uses.length > 0) return uses.map((use) => ({ ...url, ...use }))
    return covered.has(base) ? [] : [url]
  })
}

/** What an address that begins with something else begins with: a name that was given an address above. */
function baseOf(text: string, start: number, bases: readonly Base[]): Base | null {
  if (bases.length === 0) return null
  const own = /^[A-Za-z$@]{0,3}["'`]{1,3}\s*(?:#\{|\$\{|\{\$?|\$)\s*([\w.:>$@-]*?)\$?([A-Za-z_]\w*)\s*\}?/.exec(text.slice(start, start + 120))
  const added = /([A-Za-z_]\w*)(?:\(\))?\s*[+.]\s*$/.exec(text.slice(Math.max(0, start - 120), start))
  const name = own?.[2] ?? added?.[1]
  return name === undefined ? null : bases.findLast((base) => base.name === name && base.from <= start && start <= base.to) ?? null
}

function keptAs(text: string, start: number, end: number, written: string, first: number): Base | null {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const match = KEPT.exec(line)
  const name = match?.[2]
  if (name === undefined || /^\s*[.,+]?\s*\w*\(/.test(text.slice(end, end + 3))) return null
  const isShared = match?.[1] !== undefined || SHARED.test(line) || /^[A-Z][A-Z0-9_]*$/.test(name) || /^\S/.test(line)
  return { name, text: written, start: first, from: isShared ? 0 : end, to: isShared ? text.length : endOfFunction(text, end, name) }
}

/** Where the next function begins, or the name is given something else. */
function endOfFunction(text: string, from: number, name: string): number {
  const rest = text.slice(from, from + 8_000)
  const ends = [
    rest.search(/\n[ \t]*(?:(?:public|private|protected|internal|static|async)\s[^\n=;]*\(|(?:async\s+)?def\s|func\s|(?:\w+\s+)*function\s)/),
    rest.search(new RegExp(String.raw`\n[ \t]*\$?${name}\s*(?::=|=(?![=>~]))`)),
  ].filter((at) => at >= 0)
  return from + Math.min(rest.length, ...ends)
}

/** Calls that are given a kept address. */
function usesOf(text: string, { name, from, to }: Base, after: number): { start: number; end: number }[] {
  const uses: { start: number; end: number }[] = []
  const named = new RegExp(String.raw`(?<![\w$>.:@])(?:\$this->|self\.|self::\$?|cls\.|static::\$?|@{1,2}|this\.|[A-Z]\w*::|[A-Z]\w*\.)?\$?${name}\b(?!\s*(?:[:+|]?=(?!=)|=>|\())`, 'g')
  for (const { index } of text.slice(from, to).matchAll(named)) {
    const at = from + index
    if (at < after && from > 0) continue
    const call = callAround(text, at)
    if (call) uses.push(call)
  }
  return uses
}

/** The call that a place is an argument of, when it is one that asks for an address. */
function callAround(text: string, at: number): { start: number; end: number } | null {
  if (/^\s*(?:#|\/\/|\*)/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))) return null
  let depth = 0
  for (let open = at - 1; open >= 0 && open > at - 600; open--) {
    const character = text[open] as string
    if (character === ')' || character === ']') depth++
    else if (character === '(' || character === '[') {
      if (depth-- > 0) continue
      const callee = /[\w$.:>@!-]+\s*$/.exec(text.slice(Math.max(0, open - 120), open))
      if (character === '(' && callee && ASKS.test(callee[0])) {
        return { start: open - callee[0].length, end: closingBracket(text, open) }
      }
      depth = 0
    } else if (depth === 0 && (character === ';' || character === '{' || character === '}')) return null
  }
  return null
}

function closingBracket(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length && at < open + LONGEST_CALL; at++) {
    if ('([{'.includes(text[at] as string)) depth++
    else if (')]}'.includes(text[at] as string) && --depth === 0) return at + 1
  }
  return open + 1
}

/** True for a string in a list of what pages may load or send to. */
function isAllowed(text: string, start: number): boolean {
  if (ALLOWS_CALL.test(text.slice(Math.max(0, start - 200), start))) return true
  let depth = 0
  let levels = 0
  for (let at = start - 1; at >= 0 && at > start - 6_000 && levels < 3; at--) {
    const character = text[at] as string
    if (')]}'.includes(character)) depth++
    else if ('([{'.includes(character)) {
      if (depth > 0) depth--
      else {
        levels++
        if (ALLOWS.test(text.slice(Math.max(0, at - 80), at))) return true
      }
    }
  }
  return false
}
