/** Consent managers: no trackers, but part of the inventory. */
import type { Tracker } from './tracker.js'

export const consent: readonly Tracker[] = [
  {
    id: 'onetrust',
    name: 'OneTrust cookie consent',
    vendor: 'OneTrust',
    category: 'consent',
    docs: 'https://my.onetrust.com/',
    loaders: [
      { host: 'cdn.cookielaw.org', path: '/scripttemplates/otSDKStub.js' },
      { host: 'cdn.cookielaw.org', path: '/consent/*/OtAutoBlock.js' },
    ],
    beacons: [
      { host: 'geolocation.onetrust.com', path: '/cookieconsentpub/v1/geo/location' },
      { host: '*.onetrust.com', path: '/request/v1/consentreceipts' },
    ],
    accounts: ['(?<=data-domain-script=["\'])[0-9a-f-]{36}(?:-test)?'],
    calls: [
      { path: 'OneTrust.OnConsentChanged', kind: 'consent', data: [] },
      { path: 'OneTrust.UpdateConsent', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'consent receipts, geo lookup',
      switchOff: 'n/a',
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
      { host: 'consentcdn.cookiebot.com', path: '/*', account: { parameter: 'cbid' } },
    ],
    beacons: [
      { host: 'consent.cookiebot.com', path: '/logconsent.ashx', account: { parameter: 'cbid' } },
    ],
    accounts: ['(?<=data-cbid=["\'])[0-9a-f-]{36}'],
    calls: [
      { path: 'Cookiebot.renew', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'consent log',
      switchOff: 'n/a',
    },
  },
  {
    id: 'osano',
    name: 'Osano CMP',
    vendor: 'Osano',
    category: 'consent',
    docs: 'https://docs.osano.com/',
    loaders: [
      { host: 'cmp.osano.com', path: '/*/*/osano.js' },
    ],
    beacons: [
      { host: 'consent.api.osano.com', path: '/*' },
    ],
    accounts: ['cmp\\.osano\\.com/([A-Za-z0-9]+)/([0-9a-f-]{36})'],
    calls: [
      { path: 'Osano', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'consent record',
      switchOff: 'n/a',
    },
  },
  {
    id: 'trustarc',
    name: 'TrustArc consent',
    vendor: 'TrustArc',
    category: 'consent',
    docs: 'https://trustarc.com/',
    loaders: [
      { host: 'consent.trustarc.com', path: '/notice' },
      { host: 'consent.trustarc.com', path: '/autoblockasset/*' },
    ],
    beacons: [
      { host: 'consent.trustarc.com', path: '/log' },
      { host: 'trackers.trustarc.com', path: '/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'consent log',
      switchOff: 'n/a',
    },
  },
  {
    id: 'usercentrics',
    name: 'Usercentrics CMP',
    vendor: 'Usercentrics',
    category: 'consent',
    docs: 'https://usercentrics.com/docs/',
    loaders: [
      { host: 'app.usercentrics.eu', path: '/browser-ui/latest/loader.js' },
      { host: 'web.cmp.usercentrics.eu', path: '/ui/loader.js' },
      { host: 'web.cmp.usercentrics.eu', path: '/modules/autoblocker.js' },
    ],
    beacons: [
      { host: 'consent-api.service.consent.usercentrics.eu', path: '/consent/*' },
    ],
    accounts: ['(?<=data-settings-id=["\'])[A-Za-z0-9_-]{8,16}'],
    calls: [],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptUsercentrics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'consent log',
      switchOff: 'n/a',
    },
  },
]
