/** Routes as files of Laravel write them, and what the groups around them say. https://laravel.com/docs/12.x/routing */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty, Span } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'
import { routePath } from '../../paths.js'
import type { PhpScope } from '../code/classes.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'

/** What answers a request. */
export type RouteAction =
  | { kind: 'view' | 'inertia'; name: PhpNode; scope: PhpScope }
  /** A file of Volt by its name. */
  | { kind: 'volt'; name: PhpNode; scope: PhpScope }
  | { kind: 'closure'; body: Span; scope: PhpScope }
  /** A method of a class by its name with its namespace; null for a class that is called itself. */
  | { kind: 'method'; class: string; method: string | null; view?: string }
  | { kind: 'redirect' | 'unknown' }

export interface WrittenRoute {
  path: string
  certainty: Certainty
  /** Answers to `GET`, or to every method. */
  isRead: boolean
  declared: RoutePlace
  action: RouteAction
  middleware: string[]
  /** The name others call it by; null for none. */
  name: string | null
}

/** What the groups around a route say of it. */
export interface RouteContext {
  prefix: string
  name: string
  namespace: string
  controller: string | null
  middleware: readonly string[]
  certainty: Certainty
  /** In files of routes, variables such as `$router` are the router. */
  isRouteFile: boolean
}

export const TOP: RouteContext = {
  prefix: '', name: '', namespace: '', controller: null, middleware: [], certainty: 'exact', isRouteFile: false,
}

/** One call of a chain: `prefix('x')` of `Route::prefix('x')->group(…)`. */
export interface ChainLink {
  name: string
  call: PhpCallNode
}

/** What one call stands for, before the groups around it. */
export interface SetRoute {
  path: string
  isRead: boolean
  action: RouteAction
  /** Behind the names of the groups around it. */
  name?: string
}

/** `{id}`, `{id?}`, `{post:slug}`; parameters that take slashes are the rest of the path. */
export function laravelPath(path: string, rests: readonly string[] = []): string {
  const named = path.replace(/\{(\w+)(?::\w+)?(\?)?\}/g, (_, name: string, optional: string | undefined) =>
    (rests.includes(name) ? '*' : `:${name}${optional ?? ''}`))
  const clean = named.split('/').map((segment) => {
    if (segment === HOLE) return ':part'
    return /^[^/]*\*[^/]*$/.test(segment) && segment !== '*' ? '*' : segment.replaceAll(HOLE, '*')
  })
  return routePath(clean.join('/'))
}

/** A class as a group with a namespace means it. */
export function inNamespace(name: string, namespace: string): string {
  if (name.startsWith('\\')) return name.slice(1)
  return namespace === '' || name.startsWith(`${namespace}\\`) ? name : `${namespace}\\${name}`
}
