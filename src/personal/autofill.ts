/**
 * `autocomplete`: what the author says the field holds.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
 */
import type { DataCategory } from './category.js'

const tokens: Readonly<Record<string, DataCategory | null>> = {
  name: 'name', 'honorific-prefix': 'name', 'given-name': 'name', 'additional-name': 'name', 'family-name': 'name',
  'honorific-suffix': 'name', nickname: 'name',
  username: 'account-identifier', 'new-password': null, 'current-password': null, 'one-time-code': null, impp: 'account-identifier',
  'organization-title': 'demographics', language: 'demographics', sex: 'demographics',
  'street-address': 'postal-address', 'address-line1': 'postal-address', 'address-line2': 'postal-address',
  'address-line3': 'postal-address', 'address-level1': 'postal-address', 'address-level2': 'postal-address',
  'address-level3': 'postal-address', 'address-level4': 'postal-address', country: 'postal-address',
  'country-name': 'postal-address', 'postal-code': 'postal-address',
  'cc-name': 'payment', 'cc-given-name': 'payment', 'cc-additional-name': 'payment', 'cc-family-name': 'payment',
  'cc-number': 'payment', 'cc-exp': 'payment', 'cc-exp-month': 'payment', 'cc-exp-year': 'payment', 'cc-csc': 'payment',
  'cc-type': 'payment', 'transaction-currency': 'payment', 'transaction-amount': 'payment',
  bday: 'date-of-birth', 'bday-day': 'date-of-birth', 'bday-month': 'date-of-birth', 'bday-year': 'date-of-birth',
  tel: 'phone', 'tel-country-code': 'phone', 'tel-national': 'phone', 'tel-area-code': 'phone', 'tel-local': 'phone',
  'tel-local-prefix': 'phone', 'tel-local-suffix': 'phone', 'tel-extension': 'phone', email: 'email',
}

/**
 * The category an `autocomplete` value names; null for a secret (passwords, one-time codes); undefined when it names
 * none (`off`, `on`, `organization`, a dynamic value). Sections, `shipping`, `home` stand before the field's name.
 */
export function autofillCategory(autocomplete: string): DataCategory | null | undefined {
  const parts = autocomplete.slice(0, 200).toLowerCase().trim().split(/\s+/).filter((part) => part !== 'webauthn')
  const last = parts.at(-1)
  return last !== undefined && Object.hasOwn(tokens, last) ? tokens[last] : undefined
}
