/** Remix, and React Router in framework mode. https://reactrouter.com/start/framework/routing */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, isTestModule, join, routePath } from '../paths.js'
import { NOTHING_GIVEN, ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { fileRoutes, type RouteConvention } from './flat-routes.js'
import { routerPath } from './route-table.js'

const PACKAGES = ['@react-router/dev', '@remix-run/dev', '@remix-run/react']
const CONFIGS = ['react-router.config', 'remix.config', 'vite.config']
const SCRIPTS = ['ts', 'tsx', 'js', 'jsx', 'mjs', 'mts', 'cjs']
const DEPTH = 12
const COMPONENT = /\bexport\s+default\b|\bas\s+default\b|\bexport\s*\{[^}]*\bdefault\b/

export const remix: Framework = {
  name: 'remix',
  docs: 'https://reactrouter.com/start/framework/routing',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => PACKAGES.some((name) => host.dependencies(root).has(name)))
    .flatMap((root) => application(host, root)),
}

/** A route and the files around it, as `routes.ts` or file names tell. */
interface Found {
  path: string
  file: string
  isIndex: boolean
  hasPath: boolean
  around: string[]
}

function application(host: FrameworkHost, root: string): Application[] {
  const reader = new ScriptReader(host)
  const settings = readSettings(host, reader, root)
  const app = join(root, settings.appDirectory)
  const found = declaredRoutes(host, reader, app) ?? namedRoutes(host, join(app, 'routes'), settings.convention)
  if (found.length === 0) return []
  const rootModule = moduleAt(host, join(app, 'root'))
  const shell = rootModule === null ? [] : [{ file: rootModule }]
  const indexes = new Set(found.flatMap(({ isIndex, path }) => (isIndex ? [path] : [])))
  const routes = found.flatMap((item): RouteDeclaration[] => {
    if (!item.isIndex && (!item.hasPath || indexes.has(item.path))) return []
    // A module without a component answers with data: https://reactrouter.com/how-to/resource-routes
    const isPage = /\.mdx?$/.test(item.file) || COMPONENT.test(host.text(item.file) ?? '')
    return [{
      path: routePath(settings.basename, item.path), kind: isPage ? 'page' : 'api', certainty: 'exact', file: item.file,
      shell: isPage ? [...shell, ...item.around.map((file) => ({ file }))] : [],
    }]
  })
  const entries = ['entry.client', 'entry.server'].flatMap((name) => moduleAt(host, join(app, name)) ?? [])
  const injections = entries.map((file): Injection => ({ file, scope: 'all', certainty: 'exact' }))
  return [{ framework: 'remix', root, routes, injections, base: routePath(settings.basename), singlePage: true }]
}

interface Settings {
  appDirectory: string
  basename: string
  convention: RouteConvention
}

/** Literals of the configuration files; nothing of them is run. */
function readSettings(host: FrameworkHost, reader: ScriptReader, root: string): Settings {
  const settings: Settings = { appDirectory: 'app', basename: '', convention: conventionOf(host, root) }
  for (const name of CONFIGS) {
    const file = moduleAt(host, join(root, name))
    if (file === null) continue
    for (const [script, facts] of reader.scripts(file).entries()) {
      for (const [value, shape] of facts.values.entries()) {
        if (shape.kind !== 'object') continue
        const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
        for (const key of ['appDirectory', 'basename'] as const) {
          const text = reader.text(reader.property(at, key)[0])
          if (text !== null) settings[key] = text.replace(/^\.?\/|\/$/g, '')
        }
      }
    }
  }
  return settings
}

function conventionOf(host: FrameworkHost, root: string): RouteConvention {
  const dependencies = host.dependencies(root)
  if (dependencies.has('remix-flat-routes')) return 'mixed'
  if (dependencies.has('@remix-run/v1-route-convention')) return 'nested'
  const manifest = host.json(join(root, 'package.json')) as Record<string, Record<string, unknown> | undefined> | undefined
  const version = manifest?.['devDependencies']?.['@remix-run/dev'] ?? manifest?.['dependencies']?.['@remix-run/dev']
  if (typeof version !== 'string' || !/^\D{0,2}1(\.|$)/.test(version)) return 'flat'
  const config = moduleAt(host, join(root, 'remix.config'))
  return /v2_routeConvention\s*:\s*true/.test(config === null ? '' : host.text(config) ?? '') ? 'flat' : 'nested'
}

function namedRoutes(host: FrameworkHost, directory: string, convention: RouteConvention): Found[] {
  return fileRoutes(host.under(directory).filter((file) => !isTestModule(file)), directory, convention)
}

