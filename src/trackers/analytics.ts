/** Web and product analytics. */
import type { ArgumentPlace, CallShape, PackageMember, SettingRow, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const googleUser = ['email', 'email_address', 'sha256_email_address', 'phone_number', 'sha256_phone_number', 'address', 'user_id']
const mixpanelUser = ['$email', '$phone', '$name', '$first_name', '$last_name', '$avatar']
const personKeys = ['email', 'name', 'first_name', 'last_name', 'phone']

/** The `gtag` function, under the name a package or framework gives it. */
const gtag = (path: string): CallShape[] => [
  { path, kind: 'init', command: ['config'], account: at(1), data: [2], identityKeys: ['user_id', 'user_data', 'user_properties'] },
  { path, kind: 'page', command: ['event'], where: { argument: 1, pattern: '^page_view$' }, event: at(1), data: [2] },
  { path, kind: 'event', command: ['event'], event: at(1), account: at(2, 'send_to'), data: [1, 2], identityKeys: googleUser },
  { path, kind: 'identify', command: ['set'], where: { argument: 1, pattern: '^(user_data|user_id|user_properties)$' }, data: [2], identityKeys: googleUser },
  { path, kind: 'identify', command: ['set'], where: { argument: 1, key: ['user_id'], pattern: '' }, data: [1], identityKeys: googleUser },
  { path, kind: 'identify', command: ['set'], where: { argument: 1, key: ['user_data'], pattern: '' }, data: [1], identityKeys: googleUser },
  { path, kind: 'identify', command: ['set'], where: { argument: 1, key: ['user_properties'], pattern: '' }, data: [1], identityKeys: googleUser },
  { path, kind: 'settings', command: ['set'], data: [1, 2] },
  { path, kind: 'consent', command: ['consent'], data: [] },
]

/** Members of `vue-gtag` 1 to 3 and `vue-gtag-next`; the composable gives back the same functions. */
const vueGtag = (prefix: string): CallShape[] => [
  { path: `${prefix}event`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}pageview`, kind: 'page', data: [0] },
  { path: `${prefix}screenview`, kind: 'page', data: [0] },
  { path: `${prefix}purchase`, kind: 'event', data: [0] },
  { path: `${prefix}exception`, kind: 'event', data: [0] },
  { path: `${prefix}linker`, kind: 'settings', data: [0] },
  { path: `${prefix}set`, kind: 'settings', data: [0] },
  { path: `${prefix}config`, kind: 'settings', data: [0] },
  ...gtag(`${prefix}query`),
]
const vueGtagMembers: PackageMember[] = [
  { path: 'createGtag', kind: 'init', account: at(0, 'tagId'), data: [0] },
  { path: 'configure', kind: 'init', account: at(0, 'tagId'), data: [0] },
  { path: 'trackRouter', kind: 'page', data: [] },
  ...vueGtag(''),
  ...vueGtag('useGtag().'),
]

const firebaseAnalytics: PackageMember[] = [
  { path: 'getAnalytics', kind: 'init', data: [] },
  { path: 'initializeAnalytics', kind: 'init', data: [] },
  { path: 'logEvent', kind: 'event', event: at(1), data: [1, 2] },
  { path: 'setUserId', kind: 'identify', data: [1] },
  { path: 'setUserProperties', kind: 'identify', data: [1] },
]

/** The `ga` function of analytics.js. */
const ga = (path: string): CallShape[] => [
  { path, kind: 'init', command: ['create'], account: at(1), data: [2, 3], identityKeys: ['userId'] },
  { path, kind: 'init', command: ['create'], where: { argument: 1, key: ['trackingId'], pattern: '' }, account: at(1, 'trackingId'), data: [1], identityKeys: ['userId'] },
  { path, kind: 'page', command: ['send', '*.send'], where: { argument: 1, pattern: '^pageview$' }, data: [2, 3] },
  { path, kind: 'page', command: ['send', '*.send'], where: { argument: 1, key: ['hitType'], pattern: '^pageview$' }, data: [1] },
  { path, kind: 'event', command: ['send', '*.send'], where: { argument: 1, key: ['hitType'], pattern: '^(?!pageview)' }, event: at(1, 'eventAction'), data: [1] },
  { path, kind: 'event', command: ['send', '*.send'], event: at(3), data: [1, 2, 3, 4, 5] },
  { path, kind: 'event', command: ['ecommerce:*', 'ec:*'], event: at(0), data: [1, 2] },
  { path, kind: 'identify', command: ['set', '*.set'], where: { argument: 1, pattern: '^(userId|&uid)$' }, data: [2] },
  { path, kind: 'settings', command: ['set', '*.set'], data: [1, 2] },
]

const reactGa: PackageMember[] = [
  { path: 'default.initialize', kind: 'init', account: at(0), data: [1] },
  { path: 'default.pageview', kind: 'page', data: [0, 1, 2] },
  { path: 'default.modalview', kind: 'page', data: [0] },
  { path: 'default.event', kind: 'event', event: at(0, 'action'), data: [0] },
  { path: 'default.timing', kind: 'event', event: at(0, 'variable'), data: [0] },
  { path: 'default.exception', kind: 'event', data: [0] },
  { path: 'default.outboundLink', kind: 'event', event: at(0, 'label'), data: [0] },
  { path: 'default.set', kind: 'settings', data: [0] },
  ...ga('default.ga'),
]

const matomoTracker: PackageMember[] = [
  { path: 'default#', kind: 'init', account: at(0, 'siteId'), data: [0], identityKeys: ['userId'] },
  { path: 'default#trackPageView', kind: 'page', data: [0] },
  { path: 'default#trackEvent', kind: 'event', event: at(0, 'action'), data: [0] },
  { path: 'default#trackEvents', kind: 'event', data: [] },
  { path: 'default#trackSiteSearch', kind: 'event', data: [0] },
  { path: 'default#trackLink', kind: 'event', data: [0] },
  { path: 'default#pushInstruction', kind: 'event', event: at(0), data: [0, 1, 2, 3, 4] },
]
const matomoReact: PackageMember[] = [
  { path: 'createInstance', kind: 'init', account: at(0, 'siteId'), data: [0], identityKeys: ['userId'] },
  { path: 'useMatomo().trackPageView', kind: 'page', data: [0] },
  { path: 'useMatomo().trackEvent', kind: 'event', event: at(0, 'action'), data: [0] },
  { path: 'useMatomo().trackSiteSearch', kind: 'event', data: [0] },
  { path: 'useMatomo().trackLink', kind: 'event', data: [0] },
  { path: 'useMatomo().pushInstruction', kind: 'event', event: at(0), data: [0, 1, 2, 3, 4] },
]

/** The functions of Mixpanel's browser library. */
const mixpanel = (prefix: string): CallShape[] => [
  { path: `${prefix}init`, kind: 'init', account: at(0), data: [1] },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}track_pageview`, kind: 'page', data: [0] },
  { path: `${prefix}track_links`, kind: 'event', event: at(1), data: [1, 2] },
  { path: `${prefix}track_forms`, kind: 'event', event: at(1), data: [1, 2] },
  { path: `${prefix}track_with_groups`, kind: 'event', event: at(0), data: [0, 1, 2] },
  { path: `${prefix}identify`, kind: 'identify', data: [0] },
  { path: `${prefix}alias`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}set_group`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}people.set`, kind: 'identify', data: [0, 1], identityKeys: mixpanelUser },
  { path: `${prefix}people.set_once`, kind: 'identify', data: [0, 1], identityKeys: mixpanelUser },
  { path: `${prefix}people.append`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}people.union`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}people.increment`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}register`, kind: 'settings', data: [0], identityKeys: mixpanelUser },
  { path: `${prefix}register_once`, kind: 'settings', data: [0], identityKeys: mixpanelUser },
  { path: `${prefix}opt_in_tracking`, kind: 'consent', data: [] },
  { path: `${prefix}opt_out_tracking`, kind: 'consent', data: [] },
]

/** The functions of Amplitude's SDKs, old and new. */
const amplitude = (prefix: string): CallShape[] => [
  { path: `${prefix}init`, kind: 'init', account: at(0), data: [1, 2], identityKeys: ['userId'] },
  { path: `${prefix}initAll`, kind: 'init', account: at(0), data: [1] },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}logEvent`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}revenue`, kind: 'event', data: [0] },
  { path: `${prefix}identify`, kind: 'identify', data: [0] },
  { path: `${prefix}groupIdentify`, kind: 'identify', data: [0, 1, 2] },
  { path: `${prefix}setUserId`, kind: 'identify', data: [0] },
  { path: `${prefix}setUserProperties`, kind: 'identify', data: [0] },
  { path: `${prefix}setGroup`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}setOptOut`, kind: 'consent', data: [] },
]

