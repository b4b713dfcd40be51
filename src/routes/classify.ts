/** A route's path → its class, by the vocabulary. */
import type { Certainty, RouteClass } from '../types.js'
import { routeClasses } from './classes.js'
import type { HealthContext } from './context.js'
import { editorial, falseFriends, healthParameter, localeSegment, otherTrades, vocabulary } from './vocabulary.js'

export interface Classification {
  class: RouteClass
  /** In words a reviewer understands: `"appointments" in the path`. */
  because: string
  /** How sure the words are; the route itself may be less sure. */
  certainty: Certainty
}

interface Term {
  class: RouteClass
  text: string
  strength: 'phrase' | 'strong' | 'weak'
}

/** Terms by their first word, so that a segment looks at few. */
const terms = new Map<string, Term[]>()
for (const row of vocabulary) {
  for (const [strength, list] of [['phrase', row.phrases], ['strong', row.strong], ['weak', row.weak]] as const) {
    for (const text of list) {
      const folded = fold(text).join(' ')
      const first = folded.split(' ')[0] as string
      const known = terms.get(first)
      const term = { class: row.class, text: folded, strength }
      if (known) known.push(term)
      else terms.set(first, [term])
    }
  }
}
const friends = falseFriends.map((phrase) => ` ${fold(phrase).join(' ')} `)

/**
 * Splits a name into folded words: extension dropped, percent-decoded, accents folded, split at case, digits and
 * punctuation, lower-cased, singular. `LabResults.aspx` → `['lab', 'result']`.
 */
export function fold(segment: string): string[] {
  return decode(segment)
    .replace(/\.(aspx?|php|html?|jsp|cfm|page|do|action|shtml)$/i, '')
    .normalize('NFD').replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2').replace(/(\D)(\d)/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** English and Spanish plurals, as far as the vocabulary needs: `allergies` → `allergy`, `facturas` → `factura`. */
function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is|itis)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  if (/(ion|dad|or|al)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Class of a route pattern such as `/portal/appointments/:id`. Parameters are ignored; a parent's class is inherited. */
export function classifyPath(path: string, context: HealthContext): Classification {
  const segments = path.split('/').filter((segment) => segment !== '')
  const isOtherTrade = otherTrades.some((pattern) => pattern.test(path.replace(/[:*?]\w*/g, ' ')))
  const health = (context.health && !isOtherTrade) || segments.some((segment) => segment.startsWith(':') && healthParameter.test(segment))
  const usable = !context.otherTrade && !isOtherTrade
  let best: Classification = { class: 'public', because: 'nothing in the path says more', certainty: 'exact' }
  let ceiling = 0
  for (const [index, segment] of segments.entries()) {
    if (/^[:*]/.test(segment) || (index === 0 && localeSegment.test(segment))) continue
    const found = classifySegment(segment, health, usable || health)
    if (found && routeClasses.indexOf(found.class) >= ceiling && isStronger(found, best)) best = found
    const [first] = fold(segment)
    if (first !== undefined && editorial.has(first) && best.class === 'public') ceiling = routeClasses.indexOf('condition')
  }
  return best
}

function isStronger(found: Classification, best: Classification): boolean {
  return routeClasses.indexOf(found.class) < routeClasses.indexOf(best.class)
}

function classifySegment(segment: string, health: boolean, usable: boolean): Classification | null {
  const tokens = fold(segment)
  const text = ` ${tokens.join(' ')} `
  if (friends.some((phrase) => text.includes(phrase))) return null
  let best: { term: Term; certainty: Certainty } | null = null
  for (let start = 0; start < tokens.length; start++) {
    for (const term of terms.get(tokens[start] as string) ?? []) {
      const certainty = certaintyOf(term, tokens, start, health, usable)
      if (certainty === null) continue
      if (!best || routeClasses.indexOf(term.class) < routeClasses.indexOf(best.term.class)) best = { term, certainty }
    }
  }
  return best && { class: best.term.class, because: `"${decode(segment)}" in the path`, certainty: best.certainty }
}

function certaintyOf(term: Term, tokens: readonly string[], start: number, health: boolean, usable: boolean): Certainty | null {
  const length = term.text.split(' ').length
  if (tokens.slice(start, start + length).join(' ') !== term.text) return null
  const isWhole = start === 0 && length === tokens.length
  switch (term.strength) {
    case 'phrase':
      return usable || term.class === 'login' ? 'exact' : null
    case 'strong':
      return (isWhole || tokens.length <= 3) && (usable || term.class === 'login') ? 'exact' : null
    case 'weak':
      return isWhole && health ? 'likely' : null
  }
}
