/** Which trackers send the address and the title of which routes: all that a page brings in. */
import { trackerById } from '../trackers/index.js'
import { memoised } from '../project/memoised.js'
import type { Project } from '../project/project.js'
import type { PlacedSighting, Route } from '../types.js'
import type { PageView } from './address-leak.js'

export interface PageViews {
  /** False: there is no tracker on any page, and nothing else need be asked. */
  readonly areAny: boolean
  on(route: Route): readonly PageView[]
}

/** Kinds of code that bring a tracker in, and with it a page view. */
const BRINGING = new Set(['snippet', 'container', 'noscript-pixel', 'remote-script', 'package-use'])

export function pageViews(project: Project): PageViews {
  const viewing = project.sightings().filter(isView)
  const byRoute = memoised(() => {
    const found = new Map<Route, PageView[]>()
    for (const sighting of viewing) {
      for (const reached of sighting.routes) {
        const views = found.get(reached.route) ?? []
        found.set(reached.route, views)
        const isKnown = views.some((view) => view.sighting.tracker === sighting.tracker)
        if (!isKnown) views.push({ sighting, reached })
      }
    }
    return found
  })
  return { areAny: viewing.some(({ routes }) => routes.length > 0), on: (route) => byRoute().get(route) ?? [] }
}

function isView(sighting: PlacedSighting): boolean {
  const { kind, call, category, unused, tag } = sighting
  if (unused || tag || category === 'consent' || category === 'error-monitoring' || trackerById(sighting.tracker).service) return false
  return BRINGING.has(kind) || (kind === 'event-call' && call === 'page')
}
