/** Drupal 8 and later, and Drupal 7. https://www.drupal.org/docs/drupal-apis/routing-system */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import { mergedRoutes } from '../merged-routes.js'
import { textIn, yamlMapping } from '../../yaml.js'
import { findExtensions, type Extension } from './extensions.js'
import { hookedCode, placesOn } from './hooks.js'
import { edgesOfLibraries } from './libraries.js'
import { exportedRoutes, moduleRoutes } from './routing.js'
import { shownByConfiguration } from './shown.js'
import {
  hiddenTemplates, pageLeaves, sharedTemplates, shownThemes, suggestedPaths, themedEdges, type DrupalTheme,
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
  const shown = shownByConfiguration(host, extensions)
  const sureness = new Map(themes.map(({ extension, certainty }) => [extension, certainty]))
  const hooked = hookedCode(host, extensions, (extension) => sureness.get(extension) ?? 'exact')
  const declared = [...moduleRoutes(host, extensions), ...exportedRoutes(host), ...shown.routes]
  const routes = mergedRoutes([...declared, ...siteRoutes(themes, hooked[0]?.place.file ?? shown.injections[0]?.file)]).map((route): RouteDeclaration => (
    route.kind !== 'page' ? route : {
      ...route, leaves: [...pageLeaves(themes, route.path), ...route.leaves ?? []],
      places: [...route.places ?? [], ...placesOn(hooked, route.path)],
    }))
  return {
    framework: 'drupal',
    root: '',
    routes,
    injections: [...themes.flatMap(themeInjections), ...moduleScripts(extensions), ...shown.injections],
    edges: [...edgesOfLibraries(host, extensions), ...scriptEdges(extensions), ...themedEdges(host, extensions, themes)],
    tables: hiddenTemplates(host, themes, extensions),
    owns: extensions.map(({ directory }) => directory).filter((directory) => directory !== ''),
  }
}

/** The theme a site shows, when its configuration is exported. */
function chosenTheme(host: FrameworkHost): string | null {
  return host.named('system.theme.yml').map((file) => textIn(yamlMapping(host, file)['default'])).find((name) => name !== null) ?? null
}

/**
 * What every site has: its front page, content at addresses the database knows, and the pages of an account. `acting`:
 * a file that acts on pages without a theme, in a module that is used in any site.
 */
function siteRoutes(themes: readonly DrupalTheme[], acting: string | undefined): RouteDeclaration[] {
  const file = themes[0]?.extension.file
  const page = (path: string, certainty: Certainty, at: string): RouteDeclaration => ({ path, kind: 'page', certainty, file: at, leaves: [] })
  if (file === undefined) return acting === undefined ? [] : [page('/*', 'possible', acting)]
  const account = (path: string, name: string): RouteDeclaration => ({ ...page(path, 'likely', file), names: [name] })
  return [
    page('/', 'exact', file),
    account('/user/login', 'user.login'), account('/user/register', 'user.register'), account('/user/password', 'user.pass'),
    ...themes.flatMap(({ templates }) => suggestedPaths(templates).map((place) => page(place.path, 'likely', place.file))),
    page('/*', 'possible', file),
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
