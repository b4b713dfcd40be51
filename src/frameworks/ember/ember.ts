/** Ember. https://guides.emberjs.com/release/routing/ */
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, join, routePath } from '../paths.js'
import { callsNamed } from '../reading/configuration.js'
import { addRoute } from '../reading/route-output.js'
import { NOTHING_GIVEN, ScriptReader } from '../reading/script-values.js'
import { serviceEdges, templateEdges } from './edges.js'
import { filesOfRoute, namedParts, type EmberLayout } from './files.js'
import { mappedRoutes, type EmberRoute } from './router-map.js'

const PACKAGES = ['ember-source', 'ember-cli', 'ember-data', 'ember-engines']

export const ember: Framework = {
  name: 'ember',
  docs: 'https://guides.emberjs.com/release/routing/',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => PACKAGES.some((name) => host.dependencies(root).has(name)))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const source = join(root, 'app')
  const router = moduleAt(host, join(source, 'router'))
  if (router === null) return []
  const reader = new ScriptReader(host)
  const settings = readSettings(host, reader, root)
  const layout: EmberLayout = { source, pods: settings.pods }
  const routes = new Map<string, RouteDeclaration>()
  const document = join(source, 'index.html')
  const shell = host.has(document) ? [document] : []
  const layouts = [layout]
  emit({ host, reader, routes, layouts }, { layout, file: router, base: settings.rootUrl, around: shell }, 0)
  const files = layouts.flatMap((each) => host.under(each.source)).filter((path) => host.isProduct(path))
  const injected = [
    moduleAt(host, join(source, 'app')), moduleAt(host, join(root, 'config/environment')), router,
    ...['initializers', 'instance-initializers'].flatMap((folder) => host.under(join(source, folder)).filter((path) => /\.[jt]s$/.test(path) && host.isProduct(path))),
    ...builtIn(host, reader, root),
  ].filter((file) => file !== null)
  return [{
    framework: 'ember', root, singlePage: true, routes: [...routes.values()],
    injections: [...new Set(injected)].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    edges: layouts.flatMap((each) => [
      ...templateEdges(host, files.filter((path) => /\.(hbs|gjs|gts)$/.test(path)), namedParts(host, each)),
      ...serviceEdges(host, files, each.source),
    ]),
    owns: layouts.map((each) => each.source),
  }]
}

interface EmberSettings {
  rootUrl: string
  pods: string
}

/** `rootURL` and `podModulePrefix` of `config/environment`. https://cli.emberjs.com/release/advanced-use/deploying/ */
function readSettings(host: FrameworkHost, reader: ScriptReader, root: string): EmberSettings {
  const settings: EmberSettings = { rootUrl: '', pods: join(root, 'app') }
  const file = moduleAt(host, join(root, 'config/environment'))
  if (file === null) return settings
  for (const [script, facts] of reader.scripts(file).entries()) {
    for (const [value, shape] of facts.values.entries()) {
      if (shape.kind !== 'object') continue
      const at = { file, script, value, given: NOTHING_GIVEN }
      const [url, prefix] = ['rootURL', 'podModulePrefix'].map((key) => reader.text(reader.property(at, key)[0]))
      if (url?.startsWith('/') && settings.rootUrl === '') settings.rootUrl = routePath(url)
      if (prefix?.includes('/')) settings.pods = join(root, `app${prefix.slice(prefix.indexOf('/'))}`)
    }
  }
  return settings
}

/** Files that the build puts into every page: `app.import('vendor/x.js')`, and what add-ons of the project say. */
function builtIn(host: FrameworkHost, reader: ScriptReader, root: string): string[] {
  const builds = ['ember-cli-build', 'Brocfile'].flatMap((name) => moduleAt(host, join(root, name)) ?? [])
  const imported = builds.flatMap((file) => callsNamed(reader, file, /^import$/).flatMap(([first]) => (first ? reader.texts(first) : [])))
  const addons = host.under(join(root, 'lib')).filter((path) => /\/lib\/[\w-]+\/index\.js$/.test(`/${path}`) && /\bcontentFor\b/.test(host.text(path) ?? ''))
  return [...imported.map((path) => join(root, path)).filter((path) => host.has(path)), ...addons]
}

function moduleAt(host: FrameworkHost, path: string): string | null {
  return ['js', 'ts'].map((extension) => `${path}.${extension}`).find((candidate) => host.has(candidate)) ?? null
}

interface Output {
  host: FrameworkHost
  reader: ScriptReader
  routes: Map<string, RouteDeclaration>
  /** Of the application and of engines that were met. */
  layouts: EmberLayout[]
}

interface MapAt {
  layout: EmberLayout
  file: string
  base: string
  /** Files around all routes of the map. */
  around: readonly string[]
}

function emit(output: Output, map: MapAt, depth: number): void {
  const { host, reader } = output
  const filesOf = (name: string): string[] => filesOfRoute(host, map.layout, name)
  const application = [...map.around, ...filesOf('application')]
  const found = mappedRoutes(reader, map.file)
  const declare = (path: string, names: readonly string[], own: readonly string[]): void => {
    const shell = [...application, ...names.flatMap(filesOf)]
    addRoute(output.routes, {
      path: routePath(map.base, emberPath(path)), kind: 'page', certainty: hasHole(path) ? 'likely' : 'exact', file: map.file,
      leaves: (own.length > 0 ? own : shell.slice(-1)).map((file) => ({ file })), shell: shell.map((file) => ({ file })),
    })
  }
  // Every map has an index of its own, unless another route lies at its path.
  if (!found.some((route) => route.around.length === 0 && emberPath(route.path) === '' && !route.hasChildren)) declare('', [], filesOf('index'))
  for (const route of found) {
    const { name, around, path, hasChildren } = route
    if (route.engine !== null) mount(output, map, route, [...application, ...around.flatMap(filesOf)], depth)
    else if (!hasChildren) declare(path, around, filesOf(name))
    else if (!isIndexed(found, route)) declare(path, [...around, name], filesOf(`${name}.index`))
  }
}

/** A route inside lies at the very path of this one. */
function isIndexed(all: readonly EmberRoute[], { name, path }: EmberRoute): boolean {
  return all.some((other) => other.around.at(-1) === name && emberPath(other.path) === emberPath(path))
}

function mount(output: Output, map: MapAt, { engine, path }: EmberRoute, around: readonly string[], depth: number): void {
  const { host } = output
  const nameOf = (file: string): unknown => (host.json(file) as { name?: unknown } | undefined)?.name
  const manifest = host.named('package.json').find((file) => nameOf(file) === engine)
  const source = manifest === undefined ? null : join(manifest.slice(0, Math.max(0, manifest.length - 'package.json'.length - 1)), 'addon')
  const file = source === null ? null : moduleAt(host, join(source, 'routes'))
  const base = routePath(map.base, emberPath(path))
  if (source === null || file === null || depth > 4) {
    // The engine is a package: any page below.
    const shell = around.map((each) => ({ file: each }))
    addRoute(output.routes, { path: routePath(base, '*'), kind: 'page', certainty: 'possible', file: map.file, leaves: [], shell })
    return
  }
  const layout: EmberLayout = { source, pods: source }
  if (!output.layouts.some((each) => each.source === source)) output.layouts.push(layout)
  emit(output, { layout, file, base, around }, depth + 1)
}

/** `/*path` → `*`; a part that is not literal is a parameter. */
function emberPath(path: string): string {
  return path.split('/').filter((segment) => segment !== '').map((segment) =>
    (segment.startsWith('*') ? '*' : segment === HOLE || hasHole(segment) ? ':value' : segment)).join('/')
}
