/**
 * Pages that only a container's triggers name: on sites of content systems the source does not show them, and a tag
 * that fires on `/request-appointment/thanks` says that there is such a page.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { FilterTest } from '../../facts/container/container.js'
import type { Certainty, Route } from '../../types.js'
import { decide } from '../conditions/path-test.js'
import type { RouteRole, RouteTable } from '../routes.js'
import { pathTestOf } from './trigger-pages.js'

/** A path as people write one; what holds signs of an expression is none. */
const PATH = /^(?:https?:\/\/[^/?#]+)?(\/[A-Za-z0-9/_~.-]{2,80}?)\/?(?:[?#].*)?$/

/** The table with the sensitive pages that the triggers of containers name and no route of the project is. */
export function withTriggerRoutes(
  table: RouteTable, files: readonly FileFacts[], isLoaded: (file: string) => boolean,
): RouteTable {
  const added: { route: Route; role: RouteRole }[] = []
  for (const facts of files) {
    for (const named of routesOf(facts, table, isLoaded(facts.path))) {
      const role: RouteRole = { route: table.routes.length + added.length, certainty: named.certainty }
      added.push({ route: named.route, role })
    }
  }
  if (added.length === 0) return table
  return {
    ...table,
    routes: [...table.routes, ...added.map(({ route }) => route)],
    rolesOf(file) {
      const own = added.filter(({ route }) => route.file === file).map(({ role }) => role)
      return [...table.rolesOf(file), ...own]
    },
  }
}

function routesOf(facts: FileFacts, table: RouteTable, isLoaded: boolean): { route: Route; certainty: Certainty }[] {
  const found = new Map<string, { route: Route; certainty: Certainty }>()
  for (const { test } of facts.container?.triggers ?? []) {
    for (const compare of positive(test)) {
      const path = PATH.exec(compare.value)?.[1]
      if (path === undefined || compare.operator === 'ends-with' || compare.operator === 'matches' || found.has(path)) continue
      const own = pathTestOf(compare)
      if (table.routes.some((route) => route.kind !== 'api' && decide(own, { path: route.path, files: [], names: null }) !== 'no')) continue
      const certainty: Certainty = isLoaded && compare.operator !== 'contains' ? 'likely' : 'possible'
      const route = table.declare('container', { path, kind: 'page', certainty, file: facts.path })
      if (route.class !== 'public') found.set(path, { route, certainty })
    }
  }
  return [...found.values()]
}

/** Comparisons that must hold, or one of which must: not those that rule a page out. */
function positive(test: FilterTest): (FilterTest & { kind: 'compare' })[] {
  if (test.kind === 'compare') return test.subject === 'path' || test.subject === 'url' ? [test] : []
  return test.kind === 'all' || test.kind === 'any' ? test.of.flatMap(positive) : []
}
