/** Route classes as people read them. */
import { weakest } from '../certainty.js'
import type { ReachedRoute, Route, RouteClass } from '../types.js'

/** What the pages of a class are for, most sensitive class first. */
export const classDescriptions: Record<RouteClass, string> = {
  portal: 'pages behind a patient’s login',
  login: 'sign-in, registration and password pages of patients',
  scheduling: 'pages where a visit is booked',
  intake: 'questionnaires, symptom checkers and patient forms',
  billing: 'bills, insurance and refills',
  'provider-search': 'finding a doctor or a location',
  condition: 'pages on a condition, treatment or drug',
  contact: 'contact forms, chat and crisis lines',
  public: 'everything else',
}

export const classOrder = Object.keys(classDescriptions) as readonly RouteClass[]

const certainties = ['exact', 'likely', 'possible'] as const

/** How sure it is that the place is on the route and that the route is of its class. */
function rank({ certainty, route }: ReachedRoute): number {
  return certainties.indexOf(weakest(certainty, route.classCertainty ?? 'exact'))
}

/** Most sensitive class first, then the surest, then where it runs before where it only stays, then by path. */
export function compareReached(left: ReachedRoute, right: ReachedRoute): number {
  return (
    classOrder.indexOf(left.route.class) - classOrder.indexOf(right.route.class) ||
    rank(left) - rank(right) ||
    Number(left.persists ?? false) - Number(right.persists ?? false) ||
    (left.route.path < right.route.path ? -1 : left.route.path > right.route.path ? 1 : 0)
  )
}

/** The most sensitive of the routes; undefined when there is none. */
export function worstOf(routes: readonly ReachedRoute[]): ReachedRoute | undefined {
  return [...routes].sort(compareReached)[0]
}

/** `3 portal, 1 contact`, without the public ones; empty when there are none. */
export function countClasses(routes: readonly Route[]): string {
  const counts = new Map<RouteClass, number>()
  for (const route of routes) counts.set(route.class, (counts.get(route.class) ?? 0) + 1)
  return classOrder
    .filter((each) => each !== 'public' && counts.has(each))
    .map((each) => `${counts.get(each)} ${each}`)
    .join(', ')
}
