/** Social plugins and embeds. */
import type { Tracker } from './tracker.js'

export const social: readonly Tracker[] = [
  {
    id: 'addthis-sharethis',
    name: 'ShareThis / AddThis share buttons',
    vendor: 'ShareThis, Oracle',
    category: 'social',
    docs: 'https://sharethis.com/',
    loaders: [
      { host: 'platform-api.sharethis.com', path: '/js/sharethis.js' },
      { host: 'buttons-config.sharethis.com', path: '/*' },
      { host: 's7.addthis.com', path: '/js/300/addthis_widget.js' },
    ],
    beacons: [
      { host: 'l.sharethis.com', path: '/pview' },
      { host: 'count-server.sharethis.com', path: '/*' },
      { host: 'm.addthis.com', path: '/live/*' },
    ],
    accounts: ['(?<=#property=)[0-9a-f]{24}', '(?<=#pubid=)[A-Za-z0-9-]+'],
    calls: [],
    automaticCapture: {
      collects: 'page URL, title; sets third-party ids',
      switchOff: 'remove',
    },
  },
  {
    id: 'facebook-sdk',
    name: 'Facebook JavaScript SDK / social plugins',
    vendor: 'Meta',
    category: 'social',
    docs: 'https://developers.facebook.com/docs/javascript',
    loaders: [
      { host: 'connect.facebook.net', path: '/*/sdk.js' },
      { host: 'connect.facebook.net', path: '/*/all.js' },
    ],
    beacons: [
      { host: 'www.facebook.com', path: '/plugins/*' },
      { host: 'graph.facebook.com', path: '/*' },
    ],
    accounts: ['(?<=appId["\']?\\s*[:=]\\s*["\']?)[0-9]{14,17}'],
    calls: [
      { path: 'FB.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'FB.AppEvents.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'FB.AppEvents.setUserID', kind: 'identify', data: [0] },
      { path: 'FB.login', kind: 'settings', data: [] },
    ],
    commonNames: ['FB'],
    automaticCapture: {
      collects: 'page URL via plugins; autoLogAppEvents',
      switchOff: 'autoLogAppEvents:false',
    },
  },
  {
    id: 'youtube-vimeo-embed',
    name: 'YouTube / Vimeo embeds',
    vendor: 'Google, Vimeo',
    category: 'social',
    docs: 'https://developers.google.com/youtube/iframe_api_reference',
    loaders: [
      { host: 'www.youtube.com', path: '/iframe_api' },
      { host: 'player.vimeo.com', path: '/api/player.js' },
    ],
    beacons: [
      { host: 'www.youtube.com', path: '/embed/*' },
      { host: 'player.vimeo.com', path: '/video/*' },
      { host: 'www.youtube.com', path: '/api/stats/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'embedding page URL and viewing (VPPA exposure)',
      switchOff: 'www.youtube-nocookie.com; Vimeo dnt=1',
    },
  },
]
