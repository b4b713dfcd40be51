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
  /** With `members`: they are those of a class, and its instance, itself, or a function that makes one is exported. */
  of?: 'instance' | 'class' | 'maker'
  /** Names and texts in the function that is exported, or in the one that it hands its arguments to. */
  marks?: readonly string[]
  /** With `marks`: a name in the function that calls the one with the marks. */
  callerMark?: string
  /** With `marks`: the function around is meant. */
  isAround?: true
  /** Functions that hand their arguments to a method of their own name: `setUser = (user) => scope().setUser(user)`. */
  delegates?: readonly string[]
  /** With `delegates`: a name that stands in the package. */
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
  // https://github.com/alinemorelli/react-gtm/blob/master/src/TagManager.js
  {
    package: 'react-gtm-module', exported: 'default', word: 'dataScript',
    members: ['dataScript', 'gtm', 'initialize', 'dataLayer'],
  },
  // https://github.com/zsajjad/react-facebook-pixel/blob/master/src/index.js
  {
    package: 'react-facebook-pixel', exported: 'default', word: 'trackSingle',
    members: ['pageView', 'trackSingle', 'trackCustom', 'grantConsent', 'revokeConsent'],
  },
  // https://github.com/hotjar/hotjar-js/blob/main/src/hotjar.ts
  {
    package: '@hotjar/browser', exported: 'default', word: 'stateChange',
    members: ['init', 'event', 'identify', 'stateChange', 'isReady'],
  },
  // https://www.npmjs.com/package/@microsoft/clarity
  {
    package: '@microsoft/clarity', exported: 'default', word: 'setTag',
    members: ['init', 'setTag', 'identify', 'upgrade', 'event'],
  },
]
