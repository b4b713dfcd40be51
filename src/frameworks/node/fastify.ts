/**
 * Fastify: https://fastify.dev/docs/latest/Reference/Routes/, plugins with a prefix, folders of routes
 * (https://github.com/fastify/fastify-autoload), views (https://github.com/fastify/point-of-view), static files.
 */
import type { Application, Framework, FrameworkHost } from '../framework.js'
import { join, routePath } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { mergedRoutes } from '../merged-routes.js'
import { answeredRoute, type AnsweredRequest } from './answered-routes.js'
import { expressPath } from './express-path.js'
import { writtenLocations } from './locations.js'
import { importedFrom } from './packages.js'
import { pathTexts, routerCalls, type Dialect, type Prefix, type RouterCall } from './routers.js'
import { serverPackages } from './servers.js'
import { staticEdges, staticRoutes, type StaticFolder } from './static-files.js'
import { templatesIn, type ViewSettings } from './views.js'

const HINTS = /['"](?:fastify|@fastify\/[\w-]+|fastify-[\w-]+)['"]|\b(?:fastify|app|server|instance|api)\s*\.\s*(?:get|post|put|patch|delete|all|route|register)\s*[<(]/
const ANSWERS = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'head', 'options', 'route'])

export const fastify: Framework = {
  name: 'fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Routes/',
  applications(host, claimed) {
    return serverPackages(host, ['fastify'], HINTS).flatMap(({ root, files }) => {
      const reader = new ScriptReader(host)
      return application(host, reader, root, routerCalls(reader, files, dialect), claimed)
    })
  },
}

const dialect: Dialect = {
  creates(reader, at, call) {
    const from = importedFrom(reader, at, call.callee)
    return from?.source === 'fastify' && /^(default|fastify|Fastify|\*)$/.test(from.name) ? 'application' : null
  },
  mounts: new Set(['register']),
  plugins(reader, given) {
    const paths = given.slice(1).flatMap((value) => reader.property(value, 'prefix')).flatMap((value) => pathTexts(reader, value))
    return [{ values: given.slice(0, 1), paths: paths.length > 0 ? paths : [''] }]
  },
  parameters: /^(fastify|app|server|instance)$/,
}

interface LoadedFolder {
  directory: string
  prefixes: Prefix[]
}

function application(
  host: FrameworkHost, reader: ScriptReader, root: string, all: readonly RouterCall[], claimed: ReadonlySet<string>,
): Application[] {
  const views: ViewSettings = { directories: [], extensions: [], layout: null, layoutDirectories: [] }
  const folders: StaticFolder[] = []
  const loaded: LoadedFolder[] = []
  for (const call of all) if (call.method === 'register') readPlugin(reader, root, call, views, folders, loaded)
  if (views.directories.length === 0) views.directories.push(join(root, 'views'), join(root, 'templates'))
  const settings = { root, views, fileDirectories: folders.map(({ directory }) => directory) }
  const calls = all.map((call) => below(call, loaded))
  const routes = calls.filter(({ method }) => ANSWERS.has(method)).flatMap((call) =>
    requestsOf(reader, call).flatMap((request) => answeredRoute(host, reader, settings, request) ?? []))
  const found = mergedRoutes([...routes, ...staticRoutes(host, folders, claimed)])
  if (found.length === 0) return []
  const templates = templatesIn(host, views)
  const shown = found.some(({ leaves = [] }) => leaves.some(({ file }) => templates.includes(file)))
  return [{
    framework: 'fastify', root, routes: found, edges: staticEdges(host, folders, templates),
    ...(shown ? { owns: views.directories.filter((directory) => directory !== '') } : {}),
  }]
}

