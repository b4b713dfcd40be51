/** An event, page or conversion call on a sensitive route. */
import type { PlacedSighting } from '../src/types.js'
import { isTracking, presences, wantedIn, wrappedIn } from './presence.js'
import { describeRemedy } from './remedy.js'
import type { Rule } from './rule.js'
import { exposures } from './severity.js'
import { describeCircumstances, describeExposures, nameOf } from './wording.js'

export const noTrackingEventOnSensitiveRoute: Rule = {
  id: 'no-tracking-event-on-sensitive-route',
  description: 'Disallow tracking events and conversions on patient portal, login, scheduling, intake and other sensitive routes',
  presets: ['recommended', 'strict'],
  *report(project) {
    // The page view of a snippet is part of the finding about the snippet.
    const snippets = new Set(presences(project).flatMap(({ sightings }) => sightings))
    const isToldByCalls = wrappedIn(project)
    for (const sighting of wantedIn(project)) {
      if (!isEvent(sighting) || sighting.tag || !isTracking(project, sighting)) continue
      if (snippets.has(sighting) || isToldByCalls(sighting)) continue
      const routes = exposures(project, [sighting])
      const [worst] = routes
      if (worst === undefined) continue
      const tracker = project.tracker(sighting.tracker)
      const through = sighting.through.map((place) => project.describePlace(place))
      const chain = through.length === 0 ? '' : ` (${[project.describePlace(sighting), ...through].join(' → ')})`
      yield {
        severity: worst.severity,
        message:
          `${tracker.vendor} receives ${describeEvent(sighting)} with the visitor’s IP address, ` +
          `cookies and page URL through ${nameOf(tracker, sighting.accountId)}${chain}. ` +
          `${describeExposures(project, routes)}${describeCircumstances(project, [sighting], routes)}`,
        help: describeRemedy('this call', [sighting], routes) + ' Count on your own server what has to be counted.',
        file: sighting.file,
        span: sighting.span,
        tracker: tracker.id,
        dataCategories: ['ip-address', 'page-url', 'page-title'],
        hashed: false,
        confidence: sighting.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
        flow: [],
        routes: routes.map(({ reached }) => reached),
      }
    }
  },
}

/** Settings are kept and go with a later event: that event is what is sent. */
function isEvent({ kind, call }: PlacedSighting): boolean {
  return kind === 'event-call' && call !== 'settings'
}

function describeEvent({ event, call, category }: PlacedSighting): string {
  const what = call === 'page' ? 'page view' : 'event'
  if (event !== null) return `the ${what} \`${event}\``
  if (call === 'page') return 'a page view'
  return category === 'error-monitoring' ? 'an error or a measurement' : 'an event whose name the code computes'
}
