/** The route classes in order, the most sensitive first. */
import type { RouteClass } from '../types.js'

export const routeClasses: readonly RouteClass[] = [
  'portal', 'login', 'scheduling', 'intake', 'billing', 'provider-search', 'condition', 'contact', 'public',
]

/** The more sensitive of two. */
export function moreSensitive(a: RouteClass, b: RouteClass): RouteClass {
  return routeClasses.indexOf(a) <= routeClasses.indexOf(b) ? a : b
}
