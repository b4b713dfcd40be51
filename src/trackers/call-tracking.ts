/** Call tracking. */
import type { Tracker } from './tracker.js'

export const callTracking: readonly Tracker[] = [
  {
    id: 'callrail',
    name: 'CallRail',
    vendor: 'CallRail',
    category: 'call-tracking',
    docs: 'https://support.callrail.com/',
    loaders: [
      { host: 'cdn.callrail.com', path: '/companies/*/swap.js', account: { pattern: '/companies/(\\d+)/' } },
      { host: 'cdn.callrail.com', path: '/companies/*/*/12/swap.js', account: { pattern: '/companies/(\\d+)/' } },
    ],
    beacons: [
      { host: 'js.callrail.com', path: '/group/*', account: { pattern: '/companies/(\\d+)/' } },
      { host: 'app.callrail.com', path: '/*', account: { pattern: '/companies/(\\d+)/' } },
      { host: 'cdn.callrail.com', path: '/*', account: { pattern: '/companies/(\\d+)/' } },
    ],
    accounts: ['(?<=callrail\\.com/companies/)[0-9]{6,10}'],
    calls: [
      { path: 'CallTrkSwap.refresh', kind: 'settings', data: [] },
    ],
    automaticCapture: {
      collects: 'Rewrites phone numbers in the page; records referrer, landing page, UTM, GA client id; Form Tracking captures submitted form fields',
      switchOff: 'Do not enable Form Tracking (External Form Capture) for the company',
    },
  },
  {
    id: 'calltrackingmetrics',
    name: 'CallTrackingMetrics',
    vendor: 'CallTrackingMetrics',
    category: 'call-tracking',
    docs: 'https://www.calltrackingmetrics.com/support/',
    loaders: [
      { host: '*.tctm.co', path: '/t.js' },
      { host: '*.tctm.xyz', path: '/t.js' },
    ],
    beacons: [
      { host: '*.tctm.co', path: '/*' },
    ],
    accounts: ['(?<=//)[0-9]{4,7}(?=\\.tctm\\.co)'],
    calls: [
      { path: '__ctm.tracker.trackEvent', kind: 'event', data: [0, 1, 2, 3] },
      { path: '__ctm.form.track', kind: 'event', data: [0, 1, 2, 3], identityKeys: ['country_code', 'name', 'phone_number', 'email', 'fields'] },
    ],
    automaticCapture: {
      collects: 'number swap, visitor session; FormReactor posts form fields',
      switchOff: 'FormReactor off',
    },
  },
  {
    id: 'invoca',
    name: 'Invoca',
    vendor: 'Invoca',
    category: 'call-tracking',
    docs: 'https://developers.invoca.net/',
    loaders: [
      { host: 'solutions.invocacdn.com', path: '/js/invoca-latest.min.js' },
      { host: 'solutions.invocacdn.com', path: '/js/networks/*/*/tag-live.js' },
    ],
    beacons: [
      { host: 'pnapi.invoca.net', path: '/*/na.json' },
    ],
    accounts: [],
    calls: [
      { path: 'Invoca.PNAPI.run', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'Invoca.PNAPI.integration', kind: 'settings', data: [0] },
    ],
    automaticCapture: {
      collects: 'number swap; session data, configured page data (InvocaDataLayer)',
      switchOff: 'n/a',
    },
  },
  {
    id: 'whatconverts',
    name: 'WhatConverts',
    vendor: 'WhatConverts',
    category: 'call-tracking',
    docs: 'https://www.whatconverts.com/',
    loaders: [
      { host: 'scripts.iconnode.com', path: '/*.js' },
      { host: 's.ksrndkehqnwntyxlhgto.com', path: '/*.js' },
    ],
    beacons: [
      { host: '*.iconnode.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: '$wc_leads.track', kind: 'event', data: [0] },
    ],
    automaticCapture: {
      collects: 'form submissions (all fields), chats, calls as leads',
      switchOff: 'exclude fields in profile',
    },
  },
  {
    id: 'marchex',
    name: 'Marchex call analytics',
    vendor: 'Marchex',
    category: 'call-tracking',
    docs: 'https://www.marchex.com/',
    loaders: [
      { host: '*.marchex.io', path: '/*' },
      { host: 'adinsight.marchex.io', path: '/*' },
    ],
    beacons: [
      { host: '*.voicestar.com', path: '/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'number swap',
      switchOff: 'n/a',
    },
  },
]
