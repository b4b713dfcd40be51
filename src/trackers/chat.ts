/** Chat widgets. */
import type { ArgumentPlace, CallShape, PackageMember, Tracker } from './tracker.js'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const at = (argument: number, ...key: string[]): ArgumentPlace => (key.length === 0 ? { argument } : { argument, key })

const intercomUser = ['email', 'name', 'user_id', 'userId', 'phone', 'created_at', 'custom_attributes', 'user_hash']

/** The `Intercom` function, under the name a package gives it. */
const intercom = (path: string): CallShape[] => [
  { path, kind: 'init', command: ['boot'], account: at(1, 'app_id'), data: [1], identityKeys: intercomUser },
  { path, kind: 'identify', command: ['update'], data: [1], identityKeys: intercomUser },
  { path, kind: 'event', command: ['trackEvent'], event: at(1), data: [1, 2] },
  { path, kind: 'settings', command: ['showNewMessage'], data: [1] },
]

const zendeskPerson = ['name', 'email', 'phone']
const zE = (path: string): CallShape[] => [
  { path, kind: 'identify', command: ['webWidget'], where: { argument: 1, pattern: '^(identify|prefill)$' }, data: [2], identityKeys: zendeskPerson },
  { path, kind: 'page', command: ['webWidget'], where: { argument: 1, pattern: '^updatePath$' }, data: [2] },
  { path, kind: 'settings', command: ['webWidget'], where: { argument: 1, pattern: '^(updateSettings|chat:addTags|chat:send)$' }, data: [2] },
  { path, kind: 'identify', command: ['messenger'], where: { argument: 1, pattern: '^loginUser$' }, data: [2] },
  { path, kind: 'settings', command: ['messenger:set'], data: [1, 2] },
]

const tawkPackage: PackageMember[] = [{ path: 'default', kind: 'component', account: 'propertyId' }]

