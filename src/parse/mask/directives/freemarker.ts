/** FreeMarker, with angle or square brackets. https://freemarker.apache.org/docs/dgui_template_overallstructure.html */
import { balancedEnd, EXPRESSION_SYNTAX, stringEnd } from '../balanced.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from '../regions.js'

const SQUARE = /\[#(?:ftl|if|list|include|import|assign|macro|--)|\[@\w/

/** Finds directives, macro calls, interpolations and comments. Never throws. */
export function lexFreemarker(text: string): Lexed {
  const square = SQUARE.test(text) && !/<#(?:if|list|include|import|assign|macro|ftl)\b/.test(text)
  const [open, close] = square ? (['\\[', ']'] as const) : (['<', '>'] as const)
  const pattern = new RegExp(`${open}#--|${open}/?#(\\w+)|${open}/?@[\\w.]*|[$#]\\{`, 'g')
  const regions: Region[] = []
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    const found = construct(text, start, match, close)
    if (!found) {
      unclosed++
      continue
    }
    regions.push(found)
    pattern.lastIndex = found.end
    if (/^(?:no[pP]arse)$/.test(match[1] ?? '') && !match[0].includes('/')) {
      const literal = text.indexOf(`/#${match[1]}`, found.end)
      if (literal > 0) pattern.lastIndex = literal - 1
    }
  }
  return lexed(regions)
}

function construct(text: string, start: number, match: RegExpExecArray, close: '>' | ']'): Region | null {
  const opening = match[0]
  const from = start + opening.length
  if (opening.endsWith('#--')) {
    const at = text.indexOf(`--${close}`, from)
    return at < 0 ? null : region('comment', start, at + 3, from, at)
  }
  if (opening.endsWith('{')) {
    const end = balancedEnd(text, from - 1, EXPRESSION_SYNTAX)
    return end < 0 ? null : region('expression', start, end, from, end - 1)
  }
  const end = directiveEnd(text, from, close)
  if (end === null) return null
  // A macro call without content stands for what it prints.
  const prints = /^.@/.test(opening) && text[end - 2] === '/'
  return region(prints ? 'expression' : 'statement', start, end, start + 1, end - 1)
}

/** Strings and brackets hide the closing bracket: `<#if (a > b)>`. */
function directiveEnd(text: string, from: number, close: '>' | ']'): number | null {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string
    if (character === close && depth === 0) return at + 1
    if (character === '"' || character === "'") at = Math.max(at, stringEnd(text, at, { ...EXPRESSION_SYNTAX, multiline: '"\'' }) - 1)
    else if (character === '(' || character === '[' || character === '{') depth++
    else if ((character === ')' || character === ']' || character === '}') && depth > 0) depth--
  }
  const first = text.indexOf(close, from)
  return first < 0 ? null : first + 1
}
