/**
 * By what the exports of packages are known again once a build has put them into a site's own file. A minifier changes
 * no name of a property and no text; the names here are those that the releases of the last years have in common.
 */
export interface BundledExport {
  package: string
  /** As the package exports it: `default`, `init`; `*` where the names are members of one object in the build. */
  exported: string
  /** Members that together no other object has. */
  members?: readonly string[]
  /**
   * With `members`: whose they are, and what of it is exported. An `instance` of a class that has them, a function that
   * makes one (`maker`), the class itself whose instances have them (`constructor`) or that has them itself (`class`),
   * the function that gives an object with them back (`result`), or all of them, each by its own name (`namespace`).
   */
  of?: 'instance' | 'maker' | 'constructor' | 'class' | 'result' | 'namespace'
  /** Names and texts in the function that is exported, or in the one that it hands its arguments to. */
  marks?: readonly string[]
  /** With `marks`: a name in the function that calls the one with the marks. */
  callerMark?: string
  /** With `marks`: the function around is meant. */
  isAround?: true
  /** With `marks`: the CommonJS module around is meant, as a whole; `exported` is `*`. */
  isModule?: true
  /** With `marks`: UTF-16 code units of the largest function that is meant. */
  most?: number
  /**
   * Functions that hand their arguments to a method of their own name, `setUser = (user) => scope().setUser(user)`,
   * also of each thing that they are given one by one: `setUser = (user, all) => each(all, (it) => it.setUser(user))`.
   */
  delegates?: readonly string[]
  /** A name that stands in the package, beside what is exported. */
  beside?: string
  /** The most telling of the names: what holds it is read, however large the file. */
  word: string
  /** The word alone is a reason to read a file: the package says no other of its vendor. */
  isAlone?: true
}

