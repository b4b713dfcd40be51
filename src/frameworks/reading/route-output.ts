/** Routes that are found one by one, by their addresses. */
import type { RouteDeclaration } from '../framework.js'

/** Adds a route. Where there is one at its address already, both are shown there; a page wins over a redirect. */
export function addRoute(routes: Map<string, RouteDeclaration>, added: RouteDeclaration): void {
  const known = routes.get(added.path)
  if (!known || (known.kind === 'redirect' && added.kind !== 'redirect')) {
    routes.set(added.path, added)
    return
  }
  if (added.kind === 'redirect') return
  known.places = [...known.places ?? [], ...added.places ?? []]
  const leaves = known.leaves ?? [{ file: known.file }]
  const isKnown = (leaf: (typeof leaves)[number]): boolean =>
    leaves.some(({ file, unit }) => file === leaf.file && unit === leaf.unit)
  known.leaves = [...leaves, ...(added.leaves ?? [{ file: added.file }]).filter((leaf) => !isKnown(leaf))]
  const around = new Set(known.shell?.map(({ file }) => file))
  known.shell = [...known.shell ?? [], ...(added.shell ?? []).filter(({ file }) => !around.has(file))]
  const isSurer = added.certainty === 'exact' || (added.certainty === 'likely' && known.certainty === 'possible')
  if (isSurer) known.certainty = added.certainty
}
