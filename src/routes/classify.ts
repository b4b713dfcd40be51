/** A route's path → its class, by the vocabulary. */
import type { Certainty, RouteClass } from '../types.js'
import { routeClasses } from './classes.js'
import type { HealthContext } from './context.js'
import { decode, fold, singular, wordsOf } from './fold.js'
import { isForThoseWhoRunIt } from './guards.js'
import {
  editorial, falseFriends, healthParameter, notOtherTrades, organisationPages, organisations, otherTrades, ownPages,
  staffAreas, staffPages, staffRoles,
} from './surroundings.js'
import { grouping, offers, portalProducts, standFirst, states, subjects, tails, vocabulary } from './vocabulary.js'

export interface Classification {
  class: RouteClass
  /** In words a reviewer understands: `"appointments" in the path`. */
  because: string
  /** How sure the words are; the route itself may be less sure. */
  certainty: Certainty
  /** The page is one of the people who work there. */
  isForStaff?: true
}

/** What is known of a route besides its path. */
export interface Around {
  /** The application, or a guard around the page, is for the people who work there. */
  isForStaff?: boolean
  /** A guard asks for a sign-in that is for patients: of every signed-in person the site has, or of them by name. */
  behind?: { patients: boolean; because: string } | undefined
}

type Strength = 'phrase' | 'strong' | 'weak' | 'personal'

interface Term {
  class: RouteClass
  text: string
  strength: Strength
}

