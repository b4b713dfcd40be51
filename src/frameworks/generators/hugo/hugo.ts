/** Hugo. https://gohugo.io/getting-started/directory-structure/ */
import type { ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { join, routePath, stem } from '../../paths.js'
import { folderName, FrontMatter, settingAt, textAt } from '../content.js'
import { hugoPages, type HugoPage } from './content.js'
import { hugoSites, type HugoSite } from './site.js'
import { HugoTemplates, type PageShape } from './templates.js'

export const hugo: Framework = {
  name: 'hugo',
  docs: 'https://gohugo.io/getting-started/directory-structure/',
  applications: (host) => hugoSites(host).flatMap((site) => application(host, site)),
}

function application(host: FrameworkHost, site: HugoSite): Application[] {
  const { root, settings, configs, layouts } = site
  const templates = new HugoTemplates(host, layouts)
  const pages = hugoPages(host, site, new FrontMatter(host))
  const bases = new Bases(templates)
  const isWithoutContent = site.content.length === 0
  const routes = isWithoutContent ? routesOfTemplates(templates, bases) : pages.flatMap((page) => routesOf(site, templates, bases, page))
  const notFound = templates.named('404')
  if (notFound !== null && routes.length > 0) {
    routes.push({ path: '/404.html', kind: 'page', certainty: 'exact', file: notFound, ...bases.around(notFound, { kind: 'page', path: '404', type: 'page', layout: null }) })
  }
  if (routes.length === 0) return []
  const isIncomplete = site.missingThemes.length > 0
  const calls = templateCalls(host, layouts)
  const injections: Injection[] = [
    ...isIncomplete ? [...configs, ...unnamedPartials(host, site, calls)].map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })) : [],
    // https://gohugo.io/render-hooks/introduction/: for headings, links and the like of any page.
    ...layouts.flatMap((layer) => host.under(layer)).filter((file) => /\/_markup\//.test(file)).map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
  ]
  return [{
    framework: 'hugo', root, routes, injections,
    edges: [
      ...bases.edges(), ...shortcodeEdges(host, site, pages), ...assetEdges(host, site),
      ...isIncomplete ? [] : embeddedTemplateEdges(host, site, calls),
    ],
    owns: [...layouts, join(root, 'archetypes'), join(root, 'data'), join(root, folderName(textAt(settings, 'publishDir') ?? 'public')), join(root, 'themes')],
    templateRoots: [...layouts.flatMap((layer) => [`${layer}/_partials`, `${layer}/partials`]), ...layouts],
    unseen: isIncomplete ? [`The Hugo ${site.missingThemes.length === 1 ? 'theme' : 'themes'} ${site.missingThemes.join(', ')}: not in the repository, so that what its layouts put into pages is not seen.`] : [],
  }]
}

function routesOf(site: HugoSite, templates: HugoTemplates, bases: Bases, page: HugoPage): RouteDeclaration[] {
  const { file, address, shape, aliases } = page
  const template = templates.of(shape)
  // A list without content and without a template is not written.
  const source = file ?? template ?? (shape.kind === 'home' ? site.configs[0] ?? null : null)
  if (source === null) return []
  const around = template === null ? {} : bases.around(template, shape)
  const leaves = [file, template].flatMap((leaf) => (leaf === null ? [] : [{ file: leaf }]))
  return [
    { path: address, kind: 'page', certainty: 'exact', file: source, leaves, ...around },
    ...aliases.map((path): RouteDeclaration => ({ path, kind: 'redirect', certainty: 'exact', file: source, leaves: [] })),
  ]
}

/** A theme by itself has no pages yet: its templates say of which kinds there can be some. */
function routesOfTemplates(templates: HugoTemplates, bases: Bases): RouteDeclaration[] {
  const route = (path: string, shape: PageShape): RouteDeclaration[] => {
    const template = templates.of(shape)
    if (template === null) return []
    const certainty = shape.kind === 'home' ? 'exact' : 'possible'
    return [{ path, kind: 'page', certainty, file: template, leaves: [{ file: template }], ...bases.around(template, shape) }]
  }
  const of = (kind: PageShape['kind'], path: string, type: string): PageShape => ({ kind, path, type, layout: null })
  const sections = templates.all().flatMap((file) => {
    const layer = templates.layers.find((directory) => file.startsWith(`${directory}/`)) ?? ''
    return /^([a-z][\w-]*)\/(?:list|single|section|page|all)\.\w+$/i.exec(file.slice(layer.length + 1))?.[1] ?? []
  }).filter((name) => !/^(?:partials|shortcodes|taxonomy|term|section|page|post?s?_?default)$/.test(name))
  return [
    ...route('/', of('home', '', 'page')),
    ...[...new Set(sections)].flatMap((name) => [
      ...route(routePath(name), of('section', name, name)), ...route(routePath(name, ':page'), of('page', `${name}/page`, name)),
    ]),
    ...route('/:section', of('section', 'section', 'section')),
    ...route('/:section/:page', of('page', 'section/page', 'section')),
  ]
}

/** Bases of templates: an edge where all pages of a template have the same, so that regions it fills itself are known. */
class Bases {
  private readonly found = new Map<string, Set<string | null>>()
  private readonly asked: { template: string; base: string | null; shell: NonNullable<RouteDeclaration['shell']> }[] = []

  constructor(private readonly templates: HugoTemplates) {}

