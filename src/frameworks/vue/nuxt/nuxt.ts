/** Nuxt 2, 3 and 4. https://nuxt.com/docs/guide/directory-structure/pages, https://v2.nuxt.com/docs/directory-structure/pages */
import type { ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration, RouteGuard } from '../../framework.js'
import { extensionOf, isTestModule, join, routePath, stem } from '../../paths.js'
import { configuredAt } from '../../reading/configuration.js'
import { ScriptReader } from '../../reading/script-values.js'
import { tagEdges } from '../component-tags.js'
import { pageFiles, type PageFile } from '../page-files.js'
import { pageMeta, type PageMeta } from '../page-meta.js'
import { vuePath } from '../route-path.js'
import { componentNames, listedFiles } from './components.js'
import { nuxtLayouts, type NuxtLayouts } from './layouts.js'
import { directoryNamed, nuxtProjects, type NuxtProject } from './project.js'
import { configuredRoutes, localePrefix, serverRoutes } from './routes.js'

const SCRIPTS = new Set(['ts', 'js', 'mjs', 'mts', 'tsx', 'jsx'])
const COMPONENTS = new Set(['vue', 'tsx', 'jsx'])

export const nuxt: Framework = {
  name: 'nuxt',
  docs: 'https://nuxt.com/docs/guide/directory-structure/pages',
  applications(host) {
    const reader = new ScriptReader(host)
    return nuxtProjects(host, reader).map((project) => application(host, reader, project))
  },
}

function application(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): Application {
  const sources = new Set(project.layers.flatMap(({ source, root }) => [...host.under(source), ...host.under(root)]))
  const inner = nestedRoots(host, project)
  const isSource = (path: string): boolean => SCRIPTS.has(extensionOf(path)) || path.endsWith('.vue')
  const files = [...sources].filter((path) => isSource(path) && host.isProduct(path)
    && !inner.some((root) => path.startsWith(`${root}/`)))
  const components = files.filter((path) => COMPONENTS.has(extensionOf(path)))
  const rootComponents = project.layers.flatMap(({ source }) => ['app.vue', 'App.vue'].map((name) => join(source, name)))
  const rootComponent = project.isVersion2 ? null : rootComponents.find((path) => host.has(path)) ?? null
  const layouts = nuxtLayouts(host, reader, project, rootComponent, components)
  const documents = project.layers.map(({ source }) => join(source, 'app.html')).filter((path) => host.has(path))
  // What the configuration puts into the head is in the document of every page.
  const shell = [project.config, ...(project.isVersion2 ? documents : []), rootComponent]
    .flatMap((file) => (file === null ? [] : [{ file }]))
  const configurations = project.layers.slice(1).flatMap(({ config }) => config ?? [])
  const base = baseOf(reader, project)
  const prefix = localePrefix(host, reader, project)
  const routes = pagesOf(host, reader, project, { layouts, shell, base: routePath(base, prefix) })
  routes.push(...configuredRoutes(host, reader, project, { shell, base: routePath(base, prefix) }))
  if (routes.length === 0 && rootComponent !== null) {
    routes.push({ path: routePath(base), kind: 'page', certainty: 'exact', file: rootComponent, shell })
  }
  routes.push(...serverRoutes(host, reader, project, base))
  return {
    framework: 'nuxt', root: project.root, routes, base: routePath(base), singlePage: true,
    injections: [
      ...configurations.map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
      ...everywhere(host, reader, project),
    ],
    edges: [
      ...layouts.edges,
      ...middlewareEdges(host, reader, project),
      ...tagEdges(host, components, componentNames(host, reader, project)),
    ],
  }
}

/** Other applications below this one's directory. */
function nestedRoots(host: FrameworkHost, project: NuxtProject): string[] {
  const own = new Set(project.layers.map(({ root }) => root))
  return host.named('package.json').map((path) => path.slice(0, Math.max(0, path.length - 'package.json'.length - 1)))
    .filter((root) => root !== '' && !own.has(root) && !project.root.startsWith(root) && isApplication(host, root))
}

function isApplication(host: FrameworkHost, root: string): boolean {
  return ['nuxt', 'next', 'vue-router', 'react'].some((name) => host.dependencies(root).has(name))
}

function baseOf(reader: ScriptReader, project: NuxtProject): string {
  const keys = project.isVersion2 ? ['router', 'base'] : ['app', 'baseURL']
  const text = reader.text(configuredAt(reader, project.config, keys)[0])
  return text !== null && text.startsWith('/') ? text : ''
}

interface Around {
  layouts: NuxtLayouts
  shell: NonNullable<RouteDeclaration['shell']>
  base: string
}

function pagesOf(host: FrameworkHost, reader: ScriptReader, project: NuxtProject, around: Around): RouteDeclaration[] {
  const routes = new Map<string, RouteDeclaration>()
  const metas = new Map<string, PageMeta>()
  const metaOf = (file: string): PageMeta => {
    const known = metas.get(file) ?? pageMeta(host, reader, file, project.isVersion2)
    metas.set(file, known)
    return known
  }
  for (const layer of project.layers) {
    const folder = directoryNamed(reader, layer, 'pages')
    for (const page of pageFiles(host.under(folder), folder, project.isVersion2 ? 'underscores' : 'brackets')) {
      if (page.hasIndex) continue
      const meta = metaOf(page.file)
      for (const written of [meta.path === null ? page.path : pathWritten(page, meta.path), ...meta.aliases]) {
        const path = routePath(around.base, vuePath(written))
        // A page of the application hides that of a layer.
        if (routes.has(path)) continue
        routes.set(path, pageRoute({ host, page, path, own: written, metaOf, isVersion2: project.isVersion2 }, around))
      }
    }
  }
  return [...routes.values()]
}

