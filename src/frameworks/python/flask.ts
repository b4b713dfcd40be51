/**
 * Flask, and Quart, which is written the same way: https://flask.palletsprojects.com/en/stable/quickstart/#routing,
 * https://flask.palletsprojects.com/en/stable/blueprints/
 */
import { HOLE } from '../../parse/hole.js'
import { weakest } from '../../certainty.js'
import { directoryOf, joinPath } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RoutePlace } from '../framework.js'
import { calledName, named, positional, type Expression } from '../reading/code/nodes.js'
import { callsIn } from '../reading/code/walk.js'
import { namedScriptEdges, sourcesOf } from '../script-names.js'
import { AnswerReader, noAnswers } from './answers.js'
import { codeEdges } from './code-edges.js'
import { ViewReader } from './views.js'
import { locationsOf } from './locations.js'
import { PythonCode, type Value } from './reading/code.js'
import { pythonFiles } from './reading/modules.js'
import { textsOf } from './reading/texts.js'
import { RouterReader, type Router, type RouterDialect, type RouterUse } from './routers.js'
import { shownRoutes, type AnsweredRequest } from './shown-routes.js'
import { directoriesNamed, TemplateDirectories } from './templates.js'

export const flask: Framework = {
  name: 'flask',
  docs: 'https://flask.palletsprojects.com/en/stable/quickstart/#routing',
  applications(host) {
    const files = pythonFiles(host).filter((file) => USES.test(host.text(file) ?? ''))
    if (files.length === 0) return []
    const code = PythonCode.of(host)
    const reader = new RouterReader(code, files, dialect)
    return reader.routers.length === 0 ? [] : applications(host, code, reader, files)
  },
}

