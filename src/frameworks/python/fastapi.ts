/** FastAPI and Starlette: https://fastapi.tiangolo.com/tutorial/bigger-applications/, https://www.starlette.io/routing/ */
import { HOLE } from '../../parse/hole.js'
import { weakest } from '../../certainty.js'
import type { Certainty, ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RoutePlace } from '../framework.js'
import { staticEdges, staticRoutes, type StaticFolder } from '../node/static-files.js'
import { calledName, named, pathOf, positional, type Call, type Expression } from '../reading/code/nodes.js'
import { callsIn } from '../reading/code/walk.js'
import { namedScriptEdges, sourcesOf } from '../script-names.js'
import { routePath } from '../paths.js'
import { AnswerReader } from './answers.js'
import { codeEdges } from './code-edges.js'
import { locationsOf } from './locations.js'
import { PythonCode, type Scope } from './reading/code.js'
import { pythonFiles } from './reading/modules.js'
import { textsOf } from './reading/texts.js'
import { RouterReader, type Prefix, type RouterDialect, type RouterUse } from './routers.js'
import { shownRoutes, type AnsweredRequest } from './shown-routes.js'
import { directoriesNamed, TemplateDirectories } from './templates.js'
import { ViewReader, type ViewAnswers } from './views.js'

export const fastApi: Framework = {
  name: 'fastapi',
  docs: 'https://fastapi.tiangolo.com/tutorial/bigger-applications/',
  applications(host, claimed) {
    const files = pythonFiles(host).filter((file) => USES.test(host.text(file) ?? ''))
    if (files.length === 0) return []
    const code = PythonCode.of(host)
    const reader = new RouterReader(code, files, dialect)
    return reader.routers.length === 0 ? [] : application(host, code, reader, files, claimed)
  },
}

const USES = /\b(?:fastapi|starlette|APIRouter|include_router|StaticFiles|Jinja2Templates)\b|@\w+\.(?:get|post|route|api_route)\(/

const dialect: RouterDialect = {
  makes(path) {
    if (/\b(FastAPI|Starlette)$/.test(path) && /^(fastapi|starlette)\b/.test(path)) return 'application'
    return /\b(APIRouter|Router)$/.test(path) && /^(fastapi|starlette)\b/.test(path) ? 'router' : null
  },
  prefixes: ['prefix', 'path'],
  mounts: /^(include_router|mount)$/,
  replacesPrefix: false,
  parameters: /^(app|application|server|api)$/,
}

const READS = /^(get|head|api_route|route|add_route|add_api_route)$/
const ANSWERS = /^(get|post|put|patch|delete|head|options|api_route|route|add_route|add_api_route)$/

function application(
  host: FrameworkHost, code: PythonCode, reader: RouterReader, files: readonly string[], claimed: ReadonlySet<string>,
): Application[] {
  const calls = files
    .flatMap((file) => callsIn(code.modules.statements(file)).map((call) => ({ call, scope: code.top(file) })))
  const configured = calls.filter(({ call }) => /^(Jinja2Templates|FileSystemLoader)$/.test(calledName(call)))
    .flatMap(({ call, scope }) => {
    const node = named(call.arguments, 'directory', 'searchpath') ?? positional(call)[0]
    return node ? locationsOf(code, { node, scope }) : []
  }).filter((directory) => host.under(directory).length > 0)
  const templates =
    new TemplateDirectories(host, [...new Set([...configured, ...directoriesNamed(host, '', ['templates'])])])
  const views = new ViewReader(code, new AnswerReader(code, (name) => templates.has(name)))
  const requests =
    [...reader.uses.flatMap((use) => requestsOf(code, reader, views, use)), ...tables(code, reader, views)]
  const folders = calls.flatMap(({ call, scope }) => staticFolder(code, call, scope))
  const pages = staticRoutes(host, folders.filter(({ isSite }) => isSite), claimed)
  const routes = [...shownRoutes(host, requests, templates), ...pages]
  const shows = routes.some(({ leaves = [] }) => leaves.length > 0)
  if (routes.length === 0) return []
  return [{
    framework: 'fastapi', root: '', routes,
    edges: [...staticEdges(host, folders, [...templates.all(), ...pages.map(({ file }) => file)]),
      ...helperEdges(host, folders, templates), ...codeEdges(code)],
    ...(shows ? { templateRoots: templates.directories, owns: [...templates.directories] } : {}),
  }]
}

function requestsOf(code: PythonCode, reader: RouterReader, views: ViewReader, use: RouterUse): AnsweredRequest[] {
  const { router, method, call, scope, decorated } = use
  if (!ANSWERS.test(method)) return []
  const isAdded = method.startsWith('add_')
  if (!isAdded && decorated?.kind !== 'function') return []
  const [first, second] = positional(call)
  const rule = first ?? named(call.arguments, 'path')
  const target = second ?? named(call.arguments, 'endpoint', 'route')
  if (!rule) return []
  const answers = decorated?.kind === 'function'
    ? views.declared(decorated.function, decorated.scope) : target ? views.read({ node: target, scope }) : null
  if (!answers) return []
  const declared = { file: scope.file, start: call.start, end: call.end }
  const type = named(call.arguments, 'response_class')
  if (type && /HTMLResponse$/.test(pathOf(type))) answers.gives.add('markup')
  return reader.prefixesOf(router)
    .flatMap((prefix) => request(code, prefix, use.certainty, rule, scope, answers, declared, READS.test(method)))
}

function request(
  code: PythonCode, prefix: Prefix, certainty: Certainty, rule: Expression, scope: Scope, answers: ViewAnswers, declared: RoutePlace, isRead: boolean,
): AnsweredRequest[] {
  const shows = answers.templates.length > 0 || answers.isOpen || answers.gives.has('markup')
    || answers.gives.has('file')
  return textsOf(code, { node: rule, scope }).map((path) => ({
    path: starlettePath(`${prefix.path}/${path}`), declared, answers, isKnown: answers.isKnown, otherwise: 'api',
    kind: shows ? null : isRead && answers.gives.has('redirect') ? 'redirect' : 'api',
    certainty: weakest(weakest(prefix.certainty, certainty), path.includes(HOLE) ? 'possible' : 'exact'),
  }))
}

/** `{id:int}` → `:id`, `{rest:path}` → `*`. https://www.starlette.io/routing/#path-parameters */
function starlettePath(path: string): string {
  return path.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, type: string | undefined) =>
    (type === 'path' ? '*' : `:${name}`)).replaceAll(HOLE, ':value')
}

