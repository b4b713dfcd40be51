/** Call tracking. */
import type { Tracker } from './tracker.js'

export const callTracking: readonly Tracker[] = [
  {
    id: 'callrail',
    name: 'CallRail',
    vendor: 'CallRail',
    category: 'call-tracking',
    docs: 'https://support.callrail.com/hc/en-us/articles/5711483495693',
    loaders: [
      { host: 'cdn.callrail.com', path: '/companies/', account: { pattern: '/companies/(\\d+)/' } },
      { host: 'js.callrail.com', path: '/group/', account: { pattern: '/companies/(\\d+)/' } },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.callrail.com', path: '/v3/a/*/calls.json' },
      { host: 'api.callrail.com', path: '/v3/a/*/form_submissions.json' },
    ],
    accounts: [],
    calls: [
      { path: 'CallTrkSwap.refresh', kind: 'page', data: [] },
      { path: 'CallTrk.refresh', kind: 'page', data: [] },
    ],
    automaticCapture: {
      collects: 'the landing page, referrer and campaign of a caller and, with form tracking, every field of submitted forms',
      switchOff: 'Do not enable form tracking (external form capture) for the company',
    },
  },
  {
    id: 'calltrackingmetrics',
    name: 'CallTrackingMetrics',
    vendor: 'CallTrackingMetrics',
    category: 'call-tracking',
    docs: 'https://www.calltrackingmetrics.com/support/knowledge-base/',
    loaders: [
      { host: '*.tctm.co', path: '/t.js', account: { pattern: '//(\\d+)\\.tctm\\.co' } },
      { host: '*.tctm.xyz', path: '/t.js', account: { pattern: '//(\\d+)\\.tctm\\.xyz' } },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: '__ctm.tracker.trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1, 2, 3] },
      { path: '__ctm.form.track', kind: 'event', data: [0, 1, 2, 3], identityKeys: ['country_code', 'name', 'phone_number', 'phone', 'email', 'fields'] },
    ],
    automaticCapture: {
      collects: 'the session of a caller and, with FormReactor, the fields of submitted forms',
      switchOff: 'Turn FormReactor off',
    },
  },
  {
    id: 'convirza',
    name: 'Convirza (LogMyCalls)',
    vendor: 'Convirza',
    category: 'call-tracking',
    docs: 'https://www.convirza.com/',
    loaders: [
      { host: 'dni.logmycalls.com', path: '/dni.js' },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'getDNIRecord', kind: 'init', account: { argument: 0 }, data: [] },
    ],
  },
  {
    id: 'invoca',
    name: 'Invoca',
    vendor: 'Invoca',
    category: 'call-tracking',
    docs: 'https://developers.invoca.net/en/latest/',
    loaders: [
      { host: 'solutions.invocacdn.com', path: '/js/', account: { pattern: '/networks/([^/]+/[^/]+)/' } },
    ],
    beacons: [
      { host: 'pnapi.invoca.net', path: '/', account: { pattern: 'net/(\\d+)/' } },
    ],
    accounts: ['\\d+/\\d+'],
    accountNames: ['InvocaTagId'],
    idioms: [
      { strings: ['solutions.invocacdn.com'], globals: ['InvocaTagId'] },
    ],
    calls: [
      { path: 'Invoca.PNAPI.run', kind: 'page', data: [0] },
      { path: 'Invoca.PNAPI.integration', kind: 'settings', data: [0] },
    ],
    commonNames: ['Invoca'],
    automaticCapture: {
      collects: 'session data of a caller and whatever page data is configured',
      switchOff: 'Remove the data from the tag\'s settings',
    },
  },
  {
    id: 'whatconverts',
    name: 'WhatConverts',
    vendor: 'WhatConverts',
    category: 'call-tracking',
    docs: 'https://www.whatconverts.com/help/docs/',
    loaders: [
      { host: 'scripts.iconnode.com', path: '/', account: { pattern: 'com/(\\d+)\\.js' } },
      { host: 's.ksrndkehqnwntyxlhgto.com', path: '/', account: { pattern: 'com/(\\d+)\\.js' } },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: '$wc_leads.track', kind: 'event', data: [0] },
    ],
    automaticCapture: {
      collects: 'all fields of submitted forms, chats and calls, as leads',
      switchOff: 'Exclude the fields in the profile',
    },
  },
  {
    id: 'marchex',
    name: 'Marchex call analytics',
    vendor: 'Marchex',
    category: 'call-tracking',
    docs: 'https://www.marchex.com/',
    loaders: [
      { host: '*.marchex.io' },
    ],
    beacons: [
      { host: '*.voicestar.com' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'the session of a caller',
      switchOff: 'Remove the script',
    },
  },
]
