/** Options by which a tracker sends through a host of the site's own, by the id of their rows. */
import type { Switch } from './capture.js'

export interface ProxyOption {
  option: Switch & { by: 'option' }
  /** Hosts of the vendor: an option that names one of these is no proxy. */
  own: RegExp
  source: string
}

const google = (key: string): ProxyOption => ({
  option: { by: 'option', key: [key], is: 'anything', write: key }, own: /google|doubleclick/i,
  source: 'https://developers.google.com/tag-platform/tag-manager/server-side/send-data',
})

const rows: Readonly<Record<string, readonly ProxyOption[]>> = {
  'google-analytics-4': [google('transport_url'), google('server_container_url'), google('first_party_collection')],
  'google-ads': [google('transport_url'), google('server_container_url')],
  posthog: [{
    option: { by: 'option', key: ['api_host'], is: 'anything', write: 'api_host' }, own: /posthog\.com/i,
    source: 'https://posthog.com/docs/advanced/proxy',
  }],
  mixpanel: [{
    option: { by: 'option', key: ['api_host'], is: 'anything', write: 'api_host' }, own: /mixpanel\.com/i,
    source: 'https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript',
  }],
}

/** Options of a tracker that make it send through another host. */
export function proxyOptionsOf(tracker: string): readonly ProxyOption[] {
  return rows[tracker] ?? []
}

/** Ids of all trackers with such an option. */
export const proxied: readonly string[] = Object.keys(rows)
