/** What a tracker on a route is worth: the table of route classes, in one place for all rules about presence. */
import type { Declared } from '../src/configuration/configuration.js'
import { certainties, weakest } from '../src/certainty.js'
import { routeClasses } from '../src/routes/classes.js'
import type { Certainty, PlacedSighting, ReachedRoute, Route, RouteClass, Severity } from '../src/types.js'
import { declarationFor } from './inventory.js'
import type { ProjectView } from './rule.js'

/** Who receives. */
export type Receiving = Pick<PlacedSighting, 'tracker' | 'accountId'>

/** A route a finding is about, and what it makes of the finding. */
export interface Exposure {
  reached: ReachedRoute
  severity: Severity
}

const presence: Record<RouteClass, Severity | null> = {
  portal: 'error',
  login: 'error',
  scheduling: 'error',
  intake: 'error',
  billing: 'warning',
  'provider-search': 'warning',
  condition: 'warning',
  contact: 'warning',
  public: null,
}

/** Somebody who asks for help at once says by the visit alone what is wrong. Whole words of a path or its reason. */
const crisis = /(^|[^a-z])(crisis|suicide|hotline|help-?line|lifeline|988)([^a-z]|$)/i

/**
 * Severity of a tracker that is merely present. What is `possible` makes no error, because nothing shows that the page is
 * what it could be; a class that the project's own configuration gives is no guess and stays an error.
 */
function severityOf(project: ProjectView, sighting: Receiving, reached: ReachedRoute): Severity | null {
  const { route } = reached
  // Neither an endpoint nor a redirect shows a page in which a tracker of the browser could run.
  if (route.kind === 'api' || route.kind === 'redirect') return null
  const severity = isRaised(project, route) ? 'error' : presence[route.class]
  if (severity !== 'error') return severity
  if (sureness(reached) === 'possible' && !isConfigured(project, route)) return 'warning'
  return agreedFor(project, sighting, reached) ? 'warning' : 'error'
}

/** Pages of a milder class that the table counts with the strict ones. */
function isRaised(project: ProjectView, route: Route): boolean {
  if (route.class === 'billing') return project.hasForm?.(route) === true
  return route.class === 'contact' && (crisis.test(route.path) || crisis.test(route.because))
}

/** The configuration gave the class: by a rule on routes, by an extra route with a class, or by the floor. */
function isConfigured(project: ProjectView, route: Route): boolean {
  const { routes, extraRoutes, floor } = project.configuration
  if (routes.length === 0 && extraRoutes.length === 0 && floor === null) return false
  return route.because.includes('configuration')
}

/** The project declares an agreement with the receiver for this route: no longer an error, still worth a look. */
export function agreedFor(project: ProjectView, sighting: Receiving, reached: ReachedRoute): Declared | null {
  const declared = declarationFor(project.configuration.allow ?? [], sighting, reached.route)
  return declared?.agreement === true ? declared : null
}

/** The sensitive routes of some sightings of one tracker, the worst first; each route once. */
export function exposures(project: ProjectView, sightings: readonly (Receiving & Pick<PlacedSighting, 'routes'>)[]): Exposure[] {
  const byRoute = new Map<Route, Exposure>()
  for (const sighting of sightings) {
    for (const reached of sighting.routes) {
      const severity = severityOf(project, sighting, reached)
      if (severity === null) continue
      const exposure = { reached, severity }
      const known = byRoute.get(reached.route)
      if (known === undefined || compare(exposure, known) < 0) byRoute.set(reached.route, exposure)
    }
  }
  return [...byRoute.values()].sort(compare)
}

/** How sure it is that code runs on a page of that class: the weaker of the way to the route and of what the route is. */
function sureness({ certainty, route }: ReachedRoute): Certainty {
  return weakest(certainty, route.classCertainty ?? 'exact')
}

/** The most convincing first: a route named by a plain word before one named by a word that could mean something else. */
function compare(one: Exposure, other: Exposure): number {
  return (
    Number(other.severity === 'error') - Number(one.severity === 'error') ||
    Number(one.reached.persists ?? false) - Number(other.reached.persists ?? false) ||
    certainties.indexOf(sureness(one.reached)) - certainties.indexOf(sureness(other.reached)) ||
    routeClasses.indexOf(one.reached.route.class) - routeClasses.indexOf(other.reached.route.class) ||
    one.reached.via.length - other.reached.via.length ||
    compareText(one.reached.route.path, other.reached.route.path)
  )
}

/** By code units, so that the order does not depend on the machine's language. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
