/** WordPress: themes, classic and of blocks, and plugins. https://developer.wordpress.org/themes/basics/template-hierarchy/ */
import type { Application, Framework, FrameworkHost, Injection } from '../../framework.js'
import { join } from '../../paths.js'
import { blockEdges, chosenPatterns } from './blocks.js'
import { findThemes, type Theme } from './headers.js'
import type { ContentTypes } from './hierarchy.js'
import { hiddenTemplates, replacedParts, themeRoutes } from './theme.js'

export const wordPress: Framework = {
  name: 'wordpress',
  docs: 'https://developer.wordpress.org/themes/basics/template-hierarchy/',
  applications(host) {
    const themes = findThemes(host)
    const hidden = hiddenTemplates(host, themes)
    // A parent without its child is shown nowhere.
    const shown = themes.filter(({ directory }) => !themes.some(({ parent }) => parent === directory))
    return shown.map((theme) => ({ ...themeApplication(host, theme), tables: hidden }))
  },
}

function themeApplication(host: FrameworkHost, theme: Theme): Application {
  const types: ContentTypes = { entries: new Map(), archives: new Map(), taxonomies: new Map() }
  const edges = blockEdges(host, theme)
  const directories = theme.parent === null ? [theme.directory] : [theme.directory, theme.parent]
  const functions = directories.map((directory) => join(directory, 'functions.php')).filter((file) => host.has(file))
  return {
    framework: 'wordpress',
    root: theme.directory,
    routes: themeRoutes(host, theme, types),
    injections: [
      ...functions.map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
      ...chosenPatterns(host, theme, edges).map((file): Injection => ({ file, scope: 'all', certainty: 'possible' })),
    ],
    edges: [...edges, ...replacedParts(host, theme)],
  }
}
