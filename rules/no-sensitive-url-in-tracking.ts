/** What a visitor gave stands in the address or the title of a page, and a tracker on it sends both with every view. */
import type { AddressLeak } from '../src/addresses/address-leak.js'
import { isSearch } from '../src/addresses/telling.js'
import { wordsFor } from '../src/personal/index.js'
import { categoriesOf } from '../src/leaks/source.js'
import { clauseOf } from '../src/leaks/telling.js'
import type { PlacedSighting, Severity } from '../src/types.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { describeExposures, describePublicRoutes, joinWords, nameOf } from './wording.js'

export const noSensitiveUrlInTracking: Rule = {
  id: 'no-sensitive-url-in-tracking',
  description: 'Disallow data of patients in the address or the title of pages that trackers are on',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const leak of project.addresses()) {
      const draft = draftOf(project, leak)
      if (draft !== null) yield draft
    }
  },
}

function draftOf(project: ProjectView, leak: AddressLeak): Draft | null {
  const sightings = sightingsOf(leak)
  const routes = exposures(project, sightings)
  const severity = severityOf(project, leak, routes)
  const [first] = sightings
  if (severity === null || !first) return null
  const vendors = [...new Set(sightings.map(({ tracker }) => project.tracker(tracker).vendor))]
  const where = routes.length > 0 ? describeExposures(project, routes) : describePublicRoutes(leak.views.map(({ reached }) => reached.route.path))
  return {
    severity,
    message: `${joinWords(vendors.slice(0, NAMED))} ${vendors.length === 1 ? 'receives' : 'receive'} ${describe(leak)} ${describeView(project, first, leak)} ${where.replace(/^It runs/, 'That page is').replace(/^That page is on/, 'It is on')}`.trimEnd(),
    help: helpFor(leak),
    file: leak.file,
    span: leak.span,
    tracker: first.tracker,
    dataCategories: [...new Set([...categoriesOf(leak.sources), leak.part === 'title' ? 'page-title' as const : 'page-url' as const])],
    hashed: leak.hashed,
    confidence: first.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
    flow: leak.steps,
    routes: routes.length > 0 ? routes.map(({ reached }) => reached) : leak.views.map(({ reached }) => reached),
  }
}

/** Each tracker once, with the routes it is on. */
function sightingsOf({ views }: AddressLeak): PlacedSighting[] {
  const found = new Map<PlacedSighting, PlacedSighting>()
  for (const { sighting, reached } of views) {
    const known = found.get(sighting) ?? { ...sighting, routes: [] }
    found.set(sighting, { ...known, routes: [...known.routes, reached] })
  }
  return [...found.values()]
}

/** How many receivers and kinds of data a message names. */
const NAMED = 3

/**
 * An address as it stands and a title count on sensitive routes alone; a path of it where the route has a part that
 * differs from visitor to visitor. What was filled in counts on every route, a search term as a warning; the search of a
 * whole site, in which jobs and parking are looked for as well, only where every look is wanted.
 */
function severityOf({ configuration }: ProjectView, leak: AddressLeak, [worst]: readonly Exposure[]): Severity | null {
  if (leak.kind === 'override' && leak.part === 'path') return worst && /[:*]/.test(worst.reached.route.path) ? 'warning' : null
  const isTelling = worst !== undefined && worst.reached.route.class !== 'contact' && worst.reached.route.class !== 'billing'
  if (leak.kind === 'override' || leak.kind === 'title') return isTelling ? worst.severity : null
  if (isSearch(leak.sources)) return worst !== undefined || configuration.preset === 'strict' ? 'warning' : null
  if (leak.part === 'fragment') return 'warning'
  return 'error'
}

function describe({ sources, kind, part, hashed }: AddressLeak): string {
  const [first, ...others] = sources
  if (!first || kind === 'override') return `the address of the page ${part === 'path' ? 'with what stands in its path' : 'as it stands, with its query'}`
  const what = (at: number): string => wordsFor((sources[at]?.categories[0] ?? { category: 'other-form-field' as const }).category)
  const more = [...new Set(others.map((_, at) => what(at + 1)))].filter((each) => each !== what(0)).slice(0, NAMED)
  return `${what(0)} ${clauseOf(first)}${more.length === 0 ? '' : `, also ${joinWords(more)}`}${hashed ? ', encoded' : ''}`
}

function describeView(project: ProjectView, sighting: PlacedSighting, { kind, part, target }: AddressLeak): string {
  const name = `${nameOf(project.tracker(sighting.tracker), sighting.accountId)} (${project.describePlace(sighting)})`
  const page = target === null ? 'the page' : target
  switch (kind) {
    case 'override': return `through ${name}.`
    case 'title': return `with the title of the page, which ${name} sends with every view.`
    case 'form': return `in the address of ${page}: the form is sent by GET, and ${name} sends the address of the page that answers.`
    default: return `in the ${part === 'address' ? 'address' : part} of ${page}, which ${name} sends with every view.`
  }
}

function helpFor({ kind, part, sources }: AddressLeak): string {
  const what = joinWords(categoriesOf(sources).slice(0, NAMED).map(wordsFor))
  switch (kind) {
    case 'override': return 'Send the pattern of the route (`/appointments/:id`) instead of the address itself, or no page view on these routes.'
    case 'title': return `Give these pages one title for all (“Your appointment”), so that ${what} does not leave with it.`
    case 'form': return `Send the form by POST, or keep trackers off the page that answers: ${what} then does not stand in its address.`
    default: return part === 'fragment' ? `Keep ${what} in the memory of the page or on the server: trackers read the fragment with the address.`
      : `Keep ${what} in the session or in the body of a request, and put a number without meaning into the address.`
  }
}
