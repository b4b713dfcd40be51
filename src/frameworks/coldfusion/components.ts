/** Functions of ColdFusion components, written with tags or in script. https://cfdocs.org/cffunction */
import type { Span } from '../../types.js'

export interface ComponentFunction extends Span {
  name: string
  /** The text of the declaration and its body, comments blanked. */
  text: string
  isPrivate: boolean
}

const COMMENTS = /"(?:[^"\n]|"")*"|<!---[\s\S]*?(?:--->|$)|\/\*[\s\S]*?(?:\*\/|$)|(?<![:\w"'])\/\/[^\n]*/g

/** The text with comments as spaces: same length, same lines. */
export function withoutComments(text: string): string {
  return text.replace(COMMENTS, (match) => (match.startsWith('"') ? match : match.replace(/[^\n\r]/g, ' ')))
}

const DECLARATION = /<cffunction\b([^<>]{0,1000})>|\b((?:private|public|remote|package)\s+)?(?:[\w.]+\s+)?function\s+(\w+)\s*\(/gi

/** Functions of a component, in order. */
export function componentFunctions(text: string): ComponentFunction[] {
  const code = withoutComments(text)
  return [...code.matchAll(DECLARATION)].flatMap((match): ComponentFunction[] => {
    const start = match.index
    if (match[3] !== undefined) {
      const end = endOfBlock(code, start + match[0].length)
      return [{ name: match[3], start, end, text: code.slice(start, end), isPrivate: /private|package/i.test(match[2] ?? '') }]
    }
    const attributes = match[1] as string
    const name = /\bname\s*=\s*["'](\w+)/i.exec(attributes)?.[1]
    if (name === undefined) return []
    const close = code.toLowerCase().indexOf('</cffunction', start)
    const end = close < 0 ? code.length : close
    return [{ name, start, end, text: code.slice(start, end), isPrivate: /\baccess\s*=\s*["'](?:private|package)/i.test(attributes) }]
  })
}

/** The end of the braces that open first after an offset. */
function endOfBlock(code: string, from: number): number {
  const open = code.indexOf('{', from)
  return open < 0 ? code.length : endOfBrackets(code, open)
}

const OPENS = '([{'
const CLOSES = ')]}'

/** The offset behind the bracket that closes the one at `open`; strings are skipped. */
export function endOfBrackets(code: string, open: number): number {
  let depth = 0
  let quote = ''
  for (let at = open; at < code.length; at++) {
    const character = code[at] as string
    if (quote !== '') {
      if (character === quote || character === '\n') quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (OPENS.includes(character)) depth++
    else if (CLOSES.includes(character)) {
      depth--
      if (depth <= 0) return at + 1
    }
  }
  return code.length
}