/** Files that may say something about routes. */
const USES = /\b(?:flask|quart|Blueprint|register_blueprint|add_url_rule|add_resource)\b|@\w+\.(?:route|get|post)\(/

const dialect: RouterDialect = {
  makes(path) {
    if (/^(flask|quart)\.(Flask|Quart)$|^(apiflask|flask_openapi3)\.(APIFlask|OpenAPI)$/.test(path)) {
      return 'application'
    }
    return /\b(Blueprint|APIBlueprint)$/.test(path) && /flask|quart/i.test(path) ? 'router' : null
  },
  prefixes: ['url_prefix'],
  mounts: /^register_(blueprint|api)$/,
  replacesPrefix: true,
  parameters: /^(app|application|server|current_app|flask_app)$/,
}

const ANSWERS = /^(route|get|post|put|patch|delete|add_url_rule)$/
const AROUND = /^(after_request|before_request|context_processor|app_context_processor|teardown_request|after_app_request)$/

function applications(
  host: FrameworkHost, code: PythonCode, reader: RouterReader, files: readonly string[],
): Application[] {
  const byApplication = new Map<Router | null, AnsweredRequest[]>()
  const directories = folders(host, code, reader, 'template_folder', 'templates')
  const templates =
    new TemplateDirectories(host,
      [...new Set([...directories.values()].flat().concat(directoriesNamed(host, '', ['templates'])))])
  const views = new ViewReader(code, new AnswerReader(code, (name) => templates.has(name)))
  for (const use of reader.uses) {
    for (const { application, request } of requestsOf(code, reader, views, use)) {
      const list = byApplication.get(application)
      if (list) list.push(request)
      else byApplication.set(application, [request])
    }
  }
  const [first] = reader.routers.filter(({ isApplication }) => isApplication)
  const data = resources(code, files)
  if (data.length > 0) byApplication.set(first ?? null, [...byApplication.get(first ?? null) ?? [], ...data])
  return [...byApplication].map(([application, requests]): Application => {
    const own = application ? directories.get(application) ?? [] : []
    const blueprints = reader.routers.filter(({ isApplication }) => !isApplication)
      .flatMap((router) => directories.get(router) ?? [])
    const all = new TemplateDirectories(host,
      [...new Set([...own, ...blueprints, ...templates.directories
        .filter((directory) => own.length === 0 || sharesRoot(directory, own[0] as string))])])
    const around = placesAround(host, reader, application)
    const routes = shownRoutes(host, requests, all)
    for (const route of routes) if (route.kind === 'page') route.places = [...route.places ?? [], ...around]
    const shows = routes.some(({ leaves = [] }) => leaves.length > 0)
    return {
      framework: 'flask', root: application ? directoryOf(application.scope.file) : '', routes,
      edges: [...staticEdges(host, code, reader, all), ...codeEdges(code)],
      ...(shows ? { templateRoots: all.directories, owns: [...all.directories] } : {}),
    }
  })
}

/** Directories next to the modules that make applications and blueprints. */
function folders(
  host: FrameworkHost, code: PythonCode, reader: RouterReader, argument: string, otherwise: string,
): Map<Router, string[]> {
  return new Map(reader.routers.map((router) => {
    const { call, scope, isApplication } = router
    const given = named(call.arguments, argument)
    const beside = directoryOf(scope.file)
    const names = given
      ? textsOf(code, { node: given, scope }).filter((text) => !text.includes(HOLE)) : isApplication ? [otherwise] : []
    const found = [...names
      .map((name) => joinPath(beside, name)), ...(given ? locationsOf(code, { node: given, scope }) : [])]
    return [router, [...new Set(found)]
      .filter((directory) => directory !== null && host.under(directory).length > 0) as string[]]
  }))
}

/** False for the templates of another application of the tree. */
function sharesRoot(directory: string, own: string): boolean {
  const root = directoryOf(own)
  return root === '' || directory.startsWith(`${root}/`) || directoryOf(root) === ''
    || directory.startsWith(`${directoryOf(root)}/`)
}

function requestsOf(
  code: PythonCode, reader: RouterReader, views: ViewReader, use: RouterUse,
): { application: Router | null; request: AnsweredRequest }[] {
  const { router, method, call, scope, decorated } = use
  if (!ANSWERS.test(method)) return []
  if (method !== 'add_url_rule' && !decorated) return []
  const [first, , third] = positional(call)
  const rule = first ?? named(call.arguments, 'rule')
  if (!rule) return []
  const target = decorated ? null : named(call.arguments, 'view_func') ?? third
  const answers = decorated
    ? decoratedAnswers(code, views, decorated)
      : target ? views.read({ node: target, scope }) : { ...noAnswers(), kind: null, isKnown: false }
  const isData = decorated?.kind === 'class'
  const declared: RoutePlace = { file: scope.file, start: call.start, end: call.end }
  return reader.prefixesOf(router).flatMap((prefix) => textsOf(code, { node: rule, scope }).map((path) => ({
    application: prefix.application,
    request: {
      path: flaskPath(`${prefix.path}/${path}`), declared, answers, kind: isData
        ? 'api' : answers.kind, isKnown: answers.isKnown, otherwise: 'page',
      certainty: weakest(weakest(prefix.certainty, use.certainty), path.includes(HOLE) ? 'possible' : 'exact'),
    },
  })))
}

/** `<int:id>` → `:id`, `<path:rest>` → `*`. https://flask.palletsprojects.com/en/stable/api/#url-route-registrations */
function flaskPath(path: string): string {
  return path.replace(/<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>/g, (_, type: string | undefined, name: string) =>
    (type === 'path' ? '*' : `:${name}`)).replaceAll(HOLE, ':value')
}

function decoratedAnswers(
  code: PythonCode, views: ViewReader, decorated: NonNullable<RouterUse['decorated']>,
): ReturnType<ViewReader['read']> {
  const node: Expression = decorated.kind === 'function'
    ? { kind: 'function', function: decorated.function, start: decorated.function.start, end: decorated.function.end }
    : { kind: 'name', name: decorated.class.name, start: decorated.class.start, end: decorated.class.end }
  const scope = decorated.kind === 'function' ? { ...decorated.scope, function: null } : code.top(decorated.scope.file)
  const value: Value = { node, scope }
  return decorated.kind === 'function' ? views.declared(decorated.function, decorated.scope) : views.read(value)
}

/** Code that runs with every page: `@app.after_request`, `@app.context_processor`. */
function placesAround(host: FrameworkHost, reader: RouterReader, application: Router | null): RoutePlace[] {
  return reader.around(AROUND, application).filter(({ file, start, end }) => (
    /<script|<img|<iframe|https?:\/\//i.test((host.text(file) ?? '').slice(start, end))))
      .map((place) => ({ ...place, certainty: 'likely' as const }))
}

/** `api.add_resource(Visits, "/visits")`. https://flask-restful.readthedocs.io/en/latest/quickstart.html */
function resources(code: PythonCode, files: readonly string[]): AnsweredRequest[] {
  return files.flatMap((file) => callsIn(code.modules.statements(file))
    .filter((call) => calledName(call) === 'add_resource').flatMap((call) => (
    positional(call).slice(1).flatMap((node) => textsOf(code, { node, scope: code.top(file) }))
      .map((path): AnsweredRequest => ({
      path: flaskPath(path), certainty: 'likely', declared: { file, start: call.start,
        end: call.end }, answers: noAnswers(), kind: 'api',
      isKnown: true, otherwise: 'api',
    })))))
}

const STATIC = /url_for\(\s*["']([\w.]*static)["']\s*,\s*(?:filename|path)\s*=\s*["']\/?([^"']+\.[cm]?[jt]sx?)["']/g

function staticEdges(
  host: FrameworkHost, code: PythonCode, reader: RouterReader, templates: TemplateDirectories,
): ReachEdge[] {
  const directories = [...new Set([...folders(host, code, reader, 'static_folder', 'static').values()].flat())]
  const root = ''
  return namedScriptEdges(host, templates.all(), STATIC, (name) => {
    if (!/\.\w+$/.test(name) || name.endsWith('static')) return []
    const found = directories.map((directory) => `${directory}/${name}`).find((path) => host.has(path))
    return found === undefined ? sourcesOf(host, root, name) : [found]
  })
}
