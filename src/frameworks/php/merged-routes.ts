/** Declarations of one address together. */
import type { RouteDeclaration } from '../framework.js'
import { weakest } from '../../certainty.js'

/**
 * One declaration for each address and kind, in the order they first stand in. The surest certainty is the route's;
 * what a less sure declaration shows keeps its own.
 */
export function mergedRoutes(declarations: readonly RouteDeclaration[]): RouteDeclaration[] {
  const found = new Map<string, RouteDeclaration>()
  for (const declaration of declarations) {
    const { path, kind, certainty } = declaration
    const own = { ...declaration, leaves: sureAs(declaration) }
    const known = found.get(`${kind} ${path}`)
    if (!known) {
      found.set(`${kind} ${path}`, own)
      continue
    }
    if (weakest(known.certainty, certainty) !== certainty) {
      known.certainty = certainty
      known.file = declaration.file
    }
    known.leaves = distinct([...known.leaves ?? [], ...own.leaves])
    if (own.shell) known.shell = [...known.shell ?? [], ...own.shell.filter(({ file }) => !isIn(known.shell, file))]
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
