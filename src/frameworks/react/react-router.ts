/**
 * React Router without its framework mode: `<Routes>` and `<Switch>`, data routes, `useRoutes`, tables of versions 5
 * to 7, and the routers with the same elements. https://reactrouter.com/start/modes
 */
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration, RouteGuard, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, routePath } from '../paths.js'
import { addRoute } from '../reading/route-output.js'
import { ScriptReader } from '../reading/script-values.js'
import { routerPath, type TableEntry } from './route-table.js'
import { basenameOf, findTables, mountTables, type RouteTableSite } from './route-tables.js'
import { clientDocuments, documentsOf } from '../bundlers/single-page.js'

const PACKAGES = [
  'react-router', 'react-router-dom', 'react-router-dom-v5-compat', 'wouter', 'preact-iso', 'preact-router', '@reach/router',
  '@gatsbyjs/reach-router', '@solidjs/router',
]
/** Packages whose own row reads the routes. */
const FRAMEWORKS = ['@react-router/dev', '@remix-run/dev']
const SCRIPTS = new Set(['tsx', 'jsx', 'ts', 'js', 'mjs', 'mts'])
const MENTIONS = /<[\w.]*Route\b|<Router\b|create\w*Router\b|\bcreateRoutesFrom|\buseRoutes\b|\brenderRoutes\b/
const PATHS = /\bpath\s*:/
const SHOWS = /\b(?:element|[Cc]omponent|lazy)\s*:/

export const reactRouter: Framework = {
  name: 'react-router',
  docs: 'https://reactrouter.com/start/modes',
  applications(host) {
    const manifests = directoriesWith(host, ['package.json'])
    const uses = (root: string, packages: readonly string[]): boolean =>
      packages.some((name) => host.dependencies(root).has(name))
    const roots = manifests.filter((root) => uses(root, PACKAGES) && !uses(root, FRAMEWORKS))
    return roots.flatMap((root) => {
      const others = roots.filter((other) => other !== root && (root === '' || other.startsWith(`${root}/`)))
      const files = host.under(root).filter((path) =>
        SCRIPTS.has(extensionOf(path)) && host.isProduct(path) && !others.some((other) => path.startsWith(`${other}/`)))
      return application(host, root, files)
    })
  },
}

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const holds = (path: string, ...patterns: readonly RegExp[]): boolean => {
    const text = host.text(path) ?? ''
    return patterns.every((pattern) => pattern.test(text))
  }
  const mentioned = files.filter((path) => holds(path, MENTIONS))
  const tables = files.filter((path) => !mentioned.includes(path) && holds(path, PATHS, SHOWS))
  if (mentioned.length + tables.length === 0) return []
  const reader = new ScriptReader(host)
  const sites = findTables(reader, mentioned, tables)
  if (sites.length === 0) return []
  mountTables(reader, sites)
  const named = files.filter((path) => holds(path, /\bbasename\b/))
  const base = basenameOf(reader, named) ?? ''
  const documents = clientDocuments(host, root)
  return documents.flatMap((document): Application[] => {
    const routes = new Map<string, RouteDeclaration>()
    for (const site of sites) {
      if (site.mounts > 0 || !documentsOf(documents, site.file).includes(document)) continue
      const top = routePath(site.basename === '' ? base : site.basename)
      emitSite({ site, output: { routes, shell: document.shell }, top, depth: 0 }, top, { places: [], guards: [] })
    }
    const { injections, edges } = document
    return routes.size === 0 ? [] : [{
      framework: 'react-router', root, routes: [...routes.values()], injections, edges, base: routePath(base), singlePage: true,
    }]
  })
}

interface Output {
  routes: Map<string, RouteDeclaration>
  shell: NonNullable<RouteDeclaration['shell']>
}

/** The table that is being written out, the path its application lies at, and how many tables it stands in. */
interface Emission {
  site: RouteTableSite
  output: Output
  top: string
  depth: number
}

