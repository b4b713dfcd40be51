/** Advertising pixels and conversion tags. */
import type { CallShape, PackageMember, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const metaUser = ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country', 'external_id']
const snapUser = [
  'user_email', 'user_phone_number', 'user_hashed_email', 'user_hashed_phone_number', 'firstname', 'lastname', 'age',
  'geo_city', 'geo_region', 'geo_postal_code', 'geo_country', 'uuid_c1',
]
const tiktokUser = [
  'email', 'phone_number', 'external_id', 'first_name', 'last_name', 'city', 'state', 'country', 'zip_code',
]
const pinterestUser = ['em', 'external_id', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country', 'np']
const redditUser = ['email', 'phoneNumber', 'externalId', 'aaid', 'idfa', 'conversionId']

/** The `fbq` function, under the name a package or framework gives it. */
const fbq = (path: string): CallShape[] => [
  { path, kind: 'init', command: ['init'], account: { argument: 1 }, data: [2], identityKeys: metaUser },
  { path, kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PageView$' }, event: { argument: 1 }, data: [2, 3] },
  { path, kind: 'event', command: ['track', 'trackCustom'], event: { argument: 1 }, data: [1, 2, 3], identityKeys: metaUser },
  { path, kind: 'event', command: ['trackSingle', 'trackSingleCustom'], event: { argument: 2 }, account: { argument: 1 }, data: [2, 3, 4] },
  { path, kind: 'identify', command: ['set'], where: { argument: 1, pattern: '^userData$' }, data: [2], identityKeys: metaUser },
  { path, kind: 'identify', command: ['setUserProperties'], account: { argument: 1 }, data: [2], identityKeys: metaUser },
  { path, kind: 'settings', command: ['set'], data: [1, 2] },
  // Switches automatic events off: nothing leaves.
  { path, kind: 'consent', command: ['set'], where: { argument: 1, pattern: '^(autoConfig|agent|mobileBridge)$' }, data: [] },
  { path, kind: 'consent', command: ['consent', 'dataProcessingOptions'], data: [] },
]

/** Members of `react-facebook-pixel` and its copies. */
const reactFacebookPixel: PackageMember[] = [
  { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [1], identityKeys: metaUser },
  { path: 'default.pageView', kind: 'page', data: [] },
  { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
  { path: 'default.trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
  { path: 'default.trackSingle', kind: 'event', account: { argument: 0 }, event: { argument: 1 }, data: [1, 2] },
  { path: 'default.trackSingleCustom', kind: 'event', account: { argument: 0 }, event: { argument: 1 }, data: [1, 2] },
  ...fbq('default.fbq'),
]

const ngxPixel: PackageMember[] = [
  { path: 'PixelModule.forRoot', kind: 'init', account: { argument: 0, key: ['pixelId'] }, data: [] },
  { path: 'PixelService#initialize', kind: 'init', account: { argument: 0 }, data: [] },
  { path: 'PixelService#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
  { path: 'PixelService#trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
]

/** Single-function wrappers with `init`, `pageView` and `track`. */
const initAndTrack = (object: string): PackageMember[] => [
  { path: `${object}.init`, kind: 'init', account: { argument: 0 }, data: [1] },
  { path: `${object}.pageView`, kind: 'page', data: [] },
  { path: `${object}.track`, kind: 'event', event: { argument: 0 }, data: [0, 1] },
]

export const advertising: readonly Tracker[] = [
  {
    id: 'meta-pixel',
    name: 'Meta Pixel (Facebook Pixel)',
    vendor: 'Meta',
    category: 'advertising',
    docs: 'https://developers.facebook.com/docs/meta-pixel/',
    relays: {
      path: '(?:^|[/_-])(?:(?:meta|facebook|fb)[-_/]?(?:capi|conversions?(?:-api)?|pixel)|capi|conversions-api)(?:[/_.-]|$)',
      words: ['/capi', '-capi', '_capi', 'conversions-api', '/fb-conversion', '/facebook-conversion', '/meta-conversion', '/meta-pixel', '/facebook-pixel', '/fb-pixel'],
    },
    loaders: [
      { host: 'connect.facebook.net', path: '/*/fbevents.js' },
      { host: 'connect.facebook.net', path: '/*/fbds.js' },
      { host: 'connect.facebook.net', path: '/signals/config/', account: { pattern: '/config/(\\d+)' } },
      { host: '*', path: '*/fbevents.js', proxy: true },
    ],
    beacons: [
      { host: 'www.facebook.com', path: '/tr', account: { parameter: 'id' } },
      { host: 'facebook.com', path: '/tr', account: { parameter: 'id' } },
    ],
    serverEndpoints: [
      { host: 'graph.facebook.com', path: '/*/events', account: { pattern: 'facebook\\.com/(?:v[\\d.]+/)?(\\d+)/events' } },
      { host: 'graph.facebook.com', path: '/*/offline_conversions' },
      // https://developers.facebook.com/docs/marketing-api/reference/custom-audience/users
      { host: 'graph.facebook.com', path: '/*/customaudiences', audience: true },
      { host: 'graph.facebook.com', path: '/*/users', audience: true },
    ],
    accounts: ['\\d{15,16}'],
    settings: [{ generator: 'drupal', key: 'facebook_pixel.settings.facebook_id', source: 'https://www.drupal.org/project/facebook_pixel' }],
    idioms: [
      { strings: ['connect.facebook.net', 'fbevents.js'] },
    ],
    calls: [
      ...fbq('fbq'),
      ...fbq('useNuxtApp().$fbq'),
      ...fbq('useScriptMetaPixel().proxy.fbq'),
      { path: 'useScriptMetaPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
      { path: '_fbq.push', kind: 'event', shape: 'array', event: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      { package: 'react-facebook-pixel', members: reactFacebookPixel },
      { package: '@bettercart/react-facebook-pixel', members: reactFacebookPixel },
      {
        package: 'react-use-facebook-pixel',
        members: [
          { path: 'FacebookPixel#', kind: 'init', account: { argument: 0, key: ['pixelID'] }, data: [] },
          { path: 'FacebookPixel#trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'FacebookPixel#trackCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'nuxt-facebook-pixel-module', configuration: { account: ['pixelId'] }, members: [] },
      { package: 'nuxt3-meta-pixel', configuration: { account: ['pixelId'] }, members: [] },
      { package: 'nuxt-meta-pixel', configuration: { account: ['pixelId'] }, members: [] },
      { package: 'gatsby-plugin-facebook-pixel', configuration: { account: ['pixelId'] }, members: [] },
      { package: 'ngx-pixel', members: ngxPixel },
      { package: 'ngx-multi-pixel', members: ngxPixel },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2Facebook#startTracking', kind: 'init', data: [] },
          { path: 'Angulartics2Facebook#eventTrack', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'facebook-nodejs-business-sdk', server: true,
        members: [
          { path: 'EventRequest#', kind: 'init', account: { argument: 1 }, data: [] },
          { path: 'ServerEvent#setEventName', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'ServerEvent#setUserData', kind: 'identify', data: [0] },
          { path: 'ServerEvent#setCustomData', kind: 'settings', data: [0] },
          { path: 'UserData#setEmail', kind: 'identify', data: [0] },
          { path: 'UserData#setEmails', kind: 'identify', data: [0] },
          { path: 'UserData#setPhone', kind: 'identify', data: [0] },
          { path: 'UserData#setPhones', kind: 'identify', data: [0] },
          { path: 'UserData#setFirstName', kind: 'identify', data: [0] },
          { path: 'UserData#setLastName', kind: 'identify', data: [0] },
          { path: 'UserData#setDateOfBirth', kind: 'identify', data: [0] },
          { path: 'UserData#setExternalId', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'clicks on buttons with their text and the page\'s metadata ("SubscribedButtonClick"), the address and referrer with every event, and, where automatic advanced matching is on, e-mail address, phone number and name from form fields',
      switchOff: 'fbq(\'set\', \'autoConfig\', false, \'<pixel id>\') before init; turn automatic advanced matching off in Events Manager; fbq.disablePushState = true stops page views on history changes',
    },
  },
  {
    id: 'google-ads',
    name: 'Google Ads conversion tracking and remarketing',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://support.google.com/google-ads/answer/9888656',
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', only: '[?&]id=AW-', account: { parameter: 'id' } },
      { host: '*', path: '*/gtag/js', only: '[?&]id=AW-', account: { parameter: 'id' }, proxy: true },
      { host: 'www.googleadservices.com', path: '/pagead/conversion.js' },
      { host: 'www.googleadservices.com', path: '/pagead/conversion_async.js' },
    ],
    beacons: [
      { host: 'www.googleadservices.com', path: '/pagead/conversion/', account: { pattern: '/conversion/(\\d+)' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/viewthroughconversion/', account: { pattern: '/viewthroughconversion/(\\d+)' } },
      { host: 'www.google.com', path: '/pagead/1p-user-list/', account: { pattern: '/1p-user-list/(\\d+)' } },
      { host: 'www.google.com', path: '/ccm/collect' },
      { host: 'google.com', path: '/pagead/form-data/', account: { pattern: '/form-data/(\\d+)' } },
    ],
    serverEndpoints: [
      { host: 'googleads.googleapis.com', path: '/*:uploadClickConversions', account: { pattern: '/customers/(\\d+)' } },
      { host: 'googleads.googleapis.com', path: '/*:uploadConversionAdjustments', account: { pattern: '/customers/(\\d+)' } },
      // https://developers.google.com/google-ads/api/reference/rpc/latest/OfflineUserDataJobService
      { host: 'googleads.googleapis.com', path: '/*/offlineUserDataJobs', audience: true },
      { host: 'googleads.googleapis.com', path: '/*/offlineUserDataJobs:create', audience: true },
      { host: 'googleads.googleapis.com', path: '/*/offlineUserDataJobs/*:addOperations', audience: true },
    ],
    accounts: ['AW-\\d{8,12}(?:/[\\w-]{10,30})?'],
    settings: [{ generator: 'drupal', key: 'google_tag.container.*.tag_container_ids.*', source: 'https://www.drupal.org/project/google_tag' }],
    calls: [
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^AW-' }, account: { argument: 1 }, data: [2], identityKeys: ['user_data', 'phone_conversion_number'] },
      { path: 'gtag', kind: 'event', command: ['event'], where: { argument: 2, key: ['send_to'], pattern: '^AW-' }, event: { argument: 1 }, account: { argument: 2, key: ['send_to'] }, data: [1, 2], identityKeys: ['user_data', 'transaction_id'] },
      { path: 'google_trackConversion', kind: 'event', account: { argument: 0, key: ['google_conversion_id'] }, event: { argument: 0, key: ['google_conversion_label'] }, data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s full address for remarketing and, with enhanced conversions, e-mail address, phone number, name and postal address from the page',
      switchOff: 'gtag(\'set\', \'allow_ad_personalization_signals\', false); turn user-provided data collection off in the tag\'s settings; remove user_data',
    },
  },
  {
    id: 'google-floodlight',
    name: 'Google Campaign Manager 360 (Floodlight)',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://support.google.com/campaignmanager/answer/2823222',
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', only: '[?&]id=DC-', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: '*.fls.doubleclick.net', path: '/activityi', account: { pattern: '[;&]src=(\\d+)' } },
      { host: 'ad.doubleclick.net', path: '/activity', account: { pattern: '[;&]src=(\\d+)' } },
      { host: 'ad.doubleclick.net', path: '/ddm/activity/', account: { pattern: '[;&/]src=(\\d+)' } },
      { host: 'ad.doubleclick.net', path: '/ddm/adj/' },
      { host: 'ad.doubleclick.net', path: '/ddm/adi/' },
      { host: 'ad.doubleclick.net', path: '/ddm/trackimp/' },
      { host: 'cm.g.doubleclick.net', path: '/pixel', account: { parameter: 'google_nid' } },
    ],
    accounts: ['DC-\\d{6,10}(?:/\\w+/[\\w+]+)?'],
    calls: [
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^DC-' }, account: { argument: 1 }, data: [2] },
      { path: 'gtag', kind: 'event', command: ['event'], where: { argument: 2, key: ['send_to'], pattern: '^DC-' }, event: { argument: 1 }, account: { argument: 2, key: ['send_to'] }, data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address (~oref) with every activity',
      switchOff: 'gtag(\'set\', \'allow_ad_personalization_signals\', false); remove the activity tag',
    },
  },
  {
    id: 'linkedin-insight',
    name: 'LinkedIn Insight Tag',
    vendor: 'LinkedIn (Microsoft)',
    category: 'advertising',
    docs: 'https://www.linkedin.com/help/lms/answer/a418880',
    loaders: [
      { host: 'snap.licdn.com', path: '/li.lms-analytics/insight.*min.js' },
    ],
    beacons: [
      { host: 'px.ads.linkedin.com', path: '/collect', account: { parameter: 'pid' } },
      { host: 'dc.ads.linkedin.com', path: '/collect', account: { parameter: 'pid' } },
      { host: 'www.linkedin.com', path: '/px', account: { parameter: 'pid' } },
    ],
    serverEndpoints: [
      { host: 'api.linkedin.com', path: '/rest/conversionEvents' },
      // https://learn.microsoft.com/en-us/linkedin/marketing/matched-audiences/matched-audiences
      { host: 'api.linkedin.com', path: '/rest/dmpSegments/*/users', audience: true },
    ],
    accounts: ['\\d{5,8}'],
    calls: [
      { path: '_linkedin_data_partner_ids.push', kind: 'init', account: { argument: 0 }, data: [] },
      { path: 'lintrk', kind: 'event', command: ['track'], event: { argument: 1, key: ['conversion_id'] }, data: [1] },
      { path: 'lintrk', kind: 'identify', command: ['setUserData'], data: [1], identityKeys: ['email'] },
    ],
    packages: [
      { package: 'react-linkedin-insight', members: [...initAndTrack('default'), ...initAndTrack('LinkedInTag')] },
      {
        package: 'nextjs-linkedin-insight-tag',
        members: [{ path: 'LinkedInInsightTag', kind: 'component', account: 'partnerId' }],
      },
      { package: 'gatsby-plugin-linkedin-insight', configuration: { account: ['partnerId'] }, members: [] },
    ],
    automaticCapture: {
      collects: 'page views with address and referrer, clicks on buttons and forms ("website actions") and, where enhanced matching is on, e-mail addresses on the page',
      switchOff: 'Turn website actions and enhanced conversion tracking off in Campaign Manager, or remove the tag',
    },
  },
  {
    id: 'tiktok-pixel',
    name: 'TikTok Pixel',
    vendor: 'TikTok (ByteDance)',
    category: 'advertising',
    docs: 'https://ads.tiktok.com/help/article/get-started-pixel',
    relays: {
      path: '(?:^|[/_-])tiktok[-_/]?(?:capi|events?|pixel|conversions?)(?:[/_.-]|$)',
      words: ['/tiktok', '-tiktok', '_tiktok'],
    },
    loaders: [
      { host: 'analytics.tiktok.com', path: '/i18n/pixel/events.js', account: { parameter: 'sdkid' } },
      { host: 'analytics.us.tiktok.com', path: '/i18n/pixel/events.js', account: { parameter: 'sdkid' } },
      { host: '*', path: '*/i18n/pixel/events.js', account: { parameter: 'sdkid' }, proxy: true },
      { host: 'analytics.tiktok.com', path: '/i18n/pixel/sdk.js', account: { parameter: 'sdkid' } },
    ],
    beacons: [
      { host: 'analytics.tiktok.com', path: '/api/v2/pixel' },
    ],
    serverEndpoints: [
      { host: 'business-api.tiktok.com', path: '/open_api/*/event/track' },
      { host: 'business-api.tiktok.com', path: '/open_api/*/pixel/track' },
      { host: 'business-api.tiktok.com', path: '/open_api/*/pixel/batch' },
      // https://github.com/tiktok/tiktok-business-api-sdk/blob/main/js_sdk/src/api/AudienceApi.js
      { host: 'business-api.tiktok.com', path: '/open_api/*/dmp/custom_audience/file/upload', audience: true },
    ],
    accounts: ['[A-Z0-9]{20}'],
    calls: [
      { path: 'ttq.load', kind: 'init', account: { argument: 0 }, data: [] },
      { path: 'ttq.page', kind: 'page', data: [0] },
      { path: 'ttq.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2], identityKeys: tiktokUser },
      { path: 'ttq.instance().track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'ttq.instance().page', kind: 'page', data: [0] },
      { path: 'ttq.identify', kind: 'identify', data: [0], identityKeys: tiktokUser },
      { path: 'ttq.instance().identify', kind: 'identify', data: [0], identityKeys: tiktokUser },
      { path: 'ttq.holdConsent', kind: 'consent', data: [] },
      { path: 'ttq.revokeConsent', kind: 'consent', data: [] },
      { path: 'ttq.grantConsent', kind: 'consent', data: [] },
      { path: 'useScriptTikTokPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
    ],
    packages: [
      {
        package: 'tiktok-pixel',
        members: [
          ...initAndTrack('default'),
          { path: 'default.identify', kind: 'identify', data: [0], identityKeys: tiktokUser },
          ...initAndTrack('TiktokPixel'),
        ],
      },
      {
        package: 'react-tiktok-pixel',
        members: [
          ...initAndTrack('default'),
          { path: 'default.identify', kind: 'identify', data: [0], identityKeys: tiktokUser },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views with IP address and user agent, clicks on buttons and, where automatic advanced matching is on, e-mail address and phone number typed on the page',
      switchOff: 'Turn automatic advanced matching and the event builder off in Events Manager; ttq.holdConsent() until there is consent',
    },
  },
  {
    id: 'microsoft-uet',
    name: 'Microsoft Advertising UET (Bing Ads)',
    vendor: 'Microsoft',
    category: 'advertising',
    docs: 'https://help.ads.microsoft.com/apex/index/3/en/60178',
    loaders: [
      { host: 'bat.bing.com', path: '/bat.js', account: { parameter: 'ti' } },
      { host: 'bat.bing.net', path: '/bat.js', account: { parameter: 'ti' } },
    ],
    beacons: [
      { host: 'bat.bing.com', path: '/action/', account: { parameter: 'ti' } },
      { host: 'bat.bing.com', path: '/actionp/', account: { parameter: 'ti' } },
      { host: 'bat.bing.net', path: '/action/', account: { parameter: 'ti' } },
    ],
    accounts: ['\\d{5,10}'],
    calls: [
      { path: 'uetq.push', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1, 2] },
      // The older form.
      { path: 'uetq.push', kind: 'event', where: { argument: 0, key: ['ea'], pattern: '' }, event: { argument: 0, key: ['ea'] }, data: [0] },
      { path: 'uetq.push', kind: 'identify', command: ['set'], where: { argument: 1, key: ['pid'], pattern: '' }, data: [1], identityKeys: ['pid', 'em', 'ph'] },
      { path: 'uetq.push', kind: 'settings', command: ['set'], data: [1] },
      { path: 'uetq.push', kind: 'consent', command: ['consent'], data: [] },
      { path: 'useScriptBingUet', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
    ],
    automaticCapture: {
      collects: 'page loads with address, title, referrer and keywords, and page changes of single-page applications',
      switchOff: 'enableAutoSpaTracking: false and disableAutoPageView: true in the tag\'s options',
    },
  },
  {
    id: 'the-trade-desk',
    name: 'The Trade Desk universal pixel',
    vendor: 'The Trade Desk',
    category: 'advertising',
    docs: 'https://partner.thetradedesk.com/v3/portal/data/doc/UniversalPixel',
    loaders: [
      { host: 'js.adsrvr.org', path: '/up_loader.' },
    ],
    beacons: [
      // The bare address is an argument of the pixel's own `init`.
      { host: 'insight.adsrvr.org', path: '/track/up', only: '[?&]adv=', account: { parameter: 'adv' } },
      { host: 'insight.adsrvr.org', path: '/track/evnt', account: { parameter: 'adv' } },
      { host: 'insight.adsrvr.org', path: '/track/pxl', account: { parameter: 'adv' } },
      { host: 'match.adsrvr.org', path: '/track/cmf/', account: { parameter: 'ttd_pid' } },
    ],
    accounts: ['[a-z0-9]{7}'],
    calls: [
      { path: 'TTDUniversalPixelApi#init', kind: 'init', account: { argument: 0 }, data: [3] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer, and the custom parameters td1 to td10',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'snap-pixel',
    name: 'Snap Pixel',
    vendor: 'Snap',
    category: 'advertising',
    docs: 'https://businesshelp.snapchat.com/s/article/snap-pixel-about',
    loaders: [
      { host: 'sc-static.net', path: '/scevent.min.js' },
    ],
    beacons: [
      { host: 'tr.snapchat.com', path: '/p', account: { parameter: 'pid' } },
      { host: 'tr.snapchat.com', path: '/cm/i', account: { parameter: 'pid' } },
      { host: 'tr6.snapchat.com', path: '/p', account: { parameter: 'pid' } },
    ],
    serverEndpoints: [
      { host: 'tr.snapchat.com', path: '/v2/conversion' },
      { host: 'tr.snapchat.com', path: '/v3/', account: { pattern: '/v3/([0-9a-f-]{36})/' } },
    ],
    accounts: [uuid],
    calls: [
      { path: 'snaptr', kind: 'init', command: ['init'], account: { argument: 1 }, data: [2], identityKeys: snapUser },
      { path: 'snaptr', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PAGE_VIEW$' }, event: { argument: 1 }, data: [2] },
      { path: 'snaptr', kind: 'event', command: ['track', 'trackCustom'], event: { argument: 1 }, data: [1, 2], identityKeys: [...snapUser, 'search_string'] },
      { path: 'snaptr', kind: 'identify', command: ['addUserProfile', 'user'], data: [1], identityKeys: snapUser },
      { path: 'useScriptSnapchatPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0], identityKeys: snapUser },
    ],
    packages: [
      { package: 'react-snapchat-pixel', members: initAndTrack('default') },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer and, where automatic event matching is on, fields of the page',
      switchOff: 'Turn it off in Ads Manager',
    },
  },
  {
    id: 'pinterest-tag',
    name: 'Pinterest Tag',
    vendor: 'Pinterest',
    category: 'advertising',
    docs: 'https://help.pinterest.com/en/business/article/install-the-pinterest-tag',
    loaders: [
      { host: 's.pinimg.com', path: '/ct/core.js' },
    ],
    beacons: [
      { host: 'ct.pinterest.com', path: '/v3/', account: { parameter: 'tid' } },
      { host: 'ct.pinterest.com', path: '/user/', account: { parameter: 'tid' } },
    ],
    serverEndpoints: [
      { host: 'api.pinterest.com', path: '/v5/ad_accounts/*/events', account: { pattern: '/ad_accounts/(\\d+)/' } },
    ],
    accounts: ['26\\d{11}'],
    calls: [
      { path: 'pintrk', kind: 'init', command: ['load'], account: { argument: 1 }, data: [2], identityKeys: pinterestUser },
      { path: 'pintrk', kind: 'page', command: ['page'], data: [1] },
      { path: 'pintrk', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^pagevisit$' }, event: { argument: 1 }, data: [2] },
      { path: 'pintrk', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2], identityKeys: [...pinterestUser, 'search_query', 'lead_type'] },
      { path: 'pintrk', kind: 'identify', command: ['set'], data: [1], identityKeys: pinterestUser },
      { path: 'pintrk', kind: 'consent', command: ['setconsent'], data: [] },
    ],
    packages: [
      { package: 'react-pinterest-tag', members: initAndTrack('default') },
    ],
    automaticCapture: {
      collects: 'e-mail addresses typed on the site, where automatic enhanced match is on',
      switchOff: 'Turn automatic enhanced match off in the conversion settings',
    },
  },
  {
    id: 'x-pixel',
    name: 'X (Twitter) Pixel',
    vendor: 'X Corp.',
    category: 'advertising',
    docs: 'https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites.html',
    loaders: [
      { host: 'static.ads-twitter.com', path: '/uwt.js' },
      { host: 'static.ads-twitter.com', path: '/oct.js' },
      { host: 'platform.twitter.com', path: '/oct.js' },
    ],
    beacons: [
      { host: 'analytics.twitter.com', path: '/i/adsct', account: { parameter: 'txn_id' } },
      { host: 'analytics.twitter.com', path: '/1/i/adsct', account: { parameter: 'txn_id' } },
      { host: 't.co', path: '/i/adsct', account: { parameter: 'txn_id' } },
      { host: 't.co', path: '/1/i/adsct', account: { parameter: 'txn_id' } },
    ],
    serverEndpoints: [
      { host: 'ads-api.x.com', path: '/*/measurement/conversions/', account: { pattern: '/conversions/(\\w+)' } },
      { host: 'ads-api.twitter.com', path: '/*/measurement/conversions/', account: { pattern: '/conversions/(\\w+)' } },
    ],
    accounts: ['tw-[a-z0-9]{5,6}-[a-z0-9]{5,6}', 'o[a-z0-9]{4}', 'n[a-z0-9]{4}'],
    calls: [
      { path: 'twq', kind: 'init', command: ['init', 'config'], account: { argument: 1 }, data: [2] },
      { path: 'twq', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PageView$' }, event: { argument: 1 }, data: [2] },
      { path: 'twq', kind: 'event', command: ['track', 'event'], event: { argument: 1 }, data: [1, 2], identityKeys: ['email_address', 'phone_number', 'conversion_id'] },
      { path: 'twttr.conversion.trackPid', kind: 'event', account: { argument: 0 }, data: [1] },
      { path: 'useScriptXPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
    ],
    packages: [
      { package: 'react-twitter-pixel', members: initAndTrack('default') },
      { package: 'react-twitter-conversion-tracker', members: initAndTrack('default') },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'reddit-pixel',
    name: 'Reddit Pixel',
    vendor: 'Reddit',
    category: 'advertising',
    docs: 'https://business.reddithelp.com/helpcenter/s/article/reddit-pixel',
    loaders: [
      { host: 'www.redditstatic.com', path: '/ads/pixel.js', account: { parameter: 'pixel_id' } },
    ],
    beacons: [
      { host: 'alb.reddit.com', path: '/rp.gif', account: { parameter: 'id' } },
      { host: 'alb.reddit.com', path: '/snoo.gif', account: { parameter: 'id' } },
    ],
    serverEndpoints: [
      { host: 'ads-api.reddit.com', path: '/api/*/conversions/events/', account: { pattern: '/events/((?:t2|a2)_\\w+)' } },
    ],
    accounts: ['(?:t2|a2)_[a-z0-9]{5,14}'],
    calls: [
      { path: 'rdt', kind: 'init', command: ['init'], account: { argument: 1 }, data: [2], identityKeys: redditUser },
      { path: 'rdt', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PageVisit$' }, event: { argument: 1 }, data: [2] },
      { path: 'rdt', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2], identityKeys: redditUser },
      { path: 'rdt', kind: 'consent', command: ['enableFirstPartyCookies', 'disableFirstPartyCookies'], data: [] },
      { path: 'useScriptRedditPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [] },
    ],
    packages: [
      {
        package: 'react-reddit-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [1], identityKeys: redditUser },
          { path: 'default.pageVisit', kind: 'page', data: [] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'e-mail addresses in form fields, where automatic advanced matching is on',
      switchOff: 'Turn it off in Events Manager',
    },
  },
  {
    id: 'google-publisher-tag',
    name: 'Google Publisher Tag and AdSense',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://developers.google.com/publisher-tag',
    loaders: [
      { host: 'securepubads.g.doubleclick.net', path: '/tag/js/gpt.js' },
      { host: 'www.googletagservices.com', path: '/tag/js/gpt.js' },
      { host: 'pagead2.googlesyndication.com', path: '/pagead/js/adsbygoogle.js', account: { parameter: 'client' } },
      { host: 'pagead2.googlesyndication.com', path: '/pagead/show_ads.js' },
    ],
    beacons: [
      { host: 'securepubads.g.doubleclick.net', path: '/gampad/' },
      { host: 'pubads.g.doubleclick.net', path: '/gampad/', account: { parameter: 'iu' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/ads', account: { parameter: 'client' } },
    ],
    accounts: ['ca-(?:pub|app-pub|video-pub)-\\d{16}'],
    calls: [
      { path: 'googletag.defineSlot', kind: 'init', account: { argument: 0 }, data: [] },
      { path: 'googletag.pubads().setTargeting', kind: 'settings', data: [0, 1] },
      { path: 'googletag.pubads().setPublisherProvidedId', kind: 'identify', data: [0] },
      { path: 'adsbygoogle.push', kind: 'page', data: [0] },
      { path: 'useScriptGoogleAdsense', kind: 'init', account: { argument: 0, key: ['client'] }, data: [] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and its content with every request for an advertisement',
      switchOff: 'requestNonPersonalizedAds = 1 limits the use; remove the tag',
    },
  },
  {
    id: 'criteo',
    name: 'Criteo OneTag',
    vendor: 'Criteo',
    category: 'advertising',
    docs: 'https://help.criteo.com/kb/guide/en/all-criteo-onetag-events-and-parameters-vZbzbEeY86/Steps/775825',
    loaders: [
      { host: 'dynamic.criteo.com', path: '/js/ld/ld.js', account: { parameter: 'a' } },
      { host: 'static.criteo.net', path: '/js/ld/ld.js', account: { parameter: 'a' } },
    ],
    beacons: [
      { host: 'sslwidget.criteo.com', path: '/event', account: { parameter: 'a' } },
      { host: 'widget.*.criteo.com', path: '/event', account: { parameter: 'a' } },
      { host: 'gum.criteo.com' },
    ],
    accounts: ['\\d{4,6}'],
    calls: [
      { path: 'criteo_q.push', kind: 'init', where: { argument: 0, key: ['event'], pattern: '^setAccount$' }, account: { argument: 0, key: ['account'] }, data: [1, 2, 3, 4, 5], identityKeys: ['email', 'customer_id', 'zipcode'] },
      { path: 'criteo_q.push', kind: 'event', event: { argument: 0, key: ['event'] }, data: [0, 1, 2, 3, 4, 5], identityKeys: ['email', 'customer_id', 'zipcode'] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'taboola',
    name: 'Taboola Pixel',
    vendor: 'Taboola',
    category: 'advertising',
    docs: 'https://help.taboola.com/hc/en-us/articles/360003469854',
    loaders: [
      { host: 'cdn.taboola.com', path: '/libtrc/unip/', account: { pattern: '/unip/(\\d+)/' } },
      { host: 'cdn.taboola.com', path: '/libtrc/*/loader.js', account: { pattern: '/libtrc/([^/]+)/' } },
    ],
    beacons: [
      { host: 'trc.taboola.com', path: '/*/log/3/unip', account: { pattern: 'taboola\\.com/([^/]+)/' } },
    ],
    serverEndpoints: [
      { host: 'trc.taboola.com', path: '/actions-handler/log/3/s2s-action' },
    ],
    accounts: ['\\d{6,8}'],
    calls: [
      { path: '_tfa.push', kind: 'page', where: { argument: 0, key: ['name'], pattern: '^page_view$' }, event: { argument: 0, key: ['name'] }, account: { argument: 0, key: ['id'] }, data: [0] },
      { path: '_tfa.push', kind: 'event', event: { argument: 0, key: ['name'] }, account: { argument: 0, key: ['id'] }, data: [0], identityKeys: ['unified_id'] },
      { path: '_taboola.push', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and a hashed e-mail address (unified id) where it is passed',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'outbrain',
    name: 'Outbrain Pixel',
    vendor: 'Outbrain',
    category: 'advertising',
    docs: 'https://developer.outbrain.com/',
    loaders: [
      { host: 'amplify.outbrain.com', path: '/cp/obtp.js' },
      { host: 'widgets.outbrain.com', path: '/outbrain.js' },
    ],
    beacons: [
      { host: 'tr.outbrain.com', path: '/unifiedPixel', account: { parameter: 'ob_id' } },
      { host: 'tr.outbrain.com', path: '/pixel', account: { parameter: 'marketerId' } },
    ],
    accounts: ['[0-9a-f]{30,40}'],
    calls: [
      { path: 'obApi', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PAGE_VIEW$' }, event: { argument: 1 }, data: [2] },
      { path: 'obApi', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'adroll',
    name: 'AdRoll (NextRoll)',
    vendor: 'NextRoll',
    category: 'advertising',
    docs: 'https://help.adroll.com/hc/en-us',
    loaders: [
      { host: 's.adroll.com', path: '/j/*roundtrip.js', account: { pattern: '/j/([A-Z0-9]{22})/' } },
      { host: 'a.adroll.com', path: '/j/*roundtrip.js', account: { pattern: '/j/([A-Z0-9]{22})/' } },
    ],
    beacons: [
      { host: 'd.adroll.com', path: '/', account: { pattern: 'adroll\\.com/\\w+/([A-Z0-9]{22})/' } },
    ],
    accounts: ['[A-Z0-9]{22}'],
    calls: [
      { path: 'adroll.track', kind: 'page', command: ['pageView'], data: [1] },
      { path: 'adroll.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'adroll.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
      { path: 'adroll.identify_email', kind: 'identify', data: [0], identityKeys: ['email'] },
      { path: '__adroll.record_user', kind: 'event', event: { argument: 0, key: ['adroll_segments'] }, data: [0], identityKeys: ['email'] },
      { path: '__adroll.record_adroll_email', kind: 'identify', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and, with e-mail capture, addresses typed into e-mail fields',
      switchOff: 'Turn e-mail capture off in the pixel\'s settings',
    },
  },
  {
    id: 'quora-pixel',
    name: 'Quora Pixel',
    vendor: 'Quora',
    category: 'advertising',
    docs: 'https://quoraadsupport.zendesk.com/hc/en-us',
    loaders: [
      { host: 'a.quora.com', path: '/qevents.js' },
    ],
    beacons: [
      { host: 'q.quora.com', path: '/_/ad/', account: { pattern: '/ad/([0-9a-f]{32})/' } },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'qp', kind: 'init', command: ['init'], account: { argument: 1 }, data: [2], identityKeys: ['email'] },
      { path: 'qp', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['qp'],
    automaticCapture: {
      collects: 'the page\'s address and, where switched on, automatically detected events and e-mail addresses',
      switchOff: 'Turn them off in Ads Manager',
    },
  },
  {
    id: 'stackadapt',
    name: 'StackAdapt Pixel',
    vendor: 'StackAdapt',
    category: 'advertising',
    docs: 'https://docs.stackadapt.com/',
    loaders: [
      { host: 'tags.srv.stackadapt.com', path: '/events.js' },
    ],
    beacons: [
      { host: 'tags.srv.stackadapt.com', path: '/conv', account: { parameter: 'cid' } },
      { host: 'tags.srv.stackadapt.com', path: '/saq_pxl', account: { parameter: 'uid' } },
      { host: 'tags.srv.stackadapt.com', path: '/rt', account: { parameter: 'sid' } },
    ],
    accounts: ['[\\w-]{20,24}'],
    calls: [
      { path: 'saq', kind: 'init', command: ['ts'], account: { argument: 1 }, data: [2] },
      { path: 'saq', kind: 'event', command: ['conv', 'rt'], account: { argument: 1 }, data: [2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and events of forms where that is configured',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'amazon-ads',
    name: 'Amazon Advertising Tag',
    vendor: 'Amazon',
    category: 'advertising',
    docs: 'https://advertising.amazon.com/help/GEYL2ZTYXGBLRLRJ',
    loaders: [
      { host: 'c.amazon-adsystem.com', path: '/aat/amzn.js' },
      { host: 'c.amazon-adsystem.com', path: '/aax2/apstag.js' },
    ],
    beacons: [
      { host: 's.amazon-adsystem.com', path: '/iu3', account: { parameter: 'pid' } },
      { host: 's.amazon-adsystem.com', path: '/iui3', account: { parameter: 'pid' } },
    ],
    accounts: [uuid],
    calls: [
      { path: 'amzn', kind: 'init', command: ['addTag'], account: { argument: 1 }, data: [] },
      { path: 'amzn', kind: 'page', command: ['trackEvent'], where: { argument: 1, pattern: '^PageView$' }, event: { argument: 1 }, data: [2] },
      { path: 'amzn', kind: 'event', command: ['trackEvent'], event: { argument: 1 }, data: [1, 2] },
      { path: 'amzn', kind: 'identify', command: ['setUserData'], data: [1], identityKeys: ['email', 'phonenumber'] },
      { path: 'apstag.init', kind: 'init', account: { argument: 0, key: ['pubID'] }, data: [] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'nextdoor-pixel',
    name: 'Nextdoor Pixel',
    vendor: 'Nextdoor',
    category: 'advertising',
    docs: 'https://help.nextdoor.com/s/article/Nextdoor-pixel',
    loaders: [
      { host: 'ads.nextdoor.com', path: '/public/pixel/ndp.js' },
    ],
    beacons: [
      { host: 'flask.nextdoor.com', path: '/pixel', account: { parameter: 'pid' } },
    ],
    accounts: [uuid],
    calls: [
      { path: 'ndp', kind: 'init', command: ['init'], account: { argument: 1 }, data: [2], identityKeys: ['em', 'ph'] },
      { path: 'ndp', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PAGE_VIEW$' }, event: { argument: 1 }, data: [2] },
      { path: 'ndp', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['ndp'],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'spotify-pixel',
    name: 'Spotify Ad Analytics (Podsights) pixel',
    vendor: 'Spotify',
    category: 'advertising',
    docs: 'https://help.adanalytics.spotify.com/technical-pixel-docs',
    loaders: [
      { host: 'pixel.byspotify.com', path: '/ping.min.js' },
      { host: 'cdn.pdst.fm', path: '/ping.min.js' },
    ],
    beacons: [
      { host: 'pixels.spotify.com' },
      { host: 'us-central1-adaptive-growth.cloudfunctions.net', path: '/pdst-events-prod-sink', account: { parameter: 'key' } },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'spdt', kind: 'init', command: ['conf'], account: { argument: 1, key: ['key'] }, data: [] },
      { path: 'spdt', kind: 'page', command: ['view'], data: [1] },
      { path: 'spdt', kind: 'event', command: ['lead', 'product', 'addtocart', 'checkout', 'purchase'], event: { argument: 0 }, data: [1] },
      { path: 'spdt', kind: 'identify', command: ['alias'], data: [1], identityKeys: ['id'] },
      { path: 'pdst', kind: 'init', command: ['conf'], account: { argument: 1, key: ['key'] }, data: [] },
      { path: 'pdst', kind: 'page', command: ['view'], data: [1] },
      { path: 'pdst', kind: 'event', command: ['lead', 'product', 'addtocart', 'checkout', 'purchase'], event: { argument: 0 }, data: [1] },
      { path: 'pdst', kind: 'identify', command: ['alias'], data: [1], identityKeys: ['id'] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'yahoo-dsp',
    name: 'Yahoo Advertising dot tag',
    vendor: 'Yahoo',
    category: 'advertising',
    docs: 'https://developer.yahooinc.com/dsp/docs/',
    loaders: [
      { host: 's.yimg.com', path: '/wi/ytc.js' },
    ],
    beacons: [
      { host: 'sp.analytics.yahoo.com', path: '/sp.pl', account: { parameter: 'a' } },
      { host: 'sp.analytics.yahoo.com', path: '/spp.pl', account: { parameter: 'a' } },
    ],
    accounts: ['\\d{5,15}'],
    calls: [
      { path: 'dotq.push', kind: 'event', where: { argument: 0, key: ['properties', 'qstrings'], pattern: '' }, event: { argument: 0, key: ['properties', 'qstrings', 'ea'] }, account: { argument: 0, key: ['projectId'] }, data: [0], identityKeys: ['he', 'auid'] },
    ],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'xandr',
    name: 'Xandr (AppNexus) universal pixel',
    vendor: 'Microsoft (Xandr)',
    category: 'advertising',
    docs: 'https://learn.microsoft.com/en-us/xandr/invest/universal-pixel-overview',
    loaders: [
      { host: 'acdn.adnxs.com', path: '/dmp/up/pixie.js' },
    ],
    beacons: [
      { host: 'ib.adnxs.com', path: '/pixie', account: { parameter: 'pi' } },
      { host: 'ib.adnxs.com', path: '/seg', account: { parameter: 'add' } },
      { host: 'ib.adnxs.com', path: '/px', account: { parameter: 'id' } },
      { host: 'secure.adnxs.com', path: '/px', account: { parameter: 'id' } },
      { host: 'secure.adnxs.com', path: '/seg', account: { parameter: 'add' } },
    ],
    accounts: [uuid],
    calls: [
      { path: 'pixie', kind: 'init', command: ['init'], account: { argument: 1 }, data: [] },
      { path: 'pixie', kind: 'page', command: ['event'], where: { argument: 1, pattern: '^PageView$' }, event: { argument: 1 }, data: [2] },
      { path: 'pixie', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['pixie'],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'simplifi',
    name: 'Simpli.fi',
    vendor: 'Simpli.fi',
    category: 'advertising',
    docs: 'https://simpli.fi/',
    loaders: [
      { host: 'i.simpli.fi', path: '/dpx.js', account: { parameter: 'cid' } },
      { host: 'tag.simpli.fi', path: '/sifitag/', account: { pattern: '/sifitag/([0-9a-f-]+)' } },
    ],
    beacons: [
      { host: 'i.simpli.fi', path: '/dpx', account: { parameter: 'cid' } },
      { host: 'um.simpli.fi' },
    ],
    accounts: ['\\d{3,8}'],
    calls: [],
    automaticCapture: {
      collects: 'the page\'s address when it is loaded',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'quantcast',
    name: 'Quantcast Measure and Advertise',
    vendor: 'Quantcast',
    category: 'advertising',
    docs: 'https://help.quantcast.com/hc/en-us',
    loaders: [
      { host: 'secure.quantserve.com', path: '/quant.js' },
      { host: 'edge.quantserve.com', path: '/quant.js' },
      { host: 'secure.quantserve.com', path: '/aquant.js', account: { parameter: 'a' } },
      { host: 'rules.quantcount.com', path: '/', account: { pattern: '(p-[\\w-]{10,16})' } },
    ],
    beacons: [
      { host: 'pixel.quantserve.com', path: '/pixel', account: { pattern: '/(p-[\\w-]{10,16})' } },
      { host: 'pixel.quantserve.com', path: '/r' },
    ],
    accounts: ['p-[A-Za-z0-9_-]{10,16}'],
    calls: [
      { path: '_qevents.push', kind: 'event', where: { argument: 0, key: ['event'], pattern: '' }, event: { argument: 0, key: ['event'] }, account: { argument: 0, key: ['qacct'] }, data: [0], identityKeys: ['uid', 'uh'] },
      { path: '_qevents.push', kind: 'init', account: { argument: 0, key: ['qacct'] }, data: [0], identityKeys: ['uid', 'uh'] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'liveramp',
    name: 'LiveRamp (RampID, ATS.js)',
    vendor: 'LiveRamp',
    category: 'advertising',
    docs: 'https://docs.liveramp.com/privacy-manager/en/ats-js-functions-and-events.html',
    loaders: [
      { host: 'ats-wrapper.privacymanager.io', path: '/ats-modules/', account: { pattern: '/ats-modules/([0-9a-f-]{36})' } },
      { host: 'launchpad-wrapper.privacymanager.io', path: '/', account: { pattern: 'io/([0-9a-f-]{36})' } },
    ],
    beacons: [
      { host: 'idsync.rlcdn.com', path: '/', account: { pattern: 'com/(\\d+)\\.gif' } },
      { host: 'di.rlcdn.com', path: '/', account: { pattern: 'com/(\\d+)\\.(?:gif|html)' } },
      { host: 'api.rlcdn.com', path: '/api/identity', account: { parameter: 'pid' } },
    ],
    accounts: [],
    calls: [
      { path: 'ats.start', kind: 'init', account: { argument: 0, key: ['placementID'] }, data: [0], identityKeys: ['email', 'emailHashes', 'phoneNumber'] },
      { path: 'ats.setAdditionalData', kind: 'identify', data: [0], identityKeys: ['type', 'id', 'emailHashes'] },
    ],
    commonNames: ['ats'],
    automaticCapture: {
      collects: 'e-mail addresses typed into the page, hashed, where detection is on',
      switchOff: 'detectionType: \'none\'',
    },
  },
  {
    id: 'zoominfo-clearbit-6sense',
    name: 'B2B visitor identification (6sense, ZoomInfo, Demandbase, Leadfeeder, Lead Forensics)',
    vendor: '6sense, ZoomInfo, Demandbase, Dealfront, Lead Forensics',
    category: 'advertising',
    docs: 'https://support.6sense.com/docs/6sense-webtag',
    loaders: [
      { host: 'j.6sc.co' },
      { host: 'ws.zoominfo.com', path: '/pixel/', account: { pattern: '/pixel/(\\w+)' } },
      { host: 'js.zi-scripts.com' },
      { host: 'tag.demandbase.com', path: '/', account: { pattern: 'com/(\\w+)\\.min\\.js' } },
      { host: 'scripts.demandbase.com' },
      { host: 'tag.clearbitscripts.com', path: '/v1/', account: { pattern: '/(pk_\\w+)/' } },
      { host: 'x.clearbitjs.com' },
      { host: 'sc.lfeeder.com', path: '/lftracker_v1_', account: { pattern: 'lftracker_v1_(\\w+)\\.js' } },
      { host: 'secure.leadforensics.com', path: '/js/', account: { pattern: '/js/(\\d+)\\.js' } },
    ],
    beacons: [
      { host: 'ws.zoominfo.com', path: '/pixel/', account: { pattern: '/pixel/(\\w+)' } },
      { host: 'b.6sc.co', path: '/v1/beacon/' },
      { host: 'epsilon.6sense.com', path: '/v3/company/details' },
      { host: 'api.company-target.com' },
      { host: 'tr.lfeeder.com' },
      { host: 'secure.leadforensics.com', path: '/', account: { pattern: '/(\\d+)\\.png' } },
    ],
    accounts: ['[0-9a-f]{32}', '[A-Za-z0-9]{16}'],
    calls: [
      { path: '_6si.push', kind: 'init', shape: 'array', command: ['setToken'], account: { argument: 1 }, data: [] },
      { path: '_6si.push', kind: 'settings', shape: 'array', command: ['setWhiteListFields', 'setCustomMetadata'], data: [1] },
      { path: '_6si.push', kind: 'event', shape: 'array', command: ['send'], event: { argument: 1 }, data: [1, 2] },
      { path: 'ldfdr', kind: 'event', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'the visitor\'s company by IP address, page views and, with form tracking, the fields of forms',
      switchOff: 'Turn form tracking off in the vendor\'s console; 6sense reads only the fields of setWhiteListFields',
    },
  },
  {
    id: 'owneriq',
    name: 'OwnerIQ pixel',
    vendor: 'Inmar (OwnerIQ)',
    category: 'advertising',
    docs: 'https://www.owneriq.com/support/faq/',
    loaders: [
      { host: 'px.owneriq.net', path: '/stas/s/', account: { pattern: '/s/(\\w+)\\.js' } },
    ],
    beacons: [
      { host: 'px.owneriq.net', path: '/', account: { parameter: 'pt' } },
    ],
    accounts: ['[a-z0-9]{6}'],
    calls: [
      // https://segment.com/docs/connections/destinations/catalog/owneriq-pixel/
      { path: '_oiqq.push', kind: 'page', shape: 'array', command: ['oiq_doTag'], data: [] },
      { path: '_oiqq.push', kind: 'identify', shape: 'array', command: ['oiq_addUserId'], data: [1] },
      { path: '_oiqq.push', kind: 'settings', shape: 'array', command: ['oiq_*'], data: [1] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, title and referrer',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'capterra-conversions',
    name: 'Capterra conversion tracking',
    vendor: 'Gartner',
    category: 'advertising',
    docs: 'https://www.capterra.com/',
    loaders: [
      { host: 'ct.capterra.com', path: '/capterra_tracker.js', account: { parameter: 'vid' } },
    ],
    beacons: [
      { host: 'ct.capterra.com', path: '/capterra_tracker.gif', account: { parameter: 'vid' } },
    ],
    accounts: ['\\d{7}'],
    calls: [],
    automaticCapture: {
      collects: 'that an account was made or a form was sent, with the page\'s address',
      switchOff: 'Remove the tag',
    },
  },
]
