/** Session replay and heat maps. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const clarityModule = (object: string): PackageMember[] => [
  { path: `${object}.init`, kind: 'init', account: at(0), data: [] },
  { path: `${object}.start`, kind: 'init', account: at(0, 'projectId'), data: [] },
  { path: `${object}.identify`, kind: 'identify', data: [0, 1, 2, 3] },
  { path: `${object}.setTag`, kind: 'settings', data: [0, 1] },
  { path: `${object}.set`, kind: 'settings', data: [0, 1] },
  { path: `${object}.event`, kind: 'event', event: at(0), data: [0] },
  { path: `${object}.consent`, kind: 'consent', data: [] },
  { path: `${object}.consentV2`, kind: 'consent', data: [] },
]

/** The `FS` function, old interface and new. */
const fullstory = (path: string, method: string): CallShape[] => [
  { path, kind: 'identify', command: ['setIdentity'], data: [1], identityKeys: ['uid', 'properties', 'displayName', 'email'] },
  { path, kind: 'identify', command: ['setProperties'], where: { argument: 1, key: ['type'], pattern: '^user$' }, data: [1], identityKeys: ['displayName', 'email'] },
  { path, kind: 'settings', command: ['setProperties'], data: [1] },
  { path, kind: 'event', command: ['trackEvent'], event: at(1, 'name'), data: [1] },
  { path, kind: 'event', command: ['log'], data: [1] },
  { path: `${method}identify`, kind: 'identify', data: [0, 1], identityKeys: ['uid', 'displayName', 'email'] },
  { path: `${method}setUserVars`, kind: 'identify', data: [0], identityKeys: ['displayName', 'email'] },
  { path: `${method}setVars`, kind: 'settings', data: [0, 1] },
  { path: `${method}event`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${method}log`, kind: 'event', data: [0, 1] },
  { path: `${method}consent`, kind: 'consent', data: [] },
]

const logRocket = (object: string): CallShape[] => [
  { path: `${object}.init`, kind: 'init', account: at(0), data: [1] },
  { path: `${object}.identify`, kind: 'identify', data: [0, 1], identityKeys: ['name', 'email'] },
  { path: `${object}.track`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${object}.captureException`, kind: 'event', data: [0, 1] },
  { path: `${object}.captureMessage`, kind: 'event', data: [0, 1] },
]

