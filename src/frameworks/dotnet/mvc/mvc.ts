/**
 * ASP.NET MVC, of .NET and of the .NET Framework: controllers, their addresses, views and layouts.
 * https://learn.microsoft.com/aspnet/core/mvc/overview
 */
import { csharpFiles, withCodeEdges } from '../../reading/classes/code-edges.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes, uniqueLeaves } from '../../merged-routes.js'
import { codeValues, type CodeValues } from '../../reading/classes/constants.js'
import { annotationGuards } from '../../reading/classes/guards.js'
import { outlineOf } from '../../reading/classes/outline.js'
import { scriptEdges } from '../bundles.js'
import { createFileFinder, directoryAbove, dotnetProjects, type DotnetProject, type FileFinder } from '../projects.js'
import { createLayouts, findView, isPartOfViews, viewComponentEdges } from '../razor-views.js'
import { controllersIn, type Action, type Controller } from './actions.js'
import { addressesOf } from './addresses.js'
import { minimalRoutes } from './minimal.js'
import { resultOf, type ActionResult, type ViewResult } from './results.js'
import { defaultMap, routeMaps, type RouteMap } from './route-maps.js'
import { findActionView, viewFormats } from './views.js'

const EXTENSIONS = new Set(['cs', 'cshtml', 'vbhtml'])
const HINT = /\bController\b|Controller\s*[:<(]|ApiController|\bController\]|\.\s*Map(?:Get|Post|Put|Delete|Patch|Methods)\s*\(/

export const mvc: Framework = {
  name: 'aspnet-mvc',
  docs: 'https://learn.microsoft.com/aspnet/core/mvc/overview',
  applications(host, claimed) {
    const projects = dotnetProjects(host, EXTENSIONS, (path) => directoryAbove(path, new Set(['controllers', 'views', 'areas', 'app_start'])))
    const used = projects.map((project) => ({ ...project, code: project.files.filter((file) => /\.cs$/i.test(file) && HINT.test(host.text(file) ?? '')) }))
    if (used.every(({ code }) => code.length === 0)) return []
    const values = codeValues(host)
    const mapped = routeMaps(host, values, projects.flatMap(({ files }) => files.filter((file) => /\.cs$/i.test(file))))
    return withCodeEdges(host, used.flatMap((project) => application(host, values, project, mapped, claimed)), csharpFiles(host))
  },
}

interface Shown {
  controller: Controller
  action: Action
  result: ActionResult
  paths: { path: string; certainty: Certainty }[]
}

function application(
  host: FrameworkHost, values: CodeValues, { root, files, code }: DotnetProject & { code: string[] }, everywhere: readonly RouteMap[],
  claimed: ReadonlySet<string>,
): Application[] {
  const sources = files.filter((file) => /\.cs$/i.test(file))
  const views = files.filter((file) => /html$/i.test(file))
  const own = routeMaps(host, values, sources)
  const maps = own.length > 0 ? own : everywhere
  const base = pathBase(host, sources)
  const shown = code.flatMap((file) => controllersIn(values, file)).flatMap((controller) => controller.actions.map((action): Shown => ({
    controller, action, result: resultOf(values, action.method, action.scope, controller.found),
    paths: (isOfContent(controller) ? [{ path: '/*', certainty: 'possible' as const }]
      : action.isChild ? []
        : addressesOf(values, controller, action, maps.length > 0 ? maps : [defaultMap], maps.length > 0))
      .map(({ path, certainty }) => ({ path: base === '' ? path : `${base}${path === '/' ? '' : path}`, certainty })),
  })))
  const finder = createFileFinder(host, root)
  const lookUp = viewLookUp(host, finder, root, viewFormats(host, sources))
  const answered = shown.map((each) => ({ each, route: shownRoutes(each, lookUp).map((route) => guarded(values, each, route)) }))
  const known = new Set(answered.flatMap(({ route }) => route.flatMap(({ leaves = [] }) => leaves.map(({ file }) => file))))
  const orphans = views.filter((file) => /(?:^|\/)Views\//i.test(file) && !known.has(file) && !isPartOfViews(file) && !claimed.has(file))
  const routes = mergedRoutes([
    ...answered.flatMap(({ each, route }) => (each.result.isOpen ? route.map((declared) => withOrphans(declared, orphans)) : route)),
    ...minimalRoutes(host, values, sources, base),
  ])
  if (routes.length === 0) return []
  const isShown = known.size > 0
  return [{
    framework: 'aspnet-mvc', root, routes,
    owns: isShown ? views.filter((file) => /(?:^|\/)Views\//i.test(file)) : [],
    edges: [
      ...viewComponentEdges(host, views), ...scriptEdges(host, finder, root, views), ...childActionEdges(host, views, shown, lookUp),
      ...templateEdges(host, views),
    ],
  }]
}

type LookUp = (controller: Controller, action: Action, view: ViewResult) => { leaves: NonNullable<RouteDeclaration['leaves']>; shell: NonNullable<RouteDeclaration['shell']> }

function viewLookUp(host: FrameworkHost, finder: FileFinder, root: string, formats: readonly string[]): LookUp {
  const layouts = createLayouts(host, root, finder)
  return (controller, action, { name, isPartial, layout }) => {
    const found = findActionView(host, finder, root, formats, controller, name ?? action.name)
    const leaves = found.map(({ file, certainty }) => (certainty === 'exact' ? { file } : { file, certainty }))
    if (isPartial) return { leaves, shell: [] }
    const given = layout === null || found[0] === undefined ? null : findView(finder, root, found[0].file, layout)
    return { leaves, shell: given === null ? found.flatMap(({ file }) => layouts(file)) : [{ file: given }] }
  }
}

function shownRoutes({ controller, action, result, paths }: Shown, lookUp: LookUp): RouteDeclaration[] {
  const views = result.views.map((view) => lookUp(controller, action, view))
  const isPage = result.views.length > 0 || result.isMarkup || result.isOpen
  const kind = isPage ? 'page' : result.isRedirect && !controller.isApi ? 'redirect' : 'api'
  const { scope, method } = action
  return paths.map(({ path, certainty }) => ({
    path, certainty, kind, file: scope.file,
    leaves: uniqueLeaves(views.flatMap((view) => view.leaves)), shell: views.flatMap((view) => view.shell),
    places: [{ file: scope.file, start: method.start, end: method.end }, ...result.places.slice(1)],
  }))
}

/** https://learn.microsoft.com/aspnet/core/security/authorization/simple */
function guarded(values: CodeValues, { controller, action: { method, scope } }: Shown, route: RouteDeclaration): RouteDeclaration {
  const guards = annotationGuards(values, [
    { annotations: method.annotations, scope },
    ...values.lineage(controller.found).map((at) => (
      { annotations: outlineOf(values.host, at.file).classes[at.index]?.annotations ?? [], scope: { file: at.file, owner: at.index } })),
  ])
  return guards.length === 0 ? route : { ...route, guards }
}

function withOrphans(route: RouteDeclaration, orphans: readonly string[]): RouteDeclaration {
  return { ...route, leaves: uniqueLeaves([...(route.leaves ?? []), ...orphans.map((file) => ({ file, certainty: 'possible' as const }))]) }
}

/** `app.UsePathBase("/clinic")`. */
function pathBase(host: FrameworkHost, sources: readonly string[]): string {
  for (const file of sources) {
    const written = /\.UsePathBase\(\s*(?:new PathString\(\s*)?"([^"\n]*)"/.exec(host.text(file) ?? '')?.[1]
    if (written !== undefined) return `/${written.replace(/^\/+|\/+$/g, '')}`.replace(/^\/$/, '')
  }
  return ''
}

/**
 * Controllers of content: any address may show what they show.
 * https://docs.developers.optimizely.com/content-management-system/docs/content-templates
 */
const OF_CONTENT = /^(?:Page|Content|Block|PartialContent|PageTemplate|Widget|Section)Controller(?:Base)?$/

function isOfContent({ lineage }: Controller): boolean {
  return lineage.some(({ superclasses }) => superclasses.some((name) => OF_CONTENT.test(name)))
}

const CHILD = /\bHtml\.(?:Render)?Action\(\s*(?:"(\w+)"|nameof\(\s*(?:\w+\.)*(\w+)\s*\))(?:\s*,\s*"(\w+)")?/g

/** Actions that a view shows in itself, which the .NET Framework has. https://learn.microsoft.com/dotnet/api/system.web.mvc.html.childactionextensions */
function childActionEdges(host: FrameworkHost, views: readonly string[], shown: readonly Shown[], lookUp: LookUp): ReachEdge[] {
  return views.flatMap((file) => [...(host.text(file) ?? '').matchAll(CHILD)].flatMap((match) => {
    const action = (match[1] ?? match[2] as string).toLowerCase()
    const folder = /(?:^|\/)Views\/([^/]+)\/[^/]+$/i.exec(file)?.[1]
    const controller = (match[3] ?? folder ?? '').toLowerCase()
    const meant = shown.filter((each) => each.action.name.toLowerCase() === action && (each.controller.name.toLowerCase() === controller))
    return meant.flatMap((each) => each.result.views.flatMap((view) => lookUp(each.controller, each.action, view).leaves))
      .map((leaf): ReachEdge => ({
        from: { file, unit: null }, offset: match.index, kind: 'include', certainty: leaf.certainty ?? 'exact', to: { file: leaf.file, unit: null },
      }))
  }))
}

const TEMPLATED = /\bHtml\.(Editor|Display)(?:For(?:Model)?)?\(/g

/** Templates that are chosen by the type of a value. https://learn.microsoft.com/aspnet/core/mvc/views/display-templates */
function templateEdges(host: FrameworkHost, views: readonly string[]): ReachEdge[] {
  const templates = views.filter((file) => /(?:^|\/)(?:Editor|Display)Templates\//i.test(file))
  if (templates.length === 0) return []
  return views.flatMap((file) => [...(host.text(file) ?? '').matchAll(TEMPLATED)].flatMap((match) => templates
    .filter((to) => to !== file && to.toLowerCase().includes(`${(match[1] as string).toLowerCase()}templates/`))
    .map((to): ReachEdge => ({ from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'possible', to: { file: to, unit: null } }))))
}
