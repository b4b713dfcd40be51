/** Session replay and heat maps. */
import type { Tracker } from './tracker.js'

export const sessionReplay: readonly Tracker[] = [
  {
    id: 'microsoft-clarity',
    name: 'Microsoft Clarity',
    vendor: 'Microsoft',
    category: 'session-replay',
    docs: 'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-api',
    loaders: [
      { host: 'www.clarity.ms', path: '/tag/*', account: { pattern: '/tag/([a-z0-9]+)' } },
      { host: 'scripts.clarity.ms', path: '/*', account: { pattern: '/tag/([a-z0-9]+)' } },
      { host: 'www.clarity.ms', path: '/s/*', account: { pattern: '/tag/([a-z0-9]+)' } },
    ],
    beacons: [
      { host: '*.clarity.ms', path: '/collect', account: { pattern: '/tag/([a-z0-9]+)' } },
      { host: 'c.clarity.ms', path: '/c.gif', account: { pattern: '/tag/([a-z0-9]+)' } },
      { host: 'c.bing.com', path: '/c.gif', account: { pattern: '/tag/([a-z0-9]+)' } },
    ],
    accounts: ['[a-z0-9]{9,10}'],
    idioms: [
      { strings: ['www.clarity.ms/tag/'] },
    ],
    calls: [
      { path: 'clarity', kind: 'identify', command: ['identify'], data: [1, 2, 3, 4], identityKeys: ['custom-id', 'friendly-name'] },
      { path: 'clarity', kind: 'settings', command: ['set'], data: [1, 2] },
      { path: 'clarity', kind: 'event', command: ['event'], event: { argument: 1 }, data: [1] },
      { path: 'clarity', kind: 'consent', command: ['consent', 'consentv2'], data: [] },
      { path: 'clarity', kind: 'settings', command: ['upgrade'], data: [1] },
    ],
    commonNames: ['clarity'],
    packages: [
      {
        package: '@microsoft/clarity',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.setTag', kind: 'settings', data: [0, 1] },
          { path: 'default.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.consent', kind: 'consent', data: [] },
          { path: 'default.consentV2', kind: 'consent', data: [] },
        ],
      },
      {
        package: 'clarity-js',
        members: [
          { path: 'clarity.start', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'clarity.identify', kind: 'identify', data: [0, 1] },
          { path: 'clarity.set', kind: 'settings', data: [0, 1] },
          { path: 'clarity.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.start', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.set', kind: 'settings', data: [0, 1] },
          { path: 'default.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-microsoft-clarity',
        members: [
          { path: 'clarity.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'clarity.identify', kind: 'identify', data: [0, 1] },
          { path: 'clarity.setTag', kind: 'settings', data: [0, 1] },
        ],
      },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptClarity', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Session recording, heatmaps, clicks, scrolls, DOM snapshots, URLs; Balanced mode masks input boxes, numbers and e-mail addresses; text content is otherwise recorded',
      switchOff: 'Masking mode Strict in project settings; data-clarity-mask="true" on elements; data-clarity-unmask reverts; input boxes stay masked in every mode',
    },
  },
  {
    id: 'hotjar',
    name: 'Hotjar',
    vendor: 'Hotjar / Contentsquare',
    category: 'session-replay',
    docs: 'https://help.hotjar.com/hc/en-us/articles/4405109971095',
    loaders: [
      { host: 'static.hotjar.com', path: '/c/hotjar-*.js', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: 'script.hotjar.com', path: '/modules.*.js', account: { pattern: '/hotjar-(\\d+)\\.js' } },
    ],
    beacons: [
      { host: '*.hotjar.com', path: '/api/v2/client/sites/*', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: 'in.hotjar.com', path: '/api/*', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: 'ws*.hotjar.com', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: 'content.hotjar.io', account: { pattern: '/hotjar-(\\d+)\\.js' } },
      { host: 'metrics.hotjar.io', account: { pattern: '/hotjar-(\\d+)\\.js' } },
    ],
    accounts: ['(?<=hjid\\s*[:=]\\s*["\']?)[0-9]{5,8}'],
    idioms: [
      { strings: ['static.hotjar.com/c/hotjar-', '.js?sv='] },
    ],
    calls: [
      { path: 'hj', kind: 'identify', command: ['identify'], data: [1, 2] },
      { path: 'hj', kind: 'event', command: ['event', 'trigger', 'vpv', 'tagRecording', 'stateChange'], event: { argument: 1 }, data: [1] },
      { path: 'hj', kind: 'consent', command: ['consent'], data: [] },
      { path: 'hj', kind: 'event', command: ['tagRecording', 'trigger', 'stateChange', 'vpv'], event: { argument: 0 }, data: [1] },
    ],
    packages: [
      {
        package: '@hotjar/browser',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.stateChange', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-hotjar',
        members: [
          { path: 'hotjar.initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'hotjar.identify', kind: 'identify', data: [0, 1] },
          { path: 'hotjar.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'hotjar.stateChange', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'initialize', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'vue-hotjar', members: [] },
      { package: 'vue-hotjar-next', members: [] },
      { package: 'nuxt-module-hotjar', configuration: { account: ['hotjarId'] }, members: [] },
      {
        package: 'ngx-hotjar',
        members: [
          { path: 'NgxHotjarService#virtualPageView', kind: 'page', data: [0, 1] },
          { path: 'NgxHotjarModule.forRoot', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'gatsby-plugin-hotjar', configuration: { account: ['id'] }, members: [] },
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptHotjar', kind: 'init', account: { argument: 0, key: ['id'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Session recordings, heatmaps, surveys; page text; keystroke collection only where enabled/whitelisted',
      switchOff: 'data-hj-suppress on elements; data-hj-allow whitelists inputs; site setting suppress all text / email / number',
    },
  },
  {
    id: 'crazy-egg',
    name: 'Crazy Egg',
    vendor: 'Crazy Egg',
    category: 'session-replay',
    docs: 'https://support.crazyegg.com/',
    loaders: [
      { host: 'script.crazyegg.com', path: '/pages/scripts/*/*.js', account: { pattern: '/scripts/(\\d{4}/\\d{4})\\.js' } },
    ],
    beacons: [
      { host: '*.crazyegg.com', path: '/*', account: { pattern: '/scripts/(\\d{4}/\\d{4})\\.js' } },
    ],
    accounts: ['(?<=scripts/)[0-9]{4}/[0-9]{4}'],
    calls: [
      { path: 'CE2.identify', kind: 'identify', data: [0] },
      { path: 'CE2.set', kind: 'settings', data: [0, 1] },
    ],
    packages: [
      {
        package: '@analytics/crazy-egg',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Heatmaps, recordings, clicks',
      switchOff: 'CE masking: cexxxx classes / dashboard blocking',
    },
  },
  {
    id: 'fullstory',
    name: 'Fullstory',
    vendor: 'Fullstory',
    category: 'session-replay',
    docs: 'https://developer.fullstory.com/browser/',
    loaders: [
      { host: 'edge.fullstory.com', path: '/s/fs.js' },
      { host: 'www.fullstory.com', path: '/s/fs.js' },
      { host: 'fullstory.com', path: '/s/fs.js' },
    ],
    beacons: [
      { host: 'rs.fullstory.com', path: '/rec/*' },
      { host: 'edge.fullstory.com', path: '/*' },
    ],
    accounts: ['(?<=_fs_org["\']?\\]?\\s*=\\s*["\'])[A-Za-z0-9-]{4,16}'],
    idioms: [
      { strings: ['/s/fs.js'], globals: ['_fs_host'] },
      { strings: ['/s/fs.js'], globals: ['_fs_org'] },
    ],
    calls: [
      { path: 'FS.identify', kind: 'identify', data: [0, 1], identityKeys: ['uid', 'displayName', 'email'] },
      { path: 'FS.setUserVars', kind: 'identify', data: [0] },
      { path: 'FS.setVars', kind: 'settings', data: [0, 1] },
      { path: 'FS.event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'FS.log', kind: 'event', data: [0, 1] },
      { path: 'FS.shutdown', kind: 'settings', data: [] },
      { path: 'FS', kind: 'identify', command: ['setIdentity', 'setProperties'], data: [1] },
      { path: 'FS', kind: 'event', command: ['trackEvent', 'log'], data: [1] },
      { path: 'FS', kind: 'identify', command: ['setIdentity'], data: [1] },
      { path: 'FS', kind: 'event', command: ['trackEvent'], event: { argument: 1, key: ['name'] }, data: [1] },
      { path: 'FS', kind: 'settings', command: ['setProperties'], data: [1] },
      { path: 'FS.consent', kind: 'consent', data: [] },
    ],
    packages: [
      {
        package: '@fullstory/browser',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['orgId'] }, data: [0, 1] },
          { path: 'identify', kind: 'identify', data: [0, 1] },
          { path: 'event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setUserVars', kind: 'identify', data: [0, 1] },
          { path: 'log', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'FullStory', kind: 'identify', data: [1], command: ['setIdentity'] },
          { path: 'FullStory', kind: 'event', event: { argument: 1, key: ['name'] }, data: [1], command: ['trackEvent'] },
          { path: 'FullStory', kind: 'settings', data: [1], command: ['setProperties'] },
        ],
      },
      {
        package: '@fullstory/snippet',
        members: [
          { path: 'generateSnippet', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'gatsby-plugin-fullstory', configuration: { account: ['fs_org'] }, members: [] },
      {
        package: '@analytics/fullstory',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['org'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Full DOM replay, clicks, input; Private by Default masks text unless unmasked',
      switchOff: 'fs-exclude / fs-mask / fs-unmask classes; Private by Default; FS.shutdown()',
    },
  },
  {
    id: 'logrocket',
    name: 'LogRocket',
    vendor: 'LogRocket',
    category: 'session-replay',
    docs: 'https://docs.logrocket.com/reference',
    loaders: [
      { host: 'cdn.logrocket.io', path: '/LogRocket.min.js' },
      { host: 'cdn.lr-ingest.io', path: '/LogRocket.min.js' },
      { host: 'cdn.lr-in-prod.com', path: '/LogRocket.min.js' },
      { host: 'cdn.logr-in.com', path: '/LogRocket.min.js' },
    ],
    beacons: [
      { host: 'r.lr-ingest.io', path: '/i' },
      { host: 'r.logrocket.io', path: '/i' },
      { host: 'r.lr-in-prod.com', path: '/i' },
      { host: 'r.logr-in.com', path: '/i' },
    ],
    accounts: ['[a-z0-9]{6}/[a-z0-9-]+'],
    calls: [
      { path: 'LogRocket.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'LogRocket.identify', kind: 'identify', data: [0, 1], identityKeys: ['name', 'email'] },
      { path: 'LogRocket.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'LogRocket.captureException', kind: 'event', data: [0, 1] },
      { path: 'LogRocket.log', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: 'logrocket',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.log', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.captureException', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'logrocket-react',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'DOM, inputs, console, network request/response bodies, Redux state',
      switchOff: 'dom:{inputSanitizer:true,textSanitizer:true}; network.requestSanitizer; data-private attribute',
    },
  },
  {
    id: 'mouseflow',
    name: 'Mouseflow',
    vendor: 'Mouseflow',
    category: 'session-replay',
    docs: 'https://js-api-docs.mouseflow.com/',
    loaders: [
      { host: 'cdn.mouseflow.com', path: '/projects/*.js', account: { pattern: '/projects/([0-9a-f-]{36})\\.js' } },
    ],
    beacons: [
      { host: 'o2.mouseflow.com', path: '/*', account: { pattern: '/projects/([0-9a-f-]{36})\\.js' } },
      { host: '*.mouseflow.com', path: '/*', account: { pattern: '/projects/([0-9a-f-]{36})\\.js' } },
    ],
    accounts: ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
    calls: [
      { path: '_mfq.push', kind: 'event', shape: 'array', command: ['tag', 'setVariable', 'newPageView', 'formSubmitAttempt'], data: [1, 2] },
      { path: 'mouseflow.identify', kind: 'identify', data: [0] },
      { path: 'mouseflow.tag', kind: 'event', data: [0] },
    ],
    automaticCapture: {
      collects: 'recordings, heatmaps, form analytics; keystrokes masked unless enabled',
      switchOff: 'mouseflowDisableKeyLogging; .no-mouseflow class; data-mf-replace',
    },
  },
  {
    id: 'lucky-orange',
    name: 'Lucky Orange',
    vendor: 'Lucky Orange',
    category: 'session-replay',
    docs: 'https://help.luckyorange.com/',
    loaders: [
      { host: 'tools.luckyorange.com', path: '/core/lo.js' },
      { host: 'd10lpsik1i8c69.cloudfront.net', path: '/w.js' },
      { host: 'ssl.luckyorange.com', path: '/w.js' },
    ],
    beacons: [
      { host: '*.luckyorange.com', path: '/*' },
      { host: '*.visitors.live', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'LO.visitor.identify', kind: 'identify', data: [0, 1], identityKeys: ['email', 'name', 'phone'] },
      { path: 'LO.events.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: '_loq.push', kind: 'event', shape: 'array', command: ['custom', 'tag'], data: [1, 2] },
    ],
    commonNames: ['LO'],
    automaticCapture: {
      collects: 'recordings, chat, form analytics',
      switchOff: 'data-private / LO scrub attributes',
    },
  },
  {
    id: 'inspectlet',
    name: 'Inspectlet',
    vendor: 'Inspectlet',
    category: 'session-replay',
    docs: 'https://docs.inspectlet.com/',
    loaders: [
      { host: 'cdn.inspectlet.com', path: '/inspectlet.js' },
    ],
    beacons: [
      { host: 'hn.inspectlet.com', path: '/*' },
    ],
    accounts: ['(?<=["\']wid["\']\\s*,\\s*)[0-9]{6,12}'],
    calls: [
      { path: '__insp.push', kind: 'init', shape: 'array', command: ['wid'], account: { argument: 1 }, data: [1] },
      { path: '__insp.push', kind: 'identify', shape: 'array', command: ['identify', 'tagSession'], data: [1] },
    ],
    automaticCapture: {
      collects: 'recordings incl. keystrokes unless inspectlet-sensitive class',
      switchOff: 'disableLogging, class inspectlet-sensitive',
    },
  },
  {
    id: 'smartlook',
    name: 'Smartlook',
    vendor: 'Cisco / Smartlook',
    category: 'session-replay',
    docs: 'https://web.developer.smartlook.com/',
    loaders: [
      { host: 'rec.smartlook.com', path: '/recorder.js' },
      { host: 'web-sdk.smartlook.com', path: '/recorder.js' },
    ],
    beacons: [
      { host: '*.smartlook.cloud', path: '/*' },
      { host: '*.smartlook.com', path: '/*' },
    ],
    accounts: ['[0-9a-f]{40}'],
    calls: [
      { path: 'smartlook', kind: 'init', command: ['init'], account: { argument: 1 }, data: [1, 2] },
      { path: 'smartlook', kind: 'identify', command: ['identify'], data: [1, 2], identityKeys: ['name', 'email'] },
      { path: 'smartlook', kind: 'event', command: ['track', 'navigation'], event: { argument: 1 }, data: [1, 2] },
      { path: 'smartlook', kind: 'consent', command: ['consentForms', 'consentIP', 'consentAPI', 'record', 'disable'], data: [] },
    ],
    packages: [
      {
        package: 'smartlook-client',
        members: [
          { path: 'default.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.identify', kind: 'identify', data: [0, 1] },
          { path: 'default.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.record', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'recordings; inputs and numbers masked by default',
      switchOff: 'record {forms:false,numbers:false,emails:false}; data-recording-sensitive',
    },
  },
  {
    id: 'contentsquare',
    name: 'Contentsquare',
    vendor: 'Contentsquare',
    category: 'session-replay',
    docs: 'https://docs.contentsquare.com/en/web/',
    loaders: [
      { host: 't.contentsquare.net', path: '/uxa/*.js' },
    ],
    beacons: [
      { host: 'c.contentsquare.net', path: '/pageview' },
      { host: 'c.contentsquare.net', path: '/events' },
      { host: 'k-aus1.contentsquare.net', path: '/*' },
    ],
    accounts: ['(?<=uxa/)[0-9a-f]{13}'],
    calls: [
      { path: '_uxa.push', kind: 'page', shape: 'array', command: ['trackPageview', 'setPath', 'setQuery'], data: [1, 2] },
      { path: '_uxa.push', kind: 'event', shape: 'array', command: ['trackDynamicVariable', 'trackPageEvent', 'ec:transaction:create'], data: [1, 2] },
      { path: '_uxa.push', kind: 'identify', shape: 'array', command: ['setCustomVariable'], data: [1, 2, 3, 4] },
    ],
    packages: [
      {
        package: '@contentsquare/tag-sdk',
        members: [
          { path: 'injectUXAnalytics', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'pageview', kind: 'page', data: [0, 1] },
          { path: 'send', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'replay with text masked by default options; clicks',
      switchOff: 'data-cs-mask, setEncryptionSelectors, setPIISelectors',
    },
  },
  {
    id: 'quantum-metric',
    name: 'Quantum Metric',
    vendor: 'Quantum Metric',
    category: 'session-replay',
    docs: 'https://www.quantummetric.com/',
    loaders: [
      { host: 'cdn.quantummetric.com', path: '/qscripts/quantum-*.js' },
    ],
    beacons: [
      { host: '*-app.quantummetric.com', path: '/*' },
      { host: 'ingest.quantummetric.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'QuantumMetricAPI.sendEvent', kind: 'event', data: [0, 1, 2, 3] },
      { path: 'QuantumMetricAPI.identifyUser', kind: 'identify', data: [0] },
    ],
    automaticCapture: {
      collects: 'replay, api calls',
      switchOff: 'encryption / scrub config',
    },
  },
  {
    id: 'glassbox',
    name: 'Glassbox / SessionCam',
    vendor: 'Glassbox',
    category: 'session-replay',
    docs: 'https://www.glassbox.com/',
    loaders: [
      { host: 'cdn.glassboxcdn.com', path: '/*' },
      { host: 'cdn.gbqofs.com', path: '/*' },
      { host: 'd2oh4tlt9mrke9.cloudfront.net', path: '/Record/js/sessioncam.recorder.js' },
    ],
    beacons: [
      { host: 'report.*.glassboxdigital.io', path: '/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'replay',
      switchOff: 'masking config',
    },
  },
  {
    id: 'openreplay-highlight',
    name: 'OpenReplay / Highlight session replay',
    vendor: 'OpenReplay, LaunchDarkly (Highlight)',
    category: 'session-replay',
    docs: 'https://docs.openreplay.com/',
    loaders: [
      { host: 'static.openreplay.com', path: '/*/openreplay.js' },
      { host: 'unpkg.com', path: '/highlight.run' },
    ],
    beacons: [
      { host: 'api.openreplay.com', path: '/ingest' },
      { host: 'pub.highlight.io' },
      { host: 'otel.highlight.io' },
    ],
    accounts: [],
    calls: [
      { path: 'H.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
      { path: 'H.identify', kind: 'identify', data: [0, 1], identityKeys: ['email'] },
      { path: 'H.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    commonNames: ['H'],
    packages: [
      {
        package: '@openreplay/tracker',
        members: [
          { path: 'default#', kind: 'init', account: { argument: 0, key: ['projectKey'] }, data: [0, 1] },
          { path: 'default#start', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default#setUserID', kind: 'identify', data: [0, 1] },
          { path: 'default#setMetadata', kind: 'settings', data: [0, 1] },
          { path: 'default#event', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'highlight.run',
        members: [
          { path: 'H.init', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'H.identify', kind: 'identify', data: [0, 1] },
          { path: 'H.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'replay, network; privacySetting default/strict',
      switchOff: 'privacySetting:"strict"; obscureTextEmails; data-openreplay-obscured',
    },
  },
]
