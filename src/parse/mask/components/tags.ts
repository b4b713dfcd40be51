/** Tags in a text whose attributes may hold template code. */
import { MOST_UNCLOSED } from '../regions.js'

export interface Tag {
  /** As written; empty for a fragment `<>`. */
  name: string
  /** `</…>` */
  closes: boolean
  /** Ends with `/>`. */
  selfClosed: boolean
  /** Offset just after its `>`. */
  end: number
}

/**
 * Called at characters of a tag that could begin template code, with whether they stand in a quoted value. Gives the
 * offset after the code, or null when there is none.
 */
export type ReadCode = (at: number, quoted: boolean) => number | null

const NAME = /<(\/?)([A-Za-z.:][^\s/>{"'`=<]*)?/y

/** Reads the tag at `start` (at its `<`). Null when it is not closed. */
export function readTag(text: string, start: number, readCode: ReadCode, codeBegins: string): Tag | null {
  NAME.lastIndex = start
  const match = NAME.exec(text)
  if (!match) return null
  const tag = { name: match[2] ?? '', closes: match[1] === '/' }
  let quote = ''
  let previous = ''
  for (let at = start + match[0].length; at < text.length; at++) {
    const character = text[at] as string
    if (codeBegins.includes(character)) {
      const end = readCode(at, quote !== '')
      if (end !== null) {
        at = end - 1
        previous = character
        continue
      }
    }
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') {
      return { ...tag, selfClosed: text[at - 1] === '/', end: at + 1 }
    } else if ((character === '"' || character === "'") && previous === '=' && text.includes(character, at + 1)) {
      quote = character
    }
    if (character !== ' ' && character !== '\n' && character !== '\t' && character !== '\r') previous = character
  }
  return null
}

/** `readTag` for all tags of a text: after many unclosed ones, each of which costs a look at the rest, it gives up. */
export function tagReader(text: string): (start: number, readCode: ReadCode, codeBegins: string) => Tag | null {
  let unclosed = 0
  return (start, readCode, codeBegins) => {
    const tag = unclosed < MOST_UNCLOSED ? readTag(text, start, readCode, codeBegins) : null
    if (!tag) unclosed++
    return tag
  }
}

/** True when a tag begins at the `<` at `at`. */
export function beginsTag(text: string, at: number): boolean {
  return /[A-Za-z/.:]/.test(text[at + 1] ?? '')
}

/** Offset of the end tag of an element whose content is text, or the end of the text. */
export function rawEnd(text: string, from: number, name: string): number {
  const close = new RegExp(`</${name.replace(/[^\w:-]/g, '\\$&')}(?![\\w:-])`, 'gi')
  close.lastIndex = from
  return close.exec(text)?.index ?? text.length
}

/** Offset after the HTML comment that begins at `at`; the end of the text when it is not closed. */
export function commentEnd(text: string, at: number): number {
  const close = text.indexOf('-->', at + 2)
  return close < 0 ? text.length : close + 3
}

export const VOID_ELEMENTS = new Set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)
