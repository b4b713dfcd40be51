/**
 * React Router without its framework mode: `<Routes>` and `<Switch>`, data routes, `useRoutes`, tables of versions 5
 * to 7, and the routers with the same elements. https://reactrouter.com/start/modes
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, routePath } from '../paths.js'
import { ScriptReader } from '../reading/script-values.js'
import { routerPath, type TableEntry } from './route-table.js'
import { basenameOf, findTables, mountTables, type RouteTableSite } from './route-tables.js'
import { clientDocument } from './single-page.js'

const PACKAGES = ['react-router', 'react-router-dom', 'react-router-dom-v5-compat', 'wouter', 'preact-iso']
/** Packages whose own row reads the routes. */
const FRAMEWORKS = ['@react-router/dev', '@remix-run/dev']
const SCRIPTS = new Set(['tsx', 'jsx', 'ts', 'js', 'mjs', 'mts'])
const MENTIONS = /<[\w.]*Route\b|create(?:Browser|Hash|Memory|Static)?Router\b|\bcreateRoutesFrom|\buseRoutes\b|\brenderRoutes\b/
const TABLES = /\bpath\s*:[\s\S]*\b(?:element|Component|component|lazy)\s*:|\b(?:element|Component|component|lazy)\s*:[\s\S]*\bpath\s*:/

export const reactRouter: Framework = {
  name: 'react-router',
  docs: 'https://reactrouter.com/start/modes',
  applications(host) {
    const manifests = directoriesWith(host, ['package.json'])
    const uses = (root: string, packages: readonly string[]): boolean => packages.some((name) => host.dependencies(root).has(name))
    const roots = manifests.filter((root) => uses(root, PACKAGES) && !uses(root, FRAMEWORKS))
    return roots.flatMap((root) => {
      const others = roots.filter((other) => other.length > root.length && (root === '' || other.startsWith(`${root}/`)))
      const files = host.under(root).filter((path) =>
        SCRIPTS.has(extensionOf(path)) && host.isProduct(path) && !others.some((other) => path.startsWith(`${other}/`)))
      return application(host, root, files)
    })
  },
}

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const mentioned = files.filter((path) => MENTIONS.test(host.text(path) ?? ''))
  const tables = files.filter((path) => !mentioned.includes(path) && TABLES.test(host.text(path) ?? ''))
  if (mentioned.length + tables.length === 0) return []
  const reader = new ScriptReader(host)
  const sites = findTables(reader, mentioned, tables)
  if (sites.length === 0) return []
  mountTables(reader, sites)
  const named = files.filter((path) => /\bbasename\b/.test(host.text(path) ?? ''))
  const base = basenameOf(reader, named) ?? ''
  const document = clientDocument(host, root)
  const routes = new Map<string, RouteDeclaration>()
  for (const site of sites) if (site.mounts === 0) emitSite(site, { routes, shell: document.shell }, base, [], 0)
  return [{
    framework: 'react-router', root, routes: [...routes.values()], injections: document.injections, edges: document.edges, singlePage: true,
  }]
}

interface Output {
  routes: Map<string, RouteDeclaration>
  shell: NonNullable<RouteDeclaration['shell']>
}

function emitSite(site: RouteTableSite, output: Output, base: string, around: readonly RoutePlace[], depth: number): void {
  if (depth > 8) return
  emit(site, site.entries, output, base, around, depth)
}

function emit(
  site: RouteTableSite, entries: readonly TableEntry[], output: Output, base: string, around: readonly RoutePlace[], depth: number,
): void {
  for (const entry of entries) {
    const places = [...around, ...entry.places]
    const paths = entry.paths.length > 0 ? entry.paths.map((path) => pathOf(base, path, site, entry)) : [site.isAbsolute && isCatchAll(entry) ? routePath(base, '*') : base]
    const mounted = site.mounted.get(entry) ?? []
    for (const path of paths) {
      const below = path.replace(/\/?\*$/, '')
      emit(site, entry.children, output, below, places, depth)
      for (const inner of mounted) emitSite(inner, output, below, places, depth + 1)
      if (!isRoute(entry, mounted, site)) continue
      declare(site, entry, output, routePath(path), places)
    }
  }
}

/** Entries with others below them are routes of their own when they show something and no index stands for them. */
function isRoute(entry: TableEntry, mounted: readonly RouteTableSite[], site: RouteTableSite): boolean {
  if (entry.isIndex) return true
  if (entry.paths.length === 0) return site.isAbsolute && isCatchAll(entry)
  const inner = [...entry.children, ...mounted.flatMap((table) => table.entries)]
  if (inner.length === 0) return true
  if (entry.shown.length === 0) return entry.isRedirect
  return !inner.some((child) => child.isIndex || child.paths.some((path) => path === '' || path === '/' || path === '.'))
    && !entry.paths.every((path) => path.endsWith('*'))
}

/** Version 5: a route without a path is on every page. */
function isCatchAll(entry: TableEntry): boolean {
  return entry.isAbsolute && entry.children.length === 0 && entry.shown.length > 0
}

/** A path is below the path around it, unless it is a whole one already. */
function pathOf(base: string, path: string, site: RouteTableSite, entry: TableEntry): string {
  // `${match.path}/visits`: below the route the component is shown on.
  const own = routerPath(path.replace(/^\uA4F8\/?/, ''))
  if (path.startsWith('\uA4F8')) return routePath(base, own)
  const isWhole = path.startsWith('/') && (site.isAbsolute || entry.isAbsolute || `/${own}/`.startsWith(`${routePath(base)}/`))
  return isWhole ? routePath(site.isAbsolute ? site.basename : '', own) : routePath(base, own)
}

function declare(
  site: RouteTableSite, entry: TableEntry, output: Output, path: string, places: readonly RoutePlace[],
): void {
  const isLiteral = entry.paths.every((written) => !written.includes('\uA4F8'))
  const certainty = site.isGuess ? 'likely' : isLiteral ? 'exact' : 'likely'
  const known = output.routes.get(path)
  if (known) {
    known.places = [...(known.places ?? []), ...places]
    if (certainty === 'exact') known.certainty = 'exact'
    return
  }
  output.routes.set(path, {
    path, kind: entry.isRedirect ? 'redirect' : 'page', certainty, file: entry.at.file, leaves: [{ file: site.file, unit: site.unit }],
    shell: output.shell, places: [...places],
  })
}
