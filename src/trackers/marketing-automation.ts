/** Marketing automation, newsletters, forms. */
import type { Tracker } from './tracker.js'

export const marketingAutomation: readonly Tracker[] = [
  {
    id: 'hubspot',
    name: 'HubSpot tracking code and forms',
    vendor: 'HubSpot',
    category: 'marketing-automation',
    docs: 'https://developers.hubspot.com/docs/api/events/tracking-code',
    loaders: [
      { host: 'js.hs-scripts.com', path: '/*.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js-na1.hs-scripts.com', path: '/*.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js-eu1.hs-scripts.com', path: '/*.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hs-analytics.net', path: '/analytics/*', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js-eu1.hs-analytics.net', path: '/analytics/*', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hs-banner.com', path: '/*', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hscollectedforms.net', path: '/collectedforms.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hsforms.net', path: '/forms/v2.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hsforms.net', path: '/forms/embed/v2.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hsadspixel.net', path: '/fb.js', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.usemessages.com', path: '/conversations-embed.js', account: { pattern: '/(\\d{4,10})\\.js' } },
    ],
    beacons: [
      { host: 'track.hubspot.com', path: '/__ptq.gif', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'track.hubspot.com', path: '/__pto.gif', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'forms.hubspot.com', path: '/collected-forms/v1/*', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'forms.hsforms.com', path: '/submissions/v3/public/submit/formsnext/multipart/*', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'api.hsforms.com', path: '/submissions/v3/integration/submit/*', account: { pattern: '/(\\d{4,10})\\.js' } },
    ],
    serverEndpoints: [
      { host: 'api.hubapi.com', path: '/' },
      { host: 'api.hsforms.com', path: '/submissions/' },
    ],
    accounts: ['(?<=hs-scripts\\.com/|portalId["\']?\\s*[:=]\\s*["\']?)[0-9]{4,9}'],
    calls: [
      { path: '_hsq.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1], identityKeys: ['email', 'id', 'firstname', 'lastname', 'phone'] },
      { path: '_hsq.push', kind: 'event', shape: 'array', command: ['trackEvent', 'trackCustomBehavioralEvent'], data: [1] },
      { path: '_hsq.push', kind: 'page', shape: 'array', command: ['setPath', 'trackPageView'], data: [1] },
      { path: '_hsq.push', kind: 'consent', shape: 'array', command: ['doNotTrack', 'revokeCookieConsent', 'addPrivacyConsentListener'], data: [] },
      { path: '_hsp.push', kind: 'consent', shape: 'array', data: [] },
      { path: 'hbspt.forms.create', kind: 'settings', data: [0] },
    ],
    packages: [
      {
        package: 'react-hubspot-form',
        members: [
          { path: 'default', kind: 'component', account: 'portalId' },
        ],
      },
      {
        package: '@aaronhayes/react-use-hubspot-form',
        members: [
          { path: 'useHubspotForm', kind: 'init', account: { argument: 0, key: ['portalId'] }, data: [0, 1] },
        ],
      },
      {
        package: '@hubspot/api-client', server: true,
        members: [
          { path: 'Client#crm.contacts.basicApi.create', kind: 'identify', data: [0] },
        ],
      },
      { package: 'gatsby-plugin-hubspot', configuration: { account: ['trackingCode'] }, members: [] },
      {
        package: '@analytics/hubspot',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['portalId'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Page views; non-HubSpot "collected forms" capture of submitted HTML forms when enabled; IP, company domain, VID',
      switchOff: 'Portal setting for collected forms / cookie banner; _hsq doNotTrack',
    },
  },
  {
    id: 'salesforce-pardot',
    name: 'Salesforce Account Engagement (Pardot)',
    vendor: 'Salesforce',
    category: 'marketing-automation',
    docs: 'https://help.salesforce.com/',
    loaders: [
      { host: 'pi.pardot.com', path: '/pd.js' },
      { host: 'cdn.pardot.com', path: '/pd.js' },
    ],
    beacons: [
      { host: 'pi.pardot.com', path: '/analytics' },
      { host: 'go.pardot.com', path: '/l/*' },
    ],
    accounts: ['(?<=piAId\\s*=\\s*["\'])[0-9]{4,9}'],
    calls: [
      { path: 'piTracker', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'page URL/title per load; form handler posts go to go.pardot.com',
      switchOff: 'consent banner setting',
    },
  },
  {
    id: 'marketo',
    name: 'Adobe Marketo Engage (Munchkin)',
    vendor: 'Adobe',
    category: 'marketing-automation',
    docs: 'https://experienceleague.adobe.com/docs/marketo-developer/marketo/javascriptapi/leadtracking.html',
    loaders: [
      { host: 'munchkin.marketo.net', path: '/munchkin.js' },
      { host: 'munchkin.marketo.net', path: '/*/munchkin.js' },
      { host: '*', path: '/js/forms2/js/forms2.min.js' },
    ],
    beacons: [
      { host: '*.mktoresp.com', path: '/webevents/visitWebPage' },
      { host: '*.mktoresp.com', path: '/webevents/clickLink' },
      { host: '*', path: '/index.php/leadCapture/save2' },
    ],
    accounts: ['[0-9]{3}-[A-Z]{3}-[0-9]{3}'],
    calls: [
      { path: 'Munchkin.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'Munchkin.munchkinFunction', kind: 'event', command: ['visitWebPage', 'clickLink', 'associateLead'], data: [1, 2], identityKeys: ['Email', 'FirstName', 'LastName', 'Phone'] },
      { path: 'mktoMunchkin', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'MktForms2.loadForm', kind: 'settings', data: [0, 1, 2] },
    ],
    automaticCapture: {
      collects: 'visitWebPage with URL and query, clickLink hrefs',
      switchOff: 'Munchkin.init options (cookieAnon, domainLevel), do-not-track',
    },
  },
  {
    id: 'oracle-eloqua',
    name: 'Oracle Eloqua',
    vendor: 'Oracle',
    category: 'marketing-automation',
    docs: 'https://docs.oracle.com/en/cloud/saas/marketing/eloqua-develop/',
    loaders: [
      { host: 'img.en25.com', path: '/i/elqCfg.min.js' },
      { host: 'img*.en25.com', path: '/i/elqCfg.min.js' },
    ],
    beacons: [
      { host: '*.eloqua.com', path: '/visitor/v200/svrGP' },
      { host: '*.t.eloqua.com', path: '/visitor/v200/svrGP' },
      { host: '*.eloqua.com', path: '/e/f2' },
    ],
    accounts: ['(?<=elqSetSiteId["\']\\s*,\\s*["\'])[0-9]{4,12}'],
    calls: [
      { path: '_elqQ.push', kind: 'page', shape: 'array', command: ['elqSetSiteId', 'elqTrackPageView', 'elqTrackPageViewOnLoad', 'elqDataLookup', 'elqUseFirstPartyCookie'], data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'page URL, referrer',
      switchOff: 'strict-mode opt-in',
    },
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp connected site',
    vendor: 'Intuit Mailchimp',
    category: 'marketing-automation',
    docs: 'https://mailchimp.com/developer/',
    loaders: [
      { host: 'chimpstatic.com', path: '/mcjs-connected/js/users/*' },
      { host: 'downloads.mailchimp.com', path: '/js/signup-forms/popup/*' },
    ],
    beacons: [
      { host: '*.list-manage.com', path: '/subscribe/post' },
      { host: '*.list-manage.com', path: '/track/*' },
    ],
    accounts: ['(?<=[?&;]u=)[0-9a-f]{25}'],
    calls: [
      { path: '$mcSite.pixel.api.identify', kind: 'identify', data: [0], identityKeys: ['type', 'value'] },
      { path: '$mcSite.pixel.api.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page views, popup form submit (EMAIL, FNAME, LNAME, PHONE, BIRTHDAY to list-manage.com)',
      switchOff: 'remove connected site script',
    },
  },
  {
    id: 'klaviyo',
    name: 'Klaviyo onsite',
    vendor: 'Klaviyo',
    category: 'marketing-automation',
    docs: 'https://developers.klaviyo.com/en/docs/javascript_api',
    loaders: [
      { host: 'static.klaviyo.com', path: '/onsite/js/klaviyo.js', account: { parameter: 'company_id' } },
      { host: 'static.klaviyo.com', path: '/onsite/js/*/klaviyo.js', account: { parameter: 'company_id' } },
      { host: 'static-tracking.klaviyo.com', path: '/*', account: { parameter: 'company_id' } },
    ],
    beacons: [
      { host: 'a.klaviyo.com', path: '/api/track', account: { parameter: 'company_id' } },
      { host: 'a.klaviyo.com', path: '/client/events', account: { parameter: 'company_id' } },
      { host: 'a.klaviyo.com', path: '/client/profiles', account: { parameter: 'company_id' } },
      { host: 'fast.a.klaviyo.com', path: '/*', account: { parameter: 'company_id' } },
    ],
    serverEndpoints: [
      { host: 'a.klaviyo.com', path: '/api/events' },
      { host: 'a.klaviyo.com', path: '/api/profiles' },
    ],
    accounts: ['(?<=company_id=)[A-Za-z0-9]{6,7}'],
    calls: [
      { path: 'klaviyo.push', kind: 'event', shape: 'array', command: ['track', 'identify', 'trackViewedItem'], data: [1, 2], identityKeys: ['$email', 'email', '$phone_number', 'phone_number', '$first_name', '$last_name'] },
      { path: 'klaviyo.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'klaviyo.identify', kind: 'identify', data: [0], identityKeys: ['email', 'phone_number', 'first_name', 'last_name'] },
      { path: '_learnq.push', kind: 'event', shape: 'array', command: ['track', 'identify', 'account'], data: [1, 2], identityKeys: ['$email', '$first_name', '$last_name', '$phone_number'] },
    ],
    packages: [
      {
        package: 'klaviyo-api', server: true,
        members: [
          { path: 'EventsApi#createEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'ProfilesApi#createProfile', kind: 'identify', data: [0] },
        ],
      },
      {
        package: 'node-klaviyo', server: true,
        members: [
          { path: 'EventsApi#createEvent', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'ProfilesApi#createProfile', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Active on Site, viewed page events, popup forms',
      switchOff: 'disable onsite tracking',
    },
  },
  {
    id: 'activecampaign',
    name: 'ActiveCampaign site tracking',
    vendor: 'ActiveCampaign',
    category: 'marketing-automation',
    docs: 'https://help.activecampaign.com/',
    loaders: [
      { host: 'diffuser-cdn.app-us1.com', path: '/diffuser/diffuser.js' },
      { host: '*.activehosted.com', path: '/f/embed.php' },
    ],
    beacons: [
      { host: 'prism.app-us1.com', path: '/*' },
      { host: 'trackcmp.net', path: '/visit' },
      { host: 'trackcmp.net', path: '/event' },
    ],
    accounts: ['(?<=actid=)[0-9]{5,12}'],
    calls: [
      { path: 'vgo', kind: 'init', command: ['setAccount', 'setTrackByDefault', 'process'], account: { argument: 1 }, data: [1] },
      { path: 'vgo', kind: 'identify', command: ['setEmail'], data: [1], identityKeys: ['email'] },
      { path: 'vgo', kind: 'page', command: ['update'], data: [] },
    ],
    commonNames: ['vgo'],
    automaticCapture: {
      collects: 'page URL',
      switchOff: 'setTrackByDefault false',
    },
  },
  {
    id: 'braze',
    name: 'Braze Web SDK',
    vendor: 'Braze',
    category: 'marketing-automation',
    docs: 'https://js.appboycdn.com/web-sdk/latest/doc/',
    loaders: [
      { host: 'js.appboycdn.com', path: '/web-sdk/*/braze.min.js' },
      { host: 'js.appboycdn.com', path: '/web-sdk/*/appboy.min.js' },
    ],
    beacons: [
      { host: 'sdk.iad-*.braze.com', path: '/api/v3/data/' },
      { host: 'sdk.fra-*.braze.eu', path: '/api/v3/data/' },
    ],
    serverEndpoints: [
      { host: 'rest.*.braze.com', path: '/users/track' },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: 'braze.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'braze.logCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'braze.logPurchase', kind: 'event', data: [0, 1, 2, 3, 4] },
      { path: 'braze.changeUser', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setEmail', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setPhoneNumber', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setFirstName', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setLastName', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setDateOfBirth', kind: 'identify', data: [0, 1, 2] },
      { path: 'braze.getUser().setGender', kind: 'identify', data: [0] },
      { path: 'braze.getUser().setCustomUserAttribute', kind: 'identify', data: [0, 1] },
      { path: 'appboy.logCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'appboy.changeUser', kind: 'identify', data: [0] },
    ],
    commonNames: ['braze'],
    packages: [
      {
        package: '@braze/web-sdk',
        members: [
          { path: 'initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'logCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'changeUser', kind: 'identify', data: [0, 1] },
          { path: 'logPurchase', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'getUser().setEmail', kind: 'identify', data: [0, 1] },
          { path: 'getUser().setPhoneNumber', kind: 'identify', data: [0, 1] },
          { path: 'getUser().setFirstName', kind: 'identify', data: [0, 1] },
          { path: 'getUser().setLastName', kind: 'identify', data: [0, 1] },
          { path: 'getUser().setDateOfBirth', kind: 'identify', data: [0, 1] },
          { path: 'getUser().setCustomUserAttribute', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'sessions, in-app message events; no form autocapture',
      switchOff: 'braze.disableSDK()',
    },
  },
  {
    id: 'customer-io',
    name: 'Customer.io',
    vendor: 'Customer.io',
    category: 'marketing-automation',
    docs: 'https://customer.io/docs/',
    loaders: [
      { host: 'assets.customer.io', path: '/assets/track.js' },
      { host: 'assets.customer.io', path: '/assets/track-eu.js' },
      { host: 'cdp.customer.io', path: '/v1/analytics-js/snippet/*' },
      { host: 'code.gist.build', path: '/*' },
    ],
    beacons: [
      { host: 'track.customer.io', path: '/*' },
      { host: 'cdp.customer.io', path: '/v1/*' },
    ],
    serverEndpoints: [
      { host: 'track.customer.io', path: '/api/' },
    ],
    accounts: ['(?<=data-site-id=["\'])[0-9a-f]{20}'],
    calls: [
      { path: '_cio.identify', kind: 'identify', data: [0], identityKeys: ['id', 'email', 'created_at', 'first_name', 'phone'] },
      { path: '_cio.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: '_cio.page', kind: 'page', data: [0, 1] },
      { path: 'cioanalytics.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'cioanalytics.identify', kind: 'identify', data: [0, 1] },
    ],
    packages: [
      {
        package: '@customerio/cdp-analytics-browser',
        members: [
          { path: 'AnalyticsBrowser.load', kind: 'init', account: { argument: 0, key: ['writeKey'] }, data: [0, 1] },
          { path: 'AnalyticsBrowser.load().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'AnalyticsBrowser.load().page', kind: 'page', data: [0, 1] },
          { path: 'AnalyticsBrowser.load().identify', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'customerio-node', server: true,
        members: [
          { path: 'TrackClient#identify', kind: 'identify', data: [0, 1] },
          { path: 'TrackClient#track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'customerio-gist-web',
        members: [
          { path: 'default.setup', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@analytics/customerio',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['siteId'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views; forms connection can capture form fields',
      switchOff: 'data-auto-track-page=false',
    },
  },
  {
    id: 'iterable',
    name: 'Iterable',
    vendor: 'Iterable',
    category: 'marketing-automation',
    docs: 'https://support.iterable.com/',
    loaders: [
      { host: 'js.iterable.com', path: '/analytics.js' },
    ],
    beacons: [
      { host: 'api.iterable.com', path: '/api/events/*' },
      { host: 'api.iterable.com', path: '/api/users/*' },
    ],
    serverEndpoints: [
      { host: 'api.iterable.com', path: '/api/' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: '_iaq.push', kind: 'identify', shape: 'array', command: ['account', 'identify', 'track'], data: [1, 2], identityKeys: ['email'] },
    ],
    packages: [
      {
        package: '@iterable/web-sdk',
        members: [
          { path: 'initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'updateUser', kind: 'identify', data: [0, 1] },
          { path: 'updateUserEmail', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
  },
  {
    id: 'calendly',
    name: 'Calendly embed (scheduling widget)',
    vendor: 'Calendly',
    category: 'marketing-automation',
    docs: 'https://help.calendly.com/hc/en-us/articles/223147027',
    service: true,
    loaders: [
      { host: 'assets.calendly.com', path: '/assets/external/widget.js' },
    ],
    beacons: [
      { host: 'calendly.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'Calendly.initInlineWidget', kind: 'settings', data: [0], identityKeys: ['prefill.name', 'prefill.email', 'prefill.firstName', 'prefill.lastName', 'prefill.customAnswers', 'utm'] },
      { path: 'Calendly.initPopupWidget', kind: 'settings', data: [0], identityKeys: ['prefill'] },
    ],
    commonNames: ['Calendly'],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptCalendly', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'react-calendly',
        members: [
          { path: 'InlineWidget', kind: 'component', account: 'url' },
          { path: 'PopupButton', kind: 'component', account: 'url' },
          { path: 'PopupWidget', kind: 'component', account: 'url' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'appointment booking details; emits postMessage calendly.event_scheduled often forwarded to fbq/gtag',
      switchOff: 'n/a',
    },
  },
  {
    id: 'jotform-typeform-formstack',
    name: 'Hosted form embeds (Jotform, Typeform, Formstack)',
    vendor: 'Jotform, Typeform, Formstack',
    category: 'marketing-automation',
    docs: 'https://www.jotform.com/developers/',
    service: true,
    loaders: [
      { host: 'form.jotform.com', path: '/jsform/*' },
      { host: 'cdn.jotfor.ms', path: '/*' },
      { host: 'embed.typeform.com', path: '/next/embed.js' },
      { host: '*.formstack.com', path: '/forms/js.php/*' },
    ],
    beacons: [
      { host: 'submit.jotform.com', path: '/submit/*' },
      { host: '*.typeform.com', path: '/to/*' },
      { host: '*.formstack.com', path: '/forms/index.php' },
    ],
    accounts: [],
    calls: [
      { path: 'tf.createWidget', kind: 'settings', data: [0, 1], identityKeys: ['hidden', 'tracking'] },
    ],
    commonNames: ['tf'],
    automaticCapture: {
      collects: 'all answers go to the form host',
      switchOff: 'n/a',
    },
  },
  {
    id: 'attentive',
    name: 'Attentive',
    vendor: 'Attentive Mobile',
    category: 'marketing-automation',
    docs: 'https://docs.attentivemobile.com/',
    loaders: [
      { host: 'cdn.attn.tv', path: '/*/dtag.js' },
    ],
    beacons: [
      { host: 'events.attentivemobile.com', path: '/e' },
      { host: '*.attn.tv', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'attentive.analytics.identify', kind: 'identify', data: [0], identityKeys: ['email', 'phone'] },
      { path: 'attentive.analytics.page_view', kind: 'page', data: [0] },
      { path: 'attentive.analytics.product_view', kind: 'event', data: [0] },
    ],
    commonNames: ['attentive'],
    automaticCapture: {
      collects: 'popup phone/e-mail, page views',
      switchOff: 'n/a',
    },
  },
  {
    id: 'drip',
    name: 'Drip',
    vendor: 'Drip',
    category: 'marketing-automation',
    docs: 'https://developer.drip.com/',
    loaders: [
      { host: 'tag.getdrip.com', path: '/*.js' },
    ],
    beacons: [
      { host: 'api.getdrip.com', path: '/client/*' },
    ],
    accounts: [],
    calls: [
      { path: '_dcq.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1], identityKeys: ['email', 'first_name', 'last_name', 'phone'] },
      { path: '_dcq.push', kind: 'event', shape: 'array', command: ['track'], event: { argument: 1 }, data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'page URL, forms',
      switchOff: 'n/a',
    },
  },
  {
    id: 'brevo',
    name: 'Brevo (Sendinblue) tracker',
    vendor: 'Brevo',
    category: 'marketing-automation',
    docs: 'https://developers.brevo.com/',
    loaders: [
      { host: 'sibautomation.com', path: '/sa.js' },
      { host: 'cdn.brevo.com', path: '/js/sdk-loader.js' },
    ],
    beacons: [
      { host: 'in-automate.sendinblue.com', path: '/p' },
      { host: 'in-automate.brevo.com', path: '/p' },
    ],
    accounts: ['(?<=sa\\.js\\?key=)[a-z0-9]{20,30}'],
    calls: [
      { path: 'sendinblue.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
      { path: 'sendinblue.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'sendinblue.page', kind: 'page', data: [0, 1] },
      { path: 'Brevo.push', kind: 'event', shape: 'array', command: ['identify', 'track', 'page'], data: [1, 2, 3] },
    ],
    automaticCapture: {
      collects: 'page',
      switchOff: 'n/a',
    },
  },
]
