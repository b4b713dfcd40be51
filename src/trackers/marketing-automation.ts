/** Marketing automation, newsletters, forms and booking widgets. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const hubspotContact = ['email', 'id', 'firstname', 'lastname', 'phone', 'address', 'date_of_birth']
const klaviyoPerson = [
  'email', '$email', 'phone_number', '$phone_number', 'first_name', '$first_name', 'last_name', '$last_name', 'external_id',
]
const cioPerson = ['id', 'email', 'created_at', 'first_name', 'last_name', 'phone']

const brazeUser = ['setEmail', 'setPhoneNumber', 'setFirstName', 'setLastName', 'setGender', 'setHomeCity', 'setCountry', 'addAlias', 'setCustomUserAttribute']

/** The functions of Braze's web SDK. */
const braze = (prefix: string): CallShape[] => [
  { path: `${prefix}initialize`, kind: 'init', account: at(0), data: [] },
  { path: `${prefix}logCustomEvent`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}logPurchase`, kind: 'event', event: at(0), data: [0, 1, 2, 3, 4] },
  { path: `${prefix}changeUser`, kind: 'identify', data: [0] },
  { path: `${prefix}getUser().setDateOfBirth`, kind: 'identify', data: [0, 1, 2] },
  ...brazeUser.map((name): CallShape => ({ path: `${prefix}getUser().${name}`, kind: 'identify', data: [0, 1] })),
]

const klaviyo = (path: string): CallShape[] => [
  { path: `${path}.push`, kind: 'event', shape: 'array', command: ['track', 'trackViewedItem'], event: at(1), data: [1, 2], identityKeys: klaviyoPerson },
  { path: `${path}.push`, kind: 'identify', shape: 'array', command: ['identify'], data: [1], identityKeys: klaviyoPerson },
  { path: `${path}.push`, kind: 'init', shape: 'array', command: ['account'], account: at(1), data: [] },
]

const klaviyoServer: PackageMember[] = [
  { path: 'EventsApi#createEvent', kind: 'event', data: [0] },
  { path: 'EventsApi#bulkCreateEvents', kind: 'event', data: [0] },
  { path: 'ProfilesApi#createProfile', kind: 'identify', data: [0] },
  { path: 'ProfilesApi#createOrUpdateProfile', kind: 'identify', data: [0] },
]

const cioCalls = (prefix: string): CallShape[] => [
  { path: `${prefix}page`, kind: 'page', event: at(0), data: [0, 1] },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}identify`, kind: 'identify', data: [0, 1], identityKeys: cioPerson },
]

