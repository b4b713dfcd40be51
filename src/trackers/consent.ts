/** Consent managers: no trackers, but part of the inventory. Their calls are never sightings. */
import type { Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

export const consent: readonly Tracker[] = [
  {
    id: 'onetrust',
    name: 'OneTrust cookie consent',
    vendor: 'OneTrust',
    category: 'consent',
    docs: 'https://my.onetrust.com/s/article/UUID-e711a6f9-0642-2ebd-86b4-f1ae1a8fd1ed',
    loaders: [
      { host: 'cdn.cookielaw.org', path: '/scripttemplates/' },
      { host: 'cdn.cookielaw.org', path: '/consent/', account: { pattern: '/consent/([0-9a-f-]{36})' } },
      { host: 'cookie-cdn.cookiepro.com', path: '/' },
      { host: 'optanon.blob.core.windows.net', path: '/' },
    ],
    beacons: [
      { host: 'geolocation.onetrust.com' },
    ],
    accounts: [`${uuid}(?:-test)?`],
    calls: [
      { path: 'OneTrust.OnConsentChanged', kind: 'consent', data: [] },
      { path: 'OneTrust.UpdateConsent', kind: 'consent', data: [] },
      { path: 'Optanon.OnConsentChanged', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'the visitor\'s choice and rough location',
      switchOff: 'Turn consent receipts off in the console',
    },
  },
  {
    id: 'cookiebot',
    name: 'Cookiebot (Usercentrics)',
    vendor: 'Usercentrics',
    category: 'consent',
    docs: 'https://www.cookiebot.com/en/developer/',
    loaders: [
      { host: 'consent.cookiebot.com', path: '/uc.js', account: { parameter: 'cbid' } },
      { host: 'consent.cookiebot.eu', path: '/uc.js', account: { parameter: 'cbid' } },
      { host: 'consent.cookiebot.com', path: '/*/cd.js', account: { pattern: 'com/([0-9a-f-]{36})/' } },
    ],
    beacons: [
      { host: 'consent.cookiebot.com', path: '/logconsent.ashx', account: { parameter: 'cbid' } },
    ],
    accounts: [uuid],
    calls: [
      { path: 'Cookiebot.renew', kind: 'consent', data: [] },
      { path: 'Cookiebot.submitCustomConsent', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'the visitor\'s choice with the page\'s address',
      switchOff: 'No setting does',
    },
  },
  {
    id: 'osano',
    name: 'Osano CMP',
    vendor: 'Osano',
    category: 'consent',
    docs: 'https://docs.osano.com/hc/en-us',
    loaders: [
      { host: 'cmp.osano.com', path: '/', account: { pattern: 'com/(\\w+/[0-9a-f-]{36})/' } },
    ],
    beacons: [
      { host: 'consent.api.osano.com' },
    ],
    accounts: [],
    calls: [
      { path: 'Osano', kind: 'consent', data: [] },
      { path: 'Osano.cm.addEventListener', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'the visitor\'s choice',
      switchOff: 'No setting does',
    },
  },
  {
    id: 'trustarc',
    name: 'TrustArc consent',
    vendor: 'TrustArc',
    category: 'consent',
    docs: 'https://trustarc.com/products/consent-consumer-rights/cookie-consent-manager/',
    loaders: [
      { host: 'consent.trustarc.com', path: '/notice', account: { parameter: 'domain' } },
      { host: 'consent.trustarc.com', path: '/v2/notice/', account: { pattern: '/notice/(\\w+)' } },
      { host: 'consent.trustarc.com', path: '/autoblock*', account: { parameter: 'domain' } },
      { host: 'consent.truste.com', path: '/notice', account: { parameter: 'domain' } },
    ],
    beacons: [
      { host: 'consent.trustarc.com', path: '/log' },
    ],
    accounts: [],
    calls: [
      { path: 'truste.cma.callApi', kind: 'consent', data: [] },
    ],
    commonNames: ['truste'],
    automaticCapture: {
      collects: 'the visitor\'s choice',
      switchOff: 'No setting does',
    },
  },
  {
    id: 'usercentrics',
    name: 'Usercentrics CMP',
    vendor: 'Usercentrics',
    category: 'consent',
    docs: 'https://usercentrics.com/docs/',
    loaders: [
      { host: 'app.usercentrics.eu', path: '/' },
      { host: 'web.cmp.usercentrics.eu', path: '/' },
      { host: 'privacy-proxy.usercentrics.eu', path: '/' },
    ],
    beacons: [
      { host: 'consent-api.service.consent.usercentrics.eu' },
    ],
    accounts: ['(?!usercentrics)[A-Za-z0-9_-]{8,16}'],
    calls: [
      { path: 'UC_UI.acceptAllConsents', kind: 'consent', data: [] },
      { path: 'UC_UI.denyAllConsents', kind: 'consent', data: [] },
      { path: '__ucCmp.acceptAllConsents', kind: 'consent', data: [] },
      { path: '__ucCmp.denyAllConsents', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'the visitor\'s choice',
      switchOff: 'No setting does',
    },
  },
]
