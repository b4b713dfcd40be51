/** A project made of a few words, for tests that are about the rules alone. */
import type { Draft, ProjectView, Rule } from '../../rules/rule.js'
import { defaultConfiguration, type Configuration } from '../../src/configuration/configuration.js'
import type { Tracker } from '../../src/trackers/tracker.js'
import type { Certainty, PlacedSighting, ReachedRoute, Route, RouteClass } from '../../src/types.js'

const row = { docs: 'https://example.org/docs', loaders: [], beacons: [], accounts: [], calls: [] }

const trackers: Tracker[] = [
  {
    ...row,
    id: 'toy-pixel',
    name: 'Toy Pixel',
    vendor: 'Toy Corporation',
    category: 'advertising',
  },
  { ...row, id: 'toy-container', name: 'Toy Containers', vendor: 'Toy Corporation', category: 'tag-manager', opaque: true },
  { ...row, id: 'toy-consent', name: 'Toy Consent', vendor: 'Toy Corporation', category: 'consent' },
  { ...row, id: 'toy-errors', name: 'Toy Errors', vendor: 'Toy Corporation', category: 'error-monitoring' },
]

/** A route; `because` says `configuration` when the project itself gave the class. */
export function route(path: string, routeClass: RouteClass, more: Partial<Route> = {}): Route {
  const file = `pages${path === '/' ? '/index' : path}.html`
  const because = 'a word in the path'
  return { path, class: routeClass, because, certainty: 'exact', framework: 'toy', file, kind: 'page', ...more }
}

/** The route reaches a file, directly or by one layout. */
export function reach(to: Route, certainty: Certainty = 'exact', ...files: string[]): ReachedRoute {
  const via = [to.file, ...files].map((file, index) => ({ file, offset: index < files.length ? 0 : null }))
  return { route: to, certainty, via }
}

/** A sighting of the toy pixel; `at` is its offset, and stands for its line too. */
export function sighting(at: number, routes: ReachedRoute[], more: Partial<PlacedSighting> = {}): PlacedSighting {
  const tracker = trackers.find(({ id }) => id === (more.tracker ?? 'toy-pixel')) as Tracker
  return {
    kind: 'snippet',
    tracker: tracker.id,
    accountId: '111',
    event: null,
    file: 'layout.html',
    span: { start: at, end: at + 10 },
    gate: null,
    unit: null,
    through: [],
    vendor: tracker.vendor,
    category: tracker.category,
    routes,
    ...more,
  }
}

/** What a rule reports on these sightings. */
export function report(
  rule: Rule,
  sightings: PlacedSighting[],
  configuration: Partial<Configuration> = {},
  formsOn: string[] = [],
): Draft[] {
  const view: ProjectView = {
    suppressions: [],
    enabled: new Set<string>(),
    known: new Set<string>(),
    configuration: { ...defaultConfiguration, ...configuration },
    routes: [...new Set(sightings.flatMap(({ routes }) => routes.map((reached) => reached.route)))],
    sightings,
    containers: [],
    leaks: () => [],
    stated: () => [],
    taken: () => ({ captured: [], ineffective: [] }),
    recorded: () => null,
    revealed: () => [],
    injections: () => [],
    identities: () => [],
    addresses: () => [],
    tracker: (id) => trackers.find((each) => each.id === id) as Tracker,
    describePlace: ({ file, span }) => `${file}:${span.start}`,
    describeReach: ({ route: { path, file } }) => `${path} (${file})`,
    hasForm: ({ path }) => formsOn.includes(path),
  }
  return [...rule.report(view)]
}
