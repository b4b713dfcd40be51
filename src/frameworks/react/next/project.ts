/** What both routers of Next.js share. https://nextjs.org/docs/app/api-reference/config/next-config-js */
import type { FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { directoriesWith, join, routePath } from '../../paths.js'
import { configured, configuredText } from '../../reading/configuration.js'
import { ScriptReader, type ScriptValue } from '../../reading/script-values.js'

const CONFIGS = ['js', 'mjs', 'ts', 'cjs', 'mts'].map((extension) => `next.config.${extension}`)

export interface NextProject {
  root: string
  basePath: string
  extensions: string[]
  config: string | null
  /** The pages router puts the locale in front of every page. */
  hasLocales: boolean
}

/** Projects of the tree: a `next` dependency or a configuration file. */
export function nextProjects(host: FrameworkHost): NextProject[] {
  const byManifest = directoriesWith(host, ['package.json']).filter((root) => host.dependencies(root).has('next'))
  const roots = new Set([...byManifest, ...directoriesWith(host, CONFIGS)])
  const reader = new ScriptReader(host)
  return [...roots].sort().map((root) => {
    const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? null
    if (config === null) return { root, config, basePath: '', extensions: ['tsx', 'ts', 'jsx', 'js'], hasLocales: false }
    const extensions = configured(reader, config, 'pageExtensions')
      .flatMap((value) => reader.items(value)).flatMap((item) => reader.text(item) ?? [])
    const locales = configured(reader, config, 'i18n').flatMap((value) => reader.property(value, 'locales'))
    return {
      root, config, basePath: configuredText(reader, config, 'basePath') ?? '',
      extensions: extensions.length > 0 ? extensions : ['tsx', 'ts', 'jsx', 'js'],
      hasLocales: locales.length > 0,
    }
  })
}

/** Splits `page.tsx` by the project's page extensions; null when it has none of them. */
export function pageStem(name: string, extensions: readonly string[]): string | null {
  const extension = extensions.find((candidate) => name.endsWith(`.${candidate}`))
  return extension === undefined ? null : name.slice(0, -extension.length - 1)
}

/** `app` or `src/app`; the one at the root wins. */
export function routerDirectory(host: FrameworkHost, root: string, name: 'app' | 'pages'): string | null {
  return [join(root, name), join(root, `src/${name}`)].find((directory) => host.under(directory).length > 0) ?? null
}

/** Code that runs on every page without a page that names it. */
export function everywhere(host: FrameworkHost, { root, basePath, config }: NextProject): Injection[] {
  // https://nextjs.org/docs/app/api-reference/file-conventions/instrumentation-client
  const client = modulesNamed(host, root, ['instrumentation-client'])
  // https://nextjs.org/docs/app/api-reference/file-conventions/proxy, called middleware before
  const server = modulesNamed(host, root, ['proxy', 'middleware'])
  const reader = new ScriptReader(host)
  return [
    ...client.map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    ...ofPlugins(host, root, config).map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
    ...server.map((file): Injection => ({ file, scope: matched(reader, file, basePath), certainty: 'exact' })),
  ]
}

/** `withCareConfig(config)`: a plugin of the build puts `care.client.config` in front of the scripts of every page. */
function ofPlugins(host: FrameworkHost, root: string, config: string | null): string[] {
  const names = [...(config === null ? '' : host.text(config) ?? '').matchAll(/\bwith([A-Z]\w*?)(?:Config)?\s*\(/g)]
  return modulesNamed(host, root, [...new Set(names.map(([, name = '']) => `${name.toLowerCase()}.client.config`))])
}

function modulesNamed(host: FrameworkHost, root: string, names: readonly string[]): string[] {
  const paths = names.flatMap((name) => ['', 'src/'].flatMap((folder) => ['ts', 'js', 'tsx', 'mjs'].map((end) => `${folder}${name}.${end}`)))
  return paths.map((path) => join(root, path)).filter((path) => host.has(path))
}

/**
 * `export const config = { matcher: ['/portal/:path*'] }`, below the base path like all addresses of the configuration;
 * every page when there is none or it cannot be read. https://nextjs.org/docs/app/api-reference/file-conventions/proxy#matcher
 */
function matched(reader: ScriptReader, file: string, basePath: string): Injection['scope'] {
  const patterns = reader.exported(file, 'config').flatMap((value) => reader.property(value, 'matcher'))
    .flatMap((value) => (reader.shape(value)?.kind === 'array' ? reader.items(value) : [value]))
    .map((value) => {
      const isRule = reader.shape(value)?.kind === 'object'
      const isBare = isRule && reader.text(reader.property(value, 'basePath')[0]) === 'false'
      const pattern = reader.text(isRule ? reader.property(value, 'source')[0] : value)
      return pattern === null ? null : `${isBare ? '' : basePath}${pattern}`
    })
  const [first, ...others] = patterns
  const left = first === undefined || others.length > 0 ? null : leftOut(first ?? '')
  if (left !== null) return { exclude: left }
  const globs = patterns.map((pattern) => (pattern === null ? null : matcherGlobs(pattern)))
  const known = globs.filter((each) => each !== null)
  return known.length === 0 || known.length < globs.length ? 'all' : { include: known.flat() }
}

/** `/portal/:path*`, `/portal/(.*)`, `/(portal|login)` as globs; null for other expressions. A route's own parameters match as text. */
function matcherGlobs(pattern: string): string[] | null {
  const glob = pattern.replace(/\((\.\*)\)/g, '**').replace(/\(([\w-]+(?:\|[\w-]+)+)\)/g, (_, names: string) => `{${names.replaceAll('|', ',')}}`)
    .replace(/\/:\w+[*+]/g, '/**').replace(/\/:\w+\??/g, '/*')
  if (/[()]/.test(glob)) return null
  return glob.endsWith('/**') ? [glob.slice(0, -3) || '/', glob] : [glob]
}

/** `/((?!api|portal|_next/static).*)`: the beginnings that a pattern of all others names; null for other patterns. */
function leftOut(pattern: string): string[] | null {
  const [, base = '', names] = /^(.*)\/\(\(\?!([^()]*)\)\.\*\)$/.exec(pattern) ?? []
  return names?.split('|').filter((name) => /^[\w/-]+$/.test(name)).flatMap((name) => [`${base}/${name}*`, `${base}/${name}*/**`]) ?? null
}

/** HTML files of `public/` are served as they are. */
export function publicPages(host: FrameworkHost, project: NextProject): RouteDeclaration[] {
  const directory = join(project.root, 'public')
  return host.under(directory).filter((path) => path.endsWith('.html')).map((file) => ({
    path: routePath(project.basePath, file.slice(directory.length + 1)), kind: 'static', certainty: 'exact', file,
  }))
}

/**
 * Addresses that `rewrites` and `redirects` add. A rewrite to a page shows that page, any other none of the project.
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites
 */
export function configuredRoutes(
  host: FrameworkHost, project: NextProject, pages: readonly RouteDeclaration[],
): RouteDeclaration[] {
  const { config } = project
  if (config === null) return []
  const reader = new ScriptReader(host)
  const rules = (name: string): ScriptValue[] => configured(reader, config, name).flatMap((value) => {
    const given = reader.shape(value)?.kind === 'function' ? reader.results(value) : [value]
    return given.flatMap((result) => {
      const phases = ['beforeFiles', 'afterFiles', 'fallback'].flatMap((phase) => reader.property(result, phase))
      const lists = phases.length > 0 ? phases : [result]
      return lists.flatMap((list) => reader.items(list)).flatMap((item) => reader.read(item))
    })
  })
  const sources = (rule: ScriptValue): string[] => {
    // A rule for some hosts, cookies or headers is another answer at addresses there are already.
    if (reader.property(rule, 'has').length > 0 || reader.property(rule, 'missing').length > 0) return []
    const isBare = reader.text(reader.property(rule, 'basePath')[0]) === 'false'
    return reader.property(rule, 'source').flatMap((value) => reader.texts(value))
      .map((source) => routePath(isBare ? '' : project.basePath, sourcePath(source)))
  }
  const known = new Set(pages.map(({ path }) => path))
  const bare = (path: string): RouteDeclaration => ({ path, kind: 'redirect', certainty: 'exact', file: config, leaves: [] })
  const rewritten = rules('rewrites').flatMap((rule) => {
    const destination = reader.text(reader.property(rule, 'destination')[0])
    const target = destination === null || !destination.startsWith('/') ? undefined
      : pageAt(pages, routePath(project.basePath, destination.replace(/[?#].*$/, '')))
    return sources(rule).map((path): RouteDeclaration => (target === undefined ? bare(path) : {
      path, kind: target.kind, certainty: target.certainty, file: config, leaves: target.leaves ?? [{ file: target.file }],
      shell: target.shell ?? [], ...(target.document === undefined ? {} : { document: target.document }),
    }))
  })
  return [...rewritten, ...rules('redirects').flatMap((rule) => sources(rule).map(bare))]
    .filter(({ path }) => !known.has(path) && known.add(path))
}

/** `/docs/:path*` → `docs/*`, `/:slug(\\d+)` → `:slug`. */
function sourcePath(source: string): string {
  return source.split('/').map((segment) => (/^:\w+[*+]$|^\(.*\)$|^\*$/.test(segment) ? '*' : segment.replace(/\([^()]*\)/g, ''))).join('/')
}

/** The page a destination leads to: the one that is written so, else the one whose parameters fit. */
function pageAt(pages: readonly RouteDeclaration[], destination: string): RouteDeclaration | undefined {
  const wanted = destination.split('/')
  const fits = (path: string): boolean => {
    const segments = path.split('/')
    return segments.length === wanted.length
      && segments.every((segment, index) => segment === wanted[index] || segment === '*' || (segment.startsWith(':') && wanted[index] !== ''))
  }
  return pages.find(({ path }) => path === destination) ?? pages.find(({ path, kind }) => kind !== 'redirect' && fits(path))
}