/** Terms by their first word, so that a segment looks at few. */
const terms = new Map<string, Term[]>()
for (const row of vocabulary) {
  const lists: [Strength, readonly string[]][] = [
    ['phrase', row.phrases], ['strong', row.strong], ['weak', row.weak], ['personal', row.personal],
  ]
  for (const [strength, list] of lists) {
    for (const text of list) {
      const folded = fold(text).join(' ')
      const first = folded.split(' ')[0] as string
      terms.set(first, [...terms.get(first) ?? [], { class: row.class, text: folded, strength }])
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
const areas = staffAreas.map(padded)
const medicalPhrases = notOtherTrades.map(padded)

/** What a segment's words may count as, from what stands around them. */
interface Ground {
  /** The site, or a parameter, is plainly about health: weak words count. */
  weak: boolean
  /** The site is about appointments, whatever they are for: weak words of scheduling count. */
  appointments: boolean
  /** It is about patients and has a sign-in: words of any account count. */
  personal: boolean
  /** Nothing says that it is about another trade: phrases and strong words count. */
  usable: boolean
  /** Stands below a list of services. */
  offered: boolean
  /** Stands in an area of the people who work there. */
  staff: boolean
}

const NOTHING: Classification = { class: 'public', because: 'nothing in the path says more', certainty: 'exact' }

/** Class of a route pattern such as `/portal/appointments/:id`. A parent's class is inherited. */
export function classifyPath(path: string, context: HealthContext, { isForStaff = false, behind }: Around = {}): Classification {
  const segments = [...path.replace(/\?(?=[^/]*=).*$/s, '').split('/'), ...chosenPages(path)].filter((segment) => segment !== '')
  const isOtherTrade = speaksOfOtherTrade(segments)
  const named = segments.some((segment) => segment.startsWith(':') && healthParameter.test(segment))
  const ground: Ground = {
    weak: (context.health && !isOtherTrade) || named,
    appointments: context.appointments && !isOtherTrade,
    personal: context.patients && context.signIn && !isOtherTrade,
    usable: context.health || named || !(context.otherTrade || isOtherTrade),
    offered: false,
    staff: isForStaff,
  }
  let best = NOTHING
  let ceiling = 0
  /** Only a word that often groups pages says so far that it is a portal. */
  let isGrouped = false
  segments.forEach((segment, at) => {
    if (/^[:*]/.test(segment)) return
    const words = fold(segment).flatMap((word) => joined.get(word) ?? [word])
    if (isStaffArea(segments, at, words) || context.run.has(`/${segments.slice(0, at + 1).join('/')}`)) {
      ground.staff = true
      return
    }
    if (includesPhrase(words, friends)) {
      ground.weak = false
      ground.appointments = false
      ground.personal = false
      return
    }
    const isPublished = context.published.has(`/${segments.slice(0, at + 1).join('/')}`)
    const found = classifySegment(segments, at, words, isPublished ? { ...ground, personal: false } : ground)
    if (found && routeClasses.indexOf(found.class) >= ceiling) {
      const isOwnPage = isGrouped && found.class === 'login' && found.certainty === 'exact'
      best = isOwnPage ? found : stronger(best, found)
      isGrouped = best.class === 'portal' && grouping.has(words.join(' '))
    }
    if (best.class === 'public' && (editorial.has(words.at(-1) ?? '') || /^(?:19|20)\d\d$/.test(segment))) ceiling = routeClasses.indexOf('condition')
    if (words.length === 1 && offers.has(words[0] as string)) ground.offered = true
    // Below a list of doctors a profile is the doctor's.
    if (best.class === 'provider-search') ground.personal = false
  })
  if (ground.staff) return { ...best, isForStaff: true }
  if (!behind || isOtherTrade || ceiling > 0) return best
  return behindSignIn(best, path, behind)
}

/** Pages that nobody sees without signing in as a patient. What they say of signing in stays what it is. */
function behindSignIn(best: Classification, path: string, { patients, because }: NonNullable<Around['behind']>): Classification {
  if (best.class === 'login') return best
  if (best.class === 'portal') return { ...best, because: `${best.because}, ${because}`, certainty: 'exact' }
  if (!patients && isForThoseWhoRunIt(path)) return best
  return { class: 'portal', because, certainty: patients ? 'exact' : 'likely' }
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

function includesPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `
  return phrases.some((phrase) => text.includes(phrase))
}

/** `/admin`, `/provider-portal`, `/doctor/dashboard`, `/providers/portal`, `/clinic/dashboard`; not `/doctors/:slug`. */
function isStaffArea(segments: readonly string[], at: number, words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `
  if (areas.some((area) => area === text || (area.trim().includes(' ') && text.includes(area)))) return true
  const [role = '', ...others] = wordsOf(segments[at] as string)
  const [folded = ''] = words
  const [next = ''] = fold(segments[at + 1] ?? '')
  if (others.length > 0) return false
  if (organisations.has(folded)) return organisationPages.has(next)
  return staffRoles.has(folded) && (staffRoles.has(role) ? staffPages : ownPages).has(next)
}

/** The more sensitive of two; the same said twice is sure. */
function stronger(best: Classification, found: Classification): Classification {
  const order = routeClasses.indexOf(found.class) - routeClasses.indexOf(best.class)
  const isSensitive = routeClasses.indexOf(found.class) <= routeClasses.indexOf('intake')
  if (order < 0) return best.certainty === 'exact' && isSure(best) ? { ...found, certainty: sure(found.certainty) } : found
  // A sign-in or an appointment below `/portal` leaves no doubt about the portal.
  const supports = isSensitive && found.certainty !== 'possible' && best.class !== 'public' && best.certainty === 'likely'
  return supports ? { ...best, certainty: 'exact' } : best
}

const isSure = ({ class: routeClass }: Classification): boolean => routeClasses.indexOf(routeClass) <= routeClasses.indexOf('intake')
const sure = (certainty: Certainty): Certainty => (certainty === 'likely' ? 'exact' : certainty)

interface Match {
  term: Term
  certainty: Certainty
  start: number
  end: number
}

function classifySegment(segments: readonly string[], at: number, words: readonly string[], ground: Ground): Classification | null {
  const segment = segments[at] as string
  const because = `"${decode(segment)}" in the path`
  const squeezed = segment.toLowerCase().replace(/[^a-z]/g, '')
  const isProduct = ground.usable && portalProducts.some((name) => squeezed.startsWith(name))
  if (isProduct) return { class: 'portal', because, certainty: 'exact' }
  const matches: Match[] = []
  for (let start = 0; start < words.length; start++) {
    for (const term of terms.get(words[start] as string) ?? []) {
      const length = term.text.split(' ').length
      const certainty = certaintyOf(term, words, start, length, ground)
      if (certainty !== null && !isListOfPatients(term, segments, at)) matches.push({ term, certainty, start, end: start + length })
    }
  }
  // A longer phrase explains the words in it: `signup and schedule` is no registration.
  const own = matches.filter((match) => !matches.some((other) => isInside(match, other)))
  const [first, ...rest] = ground.staff ? own.filter(({ term }) => isOfRecords(term)) : own
  if (!first) return null
  const rank = (match: Match): number => routeClasses.indexOf(match.term.class)
  const best = rest.reduce((a, b) => (rank(b) < rank(a) ? b : a), first)
  if (ground.staff) return { class: 'portal', because: `${because}, where staff look at records of patients`, certainty: 'possible' }
  return { class: best.term.class, because, certainty: best.certainty }
}

function isInside(inner: Match, outer: Match): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
}

/** `/patients` is what a hospital tells patients, unless one of them is meant: `/patients/:id`. */
function isListOfPatients({ text }: Term, segments: readonly string[], at: number): boolean {
  if (!/^(?:patient|paciente)$/.test(text) || !/s$/i.test(segments[at] as string)) return false
  return !/^:/.test(segments[at + 1] ?? '')
}

/** What is about a patient wherever it stands. */
function isOfRecords({ class: routeClass, strength, text }: Term): boolean {
  return routeClass === 'portal' && (strength === 'phrase' || strength === 'strong' || /^(?:patient|paciente)$/.test(text))
}

/** Classes in which a word has to be what the segment is about. */
const PRECISE: ReadonlySet<RouteClass> = new Set(['portal', 'login', 'scheduling', 'intake'])

function certaintyOf(
  term: Term, words: readonly string[], start: number, length: number, ground: Ground,
): Certainty | null {
  if (words.slice(start, start + length).join(' ') !== term.text) return null
  // `/portal1234` is still the whole segment.
  const isWhole = words.every((word, at) => (at >= start && at < start + length) || /^\d+$/.test(word))
  const usable = ground.usable || term.class === 'login'
  const isSubject = ground.offered && (term.class === 'portal' || subjects.has(term.text))
  switch (term.strength) {
    case 'phrase':
      return usable ? 'exact' : null
    case 'strong':
      return (isWhole || isAbout(term, words, start, length)) && usable && !isSubject ? 'exact' : null
    case 'weak': {
      const counts = ground.weak || (ground.appointments && term.class === 'scheduling')
      return (isWhole || isStateOf(term, words, start, length)) && counts && !isSubject ? 'likely' : null
    }
    case 'personal':
      return isWhole && ground.personal && !isSubject ? 'likely' : null
  }
}

/** True for `booking-confirmed`, `payment-success`: a page of what the word is about. */
function isStateOf(term: Term, words: readonly string[], start: number, length: number): boolean {
  if (start > 0 || (!PRECISE.has(term.class) && term.class !== 'billing') || term.class === 'portal') return false
  return words.slice(length).every((word) => states.has(word) || /^\d+$/.test(word))
}

/** True when a short segment is about the word: `cancel-appointment`, `appointment-form`, `lung-contact`. */
function isAbout(term: Term, words: readonly string[], start: number, length: number): boolean {
  const [, ...others] = words
  if (others.length > 3) return false
  if (!PRECISE.has(term.class)) return words.length <= 3
  if (term.class === 'portal') return false
  const behind = words.slice(start + length).filter((word) => !/^\d+$/.test(word))
  if (standFirst.has(term.text) && start === 0) return true
  return behind.every((word) => tails.has(word))
}

/** What a form or component is by its name alone: `AppointmentForm`, `symptom-checker`; null for what it does not tell. */
export function classifyName(name: string): RouteClass | null {
  const ground: Ground = { weak: false, appointments: false, personal: false, usable: true, offered: false, staff: false }
  return classifySegment([name], 0, fold(name), ground)?.class ?? null
}
