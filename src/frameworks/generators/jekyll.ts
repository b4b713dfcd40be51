/** Jekyll. https://jekyllrb.com/docs/structure/ */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, extensionOf, join, stem } from '../paths.js'
import {
  addressPath, filesBelow, FrontMatter, folderName, isDocument, isSettings, MARKDOWN, settingAt, settingsOf, textAt, textsAt,
  type Settings,
} from './content.js'
import { documentPath, permalinkStyle, type Document } from './jekyll-permalinks.js'

const CONFIGS = ['_config.yml', '_config.yaml', '_config.toml']
const PAGES = new Set([...MARKDOWN, 'html', 'htm', 'xhtml', 'textile'])
/** https://jekyllrb.com/docs/configuration/options/#global-configuration: what is left out unless it is asked for */
const EXCLUDED = ['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules', 'vendor/bundle', 'vendor/cache', 'vendor/gems', 'vendor/ruby']

export const jekyll: Framework = {
  name: 'jekyll',
  docs: 'https://jekyllrb.com/docs/structure/',
  applications(host) {
    const roots = siteRoots(host)
    return roots.flatMap((root) => {
      const site = readSite(host, root, roots)
      return site === null ? [] : application(host, site)
    })
  },
}

/** Directories with a configuration or with layouts; other generators that name theirs alike are known by their packages. */
function siteRoots(host: FrameworkHost): string[] {
  const layouts = host.under('').flatMap((path) => /^(?:(.*)\/)?_layouts\/[^/]+\.html$/.exec(path)?.slice(1, 2) ?? [])
  const roots = new Set([...directoriesWith(host, CONFIGS), ...layouts.map((directory) => directory ?? '')])
  return [...roots].sort().filter((root) => {
    const packages = host.dependencies(root)
    return !packages.has('@11ty/eleventy') && !packages.has('hexo') && !host.has(join(root, '.eleventy.js'))
  })
}

interface Site {
  root: string
  source: string
  settings: Settings
  configs: string[]
  layouts: string
  includes: string
  /** Theme that is not in the repository as far as the configuration says. */
  theme: string | null
  /** Built by the service that adds plugins of its own. https://docs.github.com/en/pages */
  isHosted: boolean
  files: string[]
}

function readSite(host: FrameworkHost, root: string, roots: readonly string[]): Site | null {
  const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path))
  const settings = config === undefined ? {} : settingsOf(host, config)
  const source = join(root, folderName(textAt(settings, 'source') ?? ''))
  const files = filesBelow(host, source, roots)
  const gemfile = host.text(join(root, 'Gemfile'))
  const isSite = /\bjekyll\b|github-pages/.test(gemfile ?? '')
    || ['theme', 'remote_theme', 'collections', 'kramdown', 'permalink', 'plugins', 'gems'].some((key) => key in settings)
    || files.some((path) => /^_(?:layouts|includes|posts|drafts)\//.test(path.slice(source === '' ? 0 : source.length + 1)))
  if (!isSite) return null
  const others = host.under(root).filter((path) => /^_config[._-][\w.-]+\.ya?ml$/.test(path.slice(root === '' ? 0 : root.length + 1)))
  return {
    root, source, settings, configs: [...config === undefined ? [] : [config], ...others],
    layouts: join(source, folderName(textAt(settings, 'layouts_dir') ?? '_layouts')),
    includes: join(source, folderName(textAt(settings, 'includes_dir') ?? '_includes')),
    theme: textAt(settings, 'remote_theme') ?? textAt(settings, 'theme'),
    isHosted: gemfile === undefined || gemfile.includes('github-pages'),
    files,
  }
}

