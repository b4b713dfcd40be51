/** Symfony: https://symfony.com/doc/current/routing.html, https://symfony.com/doc/current/templates.html */
import { directoryOf } from '../../../paths.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration, RouteGuard } from '../../framework.js'
import { join } from '../../paths.js'
import { answeredRoute } from '../code/answers.js'
import { packagesOf } from '../code/composer.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import { phpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { createActionReader } from './actions.js'
import { scriptEdges } from './assets.js'
import { classRoutes, symfonyPath, type Prefix, type SymfonyRoute } from './attributes.js'
import { configuredRoutes, type ConfiguredRoutes, type ImportedControllers } from './configuration.js'
import { accessRules, guardsOfAction } from './security.js'
import { twigTemplates, type TwigTemplates } from './templates.js'
import { responseListeners, twigEdges } from './twig-edges.js'

export const symfony: Framework = {
  name: 'symfony',
  docs: 'https://symfony.com/doc/current/routing.html',
  applications: (host) => roots(host).flatMap((root) => application(host, root)),
}

function roots(host: FrameworkHost): string[] {
  const found = host.named('composer.json').map(directoryOf).filter((root) => {
    const packages = packagesOf(host, root)
    return packages.has('symfony/framework-bundle') || packages.has('symfony/symfony')
  })
  const byKernel = [
    ...host.named('bundles.php').map((file) => directoryOf(directoryOf(file))),
    ...host.named('AppKernel.php').map((file) => directoryOf(directoryOf(file))),
  ].filter((root) => host.has(join(root, 'config/bundles.php')) || host.has(join(root, 'app/AppKernel.php')))
  return [...new Set([...found, ...byKernel])].filter((root) => !/(^|\/)(vendor|node_modules)(\/|$)/.test(root)).sort()
}

function application(host: FrameworkHost, root: string): Application[] {
  const values = phpValues(host)
  const templates = twigTemplates(host, root)
  const configured = configuredRoutes(values, root)
  const controllers = controllerClasses(host, root, configured)
  const written = [
    ...configured.routes,
    ...controllers.flatMap(({ of, prefixes }) => classRoutes(values, of, prefixes)),
  ]
  const read = createActionReader(values, templates)
  const open = new Set<string>()
  const rules = accessRules(host, root)
  const declared = [
    ...written.map((route) => guarded(declaration(route, read, open), [...rules(route.path), ...guardsOfAction(values, route)])),
    ...configured.bundles.flatMap((bundle) => accountRoutes(bundle, templates)),
    ...controllers.flatMap(({ of, prefixes }) => dashboardRoutes(host, of, written, templates, prefixes)),
  ]
  if (declared.length === 0) return []
  const files = templates.directories
    .flatMap((directory) => host.under(directory))
    .filter((file) => /\.(twig|php|html)$/.test(file))
  return [
    {
      framework: 'symfony',
      root,
      routes: withOpenViews(mergedRoutes(declared), open, files, host),
      injections: responseListeners(host, root).map((file) => ({ file, scope: 'all', certainty: 'exact' })),
      edges: [...twigEdges(values, root, templates, files, written, read), ...scriptEdges(host, root, files)],
      templateRoots: templates.directories,
      owns: [
        ...templates.directories,
        join(root, 'public/index.php'),
        join(root, 'web/app.php'),
        join(root, 'src/Controller'),
      ],
    },
  ]
}

function guarded(route: RouteDeclaration, guards: readonly RouteGuard[]): RouteDeclaration {
  return guards.length === 0 ? route : { ...route, guards }
}

/** `open` gets the addresses of pages of which nothing is known. */
function declaration(
  route: SymfonyRoute,
  read: ReturnType<typeof createActionReader>,
  open: Set<string>,
): RouteDeclaration {
  const answer = read(route.action, route.isRead)
  if (answer.isOpen) open.add(route.path)
  const found = answeredRoute(route.path, answer, route.isRead, route.declared)
  const isGuess = found.kind === 'page' && answer.leaves.length === 0 && answer.places.length === 0
  return {
    ...found,
    names: route.name === null ? [] : [route.name],
    ...(isGuess ? { certainty: 'likely' as const } : {}),
  }
}

