/**
 * Hapi: https://hapi.dev/tutorials/routing, views by vision (https://hapi.dev/module/vision), files by inert
 * (https://hapi.dev/module/inert), plugins registered below a prefix.
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { mergedRoutes } from '../merged-routes.js'
import { answeredRoute, type AnsweredRequest, type ServerSettings } from './answered-routes.js'
import { writtenLocations } from './locations.js'
import { importedFrom } from './packages.js'
import { routerCalls, withoutHoles, type Dialect, type RouterCall } from './routers.js'
import { serverPackages } from './servers.js'
import { staticEdges, staticRoutes, type StaticFolder } from './static-files.js'
import { templatesIn, type ViewSettings } from './views.js'

const HINTS = /['"](?:@hapi\/[\w-]+|hapi)['"]|\b\w*[sS]erver\s*\.\s*(?:route|views|register)\s*\(/

export const hapi: Framework = {
  name: 'hapi',
  docs: 'https://hapi.dev/tutorials/routing',
  applications(host, claimed) {
    return serverPackages(host, ['@hapi/hapi', 'hapi'], HINTS).flatMap(({ root, files }) => {
      const reader = new ScriptReader(host)
      return application(host, reader, root, routerCalls(reader, files, dialect), claimed)
    })
  },
}

const dialect: Dialect = {
  creates(reader, at, call) {
    const from = importedFrom(reader, at, call.callee)
    return from !== null && /^(@hapi\/hapi|hapi)$/.test(from.source) && /^(server|Server)$/.test(from.name) ? 'application' : null
  },
  mounts: new Set(['register']),
  /** `register(plugin, { routes: { prefix } })`, `register([{ plugin, routes: { prefix } }])`. */
  plugins(reader, given) {
    const [first, options] = given
    return (first ? reader.items(first) : []).flatMap((entry) => {
      const prefixes = [entry, ...(options ? [options] : [])].flatMap((value) => reader.property(value, 'routes'))
        .flatMap((value) => reader.property(value, 'prefix')).flatMap((value) => reader.texts(value))
      const plugins = [entry, ...reader.property(entry, 'plugin')]
      const values = plugins.flatMap((value) => [...reader.property(value, 'register'), ...reader.property(value, 'plugin').flatMap((inner) => reader.property(inner, 'register'))])
      return [{ values, paths: prefixes.length > 0 ? prefixes : [''] }]
    })
  },
  parameters: /^(server|srv)$/,
}

/** `/visits/{id?}`, `/files/{path*}`. https://hapi.dev/api/#path-parameters */
export function hapiPath(...parts: readonly string[]): string {
  const path = withoutHoles(routePath(...parts))
  return path.split('/').map((segment) => (/^\{\w*\*\d*\}$/.test(segment) ? '*'
    : segment.replace(/\{(\w+)\?\}/g, ':$1?').replace(/\{(\w+)\*?\d*\}/g, ':$1'))).join('/')
}

function application(
  host: FrameworkHost, reader: ScriptReader, root: string, calls: readonly RouterCall[], claimed: ReadonlySet<string>,
): Application[] {
  const views = viewSettings(reader, root, calls)
  const settings: ServerSettings = { root, views, fileDirectories: [] }
  const folders: StaticFolder[] = []
  const routes = calls.filter(({ method }) => method === 'route').flatMap((call) => {
    const entries = call.arguments.flatMap((value) => reader.items(value)).flatMap((value) => reader.read(value))
    return entries.flatMap((entry) => routesOf(host, reader, settings, folders, call, entry))
  })
  const found = mergedRoutes([...routes, ...staticRoutes(host, folders, claimed)])
  if (found.length === 0) return []
  const templates = templatesIn(host, views)
  const shown = found.some(({ leaves = [] }) => leaves.some(({ file }) => templates.includes(file)))
  return [{
    framework: 'hapi', root, routes: found, edges: staticEdges(host, folders, templates),
    ...(shown ? { owns: views.directories.filter((directory) => directory !== '') } : {}),
  }]
}

