/**
 * Types of tags. Adding one is one row.
 * https://developers.google.com/tag-platform/tag-manager/api/v2/tag-dictionary-reference
 */
import { textParameter, type Parameters } from '../container.js'
import type { Call, TagType } from '../knowledge.js'
import { constantText } from '../reading/text.js'

const tracked = (parameters: Parameters): Call => (constantText(textParameter(parameters, 'trackType')) === 'TRACK_PAGEVIEW' ? 'page' : 'event')
const uet = (parameters: Parameters): Call => (/^page_?load$/i.test(constantText(textParameter(parameters, 'eventType')) ?? 'PAGE_LOAD') ? 'init' : 'event')

export const tagTypes: readonly TagType[] = [
  { type: 'html', title: 'Custom HTML', markup: 'html' },
  { type: 'googtag', title: 'Google tag', tracker: 'google-analytics-4', byAccount: true, call: 'init', accounts: ['tagId', 'measurementId'] },
  { type: 'gaawc', title: 'GA4 configuration', tracker: 'google-analytics-4', byAccount: true, call: 'init', accounts: ['measurementId', 'measurementIdOverride'] },
  { type: 'gaawe', title: 'GA4 event', tracker: 'google-analytics-4', call: 'event', accounts: ['measurementIdOverride', 'measurementId'], events: ['eventName'] },
  {
    type: 'ua', title: 'Universal Analytics', tracker: 'google-universal-analytics', call: tracked,
    accounts: ['trackingId', 'gaSettings.trackingId'], events: ['eventAction'],
  },
  { type: 'ua_amp', title: 'Universal Analytics (AMP)', tracker: 'google-universal-analytics', call: tracked, accounts: ['trackingId'], events: ['eventAction'] },
  { type: 'awct', title: 'Google Ads conversion', tracker: 'google-ads', call: 'event', accounts: ['conversionId'], accountPrefix: 'AW-', event: 'conversion' },
  { type: 'awud', title: 'Google Ads user-provided data', tracker: 'google-ads', call: 'identify', accounts: ['conversionId'], accountPrefix: 'AW-' },
  { type: 'sp', title: 'Google Ads remarketing', tracker: 'google-ads', call: 'init', accounts: ['conversionId'], accountPrefix: 'AW-' },
  { type: 'awcc', title: 'Google Ads calls from a website', tracker: 'google-ads', call: 'init', accounts: ['conversionId'], accountPrefix: 'AW-' },
  // It keeps the number of the click that came from an advertisement.
  { type: 'gclidw', title: 'conversion linker' },
  { type: 'gclidw_amp', title: 'conversion linker (AMP)' },
  { type: 'flc', title: 'Floodlight counter', tracker: 'google-floodlight', call: 'event', accounts: ['advertiserId'], accountPrefix: 'DC-', events: ['activityTag'] },
  { type: 'fls', title: 'Floodlight sales', tracker: 'google-floodlight', call: 'event', accounts: ['advertiserId'], accountPrefix: 'DC-', events: ['activityTag'] },
  { type: 'opt', title: 'Google Optimize', tracker: 'google-optimize', call: 'init', accounts: ['optimizeContainerId'] },
  { type: 'img', title: 'custom image', tracker: 'by-address', call: 'event', address: 'url' },
  { type: 'bzi', title: 'LinkedIn Insight', tracker: 'linkedin-insight', call: 'init', accounts: ['id', 'partnerId'] },
  { type: 'baut', title: 'Microsoft Advertising UET', tracker: 'microsoft-uet', call: uet, accounts: ['tagId'], events: ['eventAction', 'eventCategory'] },
  { type: 'twitter_website_tag', title: 'X pixel', tracker: 'x-pixel', call: 'init', accounts: ['twitter_pixel_id', 'pixelId'], events: ['event_type'] },
  { type: 'hjtc', title: 'Hotjar', tracker: 'hotjar', call: 'init', accounts: ['hotjar_site_id', 'siteId'] },
  { type: 'cegg', title: 'Crazy Egg', tracker: 'crazy-egg', call: 'init', accounts: ['usersNumericId', 'accountNumber'] },
  { type: 'pntr', title: 'Pinterest tag', tracker: 'pinterest-tag', call: 'init', accounts: ['tagId', 'tag_id'], events: ['eventName'] },
  { type: 'crto', title: 'Criteo', tracker: 'criteo', call: 'init', accounts: ['accountId', 'account'] },
  { type: 'asp', title: 'AdRoll', tracker: 'adroll', call: 'init', accounts: ['advertiserId', 'customerId'] },
  { type: 'qpx', title: 'Quora pixel', tracker: 'quora-pixel', call: 'event', accounts: ['pixel_id'], events: ['pixel_event'] },
  // Containers of servers: https://developers.google.com/tag-platform/tag-manager/server-side
  { type: 'sgtmgaaw', title: 'GA4 from the server', tracker: 'google-analytics-4', call: 'event', accounts: ['measurementId'], events: ['eventName'] },
  { type: 'sgtmadsct', title: 'Google Ads conversion from the server', tracker: 'google-ads', call: 'event', accounts: ['conversionId'], accountPrefix: 'AW-', event: 'conversion' },
  { type: 'sgtmadsremarket', title: 'Google Ads remarketing from the server', tracker: 'google-ads', call: 'event', accounts: ['conversionId'], accountPrefix: 'AW-' },
  { type: 'sgtmadscl', title: 'conversion linker on the server' },
  { type: 'sgtmflc', title: 'Floodlight counter from the server', tracker: 'google-floodlight', call: 'event', accounts: ['advertiserId'], accountPrefix: 'DC-' },
  { type: 'http_request', title: 'HTTP request from the server', tracker: 'by-address', call: 'event', address: 'url' },
]

/** Types of live containers that listen for something and send nothing. */
export const listeners: ReadonlySet<string> = new Set(['cl', 'lcl', 'fsl', 'evl', 'hl', 'ehl', 'tl', 'sdl', 'ytl', 'jel', 'tg', 'dlm', 'zone', 'get', 'rep'])

const byType = new Map(tagTypes.map((row) => [row.type, row]))

export function tagTypeOf(type: string): TagType | null {
  return byType.get(type) ?? null
}
