/** PHP files that a web server runs by their path. https://www.php.net/manual/en/features.commandline.webserver.php */
import { ancestors, directoryOf } from '../../../paths.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration, RoutePlace } from '../../framework.js'
import { join, routePath } from '../../paths.js'
import { assetEdges } from '../../assets.js'
import { phpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { findPlugins, findThemes } from '../wordpress/headers.js'
import { dispatchOf, MAY_DISPATCH, writtenPath, type Selector } from './front-controller.js'
import { findPages, type PhpPage } from './pages.js'
import { readRewrites, type Rewrites } from './rewrites.js'

export const plainPhp: Framework = {
  name: 'php',
  docs: 'https://www.php.net/manual/en/features.commandline.webserver.php',
  applications(host, claimed) {
    if (host.has('artisan') || host.has('spark') || host.has('bin/console')) return []
    const outside = [...findThemes(host).map(({ directory }) => directory), ...findPlugins(host).map(({ root }) => root)]
    const isOutside = (file: string): boolean => outside.some((root) => root === '' || `${file}/`.startsWith(`${root}/`))
    const files = host.under('').filter((file) => file.endsWith('.php') && !claimed.has(file) && host.isProduct(file) && !NOT_OURS.test(file) && !isOutside(file))
    if (files.length === 0) return []
    const found = application(host, files)
    return found ? [found] : []
  },
}

const NOT_OURS = /(^|\/)(vendor|node_modules|wp-includes|wp-admin)\//

function application(host: FrameworkHost, files: readonly string[]): Application | null {
  const rewrites = readRewrites(host)
  const { pages, served, isIncluded } = findPages(host, files, rewrites)
  const rewritten = rewrites.rules.filter(({ target }) => files.includes(target))
  const renamed = new Set(rewritten.filter(({ query, path }) => query === '' && !path.includes(':')).map(({ target }) => target))
  const dispatched = dispatches(host, files, new Map(pages.map(({ file, path }) => [file, path])), served, rewrites)
  // Parts that a file chooses, and those that lie beside them, are shown there alone.
  const chosen = new Set(dispatched.routes.flatMap(({ leaves = [] }) => leaves.map(({ file }) => file)))
  const folders = new Set([...chosen].map(directoryOf).filter((folder) => folder !== ''))
  const isChosen = ({ file, isFragment }: PhpPage): boolean => isFragment && (chosen.has(file) || folders.has(directoryOf(file)))
  const routes = mergedRoutes([
    ...pages.filter((page) => !renamed.has(page.file) && !isChosen(page)).map(({ file, path, kind }): RouteDeclaration => ({ path, kind, certainty: 'exact', file })),
    ...rewritten.map(({ path, target, file }): RouteDeclaration => ({ path, kind: 'page', certainty: 'exact', file, leaves: [{ file: target }] })),
    ...dispatched.routes,
    ...fronts(rewrites, pages, dispatched.routes, served),
  ])
  if (routes.length === 0) return null
  const shown = [...new Set(routes.flatMap(({ leaves = [], shell = [] }) => [...leaves, ...shell].map(({ file }) => file)))]
  return {
    framework: 'php', root: '', routes, tables: dispatched.tables,
    // What a page brings in is guessed no address of its own.
    owns: files.filter((file) => isIncluded(file) || chosen.has(file) || folders.has(directoryOf(file))),
    injections: rewrites.around.filter(({ file }) => files.includes(file)).map(({ directory, file }): Injection => (
      { file, certainty: 'exact', scope: directory === '' ? 'all' : { include: [`${served(join(directory, 'x.php'))?.replace(/\/x(\.php)?$/, '') ?? ''}/**`] } })),
    edges: assetEdges(host, shown, [{ pattern: /\b(?:base_url|asset|assets?_url|url|site_url|url_for|link_to|public_path)\(([^()]*)\)/g, candidates: (path) => [path, `public/${path}`, `assets/${path}`] }]),
  }
}

/** Addresses that are no file: where a rule sends them all to a page and the page does not name them, it looks them up. */
function fronts(
  { fronts: known }: Rewrites, pages: readonly PhpPage[], named: readonly RouteDeclaration[],
  served: (file: string) => string | null,
): RouteDeclaration[] {
  const chooses = (page: PhpPage): boolean =>
    named.some(({ path, shell = [] }) => path !== page.path && shell.some(({ file }) => file === page.file))
  const shown = new Set(pages.filter((page) => page.kind === 'page' && !chooses(page)).map(({ file }) => file))
  return [...known].flatMap(([directory, { target }]): RouteDeclaration[] => {
    const base = served(join(directory, 'index.php'))
    if (base === null || !shown.has(target)) return []
    return [{ path: routePath(base, '*'), kind: 'page', certainty: 'possible', file: target }]
  })
}

/** Routes that files choose by the address. */
function dispatches(
  host: FrameworkHost, files: readonly string[], pages: ReadonlyMap<string, string>, served: (file: string) => string | null, rewrites: Rewrites,
): { routes: RouteDeclaration[]; tables: RoutePlace[] } {
  const values = phpValues(host)
  const routes: RouteDeclaration[] = []
  const tables: RoutePlace[] = []
  for (const file of files) {
    const text = host.text(file) ?? ''
    if (!MAY_DISPATCH.test(text) || !/\b(?:include|require)(?:_once)?\b/.test(text)) continue
    const shell = pages.has(file) ? file : frontOf(host, file)
    const start = shell === null ? null : (pages.get(shell) ?? served(shell))
    if (shell === null || start === null) continue
    const front = [...ancestors(directoryOf(shell))].map((directory) => rewrites.fronts.get(directory)).find((each) => each?.target === shell)
    const base = routePath(start.replace(/\/[^/]*\.php$/, ''))
    const pathOf = (selector: Selector, key: string): string => {
      if (selector.parameter === null) return routePath(writtenPath(key))
      return front?.parameter === selector.parameter ? routePath(base, writtenPath(key)) : `${start}?${selector.parameter}=${key}`
    }
    const found = dispatchOf({ values, pathOf, start, shell }, file)
    routes.push(...found.routes)
    tables.push(...found.tables)
  }
  return { routes, tables }
}

/** The `index.php` that a file which chooses is brought in by. */
function frontOf(host: FrameworkHost, file: string): string | null {
  for (const directory of ancestors(directoryOf(file))) {
    for (const name of ['index.php', 'public/index.php']) if (host.has(join(directory, name))) return join(directory, name)
  }
  return null
}
