/** Which data in an address is worth a word. */
import type { DataCategory } from '../personal/index.js'
import type { DataSource } from '../leaks/source.js'

const NEVER: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'other-form-field', 'form-structure', 'page-url', 'page-title', 'sign-in-status', 'ip-address', 'account-identifier', 'demographics',
  'postal-address', 'appointment-location', 'payment', 'portal-menu-selection',
])

/**
 * The sources with the categories that count. A search term counts where people look for care; a value that
 * only its name tells of where it says who somebody is or what they have.
 */
export function tellingSources(sources: readonly DataSource[], isHealthSite: boolean): DataSource[] {
  return sources.map((source) => ({
    ...source,
    categories: source.categories.filter(({ category, sure }) => sure && !NEVER.has(category) && (category !== 'search-term' || isHealthSite)),
  })).filter(({ categories }) => categories.length > 0)
}

/** Nothing but what somebody looked for. */
export function isSearch(sources: readonly DataSource[]): boolean {
  return sources.every(({ categories }) => categories.every(({ category }) => category === 'search-term'))
}
