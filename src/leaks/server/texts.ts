/** Comments and texts of server code in any language, as far as quotes and marks of comments tell. */
import type { Span } from '../../types.js'

const QUOTED = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![^\s;{},)])(?:\/\/|#(?![{[]))[^\n]*/
const EITHER = new RegExp(`(${QUOTED.source})|${COMMENT.source}`, 'g')

/** The code with spaces for its comments, at the same length. */
export function withoutComments(code: string): string {
  return code.replace(EITHER, (whole, text?: string) => text ?? whole.replace(/[^\n]/g, ' '))
}

/** Texts into which no value is put: what stands in them are words and no names. */
export function plainTexts(code: string): Span[] {
  return [...code.matchAll(new RegExp(QUOTED.source, 'g'))].filter(([text]) => !/[${]/.test(text))
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }))
}
