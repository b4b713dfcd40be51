/** Customer-data platforms and analytics wrappers that fan out to many receivers. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const traits = ['userId', 'email', 'phone', 'name', 'firstName', 'lastName', 'address', 'birthday', 'gender', 'age']
const snakeTraits = ['email', 'phone_number', 'first_name', 'last_name', 'external_id', 'date_of_birth', 'gender', 'city', 'zip']

/** The calls of Segment's interface, which others have copied. */
const segmentCalls = (prefix: string): CallShape[] => [
  { path: `${prefix}page`, kind: 'page', event: at(0), data: [0, 1, 2] },
  { path: `${prefix}screen`, kind: 'page', event: at(0), data: [0, 1, 2] },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1, 2], identityKeys: traits },
  { path: `${prefix}trackLink`, kind: 'event', event: at(1), data: [1, 2] },
  { path: `${prefix}trackForm`, kind: 'event', event: at(1), data: [1, 2] },
  { path: `${prefix}identify`, kind: 'identify', data: [0, 1, 2], identityKeys: traits },
  { path: `${prefix}group`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}alias`, kind: 'identify', data: [0, 1] },
]

/** The same on a server, where everything stands in one object. */
const segmentServer = (prefix: string): CallShape[] => [
  { path: `${prefix}page`, kind: 'page', event: at(0, 'name'), data: [0], identityKeys: traits },
  { path: `${prefix}screen`, kind: 'page', event: at(0, 'name'), data: [0], identityKeys: traits },
  { path: `${prefix}track`, kind: 'event', event: at(0, 'event'), data: [0], identityKeys: traits },
  { path: `${prefix}identify`, kind: 'identify', data: [0], identityKeys: ['traits', ...traits] },
  { path: `${prefix}group`, kind: 'identify', data: [0] },
  { path: `${prefix}alias`, kind: 'identify', data: [0] },
]

const analyticsBrowser: PackageMember[] = [
  { path: 'AnalyticsBrowser.load', kind: 'init', account: at(0, 'writeKey'), data: [] },
  { path: 'AnalyticsBrowser#load', kind: 'init', account: at(0, 'writeKey'), data: [] },
  ...segmentCalls('AnalyticsBrowser.load().'),
  ...segmentCalls('AnalyticsBrowser#'),
]

const mParticle = (object: string): CallShape[] => [
  { path: `${object}.init`, kind: 'init', account: at(0), data: [1] },
  { path: `${object}.logEvent`, kind: 'event', event: at(0), data: [0, 1, 2, 3] },
  { path: `${object}.logPageView`, kind: 'page', event: at(0), data: [0, 1, 2] },
  { path: `${object}.logForm`, kind: 'event', event: at(1), data: [1, 2] },
  { path: `${object}.Identity.login`, kind: 'identify', data: [0], identityKeys: ['userIdentities', 'email', 'customerid', 'mobile_number'] },
  { path: `${object}.Identity.identify`, kind: 'identify', data: [0], identityKeys: ['userIdentities', 'email', 'customerid', 'mobile_number'] },
  { path: `${object}.Identity.modify`, kind: 'identify', data: [0], identityKeys: ['userIdentities', 'email', 'customerid', 'mobile_number'] },
  { path: `${object}.Identity.getCurrentUser().setUserAttribute`, kind: 'identify', data: [0, 1] },
  { path: `${object}.Identity.getCurrentUser().setUserAttributes`, kind: 'identify', data: [0] },
]

/** DavidWells' `analytics`, and what its instance is called in the React bindings. */
const genericAnalytics = (prefix: string): CallShape[] => [
  { path: `${prefix}page`, kind: 'page', data: [0] },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}identify`, kind: 'identify', data: [0, 1], identityKeys: traits },
]

