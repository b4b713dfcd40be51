/** The order in which routes are told. */
import { expect, it } from 'vitest'
import { compareReached, worstOf } from '../../src/report/classes.js'
import type { ReachedRoute, Route } from '../../src/types.js'

function reached(path: string, over: Partial<Route> = {}, of: Partial<ReachedRoute> = {}): ReachedRoute {
  const route: Route = {
    path, kind: 'page', certainty: 'exact', framework: 'static', file: 'a.html', class: 'portal', because: '', ...over,
  }
  return { route, certainty: 'exact', via: [], ...of }
}

it('the most sensitive first, then the surest, then where it runs, then by path', () => {
  const routes = [
    reached('/h', { class: 'contact' }),
    reached('/e', {}, { certainty: 'likely' }),
    reached('/b', { classCertainty: 'likely' }),
    reached('/c', {}, { persists: true }),
    reached('/a', { classCertainty: 'possible' }),
    reached('/z'),
    reached('/d'),
  ]
  expect([...routes].sort(compareReached).map(({ route }) => route.path)).toEqual(['/d', '/z', '/c', '/b', '/e', '/a', '/h'])
  expect(worstOf(routes)?.route.path).toBe('/d')
})