function application(host: FrameworkHost, site: Site): Application[] {
  const { root, source, settings, configs, layouts, includes, theme } = site
  const frontMatter = new FrontMatter(host)
  const shells = new Layouts(host, frontMatter, layouts)
  const documents = documentsOf(host, site, frontMatter)
  const routes = documents.flatMap((document): RouteDeclaration[] => {
    const { file, data } = document
    const written = layoutOf(site, shells, document)
    const shell = written === null ? [] : shells.around(written.name).map((layout) => ({ file: layout, certainty: written.certainty }))
    const page: RouteDeclaration = {
      path: documentPath(document, permalinkStyle(settings)), kind: 'page', certainty: 'exact', file, shell,
    }
    // https://github.com/jekyll/jekyll-redirect-from
    const old = textsAt(data, 'redirect_from').map((address): RouteDeclaration => (
      { path: addressPath(address), kind: 'redirect', certainty: 'exact', file, leaves: [] }))
    return [typeof data['redirect_to'] === 'string' ? { ...page, kind: 'redirect', shell: [] } : page, ...old]
  })
  routes.push(...staticPages(host, site, new Set(documents.map(({ file }) => file))))
  if (routes.length === 0) return []
  const isIncomplete = theme !== null && (shells.missing.size > 0 || includesOf(host, site).missing)
  const injections: Injection[] = isIncomplete ? [
    // The theme reads the configuration, and takes files of the site in place of its own.
    ...configs.map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
    ...includesOf(host, site).unnamed.map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
  ] : []
  return [{
    framework: 'jekyll', root, routes, injections,
    owns: [layouts, includes, join(source, '_site'), join(root, folderName(textAt(settings, 'destination') ?? '_site'))],
    templateRoots: [includes, layouts, source],
    unseen: isIncomplete ? [`The Jekyll theme ${theme}: it is not in the repository, and what its layouts put into pages is not seen.`] : [],
  }]
}

/** Everything that becomes a page: posts, documents of collections, and other files with front matter. */
function documentsOf(host: FrameworkHost, site: Site, frontMatter: FrontMatter): Document[] {
  const collections = collectionsOf(site)
  const documents = site.files.flatMap((file): Document[] => {
    const relative = site.source === '' ? file : file.slice(site.source.length + 1)
    const kind = kindOf(relative, collections)
    if (kind === null || !PAGES.has(extensionOf(file)) || isLeftOut(site, relative, kind.folder)) return []
    const own = frontMatter.of(file)
    if (own === null && kind.type !== 'posts') return []
    const data = { ...defaultsFor(site.settings, relative, kind.type), ...own }
    if (data['published'] === false) return []
    return [{ file, relative, type: kind.type, folder: kind.folder, data, permalink: collections.get(kind.type)?.permalink ?? null }]
  })
  // https://github.com/benbalter/jekyll-readme-index
  const readme = ['README.md', 'readme.md'].map((name) => join(site.source, name)).find((path) => host.has(path))
  const hasIndex = documents.some(({ relative }) => /^index\.\w+$/.test(relative)) || host.has(join(site.source, 'index.html'))
  if (readme !== undefined && site.isHosted && site.theme !== null && !hasIndex && frontMatter.of(readme) === null) {
    const data = { permalink: '/', ...defaultsFor(site.settings, 'README.md', 'pages') }
    documents.push({ file: readme, relative: 'README.md', type: 'pages', folder: '', data, permalink: null })
  }
  return documents
}

interface Collection {
  /** Relative to the source. */
  folder: string
  permalink: string | null
}

/** https://jekyllrb.com/docs/collections/: those that are written to pages. */
function collectionsOf({ settings }: Site): Map<string, Collection> {
  const found = new Map<string, Collection>()
  const given = settingAt(settings, 'collections')
  const directory = folderName(textAt(settings, 'collections_dir') ?? '')
  const entries = isSettings(given) ? Object.entries(given) : []
  for (const [name, options] of entries) {
    if (!isSettings(options) || options['output'] !== true) continue
    found.set(name, { folder: join(directory, `_${name}`), permalink: textAt(options, 'permalink') })
  }
  return found
}

/** What a file is by its folder; null for what the generator keeps to itself. */
function kindOf(relative: string, collections: ReadonlyMap<string, Collection>): { type: string; folder: string } | null {
  const posts = /^(?:.*\/)?_posts\//.exec(relative)
  if (posts) return /^\d{4}-\d{1,2}-\d{1,2}-/.test(relative.slice(relative.lastIndexOf('/') + 1)) ? { type: 'posts', folder: posts[0].slice(0, -1) } : null
  for (const [type, { folder }] of collections) if (relative.startsWith(`${folder}/`)) return { type, folder }
  return { type: 'pages', folder: '' }
}

