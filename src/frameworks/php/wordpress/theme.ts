/** The routes of one theme, with what it takes from its parent. */
import type { FrameworkHost, RouteDeclaration, RoutePlace } from '../../framework.js'
import type { ReachEdge } from '../../../types.js'
import { extensionOf, stem } from '../../paths.js'
import { mergedRoutes } from '../merged-routes.js'
import { headerValue, type Theme } from './headers.js'
import { chosenPlaces, commonPlaces, hierarchyPlaces, shopPlaces, type ContentTypes, type TemplatePlace } from './hierarchy.js'

/** A template by its path inside the theme. */
interface Template {
  file: string
  relative: string
}

/** Folders of templates that editors may change: today's names and those of the first block themes. */
export const TEMPLATE_FOLDERS = /^(?:templates|block-templates)\//

/** Files of a theme and, where it has none of its own, of its parent; by path inside the theme. */
export function themeFiles(host: FrameworkHost, theme: Theme): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const directory of theme.parent === null ? [theme.directory] : [theme.directory, theme.parent]) {
    for (const file of host.under(directory)) {
      const relative = directory === '' ? file : file.slice(directory.length + 1)
      if (!found.has(relative)) found.set(relative, file)
    }
  }
  return found
}

/** Routes of all templates, one for each address. */
export function themeRoutes(host: FrameworkHost, theme: Theme, types: ContentTypes): RouteDeclaration[] {
  const templates = [...themeFiles(host, theme)].flatMap(([relative, file]): Template[] =>
    (isTemplateName(relative) && host.isProduct(file) ? [{ file, relative }] : []))
  const names = new Set(templates.filter(({ relative }) => inHierarchy(relative)).map(({ relative }) => stem(relative)))
  const customNames = customTemplates(host, theme)
  const route = ({ path, certainty }: TemplatePlace, file: string): RouteDeclaration => ({ path, kind: 'page', certainty, file })
  const own = templates.flatMap((template) => (
    templatePlaces(host, template, types, names, customNames).map((place) => route(place, template.file))))
  const common = commonPlaces(types, names).flatMap((place) => {
    const template = templates.find(({ relative }) => inHierarchy(relative) && stem(relative) === place.template)
    return template ? [route(place, template.file)] : []
  })
  return mergedRoutes([...own, ...common])
}

function templatePlaces(
  host: FrameworkHost, { file, relative }: Template, types: ContentTypes, names: ReadonlySet<string>,
  customNames: ReadonlyMap<string, string | null>,
): readonly TemplatePlace[] {
  const name = stem(relative)
  const custom = customNames.get(name)
  if (TEMPLATE_FOLDERS.test(relative) && custom !== undefined) return chosenPlaces(name, custom, types)
  if (inHierarchy(relative)) {
    const places = hierarchyPlaces(name, types, names)
    if (places.length > 0) return places
  }
  if (extensionOf(file) !== 'php') return []
  const shop = shopPlaces(relative)
  if (shop.length > 0) return shop
  // https://developer.wordpress.org/reference/classes/wp_theme/get_post_templates/: one folder deep.
  if (relative.split('/').length > 2) return []
  const text = host.text(file) ?? ''
  return headerValue(text, 'Template Name') === null
    ? []
    : chosenPlaces(name, headerValue(text, 'Template Post Type'), types)
}

function isTemplateName(relative: string): boolean {
  return relative.endsWith('.php') || (TEMPLATE_FOLDERS.test(relative) && relative.endsWith('.html'))
}

function inHierarchy(relative: string): boolean {
  return (
    !relative.includes('/') ||
    (TEMPLATE_FOLDERS.test(relative) && relative.split('/').length === 2 && relative.endsWith('.html'))
  )
}

/**
 * Name → post types:
 * https://developer.wordpress.org/themes/global-settings-and-styles/template-parts-and-custom-templates/
 */
function customTemplates(host: FrameworkHost, { directory, parent }: Theme): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  for (const at of parent === null ? [directory] : [directory, parent]) {
    const settings = host.json(at === '' ? 'theme.json' : `${at}/theme.json`)
    const list = isRecord(settings) ? settings['customTemplates'] : undefined
    for (const item of Array.isArray(list) ? list : []) {
      if (!isRecord(item) || typeof item['name'] !== 'string' || found.has(item['name'])) continue
      const postTypes = item['postTypes']
      found.set(
        item['name'],
        Array.isArray(postTypes) ? postTypes.filter((type) => typeof type === 'string').join(',') : null,
      )
    }
  }
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/**
 * Templates of a parent that every child in the tree has its own of: nothing shows them.
 * https://developer.wordpress.org/themes/advanced-topics/child-themes/
 */
export function hiddenTemplates(host: FrameworkHost, themes: readonly Theme[]): RoutePlace[] {
  const hidden: RoutePlace[] = []
  for (const parent of themes) {
    const children = themes.filter((theme) => theme.parent === parent.directory)
    if (children.length === 0) continue
    for (const file of host.under(parent.directory)) {
      const relative = file.slice(parent.directory.length + 1)
      // Both run, the child's first.
      if (relative === 'functions.php' || !/\.(php|html)$/.test(relative)) continue
      if (!children.every((child) => host.has(`${child.directory}/${relative}`))) continue
      if (!isReplaceable(relative)) continue
      hidden.push({ file, start: 0, end: (host.text(file) ?? '').length + 1 })
    }
  }
  return hidden
}

/** What the parent's templates bring in by name and the child has itself: `get_header()` shows the child's header. */
export function replacedParts(host: FrameworkHost, { directory, parent }: Theme): ReachEdge[] {
  if (parent === null) return []
  return host.under(parent).filter((file) => file.endsWith('.php')).flatMap((file) =>
    host.facts(file).references.flatMap(({ target, start }): ReachEdge[] => {
      const own = `${directory}/${target.replace(/^(?:\.?\/)+|\.php$/g, '')}.php`
      return host.has(own)
        ? [
            {
              from: { file, unit: null },
              offset: start,
              kind: 'include',
              certainty: 'exact',
              to: { file: own, unit: null },
            },
          ]
        : []
    }))
}

const LOOKED_FOR_FIRST =
  /^(?:templates|parts|template-parts|partials|views|page-templates|woocommerce|block-templates|block-template-parts|patterns)\//

/** Templates and their parts are looked for in the child first; code that is loaded by its path is not. */
function isReplaceable(relative: string): boolean {
  return !relative.includes('/') || LOOKED_FOR_FIRST.test(relative)
}