const highlight: CallShape[] = [
  { path: 'H.init', kind: 'init', account: at(0), data: [1] },
  { path: 'H.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
  { path: 'H.track', kind: 'event', event: at(0), data: [0, 1] },
]

export const sessionReplay: readonly Tracker[] = [
  {
    id: 'microsoft-clarity',
    name: 'Microsoft Clarity',
    vendor: 'Microsoft',
    category: 'session-replay',
    docs: 'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-api',
    loaders: [
      { host: 'www.clarity.ms', path: '/tag/', account: { pattern: '/tag/([a-z0-9]+)' } },
      { host: 'scripts.clarity.ms' },
      { host: 'www.clarity.ms', path: '/s/' },
    ],
    beacons: [
      { host: '*.clarity.ms', path: '/collect' },
      { host: 'c.clarity.ms', path: '/c.gif' },
    ],
    accounts: ['(?=[a-z]*\\d)[a-z0-9]{9,10}'],
    settings: [{ generator: 'drupal', key: 'ms_clarity.settings.account', source: 'https://www.drupal.org/project/ms_clarity' }],
    calls: [
      { path: 'clarity', kind: 'identify', command: ['identify'], data: [1, 2, 3, 4] },
      { path: 'clarity', kind: 'settings', command: ['set'], data: [1, 2] },
      { path: 'clarity', kind: 'event', command: ['event'], event: at(1), data: [1] },
      { path: 'clarity', kind: 'settings', command: ['upgrade'], data: [1] },
      { path: 'clarity', kind: 'consent', command: ['consent', 'consentv2'], data: [] },
      { path: 'useScriptClarity', kind: 'init', account: at(0, 'id'), data: [] },
    ],
    commonNames: ['clarity'],
    packages: [
      { package: '@microsoft/clarity', members: clarityModule('default') },
      { package: 'clarity-js', members: [...clarityModule('clarity'), ...clarityModule('default')] },
      { package: 'react-microsoft-clarity', members: clarityModule('clarity') },
    ],
    automaticCapture: {
      collects: 'a recording of the session with clicks, scrolling, addresses and the text of the page; the balanced mode masks input boxes, numbers and e-mail addresses only',
      switchOff: 'Masking mode "strict" in the project\'s settings; data-clarity-mask="true" on elements; input boxes stay masked in every mode',
    },
  },
  {
    id: 'hotjar',
    name: 'Hotjar',
    vendor: 'Hotjar (Contentsquare)',
    category: 'session-replay',
    docs: 'https://help.hotjar.com/hc/en-us/articles/4405109971095',
    loaders: [
      { host: 'static.hotjar.com', path: '/c/hotjar-', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: '*', path: '*/c/hotjar-', account: { pattern: '/hotjar-(\\d+)\\.js' }, proxy: true },
      { host: 'script.hotjar.com' },
    ],
    beacons: [],
    accounts: ['\\d{5,8}'],
    accountNames: ['hjid'],
    idioms: [
      { strings: ['static.hotjar.com/c/hotjar-', '.js?sv='] },
    ],
    calls: [
      { path: 'hj', kind: 'identify', command: ['identify'], data: [1, 2] },
      { path: 'hj', kind: 'page', command: ['stateChange', 'vpv'], event: at(1), data: [1] },
      { path: 'hj', kind: 'event', command: ['event', 'trigger'], event: at(1), data: [1] },
      { path: 'hj', kind: 'settings', command: ['tagRecording'], data: [1] },
      { path: 'hj', kind: 'consent', command: ['consent'], data: [] },
      { path: 'useScriptHotjar', kind: 'init', account: at(0, 'id'), data: [] },
    ],
    packages: [
      {
        package: '@hotjar/browser',
        members: [
          { path: 'default.init', kind: 'init', account: at(0), data: [] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.event', kind: 'event', event: at(0), data: [0] },
          { path: 'default.stateChange', kind: 'page', event: at(0), data: [0] },
        ],
      },
      {
        package: 'react-hotjar',
        members: [
          { path: 'hotjar.initialize', kind: 'init', account: at(0), data: [] },
          { path: 'hotjar.initialize', kind: 'init', where: { argument: 0, key: ['id'], pattern: '' }, account: at(0, 'id'), data: [] },
          { path: 'hotjar.identify', kind: 'identify', data: [0, 1] },
          { path: 'hotjar.event', kind: 'event', event: at(0), data: [0] },
          { path: 'hotjar.stateChange', kind: 'page', event: at(0), data: [0] },
        ],
      },
      { package: 'vue-hotjar', members: [{ path: 'default', kind: 'plugin', account: ['id'] }] },
      { package: 'vue-hotjar-next', members: [{ path: 'default', kind: 'plugin', account: ['id'] }] },
      { package: 'nuxt-module-hotjar', configuration: { account: ['hotjarId'] }, members: [] },
      { package: 'gatsby-plugin-hotjar', configuration: { account: ['id'] }, members: [] },
      {
        package: 'ngx-hotjar',
        members: [
          { path: 'NgxHotjarModule.forRoot', kind: 'init', account: at(0), data: [] },
          { path: 'NgxHotjarService#virtualPageView', kind: 'page', data: [0] },
          { path: 'NgxHotjarService#event', kind: 'event', event: at(0), data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'recordings of sessions with the text of the page, heat maps and surveys; keystrokes where fields are allowed',
      switchOff: 'data-hj-suppress on elements; suppress all text in the site\'s settings; data-hj-allow opens fields again',
    },
  },
  {
    id: 'crazy-egg',
    name: 'Crazy Egg',
    vendor: 'Crazy Egg',
    category: 'session-replay',
    docs: 'https://support.crazyegg.com/hc/en-us',
    loaders: [
      { host: 'script.crazyegg.com', path: '/pages/scripts/', account: { pattern: '/scripts/(\\d{4}/\\d{4})' } },
      { host: 'dnn506yrbagrg.cloudfront.net', path: '/pages/scripts/', account: { pattern: '/scripts/(\\d{4}/\\d{4})' } },
    ],
    beacons: [],
    accounts: ['\\d{4}/\\d{4}'],
    calls: [
      { path: 'CE2.identify', kind: 'identify', data: [0] },
      { path: 'CE2.set', kind: 'settings', data: [0, 1] },
      { path: 'CE_API.identify', kind: 'identify', data: [0] },
    ],
    packages: [
      { package: '@analytics/crazy-egg', members: [{ path: 'default', kind: 'init', account: at(0, 'accountNumber'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'heat maps, recordings and clicks',
      switchOff: 'Block elements in the dashboard',
    },
  },
  {
    id: 'fullstory',
    name: 'Fullstory',
    vendor: 'Fullstory',
    category: 'session-replay',
    docs: 'https://developer.fullstory.com/browser/',
    loaders: [
      { host: '*.fullstory.com', path: '/s/fs.js' },
      { host: 'fullstory.com', path: '/s/fs.js' },
    ],
    beacons: [
      { host: 'rs.fullstory.com', path: '/rec/' },
    ],
    serverEndpoints: [
      { host: 'api.fullstory.com', path: '/v2/' },
      { host: 'api.fullstory.com', path: '/users/v1/' },
    ],
    accounts: ['(?:o-)?[A-Z0-9]{4,8}(?:-na1|-eu1)?'],
    accountNames: ['_fs_org'],
    idioms: [
      { strings: ['fs.js'], globals: ['_fs_org'] },
    ],
    calls: fullstory('FS', 'FS.'),
    packages: [
      {
        package: '@fullstory/browser',
        members: [
          { path: 'init', kind: 'init', account: at(0, 'orgId'), data: [] },
          ...fullstory('FullStory', ''),
          ...fullstory('FullStory', 'FullStory.'),
        ],
      },
      { package: '@fullstory/snippet', members: [{ path: 'generateSnippet', kind: 'init', account: at(0, 'orgId'), data: [] }] },
      { package: 'gatsby-plugin-fullstory', configuration: { account: ['fs_org'] }, members: [] },
      { package: '@analytics/fullstory', members: [{ path: 'default', kind: 'init', account: at(0, 'org'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'a replay of the page with clicks and input; with "Private by Default" text is masked unless an element is unmasked',
      switchOff: 'classes fs-exclude and fs-mask; no fs-unmask; FS(\'shutdown\')',
    },
  },
  {
    id: 'logrocket',
    name: 'LogRocket',
    vendor: 'LogRocket',
    category: 'session-replay',
    docs: 'https://docs.logrocket.com/reference',
    loaders: [
      { host: 'cdn.logrocket.io' },
      { host: 'cdn.logrocket.com' },
      { host: 'cdn.lr-ingest.io' },
      { host: 'cdn.lr-ingest.com' },
      { host: 'cdn.lr-in.com' },
      { host: 'cdn.lr-in-prod.com' },
      { host: 'cdn.logr-in.com' },
      { host: 'cdn.lr-intake.com' },
      { host: 'cdn.lgrckt-in.com' },
    ],
    beacons: [],
    accounts: ['[a-z0-9]{6}/[a-z0-9-]+'],
    calls: logRocket('LogRocket'),
    packages: [
      { package: 'logrocket', members: logRocket('default') },
      { package: 'logrocket-react', members: [{ path: 'default', kind: 'init', data: [] }] },
    ],
    automaticCapture: {
      collects: 'the page, its inputs, console output, bodies of network requests and application state',
      switchOff: 'dom: { inputSanitizer: true, textSanitizer: true }; network.requestSanitizer and responseSanitizer; data-private on elements',
    },
  },
  {
    id: 'mouseflow',
    name: 'Mouseflow',
    vendor: 'Mouseflow',
    category: 'session-replay',
    docs: 'https://js-api-docs.mouseflow.com/',
    loaders: [
      { host: 'cdn.mouseflow.com', path: '/projects/', account: { pattern: '/projects/([0-9a-f-]{36})' } },
    ],
    beacons: [],
    accounts: [uuid],
    calls: [
      { path: '_mfq.push', kind: 'page', shape: 'array', command: ['newPageView'], data: [1] },
      { path: '_mfq.push', kind: 'event', shape: 'array', command: ['tag', 'formSubmitAttempt', 'formSubmitSuccess', 'formSubmitFailure'], event: at(1), data: [1] },
      { path: '_mfq.push', kind: 'settings', shape: 'array', command: ['setVariable', 'variable'], data: [1, 2] },
      { path: 'mouseflow.identify', kind: 'identify', data: [0] },
      { path: 'mouseflow.tag', kind: 'event', event: at(0), data: [0] },
      { path: 'mouseflow.newPageView', kind: 'page', data: [0] },
      { path: 'mouseflow.setVariable', kind: 'settings', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'recordings, heat maps and how forms are filled in; keystrokes are masked unless switched on',
      switchOff: 'mouseflowDisableKeyLogging = true; class no-mouseflow; data-mf-replace',
    },
  },
  {
    id: 'lucky-orange',
    name: 'Lucky Orange',
    vendor: 'Lucky Orange',
    category: 'session-replay',
    docs: 'https://help.luckyorange.com/',
    loaders: [
      { host: 'tools.luckyorange.com', path: '/core/lo.js', account: { parameter: 'site-id' } },
      { host: '*.luckyorange.com', path: '/w.js' },
      { host: 'd10lpsik1i8c69.cloudfront.net', path: '/w.js' },
    ],
    beacons: [],
    accounts: ['[0-9a-f]{8}'],
    calls: [
      { path: 'LO.visitor.identify', kind: 'identify', data: [0, 1], identityKeys: ['email', 'name', 'phone'] },
      { path: 'LO.$internal.ready', kind: 'consent', data: [] },
      { path: 'LO.events.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: '_loq.push', kind: 'settings', shape: 'array', command: ['custom'], data: [1] },
      { path: '_loq.push', kind: 'event', shape: 'array', command: ['tag'], event: at(1), data: [1, 2] },
    ],
    commonNames: ['LO'],
    automaticCapture: {
      collects: 'recordings, chat and how forms are filled in',
      switchOff: 'Scrub fields in the settings',
    },
  },
  {
    id: 'inspectlet',
    name: 'Inspectlet',
    vendor: 'Inspectlet',
    category: 'session-replay',
    docs: 'https://docs.inspectlet.com/hc/en-us',
    loaders: [
      { host: 'cdn.inspectlet.com', path: '/inspectlet.js', account: { parameter: 'wid' } },
    ],
    beacons: [],
    accounts: ['\\d{6,12}'],
    calls: [
      { path: '__insp.push', kind: 'init', shape: 'array', command: ['wid'], account: at(1), data: [] },
      { path: '__insp.push', kind: 'identify', shape: 'array', command: ['identify'], data: [1] },
      { path: '__insp.push', kind: 'settings', shape: 'array', command: ['tagSession'], data: [1] },
      { path: '__insp.push', kind: 'page', shape: 'array', command: ['virtualPage', 'pageUrl'], data: [1] },
    ],
    automaticCapture: {
      collects: 'recordings with keystrokes, except in fields of class inspectlet-sensitive',
      switchOff: 'class inspectlet-sensitive; __insp.push([\'disableLogging\'])',
    },
  },
  {
    id: 'smartlook',
    name: 'Smartlook',
    vendor: 'Cisco (Smartlook)',
    category: 'session-replay',
    docs: 'https://web.developer.smartlook.com/',
    loaders: [
      { host: 'rec.smartlook.com', path: '/recorder.js' },
      { host: 'web-sdk.smartlook.com', path: '/recorder.js' },
    ],
    beacons: [],
    accounts: ['[0-9a-f]{40}'],
    calls: [
      { path: 'smartlook', kind: 'init', command: ['init'], account: at(1), data: [] },
      { path: 'smartlook', kind: 'identify', command: ['identify'], data: [1, 2], identityKeys: ['name', 'email'] },
      { path: 'smartlook', kind: 'page', command: ['navigation'], data: [1] },
      { path: 'smartlook', kind: 'event', command: ['track'], event: at(1), data: [1, 2] },
      { path: 'smartlook', kind: 'settings', command: ['properties', 'record', 'tag'], data: [1, 2] },
      { path: 'smartlook', kind: 'consent', command: ['consentForms', 'consentIP', 'consentAPI', 'disable', 'pause'], data: [] },
    ],
    packages: [
      {
        package: 'smartlook-client',
        members: [
          { path: 'default.init', kind: 'init', account: at(0), data: [] },
          { path: 'default.identify', kind: 'identify', data: [0, 1], identityKeys: ['name', 'email'] },
          { path: 'default.track', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'default.properties', kind: 'settings', data: [0] },
          { path: 'default.record', kind: 'settings', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'recordings; inputs, numbers and e-mail addresses are masked unless switched on',
      switchOff: 'record: { forms: false, numbers: false, emails: false }; data-recording-sensitive',
    },
  },
  {
    id: 'contentsquare',
    name: 'Contentsquare',
    vendor: 'Contentsquare',
    category: 'session-replay',
    docs: 'https://docs.contentsquare.com/en/web/',
    loaders: [
      { host: 't.contentsquare.net', path: '/uxa/', account: { pattern: '/uxa/([0-9a-f]{13})' } },
    ],
    beacons: [
      { host: 'c.contentsquare.net' },
    ],
    accounts: ['[0-9a-f]{13}'],
    calls: [
      { path: '_uxa.push', kind: 'page', shape: 'array', command: ['trackPageview'], data: [1] },
      { path: '_uxa.push', kind: 'event', shape: 'array', command: ['trackPageEvent', 'ec:*'], event: at(1), data: [1, 2] },
      { path: '_uxa.push', kind: 'settings', shape: 'array', command: ['setPath', 'setQuery', 'setCustomVariable', 'trackDynamicVariable'], data: [1, 2, 3, 4] },
    ],
    packages: [
      {
        package: '@contentsquare/tag-sdk',
        members: [
          { path: 'injectUXAnalytics', kind: 'init', account: at(0, 'tagId'), data: [] },
          { path: 'pageview', kind: 'page', data: [0] },
          { path: 'send', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'clicks, movements and a replay of the page, whose text is masked by default',
      switchOff: 'data-cs-mask on elements; setPIISelectors and setEncryptionSelectors',
    },
  },
  {
    id: 'quantum-metric',
    name: 'Quantum Metric',
    vendor: 'Quantum Metric',
    category: 'session-replay',
    docs: 'https://www.quantummetric.com/',
    loaders: [
      { host: 'cdn.quantummetric.com', path: '/', account: { pattern: '/quantum-([\\w-]+)\\.js' } },
    ],
    beacons: [
      { host: 'ingest.quantummetric.com' },
    ],
    accounts: [],
    calls: [
      { path: 'QuantumMetricAPI.sendEvent', kind: 'event', event: at(0), data: [0, 1, 2, 3] },
      { path: 'QuantumMetricAPI.identifyUser', kind: 'identify', data: [0] },
      { path: 'QuantumMetricAPI.addEventListener', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'a replay of the page and calls of the application\'s interfaces',
      switchOff: 'The encryption and scrubbing settings of the subscription',
    },
  },
  {
    id: 'glassbox',
    name: 'Glassbox (SessionCam)',
    vendor: 'Glassbox',
    category: 'session-replay',
    docs: 'https://www.glassbox.com/',
    loaders: [
      { host: 'cdn.glassboxcdn.com' },
      { host: 'cdn.gbqofs.com', path: '/', account: { pattern: 'gbqofs\\.com/([^/]+)/' } },
      { host: 'd2oh4tlt9mrke9.cloudfront.net', path: '/Record/js/sessioncam.recorder.js' },
    ],
    beacons: [
      { host: 'report.*.glassboxdigital.io' },
    ],
    accounts: [],
    calls: [
      { path: '_cls.reportEvent', kind: 'event', event: at(0), data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'a replay of the page',
      switchOff: 'The masking settings of the script',
    },
  },
  {
    id: 'openreplay-highlight',
    name: 'OpenReplay and Highlight session replay',
    vendor: 'OpenReplay, LaunchDarkly (Highlight)',
    category: 'session-replay',
    docs: 'https://docs.openreplay.com/',
    loaders: [
      { host: 'static.openreplay.com' },
      { host: 'unpkg.com', path: '/highlight.run' },
    ],
    beacons: [
      { host: 'api.openreplay.com', path: '/ingest' },
      { host: 'pub.highlight.io' },
      { host: 'otel.highlight.io' },
    ],
    accounts: ['[A-Za-z0-9]{20}'],
    calls: [
      ...highlight,
      { path: 'OpenReplay.setUserID', kind: 'identify', data: [0] },
      { path: 'OpenReplay.setMetadata', kind: 'settings', data: [0, 1] },
      { path: 'OpenReplay.event', kind: 'event', event: at(0), data: [0, 1] },
    ],
    commonNames: ['H'],
    packages: [
      {
        package: '@openreplay/tracker',
        members: [
          { path: 'default#', kind: 'init', account: at(0, 'projectKey'), data: [] },
          { path: 'default#setUserID', kind: 'identify', data: [0] },
          { path: 'default#setMetadata', kind: 'settings', data: [0, 1] },
          { path: 'default#event', kind: 'event', event: at(0), data: [0, 1] },
          { path: 'tracker.configure', kind: 'init', account: at(0, 'projectKey'), data: [] },
          { path: 'tracker.setUserID', kind: 'identify', data: [0] },
          { path: 'tracker.setMetadata', kind: 'settings', data: [0, 1] },
          { path: 'tracker.event', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      { package: 'highlight.run', members: highlight },
      { package: '@highlight-run/next/client', members: [{ path: 'HighlightInit', kind: 'component', account: 'projectID' }, ...highlight] },
    ],
    automaticCapture: {
      collects: 'a replay of the page and its network requests',
      switchOff: 'privacySetting: \'strict\'; obscureTextEmails, obscureTextNumbers, defaultInputMode; data-openreplay-obscured',
    },
  },
  {
    id: 'decibel',
    name: 'Medallia Digital Experience Analytics (Decibel)',
    vendor: 'Medallia',
    category: 'session-replay',
    docs: 'https://docs.medallia.com/digital-experience-analytics/product-documentation/settings/account-settings/properties/privacy-tab',
    loaders: [
      { host: 'cdn.decibelinsight.net', path: '/i/', account: { pattern: '/i/(\\d+/\\d+)/' } },
    ],
    beacons: [
      { host: 'collection.decibelinsight.net' },
    ],
    accounts: ['\\d+/\\d+'],
    calls: [
      { path: 'decibelInsight', kind: 'event', command: ['sendTrackedEvent'], event: at(1), data: [1, 2] },
      { path: 'decibelInsight', kind: 'event', command: ['sendGoal', 'sendApplicationError', 'sendHTTPError'], data: [1, 2] },
    ],
    automaticCapture: {
      collects: 'a replay of the page',
      switchOff: 'The masking settings of the property',
    },
  },
]