/** Places and guards of the entries around. */
interface Around {
  places: readonly RoutePlace[]
  guards: readonly RouteGuard[]
}

function emitSite(emission: Emission, base: string, around: Around): void {
  if (emission.depth <= 8) emit(emission, emission.site.entries, base, around)
}

function emit(
  emission: Emission, entries: readonly TableEntry[], base: string, around: Around,
): void {
  const { site, depth } = emission
  for (const entry of entries) {
    const inside: Around = { places: [...around.places, ...entry.places], guards: [...around.guards, ...entry.guards] }
    const mounted = site.mounted.get(entry) ?? []
    for (const path of pathsOf(emission, entry, base)) {
      const below = path.replace(/\/?\*$/, '')
      emit(emission, entry.children, below, inside)
      for (const inner of mounted) emitSite({ ...emission, site: inner, depth: depth + 1 }, below, inside)
      if (isRoute(entry, mounted, site)) declare(emission, entry, routePath(path), inside)
    }
  }
}

/** Paths of an entry that shows on the path of the entry around it. */
const INDEX_PATHS = new Set(['', '/', '.', HOLE])

/** Entries with others below them are routes of their own when they show something and no index stands for them. */
function isRoute(entry: TableEntry, mounted: readonly RouteTableSite[], site: RouteTableSite): boolean {
  if (entry.isIndex) return true
  if (entry.paths.length === 0) return isCatchAll(entry, site)
  const inner = [...entry.children, ...mounted.flatMap((table) => table.entries)]
  if (inner.length === 0) return true
  if (entry.redirects) return true
  if (entry.shown.length === 0) return false
  return !inner.some((child) => child.isIndex || child.paths.some((path) => INDEX_PATHS.has(path)))
    && !entry.paths.every((path) => path.endsWith('*'))
}

/** Version 5: a route without a path is on every page. */
function isCatchAll(entry: TableEntry, site: RouteTableSite): boolean {
  return site.isAbsolute && entry.isAbsolute && entry.children.length === 0 && entry.shown.length > 0
}

function pathsOf(emission: Emission, entry: TableEntry, base: string): string[] {
  if (entry.paths.length > 0) return entry.paths.map((path) => pathOf(emission, entry, base, path))
  return [isCatchAll(entry, emission.site) ? routePath(base, '*') : base]
}

/** A path is below the path around it, unless it is a whole one already. */
function pathOf({ site, top, depth }: Emission, entry: TableEntry, base: string, path: string): string {
  // Nothing of it is literal: the path of the route around it, where there is one, else any.
  if (path === HOLE) return depth > 0 ? routePath(base) : routePath(base, '*')
  // `${match.path}/visits`: below the route the component is shown on.
  if (path.startsWith(HOLE)) return routePath(base, routerPath(path.slice(1)))
  const own = routerPath(path)
  const isWhole = site.isAbsolute || entry.isAbsolute || `${routePath(top, own)}/`.startsWith(`${routePath(base)}/`)
  return path.startsWith('/') && isWhole ? routePath(top, own) : routePath(base, own)
}

function declare({ site, output }: Emission, entry: TableEntry, path: string, { places, guards }: Around): void {
  const isUnknown = entry.paths.includes(HOLE) && path.endsWith('*')
  const isLiteral = entry.paths.every((written) => !hasHole(written))
  const certainty = isUnknown ? 'possible' : site.isGuess || !isLiteral ? 'likely' : 'exact'
  if (entry.redirects) {
    addRoute(output.routes, { path, kind: 'redirect', certainty, file: entry.at.file, leaves: [] })
    return
  }
  addRoute(output.routes, {
    path, kind: 'page', certainty, file: entry.at.file,
    leaves: [{ file: site.file, unit: site.unit }], shell: output.shell, places: [...places], ...guards.length === 0 ? {} : { guards },
  })
}