/** Routes of `routes.ts`; null when there is none. https://reactrouter.com/api/framework-conventions/routes.ts */
function declaredRoutes(host: FrameworkHost, reader: ScriptReader, app: string): Found[] | null {
  const file = moduleAt(host, join(app, 'routes'))
  if (file === null) return null
  const read = (at: ScriptValue, base: string, around: string[], depth: number): Found[] => {
    if (depth > DEPTH) return []
    return reader.items(at).flatMap((item) => reader.read(item)).flatMap((item): Found[] => {
      const shape = reader.shape(item)
      if (shape?.kind === 'array') return read(item, base, around, depth + 1)
      if (shape?.kind === 'object') return readEntry(item, base, around, depth)
      if (shape?.kind !== 'call') return []
      const name = reader.written(item, shape.callee).replace(/^.*\./, '')
      const parameters = shape.arguments.map((argument) => reader.beside(item, argument))
      if (/flatRoutes$/i.test(name) || /Adapter$/.test(name)) return namedBy(parameters, base, around)
      const texts = parameters.map((value) => reader.text(value))
      const children = parameters.filter((value) => reader.read(value).some((target) => isList(reader, target)))
      const below = (path: string, outer: string[]): Found[] =>
        children.flatMap((value) => read(value, path, outer, depth + 1))
      if (name === 'prefix') return below(joined(base, texts[0] ?? '*'), around)
      const module = moduleOf(item, name === 'route' ? texts[1] : texts[0])
      const inner = module === null ? around : [...around, module]
      if (name === 'layout') return below(base, inner)
      if (name === 'index') return module === null ? [] : [{ path: base, file: module, isIndex: true, hasPath: false, around }]
      if (name !== 'route') return []
      const path = joined(base, texts[0] ?? '*')
      const own: Found[] = module === null ? [] : [{ path, file: module, isIndex: false, hasPath: true, around }]
      return [...own, ...below(path, inner)]
    })
  }
  /** What those functions make: `{ path, file, index, children }`. */
  const readEntry = (at: ScriptValue, base: string, around: string[], depth: number): Found[] => {
    const module = moduleOf(at, reader.text(reader.property(at, 'file')[0]))
    if (module === null) return []
    const [written] = reader.property(at, 'path')
    const path = written === undefined ? base : joined(base, reader.text(written) ?? '*')
    const [index] = reader.property(at, 'index')
    const isIndex = index !== undefined && reader.text(index) === 'true'
    const below = reader.property(at, 'children').flatMap((value) => read(value, path, [...around, module], depth + 1))
    const hasPath = written !== undefined
    return [...isIndex || hasPath ? [{ path, file: module, isIndex, hasPath, around }] : [], ...below]
  }
  const namedBy = (parameters: readonly ScriptValue[], base: string, around: string[]): Found[] => {
    const [options] = parameters
    const isMixed = options !== undefined && reader.shape(options)?.kind !== 'object'
    const folder = options === undefined ? null : reader.text(reader.property(options, 'rootDirectory')[0])
    const directory = join(app, (folder ?? 'routes').replace(/^\.?\/|\/$/g, ''))
    return namedRoutes(host, directory, isMixed ? 'mixed' : 'flat')
      .map((item) => ({ ...item, path: joined(base, item.path), around: [...around, ...item.around] }))
  }
  const moduleOf = (at: ScriptValue, name: string | null | undefined): string | null => {
    if (name === null || name === undefined) return null
    const clean = name.replace(/^\.\//, '')
    const own = at.file.slice(0, Math.max(0, at.file.lastIndexOf('/')))
    return moduleAt(host, join(app, clean)) ?? moduleAt(host, join(own, clean))
  }
  return reader.exported(file, 'default').flatMap((value) => read(value, '', [], 0))
}

const LISTS = /(?:prefix|Routes|\.(?:map|flatMap|filter|concat))$/

function isList(reader: ScriptReader, at: ScriptValue): boolean {
  const shape = reader.shape(at)
  return shape?.kind === 'array' || (shape?.kind === 'call' && LISTS.test(reader.written(at, shape.callee)))
}

function joined(base: string, path: string): string {
  return routePath(base, routerPath(path)).slice(1)
}

/** A module with or without its extension. */
function moduleAt(host: FrameworkHost, path: string): string | null {
  const ends = ['', ...SCRIPTS.map((extension) => `.${extension}`), '.mdx', '.md']
  return ends.map((end) => path + end).find((candidate) => host.has(candidate)) ?? null
}
