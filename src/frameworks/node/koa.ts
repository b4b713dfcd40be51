/**
 * Koa with @koa/router (or koa-router), and what shows views and folders: https://github.com/koajs/router,
 * https://github.com/koajs/ejs, https://github.com/queckezz/koa-views, https://github.com/koajs/static
 */
import type { Application, Framework, FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { mergedRoutes } from '../merged-routes.js'
import { answeredRoute, type AnsweredRequest } from './answered-routes.js'
import { expressPath } from './express-path.js'
import { writtenLocations } from './locations.js'
import { importedFrom } from './packages.js'
import { pathTexts, routerCalls, type CallValue, type Dialect, type RouterCall } from './routers.js'
import { serverPackages } from './servers.js'
import { staticEdges, staticRoutes, type StaticFolder } from './static-files.js'
import { templatesIn, type ViewSettings } from './views.js'

const HINTS = /['"](?:koa|@koa\/[\w-]+|koa-[\w-]+)['"]|\b(?:\w*[rR]outer)\s*\.\s*(?:get|post|put|patch|delete|del|all|use)\s*\(/
const ROUTERS = /^(@koa\/router|koa-router|koa-better-router|koa-joi-router)$/
const ANSWERS = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'head', 'options'])

export const koa: Framework = {
  name: 'koa',
  docs: 'https://github.com/koajs/router/blob/master/README.md',
  applications(host, claimed) {
    return serverPackages(host, ['koa'], HINTS).flatMap(({ root, files }) => {
      const reader = new ScriptReader(host)
      return application(host, reader, root, files, routerCalls(reader, files, dialect), claimed)
    })
  },
}

const dialect: Dialect = {
  creates(reader, at, call) {
    const from = importedFrom(reader, at, call.callee)
    if (from === null) return null
    if (ROUTERS.test(from.source)) return 'router'
    return from.source === 'koa' ? 'application' : null
  },
  prefixOf: (reader, at, call) => optionTexts(reader, at, call, 'prefix'),
  mounts: new Set(['use']),
  parameters: /^(app|server|router|application)$/,
}

/** `new Router({ prefix: '/portal' })`. */
function optionTexts(reader: ScriptReader, at: ScriptValue, call: CallValue, name: string): string[] {
  const [first] = call.arguments
  const values = first === undefined ? [] : reader.property(reader.beside(at, first), name)
  const paths = values.flatMap((value) => pathTexts(reader, value))
  return paths.length > 0 ? paths : ['']
}

function application(
  host: FrameworkHost, reader: ScriptReader, root: string, files: readonly string[], calls: readonly RouterCall[],
  claimed: ReadonlySet<string>,
): Application[] {
  const { views, folders } = settingsOf(host, reader, root, files)
  const settings = { root, views, fileDirectories: folders.map(({ directory }) => directory) }
  const routes = calls.filter(({ method }) => ANSWERS.has(method)).flatMap((call) =>
    requestsOf(reader, call).flatMap((request) => answeredRoute(host, reader, settings, request) ?? []))
  const found = mergedRoutes([...routes, ...staticRoutes(host, folders, claimed)])
  if (found.length === 0) return []
  const templates = templatesIn(host, views)
  const shown = found.some(({ leaves = [] }) => leaves.some(({ file }) => templates.includes(file)))
  return [{
    framework: 'koa', root, routes: found, edges: staticEdges(host, folders, templates),
    ...(shown ? { owns: views.directories.filter((directory) => directory !== '') } : {}),
  }]
}

/** `router.get('/x', handler)`, and with a name in front `router.get('visit', '/visits/:id', handler)`. */
function requestsOf(reader: ScriptReader, { at, call, method, arguments: given, prefixes }: RouterCall): AnsweredRequest[] {
  const paths = given.slice(0, 2).map((value) => pathTexts(reader, value))
  const index = (paths[1]?.length ?? 0) > 0 ? 1 : 0
  const own = paths[index] ?? []
  const handlers = given.slice(index + 1)
  if (own.length === 0 || handlers.length === 0) return []
  const declared = { file: at.file, start: call.start, end: call.end }
  return prefixes.flatMap((prefix) => own.map((path): AnsweredRequest => ({
    path: expressPath(prefix.path, path), certainty: prefix.certainty, declared, handlers, isRead: /^(get|all|head)$/.test(method),
  })))
}

