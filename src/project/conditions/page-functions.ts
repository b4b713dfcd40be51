/** Functions of content systems that ask for a kind of page, and the addresses such pages have by convention. */
import { ANY, WORD } from './path-pattern.js'
import { any, fitsGlob, isPath, type PathTest } from './path-test.js'

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
