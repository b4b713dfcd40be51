/** Tag managers: containers whose content the source does not show. */
import type { ArgumentPlace, CallShape, Tracker } from './tracker.js'

const gtmIdentity = ['user_data', 'user_id', 'userId', 'email', 'phone', 'enhanced_conversion_data']
const eventKey: ArgumentPlace = { argument: 0, key: ['event'] }

/** Members of what `useGtm()` of the Vue and Nuxt packages gives back. */
const gtmSupport = (prefix: string): CallShape[] => [
  { path: `${prefix}trackEvent`, kind: 'event', event: eventKey, data: [0] },
  { path: `${prefix}trackView`, kind: 'page', event: { argument: 0 }, data: [0, 1, 2] },
  { path: `${prefix}push`, kind: 'event', event: eventKey, data: [0], identityKeys: gtmIdentity },
]

export const tagManagers: readonly Tracker[] = [
  {
    id: 'google-tag-manager',
    name: 'Google Tag Manager',
    vendor: 'Google',
    category: 'tag-manager',
    docs: 'https://developers.google.com/tag-platform/tag-manager',
    opaque: true,
    relays: {
      path: '(?:^|[/_-])gtm(?:[/_.-]|$)',
      words: ['/gtm', '-gtm', '_gtm'],
    },
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtm.js', account: { parameter: 'id' } },
      { host: 'www.googletagmanager.com', path: '/ns.html', account: { parameter: 'id' } },
      { host: 'www.googletagmanager.com', path: '/amp.html', account: { parameter: 'id' } },
      // A server-side container on the site's own host.
      { host: '*', path: '*/gtm.js', only: '[?&]id=(?:GTM-|\uA4F8)', account: { parameter: 'id' }, proxy: true },
      { host: '*', path: '*/ns.html', only: '[?&]id=(?:GTM-|\uA4F8)', account: { parameter: 'id' }, proxy: true },
    ],
    beacons: [],
    idioms: [{ strings: ['gtm.start'] }],
    serverVariables: { name: '\\w*data_?layer\\w*', words: ['data_layer', 'dataLayer', 'datalayer'] },
    accounts: ['GTM-[A-Z0-9]{4,9}'],
    settings: [
      { generator: 'jekyll', key: 'gtm', source: 'https://github.com/daattali/beautiful-jekyll' },
      { generator: 'drupal', key: 'google_tag.container.*.tag_container_ids.*', source: 'https://www.drupal.org/project/google_tag' },
      { generator: 'drupal', key: 'google_tag.container.*.container_id', source: 'https://www.drupal.org/project/google_tag' },
      { generator: 'drupal', key: 'google_tag.settings.container_id', source: 'https://www.drupal.org/project/google_tag' },
      { generator: 'docusaurus', key: 'googleTagManager', account: 'containerId', source: 'https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-google-tag-manager' },
    ],
    calls: [
      { path: 'dataLayer.push', kind: 'event', event: eventKey, data: [0], identityKeys: gtmIdentity },
      { path: 'useScriptGoogleTagManager', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
      ...gtmSupport('useGtm().'),
      ...gtmSupport('useNuxtApp().$gtm.'),
    ],
    packages: [
      {
        package: 'react-gtm-module',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0, key: ['gtmId'] }, data: [0] },
          { path: 'default.dataLayer', kind: 'event', event: { argument: 0, key: ['dataLayer', 'event'] }, data: [0], identityKeys: gtmIdentity },
        ],
      },
      {
        package: '@next/third-parties/google',
        members: [
          { path: 'GoogleTagManager', kind: 'component', account: 'gtmId', data: ['dataLayer'] },
          { path: 'sendGTMEvent', kind: 'event', event: eventKey, data: [0], identityKeys: gtmIdentity },
        ],
      },
      {
        package: '@gtm-support/core',
        members: [
          { path: 'GtmSupport#', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0] },
          ...gtmSupport('GtmSupport#'),
        ],
      },
      {
        package: '@gtm-support/vue-gtm',
        members: [
          { path: 'createGtm', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0] },
          ...gtmSupport('useGtm().'),
        ],
      },
      { package: '@gtm-support/vue2-gtm', members: [{ path: 'default', kind: 'plugin', account: ['id'] }, ...gtmSupport('useGtm().')] },
      { package: 'vue-gtm', members: [{ path: 'default', kind: 'plugin', account: ['id'] }, ...gtmSupport('useGtm().')] },
      { package: '@nuxtjs/gtm', configuration: { account: ['id'] }, members: [] },
      { package: '@zadigetvoltaire/nuxt-gtm', configuration: { account: ['id'] }, members: gtmSupport('useGtm().') },
      { package: '@saslavik/nuxt-gtm', configuration: { account: ['id'] }, members: gtmSupport('useGtm().') },
      { package: 'gatsby-plugin-google-tagmanager', configuration: { account: ['id'] }, members: [] },
      { package: '@docusaurus/plugin-google-tag-manager', configuration: { account: ['containerId'] }, members: [] },
      {
        package: 'angular-google-tag-manager',
        members: [
          { path: 'GoogleTagManagerModule.forRoot', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
          { path: 'GoogleTagManagerService#addGtmToDom', kind: 'init', data: [] },
          { path: 'GoogleTagManagerService#pushTag', kind: 'event', event: eventKey, data: [0], identityKeys: gtmIdentity },
        ],
      },
      {
        package: '@elgorditosalsero/react-gtm-hook',
        members: [
          { path: 'GTMProvider', kind: 'component' },
          { path: 'useGTMDispatch()', kind: 'event', event: eventKey, data: [0], identityKeys: gtmIdentity },
        ],
      },
      {
        package: '@analytics/google-tag-manager',
        members: [{ path: 'default', kind: 'init', account: { argument: 0, key: ['containerId'] }, data: [] }],
      },
      { package: '@redux-beacon/google-tag-manager', members: [{ path: 'default', kind: 'init', data: [0] }] },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleTagManager#startTracking', kind: 'init', data: [] },
          { path: 'Angulartics2GoogleTagManager#pageTrack', kind: 'page', data: [0] },
          { path: 'Angulartics2GoogleTagManager#eventTrack', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'Angulartics2GoogleTagManager#setUsername', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'whatever its container says: clicks, links, form submissions, visibility, scrolling, history changes and timers, with the text, ids, classes and addresses of the elements, and values of fields that a variable reads',
      switchOff: 'No setting in the page does: remove the triggers and variables in the container, or restrict tag types with gtm.allowlist and gtm.blocklist in the data layer',
    },
  },
  {
    id: 'adobe-launch',
    name: 'Adobe Experience Platform Tags (Launch, DTM)',
    vendor: 'Adobe',
    category: 'tag-manager',
    docs: 'https://experienceleague.adobe.com/docs/experience-platform/tags/home.html',
    opaque: true,
    loaders: [
      { host: 'assets.adobedtm.com', path: '/launch-', account: { pattern: '/(launch-[0-9A-Za-z]+)' } },
      { host: 'assets.adobedtm.com', path: '/*/launch-', account: { pattern: '/(launch-[0-9A-Za-z]+)' } },
      { host: 'assets.adobedtm.com', path: '/*/satelliteLib-', account: { pattern: '/(satelliteLib-[0-9a-f]+)' } },
      { host: 'assets.adobedtm.com' },
    ],
    beacons: [],
    accounts: ['launch-(?:EN)?[0-9a-f]{16,40}', 'satelliteLib-[0-9a-f]{40}'],
    calls: [
      { path: '_satellite.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: '_satellite.setVar', kind: 'settings', data: [0, 1] },
      { path: '_satellite.pageBottom', kind: 'page', data: [] },
    ],
    commonNames: ['digitalData'],
    payloadGlobals: [{ name: 'digitalData', kind: 'event' }],
    automaticCapture: {
      collects: 'whatever the rules and data elements of its property read: attributes and text of elements, cookies, JavaScript variables',
      switchOff: 'Remove the rules and data elements in the property',
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
      { host: 'tags.tiqcdn.com', path: '/utag/*/utag.js', account: { pattern: '/utag/([^/]+/[^/]+)/' } },
      { host: 'tags.tiqcdn.com', path: '/utag/*/utag.sync.js', account: { pattern: '/utag/([^/]+/[^/]+)/' } },
      { host: 'tags.tiqcdn.cn', path: '/utag/*/utag.js', account: { pattern: '/utag/([^/]+/[^/]+)/' } },
    ],
    beacons: [
      { host: 'collect.tealiumiq.com', path: '/*/i.gif', account: { pattern: 'tealiumiq\\.com/([^/]+/[^/]+)/' } },
      { host: 'datacloud.tealiumiq.com' },
    ],
    serverEndpoints: [
      { host: 'collect.tealiumiq.com', path: '/event', account: { parameter: 'tealium_account' } },
      { host: 'collect-*.tealiumiq.com', path: '/event', account: { parameter: 'tealium_account' } },
    ],
    accounts: [],
    calls: [
      { path: 'utag.view', kind: 'page', event: { argument: 0, key: ['tealium_event'] }, data: [0] },
      { path: 'utag.link', kind: 'event', event: { argument: 0, key: ['tealium_event'] }, data: [0] },
      { path: 'utag.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'utag.gdpr.setConsentValue', kind: 'consent', data: [] },
    ],
    payloadGlobals: [{ name: 'utag_data', kind: 'event' }],
    automaticCapture: {
      collects: 'the utag_data object, meta tags, query parameters, cookies, the page\'s address, title and referrer, and JavaScript variables of the page',
      switchOff: 'utag_cfg_ovrd.noview = true stops the automatic view; the rest is a setting of the profile',
    },
  },
  {
    id: 'ensighten',
    name: 'Ensighten Manage',
    vendor: 'CHEQ (Ensighten)',
    category: 'tag-manager',
    docs: 'https://success.ensighten.com/hc/en-us',
    opaque: true,
    loaders: [
      { host: 'nexus.ensighten.com', path: '/*/Bootstrap.js', account: { pattern: 'ensighten\\.com/([^/]+/[^/]+)/' } },
      { host: 'nexus.ensighten.com' },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'Bootstrapper.ensEvent.trigger', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    commonNames: ['Bootstrapper'],
    automaticCapture: {
      collects: 'whatever the tags of its space read',
      switchOff: 'Remove the tags in the space',
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
      { host: 'cdn.tagcommander.com', path: '/*/tc_', account: { pattern: 'tagcommander\\.com/(\\d+)/' } },
      { host: 'cdn.tagcommander.com', path: '/*/uat/tc_', account: { pattern: 'tagcommander\\.com/(\\d+)/' } },
    ],
    beacons: [
      { host: 'engage.commander1.com' },
      { host: 'collect.commander1.com', path: '/events', account: { parameter: 'tc_s' } },
    ],
    accounts: [],
    calls: [
      { path: 'tc_events_global', kind: 'event', event: { argument: 1 }, data: [1, 2] },
      { path: 'cact', kind: 'event', command: ['trigger'], event: { argument: 1 }, data: [1, 2] },
      { path: 'cact', kind: 'consent', command: ['consent.*'], data: [] },
    ],
    commonNames: ['cact'],
    payloadGlobals: [{ name: 'tc_vars', kind: 'event' }],
    automaticCapture: {
      collects: 'the tc_vars object and whatever the tags of its container read',
      switchOff: 'Remove the tags in the container',
    },
  },
  {
    id: 'matomo-tag-manager',
    name: 'Matomo Tag Manager',
    vendor: 'InnoCraft, or the site itself',
    category: 'tag-manager',
    docs: 'https://developer.matomo.org/guides/tagmanager/introduction',
    opaque: true,
    loaders: [
      { host: 'cdn.matomo.cloud', path: '/*/container_', account: { pattern: 'container_(\\w{8})' } },
      { host: '*', path: '*/js/container_', account: { pattern: 'container_(\\w{8})' } },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: '_mtm.push', kind: 'event', event: eventKey, data: [0] },
    ],
    automaticCapture: {
      collects: 'whatever its container says: clicks, forms, scrolling, and values of the page that a variable reads',
      switchOff: 'Remove the triggers and variables in the container',
    },
  },
  {
    id: 'partytown',
    name: 'Partytown (third-party scripts in a worker)',
    vendor: 'QwikDev',
    category: 'tag-manager',
    docs: 'https://partytown.qwik.dev/',
    loaders: [
      { host: '*', path: '*/~partytown/partytown.js' },
      { host: '*', path: '*/~partytown/debug/partytown.js' },
    ],
    beacons: [],
    accounts: [],
    calls: [],
    packages: [
      { package: '@qwik.dev/partytown/react', members: [{ path: 'Partytown', kind: 'component' }] },
      { package: '@builder.io/partytown/react', members: [{ path: 'Partytown', kind: 'component' }] },
      { package: '@qwik.dev/partytown/integration', members: [{ path: 'partytownSnippet', kind: 'init', data: [] }] },
      { package: '@builder.io/partytown/integration', members: [{ path: 'partytownSnippet', kind: 'init', data: [] }] },
      { package: '@astrojs/partytown', members: [{ path: 'default', kind: 'init', data: [] }] },
    ],
  },
]