const VIEWS = /^(koa-views|@ladjs\/koa-views|koa-view|koa-ejs|@koa\/ejs|koa-nunjucks-2|koa-pug|koa-hbs|koa-handlebars)$/
const FOLDERS = /^(koa-static|koa-serve|koa-better-serve|koa-static-server|koa-send|serve-static)$/

/** Views and folders are told by calls of packages, wherever they stand. */
function settingsOf(
  host: FrameworkHost, reader: ScriptReader, root: string, files: readonly string[],
): { views: ViewSettings; folders: StaticFolder[] } {
  const views: ViewSettings = { directories: [], extensions: [], layout: null, layoutDirectories: [] }
  const folders: StaticFolder[] = []
  for (const file of files) {
    reader.scripts(file).forEach((script, index) => {
      for (const site of script.calls) {
        const call = script.values[site.value]
        const at: ScriptValue = { file, script: index, value: site.value, given: new Map() }
        const source = call?.kind === 'call' ? importedFrom(reader, at, call.callee)?.source : undefined
        if (call?.kind !== 'call' || source === undefined) continue
        const given = call.arguments.map((argument) => reader.beside(at, argument))
        if (VIEWS.test(source)) readViews(reader, root, given, views)
        else if (FOLDERS.test(source)) folders.push(...foldersOf(reader, root, file, given))
        else if (source === 'koa-mount') folders.push(...mountedFolders(reader, root, file, given))
      }
    })
  }
  if (views.directories.length === 0) views.directories.push(join(root, 'views'), join(root, 'view'))
  // https://github.com/koajs/ejs: a layout of this name unless told otherwise.
  const hasLayout = host.dependencies(root).has('@koa/ejs') || host.dependencies(root).has('koa-ejs')
  if (views.layout === null && hasLayout && !views.isPlain) views.layout = 'layout'
  return { views, folders }
}

function readViews(reader: ScriptReader, root: string, given: readonly ScriptValue[], views: ViewSettings): void {
  for (const value of given) {
    if (reader.read(value).some((target) => reader.shape(target)?.kind !== 'object')) views.directories.push(...writtenLocations(reader, root, value))
    for (const name of ['root', 'path', 'viewPath']) {
      views.directories.push(...reader.property(value, name).flatMap((folder) => writtenLocations(reader, root, folder)))
    }
    for (const name of ['extension', 'viewExt', 'ext']) {
      views.extensions.push(...reader.property(value, name).flatMap((text) => reader.texts(text)).map((text) => text.replace(/^\./, '')))
    }
    for (const layout of reader.property(value, 'layout')) {
      const shape = reader.shape(layout)
      if (shape?.kind === 'constant' && shape.value === false) views.isPlain = true
      else views.layout = reader.text(layout) ?? views.layout
    }
  }
}

function foldersOf(reader: ScriptReader, root: string, file: string, given: readonly ScriptValue[]): StaticFolder[] {
  const [first] = given
  return first ? writtenLocations(reader, root, first).map((directory) => ({ prefix: '', directory, file })) : []
}

/** `mount('/assets', serve('public'))`. */
function mountedFolders(reader: ScriptReader, root: string, file: string, given: readonly ScriptValue[]): StaticFolder[] {
  const [first, second] = given
  const shape = second ? reader.shape(second) : undefined
  const folder = shape?.kind === 'call' ? shape.arguments[0] : undefined
  if (!first || !second || folder === undefined) return []
  const directories = writtenLocations(reader, root, reader.beside(second, folder))
  return pathTexts(reader, first).flatMap((path) => directories.map((directory) => {
    const prefix = expressPath(path)
    return { prefix: prefix === '/' ? '' : prefix, directory, file }
  }))
}
