/** From the pieces of a tracker in one file to the finding about them; the words are the rule's. */
import type { Confidence, PlacedSighting } from '../src/types.js'
import type { Presence } from './presence.js'
import { describeRemedy } from './remedy.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { nameOf } from './wording.js'

/**
 * One finding, at the piece by which the snippet is known; null when none reaches a sensitive route. `word` gets the
 * pieces that do, that one first, and the routes, the worst first.
 */
export function draftOfPresence(
  project: ProjectView,
  { tracker, accountId, file, sightings }: Presence,
  confidence: Confidence,
  word: (sightings: readonly PlacedSighting[], exposures: readonly Exposure[]) => string,
): Draft | null {
  const reaching = leadFirst(sightings.filter((sighting) => exposures(project, [sighting]).length > 0))
  const routes = exposures(project, reaching)
  const [first] = reaching
  const [worst] = routes
  if (first === undefined || worst === undefined) return null
  return {
    severity: worst.severity,
    message: word(reaching, routes),
    help: describeRemedy(nameOf(tracker, accountId), reaching, routes),
    file,
    span: first.span,
    tracker: tracker.id,
    dataCategories: ['ip-address', 'page-url', 'page-title'],
    hashed: false,
    confidence,
    flow: [],
    routes: routes.map(({ reached }) => reached),
  }
}

/** The first piece leads, but before a loader the vendor wrote goes the site's own call beside it that starts it. */
export function leadFirst(sightings: readonly PlacedSighting[]): PlacedSighting[] {
  const [first] = sightings
  const isLoader = first?.kind === 'snippet' && first.call === undefined
  const lead = (isLoader ? sightings.find(({ call }) => call === 'init') : undefined) ?? first
  return lead === undefined ? [] : [lead, ...sightings.filter((sighting) => sighting !== lead)]
}
