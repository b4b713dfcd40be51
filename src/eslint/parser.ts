/**
 * The parser for pages under ESLint 8.57, and under eslintrc in ESLint 9: an empty program over the whole text. The
 * rules ask the engine. As `parser` it is named `eslint-plugin-pixelward/parser`.
 * https://eslint.org/docs/latest/extend/custom-parsers
 */
import { locator, readComments } from './comments.js'
import { isHonoured, today } from './directives.js'
import type { HostComment, Location } from './host.js'

interface Program {
  type: 'Program'
  sourceType: 'script'
  body: never[]
  tokens: never[]
  comments: HostComment[]
  range: [number, number]
  start: number
  end: number
  loc: Location
}

/** Told to the rules, so that they know that the text is the whole file and not a piece some other plugin cut out. */
export const service = 'pixelwardPage'

/** @param text without a byte-order mark */
export function parseForESLint(
  text: string,
  options?: { filePath?: string },
): { ast: Program; services: Record<string, true>; visitorKeys: Record<string, string[]> } {
  const comments = readComments(options?.filePath ?? 'input.html', text).filter((comment) => isHonoured(comment, today()))
  const end = text.length
  return {
    ast: {
      type: 'Program',
      sourceType: 'script',
      body: [],
      tokens: [],
      comments,
      range: [0, end],
      start: 0,
      end,
      loc: locator(text)({ start: 0, end }),
    },
    services: { [service]: true },
    visitorKeys: { Program: [] },
  }
}

/** The older interface, for tools that know no other. */
export function parse(text: string, options?: { filePath?: string }): Program {
  return parseForESLint(text, options).ast
}

export const meta = { name: 'eslint-plugin-pixelward/parser', version: '0.1.0' }
