/** From requests that code answers to routes: what is shown on each, forwards followed, what is open left possible. */
import type { Certainty } from '../../types.js'
import { weakest } from '../../certainty.js'
import { HOLE } from '../../parse/hole.js'
import type { RouteDeclaration, RouteGuard, RoutePlace } from '../framework.js'
import { mergedRoutes, uniqueLeaves } from '../merged-routes.js'
import type { Leaf, Shell } from './view-files.js'

export interface HandledRequest {
  path: string
  certainty: Certainty
  /** The code that declares it. */
  declared: RoutePlace
  /** Code that runs for it. */
  places: RoutePlace[]
  /** Names of views as written, with HOLE for what is not known; `redirect:` and `forward:` in front are kept. */
  views: string[]
  /** Some of what it shows cannot be read. */
  isOpen: boolean
  /** What it gives is no page. */
  isData: boolean
  /** It writes a page itself. */
  isMarkup?: boolean
  guards?: readonly RouteGuard[]
}

export interface ShownView {
  leaves: Leaf[]
  shell: Shell
}

export interface ViewSource {
  show(name: string): ShownView
  /** Views that no name led to: any of them may be what an open request shows. */
  orphans(): string[]
}

/** Routes of all requests, each path once. */
export function handledRoutes(requests: readonly HandledRequest[], source: ViewSource): RouteDeclaration[] {
  const routes = requests.map((request) => ({ request, route: routeOf(request, source) }))
  const byPath = new Map(routes.map(({ route }) => [route.path, route]))
  const orphans = requests.some(({ isOpen }) => isOpen) ? source.orphans() : []
  return mergedRoutes(routes.map(({ request, route }) => {
    const forwarded = request.views.filter((name) => name.startsWith('forward:')).flatMap((name) => forwardedTo(name.slice(8), byPath, source))
    const open: Leaf[] = request.isOpen ? orphans.map((file) => ({ file, certainty: 'possible' })) : []
    const leaves = uniqueLeaves([...(route.leaves ?? []), ...forwarded.flatMap((view) => view.leaves), ...open])
    const shell = [...(route.shell ?? []), ...forwarded.flatMap((view) => view.shell)]
    return { ...route, leaves, shell, kind: leaves.length > 0 && !request.isData ? 'page' as const : route.kind }
  }))
}

function routeOf(request: HandledRequest, source: ViewSource): RouteDeclaration {
  const { path, declared, views, isOpen, isData, isMarkup = false } = request
  const shown = views.filter((name) => !/^(?:redirect|forward):/.test(name))
  const found = shown.map((name) => source.show(name))
  const isPage = !isData && (shown.length > 0 || isOpen || isMarkup || views.some((name) => name.startsWith('forward:')))
  const isRedirect = !isData && !isPage && views.length > 0
  return {
    path, kind: isPage ? 'page' : isRedirect ? 'redirect' : 'api', file: declared.file, certainty: request.certainty,
    leaves: found.flatMap((view) => view.leaves), shell: found.flatMap((view) => view.shell),
    places: unique([declared, ...request.places]), ...request.guards && request.guards.length > 0 ? { guards: request.guards } : {},
  }
}

/** `forward:/x` shows what another path does, or a file. */
function forwardedTo(target: string, byPath: ReadonlyMap<string, RouteDeclaration>, source: ViewSource): ShownView[] {
  const path = target.replace(/[?#].*$/, '').replace(/\/$/, '')
  const route = byPath.get(path === '' ? '/' : path.startsWith('/') ? path : `/${path}`)
  if (route) return [{ leaves: route.leaves ?? [], shell: route.shell ?? [] }]
  return path.replaceAll(HOLE, '') === '' ? [] : [source.show(path)]
}

function unique(places: readonly RoutePlace[]): RoutePlace[] {
  return [...new Map(places.map((place) => [`${place.file} ${place.start}`, place])).values()]
}

/** Leaves no surer than a certainty. */
export function asSure(leaves: readonly Leaf[], certainty: Certainty): Leaf[] {
  return certainty === 'exact' ? [...leaves] : leaves.map((leaf) => ({ ...leaf, certainty: weakest(leaf.certainty ?? 'exact', certainty) }))
}