/** A path that does not begin with a slash is below that of the page around. */
function pathWritten(page: PageFile, written: string): string {
  if (written.startsWith('/')) return written
  return routePath(page.path.replace(/\/[^/]*$/, ''), written)
}

interface Page {
  host: FrameworkHost
  page: PageFile
  path: string
  /** Path without what the configuration puts in front. */
  own: string
  metaOf(file: string): PageMeta
  isVersion2: boolean
}

function pageRoute({ host, page, path, own, metaOf, isVersion2 }: Page, { layouts, shell }: Around): RouteDeclaration {
  const { file, parents } = page
  const meta = metaOf(file)
  if (meta.redirects) return { path, kind: 'redirect', certainty: 'exact', file, leaves: [] }
  const outer = parents.map(metaOf)
  // Version 2 asks the outermost page for the layout; since then the innermost that says one is heard.
  const said = isVersion2 ? (outer[0] ?? meta).layout
    : [...outer, meta].reduce<PageMeta['layout']>((last, item) => (item.layout === undefined ? last : item.layout), undefined)
  const guards = [...outer, meta].flatMap(({ middleware }) => middleware).map((name): RouteGuard => (
    { name, file, offset: Math.max(0, (host.text(file) ?? '').indexOf('middleware')) }))
  return {
    path, kind: 'page', certainty: 'exact', file, ...guards.length === 0 ? {} : { guards },
    shell: [...shell, ...layouts.around(said, own), ...parents.map((parent) => ({ file: parent }))],
  }
}

/** Code that runs with every page. */
function everywhere(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): Injection[] {
  const found: Injection[] = []
  const add = (file: string, certainty: Injection['certainty'] = 'exact'): void => {
    if (!host.has(file) || isTestModule(file) || found.some((item) => item.file === file)) return
    found.push({ file, scope: 'all', certainty })
  }
  for (const layer of project.layers) {
    for (const file of listedFiles(host, reader, layer, 'plugins')) add(file)
    for (const key of ['modules', 'buildModules']) for (const file of listedFiles(host, reader, layer, key)) add(file, 'likely')
    if (project.isVersion2) {
      for (const name of namesAt(reader, layer.config, ['router', 'middleware'])) {
        for (const extension of SCRIPTS) add(join(directoryNamed(reader, layer, 'middleware'), `${name}.${extension}`))
      }
      add(join(directoryNamed(reader, layer, 'layouts'), 'error.vue'), 'likely')
      continue
    }
    const plugins = directoryNamed(reader, layer, 'plugins')
    for (const file of scriptsIn(host, plugins)) {
      const below = file.slice(plugins.length + 1).split('/')
      if (below.length === 1 || (below.length === 2 && stem(file) === 'index')) add(file)
    }
    for (const file of scriptsIn(host, directoryNamed(reader, layer, 'middleware'))) if (/\.global\.\w+$/.test(file)) add(file)
    for (const file of scriptsIn(host, join(layer.root, 'server/plugins'))) add(file)
    for (const file of scriptsIn(host, join(layer.root, 'server/middleware'))) add(file)
    // https://nuxt.com/docs/guide/directory-structure/modules
    for (const file of scriptsIn(host, join(layer.root, 'modules'))) add(file, 'likely')
    add(join(layer.source, 'error.vue'), 'likely')
    for (const name of ['router.options.ts', 'app/router.options.ts', 'router.options.js']) add(join(layer.source, name))
  }
  return found
}

function scriptsIn(host: FrameworkHost, directory: string): string[] {
  return host.under(directory).filter((file) => SCRIPTS.has(extensionOf(file)))
}

function namesAt(reader: ScriptReader, config: string | null, keys: readonly string[]): string[] {
  const items = configuredAt(reader, config, keys).flatMap((value) => reader.items(value))
  return items.flatMap((item) => reader.text(item) ?? [])
}

/** Pages and layouts bring their middleware in by name. */
function middlewareEdges(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): ReachEdge[] {
  const named = new Map<string, string>()
  for (const layer of project.layers) {
    const folder = directoryNamed(reader, layer, 'middleware')
    for (const file of scriptsIn(host, folder)) {
      named.set(file.slice(folder.length + 1).replace(/(\/index)?\.\w+$/, ''), file)
    }
  }
  if (named.size === 0) return []
  const folders = project.layers.flatMap((layer) => ['pages', 'layouts'].map((name) => directoryNamed(reader, layer, name)))
  const pages = folders.flatMap((folder) => host.under(folder)).filter((path) => COMPONENTS.has(extensionOf(path)))
  return pages.flatMap((path) => {
    const offset = (host.text(path) ?? '').search(/\bmiddleware\b/)
    if (offset < 0) return []
    return pageMeta(host, reader, path, project.isVersion2).middleware.flatMap((name): ReachEdge[] => {
      const file = named.get(name)
      if (file === undefined) return []
      return [{ from: { file: path, unit: null }, offset, kind: 'inject', certainty: 'exact', to: { file, unit: null } }]
    })
  })
}
