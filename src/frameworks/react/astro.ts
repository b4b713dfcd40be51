/** Astro. https://docs.astro.build/en/guides/routing/ */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, extensionOf, isTestModule, join, routePath } from '../paths.js'
import { configured, configuredText, writtenPath } from '../reading/configuration.js'
import { NOTHING_GIVEN, ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { collectionEdges } from './astro-content.js'

const CONFIGS = ['mjs', 'ts', 'js', 'mts', 'cjs'].map((extension) => `astro.config.${extension}`)
const PAGES = new Set(['astro', 'md', 'mdx', 'markdown', 'html'])
const ENDPOINTS = new Set(['ts', 'js', 'mts', 'mjs'])

export const astro: Framework = {
  name: 'astro',
  docs: 'https://docs.astro.build/en/guides/routing/',
  applications(host) {
    const manifests = directoriesWith(host, ['package.json']).filter((root) => host.dependencies(root).has('astro'))
    const configs = directoriesWith(host, CONFIGS)
    // An integration has `astro` among its dependencies, too, and no pages.
    return [...new Set([...manifests, ...configs])].sort().flatMap((root) => application(host, root))
  },
}

function application(host: FrameworkHost, root: string): Application[] {
  const reader = new ScriptReader(host)
  const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? null
  const source = join(root, config === null ? 'src' : configuredText(reader, config, 'srcDir')?.replace(/^\.?\/|\/$/g, '') ?? 'src')
  const base = config === null ? '' : configuredText(reader, config, 'base') ?? ''
  const files = host.under(source).filter((path) => !isTestModule(path))
  const pages = filePages(host, files, join(source, 'pages'))
  if (pages.length === 0) return []
  const scripts = host.under(root).filter((path) => ENDPOINTS.has(extensionOf(path)) && host.isProduct(path))
  const integrations = scripts.filter((path) => /\binject(?:Script|Route)\b/.test(host.text(path) ?? ''))
  const middleware = ['middleware.ts', 'middleware.js', 'middleware/index.ts', 'middleware/index.js'].map((name) => join(source, name))
  const injected = [...config === null ? [] : [config], ...middleware.filter((path) => host.has(path)), ...integrations]
  const routes = [
    ...pages, ...injectedRoutes(reader, root, integrations), ...config === null ? [] : redirects(reader, config),
  ]
  return [{
    framework: 'astro', root,
    routes: routes.map((route) => ({ ...route, path: routePath(base, route.path) })),
    injections: [...new Set(injected)].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    edges: collectionEdges(host, reader, root, source, files),
    // https://docs.astro.build/en/guides/view-transitions/: without it every page is a document of its own.
    singlePage: files.some((path) => path.endsWith('.astro') && /<(?:ClientRouter|ViewTransitions)\b/.test(host.text(path) ?? '')),
  }]
}

function filePages(host: FrameworkHost, files: readonly string[], directory: string): RouteDeclaration[] {
  return files.filter((path) => path.startsWith(`${directory}/`)).flatMap((file): RouteDeclaration[] => {
    const extension = extensionOf(file)
    const isEndpoint = ENDPOINTS.has(extension)
    if (!isEndpoint && !PAGES.has(extension)) return []
    const segments = file.slice(directory.length + 1, -extension.length - 1).split('/')
    // https://docs.astro.build/en/guides/routing/#excluding-pages
    if (segments.some((segment) => segment.startsWith('_'))) return []
    if (segments.at(-1) === 'index') segments.pop()
    const layout = isEndpoint ? null : frontMatterLayout(host, file)
    const path = routePath(...segments.map(astroSegment))
    if (extension === 'astro' && leadsOn(host.text(file) ?? '')) return [{ path, kind: 'redirect', certainty: 'exact', file, leaves: [] }]
    return [{
      path, kind: isEndpoint ? 'api' : 'page', certainty: 'exact', file,
      shell: layout === null ? [] : [{ file: layout }],
    }]
  })
}

/** A page that is nothing but a way to another: https://docs.astro.build/en/guides/routing/#dynamic-redirects */
function leadsOn(text: string): boolean {
  const [, code = '', markup = ''] = /^\s*---\r?\n([^]*?)\r?\n---([^]*)$/.exec(text) ?? []
  return markup.trim() === '' && /^\s*return\s+Astro\.redirect\s*\(/m.test(code) && !/^\s*(?:if|switch)\s*\(/m.test(code)
}

/** `[slug]` → `:slug`, `[...path]` → `*`, `[lang]-[version]` → `:lang-:version`. */
function astroSegment(segment: string): string {
  return /^\[\.\.\.\w*\]$/.test(segment) ? '*' : segment.replace(/\[\.{0,3}(\w+)\]/g, ':$1')
}

/** https://docs.astro.build/en/basics/layouts/#markdown-layouts */
function frontMatterLayout(host: FrameworkHost, file: string): string | null {
  if (!/\.(md|mdx|markdown)$/.test(file)) return null
  const layout = host.facts(file).frontMatter?.['layout']
  return typeof layout === 'string' ? host.resolve(file, layout) : null
}

/** https://docs.astro.build/en/reference/configuration-reference/#redirects */
function redirects(reader: ScriptReader, config: string): RouteDeclaration[] {
  return configured(reader, config, 'redirects').flatMap((value) => {
    const shape = reader.shape(value)
    const names = shape?.kind === 'object' ? shape.entries.flatMap(({ name }) => name ?? []) : []
    return names.map((name): RouteDeclaration => ({
      path: routePath(...name.split('/').map(astroSegment)), kind: 'redirect', certainty: 'exact', file: config, leaves: [],
    }))
  })
}

/** https://docs.astro.build/en/reference/integrations-reference/#injectroute-option */
function injectedRoutes(reader: ScriptReader, root: string, files: readonly string[]): RouteDeclaration[] {
  return files.flatMap((file) => reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): RouteDeclaration[] => {
    if (shape.kind !== 'call') return []
    const at: ScriptValue = { file, script, value: shape.callee, given: NOTHING_GIVEN }
    const [options] = shape.arguments
    if (reader.written(at, shape.callee).replace(/^.*\./, '') !== 'injectRoute' || options === undefined) return []
    const given = reader.beside(at, options)
    const pattern = reader.text(reader.property(given, 'pattern')[0])
    const entry = ['entrypoint', 'entryPoint'].flatMap((name) => reader.property(given, name))[0]
    const name = entry === undefined ? null : writtenPath(reader, entry)
    const atRoot = name === null ? '' : join(root, name)
    const page = name === null ? null : reader.host.has(atRoot) ? atRoot : reader.host.resolve(file, `./${name}`)
    return pattern === null ? [] : [{
      path: routePath(...pattern.split('/').map(astroSegment)), kind: 'page', certainty: 'exact', file,
      leaves: page === null ? [] : [{ file: page }],
    }]
  })))
}

