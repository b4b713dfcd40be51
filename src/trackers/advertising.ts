/** Advertising pixels and conversion tags. */
import type { Tracker } from './tracker.js'

export const advertising: readonly Tracker[] = [
  {
    id: 'meta-pixel',
    name: 'Meta Pixel (Facebook Pixel)',
    vendor: 'Meta',
    category: 'advertising',
    docs: 'https://developers.facebook.com/docs/meta-pixel/',
    loaders: [
      { host: 'connect.facebook.net', path: '/*/fbevents.js', account: { parameter: 'id' } },
      { host: 'connect.facebook.net', path: '/*/fbds.js', account: { parameter: 'id' } },
      { host: 'connect.facebook.net', path: '/signals/config/*', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: 'www.facebook.com', path: '/tr', account: { parameter: 'id' } },
      { host: 'www.facebook.com', path: '/tr/', account: { parameter: 'id' } },
      { host: 'facebook.com', path: '/tr', account: { parameter: 'id' } },
    ],
    serverEndpoints: [
      { host: 'graph.facebook.com', path: '*/events', account: { pattern: '/v[\\d.]+/([^/?]+)/events' } },
    ],
    accounts: ['(?<![0-9])[0-9]{15,16}(?![0-9])'],
    idioms: [
      { strings: ['connect.facebook.net'], globals: ['_fbq'] },
    ],
    calls: [
      { path: 'fbq', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2], identityKeys: ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country', 'external_id'] },
      { path: 'fbq', kind: 'page', command: ['track'], where: { argument: 1, pattern: '^PageView$' }, event: { argument: 1 }, data: [1, 2, 3] },
      { path: 'fbq', kind: 'event', command: ['track', 'trackCustom'], event: { argument: 1 }, data: [1, 2, 3] },
      { path: 'fbq', kind: 'event', command: ['trackSingle', 'trackSingleCustom'], event: { argument: 2 }, account: { argument: 1 }, data: [1, 2, 3, 4] },
      { path: 'fbq', kind: 'identify', command: ['set'], where: { argument: 1, pattern: '^(userData|user_properties)$' }, data: [2], identityKeys: ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country', 'external_id'] },
      { path: 'fbq', kind: 'settings', command: ['set', 'setUserProperties'], data: [1, 2, 3] },
      { path: 'fbq', kind: 'consent', command: ['consent', 'dataProcessingOptions'], data: [] },
      { path: '_fbq.push', kind: 'event', shape: 'array', event: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      {
        package: 'react-facebook-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.fbq', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.grantConsent', kind: 'consent', data: [] },
          { path: 'default.revokeConsent', kind: 'consent', data: [] },
          { path: 'default.trackSingle', kind: 'event', event: { argument: 1 }, data: [1, 2] },
          { path: 'default.trackSingleCustom', kind: 'event', event: { argument: 1 }, data: [1, 2] },
        ],
      },
      {
        package: '@bettercart/react-facebook-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.fbq', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.grantConsent', kind: 'consent', data: [] },
          { path: 'default.revokeConsent', kind: 'consent', data: [] },
          { path: 'default.trackSingle', kind: 'event', event: { argument: 1 }, data: [1, 2] },
          { path: 'default.trackSingleCustom', kind: 'event', event: { argument: 1 }, data: [1, 2] },
        ],
      },
      {
        package: 'react-use-facebook-pixel',
        members: [
          { path: 'FacebookPixel#init', kind: 'init', account: { argument: 0, key: ['pixelID'] }, data: [0, 1] },
          { path: 'FacebookPixel#trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'FacebookPixel#trackCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'nuxt-facebook-pixel-module', configuration: { account: ['pixelId'] },
        members: [
          { path: 'useMetaPixel().$fbq', kind: 'event', event: { argument: 1 }, data: [1, 2] },
        ],
      },
      {
        package: 'nuxt-meta-pixel', configuration: { account: ['pixelId'] },
        members: [
          { path: 'useMetaPixel().$fbq', kind: 'event', event: { argument: 1 }, data: [1, 2] },
        ],
      },
      { package: 'gatsby-plugin-facebook-pixel', configuration: { account: ['pixelId'] }, members: [] },
      {
        package: 'ngx-pixel',
        members: [
          { path: 'PixelService#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PixelService#trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PixelService#initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'ngx-multi-pixel',
        members: [
          { path: 'PixelService#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PixelService#trackCustom', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'PixelService#initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'vue-facebook-pixel', members: [] },
      {
        package: 'angulartics2',
        members: [
          { path: 'Angulartics2Facebook#eventTrack', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptMetaPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
      {
        package: 'facebook-nodejs-business-sdk', server: true,
        members: [
          { path: 'EventRequest#', kind: 'init', account: { argument: 1 }, data: [0, 1] },
          { path: 'EventRequest#execute', kind: 'event', event: { argument: 0 }, data: [] },
          { path: 'UserData#setEmail', kind: 'identify', data: [0] },
          { path: 'UserData#setPhone', kind: 'identify', data: [0] },
          { path: 'UserData#setFirstName', kind: 'identify', data: [0] },
          { path: 'UserData#setLastName', kind: 'identify', data: [0] },
          { path: 'UserData#setDateOfBirth', kind: 'identify', data: [0] },
          { path: 'UserData#setExternalId', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Automatic events (button clicks and page metadata, "SubscribedButtonClick"), page URL and referrer with every hit, cookies _fbp/_fbc; Automatic Advanced Matching detects text form fields such as e-mail and attaches hashed values when turned on in Events Manager (API fields enable_automatic_matching, automatic_matching_fields)',
      switchOff: 'fbq("set","autoConfig",false,"<pixelId>") before init turns automatic events off; automatic advanced matching is switched in Events Manager / enable_automatic_matching; fbq.disablePushState=true stops history-change PageViews',
    },
  },
  {
    id: 'google-ads',
    name: 'Google Ads conversion tracking / remarketing',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://support.google.com/google-ads/answer/9888656',
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', account: { parameter: 'id' }, only: '[?&]id=AW-' },
      { host: 'www.googleadservices.com', path: '/pagead/conversion.js', account: { parameter: 'id' } },
      { host: 'www.googleadservices.com', path: '/pagead/conversion_async.js', account: { parameter: 'id' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/viewthroughconversion/*', account: { parameter: 'id' } },
    ],
    beacons: [
      { host: 'www.googleadservices.com', path: '/pagead/conversion/*', account: { parameter: 'id' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/viewthroughconversion/*', account: { parameter: 'id' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/landing', account: { parameter: 'id' } },
      { host: 'www.google.com', path: '/pagead/1p-user-list/*', account: { parameter: 'id' } },
      { host: 'www.google.com', path: '/ccm/collect', account: { parameter: 'id' } },
      { host: 'google.com', path: '/pagead/form-data/*', account: { parameter: 'id' } },
    ],
    accounts: ['AW-[0-9]{8,12}', 'AW-[0-9]{8,12}/[A-Za-z0-9_-]{10,30}'],
    calls: [
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^AW-' }, account: { argument: 1 }, data: [1, 2] },
      { path: 'gtag', kind: 'event', command: ['event'], where: { argument: 2, key: ['send_to'], pattern: '^AW-' }, event: { argument: 1 }, account: { argument: 2, key: ['send_to'] }, data: [1, 2] },
      { path: 'gtag_report_conversion', kind: 'event', data: [0] },
      { path: 'google_trackConversion', kind: 'event', account: { argument: 0, key: ['google_conversion_id'] }, data: [0] },
    ],
    automaticCapture: {
      collects: 'Remarketing hit per page with full URL; enhanced conversions can read e-mail/phone/name/address from page automatically, by CSS selector or by code (sends hashed user data to google.com/pagead/form-data)',
      switchOff: 'gtag("set","allow_ad_personalization_signals",false); do not accept enhanced conversions / user-provided data in tag settings; remove user_data; GTM tag awct parameter enableEnhancedConversion false, rdp true = restricted data processing',
    },
  },
  {
    id: 'google-floodlight',
    name: 'Google Campaign Manager 360 / Floodlight (DoubleClick)',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://support.google.com/campaignmanager/answer/2823222',
    loaders: [
      { host: 'www.googletagmanager.com', path: '/gtag/js', account: { parameter: 'id' }, only: '[?&]id=DC-' },
    ],
    beacons: [
      { host: '*.fls.doubleclick.net', path: '/activityi', account: { parameter: 'id' } },
      { host: 'ad.doubleclick.net', path: '/activity', account: { parameter: 'id' } },
      { host: 'ad.doubleclick.net', path: '/ddm/activity/*', account: { parameter: 'id' } },
      { host: 'fls.doubleclick.net', path: '/json', account: { parameter: 'id' } },
      { host: 'cm.g.doubleclick.net', path: '/pixel', account: { parameter: 'id' } },
    ],
    accounts: ['DC-[0-9]{6,10}', 'DC-[0-9]{6,10}/[A-Za-z0-9_]+/[A-Za-z0-9_]+(\\+[a-z_]+)?'],
    calls: [
      { path: 'gtag', kind: 'init', command: ['config'], where: { argument: 1, pattern: '^DC-' }, account: { argument: 1 }, data: [1, 2] },
      { path: 'gtag', kind: 'event', command: ['event'], where: { argument: 2, key: ['send_to'], pattern: '^DC-' }, event: { argument: 1 }, account: { argument: 2, key: ['send_to'] }, data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'page URL (~oref) in the activity tag',
      switchOff: 'allow_ad_personalization_signals false / dc_… npa parameters',
    },
  },
  {
    id: 'linkedin-insight',
    name: 'LinkedIn Insight Tag',
    vendor: 'LinkedIn (Microsoft)',
    category: 'advertising',
    docs: 'https://www.linkedin.com/help/lms/answer/a418880',
    loaders: [
      { host: 'snap.licdn.com', path: '/li.lms-analytics/insight.min.js', account: { parameter: 'pid' } },
      { host: 'snap.licdn.com', path: '/li.lms-analytics/insight.beta.min.js', account: { parameter: 'pid' } },
    ],
    beacons: [
      { host: 'px.ads.linkedin.com', path: '/collect', account: { parameter: 'pid' } },
      { host: 'px.ads.linkedin.com', path: '/wa', account: { parameter: 'pid' } },
      { host: 'px4.ads.linkedin.com', path: '/collect', account: { parameter: 'pid' } },
      { host: 'www.linkedin.com', path: '/px', account: { parameter: 'pid' } },
      { host: 'p.adsymptotic.com', path: '/d/px', account: { parameter: 'pid' } },
    ],
    serverEndpoints: [
      { host: 'api.linkedin.com', path: '/rest/conversionEvents' },
    ],
    accounts: ['(?<=_linkedin_partner_id\\s*=\\s*["\']?)[0-9]{5,8}'],
    calls: [
      { path: 'lintrk', kind: 'event', command: ['track'], data: [1], identityKeys: ['conversion_id', 'event_id'] },
      { path: 'lintrk', kind: 'identify', command: ['setUserData'], data: [1], identityKeys: ['email'] },
    ],
    packages: [
      {
        package: 'react-linkedin-insight',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'LinkedInTag.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'LinkedInTag.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'nextjs-linkedin-insight-tag',
        members: [
          { path: 'LinkedInInsightTag', kind: 'component', account: 'partnerId' },
        ],
      },
      { package: 'gatsby-plugin-linkedin-insight', configuration: { account: ['partnerId'] }, members: [] },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptLinkedInInsight', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Page views with URL and referrer, button/form-click web actions ("website actions"), enhanced matching of e-mail on page when enabled in Campaign Manager',
      switchOff: 'Campaign Manager settings (website actions, enhanced conversion tracking); remove tag from page',
    },
  },
  {
    id: 'tiktok-pixel',
    name: 'TikTok Pixel',
    vendor: 'TikTok (ByteDance)',
    category: 'advertising',
    docs: 'https://ads.tiktok.com/help/article/get-started-pixel',
    loaders: [
      { host: 'analytics.tiktok.com', path: '/i18n/pixel/events.js', account: { parameter: 'sdkid' } },
      { host: 'analytics.us.tiktok.com', path: '/i18n/pixel/events.js', account: { parameter: 'sdkid' } },
      { host: 'analytics.tiktok.com', path: '/i18n/pixel/sdk.js', account: { parameter: 'sdkid' } },
    ],
    beacons: [
      { host: 'analytics.tiktok.com', path: '/api/v2/pixel', account: { parameter: 'sdkid' } },
      { host: 'analytics.tiktok.com', path: '/api/v2/pixel/act', account: { parameter: 'sdkid' } },
      { host: 'analytics.tiktok.com', path: '/i18n/pixel/static/*', account: { parameter: 'sdkid' } },
    ],
    serverEndpoints: [
      { host: 'business-api.tiktok.com', path: '/open_api/*/event/track' },
      { host: 'business-api.tiktok.com', path: '/open_api/*/pixel/track' },
    ],
    accounts: ['[A-Z0-9]{20}'],
    idioms: [
      { strings: ['TiktokAnalyticsObject'] },
    ],
    calls: [
      { path: 'ttq.load', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'ttq.page', kind: 'page', data: [0] },
      { path: 'ttq.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2], identityKeys: ['external_id', 'phone_number', 'email'] },
      { path: 'ttq.instance().track', kind: 'event', data: [0, 1], event: { argument: 0 } },
      { path: 'ttq.identify', kind: 'identify', data: [0], identityKeys: ['email', 'phone_number', 'external_id', 'first_name', 'last_name', 'city', 'state', 'country', 'zip_code'] },
      { path: 'ttq.holdConsent', kind: 'consent', data: [] },
      { path: 'ttq.revokeConsent', kind: 'consent', data: [] },
      { path: 'ttq.grantConsent', kind: 'consent', data: [] },
      { path: 'ttq.enableCookie', kind: 'settings', data: [] },
      { path: 'ttq.disableCookie', kind: 'settings', data: [] },
    ],
    packages: [
      {
        package: 'tiktok-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'TiktokPixel.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'TiktokPixel.pageView', kind: 'page', data: [0, 1] },
          { path: 'TiktokPixel.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-tiktok-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptTikTokPixel', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Pageview on base code; IP and user agent shared by default; Automatic Advanced Matching can collect e-mail/phone typed on page; automatic event setup (button clicks)',
      switchOff: 'Events Manager toggles (Automatic Advanced Matching, Event Builder); holdConsent/revokeConsent; data is SHA-256 hashed client side unless already hashed',
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
      { host: 'bat.bing.com', path: '/action/0', account: { parameter: 'ti' } },
      { host: 'bat.bing.com', path: '/actionp/0', account: { parameter: 'ti' } },
      { host: 'bat.bing.net', path: '/action/0', account: { parameter: 'ti' } },
    ],
    accounts: ['(?<=[?&]ti=|"?ti"?\\s*[:=]\\s*["\']?)[0-9]{5,10}'],
    idioms: [
      { strings: ['bat.bing.com/bat.js'] },
    ],
    calls: [
      { path: 'uetq.push', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1, 2] },
      { path: 'uetq.push', kind: 'identify', command: ['set'], data: [1], identityKeys: ['pid', 'pid.em', 'pid.ph'] },
      { path: 'uetq.push', kind: 'consent', command: ['consent'], data: [] },
      { path: 'uetq.push', kind: 'page', command: ['pageLoad'], data: [] },
      { path: 'UET', kind: 'init', account: { argument: 0 }, data: [0] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptBingUet', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Page load with URL, title, referrer, keywords; optional automatic SPA tracking; UET can share with Clarity when linked',
      switchOff: 'enableAutoSpaTracking false; disableAutoPageView true',
    },
  },
  {
    id: 'the-trade-desk',
    name: 'The Trade Desk universal pixel',
    vendor: 'The Trade Desk',
    category: 'advertising',
    docs: 'https://partner.thetradedesk.com/v3/portal/data/doc/UniversalPixel',
    loaders: [
      { host: 'js.adsrvr.org', path: '/up_loader.1.1.0.js' },
    ],
    beacons: [
      { host: 'insight.adsrvr.org', path: '/track/up' },
      { host: 'insight.adsrvr.org', path: '/track/evnt' },
      { host: 'insight.adsrvr.org', path: '/track/pxl/' },
      { host: 'match.adsrvr.org', path: '/track/cmf/generic' },
    ],
    accounts: ['(?<=adv=)[a-z0-9]{7}'],
    calls: [
      { path: 'TTDUniversalPixelApi', kind: 'init', account: { argument: 0 }, data: [] },
      { path: 'universalPixelApi.init', kind: 'init', account: { argument: 0 }, data: [0, 1, 2, 3] },
    ],
    automaticCapture: {
      collects: 'Page URL/referrer and custom td1..td10 parameters',
      switchOff: 'remove tag',
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
      { host: 'tr.snapchat.com', path: '/p' },
      { host: 'tr.snapchat.com', path: '/cm/i' },
      { host: 'tr6.snapchat.com', path: '/p' },
    ],
    serverEndpoints: [
      { host: 'tr.snapchat.com', path: '/v2/conversion' },
      { host: 'tr.snapchat.com', path: '/v3/' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'snaptr', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2], identityKeys: ['user_email', 'user_phone_number', 'user_hashed_email', 'user_hashed_phone_number', 'firstname', 'lastname', 'age', 'geo_city', 'geo_region', 'geo_postal_code', 'geo_country'] },
      { path: 'snaptr', kind: 'event', command: ['track', 'trackCustom'], event: { argument: 1 }, data: [1, 2], identityKeys: ['user_email', 'uuid_c1', 'search_string'] },
      { path: 'snaptr', kind: 'identify', command: ['addUserProfile', 'user'], data: [1] },
    ],
    packages: [
      {
        package: 'react-snapchat-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptSnapchatPixel', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Optional auto event matching of page fields; page URL, referrer',
      switchOff: 'Ads Manager settings',
    },
  },
  {
    id: 'pinterest-tag',
    name: 'Pinterest Tag',
    vendor: 'Pinterest',
    category: 'advertising',
    docs: 'https://help.pinterest.com/en/business/article/install-the-pinterest-tag',
    loaders: [
      { host: 's.pinimg.com', path: '/ct/core.js', account: { parameter: 'tid' } },
    ],
    beacons: [
      { host: 'ct.pinterest.com', path: '/v3/', account: { parameter: 'tid' } },
      { host: 'ct.pinterest.com', path: '/user/', account: { parameter: 'tid' } },
      { host: 'ct.pinterest.com', path: '/static/*', account: { parameter: 'tid' } },
    ],
    serverEndpoints: [
      { host: 'api.pinterest.com', path: '/v5/ad_accounts/*/events' },
    ],
    accounts: ['26[0-9]{11}'],
    calls: [
      { path: 'pintrk', kind: 'init', command: ['load'], account: { argument: 1 }, data: [1, 2], identityKeys: ['em', 'external_id', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country'] },
      { path: 'pintrk', kind: 'page', command: ['page'], data: [1] },
      { path: 'pintrk', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2], identityKeys: ['em', 'search_query', 'lead_type'] },
      { path: 'pintrk', kind: 'identify', command: ['set'], data: [1], identityKeys: ['em', 'np', 'external_id'] },
      { path: 'pintrk', kind: 'consent', command: ['setconsent'], data: [] },
    ],
    packages: [
      {
        package: 'react-pinterest-tag',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Automatic enhanced match can pick up e-mail typed on the site',
      switchOff: 'toggle in Conversions settings',
    },
  },
  {
    id: 'x-pixel',
    name: 'X (Twitter) Pixel',
    vendor: 'X Corp.',
    category: 'advertising',
    docs: 'https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites.html',
    loaders: [
      { host: 'static.ads-twitter.com', path: '/uwt.js', account: { parameter: 'txn_id' } },
      { host: 'static.ads-twitter.com', path: '/oct.js', account: { parameter: 'txn_id' } },
      { host: 'platform.twitter.com', path: '/oct.js', account: { parameter: 'txn_id' } },
    ],
    beacons: [
      { host: 'analytics.twitter.com', path: '/i/adsct', account: { parameter: 'txn_id' } },
      { host: 't.co', path: '/i/adsct', account: { parameter: 'txn_id' } },
      { host: 't.co', path: '/1/i/adsct', account: { parameter: 'txn_id' } },
      { host: 'analytics.twitter.com', path: '/1/i/adsct', account: { parameter: 'txn_id' } },
    ],
    accounts: ['tw-[a-z0-9]{5,6}-[a-z0-9]{5,6}', 'o[a-z0-9]{4}'],
    calls: [
      { path: 'twq', kind: 'init', command: ['init', 'config'], account: { argument: 1 }, data: [1, 2] },
      { path: 'twq', kind: 'event', command: ['track', 'event'], event: { argument: 1 }, data: [1, 2], identityKeys: ['email_address', 'phone_number', 'conversion_id'] },
      { path: 'twttr.conversion.trackPid', kind: 'event', data: [0, 1] },
    ],
    packages: [
      {
        package: 'react-twitter-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageView', kind: 'page', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-twitter-conversion-tracker',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptXPixel', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Page URL and referrer',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'reddit-pixel',
    name: 'Reddit Pixel',
    vendor: 'Reddit',
    category: 'advertising',
    docs: 'https://business.reddithelp.com/helpcenter/s/article/reddit-pixel',
    loaders: [
      { host: 'www.redditstatic.com', path: '/ads/pixel.js' },
    ],
    beacons: [
      { host: 'alb.reddit.com', path: '/rp.gif' },
      { host: 'alb.reddit.com', path: '/snoo.gif' },
      { host: 'pixel-config.reddit.com', path: '/pixels/*' },
    ],
    serverEndpoints: [
      { host: 'ads-api.reddit.com', path: '/api/v2.0/conversions/events/' },
    ],
    accounts: ['(?:t2|a2)_[a-z0-9]{5,14}'],
    calls: [
      { path: 'rdt', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2], identityKeys: ['email', 'phoneNumber', 'externalId', 'aaid', 'idfa'] },
      { path: 'rdt', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2], identityKeys: ['conversionId', 'email', 'externalId'] },
      { path: 'rdt', kind: 'settings', command: ['enableFirstPartyCookies', 'disableFirstPartyCookies'], data: [] },
    ],
    packages: [
      {
        package: 'react-reddit-pixel',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.pageVisit', kind: 'page', data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptRedditPixel', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Advanced matching of e-mail fields when enabled',
      switchOff: 'Events Manager',
    },
  },
  {
    id: 'google-publisher-tag',
    name: 'Google Publisher Tag / AdSense',
    vendor: 'Google',
    category: 'advertising',
    docs: 'https://developers.google.com/publisher-tag',
    loaders: [
      { host: 'securepubads.g.doubleclick.net', path: '/tag/js/gpt.js', account: { parameter: 'client' } },
      { host: 'www.googletagservices.com', path: '/tag/js/gpt.js', account: { parameter: 'client' } },
      { host: 'pagead2.googlesyndication.com', path: '/pagead/js/adsbygoogle.js', account: { parameter: 'client' } },
    ],
    beacons: [
      { host: 'securepubads.g.doubleclick.net', path: '/gampad/ads', account: { parameter: 'client' } },
      { host: 'pagead2.googlesyndication.com', path: '/pagead/*', account: { parameter: 'client' } },
      { host: 'googleads.g.doubleclick.net', path: '/pagead/ads', account: { parameter: 'client' } },
    ],
    accounts: ['ca-(?:pub|app-pub|video-pub)-[0-9]{16}'],
    calls: [
      { path: 'googletag.pubads().setTargeting', kind: 'settings', data: [0, 1] },
      { path: 'googletag.pubads().setPublisherProvidedId', kind: 'identify', data: [0] },
      { path: 'adsbygoogle.push', kind: 'init', account: { argument: 0 }, data: [0] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptGoogleAdsense', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Page URL and ad request signals',
      switchOff: 'npa / privacy settings',
    },
  },
  {
    id: 'criteo',
    name: 'Criteo OneTag',
    vendor: 'Criteo',
    category: 'advertising',
    docs: 'https://help.criteo.com/kb/guide/en/all-criteo-onetag-events-and-parameters-vZbzbEeY86/Steps/775825',
    loaders: [
      { host: 'dynamic.criteo.com', path: '/js/ld/ld.js' },
      { host: 'static.criteo.net', path: '/js/ld/ld.js' },
    ],
    beacons: [
      { host: 'sslwidget.criteo.com', path: '/event' },
      { host: 'gum.criteo.com', path: '/sid/json' },
      { host: 'widget.*.criteo.com', path: '/event' },
    ],
    accounts: ['(?<=account["\']?\\s*:\\s*["\']?)[0-9]{3,6}'],
    calls: [
      { path: 'criteo_q.push', kind: 'event', data: [0, 1, 2, 3, 4, 5], identityKeys: ['email', 'hash_method', 'customer_id', 'zipcode'] },
    ],
    automaticCapture: {
      collects: 'page URL, referrer',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'taboola',
    name: 'Taboola Pixel',
    vendor: 'Taboola',
    category: 'advertising',
    docs: 'https://help.taboola.com/',
    loaders: [
      { host: 'cdn.taboola.com', path: '/libtrc/unip/*/tfa.js' },
      { host: 'cdn.taboola.com', path: '/libtrc/*/loader.js' },
    ],
    beacons: [
      { host: 'trc.taboola.com', path: '/*/log/3/unip' },
      { host: 'trc-events.taboola.com', path: '/*' },
    ],
    accounts: ['(?<=unip/)[0-9]{6,8}'],
    calls: [
      { path: '_tfa.push', kind: 'event', data: [0], identityKeys: ['unified_id'] },
      { path: '_taboola.push', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'page URL; unified id (hashed e-mail) when passed',
      switchOff: 'remove tag',
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
      { host: 'tr.outbrain.com', path: '/unifiedPixel' },
      { host: 'tr.outbrain.com', path: '/cachedClickId' },
    ],
    accounts: ['(?<=OB_ADV_ID\\s*=\\s*["\']?)[0-9a-f]{30,40}'],
    calls: [
      { path: 'obApi', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'adroll',
    name: 'AdRoll / NextRoll',
    vendor: 'NextRoll',
    category: 'advertising',
    docs: 'https://help.adroll.com/',
    loaders: [
      { host: 's.adroll.com', path: '/j/*/roundtrip.js' },
      { host: 's.adroll.com', path: '/j/roundtrip.js' },
      { host: 'a.adroll.com', path: '/j/roundtrip.js' },
    ],
    beacons: [
      { host: 'd.adroll.com', path: '/pixel/*' },
      { host: 'd.adroll.com', path: '/onp/*' },
    ],
    accounts: ['[A-Z0-9]{22}'],
    calls: [
      { path: '__adroll.record_user', kind: 'event', data: [0], identityKeys: ['email'] },
      { path: '__adroll.record_adroll_email', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
      { path: 'adroll.track', kind: 'event', command: ['pageView'], data: [0, 1] },
      { path: 'adroll.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
    ],
    commonNames: ['adroll'],
    automaticCapture: {
      collects: 'page URL; e-mail auto-capture feature reads e-mail inputs',
      switchOff: 'disable in AdRoll pixel settings; adroll_segments',
    },
  },
  {
    id: 'quora-pixel',
    name: 'Quora Pixel',
    vendor: 'Quora',
    category: 'advertising',
    docs: 'https://quoraadsupport.zendesk.com/',
    loaders: [
      { host: 'a.quora.com', path: '/qevents.js' },
    ],
    beacons: [
      { host: 'q.quora.com', path: '/_/ad/*/pixel' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'qp', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2], identityKeys: ['email'] },
      { path: 'qp', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['qp'],
    automaticCapture: {
      collects: 'page URL; auto-detected events and e-mail matching if enabled',
      switchOff: 'Ads Manager',
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
      { host: 'tags.srv.stackadapt.com', path: '/conv' },
      { host: 'tags.srv.stackadapt.com', path: '/saq_pxl' },
      { host: 'tags.srv.stackadapt.com', path: '/js_tracking' },
    ],
    accounts: ['[A-Za-z0-9_-]{20,24}'],
    calls: [
      { path: 'saq', kind: 'event', command: ['ts', 'conv', 'rt'], data: [1, 2] },
    ],
    commonNames: ['saq'],
    automaticCapture: {
      collects: 'page URL, form events if configured',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'amazon-ads',
    name: 'Amazon Advertising Tag',
    vendor: 'Amazon',
    category: 'advertising',
    docs: 'https://advertising.amazon.com/',
    loaders: [
      { host: 'c.amazon-adsystem.com', path: '/aat/amzn.js' },
      { host: 'c.amazon-adsystem.com', path: '/aax2/apstag.js' },
    ],
    beacons: [
      { host: 's.amazon-adsystem.com', path: '/iu3' },
      { host: 's.amazon-adsystem.com', path: '/v3/pr' },
      { host: 'aax.amazon-adsystem.com', path: '/*' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'amzn', kind: 'event', command: ['trackEvent'], event: { argument: 1 }, data: [1, 2] },
      { path: 'amzn', kind: 'settings', command: ['setRegion', 'addTag'], data: [1] },
      { path: 'amzn', kind: 'identify', command: ['setUserData'], data: [1], identityKeys: ['email', 'phonenumber'] },
    ],
    commonNames: ['amzn'],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'nextdoor-pixel',
    name: 'Nextdoor Pixel',
    vendor: 'Nextdoor',
    category: 'advertising',
    docs: 'https://help.nextdoor.com/',
    loaders: [
      { host: 'ads.nextdoor.com', path: '/public/pixel/ndp.js' },
    ],
    beacons: [
      { host: 'flask.nextdoor.com', path: '/pixel' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'ndp', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2], identityKeys: ['em', 'ph'] },
      { path: 'ndp', kind: 'event', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['ndp'],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
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
      { host: 'pixels.spotify.com', path: '/*' },
      { host: 'us-central1-adaptive-growth.cloudfunctions.net', path: '/pdst-events-prod-sink' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'spdt', kind: 'init', command: ['conf'], account: { argument: 1 }, data: [1] },
      { path: 'spdt', kind: 'event', command: ['view', 'lead', 'product', 'addtocart', 'checkout', 'purchase'], data: [1] },
      { path: 'spdt', kind: 'identify', command: ['alias'], data: [1], identityKeys: ['id'] },
      { path: 'pdst', kind: 'event', command: ['conf', 'view', 'lead', 'product', 'alias'], data: [1] },
    ],
    commonNames: ['spdt', 'pdst'],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'yahoo-dsp',
    name: 'Yahoo Advertising dot tag',
    vendor: 'Yahoo',
    category: 'advertising',
    docs: 'https://developer.yahooinc.com/',
    loaders: [
      { host: 's.yimg.com', path: '/wi/ytc.js' },
    ],
    beacons: [
      { host: 'sp.analytics.yahoo.com', path: '/sp.pl' },
      { host: 'sp.analytics.yahoo.com', path: '/spp.pl' },
    ],
    accounts: ['(?<=projectId["\']?\\s*:\\s*["\']?)[0-9]{5,15}'],
    calls: [
      { path: 'dotq.push', kind: 'event', data: [0], identityKeys: ['he', 'auid'] },
    ],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'xandr',
    name: 'Xandr / AppNexus universal pixel',
    vendor: 'Microsoft (Xandr)',
    category: 'advertising',
    docs: 'https://learn.microsoft.com/en-us/xandr/',
    loaders: [
      { host: 'acdn.adnxs.com', path: '/dmp/up/pixie.js' },
    ],
    beacons: [
      { host: 'ib.adnxs.com', path: '/pixie' },
      { host: 'ib.adnxs.com', path: '/seg' },
      { host: 'ib.adnxs.com', path: '/px' },
      { host: 'secure.adnxs.com', path: '/px' },
      { host: 'secure.adnxs.com', path: '/seg' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'pixie', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1] },
      { path: 'pixie', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1, 2] },
    ],
    commonNames: ['pixie'],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'simplifi',
    name: 'Simpli.fi',
    vendor: 'Simpli.fi',
    category: 'advertising',
    docs: 'https://simpli.fi/',
    loaders: [
      { host: 'i.simpli.fi', path: '/dpx.js' },
      { host: 'tag.simpli.fi', path: '/sifitag/*' },
    ],
    beacons: [
      { host: 'i.simpli.fi', path: '/dpx' },
      { host: 'um.simpli.fi', path: '/*' },
    ],
    accounts: ['(?<=cid=)[0-9]{3,8}'],
    calls: [],
    automaticCapture: {
      collects: 'page URL on load',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'quantcast',
    name: 'Quantcast Measure / Advertise',
    vendor: 'Quantcast',
    category: 'advertising',
    docs: 'https://www.quantcast.com/',
    loaders: [
      { host: 'secure.quantserve.com', path: '/quant.js' },
      { host: 'edge.quantserve.com', path: '/quant.js' },
      { host: 'rules.quantcount.com', path: '/*' },
    ],
    beacons: [
      { host: 'pixel.quantserve.com', path: '/pixel' },
      { host: 'pixel.quantserve.com', path: '/r' },
    ],
    accounts: ['p-[A-Za-z0-9_-]{10,16}'],
    calls: [
      { path: '_qevents.push', kind: 'event', data: [0], identityKeys: ['uid', 'uh'] },
    ],
    automaticCapture: {
      collects: 'page URL, referrer',
      switchOff: 'remove tag',
    },
  },
  {
    id: 'liveramp',
    name: 'LiveRamp (RampID / ATS.js)',
    vendor: 'LiveRamp',
    category: 'advertising',
    docs: 'https://docs.liveramp.com/',
    loaders: [
      { host: 'ats-wrapper.privacymanager.io', path: '/ats-modules/*/ats.js' },
      { host: 'launchpad-wrapper.privacymanager.io', path: '/*' },
    ],
    beacons: [
      { host: 'idsync.rlcdn.com', path: '/*' },
      { host: 'api.rlcdn.com', path: '/api/identity/*' },
      { host: 'di.rlcdn.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'ats.setAdditionalData', kind: 'identify', data: [0], identityKeys: ['type', 'id', 'emailHashes'] },
      { path: 'ats.start', kind: 'init', account: { argument: 0 }, data: [0] },
    ],
    commonNames: ['ats'],
    automaticCapture: {
      collects: 'can detect e-mail inputs on the page (detectionType) and hash them',
      switchOff: 'detectionType none / storageType',
    },
  },
  {
    id: 'zoominfo-clearbit-6sense',
    name: 'B2B visitor identification (6sense, ZoomInfo, Demandbase, Leadfeeder, Lead Forensics)',
    vendor: '6sense, ZoomInfo, Demandbase, Dealfront, Lead Forensics',
    category: 'advertising',
    docs: 'https://support.6sense.com/',
    loaders: [
      { host: 'j.6sc.co', path: '/*' },
      { host: 'ws.zoominfo.com', path: '/pixel/*' },
      { host: 'tag.demandbase.com', path: '/*.min.js' },
      { host: 'scripts.demandbase.com', path: '/*' },
      { host: 'sc.lfeeder.com', path: '/lftracker_v1_*.js' },
      { host: 'secure.leadforensics.com', path: '/js/*.js' },
    ],
    beacons: [
      { host: 'b.6sc.co', path: '/v1/beacon/img.gif' },
      { host: 'epsilon.6sense.com', path: '/v3/company/details' },
      { host: 'ws.zoominfo.com', path: '/pixel/collect' },
      { host: 'api.company-target.com', path: '/*' },
      { host: 'tr.lfeeder.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: '_6si.push', kind: 'identify', shape: 'array', command: ['setToken', 'setEndpoint', 'setWhiteListFields', 'enableCompanyDetails'], data: [1] },
      { path: 'ldfdr', kind: 'settings', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'IP-based company identification; 6sense/ZoomInfo (FormComplete) can read form fields',
      switchOff: 'setWhiteListFields limits fields',
    },
  },
]
