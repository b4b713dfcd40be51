/** Web and product analytics. */
import type { Tracker } from './tracker.js'

export const analytics: readonly Tracker[] = [
  {
    id: 'google-analytics-4',
    name: 'Google Analytics 4 (gtag.js / Google tag)',
    vendor: 'Google',
    category: 'analytics',
    docs: 'https://developers.google.com/analytics/devguides/collection/ga4',
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: 'www.google-analytics.com', path: '/g/collect', account: { parameter: 'id' } },
      { host: 'region1.google-analytics.com', path: '/g/collect', account: { parameter: 'id' } },
      { host: 'analytics.google.com', path: '/g/collect', account: { parameter: 'id' } },
      { host: 'stats.g.doubleclick.net', path: '/g/collect', account: { parameter: 'id' } },
      { host: 'www.google-analytics.com', path: '/mp/collect', account: { parameter: 'id' } },
    ],
    serverEndpoints: [
      { host: 'www.google-analytics.com', path: '/mp/collect', account: { parameter: 'measurement_id' } },
      { host: 'region1.google-analytics.com', path: '/mp/collect', account: { parameter: 'measurement_id' } },
    ],
    accounts: ['G-[A-Z0-9]{6,12}', 'GT-[A-Z0-9]{5,12}'],
    calls: [
      { path: 'gtag', kind: 'init', command: ['config'], account: { argument: 1 }, data: [1, 2], identityKeys: ['user_id', 'user_data', 'user_properties'] },
      { path: 'gtag', kind: 'page', command: ['event'], where: { argument: 1, pattern: '^page_view$' }, event: { argument: 1 }, data: [1, 2] },
      { path: 'gtag', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1, 2] },
      { path: 'gtag', kind: 'identify', command: ['set'], where: { argument: 1, pattern: '^(user_data|user_id|user_properties)$' }, data: [2], identityKeys: ['email', 'email_address', 'phone_number', 'address', 'user_id'] },
      { path: 'gtag', kind: 'settings', command: ['set'], data: [1, 2] },
      { path: 'gtag', kind: 'consent', command: ['consent'], data: [] },
    ],
    queueStubs: [{ push: 'dataLayer.push', path: 'gtag' }],
    packages: [
      {
        package: '@next/third-parties/google',
        members: [
          { path: 'GoogleAnalytics', kind: 'component', account: 'gaId' },
          { path: 'sendGAEvent', kind: 'event', event: { argument: 1 }, data: [0, 1, 2] },
        ],
      },
      {
        package: 'react-ga4',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.send', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.set', kind: 'settings', data: [0, 1] },
          { path: 'default.gtag', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.ga', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'nextjs-google-analytics',
        members: [
          { path: 'GoogleAnalytics', kind: 'component', account: 'gaMeasurementId' },
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'pageView', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: 'vue-gtag',
        members: [
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'pageview', kind: 'page', data: [0, 1] },
          { path: 'screenview', kind: 'page', data: [0, 1] },
          { path: 'set', kind: 'settings', data: [0, 1] },
          { path: 'exception', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'purchase', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'createGtag', kind: 'init', account: { argument: 0, key: ['tagId'] }, data: [0, 1] },
          { path: 'useGtag().event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'useGtag().pageview', kind: 'page', data: [0, 1] },
          { path: 'trackRouter', kind: 'page', data: [] },
        ],
      },
      {
        package: 'vue-gtag-next',
        members: [
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'pageview', kind: 'page', data: [0, 1] },
          { path: 'screenview', kind: 'page', data: [0, 1] },
          { path: 'set', kind: 'settings', data: [0, 1] },
          { path: 'exception', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'purchase', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'createGtag', kind: 'init', account: { argument: 0, key: ['tagId'] }, data: [0, 1] },
          { path: 'useGtag().event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'useGtag().pageview', kind: 'page', data: [0, 1] },
          { path: 'trackRouter', kind: 'page', data: [] },
        ],
      },
      {
        package: 'nuxt-gtag', configuration: { account: ['id'] },
        members: [
          { path: 'useGtag().gtag', kind: 'event', event: { argument: 1 }, data: [0, 1] },
          { path: 'useTrackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: '@nuxtjs/google-gtag', configuration: { account: ['id'] }, members: [] },
      { package: 'gatsby-plugin-google-gtag', configuration: { account: ['trackingIds'] }, members: [] },
      { package: 'gatsby-plugin-gtag', configuration: { account: ['trackingId'] }, members: [] },
      { package: '@docusaurus/plugin-google-gtag', configuration: { account: ['trackingID'] }, members: [] },
      {
        package: 'ngx-google-analytics',
        members: [
          { path: 'GoogleAnalyticsService#event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'GoogleAnalyticsService#pageView', kind: 'page', data: [0, 1] },
          { path: 'GoogleAnalyticsService#gtag', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'GoogleAnalyticsService#set', kind: 'settings', data: [0, 1] },
          { path: 'NgxGoogleAnalyticsModule.forRoot', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'ga-4-react',
        members: [
          { path: 'default#initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default#gtag', kind: 'event', event: { argument: 1 }, data: [0, 1] },
          { path: 'default#event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default#pageview', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: 'ga-gtag',
        members: [
          { path: 'gtag', kind: 'event', event: { argument: 1 }, data: [0, 1] },
          { path: 'install', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@analytics/google-analytics',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['measurementIds'] }, data: [0, 1] },
        ],
      },
      {
        package: 'firebase/analytics',
        members: [
          { path: 'getAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'initializeAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'logEvent', kind: 'event', event: { argument: 1 }, data: [1, 2] },
          { path: 'setUserId', kind: 'identify', data: [1] },
          { path: 'setUserProperties', kind: 'identify', data: [1] },
        ],
      },
      {
        package: '@firebase/analytics',
        members: [
          { path: 'getAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'initializeAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'logEvent', kind: 'event', event: { argument: 1 }, data: [1, 2] },
          { path: 'setUserId', kind: 'identify', data: [1] },
          { path: 'setUserProperties', kind: 'identify', data: [1] },
        ],
      },
      {
        package: '@angular/fire/analytics',
        members: [
          { path: 'getAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'initializeAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'logEvent', kind: 'event', event: { argument: 1 }, data: [1, 2] },
          { path: 'setUserId', kind: 'identify', data: [1] },
          { path: 'setUserProperties', kind: 'identify', data: [1] },
        ],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleGlobalSiteTag#startTracking', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptGoogleAnalytics', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Every page_view with full page_location (path and query string), page_title, page_referrer. Enhanced measurement adds scroll, click (link_url, link_text-less ids/classes/domains), view_search_results (search_term), file_download, video_*, form_start and form_submit (form_id, form_name, form_destination, form_submit_text). User-provided-data auto-detection reads strings that look like e-mail addresses on the page when enabled.',
      switchOff: 'send_page_view:false in gtag config; enhanced measurement is a property setting (Admin API EnhancedMeasurementSettings.streamEnabled / formInteractionsEnabled); user-provided data: tag setting "Allow user-provided data capabilities" off; window["ga-disable-<id>"]=true blocks hits; allow_google_signals:false, allow_ad_personalization_signals:false',
    },
  },
  {
    id: 'google-universal-analytics',
    name: 'Google Universal Analytics (analytics.js) and classic ga.js',
    vendor: 'Google',
    category: 'analytics',
    docs: 'https://developers.google.com/analytics/devguides/collection/analyticsjs',
    loaders: [
      { host: 'www.google-analytics.com', path: '/analytics.js', account: { parameter: 'tid' } },
      { host: 'www.google-analytics.com', path: '/ga.js', account: { parameter: 'tid' } },
      { host: 'ssl.google-analytics.com', path: '/ga.js', account: { parameter: 'tid' } },
      { host: 'stats.g.doubleclick.net', path: '/dc.js', account: { parameter: 'tid' } },
      { host: 'www.google-analytics.com', path: '/urchin.js', account: { parameter: 'tid' } },
    ],
    beacons: [
      { host: 'www.google-analytics.com', path: '/collect', account: { parameter: 'tid' } },
      { host: 'www.google-analytics.com', path: '/r/collect', account: { parameter: 'tid' } },
      { host: 'www.google-analytics.com', path: '/j/collect', account: { parameter: 'tid' } },
      { host: 'stats.g.doubleclick.net', path: '/j/collect', account: { parameter: 'tid' } },
      { host: 'www.google-analytics.com', path: '/__utm.gif', account: { parameter: 'tid' } },
    ],
    accounts: ['UA-[0-9]{4,10}-[0-9]{1,4}'],
    idioms: [
      { strings: ['.google-analytics.com/ga.js'] },
      { strings: ['google-analytics.com/analytics.js'] },
    ],
    calls: [
      { path: 'ga', kind: 'init', command: ['create'], account: { argument: 1 }, data: [1, 2, 3] },
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^UA-' }, account: { argument: 1 }, data: [1, 2] },
      { path: 'ga', kind: 'page', command: ['send', '*.send'], where: { argument: 1, pattern: '^pageview$' }, event: { argument: 1 }, data: [1, 2] },
      { path: 'ga', kind: 'event', command: ['send', 'ecommerce:*', 'ec:*'], event: { argument: 3 }, data: [1, 2, 3, 4, 5] },
      { path: 'ga', kind: 'identify', command: ['set'], where: { argument: 1, pattern: '^(userId|&uid)$' }, data: [2] },
      { path: 'ga', kind: 'settings', command: ['set'], data: [1, 2] },
      { path: '_gaq.push', kind: 'init', shape: 'array', command: ['_setAccount'], account: { argument: 1 }, data: [1] },
      { path: '_gaq.push', kind: 'page', shape: 'array', command: ['_trackPageview'], data: [1] },
      { path: '_gaq.push', kind: 'event', shape: 'array', command: ['_trackEvent', '_addTrans', '_addItem', '_trackTrans', '_trackSocial', '_trackTiming'], event: { argument: 2 }, data: [1, 2, 3, 4, 5, 6, 7, 8] },
      { path: '_gaq.push', kind: 'settings', shape: 'array', command: ['_setCustomVar', '_setVar'], data: [1, 2, 3] },
      { path: '_gat._getTracker', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'pageTracker._trackPageview', kind: 'page', data: [0] },
      { path: 'pageTracker._trackEvent', kind: 'event', event: { argument: 1 }, data: [0, 1, 2, 3] },
    ],
    packages: [
      {
        package: 'react-ga',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageview', kind: 'page', data: [0, 1] },
          { path: 'default.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.set', kind: 'settings', data: [0, 1] },
          { path: 'default.timing', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.exception', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.modalview', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.outboundLink', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.ga', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'pageview', kind: 'page', data: [0, 1] },
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'set', kind: 'settings', data: [0, 1] },
          { path: 'timing', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'exception', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'modalview', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'outboundLink', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'ga', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'vue-analytics', members: [] },
      { package: '@nuxtjs/google-analytics', configuration: { account: ['id'] }, members: [] },
      {
        package: 'next-ga',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'gatsby-plugin-google-analytics', configuration: { account: ['trackingId'] },
        members: [
          { path: 'trackCustomEvent', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
      { package: '@docusaurus/plugin-google-analytics', configuration: { account: ['trackingID'] }, members: [] },
      {
        package: 'universal-analytics', server: true,
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default().event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default().pageview', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2GoogleAnalytics#startTracking', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@analytics/google-analytics-v3',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page path + query on every pageview',
      switchOff: 'window["ga-disable-UA-…"]=true; anonymizeIp set',
    },
  },
  {
    id: 'adobe-analytics',
    name: 'Adobe Analytics (AppMeasurement / Web SDK)',
    vendor: 'Adobe',
    category: 'analytics',
    docs: 'https://experienceleague.adobe.com/docs/analytics/implementation/home.html',
    loaders: [
      { host: '*.omtrdc.net', path: '/*' },
      { host: '*', path: '/AppMeasurement.js' },
      { host: '*', path: '/s_code.js' },
      { host: 'cdn1.adoberesources.net', path: '/alloy/*/alloy.min.js' },
    ],
    beacons: [
      { host: '*.sc.omtrdc.net', path: '/b/ss/*' },
      { host: '*.2o7.net', path: '/b/ss/*' },
      { host: '*.data.adobedc.net', path: '/b/ss/*' },
      { host: 'edge.adobedc.net', path: '/ee/v1/interact' },
      { host: 'edge.adobedc.net', path: '/ee/v1/collect' },
      { host: '*.demdex.net', path: '/id' },
      { host: 'dpm.demdex.net', path: '/ibs:*' },
    ],
    accounts: ['[0-9A-F]{24}@AdobeOrg'],
    idioms: [
      { strings: ['AppMeasurement.js'] },
    ],
    calls: [
      { path: 's.t', kind: 'page', data: [0] },
      { path: 's.tl', kind: 'event', event: { argument: 2 }, data: [0, 1, 2, 3] },
      { path: 'alloy', kind: 'init', command: ['configure'], account: { argument: 1 }, data: [1] },
      { path: 'alloy', kind: 'event', command: ['sendEvent'], data: [1], identityKeys: ['xdm', 'data', 'xdm.identityMap'] },
      { path: 'alloy', kind: 'consent', command: ['setConsent'], data: [] },
      { path: 'adobeDataLayer.push', kind: 'event', data: [0] },
      { path: 'visitor.setCustomerIDs', kind: 'identify', data: [0] },
    ],
    commonNames: ['s', 'alloy', 'visitor'],
    packages: [
      {
        package: '@adobe/alloy',
        members: [
          { path: 'createInstance()', kind: 'event', event: { argument: 1, key: ['type'] }, data: [1], command: ['sendEvent'] },
          { path: 'createInstance()', kind: 'init', account: { argument: 1, key: ['datastreamId'] }, data: [1], command: ['configure'] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page name, URL, referrer, link clicks (ActivityMap: link text and region), clickCollectionEnabled in Web SDK',
      switchOff: 'clickCollectionEnabled:false; ActivityMap module removed; s.trackInlineStats=false',
    },
  },
  {
    id: 'matomo',
    name: 'Matomo (Piwik)',
    vendor: 'InnoCraft / self-hosted',
    category: 'analytics',
    docs: 'https://developer.matomo.org/api-reference/tracking-javascript',
    loaders: [
      { host: 'cdn.matomo.cloud', path: '/*/matomo.js', account: { parameter: 'idsite' } },
      { host: '*', path: '/matomo.js', account: { parameter: 'idsite' } },
      { host: '*', path: '/piwik.js', account: { parameter: 'idsite' } },
      { host: 'cdn.matomo.cloud', path: '/*/container_*.js', account: { parameter: 'idsite' } },
      { host: '*', path: '/js/container_*.js', account: { parameter: 'idsite' } },
    ],
    beacons: [
      { host: '*.matomo.cloud', path: '/matomo.php', account: { parameter: 'idsite' } },
      { host: '*', path: '/matomo.php', account: { parameter: 'idsite' } },
      { host: '*', path: '/piwik.php', account: { parameter: 'idsite' } },
    ],
    accounts: ['(?<=setSiteId["\']\\s*,\\s*["\']?)[0-9]{1,6}'],
    idioms: [
      { strings: ['matomo.js'], globals: ['_paq'] },
      { strings: ['piwik.js'], globals: ['_paq'] },
      { strings: ['matomo.js'], globals: ['Matomo'] },
    ],
    calls: [
      { path: '_paq.push', kind: 'init', shape: 'array', command: ['setSiteId'], account: { argument: 1 }, data: [1] },
      { path: '_paq.push', kind: 'page', shape: 'array', command: ['trackPageView'], data: [1, 2] },
      { path: '_paq.push', kind: 'event', shape: 'array', command: ['trackEvent'], event: { argument: 2 }, data: [1, 2, 3, 4] },
      { path: '_paq.push', kind: 'event', shape: 'array', command: ['trackGoal', 'trackLink', 'trackSiteSearch', 'trackEcommerceOrder', 'trackEcommerceCartUpdate', 'addEcommerceItem', 'trackContentImpression', 'trackContentInteraction', 'setEcommerceView'], event: { argument: 1 }, data: [1, 2, 3, 4] },
      { path: '_paq.push', kind: 'identify', shape: 'array', command: ['setUserId'], data: [1] },
      { path: '_paq.push', kind: 'settings', shape: 'array', command: ['setCustomVariable', 'setCustomDimension', 'setDocumentTitle', 'setCustomUrl', 'setReferrerUrl'], data: [1, 2, 3] },
      { path: '_paq.push', kind: 'consent', shape: 'array', command: ['requireConsent', 'setConsentGiven', 'rememberConsentGiven', 'forgetConsentGiven', 'requireCookieConsent', 'optUserOut'], data: [] },
      { path: '_mtm.push', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptMatomoAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@datapunt/matomo-tracker-js',
        members: [
          { path: 'default#', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
          { path: 'default#trackEvent', kind: 'event', event: { argument: 0, key: ['action'] }, data: [0] },
          { path: 'default#trackPageView', kind: 'page', data: [0] },
          { path: 'default#trackSiteSearch', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default#trackLink', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default#pushInstruction', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@jonkoops/matomo-tracker',
        members: [
          { path: 'default#', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
          { path: 'default#trackEvent', kind: 'event', event: { argument: 0, key: ['action'] }, data: [0] },
          { path: 'default#trackPageView', kind: 'page', data: [0] },
          { path: 'default#trackSiteSearch', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default#trackLink', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default#pushInstruction', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@datapunt/matomo-tracker-react',
        members: [
          { path: 'createInstance', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
          { path: 'useMatomo().trackEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'useMatomo().trackPageView', kind: 'page', data: [0] },
          { path: 'useMatomo().trackSiteSearch', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'useMatomo().pushInstruction', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@jonkoops/matomo-tracker-react',
        members: [
          { path: 'createInstance', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
          { path: 'useMatomo().trackEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'useMatomo().trackPageView', kind: 'page', data: [0] },
          { path: 'useMatomo().trackSiteSearch', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'useMatomo().pushInstruction', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@socialgouv/matomo-next',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
          { path: 'push', kind: 'event', data: [0] },
        ],
      },
      { package: 'vue-matomo', members: [] },
      {
        package: 'ngx-matomo-client',
        members: [
          { path: 'MatomoTracker#trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'MatomoTracker#trackPageView', kind: 'page', data: [0, 1] },
          { path: 'MatomoTracker#setUserId', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'ngx-matomo',
        members: [
          { path: 'MatomoTracker#trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'nuxt-matomo', configuration: { account: ['siteId'] }, members: [] },
      { package: 'gatsby-plugin-matomo', configuration: { account: ['siteId'] }, members: [] },
      {
        package: 'matomo-tracker', server: true,
        members: [
          { path: 'default#track', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL/title; link/downloads; Form Analytics (MatomoFormAnalytics) field timings not values; heatmap/session recording plugin records keystrokes unless disabled',
      switchOff: 'data-matomo-mask; HeatmapSessionRecording::disableCaptureKeystrokes; FormAnalytics::disableFormAnalytics',
    },
  },
  {
    id: 'mixpanel',
    name: 'Mixpanel',
    vendor: 'Mixpanel',
    category: 'analytics',
    docs: 'https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript',
    loaders: [
      { host: 'cdn.mxpnl.com', path: '/libs/mixpanel-2-latest.min.js' },
      { host: 'cdn.mxpnl.com', path: '/libs/mixpanel-*.min.js' },
    ],
    beacons: [
      { host: 'api-js.mixpanel.com', path: '/track' },
      { host: 'api-js.mixpanel.com', path: '/engage' },
      { host: 'api-js.mixpanel.com', path: '/record' },
      { host: 'api.mixpanel.com', path: '/track' },
      { host: 'api-eu.mixpanel.com', path: '/track' },
    ],
    serverEndpoints: [
      { host: 'api.mixpanel.com', path: '/' },
    ],
    accounts: ['[0-9a-f]{32}'],
    idioms: [
      { strings: ['cdn.mxpnl.com/libs/'] },
    ],
    calls: [
      { path: 'mixpanel.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'mixpanel.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'mixpanel.track_pageview', kind: 'page', data: [0] },
      { path: 'mixpanel.track_links', kind: 'event', event: { argument: 1 }, data: [1, 2] },
      { path: 'mixpanel.track_forms', kind: 'event', event: { argument: 1 }, data: [1, 2] },
      { path: 'mixpanel.identify', kind: 'identify', data: [0] },
      { path: 'mixpanel.alias', kind: 'identify', data: [0, 1] },
      { path: 'mixpanel.register', kind: 'settings', data: [0] },
      { path: 'mixpanel.people.set', kind: 'identify', data: [0, 1], identityKeys: ['$email', '$phone', '$name', '$first_name', '$last_name', '$avatar'] },
      { path: 'mixpanel.people.set_once', kind: 'identify', data: [0, 1] },
      { path: 'mixpanel.set_group', kind: 'identify', data: [0, 1] },
      { path: 'mixpanel.opt_in_tracking', kind: 'consent', data: [] },
      { path: 'mixpanel.opt_out_tracking', kind: 'consent', data: [] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptMixpanelAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'mixpanel-browser',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.track_pageview', kind: 'page', data: [0, 1] },
          { path: 'default.track_links', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.track_forms', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.alias', kind: 'identify', data: [0, 1] },
          { path: 'default.register', kind: 'settings', data: [0, 1] },
          { path: 'default.register_once', kind: 'settings', data: [0, 1] },
          { path: 'default.set_group', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.people.set', kind: 'settings', data: [0, 1] },
          { path: 'default.people.set_once', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.people.increment', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.people.append', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.time_event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.reset', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.opt_in_tracking', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.opt_out_tracking', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'mixpanel', server: true,
        members: [
          { path: 'default.init().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.init().people.set', kind: 'settings', data: [0, 1] },
          { path: 'default.init().alias', kind: 'identify', data: [0, 1] },
          { path: 'init().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'init().people.set', kind: 'settings', data: [0, 1] },
          { path: 'init().alias', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@analytics/mixpanel',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['token'] }, data: [0, 1] },
        ],
      },
      { package: 'gatsby-plugin-mixpanel', configuration: { account: ['apiToken'] }, members: [] },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2Mixpanel#eventTrack', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'Angulartics2Mixpanel#setUsername', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Autocapture option (clicks, form submit, inputs change, scroll, pageview) when `autocapture` is on; session replay when record_sessions_percent>0 (inputs masked by default)',
      switchOff: 'autocapture:false, track_pageview:false, record_sessions_percent:0, record_mask_text_selector',
    },
  },
  {
    id: 'amplitude',
    name: 'Amplitude',
    vendor: 'Amplitude',
    category: 'analytics',
    docs: 'https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2',
    loaders: [
      { host: 'cdn.amplitude.com', path: '/libs/analytics-browser-*.js.gz', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
      { host: 'cdn.amplitude.com', path: '/libs/amplitude-*.min.gz.js', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
      { host: 'cdn.amplitude.com', path: '/script/*.js', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
    ],
    beacons: [
      { host: 'api2.amplitude.com', path: '/2/httpapi', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
      { host: 'api.amplitude.com', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
      { host: 'api.eu.amplitude.com', path: '/2/httpapi', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
      { host: 'api-sr.amplitude.com', path: '/sessions/v2/track', account: { pattern: '/script/([0-9a-f]{32})\\.js' } },
    ],
    serverEndpoints: [
      { host: 'api2.amplitude.com', path: '/2/httpapi' },
      { host: 'api2.amplitude.com', path: '/batch' },
    ],
    accounts: ['[0-9a-f]{32}'],
    idioms: [
      { strings: ['cdn.amplitude.com/libs/'] },
    ],
    calls: [
      { path: 'amplitude.init', kind: 'init', account: { argument: 0 }, data: [0, 1, 2] },
      { path: 'amplitude.getInstance().init', kind: 'init', account: { argument: 0 }, data: [0, 1, 2] },
      { path: 'amplitude.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'amplitude.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'amplitude.getInstance().logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'amplitude.identify', kind: 'identify', data: [0, 1] },
      { path: 'amplitude.setUserId', kind: 'identify', data: [0] },
      { path: 'amplitude.getInstance().setUserId', kind: 'identify', data: [0] },
      { path: 'amplitude.getInstance().setUserProperties', kind: 'identify', data: [0] },
      { path: 'amplitude.setGroup', kind: 'identify', data: [0, 1] },
      { path: 'amplitude.revenue', kind: 'event', data: [0] },
      { path: 'amplitude.setOptOut', kind: 'consent', data: [] },
    ],
    packages: [
      {
        package: '@amplitude/analytics-browser',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'initAll', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
          { path: 'setUserId', kind: 'identify', data: [0, 1] },
          { path: 'groupIdentify', kind: 'identify', data: [0, 1] },
          { path: 'revenue', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.setUserId', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@amplitude/unified',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'initAll', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
          { path: 'setUserId', kind: 'identify', data: [0, 1] },
          { path: 'groupIdentify', kind: 'identify', data: [0, 1] },
          { path: 'revenue', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.setUserId', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'amplitude-js',
        members: [
          { path: 'default.getInstance().init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.getInstance().logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.getInstance().identify', kind: 'identify', data: [0, 1] },
          { path: 'default.getInstance().setUserId', kind: 'identify', data: [0, 1] },
          { path: 'default.getInstance().setUserProperties', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@amplitude/analytics-node', server: true,
        members: [
          { path: 'init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@amplitude/session-replay-browser',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@amplitude/plugin-session-replay-browser',
        members: [
          { path: 'sessionReplayPlugin', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@analytics/amplitude',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['apiKey'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Autocapture (default on in SDK 2): sessions, page views with full URL, form interactions (form start/submit), file downloads, element clicks, with remote configuration able to switch them',
      switchOff: 'autocapture:false or autocapture:{formInteractions:false,elementInteractions:false,pageViews:false}; fetchRemoteConfig:false; replay privacyConfig',
    },
  },
  {
    id: 'heap',
    name: 'Heap',
    vendor: 'Heap / Contentsquare',
    category: 'analytics',
    docs: 'https://developers.heap.io/docs/web',
    loaders: [
      { host: 'cdn.heapanalytics.com', path: '/js/heap-*.js', account: { pattern: '/heap-(\\d+)\\.js' } },
      { host: 'cdn.us.heap-api.com', path: '/config/*/heap_config.js', account: { pattern: '/heap-(\\d+)\\.js' } },
      { host: 'cdn.heapanalytics.com', path: '/config/*', account: { pattern: '/heap-(\\d+)\\.js' } },
    ],
    beacons: [
      { host: 'heapanalytics.com', path: '/h', account: { pattern: '/heap-(\\d+)\\.js' } },
      { host: 'heapanalytics.com', path: '/api/*', account: { pattern: '/heap-(\\d+)\\.js' } },
      { host: 'c.us.heap-api.com', path: '/*', account: { pattern: '/heap-(\\d+)\\.js' } },
    ],
    serverEndpoints: [
      { host: 'heapanalytics.com', path: '/api/track' },
    ],
    accounts: ['(?<=heap\\.load\\(["\']?)[0-9]{6,12}'],
    idioms: [
      { strings: ['/js/heap-'], globals: ['heap'] },
    ],
    calls: [
      { path: 'heap.load', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'heap.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'heap.identify', kind: 'identify', data: [0] },
      { path: 'heap.addUserProperties', kind: 'identify', data: [0], identityKeys: ['email', 'name', 'phone'] },
      { path: 'heap.addEventProperties', kind: 'settings', data: [0] },
      { path: 'heap.resetIdentity', kind: 'settings', data: [] },
    ],
    commonNames: ['heap'],
    packages: [
      {
        package: 'react-heap',
        members: [
          { path: 'default', kind: 'component', account: 'appId' },
        ],
      },
      {
        package: 'heap-api', server: true,
        members: [
          { path: 'default().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default().addUserProperties', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Autocapture of clicks, form submissions, field changes, page views incl. URL, element text; session replay add-on',
      switchOff: 'disableTextCapture:true, disablePageviewAutocapture, heap-ignore class / data-heap-redact-text attributes',
    },
  },
  {
    id: 'posthog',
    name: 'PostHog',
    vendor: 'PostHog',
    category: 'analytics',
    docs: 'https://posthog.com/docs/libraries/js',
    loaders: [
      { host: 'us-assets.i.posthog.com', path: '/static/array.js' },
      { host: 'eu-assets.i.posthog.com', path: '/static/array.js' },
      { host: 'app.posthog.com', path: '/static/array.js' },
    ],
    beacons: [
      { host: 'us.i.posthog.com', path: '/e/' },
      { host: 'eu.i.posthog.com', path: '/e/' },
      { host: 'us.i.posthog.com', path: '/s/' },
      { host: 'app.posthog.com', path: '/e/' },
      { host: 'us.i.posthog.com', path: '/flags/' },
    ],
    serverEndpoints: [
      { host: '*.posthog.com', path: '/capture' },
    ],
    accounts: ['phc_[A-Za-z0-9]{20,60}'],
    idioms: [
      { strings: ['/static/array.js'], globals: ['posthog'] },
      { strings: ['/static/array.js'] },
    ],
    calls: [
      { path: 'posthog.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'posthog.capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'posthog.identify', kind: 'identify', data: [0, 1, 2], identityKeys: ['email', 'name', 'phone'] },
      { path: 'posthog.alias', kind: 'identify', data: [0, 1] },
      { path: 'posthog.group', kind: 'identify', data: [0, 1, 2] },
      { path: 'posthog.register', kind: 'settings', data: [0] },
      { path: 'posthog.register_once', kind: 'settings', data: [0] },
      { path: 'posthog.setPersonProperties', kind: 'identify', data: [0, 1] },
      { path: 'posthog.people.set', kind: 'identify', data: [0] },
      { path: 'posthog.captureException', kind: 'event', data: [0, 1] },
      { path: 'posthog.opt_out_capturing', kind: 'consent', data: [] },
      { path: 'posthog.opt_in_capturing', kind: 'consent', data: [] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptPostHog', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'posthog-js',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.group', kind: 'identify', data: [0, 1] },
          { path: 'default.register', kind: 'settings', data: [0, 1] },
          { path: 'default.register_once', kind: 'settings', data: [0, 1] },
          { path: 'default.people.set', kind: 'settings', data: [0, 1] },
          { path: 'default.setPersonProperties', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.alias', kind: 'identify', data: [0, 1] },
          { path: 'posthog.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'posthog.capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'posthog.identify', kind: 'identify', data: [0, 1] },
          { path: 'posthog.group', kind: 'identify', data: [0, 1] },
          { path: 'posthog.register', kind: 'settings', data: [0, 1] },
        ],
      },
      {
        package: 'posthog-js/react',
        members: [
          { path: 'PostHogProvider', kind: 'component', account: 'apiKey' },
          { path: 'usePostHog().capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'usePostHog().identify', kind: 'identify', data: [0, 1] },
          { path: 'usePostHog().group', kind: 'identify', data: [0, 1] },
          { path: 'usePostHog().register', kind: 'settings', data: [0, 1] },
        ],
      },
      {
        package: 'posthog-js-lite',
        members: [
          { path: 'PostHog#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default#capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PostHog#capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PostHog#identify', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'posthog-node', server: true,
        members: [
          { path: 'PostHog#capture', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0] },
          { path: 'PostHog#identify', kind: 'identify', data: [0] },
        ],
      },
      {
        package: 'nuxt-posthog', configuration: { account: ['publicKey'] },
        members: [
          { path: 'usePostHog().capture', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Autocapture of clicks, change and submit events with element text/attributes, $pageview with URL, session replay when enabled (inputs masked by default)',
      switchOff: 'autocapture:false, capture_pageview:false, disable_session_recording:true, mask_all_text:true, session_recording.maskAllInputs; class ph-no-capture',
    },
  },
  {
    id: 'comscore',
    name: 'Comscore beacon',
    vendor: 'Comscore',
    category: 'analytics',
    docs: 'https://www.comscore.com/',
    loaders: [
      { host: 'sb.scorecardresearch.com', path: '/cs/*/beacon.js' },
      { host: 'sb.scorecardresearch.com', path: '/beacon.js' },
    ],
    beacons: [
      { host: 'sb.scorecardresearch.com', path: '/b' },
      { host: 'sb.scorecardresearch.com', path: '/p' },
    ],
    accounts: ['(?<=c2["\']?\\s*:\\s*["\']?)[0-9]{7,8}'],
    calls: [
      { path: '_comscore.push', kind: 'page', data: [0] },
      { path: 'COMSCORE.beacon', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'page URL, title, referrer',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'pendo',
    name: 'Pendo',
    vendor: 'Pendo',
    category: 'analytics',
    docs: 'https://support.pendo.io/',
    loaders: [
      { host: 'cdn.pendo.io', path: '/agent/static/*/pendo.js', account: { pattern: '/static/([0-9a-f-]{36})/' } },
    ],
    beacons: [
      { host: 'app.pendo.io', path: '/data/ptm.gif/*', account: { pattern: '/static/([0-9a-f-]{36})/' } },
      { host: 'data.pendo.io', path: '/*', account: { pattern: '/static/([0-9a-f-]{36})/' } },
    ],
    accounts: [],
    idioms: [
      { strings: ['cdn.pendo.io/agent/static/'] },
    ],
    calls: [
      { path: 'pendo.initialize', kind: 'init', account: { argument: 0 }, data: [0], identityKeys: ['visitor.id', 'visitor.email', 'visitor.full_name', 'account.id'] },
      { path: 'pendo.identify', kind: 'identify', data: [0, 1] },
      { path: 'pendo.updateOptions', kind: 'identify', data: [0] },
      { path: 'pendo.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    commonNames: ['pendo'],
    automaticCapture: {
      collects: 'clicks, focus, page loads with URL and element text',
      switchOff: 'excludeAllText:true; excludeNonGuideAnalytics; sanitizeUrl/annotateUrl',
    },
  },
  {
    id: 'walkme',
    name: 'WalkMe',
    vendor: 'SAP / WalkMe',
    category: 'analytics',
    docs: 'https://developer.walkme.com/',
    loaders: [
      { host: 'cdn.walkme.com', path: '/users/*/walkme_*.js' },
    ],
    beacons: [
      { host: 'ec.walkme.com', path: '/*' },
      { host: 'papi.walkme.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'WalkMeAPI.startFlowById', kind: 'settings', data: [0] },
    ],
    automaticCapture: {
      collects: 'clicks, DOM element text (Insights DXA)',
      switchOff: 'censoring settings',
    },
  },
  {
    id: 'qualtrics',
    name: 'Qualtrics Site Intercept',
    vendor: 'Qualtrics',
    category: 'analytics',
    docs: 'https://www.qualtrics.com/support/',
    loaders: [
      { host: '*.siteintercept.qualtrics.com', path: '/SIE/' },
      { host: '*.siteintercept.qualtrics.com', path: '/WRSiteInterceptEngine/' },
    ],
    beacons: [
      { host: 'siteintercept.qualtrics.com', path: '/WRSiteInterceptEngine/*' },
    ],
    accounts: ['ZN_[A-Za-z0-9]{10,20}'],
    calls: [
      { path: 'QSI.API.load', kind: 'init', account: { argument: 0 }, data: [] },
      { path: 'QSI.API.run', kind: 'init', account: { argument: 0 }, data: [] },
    ],
    automaticCapture: {
      collects: 'embedded data (cookies, JS variables, HTML values), session replay option',
      switchOff: 'n/a',
    },
  },
  {
    id: 'medallia',
    name: 'Medallia Digital (Kampyle)',
    vendor: 'Medallia',
    category: 'analytics',
    docs: 'https://www.medallia.com/',
    loaders: [
      { host: 'nebula-cdn.kampyle.com', path: '/*/embed.js' },
      { host: 'resources.digital-cloud.medallia.com', path: '/*/embed.js' },
      { host: 'cf.kampyle.com', path: '/k_button.js' },
    ],
    beacons: [
      { host: 'udc-neb.kampyle.com', path: '/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'feedback forms, DXA recordings',
      switchOff: 'n/a',
    },
  },
  {
    id: 'snowplow',
    name: 'Snowplow',
    vendor: 'Snowplow',
    category: 'analytics',
    docs: 'https://docs.snowplow.io/docs/sources/trackers/web-trackers/',
    loaders: [
      { host: 'd1fc8wv8zag5ca.cloudfront.net', path: '/*/sp.js' },
      { host: 'cdn.jsdelivr.net', path: '/npm/@snowplow/javascript-tracker@*/dist/sp.js' },
      { host: '*', path: '/sp.js' },
    ],
    beacons: [
      { host: '*', path: '/com.snowplowanalytics.snowplow/tp2' },
      { host: '*', path: '/i' },
    ],
    accounts: [],
    idioms: [
      { strings: ['GlobalSnowplowNamespace'] },
    ],
    calls: [
      { path: 'snowplow', kind: 'init', command: ['newTracker'], account: { argument: 3, key: ['appId'] }, data: [1, 2, 3] },
      { path: 'snowplow', kind: 'page', command: ['trackPageView*', 'enableActivityTracking'], data: [1] },
      { path: 'snowplow', kind: 'event', command: ['trackSelfDescribingEvent*', 'trackStructEvent*', 'trackUnstructEvent*', 'trackSiteSearch', 'trackSocialInteraction', 'trackTiming', 'enableLinkClickTracking', 'enableFormTracking', 'enableButtonClickTracking'], event: { argument: 1, key: ['schema'] }, data: [1, 2] },
      { path: 'snowplow', kind: 'identify', command: ['setUserId*', 'identifyUser*'], data: [1] },
      { path: 'snowplow', kind: 'settings', command: ['addGlobalContexts', 'setCustomUrl', 'setDocumentTitle', 'setReferrerUrl'], data: [1] },
    ],
    packages: [
      {
        package: '@snowplow/browser-tracker',
        members: [
          { path: 'newTracker', kind: 'init', account: { argument: 0 }, data: [1, 2] },
          { path: 'trackPageView', kind: 'page', data: [0] },
          { path: 'trackSelfDescribingEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'trackStructEvent', kind: 'event', event: { argument: 0, key: ['action'] }, data: [0] },
          { path: 'setUserId', kind: 'identify', data: [0] },
        ],
      },
      {
        package: '@analytics/snowplow',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'enableFormTracking sends change_form with field name and VALUE and submit_form',
      switchOff: 'do not call enableFormTracking; options.fields.denylist / transform',
    },
  },
  {
    id: 'piwik-pro',
    name: 'Piwik PRO',
    vendor: 'Piwik PRO',
    category: 'analytics',
    docs: 'https://developers.piwik.pro/',
    loaders: [
      { host: '*.containers.piwik.pro', path: '/*.js' },
      { host: '*.piwik.pro', path: '/containers/*.js' },
      { host: '*.piwik.pro', path: '/ppms.js' },
    ],
    beacons: [
      { host: '*.piwik.pro', path: '/ppms.php' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [],
    packages: [
      {
        package: '@piwikpro/react-piwik-pro',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'CustomEvent.trackEvent', kind: 'event', event: { argument: 1 }, data: [0, 1] },
          { path: 'PageViews.trackPageView', kind: 'page', data: [0, 1] },
          { path: 'UserManagement.setUserId', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@piwikpro/next-piwik-pro',
        members: [
          { path: 'default', kind: 'component', account: 'containerId' },
          { path: 'usePiwikPro().CustomEvent.trackEvent', kind: 'event', event: { argument: 1 }, data: [0, 1] },
        ],
      },
      {
        package: '@piwikpro/ngx-piwik-pro',
        members: [
          { path: 'CustomEventsService#trackEvent', kind: 'event', event: { argument: 1 }, data: [0, 1] },
          { path: 'NgxPiwikProModule.forRoot', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@piwikpro/vue-piwik-pro',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'CustomEvent.trackEvent', kind: 'event', event: { argument: 1 }, data: [0, 1] },
        ],
      },
      { package: '@piwikpro/nuxt-piwik-pro', configuration: { account: ['containerId'] }, members: [] },
    ],
    automaticCapture: {
      collects: 'page URL; container can autocollect',
      switchOff: 'anonymous tracking; setUserIsAnonymous',
    },
  },
  {
    id: 'plausible',
    name: 'Plausible Analytics',
    vendor: 'Plausible',
    category: 'analytics',
    docs: 'https://plausible.io/docs',
    loaders: [
      { host: 'plausible.io', path: '/js/script.js' },
      { host: 'plausible.io', path: '/js/plausible.js' },
      { host: 'plausible.io', path: '/js/pa-*.js' },
    ],
    beacons: [
      { host: 'plausible.io', path: '/api/event' },
    ],
    accounts: [],
    calls: [
      { path: 'plausible', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptPlausibleAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'plausible-tracker',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['domain'] }, data: [0, 1] },
          { path: 'default().trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default().trackPageview', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: '@plausible-analytics/tracker',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['domain'] }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'next-plausible',
        members: [
          { path: 'default', kind: 'component', account: 'domain' },
          { path: 'usePlausible()()', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'vue-plausible', members: [] },
    ],
    automaticCapture: {
      collects: 'page URL without cookies; script extensions add outbound links, file downloads, form submissions',
      switchOff: 'data-exclude; localStorage plausible_ignore',
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
    ],
    beacons: [
      { host: 'cdn.usefathom.com', path: '/' },
    ],
    accounts: ['(?<=data-site=["\'])[A-Z]{8}'],
    calls: [
      { path: 'fathom.trackPageview', kind: 'page', data: [0] },
      { path: 'fathom.trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'fathom.trackGoal', kind: 'event', data: [0, 1] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptFathomAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'fathom-client',
        members: [
          { path: 'load', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'trackPageview', kind: 'page', data: [0, 1] },
          { path: 'trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'trackGoal', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'fathom.blockTrackingForMe()',
    },
  },
  {
    id: 'simple-analytics',
    name: 'Simple Analytics',
    vendor: 'Simple Analytics',
    category: 'analytics',
    docs: 'https://docs.simpleanalytics.com/hipaa',
    loaders: [
      { host: 'scripts.simpleanalyticscdn.com', path: '/latest.js' },
    ],
    beacons: [
      { host: 'queue.simpleanalyticscdn.com', path: '/simple.gif' },
    ],
    accounts: [],
    calls: [
      { path: 'sa_event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      {
        package: '@analytics/simple-analytics',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'n/a',
    },
  },
  {
    id: 'umami',
    name: 'Umami',
    vendor: 'Umami',
    category: 'analytics',
    docs: 'https://umami.is/docs',
    loaders: [
      { host: 'cloud.umami.is', path: '/script.js' },
      { host: '*', path: '/umami.js' },
    ],
    beacons: [
      { host: 'cloud.umami.is', path: '/api/send' },
      { host: 'api-gateway.umami.dev', path: '/api/send' },
    ],
    accounts: ['(?<=data-website-id=["\'])[0-9a-f-]{36}'],
    calls: [
      { path: 'umami.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'umami.identify', kind: 'identify', data: [0, 1] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptUmamiAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@umami/node', server: true,
        members: [
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'data-auto-track=false',
    },
  },
  {
    id: 'cloudflare-web-analytics',
    name: 'Cloudflare Web Analytics / Zaraz',
    vendor: 'Cloudflare',
    category: 'analytics',
    docs: 'https://developers.cloudflare.com/web-analytics/',
    loaders: [
      { host: 'static.cloudflareinsights.com', path: '/beacon.min.js' },
      { host: '*', path: '/cdn-cgi/zaraz/*' },
    ],
    beacons: [
      { host: 'cloudflareinsights.com', path: '/cdn-cgi/rum' },
      { host: '*', path: '/cdn-cgi/rum' },
    ],
    accounts: ['(?<=token["\']?:\\s*["\'])[0-9a-f]{32}'],
    calls: [
      { path: 'zaraz.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'zaraz.set', kind: 'settings', data: [0, 1] },
      { path: 'zaraz.ecommerce', kind: 'event', data: [0, 1] },
    ],
    commonNames: ['zaraz'],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptCloudflareWebAnalytics', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, web vitals',
      switchOff: 'n/a',
    },
  },
  {
    id: 'vercel-analytics',
    name: 'Vercel Web Analytics / Speed Insights',
    vendor: 'Vercel',
    category: 'analytics',
    docs: 'https://vercel.com/docs/analytics',
    loaders: [
      { host: 'va.vercel-scripts.com', path: '/v1/script.js' },
      { host: '*', path: '/_vercel/insights/script.js' },
      { host: '*', path: '/_vercel/speed-insights/script.js' },
    ],
    beacons: [
      { host: '*', path: '/_vercel/insights/event' },
      { host: '*', path: '/_vercel/insights/view' },
    ],
    accounts: [],
    calls: [
      { path: 'va', kind: 'event', command: ['event', 'pageview'], data: [1] },
    ],
    commonNames: ['va'],
    packages: [
      {
        package: '@vercel/analytics/react',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/next',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/vue',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/nuxt',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/svelte',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/astro',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics/sveltekit',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/analytics',
        members: [
          { path: 'Analytics', kind: 'component' },
          { path: 'default', kind: 'component' },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'inject', kind: 'init', account: { argument: 0 }, data: [] },
          { path: 'injectAnalytics', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/speed-insights/react',
        members: [
          { path: 'SpeedInsights', kind: 'component' },
          { path: 'injectSpeedInsights', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/speed-insights/next',
        members: [
          { path: 'SpeedInsights', kind: 'component' },
          { path: 'injectSpeedInsights', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/speed-insights/vue',
        members: [
          { path: 'SpeedInsights', kind: 'component' },
          { path: 'injectSpeedInsights', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
      {
        package: '@vercel/speed-insights',
        members: [
          { path: 'SpeedInsights', kind: 'component' },
          { path: 'injectSpeedInsights', kind: 'init', account: { argument: 0 }, data: [] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page path',
      switchOff: 'beforeSend',
    },
  },
  {
    id: 'yandex-metrica',
    name: 'Yandex Metrica',
    vendor: 'Yandex',
    category: 'analytics',
    docs: 'https://yandex.com/support/metrica/',
    loaders: [
      { host: 'mc.yandex.ru', path: '/metrika/tag.js', account: { pattern: '/watch/(\\d+)' } },
      { host: 'mc.yandex.ru', path: '/metrika/watch.js', account: { pattern: '/watch/(\\d+)' } },
    ],
    beacons: [
      { host: 'mc.yandex.ru', path: '/watch/*', account: { pattern: '/watch/(\\d+)' } },
      { host: 'mc.yandex.ru', path: '/webvisor/*', account: { pattern: '/watch/(\\d+)' } },
    ],
    accounts: ['(?<=ym\\()[0-9]{6,9}'],
    idioms: [
      { strings: ['mc.yandex.ru/metrika/tag.js'] },
    ],
    calls: [
      { path: 'ym', kind: 'event', command: ['init', 'reachGoal', 'hit', 'params', 'userParams', 'setUserID', 'firstPartyParams'], commandIndex: 1, data: [2, 3], identityKeys: ['email', 'phone_number', 'first_name', 'last_name'] },
    ],
    packages: [
      {
        package: 'react-yandex-metrika',
        members: [
          { path: 'default', kind: 'event', data: [0, 1] },
          { path: 'YMInitializer', kind: 'component', account: 'accounts' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Webvisor session replay incl. fields unless masked; form analytics; auto goals',
      switchOff: 'webvisor:false; ym-hide-content, ym-disable-keys classes',
    },
  },
  {
    id: 'chartbeat',
    name: 'Chartbeat',
    vendor: 'Chartbeat',
    category: 'analytics',
    docs: 'https://docs.chartbeat.com/',
    loaders: [
      { host: 'static.chartbeat.com', path: '/js/chartbeat.js' },
      { host: 'static.chartbeat.com', path: '/js/chartbeat_video.js' },
    ],
    beacons: [
      { host: 'ping.chartbeat.net', path: '/ping' },
    ],
    accounts: [],
    calls: [
      { path: '_cbq.push', kind: 'settings', shape: 'array', data: [0, 1] },
      { path: 'pSUPERFLY.virtualPage', kind: 'page', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page URL, engagement',
      switchOff: 'n/a',
    },
  },
  {
    id: 'siteimprove',
    name: 'Siteimprove Analytics',
    vendor: 'Siteimprove',
    category: 'analytics',
    docs: 'https://help.siteimprove.com/',
    loaders: [
      { host: 'siteimproveanalytics.com', path: '/js/siteanalyze_*.js' },
      { host: '*.siteimproveanalytics.com', path: '/js/siteanalyze_*.js' },
    ],
    beacons: [
      { host: '*.global.siteimproveanalytics.io', path: '/image.aspx' },
    ],
    accounts: ['(?<=siteanalyze_)[0-9]{4,9}'],
    calls: [
      { path: '_sz.push', kind: 'event', shape: 'array', command: ['event', 'trackdynamic', 'request'], data: [1, 2, 3, 4] },
    ],
    automaticCapture: {
      collects: 'page URL, heatmaps, key metrics',
      switchOff: 'n/a',
    },
  },
  {
    id: 'countly',
    name: 'Countly',
    vendor: 'Countly',
    category: 'analytics',
    docs: 'https://support.countly.com/',
    loaders: [
      { host: 'cdn.jsdelivr.net', path: '/npm/countly-sdk-web@latest/lib/countly.min.js' },
      { host: '*', path: '/sdk/web/countly.min.js' },
    ],
    beacons: [
      { host: '*.count.ly', path: '/i' },
      { host: '*', path: '/i' },
    ],
    accounts: ['[0-9a-f]{40}'],
    calls: [
      { path: 'Countly.q.push', kind: 'event', shape: 'array', command: ['add_event', 'track_pageview', 'user_details', 'track_forms', 'collect_from_forms', 'track_clicks'], data: [1], identityKeys: ['name', 'email', 'phone', 'byear', 'gender'] },
      { path: 'Countly.add_event', kind: 'event', data: [0] },
      { path: 'Countly.user_details', kind: 'identify', data: [0], identityKeys: ['name', 'email', 'phone', 'byear', 'gender'] },
    ],
    packages: [
      {
        package: 'countly-sdk-web',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0, key: ['app_key'] }, data: [0, 1] },
          { path: 'default.add_event', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'default.user_details', kind: 'identify', data: [0] },
          { path: 'default.collect_from_forms', kind: 'event', event: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'collect_from_forms reads user data from submitted forms',
      switchOff: 'do not call collect_from_forms',
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
    ],
    beacons: [
      { host: 'statse.webtrendslive.com' },
    ],
    accounts: ['dcs[0-9a-z]{10,}_[0-9a-z]{4}'],
    calls: [
      { path: 'Webtrends.multiTrack', kind: 'event', data: [0] },
      { path: 'Webtrends.dcs#', kind: 'init', data: [] },
      { path: 'Webtrends.dcs#.init', kind: 'init', account: { argument: 0, key: ['dcsid'] }, data: [0] },
      { path: 'Webtrends.dcs().init', kind: 'init', account: { argument: 0, key: ['dcsid'] }, data: [0] },
      { path: 'dcsMultiTrack', kind: 'event', data: [0, 1, 2, 3] },
    ],
  },
  {
    id: 'woopra',
    name: 'Woopra',
    vendor: 'Appier',
    category: 'analytics',
    docs: 'https://docs.woopra.com/reference/javascript-sdk',
    loaders: [
      { host: 'static.woopra.com', path: '/js/' },
    ],
    beacons: [
      { host: 'www.woopra.com', path: '/track/' },
    ],
    accounts: [],
    calls: [
      { path: 'woopra.config', kind: 'init', account: { argument: 0, key: ['domain'] }, data: [0] },
      { path: 'woopra.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'woopra.identify', kind: 'identify', data: [0] },
    ],
  },
  {
    id: 'kissmetrics',
    name: 'Kissmetrics',
    vendor: 'Kissmetrics',
    category: 'analytics',
    docs: 'https://support.kissmetrics.io/reference',
    loaders: [
      { host: 'i.kissmetrics.com', path: '/i.js' },
      { host: 'scripts.kissmetrics.io' },
      { host: 'doug1izaerwt3.cloudfront.net' },
    ],
    beacons: [
      { host: 'trk.kissmetrics.com' },
    ],
    accounts: [],
    calls: [
      { path: '_kmq.push', kind: 'identify', shape: 'array', command: ['identify', 'alias'], data: [1] },
      { path: '_kmq.push', kind: 'event', shape: 'array', command: ['record', 'trackClick', 'trackSubmit'], event: { argument: 1 }, data: [1, 2] },
      { path: '_kmq.push', kind: 'settings', shape: 'array', command: ['set'], data: [1] },
    ],
  },
]
