/** Routes that are found one by one, by their addresses. */
import { certainties, weakest } from '../../certainty.js'
import type { Certainty } from '../../types.js'
import type { RouteDeclaration } from '../framework.js'

/** Adds a route. Where there is one at its address already, both are shown there; a page wins over a redirect. */
export function addRoute(routes: Map<string, RouteDeclaration>, added: RouteDeclaration): void {
  const known = routes.get(added.path)
  if (!known || (known.kind === 'redirect' && added.kind !== 'redirect')) {
    routes.set(added.path, added)
    return
  }
  if (added.kind === 'redirect') return
  const own = partsOf(known)
  const further = partsOf(added)
  known.places = [...own.places, ...further.places]
  known.leaves = surest([...own.leaves, ...further.leaves])
  known.shell = surest([...own.shell, ...further.shell])
  // What one of them shows to everybody is shown to everybody.
  const guards = added.guards && known.guards ? [...known.guards, ...added.guards] : []
  if (guards.length > 0) known.guards = guards
  else delete known.guards
  if (isSurer(added.certainty, known.certainty)) known.certainty = added.certainty
}

const isSurer = (a: Certainty, b: Certainty): boolean => certainties.indexOf(a) < certainties.indexOf(b)

/** What a route shows, each part as sure as the route: another may make the address itself surer. */
function partsOf(route: RouteDeclaration): Required<Pick<RouteDeclaration, 'places' | 'leaves' | 'shell'>> {
  const least = <T extends { certainty?: Certainty }>(part: T): T =>
    (route.certainty === 'exact' ? part : { ...part, certainty: weakest(part.certainty ?? 'exact', route.certainty) })
  const { places = [], leaves = [{ file: route.file }], shell = [] } = route
  return { places: places.map(least), leaves: leaves.map(least), shell: shell.map(least) }
}

type Part = NonNullable<RouteDeclaration['leaves']>[number]

/** Each part once, as sure as the surest mention of it. */
function surest<T extends Part>(parts: readonly T[]): T[] {
  const found = new Map<string, T>()
  for (const part of parts) {
    const key = `${part.file} ${part.unit ?? ''} ${part.offset ?? ''}`
    const known = found.get(key)
    if (!known || isSurer(part.certainty ?? 'exact', known.certainty ?? 'exact')) found.set(key, part)
  }
  return [...found.values()]
}
