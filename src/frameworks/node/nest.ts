/**
 * NestJS: controllers and their decorators (https://docs.nestjs.com/controllers), views and folders by the server below
 * (https://docs.nestjs.com/techniques/mvc), a global prefix (https://docs.nestjs.com/faq/global-prefix).
 */
import type { ScriptFacts } from '../../facts/script/graph.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { mergedRoutes } from '../merged-routes.js'
import { answeredRoute, type AnsweredRequest, type ServerSettings } from './answered-routes.js'
import { expressPath } from './express-path.js'
import { writtenLocations } from './locations.js'
import { pathTexts } from './routers.js'
import { serverPackages } from './servers.js'
import { staticEdges, staticRoutes, type StaticFolder } from './static-files.js'
import { templatesIn, type ViewSettings } from './views.js'

const HINTS = /@Controller\b|NestFactory|ServeStaticModule|@nestjs\/core/
const METHODS = /^(Get|Post|Put|Patch|Delete|All|Options|Head|Sse)$/

export const nest: Framework = {
  name: 'nest',
  docs: 'https://docs.nestjs.com/controllers',
  applications(host, claimed) {
    return serverPackages(host, ['@nestjs/core', '@nestjs/common'], HINTS).flatMap(({ root, files }) =>
      application(host, new ScriptReader(host), root, files, claimed))
  },
}

function application(
  host: FrameworkHost, reader: ScriptReader, root: string, files: readonly string[], claimed: ReadonlySet<string>,
): Application[] {
  const folders: StaticFolder[] = []
  const views: ViewSettings = { directories: [], extensions: [], layout: null, layoutDirectories: [] }
  const prefixes = new Set<string>()
  for (const file of files) readSettings(reader, root, file, { views, folders, prefixes })
  if (views.directories.length === 0) views.directories.push(join(root, 'views'))
  if (views.layout === null && host.dependencies(root).has('hbs') && views.directories.some((folder) => host.has(`${folder}/layout.hbs`))) views.layout = 'layout'
  const settings: ServerSettings = { root, views, fileDirectories: folders.map(({ directory }) => directory) }
  const routes = files.flatMap((file) => reader.scripts(file).flatMap((script, index) =>
    controllersOf(reader, script, { file, script: index, value: null, given: new Map() }).flatMap((request) =>
      prefixed(request, [...prefixes]).flatMap((each) => answeredRoute(host, reader, settings, each) ?? []))))
  const found = mergedRoutes([...routes, ...staticRoutes(host, folders, claimed)]).map(asAnswer)
  if (found.length === 0) return []
  const templates = templatesIn(host, views)
  const shown = found.some(({ leaves = [] }) => leaves.some(({ file }) => templates.includes(file)))
  return [{
    framework: 'nest', root, routes: found, edges: staticEdges(host, folders, templates),
    ...(shown ? { owns: views.directories.filter((directory) => directory !== '') } : {}),
  }]
}

/** What a method gives back is sent as data unless a view is named. */
function asAnswer(route: RouteDeclaration): RouteDeclaration {
  const shows = (route.leaves ?? []).length > 0 || route.kind !== 'page' || route.certainty !== 'possible'
  return shows ? route : { ...route, kind: 'api', certainty: 'exact' }
}

function prefixed(request: AnsweredRequest, prefixes: readonly string[]): AnsweredRequest[] {
  return prefixes.length === 0 ? [request] : prefixes.map((prefix) => ({ ...request, path: expressPath(prefix, request.path) }))
}

