/** What themes, plugins and their templates say of themselves in a comment at the top of a file. */
import type { FrameworkHost } from '../../framework.js'
import { directoryOf } from '../../../paths.js'
import { join, stem } from '../../paths.js'

/** WordPress looks no further: https://developer.wordpress.org/reference/functions/get_file_data/ */
const LOOKED_AT = 8192

/** The value of `Name: value` in a header comment; null when there is none. */
export function headerValue(text: string, name: string): string | null {
  const found = new RegExp(`^(?:[ \\t]*<\\?php)?[ \\t/*#@]*${name}[ \\t]*:(.*)$`, 'im').exec(text.slice(0, LOOKED_AT))
  const value = found?.[1]?.replace(/\s*(?:\*\/|\?>).*$/, '').trim()
  return value === undefined || value === '' ? null : value
}

export interface Theme {
  directory: string
  /** Directory of the theme whose templates it falls back on; null when it has none, or it is not in the tree. */
  parent: string | null
}

/** https://developer.wordpress.org/themes/advanced-topics/child-themes/ */
export function findThemes(host: FrameworkHost): Theme[] {
  const found = new Map<string, string | null>()
  for (const file of host.named('style.css')) {
    const text = host.text(file) ?? ''
    const directory = directoryOf(file)
    if (headerValue(text, 'Theme Name') !== null || isNameless(host, directory)) found.set(directory, headerValue(text, 'Template'))
  }
  return [...found].map(([directory, template]) => {
    const beside = template === null ? null : join(directoryOf(directory), template)
    const elsewhere = [...found.keys()].find((other) => template !== null && stem(`${other}.`) === template)
    const parent = beside !== null && found.has(beside) ? beside : elsewhere ?? null
    return { directory, parent: parent === directory ? null : parent }
  })
}

/** Without a name in its style sheet a theme is called as its folder: https://developer.wordpress.org/reference/classes/wp_theme/ */
function isNameless(host: FrameworkHost, directory: string): boolean {
  if (!/(^|\/)themes\/[^/]+$/.test(directory) || !['index.php', 'functions.php'].every((name) => host.has(join(directory, name)))) return false
  return host.under(directory).some((file) => directoryOf(file) === directory && file.endsWith('.php')
    && /\bget_(?:header|footer)\s*\(|\bhave_posts\s*\(/.test(host.text(file) ?? ''))
}

export interface Plugin {
  /** Everything below belongs to it; for a plugin of one file among others, the file itself. */
  root: string
  main: string
}

const NO_PLUGINS = /(^|\/)(vendor|node_modules|wp-admin|wp-includes)\//

/**
 * Plugins, and what a site must use: a file that says `Plugin Name:` with all that lies beside it.
 * https://developer.wordpress.org/plugins/plugin-basics/header-requirements/
 */
export function findPlugins(host: FrameworkHost): Plugin[] {
  const found: Plugin[] = []
  for (const main of host.under('')) {
    if (!main.endsWith('.php') || NO_PLUGINS.test(main) || !host.isProduct(main)) continue
    if (headerValue(host.text(main) ?? '', 'Plugin Name') === null) continue
    const directory = directoryOf(main)
    // A drop-in among other plugins is alone; what WordPress loads for all sites may have no header of its own.
    const isAlone = /(^|\/)(mu-)?plugins$/.test(directory)
    const root = isAlone ? main : directory
    const isInner = found.some((plugin) => directory === plugin.root || directory.startsWith(`${plugin.root}/`))
    if (!isInner || isAlone) found.push({ root, main })
  }
  return [...found, ...mustUse(host, found)]
}

/**
 * Files directly in `mu-plugins` run without a header:
 * https://developer.wordpress.org/advanced-administration/plugins/mu-plugins/
 */
function mustUse(host: FrameworkHost, found: readonly Plugin[]): Plugin[] {
  return host
    .under('')
    .filter((file) => /(^|\/)mu-plugins\/[^/]+\.php$/.test(file) && !found.some(({ main }) => main === file))
    .map((main) => ({ root: main, main }))
}
