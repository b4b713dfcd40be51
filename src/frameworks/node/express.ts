/**
 * Express: https://expressjs.com/en/guide/routing.html, https://expressjs.com/en/guide/using-template-engines.html
 * Restify and the small servers that write their routes the same way are read with it.
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { mergedRoutes } from '../merged-routes.js'
import { answeredRoute, type AnsweredRequest, type ServerSettings } from './answered-routes.js'
import { expressPath } from './express-path.js'
import { guardsBefore } from './guards.js'
import { handlerFunctions } from './handlers.js'
import { writtenLocations } from './locations.js'
import { importedFrom } from './packages.js'
import { pathTexts, routerCalls, type Dialect, type RouterCall } from './routers.js'
import { serverPackages } from './servers.js'
import { staticEdges, staticRoutes, type StaticFolder } from './static-files.js'
import { templatesIn, type ViewSettings } from './views.js'

const PACKAGES: readonly string[] = ['express', 'restify', 'polka', '@tinyhttp/app', 'ultimate-express', 'hyper-express']
const ROUTER_PACKAGES = /^(express|express-promise-router|router|restify|polka|@tinyhttp\/app|ultimate-express|hyper-express|express-async-router)$/
/** Of these a file must hold one to be read: the package, or a call on what such servers are mostly called. */
const HINTS = new RegExp([
  `['"](?:${PACKAGES.join('|')}|express-promise-router|router|express-async-router)['"]`,
  String.raw`\b(?:app|server|router|\w*Router|expressApp|application)\s*\.\s*(?:get|post|put|patch|delete|all|use|route)\s*\(`,
].join('|'))
const READS = new Set(['get', 'all', 'use', 'head'])
const ANSWERS = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'use', 'head', 'options'])

export const express: Framework = {
  name: 'express',
  docs: 'https://expressjs.com/en/guide/routing.html',
  applications(host, claimed) {
    return serverPackages(host, PACKAGES, HINTS).flatMap(({ root, files }) => {
      const reader = new ScriptReader(host)
      const calls = routerCalls(reader, files, dialect)
      return calls.length === 0 ? [] : application(host, reader, root, files, calls, claimed)
    })
  },
}

const dialect: Dialect = {
  creates(reader, at, call) {
    const from = importedFrom(reader, at, call.callee)
    if (!from || !ROUTER_PACKAGES.test(from.source)) return null
    if (from.name === 'Router' || /router/.test(from.source)) return 'router'
    return /^(default|\*|App|createServer|Server)$/.test(from.name) ? 'application' : null
  },
  mounts: new Set(['use']),
  parameters: /^(app|server|router|expressApp|application)$/,
}

function application(
  host: FrameworkHost, reader: ScriptReader, root: string, files: readonly string[], calls: readonly RouterCall[], claimed: ReadonlySet<string>,
): Application[] {
  const folders = calls.flatMap((call) => staticFolders(reader, root, call))
  const views = viewSettings(host, reader, root, files, calls)
  const settings: ServerSettings = { root, views, fileDirectories: folders.map(({ directory }) => directory) }
  const guardsOf = guardsBefore(reader, calls)
  const routes = calls.filter(({ method }) => ANSWERS.has(method)).flatMap((call) => requestsOf(reader, call)
    .flatMap((request) => answeredRoute(host, reader, settings, { ...request, guards: guardsOf(call, request.path) }) ?? []))
  const found = mergedRoutes([...routes, ...staticRoutes(host, folders, claimed)])
  if (found.length === 0) return []
  const templates = templatesIn(host, views)
  const shown = found.some(({ leaves = [] }) => leaves.some(({ file }) => templates.includes(file)))
  return [{
    framework: 'express', root, routes: found, edges: staticEdges(host, folders, templates),
    // Views that no handler shows are parts, or shown by what cannot be read: the folder is ours when most is known.
    ...(shown && isMostlyKnown(found) ? { owns: views.directories.filter((directory) => directory !== '') } : {}),
  }]
}

function isMostlyKnown(routes: readonly RouteDeclaration[]): boolean {
  const pages = routes.filter(({ kind }) => kind === 'page')
  return pages.filter(({ leaves = [] }) => leaves.length > 0).length * 2 >= pages.length
}

/** The requests a call answers: each path below each place where its router is mounted. */
function requestsOf(reader: ScriptReader, { at, call, method, base, arguments: given, prefixes }: RouterCall): AnsweredRequest[] {
  const [first] = given
  const own = base ? pathTexts(reader, base) : first ? pathTexts(reader, first) : []
  const handlers = base || own.length === 0 ? given : given.slice(1)
  // `app.get('setting')` asks for a setting; `app.use(middleware)` is on its way to others.
  if (handlers.length === 0 || (method !== 'use' && own.length === 0)) return []
  const functions = handlers.flatMap((handler) => handlerFunctions(reader, handler))
  if (method === 'use') {
    const isError = functions.some((each) => reader.script(each)?.functions[each.function]?.parameters === 4)
    if (functions.length === 0 || isError) return []
  }
  const declared = { file: at.file, start: call.start, end: call.end }
  const paths = own.length > 0 ? own : ['']
  return prefixes.flatMap((prefix) => paths.map((path): AnsweredRequest => ({
    path: expressPath(prefix.path, path, ...(method === 'use' ? ['*'] : [])), certainty: prefix.certainty, declared, handlers,
    isRead: READS.has(method),
  }))).filter((request) => method !== 'use' || isPageShown(reader, request))
}

/** Functions that are only on the way to others are no routes. */
function isPageShown(reader: ScriptReader, { handlers }: AnsweredRequest): boolean {
  return handlers.flatMap((handler) => handlerFunctions(reader, handler)).some((each) => {
    const script = reader.script(each)
    const facts = script?.functions[each.function]
    return facts !== undefined && script?.values.some((value) => value.kind === 'member' && value.start >= facts.start
      && value.end <= facts.end && /^(render|sendFile)$/.test(value.name ?? ''))
  })
}

