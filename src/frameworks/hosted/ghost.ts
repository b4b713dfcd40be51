/** Themes of Ghost. https://docs.ghost.org/themes/structure */
import type { Certainty, ReachEdge } from '../../types.js'
import { assetEdges } from '../assets.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { mergedRoutes } from '../merged-routes.js'
import { directoriesWith, join, routePath } from '../paths.js'
import { mapping, textIn, textsIn, yamlMapping, type Mapping } from '../yaml.js'

export const ghost: Framework = {
  name: 'ghost',
  docs: 'https://docs.ghost.org/themes/structure',
  applications(host) {
    return directoriesWith(host, ['post.hbs']).filter((root) => isTheme(host, root)).map((root) => application(host, root))
  },
}

/** Two templates are required; many other sites have templates of these names. */
function isTheme(host: FrameworkHost, root: string): boolean {
  if (!host.has(join(root, 'index.hbs'))) return false
  const engines = mapping(mapping(host.json(join(root, 'package.json')))['engines'])
  return 'ghost' in engines || 'ghost-api' in engines
    || [...templatesOf(host, root).values()].some((file) => /\{\{\{?~?\s*ghost_head\b/.test(host.text(file) ?? ''))
}

/** Name → file of the templates of a theme; those in folders are named with them: `members/signin`. */
function templatesOf(host: FrameworkHost, root: string): Map<string, string> {
  const found = host.under(root).flatMap((file): [string, string][] => {
    const name = /^(?!partials\/|node_modules\/)(.+)\.hbs$/.exec(file.slice(root === '' ? 0 : root.length + 1))?.[1]
    return name === undefined ? [] : [[name, file]]
  })
  return new Map(found)
}

function application(host: FrameworkHost, root: string): Application {
  const templates = templatesOf(host, root)
  const routing = routingOf(host, root)
  const routes = [customRoutes, entryRoutes, listRoutes].flatMap((routesOf) => routesOf(templates, routing))
  return {
    framework: 'ghost', root, routes: mergedRoutes(routes), edges: scriptEdges(host, root),
    owns: [...templates.values(), join(root, 'partials'), join(root, 'assets'), join(root, 'members')],
    templateRoots: [join(root, 'partials'), root],
    unseen: ['Code injection, set in the administration for the whole site, for single posts and for tags.'],
  }
}

interface Routing {
  /** Where it is written; null for what a site has that says nothing. */
  file: string | null
  routes: Mapping
  collections: Mapping
  taxonomies: Mapping
}

/** https://docs.ghost.org/themes/routing: one file a site, kept outside of the theme or beside it. */
function routingOf(host: FrameworkHost, root: string): Routing {
  const usual: Mapping = { '/': { permalink: '/{slug}/', template: 'index' } }
  const known = ['routes.yaml', 'routes.yml'].flatMap((name) => host.named(name))
  const file = known.find((path) => path.startsWith(join(root, ''))) ?? (known.length === 1 ? known[0] as string : null)
  const given = file === null ? {} : yamlMapping(host, file)
  if (!('routes' in given || 'collections' in given)) {
    return { file: null, routes: {}, collections: usual, taxonomies: { tag: '/tag/{slug}/', author: '/author/{slug}/' } }
  }
  return { file, routes: mapping(given['routes']), collections: mapping(given['collections']), taxonomies: mapping(given['taxonomies']) }
}

/** `context`: what `{{#is "…"}}` calls the page. https://docs.ghost.org/themes/contexts */
function page(
  path: string, file: string, context: string, certainty: Certainty, leaf: Certainty = certainty,
): RouteDeclaration {
  return { path, kind: 'page', certainty, file, names: [context], leaves: [{ file, certainty: leaf }] }
}

/** `/{primary_tag}/{slug}/` → `/:primary_tag/:slug`. */
function address(written: string): string {
  return routePath(written.replace(/\{(\w+)\}/g, ':$1'))
}

/** The first template of several that is there. */
function chosen(templates: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  return names.map((name) => templates.get(name.replace(/\.hbs$/, ''))).find((file) => file !== undefined) ?? null
}

/** `/signin/: signin`, `/about/: { template: about, data: page.about }`, a channel with a list of posts. */
function customRoutes(templates: ReadonlyMap<string, string>, { routes }: Routing): RouteDeclaration[] {
  return Object.entries(routes).flatMap(([path, given]) => {
    const file = chosen(templates, [...textsIn(given), ...textsIn(mapping(given)['template']), 'index'])
    return file === null ? [] : [page(address(path), file, 'custom', 'exact')]
  })
}

/**
 * Posts and pages: a template of their own by their slug, one that their author chose, or the common one.
 * https://docs.ghost.org/themes/contexts/post
 */
function entryRoutes(templates: ReadonlyMap<string, string>, { collections }: Routing): RouteDeclaration[] {
  const custom = [...templates].filter(([name]) => name.startsWith('custom-')).map(([, file]) => file)
  const permalinks = Object.values(collections).flatMap((given) => textIn(mapping(given)['permalink']) ?? [])
  const at = (permalink: string, kind: 'post' | 'page', usual: string | null): RouteDeclaration[] => [
    ...usual === null ? [] : [page(address(permalink), usual, kind, 'exact')],
    ...custom.map((file) => page(address(permalink), file, kind, 'exact', 'possible')),
    ...[...templates].filter(([name]) => name.startsWith(`${kind}-`)).map(([name, file]) => (
      page(address(permalink.replace('{slug}', name.slice(kind.length + 1))), file, kind, 'likely'))),
  ]
  return [
    ...permalinks.flatMap((permalink) => at(permalink, 'post', chosen(templates, ['post']))),
    ...at('/{slug}/', 'page', chosen(templates, ['page', 'post'])),
  ]
}

function listRoutes(templates: ReadonlyMap<string, string>, { collections, taxonomies }: Routing): RouteDeclaration[] {
  const lists = Object.entries(collections).flatMap(([path, given]): RouteDeclaration[] => {
    const own = chosen(templates, [...textsIn(mapping(given)['template']), 'index'])
    const home = path === '/' ? templates.get('home') : undefined
    // The first page of the home collection has a template of its own; the others do not.
    return [
      ...own === null ? [] : [page(address(home === undefined ? path : '/page/:page'), own, 'index', 'exact')],
      ...home === undefined ? [] : [page('/', home, 'home', 'exact')],
    ]
  })
  const archives = Object.entries(taxonomies).flatMap(([kind, given]): RouteDeclaration[] => {
    const permalink = textIn(given)
    const usual = chosen(templates, [kind, 'index'])
    if (permalink === null || usual === null) return []
    return [
      page(address(permalink), usual, kind, 'exact'),
      ...[...templates].filter(([name]) => name.startsWith(`${kind}-`)).map(([name, file]) => (
        page(address(permalink.replace('{slug}', name.slice(kind.length + 1))), file, kind, 'likely'))),
    ]
  })
  const others = ['error-404', 'error'].flatMap((name) => templates.get(name) ?? []).slice(0, 1)
  const locked = templates.get('private')
  return [
    ...lists, ...archives, ...others.map((file) => page('/404', file, 'error', 'likely')),
    ...locked === undefined ? [] : [page('/private', locked, 'private', 'exact')],
  ]
}

/** `{{asset "js/site.js"}}`: https://docs.ghost.org/themes/helpers/data/asset */
function scriptEdges(host: FrameworkHost, root: string): ReachEdge[] {
  return assetEdges(host, host.under(root).filter((file) => file.endsWith('.hbs')), [{
    pattern: /\{\{\{?~?\s*asset\s+(['"][^'"\n]+['"])/g,
    candidates: (path) => [join(root, `assets/${path}`)],
  }])
}