export const bundledExports: readonly BundledExport[] = [
  // https://github.com/DataDog/browser-sdk/blob/main/packages/rum-core/src/boot/rumPublicApi.ts
  {
    package: '@datadog/browser-rum', exported: 'datadogRum', word: 'startSessionReplayRecording', isAlone: true,
    members: ['addAction', 'addError', 'getInternalContext', 'setGlobalContextProperty', 'startSessionReplayRecording'],
  },
  // https://github.com/DataDog/browser-sdk/blob/main/packages/logs/src/boot/logsPublicApi.ts
  {
    package: '@datadog/browser-logs', exported: 'datadogLogs', word: 'createLogger',
    members: ['createLogger', 'getLogger', 'logger', 'setGlobalContextProperty'],
  },
  // https://github.com/getsentry/sentry-javascript/blob/develop/packages/browser/src/sdk.ts
  {
    package: '@sentry/browser', exported: 'init', word: 'stackParser',
    marks: ['stackParser', 'integrations', 'transport'],
  },
  // https://github.com/getsentry/sentry-javascript/blob/develop/packages/replay-internal/src/integration.ts
  {
    package: '@sentry/browser', exported: 'replayIntegration', word: 'getReplayId', of: 'maker',
    members: ['startBuffering', 'getReplayId', 'flush', 'stop'],
  },
  // https://github.com/getsentry/sentry-javascript/blob/develop/packages/core/src/exports.ts
  {
    package: '@sentry/browser', exported: '*', beside: '__SENTRY__', word: '__SENTRY__', isAlone: true,
    delegates: ['setUser', 'setContext', 'setTag', 'setTags', 'setExtra', 'setExtras'],
  },
  // https://github.com/launchdarkly/react-client-sdk/blob/main/src/withLDProvider.tsx
  {
    package: 'launchdarkly-react-client-sdk', exported: 'withLDProvider', word: 'reactOptions',
    marks: ['reactOptions', 'createElement'], isAround: true,
  },
  // https://github.com/codler/react-ga4/blob/main/src/ga4.js
  {
    package: 'react-ga4', exported: 'default', word: '_gaCommandSendPageview', of: 'instance',
    members: ['initialize', 'event', 'send', '_gaCommandSendPageview'],
  },
  // https://github.com/amplitude/Amplitude-TypeScript/blob/main/packages/analytics-browser/src/browser-client-factory.ts
  {
    package: '@amplitude/analytics-browser', exported: '*', word: 'groupIdentify',
    members: ['logEvent', 'groupIdentify', 'setOptOut', 'extendSession', 'revenue'],
  },
  // https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/browser/index.ts
  {
    package: '@segment/analytics-next', exported: 'AnalyticsBrowser', word: 'addDestinationMiddleware', of: 'class',
    members: ['load', 'standalone'],
  },
  // https://github.com/firebase/firebase-js-sdk/blob/main/packages/analytics/src/api.ts, functions.ts
  {
    package: 'firebase/analytics', exported: 'logEvent', word: 'send_to',
    marks: ['event', 'send_to'], callerMark: 'appId',
  },
  {
    package: 'firebase/analytics', exported: 'setUserId', word: 'user_id',
    marks: ['config', 'user_id'], callerMark: 'appId',
  },
  {
    package: 'firebase/analytics', exported: 'setUserProperties', word: 'user_properties',
    marks: ['config', 'user_properties'], callerMark: 'appId',
  },
  {
    package: 'firebase/analytics', exported: 'getAnalytics', word: 'getImmediate',
    marks: ['analytics', 'isInitialized', 'getImmediate'],
  },
  // https://github.com/microsoft/ApplicationInsights-JS/blob/main/AISKU/src/AISku.ts
  {
    package: '@microsoft/applicationinsights-web', exported: 'ApplicationInsights', word: 'loadAppInsights',
    isAround: true, marks: ['loadAppInsights', 'emptyQueue', 'getSender', 'pluginVersionString'],
  },
  // https://github.com/fullstorydev/fullstory-browser-sdk/blob/main/packages/browser/src/index.ts
  {
    package: '@fullstory/browser', exported: 'FullStory', word: 'getCurrentSessionURL', of: 'class',
    members: ['anonymize', 'consent', 'getCurrentSessionURL', 'setUserVars', 'shutdown'],
  },
  {
    package: '@fullstory/browser', exported: 'init', word: 'FullStory was initialized in devMode',
    marks: ['devMode', 'FullStory was initialized in devMode and will stop recording'],
  },
  // https://github.com/snowplow/snowplow-javascript-tracker/blob/master/trackers/browser-tracker/src/api.ts
  {
    package: '@snowplow/browser-tracker', exported: '*', beside: 'setUserIdFromReferrer', word: 'setUserIdFromReferrer',
    delegates: ['setUserId', 'trackPageView'],
  },
  {
    package: '@snowplow/browser-tracker', exported: 'newTracker', word: '"js-"', beside: 'setUserIdFromReferrer',
    marks: ['js-', 'concat'], most: 300,
  },
  {
    package: '@snowplow/browser-tracker', exported: 'trackStructEvent', word: 'se_ca', isAround: true,
    marks: ['se_ca', 'se_ac', 'se_pr'], callerMark: 'timestamp', beside: 'setUserIdFromReferrer',
  },
  {
    package: '@snowplow/browser-tracker', exported: 'trackSelfDescribingEvent', word: 'ue_px', isAround: true,
    marks: ['ue_px', 'ue_pr'], callerMark: 'timestamp', beside: 'setUserIdFromReferrer',
  },
  // https://github.com/PostHog/posthog-js/blob/main/packages/react/src/hooks/usePostHog.ts
  {
    package: 'posthog-js/react', exported: 'usePostHog', word: '[PostHog.js]', beside: 'bootstrap', most: 110,
    marks: ['useContext', 'client'],
  },
  // https://github.com/vercel/analytics/blob/main/packages/web/src/generic.ts
  {
    package: '@vercel/analytics', exported: 'track', word: '@vercel/analytics/server',
    marks: [
      '[Vercel Web Analytics] Please import `track` from `@vercel/analytics/server` when using this function'
      + ' in a server environment',
    ],
  },
  {
    package: '@vercel/analytics', exported: 'inject', word: '[Vercel Web Analytics] Failed', isAround: true,
    marks: ['[Vercel Web Analytics] Failed to load script from '],
  },
  // https://github.com/vercel/analytics/blob/main/packages/web/src/react/index.tsx
  {
    package: '@vercel/analytics/react', exported: 'Analytics', word: 'disableAutoTrack',
    marks: ['disableAutoTrack', 'framework', 'useEffect', 'route', 'beforeSend'],
  },
  // https://docs.logrocket.com/reference
  {
    package: 'logrocket', exported: '*', word: 'startNewSession', isModule: true,
    marks: ['startNewSession', 'getSessionURL', 'captureException', 'identify'],
  },
  // https://github.com/plausible/plausible-tracker/blob/master/src/lib/tracker.ts
  {
    package: 'plausible-tracker', exported: 'default', word: 'enableAutoOutboundTracking', of: 'result',
    members: ['trackEvent', 'trackPageview', 'enableAutoPageviews', 'enableAutoOutboundTracking'],
  },
  // https://github.com/jonkoops/matomo-tracker/blob/main/packages/js/src/MatomoTracker.ts
  {
    package: '@jonkoops/matomo-tracker', exported: 'default', word: 'trackSiteSearch', of: 'constructor',
    members: ['enableHeartBeatTimer', 'trackEvent', 'trackSiteSearch', 'pushInstruction'],
  },
  // https://github.com/jonkoops/matomo-tracker/blob/main/packages/react/src/useMatomo.ts
  {
    package: '@jonkoops/matomo-tracker-react', exported: 'useMatomo', word: 'trackSiteSearch', of: 'result',
    members: ['trackEvent', 'trackEvents', 'trackPageView', 'trackSiteSearch', 'pushInstruction'],
  },
  // https://github.com/AmazingDreams/vue-matomo/blob/master/src/index.js
  {
    package: 'vue-matomo', exported: '*', word: '$matomo', isModule: true,
    marks: ['$piwik', '$matomo', 'globalProperties'],
  },
  // https://github.com/amplitude/Amplitude-JavaScript/blob/main/src/amplitude.js
  {
    package: 'amplitude-js', exported: 'default', word: 'regenerateDeviceId', of: 'instance',
    members: ['getInstance', 'isNewSession', 'logEvent', 'regenerateDeviceId'],
  },
  // https://github.com/launchdarkly/js-client-sdk/blob/main/src/index.js
  {
    package: 'launchdarkly-js-client-sdk', exported: 'initialize', word: 'waitUntilGoalsReady',
    marks: ['waitUntilGoalsReady', 'fetchGoals', 'synchronousFlush'],
  },
  // https://github.com/statsig-io/js-client-monorepo/blob/main/packages/js-client/src/StatsigClient.ts
  {
    package: '@statsig/js-client', exported: 'StatsigClient', word: 'updateUserAsync', of: 'constructor',
    members: ['initializeAsync', 'updateUserAsync', 'updateUserSync', 'logEvent'],
  },
  // https://github.com/rudderlabs/rudder-sdk-js/blob/develop/packages/analytics-js/src/app/RudderAnalytics.ts
  {
    package: '@rudderstack/analytics-js', exported: 'RudderAnalytics', word: 'setDefaultInstanceKey', of: 'constructor',
    members: ['setDefaultInstanceKey', 'getAnalyticsInstance', 'track', 'identify'],
  },
  // https://github.com/rollbar/rollbar.js/blob/master/src/browser/core.js
  {
    package: 'rollbar', exported: 'default', word: 'handleAnonymousErrors', of: 'constructor',
    members: ['handleAnonymousErrors', 'handleUnhandledRejection', 'captureEvent', 'configure'],
  },
  // https://github.com/bugsnag/bugsnag-js/blob/next/packages/browser/src/notifier.js
  {
    package: '@bugsnag/js', exported: '*', word: '_isBreadcrumbTypeEnabled', isModule: true,
    marks: ['_isBreadcrumbTypeEnabled', 'leaveBreadcrumb', 'addOnSession', 'pauseSession'],
  },
  // https://github.com/MatteoGabriele/vue-gtag/blob/v2/src/index.js
  {
    package: 'vue-gtag', exported: '*', word: 'customMap', of: 'namespace',
    members: ['customMap', 'linker', 'optIn', 'optOut', 'pageview', 'screenview'],
  },
  {
    package: 'vue-gtag', exported: 'default', word: '$gtag',
    marks: ['globalProperties', '$gtag'], callerMark: 'bootstrap',
  },
  // https://github.com/gtm-support/core/blob/main/src/gtm-support.ts, /vue-gtm/blob/main/src/index.ts
  {
    package: '@gtm-support/vue-gtm', exported: 'useGtm', word: '$gtm', most: 200,
    marks: ['appContext', 'globalProperties', '$gtm'],
  },
  {
    package: '@gtm-support/vue-gtm', exported: 'createGtm', word: 'vueRouterAdditionalEventData', isAround: true,
    marks: ['trackOnNextTick', 'vueRouterAdditionalEventData', '$gtm'], callerMark: 'install',
  },
  // https://github.com/elgorditosalsero/react-gtm-hook/blob/master/src/index.tsx
  {
    package: '@elgorditosalsero/react-gtm-hook', exported: 'useGTMDispatch', word: 'dispatchGTMEvent',
    marks: ['dispatchGTMEvent must be used within a GTMProvider'],
  },
  {
    package: '@elgorditosalsero/react-gtm-hook', exported: 'GTMProvider', word: 'injectScript',
    beside: 'customScriptName', marks: ['injectScript', 'useReducer', 'useEffect', 'Provider'],
  },
  // https://github.com/alinemorelli/react-gtm/blob/master/src/TagManager.js
  {
    package: 'react-gtm-module', exported: 'default', word: 'dataScript',
    members: ['dataScript', 'gtm', 'initialize', 'dataLayer'],
  },
  // https://github.com/zsajjad/react-facebook-pixel/blob/master/src/index.js
  {
    package: 'react-facebook-pixel', exported: '*', word: '[react-facebook-pixel]', isModule: true,
    marks: ['[react-facebook-pixel]', 'trackSingle', 'trackCustom', 'grantConsent', 'revokeConsent'],
  },
  // https://github.com/hotjar/hotjar-js/blob/main/src/hotjar.ts
  {
    package: '@hotjar/browser', exported: 'default', word: 'stateChange',
    members: ['init', 'event', 'identify', 'stateChange', 'isReady'],
  },
  // https://github.com/abdalla/react-hotjar/blob/master/index.js
  {
    package: 'react-hotjar', exported: 'hotjar', word: 'stateChange',
    members: ['initialize', 'initialized', 'identify', 'event', 'stateChange'],
  },
  // https://www.npmjs.com/package/@microsoft/clarity
  {
    package: '@microsoft/clarity', exported: 'default', word: 'setTag',
    members: ['init', 'setTag', 'identify', 'upgrade', 'event'],
  },
]
