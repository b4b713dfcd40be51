/**
 * Modules and themes of Drupal by their `.info.yml`, and those of Drupal 7 by their `.info`.
 * https://www.drupal.org/docs/develop/creating-modules/let-drupal-know-about-your-module-with-an-infoyml-file and
 * https://www.drupal.org/docs/7/creating-custom-modules/telling-drupal-about-your-module
 */
import type { FrameworkHost } from '../../framework.js'
import { directoryOf, joinPath } from '../../../paths.js'
import { stem } from '../../paths.js'
import { mapping, textIn, textsIn, yamlMapping } from '../../yaml.js'

export interface Extension {
  name: string
  /** The `.info.yml` or `.info` file. */
  file: string
  directory: string
  kind: 'theme' | 'module'
  /** Drupal 8 and all later versions, or Drupal 7. */
  generation: 'modern' | 'seven'
  /** Name of the theme it falls back on. */
  base: string | null
  /** Libraries on all its pages, `EXTENSION/LIBRARY`. */
  libraries: string[]
  /** Drupal 7: scripts on all its pages, files of the tree. */
  scripts: string[]
}

/** All of them but those of the core itself, by path. */
export function findExtensions(host: FrameworkHost): Extension[] {
  return host.under('').flatMap((file): Extension[] => {
    if (!/\.info(\.ya?ml)?$/.test(file) || isCore(file) || !host.isProduct(file)) return []
    return file.endsWith('.info') ? sevenExtension(host, file) : modernExtension(host, file)
  })
}

/** What every site has and no site writes. */
export function isCore(file: string): boolean {
  return /(^|\/)core\/(modules|themes|profiles|lib|misc|assets|tests)\//.test(file)
}

function modernExtension(host: FrameworkHost, file: string): Extension[] {
  const information = yamlMapping(host, file)
  const type = textIn(information['type'])
  if (type === null || (information['core_version_requirement'] ?? information['core'] ?? information['base theme']) === undefined) return []
  const base = textIn(information['base theme'])
  const extended = Object.values(mapping(information['libraries-extend'])).flatMap((value) => textsIn(value))
  return [{
    name: stem(stem(file)), file, directory: directoryOf(file), kind: type === 'theme' ? 'theme' : 'module', generation: 'modern',
    base, libraries: [...textsIn(information['libraries']), ...extended], scripts: [],
  }]
}

/** `key = value` and `key[] = value` lines. */
function sevenExtension(host: FrameworkHost, file: string): Extension[] {
  const text = host.text(file) ?? ''
  if (!/^\s*core\s*=\s*["']?[67]\./m.test(text)) return []
  const directory = directoryOf(file)
  const isTheme = /^\s*(engine|regions\[|base theme|stylesheets\[)/m.test(text)
  const scripts = [...text.matchAll(/^\s*scripts\[[^\]\n]*\]\s*=\s*["']?([^\s"';]+)/gm)].flatMap((match) => {
    const path = joinPath(directory, match[1] as string)
    return path !== null && host.has(path) ? [path] : []
  })
  return [{
    name: stem(file), file, directory, kind: isTheme ? 'theme' : 'module', generation: 'seven',
    base: /^\s*base theme\s*=\s*["']?([\w-]+)/m.exec(text)?.[1] ?? null, libraries: [], scripts,
  }]
}
