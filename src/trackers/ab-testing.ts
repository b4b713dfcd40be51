/** Experiments and feature flags. */
import type { Tracker } from './tracker.js'

export const abTesting: readonly Tracker[] = [
  {
    id: 'optimizely',
    name: 'Optimizely Web',
    vendor: 'Optimizely',
    category: 'ab-testing',
    docs: 'https://docs.developers.optimizely.com/',
    loaders: [
      { host: 'cdn.optimizely.com', path: '/js/*.js', account: { pattern: '/js/(\\d+)\\.js' } },
      { host: 'cdn.optimizely.com', path: '/public/*/s/*.js', account: { pattern: '/js/(\\d+)\\.js' } },
    ],
    beacons: [
      { host: 'logx.optimizely.com', path: '/v1/events', account: { pattern: '/js/(\\d+)\\.js' } },
      { host: '*.log.optimizely.com', path: '/event', account: { pattern: '/js/(\\d+)\\.js' } },
    ],
    accounts: ['(?<=optimizely\\.com/js/)[0-9]{6,20}'],
    calls: [
      { path: 'optimizely.push', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: '@optimizely/optimizely-sdk',
        members: [
          { path: 'createInstance', kind: 'init', account: { argument: 0, key: ['sdkKey'] }, data: [0, 1] },
          { path: 'createInstance().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@optimizely/react-sdk',
        members: [
          { path: 'OptimizelyProvider', kind: 'component' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, clicks on goals',
      switchOff: '{type:"optOut"}; sendEvents / holdEvents',
    },
  },
  {
    id: 'vwo',
    name: 'VWO (Wingify)',
    vendor: 'Wingify',
    category: 'ab-testing',
    docs: 'https://developers.vwo.com/',
    loaders: [
      { host: 'dev.visualwebsiteoptimizer.com', path: '/j.php' },
      { host: 'dev.visualwebsiteoptimizer.com', path: '/lib/*' },
    ],
    beacons: [
      { host: 'dev.visualwebsiteoptimizer.com', path: '/*.gif' },
      { host: 'dev.visualwebsiteoptimizer.com', path: '/events/t' },
    ],
    accounts: ['(?<=account_id\\s*=\\s*)[0-9]{4,8}'],
    calls: [
      { path: 'VWO.push', kind: 'event', shape: 'array', data: [0, 1, 2] },
      { path: 'VWO.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'VWO.visitor', kind: 'identify', data: [0] },
      { path: '_vis_opt_queue.push', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: 'vwo-fme-node-sdk', server: true,
        members: [
          { path: 'init().trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'heatmaps, session recordings, form analytics in VWO Insights',
      switchOff: 'nls_protected class / anonymise keystrokes setting',
    },
  },
  {
    id: 'ab-tasty',
    name: 'AB Tasty',
    vendor: 'AB Tasty',
    category: 'ab-testing',
    docs: 'https://docs.abtasty.com/',
    loaders: [
      { host: 'try.abtasty.com', path: '/*.js', account: { pattern: 'com/([0-9a-f]{32})\\.js' } },
    ],
    beacons: [
      { host: 'ariane.abtasty.com', path: '/', account: { pattern: 'com/([0-9a-f]{32})\\.js' } },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: '_abtasty.push', kind: 'event', shape: 'array', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page and click',
      switchOff: 'n/a',
    },
  },
  {
    id: 'convert',
    name: 'Convert Experiences',
    vendor: 'Convert',
    category: 'ab-testing',
    docs: 'https://support.convert.com/',
    loaders: [
      { host: 'cdn-*.convertexperiments.com', path: '/js/*.js' },
      { host: 'cdn-*.convertexperiments.com', path: '/v1/js/*.js' },
    ],
    beacons: [
      { host: '*.metrics.convertexperiments.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: '_conv_q.push', kind: 'event', shape: 'array', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page',
      switchOff: 'n/a',
    },
  },
  {
    id: 'google-optimize',
    name: 'Google Optimize (retired)',
    vendor: 'Google',
    category: 'ab-testing',
    docs: 'https://support.google.com/optimize/answer/7100284',
    loaders: [
      { host: 'www.googleoptimize.com', path: '/optimize.js' },
    ],
    beacons: [],
    accounts: ['(?:OPT|GTM)-[A-Z0-9]{5,9}'],
    calls: [],
  },
  {
    id: 'kameleoon',
    name: 'Kameleoon',
    vendor: 'Kameleoon',
    category: 'ab-testing',
    docs: 'https://developers.kameleoon.com/',
    loaders: [
      { host: '*.kameleoon.eu', path: '/kameleoon.js' },
      { host: '*.kameleoon.io', path: '/engine.js' },
    ],
    beacons: [
      { host: '*-data.kameleoon.io', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'kameleoonQueue.push', kind: 'event', data: [0] },
      { path: 'Kameleoon.API.Goals.processConversion', kind: 'event', data: [0, 1] },
    ],
    packages: [
      {
        package: '@kameleoon/javascript-sdk',
        members: [
          { path: 'KameleoonClient#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'KameleoonClient#trackConversion', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'KameleoonClient#addData', kind: 'settings', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page',
      switchOff: 'n/a',
    },
  },
  {
    id: 'dynamic-yield',
    name: 'Dynamic Yield',
    vendor: 'Mastercard',
    category: 'ab-testing',
    docs: 'https://support.dynamicyield.com/',
    loaders: [
      { host: 'cdn.dynamicyield.com', path: '/api/*/api_static.js' },
      { host: 'cdn.dynamicyield.com', path: '/api/*/api_dynamic.js' },
    ],
    beacons: [
      { host: 'async-px.dynamicyield.com', path: '/*' },
      { host: 'rcom.dynamicyield.com', path: '/*' },
    ],
    accounts: ['(?<=/api/)[0-9]{7}'],
    calls: [
      { path: 'DY.API', kind: 'event', command: ['event', 'spa'], data: [1], identityKeys: ['hashedEmail', 'cuid'] },
    ],
    commonNames: ['DY'],
    automaticCapture: {
      collects: 'page context',
      switchOff: 'n/a',
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
    ],
    beacons: [
      { host: 'events.launchdarkly.com', path: '/events/bulk/*' },
      { host: 'clientstream.launchdarkly.com', path: '/*' },
      { host: 'app.launchdarkly.com', path: '/sdk/*' },
    ],
    accounts: ['[0-9a-f]{24}'],
    calls: [
      { path: 'LDClient.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1], identityKeys: ['key', 'email', 'name'] },
      { path: 'ldclient.identify', kind: 'identify', data: [0], identityKeys: ['key', 'email', 'name'] },
      { path: 'ldclient.track', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
    ],
    commonNames: ['LDClient'],
    packages: [
      {
        package: 'launchdarkly-js-client-sdk',
        members: [
          { path: 'initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'initialize().identify', kind: 'identify', data: [0, 1] },
          { path: 'initialize().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@launchdarkly/js-client-sdk',
        members: [
          { path: 'createClient', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'createClient().identify', kind: 'identify', data: [0, 1] },
          { path: 'createClient().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'launchdarkly-react-client-sdk',
        members: [
          { path: 'withLDProvider', kind: 'init', account: { argument: 0, key: ['clientSideID'] }, data: [0, 1] },
          { path: 'asyncWithLDProvider', kind: 'init', account: { argument: 0, key: ['clientSideID'] }, data: [0, 1] },
          { path: 'useLDClient().identify', kind: 'identify', data: [0, 1] },
          { path: 'useLDClient().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'LDProvider', kind: 'component', account: 'clientSideID' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'context attributes passed by app; page-view/click goals',
      switchOff: 'privateAttributes, allAttributesPrivate, sendEvents:false',
    },
  },
  {
    id: 'statsig-growthbook-split',
    name: 'Feature flag / experiment SDKs (Statsig, GrowthBook, Split)',
    vendor: 'Statsig, GrowthBook, Harness',
    category: 'ab-testing',
    docs: 'https://docs.statsig.com/',
    loaders: [
      { host: 'cdn.jsdelivr.net', path: '/npm/@statsig/js-client*' },
      { host: 'cdn.jsdelivr.net', path: '/npm/@growthbook/growthbook*' },
    ],
    beacons: [
      { host: 'events.statsigapi.net', path: '/v1/rgstr' },
      { host: 'api.statsig.com', path: '/*' },
      { host: 'prodregistryv2.org', path: '/*' },
      { host: 'cdn.growthbook.io', path: '/api/features/*' },
      { host: 'events.split.io', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'statsig.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'statsig.updateUser', kind: 'identify', data: [0], identityKeys: ['userID', 'email'] },
      { path: 'growthbook.setAttributes', kind: 'identify', data: [0] },
    ],
    commonNames: ['statsig', 'growthbook'],
    packages: [
      {
        package: '@statsig/js-client',
        members: [
          { path: 'StatsigClient#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'StatsigClient#logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'StatsigClient#updateUserAsync', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: 'statsig-js',
        members: [
          { path: 'default.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: '@growthbook/growthbook',
        members: [
          { path: 'GrowthBook#', kind: 'init', account: { argument: 0, key: ['clientKey'] }, data: [0, 1] },
          { path: 'GrowthBook#setAttributes', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@growthbook/growthbook-react',
        members: [
          { path: 'GrowthBook#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'GrowthBookProvider', kind: 'component' },
        ],
      },
      {
        package: '@splitsoftware/splitio',
        members: [
          { path: 'SplitFactory', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'SplitFactory().client().track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'attributes given; Statsig auto-capture optional',
      switchOff: 'n/a',
    },
  },
]
