/**
 * Settings of a Segment source, as `analytics.js` loads them or holds them: which destinations get what the site's calls say.
 * https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/
 */
import type { Container, Parameter, Parameters, Tag } from '../container.js'
import { js, objectOf, TAG_MANAGER } from '../expression.js'
import type { Knowledge, TagType } from '../knowledge.js'
import { entry, isTrue, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { plainText } from '../reading/text.js'

export const segmentWords = ['"Segment.io"']

/** Destinations by the names that settings give them. https://segment.com/docs/connections/destinations/catalog/ */
const destinations: readonly (Pick<TagType, 'type' | 'accounts'> & { tracker: string })[] = [
  { type: 'Facebook Pixel', tracker: 'meta-pixel', accounts: ['pixelId'] },
  { type: 'Google Analytics', tracker: 'google-universal-analytics', accounts: ['trackingId'] },
  { type: 'Google Analytics 4 Web', tracker: 'google-analytics-4', accounts: ['measurementID', 'measurementId'] },
  { type: 'Google AdWords New', tracker: 'google-ads', accounts: ['accountId'] },
  { type: 'Google Ads (Gtag)', tracker: 'google-ads', accounts: ['accountId'] },
  { type: 'Google Tag Manager', tracker: 'google-tag-manager', accounts: ['containerId'] },
  { type: 'DoubleClick Floodlight', tracker: 'google-floodlight', accounts: ['source'] },
  { type: 'Bing Ads', tracker: 'microsoft-uet', accounts: ['tagId'] },
  { type: 'LinkedIn Insight Tag', tracker: 'linkedin-insight', accounts: ['partnerId'] },
  { type: 'Twitter Ads', tracker: 'x-pixel', accounts: ['universalTagPixelId', 'page'] },
  { type: 'Pinterest Tag', tracker: 'pinterest-tag', accounts: ['tid'] },
  { type: 'Snap Pixel', tracker: 'snap-pixel', accounts: ['pixelId'] },
  { type: 'TikTok Pixel', tracker: 'tiktok-pixel', accounts: ['pixelCode'] },
  { type: 'Quora Conversion Pixel', tracker: 'quora-pixel', accounts: ['writeKey'] },
  { type: 'AdRoll', tracker: 'adroll', accounts: ['advId'] },
  { type: 'Criteo', tracker: 'criteo', accounts: ['account'] },
  { type: 'Hotjar', tracker: 'hotjar', accounts: ['hjid'] },
  { type: 'FullStory', tracker: 'fullstory', accounts: ['org'] },
  { type: 'Fullstory', tracker: 'fullstory', accounts: ['org', 'orgId'] },
  { type: 'LogRocket', tracker: 'logrocket', accounts: ['appID'] },
  { type: 'Mouseflow', tracker: 'mouseflow', accounts: ['apiKey'] },
  { type: 'Crazy Egg', tracker: 'crazy-egg', accounts: ['accountNumber'] },
  { type: 'Mixpanel', tracker: 'mixpanel', accounts: ['token'] },
  { type: 'Amplitude', tracker: 'amplitude', accounts: ['apiKey'] },
  { type: 'Heap', tracker: 'heap', accounts: ['appId'] },
  { type: 'Kissmetrics', tracker: 'kissmetrics', accounts: ['apiKey'] },
  { type: 'Optimizely', tracker: 'optimizely', accounts: [] },
  { type: 'Intercom', tracker: 'intercom', accounts: ['appId'] },
  { type: 'Drift', tracker: 'drift', accounts: ['embedId'] },
  { type: 'HubSpot', tracker: 'hubspot', accounts: ['portalId'] },
  { type: 'Marketo', tracker: 'marketo', accounts: ['projectId'] },
  { type: 'Klaviyo', tracker: 'klaviyo', accounts: ['apiKey'] },
  { type: 'Braze', tracker: 'braze', accounts: ['apiKey'] },
  { type: 'Appboy', tracker: 'braze', accounts: ['apiKey'] },
  { type: 'Customer.io', tracker: 'customer-io', accounts: ['siteId'] },
  { type: 'Iterable', tracker: 'iterable', accounts: ['apiKey'] },
]

const byType = new Map(destinations.map((row) => [row.type, row]))

/** Destinations that are none: Segment's own collection and what it does in the page. */
const OWN = new Set(['Segment.io', 'Segment', 'All'])

const knowledge: Knowledge = {
  tag(type) {
    const row = byType.get(type)
    if (!row) return null
    // A destination gets whatever the site's calls say.
    return { ...row, title: 'destination', call: 'init', data: (parameters) => js`${`${TAG_MANAGER}.pushed("*")`}, ${objectOf(parameters)}` }
  },
  isSilent: () => false,
  variable: () => null,
  code: () => null,
  builtIn: () => null,
}

export function readSegment(_path: string, text: string): Container | null {
  const isSettings = /^[\s\uFEFF]*\{/.test(text)
  const start = isSettings ? text.indexOf('{') : settingsInLibrary(text)
  const reading = start < 0 ? null : readLiteral(text, start)
  const integrations = isSettings ? entry(reading?.value, 'integrations') : reading?.value
  const own = entry(integrations, 'Segment.io')
  if (!reading || integrations?.kind !== 'object' || !entry(own, 'apiKey')) return null
  const tags = [...integrations.entries].flatMap(([name, settings]) => tagOf(text, name, settings) ?? [])
  return {
    start: reading.value.start, end: reading.value.end, manager: 'segment', knows: knowledge,
    form: isSettings ? 'settings of a Segment source' : 'a copy of analytics.js with the settings of a Segment source',
    id: textOf(entry(own, 'apiKey')), name: null, date: null, side: 'page', tags, variables: new Map(),
    triggers: [{
      name: 'every call', place: { start: integrations.start, end: integrations.start + 1 }, event: { kind: 'named', name: 'page', custom: false },
      test: { kind: 'constant', value: true }, says: 'every call of the site',
    }],
    notRead: entry(reading.value, 'plan') || (!isSettings && HAS_PLAN.test(text.slice(reading.value.end))) ? ['its tracking plan, which may block calls'] : [],
    problems: reading.brokenAt === null ? [] : [{ offset: reading.brokenAt, message: 'these settings are not whole JSON: what stands after this place may be missing' }],
  }
}

const OWN_SETTINGS = /"Segment\.io"\s*:\s*\{[^{}]*"apiKey"\s*:\s*"\w+"/
const HAS_PLAN = /\.initialize\(\w+,\s*\{[^{}]*\bplan:\s*\{\s*"track"\s*:\s*\{\s*"/

/**
 * Offset of the settings that a copy of the library holds, `{ "Amplitude": { … }, "Segment.io": { "apiKey": … } }`; -1 for
 * what is no such copy. https://github.com/segmentio/analytics.js
 */
function settingsInLibrary(text: string): number {
  const own = OWN_SETTINGS.exec(text)
  if (!own || !text.includes('SNIPPET_VERSION') || !/\.initialize\(/.test(text.slice(own.index))) return -1
  let depth = 0
  for (let at = own.index - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code === 0x7d) depth++
    else if (code === 0x7b && depth-- === 0) return at
  }
  return -1
}

function tagOf(text: string, name: string, settings: Literal): Tag | null {
  if (OWN.has(name) || settings.kind !== 'object') return null
  const parameters: Parameters = new Map([...settings.entries].flatMap(([key, value]): [string, Parameter][] => {
    const content = textOf(value)
    return content === null ? [] : [[key, { kind: 'text', text: plainText(text, value, content) }]]
  }))
  const isOff = entry(settings, 'enabled') !== null && !isTrue(entry(settings, 'enabled'))
  return {
    start: settings.start,
    end: settings.end,
    name,
    place: { start: settings.start, end: settings.start + 1 },
    type: name,
    parameters,
    fires: [0],
    blocks: [],
    brings: [],
    state: isOff ? 'paused' : 'fires',
    folder: null,
    consent: { status: 'not-set', types: [] },
    template: null, notes: null,
  }
}
