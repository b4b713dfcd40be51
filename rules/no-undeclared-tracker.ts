/** What runs against what the project says runs; and accounts that should not be there twice, inventory or not. */
import type { Declared } from '../src/configuration/configuration.js'
import type { PlacedSighting, ReachedRoute, Route } from '../src/types.js'
import { declarationsOf, isOnRoute } from './inventory.js'
import { presences, presencesEverywhere, presencesInContainers, type Presence } from './presence.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { compareText, exposures, type Exposure } from './severity.js'
import { describeExposures, joinWords, nameOf, receivedByVisit } from './wording.js'

/** Where the inventory is declared, when it is a file: a finding about a declaration has no better place. */
const configurationFile = 'pixelward.config.json'

export const noUndeclaredTracker: Rule = {
  id: 'no-undeclared-tracker',
  description: 'Require every tracker and account to be in the declared inventory, once',
  presets: ['recommended', 'strict'],
  *report(project) {
    const { allow } = project.configuration
    if (allow !== null) {
      yield* undeclared(project, [...presences(project), ...presencesInContainers(project)], allow)
      yield* unused(project, allow)
    }
    yield* repeated(project, presencesEverywhere(project))
  },
}

function* undeclared(project: ProjectView, found: readonly Presence[], allow: readonly Declared[]): Iterable<Draft> {
  for (const presence of found) {
    const [first] = presence.sightings
    const sighting = { ...first, accountId: presence.accountId }
    const declared = declarationsOf(allow, sighting)
    const { tracker } = presence
    const { tag } = first
    const from = tag ? ` in the tag “${tag.name}” of ${tag.container === null ? 'a container' : `container ${tag.container}`}` : ''
    const name = `${nameOf(tracker, presence.accountId)}${from}`
    if (declared.length === 0) {
      const others = allow.filter((entry) => entry.tracker === tracker.id).flatMap(({ accounts }) => accounts ?? [])
      const known = others.length > 0 ? ` (declared are the accounts ${joinWords(others)})` : ''
      yield draft(project, presence, routesOf(presence),
        `${name} is not in the declared inventory${known}: ${tracker.vendor} receives ${receivedByVisit(tracker)}.`,
        `Remove it, or declare it under "allow" with its owner and purpose: { "tracker": "${tracker.id}"` +
          `${presence.accountId === null ? '' : `, "accounts": ["${presence.accountId}"]`} }.`)
      continue
    }
    const globs = declared.flatMap(({ routes }) => routes ?? ['/**'])
    const outside = routesOf(presence).filter(({ route }) => !globs.some((glob) => isOnRoute(glob, route.path)))
    const [one, ...rest] = outside
    if (one === undefined) continue
    yield draft(project, presence, outside,
      `${name} is declared for ${joinWords(globs)}, and also runs on ${project.describeReach(one)}` +
        `${rest.length === 0 ? '' : ` and ${rest.length} more ${rest.length === 1 ? 'route' : 'routes'}`}: ` +
        `${tracker.vendor} receives ${receivedByVisit(tracker)}.`,
      `Keep it to the declared routes, or add ${one.route.path} to the "routes" of its declaration.`)
  }
}

/** Declarations without code: the inventory says more than is true. */
function* unused(project: ProjectView, allow: readonly Declared[]): Iterable<Draft> {
  for (const declared of allow) {
    const sightings = project.sightings.filter(({ tracker }) => tracker === declared.tracker)
    const missing = declared.accounts?.filter((account) => !sightings.some(({ accountId }) => accountId === account))
    // Code whose account is not literal may be any of the declared ones.
    const computed = sightings.some(({ accountId }) => accountId === null)
      && !sightings.some(({ accountId }) => accountId !== null)
    if (sightings.length > 0 && (missing === undefined || missing.length === 0 || computed)) continue
    const accounts = sightings.length > 0 && missing ? ` (${joinWords(missing)})` : ''
    yield {
      severity: 'warning',
      message: `The declared inventory names ${declared.tracker}${accounts}, which is no longer in the code.`,
      help: 'Delete the declaration, so that the tracker is reported when it comes back.',
      file: configurationFile,
      span: { start: 0, end: 0 },
      tracker: declared.tracker,
      dataCategories: [],
      hashed: false,
      confidence: 'sent-by-this-code',
      flow: [],
      routes: [],
    }
  }
}

