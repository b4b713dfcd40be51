/** Phrases that several rules share. Facts only: what runs where, who receives what, how sure that is. */
import type { Tracker } from '../src/trackers/tracker.js'
import type { Certainty, PlacedSighting, ReachedRoute, Route, RouteClass, TrackerCategory } from '../src/types.js'
import type { ProjectView } from './rule.js'
import { agreedFor, type Exposure } from './severity.js'

/** How many routes a sentence names before it counts the rest. */
const named = 3

const classNames: Record<RouteClass, string> = {
  portal: 'a page of the patient portal',
  login: 'a sign-in or registration page',
  scheduling: 'a scheduling page',
  intake: 'an intake or assessment page',
  billing: 'a billing or insurance page',
  'provider-search': 'a search for doctors or locations',
  condition: 'a page on a condition or treatment',
  contact: 'a contact page',
  public: 'a public page',
}

const certaintyNames: Record<Certainty, string> = {
  exact: 'certain from the code',
  likely: 'likely, one step rests on a convention',
  possible: 'possible, the code does not settle it',
}

/** What a visit alone hands over, by what the tracker is for. */
const received: Partial<Record<TrackerCategory, string>> = {
  'session-replay': 'a recording of the page with the visitor’s IP address, cookies and page URL',
  'error-monitoring': 'the IP address and page URL of visitors, with what the page was doing',
  chat: 'the IP address, cookies and page URL of every visitor, and what is typed into the chat',
}

/** `the IP address, cookies, page URL and title of every visitor`. */
export function receivedByVisit(tracker: Tracker): string {
  return received[tracker.category] ?? receivedWithVisit
}

export const receivedWithVisit = 'the IP address, cookies, page URL and title of every visitor'

/** `Meta Pixel 1234567890`, without the tracker’s other names; without the account where the code does not say it. */
export function nameOf(tracker: Tracker, accountId: string | null): string {
  const name = tracker.name.replace(/ \([^)]*\)$/, '')
  return accountId === null ? name : `${name} ${accountId}`
}

/**
 * `It runs on /schedule (app/schedule/page.tsx), a scheduling page (certain from the code), and on 2 more sensitive
 * routes: /portal, /login.` The first exposure is told with its chain, the others by path.
 */
export function describeExposures(project: ProjectView, exposures: readonly Exposure[]): string {
  const [first, ...others] = exposures
  if (first === undefined) return ''
  const { route, persists } = first.reached
  const runs = persists ? 'It stays loaded when the visitor goes on to' : 'It runs on'
  // What a name alone says is not said as if the page had been read.
  const told = behindOf(route) ?? (route.classCertainty === undefined ? '' : ' by its name')
  const where = `${runs} ${project.describeReach(first.reached)}, ${classNames[route.class]}${told}`
  // Several files may answer to one path: languages, or a template in two folders.
  const paths = new Set(others.map(({ reached }) => reached.route.path))
  paths.delete(route.path)
  return `${where} (${describeCertainty(first.reached)})${describeOthers([...paths])}.`
}

/** ` behind AuthGuard, src/app.routes.ts:12`, where that and no word of the path makes a page one of the portal. */
function behindOf({ because }: Route): string | null {
  return because.startsWith('behind ') ? ` ${because}` : null
}

/** Conditions on the page's address that the source leaves open are told as they are written. */
function describeCertainty({ certainty, conditions = [], persists }: ReachedRoute): string {
  const written = conditions.map(({ text }) => `\`${text}\``)
  if (written.length > 0) return `${certainty}, as far as ${joinWords(written)} lets it`
  return persists ? `${certainty}, the document is not loaded anew between the two` : certaintyNames[certainty]
}

function describeOthers(paths: readonly string[]): string {
  if (paths.length === 0) return ''
  const rest = paths.length > named ? ', …' : ''
  const count = `${paths.length} more sensitive ${paths.length === 1 ? 'route' : 'routes'}`
  return `, and on ${count}: ${paths.slice(0, named).join(', ')}${rest}`
}

/** `It runs on /, /news, ….` for routes that are none of the sensitive ones, or nothing. */
export function describePublicRoutes(paths: readonly string[]): string {
  const distinct = [...new Set(paths)]
  return distinct.length === 0 ? '' : `It runs on ${distinct.slice(0, named).join(', ')}${distinct.length > named ? ', …' : ''}.`
}

/** What is known of the code’s conditions and agreements; a sentence with a leading blank, or nothing. */
export function describeCircumstances(
  project: ProjectView,
  sightings: readonly PlacedSighting[],
  exposures: readonly Exposure[],
): string {
  const sentences: string[] = []
  const [first] = exposures
  const [sighting] = sightings
  if (sightings.every(({ gate }) => gate === 'consent')) {
    sentences.push('It waits for a consent check; once that passes the same data leaves.')
  } else if (sightings.every(({ gate }) => gate === 'environment')) {
    sentences.push('It runs in some environments only.')
  }
  if (first && sighting && agreedFor(project, sighting, first.reached)) {
    sentences.push('The project declares an agreement with the receiver.')
  }
  return sentences.map((sentence) => ` ${sentence}`).join('')
}

/** ` (also at lines 12 and 18)` for the pieces of one snippet but the first, or nothing. */
export function describePieces(project: ProjectView, sightings: readonly PlacedSighting[]): string {
  const lines = sightings.map(({ file, span }) => project.describePlace({ file, span }).replace(/^.*:(?=\d+$)/, ''))
  const others = [...new Set(lines)].filter((line) => line !== lines[0])
  if (others.length === 0) return ''
  return ` (also at ${others.length === 1 ? 'line' : 'lines'} ${joinWords(others)})`
}

/** `1, 2 and 3`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
