/**
 * Which addresses a template of a theme is shown on, by its name.
 * https://developer.wordpress.org/themes/basics/template-hierarchy/
 */
import type { RouteDeclaration } from '../../framework.js'
import { routePath } from '../../paths.js'
import type { Certainty } from '../../../types.js'

/** Where the types of content a site registers itself are shown: the first part of their addresses. */
export interface ContentTypes {
  /** Post type → address part of its entries. */
  entries: ReadonlyMap<string, string>
  /** Post type → address of the list of its entries. */
  archives: ReadonlyMap<string, string>
  /** Taxonomy → address part of its terms. */
  taxonomies: ReadonlyMap<string, string>
  /** Types and taxonomies that have pages, whether a template is theirs or not. */
  public: ReadonlySet<string>
}

export type TemplatePlace = Pick<RouteDeclaration, 'path' | 'certainty'>

/** Templates of one theme, by name without extension. */
export type TemplateNames = ReadonlySet<string>

interface Row {
  name: RegExp
  places(match: RegExpExecArray, types: ContentTypes, others: TemplateNames): readonly TemplatePlace[]
}

function at(certainty: Certainty, ...parts: readonly string[]): TemplatePlace {
  return { path: routePath(...parts), certainty }
}

/** The parts of `TYPE-SLUG`, where types may hold dashes themselves: the longest registered type wins. */
function typeAndSlug(name: string, known: ReadonlyMap<string, string>): { type: string; slug: string | null } {
  const type = [...known.keys()].filter((candidate) => name === candidate || name.startsWith(`${candidate}-`))
    .sort((a, b) => b.length - a.length)[0]
  if (type === undefined) return { type: name, slug: null }
  return { type, slug: name === type ? null : name.slice(type.length + 1) }
}

const rows: readonly Row[] = [
  { name: /^front-page$/, places: () => [at('exact')] },
  // The front page lists the posts unless a page is chosen for it; then a page of its own does.
  {
    name: /^home$/,
    places: (_, __, others) => (others.has('front-page') ? [at('possible', 'blog')] : [at('likely')]),
  },
  { name: /^page-(?:\d+|\$.*)$/, places: () => [at('possible', ':page')] },
  { name: /^page-(.+)$/, places: ([, slug]) => [at('likely', slug as string)] },
  { name: /^single-post(?:-(.+))?$/, places: ([, slug]) => [at('likely', slug ?? ':slug')] },
  {
    name: /^single-(.+)$/,
    places([, name], { entries }) {
      const { type, slug } = typeAndSlug(name as string, entries)
      return [at('likely', entries.get(type) ?? type, slug ?? ':slug')]
    },
  },
  {
    name: /^archive-(.+)$/,
    places: ([, type], { archives, entries }) => [
      at('likely', archives.get(type as string) ?? entries.get(type as string) ?? (type as string)),
    ],
  },
  {
    name: /^taxonomy-(.+)$/,
    places([, name], { taxonomies }) {
      const { type, slug } = typeAndSlug(name as string, taxonomies)
      return [at('likely', taxonomies.get(type) ?? type, slug ?? ':term')]
    },
  },
  {
    name: /^(category|tag|author)(?:-(.+))?$/,
    places: ([, list, slug]) => [at('likely', list as string, slug ?? ':slug')],
  },
  { name: /^date$/, places: () => [at('likely', ':year', ':month')] },
  { name: /^archive$/, places: () => [at('likely', 'category', ':slug')] },
  { name: /^search$/, places: () => [at('likely', 'search', ':query')] },
  { name: /^404$/, places: () => [at('likely', '404')] },
  { name: /^single$/, places: () => [at('likely', ':slug')] },
  { name: /^(?:page|singular|attachment|image|video|audio)$/, places: () => [at('possible', '*')] },
  {
    name: /^index$/,
    places: (_, __, others) => [
      at('possible', '*'),
      ...(others.has('front-page') || others.has('home') ? [] : [at('likely')]),
    ],
  },
]

/** Where a template of the hierarchy is shown; empty when the name is none of the hierarchy's. */
export function hierarchyPlaces(name: string, types: ContentTypes, others: TemplateNames): readonly TemplatePlace[] {
  for (const row of rows) {
    const match = row.name.exec(name)
    if (match) return row.places(match, types, others)
  }
  return []
}

/** Pages of registered types that no template of their own shows, and the template that does. */
export function commonPlaces(types: ContentTypes, names: TemplateNames): (TemplatePlace & { template: string })[] {
  const shown = (own: string, candidates: readonly string[], addresses: ReadonlyMap<string, string>, ...rest: string[]) => (
    [...addresses].filter(([type]) => types.public.has(type) && !names.has(`${own}-${type}`)).flatMap(([, address]) => {
      const template = candidates.find((name) => names.has(name))
      return template === undefined ? [] : [{ ...at('likely', address, ...rest), template }]
    }))
  return [
    ...shown('single', ['single', 'singular', 'index'], types.entries, ':slug'),
    ...shown('archive', ['archive', 'index'], types.archives),
    ...shown('taxonomy', ['taxonomy', 'archive', 'index'], types.taxonomies, ':term'),
  ]
}

/**
 * A template that an editor chooses for a page (`Template Name:`): the page it is made for mostly has its name. With
 * `Template Post Type:`, entries of these types choose it.
 * https://developer.wordpress.org/themes/template-files-section/page-template-files/
 */
export function chosenPlaces(name: string, postTypes: string | null, types: ContentTypes): readonly TemplatePlace[] {
  const slug = name.replace(/^(?:page|template|tpl|tmpl)[-_]+|[-_]+(?:page|template|tpl|tmpl)$/g, '').replace(/_/g, '-')
  const chosenBy = (postTypes ?? 'page').split(/[\s,]+/).filter((type) => type !== '')
  return chosenBy.map((type) => {
    if (type === 'page') return at('possible', slug)
    return type === 'post' ? at('possible', ':slug') : at('possible', types.entries.get(type) ?? type, ':slug')
  })
}

/** Templates of the shop that a theme replaces: https://woocommerce.com/document/template-structure/ */
const SHOP: readonly { file: RegExp; path: readonly string[] }[] = [
  { file: /^checkout\/(?:thankyou|order-received)/, path: ['checkout', 'order-received', ':order'] },
  { file: /^checkout\//, path: ['checkout'] },
  { file: /^cart\//, path: ['cart'] },
  { file: /^(?:myaccount|order)\//, path: ['my-account'] },
  { file: /^(?:single-product|content-single-product)/, path: ['product', ':slug'] },
  { file: /^taxonomy-product[-_]cat/, path: ['product-category', ':slug'] },
  { file: /^(?:archive-product|content-product|loop\/)/, path: ['shop'] },
]

/** Where `woocommerce/…` of a theme is shown, with the pages a shop is set up with. */
export function shopPlaces(relative: string): readonly TemplatePlace[] {
  const inner = /^woocommerce\/(.+)\.php$/.exec(relative)?.[1]
  const row = inner === undefined ? undefined : SHOP.find(({ file }) => file.test(inner))
  return row === undefined ? [] : [at('likely', ...row.path)]
}