export const marketingAutomation: readonly Tracker[] = [
  {
    id: 'hubspot',
    name: 'HubSpot tracking code and forms',
    vendor: 'HubSpot',
    category: 'marketing-automation',
    docs: 'https://developers.hubspot.com/docs/api/events/tracking-code',
    loaders: [
      { host: 'js.hs-scripts.com', path: '/', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js-*.hs-scripts.com', path: '/', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js.hs-analytics.net', path: '/analytics/', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: 'js-*.hs-analytics.net', path: '/analytics/', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: '*.hs-banner.com', path: '/', account: { pattern: '/(\\d{4,10})\\.js' } },
      { host: '*.hscollectedforms.net' },
      { host: '*.hsforms.net', path: '/', account: { pattern: '/embed/(\\d{4,10})\\.js' } },
      { host: '*.hsadspixel.net' },
      { host: '*.usemessages.com' },
    ],
    beacons: [
      { host: 'track.hubspot.com', path: '/', account: { parameter: 'a' } },
      { host: 'track-*.hubspot.com', path: '/', account: { parameter: 'a' } },
      { host: 'forms.hubspot.com', path: '/uploads/form/', account: { pattern: '/form/v2/(\\d+)/' } },
    ],
    serverEndpoints: [
      { host: 'api.hsforms.com', path: '/submissions/', account: { pattern: '/submit/(\\d+)/' } },
      { host: 'forms.hsforms.com', path: '/submissions/', account: { pattern: '/multipart/(\\d+)/' } },
      { host: 'api.hubapi.com' },
    ],
    accounts: ['\\d{4,9}'],
    calls: [
      { path: '_hsq.push', kind: 'page', shape: 'array', command: ['trackPageView'], data: [1] },
      { path: '_hsq.push', kind: 'event', shape: 'array', command: ['trackEvent', 'trackCustomBehavioralEvent'], event: at(1, 'name'), data: [1] },
      { path: '_hsq.push', kind: 'event', shape: 'array', command: ['trackEvent'], where: { argument: 1, key: ['id'], pattern: '' }, event: at(1, 'id'), data: [1] },
      { path: '_hsq.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1], identityKeys: hubspotContact },
      { path: '_hsq.push', kind: 'settings', shape: 'array', command: ['setPath', 'setContentType'], data: [1] },
      { path: '_hsq.push', kind: 'consent', shape: 'array', command: ['doNotTrack', 'revokeCookieConsent', 'addPrivacyConsentListener', 'addEnabledFeaturesListener'], data: [] },
      { path: '_hsp.push', kind: 'consent', shape: 'array', data: [] },
      { path: 'hbspt.forms.create', kind: 'init', account: at(0, 'portalId'), data: [0] },
      { path: 'HubSpotConversations.widget.load', kind: 'init', data: [] },
    ],
    packages: [
      { package: 'react-hubspot-form', members: [{ path: 'default', kind: 'component', account: 'portalId' }] },
      {
        package: '@aaronhayes/react-use-hubspot-form',
        members: [
          { path: 'useHubspotForm', kind: 'init', account: at(0, 'portalId'), data: [] },
          { path: 'HubspotProvider', kind: 'component' },
        ],
      },
      {
        package: '@hubspot/api-client', server: true,
        members: [
          { path: 'Client#crm.contacts.basicApi.create', kind: 'identify', data: [0] },
          { path: 'Client#crm.contacts.basicApi.update', kind: 'identify', data: [1] },
          { path: 'Client#events.send.basicApi.send', kind: 'event', event: at(0, 'eventName'), data: [0] },
          { path: 'Client#events.send.behavioralEventsTrackingApi.send', kind: 'event', event: at(0, 'eventName'), data: [0] },
        ],
      },
      { package: 'gatsby-plugin-hubspot', configuration: { account: ['trackingCode'] }, members: [] },
      { package: '@analytics/hubspot', members: [{ path: 'default', kind: 'init', account: at(0, 'portalId'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'page views with IP address, and, where "collected forms" is on, what is submitted in forms that are not HubSpot\'s',
      switchOff: 'Turn collected forms off in the portal; _hsq.push([\'doNotTrack\'])',
    },
  },
  {
    id: 'salesforce-pardot',
    name: 'Salesforce Account Engagement (Pardot)',
    vendor: 'Salesforce',
    category: 'marketing-automation',
    docs: 'https://help.salesforce.com/s/articleView?id=sf.pardot_tracking_code.htm',
    loaders: [
      { host: 'pi.pardot.com', path: '/pd.js' },
      { host: 'cdn.pardot.com', path: '/pd.js' },
      { host: '*', path: '/pd.js' },
    ],
    beacons: [
      { host: 'pi.pardot.com', path: '/analytics', account: { parameter: 'account_id' } },
      { host: 'go.pardot.com', path: '/l/', account: { pattern: '/l/(\\d+)/' } },
    ],
    accounts: ['\\d{4,9}'],
    accountNames: ['piAId'],
    idioms: [
      { strings: ['/pd.js'], globals: ['piAId'] },
    ],
    calls: [
      { path: 'piTracker', kind: 'page', data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and title with every load',
      switchOff: 'The opt-in setting of the account',
    },
  },
  {
    id: 'marketo',
    name: 'Adobe Marketo Engage (Munchkin)',
    vendor: 'Adobe',
    category: 'marketing-automation',
    docs: 'https://experienceleague.adobe.com/docs/marketo-developer/marketo/javascriptapi/leadtracking.html',
    loaders: [
      { host: 'munchkin.marketo.net' },
      { host: '*', path: '/js/forms2/js/forms2.min.js' },
    ],
    beacons: [
      { host: '*.mktoresp.com', path: '/webevents/', account: { pattern: '//([0-9]{3}-[a-z]{3}-[0-9]{3})\\.' } },
      { host: '*', path: '/index.php/leadCapture/save*' },
    ],
    serverEndpoints: [
      { host: '*.mktorest.com', path: '/rest/', account: { pattern: '//([0-9]{3}-[A-Za-z]{3}-[0-9]{3})\\.' } },
    ],
    accounts: ['[0-9]{3}-[A-Z]{3}-[0-9]{3}'],
    calls: [
      { path: 'Munchkin.init', kind: 'init', account: at(0), data: [] },
      { path: 'Munchkin.munchkinFunction', kind: 'page', command: ['visitWebPage'], data: [1] },
      { path: 'Munchkin.munchkinFunction', kind: 'event', command: ['clickLink'], event: at(0), data: [1] },
      { path: 'Munchkin.munchkinFunction', kind: 'identify', command: ['associateLead'], data: [1, 2], identityKeys: ['Email', 'FirstName', 'LastName', 'Phone'] },
      { path: 'mktoMunchkin', kind: 'init', account: at(0), data: [] },
      { path: 'MktoForms2.loadForm', kind: 'init', account: at(1), data: [] },
      { path: 'Munchkin.createTrackingCookie', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'page views with address and query, and the targets of clicked links',
      switchOff: 'cookieAnon: false in Munchkin.init leaves unknown visitors out',
    },
  },
  {
    id: 'oracle-eloqua',
    name: 'Oracle Eloqua',
    vendor: 'Oracle',
    category: 'marketing-automation',
    docs: 'https://docs.oracle.com/en/cloud/saas/marketing/eloqua-develop/',
    loaders: [
      { host: 'img.en25.com', path: '/i/' },
      { host: 'img*.en25.com', path: '/i/' },
    ],
    beacons: [
      { host: '*.eloqua.com', path: '/visitor/', account: { parameter: 'siteid' } },
      { host: '*', path: '/visitor/v200/svrGP', account: { parameter: 'siteid' } },
      { host: '*.eloqua.com', path: '/e/f2', account: { parameter: 'elqSiteID' } },
    ],
    accounts: ['\\d{4,12}'],
    calls: [
      { path: '_elqQ.push', kind: 'init', shape: 'array', command: ['elqSetSiteId'], account: at(1), data: [] },
      { path: '_elqQ.push', kind: 'page', shape: 'array', command: ['elqTrackPageView', 'elqTrackPageViewOnLoad', 'elqTrackPageViewDisplayOptInBannerByCountry'], data: [1] },
      { path: '_elqQ.push', kind: 'identify', shape: 'array', command: ['elqDataLookup'], data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer',
      switchOff: 'Strict-mode opt-in of the account',
    },
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp connected site and forms',
    vendor: 'Intuit Mailchimp',
    category: 'marketing-automation',
    docs: 'https://mailchimp.com/developer/',
    loaders: [
      { host: 'chimpstatic.com', path: '/mcjs-connected/js/users/', account: { pattern: '/users/([0-9a-f]{25})' } },
      { host: 'downloads.mailchimp.com', path: '/js/signup-forms/' },
    ],
    beacons: [
      { host: '*.list-manage.com', path: '/track/', account: { parameter: 'u' } },
    ],
    serverEndpoints: [
      { host: '*.list-manage.com', path: '/subscribe/post', account: { parameter: 'u' } },
      { host: '*.list-manage.com', path: '/subscribe/post-json', account: { parameter: 'u' } },
      { host: '*.api.mailchimp.com', path: '/3.0/', account: { pattern: '/lists/(\\w+)' } },
    ],
    accounts: ['[0-9a-f]{25}'],
    calls: [
      { path: '$mcSite.pixel.api.identify', kind: 'identify', data: [0], identityKeys: ['type', 'value'] },
      { path: '$mcSite.pixel.api.track', kind: 'event', event: at(0), data: [0, 1] },
    ],
    packages: [
      {
        package: '@mailchimp/mailchimp_marketing', server: true,
        members: [
          { path: 'default.lists.addListMember', kind: 'identify', data: [1] },
          { path: 'default.lists.setListMember', kind: 'identify', data: [2] },
          { path: 'default.lists.createListMemberEvent', kind: 'event', event: at(2, 'name'), data: [2] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views, and what is entered into its sign-up forms',
      switchOff: 'Remove the connected site\'s script',
    },
  },
  {
    id: 'klaviyo',
    name: 'Klaviyo onsite',
    vendor: 'Klaviyo',
    category: 'marketing-automation',
    docs: 'https://developers.klaviyo.com/en/docs/javascript_api',
    loaders: [
      { host: 'static.klaviyo.com', path: '/onsite/js/', account: { parameter: 'company_id' } },
      { host: 'static.klaviyo.com', path: '/onsite/js/*/klaviyo.js', account: { pattern: '/js/(\\w{6,7})/' } },
      { host: 'static-tracking.klaviyo.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'a.klaviyo.com', path: '/api/' },
      { host: 'a.klaviyo.com', path: '/client/', account: { parameter: 'company_id' } },
    ],
    accounts: ['[A-Za-z0-9]{6,7}'],
    calls: [
      ...klaviyo('klaviyo'),
      ...klaviyo('_learnq'),
      { path: 'klaviyo.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'klaviyo.identify', kind: 'identify', data: [0], identityKeys: klaviyoPerson },
    ],
    packages: [
      { package: 'klaviyo-api', server: true, members: klaviyoServer },
      {
        package: 'node-klaviyo', server: true,
        members: [
          { path: 'default#', kind: 'init', account: at(0, 'publicToken'), data: [] },
          { path: 'default#public.track', kind: 'event', event: at(0, 'event'), data: [0], identityKeys: klaviyoPerson },
          { path: 'default#public.identify', kind: 'identify', data: [0], identityKeys: klaviyoPerson },
        ],
      },
    ],
    automaticCapture: {
      collects: 'visits and viewed pages of known visitors, and what is entered into its forms',
      switchOff: 'Turn onsite tracking off in the account',
    },
  },
  {
    id: 'activecampaign',
    name: 'ActiveCampaign site tracking',
    vendor: 'ActiveCampaign',
    category: 'marketing-automation',
    docs: 'https://help.activecampaign.com/hc/en-us/articles/221542267',
    loaders: [
      { host: 'diffuser-cdn.app-us1.com', path: '/diffuser/' },
      { host: '*.activehosted.com', path: '/f/embed.php', account: { pattern: '//([\\w-]+)\\.activehosted' } },
    ],
    beacons: [
      { host: 'prism.app-us1.com', path: '/', account: { parameter: 'a' } },
      { host: 'trackcmp.net', path: '/visit', account: { parameter: 'actid' } },
    ],
    serverEndpoints: [
      { host: 'trackcmp.net', path: '/event' },
      { host: '*.api-us1.com', path: '/api/3/', account: { pattern: '//([\\w-]+)\\.api-us1' } },
    ],
    accounts: ['\\d{5,12}'],
    calls: [
      { path: 'vgo', kind: 'init', command: ['setAccount'], account: at(1), data: [] },
      { path: 'vgo', kind: 'identify', command: ['setEmail'], data: [1] },
      { path: 'vgo', kind: 'page', command: ['update', 'process'], data: [] },
      { path: 'vgo', kind: 'consent', command: ['setTrackByDefault'], data: [] },
    ],
    commonNames: ['vgo'],
    automaticCapture: {
      collects: 'the page\'s address',
      switchOff: 'vgo(\'setTrackByDefault\', false)',
    },
  },
  {
    id: 'braze',
    name: 'Braze Web SDK',
    vendor: 'Braze',
    category: 'marketing-automation',
    docs: 'https://js.appboycdn.com/web-sdk/latest/doc/',
    loaders: [
      { host: 'js.appboycdn.com', path: '/web-sdk/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'rest.*.braze.com', path: '/users/' },
      { host: 'rest.*.braze.eu', path: '/users/' },
      { host: 'rest.*.braze.com', path: '/campaigns/trigger/send' },
      { host: 'rest.*.braze.com', path: '/messages/send' },
    ],
    accounts: [uuid],
    calls: [...braze('braze.'), ...braze('appboy.')],
    packages: [
      { package: '@braze/web-sdk', members: braze('') },
      { package: '@braze/web-sdk-no-amd', members: braze('') },
      { package: 'braze-api', server: true, members: [{ path: 'Braze#users.track', kind: 'event', data: [0] }] },
    ],
    automaticCapture: {
      collects: 'sessions and events of its messages',
      switchOff: 'braze.disableSDK()',
    },
  },
  {
    id: 'customer-io',
    name: 'Customer.io',
    vendor: 'Customer.io',
    category: 'marketing-automation',
    docs: 'https://docs.customer.io/integrations/data-in/connections/javascript/',
    loaders: [
      { host: 'assets.customer.io', path: '/assets/' },
      { host: 'cdp.customer.io', path: '/v1/analytics-js/snippet/', account: { pattern: '/snippet/(\\w+)/' } },
      { host: 'code.gist.build' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'track.customer.io', path: '/api/' },
      { host: 'track-eu.customer.io', path: '/api/' },
      { host: 'api.customer.io', path: '/v1/' },
      { host: 'cdp.customer.io', path: '/v1/' },
    ],
    accounts: ['[0-9a-f]{20}'],
    calls: [...cioCalls('_cio.'), { path: 'cioanalytics.load', kind: 'init', account: at(0), data: [] }, ...cioCalls('cioanalytics.')],
    packages: [
      {
        package: '@customerio/cdp-analytics-browser',
        members: [
          { path: 'AnalyticsBrowser.load', kind: 'init', account: at(0, 'writeKey'), data: [] },
          ...cioCalls('AnalyticsBrowser.load().'),
        ],
      },
      {
        package: 'customerio-node', server: true,
        members: [
          { path: 'TrackClient#', kind: 'init', account: at(0), data: [] },
          { path: 'TrackClient#identify', kind: 'identify', data: [0, 1], identityKeys: cioPerson },
          { path: 'TrackClient#track', kind: 'event', event: at(1, 'name'), data: [0, 1] },
          { path: 'TrackClient#trackAnonymous', kind: 'event', event: at(1, 'name'), data: [0, 1] },
          { path: 'APIClient#sendEmail', kind: 'identify', data: [0] },
        ],
      },
      { package: 'customerio-gist-web', members: [{ path: 'default.setup', kind: 'init', account: at(0, 'siteId'), data: [] }] },
      { package: '@analytics/customerio', members: [{ path: 'default', kind: 'init', account: at(0, 'siteId'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'page views, and fields of forms where a form is connected',
      switchOff: 'data-auto-track-page="false"',
    },
  },
  {
    id: 'iterable',
    name: 'Iterable',
    vendor: 'Iterable',
    category: 'marketing-automation',
    docs: 'https://support.iterable.com/hc/en-us/articles/10359708795796',
    loaders: [
      { host: 'js.iterable.com', path: '/analytics.js' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.iterable.com', path: '/api/' },
      { host: 'api.eu.iterable.com', path: '/api/' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: '_iaq.push', kind: 'init', shape: 'array', command: ['account'], account: at(1), data: [] },
      { path: '_iaq.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1, 2], identityKeys: ['email'] },
      { path: '_iaq.push', kind: 'event', shape: 'array', command: ['track'], event: at(1), data: [1, 2] },
    ],
    packages: [
      {
        package: '@iterable/web-sdk',
        members: [
          { path: 'initialize', kind: 'init', account: at(0), data: [] },
          { path: 'initializeWithConfig', kind: 'init', account: at(0, 'authToken'), data: [] },
          { path: 'track', kind: 'event', event: at(0, 'eventName'), data: [0] },
          { path: 'updateUser', kind: 'identify', data: [0] },
          { path: 'updateUserEmail', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views of known visitors',
      switchOff: 'Remove the script',
    },
  },
  {
    id: 'calendly',
    name: 'Calendly embed (booking widget)',
    vendor: 'Calendly',
    category: 'marketing-automation',
    docs: 'https://help.calendly.com/hc/en-us/articles/223147027',
    service: true,
    loaders: [
      { host: 'assets.calendly.com', path: '/assets/external/' },
    ],
    beacons: [
      // A plain address is a link; these parameters make it an embed.
      { host: 'calendly.com', path: '/', only: '[?&]embed_(?:domain|type)=', account: { pattern: 'calendly\\.com/([\\w-]+)' } },
    ],
    serverEndpoints: [
      { host: 'api.calendly.com', path: '/scheduled_events' },
    ],
    accounts: [],
    calls: [
      { path: 'Calendly.initInlineWidget', kind: 'init', account: at(0, 'url'), data: [0], identityKeys: ['prefill', 'customAnswers'] },
      { path: 'Calendly.initPopupWidget', kind: 'init', account: at(0, 'url'), data: [0], identityKeys: ['prefill', 'customAnswers'] },
      { path: 'Calendly.initBadgeWidget', kind: 'init', account: at(0, 'url'), data: [0], identityKeys: ['prefill', 'customAnswers'] },
      { path: 'useScriptCalendly', kind: 'init', data: [] },
    ],
    packages: [
      {
        package: 'react-calendly',
        members: ['InlineWidget', 'PopupButton', 'PopupWidget', 'PopupModal'].map((path): PackageMember =>
          ({ path, kind: 'component', account: 'url', data: ['prefill', 'utm'] })),
      },
    ],
    automaticCapture: {
      collects: 'what is booked, by whom, and the answers to its questions',
      switchOff: 'Link to the booking page instead of embedding it',
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
      { host: '*.jotform.com', path: '/jsform/', account: { pattern: '/jsform/(\\d+)' } },
      { host: 'cdn.jotfor.ms' },
      { host: 'embed.typeform.com', path: '/next/embed.js' },
      { host: 'embed.typeform.com', path: '/embed.js' },
      { host: '*.formstack.com', path: '/forms/js.php/', account: { pattern: '/js\\.php/([\\w-]+)' } },
    ],
    beacons: [
      { host: '*.typeform.com', path: '/to/', only: 'typeform-embed', account: { pattern: '/to/(\\w+)' } },
      { host: '*.formstack.com', path: '/forms/index.php' },
    ],
    serverEndpoints: [
      { host: 'submit.jotform.com', path: '/submit/', account: { pattern: '/submit/(\\d+)' } },
      { host: 'hipaa-submit.jotform.com', path: '/submit/', account: { pattern: '/submit/(\\d+)' } },
      { host: 'api.jotform.com', path: '/form/', account: { pattern: '/form/(\\d+)' } },
    ],
    accounts: ['\\d{12,16}', '[A-Za-z0-9]{8}'],
    calls: [
      { path: 'tf.createWidget', kind: 'init', account: at(0), data: [1], identityKeys: ['hidden', 'tracking'] },
      { path: 'tf.createPopup', kind: 'init', account: at(0), data: [1], identityKeys: ['hidden', 'tracking'] },
      { path: 'jotformEmbedHandler', kind: 'init', account: at(1), data: [] },
    ],
    commonNames: ['tf'],
    packages: [
      {
        package: '@typeform/embed-react',
        members: ['Widget', 'PopupButton', 'SliderButton', 'Popover', 'Sidetab'].map((path): PackageMember =>
          ({ path, kind: 'component', account: 'id', data: ['hidden', 'tracking'] })),
      },
      { package: '@typeform/embed', members: ['createWidget', 'createPopup', 'createSlider', 'createPopover', 'createSidetab'].map((path): PackageMember =>
        ({ path, kind: 'init', account: at(0), data: [1], identityKeys: ['hidden', 'tracking'] })) },
    ],
    automaticCapture: {
      collects: 'all answers, at the form\'s host',
      switchOff: 'Use a form of your own',
    },
  },
  {
    id: 'attentive',
    name: 'Attentive',
    vendor: 'Attentive Mobile',
    category: 'marketing-automation',
    docs: 'https://docs.attentivemobile.com/',
    loaders: [
      { host: 'cdn.attn.tv', path: '/', account: { pattern: 'attn\\.tv/([^/]+)/' } },
    ],
    beacons: [
      { host: 'events.attentivemobile.com', path: '/e' },
    ],
    serverEndpoints: [
      { host: 'api.attentivemobile.com', path: '/v1/' },
    ],
    accounts: [],
    calls: [
      { path: 'attentive.analytics.pageView', kind: 'page', data: [0] },
      { path: 'attentive.analytics.productView', kind: 'event', event: at(0, 'name'), data: [0] },
      { path: 'attentive.analytics.addToCart', kind: 'event', data: [0] },
      { path: 'attentive.analytics.purchase', kind: 'event', data: [0], identityKeys: ['user', 'email', 'phone'] },
      { path: 'attentive.analytics.identify', kind: 'identify', data: [0], identityKeys: ['email', 'phone'] },
      { path: '__attentive.trackLead', kind: 'identify', data: [0], identityKeys: ['email', 'phone'] },
    ],
    commonNames: ['attentive'],
    automaticCapture: {
      collects: 'page views, and telephone numbers and e-mail addresses entered into its sign-up form',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'drip',
    name: 'Drip',
    vendor: 'Drip',
    category: 'marketing-automation',
    docs: 'https://developer.drip.com/',
    loaders: [
      { host: 'tag.getdrip.com', path: '/', account: { pattern: '/(\\d+)\\.js' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.getdrip.com', path: '/v2/', account: { pattern: '/v2/(\\d+)/' } },
      { host: 'api.getdrip.com', path: '/client/' },
    ],
    accounts: ['\\d{6,8}'],
    calls: [
      { path: '_dcq.push', kind: 'identify', shape: 'array', command: ['identify', 'subscribe'], data: [1], identityKeys: ['email', 'first_name', 'last_name', 'phone'] },
      { path: '_dcq.push', kind: 'event', shape: 'array', command: ['track'], event: at(1), data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and what is entered into its forms',
      switchOff: 'Remove the script',
    },
  },
  {
    id: 'brevo',
    name: 'Brevo (Sendinblue) tracker',
    vendor: 'Brevo',
    category: 'marketing-automation',
    docs: 'https://developers.brevo.com/docs/getting-started-with-brevo-tracker',
    loaders: [
      { host: 'sibautomation.com', path: '/sa.js', account: { parameter: 'key' } },
      { host: 'cdn.brevo.com', path: '/js/sdk-loader.js' },
      { host: 'conversations-widget.brevo.com' },
      { host: 'conversations-widget.sendinblue.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'in-automate.sendinblue.com', path: '/api/v2/' },
      { host: 'in-automate.brevo.com', path: '/api/v2/' },
      // Not `/v3/smtp/`: a message to somebody is sent by it and nothing is kept. https://developers.brevo.com/reference
      { host: 'api.brevo.com', path: '/v3/contacts' },
      { host: 'api.brevo.com', path: '/v3/events' },
      { host: 'api.brevo.com', path: '/v3/orders' },
      { host: 'api.brevo.com', path: '/v3/crm/' },
      { host: 'api.sendinblue.com', path: '/v3/contacts' },
      { host: 'api.sendinblue.com', path: '/v3/events' },
      { host: 'api.sendinblue.com', path: '/v3/orders' },
      { host: 'api.sendinblue.com', path: '/v3/crm/' },
    ],
    accounts: ['[a-z0-9]{20,30}'],
    calls: [
      { path: 'sendinblue.page', kind: 'page', event: at(0), data: [0, 1] },
      { path: 'sendinblue.track', kind: 'event', event: at(0), data: [0, 1, 2] },
      { path: 'sendinblue.trackLink', kind: 'event', event: at(1), data: [1, 2] },
      { path: 'sendinblue.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
      { path: 'Brevo.push', kind: 'init', shape: 'array', command: ['init'], account: at(1, 'client_key'), data: [1] },
      { path: 'Brevo.push', kind: 'page', shape: 'array', command: ['page'], event: at(1), data: [1, 2] },
      { path: 'Brevo.push', kind: 'event', shape: 'array', command: ['track'], event: at(1), data: [1, 2, 3] },
      { path: 'Brevo.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1], identityKeys: ['identifiers', 'attributes', 'email_id'] },
    ],
    automaticCapture: {
      collects: 'page views with address, title and referrer',
      switchOff: 'Remove the script',
    },
  },
  {
    id: 'listrak',
    name: 'Listrak',
    vendor: 'Listrak',
    category: 'marketing-automation',
    docs: 'https://help.listrak.com/en/articles/11155848-updating-your-integration-to-reflect-user-cookie-preferences',
    loaders: [
      { host: 'cdn.listrakbi.com', path: '/scripts/script.js', account: { parameter: 'm' } },
    ],
    beacons: [
      { host: 'fp.listrakbi.com', path: '/fp/', account: { pattern: '/fp/(\\w+)\\.jpg' } },
    ],
    accounts: ['[A-Za-z0-9]{12}'],
    calls: [
      // https://github.com/segment-integrations/analytics.js-integration-listrak
      { path: '_ltk.SCA.SetCustomer', kind: 'identify', data: [0, 1, 2] },
      { path: '_ltk.SCA.Update', kind: 'identify', data: [0, 1] },
      // The id of a field, whose value it takes as it is typed.
      { path: '_ltk.SCA.CaptureEmail', kind: 'identify', data: [0] },
      { path: '_ltk.SCA.AddItem', kind: 'event', data: [0, 1, 2, 3, 4, 5] },
      { path: '_ltk.SCA.AddItemWithLinks', kind: 'event', data: [0, 1, 2, 3, 4, 5] },
      { path: '_ltk.SCA.Submit', kind: 'event', data: [] },
      { path: '_ltk.SCA.ClearCart', kind: 'event', data: [] },
      { path: '_ltk.Order.SetCustomer', kind: 'identify', data: [0, 1, 2] },
      { path: '_ltk.Order.AddItem', kind: 'event', data: [0, 1, 2] },
      { path: '_ltk.Order.Submit', kind: 'event', data: [] },
      { path: '_ltk.Activity.AddPageBrowse', kind: 'page', data: [0] },
      { path: '_ltk.Activity.AddProductBrowse', kind: 'event', data: [0] },
      { path: '_ltk.Activity.Submit', kind: 'event', data: [] },
      { path: '_ltk.Subscriber.Profile.Add', kind: 'settings', data: [0, 1] },
      { path: '_ltk.Subscriber.Submit', kind: 'identify', data: [] },
      { path: '_ltk.Click.Submit', kind: 'event', data: [] },
    ],
    payloadGlobals: [
      { name: '_ltk.Subscriber', kind: 'identify' },
      { name: '_ltk.Order', kind: 'event' },
    ],
    automaticCapture: {
      collects: 'e-mail addresses as they are typed into the fields that CaptureEmail names, and the pages that are looked at',
      switchOff: 'Remove the calls of CaptureEmail, or the script',
    },
  },
  {
    id: 'marketo-measure',
    name: 'Marketo Measure (Bizible)',
    vendor: 'Adobe',
    category: 'marketing-automation',
    docs: 'https://experienceleague.adobe.com/en/docs/marketo-measure/using/configuration-and-setup/getting-started-with-marketo-measure/adding-marketo-measure-script',
    loaders: [
      { host: 'cdn.bizible.com', path: '/scripts/bizible.js' },
      { host: 'cdn.bizibly.com', path: '/scripts/bizible.js' },
    ],
    beacons: [
      { host: 'cdn.bizible.com', path: '/ipv' },
    ],
    accounts: [],
    calls: [
      { path: 'Bizible.Push', kind: 'consent', command: ['Consent'], data: [] },
      { path: 'Bizible.Push', kind: 'identify', command: ['User', 'Form'], data: [1], identityKeys: ['eMail'] },
      { path: 'Bizible.Push', kind: 'event', event: at(0), data: [1] },
    ],
    automaticCapture: {
      collects: 'page views with address and referrer, and the e-mail address of every form that is sent',
      switchOff: 'Remove the script',
    },
  },
]
