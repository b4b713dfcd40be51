/** Experiments, personalisation and feature flags. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const ldContext = ['key', 'email', 'name', 'firstName', 'lastName', 'custom']

/** A LaunchDarkly client, however it was made. */
const ldClient = (prefix: string): CallShape[] => [
  { path: `${prefix}identify`, kind: 'identify', data: [0], identityKeys: ldContext },
  { path: `${prefix}track`, kind: 'event', event: at(0), data: [0, 1, 2] },
]

const statsigUser = ['userID', 'email', 'ip', 'custom', 'privateAttributes']

export const abTesting: readonly Tracker[] = [
  {
    id: 'optimizely',
    name: 'Optimizely Web',
    vendor: 'Optimizely',
    category: 'ab-testing',
    docs: 'https://docs.developers.optimizely.com/web-experimentation/docs/introduction',
    loaders: [
      { host: 'cdn.optimizely.com', path: '/', account: { pattern: '/(?:js|s)/(\\d+)\\.js' } },
      { host: 'cdn-pci.optimizely.com', path: '/', account: { pattern: '/js/(\\d+)\\.js' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'logx.optimizely.com', path: '/v1/events' },
    ],
    accounts: ['\\d{6,20}'],
    calls: [
      { path: 'optimizely.push', kind: 'event', where: { argument: 0, key: ['type'], pattern: '^event$' }, event: at(0, 'eventName'), data: [0] },
      { path: 'optimizely.push', kind: 'page', where: { argument: 0, key: ['type'], pattern: '^page$' }, event: at(0, 'pageName'), data: [0] },
      { path: 'optimizely.push', kind: 'identify', where: { argument: 0, key: ['type'], pattern: '^user$' }, data: [0] },
      { path: 'optimizely.push', kind: 'settings', where: { argument: 0, key: ['type'], pattern: '^tags$' }, data: [0] },
      { path: 'optimizely.push', kind: 'event', shape: 'array', command: ['trackEvent'], event: at(1), data: [1, 2] },
      { path: 'optimizely.push', kind: 'consent', where: { argument: 0, key: ['type'], pattern: '^(optOut|holdEvents|sendEvents|disable)$' }, data: [] },
    ],
    packages: [
      {
        package: '@optimizely/optimizely-sdk',
        members: [
          { path: 'createInstance', kind: 'init', account: at(0, 'sdkKey'), data: [] },
          { path: 'createInstance().track', kind: 'event', event: at(0), data: [0, 1, 2, 3] },
          { path: 'createInstance().createUserContext', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@optimizely/react-sdk',
        members: [
          { path: 'createInstance', kind: 'init', account: at(0, 'sdkKey'), data: [] },
          { path: 'OptimizelyProvider', kind: 'component', data: ['user'] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address and clicks on the goals of experiments',
      switchOff: 'optimizely.push({ type: \'holdEvents\' }) or \'optOut\'',
    },
  },
  {
    id: 'vwo',
    name: 'VWO',
    vendor: 'Wingify',
    category: 'ab-testing',
    docs: 'https://developers.vwo.com/',
    loaders: [
      { host: 'dev.visualwebsiteoptimizer.com', path: '/j.php', account: { parameter: 'a' } },
      { host: 'dev.visualwebsiteoptimizer.com', path: '/lib/', account: { pattern: '/lib/(\\d+)\\.js' } },
      { host: 'dev.visualwebsiteoptimizer.com', path: '/deploy/' },
    ],
    beacons: [
      { host: 'dev.visualwebsiteoptimizer.com', path: '/*.gif', account: { parameter: 'account_id' } },
    ],
    serverEndpoints: [
      { host: 'dev.visualwebsiteoptimizer.com', path: '/events/t', account: { parameter: 'a' } },
      { host: 'dev.visualwebsiteoptimizer.com', path: '/server-side/', account: { parameter: 'account_id' } },
    ],
    accounts: ['\\d{4,8}'],
    calls: [
      { path: 'VWO.push', kind: 'event', shape: 'array', command: ['track.*'], event: at(1), data: [1, 2] },
      { path: 'VWO.push', kind: 'settings', shape: 'array', command: ['tag', 'visitor', 'nls.*'], data: [1, 2] },
      { path: 'VWO.event', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'VWO.visitor', kind: 'identify', data: [0] },
      { path: '_vis_opt_goal_conversion', kind: 'event', event: at(0), data: [0] },
      { path: '_vis_opt_revenue_conversion', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: 'vwo-fme-node-sdk', server: true,
        members: [
          { path: 'init', kind: 'init', account: at(0, 'accountId'), data: [] },
          { path: 'init().trackEvent', kind: 'event', event: at(0), data: [0, 1, 2] },
          { path: 'init().setAttribute', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'heat maps, recordings and how forms are filled in, with VWO Insights',
      switchOff: 'class nls_protected; the setting to anonymise keystrokes',
    },
  },
  {
    id: 'ab-tasty',
    name: 'AB Tasty',
    vendor: 'AB Tasty',
    category: 'ab-testing',
    docs: 'https://docs.abtasty.com/',
    loaders: [
      { host: 'try.abtasty.com', path: '/', account: { pattern: 'com/([0-9a-f]{32})' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'ariane.abtasty.com' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'abtasty.send', kind: 'event', event: at(0), data: [0, 1] },
      { path: '_abtasty.push', kind: 'event', shape: 'array', event: at(1), data: [0, 1, 2, 3] },
      { path: 'ABTastyClickTracking', kind: 'event', event: at(0), data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page views and clicks',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'convert',
    name: 'Convert Experiences',
    vendor: 'Convert',
    category: 'ab-testing',
    docs: 'https://support.convert.com/hc/en-us',
    loaders: [
      { host: 'cdn-*.convertexperiments.com', path: '/', account: { pattern: '/js/(\\d+-\\d+)\\.js' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: '*.metrics.convertexperiments.com' },
    ],
    accounts: ['\\d{8}-\\d{8}'],
    calls: [
      { path: '_conv_q.push', kind: 'event', shape: 'array', command: ['triggerConversion', 'pushRevenue', 'sendRevenue'], event: at(0), data: [1, 2, 3] },
      { path: '_conv_q.push', kind: 'event', where: { argument: 0, key: ['what'], pattern: '' }, event: at(0, 'what'), data: [0] },
    ],
    automaticCapture: {
      collects: 'page views, and clicks on the goals of experiments',
      switchOff: 'Remove the tag',
    },
  },
  {
    id: 'google-optimize',
    name: 'Google Optimize (retired)',
    vendor: 'Google',
    category: 'ab-testing',
    docs: 'https://support.google.com/optimize/answer/7100284',
    loaders: [
      { host: 'www.googleoptimize.com', path: '/optimize.js', account: { parameter: 'id' } },
    ],
    beacons: [],
    accounts: ['OPT-[A-Z0-9]{5,9}'],
    calls: [
      { path: 'ga', kind: 'settings', command: ['require'], where: { argument: 1, pattern: '^(?:OPT|GTM)-' }, account: at(1), data: [] },
    ],
    automaticCapture: {
      collects: 'nothing any more',
      switchOff: 'The service has ended: remove it',
    },
  },
  {
    id: 'adobe-target',
    name: 'Adobe Target',
    vendor: 'Adobe',
    category: 'ab-testing',
    docs: 'https://developer.adobe.com/target/implement/client-side/atjs/atjs-functions/atjs-functions/',
    loaders: [
      { host: '*', path: '*/at.js' },
      { host: '*', path: '*/mbox.js' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: '*.tt.omtrdc.net', path: '/rest/', account: { parameter: 'client' } },
    ],
    accounts: [],
    calls: [
      { path: 'adobe.target.trackEvent', kind: 'event', event: at(0, 'mbox'), data: [0] },
      { path: 'adobe.target.sendNotifications', kind: 'event', data: [0] },
      { path: 'adobe.target.getOffer', kind: 'page', event: at(0, 'mbox'), data: [0] },
      { path: 'adobe.target.getOffers', kind: 'page', data: [0] },
      { path: 'adobe.target.triggerView', kind: 'page', event: at(0), data: [0, 1] },
      { path: 'mboxCreate', kind: 'page', event: at(0), data: [0, 1, 2, 3, 4] },
      { path: 'mboxUpdate', kind: 'event', event: at(0), data: [0, 1, 2, 3, 4] },
    ],
    packages: [
      {
        package: '@adobe/target-nodejs-sdk', server: true,
        members: [
          { path: 'default.create', kind: 'init', account: at(0, 'config', 'client'), data: [] },
          { path: 'default.create().getOffers', kind: 'page', data: [0] },
          { path: 'default.create().sendNotifications', kind: 'event', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address and referrer with every request for content',
      switchOff: 'pageLoadEnabled: false',
    },
  },
  {
    id: 'kameleoon',
    name: 'Kameleoon',
    vendor: 'Kameleoon',
    category: 'ab-testing',
    docs: 'https://developers.kameleoon.com/',
    loaders: [
      { host: '*.kameleoon.eu', path: '/', account: { pattern: '//(\\w+)\\.kameleoon' } },
      { host: '*.kameleoon.io', path: '/engine.js', account: { pattern: '//(\\w+)\\.kameleoon' } },
      { host: '*.kameleoon.io', path: '/kameleoon.js', account: { pattern: '//(\\w+)\\.kameleoon' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: '*data.kameleoon.io', path: '/visit/' },
    ],
    accounts: [],
    calls: [
      { path: 'kameleoonQueue.push', kind: 'settings', data: [0] },
      { path: 'Kameleoon.API.Goals.processConversion', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'Kameleoon.API.Data.setCustomData', kind: 'settings', data: [0, 1] },
    ],
    packages: [
      {
        package: '@kameleoon/javascript-sdk',
        members: [
          { path: 'KameleoonClient#', kind: 'init', account: at(0, 'siteCode'), data: [] },
          { path: 'KameleoonClient#trackConversion', kind: 'event', data: [0] },
          { path: 'KameleoonClient#addData', kind: 'settings', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views, and clicks on the goals of experiments',
      switchOff: 'Remove the script',
    },
  },
  {
    id: 'dynamic-yield',
    name: 'Dynamic Yield',
    vendor: 'Mastercard',
    category: 'ab-testing',
    docs: 'https://support.dynamicyield.com/hc/en-us',
    loaders: [
      { host: 'cdn.dynamicyield.com', path: '/api/', account: { pattern: '/api/(\\d+)/' } },
      { host: 'cdn-eu.dynamicyield.com', path: '/api/', account: { pattern: '/api/(\\d+)/' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'dy-api.com', path: '/v2/' },
      { host: 'dy-api.eu', path: '/v2/' },
    ],
    accounts: ['\\d{7}'],
    calls: [
      { path: 'DY.API', kind: 'event', command: ['event'], event: at(1, 'name'), data: [1], identityKeys: ['hashedEmail', 'cuid', 'cuidType'] },
      { path: 'DY.API', kind: 'page', command: ['spa'], data: [1] },
      { path: 'DYO.ActiveConsent.updateConsentAcceptedStatus', kind: 'consent', data: [] },
    ],
    commonNames: ['DY'],
    automaticCapture: {
      collects: 'page views with the context the page states',
      switchOff: 'Remove the scripts',
    },
  },
  {
    id: 'launchdarkly',
    name: 'LaunchDarkly',
    vendor: 'LaunchDarkly',
    category: 'ab-testing',
    docs: 'https://docs.launchdarkly.com/sdk/client-side/javascript',
    loaders: [
      { host: 'unpkg.com', path: '/launchdarkly-js-client-sdk' },
      { host: 'unpkg.com', path: '/@launchdarkly/js-client-sdk' },
      { host: 'cdn.jsdelivr.net', path: '/npm/launchdarkly-js-client-sdk' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'events.launchdarkly.com' },
    ],
    accounts: ['[0-9a-f]{24}'],
    calls: [
      { path: 'LDClient.initialize', kind: 'init', account: at(0), data: [1], identityKeys: ldContext },
      ...ldClient('LDClient.initialize().'),
      ...ldClient('ldclient.'),
    ],
    packages: [
      {
        package: 'launchdarkly-js-client-sdk',
        members: [
          { path: 'initialize', kind: 'init', account: at(0), data: [1], identityKeys: ldContext },
          ...ldClient('initialize().'),
        ],
      },
      {
        package: '@launchdarkly/js-client-sdk',
        members: [
          { path: 'createClient', kind: 'init', account: at(0), data: [1], identityKeys: ldContext },
          ...ldClient('createClient().'),
        ],
      },
      {
        package: 'launchdarkly-react-client-sdk',
        members: [
          { path: 'withLDProvider', kind: 'init', account: at(0, 'clientSideID'), data: [0], identityKeys: ldContext },
          { path: 'asyncWithLDProvider', kind: 'init', account: at(0, 'clientSideID'), data: [0], identityKeys: ldContext },
          { path: 'LDProvider', kind: 'component', account: 'clientSideID', data: ['context', 'user'] },
          ...ldClient('useLDClient().'),
        ],
      },
      {
        package: '@launchdarkly/node-server-sdk', server: true,
        members: [
          { path: 'init', kind: 'init', data: [] },
          { path: 'init().identify', kind: 'identify', data: [0], identityKeys: ldContext },
          { path: 'init().track', kind: 'event', event: at(0), data: [0, 1, 2] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the attributes of the context, and page views and clicks that are goals',
      switchOff: 'privateAttributes or allAttributesPrivate; sendEvents: false',
    },
  },
  {
    id: 'statsig-growthbook-split',
    name: 'Feature flag and experiment SDKs (Statsig, GrowthBook, Split)',
    vendor: 'Statsig, GrowthBook, Harness',
    category: 'ab-testing',
    docs: 'https://docs.statsig.com/',
    loaders: [
      { host: 'cdn.jsdelivr.net', path: '/npm/@statsig/' },
      { host: 'cdn.jsdelivr.net', path: '/npm/@growthbook/growthbook' },
      { host: 'cdn.split.io', path: '/sdk/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'events.statsigapi.net' },
      { host: 'statsigapi.net', path: '/v1/' },
      { host: 'events.split.io' },
    ],
    accounts: ['client-[A-Za-z0-9]{30,50}', 'sdk-[A-Za-z0-9]{10,20}'],
    calls: [
      { path: 'statsig.logEvent', kind: 'event', event: at(0), data: [0, 1, 2] },
      { path: 'statsig.updateUser', kind: 'identify', data: [0], identityKeys: statsigUser },
      { path: 'growthbook.setAttributes', kind: 'identify', data: [0] },
    ],
    commonNames: ['growthbook'],
    packages: [
      {
        package: '@statsig/js-client',
        members: [
          { path: 'StatsigClient#', kind: 'init', account: at(0), data: [1], identityKeys: statsigUser },
          { path: 'StatsigClient#logEvent', kind: 'event', event: at(0), data: [0, 1, 2] },
          { path: 'StatsigClient#updateUserAsync', kind: 'identify', data: [0], identityKeys: statsigUser },
          { path: 'StatsigClient#updateUserSync', kind: 'identify', data: [0], identityKeys: statsigUser },
        ],
      },
      {
        package: '@statsig/react-bindings',
        members: [
          { path: 'StatsigProvider', kind: 'component', account: 'sdkKey', data: ['user'] },
          { path: 'useClientAsyncInit', kind: 'init', account: at(0), data: [1], identityKeys: statsigUser },
          { path: 'useStatsigClient().logEvent', kind: 'event', event: at(0), data: [0, 1, 2] },
        ],
      },
      {
        package: 'statsig-js',
        members: [
          { path: 'default.initialize', kind: 'init', account: at(0), data: [1], identityKeys: statsigUser },
          { path: 'default.logEvent', kind: 'event', event: at(0), data: [0, 1, 2] },
          { path: 'default.updateUser', kind: 'identify', data: [0], identityKeys: statsigUser },
        ],
      },
      ...['@growthbook/growthbook', '@growthbook/growthbook-react'].map((name): { package: string; members: PackageMember[] } => ({
        package: name,
        members: [
          { path: 'GrowthBook#', kind: 'init', account: at(0, 'clientKey'), data: [0] },
          { path: 'GrowthBook#setAttributes', kind: 'identify', data: [0] },
          { path: 'GrowthBookProvider', kind: 'component' },
        ],
      })),
      {
        package: '@splitsoftware/splitio',
        members: [
          { path: 'SplitFactory', kind: 'init', account: at(0, 'core', 'authorizationKey'), data: [0] },
          { path: 'SplitFactory().client().track', kind: 'event', event: at(1), data: [0, 1, 2, 3] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the attributes it is given, and page views and clicks where automatic capture is on',
      switchOff: 'Leave the automatic-capture plug-in out; disableLogging',
    },
  },
]
