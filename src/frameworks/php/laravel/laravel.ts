/** Laravel and Lumen: https://laravel.com/docs/12.x/routing, https://laravel.com/docs/12.x/blade */
import { weakest } from '../../../certainty.js'
import { baseNameOf } from '../../../paths.js'
import type { RouteKind } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration, RouteGuard } from '../../framework.js'
import { join } from '../../paths.js'
import { assetEdges, type AssetHelper } from '../../assets.js'
import { mergedRoutes } from '../merged-routes.js'
import { createActionReader, type ShownPage } from './actions.js'
import { findApplications, type LaravelApplication } from './application.js'
import { componentEdges } from './components.js'
import { writtenRoutes } from './entries.js'
import { accountRoutes, folioRoutes, jetstreamRoutes, panelRoutes } from './packages.js'
import { routeGuards } from './guards.js'
import { middlewareLayers } from './middleware.js'
import type { WrittenRoute } from './routes.js'
import { createViews, VIEW_EXTENSIONS, type LaravelViews } from './views.js'

export const laravel: Framework = {
  name: 'laravel',
  docs: 'https://laravel.com/docs/12.x/routing',
  applications: (host) => findApplications(host).flatMap((application) => applicationsOf(application)),
}

function applicationsOf(application: LaravelApplication): Application[] {
  const { host, root } = application
  const views = createViews(application)
  const actions = createActionReader(application, views)
  const written = writtenRoutes(application)
  const layers = middlewareLayers(application)
  const answered = [...written.routes, ...accountRoutes(application), ...jetstreamRoutes(application)]
    .map((route) => ({ route, shown: actions(route.action, route.isRead) }))
    .filter(({ route, shown }) => isThere(route, shown))
  const declared = [
    ...answered.flatMap(({ route, shown }) => declarations(route, shown, layers.around(route.middleware), routeGuards(application, route))),
    ...folioRoutes(application, views), ...panelRoutes(application, actions),
  ]
  if (declared.length === 0) return []
  const templates = templatesOf(host, views)
  const isInertia = new Set(
    answered.filter(({ shown }) => shown.isInertia).flatMap(({ shown }) => shown.leaves.map(({ file }) => file)),
  )
  const isClient = ({ leaves = [] }: RouteDeclaration): boolean => leaves.some(({ file }) => isInertia.has(file))
  const open = new Set(answered.filter(({ shown }) => shown.isOpen).map(({ route }) => route.path))
  const routes = mergedRoutes(withOpenViews(declared, open, views, templates, host))
  const [client, server] = [routes.filter(isClient), routes.filter((route) => !isClient(route))]
  const edges = [...componentEdges(application, views, templates), ...assetEdges(host, templates, assetHelpers(root))]
  const shared = {
    framework: 'laravel', root, edges, injections: layers.everywhere, templateRoots: views.directories,
    owns: [...views.directories, ...OWNED.map((name) => join(root, name))].filter((directory) => directory !== root),
  }
  // Pages of Inertia are shown without loading the document anew.
  return [
    ...(server.length > 0 || client.length === 0 ? [{ ...shared, routes: server }] : []),
    ...(client.length > 0
      ? [{ ...shared, routes: client, singlePage: true, ...(server.length > 0 ? { edges: [] } : {}) }]
      : []),
  ]
}

/** Of a resource only what its controller can do; account pages of a package only when their views are in the tree. */
function isThere(route: WrittenRoute, shown: ShownPage): boolean {
  const isPackaged = route.declared.end === 0
  return isPackaged ? shown.leaves.length > 0 : !shown.isMissing
}

