/** Smarty. https://smarty-php.github.io/smarty/stable/designers/language-basic-syntax/ */
import { balancedEnd } from '../balanced.js'
import { beginsTag, commentEnd, rawEnd, tagReader } from '../components/tags.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from '../regions.js'

const STATEMENTS = new Set(
  (
    'if elseif else for forelse foreach foreachelse section sectionelse while block extends include include_php insert ' +
    'assign append capture config_load function nocache setfilter strip literal php break continue call counter debug ' +
    'ldelim rdelim hookspipe autoescape make_nocache eval'
  ).split(' '),
)

const SYNTAX = { quotes: '\'"', backslash: true, multiline: '\'"', comments: false }

/** Beginnings that only Smarty has. Braces followed by a space are text. */
const CERTAIN = /\{(?:\$\w|#\w+#\}|\/[a-z_]\w*\s*\}|["'][^"'\r\n{}]*["']\s*\|)/y
const TAG = /\{([a-z_][\w:]*)(?=\s|\}|\||\()/iy
const CALL = /\{(?!(?:var|let|const|return|throw|new|typeof|delete|void|case|async|await|yield|class|if|for|while)\b)[a-z_]\w*\s+[\w-]+=/iy

/** Finds tags, variables and comments. In scripts and styles only what cannot be their own braces. Never throws. */
export function lexSmarty(text: string): Lexed {
  const regions: Region[] = []
  const code = codeRanges(text)
  const pattern = /\{/g
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    if (text[start + 1] === '*') {
      const close = text.indexOf('*}', start + 2)
      if (close < 0) unclosed++
      else {
        regions.push(region('comment', start, close + 2, start + 2, close))
        pattern.lastIndex = close + 2
      }
      continue
    }
    const inCode = code.some(([from, to]) => from <= start && start < to)
    if (!begins(text, start, inCode)) continue
    const end = balancedEnd(text, start, SYNTAX)
    if (end < 0) {
      unclosed++
      continue
    }
    const name = /^\{\/?([A-Za-z_]\w*)/.exec(text.slice(start, start + 60))?.[1] ?? ''
    const closing = text[start + 1] === '/'
    const statement = closing || STATEMENTS.has(name) || (name !== '' && text.includes(`{/${name}}`)) || /^\{\$[\w.>[\]-]+\s*=[^=]/.test(text.slice(start, end))
    const literal = (name === 'literal' || name === 'php') && !closing ? text.indexOf(`{/${name}}`, end) : -1
    if (literal >= 0 && name === 'php') {
      regions.push(region('statement', start, literal + 6, end, literal))
      pattern.lastIndex = literal + 6
      continue
    }
    regions.push(region(statement ? 'statement' : 'expression', start, end, start + 1, end - 1))
    pattern.lastIndex = literal >= 0 ? literal : end
  }
  return lexed(regions)
}

function begins(text: string, at: number, inCode: boolean): boolean {
  CERTAIN.lastIndex = at
  if (CERTAIN.test(text)) return true
  TAG.lastIndex = at
  const name = TAG.exec(text)?.[1]
  if (name === undefined) return false
  CALL.lastIndex = at
  if (CALL.test(text)) return true
  if (!inCode) return true
  // `{if $x}`, not `{if (a) {`.
  if (/^(?:else|literal|strip|ldelim|rdelim|php|nocache|foreachelse|sectionelse)$/.test(name)) return text[at + name.length + 1] === '}'
  return STATEMENTS.has(name) && /\$|["']/.test(text.slice(at, text.indexOf('}', at)))
}

/** Where scripts and styles stand. */
function codeRanges(text: string): [from: number, to: number][] {
  const ranges: [number, number][] = []
  const readTag = tagReader(text)
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      at = commentEnd(text, at)
      continue
    }
    const tag = beginsTag(text, at) ? readTag(at, () => null, '') : null
    at = tag ? tag.end : at + 1
    if (!tag || tag.closes || tag.selfClosed || !/^(?:script|style)$/i.test(tag.name)) continue
    const end = rawEnd(text, at, tag.name)
    ranges.push([at, end])
    at = end
  }
  return ranges
}