/** `app.use('/assets', express.static('public'))`. */
function staticFolders(reader: ScriptReader, root: string, { at, method, arguments: given, prefixes }: RouterCall): StaticFolder[] {
  if (method !== 'use') return []
  const [first] = given
  const paths = first ? pathTexts(reader, first) : []
  return given.flatMap((argument) => {
    const shape = reader.shape(argument)
    if (shape?.kind !== 'call' || !/(^|\.)(static|serveStatic|serve|sirv)$/.test(reader.written(argument, shape.callee))) return []
    const [folder] = shape.arguments
    const directories = folder === undefined ? [] : writtenLocations(reader, root, reader.beside(argument, folder))
    return directories.flatMap((directory) => prefixes.flatMap((prefix) => (paths.length > 0 ? paths : ['']).map((path) => {
      const whole = expressPath(prefix.path, path)
      return { prefix: whole === '/' ? '' : whole, directory, file: at.file }
    })))
  })
}

// Views ----------------------------------------------------------------------------------------------------------------

function viewSettings(host: FrameworkHost, reader: ScriptReader, root: string, files: readonly string[], calls: readonly RouterCall[]): ViewSettings {
  const settings: ViewSettings = { directories: [], extensions: [], layout: null, layoutDirectories: [] }
  const dependencies = host.dependencies(root)
  for (const { method, arguments: given } of calls) {
    const [first, second] = given
    if (!first || !second) continue
    const name = reader.text(first)
    if (method === 'set' && name === 'views') settings.directories.push(...reader.items(second).flatMap((item) => writtenLocations(reader, root, item)))
    if (method === 'set' && name === 'view engine') settings.extensions.push(...reader.texts(second).map((text) => text.replace(/^\./, '')))
    if (method === 'set' && name === 'layout') settings.layout = reader.text(second)
    if (method === 'set' && name === 'view options') settings.layout = reader.property(second, 'layout').map((value) => reader.text(value)).find((text) => text !== null) ?? settings.layout
    if (method === 'engine' && name !== null) {
      settings.extensions.push(name.replace(/^\./, ''))
      handlebars(host, reader, root, second, settings)
    }
  }
  for (const file of files) nunjucksFolders(reader, root, file, settings)
  if (settings.directories.length === 0) settings.directories.push(join(root, 'views'))
  if (settings.layout === null && dependencies.has('express-ejs-layouts')) settings.layout = 'layout'
  // The `hbs` package puts a view of this name around all others.
  if (settings.layout === null && dependencies.has('hbs') && settings.directories.some((folder) => host.has(`${folder}/layout.hbs`))) settings.layout = 'layout'
  return settings
}

/** https://github.com/express-handlebars/express-handlebars#configuration-and-defaults */
function handlebars(host: FrameworkHost, reader: ScriptReader, root: string, engine: ScriptValue, settings: ViewSettings): void {
  const dependencies = host.dependencies(root)
  if (!dependencies.has('express-handlebars') && !dependencies.has('express-hbs')) return
  const options = optionsOf(reader, engine, 0)
  const property = (name: string): ScriptValue[] => options.flatMap((value) => reader.property(value, name))
  const [named] = property('defaultLayout')
  const shape = named ? reader.shape(named) : undefined
  const isOff = shape?.kind === 'constant' && (shape.value === false || shape.value === null || shape.value === '')
  const name = named ? reader.text(named) : null
  const locations = name === null ? [] : writtenLocations(reader, root, named as ScriptValue)
  settings.layout = isOff ? null : (name ?? (dependencies.has('express-handlebars') ? 'main' : null))
  if (settings.layout !== null && locations.some((path) => host.has(path))) settings.layout = locations[0] as string
  const folders = property('layoutsDir').flatMap((value) => writtenLocations(reader, root, value))
  settings.layoutDirectories.push(...folders)
  settings.extensions.push(...property('extname').flatMap((value) => reader.texts(value)).map((text) => text.replace(/^\./, '')))
  const views = settings.directories.length > 0 ? settings.directories : [join(root, 'views')]
  settings.layoutDirectories.push(...views.map((folder) => join(folder, 'layouts')), '')
}

/** The options object behind `engine({…})`, `exphbs.create({…}).engine`. */
function optionsOf(reader: ScriptReader, at: ScriptValue, depth: number): ScriptValue[] {
  if (depth > 6) return []
  return reader.read(at).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind === 'object') return [target]
    if (shape?.kind === 'member') return optionsOf(reader, reader.beside(target, shape.object), depth + 1)
    return shape?.kind === 'call' ? shape.arguments.flatMap((argument) => optionsOf(reader, reader.beside(target, argument), depth + 1)) : []
  })
}

/** `nunjucks.configure('app/views', { express: app })`, `new nunjucks.FileSystemLoader('views')`. */
function nunjucksFolders(reader: ScriptReader, root: string, file: string, settings: ViewSettings): void {
  reader.scripts(file).forEach((script, index) => {
    for (const site of script.calls) {
      const call = script.values[site.value]
      const at: ScriptValue = { file, script: index, value: site.value, given: new Map() }
      if (call?.kind !== 'call' || !/^(nunjucks\.configure|nunjucks\.FileSystemLoader|expressNunjucks)$/.test(reader.written(at, call.callee))) continue
      const [first] = call.arguments
      if (first === undefined) continue
      settings.directories.push(...reader.items(reader.beside(at, first)).flatMap((item) => writtenLocations(reader, root, item)))
      settings.extensions.push('njk', 'html', 'nunjucks')
    }
  })
}
