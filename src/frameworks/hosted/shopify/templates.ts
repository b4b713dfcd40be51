/** Templates of a Shopify theme: the addresses they are shown at, and the layout around each. */
import type { Certainty } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { extensionOf, join } from '../../paths.js'

/**
 * Type → address. https://shopify.dev/docs/storefronts/themes/architecture/templates and, for the pages of accounts,
 * https://shopify.dev/docs/api/liquid/objects/routes
 */
const ADDRESSES: Readonly<Record<string, string>> = {
  index: '/', product: '/products/:handle', collection: '/collections/:handle', 'list-collections': '/collections',
  page: '/pages/:handle', blog: '/blogs/:blog', article: '/blogs/:blog/:article', cart: '/cart', search: '/search',
  404: '/404', password: '/password', gift_card: '/gift_cards/:shop/:code',
  'customers/login': '/account/login', 'customers/register': '/account/register', 'customers/account': '/account',
  'customers/addresses': '/account/addresses', 'customers/order': '/account/orders/:order',
  'customers/activate_account': '/account/activate/:customer/:token',
  'customers/reset_password': '/account/reset/:customer/:token',
}

export interface ThemeTemplate {
  file: string
  /** `product`, `customers/login`, `metaobject/clinic`. */
  type: string
  /** What is written behind the type: `page.visiting-hours` is another template for pages. */
  suffix: string | null
  /** Sections stand in it by name, and the editor may add more. */
  isJson: boolean
}

export function themeTemplates(host: FrameworkHost, root: string): ThemeTemplate[] {
  const directory = join(root, 'templates')
  return host.under(directory).flatMap((file): ThemeTemplate[] => {
    const found = /^((?:customers\/|metaobject\/)?[\w-]+)(?:\.([\w.-]+))?\.(?:json|liquid)$/.exec(file.slice(directory.length + 1))
    if (!found) return []
    return [{ file, type: found[1] as string, suffix: found[2] ?? null, isJson: extensionOf(file) === 'json' }]
  })
}

/**
 * Where a template is shown. One with a suffix is chosen for single pages by the people of the shop, who mostly call
 * both alike; which products or articles have one, only their data says.
 */
export function addressOf({ type, suffix }: ThemeTemplate): { path: string; certainty: Certainty } | null {
  if (type.startsWith('metaobject/')) return { path: `/pages/${type.slice('metaobject/'.length)}/:handle`, certainty: 'likely' }
  const path = ADDRESSES[type]
  if (path === undefined) return null
  if (suffix === null) return { path, certainty: 'exact' }
  return type === 'page' ? { path: `/pages/${suffix}`, certainty: 'likely' } : { path, certainty: 'possible' }
}

/** The layout file around a template; null where it is shown without one. */
export function layoutOf(host: FrameworkHost, root: string, { file, isJson }: ThemeTemplate): string | null {
  const named = isJson ? jsonLayout(host.json(file)) : liquidLayout(host.text(file) ?? '')
  return named === null ? null : join(root, `layout/${named}.liquid`)
}

/** https://shopify.dev/docs/storefronts/themes/architecture/templates/json-templates#format */
function jsonLayout(template: unknown): string | null {
  const layout = typeof template === 'object' && template !== null ? (template as { layout?: unknown }).layout : undefined
  if (layout === false) return null
  return typeof layout === 'string' && layout !== '' ? layout : 'theme'
}

/** https://shopify.dev/docs/api/liquid/tags/layout */
function liquidLayout(text: string): string | null {
  const [, quoted, bare] = /\{%-?\s*layout\s+(?:['"]([\w-]+)['"]|(none|false)\b)/.exec(text) ?? []
  return bare === undefined ? quoted ?? 'theme' : null
}
