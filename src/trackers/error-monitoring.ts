/** Error and performance monitoring. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const sentryUser = ['id', 'email', 'username', 'ip_address']

/** What Sentry's packages for browsers and frameworks have in common. */
const sentry = (prefix: string): CallShape[] => [
  { path: `${prefix}init`, kind: 'init', account: at(0, 'dsn'), data: [] },
  { path: `${prefix}setUser`, kind: 'identify', data: [0], identityKeys: sentryUser },
  { path: `${prefix}setContext`, kind: 'settings', data: [0, 1] },
  { path: `${prefix}setExtra`, kind: 'settings', data: [0, 1] },
  { path: `${prefix}setExtras`, kind: 'settings', data: [0] },
  { path: `${prefix}setTag`, kind: 'settings', data: [0, 1] },
  { path: `${prefix}setTags`, kind: 'settings', data: [0] },
]
const sentryMembers: PackageMember[] = [
  ...sentry(''),
  { path: 'replayIntegration', kind: 'init', data: [] },
  { path: 'Replay#', kind: 'init', data: [] },
]

/** Datadog's two products, under their global and their exported names. */
const datadogRum = (object: string): CallShape[] => [
  { path: `${object}.init`, kind: 'init', account: at(0, 'applicationId'), data: [] },
  { path: `${object}.startView`, kind: 'page', event: at(0), data: [0] },
  { path: `${object}.addAction`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${object}.addError`, kind: 'event', data: [0, 1] },
  { path: `${object}.startSessionReplayRecording`, kind: 'init', data: [] },
  { path: `${object}.setUser`, kind: 'identify', data: [0], identityKeys: ['id', 'name', 'email'] },
  { path: `${object}.setUserProperty`, kind: 'identify', data: [0, 1] },
  { path: `${object}.setGlobalContext`, kind: 'settings', data: [0] },
  { path: `${object}.setGlobalContextProperty`, kind: 'settings', data: [0, 1] },
]
const datadogLogs = (object: string): CallShape[] => [
  { path: `${object}.init`, kind: 'init', account: at(0, 'clientToken'), data: [] },
  { path: `${object}.setUser`, kind: 'identify', data: [0], identityKeys: ['id', 'name', 'email'] },
  ...['log', 'debug', 'info', 'warn', 'error'].map((level): CallShape =>
    ({ path: `${object}.logger.${level}`, kind: 'event', event: at(0), data: [0, 1] })),
]

const newRelic = (prefix: string): CallShape[] => [
  { path: `${prefix}addPageAction`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}recordCustomEvent`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${prefix}noticeError`, kind: 'event', data: [0, 1] },
  { path: `${prefix}log`, kind: 'event', data: [0, 1] },
  { path: `${prefix}setUserId`, kind: 'identify', data: [0] },
  { path: `${prefix}setCustomAttribute`, kind: 'settings', data: [0, 1] },
  { path: `${prefix}setPageViewName`, kind: 'settings', data: [0, 1] },
]

const appInsights = (prefix: string): CallShape[] => [
  { path: `${prefix}trackPageView`, kind: 'page', event: at(0, 'name'), data: [0] },
  { path: `${prefix}trackEvent`, kind: 'event', event: at(0, 'name'), data: [0, 1] },
  { path: `${prefix}trackException`, kind: 'event', data: [0, 1] },
  { path: `${prefix}trackTrace`, kind: 'event', data: [0, 1] },
  { path: `${prefix}trackMetric`, kind: 'event', event: at(0, 'name'), data: [0, 1] },
  { path: `${prefix}setAuthenticatedUserContext`, kind: 'identify', data: [0, 1] },
]

const bugsnag = (object: string): CallShape[] => [
  { path: `${object}.start`, kind: 'init', account: at(0, 'apiKey'), data: [] },
  { path: `${object}.start`, kind: 'init', where: { argument: 0, pattern: '^[0-9a-f]{32}$' }, account: at(0), data: [] },
  { path: `${object}.notify`, kind: 'event', data: [0, 1] },
  { path: `${object}.leaveBreadcrumb`, kind: 'event', event: at(0), data: [0, 1] },
  { path: `${object}.setUser`, kind: 'identify', data: [0, 1, 2] },
  { path: `${object}.addMetadata`, kind: 'settings', data: [0, 1, 2] },
]

const rollbarPerson = ['payload', 'person', 'id', 'email', 'username']
const rollbar = (prefix: string): CallShape[] => [
  { path: `${prefix}configure`, kind: 'identify', where: { argument: 0, key: ['payload', 'person'], pattern: '' }, data: [0], identityKeys: rollbarPerson },
  { path: `${prefix}configure`, kind: 'settings', data: [0] },
  ...['critical', 'error', 'warning', 'info', 'debug', 'log'].map((level): CallShape =>
    ({ path: `${prefix}${level}`, kind: 'event', data: [0, 1, 2] })),
]

const raygun = (path: string): CallShape[] => [
  { path, kind: 'init', command: ['apiKey'], account: at(1), data: [] },
  { path, kind: 'identify', command: ['setUser'], data: [1], identityKeys: ['identifier', 'email', 'firstName', 'fullName'] },
  { path, kind: 'event', command: ['send', 'trackEvent', 'recordBreadcrumb'], data: [1] },
  { path, kind: 'settings', command: ['withCustomData', 'withTags'], data: [1] },
]

export const errorMonitoring: readonly Tracker[] = [
  {
    id: 'google-recaptcha',
    name: 'Google reCAPTCHA',
    vendor: 'Google',
    category: 'error-monitoring',
    docs: 'https://developers.google.com/recaptcha',
    service: true,
    loaders: [
      { host: 'www.google.com', path: '/recaptcha/api.js', account: { parameter: 'render' } },
      { host: 'www.google.com', path: '/recaptcha/enterprise.js', account: { parameter: 'render' } },
      { host: 'www.recaptcha.net', path: '/recaptcha/api.js', account: { parameter: 'render' } },
      { host: 'www.recaptcha.net', path: '/recaptcha/enterprise.js', account: { parameter: 'render' } },
      { host: 'www.gstatic.com', path: '/recaptcha/releases/' },
    ],
    beacons: [
      { host: 'www.google.com', path: '/recaptcha/api/fallback', account: { parameter: 'k' } },
    ],
    accounts: ['6L[A-Za-z0-9_-]{38}'],
    calls: [
      { path: 'grecaptcha.render', kind: 'init', account: at(1, 'sitekey'), data: [] },
      { path: 'grecaptcha.execute', kind: 'event', account: at(0), event: at(1, 'action'), data: [1] },
      { path: 'grecaptcha.enterprise.execute', kind: 'event', account: at(0), event: at(1, 'action'), data: [1] },
      { path: 'useScriptGoogleRecaptcha', kind: 'init', account: at(0, 'siteKey'), data: [] },
    ],
    automaticCapture: {
      collects: 'signals of device and behaviour that tell people from programs',
      switchOff: 'Load it only on the pages whose forms need it',
    },
  },
  {
    id: 'dynatrace-rum',
    name: 'Dynatrace RUM',
    vendor: 'Dynatrace',
    category: 'error-monitoring',
    docs: 'https://docs.dynatrace.com/docs/observe/digital-experience/web-applications',
    loaders: [
      { host: 'js-cdn.dynatrace.com', path: '/jstag/', account: { pattern: '/jstag/([0-9a-f]+)/' } },
      { host: '*', path: '*/ruxitagentjs_' },
      { host: '*', path: '*/ruxitagent_' },
    ],
    beacons: [
      { host: '*.bf.dynatrace.com', path: '/bf' },
    ],
    accounts: [],
    calls: [
      { path: 'dtrum.identifyUser', kind: 'identify', data: [0] },
      { path: 'dtrum.enterAction', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'dtrum.reportCustomError', kind: 'event', data: [0, 1, 2] },
      { path: 'dtrum.sendBizEvent', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'dtrum.sendSessionProperties', kind: 'settings', data: [0, 1, 2, 3] },
      { path: 'dtrum.addActionProperties', kind: 'settings', data: [0, 1, 2, 3, 4] },
    ],
    automaticCapture: {
      collects: 'actions of the visitor with the names of elements, addresses, and a replay of sessions where it is on',
      switchOff: 'data-dtrum-mask; the masking settings',
    },
  },
  {
    id: 'datadog-rum',
    name: 'Datadog RUM, Logs and Session Replay',
    vendor: 'Datadog',
    category: 'error-monitoring',
    docs: 'https://docs.datadoghq.com/real_user_monitoring/browser/',
    loaders: [
      { host: 'www.datadoghq-browser-agent.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'browser-intake-datadoghq.com' },
      { host: 'http-intake.logs.datadoghq.com' },
      { host: 'http-intake.logs.*.datadoghq.com' },
    ],
    accounts: ['pub[0-9a-f]{32}'],
    calls: [...datadogRum('DD_RUM'), ...datadogLogs('DD_LOGS')],
    packages: [
      { package: '@datadog/browser-rum', members: datadogRum('datadogRum') },
      { package: '@datadog/browser-rum-slim', members: datadogRum('datadogRum') },
      { package: '@datadog/browser-logs', members: datadogLogs('datadogLogs') },
    ],
    automaticCapture: {
      collects: 'views and resources with their addresses, errors, clicks named after the text of the element, and a replay of sessions',
      switchOff: 'defaultPrivacyLevel: \'mask\'; enablePrivacyForActionName: true; trackUserInteractions: false; sessionReplaySampleRate: 0; data-dd-privacy',
    },
  },
  {
    id: 'sentry',
    name: 'Sentry',
    vendor: 'Functional Software (Sentry)',
    category: 'error-monitoring',
    docs: 'https://docs.sentry.io/platforms/javascript/',
    loaders: [
      { host: 'browser.sentry-cdn.com' },
      { host: 'js.sentry-cdn.com', path: '/', account: { pattern: 'com/([0-9a-f]{32})' } },
      { host: 'cdn.ravenjs.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: '*.sentry.io', path: '/api/*/envelope/', account: { pattern: '/api/(\\d+)/' } },
      { host: '*.sentry.io', path: '/api/*/store/', account: { pattern: '/api/(\\d+)/' } },
      { host: 'sentry.io', path: '/api/*/store/', account: { pattern: '/api/(\\d+)/' } },
    ],
    accounts: ['https://[0-9a-f]{32}@(?:[\\w.-]+\\.)?sentry\\.io/\\d+'],
    calls: [
      ...sentry('Sentry.'),
      { path: 'Sentry.captureException', kind: 'event', data: [0, 1] },
      { path: 'Sentry.captureMessage', kind: 'event', data: [0, 1] },
      { path: 'Sentry.addBreadcrumb', kind: 'event', data: [0] },
      { path: 'Raven.config', kind: 'init', account: at(0), data: [] },
      { path: 'Raven.setUserContext', kind: 'identify', data: [0], identityKeys: sentryUser },
    ],
    packages: [
      ...['browser', 'react', 'nextjs', 'vue', 'angular', 'svelte', 'sveltekit', 'astro', 'remix', 'solid', 'ember']
        .map((name) => ({ package: `@sentry/${name}`, members: sentryMembers })),
      { package: '@sentry/gatsby', configuration: {}, members: sentryMembers },
      { package: '@sentry/nuxt', members: sentryMembers },
      { package: '@sentry/nuxt/module', configuration: {}, members: [] },
      { package: '@sentry/replay', members: [{ path: 'Replay#', kind: 'init', data: [] }] },
      { package: '@sentry/node', server: true, members: sentry('') },
    ],
    automaticCapture: {
      collects: 'addresses, console output, clicks, requests and navigation as breadcrumbs, and a replay of the page where it is on, whose text is masked by default',
      switchOff: 'sendDefaultPii: false; beforeSend and beforeBreadcrumb; maxBreadcrumbs: 0; replaysSessionSampleRate: 0',
    },
  },
  {
    id: 'new-relic-browser',
    name: 'New Relic Browser',
    vendor: 'New Relic',
    category: 'error-monitoring',
    docs: 'https://docs.newrelic.com/docs/browser/',
    loaders: [
      { host: 'js-agent.newrelic.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'insights-collector.newrelic.com', path: '/v1/accounts/', account: { pattern: '/accounts/(\\d+)/' } },
      { host: 'log-api.newrelic.com', path: '/log/' },
    ],
    accounts: ['NRJS-[0-9a-f]{19}', 'NRBR-[0-9a-f]{19}'],
    idioms: [
      { strings: ['bam.nr-data.net'], globals: ['NREUM'] },
      { strings: ['bam-cell.nr-data.net'], globals: ['NREUM'] },
    ],
    calls: newRelic('newrelic.'),
    packages: [
      {
        package: '@newrelic/browser-agent',
        members: [{ path: 'BrowserAgent#', kind: 'init', account: at(0, 'info', 'applicationID'), data: [] }, ...newRelic('BrowserAgent#')],
      },
      {
        package: '@newrelic/browser-agent/loaders/browser-agent',
        members: [{ path: 'BrowserAgent#', kind: 'init', account: at(0, 'info', 'applicationID'), data: [] }, ...newRelic('BrowserAgent#')],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address, the addresses of requests, errors, and a replay of sessions where it is on',
      switchOff: 'obfuscate rules; session_replay.mask_all_inputs and mask_text_selector',
    },
  },
  {
    id: 'azure-application-insights',
    name: 'Azure Application Insights (Azure Monitor)',
    vendor: 'Microsoft',
    category: 'error-monitoring',
    docs: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk',
    loaders: [
      { host: 'js.monitor.azure.com', path: '/scripts/' },
      { host: 'az416426.vo.msecnd.net', path: '/scripts/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'dc.services.visualstudio.com', path: '/v2/track' },
      { host: '*.applicationinsights.azure.com', path: '/v2/track' },
    ],
    accounts: [
      'InstrumentationKey=[0-9a-fA-F-]{36}.*',
      '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    ],
    calls: appInsights('appInsights.'),
    packages: [
      {
        package: '@microsoft/applicationinsights-web',
        members: [
          { path: 'ApplicationInsights#', kind: 'init', account: at(0, 'config', 'connectionString'), data: [] },
          ...appInsights('ApplicationInsights#'),
        ],
      },
      {
        // https://github.com/microsoft/ApplicationInsights-node.js
        package: 'applicationinsights', server: true,
        members: [
          ...['', 'default.'].flatMap((module): PackageMember[] => [
            { path: `${module}setup`, kind: 'init', account: at(0), data: [] }, ...appInsights(`${module}defaultClient.`),
          ]),
          { path: 'TelemetryClient#', kind: 'init', account: at(0), data: [] },
          ...appInsights('TelemetryClient#'),
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views, requests with their addresses, and exceptions',
      switchOff: 'disableAjaxTracking: true; addTelemetryInitializer can drop or change an item',
    },
  },
  {
    id: 'bugsnag',
    name: 'BugSnag',
    vendor: 'SmartBear',
    category: 'error-monitoring',
    docs: 'https://docs.bugsnag.com/platforms/javascript/',
    loaders: [
      { host: 'd2wy8f7a9ursnm.cloudfront.net', path: '/', account: { parameter: 'apiKey' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'notify.bugsnag.com' },
      { host: 'sessions.bugsnag.com' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: bugsnag('Bugsnag'),
    packages: [
      { package: '@bugsnag/js', members: bugsnag('default') },
      { package: '@bugsnag/browser', members: bugsnag('default') },
    ],
    automaticCapture: {
      collects: 'addresses, and clicks, requests and navigation as breadcrumbs',
      switchOff: 'redactedKeys; enabledBreadcrumbTypes: []',
    },
  },
  {
    id: 'rollbar',
    name: 'Rollbar',
    vendor: 'Rollbar',
    category: 'error-monitoring',
    docs: 'https://docs.rollbar.com/docs/javascript',
    loaders: [
      { host: 'cdn.rollbar.com', path: '/rollbarjs/' },
      { host: 'cdnjs.cloudflare.com', path: '/ajax/libs/rollbar.js/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.rollbar.com', path: '/api/1/item' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [{ path: 'Rollbar.init', kind: 'init', account: at(0, 'accessToken'), data: [] }, ...rollbar('Rollbar.')],
    packages: [
      {
        package: 'rollbar',
        members: [
          { path: 'default#', kind: 'init', account: at(0, 'accessToken'), data: [] },
          { path: 'default.init', kind: 'init', account: at(0, 'accessToken'), data: [] },
          ...rollbar('default#'),
        ],
      },
      {
        package: '@rollbar/react',
        members: [
          { path: 'Provider', kind: 'component' },
          { path: 'useRollbarPerson', kind: 'identify', data: [0] },
          ...rollbar('useRollbar().'),
        ],
      },
    ],
    automaticCapture: {
      collects: 'addresses, and clicks, inputs and requests as telemetry',
      switchOff: 'autoInstrument: false; scrubFields; scrubTelemetryInputs: true',
    },
  },
  {
    id: 'raygun',
    name: 'Raygun',
    vendor: 'Raygun',
    category: 'error-monitoring',
    docs: 'https://raygun.com/documentation/language-guides/javascript/',
    loaders: [
      { host: 'cdn.raygun.io', path: '/raygun4js/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.raygun.io', path: '/entries' },
      { host: 'api.raygun.io', path: '/events' },
    ],
    accounts: [],
    calls: raygun('rg4js'),
    packages: [
      { package: 'raygun4js', members: raygun('default') },
    ],
    automaticCapture: {
      collects: 'addresses, clicks and requests as breadcrumbs, and loading times',
      switchOff: 'rg4js(\'disableAutoBreadcrumbs\'); filterSensitiveData',
    },
  },
]
