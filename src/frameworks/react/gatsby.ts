/** Gatsby. https://www.gatsbyjs.com/docs/reference/routing/creating-routes/ */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, extensionOf, isTestModule, join, routePath } from '../paths.js'
import { configured, configuredText, writtenPath } from '../reading/configuration.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { createdPages, createdRedirects } from './gatsby-node.js'

const SCRIPTS = ['js', 'jsx', 'ts', 'tsx', 'mjs']
const PAGES = new Set([...SCRIPTS, 'md', 'mdx'])

export const gatsby: Framework = {
  name: 'gatsby',
  docs: 'https://www.gatsbyjs.com/docs/reference/routing/creating-routes/',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => host.dependencies(root).has('gatsby'))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const reader = new ScriptReader(host)
  const config = moduleAt(host, join(root, 'gatsby-config'))
  const plugins = config === null ? [] : configuredPlugins(reader, config)
  const own = plugins.flatMap(({ directory }) => (directory === null ? [] : [directory]))
  const nodes = ['gatsby-node', ...own.map((directory) => `${directory}/gatsby-node`)]
    .flatMap((name) => moduleAt(host, join(root, name)) ?? [])
  const routes = [
    ...pageDirectories(reader, root, plugins).flatMap((directory) => filePages(host, directory)),
    ...apiRoutes(host, join(root, 'src/api')),
    ...nodes.flatMap((file) => [...createdPages(host, reader, root, file), ...createdRedirects(reader, file)]),
  ]
  if (routes.length === 0) return []
  const prefix = config !== null && usesPrefix(host, root) ? configuredText(reader, config, 'pathPrefix') ?? '' : ''
  const layout = pageLayout(host, reader, root, plugins)
  const injected = [
    ...['gatsby-browser', 'gatsby-ssr', 'src/html'],
    ...own.flatMap((directory) => [`${directory}/gatsby-browser`, `${directory}/gatsby-ssr`]),
  ].flatMap((name) => moduleAt(host, join(root, name)) ?? [])
  return [{
    framework: 'gatsby', root,
    routes: merged(routes).map((route) => ({
      ...route, path: routePath(prefix, route.path), shell: route.kind === 'page' && layout !== null ? [{ file: layout }] : [],
    })),
    // Plugins that the configuration names put their code into every page.
    injections: [...config === null ? [] : [config], ...injected]
      .map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    singlePage: true,
  }]
}

/** https://www.gatsbyjs.com/docs/reference/routing/file-system-route-api/ */
function filePages(host: FrameworkHost, directory: string): RouteDeclaration[] {
  return host.under(directory).flatMap((file): RouteDeclaration[] => {
    const extension = extensionOf(file)
    if (!PAGES.has(extension) || isTestModule(file)) return []
    const segments = file.slice(directory.length + 1, -extension.length - 1).split('/')
    if (segments.at(-1) === 'index') segments.pop()
    return [{ path: routePath(...segments.map(pageSegment)), kind: 'page', certainty: 'exact', file }]
  })
}

/** `[id]` → `:id`, `[...rest]` → `*`, `{Doctor.fields__slug}` → `:slug`. */
function pageSegment(segment: string): string {
  if (/^\[\.\.\.\w*\]$/.test(segment)) return '*'
  const client = /^\[(\w+)\]$/.exec(segment)
  if (client) return `:${client[1]}`
  const model = /\{\w+\.([\w()]+)\}/.exec(segment)
  return model ? `:${(model[1] as string).replace(/^.*__/, '').replace(/[()]/g, '')}` : segment
}

/** https://www.gatsbyjs.com/docs/reference/functions/ */
function apiRoutes(host: FrameworkHost, directory: string): RouteDeclaration[] {
  return host.under(directory).flatMap((file): RouteDeclaration[] => {
    const extension = extensionOf(file)
    if (!SCRIPTS.includes(extension) || isTestModule(file)) return []
    const name = file.slice(directory.length + 1, -extension.length - 1).replace(/(^|\/)index$/, '')
    return [{ path: routePath('api', ...name.split('/').map(pageSegment)), kind: 'api', certainty: 'exact', file }]
  })
}

/** What is declared twice is one route with both components. */
function merged(routes: readonly RouteDeclaration[]): RouteDeclaration[] {
  const found = new Map<string, RouteDeclaration>()
  for (const route of routes) {
    const known = found.get(route.path)
    if (!known) found.set(route.path, { ...route })
    else known.leaves = [...known.leaves ?? [{ file: known.file }], ...route.leaves ?? [{ file: route.file }]]
  }
  return [...found.values()]
}

interface Plugin {
  name: string
  options: ScriptValue[]
  /** Where the plugin is when it lives in the project, relative to its root. */
  directory: string | null
}

/** Entries of `plugins`: a name, or an object with `resolve`. */
function configuredPlugins(reader: ScriptReader, config: string): Plugin[] {
  const items = configured(reader, config, 'plugins').flatMap((value) => reader.items(value))
  return items.flatMap((item) => reader.read(item)).flatMap((item): Plugin[] => {
    const isObject = reader.shape(item)?.kind === 'object'
    const name = (isObject ? reader.property(item, 'resolve') : [item]).map((value) => writtenPath(reader, value))[0] ?? null
    if (name === null) return []
    const isPath = name.startsWith('plugins/') || name.startsWith('src/')
    return [{ name, options: reader.property(item, 'options'), directory: isPath ? name : `plugins/${name}` }]
  })
}

/** https://www.gatsbyjs.com/docs/how-to/previews-deploys-hosting/path-prefix/: a build has it only when it asks for it. */
function usesPrefix(host: FrameworkHost, root: string): boolean {
  return /--prefix-paths|PREFIX_PATHS/.test(host.text(join(root, 'package.json')) ?? '')
}

/** https://www.gatsbyjs.com/plugins/gatsby-plugin-page-creator/ */
function pageDirectories(reader: ScriptReader, root: string, plugins: readonly Plugin[]): string[] {
  const more = plugins.filter(({ name }) => name === 'gatsby-plugin-page-creator')
    .flatMap(({ options }) => options.flatMap((value) => reader.property(value, 'path')))
    .flatMap((value) => writtenPath(reader, value) ?? [])
  return [...new Set(['src/pages', ...more])].map((directory) => join(root, directory))
}

/** https://www.gatsbyjs.com/plugins/gatsby-plugin-layout/ */
function pageLayout(
  host: FrameworkHost, reader: ScriptReader, root: string, plugins: readonly Plugin[],
): string | null {
  const plugin = plugins.find(({ name }) => name === 'gatsby-plugin-layout')
  if (!plugin) return null
  const [component] = plugin.options.flatMap((value) => reader.property(value, 'component'))
  const path = component === undefined ? null : writtenPath(reader, component)
  const written = (path ?? 'src/layouts/index').replace(/\.\w+$/, '')
  return moduleAt(host, join(root, written)) ?? moduleAt(host, join(root, `${written}/index`))
}

function moduleAt(host: FrameworkHost, path: string): string | null {
  return SCRIPTS.map((extension) => `${path}.${extension}`).find((candidate) => host.has(candidate)) ?? null
}
