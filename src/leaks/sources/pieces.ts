/** How many pieces of something are put into a basket is a number that somebody chose and that says nothing of them. */
import { scriptOf, type Trail } from '../../flow/host.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

const PIECES = /(?:^|_)(?:qty|quantity|cantidad|quantidade|quantite|menge)$|(?:Qty|Quantity|Cantidad|Quantidade)$/

/** True when nothing is known of a field but that code keeps its number as a quantity. */
export function isNumberOfPieces(host: Host, trail: Trail, sources: readonly DataSource[]): boolean {
  const isUnknown = sources.every(({ categories }) => categories.every(({ category }) => category === 'other-form-field'))
  if (!isUnknown) return false
  for (let at: Trail | null = trail; at; at = at.next) {
    const script = scriptOf(host, at.spot)
    const value = at.spot.kind === 'value' ? script?.values[at.spot.id] : undefined
    const kept = at.spot.kind === 'binding' ? script?.bindings[at.spot.id]?.name : null
    if (PIECES.test(kept ?? (value?.kind === 'member' ? value.name : null) ?? '')) return true
  }
  return false
}