/** Second accounts of one tracker on a sensitive route, and one account brought in from two files. */
function* repeated(project: ProjectView, found: readonly Presence[]): Iterable<Draft> {
  for (const [index, presence] of found.entries()) {
    if (presence.accountId === null || (project.file !== undefined && presence.file !== project.file)) continue
    for (const earlier of found.slice(0, index)) {
      if (earlier.tracker.id !== presence.tracker.id || earlier.accountId === null) continue
      const isSecond = earlier.accountId !== presence.accountId
      if (!isSecond && !(loads(earlier) && loads(presence))) continue
      const shared = sharedExposures(project, presence, earlier)
      if (shared.length === 0) continue
      const { tracker, accountId } = presence
      const [first] = earlier.sightings
      const place = project.describePlace(first)
      const what = isSecond ? `is a second account besides ${earlier.accountId}` : 'is brought in a second time'
      yield {
        ...draft(project, presence, shared.map(({ reached }) => reached),
          `${nameOf(tracker, accountId)} ${what} (${place}): ${tracker.vendor} receives every visit ${isSecond ? 'under both accounts' : 'twice'}. ` +
            describeExposures(project, shared),
          isSecond ? 'Find out who owns each account, and remove the one nobody answers for.'
            : `Remove one of the two, here or at ${place}.`),
        severity: 'warning',
      }
      break
    }
  }
}

/** True for code that loads; a second `noscript` half or a call with the account alone is no second copy. */
function loads({ sightings }: Presence): boolean {
  return sightings.some(({ kind }) => kind === 'snippet' || kind === 'container' || kind === 'remote-script')
}

/**
 * Sensitive routes both are on. `possible` ones do not count, for templates that exclude each other share those; nor
 * does a page inside a frame of the other, for it is a document of its own.
 */
function sharedExposures(project: ProjectView, presence: Presence, earlier: Presence): Exposure[] {
  const pages = new Set(project.routes.map(({ file }) => file))
  const isFramed = ({ via, route }: ReachedRoute): boolean =>
    via.some(({ file }) => file !== route.file && pages.has(file))
  const sure = (sightings: readonly PlacedSighting[]): Exposure[] =>
    exposures(project, sightings).filter(({ reached }) => reached.certainty !== 'possible' && !isFramed(reached))
  const others = new Set<Route>(sure(earlier.sightings).map(({ reached }) => reached.route))
  return sure(presence.sightings).filter(({ reached }) => others.has(reached.route))
}

function routesOf({ sightings }: Presence): ReachedRoute[] {
  const byRoute = new Map<Route, ReachedRoute>()
  for (const { routes } of sightings) {
    for (const reached of routes) if (!byRoute.has(reached.route)) byRoute.set(reached.route, reached)
  }
  return [...byRoute.values()].sort((one, other) => compareText(one.route.path, other.route.path))
}

function draft(project: ProjectView, presence: Presence, routes: ReachedRoute[], message: string, help: string): Draft {
  const { tracker, file, sightings } = presence
  const inQuestion = new Set(routes.map(({ route }) => route))
  const [worst] = exposures(project, sightings).filter(({ reached }) => inQuestion.has(reached.route))
  return {
    severity: worst?.severity ?? 'warning',
    message,
    help,
    file,
    span: sightings[0].span,
    tracker: tracker.id,
    dataCategories: ['ip-address', 'page-url', 'page-title'],
    hashed: false,
    confidence: tracker.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
    flow: [],
    routes,
  }
}
