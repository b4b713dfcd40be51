/** Tracker code by the routes it is on. */
import { compareText } from '../../findings/order.js'
import type { PlacedSighting, ReachedRoute, Report, Route } from '../../types.js'

export interface Presence {
  sighting: PlacedSighting
  reached: ReachedRoute
}

const keyOf = (route: Route): string => `${route.path}\n${route.file}\n${route.framework}`

/** What is on a route, in the order of the report. */
export function presencesIn(report: Report): (route: Route) => readonly Presence[] {
  const found = new Map<string, Presence[]>()
  for (const sighting of report.sightings) {
    for (const reached of sighting.routes) {
      const key = keyOf(reached.route)
      const known = found.get(key)
      if (known) known.push({ sighting, reached })
      else found.set(key, [{ sighting, reached }])
    }
  }
  return (route) => found.get(keyOf(route)) ?? []
}

/** Ids of trackers; those that are loaded elsewhere and only stay are marked. */
export function trackersOf(found: readonly Presence[]): string[] {
  const ids = [...new Set(found.map(({ sighting }) => sighting.tracker))].sort(compareText)
  const stays = (id: string): boolean =>
    found.every(({ sighting, reached }) => sighting.tracker !== id || reached.persists === true)
  return ids.map((id) => (stays(id) ? `${id} (stays)` : id))
}