export const chat: readonly Tracker[] = [
  {
    id: 'intercom',
    name: 'Intercom',
    vendor: 'Intercom',
    category: 'chat',
    docs: 'https://developers.intercom.com/installing-intercom/web/methods',
    loaders: [
      { host: 'widget.intercom.io', path: '/widget/', account: { pattern: '/widget/([a-z0-9]{6,10})' } },
      { host: 'js.intercomcdn.com' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.intercom.io' },
      { host: 'api.eu.intercom.io' },
    ],
    accounts: ['(?=[a-z]*\\d)[a-z0-9]{8}'],
    idioms: [
      { strings: ['widget.intercom.io/widget/'] },
    ],
    calls: [
      ...intercom('Intercom'),
      { path: 'useScriptIntercom', kind: 'init', account: at(0, 'app_id'), data: [0], identityKeys: intercomUser },
    ],
    payloadGlobals: [{ name: 'intercomSettings', kind: 'identify' }],
    packages: [
      {
        package: '@intercom/messenger-js-sdk',
        members: [
          { path: 'default', kind: 'init', account: at(0, 'app_id'), data: [0], identityKeys: intercomUser },
          { path: 'boot', kind: 'init', account: at(0, 'app_id'), data: [0], identityKeys: intercomUser },
          { path: 'update', kind: 'identify', data: [0], identityKeys: intercomUser },
          { path: 'trackEvent', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      {
        package: 'react-use-intercom',
        members: [
          { path: 'IntercomProvider', kind: 'component', account: 'appId', data: ['autoBootProps'] },
          { path: 'useIntercom().boot', kind: 'identify', data: [0], identityKeys: intercomUser },
          { path: 'useIntercom().update', kind: 'identify', data: [0], identityKeys: intercomUser },
          { path: 'useIntercom().trackEvent', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
      {
        package: 'react-intercom',
        members: [
          { path: 'default', kind: 'component', account: 'appID', data: intercomUser },
          ...intercom('IntercomAPI'),
        ],
      },
      { package: '@analytics/intercom', members: [{ path: 'default', kind: 'init', account: at(0, 'appId'), data: [] }] },
    ],
    automaticCapture: {
      collects: 'the page\'s address with every ping, the visitor\'s location, and what is written into the chat',
      switchOff: 'Do not boot it on the page; Intercom(\'shutdown\')',
    },
  },
  {
    id: 'zendesk-chat',
    name: 'Zendesk Web Widget (Zopim)',
    vendor: 'Zendesk',
    category: 'chat',
    docs: 'https://developer.zendesk.com/api-reference/widget/introduction/',
    loaders: [
      { host: 'static.zdassets.com', path: '/ekr/snippet.js', account: { parameter: 'key' } },
      { host: 'static.zdassets.com', path: '/ekr/asset_composer.js', account: { parameter: 'key' } },
      { host: 'static.zdassets.com', path: '/web_widget/' },
      { host: 'v2.zopim.com', path: '/', account: { pattern: 'com/\\?(\\w+)' } },
    ],
    beacons: [
      { host: 'ekr.zdassets.com', path: '/compose/', account: { pattern: '/compose/([0-9a-f-]{36})' } },
    ],
    accounts: [uuid],
    calls: [
      ...zE('zE'),
      { path: 'zE.identify', kind: 'identify', data: [0], identityKeys: zendeskPerson },
      { path: '$zopim.livechat.set', kind: 'identify', data: [0], identityKeys: zendeskPerson },
      { path: '$zopim.livechat.setName', kind: 'identify', data: [0] },
      { path: '$zopim.livechat.setEmail', kind: 'identify', data: [0] },
      { path: '$zopim.livechat.setPhone', kind: 'identify', data: [0] },
      { path: '$zopim.livechat.addTags', kind: 'settings', data: [0] },
    ],
    payloadGlobals: [{ name: 'zESettings', kind: 'settings' }],
    packages: [
      {
        package: 'react-zendesk',
        members: [{ path: 'default', kind: 'component', account: 'zendeskKey' }, ...zE('ZendeskAPI')],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s path and title, which agents see, and what is written into the chat',
      switchOff: 'cookies: false keeps it from setting cookies; do not load it on the page',
    },
  },
  {
    id: 'drift',
    name: 'Drift (Salesloft)',
    vendor: 'Salesloft',
    category: 'chat',
    docs: 'https://devdocs.drift.com/docs',
    loaders: [
      { host: 'js.driftt.com', path: '/include/', account: { pattern: '/include/\\d+/(\\w+)\\.js' } },
    ],
    beacons: [],
    accounts: ['(?=[a-z]*\\d)[a-z0-9]{12}'],
    calls: [
      { path: 'drift.load', kind: 'init', account: at(0), data: [] },
      { path: 'drift.page', kind: 'page', data: [0] },
      { path: 'drift.track', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'drift.identify', kind: 'identify', data: [0, 1], identityKeys: ['email', 'name', 'phone'] },
      { path: 'drift.api.setUserAttributes', kind: 'identify', data: [0], identityKeys: ['email', 'name', 'phone'] },
    ],
    commonNames: ['drift'],
    packages: [
      { package: 'react-drift', members: [{ path: 'default', kind: 'component', account: 'appId', data: ['userId', 'attributes'] }] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, the IP address, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'livechat',
    name: 'LiveChat',
    vendor: 'Text',
    category: 'chat',
    docs: 'https://platform.text.com/docs/extending-chat-widget/javascript-api',
    loaders: [
      { host: 'cdn.livechatinc.com', path: '/tracking.js' },
      { host: 'cdn.livechatinc.com', path: '/widget/' },
    ],
    beacons: [],
    serverEndpoints: [
      { host: 'api.livechatinc.com', path: '/*/customer/action/' },
      { host: 'api.livechatinc.com', path: '/*/agent/action/' },
    ],
    accounts: ['\\d{6,9}'],
    calls: [
      { path: 'LiveChatWidget.call', kind: 'identify', command: ['set_customer_name', 'set_customer_email', 'update_customer_data'], data: [1] },
      { path: 'LiveChatWidget.call', kind: 'settings', command: ['set_session_variables', 'update_session_variables'], data: [1] },
      { path: 'LC_API.set_custom_variables', kind: 'settings', data: [0] },
    ],
    packages: [
      {
        package: '@livechat/widget-react',
        members: [
          { path: 'LiveChatWidget', kind: 'component', account: 'license', data: ['customerName', 'customerEmail', 'sessionVariables'] },
        ],
      },
      {
        package: '@livechat/widget-vue',
        members: [
          { path: 'LiveChatWidget', kind: 'component', account: 'license', data: ['customerName', 'customerEmail', 'sessionVariables'] },
        ],
      },
      {
        package: '@livechat/customer-sdk',
        members: [
          { path: 'init', kind: 'init', account: at(0, 'licenseId'), data: [] },
          { path: 'init().sendEvent', kind: 'event', data: [0] },
          { path: 'init().updateCustomer', kind: 'identify', data: [0] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the addresses of visited pages, and what is written into the chat and the form before it',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'tawk-to',
    name: 'tawk.to',
    vendor: 'tawk.to',
    category: 'chat',
    docs: 'https://developer.tawk.to/jsapi/',
    loaders: [
      { host: 'embed.tawk.to', path: '/', account: { pattern: 'tawk\\.to/([0-9a-f]{24})/' } },
    ],
    beacons: [
      { host: 'va.tawk.to' },
    ],
    accounts: ['[0-9a-f]{24}'],
    calls: [
      { path: 'Tawk_API.setAttributes', kind: 'identify', data: [0], identityKeys: ['name', 'email', 'hash'] },
      { path: 'Tawk_API.login', kind: 'identify', data: [0], identityKeys: ['name', 'email', 'hash', 'userId', 'phone'] },
      { path: 'Tawk_API.addEvent', kind: 'event', event: at(0), data: [0, 1] },
      { path: 'Tawk_API.addTags', kind: 'settings', data: [0] },
    ],
    packages: [
      { package: '@tawk.to/tawk-messenger-react', members: tawkPackage },
      { package: '@tawk.to/tawk-messenger-vue-3', members: tawkPackage },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'crisp',
    name: 'Crisp',
    vendor: 'Crisp IM',
    category: 'chat',
    docs: 'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/',
    loaders: [
      { host: 'client.crisp.chat' },
    ],
    beacons: [],
    accounts: [uuid],
    calls: [
      { path: '$crisp.push', kind: 'identify', shape: 'array', command: ['set'], where: { argument: 1, pattern: '^user:' }, data: [2] },
      { path: '$crisp.push', kind: 'event', shape: 'array', command: ['set'], where: { argument: 1, pattern: '^session:event$' }, data: [2] },
      { path: '$crisp.push', kind: 'settings', shape: 'array', command: ['set'], data: [2] },
      { path: '$crisp.push', kind: 'event', shape: 'array', command: ['do'], where: { argument: 1, pattern: '^message:send$' }, event: at(1), data: [2] },
      { path: 'useScriptCrisp', kind: 'init', account: at(0, 'id'), data: [] },
    ],
    packages: [
      {
        package: 'crisp-sdk-web',
        members: [
          { path: 'Crisp.configure', kind: 'init', account: at(0), data: [] },
          { path: 'Crisp.user.setEmail', kind: 'identify', data: [0] },
          { path: 'Crisp.user.setPhone', kind: 'identify', data: [0] },
          { path: 'Crisp.user.setNickname', kind: 'identify', data: [0] },
          { path: 'Crisp.session.setData', kind: 'settings', data: [0] },
          { path: 'Crisp.session.pushEvent', kind: 'event', event: at(0), data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'olark',
    name: 'Olark',
    vendor: 'Olark',
    category: 'chat',
    docs: 'https://www.olark.com/help/api',
    loaders: [
      { host: 'static.olark.com', path: '/jsclient/' },
    ],
    beacons: [],
    accounts: ['\\d{4}-\\d{3}-\\d{2}-\\d{4}'],
    calls: [
      { path: 'olark.identify', kind: 'init', account: at(0), data: [] },
      { path: 'olark', kind: 'identify', command: ['api.visitor.update*'], data: [1] },
      { path: 'olark', kind: 'settings', command: ['api.chat.update*', 'api.chat.send*'], data: [1] },
    ],
    automaticCapture: {
      collects: 'the addresses of visited pages, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'liveperson',
    name: 'LivePerson',
    vendor: 'LivePerson',
    category: 'chat',
    docs: 'https://developers.liveperson.com/',
    loaders: [
      { host: 'lptag.liveperson.net', path: '/tag/tag.js', account: { parameter: 'site' } },
      { host: 'lptag-*.liveperson.net', path: '/tag/tag.js', account: { parameter: 'site' } },
    ],
    beacons: [
      { host: '*.v.liveperson.net' },
    ],
    accounts: ['\\d{6,9}'],
    idioms: [
      { strings: ['/tag/tag.js'], globals: ['lpTag'] },
    ],
    calls: [
      { path: 'lpTag.sdes.push', kind: 'identify', data: [0], identityKeys: ['info', 'personal', 'customerId', 'firstname', 'lastname', 'contacts', 'age'] },
      { path: 'lpTag.sdes.send', kind: 'identify', data: [0], identityKeys: ['info', 'personal', 'customerId', 'firstname', 'lastname', 'contacts', 'age'] },
      { path: 'lpTag.newPage', kind: 'page', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'the page\'s address and title, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'podium',
    name: 'Podium Webchat',
    vendor: 'Podium',
    category: 'chat',
    docs: 'https://docs.podium.com/docs/webchat',
    loaders: [
      { host: 'connect.podium.com', path: '/widget.js' },
    ],
    beacons: [],
    accounts: [uuid],
    calls: [
      { path: 'PodiumWebChat.toggle', kind: 'consent', data: [] },
    ],
    automaticCapture: {
      collects: 'name, phone number and message written into the widget',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'birdeye',
    name: 'Birdeye webchat and reviews',
    vendor: 'Birdeye',
    category: 'chat',
    docs: 'https://birdeye.com/webchat/',
    loaders: [
      { host: 'birdeye.com', path: '/embed/', account: { pattern: '/embed/v\\d+/\\d+/\\d+/(\\d+)' } },
      { host: 'cdn*.birdeye.com' },
    ],
    beacons: [
      { host: 'birdeye.com', path: '/embed/' },
    ],
    accounts: ['\\d{12,18}'],
    calls: [],
    automaticCapture: {
      collects: 'what is written into the widget',
      switchOff: 'Do not load it on the page',
    },
  },
  {
    id: 'snapengage',
    name: 'SnapEngage',
    vendor: 'TeamSupport',
    category: 'chat',
    docs: 'https://developer.snapengage.com/',
    loaders: [
      { host: 'storage.googleapis.com', path: '/code.snapengage.com/', account: { pattern: '/js/([0-9a-f-]{36})\\.js' } },
      { host: 'commondatastorage.googleapis.com', path: '/code.snapengage.com/', account: { pattern: '/js/([0-9a-f-]{36})\\.js' } },
      { host: '*.snapengage.com', path: '/cdn/js/', account: { pattern: '/js/([0-9a-f-]{36})\\.js' } },
    ],
    beacons: [],
    accounts: [uuid],
    calls: [
      { path: 'SnapABug.init', kind: 'init', account: at(0), data: [] },
      { path: 'SnapABug.setUserEmail', kind: 'identify', data: [0] },
      { path: 'SnapEngage.setUserEmail', kind: 'identify', data: [0] },
      { path: 'SnapEngage.setUserName', kind: 'identify', data: [0] },
      { path: 'SnapEngage.sendTextToChat', kind: 'event', data: [0] },
    ],
    automaticCapture: {
      collects: 'the page\'s address, and what is written into the chat',
      switchOff: 'Do not load it on the page',
    },
  },
]
