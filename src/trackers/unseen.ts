/** What of a tracker no source shows: settings of its console, one sentence each, by the id of its row. */

const rows: Readonly<Record<string, readonly string[]>> = {
  // https://www.facebook.com/business/help/777099232674791, https://developers.facebook.com/docs/meta-pixel/advanced/advanced-matching
  'meta-pixel': [
    'Settings of Meta Pixel in Events Manager: events that are set up there without code, so that the base code alone can send Lead, Schedule or Contact, '
    + 'and automatic advanced matching, which hashes what is filled in.',
  ],
  // https://support.google.com/analytics/answer/9216061
  'google-analytics-4': [
    'Enhanced measurement of Google Analytics 4, a setting of the data stream: page changes, form interactions, site search and clicks on links are sent without code.',
  ],
  // https://support.google.com/google-ads/answer/13258081
  'google-ads': [
    'Conversion settings of Google Ads: automatic detection of user-provided data, which hashes addresses and numbers that it finds on the page.',
  ],
  'linkedin-insight': [
    'Settings of LinkedIn Insight Tag in Campaign Manager: website actions, which send the text of what is clicked, and enhanced conversion tracking.',
  ],
  'tiktok-pixel': [
    'Settings of TikTok Pixel in Events Manager: automatic advanced matching, and events that the event builder makes of clicks without code.',
  ],
  'snap-pixel': ['Settings of Snap Pixel in Ads Manager: automatic matching, and automatic events of what is clicked.'],
  'pinterest-tag': ['Settings of Pinterest Tag: automatic enhanced match, which hashes e-mail addresses that are filled in.'],
  'reddit-pixel': ['Settings of Reddit Pixel in Events Manager: automatic advanced matching, and events that are set up there without code.'],
  // https://help.ads.microsoft.com: goals are matched against the addresses of pages
  'microsoft-uet': ['Conversion goals of Microsoft Advertising UET: which addresses and events count as one is set in its console.'],
  'x-pixel': ['Events of X Pixel that are set up in Events Manager without code.'],
  adroll: ['Settings of AdRoll: capture of e-mail addresses that are filled in.'],
  'microsoft-clarity': ['The masking mode of Microsoft Clarity: strict, balanced or relaxed is a setting of the project.'],
  hotjar: ['Settings of Hotjar: which text is suppressed in recordings, and which pages are recorded.'],
  fullstory: ['Privacy rules of Fullstory: whether the project is private by default, and what is unmasked in its console.'],
  mouseflow: ['Settings of Mouseflow: which content and which pages are left out of recordings.'],
  'lucky-orange': ['Settings of Lucky Orange: which content is scrubbed from recordings.'],
  smartlook: ['Settings of Smartlook: which content is hidden in recordings.'],
  contentsquare: ['Settings of Contentsquare: which content is masked in recordings.'],
  'quantum-metric': ['Settings of Quantum Metric: which fields and texts are encrypted or left out of recordings.'],
  glassbox: ['Settings of Glassbox: which fields and texts are masked in recordings.'],
  posthog: ['Settings of the PostHog project: session replay and automatic capture can be switched on there.'],
  heap: ['Events of Heap that are defined in its console, also for what was captured before.'],
  pendo: ['Settings of Pendo: which texts and pages are left out, and guides that run in the page.'],
  segment: ['To which destinations Segment hands events on: advertising networks among them are connected in its console.'],
  rudderstack: ['To which destinations RudderStack hands events on: they are connected in its console.'],
  mparticle: ['To which outputs mParticle hands events on: they are connected in its console.'],
  freshpaint: ['To which destinations Freshpaint hands events on, and what it withholds from each: that is set in its console.'],
  'ours-privacy': ['To which destinations Ours Privacy hands events on, and what it withholds from each: that is set in its console.'],
  lytics: ['To which destinations Lytics hands profiles on: they are connected in its console.'],
  hubspot: ['Settings of HubSpot: collection of forms that are not its own, and pixels of advertising accounts that its script loads.'],
  callrail: ['Settings of CallRail: form tracking, which sends what is filled in, and integrations that receive it.'],
  whatconverts: ['Settings of WhatConverts: form tracking, which sends what is filled in, and integrations that receive it.'],
  calltrackingmetrics: ['Settings of CallTrackingMetrics: form capture and integrations that receive it.'],
  optimizely: ['What experiments of Optimizely run in the page: their code stands in its console.'],
  vwo: ['What experiments of VWO run in the page: their code stands in its console.'],
  'ab-tasty': ['What experiments of AB Tasty run in the page: their code stands in its console.'],
  convert: ['What experiments of Convert run in the page: their code stands in its console.'],
  'adobe-target': ['What activities of Adobe Target run in the page: their code stands in its console.'],
  'adobe-analytics': ['Settings of Adobe Analytics: Activity Map, which sends the text of links that are clicked, and processing rules.'],
  matomo: ['Settings of Matomo: form analytics, heatmaps and session recordings are set up in its administration.'],
  'yandex-metrica': ['Settings of Yandex Metrica: form analysis and content of pages in Webvisor are switched on in the counter.'],
}

/** One sentence for each thing that no source shows of a tracker; none where nothing is known. */
export function unseenOf(tracker: string): readonly string[] {
  return rows[tracker] ?? []
}

/** Ids of all trackers of which something is known that no source shows. */
export const unseen: readonly string[] = Object.keys(rows)