/** The route, and one for each file that an unknown part of its view's name may be. */
function declarations(
  route: WrittenRoute,
  shown: ShownPage,
  around: ReturnType<ReturnType<typeof middlewareLayers>['around']>,
  guards: readonly RouteGuard[],
): RouteDeclaration[] {
  const kind: RouteKind = shown.kind === 'page' && !route.isRead && shown.leaves.length === 0 ? 'api' : shown.kind
  const isGuess = kind === 'page' && shown.leaves.length === 0 && shown.places.length === 0
  const declared: RouteDeclaration = {
    path: route.path,
    names: route.name === null ? [] : [route.name],
    kind,
    certainty: isGuess ? weakest(route.certainty, 'likely') : route.certainty,
    file: route.declared.file,
    leaves: shown.leaves.map(({ file, certainty }) => ({ file, certainty })),
    shell: [...around, ...shown.shell],
    places: [...(route.declared.end > 0 ? [route.declared] : []), ...shown.places],
    ...guards.length === 0 ? {} : { guards },
  }
  const [parameter, ...others] = route.path.match(/\/(?::\w+\??|\*)/g) ?? []
  if (parameter === undefined || others.length > 0) return [declared]
  const filled = shown.leaves.flatMap((leaf): RouteDeclaration[] => {
    const value = leaf.filled?.replaceAll('.', '/')
    if (value === undefined || (value.includes('/') && !parameter.endsWith('*'))) return []
    return [
      {
        ...declared,
        path: route.path.replace(parameter, `/${value}`),
        certainty: 'likely',
        leaves: [{ file: leaf.file, certainty: 'likely' }],
      },
    ]
  })
  return [declared, ...filled]
}

/** A route that shows a view of which nothing is known may show any that no other route does. */
function withOpenViews(
  routes: RouteDeclaration[],
  open: ReadonlySet<string>,
  views: LaravelViews,
  templates: readonly string[],
  host: FrameworkHost,
): RouteDeclaration[] {
  const isOpen = ({ path, kind, leaves = [] }: RouteDeclaration): boolean =>
    kind === 'page' && open.has(path) && leaves.length === 0
  if (!routes.some(isOpen)) return routes
  const used = new Set(routes.flatMap(({ leaves = [], shell = [] }) => [...leaves, ...shell].map(({ file }) => file)))
  const named = new Set(templates.flatMap((file) => host.facts(file).references.map(({ target }) => lastPart(target))))
  const free = templates.filter(
    (file) => !used.has(file) && !named.has(lastPart(file)) && !NO_PAGES.test(views.nameOf(file) ?? ''),
  )
  return routes.map((route) =>
    isOpen(route) ? { ...route, leaves: free.map((file) => ({ file, certainty: 'possible' as const })) } : route,
  )
}

/** Code and the file that starts it. What else lies in `public` is given out as it stands. */
const OWNED = ['app', 'bootstrap', 'config', 'database', 'routes', 'resources/views', 'public/index.php', 'server.php']
const NO_PAGES = /(^|\.)(components|partials?|layouts?|emails?|mails?|vendor|errors|includes?|livewire|pdfs?)\./

function templatesOf(host: FrameworkHost, { directories }: LaravelViews): string[] {
  return [...new Set(directories.flatMap((directory) => host.under(directory)))].filter((file) =>
    VIEW_EXTENSIONS.some((extension) => file.endsWith(extension)),
  )
}

/**
 * https://laravel.com/docs/12.x/vite, https://laravel.com/docs/8.x/mix,
 * https://laravel.com/docs/12.x/helpers#method-asset
 */
function assetHelpers(root: string): AssetHelper[] {
  const at =
    (...folders: readonly string[]) =>
    (path: string): string[] =>
      folders.map((folder) => join(root, folder === '' ? path : `${folder}/${path}`))
  return [
    { pattern: /@vite\s*\(((?:[^()]|\([^()]*\))*)\)/g, candidates: at('', 'public') },
    { pattern: /\bVite::asset\(([^()]*)\)/g, candidates: at('') },
    { pattern: /\bmix\(([^()]*)\)/g, candidates: at('resources', 'resources/assets', 'public') },
    {
      pattern: /\b(?:secure_asset|asset|url|secure_url|URL::asset|HTML::script|Html::script)\(([^()]*)\)/g,
      candidates: at('public', '', 'public_html'),
    },
  ]
}

/** `layouts.app` and `layouts/app.blade.php` → `app`. */
function lastPart(name: string): string {
  return baseNameOf(name).replace(/(\.blade)?\.php$/, '').replace(/^.*[.:]/, '')
}