// Tables of Starlette ------------------------------------------------------------------------------------------------------

/** `Starlette(routes=[Route("/", home), Mount("/portal", routes=[…])])`. */
function tables(code: PythonCode, reader: RouterReader, views: ViewReader): AnsweredRequest[] {
  return reader.routers.flatMap(({ call, scope, isApplication }) => {
    const routes = named(call.arguments, 'routes')
    return routes && isApplication ? table(code, views, routes, scope, '', 0) : []
  })
}

function table(
  code: PythonCode, views: ViewReader, routes: Expression, scope: Scope, prefix: string, depth: number,
): AnsweredRequest[] {
  if (depth > 8) return []
  return code.items({ node: routes, scope }).flatMap(({ node, scope: at }) => {
    if (node.kind !== 'call') return []
    const [first, second] = positional(node)
    const rule = first ?? named(node.arguments, 'path')
    if (!rule) return []
    const path = textsOf(code, { node: rule, scope: at })[0] ?? HOLE
    const name = calledName(node)
    if (name === 'Route') {
      const endpoint = second ?? named(node.arguments, 'endpoint')
      if (!endpoint) return []
      const answers = views.read({ node: endpoint, scope: at })
      return request(code, { path: prefix, certainty: 'exact', application: null }, 'exact', rule, at, answers,
        { file: at.file, start: node.start, end: node.end }, true)
    }
    const inner = name === 'Mount'
      ? named(node.arguments, 'routes') ?? innerRoutes(code, second ?? named(node.arguments, 'app'), at) : undefined
    return inner ? table(code, views, inner, at, `${prefix}/${path}`, depth + 1) : []
  })
}

/** `Mount("/x", app=Router([…]))`. */
function innerRoutes(code: PythonCode, app: Expression | undefined, scope: Scope): Expression | undefined {
  if (!app) return undefined
  const [found] = app.kind === 'call'
    ? [{ kind: 'value' as const, value: { node: app, scope } }] : code.find({ node: app, scope })
  if (found?.kind !== 'value' || found.value.node.kind !== 'call') return undefined
  return named(found.value.node.arguments, 'routes') ?? (calledName(found.value.node) === 'Router'
    ? positional(found.value.node)[0] : undefined)
}

// Static files ------------------------------------------------------------------------------------------------------------

type MountedFolder = StaticFolder & { isSite: boolean; name: string }

/** `app.mount("/static", StaticFiles(directory="static", html=True), name="static")`. https://www.starlette.io/staticfiles/ */
function staticFolder(code: PythonCode, call: Call, scope: Scope): MountedFolder[] {
  if (!/^(mount|Mount)$/.test(calledName(call))) return []
  const [first, second] = positional(call)
  const app = second ?? named(call.arguments, 'app')
  const rule = first ?? named(call.arguments, 'path')
  if (app?.kind !== 'call' || calledName(app) !== 'StaticFiles' || !rule) return []
  const directory = named(app.arguments, 'directory') ?? positional(app)[0]
  const html = named(app.arguments, 'html')
  const path = textsOf(code, { node: rule, scope })[0] ?? HOLE
  const name = named(call.arguments, 'name')
  return (directory ? locationsOf(code, { node: directory, scope }) : []).map((found) => ({
    prefix: path === '/' || path.includes(HOLE) ? '' : routePath(path), directory: found, file: scope.file,
    isSite: html?.kind === 'constant' && html.value === true, name: name?.kind === 'text' ? name.text : '',
  }))
}

const STATIC = /url_for\(\s*["'](?:\w+)["']\s*,\s*(?:path|filename)\s*=\s*["']\/?([^"']+\.[cm]?[jt]sx?)["']/g

function helperEdges(
  host: FrameworkHost, folders: readonly MountedFolder[], templates: TemplateDirectories,
): ReachEdge[] {
  return namedScriptEdges(host, templates.all(), STATIC, (name) => {
    const found = folders.map(({ directory }) => `${directory}/${name}`).find((path) => host.has(path))
    return found === undefined ? sourcesOf(host, '', name) : [found]
  })
}
