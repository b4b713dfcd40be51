/** Declarations of one address together, where what is less sure is shown all the same. */
import { weakest } from '../../certainty.js'
import type { RouteDeclaration } from '../framework.js'
import { mergedRoutes as merged } from '../merged-routes.js'

/** As for all frameworks; what a less sure declaration shows keeps its own certainty. */
export function mergedRoutes(declarations: readonly RouteDeclaration[]): RouteDeclaration[] {
  return merged(declarations.map((declaration) => ({ ...declaration, leaves: sureAs(declaration) })))
}

function sureAs({ leaves, file, certainty }: RouteDeclaration): NonNullable<RouteDeclaration['leaves']> {
  return (leaves ?? [{ file }]).map((leaf) => ({ ...leaf, certainty: weakest(leaf.certainty ?? 'exact', certainty) }))
}
