/** Code of servers in other languages than JavaScript, as far as headers, names and brackets tell. */
import type { FileFacts } from '../../../facts/facts.js'

const LANGUAGES = new Set(['python', 'ruby', 'java', 'kotlin', 'groovy', 'scala', 'csharp', 'visual-basic', 'go', 'elixir', 'php'])

/** Headers of functions and methods, by their name. */
const HEADER = /\b(?:func(?:\s*\([^)]*\))?|def|defp|function|fun)\s+(?:self\.)?([A-Za-z_]\w*)\s*[(\n:]|\b(?:public|private|protected|internal|static|async)\s+(?:[\w<>[\],.?\s]+?\s)?([A-Za-z_]\w*)\s*\([^;{)]*\)\s*(?:throws [\w,\s]+)?\{/g

export interface ServerFunction {
  name: string
  /** Offset of the header. */
  start: number
}

export function isServerLanguage({ language }: FileFacts): boolean {
  return LANGUAGES.has(language)
}

/** The function an offset stands in, as far as headers tell. */
export function functionAround(text: string, offset: number): ServerFunction | null {
  let found: ServerFunction | null = null
  for (const match of text.slice(0, offset).matchAll(HEADER)) found = { name: match[1] ?? (match[2] as string), start: match.index }
  return found
}

/** Name of the class an offset stands in; null outside of classes. */
export function classAround(text: string, offset: number): string | null {
  return [...text.slice(0, offset).matchAll(/(?:^|[;{}]|<\?php)[ \t]*(?:[a-z]+[ \t]+)*class[ \t]+([A-Z]\w*)/gm)].at(-1)?.[1] ?? null
}

/** How many lines a function has from its header to the next header or to a line that is no deeper. */
export function linesOf(text: string, { start }: ServerFunction): number {
  const line = text.lastIndexOf('\n', start) + 1
  const indent = /^[ \t]*/.exec(text.slice(line, start + 1))?.[0].length ?? 0
  const lines = text.slice(start, start + 20_000).split('\n')
  const end = lines.findIndex((each, at) => at > 0 && each.trim() !== '' && !/^[\s)}\]]/.test(each.slice(indent)) && /^\s*/.exec(each)?.[0].length === indent
    && !/^\s*[{)]/.test(each))
  return end < 0 ? lines.length : end
}

/** True for a place on a line that is a comment from its beginning. */
export function isCommented(text: string, offset: number): boolean {
  return /^\s*(?:\/\/|#|\*|\/\*)/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1))
}

/** The offset after the bracket that closes the one at `open`. */
export function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length && at < open + 4000; at++) {
    const character = text[at] as string
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character) && --depth === 0) return at + 1
  }
  return Math.min(text.length, open + 1)
}
