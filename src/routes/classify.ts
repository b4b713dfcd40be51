/** A route's path → its class, by the vocabulary. */
import type { Certainty, RouteClass } from '../types.js'
import { routeClasses } from './classes.js'
import type { HealthContext } from './context.js'
import {
  editorial, falseFriends, fillers, grouping, healthParameter, irregular, notOtherTrades, offers, otherTrades, portalProducts,
  vocabulary,
} from './vocabulary.js'

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
/** Phrases that are also written as one word, `forgotpassword`, with their words; shorter ones may be other words. */
const joined = new Map<string, string[]>()
const SHORTEST_JOINED = 7
for (const phrase of vocabulary.flatMap(({ phrases }) => phrases)) {
  const parts = fold(phrase)
  for (const word of [parts.join(''), singular(phrase.replaceAll(' ', ''))]) {
    if (parts.length > 1 && word.length >= SHORTEST_JOINED) joined.set(word, parts)
  }
}
const padded = (phrase: string): string => ` ${fold(phrase).join(' ')} `
const friends = falseFriends.map(padded)
const medicalPhrases = notOtherTrades.map(padded)

/**
 * Splits a name into folded words: extension dropped, percent-decoded, accents folded, split at case, digits and
 * punctuation, lower-cased, singular, without fillers. `LabResults.aspx` → `['lab', 'result']`.
 */
export function fold(segment: string): string[] {
  return decode(segment)
    .replace(/\.(aspx?|ashx|asmx|php\d?|phtml|x?html?|shtml|jspx?|jsf|faces|gsp|cfm|cfc|page|do|action|cgi|pl|mvc)$/i, '')
    .normalize('NFD').replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2').replace(/(\D)(\d)/g, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !fillers.has(word))
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
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || /(ss|us|is|itis)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  if (/(ion|dad|or|al|en)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** What a segment's words may count as, from what stands around them. */
interface Ground {
  /** The site, or a parameter, is plainly about health: weak words count. */
  weak: boolean
  /** Nothing says that it is about another trade: phrases and strong words count. */
  usable: boolean
  /** Stands below a list of services. */
  offered: boolean
}

/** Class of a route pattern such as `/portal/appointments/:id`. A parent's class is inherited. */
export function classifyPath(path: string, context: HealthContext): Classification {
  const segments = [...path.replace(/\?(?=[^/]*=).*$/s, '').split('/'), ...chosenPages(path)].filter((segment) => segment !== '')
  const isOtherTrade = speaksOfOtherTrade(segments)
  const named = segments.some((segment) => segment.startsWith(':') && healthParameter.test(segment))
  const ground: Ground = {
    weak: (context.health && !isOtherTrade) || named,
    usable: context.health || named || !(context.otherTrade || isOtherTrade),
    offered: false,
  }
  let best: Classification = { class: 'public', because: 'nothing in the path says more', certainty: 'exact' }
  let ceiling = 0
  /** Only a word that often groups pages says so far that it is a portal. */
  let isGrouped = false
  for (const segment of segments) {
    if (/^[:*]/.test(segment)) continue
    const words = fold(segment).flatMap((word) => joined.get(word) ?? [word])
    if (isFalseFriend(words)) {
      ground.weak = false
      continue
    }
    const found = classifySegment(segment, words, ground)
    const isOwnPage = isGrouped && found?.class === 'login' && found.certainty === 'exact'
    if (found && routeClasses.indexOf(found.class) >= ceiling && (isOwnPage || isStronger(found, best))) {
      best = found
      isGrouped = found.class === 'portal' && grouping.has(words.join(' '))
    }
    if (best.class === 'public' && editorial.has(words[0] ?? '')) ceiling = routeClasses.indexOf('condition')
    if (words.length === 1 && offers.has(words[0] as string)) ground.offered = true
  }
  return best
}

/** Parameters that choose a page, as sites with one entry have it: `/?page=patient-portal`. */
const CHOOSES = new RegExp(`^(${[
  'page|p|pg|view|v|route|r|section|s|mod|module|action|act|do|option|controller|c|q|content|menu|site|go|id_page',
  'pagina|pag|seccion|secao|vista|opcion|ruta|rota|modulo|accion|acao',
].join('|')})$`, 'i')

function chosenPages(path: string): string[] {
  const query = /\?(?=[^/]*=)(.*)$/s.exec(path)?.[1] ?? ''
  return query.split('&').flatMap((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return CHOOSES.test(key) ? value.split('/') : []
  })
}

/** Parameters count here: `/agendar-cita/:id_mascota` is not about people. */
function speaksOfOtherTrade(segments: readonly string[]): boolean {
  return segments.some((segment) => {
    const text = medicalPhrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), ` ${fold(segment).join(' ')} `)
    return otherTrades.test(text)
  })
}

function isFalseFriend(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `
  return friends.some((phrase) => text.includes(phrase))
}

function isStronger(found: Classification, best: Classification): boolean {
  return routeClasses.indexOf(found.class) < routeClasses.indexOf(best.class)
}

interface Match {
  term: Term
  certainty: Certainty
  start: number
  end: number
}

function classifySegment(segment: string, words: readonly string[], ground: Ground): Classification | null {
  const because = `"${decode(segment)}" in the path`
  const squeezed = segment.toLowerCase().replace(/[^a-z]/g, '')
  const isProduct = ground.usable && portalProducts.some((name) => squeezed.startsWith(name))
  if (isProduct) return { class: 'portal', because, certainty: 'exact' }
  const matches: Match[] = []
  for (let start = 0; start < words.length; start++) {
    for (const term of terms.get(words[start] as string) ?? []) {
      const length = term.text.split(' ').length
      const certainty = certaintyOf(term, words, start, length, ground)
      if (certainty !== null) matches.push({ term, certainty, start, end: start + length })
    }
  }
  // A longer phrase explains the words in it: `signup and schedule` is no registration.
  const [first, ...rest] = matches.filter((match) => !matches.some((other) => isInside(match, other)))
  if (!first) return null
  const rank = (match: Match): number => routeClasses.indexOf(match.term.class)
  const best = rest.reduce((a, b) => (rank(b) < rank(a) ? b : a), first)
  return { class: best.term.class, because, certainty: best.certainty }
}

function isInside(inner: Match, outer: Match): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
}

function certaintyOf(
  term: Term, words: readonly string[], start: number, length: number, ground: Ground,
): Certainty | null {
  if (words.slice(start, start + length).join(' ') !== term.text) return null
  // `/portal1234` is still the whole segment.
  const isWhole = words.every((word, at) => (at >= start && at < start + length) || /^\d+$/.test(word))
  const usable = ground.usable || term.class === 'login'
  const isSubject = ground.offered && term.class === 'portal'
  switch (term.strength) {
    case 'phrase':
      return usable ? 'exact' : null
    case 'strong':
      return (isWhole || words.length <= 3) && usable && !isSubject ? 'exact' : null
    case 'weak':
      return isWhole && ground.weak && !isSubject ? 'likely' : null
  }
}
