/** Declarations of one address together. */
import { certainties } from '../certainty.js'
import type { RouteKind } from '../types.js'
import type { RouteDeclaration } from './framework.js'

type Leaf = NonNullable<RouteDeclaration['leaves']>[number]

const kinds: readonly RouteKind[] = ['page', 'static', 'redirect', 'api']

/** Requests of one path are one route: the page, when one of them shows one, with all that they do. */
export function mergedRoutes(routes: readonly RouteDeclaration[]): RouteDeclaration[] {
  const byPath = new Map<string, RouteDeclaration>()
  for (const route of routes) {
    const known = byPath.get(route.path)
    byPath.set(route.path, known ? merged(known, route) : route)
  }
  return [...byPath.values()]
}

function merged(a: RouteDeclaration, b: RouteDeclaration): RouteDeclaration {
  const rank = ({ kind, certainty }: RouteDeclaration): number => kinds.indexOf(kind) * 10 + certainties.indexOf(certainty)
  const [first, second] = rank(b) < rank(a) ? [b, a] : [a, b]
  const { names: _, guards: own, ...kept } = first
  // A form that is sent needs no sign-in of its own to be that of a page behind one; two pages do.
  const guards = second.kind === 'page' && own ? (second.guards ? own : undefined) : own
  return {
    ...kept, ...guards ? { guards } : {}, ...a.names && b.names ? { names: [...new Set([...a.names, ...b.names])] } : {},
    leaves: uniqueLeaves([...(first.leaves ?? []), ...(second.leaves ?? [])]),
    shell: uniqueLeaves([...(first.shell ?? []), ...(second.shell ?? [])]), places: [...(first.places ?? []), ...(second.places ?? [])],
  }
}

/** Each declaration of a file once, as sure as it ever is. */
export function uniqueLeaves<Item extends Leaf>(leaves: readonly Item[]): Item[] {
  const found = new Map<string, Item>()
  for (const leaf of leaves) {
    const key = `${leaf.file} ${leaf.unit ?? ''}`
    const known = found.get(key)
    if (!known || rankOf(leaf) < rankOf(known)) found.set(key, leaf)
  }
  return [...found.values()]
}

function rankOf({ certainty = 'exact' }: Leaf): number {
  return certainties.indexOf(certainty)
}