/** Routers of a folder that is loaded as a whole are below the path of their own folder. */
function below(call: RouterCall, loaded: readonly LoadedFolder[]): RouterCall {
  const { file } = call.at
  const folder = loaded.filter(({ directory }) => file.startsWith(`${directory}/`)).sort((a, b) => b.directory.length - a.directory.length)[0]
  const isGuess = call.prefixes.every(({ certainty }) => certainty !== 'exact')
  if (!folder || !isGuess) return call
  const inside = file.slice(folder.directory.length + 1).split('/').slice(0, -1).map((part) => part.replace(/^_(?=.)/, ':'))
  return { ...call, prefixes: folder.prefixes.map((prefix) => ({ ...prefix, path: routePath(prefix.path, ...inside) })) }
}

/** `get('/x', options, handler)`, `get('/x', { handler })`, `route({ method, url, handler })`. */
function requestsOf(reader: ScriptReader, { at, call, method, arguments: given, prefixes }: RouterCall): AnsweredRequest[] {
  const [first, ...rest] = given
  if (!first) return []
  const isObject = method === 'route'
  const options = isObject ? [first] : rest.slice(0, -1).concat(rest.slice(-1))
  const option = (name: string): ScriptValue[] => options.flatMap((value) => reader.property(value, name))
  const paths = isObject ? [...option('url'), ...option('path')].flatMap((value) => pathTexts(reader, value)) : pathTexts(reader, first)
  const handlers = [...option('handler'), ...(isObject ? [] : rest)]
  if (paths.length === 0 || handlers.length === 0) return []
  const methods = isObject ? option('method').flatMap((value) => reader.items(value)).flatMap((value) => reader.texts(value)) : [method]
  const declared = { file: at.file, start: call.start, end: call.end }
  return prefixes.flatMap((prefix) => paths.map((path): AnsweredRequest => ({
    path: expressPath(prefix.path, path), certainty: prefix.certainty, declared, handlers,
    isRead: methods.length === 0 || methods.some((name) => /^(get|all|head)$/i.test(name)),
  })))
}

/** Plugins that show views, give out folders or load folders of routes. */
function readPlugin(
  reader: ScriptReader, root: string, { at, arguments: given, prefixes }: RouterCall, views: ViewSettings, folders: StaticFolder[], loaded: LoadedFolder[],
): void {
  const [plugin, options] = given
  const source = plugin?.value == null ? undefined : importedFrom(reader, plugin, plugin.value)?.source
  if (!options || source === undefined) return
  const locations = (name: string): string[] => reader.property(options, name).flatMap((value) => reader.items(value)).flatMap((value) => writtenLocations(reader, root, value))
  const texts = (name: string): string[] => reader.property(options, name).flatMap((value) => reader.texts(value))
  if (/view$|point-of-view$/.test(source)) {
    views.directories.push(...locations('root'), ...locations('templates'))
    views.extensions.push(...texts('viewExt').map((text) => text.replace(/^\./, '')), ...engines(reader, options))
    views.layout = texts('layout')[0] ?? views.layout
  } else if (/static$/.test(source)) {
    const prefix = expressPath(texts('prefix')[0] ?? '/')
    for (const directory of locations('root')) folders.push({ prefix: prefix === '/' ? '' : prefix, directory, file: at.file })
  } else if (/autoload$/.test(source)) {
    const inner = reader.property(options, 'options').flatMap((value) => reader.property(value, 'prefix')).flatMap((value) => reader.texts(value))
    for (const directory of locations('dir')) {
      loaded.push({ directory, prefixes: prefixes.map((prefix) => ({ ...prefix, path: routePath(prefix.path, inner[0] ?? '') })) })
    }
  }
}

/** `engine: { ejs: require('ejs') }`: named after what it is. */
function engines(reader: ScriptReader, options: ScriptValue): string[] {
  return reader.property(options, 'engine').flatMap((value) => {
    const shape = reader.shape(value)
    return shape?.kind === 'object' ? shape.entries.flatMap(({ name }) => (name === null ? [] : [EXTENSIONS[name] ?? name])) : []
  })
}

const EXTENSIONS: Record<string, string> = { handlebars: 'hbs', nunjucks: 'njk', 'art-template': 'art', 'twig': 'twig' }