/** `{ method: 'GET', path: '/x', handler }`, `{ …, options: { handler } }`. */
function routesOf(
  host: FrameworkHost, reader: ScriptReader, settings: ServerSettings, folders: StaticFolder[], call: RouterCall, entry: ScriptValue,
): RouteDeclaration[] {
  const shape = reader.shape(entry)
  if (shape?.kind !== 'object') return []
  const options = [...reader.property(entry, 'options'), ...reader.property(entry, 'config')]
  const handlers = [entry, ...options].flatMap((value) => reader.property(value, 'handler'))
  const methods = reader.property(entry, 'method').flatMap((value) => reader.items(value)).flatMap((value) => reader.texts(value))
  const paths = reader.property(entry, 'path').flatMap((value) => reader.texts(value))
  // A handler that is no function names what it shows.
  const objects = handlers.filter((value) => reader.shape(value)?.kind === 'object')
  const named = (name: string): ScriptValue[] => objects.flatMap((value) => reader.property(value, name))
  for (const folder of named('directory').flatMap((value) => reader.property(value, 'path'))) {
    for (const directory of reader.items(folder).flatMap((value) => writtenLocations(reader, settings.root, value))) {
      for (const path of paths) {
        const prefix = hapiPath(path).replace(/\/\*$/, '')
        folders.push({ prefix: prefix === '/' ? '' : prefix, directory, file: entry.file })
      }
    }
  }
  if (named('directory').length > 0) return []
  const templates = named('view').map((value) => {
    const [inner] = reader.property(value, 'template')
    return { name: inner ?? value, options: reader.property(value, 'options') }
  })
  const files = named('file').map((value) => [reader.property(value, 'path')[0] ?? value])
  const declared = { file: entry.file, start: shape.start, end: shape.end }
  return call.prefixes.flatMap((prefix) => paths.flatMap((path): RouteDeclaration[] => {
    const request: AnsweredRequest = {
      path: hapiPath(prefix.path, path), certainty: prefix.certainty, declared, handlers,
      isRead: methods.length === 0 || methods.some((name) => /^(get|\*)$/i.test(name)), shows: { views: templates, files },
    }
    const route = answeredRoute(host, reader, settings, request)
    return route ? [route] : []
  }))
}

/** `server.views({ engines: { hbs }, path: 'views', relativeTo: __dirname, layout: true, layoutPath: 'views/layout' })`. */
function viewSettings(reader: ScriptReader, root: string, calls: readonly RouterCall[]): ViewSettings {
  const views: ViewSettings = { directories: [], extensions: [], layout: null, layoutDirectories: [] }
  for (const { method, arguments: given } of calls) {
    const [options] = given
    if (method !== 'views' || !options) continue
    const bases = reader.property(options, 'relativeTo').flatMap((value) => writtenLocations(reader, root, value))
    const folders = (name: string): string[] => reader.property(options, name).flatMap((value) => reader.items(value)).flatMap((value) => {
      const texts = reader.texts(value)
      const isRelative = bases.length > 0 && texts.every((text) => !/^[/\uA4F8]/.test(text))
      return isRelative ? bases.flatMap((base) => texts.map((text) => join(base, text.replace(/^\.?\/?/, '')).replace(/\/+$/, ''))) : writtenLocations(reader, root, value)
    })
    views.directories.push(...folders('path'))
    views.layoutDirectories.push(...folders('layoutPath'))
    for (const engines of reader.property(options, 'engines')) {
      const shape = reader.shape(engines)
      if (shape?.kind === 'object') views.extensions.push(...shape.entries.flatMap(({ name }) => name ?? []))
    }
    for (const layout of reader.property(options, 'layout')) {
      const shape = reader.shape(layout)
      views.layout = shape?.kind === 'constant' && shape.value === true ? 'layout' : shape?.kind === 'constant' && shape.value === false ? null : reader.text(layout)
    }
  }
  if (views.directories.length === 0) views.directories.push(join(root, 'views'), join(root, 'templates'))
  return views
}
