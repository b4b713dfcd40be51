/** ColdFusion markup. https://helpx.adobe.com/coldfusion/developing-applications.html */
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

/** In these elements `#…#` is an expression. */
const OUTPUT = /^cf(?:output|mail|query|htmlhead|htmlbody|savecontent)$/i

/** A component that is written in script and has no markup at all. */
const SCRIPT_COMPONENT = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*|\/\/[^\n]*\n\s*|import\s[^\n]*\n\s*)*(?:abstract\s+|final\s+)?(?:component|interface)\b/i

/** Finds the tags, expressions and comments of a ColdFusion page. Never throws. */
export function lexColdFusion(text: string): Lexed {
  if (SCRIPT_COMPONENT.test(text)) return lexed([region('statement', 0, text.length, 0, text.length)])
  const regions: Region[] = []
  const pattern = /<!---|<(\/?)(cf\w+)\b|#/gi
  let unclosed = 0
  let output = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    if (match[0] === '#') {
      pattern.lastIndex = hash(text, start, output > 0, regions)
      continue
    }
    if (match[0] === '<!---') {
      const end = commentEnd(text, start)
      if (end === null) unclosed++
      else {
        regions.push(region('comment', start, end, start + 5, end - 4))
        pattern.lastIndex = end
      }
      continue
    }
    const end = tagEnd(text, pattern.lastIndex)
    if (end === null) {
      unclosed++
      continue
    }
    const name = (match[2] ?? '').toLowerCase()
    const selfClosed = text[end - 2] === '/'
    if (OUTPUT.test(name) && !selfClosed) output = Math.max(0, output + (match[1] === '/' ? -1 : 1))
    const script = name === 'cfscript' && match[1] === '' && !selfClosed ? /<\/cfscript\s*>/gi : null
    if (script) script.lastIndex = end
    const close = script?.exec(text)
    const stop = script && close ? script.lastIndex : end
    regions.push(region('statement', start, stop, close ? end : start + 1, close ? close.index : end - 1))
    pattern.lastIndex = stop
  }
  return lexed(regions)
}

/** Comments nest. Offset after the `--->` that closes the one at `start`, or null. */
function commentEnd(text: string, start: number): number | null {
  const pattern = /<!---|--->/g
  pattern.lastIndex = start
  let depth = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    depth += match[0] === '--->' ? -1 : 1
    if (depth === 0) return pattern.lastIndex
  }
  return null
}

/** Offset after the `>` of a tag. Values are quoted, and `#…#` in them may hold quotes again. */
function tagEnd(text: string, from: number): number | null {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string
    if (quote !== '') {
      if (character === '#') at = Math.max(at, expressionEnd(text, at) - 1)
      else if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if (character === '"' || character === "'") {
      if (!text.includes(character, at + 1)) return null
      quote = character
    }
  }
  return null
}

/** The longest `#…#`. */
const LONGEST = 2000

/** Offset after the `#` that closes the one at `at`; strings hide it. `at + 1` when there is none on a few lines. */
function expressionEnd(text: string, at: number): number {
  if (text[at + 1] === '#') return at + 2
  const stop = Math.min(text.length, at + LONGEST)
  for (let next = at + 1; next < stop; next++) {
    const character = text[next] as string
    if (character === '#') return next + 1
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, next + 1)
      const line = text.indexOf('\n', next)
      if (close > 0 && close < stop && (line < 0 || close < line)) next = close
    } else if (character === '<' || character === '>') break
  }
  return at + 1
}

/** Reads a `#` in text; gives where to go on. `##` is the character itself. */
function hash(text: string, at: number, evaluated: boolean, regions: Region[]): number {
  const end = expressionEnd(text, at)
  if (!evaluated || end <= at + 2) return evaluated ? end : at + 1
  regions.push(region('expression', at, end, at + 1, end - 1))
  return end
}
