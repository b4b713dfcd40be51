/** Declarations of one address together. */
import { weakest } from '../../certainty.js'
import type { RouteKind } from '../../types.js'
import type { RouteDeclaration } from '../framework.js'

const KINDS: readonly RouteKind[] = ['page', 'static', 'redirect', 'api']

/**
 * One declaration for each address, in the order they first stand in: a page, when one of them is. The surest certainty
 * is the route's; what a less sure declaration shows keeps its own.
 */
export function mergedRoutes(declarations: readonly RouteDeclaration[]): RouteDeclaration[] {
  const found = new Map<string, RouteDeclaration>()
  for (const declaration of declarations) {
    const { path, kind, certainty } = declaration
    const own = { ...declaration, leaves: sureAs(declaration) }
    const known = found.get(path)
    if (!known) {
      found.set(path, own)
      continue
    }
    const rank = KINDS.indexOf(kind) - KINDS.indexOf(known.kind)
    if (rank < 0 || (rank === 0 && weakest(known.certainty, certainty) !== certainty)) {
      known.kind = kind
      known.certainty = certainty
      known.file = declaration.file
    }
    known.leaves = distinct([...known.leaves ?? [], ...own.leaves])
    if (own.shell) known.shell = [...known.shell ?? [], ...own.shell.filter(({ file }) => !isIn(known.shell, file))]
    if (own.names) known.names = [...new Set([...known.names ?? [], ...own.names])]
    if (own.places) known.places = [...known.places ?? [], ...own.places]
  }
  return [...found.values()]
}

type Leaves = NonNullable<RouteDeclaration['leaves']>

function sureAs({ leaves, file, certainty }: RouteDeclaration): Leaves {
  return (leaves ?? [{ file }]).map((leaf) => ({ ...leaf, certainty: weakest(leaf.certainty ?? 'exact', certainty) }))
}

function isIn(shell: RouteDeclaration['shell'], file: string): boolean {
  return shell?.some((known) => known.file === file) ?? false
}

function distinct(leaves: Leaves): Leaves {
  const seen = new Set<string>()
  return leaves.filter(({ file, unit }) => {
    const key = `${file} ${unit ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
