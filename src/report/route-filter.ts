/** The routes somebody asked for, by class and by framework. */
import { nearest } from '../configuration/nearest.js'
import { UsageError } from '../configuration/usage-error.js'
import type { Report, Route } from '../types.js'
import { classOrder } from './classes.js'

export interface RouteFilter {
  /** Names of classes; none: all. */
  classes: readonly string[]
  /** Names of framework rows; none: all. */
  frameworks: readonly string[]
}

/**
 * The report with the routes that fit, and the trackers on them.
 *
 * @throws UsageError for a class that does not exist, and for a framework that has no route here
 */
export function filterRoutes(report: Report, { classes, frameworks }: RouteFilter): Report {
  if (classes.length + frameworks.length === 0) return report
  const known = [...new Set(report.routes.map(({ framework }) => framework))].sort()
  check('class', classes, classOrder)
  check('framework', frameworks, known)
  const fits = (route: Route): boolean =>
    (classes.length === 0 || classes.includes(route.class))
    && (frameworks.length === 0 || frameworks.includes(route.framework))
  const routes = report.routes.filter(fits)
  if (routes.length === 0 && report.routes.length > 0) {
    const there = classOrder.filter((name) => report.routes.some((route) => route.class === name)).join(', ')
    const where = frameworks.length > 0 ? ` in ${frameworks.join(' or ')}` : ''
    throw new UsageError(`No route is of class ${classes.join(' or ')}${where}. There are routes of: ${there}.`)
  }
  const sightings = report.sightings.map((sighting) => (
    { ...sighting, routes: sighting.routes.filter(({ route }) => fits(route)) }))
  return { ...report, routes, sightings: sightings.filter((sighting) => sighting.routes.length > 0) }
}

function check(what: string, asked: readonly string[], known: readonly string[]): void {
  const wrong = asked.find((name) => !known.includes(name))
  if (wrong === undefined) return
  const near = nearest(wrong, known)
  const hint = near === undefined ? `Known here: ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`
  throw new UsageError(`There is no ${what} "${wrong}". ${hint}`)
}
