/** Customer-data platforms and analytics wrappers that fan out to many receivers. */
import type { Tracker } from './tracker.js'

export const customerDataPlatforms: readonly Tracker[] = [
  {
    id: 'segment',
    name: 'Segment (Twilio) Analytics.js',
    vendor: 'Twilio',
    category: 'customer-data-platform',
    docs: 'https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/',
    loaders: [
      { host: 'cdn.segment.com', path: '/analytics.js/v1/*/analytics.min.js', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'cdn.segment.com', path: '/v1/projects/*/settings', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'cdn.segment.com', path: '/next-integrations/*', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
    ],
    beacons: [
      { host: 'api.segment.io', path: '/v1/*', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'api.segment.io', path: '/v1/t', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'api.segment.io', path: '/v1/i', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'api.segment.io', path: '/v1/p', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
      { host: 'api.segment.com', path: '/v1/*', account: { pattern: '/analytics\\.js/v1/([A-Za-z0-9]+)/' } },
    ],
    serverEndpoints: [
      { host: 'api.segment.io', path: '/v1/' },
    ],
    accounts: ['[A-Za-z0-9]{32}'],
    idioms: [
      { strings: ['/analytics.js/v1/', '/analytics.min.js'] },
    ],
    calls: [
      { path: 'analytics.load', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'analytics.page', kind: 'page', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'analytics.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'analytics.identify', kind: 'identify', data: [0, 1, 2], identityKeys: ['userId', 'email', 'phone', 'name', 'firstName', 'lastName', 'address', 'birthday', 'gender'] },
      { path: 'analytics.group', kind: 'identify', data: [0, 1] },
      { path: 'analytics.alias', kind: 'identify', data: [0, 1] },
      { path: 'analytics.screen', kind: 'page', event: { argument: 0 }, data: [0, 1] },
    ],
    commonNames: ['analytics'],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptSegment', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@segment/analytics-next',
        members: [
          { path: 'AnalyticsBrowser.load', kind: 'init', account: { argument: 0, key: ['writeKey'] }, data: [0, 1] },
          { path: 'AnalyticsBrowser.load().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'AnalyticsBrowser.load().page', kind: 'page', data: [0, 1] },
          { path: 'AnalyticsBrowser.load().identify', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser.load().group', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser.load().alias', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser.load().screen', kind: 'page', data: [0, 1] },
          { path: 'AnalyticsBrowser#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'AnalyticsBrowser#page', kind: 'page', data: [0, 1] },
          { path: 'AnalyticsBrowser#identify', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser#group', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser#alias', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsBrowser#screen', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: '@segment/analytics-node', server: true,
        members: [
          { path: 'Analytics#track', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0, 1] },
          { path: 'Analytics#identify', kind: 'identify', data: [0, 1] },
          { path: 'Analytics#page', kind: 'page', data: [0, 1] },
          { path: 'Analytics#group', kind: 'identify', data: [0, 1] },
          { path: 'Analytics#alias', kind: 'identify', data: [0, 1] },
          { path: 'default#track', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0, 1] },
          { path: 'default#identify', kind: 'identify', data: [0, 1] },
          { path: 'default#page', kind: 'page', data: [0, 1] },
          { path: 'default#group', kind: 'identify', data: [0, 1] },
          { path: 'default#alias', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'analytics-node', server: true,
        members: [
          { path: 'Analytics#track', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0, 1] },
          { path: 'Analytics#identify', kind: 'identify', data: [0, 1] },
          { path: 'Analytics#page', kind: 'page', data: [0, 1] },
          { path: 'Analytics#group', kind: 'identify', data: [0, 1] },
          { path: 'Analytics#alias', kind: 'identify', data: [0, 1] },
          { path: 'default#track', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0, 1] },
          { path: 'default#identify', kind: 'identify', data: [0, 1] },
          { path: 'default#page', kind: 'page', data: [0, 1] },
          { path: 'default#group', kind: 'identify', data: [0, 1] },
          { path: 'default#alias', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@segment/snippet',
        members: [
          { path: 'min', kind: 'init', account: { argument: 0, key: ['apiKey'] }, data: [0, 1] },
          { path: 'max', kind: 'init', account: { argument: 0, key: ['apiKey'] }, data: [0, 1] },
          { path: 'default.min', kind: 'init', account: { argument: 0, key: ['apiKey'] }, data: [0, 1] },
        ],
      },
      {
        package: '@analytics/segment',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['writeKey'] }, data: [0, 1] },
        ],
      },
      { package: 'gatsby-plugin-segment-js', configuration: { account: ['prodKey'] }, members: [] },
    ],
    automaticCapture: {
      collects: 'page() sends url, path, search, referrer, title; context.page on every call; device-mode destinations load further trackers',
      switchOff: 'integrations:{All:false}; plugins/middleware; no autocapture unless signals plugin',
    },
  },
  {
    id: 'mparticle',
    name: 'mParticle',
    vendor: 'Rokt / mParticle',
    category: 'customer-data-platform',
    docs: 'https://docs.mparticle.com/developers/sdk/web/',
    loaders: [
      { host: 'jssdkcdns.mparticle.com', path: '/js/v2/*/mparticle.js' },
    ],
    beacons: [
      { host: 'jssdks.mparticle.com', path: '/v3/JS/*/events' },
      { host: 'identity.mparticle.com', path: '/v1/identify' },
    ],
    accounts: [],
    calls: [
      { path: 'mParticle.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1, 2, 3] },
      { path: 'mParticle.logPageView', kind: 'page', data: [0, 1, 2] },
      { path: 'mParticle.Identity.login', kind: 'identify', data: [0], identityKeys: ['userIdentities.email', 'userIdentities.customerid', 'userIdentities.mobile_number'] },
      { path: 'mParticle.Identity.identify', kind: 'identify', data: [0] },
      { path: 'mParticle.Identity.getCurrentUser().setUserAttribute', kind: 'identify', data: [0, 1] },
    ],
    packages: [
      {
        package: '@mparticle/web-sdk',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.logPageView', kind: 'page', data: [0, 1] },
          { path: 'default.Identity.login', kind: 'identify', data: [0, 1] },
          { path: 'default.Identity.identify', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'session events',
      switchOff: 'n/a',
    },
  },
  {
    id: 'rudderstack',
    name: 'RudderStack',
    vendor: 'RudderStack',
    category: 'customer-data-platform',
    docs: 'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/',
    loaders: [
      { host: 'cdn.rudderlabs.com', path: '/*/rudder-analytics.min.js' },
      { host: 'cdn.rudderlabs.com', path: '/v3/*/rsa.min.js' },
    ],
    beacons: [
      { host: '*.dataplane.rudderstack.com', path: '/v1/*' },
      { host: 'hosted.rudderlabs.com', path: '/v1/*' },
      { host: 'api.rudderlabs.com', path: '/sourceConfig/*' },
    ],
    serverEndpoints: [
      { host: 'hosted.rudderlabs.com', path: '/v1/' },
    ],
    accounts: ['[A-Za-z0-9]{27}'],
    calls: [
      { path: 'rudderanalytics.load', kind: 'init', account: { argument: 0 }, data: [0, 1, 2] },
      { path: 'rudderanalytics.page', kind: 'page', data: [0, 1, 2] },
      { path: 'rudderanalytics.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'rudderanalytics.identify', kind: 'identify', data: [0, 1, 2], identityKeys: ['email', 'phone', 'name', 'firstname', 'lastname', 'birthday'] },
      { path: 'rudderanalytics.alias', kind: 'identify', data: [0, 1, 2] },
      { path: 'rudderanalytics.group', kind: 'identify', data: [0, 1, 2] },
    ],
    packages: [
      {
        package: '@rudderstack/analytics-js',
        members: [
          { path: 'RudderAnalytics#load', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'RudderAnalytics#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'RudderAnalytics#identify', kind: 'identify', data: [0, 1] },
          { path: 'RudderAnalytics#page', kind: 'page', data: [0, 1] },
          { path: 'RudderAnalytics#group', kind: 'identify', data: [0, 1] },
          { path: 'RudderAnalytics#alias', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'rudder-sdk-js',
        members: [
          { path: 'load', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
          { path: 'page', kind: 'page', data: [0, 1] },
          { path: 'group', kind: 'identify', data: [0, 1] },
          { path: 'alias', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@rudderstack/rudder-sdk-node', server: true,
        members: [
          { path: 'default#track', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'default#identify', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page url/path/search/title in context',
      switchOff: 'n/a',
    },
  },
  {
    id: 'freshpaint',
    name: 'Freshpaint',
    vendor: 'Freshpaint',
    category: 'customer-data-platform',
    docs: 'https://documentation.freshpaint.io/',
    loaders: [
      { host: 'perfalytics.com', path: '/static/js/freshpaint.js' },
      { host: 'perfalytics.com', path: '/static/js/freshpaint-gtm.js' },
      { host: 'cdn.freshpaint.io', path: '/*' },
    ],
    beacons: [
      { host: 'api.perfalytics.com', path: '/track' },
      { host: 'api.perfalytics.com', path: '/*' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'freshpaint.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'freshpaint.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'freshpaint.identify', kind: 'identify', data: [0, 1], identityKeys: ['email', 'phone', 'name'] },
      { path: 'freshpaint.page', kind: 'page', data: [0, 1] },
      { path: 'freshpaint.addEventProperties', kind: 'settings', data: [0] },
    ],
    automaticCapture: {
      collects: 'Autotrack (clicks, page views, form submit) then server-side forwarding with allow-lists',
      switchOff: 'autotrack settings',
    },
  },
  {
    id: 'ours-privacy',
    name: 'Ours Privacy CDP',
    vendor: 'Ours Privacy',
    category: 'customer-data-platform',
    docs: 'https://docs.oursprivacy.com/docs/overview',
    loaders: [
      { host: 'cdn.oursprivacy.com', path: '/*' },
    ],
    beacons: [
      { host: 'metrics.oursprivacy.com', path: '/*' },
      { host: 'ipv4-metrics.oursprivacy.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'ours', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2] },
      { path: 'ours', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2, 3] },
      { path: 'ours', kind: 'identify', command: ['identify'], data: [1], identityKeys: ['email', 'phone_number', 'first_name', 'last_name', 'external_id'] },
    ],
    commonNames: ['ours'],
    packages: [
      {
        package: 'ours-web-sdk',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views, UTMs',
      switchOff: 'n/a',
    },
  },
  {
    id: 'lytics',
    name: 'Lytics',
    vendor: 'Contentstack / Lytics',
    category: 'customer-data-platform',
    docs: 'https://docs.lytics.com/',
    loaders: [
      { host: 'c.lytics.io', path: '/api/tag/*/latest.min.js', account: { pattern: '/tag/([0-9a-f]+)/' } },
      { host: 'c.lytics.io', path: '/api/tag/*/lio.js', account: { pattern: '/tag/([0-9a-f]+)/' } },
    ],
    beacons: [
      { host: 'c.lytics.io', path: '/c/*', account: { pattern: '/tag/([0-9a-f]+)/' } },
    ],
    accounts: [],
    calls: [
      { path: 'jstag.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'jstag.send', kind: 'event', data: [0, 1] },
      { path: 'jstag.pageView', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'n/a',
    },
  },
  {
    id: 'salesforce-interaction-studio',
    name: 'Salesforce Personalization (Evergage)',
    vendor: 'Salesforce',
    category: 'customer-data-platform',
    docs: 'https://developer.salesforce.com/docs/marketing/personalization/',
    loaders: [
      { host: 'cdn.evgnet.com', path: '/beacon/*/*/scripts/evergage.min.js' },
      { host: 'cdn.evergage.com', path: '/beacon/*' },
    ],
    beacons: [
      { host: '*.evergage.com', path: '/twreceiver' },
      { host: '*.evergage.com', path: '/api2/event/*' },
    ],
    accounts: [],
    calls: [
      { path: 'SalesforceInteractions.sendEvent', kind: 'event', data: [0], identityKeys: ['user.attributes.emailAddress', 'user.identities'] },
      { path: 'Evergage.sendEvent', kind: 'event', data: [0] },
      { path: '_aaq.push', kind: 'event', shape: 'array', data: [0, 1, 2] },
    ],
    automaticCapture: {
      collects: 'clicks, page time',
      switchOff: 'n/a',
    },
  },
  {
    id: 'salesforce-dmp',
    name: 'Salesforce Audience Studio (Krux)',
    vendor: 'Salesforce',
    category: 'customer-data-platform',
    docs: 'https://help.salesforce.com/',
    loaders: [
      { host: 'cdn.krxd.net', path: '/controltag/*.js' },
    ],
    beacons: [
      { host: 'beacon.krxd.net', path: '/pixel.gif' },
      { host: 'beacon.krxd.net', path: '/event.gif' },
      { host: 'beacon.krxd.net', path: '/usermatch.gif' },
    ],
    accounts: [],
    calls: [
      { path: 'Krux', kind: 'event', command: ['ns:_default'], data: [1] },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'n/a',
    },
  },
  {
    id: 'analytics-wrapper',
    name: 'Wrapper libraries (DavidWells analytics, Nuxt Scripts, angulartics2, redux-beacon)',
    vendor: 'various',
    category: 'customer-data-platform',
    docs: 'https://getanalytics.io/',
    loaders: [],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'analytics.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'analytics.identify', kind: 'identify', data: [0, 1] },
      { path: 'analytics.page', kind: 'page', data: [0] },
    ],
    commonNames: ['analytics'],
    packages: [
      {
        package: 'analytics',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0] },
          { path: 'Analytics', kind: 'init', account: { argument: 0 }, data: [0] },
          { path: 'default().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default().page', kind: 'page', data: [0, 1] },
          { path: 'default().identify', kind: 'identify', data: [0, 1] },
          { path: 'Analytics().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'Analytics().page', kind: 'page', data: [0, 1] },
          { path: 'Analytics().identify', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'use-analytics',
        members: [
          { path: 'useAnalytics().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'useAnalytics().page', kind: 'page', data: [0, 1] },
          { path: 'useAnalytics().identify', kind: 'identify', data: [0, 1] },
          { path: 'AnalyticsProvider', kind: 'component' },
        ],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2#eventTrack.next', kind: 'event', event: { argument: 0, key: ['action'] }, data: [0] },
          { path: 'Angulartics2#setUsername.next', kind: 'identify', data: [0] },
        ],
      },
      {
        package: 'redux-beacon',
        members: [
          { path: 'createMiddleware', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'react-tracking',
        members: [
          { path: 'useTracking().trackEvent', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'default().trackEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
  },
]
