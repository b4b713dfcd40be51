/** Grails: URL mappings, controllers, GSP views with their layouts. https://docs.grails.org/latest/guide/theWebLayer.html */
import { HOLE } from '../../../parse/hole.js'
import type { ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes, uniqueLeaves } from '../../merged-routes.js'
import { join, routePath } from '../../paths.js'
import { codeValues } from '../../reading/classes/constants.js'
import { propertyFiles, readProperties } from '../properties.js'
import { assetEdges, tagEdges } from './assets.js'
import { grailsControllers, type GrailsAction, type GrailsController } from './controllers.js'
import { createGspViews, type GspViews } from './gsp-views.js'
import { urlMappings, type UrlMapping } from './url-mappings.js'

export const grails: Framework = {
  name: 'grails',
  docs: 'https://docs.grails.org/latest/guide/theWebLayer.html',
  applications(host) {
    const roots = new Set(host.under('').flatMap((file) => /^(.*?)\/?grails-app\/(?:controllers|views)\//.exec(file)?.[1] ?? []))
    return [...roots].sort().flatMap((root) => application(host, root))
  },
}

function application(host: FrameworkHost, root: string): Application[] {
  const values = codeValues(host)
  const own = host.under(join(root, 'grails-app')).filter((file) => host.isProduct(file))
  const controllers = own.filter((file) => /\/controllers\/.*Controller\.groovy$/.test(file)).flatMap((file) => grailsControllers(host, values, file))
  const mappings = own.filter((file) => /UrlMappings\.groovy$/.test(file)).flatMap((file) => urlMappings(host, values, file))
  const properties = readProperties(host, propertyFiles(host.under(join(root, 'grails-app/conf'))))
  const context = properties.get('server.servlet.context-path', 'server.contextPath', 'grails.app.context') ?? ''
  const views = createGspViews(host, root, properties.get('grails.sitemesh.default.layout') ?? 'application')
  const routes = mergedRoutes((mappings.length > 0 ? mappings : [DEFAULT]).flatMap((mapping) => mappedRoutes(mapping, controllers, views)))
    .map((route) => ({ ...route, path: routePath(context, route.path) }))
  if (routes.length === 0) return []
  const pages = own.filter((file) => /\.gsp$/.test(file))
  return [{
    framework: 'grails', root, routes, owns: [join(root, 'grails-app/views')],
    edges: [
      ...assetEdges(host, root, pages), ...tagEdges(host, root, pages, (from, name) => views.template(from, name)),
      ...includeEdges(host, pages, controllers, views),
    ],
  }]
}

/** What a new project begins with. */
const DEFAULT: UrlMapping = {
  path: '/$controller/$action?/$id?', controller: null, actions: [], view: null, redirect: false, resources: null, place: { file: '', start: 0, end: 0 },
  allows: () => true,
}

/** What the plural of a resource answers. https://docs.grails.org/latest/guide/theWebLayer.html#restfulMappings */
const MANY: [path: string, actions: string[]][] = [['', ['index', 'save']], ['/create', ['create']], ['/:id', ['show', 'update', 'patch', 'delete']], ['/:id/edit', ['edit']]]
const ONE: [path: string, actions: string[]][] = [['', ['show', 'save', 'update', 'patch', 'delete']], ['/create', ['create']], ['/edit', ['edit']]]

function mappedRoutes(mapping: UrlMapping, controllers: readonly GrailsController[], views: GspViews): RouteDeclaration[] {
  const { path, place, view } = mapping
  if (view !== null) {
    const found = views.view(null, view)
    return [{
      path: canonical(path), kind: 'page', certainty: 'exact', file: place.file, places: [place],
      leaves: found.leaves, shell: found.leaves.flatMap(({ file }) => views.shell(file, null, null, null)),
    }]
  }
  if (mapping.redirect) return [{ path: canonical(path), kind: 'redirect', certainty: 'exact', file: place.file, leaves: [], places: [place] }]
  const meant = controllers.filter(({ name }) => (mapping.controller === null ? mapping.allows('controller', name) : name === mapping.controller))
  if (mapping.controller === null && !/\$controller\b/.test(path)) return []
  if (mapping.resources !== null) {
    return meant.flatMap((controller) => (mapping.resources === 'many' ? MANY : ONE).flatMap(([end, names]) => {
      const actions = controller.actions.filter(({ name }) => names.includes(name))
      return actions.map((action) => routeOf(`${canonical(path)}${end}`, mapping, controller, action, controllers, views))
    }))
  }
  return meant.flatMap((controller) => actionsOf(mapping, controller).map((action) =>
    routeOf(canonical(filled(path, controller, action)), mapping, controller, action, controllers, views)))
}

function actionsOf({ path, actions, allows }: UrlMapping, controller: GrailsController): GrailsAction[] {
  if (/\$action\b/.test(path)) return controller.actions.filter(({ name }) => allows('action', name))
  const names = actions.length > 0 ? actions : [controller.defaultAction]
  return controller.actions.filter(({ name }) => names.includes(name))
}

/** The mapping's path for one action: its default is left out where it may be, and so is an identifier it does not ask for. */
function filled(path: string, { name, defaultAction }: GrailsController, action: GrailsAction): string {
  const withId = action.takesId ? path : path.replace(/\/\$id(?:\*\*)?\?/, '')
  const isLast = !/\$action\??\/./.test(withId)
  const short = action.name === defaultAction && isLast
  return withId.replace(/\$controller\??/, name).replace(/\/?\$action(\?)?/, (whole, optional: string | undefined) => {
    const slash = whole.startsWith('/') ? '/' : ''
    return short && optional !== undefined ? '' : `${slash}${action.name}`
  })
}

/** `$id` → `:id`, `$id?` → `:id?`, `$path**` → `*`. */
function canonical(path: string): string {
  return routePath(...path.replace(/\(\*\*\)|\$\w+\*\*\??|\*\*/g, '*').replace(/\(\*\)/g, ':any').replace(/\$(\w+)/g, ':$1').split('/'))
}

function routeOf(
  path: string, { place }: UrlMapping, controller: GrailsController, action: GrailsAction, controllers: readonly GrailsController[], views: GspViews,
): RouteDeclaration {
  const { leaves, shell } = shownBy(controller, action, controllers, views, 0)
  const isPage = leaves.length > 0 || action.views.length > 0 || action.templates.length > 0
  const { file } = action.places[0] ?? place
  return {
    path, kind: isPage ? 'page' : action.isRedirect ? 'redirect' : 'api', certainty: 'exact', file, leaves, shell,
    places: action.places,
  }
}

type Shown = Required<Pick<RouteDeclaration, 'leaves' | 'shell'>>

/** Views by name; the one of the action's own name, if there is one, unless it surely shows another. */
function shownBy(controller: GrailsController, action: GrailsAction, controllers: readonly GrailsController[], views: GspViews, depth: number): Shown {
  const folder = controller.namespace === null ? controller.name : `${controller.namespace}/${controller.name}`
  const found = action.views.filter((name) => name !== HOLE).map((name) => views.view(folder, name).leaves)
  const named = found.flat()
  const missing = found.some((leaves) => leaves.length === 0) ? views.anyLayout() : []
  const templates = action.templates.flatMap((name) => views.templatesNamed(folder, name))
  const own = [views.view(folder, action.name), views.view(controller.name, action.name)].find((found) => found.leaves.length > 0)?.leaves ?? []
  const isSure = action.isPlain || (named.length + templates.length === 0 && !action.isRedirect)
  const leaves = [...named, ...own.map((leaf) => (isSure ? leaf : { ...leaf, certainty: 'likely' as const }))]
  const shell = leaves.flatMap(({ file }) => views.shell(file, controller, action.name, action.layout))
  const forwarded = depth > 3 ? [] : action.forwards.flatMap(({ controller: other, action: name }) => {
    const target = other === '' ? controller : controllers.find((each) => each.name === other)
    const next = target?.actions.find((each) => each.name === name)
    return target && next ? [shownBy(target, next, controllers, views, depth + 1)] : []
  })
  return {
    leaves: uniqueLeaves([...leaves, ...templates, ...forwarded.flatMap((each) => each.leaves)]),
    shell: [...shell, ...missing, ...forwarded.flatMap((each) => each.shell)],
  }
}

const INCLUDE = /<g:include\b([^>]*)>/g

/** Actions that a page includes. */
function includeEdges(host: FrameworkHost, pages: readonly string[], controllers: readonly GrailsController[], views: GspViews): ReachEdge[] {
  return pages.flatMap((file) => [...(host.text(file) ?? '').matchAll(INCLUDE)].flatMap((match) => {
    const value = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*["']([\\w/.-]+)["']`).exec(match[1] as string)?.[1]
    const folder = /\/views\/([^/]+)\//.exec(file)?.[1]
    const controller = controllers.find(({ name }) => name === (value('controller') ?? folder))
    const action = controller?.actions.find(({ name }) => name === (value('action') ?? controller.defaultAction))
    const view = value('view')
    const leaves = view === undefined ? (controller && action ? shownBy(controller, action, controllers, views, 0).leaves : [])
      : views.view(value('controller') ?? folder ?? null, view).leaves
    return leaves.map((leaf): ReachEdge => ({
      from: { file, unit: null }, offset: match.index, kind: 'include', certainty: leaf.certainty ?? 'exact', to: { file: leaf.file, unit: null },
    }))
  }))
}
