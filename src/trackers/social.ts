/** Social plugins and embeds. */
import type { Tracker } from './tracker.js'

export const social: readonly Tracker[] = [
  {
    id: 'addthis-sharethis',
    name: 'ShareThis and AddThis share buttons',
    vendor: 'ShareThis, Oracle',
    category: 'social',
    docs: 'https://sharethis.com/support/',
    loaders: [
      { host: 'platform-api.sharethis.com', path: '/js/sharethis.js', account: { pattern: '[#?&]property=([0-9a-f]{24})' } },
      { host: 'w.sharethis.com', path: '/button/buttons.js' },
      { host: 'buttons-config.sharethis.com' },
      { host: 's7.addthis.com', path: '/js/', account: { pattern: '#pubid=([\\w-]+)' } },
    ],
    beacons: [
      { host: 'l.sharethis.com' },
      { host: 'count-server.sharethis.com' },
      { host: 'm.addthis.com' },
    ],
    accounts: ['[0-9a-f]{24}', 'ra-[0-9a-f]{16}'],
    calls: [
      { path: 'stLight.options', kind: 'init', account: { argument: 0, key: ['publisher'] }, data: [] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and title, and sets third-party identifiers',
      switchOff: 'Remove the script and use plain links for sharing',
    },
  },
  {
    id: 'facebook-sdk',
    name: 'Facebook JavaScript SDK and social plugins',
    vendor: 'Meta',
    category: 'social',
    docs: 'https://developers.facebook.com/docs/javascript',
    service: true,
    loaders: [
      { host: 'connect.facebook.net', path: '/*/sdk.js', account: { pattern: '[#?&]appId=(\\d+)' } },
      { host: 'connect.facebook.net', path: '/*/sdk/', account: { pattern: '[#?&]appId=(\\d+)' } },
      { host: 'connect.facebook.net', path: '/*/all.js', account: { pattern: '[#?&]appId=(\\d+)' } },
    ],
    beacons: [
      { host: 'www.facebook.com', path: '/plugins/', account: { parameter: 'appId' } },
      { host: 'www.facebook.com', path: '/v*/plugins/', account: { parameter: 'app_id' } },
    ],
    accounts: ['\\d{14,17}'],
    calls: [
      { path: 'FB.init', kind: 'init', account: { argument: 0, key: ['appId'] }, data: [] },
      { path: 'FB.AppEvents.logPageView', kind: 'page', data: [] },
      { path: 'FB.AppEvents.logEvent', kind: 'event', event: { argument: 0 }, data: [0, 1, 2] },
      { path: 'FB.AppEvents.setUserID', kind: 'identify', data: [0] },
      { path: 'FB.AppEvents.updateUserProperties', kind: 'identify', data: [0] },
    ],
    commonNames: ['FB'],
    automaticCapture: {
      collects: 'the page\'s address with every plugin, and page views with automatic app events',
      switchOff: 'autoLogAppEvents: false; load plugins only after a click',
    },
  },
  {
    id: 'youtube-vimeo-embed',
    name: 'YouTube and Vimeo embeds',
    vendor: 'Google, Vimeo',
    category: 'social',
    docs: 'https://developers.google.com/youtube/iframe_api_reference',
    service: true,
    loaders: [
      { host: 'www.youtube.com', path: '/iframe_api' },
      { host: 'www.youtube.com', path: '/player_api' },
      { host: 'player.vimeo.com', path: '/api/player.js' },
    ],
    beacons: [
      { host: 'www.youtube.com', path: '/embed/' },
      { host: 'www.youtube-nocookie.com', path: '/embed/' },
      { host: 'player.vimeo.com', path: '/video/' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'the embedding page\'s address and what is watched',
      switchOff: 'www.youtube-nocookie.com for YouTube, dnt=1 for Vimeo; load the player only after a click',
    },
  },
]
