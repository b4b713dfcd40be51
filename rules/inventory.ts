/** The declared inventory: which declaration covers a sighting. */
import type { Declared } from '../src/configuration/configuration.js'
import { pathMatcher } from '../src/globs.js'
import type { Route } from '../src/types.js'
import type { Receiving } from './severity.js'

/** The declaration that names this tracker and account, whatever routes it is for. An unknown account fits any. */
export function declarationsOf(allow: readonly Declared[], sighting: Receiving): Declared[] {
  return allow.filter(
    ({ tracker, accounts }) =>
      tracker === sighting.tracker &&
      (accounts === undefined || sighting.accountId === null || accounts.includes(sighting.accountId)),
  )
}

/** The declaration that covers a sighting on a route; null when there is none. */
export function declarationFor(allow: readonly Declared[], sighting: Receiving, route: Route): Declared | null {
  const fitting = declarationsOf(allow, sighting)
  const covers = ({ routes }: Declared): boolean => routes?.some((glob) => isOnRoute(glob, route.path)) ?? true
  return fitting.find(covers) ?? null
}

/** `/blog/**` covers `/blog` and all below it; see `pathMatcher`. */
export function isOnRoute(glob: string, path: string): boolean {
  return pathMatcher(glob)(path)
}
