/** Calls that give consent for visitors, by the id of the tracker's row. */
import type { Switch } from './capture.js'

const gtag = (key: string): Switch => ({
  by: 'call', path: 'gtag', begins: ['consent', 'default'], argument: 2, key: [key], is: ['granted'], write: `gtag('consent', 'default', { ${key}: 'denied' })`,
})

/** https://developers.google.com/tag-platform/security/guides/consent, https://developers.facebook.com/docs/meta-pixel/implementation/gdpr */
const rows: readonly { tracker: string; grants: Switch }[] = [
  ...['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'].map((key) => ({ tracker: 'google-analytics-4', grants: gtag(key) })),
  { tracker: 'meta-pixel', grants: { by: 'call', path: 'fbq', begins: ['consent', 'grant'], write: 'fbq(\'consent\', \'revoke\')' } },
  { tracker: 'tiktok-pixel', grants: { by: 'call', path: 'ttq.grantConsent', begins: [], write: 'ttq.holdConsent()' } },
]

export const consents: typeof rows = rows
