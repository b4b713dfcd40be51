/** Which route a URL path is on. */
import type { Route } from '../types.js'

/** `/docs/:id`, `/:lang?/book`, `/docs/*` as a test of concrete paths. */
function patternOf(path: string): RegExp {
  const segments = path.split('/').filter((segment) => segment !== '')
  const source = segments.map((segment) => {
    if (segment === '*') return '(?:/.*)?'
    if (/^:[^/]*\?$/.test(segment)) return '(?:/[^/]+)?'
    if (/^:[^/]*[*+]$/.test(segment)) return '(?:/.*)?'
    return `/${segment.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z_]\w*\??|\*/g, '[^/]+')}`
  })
  return new RegExp(`^${source.join('')}/?$`)
}

/** Parts that stand for anything; the fewer, the closer. */
const looseness = (path: string): number => path.split('/').filter((segment) => /[:*]/.test(segment)).length + (path.includes('*') ? 10 : 0)

/**
 * The routes a path is on: those written exactly so, else those with the pattern that fits closest.
 *
 * @param asked a route as reported, or the path of a URL (with or without query)
 */
export function routesAt(asked: string, routes: readonly Route[]): Route[] {
  const path = `/${asked.replace(/[?#].*$/s, '').replace(/^\/+|\/+$/g, '')}`
  const exact = routes.filter((route) => route.path === path || route.path === asked)
  if (exact.length > 0) return exact
  const fitting = routes.filter((route) => patternOf(route.path).test(path))
  const least = Math.min(...fitting.map((route) => looseness(route.path)))
  return fitting.filter((route) => looseness(route.path) === least)
}
