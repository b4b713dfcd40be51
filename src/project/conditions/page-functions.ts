/** What content systems and shops call a kind of page, and the addresses and templates such pages have by convention. */
import { ANY, WORD } from './path-pattern.js'
import type { Expression } from './templates/expression.js'
import { all, any, fitsGlob, isNamed, isPath, not, unclear, type PathTest } from './path-test.js'

/**
 * https://woocommerce.com/document/conditional-tags/ and
 * https://developer.wordpress.org/themes/basics/conditional-tags/
 */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  is_admin: ['/wp-admin', '/wp-admin/*'],
  is_login: ['/wp-login.php'],
  is_404: ['/404'],
  is_search: ['/search', '/search/*'],
  is_checkout: ['/checkout', '/checkout/*'],
  is_order_received_page: ['/checkout/order-received/*'],
  is_cart: ['/cart'],
  is_account_page: ['/my-account', '/my-account/*'],
  is_shop: ['/shop'],
  is_product: ['/product/*'],
  is_product_category: ['/product-category/*'],
}

/** Null for a function that is none of them. */
export function pageFunction(name: string): PathTest | null {
  const pages = PAGES[name]
  return pages ? any(pages.map(fitsGlob)) : null
}

/**
 * `/portal/*` and `<front>`, one a line: https://api.drupal.org/api/drupal/core!lib!Drupal!Core!Path!PathMatcher.php
 */
export function drupalGlobs(text: string): PathTest {
  const lines = text.split(/\r?\n|\\n/).map((line) => line.trim()).filter((line) => line !== '')
  return any(lines.map((line) => (line === '<front>' ? isPath('/') : fitsGlob(line))))
}

/** Templates of WordPress that show no page: entries of other types, lists, results. */
export const noPage: PathTest = any(
  ['single', 'archive', 'taxonomy', 'category', 'tag', 'author', 'date', 'search', '404', 'home'].map((name) => (
    { kind: 'view', pattern: `${ANY}/${name}${WORD}` })),
)

const view = (pattern: string): PathTest => ({ kind: 'view', pattern })

/**
 * Ghost's `{{#is "home"}}` and `{{#is "post, page"}}`: https://docs.ghost.org/themes/helpers/functional/is.
 * Entries of other kinds than these are told apart by settings alone.
 */
export function ghostContexts(text: string): PathTest {
  return any(text.split(',').map((context) => {
    switch (context.trim()) {
      case 'home': return isPath('/')
      case 'index': return any([isPath('/'), isNamed('index')])
      case 'tag':
      case 'author':
      case 'post':
      case 'page':
      case 'error': return isNamed(context.trim())
      default: return unclear
    }
  }))
}

/** Of Shopify's `template`: as a whole, and its parts. https://shopify.dev/docs/api/liquid/objects/template */
export type TemplatePart = 'whole' | 'name' | 'suffix' | 'directory'

/** `template`, `template.suffix`; and `request.page_type`, which names a template. */
export function templatePart(node: Expression): TemplatePart | null {
  if (node.kind !== 'name') return null
  const name = node.name.toLowerCase()
  if (node.of === null) return name === 'template' ? 'whole' : null
  if (node.of.kind !== 'name' || node.of.of !== null) return null
  if (name === 'page_type') return node.of.name === 'request' ? 'name' : null
  return node.of.name === 'template' && (name === 'name' || name === 'suffix' || name === 'directory') ? name : null
}

const SHOP_TEMPLATES = `${ANY}/templates/`

/** The template that shows the page; unclear for pages that are shown by no such template. */
export function isShopTemplate(part: TemplatePart, text: string): PathTest {
  return shopTest(['json', 'liquid'].flatMap((extension): string[] => {
    switch (part) {
      case 'whole': return [`${SHOP_TEMPLATES}${text}.${extension}`]
      case 'suffix': return [`${SHOP_TEMPLATES}${ANY}.${text}.${extension}`]
      case 'directory': return [`${SHOP_TEMPLATES}${text}/${WORD}.${extension}`]
      case 'name': return ['', `${WORD}/`].flatMap((folder) => (
        [`${SHOP_TEMPLATES}${folder}${text}.${extension}`, `${SHOP_TEMPLATES}${folder}${text}.${WORD}.${extension}`]))
    }
  }))
}

/** `template contains 'customers'` */
export const shopTemplateHolds = (text: string): PathTest => shopTest([`${SHOP_TEMPLATES}${ANY}${text}${ANY}`])

function shopTest(patterns: readonly string[]): PathTest {
  const isShop = any([view(`${SHOP_TEMPLATES}${ANY}.json`), view(`${SHOP_TEMPLATES}${ANY}.liquid`)])
  return any([...patterns.map(view), all([not(isShop), unclear])])
}
