/**
 * `array/<token>/config.js` and `array/<token>/array.js`: what is set up in a PostHog project. The site's code starts the
 * tracker and may switch off what is on here, so that all of this is told where it is started.
 * https://posthog.com/docs/session-replay/privacy, https://posthog.com/docs/product-analytics/autocapture
 */
import type { SettledFacts } from '../../facts/container/container.js'
import type { Container } from '../container.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { containerOfSettings, isFirst } from './copy.js'

export const posthogWords = ['_POSTHOG_REMOTE_CONFIG', 'autocapture_opt_out']

const SCRIPT = /_POSTHOG_REMOTE_CONFIG\s*\[\s*["'](phc_\w+)["']\s*\]\s*=\s*\{\s*["']?config["']?\s*:\s*(?=\{)/

export function readPosthog(_path: string, text: string): Container | null {
  const found = SCRIPT.exec(text)
  const match = found && isFirst(text, found.index) ? found : null
  const start = match ? match.index + match[0].length : /^[\s\uFEFF]*\{/.test(text) ? text.indexOf('{') : -1
  const reading = start < 0 ? null : readLiteral(text, start)
  const { value } = reading ?? { value: null }
  const idAt = entry(value, 'token')
  const id = textOf(idAt)
  if (!value || !idAt || id === null || !id.startsWith('phc_') || !entry(value, 'autocapture_opt_out')) return null
  const behind = match === null ? '' : text.slice(value.end, value.end + 200)
  const hasApps = /^\s*,\s*siteApps\s*:\s*\[\s*[^\]\s]/.test(behind) || items(entry(value, 'siteApps')).length > 0
  return containerOfSettings(text, {
    start: match?.index ?? value.start, end: text.length, tracker: 'posthog', form: 'a copy of the settings of a PostHog project',
    title: 'settings of a PostHog project', id, place: { start: idAt.start, end: idAt.end }, call: 'settings',
    settings: [], settled: settledBy(value),
    notRead: hasApps ? ['its site apps, which run code of their own in the page'] : [],
  })
}

function settledBy(settings: Literal): SettledFacts {
  const takes = isTrue(entry(settings, 'autocapture_opt_out')) ? { takes: { clicks: false } } : {}
  const recording = entry(settings, 'sessionRecording')
  if (recording === null) return takes
  if (recording.kind !== 'object') return { ...takes, recording: 'off' }
  const masking = entry(recording, 'masking')
  const isMasked = textOf(entry(masking, 'maskTextSelector')) === '*'
  const payloads = entry(recording, 'networkPayloadCapture')
  return {
    ...takes, recording: isMasked ? 'masked' : 'shown',
    recordingTakes: [
      ...(entry(masking, 'maskAllInputs') && !isTrue(entry(masking, 'maskAllInputs')) ? ['what is typed'] : []),
      ...(isTrue(entry(payloads, 'recordBody')) ? ['bodies of requests and responses'] : []),
      ...(isTrue(entry(recording, 'consoleLogRecordingEnabled')) ? ['what is written to the console'] : []),
    ],
  }
}
