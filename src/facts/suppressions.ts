/**
 * Reads suppressions from comments: `pixelward-disable-next-line RULE[, RULE] -- reason until 2027-01-31`, and ESLint's
 * own directives where they name `pixelward/RULE` (https://eslint.org/docs/latest/use/configure/rules#disabling-rules).
 */
import { lineIndexAt } from '../lines.js'
import type { Span } from '../types.js'
import type { Suppression } from './facts.js'

/** Stands in every comment that suppresses anything of ours. */
export const suppressionWord = 'pixelward'

/** What opens a comment in any language, should the caller hand it over with the text. */
const opening = /^[\s/*<!\-#{%@;'"]*/
/** What closes one. */
const ending = /(?:\*+\/|--+[!%]?[>}]+\}*|-?[%#*@]+[}>@]+|\*@|[#%*]\})\s*\}?\s*$/
const directive = /^(pixelward|eslint)-(disable-next-line|disable-line|disable|enable)(?=\s|,|$|--)/

const scopes = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  disable: 'disable',
  enable: 'enable',
} as const

const untilDate = /[\s,;(]*\buntil:?\s+(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b\)?/i

function readReason(text: string | undefined): { reason: string | null; until: string | null } {
  const until = text === undefined ? undefined : untilDate.exec(text)?.[1]
  const reason = text?.replace(untilDate, '').replace(/\s+/g, ' ').trim()
  return { reason: reason ? reason : null, until: until ?? null }
}

function readSuppression(comment: Span & { text: string }, lineStarts: readonly number[]): Suppression | undefined {
  const text = comment.text.replace(opening, '').replace(ending, '')
  const match = directive.exec(text)
  if (!match) return undefined
  const [whole, origin, verb] = match as RegExpExecArray & [string, 'pixelward' | 'eslint', keyof typeof scopes]
  // As ESLint has it: two or more dashes between white space begin the reason.
  const [list = '', ...reason] = text.slice(whole.length).split(/(?:^|\s)-{2,}(?:\s|$)/)
  const names = list.split(/[\s,]+/).filter((name) => name !== '')
  const own = names.filter((name) => origin === 'pixelward' || name.startsWith('pixelward/'))
  // `eslint-disable no-alert` is not ours. Without any name it is ESLint's business, which hides our findings there.
  if (origin === 'eslint' && own.length === 0) return undefined
  // ESLint wants this directive on one line, for else it is unclear which line is meant.
  if (verb === 'disable-line' && lineIndexAt(lineStarts, comment.start) !== lineIndexAt(lineStarts, comment.end)) return undefined
  return {
    start: comment.start,
    end: comment.end,
    rules: own.map((name) => name.replace(/^pixelward\//, '')),
    scope: scopes[verb],
    ...readReason(reason.length === 0 ? undefined : reason.join(' -- ')),
  }
}

/**
 * The suppressions among the comments of one file, in the order of the text. `rules` is empty when a directive of
 * ours names none and so means all. `text` of a comment may come with its delimiters or without them.
 *
 * @param lineStarts offset of the first character of each line
 */
export function readSuppressions(
  comments: readonly (Span & { text: string })[],
  lineStarts: readonly number[],
): Suppression[] {
  const suppressions = new Map<number, Suppression>()
  for (const comment of comments) {
    // Nearly every comment ends here.
    if (!comment.text.includes(suppressionWord)) continue
    const suppression = readSuppression(comment, lineStarts)
    // A comment of a script in a page may be handed over by the page and by the script.
    if (suppression) suppressions.set(suppression.start, suppression)
  }
  return [...suppressions.values()].sort((left, right) => left.start - right.start)
}