/** The requests of all controllers of a script. */
function controllersOf(reader: ScriptReader, script: ScriptFacts, at: ScriptValue): AnsweredRequest[] {
  return script.classes.flatMap((item) => {
    const bases = item.decorators.flatMap((value) => decorated(reader, reader.beside(at, value), /^Controller$/))
    if (bases.length === 0) return []
    const base = bases.flatMap(({ paths }) => paths)
    return item.members.flatMap((member): AnsweredRequest[] => {
      if (member.kind !== 'method' || typeof member.value !== 'number') return []
      const handler = reader.beside(at, member.value)
      const shape = reader.shape(handler)
      const calls = (member.decorators ?? []).flatMap((value) => decorated(reader, reader.beside(at, value), /^[A-Z]\w*$/))
      const declared = { file: at.file, start: shape?.start ?? item.start, end: shape?.end ?? item.end }
      const shows = calls.filter(({ name }) => name === 'Render').flatMap(({ given }) => given.slice(0, 1)).map((name) => ({ name, options: reader.results(handler) }))
      return calls.filter(({ name }) => METHODS.test(name)).flatMap(({ name, paths }) => paths.flatMap((path) => base.map((above): AnsweredRequest => ({
        path: expressPath(above, path), certainty: 'exact', declared, handlers: [handler], isRead: /^(Get|All|Head)$/.test(name),
        shows: { views: shows, files: [] },
      }))))
    })
  })
}

interface Decoration {
  name: string
  /** Paths it says; `['']` when none. */
  paths: string[]
  given: ScriptValue[]
}

/** `@Controller('visits')`, `@Controller({ path: 'visits' })`, `@Get(['a', 'b'])`. */
function decorated(reader: ScriptReader, at: ScriptValue, wanted: RegExp): Decoration[] {
  const shape = reader.shape(at)
  if (shape?.kind !== 'call') return []
  const name = reader.written(at, shape.callee).split('.').at(-1) ?? ''
  if (!wanted.test(name)) return []
  const given = shape.arguments.map((argument) => reader.beside(at, argument))
  const [first] = given
  const paths = first ? [...pathTexts(reader, first), ...reader.property(first, 'path').flatMap((value) => pathTexts(reader, value))] : []
  return [{ name, paths: paths.length > 0 ? paths : [''], given }]
}

interface Found {
  views: ViewSettings
  folders: StaticFolder[]
  prefixes: Set<string>
}

/** Calls on the application that say where views and folders lie and what stands before every path. */
function readSettings(reader: ScriptReader, root: string, file: string, { views, folders, prefixes }: Found): void {
  reader.scripts(file).forEach((script, index) => {
    for (const site of script.calls) {
      const call = script.values[site.value]
      if (call?.kind !== 'call') continue
      const at: ScriptValue = { file, script: index, value: site.value, given: new Map() }
      const name = script.values[call.callee]?.kind === 'member' ? reader.written(at, call.callee).split('.').at(-1) : undefined
      const [first, second] = call.arguments.map((argument) => reader.beside(at, argument))
      if (!first) continue
      const locations = (value: ScriptValue): string[] => reader.items(value).flatMap((item) => writtenLocations(reader, root, item))
      if (name === 'setGlobalPrefix') for (const text of reader.texts(first)) prefixes.add(text)
      else if (name === 'setBaseViewsDir') views.directories.push(...locations(first))
      else if (name === 'setViewEngine') {
        views.extensions.push(...reader.texts(first).map((text) => text.replace(/^\./, '')))
        views.directories.push(...reader.property(first, 'templates').flatMap(locations))
      } else if (name === 'useStaticAssets') {
        const prefix = second ? reader.property(second, 'prefix').flatMap((value) => reader.texts(value))[0] : undefined
        addFolders(folders, file, [...locations(first), ...reader.property(first, 'root').flatMap(locations)], prefix ?? reader.property(first, 'prefix').flatMap((value) => reader.texts(value))[0])
      } else if (name === 'forRoot' && /ServeStaticModule/.test(reader.written(at, call.callee))) {
        addFolders(folders, file, reader.property(first, 'rootPath').flatMap(locations), reader.property(first, 'serveRoot').flatMap((value) => reader.texts(value))[0])
      }
    }
  })
}

function addFolders(folders: StaticFolder[], file: string, directories: readonly string[], written = '/'): void {
  const prefix = expressPath(written)
  for (const directory of directories) folders.push({ prefix: prefix === '/' ? '' : prefix, directory, file })
}
