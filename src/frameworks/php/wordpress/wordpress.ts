/**
 * WordPress: themes, classic and of blocks, and plugins.
 * https://developer.wordpress.org/themes/basics/template-hierarchy/
 */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { join } from '../../paths.js'
import { mergedRoutes } from '../merged-routes.js'
import { blockEdges, chosenPatterns } from './blocks.js'
import { contentTypes } from './content-types.js'
import { firings, type Firing } from './fired.js'
import { findPlugins, findThemes, type Plugin, type Theme } from './headers.js'
import type { ContentTypes } from './hierarchy.js'
import { hookedCode, placesOn, type HookedCode } from './hooks.js'
import { publicFunctions } from './public-functions.js'
import { scriptEdges } from './scripts.js'
import { siteCode } from './site-code.js'
import { hiddenTemplates, replacedParts, themeRoutes } from './theme.js'

export const wordPress: Framework = {
  name: 'wordpress',
  docs: 'https://developer.wordpress.org/themes/basics/template-hierarchy/',
  applications(host) {
    const themes = findThemes(host)
    const plugins = findPlugins(host)
    if (themes.length === 0 && plugins.length === 0) return []
    const hidden = hiddenTemplates(host, themes)
    // A parent without its child is shown nowhere.
    const shown = themes.filter(({ directory }) => !themes.some(({ parent }) => parent === directory))
    const code = siteCode(host, themes, plugins)
    const hooked = hookedCode(code)
    if (shown.length === 0) for (const place of publicFunctions(code)) hooked.places.push({ place, on: 'all', certainty: 'possible' })
    const types = contentTypes(code)
    const applications = shown.map((theme) => themeApplication(host, theme, types, hooked))
    const [first, ...others] = applications.length > 0 ? applications : [withoutTheme(plugins, hooked)]
    if (!first) return []
    return [
      {
        ...first,
        // Code of hooks that no template fires is on none.
        tables: [...hidden, ...hooked.hidden, ...hooked.places.flatMap(({ place, firedBy }) => (firedBy ? [place] : []))],
        edges: [...(first.edges ?? []), ...hooked.edges, ...scriptEdges(code)],
        owns: [
          ...plugins.flatMap(({ root }) => (root === '' ? phpBelow(host, root) : [root])),
          ...themes.flatMap(({ directory }) => phpBelow(host, directory)),
        ],
      },
      ...others,
    ].map((application) => ({
      ...application,
      injections: [...(application.injections ?? []), ...pluginCode(plugins)],
    }))
  },
}

function themeApplication(host: FrameworkHost, theme: Theme, types: ContentTypes, hooked: HookedCode): Application {
  const edges = blockEdges(host, theme)
  const directories = theme.parent === null ? [theme.directory] : [theme.directory, theme.parent]
  const fires = firings(host, theme)
  const functions = directories.map((directory) => join(directory, 'functions.php')).filter((file) => host.has(file))
  return {
    framework: 'wordpress',
    root: theme.directory,
    routes: withHooks([...themeRoutes(host, theme, types), ...hooked.routes], hooked, fires),
    injections: [
      ...functions.map((file): Injection => ({ file, scope: PAGES, certainty: 'likely' })),
      ...chosenPatterns(host, theme, edges).map((file): Injection => ({ file, scope: PAGES, certainty: 'possible' })),
    ],
    edges: [...edges, ...replacedParts(host, theme)],
  }
}

/** What a theme shows: the log-in page has no theme. */
const PAGES = { exclude: ['/wp-login.php', '/wp-admin/**'] }

/** A plugin alone runs in any site: which pages that has, its database knows. */
function withoutTheme(plugins: readonly Plugin[], hooked: HookedCode): Application {
  const [plugin] = plugins
  const any: RouteDeclaration = {
    path: '/*',
    kind: 'page',
    certainty: 'possible',
    file: plugin?.main ?? '',
    leaves: [],
  }
  return { framework: 'wordpress', root: '', routes: withHooks([any, ...hooked.routes], hooked) }
}

function withHooks(
  routes: readonly RouteDeclaration[], hooked: HookedCode, fires: (file: string, by: Firing) => boolean = () => true,
): RouteDeclaration[] {
  return mergedRoutes(routes).map((route) => {
    const templates = route.leaves ?? []
    const places = placesOn(hooked, route.path, (by) =>
      templates.length === 0 || templates.some(({ file }) => fires(file, by)))
    return places.length === 0 ? route : { ...route, places: [...(route.places ?? []), ...places] }
  })
}

/** The file a plugin begins with runs on every page, whatever it does there. */
function pluginCode(plugins: readonly Plugin[]): Injection[] {
  return plugins.map(({ main }) => ({ file: main, scope: PAGES, certainty: 'likely' }))
}

/** A theme, and a plugin at the top of the tree, own their code and leave what is not PHP to others. */
function phpBelow(host: FrameworkHost, directory: string): string[] {
  return host.under(directory).filter((file) => file.endsWith('.php'))
}

