/** The declared inventory: which declaration covers a sighting. */
import type { Declared } from '../src/configuration/configuration.js'
import type { PlacedSighting, Route } from '../src/types.js'

/** The declaration that names this tracker and account, whatever routes it is for. An unknown account fits any. */
export function declarationsOf(allow: readonly Declared[], sighting: PlacedSighting): Declared[] {
  return allow.filter(
    ({ tracker, accounts }) =>
      tracker === sighting.tracker &&
      (accounts === undefined || sighting.accountId === null || accounts.includes(sighting.accountId)),
  )
}

/** The declaration that covers a sighting on a route; null when there is none. */
export function declarationFor(allow: readonly Declared[], sighting: PlacedSighting, route: Route): Declared | null {
  const fitting = declarationsOf(allow, sighting)
  return fitting.find(({ routes }) => routes === undefined || routes.some((glob) => isOnRoute(glob, route.path))) ?? null
}

/** `*` stands for one segment, `**` for any number: `/blog/**` covers `/blog` and all below it. */
export function isOnRoute(glob: string, path: string): boolean {
  return matchSegments(segmentsOf(glob), segmentsOf(path))
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function matchSegments(globs: readonly string[], segments: readonly string[]): boolean {
  const [glob, ...restOfGlobs] = globs
  if (glob === undefined) return segments.length === 0
  if (glob === '**') return segments.some((_, at) => matchSegments(restOfGlobs, segments.slice(at))) || restOfGlobs.length === 0
  const [segment, ...restOfSegments] = segments
  if (segment === undefined) return false
  return matchSegment(glob, segment) && matchSegments(restOfGlobs, restOfSegments)
}

function matchSegment(glob: string, segment: string): boolean {
  const pieces = glob.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.*')}$`).test(segment)
}
