/** Error and performance monitoring. */
import type { Tracker } from './tracker.js'

export const errorMonitoring: readonly Tracker[] = [
  {
    id: 'google-recaptcha',
    name: 'Google reCAPTCHA',
    vendor: 'Google',
    category: 'error-monitoring',
    docs: 'https://developers.google.com/recaptcha',
    service: true,
    loaders: [
      { host: 'www.google.com', path: '/recaptcha/api.js' },
      { host: 'www.google.com', path: '/recaptcha/enterprise.js' },
      { host: 'www.recaptcha.net', path: '/recaptcha/api.js' },
      { host: 'www.gstatic.com', path: '/recaptcha/releases/*' },
    ],
    beacons: [
      { host: 'www.google.com', path: '/recaptcha/api2/*' },
    ],
    accounts: ['6L[A-Za-z0-9_-]{38}'],
    calls: [
      { path: 'grecaptcha.execute', kind: 'event', data: [0, 1] },
      { path: 'grecaptcha.render', kind: 'init', account: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptGoogleRecaptcha', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Device/behaviour signals for bot scoring (not marketing)',
      switchOff: 'n/a',
    },
  },
  {
    id: 'dynatrace-rum',
    name: 'Dynatrace RUM',
    vendor: 'Dynatrace',
    category: 'error-monitoring',
    docs: 'https://docs.dynatrace.com/',
    loaders: [
      { host: 'js-cdn.dynatrace.com', path: '/jstag/*' },
      { host: '*', path: '/ruxitagentjs_*.js' },
    ],
    beacons: [
      { host: '*.bf.dynatrace.com', path: '/bf' },
      { host: '*', path: '/rb_*' },
    ],
    accounts: [],
    calls: [
      { path: 'dtrum.identifyUser', kind: 'identify', data: [0] },
      { path: 'dtrum.sendSessionProperties', kind: 'event', data: [0, 1, 2, 3] },
      { path: 'dtrum.enterAction', kind: 'event', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'user actions, element names, URLs; session replay if enabled',
      switchOff: 'data-dtrum-mask; masking settings',
    },
  },
  {
    id: 'datadog-rum',
    name: 'Datadog RUM / Logs / Session Replay',
    vendor: 'Datadog',
    category: 'error-monitoring',
    docs: 'https://docs.datadoghq.com/real_user_monitoring/browser/',
    loaders: [
      { host: 'www.datadoghq-browser-agent.com', path: '/*/v*/datadog-rum.js' },
      { host: 'www.datadoghq-browser-agent.com', path: '/datadog-rum*.js' },
      { host: 'www.datadoghq-browser-agent.com', path: '/*/v*/datadog-logs.js' },
    ],
    beacons: [
      { host: 'browser-intake-datadoghq.com', path: '/api/v2/rum' },
      { host: 'browser-intake-*-datadoghq.com', path: '/api/v2/rum' },
      { host: 'browser-intake-datadoghq.com', path: '/api/v2/replay' },
      { host: 'browser-intake-datadoghq.com', path: '/api/v2/logs' },
    ],
    accounts: ['pub[0-9a-f]{32}'],
    calls: [
      { path: 'DD_RUM.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'DD_RUM.setUser', kind: 'identify', data: [0], identityKeys: ['id', 'name', 'email'] },
      { path: 'DD_RUM.addAction', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'DD_RUM.addError', kind: 'event', data: [0, 1] },
      { path: 'DD_RUM.setGlobalContextProperty', kind: 'settings', data: [0, 1] },
      { path: 'DD_LOGS.logger.info', kind: 'event', data: [0, 1] },
    ],
    packages: [
      {
        package: '@datadog/browser-rum',
        members: [
          { path: 'datadogRum.init', kind: 'init', account: { argument: 0, key: ['applicationId'] }, data: [0, 1] },
          { path: 'datadogRum.setUser', kind: 'identify', data: [0, 1] },
          { path: 'datadogRum.addAction', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogRum.addError', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogRum.setGlobalContextProperty', kind: 'settings', data: [0, 1] },
          { path: 'datadogRum.setUserProperty', kind: 'identify', data: [0, 1] },
        ],
      },
      {
        package: '@datadog/browser-logs',
        members: [
          { path: 'datadogLogs.init', kind: 'init', account: { argument: 0, key: ['clientToken'] }, data: [0, 1] },
          { path: 'datadogLogs.logger.log', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogLogs.logger.info', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogLogs.logger.warn', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogLogs.logger.error', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'datadogLogs.logger.debug', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'views with URL, resources with URL, long tasks, errors, user interactions (action name = element text) and replay',
      switchOff: 'defaultPrivacyLevel:"mask"; trackUserInteractions:false; enablePrivacyForActionName:true; sessionReplaySampleRate:0; data-dd-privacy',
    },
  },
  {
    id: 'sentry',
    name: 'Sentry',
    vendor: 'Functional Software',
    category: 'error-monitoring',
    docs: 'https://docs.sentry.io/platforms/javascript/',
    loaders: [
      { host: 'browser.sentry-cdn.com', path: '/*/bundle*.min.js' },
      { host: 'js.sentry-cdn.com', path: '/*.min.js' },
    ],
    beacons: [
      { host: '*.ingest.sentry.io', path: '/api/*/envelope/' },
      { host: '*.ingest.us.sentry.io', path: '/api/*/envelope/' },
      { host: 'sentry.io', path: '/api/*/store/' },
    ],
    accounts: ['https://[0-9a-f]{32}@(?:[a-z0-9-]+\\.)*(?:ingest\\.)?(?:us\\.|de\\.)?sentry\\.io/[0-9]+'],
    calls: [
      { path: 'Sentry.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'Sentry.setUser', kind: 'identify', data: [0], identityKeys: ['id', 'email', 'username', 'ip_address'] },
      { path: 'Sentry.captureException', kind: 'event', data: [0, 1] },
      { path: 'Sentry.captureMessage', kind: 'event', data: [0, 1] },
      { path: 'Sentry.setContext', kind: 'settings', data: [0, 1] },
      { path: 'Sentry.setExtra', kind: 'settings', data: [0, 1] },
      { path: 'Sentry.setTag', kind: 'settings', data: [0, 1] },
      { path: 'Sentry.addBreadcrumb', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: '@sentry/browser',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/react',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/nextjs',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/vue',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/angular',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/svelte',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/sveltekit',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/astro',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/remix',
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/gatsby', configuration: {},
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/nuxt', configuration: {},
        members: [
          { path: 'init', kind: 'init', account: { argument: 0, key: ['dsn'] }, data: [0, 1] },
          { path: 'setUser', kind: 'identify', data: [0, 1] },
          { path: 'setContext', kind: 'settings', data: [0, 1] },
          { path: 'setExtra', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'setTag', kind: 'settings', data: [0, 1] },
          { path: 'replayIntegration', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@sentry/replay',
        members: [
          { path: 'Replay#', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'URL, breadcrumbs (console, clicks, fetch/xhr URLs, navigation), Replay of DOM (maskAllText / maskAllInputs default true)',
      switchOff: 'sendDefaultPii:false, beforeSend, maxBreadcrumbs:0, replaysSessionSampleRate:0',
    },
  },
  {
    id: 'new-relic-browser',
    name: 'New Relic Browser',
    vendor: 'New Relic',
    category: 'error-monitoring',
    docs: 'https://docs.newrelic.com/docs/browser/',
    loaders: [
      { host: 'js-agent.newrelic.com', path: '/nr-*.min.js' },
    ],
    beacons: [
      { host: 'bam.nr-data.net', path: '/1/*' },
      { host: 'bam.nr-data.net', path: '/events/1/*' },
      { host: 'bam-cell.nr-data.net', path: '/*' },
    ],
    accounts: ['NRJS-[0-9a-f]{19}'],
    calls: [
      { path: 'newrelic.setCustomAttribute', kind: 'settings', data: [0, 1] },
      { path: 'newrelic.setUserId', kind: 'identify', data: [0] },
      { path: 'newrelic.addPageAction', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'newrelic.noticeError', kind: 'event', data: [0, 1] },
      { path: 'newrelic.recordCustomEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
    ],
    packages: [
      {
        package: '@newrelic/browser-agent',
        members: [
          { path: 'BrowserAgent#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, ajax URLs, errors, optional session replay',
      switchOff: 'obfuscate rules, session_replay.mask_all_inputs',
    },
  },
  {
    id: 'azure-application-insights',
    name: 'Azure Application Insights (Azure Monitor)',
    vendor: 'Microsoft',
    category: 'error-monitoring',
    docs: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk',
    loaders: [
      { host: 'js.monitor.azure.com', path: '/scripts/b/ai.*.js' },
      { host: 'az416426.vo.msecnd.net', path: '/scripts/*/ai.*.js' },
    ],
    beacons: [
      { host: 'dc.services.visualstudio.com', path: '/v2/track' },
      { host: '*.in.applicationinsights.azure.com', path: '/v2/track' },
    ],
    accounts: ['[Ii]nstrumentation[Kk]ey=[0-9a-fA-F-]{36}'],
    calls: [
      { path: 'appInsights.trackEvent', kind: 'event', data: [0, 1] },
      { path: 'appInsights.trackPageView', kind: 'page', data: [0] },
      { path: 'appInsights.trackException', kind: 'event', data: [0, 1] },
      { path: 'appInsights.trackTrace', kind: 'event', data: [0, 1] },
      { path: 'appInsights.setAuthenticatedUserContext', kind: 'identify', data: [0, 1, 2] },
    ],
    packages: [
      {
        package: '@microsoft/applicationinsights-web',
        members: [
          { path: 'ApplicationInsights#', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'ApplicationInsights#trackEvent', kind: 'event', event: { argument: 0, key: ['name'] }, data: [0] },
          { path: 'ApplicationInsights#trackPageView', kind: 'page', data: [0] },
          { path: 'ApplicationInsights#trackException', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'ApplicationInsights#trackTrace', kind: 'event', event: { argument: 0 }, data: [0] },
          { path: 'ApplicationInsights#setAuthenticatedUserContext', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page views, ajax dependencies with URL, exceptions',
      switchOff: 'disableAjaxTracking, addTelemetryInitializer',
    },
  },
  {
    id: 'bugsnag',
    name: 'BugSnag',
    vendor: 'SmartBear',
    category: 'error-monitoring',
    docs: 'https://docs.bugsnag.com/platforms/javascript/',
    loaders: [
      { host: 'd2wy8f7a9ursnm.cloudfront.net', path: '/v*/bugsnag.min.js' },
    ],
    beacons: [
      { host: 'notify.bugsnag.com' },
      { host: 'sessions.bugsnag.com' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'Bugsnag.start', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'Bugsnag.notify', kind: 'event', data: [0, 1] },
      { path: 'Bugsnag.setUser', kind: 'identify', data: [0, 1, 2], identityKeys: ['id', 'email', 'name'] },
      { path: 'Bugsnag.addMetadata', kind: 'settings', data: [0, 1, 2] },
      { path: 'Bugsnag.leaveBreadcrumb', kind: 'event', data: [0, 1] },
    ],
    packages: [
      {
        package: '@bugsnag/js',
        members: [
          { path: 'default.start', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.notify', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.setUser', kind: 'identify', data: [0, 1] },
          { path: 'default.addMetadata', kind: 'settings', data: [0, 1] },
        ],
      },
      {
        package: '@bugsnag/browser',
        members: [
          { path: 'default.start', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'default.notify', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default.setUser', kind: 'identify', data: [0, 1] },
          { path: 'default.addMetadata', kind: 'settings', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'URL, breadcrumbs',
      switchOff: 'redactedKeys, enabledBreadcrumbTypes',
    },
  },
  {
    id: 'rollbar',
    name: 'Rollbar',
    vendor: 'Rollbar',
    category: 'error-monitoring',
    docs: 'https://docs.rollbar.com/docs/javascript',
    loaders: [
      { host: 'cdn.rollbar.com', path: '/rollbarjs/refs/tags/*/rollbar.min.js' },
      { host: 'cdnjs.cloudflare.com', path: '/ajax/libs/rollbar.js/*/rollbar.min.js' },
    ],
    beacons: [
      { host: 'api.rollbar.com', path: '/api/1/item/' },
    ],
    accounts: ['[0-9a-f]{32}'],
    calls: [
      { path: 'Rollbar.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'Rollbar.error', kind: 'event', data: [0, 1] },
      { path: 'Rollbar.configure', kind: 'settings', data: [0], identityKeys: ['payload.person.id', 'payload.person.email', 'payload.person.username'] },
    ],
    packages: [
      {
        package: 'rollbar',
        members: [
          { path: 'default#', kind: 'init', account: { argument: 0, key: ['accessToken'] }, data: [0, 1] },
          { path: 'default#error', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default#info', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'default#configure', kind: 'settings', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'URL, DOM telemetry, network telemetry',
      switchOff: 'autoInstrument:false, scrubFields, scrubTelemetryInputs',
    },
  },
  {
    id: 'raygun',
    name: 'Raygun',
    vendor: 'Raygun',
    category: 'error-monitoring',
    docs: 'https://raygun.com/documentation/',
    loaders: [
      { host: 'cdn.raygun.io', path: '/raygun4js/raygun.min.js' },
    ],
    beacons: [
      { host: 'api.raygun.io', path: '/entries' },
      { host: 'api.raygun.io', path: '/events' },
    ],
    accounts: [],
    calls: [
      { path: 'rg4js', kind: 'init', command: ['apiKey'], account: { argument: 1 }, data: [1] },
      { path: 'rg4js', kind: 'identify', command: ['setUser'], data: [1], identityKeys: ['identifier', 'email', 'firstName', 'fullName'] },
      { path: 'rg4js', kind: 'event', command: ['send', 'trackEvent'], data: [1] },
    ],
    packages: [
      {
        package: 'raygun4js',
        members: [
          { path: 'default', kind: 'event', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'URL, RUM',
      switchOff: 'filterSensitiveData',
    },
  },
]