export const customerDataPlatforms: readonly Tracker[] = [
  {
    id: 'segment',
    name: 'Segment Analytics.js',
    vendor: 'Twilio (Segment)',
    category: 'customer-data-platform',
    docs: 'https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/',
    loaders: [
      { host: 'cdn.segment.com', path: '/analytics.js/v1/', account: { pattern: '/v1/([A-Za-z0-9]{20,40})/' } },
      { host: '*', path: '*/analytics.js/v1/', only: '/v1/[A-Za-z0-9]{20,40}/analytics', account: { pattern: '/v1/([A-Za-z0-9]{20,40})/' }, proxy: true },
      { host: 'cdn.segment.com', path: '/v1/projects/', account: { pattern: '/projects/([A-Za-z0-9]{20,40})/' } },
      { host: 'cdn.segment.com', path: '/analytics-next/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.segment.io', path: '/v1/' },
      { host: 'api.segment.com', path: '/v1/' },
      { host: 'events.eu1.segmentapis.com', path: '/v1/' },
    ],
    accounts: ['[A-Za-z0-9]{32}'],
    idioms: [
      { strings: ['/analytics.js/v1/', '/analytics.min.js'] },
    ],
    calls: [
      { path: 'analytics.load', kind: 'init', account: at(0), data: [] },
      ...segmentCalls('analytics.'),
      { path: 'useScriptSegment', kind: 'init', account: at(0, 'writeKey'), data: [] },
    ],
    commonNames: ['analytics'],
    packages: [
      { package: '@segment/analytics-next', members: analyticsBrowser },
      {
        package: '@segment/analytics-node', server: true,
        members: [{ path: 'Analytics#', kind: 'init', account: at(0, 'writeKey'), data: [] }, ...segmentServer('Analytics#')],
      },
      {
        package: 'analytics-node', server: true,
        members: [{ path: 'default#', kind: 'init', account: at(0), data: [] }, ...segmentServer('default#')],
      },
      { package: '@segment/snippet', members: [
        { path: 'min', kind: 'init', account: at(0, 'apiKey'), data: [] },
        { path: 'max', kind: 'init', account: at(0, 'apiKey'), data: [] },
      ] },
      { package: '@analytics/segment', members: [{ path: 'default', kind: 'init', account: at(0, 'writeKey'), data: [] }] },
      { package: 'gatsby-plugin-segment-js', configuration: { account: ['prodKey'] }, members: [] },
    ],
    automaticCapture: {
      collects: 'address, path, query, referrer and title with every call, and loads the further trackers of its destinations',
      switchOff: 'integrations: { All: false }; middleware can drop or change events',
    },
  },
  {
    id: 'mparticle',
    name: 'mParticle',
    vendor: 'Rokt (mParticle)',
    category: 'customer-data-platform',
    docs: 'https://docs.mparticle.com/developers/sdk/web/',
    loaders: [
      { host: 'jssdkcdns.mparticle.com', path: '/js/', account: { pattern: '/js/v\\d/([\\w-]+)/' } },
    ],
    beacons: [
      { host: 'jssdks.mparticle.com' },
    ],
    serverEndpoints: [
      { host: 's2s.*.mparticle.com', path: '/v2/' },
      { host: 's2s.mparticle.com', path: '/v2/' },
      { host: 'identity.mparticle.com', path: '/v1/' },
    ],
    accounts: ['(?:us|eu|au)\\d-[0-9a-f]{32}'],
    calls: mParticle('mParticle'),
    packages: [
      { package: '@mparticle/web-sdk', members: mParticle('default') },
    ],
    automaticCapture: {
      collects: 'sessions and page views, and passes them on to the outputs of its settings',
      switchOff: 'Remove the outputs in the console',
    },
  },
  {
    id: 'rudderstack',
    name: 'RudderStack',
    vendor: 'RudderStack',
    category: 'customer-data-platform',
    docs: 'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/',
    loaders: [
      { host: 'cdn.rudderlabs.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: '*.dataplane.rudderstack.com', path: '/v1/' },
      { host: 'hosted.rudderlabs.com', path: '/v1/' },
    ],
    accounts: ['[A-Za-z0-9]{27}'],
    calls: [
      { path: 'rudderanalytics.load', kind: 'init', account: at(0), data: [] },
      ...segmentCalls('rudderanalytics.'),
    ],
    packages: [
      {
        package: '@rudderstack/analytics-js',
        members: [{ path: 'RudderAnalytics#load', kind: 'init', account: at(0), data: [] }, ...segmentCalls('RudderAnalytics#')],
      },
      { package: 'rudder-sdk-js', members: [{ path: 'load', kind: 'init', account: at(0), data: [] }, ...segmentCalls('')] },
      {
        package: '@rudderstack/rudder-sdk-node', server: true,
        members: [{ path: 'default#', kind: 'init', account: at(0), data: [] }, ...segmentServer('default#')],
      },
    ],
    automaticCapture: {
      collects: 'address, path, query and title with every call, and passes them on to its destinations',
      switchOff: 'integrations: { All: false }',
    },
  },
  {
    id: 'freshpaint',
    name: 'Freshpaint',
    vendor: 'Freshpaint',
    category: 'customer-data-platform',
    docs: 'https://documentation.freshpaint.io/',
    loaders: [
      { host: 'perfalytics.com', path: '/static/js/freshpaint' },
      { host: 'perfalytics.com', path: '/static/js/freshpaint.js' },
      { host: 'perfalytics.com', path: '/static/js/freshpaint-' },
    ],
    beacons: [
      { host: 'api.perfalytics.com' },
    ],
    accounts: [uuid],
    calls: [
      { path: 'freshpaint.init', kind: 'init', account: at(0), data: [1] },
      { path: 'freshpaint.page', kind: 'page', event: at(0), data: [0, 1] },
      { path: 'freshpaint.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'freshpaint.identify', kind: 'identify', data: [0, 1], identityKeys: traits },
      { path: 'freshpaint.group', kind: 'identify', data: [0, 1] },
      { path: 'freshpaint.addEventProperties', kind: 'settings', data: [0] },
      { path: 'freshpaint.addPageviewProperties', kind: 'settings', data: [0] },
    ],
    automaticCapture: {
      collects: 'clicks, page views and form submissions, and passes on from its server what its allow-lists let through',
      switchOff: 'Turn autotrack off in the settings',
    },
  },
  {
    id: 'ours-privacy',
    name: 'Ours Privacy',
    vendor: 'Ours Privacy',
    category: 'customer-data-platform',
    docs: 'https://docs.oursprivacy.com/docs/overview',
    loaders: [
      { host: 'cdn.oursprivacy.com' },
    ],
    beacons: [
      { host: 'metrics.oursprivacy.com' },
    ],
    serverEndpoints: [
      { host: 'api.oursprivacy.com', path: '/api/v1/' },
    ],
    accounts: [],
    calls: [
      { path: 'ours', kind: 'init', command: ['init'], account: at(1), data: [2] },
      { path: 'ours', kind: 'event', command: ['track'], event: at(1), data: [1, 2, 3], identityKeys: snakeTraits },
      { path: 'ours', kind: 'identify', command: ['identify'], data: [1], identityKeys: snakeTraits },
    ],
    commonNames: ['ours'],
    packages: [
      {
        package: 'ours-web-sdk',
        members: [
          { path: 'default.init', kind: 'init', account: at(0), data: [1] },
          { path: 'default.track', kind: 'event', event: at(0), data: [0, 1, 2], identityKeys: snakeTraits },
          { path: 'default.identify', kind: 'identify', data: [0], identityKeys: snakeTraits },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views and campaign parameters, and passes on from its server what its settings let through',
      switchOff: 'Settings of the account',
    },
  },
  {
    id: 'lytics',
    name: 'Lytics',
    vendor: 'Contentstack (Lytics)',
    category: 'customer-data-platform',
    docs: 'https://docs.lytics.com/',
    loaders: [
      { host: 'c.lytics.io', path: '/api/tag/', account: { pattern: '/tag/([0-9a-f]{32})/' } },
      { host: 'api.lytics.io', path: '/api/tag/', account: { pattern: '/tag/([0-9a-f]{32})/' } },
    ],
    beacons: [
      { host: 'c.lytics.io', path: '/c/', account: { pattern: '/c/([0-9a-f]+)' } },
    ],
    serverEndpoints: [
      { host: 'api.lytics.io', path: '/collect/' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'jstag.init', kind: 'init', account: at(0, 'cid'), data: [] },
      { path: 'jstag.pageView', kind: 'page', data: [0] },
      { path: 'jstag.send', kind: 'event', event: at(0, 'event'), data: [0, 1] },
      { path: 'jstag.identify', kind: 'identify', data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Leave pageView out',
    },
  },
  {
    id: 'salesforce-interaction-studio',
    name: 'Salesforce Personalization (Evergage)',
    vendor: 'Salesforce',
    category: 'customer-data-platform',
    docs: 'https://developer.salesforce.com/docs/marketing/personalization/',
    loaders: [
      { host: 'cdn.evgnet.com', path: '/beacon/', account: { pattern: '/beacon/([^/]+/[^/]+)/' } },
      { host: 'cdn.evergage.com', path: '/beacon/', account: { pattern: '/beacon/([^/]+/[^/]+)/' } },
    ],
    beacons: [
      { host: '*.evergage.com', path: '/twreceiver' },
    ],
    serverEndpoints: [
      { host: '*.evergage.com', path: '/api2/event/', account: { pattern: '/event/([^/?]+)' } },
      { host: '*.evergage.com', path: '/api2/authevent/', account: { pattern: '/authevent/([^/?]+)' } },
    ],
    accounts: [],
    calls: [
      { path: 'SalesforceInteractions.init', kind: 'init', data: [] },
      { path: 'SalesforceInteractions.sendEvent', kind: 'event', event: at(0, 'interaction', 'name'), data: [0], identityKeys: ['emailAddress', 'identities'] },
      { path: 'Evergage.init', kind: 'init', data: [] },
      { path: 'Evergage.sendEvent', kind: 'event', event: at(0, 'action'), data: [0], identityKeys: ['emailAddress', 'identities'] },
      { path: '_aaq.push', kind: 'identify', shape: 'array', command: ['setUser', 'setUserId'], data: [1] },
      { path: '_aaq.push', kind: 'event', shape: 'array', command: ['trackAction'], event: at(1), data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'clicks and time on page',
      switchOff: 'Settings of the site map',
    },
  },
  {
    id: 'salesforce-dmp',
    name: 'Salesforce Audience Studio (Krux)',
    vendor: 'Salesforce',
    category: 'customer-data-platform',
    docs: 'https://help.salesforce.com/s/articleView?id=000394004',
    loaders: [
      { host: 'cdn.krxd.net', path: '/controltag', account: { pattern: '/controltag/([\\w-]+)\\.js' } },
    ],
    beacons: [
      { host: 'beacon.krxd.net' },
    ],
    accounts: [],
    calls: [
      { path: 'Krux', kind: 'event', event: at(0), data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'The service has ended: remove the tag',
    },
  },
  {
    id: 'analytics-wrapper',
    name: 'analytics wrapper (analytics, angulartics2, redux-beacon, react-tracking)',
    vendor: 'Whoever its plugins send to',
    category: 'customer-data-platform',
    docs: 'https://getanalytics.io/',
    loaders: [],
    beacons: [],
    accounts: [],
    calls: [],
    packages: [
      {
        package: 'analytics',
        members: [
          { path: 'default', kind: 'init', account: at(0, 'app'), data: [] },
          { path: 'Analytics', kind: 'init', account: at(0, 'app'), data: [] },
          ...genericAnalytics('default().'),
          ...genericAnalytics('Analytics().'),
        ],
      },
      {
        package: 'use-analytics',
        members: [{ path: 'AnalyticsProvider', kind: 'component' }, ...genericAnalytics('useAnalytics().')],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2#pageTrack.next', kind: 'page', data: [0] },
          { path: 'Angulartics2#eventTrack.next', kind: 'event', event: at(0, 'action'), data: [0] },
          { path: 'Angulartics2#setUsername.next', kind: 'identify', data: [0] },
          { path: 'Angulartics2#setUserProperties.next', kind: 'identify', data: [0] },
        ],
      },
      { package: 'redux-beacon', members: [{ path: 'createMiddleware', kind: 'init', data: [] }] },
      {
        package: 'react-tracking',
        members: [
          { path: 'default', kind: 'settings', data: [0] },
          { path: 'track', kind: 'settings', data: [0] },
          { path: 'useTracking().trackEvent', kind: 'event', event: at(0, 'event'), data: [0] },
        ],
      },
    ],
  },
]
