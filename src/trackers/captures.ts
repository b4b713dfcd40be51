/** What trackers do by themselves, by the id of their row. */
import type { Capture, Switch } from './capture.js'

const identity = (...categories: string[]): { category: string }[] => categories.map((category) => ({ category }))

const autoConfig: readonly Switch[] = [
  {
    by: 'call', path: 'fbq', begins: ['set', 'autoConfig'], argument: 2, is: [false], account: 3, early: true,
    write: 'fbq(\'set\', \'autoConfig\', false, \'<account>\')',
  },
  { by: 'option', key: ['autoConfig'], is: [false], packages: ['react-facebook-pixel', '@bettercart/react-facebook-pixel'], write: 'autoConfig: false' },
]

/** https://www.npmjs.com/package/posthog-js, https://posthog.com/docs/product-analytics/autocapture */
const posthogOff: readonly Switch[] = [{ by: 'option', key: ['autocapture'], is: [false], write: 'autocapture: false' }]

const rows: Readonly<Record<string, readonly Capture[]>> = {
  'meta-pixel': [
    {
      takes: 'clicks', decides: 'code', off: autoConfig,
      sends: 'the text of every button that is clicked, with the names, ids and placeholders of the form’s fields and the page’s title',
      source: 'https://github.com/the-markup/meta-pixel-988',
    },
    {
      takes: 'metadata', decides: 'code', off: autoConfig, sends: 'the structured data, the description and the keywords of the page',
      source: 'https://github.com/the-markup/meta-pixel-988',
    },
    {
      takes: 'identity', decides: 'console', console: 'automatic advanced matching in Events Manager', off: [],
      sends: 'hashes of what is filled in', fields: identity('email', 'phone', 'name', 'postal-address', 'date-of-birth', 'demographics'),
      source: 'https://developers.facebook.com/docs/meta-pixel/advanced/advanced-matching',
    },
    {
      takes: 'addresses', decides: 'code', sends: 'a page view with the address of every page of the application that is shown',
      off: [{ by: 'assignment', path: 'fbq.disablePushState', is: [true], write: 'fbq.disablePushState = true' }],
      source: 'https://developers.facebook.com/docs/meta-pixel/implementation/tag_spa',
    },
  ],
  'google-ads': [
    {
      takes: 'identity', decides: 'code', off: [],
      on: [{ by: 'option', key: ['allow_enhanced_conversions'], is: [true], write: 'allow_enhanced_conversions: true' }],
      sends: 'hashes of e-mail addresses, phone numbers, names and addresses that it finds on the page', fields: identity('email', 'phone', 'name', 'postal-address'),
      source: 'https://support.google.com/google-ads/answer/13258081',
    },
  ],
  'google-analytics-4': [
    {
      takes: 'structure', decides: 'console', console: 'form interactions of enhanced measurement', off: [],
      sends: 'the id, name and destination of forms and the text of their buttons', source: 'https://support.google.com/analytics/answer/9216061',
    },
    {
      takes: 'search', decides: 'console', console: 'site search of enhanced measurement', off: [],
      sends: 'search terms in the address', source: 'https://support.google.com/analytics/answer/9216061',
    },
  ],
  'linkedin-insight': [
    {
      takes: 'choices', decides: 'console', console: 'website actions in Campaign Manager', off: [],
      sends: 'the text of what is clicked', source: 'https://github.com/the-markup/investigation-healthcare-exchange-tracking',
    },
    {
      takes: 'identity', decides: 'console', console: 'enhanced conversion tracking in Campaign Manager', off: [],
      sends: 'hashes of e-mail addresses', fields: identity('email'), source: 'https://www.linkedin.com/help/lms/answer/a1375861',
    },
  ],
  'snap-pixel': [
    {
      takes: 'choices', decides: 'console', console: 'automatic events in Ads Manager', off: [],
      sends: 'the text of what is clicked', source: 'https://github.com/the-markup/investigation-healthcare-exchange-tracking',
    },
    {
      takes: 'identity', decides: 'console', console: 'automatic matching in Ads Manager', off: [],
      sends: 'hashes of e-mail addresses and phone numbers', fields: identity('email', 'phone'), source: 'https://businesshelp.snapchat.com',
    },
  ],
  'tiktok-pixel': [
    {
      takes: 'choices', decides: 'console', console: 'the event builder in Events Manager', off: [],
      sends: 'the text of what is clicked', source: 'https://ads.tiktok.com/help/article/event-builder',
    },
    {
      takes: 'identity', decides: 'console', console: 'automatic advanced matching in Events Manager', off: [],
      sends: 'hashes of e-mail addresses and phone numbers',
      fields: [{ category: 'phone', types: ['tel'], contains: ['phone', 'contact', 'mobile', 'pn'] }, { category: 'email' }],
      source: 'https://ads.tiktok.com/help/article/how-to-set-up-automatic-advanced-matching',
    },
  ],
  'pinterest-tag': [
    {
      takes: 'identity', decides: 'console', console: 'automatic enhanced match in the tag’s settings', off: [],
      sends: 'hashes of e-mail addresses', fields: identity('email'), source: 'https://help.pinterest.com/business/article/enhanced-match',
    },
  ],
  'reddit-pixel': [
    {
      takes: 'identity', decides: 'console', console: 'automatic advanced matching in Events Manager', off: [],
      sends: 'hashes of e-mail addresses and phone numbers', fields: identity('email', 'phone'), source: 'https://business.reddithelp.com',
    },
  ],
  adroll: [
    {
      takes: 'identity', decides: 'console', console: 'e-mail capture in the pixel’s settings', off: [],
      sends: 'e-mail addresses', fields: identity('email'), source: 'https://help.adroll.com',
    },
  ],
  hubspot: [
    {
      takes: 'values', decides: 'console', console: '“collected forms” in the portal’s settings', off: [],
      sends: 'what is submitted in forms that are not its own', source: 'https://knowledge.hubspot.com/forms/use-non-hubspot-forms',
    },
  ],
  callrail: [
    {
      takes: 'values', decides: 'console', console: 'form tracking of the company', off: [],
      sends: 'what is submitted in forms', source: 'https://support.callrail.com',
    },
  ],
  whatconverts: [
    {
      takes: 'values', decides: 'console', console: 'form tracking of the profile', off: [],
      sends: 'what is submitted in forms', source: 'https://www.whatconverts.com/help',
    },
  ],
  posthog: [
    {
      takes: 'clicks', decides: 'code', off: posthogOff,
      sends: 'the text and the attributes of what is clicked, changed and submitted', source: 'https://posthog.com/docs/product-analytics/autocapture',
    },
  ],
  heap: [
    {
      takes: 'clicks', decides: 'code', off: [{ by: 'option', key: ['disableTextCapture'], is: [true], write: 'disableTextCapture: true' }],
      sends: 'the text of what is clicked, changed and submitted', source: 'https://developers.heap.io/reference/client-sdk-customization',
    },
  ],
  mixpanel: [
    {
      takes: 'clicks', decides: 'code', off: [],
      on: [{ by: 'option', key: ['autocapture'], is: [true], write: 'autocapture: true' }],
      sends: 'the text and the attributes of what is clicked, changed and submitted', source: 'https://docs.mixpanel.com/docs/tracking-methods/autocapture',
    },
  ],
  amplitude: [
    {
      takes: 'structure', decides: 'code',
      off: [
        { by: 'option', key: ['autocapture'], is: [false], write: 'autocapture: false' },
        { by: 'option', key: ['autocapture', 'formInteractions'], is: [false], write: 'autocapture: { formInteractions: false }' },
        { by: 'option', key: ['defaultTracking'], is: [false], write: 'defaultTracking: false' },
        { by: 'option', key: ['defaultTracking', 'formInteractions'], is: [false], write: 'defaultTracking: { formInteractions: false }' },
      ],
      sends: 'the id, name and destination of forms when they are begun and submitted', source: 'https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2',
    },
    {
      takes: 'clicks', decides: 'code', off: [],
      on: [{ by: 'option', key: ['autocapture', 'elementInteractions'], is: [true], write: 'autocapture: { elementInteractions: true }' }],
      sends: 'the text and the attributes of what is clicked and changed', source: 'https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2',
    },
  ],
  pendo: [
    {
      takes: 'clicks', decides: 'code', off: [{ by: 'option', key: ['excludeAllText'], is: [true], write: 'excludeAllText: true' }],
      sends: 'the text of what is clicked', source: 'https://agent.pendo.io/advanced/configuration/',
    },
  ],
  'datadog-rum': [
    {
      takes: 'clicks', decides: 'code',
      off: [
        { by: 'option', key: ['trackUserInteractions'], is: [false], write: 'trackUserInteractions: false' },
        { by: 'option', key: ['enablePrivacyForActionName'], is: [true], write: 'enablePrivacyForActionName: true' },
        { by: 'option', key: ['defaultPrivacyLevel'], is: ['mask'], write: 'defaultPrivacyLevel: \'mask\'' },
      ],
      sends: 'the text of what is clicked', source: 'https://docs.datadoghq.com/real_user_monitoring/browser/tracking_user_actions/',
    },
  ],
  snowplow: [
    {
      takes: 'values', decides: 'code', off: [],
      on: [
        { by: 'call', path: 'snowplow', begins: ['enableFormTracking'], write: 'snowplow(\'enableFormTracking\')' },
        { by: 'call', path: 'enableFormTracking', begins: [], write: 'enableFormTracking()' },
      ],
      sends: 'the name and the value of every field that changes', source: 'https://docs.snowplow.io/docs/sources/web-trackers/tracking-events/form-tracking/',
    },
  ],
}

/** What a tracker does by itself; empty where nothing is known. */
export function capturesOf(tracker: string): readonly Capture[] {
  return rows[tracker] ?? []
}

/** Ids of all trackers that do something by themselves. */
export const capturing: readonly string[] = Object.keys(rows)
