/** Where in a routes file a line stands: what scopes around it put before paths and names of controllers. */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'

export interface RouteScope {
  /** Path so far, with a slash in front of each part. */
  path: string
  /** Modules of controllers: `['portal']`. */
  module: readonly string[]
  /** The controller that plain lines are about; null for none. */
  controller: string | null
  /** The resource around, and which of its paths lines stand below. */
  resource: Resource | null
  level: 'member' | 'collection' | 'nested' | 'new' | null
  isShallow: boolean
  /** Path before the resource that shallow ones leave out. */
  shallowPath: string
  certainty: Certainty
}

export interface Resource {
  /** With what is before it: `/portal/visits`. */
  path: string
  controller: string
  /** Parameter of one of them: `id`; for resources in it `visit_id`. */
  parameter: string
  nestedParameter: string
  isSingular: boolean
  newPath: string
}

export const topScope: RouteScope = {
  path: '', module: [], controller: null, resource: null, level: null, isShallow: false, shallowPath: '', certainty: 'exact',
}

/** A request and the action that answers it. */
export interface RailsRoute {
  path: string
  certainty: Certainty
  declared: RoutePlace
  /** `portal/visits`; null where no controller of the tree answers. */
  controller: string | null
  action: string | null
  /** Lower case; empty for all. */
  verbs: readonly string[]
  /** What answers when no controller does. */
  answer: 'redirect' | 'data' | 'page' | null
}

/** The path of a line inside a scope: below one resource, below all of them, or below the scope alone. */
export function pathIn(scope: RouteScope, path: string): string {
  const { resource, level } = scope
  if (!resource) return joined(scope.path, path)
  if (level === 'member') return joined(resource.path, resource.isSingular ? '' : `:${resource.parameter}`, path)
  if (level === 'collection') return joined(resource.path, path)
  if (level === 'new') return joined(resource.path, resource.newPath, path)
  return joined(resource.path, resource.isSingular ? '' : `:${resource.nestedParameter}`, path)
}

export function joined(...parts: readonly string[]): string {
  const path = parts.join('/').replace(/\/+/g, '/').replace(/\/$/, '')
  return path.startsWith('/') || path === '' ? path : `/${path}`
}

/**
 * Canonical paths of what Rails writes: `(/:locale)`, `*path`, `(.:format)`. Groups that hold more than a parameter may
 * be there or not.
 */
export function railsPaths(path: string): string[] {
  const plain = path.replaceAll(HOLE, ':value').replace(/\(\.:?\w+\)/g, '').replace(/\.:format$/, '')
    .replace(/\*(\w+)/g, '*').replace(/\(\/?:(\w+)\)/g, (_, name: string, offset: number, whole: string) =>
      `${whole[offset - 1] === '/' ? '' : '/'}:${name}?`)
  let paths = [plain]
  for (let round = 0; round < 3 && paths.some((each) => /\([^()]*\)/.test(each)); round++) {
    paths = paths.flatMap((each) =>
      (/\([^()]*\)/.test(each) ? [each.replace(/\([^()]*\)/, ''), each.replace(/\(([^()]*)\)/, '$1')] : [each]))
  }
  return [...new Set(paths.map((each) => each.replace(/[()]/g, '')))].slice(0, 6)
}
