/** How to take a tracker off a route, from where it comes in. */
import type { PlacedSighting, ReachedRoute } from '../src/types.js'
import type { Exposure } from './severity.js'

/**
 * Names the place to change. A file that serves public routes too is shared: there the code has to move to where only
 * those pass; otherwise it can go.
 */
export function describeRemedy(
  what: string,
  sightings: readonly PlacedSighting[],
  exposures: readonly Exposure[],
): string {
  const [first] = exposures
  const [sighting] = sightings
  if (first === undefined || sighting === undefined) return ''
  if (first.reached.persists) {
    return `Keep ${what} out of every document that shows ${first.reached.route.path}: give the pages that need it a ` +
      'document of their own, or link from them by a full page load.'
  }
  const sensitive = new Set(exposures.map(({ reached }) => reached.route))
  const all = sightings.flatMap(({ routes }) => routes.map((reached) => reached.route))
  const others = new Set(all.filter((each) => !sensitive.has(each)))
  const { route } = first.reached
  const entry = entryOf(first.reached, sighting.file)
  if (others.size === 0) {
    return `Remove ${what} from ${sighting.file}${entry === null ? '' : `, or stop ${entry} from bringing it in`}.`
  }
  const example = [...others].map(({ path }) => path).sort()[0]
  const move = `Take ${what} out of ${entry ?? sighting.file}, which ${route.path} shares with other pages, and bring it in only `
  if (!first.reached.sharesDocument) return `${move}from the pages that need it (such as ${example}), by a list of allowed routes.`
  return (
    `${move}from pages that need it (such as ${example}) and have a document of their own: in this application what ` +
    `one page loads stays when the visitor goes on to ${route.path}.`
  )
}

/**
 * The file between the page and the tracker's own file that brings the latter in by a line of code; null when there is
 * none. The page itself is not meant: a shared header is not the page's to change.
 */
function entryOf({ via, route }: ReachedRoute, file: string): string | null {
  const before = via.filter((link) => link.file !== file && link.file !== route.file && link.offset !== null)
  return before.at(-1)?.file ?? null
}