  around(template: string, shape: PageShape): Pick<RouteDeclaration, 'shell'> {
    const base = this.templates.baseOf(template, shape)
    const known = this.found.get(template) ?? new Set()
    this.found.set(template, known.add(base))
    const shell: NonNullable<RouteDeclaration['shell']> = []
    this.asked.push({ template, base, shell })
    return { shell }
  }

  /** Call when all pages are known: fills in the shells of those whose template stands in several bases. */
  edges(): ReachEdge[] {
    for (const { template, base, shell } of this.asked) {
      if (base !== null && (this.found.get(template)?.size ?? 0) > 1) shell.push({ file: base })
    }
    return [...this.found].flatMap(([template, bases]): ReachEdge[] => {
      const [base = null] = bases
      if (base === null || bases.size > 1) return []
      return [{ from: { file: template, unit: null }, offset: null, kind: 'extends', certainty: 'exact', to: { file: base, unit: null } }]
    })
  }
}

interface TemplateCall {
  file: string
  offset: number
  /** As written, without a folder of Hugo's own in front. */
  name: string
}

const CALLS = /\{\{-?[^{}]*?\b(?:template|partial|partialCached|partials\.Include(?:Cached)?)\s+["`](?:_internal\/)?([^"`]+)["`]/g

function templateCalls(host: FrameworkHost, layouts: readonly string[]): TemplateCall[] {
  return layouts.flatMap((layer) => host.under(layer)).flatMap((file) =>
    [...(host.text(file) ?? '').matchAll(CALLS)].map((match) => ({ file, offset: match.index, name: match[1] as string })))
}

/** Partials that nothing here names are there for the theme that is not here. */
function unnamedPartials(host: FrameworkHost, { layouts }: HugoSite, calls: readonly TemplateCall[]): string[] {
  const named = new Set(calls.map(({ name }) => name.replace(/\.\w+$/, '')))
  return layouts.flatMap((layer) => ['_partials', 'partials'].flatMap((folder) => host.under(`${layer}/${folder}`)
    .filter((file) => !named.has(file.slice(layer.length + folder.length + 2).replace(/\.\w+$/, '')))))
}

/**
 * Templates that are part of Hugo show what the configuration says under their own name, unless it switches them off.
 * https://gohugo.io/templates/embedded/
 */
function embeddedTemplateEdges(host: FrameworkHost, { settings, configs, layouts }: HugoSite, calls: readonly TemplateCall[]): ReachEdge[] {
  const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const isHere = (name: string): boolean => layouts.some((layer) => ['_partials', 'partials', ''].some((folder) => host.has(join(join(layer, folder), name))))
  return calls.filter(({ name }) => !isHere(name)).flatMap(({ file, offset, name }) => {
    const wanted = squeezed(stem(name))
    return configs.flatMap((config) => host.facts(config).settings.flatMap(({ keys, start, end }): ReachEdge[] => {
      const key = keys.find((part) => squeezed(part) === wanted)
      if (key === undefined || settingAt(settings, 'privacy', key, 'disable') === true) return []
      return [{
        from: { file, unit: null }, offset, kind: 'inject', certainty: 'exact', to: { file: config, unit: null }, part: { start, end },
      }]
    }))
  })
}

const SHORTCODES = /\{\{[<%]\s*\/?\s*([\w./-]+)/g

/** https://gohugo.io/content-management/shortcodes/ */
function shortcodeEdges(host: FrameworkHost, { layouts }: HugoSite, pages: readonly HugoPage[]): ReachEdge[] {
  const byName = new Map<string, string>()
  for (const layer of layouts) {
    for (const file of host.under(layer)) {
      const name = /(?:^|\/)_?shortcodes\/(.+?)\.[\w.]+$/.exec(file.slice(layer.length))?.[1]
      if (name !== undefined && !byName.has(name)) byName.set(name, file)
    }
  }
  if (byName.size === 0) return []
  return pages.flatMap(({ file }) => {
    const firsts = new Map<string, number>()
    for (const match of (file === null ? '' : host.text(file) ?? '').matchAll(SHORTCODES)) {
      const shown = byName.get(match[1] as string)
      if (shown !== undefined && !firsts.has(shown)) firsts.set(shown, match.index)
    }
    return [...firsts].map(([shown, offset]): ReachEdge => (
      { from: { file: file as string, unit: null }, offset, kind: 'include', certainty: 'exact', to: { file: shown, unit: null } }))
  })
}

const RESOURCES = /\bresources\.Get\s+["`]\/?([\w@./-]+)["`]/g

/** Scripts that templates take from the folder of assets. https://gohugo.io/functions/resources/get/ */
function assetEdges(host: FrameworkHost, { root, settings, layouts }: HugoSite): ReachEdge[] {
  const folders = [join(root, folderName(textAt(settings, 'assetDir') ?? 'assets')), ...layouts.map((layer) => layer.replace(/[^/]*$/, 'assets'))]
  return layouts.flatMap((layer) => host.under(layer)).flatMap((file) => [...(host.text(file) ?? '').matchAll(RESOURCES)].flatMap((match): ReachEdge[] => {
    const asset = folders.map((folder) => join(folder, match[1] as string)).find((path) => host.has(path))
    if (asset === undefined) return []
    return [{ from: { file, unit: null }, offset: match.index, kind: 'asset', certainty: 'exact', to: { file: asset, unit: null } }]
  }))
}