/** The functions of PostHog's browser library. */
const posthog = (prefix: string): CallShape[] => [
  { path: `${prefix}init`, kind: 'init', account: at(0), data: [1] },
  { path: `${prefix}capture`, kind: 'page', where: { argument: 0, pattern: '^\\$pageview$' }, event: at(0), data: [1] },
  { path: `${prefix}capture`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}captureException`, kind: 'event', data: [0, 1] },
  { path: `${prefix}identify`, kind: 'identify', data: [0, 1, 2], identityKeys: personKeys },
  { path: `${prefix}alias`, kind: 'identify', data: [0, 1] },
  { path: `${prefix}group`, kind: 'identify', data: [0, 1, 2] },
  { path: `${prefix}setPersonProperties`, kind: 'identify', data: [0, 1], identityKeys: personKeys },
  { path: `${prefix}people.set`, kind: 'identify', data: [0], identityKeys: personKeys },
  { path: `${prefix}register`, kind: 'settings', data: [0], identityKeys: personKeys },
  { path: `${prefix}register_once`, kind: 'settings', data: [0], identityKeys: personKeys },
  { path: `${prefix}opt_in_capturing`, kind: 'consent', data: [] },
  { path: `${prefix}opt_out_capturing`, kind: 'consent', data: [] },
]

const vercelAnalytics: PackageMember[] = [
  { path: 'Analytics', kind: 'component' },
  { path: 'default', kind: 'component' },
  { path: 'inject', kind: 'init', data: [] },
  { path: 'injectAnalytics', kind: 'init', data: [] },
  { path: 'track', kind: 'event', event: at(0), data: [0, 1] },
]
const vercelSpeedInsights: PackageMember[] = [
  { path: 'SpeedInsights', kind: 'component' },
  { path: 'default', kind: 'component' },
  { path: 'injectSpeedInsights', kind: 'init', data: [] },
]

const piwikPro = (prefix: string): CallShape[] => [
  { path: `${prefix}CustomEvent.trackEvent`, kind: 'event', event: at(1), data: [0, 1, 2, 3, 4] },
  { path: `${prefix}GoalConversions.trackGoal`, kind: 'event', event: at(0), data: [0, 1, 2] },
  { path: `${prefix}SiteSearch.trackSiteSearch`, kind: 'event', data: [0, 1, 2, 3] },
  { path: `${prefix}PageViews.trackPageView`, kind: 'page', data: [0] },
  { path: `${prefix}CustomDimensions.setCustomDimensionValue`, kind: 'settings', data: [0, 1] },
  { path: `${prefix}UserManagement.setUserId`, kind: 'identify', data: [0] },
]

/** Keys of site generators and their themes; the form of the account tells the two generations apart. */
const generatorKeys: SettingRow[] = [
  { generator: 'jekyll', key: 'google_analytics', source: 'https://github.com/jekyll/minima' },
  { generator: 'jekyll', key: 'google_analytics.*', source: 'https://theme-next.js.org/docs/third-party-services/statistics-and-analytics' },
  { generator: 'jekyll', key: 'analytics.google.*', source: 'https://mmistakes.github.io/minimal-mistakes/docs/configuration/#analytics' },
  { generator: 'jekyll', key: 'ga_tracking', source: 'https://just-the-docs.com/docs/configuration/#google-analytics' },
  { generator: 'jekyll', key: 'gtag', source: 'https://github.com/daattali/beautiful-jekyll' },
  { generator: 'hugo', key: 'services.googleAnalytics.id', source: 'https://gohugo.io/templates/embedded/#google-analytics' },
  { generator: 'hugo', key: 'languages.*.services.googleAnalytics.id', source: 'https://gohugo.io/configuration/languages/' },
  { generator: 'hugo', key: 'googleAnalytics', source: 'https://gohugo.io/templates/embedded/#google-analytics' },
  { generator: 'drupal', key: 'google_analytics.settings.account', source: 'https://www.drupal.org/project/google_analytics' },
  { generator: 'drupal', key: 'google_tag.container.*.tag_container_ids.*', source: 'https://www.drupal.org/project/google_tag' },
  { generator: 'mkdocs', key: 'extra.analytics.property', source: 'https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-analytics/' },
  { generator: 'mkdocs', key: 'theme.analytics.gtag', source: 'https://www.mkdocs.org/user-guide/choosing-your-theme/' },
]

export const analytics: readonly Tracker[] = [
  {
    id: 'google-analytics-4',
    name: 'Google Analytics 4 (Google tag)',
    vendor: 'Google',
    category: 'analytics',
    docs: 'https://developers.google.com/analytics/devguides/collection/ga4',
    relays: {
      path: '(?:^|[/_-])(?:ga4|google[-_]analytics|gtag)(?:[/_.-]|$)',
      words: ['/ga4', '-ga4', '_ga4', '/google-analytics', '/gtag'],
    },
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', account: { parameter: 'id' } },
      { host: '*', path: '*/gtag/js', only: '[?&]id=GT?-', account: { parameter: 'id' }, proxy: true },
      { host: '*', path: '*/gtag.js', only: '[?&]id=(?:GT?-|\uA4F8)', account: { parameter: 'id' }, proxy: true },
      { host: 'www.gstatic.com', path: '/firebasejs/*/firebase-analytics' },
    ],
    beacons: [
      { host: '*.google-analytics.com', path: '/g/collect', account: { parameter: 'tid' } },
      { host: 'analytics.google.com', path: '/g/collect', account: { parameter: 'tid' } },
      { host: 'stats.g.doubleclick.net', path: '/g/collect', account: { parameter: 'tid' } },
    ],
    serverEndpoints: [
      { host: '*.google-analytics.com', path: '/mp/collect', account: { parameter: 'measurement_id' } },
      { host: '*.google-analytics.com', path: '/debug/mp/collect', account: { parameter: 'measurement_id' } },
    ],
    accounts: ['G-[A-Z0-9]{6,12}', 'GT-[A-Z0-9]{5,12}'],
    calls: [
      ...gtag('gtag'),
      ...gtag('useGtag().gtag'),
      ...gtag('useNuxtApp().$gtag'),
      ...gtag('useScriptGoogleAnalytics().proxy.gtag'),
      { path: 'useTrackEvent', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'useScriptGoogleAnalytics', kind: 'init', account: at(0, 'id'), data: [] },
      { path: 'firebase.analytics', kind: 'init', data: [] },
      { path: 'firebase.analytics().logEvent', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'firebase.analytics().setUserId', kind: 'identify', data: [0] },
      { path: 'firebase.analytics().setUserProperties', kind: 'identify', data: [0] },
    ],
    queueStubs: [{ push: 'dataLayer.push', path: 'gtag' }],
    settings: [
      ...generatorKeys,
      { generator: 'docusaurus', key: 'gtag', account: 'trackingID', source: 'https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-google-gtag' },
    ],
    packages: [
      {
        package: '@next/third-parties/google',
        members: [
          { path: 'GoogleAnalytics', kind: 'component', account: 'gaId' },
          { path: 'sendGAEvent', kind: 'event', event: at(1), data: [1, 2] },
        ],
      },
      {
        package: 'react-ga4',
        members: [
          { path: 'default.initialize', kind: 'init', account: at(0), data: [1] },
          { path: 'default.event', kind: 'event', where: { argument: 0, key: ['action'], pattern: '' }, event: at(0, 'action'), data: [0, 1] },
          { path: 'default.event', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'default.send', kind: 'page', where: { argument: 0, key: ['hitType'], pattern: '^pageview$' }, data: [0] },
          { path: 'default.send', kind: 'page', where: { argument: 0, pattern: '^pageview$' }, data: [1] },
          { path: 'default.send', kind: 'event', data: [0, 1] },
          { path: 'default.set', kind: 'settings', data: [0], identityKeys: ['userId', 'user_id'] },
          ...gtag('default.gtag'),
          ...ga('default.ga'),
        ],
      },
      {
        package: 'nextjs-google-analytics',
        members: [
          { path: 'GoogleAnalytics', kind: 'component', account: 'gaMeasurementId' },
          { path: 'event', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'pageView', kind: 'page', data: [0] },
          { path: 'usePageViews', kind: 'page', data: [] },
        ],
      },
      { package: 'vue-gtag', members: [{ path: 'default', kind: 'plugin', account: ['config', 'id'] }, ...vueGtagMembers] },
      { package: 'vue-gtag-next', members: [{ path: 'default', kind: 'plugin', account: ['property', 'id'] }, ...vueGtagMembers] },
      { package: 'nuxt-gtag', configuration: { account: ['id'] }, members: [] },
      { package: '@nuxtjs/google-gtag', configuration: { account: ['id'] }, members: [] },
      { package: 'gatsby-plugin-google-gtag', configuration: { account: ['trackingIds'] }, members: [] },
      { package: 'gatsby-plugin-gtag', configuration: { account: ['trackingId'] }, members: [] },
      { package: '@docusaurus/plugin-google-gtag', configuration: { account: ['trackingID'] }, members: [] },
      {
        package: '@vuepress/plugin-google-analytics',
        members: [{ path: 'googleAnalyticsPlugin', kind: 'init', account: at(0, 'id'), data: [] }],
      },
      {
        package: 'ngx-google-analytics',
        members: [
          { path: 'NgxGoogleAnalyticsModule.forRoot', kind: 'init', account: at(0), data: [] },
          { path: 'GoogleAnalyticsService#event', kind: 'event', event: at(0), data: [0, 1, 2, 3] },
          { path: 'GoogleAnalyticsService#pageView', kind: 'page', data: [0, 1] },
          { path: 'GoogleAnalyticsService#set', kind: 'settings', data: [0, 1] },
          ...gtag('GoogleAnalyticsService#gtag'),
        ],
      },
      {
        package: 'ga-4-react',
        members: [
          { path: 'default#', kind: 'init', account: at(0), data: [] },
          { path: 'default#pageview', kind: 'page', data: [0, 1, 2] },
          { path: 'default#event', kind: 'event', event: at(0), data: [0, 1, 2] },
          ...gtag('default#gtag'),
        ],
      },
      {
        package: 'ga-gtag',
        members: [
          { path: 'install', kind: 'init', account: at(0), data: [1] },
          ...gtag('gtag'),
          ...gtag('default'),
        ],
      },
      {
        package: '@analytics/google-analytics',
        members: [{ path: 'default', kind: 'init', account: at(0, 'measurementIds', '0'), data: [] }],
      },
      { package: 'firebase/analytics', members: firebaseAnalytics },
      { package: '@firebase/analytics', members: firebaseAnalytics },
      { package: '@angular/fire/analytics', members: firebaseAnalytics },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleGlobalSiteTag#startTracking', kind: 'init', data: [] },
          { path: 'Angulartics2GoogleGlobalSiteTag#pageTrack', kind: 'page', data: [0] },
          { path: 'Angulartics2GoogleGlobalSiteTag#eventTrack', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views with full address, title and referrer; enhanced measurement adds scrolling, clicks on links with their ids and classes, search terms, downloads, videos, and the start and submission of forms with their id, name, destination and button text; user-provided data detection reads what looks like an e-mail address',
      switchOff: 'send_page_view: false in the config call; turn enhanced measurement and user-provided data collection off in the property; allow_google_signals: false; window[\'ga-disable-<id>\'] = true stops everything',
    },
  },
  {
    id: 'google-universal-analytics',
    name: 'Google Universal Analytics (analytics.js, ga.js)',
    vendor: 'Google',
    category: 'analytics',
    docs: 'https://developers.google.com/analytics/devguides/collection/analyticsjs',
    loaders: [
      { host: '*.google-analytics.com', path: '/analytics.js' },
      { host: '*.google-analytics.com', path: '/ga.js' },
      { host: '*.google-analytics.com', path: '/urchin.js' },
      { host: 'stats.g.doubleclick.net', path: '/dc.js' },
      { host: 'www.googletagmanager.com', path: '/gtag/js', only: '[?&]id=UA-', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: '*.google-analytics.com', path: '/j/collect', account: { parameter: 'tid' } },
      { host: '*.google-analytics.com', path: '/r/collect', account: { parameter: 'tid' } },
      { host: '*.google-analytics.com', path: '/__utm.gif', account: { parameter: 'utmac' } },
    ],
    serverEndpoints: [
      { host: '*.google-analytics.com', path: '/collect', account: { parameter: 'tid' } },
      { host: '*.google-analytics.com', path: '/batch' },
    ],
    accounts: ['UA-\\d{4,10}-\\d{1,4}'],
    calls: [
      ...ga('ga'),
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^UA-' }, account: at(1), data: [2], identityKeys: ['user_id'] },
      { path: 'gtag', kind: 'event', command: ['event'], where: { argument: 2, key: ['send_to'], pattern: '^UA-' }, event: at(1), account: at(2, 'send_to'), data: [1, 2] },
      { path: '_gaq.push', kind: 'init', shape: 'array', command: ['_setAccount', '*._setAccount'], account: at(1), data: [] },
      { path: '_gaq.push', kind: 'page', shape: 'array', command: ['_trackPageview', '*._trackPageview'], data: [1] },
      { path: '_gaq.push', kind: 'event', shape: 'array', command: ['_trackEvent', '*._trackEvent'], event: at(2), data: [1, 2, 3, 4] },
      { path: '_gaq.push', kind: 'event', shape: 'array', command: ['_trackSocial', '_trackTiming', '_addTrans', '_addItem', '_trackTrans'], event: at(0), data: [1, 2, 3, 4, 5, 6, 7, 8] },
      { path: '_gaq.push', kind: 'settings', shape: 'array', command: ['_setCustomVar', '_setVar'], data: [1, 2, 3] },
      { path: '_gat._getTracker', kind: 'init', account: at(0), data: [] },
      { path: '_gat._getTracker()._trackPageview', kind: 'page', data: [0] },
      { path: '_gat._getTracker()._trackEvent', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
      { path: 'pageTracker._trackPageview', kind: 'page', data: [0] },
      { path: 'pageTracker._trackEvent', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
      { path: 'urchinTracker', kind: 'page', data: [0] },
    ],
    settings: [
      ...generatorKeys,
      { generator: 'mkdocs', key: 'google_analytics.0', source: 'https://www.mkdocs.org/about/release-notes/' },
      { generator: 'docusaurus', key: 'googleAnalytics', account: 'trackingID', source: 'https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-google-analytics' },
      { generator: 'docusaurus', key: 'gaTrackingId', source: 'https://v1.docusaurus.io/docs/en/site-config' },
    ],
    packages: [
      { package: 'react-ga', members: reactGa },
      { package: '@nuxtjs/google-analytics', configuration: { account: ['id'] }, members: [] },
      { package: 'vue-analytics', members: [{ path: 'default', kind: 'plugin', account: ['id'] }] },
      { package: 'next-ga', members: [{ path: 'default', kind: 'init', account: at(0), data: [] }] },
      {
        package: 'gatsby-plugin-google-analytics', configuration: { account: ['trackingId'] },
        members: [
          { path: 'trackCustomEvent', kind: 'event', event: at(0, 'action'), data: [0] },
          { path: 'OutboundLink', kind: 'component' },
        ],
      },
      { package: '@docusaurus/plugin-google-analytics', configuration: { account: ['trackingID'] }, members: [] },
      { package: '@vuepress/google-analytics', configuration: { account: ['ga'] }, members: [] },
      { package: '@vuepress/plugin-google-analytics', configuration: { account: ['ga'] }, members: [] },
      { package: '@gridsome/plugin-google-analytics', configuration: { account: ['id'] }, members: [] },
      {
        package: 'universal-analytics', server: true,
        members: [
          { path: 'default', kind: 'init', account: at(0), data: [1] },
          { path: 'default().pageview', kind: 'page', data: [0, 1, 2] },
          { path: 'default().event', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
        ],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleAnalytics#startTracking', kind: 'init', data: [] },
          { path: 'Angulartics2GoogleAnalytics#pageTrack', kind: 'page', data: [0] },
          { path: 'Angulartics2GoogleAnalytics#eventTrack', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'Angulartics2GoogleAnalytics#setUsername', kind: 'identify', data: [0] },
        ],
      },
      {
        package: '@analytics/google-analytics-v3',
        members: [{ path: 'default', kind: 'init', account: at(0, 'trackingId'), data: [] }],
      },
    ],
    automaticCapture: {
      collects: 'the path and query of the address with every page view',
      switchOff: 'window[\'ga-disable-UA-…\'] = true stops everything; the service has ended: remove it',
    },
  },
  {
    id: 'adobe-analytics',
    name: 'Adobe Analytics (AppMeasurement, Web SDK)',
    vendor: 'Adobe',
    category: 'analytics',
    docs: 'https://experienceleague.adobe.com/docs/analytics/implementation/home.html',
    loaders: [
      { host: '*', path: '*/AppMeasurement.js' },
      { host: '*', path: '*/s_code.js' },
      { host: '*', path: '*/VisitorAPI.js' },
      { host: 'cdn1.adoberesources.net', path: '/alloy/' },
      { host: 'unpkg.com', path: '/@adobe/alloy' },
      { host: 'cdn.jsdelivr.net', path: '/npm/@adobe/alloy' },
    ],
    beacons: [
      { host: '*.omtrdc.net', path: '/b/ss/', account: { pattern: '/b/ss/([^/]+)/' } },
      { host: '*.2o7.net', path: '/b/ss/', account: { pattern: '/b/ss/([^/]+)/' } },
      { host: '*', path: '/b/ss/', account: { pattern: '/b/ss/([^/]+)/' } },
      { host: '*.demdex.net', path: '/id', account: { parameter: 'd_orgid' } },
      { host: '*.demdex.net', path: '/event' },
      { host: '*.demdex.net', path: '/ibs:' },
    ],
    serverEndpoints: [
      { host: 'edge.adobedc.net', path: '/ee/', account: { parameter: 'configId' } },
      { host: 'server.adobedc.net', path: '/ee/', account: { parameter: 'configId' } },
      { host: '*.data.adobedc.net', path: '/ee/', account: { parameter: 'configId' } },
      { host: 'dcs.adobedc.net', path: '/collection/', account: { pattern: '/collection/(\\w+)' } },
    ],
    accounts: ['[0-9A-F]{24}@AdobeOrg'],
    calls: [
      { path: 's_gi', kind: 'init', account: at(0), data: [] },
      { path: 's_gi().t', kind: 'page', data: [0] },
      { path: 's_gi().tl', kind: 'event', event: at(2), data: [2, 3] },
      { path: 's.t', kind: 'page', data: [0] },
      { path: 's.tl', kind: 'event', event: at(2), data: [2, 3] },
      { path: 'AppMeasurement#', kind: 'init', account: at(0), data: [] },
      { path: 'AppMeasurement#t', kind: 'page', data: [0] },
      { path: 'AppMeasurement#tl', kind: 'event', event: at(2), data: [2, 3] },
      { path: 'alloy', kind: 'init', command: ['configure'], account: at(1, 'datastreamId'), data: [1] },
      { path: 'alloy', kind: 'init', command: ['configure'], where: { argument: 1, key: ['edgeConfigId'], pattern: '' }, account: at(1, 'edgeConfigId'), data: [1] },
      { path: 'alloy', kind: 'event', command: ['sendEvent'], event: at(1, 'xdm', 'eventType'), data: [1], identityKeys: ['identityMap'] },
      { path: 'alloy', kind: 'consent', command: ['setConsent'], data: [] },
      { path: 'adobeDataLayer.push', kind: 'event', event: at(0, 'event'), data: [0] },
      { path: 'Visitor.getInstance', kind: 'init', where: { argument: 0, pattern: '@AdobeOrg$' }, account: at(0), data: [] },
      { path: 'Visitor.getInstance().setCustomerIDs', kind: 'identify', data: [0] },
      { path: 'visitor.setCustomerIDs', kind: 'identify', data: [0] },
    ],
    commonNames: ['s', 'visitor'],
    packages: [
      {
        package: '@adobe/alloy',
        members: [
          { path: 'createInstance()', kind: 'init', command: ['configure'], account: at(1, 'datastreamId'), data: [1] },
          { path: 'createInstance()', kind: 'event', command: ['sendEvent'], event: at(1, 'xdm', 'eventType'), data: [1], identityKeys: ['identityMap'] },
          { path: 'createInstance()', kind: 'consent', command: ['setConsent'], data: [] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page name, address and referrer, and clicks on links with their text and region (Activity Map, clickCollectionEnabled of the Web SDK)',
      switchOff: 'clickCollectionEnabled: false; leave the Activity Map module out; s.trackInlineStats = false',
    },
  },
  {
    id: 'matomo',
    name: 'Matomo (Piwik)',
    vendor: 'InnoCraft, or the site itself',
    category: 'analytics',
    docs: 'https://developer.matomo.org/api-reference/tracking-javascript',
    loaders: [
      { host: 'cdn.matomo.cloud', path: '/*/matomo.js' },
      { host: '*', path: '*/matomo.js' },
      { host: '*', path: '*/piwik.js' },
    ],
    beacons: [
      // Without a site id it is the address the tracker is told to send to.
      { host: '*', path: '*/matomo.php', only: '[?&;]idsite=', account: { parameter: 'idsite' } },
      { host: '*', path: '*/piwik.php', only: '[?&;]idsite=', account: { parameter: 'idsite' } },
    ],
    accounts: ['\\d{1,5}'],
    idioms: [
      { strings: ['matomo.js'], globals: ['_paq'] },
      { strings: ['piwik.js'], globals: ['_paq'] },
      { strings: ['matomo.php'], globals: ['_paq'] },
      { strings: ['piwik.php'], globals: ['_paq'] },
    ],
    calls: [
      { path: '_paq.push', kind: 'init', shape: 'array', command: ['setSiteId'], account: at(1), data: [] },
      { path: '_paq.push', kind: 'init', shape: 'array', command: ['addTracker'], account: at(2), data: [] },
      { path: '_paq.push', kind: 'page', shape: 'array', command: ['trackPageView'], data: [1, 2] },
      { path: '_paq.push', kind: 'event', shape: 'array', command: ['trackEvent'], event: at(2), data: [1, 2, 3, 4] },
      { path: '_paq.push', kind: 'event', shape: 'array', command: ['trackGoal', 'trackLink', 'trackSiteSearch'], event: at(1), data: [1, 2, 3, 4] },
      { path: '_paq.push', kind: 'event', shape: 'array', command: ['trackContentImpression', 'trackContentInteraction', 'trackEcommerceOrder', 'trackEcommerceCartUpdate', 'addEcommerceItem', 'setEcommerceView'], event: at(0), data: [1, 2, 3, 4, 5] },
      { path: '_paq.push', kind: 'identify', shape: 'array', command: ['setUserId'], data: [1] },
      { path: '_paq.push', kind: 'settings', shape: 'array', command: ['setCustomVariable', 'setCustomDimension', 'setDocumentTitle', 'setCustomUrl', 'setReferrerUrl'], data: [1, 2, 3] },
      { path: '_paq.push', kind: 'consent', shape: 'array', command: ['*Consent*', 'optUserOut', 'forgetUserOptOut'], data: [] },
      { path: 'useScriptMatomoAnalytics', kind: 'init', account: at(0, 'siteId'), data: [] },
    ],
    packages: [
      { package: '@datapunt/matomo-tracker-js', members: matomoTracker },
      { package: '@jonkoops/matomo-tracker', members: matomoTracker },
      { package: '@datapunt/matomo-tracker-react', members: matomoReact },
      { package: '@jonkoops/matomo-tracker-react', members: matomoReact },
      // https://github.com/donni106/matomo-tracker-react-native
      { package: 'matomo-tracker-react-native', members: [
        { path: 'default#', kind: 'init', account: at(0, 'siteId'), data: [0], identityKeys: ['userId'] },
        ...['trackAppStart', 'trackScreenView', 'trackAction'].map((name): PackageMember =>
          ({ path: `useMatomo().${name}`, kind: 'event', event: at(0, 'name'), data: [0] })),
        ...matomoReact.slice(1),
      ] },
      {
        package: '@socialgouv/matomo-next',
        members: [
          { path: 'init', kind: 'init', account: at(0, 'siteId'), data: [0] },
          { path: 'trackAppRouter', kind: 'init', account: at(0, 'siteId'), data: [0] },
          { path: 'trackPagesRouter', kind: 'init', account: at(0, 'siteId'), data: [0] },
          { path: 'push', kind: 'event', shape: 'array', event: at(2), data: [1, 2, 3, 4] },
          { path: 'sendEvent', kind: 'event', event: at(0, 'action'), data: [0] },
        ],
      },
      {
        package: 'ngx-matomo-client',
        members: [
          { path: 'provideMatomo', kind: 'init', account: at(0, 'siteId'), data: [] },
          { path: 'MatomoModule.forRoot', kind: 'init', account: at(0, 'siteId'), data: [] },
          { path: 'MatomoTracker#trackPageView', kind: 'page', data: [0] },
          { path: 'MatomoTracker#trackEvent', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
          { path: 'MatomoTracker#trackSiteSearch', kind: 'event', data: [0, 1, 2] },
          { path: 'MatomoTracker#setUserId', kind: 'identify', data: [0] },
        ],
      },
      { package: 'ngx-matomo', members: [{ path: 'MatomoTracker#trackEvent', kind: 'event', event: at(1), data: [0, 1, 2, 3] }] },
      { package: 'vue-matomo', members: [{ path: 'default', kind: 'plugin', account: ['siteId'] }] },
      { package: 'nuxt-matomo', configuration: { account: ['siteId'] }, members: [] },
      { package: 'gatsby-plugin-matomo', configuration: { account: ['siteId'] }, members: [] },
      {
        package: 'matomo-tracker', server: true,
        members: [
          { path: 'default#', kind: 'init', account: at(0), data: [] },
          { path: 'default#track', kind: 'event', event: at(0, 'action_name'), data: [0] },
          { path: 'default#trackBulk', kind: 'event', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page address and title; link tracking adds links and downloads; the form-analytics plugin times fields, the heatmap and session-recording plugin records keystrokes unless that is off',
      switchOff: 'data-matomo-mask on elements; HeatmapSessionRecording::disableCaptureKeystrokes; FormAnalytics::disableFormAnalytics',
    },
  },
  {
    id: 'mixpanel',
    name: 'Mixpanel',
    vendor: 'Mixpanel',
    category: 'analytics',
    docs: 'https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript',
    relays: {
      path: '(?:^|[/_-])mixpanel(?:[/_.-]|$)',
      words: ['/mixpanel', '-mixpanel', '_mixpanel'],
    },
    loaders: [
      { host: 'cdn.mxpnl.com', path: '/libs/mixpanel-' },
      { host: 'cdn4.mxpnl.com', path: '/libs/mixpanel-' },
      { host: '*', path: '*/mixpanel-2-latest.min.js', proxy: true },
    ],
    beacons: [
      { host: 'api-js.mixpanel.com' },
    ],
    serverEndpoints: [
      { host: 'api.mixpanel.com' },
      { host: 'api-eu.mixpanel.com' },
      { host: 'api-in.mixpanel.com' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      ...mixpanel('mixpanel.'),
      { path: 'useScriptMixpanelAnalytics', kind: 'init', account: at(0, 'token'), data: [] },
    ],
    packages: [
      { package: 'mixpanel-browser', members: mixpanel('default.') },
      {
        package: 'mixpanel', server: true,
        members: [
          { path: 'default.init', kind: 'init', account: at(0), data: [] },
          { path: 'default.init().track', kind: 'event', event: at(0), data: [0, 1], identityKeys: ['distinct_id', ...mixpanelUser] },
          { path: 'default.init().import', kind: 'event', event: at(0), data: [0, 2] },
          { path: 'default.init().people.set', kind: 'identify', data: [0, 1, 2], identityKeys: mixpanelUser },
          { path: 'default.init().people.set_once', kind: 'identify', data: [0, 1, 2], identityKeys: mixpanelUser },
          { path: 'default.init().alias', kind: 'identify', data: [0, 1] },
        ],
      },
      { package: '@analytics/mixpanel', members: [{ path: 'default', kind: 'init', account: at(0, 'token'), data: [] }] },
      { package: 'gatsby-plugin-mixpanel', configuration: { account: ['apiToken'] }, members: [] },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2Mixpanel#startTracking', kind: 'init', data: [] },
          { path: 'Angulartics2Mixpanel#eventTrack', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'Angulartics2Mixpanel#setUsername', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views and, with autocapture, clicks, form submissions, changes of inputs and scrolling; session replay where record_sessions_percent is above 0',
      switchOff: 'autocapture: false, track_pageview: false, record_sessions_percent: 0',
    },
  },
  {
    id: 'amplitude',
    name: 'Amplitude',
    vendor: 'Amplitude',
    category: 'analytics',
    docs: 'https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2',
    relays: {
      path: '(?:^|[/_-])amplitude(?:[/_.-]|$)',
      words: ['/amplitude', '-amplitude', '_amplitude'],
    },
    loaders: [
      { host: 'cdn.amplitude.com', path: '/libs/' },
      { host: 'cdn.amplitude.com', path: '/script/', account: { pattern: '/script/([0-9a-f]{32})' } },
      { host: 'cdn.eu.amplitude.com', path: '/' },
    ],
    beacons: [
      { host: 'api-sr.amplitude.com' },
    ],
    serverEndpoints: [
      { host: 'api.amplitude.com' },
      { host: 'api2.amplitude.com' },
      { host: 'api.eu.amplitude.com' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [...amplitude('amplitude.'), ...amplitude('amplitude.getInstance().')],
    packages: [
      { package: '@amplitude/analytics-browser', members: amplitude('') },
      { package: '@amplitude/unified', members: amplitude('') },
      { package: 'amplitude-js', members: [...amplitude('default.getInstance().'), ...amplitude('default.')] },
      { package: '@amplitude/analytics-node', server: true, members: amplitude('') },
      { package: '@amplitude/node', server: true, members: [
        { path: 'init', kind: 'init', account: at(0), data: [] },
        { path: 'init().logEvent', kind: 'event', event: at(0, 'event_type'), data: [0], identityKeys: ['user_id', 'device_id', 'user_properties'] },
        { path: 'init().identify', kind: 'identify', data: [0, 1, 2] },
      ] },
      { package: '@amplitude/session-replay-browser', members: [{ path: 'init', kind: 'init', account: at(0), data: [1] }] },
      { package: '@amplitude/plugin-session-replay-browser', members: [{ path: 'sessionReplayPlugin', kind: 'init', data: [] }] },
      { package: '@analytics/amplitude', members: [{ path: 'default', kind: 'init', account: at(0, 'apiKey'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'sessions, page views with full address, the start and submission of forms, downloads and clicks on elements; the vendor\'s console can switch them on from afar',
      switchOff: 'autocapture: false, or { formInteractions: false, elementInteractions: false, pageViews: false }; fetchRemoteConfig: false',
    },
  },
  {
    id: 'heap',
    name: 'Heap',
    vendor: 'Heap (Contentsquare)',
    category: 'analytics',
    docs: 'https://developers.heap.io/docs/web',
    loaders: [
      { host: 'cdn.heapanalytics.com', path: '/js/heap-', account: { pattern: '/heap-(\\d+)\\.js' } },
      { host: 'cdn.*.heap-api.com', path: '/', account: { pattern: '/config/(\\d+)/' } },
    ],
    beacons: [
      { host: 'heapanalytics.com', path: '/h', account: { parameter: 'a' } },
    ],
    serverEndpoints: [
      { host: 'heapanalytics.com', path: '/api/' },
      { host: 'c.us.heap-api.com', path: '/api/' },
    ],
    accounts: ['\\d{6,12}'],
    calls: [
      { path: 'heap.load', kind: 'init', account: at(0), data: [1] },
      { path: 'heap.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'heap.identify', kind: 'identify', data: [0] },
      { path: 'heap.addUserProperties', kind: 'identify', data: [0], identityKeys: personKeys },
      { path: 'heap.addEventProperties', kind: 'settings', data: [0] },
    ],
    commonNames: ['heap'],
    packages: [
      {
        package: 'react-heap',
        members: [
          { path: 'default', kind: 'component', account: 'appId' },
          { path: 'HeapProvider', kind: 'component', account: 'appId' },
        ],
      },
      {
        package: 'heap-api', server: true,
        members: [
          { path: 'default', kind: 'init', account: at(0), data: [] },
          { path: 'default().track', kind: 'event', event: at(0), data: [0, 1, 2] },
          { path: 'default().addUserProperties', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'clicks, form submissions, changes of fields and page views with address, and the text of elements',
      switchOff: 'disableTextCapture: true; class heap-ignore; data-heap-redact-text and data-heap-redact-attributes',
    },
  },
  {
    id: 'posthog',
    name: 'PostHog',
    vendor: 'PostHog',
    category: 'analytics',
    docs: 'https://posthog.com/docs/libraries/js',
    relays: {
      path: '(?:^|[/_-])posthog(?:[/_.-]|$)',
      words: ['/posthog', '-posthog', '_posthog'],
    },
    loaders: [
      { host: '*.i.posthog.com', path: '/static/array.js' },
      { host: '*.posthog.com', path: '/static/array.js' },
      { host: '*', path: '*/static/array.js', proxy: true },
    ],
    beacons: [
      { host: '*.i.posthog.com', path: '/e' },
      { host: '*.i.posthog.com', path: '/s' },
    ],
    serverEndpoints: [
      { host: '*.posthog.com', path: '/capture' },
      { host: '*.posthog.com', path: '/i/v0/e' },
      { host: '*.posthog.com', path: '/batch' },
    ],
    accounts: ['phc_[A-Za-z0-9]{20,60}'],
    idioms: [
      { strings: ['/static/array.js'], globals: ['posthog'] },
    ],
    calls: [
      ...posthog('posthog.'),
      { path: 'useScriptPostHog', kind: 'init', account: at(0, 'apiKey'), data: [] },
    ],
    packages: [
      { package: 'posthog-js', members: [...posthog('default.'), ...posthog('posthog.')] },
      {
        package: 'posthog-js/react',
        members: [{ path: 'PostHogProvider', kind: 'component', account: 'apiKey' }, ...posthog('usePostHog().')],
      },
      {
        package: '@posthog/react',
        members: [{ path: 'PostHogProvider', kind: 'component', account: 'apiKey' }, ...posthog('usePostHog().')],
      },
      {
        package: 'posthog-js-lite',
        members: [
          { path: 'PostHog#', kind: 'init', account: at(0), data: [] },
          { path: 'PostHog#capture', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'PostHog#identify', kind: 'identify', data: [0, 1], identityKeys: personKeys },
        ],
      },
      {
        package: 'posthog-node', server: true,
        members: [
          { path: 'PostHog#', kind: 'init', account: at(0), data: [] },
          { path: 'PostHog#capture', kind: 'event', event: at(0, 'event'), data: [0] },
          { path: 'PostHog#identify', kind: 'identify', data: [0] },
          { path: 'PostHog#groupIdentify', kind: 'identify', data: [0] },
        ],
      },
      { package: 'nuxt-posthog', configuration: { account: ['publicKey'] }, members: posthog('usePostHog().') },
    ],
    automaticCapture: {
      collects: 'clicks, changes and submissions with the text and attributes of the elements, page views with address, and session replay where it is on',
      switchOff: 'autocapture: false, capture_pageview: false, disable_session_recording: true; class ph-no-capture',
    },
  },
  {
    id: 'comscore',
    name: 'Comscore beacon',
    vendor: 'Comscore',
    category: 'analytics',
    docs: 'https://www.comscore.com/',
    loaders: [
      { host: '*.scorecardresearch.com', path: '/beacon.js' },
      { host: '*.scorecardresearch.com', path: '/cs/*/beacon.js', account: { pattern: '/cs/(\\d+)/' } },
    ],
    beacons: [
      { host: '*.scorecardresearch.com', path: '/b', account: { parameter: 'c2' } },
      { host: '*.scorecardresearch.com', path: '/p', account: { parameter: 'c2' } },
    ],
    accounts: ['\\d{7,8}'],
    calls: [
      { path: '_comscore.push', kind: 'init', account: at(0, 'c2'), data: [0] },
      { path: 'COMSCORE.beacon', kind: 'page', account: at(0, 'c2'), data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, title and referrer',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'pendo',
    name: 'Pendo',
    vendor: 'Pendo',
    category: 'analytics',
    docs: 'https://support.pendo.io/hc/en-us/articles/360046272771',
    loaders: [
      { host: 'cdn.pendo.io', path: '/agent/static/', account: { pattern: '/static/([0-9a-f-]{36})/' } },
      { host: 'cdn.*.pendo.io', path: '/agent/static/', account: { pattern: '/static/([0-9a-f-]{36})/' } },
    ],
    beacons: [
      { host: 'app.pendo.io', path: '/data/ptm.gif/', account: { pattern: '/ptm\\.gif/([0-9a-f-]{36})' } },
      { host: 'data.pendo.io' },
    ],
    serverEndpoints: [
      { host: 'app.pendo.io', path: '/data/track' },
    ],
    accounts: [uuid],
    calls: [
      { path: 'pendo.initialize', kind: 'init', data: [0], identityKeys: ['visitor', 'account'] },
      { path: 'pendo.identify', kind: 'identify', data: [0, 1], identityKeys: ['visitor', 'account'] },
      { path: 'pendo.updateOptions', kind: 'identify', data: [0], identityKeys: ['visitor', 'account'] },
      { path: 'pendo.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'pendo.pageLoad', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'clicks, focus and page loads with address, and the text of elements',
      switchOff: 'excludeAllText: true; sanitizeUrl and annotateUrl change the address',
    },
  },
  {
    id: 'walkme',
    name: 'WalkMe',
    vendor: 'SAP (WalkMe)',
    category: 'analytics',
    docs: 'https://developer.walkme.com/docs',
    loaders: [
      { host: 'cdn.walkme.com', path: '/users/', account: { pattern: '/users/([0-9a-f]+)/' } },
    ],
    beacons: [
      { host: 'ec.walkme.com' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'clicks and the text of elements (Insights)',
      switchOff: 'The censoring settings of the console',
    },
  },
  {
    id: 'qualtrics',
    name: 'Qualtrics Site Intercept',
    vendor: 'Qualtrics',
    category: 'analytics',
    docs: 'https://www.qualtrics.com/support/website-app-feedback/',
    loaders: [
      { host: '*.siteintercept.qualtrics.com', path: '/SIE/', account: { parameter: 'Q_ZID' } },
      { host: '*.siteintercept.qualtrics.com', path: '/WRSiteInterceptEngine/', account: { parameter: 'Q_ZID' } },
    ],
    beacons: [],
    accounts: ['ZN_[A-Za-z0-9]{10,20}'],
    calls: [
      { path: 'QSI.API.load', kind: 'page', data: [] },
      { path: 'QSI.API.run', kind: 'page', data: [] },
    ],
    automaticCapture: {
      collects: 'embedded data: cookies, JavaScript variables and values of the page, and session replay where it is on',
      switchOff: 'Remove the embedded data in the intercept\'s settings',
    },
  },
  {
    id: 'medallia',
    name: 'Medallia Digital (Kampyle)',
    vendor: 'Medallia',
    category: 'analytics',
    docs: 'https://docs.medallia.com/en/medallia-digital',
    loaders: [
      { host: '*.kampyle.com', path: '/*/embed.js', account: { pattern: '/(\\d+)/onsite/' } },
      { host: 'resources.digital-cloud*.medallia.com', path: '/*/embed.js', account: { pattern: '/(\\d+)/onsite/' } },
      { host: 'resources.digital-cloud*.medallia.eu', path: '/*/embed.js', account: { pattern: '/(\\d+)/onsite/' } },
      { host: 'cf.kampyle.com', path: '/k_button.js' },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'KAMPYLE_ONSITE_SDK.updatePageView', kind: 'page', data: [] },
      { path: 'KAMPYLE_ONSITE_SDK.showForm', kind: 'event', event: at(0), data: [0] },
    ],
    automaticCapture: {
      collects: 'what visitors write into feedback forms, and recordings where digital experience analytics is on',
      switchOff: 'Settings of the property',
    },
  },
  {
    id: 'snowplow',
    name: 'Snowplow',
    vendor: 'Snowplow',
    category: 'analytics',
    docs: 'https://docs.snowplow.io/docs/sources/trackers/web-trackers/',
    loaders: [
      { host: 'd1fc8wv8zag5ca.cloudfront.net' },
      { host: 'cdn.jsdelivr.net', path: '/npm/@snowplow/javascript-tracker' },
      { host: 'unpkg.com', path: '/@snowplow/javascript-tracker' },
      { host: '*', path: '*/snowplow.js', proxy: true },
    ],
    beacons: [
      { host: '*', path: '/com.snowplowanalytics.snowplow/tp2' },
    ],
    accounts: [],
    // The script is served from the site's own host under a name of its own choice.
    idioms: [{ strings: ['.js'], globals: ['GlobalSnowplowNamespace'] }],
    calls: [
      { path: 'snowplow', kind: 'init', command: ['newTracker'], account: at(3, 'appId'), data: [3] },
      { path: 'snowplow', kind: 'page', command: ['trackPageView*'], data: [1] },
      { path: 'snowplow', kind: 'event', command: ['trackStructEvent*'], event: at(1, 'action'), data: [1, 2, 3, 4, 5] },
      { path: 'snowplow', kind: 'event', command: ['trackSelfDescribingEvent*', 'trackUnstructEvent*'], event: at(1, 'event', 'schema'), data: [1] },
      { path: 'snowplow', kind: 'event', command: ['trackSiteSearch*', 'trackFormSubmission*', 'trackSocialInteraction*', 'trackTiming*', 'trackLinkClick*'], event: at(0), data: [1] },
      { path: 'snowplow', kind: 'identify', command: ['setUserId*', 'identifyUser*'], data: [1] },
      { path: 'snowplow', kind: 'settings', command: ['addGlobalContexts*', 'setCustomUrl*', 'setDocumentTitle*', 'setReferrerUrl*', 'enableFormTracking*', 'enableLinkClickTracking*', 'enableButtonClickTracking*', 'enableActivityTracking*'], data: [1] },
    ],
    packages: [
      {
        package: '@snowplow/browser-tracker',
        members: [
          { path: 'newTracker', kind: 'init', account: at(2, 'appId'), data: [2] },
          { path: 'trackPageView', kind: 'page', data: [0] },
          { path: 'trackStructEvent', kind: 'event', event: at(0, 'action'), data: [0] },
          { path: 'trackSelfDescribingEvent', kind: 'event', event: at(0, 'event', 'schema'), data: [0] },
          { path: 'setUserId', kind: 'identify', data: [0] },
          { path: 'addGlobalContexts', kind: 'settings', data: [0] },
        ],
      },
      {
        package: '@snowplow/browser-plugin-form-tracking',
        members: [{ path: 'enableFormTracking', kind: 'settings', data: [0] }],
      },
      { package: '@analytics/snowplow', members: [{ path: 'default', kind: 'init', account: at(0, 'appId'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'with enableFormTracking, the name and value of every field that changes and of every form that is submitted',
      switchOff: 'Do not call enableFormTracking, or give it a list of fields and a transform function',
    },
  },
  {
    id: 'piwik-pro',
    name: 'Piwik PRO',
    vendor: 'Piwik PRO',
    category: 'analytics',
    docs: 'https://developers.piwik.pro/en/latest/',
    // Its snippet is a tag-manager container.
    opaque: true,
    loaders: [
      { host: '*.containers.piwik.pro', path: '/', account: { pattern: '/([0-9a-f-]{36})\\.' } },
      { host: '*.piwik.pro', path: '/containers/', account: { pattern: '/([0-9a-f-]{36})\\.' } },
      { host: '*.piwik.pro', path: '/ppms.js' },
    ],
    beacons: [
      { host: '*.piwik.pro', path: '/ppms.php', account: { parameter: 'idsite' } },
    ],
    accounts: [uuid],
    calls: [],
    packages: [
      {
        package: '@piwikpro/react-piwik-pro',
        members: [{ path: 'default.initialize', kind: 'init', account: at(0), data: [] }, ...piwikPro('')],
      },
      {
        package: '@piwikpro/next-piwik-pro',
        members: [
          { path: 'default', kind: 'component', account: 'containerId' },
          ...piwikPro('usePiwikPro().'),
        ],
      },
      {
        package: '@piwikpro/ngx-piwik-pro',
        members: [
          { path: 'NgxPiwikProModule.forRoot', kind: 'init', account: at(0), data: [] },
          { path: 'CustomEventsService#trackEvent', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
          { path: 'PageViewsService#trackPageView', kind: 'page', data: [0] },
          { path: 'UserManagementService#setUserId', kind: 'identify', data: [0] },
        ],
      },
      {
        package: '@piwikpro/vue-piwik-pro',
        members: [{ path: 'default.initialize', kind: 'init', account: at(0), data: [] }, ...piwikPro('')],
      },
      { package: '@piwikpro/nuxt-piwik-pro', configuration: { account: ['containerId'] }, members: piwikPro('usePiwikPro().') },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and whatever the tags of its container read',
      switchOff: 'Settings of the container; setUserIsAnonymous',
    },
  },
  {
    id: 'plausible',
    name: 'Plausible Analytics',
    vendor: 'Plausible',
    category: 'analytics',
    docs: 'https://plausible.io/docs',
    loaders: [
      { host: 'plausible.io', path: '/js/' },
      { host: '*', path: '*/plausible.js', proxy: true },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'plausible.io', path: '/api/event' },
    ],
    accounts: ['[a-z0-9-]+(?:\\.[a-z0-9-]+)+'],
    calls: [
      { path: 'plausible.init', kind: 'init', data: [0] },
      { path: 'plausible', kind: 'page', where: { argument: 0, pattern: '^pageview$' }, data: [1] },
      { path: 'plausible', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'useScriptPlausibleAnalytics', kind: 'init', account: at(0, 'domain'), data: [] },
    ],
    commonNames: ['plausible'],
    packages: [
      {
        package: 'plausible-tracker',
        members: [
          { path: 'default', kind: 'init', account: at(0, 'domain'), data: [] },
          { path: 'default().trackPageview', kind: 'page', data: [0, 1] },
          { path: 'default().trackEvent', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      {
        package: '@plausible-analytics/tracker',
        members: [
          { path: 'init', kind: 'init', account: at(0, 'domain'), data: [] },
          { path: 'track', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      {
        package: 'next-plausible',
        members: [
          { path: 'default', kind: 'component', account: 'domain' },
          { path: 'usePlausible()', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      { package: '@nuxtjs/plausible', configuration: { account: ['domain'] }, members: [] },
    ],
    automaticCapture: {
      collects: 'the page\'s address; extensions add outbound links, downloads and form submissions',
      switchOff: 'data-exclude leaves pages out',
    },
  },
  {
    id: 'fathom',
    name: 'Fathom Analytics',
    vendor: 'Conva Ventures',
    category: 'analytics',
    docs: 'https://usefathom.com/docs',
    loaders: [
      { host: 'cdn.usefathom.com', path: '/script.js' },
      { host: 'cdn-eu.usefathom.com', path: '/script.js' },
    ],
    beacons: [],
    accounts: ['[A-Z]{8}'],
    calls: [
      { path: 'fathom.trackPageview', kind: 'page', data: [0] },
      { path: 'fathom.trackEvent', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'fathom.trackGoal', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'useScriptFathomAnalytics', kind: 'init', account: at(0, 'site'), data: [] },
    ],
    commonNames: ['fathom'],
    packages: [
      {
        package: 'fathom-client',
        members: [
          { path: 'load', kind: 'init', account: at(0), data: [] },
          { path: 'trackPageview', kind: 'page', data: [0] },
          { path: 'trackEvent', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'trackGoal', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'data-auto="false"',
    },
  },
  {
    id: 'simple-analytics',
    name: 'Simple Analytics',
    vendor: 'Simple Analytics',
    category: 'analytics',
    docs: 'https://docs.simpleanalytics.com/',
    loaders: [
      { host: 'scripts.simpleanalyticscdn.com' },
    ],
    beacons: [
      { host: 'queue.simpleanalyticscdn.com' },
    ],
    accounts: [],
    calls: [
      { path: 'sa_event', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'sa_pageview', kind: 'page', data: [0] },
    ],
    packages: [
      { package: '@analytics/simple-analytics', members: [{ path: 'default', kind: 'init', data: [] }] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'data-ignore-pages leaves pages out',
    },
  },
  {
    id: 'umami',
    name: 'Umami',
    vendor: 'Umami, or the site itself',
    category: 'analytics',
    docs: 'https://umami.is/docs',
    loaders: [
      { host: 'cloud.umami.is', path: '/script.js' },
      { host: '*.umami.is', path: '/script.js' },
      { host: '*', path: '*/umami.js' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'cloud.umami.is', path: '/api/send' },
      { host: 'api-gateway.umami.dev', path: '/api/send' },
    ],
    accounts: [uuid],
    calls: [
      { path: 'umami.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'umami.identify', kind: 'identify', data: [0, 1] },
      { path: 'useScriptUmamiAnalytics', kind: 'init', account: at(0, 'websiteId'), data: [] },
    ],
    commonNames: ['umami'],
    packages: [
      {
        package: '@umami/node', server: true,
        members: [
          { path: 'default.init', kind: 'init', account: at(0, 'websiteId'), data: [] },
          { path: 'default.track', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'data-auto-track="false"',
    },
  },
  {
    id: 'cloudflare-web-analytics',
    name: 'Cloudflare Web Analytics and Zaraz',
    vendor: 'Cloudflare',
    category: 'analytics',
    docs: 'https://developers.cloudflare.com/web-analytics/',
    loaders: [
      { host: 'static.cloudflareinsights.com', path: '/beacon.min.js' },
      { host: 'static.cloudflareinsights.com', path: '/beacon.js' },
      { host: '*', path: '/cdn-cgi/zaraz/' },
    ],
    beacons: [],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'zaraz.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'zaraz.ecommerce', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'zaraz.set', kind: 'settings', data: [0, 1] },
      { path: 'zaraz.consent.set', kind: 'consent', data: [] },
      { path: 'useScriptCloudflareWebAnalytics', kind: 'init', account: at(0, 'token'), data: [] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and loading times; Zaraz passes them on to the tools of its settings',
      switchOff: 'Remove the site in the dashboard',
    },
  },
  {
    id: 'vercel-analytics',
    name: 'Vercel Web Analytics and Speed Insights',
    vendor: 'Vercel',
    category: 'analytics',
    docs: 'https://vercel.com/docs/analytics',
    loaders: [
      { host: 'va.vercel-scripts.com' },
      { host: '*', path: '/_vercel/insights/script.js' },
      { host: '*', path: '/_vercel/speed-insights/script.js' },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'va', kind: 'event', command: ['event'], event: at(1, 'name'), data: [1] },
      { path: 'va', kind: 'page', command: ['pageview'], data: [1] },
    ],
    commonNames: ['va'],
    packages: [
      ...['', '/react', '/next', '/vue', '/nuxt', '/remix', '/svelte', '/sveltekit', '/astro', '/server']
        .map((subpath) => ({ package: `@vercel/analytics${subpath}`, members: vercelAnalytics })),
      ...['', '/react', '/next', '/vue', '/nuxt', '/remix', '/svelte', '/sveltekit', '/astro']
        .map((subpath) => ({ package: `@vercel/speed-insights${subpath}`, members: vercelSpeedInsights })),
    ],
    automaticCapture: {
      collects: 'the page\'s path and loading times',
      switchOff: 'beforeSend can drop or change an event',
    },
  },
  {
    id: 'yandex-metrica',
    name: 'Yandex Metrica',
    vendor: 'Yandex',
    category: 'analytics',
    docs: 'https://yandex.com/support/metrica/',
    loaders: [
      { host: 'mc.yandex.ru', path: '/metrika/', account: { parameter: 'id' } },
      { host: 'mc.yandex.com', path: '/metrika/', account: { parameter: 'id' } },
      { host: 'cdn.jsdelivr.net', path: '/npm/yandex-metrica-watch/' },
    ],
    beacons: [
      { host: 'mc.yandex.ru', path: '/watch/', account: { pattern: '/watch/(\\d+)' } },
      { host: 'mc.yandex.com', path: '/watch/', account: { pattern: '/watch/(\\d+)' } },
    ],
    accounts: ['\\d{6,9}'],
    calls: [
      { path: 'ym', kind: 'init', command: ['init'], commandIndex: 1, account: at(0), data: [2] },
      { path: 'ym', kind: 'page', command: ['hit'], commandIndex: 1, account: at(0), data: [2, 3] },
      { path: 'ym', kind: 'event', command: ['reachGoal', 'extLink', 'file'], commandIndex: 1, account: at(0), event: at(2), data: [2, 3] },
      { path: 'ym', kind: 'settings', command: ['params'], commandIndex: 1, account: at(0), data: [2] },
      { path: 'ym', kind: 'identify', command: ['userParams', 'setUserID', 'firstPartyParams', 'firstPartyParamsHashed'], commandIndex: 1, account: at(0), data: [2], identityKeys: ['email', 'phone_number', 'first_name', 'last_name'] },
    ],
    packages: [
      {
        package: 'react-yandex-metrika',
        members: [
          { path: 'YMInitializer', kind: 'component', account: 'accounts' },
          { path: 'default', kind: 'page', command: ['hit'], data: [1] },
          { path: 'default', kind: 'event', command: ['reachGoal'], event: at(1), data: [1, 2] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'clicks, links and, with Webvisor, a recording of the page and its fields',
      switchOff: 'webvisor: false; classes ym-hide-content and ym-disable-keys',
    },
  },
  {
    id: 'chartbeat',
    name: 'Chartbeat',
    vendor: 'Chartbeat',
    category: 'analytics',
    docs: 'https://docs.chartbeat.com/',
    loaders: [
      { host: 'static.chartbeat.com', path: '/js/' },
    ],
    beacons: [
      { host: 'ping.chartbeat.net' },
    ],
    accounts: [],
    calls: [
      { path: '_cbq.push', kind: 'settings', shape: 'array', data: [0, 1] },
      { path: 'pSUPERFLY.virtualPage', kind: 'page', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and title, and how long and how far it is read',
      switchOff: 'Remove the script',
    },
  },
  {
    id: 'siteimprove',
    name: 'Siteimprove Analytics',
    vendor: 'Siteimprove',
    category: 'analytics',
    docs: 'https://help.siteimprove.com/support/solutions/articles/80000863895',
    loaders: [
      { host: 'siteimproveanalytics.com', path: '/js/siteanalyze_', account: { pattern: 'siteanalyze_(\\d+)' } },
      { host: '*.siteimproveanalytics.com', path: '/js/siteanalyze_', account: { pattern: 'siteanalyze_(\\d+)' } },
      { host: 'siteimprove.com', path: '/js/siteanalyze_', account: { pattern: 'siteanalyze_(\\d+)' } },
    ],
    beacons: [
      { host: '*.siteimproveanalytics.io', path: '/image.aspx' },
    ],
    accounts: ['\\d{4,9}'],
    calls: [
      { path: '_sz.push', kind: 'event', shape: 'array', command: ['event'], event: at(2), data: [1, 2, 3] },
      { path: '_sz.push', kind: 'page', shape: 'array', command: ['trackdynamic'], data: [1] },
      { path: '_sz.push', kind: 'event', shape: 'array', command: ['request'], event: at(1), data: [1] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, clicks and scrolling (heat maps)',
      switchOff: 'Settings of the site in the platform',
    },
  },
  {
    id: 'countly',
    name: 'Countly',
    vendor: 'Countly, or the site itself',
    category: 'analytics',
    docs: 'https://support.countly.com/hc/en-us/articles/360037441932',
    loaders: [
      { host: 'cdn.jsdelivr.net', path: '/npm/countly-sdk-web' },
      { host: '*', path: '*/sdk/web/countly.min.js' },
    ],
    beacons: [
      { host: '*.count.ly', path: '/pixel.png', account: { parameter: 'app_key' } },
      { host: '*', path: '*/pixel.png', only: '[?&]app_key=', account: { parameter: 'app_key' } },
    ],
    serverEndpoints: [
      { host: '*.count.ly', path: '/i', account: { parameter: 'app_key' } },
    ],
    accounts: ['[0-9a-f]{40}'],
    calls: [
      { path: 'Countly.init', kind: 'init', account: at(0, 'app_key'), data: [0] },
      { path: 'Countly.q.push', kind: 'page', shape: 'array', command: ['track_pageview'], data: [1] },
      { path: 'Countly.q.push', kind: 'event', shape: 'array', command: ['add_event'], event: at(1, 'key'), data: [1] },
      { path: 'Countly.q.push', kind: 'settings', shape: 'array', command: ['track_sessions', 'track_clicks', 'track_links', 'track_forms', 'track_scrolls', 'track_errors'], data: [1] },
      { path: 'Countly.q.push', kind: 'identify', shape: 'array', command: ['user_details', 'collect_from_forms', 'change_id'], data: [1], identityKeys: [...personKeys, 'byear', 'gender'] },
      { path: 'Countly.add_event', kind: 'event', event: at(0, 'key'), data: [0] },
      { path: 'Countly.track_pageview', kind: 'page', data: [0] },
      { path: 'Countly.user_details', kind: 'identify', data: [0], identityKeys: [...personKeys, 'byear', 'gender'] },
      { path: 'Countly.collect_from_forms', kind: 'identify', data: [] },
    ],
    packages: [
      {
        package: 'countly-sdk-web',
        members: [
          { path: 'default.init', kind: 'init', account: at(0, 'app_key'), data: [0] },
          { path: 'default.add_event', kind: 'event', event: at(0, 'key'), data: [0] },
          { path: 'default.track_pageview', kind: 'page', data: [0] },
          { path: 'default.user_details', kind: 'identify', data: [0], identityKeys: [...personKeys, 'byear', 'gender'] },
          { path: 'default.collect_from_forms', kind: 'identify', data: [] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'with collect_from_forms, what visitors write about themselves into submitted forms',
      switchOff: 'Do not call collect_from_forms',
    },
  },
  {
    id: 'webtrends',
    name: 'Webtrends',
    vendor: 'Webtrends',
    category: 'analytics',
    docs: 'https://help.webtrends.com/',
    loaders: [
      { host: 's.webtrends.com', path: '/js/' },
      { host: '*', path: '*/webtrends.min.js' },
      { host: '*', path: '*/webtrends.js' },
    ],
    beacons: [
      { host: '*.webtrendslive.com', path: '/', account: { pattern: '/(dcs\\w+)/' } },
    ],
    accounts: ['dcs[0-9a-z]{10,}_[0-9a-z]{4}'],
    calls: [
      { path: 'Webtrends.dcs#init', kind: 'init', account: at(0, 'dcsid'), data: [] },
      { path: 'Webtrends.dcs#init().track', kind: 'page', data: [0] },
      { path: 'Webtrends.multiTrack', kind: 'event', data: [0] },
      { path: 'WebTrends#dcsCollect', kind: 'page', data: [] },
      { path: 'dcsMultiTrack', kind: 'event', data: [0, 1, 2, 3, 4, 5, 6, 7] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, title, referrer and meta tags, and clicks where plug-ins add them',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'woopra',
    name: 'Woopra',
    vendor: 'Appier',
    category: 'analytics',
    docs: 'https://docs.woopra.com/reference/javascript-sdk',
    loaders: [
      { host: 'static.woopra.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'www.woopra.com', path: '/track/', account: { parameter: 'host' } },
    ],
    accounts: [],
    calls: [
      { path: 'woopra.config', kind: 'init', account: at(0, 'domain'), data: [] },
      { path: 'woopra.track', kind: 'event', event: at(0), data: [0, 1] },
      // The older interface.
      { path: 'woopraTracker.track', kind: 'page', data: [0, 1] },
      { path: 'woopra.identify', kind: 'identify', data: [0], identityKeys: personKeys },
    ],
    automaticCapture: {
      collects: 'page views with address and title; options add downloads, outgoing links and forms',
      switchOff: 'download_tracking: false, outgoing_tracking: false',
    },
  },
  {
    id: 'kissmetrics',
    name: 'Kissmetrics',
    vendor: 'Kissmetrics',
    category: 'analytics',
    docs: 'https://support.kissmetrics.io/reference',
    loaders: [
      { host: 'i.kissmetrics.com', path: '/i.js' },
      { host: 'i.kissmetrics.io', path: '/i.js' },
      { host: 'scripts.kissmetrics.com', path: '/', account: { pattern: '/([0-9a-f]{40})\\.' } },
      { host: 'scripts.kissmetrics.io', path: '/', account: { pattern: '/([0-9a-f]{40})\\.' } },
      { host: 's3.amazonaws.com', path: '/scripts.kissmetrics.com/', account: { pattern: '/([0-9a-f]{40})\\.' } },
      { host: 'doug1izaerwt3.cloudfront.net', path: '/', account: { pattern: '/([0-9a-f]{40})\\.' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'trk.kissmetrics.com', path: '/', account: { parameter: '_k' } },
      { host: 'trk.kissmetrics.io', path: '/', account: { parameter: '_k' } },
    ],
    accounts: ['[0-9a-f]{40}'],
    calls: [
      { path: '_kmq.push', kind: 'event', shape: 'array', command: ['record'], event: at(1), data: [1, 2] },
      { path: '_kmq.push', kind: 'event', shape: 'array', command: ['trackClick', 'trackSubmit', 'trackClickOnOutboundLink'], event: at(2), data: [2, 3] },
      { path: '_kmq.push', kind: 'page', shape: 'array', command: ['pageView'], data: [] },
      { path: '_kmq.push', kind: 'identify', shape: 'array', command: ['identify', 'alias'], data: [1, 2] },
      { path: '_kmq.push', kind: 'settings', shape: 'array', command: ['set'], data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'page views, referrers, campaigns and search terms',
      switchOff: 'Settings of the product',
    },
  },
]