function isLeftOut({ settings }: Site, relative: string, folder: string): boolean {
  const rest = folder === '' ? relative : relative.slice(folder.length + 1)
  const included = textsAt(settings, 'include')
  const isIncluded = included.some((name) => relative === name || relative.startsWith(`${folderName(name)}/`) || relative.split('/').includes(name))
  if (!isIncluded && rest.split('/').some((part) => /^[_.#~]|~$/.test(part))) return true
  const excluded = [...EXCLUDED, ...textsAt(settings, 'exclude')].map(folderName)
  return excluded.some((name) => relative === name || relative.startsWith(`${name}/`))
}

/** https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
function defaultsFor(settings: Settings, relative: string, type: string): Settings {
  const defaults = settings['defaults']
  if (!Array.isArray(defaults)) return {}
  const fitting = defaults.filter(isSettings).flatMap((entry) => {
    const scope = settingAt(entry, 'scope')
    const values = settingAt(entry, 'values')
    if (!isSettings(scope) || !isSettings(values)) return []
    const path = folderName(textAt(scope, 'path') ?? '')
    const wanted = textAt(scope, 'type')
    if (wanted !== null && wanted !== type && `${wanted}s` !== type) return []
    return isInScope(path, relative) ? [{ rank: path.length * 2 + (wanted === null ? 0 : 1), values }] : []
  })
  return Object.assign({}, ...fitting.sort((a, b) => a.rank - b.rank).map(({ values }) => values)) as Settings
}

function isInScope(path: string, relative: string): boolean {
  if (path === '' || relative === path || relative.startsWith(`${path}/`)) return true
  if (!path.includes('*')) return false
  const pattern = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')
  return new RegExp(`^${pattern}(?:/|$)`).test(relative)
}

/** The layout a page names; on the hosted service, Markdown without one gets one that is there. */
function layoutOf(
  { isHosted }: Site, layouts: Layouts, { relative, type, data }: Document,
): { name: string; certainty: 'exact' | 'likely' } | null {
  const written = data['layout']
  if (typeof written === 'string') return written === 'none' || written === '' ? null : { name: written, certainty: 'exact' }
  if (written !== undefined || !isHosted || !MARKDOWN.has(extensionOf(relative))) return null
  // https://github.com/benbalter/jekyll-default-layout
  const usual = type === 'posts' ? ['post', 'default'] : /^index\.\w+$/.test(relative) ? ['home', 'page', 'default'] : ['page', 'default']
  const name = usual.find((candidate) => layouts.named(candidate) !== null)
  return name === undefined ? null : { name, certainty: 'likely' }
}

/** Layouts and the layouts around them. */
class Layouts {
  /** Layouts that pages name and the repository does not hold. */
  readonly missing = new Set<string>()
  private readonly byName = new Map<string, string>()

  constructor(host: FrameworkHost, private readonly frontMatter: FrontMatter, directory: string) {
    for (const file of host.under(directory)) this.byName.set(file.slice(directory.length + 1).replace(/\.\w+$/, ''), file)
  }

  named(name: string): string | null {
    return this.byName.get(folderName(name).replace(/\.\w+$/, '')) ?? null
  }

  /** Outermost first. */
  around(name: string): string[] {
    const found: string[] = []
    for (let at: string | null = name; at !== null;) {
      const file = this.named(at)
      if (file === null) this.missing.add(at)
      if (file === null || found.includes(file)) break
      found.unshift(file)
      const outer: unknown = this.frontMatter.of(file)?.['layout']
      at = typeof outer === 'string' && outer !== 'none' ? outer : null
    }
    return found
  }
}

/** Files that are copied as they stand. */
function staticPages(host: FrameworkHost, site: Site, known: ReadonlySet<string>): RouteDeclaration[] {
  return site.files.flatMap((file): RouteDeclaration[] => {
    const relative = site.source === '' ? file : file.slice(site.source.length + 1)
    if (!/\.x?html?$/i.test(file) || known.has(file) || isLeftOut(site, relative, '') || !host.isProduct(file)) return []
    return isDocument(host.text(file) ?? '') ? [{ path: addressPath(relative), kind: 'static', certainty: 'exact', file }] : []
  })
}

const INCLUDES = /\{%-?\s*include(?:_cached)?\s+["']?([\w./-]+)/g

/** Includes that nothing in the repository names are there for the theme; and whether one that is named is the theme's. */
function includesOf(host: FrameworkHost, { layouts, includes, files }: Site): { unnamed: string[]; missing: boolean } {
  const own = host.under(includes)
  const named = new Set<string>()
  const templates = [...host.under(layouts), ...own, ...files.filter((file) => PAGES.has(extensionOf(file)))]
  for (const file of new Set(templates)) {
    for (const match of (host.text(file) ?? '').matchAll(INCLUDES)) named.add(match[1] as string)
  }
  const names = own.map((file) => file.slice(includes.length + 1))
  const unnamed = own.filter((file, at) => !named.has(names[at] as string) && !named.has(stem(file)) && /\.(html|liquid)$/.test(file))
  const isThere = (name: string): boolean => names.some((own) => own === name || own.replace(/\.\w+$/, '') === name)
  return { unnamed, missing: [...named].some((name) => !isThere(name)) }
}