/** Classes whose attributes are routes, with what their imports put in front. */
function controllerClasses(
  host: FrameworkHost,
  root: string,
  { controllers }: ConfiguredRoutes,
): { of: PhpClass; prefixes: Prefix[] }[] {
  const imported: ImportedControllers[] =
    controllers.length > 0 ? controllers : [{ place: join(root, 'src'), path: '', name: '' }]
  const byFile = new Map<string, Prefix[]>()
  for (const { place, path, name } of imported) {
    for (const file of host.has(place) ? [place] : host.under(place)) {
      if (!file.endsWith('.php') || !host.isProduct(file) || !/\bRoute\b|@(Get|Post)\(/.test(host.text(file) ?? ''))
        continue
      const list = byFile.get(file) ?? []
      byFile.set(file, list.some((known) => known.path === path) ? list : [...list, { path, name }])
    }
  }
  return [...byFile].flatMap(([file, prefixes]) =>
    phpClasses(host)
      .inFile(file)
      .map((of) => ({ of, prefixes })),
  )
}

/** Pages of FOSUserBundle: https://symfony.com/bundles/FOSUserBundle/current/overriding_templates.html */
const ACCOUNTS: readonly [path: string, template: string][] = [
  ['/login', 'Security/login'],
  ['/register', 'Registration/register'],
  ['/register/check-email', 'Registration/check_email'],
  ['/resetting/request', 'Resetting/request'],
  ['/resetting/reset/{token}', 'Resetting/reset'],
  ['/profile', 'Profile/show'],
  ['/profile/edit', 'Profile/edit'],
  ['/profile/change-password', 'ChangePassword/change_password'],
]

function accountRoutes(
  { name, path: prefix, file }: ConfiguredRoutes['bundles'][number],
  templates: TwigTemplates,
): RouteDeclaration[] {
  if (name !== 'FOSUserBundle') return []
  const shell = templates.files('@FOSUser/layout.html.twig').map(({ file: layout }) => ({ file: layout }))
  return ACCOUNTS.map(([path, template]) => ({
    path: symfonyPath(`${prefix}/${path}`),
    kind: 'page',
    certainty: 'likely',
    file,
    leaves: templates.files(`@FOSUser/${template}.html.twig`),
    shell,
  }))
}

/**
 * A dashboard of EasyAdmin or Sonata has pages that its package makes.
 * https://symfony.com/bundles/EasyAdminBundle/current/dashboards.html
 */
function dashboardRoutes(
  host: FrameworkHost,
  of: PhpClass,
  written: readonly SymfonyRoute[],
  templates: TwigTemplates,
  prefixes: readonly Prefix[],
): RouteDeclaration[] {
  const classes = phpClasses(host)
  if (!classes.superclassNames(of).some((name) => name.endsWith('AbstractDashboardController'))) return []
  const annotation = of.outline.declarations[of.index]?.annotations.find(({ name }) => name === 'AdminDashboard')
  const node = annotation?.arguments.find(({ name }) => name === 'routePath')?.value
  const own = node?.kind === 'string' ? prefixes.map(({ path }) => symfonyPath(`${path}/${node.text}`)) : []
  const paths = [
    ...new Set([
      ...own,
      ...written
        .filter(({ action }) => action.kind === 'method' && action.of.file === of.file)
        .map(({ path }) => path),
    ]),
  ]
  const layout = templates
    .files('@EasyAdmin/layout.html.twig')
    .map(({ file }) => ({ file, certainty: 'likely' as const }))
  const page = (path: string, certainty: 'exact' | 'possible'): RouteDeclaration => ({
    path,
    kind: 'page',
    certainty,
    file: of.file,
    leaves: layout,
  })
  return paths.flatMap((path) => [
    ...(own.includes(path) ? [page(path, 'exact')] : []),
    page(symfonyPath(`${path}/*`), 'possible'),
  ])
}

/** A page of which nothing is known may show any template that no other page does. */
function withOpenViews(
  routes: RouteDeclaration[], open: ReadonlySet<string>, files: readonly string[], host: FrameworkHost,
): RouteDeclaration[] {
  const isOpen = ({ path, kind, leaves = [] }: RouteDeclaration): boolean =>
    kind === 'page' && open.has(path) && leaves.length === 0
  if (!routes.some(isOpen)) return routes
  const used = new Set(routes.flatMap(({ leaves = [] }) => leaves.map(({ file }) => file)))
  const free = files.filter(
    (file) =>
      !used.has(file) && !NO_PAGES.test(file) && host.facts(file).references.some(({ kind }) => kind === 'extends'),
  )
  return routes.map((route) =>
    isOpen(route) ? { ...route, leaves: free.map((file) => ({ file, certainty: 'possible' as const })) } : route,
  )
}

const NO_PAGES = /(^|\/)(bundles|components|emails?|mail|layouts?|partials?|form|_[^/]*)(\/|$)|\/_|base\.|layout\./i
