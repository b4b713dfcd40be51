/** Tag managers: containers whose content the source does not show. */
import type { Tracker } from './tracker.js'

export const tagManagers: readonly Tracker[] = [
  {
    id: 'google-tag-manager',
    name: 'Google Tag Manager',
    vendor: 'Google',
    category: 'tag-manager',
    docs: 'https://developers.google.com/tag-platform/tag-manager',
    opaque: true,
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtm.js', account: { parameter: 'id' } },
      { host: 'www.googletagmanager.com', path: '/ns.html', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: 'www.googletagmanager.com', path: '/a', account: { parameter: 'id' } },
      { host: 'www.googletagmanager.com', path: '/td', account: { parameter: 'id' } },
    ],
    accounts: ['GTM-[A-Z0-9]{4,9}'],
    calls: [
      { path: 'dataLayer.push', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0], identityKeys: ['user_data', 'user_id', 'userId', 'email', 'phone', 'enhanced_conversion_data'] },
    ],
    packages: [
      {
        package: 'react-gtm-module',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0, key: ['gtmId'] }, data: [0, 1] },
          { path: 'default.dataLayer', kind: 'event', event: { argument: 0, key: ['dataLayer', 'event'] }, data: [0] },
        ],
      },
      {
        package: '@next/third-parties/google',
        members: [
          { path: 'GoogleTagManager', kind: 'component', account: 'gtmId' },
          { path: 'sendGTMEvent', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
        ],
      },
      {
        package: '@gtm-support/core',
        members: [
          { path: 'GtmSupport#push', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'GtmSupport#trackEvent', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'GtmSupport#trackView', kind: 'page', data: [0, 1] },
          { path: 'GtmSupport#', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
      {
        package: '@gtm-support/vue-gtm',
        members: [
          { path: 'createGtm', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
          { path: 'useGtm().trackEvent', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'useGtm().trackView', kind: 'page', data: [0, 1] },
          { path: 'useGtm().push', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
        ],
      },
      { package: '@gtm-support/vue2-gtm', members: [] },
      { package: 'vue-gtm', members: [] },
      { package: '@nuxtjs/gtm', configuration: { account: ['id'] }, members: [] },
      {
        package: '@zadigetvoltaire/nuxt-gtm', configuration: { account: ['id'] },
        members: [
          { path: 'useGtm().trackEvent', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
        ],
      },
      { package: '@saslavik/nuxt-gtm', configuration: { account: ['id'] }, members: [] },
      { package: 'gatsby-plugin-google-tagmanager', configuration: { account: ['id'] }, members: [] },
      {
        package: 'angular-google-tag-manager',
        members: [
          { path: 'GoogleTagManagerService#pushTag', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'GoogleTagManagerService#addGtmToDom', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@elgorditosalsero/react-gtm-hook',
        members: [
          { path: 'useGTMDispatch()()', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'GTMProvider', kind: 'component' },
        ],
      },
      {
        package: 'react-gtm-hook',
        members: [
          { path: 'useGTMDispatch()()', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
        ],
      },
      {
        package: '@analytics/google-tag-manager',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['containerId'] }, data: [0, 1] },
        ],
      },
      {
        package: '@redux-beacon/google-tag-manager',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleTagManager#startTracking', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'Angulartics2GoogleTagManager#eventTrack', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'Angulartics2GoogleTagManager#setUsername', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptGoogleTagManager', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Depends on container: built-in listeners for clicks (gtm.click), links (gtm.linkClick), form submits (gtm.formSubmit), visibility, scroll, history, timers; click/form text, ids, classes, urls become variables; DOM-element and auto-event variables can read field values',
      switchOff: 'No container-wide switch in page code; triggers/variables must be removed in the container; gtm.allowlist / gtm.blocklist keys in dataLayer restrict tag, variable and trigger types',
    },
  },
  {
    id: 'adobe-launch',
    name: 'Adobe Experience Platform Tags (Launch / DTM)',
    vendor: 'Adobe',
    category: 'tag-manager',
    docs: 'https://experienceleague.adobe.com/docs/experience-platform/tags/home.html',
    opaque: true,
    loaders: [
      { host: 'assets.adobedtm.com', path: '/*', account: { pattern: 'com/([0-9a-f]{6,}(?:/[0-9a-f]{6,})?)/' } },
      { host: 'assets.adobedtm.com', path: '/launch-*.min.js', account: { pattern: 'com/([0-9a-f]{6,}(?:/[0-9a-f]{6,})?)/' } },
      { host: 'assets.adobedtm.com', path: '/*/satelliteLib-*.js', account: { pattern: 'com/([0-9a-f]{6,}(?:/[0-9a-f]{6,})?)/' } },
    ],
    beacons: [],
    accounts: ['launch-(?:EN)?[0-9a-f]{16,40}', 'satelliteLib-[0-9a-f]{40}'],
    calls: [
      { path: '_satellite.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: '_satellite.setVar', kind: 'settings', data: [0, 1] },
      { path: '_satellite.pageBottom', kind: 'page', data: [] },
    ],
    payloadGlobals: [{ name: 'digitalData', kind: 'event' }],
    automaticCapture: {
      collects: 'Whatever extension rules/data elements read (DOM attributes, cookies, JS variables)',
      switchOff: 'in the property',
    },
  },
  {
    id: 'tealium-iq',
    name: 'Tealium iQ',
    vendor: 'Tealium',
    category: 'tag-manager',
    docs: 'https://docs.tealium.com/platforms/javascript/',
    opaque: true,
    loaders: [
      { host: 'tags.tiqcdn.com', path: '/utag/*/*/*/utag.js' },
      { host: 'tags.tiqcdn.com', path: '/utag/*/*/*/utag.sync.js' },
    ],
    beacons: [
      { host: 'collect.tealiumiq.com', path: '/event' },
      { host: 'collect.tealiumiq.com', path: '/*/*/2/i.gif' },
      { host: 'datacloud.tealiumiq.com', path: '/*' },
    ],
    accounts: ['tags\\.tiqcdn\\.com/utag/([^/]+)/([^/]+)/(prod|qa|dev)/'],
    calls: [
      { path: 'utag.view', kind: 'page', data: [0] },
      { path: 'utag.link', kind: 'event', data: [0] },
      { path: 'utag.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'utag.gdpr.setConsentValue', kind: 'consent', data: [] },
    ],
    payloadGlobals: [{ name: 'utag_data', kind: 'event' }],
    automaticCapture: {
      collects: 'utag_data object, meta tags, query params (qp.*), cookies (cp.*), dom.* (url, title, referrer), js_page.*',
      switchOff: 'utag_cfg_ovrd.noview=true stops the automatic view; nonp…; profile settings',
    },
  },
  {
    id: 'ensighten',
    name: 'Ensighten Manage',
    vendor: 'CHEQ / Ensighten',
    category: 'tag-manager',
    docs: 'https://www.ensighten.com/',
    opaque: true,
    loaders: [
      { host: 'nexus.ensighten.com', path: '/*/*/Bootstrap.js' },
    ],
    beacons: [
      { host: 'nexus.ensighten.com', path: '/*' },
    ],
    accounts: ['nexus\\.ensighten\\.com/([^/]+)/([^/]+)/Bootstrap\\.js'],
    calls: [
      { path: 'Bootstrapper.Cookies.setCookie', kind: 'settings', data: [] },
    ],
    commonNames: ['Bootstrapper'],
    automaticCapture: {
      collects: 'depends on tags',
      switchOff: 'n/a',
    },
  },
  {
    id: 'commanders-act',
    name: 'Commanders Act TagCommander',
    vendor: 'Commanders Act',
    category: 'tag-manager',
    docs: 'https://doc.commandersact.com/',
    opaque: true,
    loaders: [
      { host: 'cdn.tagcommander.com', path: '/*/tc_*.js' },
      { host: 'cdn.trustcommander.net', path: '/privacy/*' },
    ],
    beacons: [
      { host: 'collect.commander1.com', path: '/events' },
      { host: 'engage.commander1.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'tC.event', kind: 'event', data: [0, 1] },
      { path: 'cact', kind: 'event', command: ['trigger', 'consent.get'], data: [1, 2] },
    ],
    commonNames: ['tC', 'cact'],
    payloadGlobals: [{ name: 'tc_vars', kind: 'event' }],
    automaticCapture: {
      collects: 'tc_vars',
      switchOff: 'n/a',
    },
  },
  {
    id: 'partytown',
    name: 'Partytown (third-party scripts in a worker)',
    vendor: 'QwikDev',
    category: 'tag-manager',
    docs: 'https://partytown.qwik.dev/',
    loaders: [
      { host: '*', path: '/~partytown/partytown.js' },
    ],
    beacons: [],
    accounts: [],
    calls: [],
    packages: [
      {
        package: '@qwik.dev/partytown/react',
        members: [
          { path: 'Partytown', kind: 'component' },
        ],
      },
      {
        package: '@builder.io/partytown/react',
        members: [
          { path: 'Partytown', kind: 'component' },
        ],
      },
    ],
  },
]
