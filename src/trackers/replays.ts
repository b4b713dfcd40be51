/** How trackers record pages for replay, by the id of their row. */
import type { Replay, Switch } from './capture.js'

const option = (write: string, is: Extract<Switch, { by: 'option' }>['is'], ...key: string[]): Switch => ({ by: 'option', key, is, write })
/** Options of a plug-in's own call: `replayIntegration({ maskAllText: false })`. */
const plugin = (path: string, write: string, is: Extract<Switch, { by: 'call' }>['is'], ...key: string[]): Switch =>
  (is === undefined ? { by: 'call', path, begins: [], write } : { by: 'call', path, begins: [], argument: 0, key, is, write })

const rows: Readonly<Record<string, Replay>> = {
  'microsoft-clarity': {
    text: 'shown', inputs: 'masked', console: 'the masking mode of the project is “strict”', off: [], mask: [], reveal: [],
    masks: [{ attribute: 'data-clarity-mask', values: ['true', ''] }], reveals: [{ attribute: 'data-clarity-unmask', values: ['true', ''] }],
    source: 'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-masking',
  },
  hotjar: {
    text: 'shown', inputs: 'masked', console: 'the site’s settings suppress all text', off: [], mask: [], reveal: [],
    masks: [{ attribute: 'data-hj-suppress' }, { class: 'data-hj-suppress' }], reveals: [{ attribute: 'data-hj-allow' }, { class: 'data-hj-allow' }],
    source: 'https://help.hotjar.com/hc/en-us/articles/115012439167',
  },
  fullstory: {
    text: 'shown', inputs: 'shown', console: '“Private by Default” is on', off: [], mask: [], reveal: [],
    masks: [{ class: 'fs-mask' }, { class: 'fs-exclude' }], reveals: [{ class: 'fs-unmask' }],
    source: 'https://help.fullstory.com/hc/en-us/articles/360020623574',
  },
  logrocket: {
    text: 'shown', inputs: 'shown', console: null, off: [],
    mask: [option('dom: { textSanitizer: true, inputSanitizer: true }', [true], 'dom', 'textSanitizer')], reveal: [],
    masks: [{ attribute: 'data-private' }], reveals: [], source: 'https://docs.logrocket.com/reference/dom',
  },
  mouseflow: {
    text: 'shown', inputs: 'masked', console: 'the site’s settings exclude the content', off: [], mask: [],
    reveal: [], masks: [{ class: 'no-mouseflow' }, { attribute: 'data-mf-replace' }, { attribute: 'data-mf-replace-inner' }],
    reveals: [], source: 'https://help.mouseflow.com/en/articles/4274348',
  },
  'lucky-orange': {
    text: 'shown', inputs: 'shown', console: 'the site’s settings scrub the content', off: [], mask: [], reveal: [], masks: [], reveals: [],
    source: 'https://help.luckyorange.com',
  },
  inspectlet: {
    text: 'shown', inputs: 'shown', console: null, off: [], mask: [], reveal: [], masks: [{ class: 'inspectlet-sensitive' }], reveals: [],
    source: 'https://docs.inspectlet.com',
  },
  smartlook: {
    text: 'shown', inputs: 'masked', console: 'the project’s settings hide the content', off: [], mask: [],
    reveal: [
      { by: 'call', path: 'smartlook', begins: ['record'], argument: 1, key: ['forms'], is: [true], write: 'record: { forms: false }' },
      { by: 'call', path: 'record', begins: [], argument: 0, key: ['forms'], is: [true], write: 'record: { forms: false }' },
    ],
    masks: [{ attribute: 'data-recording-sensitive' }, { attribute: 'data-recording-disable' }], reveals: [],
    source: 'https://web.developer.smartlook.com/docs/record-events-and-form-inputs',
  },
  decibel: {
    text: 'shown', inputs: 'masked', console: 'the property’s privacy settings mask the content', off: [], mask: [], reveal: [], masks: [], reveals: [],
    source: 'https://docs.medallia.com/digital-experience-analytics/product-documentation/settings/account-settings/properties/privacy-tab',
  },
  'openreplay-highlight': {
    text: 'shown', inputs: 'masked', console: null, off: [],
    mask: [option('privacySetting: \'strict\'', ['strict'], 'privacySetting')],
    reveal: [option('defaultInputMode: 1', [0], 'defaultInputMode'), option('privacySetting: \'strict\'', ['none'], 'privacySetting')],
    masks: [{ attribute: 'data-openreplay-obscured' }, { attribute: 'data-openreplay-hidden' }, { class: 'highlight-mask' }], reveals: [],
    source: 'https://docs.openreplay.com/en/sdk/privacy/',
  },
  posthog: {
    text: 'shown', inputs: 'masked', console: 'session replay is off in the project’s settings',
    off: [option('disable_session_recording: true', [true], 'disable_session_recording')],
    mask: [option('session_recording: { maskTextSelector: \'*\' }', ['*'], 'session_recording', 'maskTextSelector')],
    reveal: [option('session_recording: { maskAllInputs: true }', [false], 'session_recording', 'maskAllInputs')],
    masks: [{ class: 'ph-no-capture' }, { class: 'ph-mask' }], reveals: [], source: 'https://posthog.com/docs/session-replay/privacy',
  },
  mixpanel: {
    text: 'masked', inputs: 'masked', console: null, off: [], mask: [],
    on: [option('record_sessions_percent', 'anything', 'record_sessions_percent')],
    reveal: [option('record_mask_text_selector: \'*\'', [''], 'record_mask_text_selector'), option('record_mask_all_inputs: true', [false], 'record_mask_all_inputs')],
    masks: [{ class: 'mp-mask' }], reveals: [], source: 'https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript/javascript-replay',
  },
  amplitude: {
    text: 'shown', inputs: 'masked', console: null, off: [], on: [plugin('sessionReplayPlugin', 'sessionReplayPlugin()', undefined)],
    mask: [plugin('sessionReplayPlugin', 'privacyConfig: { defaultMaskLevel: \'conservative\' }', ['conservative'], 'privacyConfig', 'defaultMaskLevel')],
    reveal: [plugin('sessionReplayPlugin', 'privacyConfig: { defaultMaskLevel: \'conservative\' }', ['light'], 'privacyConfig', 'defaultMaskLevel')],
    masks: [{ class: 'amp-mask' }, { class: 'amp-block' }], reveals: [{ class: 'amp-unmask' }],
    source: 'https://amplitude.com/docs/session-replay/session-replay-plugin',
  },
  'datadog-rum': {
    text: 'masked', inputs: 'masked', console: null, off: [],
    on: [option('sessionReplaySampleRate', 'anything', 'sessionReplaySampleRate'), plugin('startSessionReplayRecording', 'startSessionReplayRecording()', undefined)],
    mask: [option('defaultPrivacyLevel: \'mask\'', ['mask'], 'defaultPrivacyLevel')],
    reveal: [option('defaultPrivacyLevel: \'mask\'', ['allow', 'mask-user-input'], 'defaultPrivacyLevel')],
    masks: [{ attribute: 'data-dd-privacy', values: ['mask', 'hidden'] }], reveals: [{ attribute: 'data-dd-privacy', values: ['allow', 'mask-user-input'] }],
    source: 'https://docs.datadoghq.com/session_replay/privacy_options/',
  },
  sentry: {
    text: 'masked', inputs: 'masked', console: null, off: [], on: [plugin('replayIntegration', 'replayIntegration()', undefined)], mask: [],
    reveal: [
      plugin('replayIntegration', 'maskAllText: true', [false], 'maskAllText'), plugin('replayIntegration', 'maskAllInputs: true', [false], 'maskAllInputs'),
    ],
    masks: [{ attribute: 'data-sentry-mask' }, { class: 'sentry-mask' }], reveals: [{ attribute: 'data-sentry-unmask' }, { class: 'sentry-unmask' }],
    source: 'https://docs.sentry.io/platforms/javascript/session-replay/privacy/',
  },
  matomo: {
    text: 'masked', inputs: 'masked', console: null, off: [], mask: [], reveal: [], masks: [{ attribute: 'data-matomo-mask' }],
    reveals: [{ attribute: 'data-matomo-unmask' }], source: 'https://matomo.org/faq/heatmap-session-recording/',
  },
  'yandex-metrica': {
    text: 'shown', inputs: 'masked', console: null, off: [], mask: [], on: [option('webvisor: true', [true], 'webvisor')], reveal: [],
    masks: [{ class: 'ym-hide-content' }], reveals: [{ class: 'ym-record-keys' }], source: 'https://yandex.com/support/metrica/webvisor/settings.html',
  },
}

/** How a tracker records pages; undefined for one that does not. */
export function replayOf(tracker: string): Replay | undefined {
  return rows[tracker]
}

/** Ids of all trackers that record pages. */
export const recording: readonly string[] = Object.keys(rows)
