/**
 * What is loaded on one route of a client-rendered application stays when the visitor goes on: the document is never
 * loaded anew. Events do not: they are sent where they stand.
 */
import type { Certainty, ReachedRoute, Route, SightingKind } from '../../types.js'
import { compareReached, weakest } from '../reach.js'
import type { RouteTable } from '../routes.js'

/** Code that brings a tracker into the document and leaves it there. */
const loads: ReadonlySet<SightingKind> = new Set<SightingKind>(['snippet', 'container', 'remote-script', 'package-use'])

const order: readonly Certainty[] = ['exact', 'likely', 'possible']

/** Adds to what loading code reaches the routes on which it stays loaded. */
export function createPersistence(table: RouteTable): (kind: SightingKind, routes: readonly ReachedRoute[]) => ReachedRoute[] {
  const indexOf = new Map<Route, number>(table.routes.map((route, index) => [route, index]))
  return (kind, routes) => {
    if (!loads.has(kind)) return [...routes]
    const known = new Set(routes.map(({ route }) => indexOf.get(route)))
    const added = new Map<number, ReachedRoute>()
    // The surest and shortest way first: the first that comes by a document's route tells how it was loaded.
    const ways = [...routes].sort((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty) || a.via.length - b.via.length)
    // Routes of one document share its list: the first way that comes by it adds all of them.
    const told = new Set<readonly number[]>()
    for (const way of ways) {
      const document = table.documentOf(indexOf.get(way.route) ?? -1)
      if (told.has(document)) continue
      told.add(document)
      for (const other of document) {
        const route = table.routes[other]
        if (!route || known.has(other) || added.has(other)) continue
        const certainty = weakest('likely', weakest(way.certainty, route.certainty))
        const { via, conditions } = way
        added.set(other, { route, certainty, via, persists: true, ...(conditions ? { conditions } : {}) })
      }
    }
    const own = routes.map((reached): ReachedRoute => {
      const isShared = table.documentOf(indexOf.get(reached.route) ?? -1).length > 1
      return isShared ? { ...reached, sharesDocument: true } : reached
    })
    return [...own, ...added.values()].sort(compareReached)
  }
}
