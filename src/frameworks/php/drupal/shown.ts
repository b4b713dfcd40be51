/** Exported configuration that puts something on pages, and the pages it is limited to. */
import type { FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { baseNameOf } from '../../../paths.js'
import { mapping, textIn, yamlMapping, type Mapping } from '../../yaml.js'
import { isCore, type Extension } from './extensions.js'

/** `MODULE.settings.yml`, `MODULE.container.ID.yml`: what a module that adds scripts is told. */
const SETTINGS = /^[a-z]\w*\.(?:settings|container\.\w+)\.ya?ml$/
const BLOCK = /^block\.block\.\w+\.ya?ml$/

export interface ShownByConfiguration {
  injections: Injection[]
  /** Addresses that a configuration names, whatever is there. */
  routes: RouteDeclaration[]
}

export function shownByConfiguration(host: FrameworkHost, extensions: readonly Extension[]): ShownByConfiguration {
  const found: ShownByConfiguration = { injections: [], routes: [] }
  const placed = new Set<string>()
  const blocks = blockPlugins(host, extensions)
  const add = (at: string, file: string, pages: Pages | null): void => {
    found.injections.push({ file, scope: pages === null ? 'all' : scopeOf(pages), certainty: 'exact' })
    if (pages === null || pages.negated) return
    for (const path of pages.paths.filter((each) => !each.includes('*'))) {
      found.routes.push({ path, kind: 'page', certainty: 'likely', file: at, leaves: [] })
    }
  }
  for (const file of host.under('')) {
    const name = baseNameOf(file)
    const isBlock = BLOCK.test(name)
    if ((!isBlock && !SETTINGS.test(name)) || isCore(file) || !host.isProduct(file)) continue
    const configuration = yamlMapping(host, file)
    if (!isBlock) {
      if (configuration['status'] !== false) add(file, file, pagesOf(configuration))
      continue
    }
    const plugin = textIn(configuration['plugin'])?.split(':')[0] ?? ''
    for (const source of blocks.get(plugin) ?? []) {
      placed.add(source)
      if (configuration['status'] !== false) add(file, source, pagesOf(configuration))
    }
  }
  // A block that no configuration places may be placed in the database.
  for (const source of new Set([...blocks.values()].flat())) {
    if (!placed.has(source)) found.injections.push({ file: source, scope: 'all', certainty: 'possible' })
  }
  return found
}

/** https://www.drupal.org/docs/creating-modules/creating-custom-blocks/create-a-custom-block-plugin: id → files. */
function blockPlugins(host: FrameworkHost, extensions: readonly Extension[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { directory, kind } of extensions) {
    if (kind !== 'module') continue
    for (const file of host.under(directory)) {
      if (!/\/src\/Plugin\/Block\/\w+\.php$/.test(file) || !host.isProduct(file)) continue
      const id = /(?:@|#\[)Block\(\s*(?:id\s*[:=]\s*)?["'](\w+)["']/.exec(host.text(file) ?? '')?.[1]
      if (id !== undefined) found.set(id, [...found.get(id) ?? [], file])
    }
  }
  return found
}

interface Pages {
  paths: string[]
  /** It is on all pages but these. */
  negated: boolean
}

/** The three ways in which modules keep a list of pages; null for all pages. */
function pagesOf(configuration: Mapping): Pages | null {
  const visibility = mapping(configuration['visibility'])
  // https://api.drupal.org/api/drupal/core!modules!system!src!Plugin!Condition!RequestPath.php
  const condition = mapping(visibility['request_path'] ?? mapping(configuration['conditions'])['request_path'])
  const text = textIn(condition['pages']) ?? textIn(visibility['request_path_pages']) ?? textIn(configuration['path_list'])
  if (text === null) return null
  const mode = visibility['request_path_mode']
  const negated = 'pages' in condition ? condition['negate'] === true
    : mode !== undefined ? mode === 0 || mode === '0' || mode === 'all_pages' : textIn(configuration['path_toggle']) !== 'include listed'
  const paths = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
    .map((line) => (line === '<front>' ? '/' : `/${line.replace(/^\/+/, '')}`))
  // An empty list limits nothing.
  return paths.length === 0 ? null : { paths, negated }
}

/** A star stands for anything, also for slashes: https://api.drupal.org/api/drupal/core!lib!Drupal!Core!Path!PathMatcher.php */
function scopeOf({ paths, negated }: Pages): Injection['scope'] {
  const globs = paths.flatMap((path) => (path.includes('*') ? [path, path.replace(/\*+$/, '*/**')] : [path]))
  return negated ? { exclude: globs } : { include: globs }
}
