/** Angular templates: `{{ }}`, `@if (…) {`, `@let`. */
import { balancedEnd, codeEnd, EXPRESSION_SYNTAX } from '../balanced.js'
import { lexed, region, type Lexed, type Region } from '../regions.js'
import { beginsTag, commentEnd, rawEnd, tagReader, type Tag } from './tags.js'

/** https://angular.dev/guide/templates/control-flow and https://angular.dev/guide/templates/defer */
const BLOCK = /@(?:if|else\s+if|else|for|empty|switch|case|default|defer|placeholder|loading|error)\b\s*/y
/** https://angular.dev/guide/templates/variables */
const LET = /@let\s+[\w$]+\s*=/y

/** Finds the constructs of an Angular template. Scripts, styles and comments are left alone. Never throws. */
export function lexAngular(text: string): Lexed {
  const regions: Region[] = []
  const readTag = tagReader(text)
  /** Braces that are open: those of blocks, and those of ICU expressions, which stay. */
  const open: ('block' | 'plain')[] = []

  const interpolation = (at: number): number | null => {
    if (!text.startsWith('{{', at)) return null
    const close = codeEnd(text, at + 2, '}}', EXPRESSION_SYNTAX, false)
    if (close < 0) return null
    const comment = /^\s*\/\/[^\n]*$/.test(text.slice(at + 2, close))
    regions.push(region(comment ? 'comment' : 'expression', at, close + 2, at + 2, close))
    return close + 2
  }

  const next = /[<{}@]/g
  let at = 0
  while (at < text.length) {
    next.lastIndex = at
    const match = next.exec(text)
    if (!match) break
    at = match.index
    const character = match[0]
    if (character === '<') at = afterTag(text, at, () => readTag(at, interpolation, '{'))
    else if (character === '{') {
      // `{n, plural, =1 {{{n}} visit}}`: the first brace is the case's.
      const plain = text.startsWith('{{{', at) && open.includes('plain')
      const end = plain ? null : interpolation(at)
      if (end === null) open.push('plain')
      at = end ?? at + 1
    } else if (character === '}') {
      if (open.pop() === 'block') regions.push(region('statement', at, at + 1, at + 1, at + 1))
      at++
    } else {
      const end = block(text, at)
      if (end !== null) {
        const opens = text[end - 1] === '{'
        if (opens) open.push('block')
        regions.push(region('statement', at, end, at + 1, end - 1))
      }
      at = end ?? at + 1
    }
  }
  return lexed(regions)
}

function afterTag(text: string, at: number, read: () => Tag | null): number {
  if (text.startsWith('<!--', at)) return commentEnd(text, at)
  const tag = beginsTag(text, at) ? read() : null
  if (!tag) return at + 1
  const raw = !tag.closes && !tag.selfClosed && /^(?:script|style)$/i.test(tag.name)
  return raw ? rawEnd(text, tag.end, tag.name) : tag.end
}

/** Offset after the `{` of a block or the `;` of a declaration that begins at an `@`, or null. */
function block(text: string, at: number): number | null {
  LET.lastIndex = at
  if (LET.test(text)) {
    const end = codeEnd(text, LET.lastIndex, ';', EXPRESSION_SYNTAX, true)
    return end < 0 ? null : end + 1
  }
  BLOCK.lastIndex = at
  if (!BLOCK.test(text)) return null
  let end = BLOCK.lastIndex
  if (text[end] === '(') end = balancedEnd(text, end, EXPRESSION_SYNTAX)
  if (end < 0) return null
  while (/\s/.test(text[end] ?? '')) end++
  return text[end] === '{' ? end + 1 : null
}
