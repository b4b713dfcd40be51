/** Drupal 8 and later, and Drupal 7. https://www.drupal.org/docs/drupal-apis/routing-system */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import { mergedRoutes } from '../merged-routes.js'
import { textIn, yamlMapping } from '../../yaml.js'
import { findExtensions, type Extension } from './extensions.js'
import { edgesOfLibraries } from './libraries.js'
import { exportedRoutes, moduleRoutes } from './routing.js'
import {
  hiddenTemplates, pageLeaves, sharedTemplates, shownThemes, suggestedPaths, type DrupalTheme,
} from './templates.js'

export const drupal: Framework = {
  name: 'drupal',
  docs: 'https://www.drupal.org/docs/drupal-apis/routing-system',
  applications(host) {
    const extensions = findExtensions(host)
    return extensions.length === 0 ? [] : [application(host, extensions)]
  },
}

function application(host: FrameworkHost, extensions: readonly Extension[]): Application {
  const themes = shownThemes(host, extensions, chosenTheme(host))
  const declared = [...moduleRoutes(host, extensions), ...exportedRoutes(host)]
  const routes = mergedRoutes([...declared, ...siteRoutes(themes)]).map((route): RouteDeclaration => (
    route.kind === 'page' ? { ...route, leaves: [...pageLeaves(themes, route.path), ...route.leaves ?? []] } : route
  ))
  return {
    framework: 'drupal',
    root: '',
    routes,
    injections: [...themes.flatMap(themeInjections), ...moduleScripts(extensions)],
    edges: [...edgesOfLibraries(host, extensions), ...scriptEdges(extensions)],
    tables: hiddenTemplates(host, themes, extensions),
    owns: extensions.map(({ directory }) => directory).filter((directory) => directory !== ''),
  }
}

/** The theme a site shows, when its configuration is exported. */
function chosenTheme(host: FrameworkHost): string | null {
  return host.named('system.theme.yml').map((file) => textIn(yamlMapping(host, file)['default'])).find((name) => name !== null) ?? null
}

/** What every site has: its front page, content at addresses the database knows, and the pages of an account. */
function siteRoutes(themes: readonly DrupalTheme[]): RouteDeclaration[] {
  const [first] = themes
  if (!first) return []
  const { file } = first.extension
  const page = (path: string, certainty: Certainty, at = file): RouteDeclaration => ({ path, kind: 'page', certainty, file: at, leaves: [] })
  return [
    page('/', 'exact'),
    ...['/user/login', '/user/register', '/user/password'].map((path) => page(path, 'likely')),
    ...themes.flatMap(({ templates }) => suggestedPaths(templates).map((place) => page(place.path, 'likely', place.file))),
    page('/*', 'possible'),
  ]
}

/** A theme's own libraries and scripts are on all its pages. */
function themeInjections(theme: DrupalTheme): Injection[] {
  const { extension, certainty } = theme
  return [
    ...sharedTemplates(theme),
    ...extension.libraries.length + extension.scripts.length > 0
      ? [{ file: extension.file, scope: 'all', certainty } satisfies Injection] : [],
  ]
}

function moduleScripts(extensions: readonly Extension[]): Injection[] {
  return extensions.filter(({ kind, scripts }) => kind === 'module' && scripts.length > 0)
    .map(({ file }) => ({ file, scope: 'all', certainty: 'exact' }))
}

/** Drupal 7: `scripts[] = js/site.js` of a theme or module. */
function scriptEdges(extensions: readonly Extension[]): ReachEdge[] {
  return extensions.flatMap(({ file, scripts }) => scripts.map((script): ReachEdge => ({
    from: { file, unit: null }, offset: null, kind: 'asset', certainty: 'exact', to: { file: script, unit: null },
  })))
}
