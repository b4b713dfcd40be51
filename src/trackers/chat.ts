/** Chat widgets. */
import type { Tracker } from './tracker.js'

export const chat: readonly Tracker[] = [
  {
    id: 'intercom',
    name: 'Intercom',
    vendor: 'Intercom',
    category: 'chat',
    docs: 'https://developers.intercom.com/installing-intercom/web/methods',
    loaders: [
      { host: 'widget.intercom.io', path: '/widget/*', account: { pattern: '/widget/([a-z0-9]{6,10})' } },
      { host: 'js.intercomcdn.com', path: '/*', account: { pattern: '/widget/([a-z0-9]{6,10})' } },
    ],
    beacons: [
      { host: 'api-iam.intercom.io', path: '/messenger/web/*', account: { pattern: '/widget/([a-z0-9]{6,10})' } },
      { host: 'nexus-websocket-a.intercom.io', account: { pattern: '/widget/([a-z0-9]{6,10})' } },
    ],
    serverEndpoints: [
      { host: 'api.intercom.io', path: '/' },
    ],
    accounts: ['[a-z0-9]{8}'],
    idioms: [
      { strings: ['widget.intercom.io/widget/'] },
    ],
    calls: [
      { path: 'Intercom', kind: 'init', command: ['boot'], account: { argument: 1 }, data: [1], identityKeys: ['email', 'name', 'user_id', 'phone', 'created_at', 'custom_attributes', 'user_hash'] },
      { path: 'Intercom', kind: 'identify', command: ['update'], data: [1], identityKeys: ['email', 'name', 'user_id', 'phone'] },
      { path: 'Intercom', kind: 'event', command: ['trackEvent'], event: { argument: 1 }, data: [1, 2] },
      { path: 'Intercom', kind: 'settings', command: ['showNewMessage', 'shutdown'], data: [1] },
    ],
    payloadGlobals: [{ name: 'intercomSettings', kind: 'identify' }],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptIntercom', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: '@intercom/messenger-js-sdk',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['app_id'] }, data: [0] },
          { path: 'boot', kind: 'init', account: { argument: 0 }, data: [0] },
          { path: 'update', kind: 'identify', data: [0] },
          { path: 'trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-use-intercom',
        members: [
          { path: 'IntercomProvider', kind: 'component', account: 'appId' },
          { path: 'useIntercom().boot', kind: 'identify', data: [0] },
          { path: 'useIntercom().update', kind: 'identify', data: [0] },
          { path: 'useIntercom().trackEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      {
        package: 'react-intercom',
        members: [
          { path: 'default', kind: 'component', account: 'appID' },
          { path: 'IntercomAPI', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
      { package: 'vue-intercom', members: [] },
      {
        package: '@analytics/intercom',
        members: [
          { path: 'default', kind: 'init', account: { argument: 0, key: ['appId'] }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'Current page URL on each ping, chat text typed by visitor, visitor location',
      switchOff: 'Intercom("shutdown"); do not boot',
    },
  },
  {
    id: 'zendesk-chat',
    name: 'Zendesk Web Widget / Zopim',
    vendor: 'Zendesk',
    category: 'chat',
    docs: 'https://developer.zendesk.com/api-reference/widget/introduction/',
    loaders: [
      { host: 'static.zdassets.com', path: '/ekr/snippet.js', account: { parameter: 'key' } },
      { host: 'v2.zopim.com', path: '/*', account: { parameter: 'key' } },
      { host: 'static.zdassets.com', path: '/web_widget/*', account: { parameter: 'key' } },
    ],
    beacons: [
      { host: '*.zendesk.com', path: '/embeddable_blip', account: { parameter: 'key' } },
      { host: 'ekr.zdassets.com', path: '/compose/*', account: { parameter: 'key' } },
      { host: 'widget-mediator.zopim.com', path: '/*', account: { parameter: 'key' } },
    ],
    accounts: ['(?<=snippet\\.js\\?key=)[0-9a-f-]{36}'],
    calls: [
      { path: 'zE', kind: 'identify', command: ['webWidget', 'messenger'], data: [1, 2], identityKeys: ['name', 'email', 'phone'] },
      { path: 'zE.identify', kind: 'identify', data: [0], identityKeys: ['name', 'email'] },
      { path: '$zopim.livechat.setName', kind: 'identify', data: [0] },
      { path: '$zopim.livechat.setEmail', kind: 'identify', data: [0] },
      { path: '$zopim.livechat.setPhone', kind: 'identify', data: [0] },
    ],
    payloadGlobals: [{ name: 'zESettings', kind: 'settings' }],
    packages: [
      {
        package: 'react-zendesk',
        members: [
          { path: 'default', kind: 'component', account: 'zendeskKey' },
          { path: 'ZendeskAPI', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page path/title shown to agents, chat text',
      switchOff: 'cookies:false',
    },
  },
  {
    id: 'drift',
    name: 'Drift (Salesloft)',
    vendor: 'Salesloft',
    category: 'chat',
    docs: 'https://devdocs.drift.com/',
    loaders: [
      { host: 'js.driftt.com', path: '/include/*/*.js' },
    ],
    beacons: [
      { host: 'customer.api.drift.com', path: '/*' },
      { host: 'targeting.api.drift.com', path: '/*' },
      { host: 'event.api.drift.com', path: '/*' },
    ],
    accounts: [],
    calls: [
      { path: 'drift.load', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'drift.identify', kind: 'identify', data: [0, 1], identityKeys: ['email', 'name', 'phone'] },
      { path: 'drift.track', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'drift.page', kind: 'page', data: [0] },
      { path: 'drift.api.setUserAttributes', kind: 'identify', data: [0] },
    ],
    commonNames: ['drift'],
    packages: [
      {
        package: 'react-drift',
        members: [
          { path: 'default', kind: 'component', account: 'appId' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, chat text, IP',
      switchOff: 'n/a',
    },
  },
  {
    id: 'livechat',
    name: 'LiveChat',
    vendor: 'Text Inc.',
    category: 'chat',
    docs: 'https://platform.text.com/docs/extending-chat-widget/javascript-api',
    loaders: [
      { host: 'cdn.livechatinc.com', path: '/tracking.js' },
      { host: 'cdn.livechatinc.com', path: '/widget/*' },
    ],
    beacons: [
      { host: 'api.livechatinc.com', path: '/*' },
      { host: 'accounts.livechatinc.com', path: '/*' },
    ],
    accounts: ['(?<=__lc\\.license\\s*=\\s*)[0-9]{6,9}'],
    calls: [
      { path: 'LiveChatWidget.call', kind: 'identify', command: ['set_customer_name', 'set_customer_email', 'set_session_variables', 'update_session_variables'], data: [1] },
      { path: 'LC_API.set_custom_variables', kind: 'identify', data: [0] },
    ],
    payloadGlobals: [{ name: '__lc', kind: 'settings' }],
    packages: [
      {
        package: '@livechat/widget-react',
        members: [
          { path: 'LiveChatWidget', kind: 'component', account: 'license', data: ['customerName', 'customerEmail', 'sessionVariables'] },
        ],
      },
      {
        package: '@livechat/customer-sdk',
        members: [
          { path: 'init().sendEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
          { path: 'init().updateCustomer', kind: 'identify', data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URLs, chat and pre-chat form text',
      switchOff: 'n/a',
    },
  },
  {
    id: 'tawk-to',
    name: 'tawk.to',
    vendor: 'tawk.to',
    category: 'chat',
    docs: 'https://developer.tawk.to/jsapi/',
    loaders: [
      { host: 'embed.tawk.to', path: '/*/*', account: { pattern: 'tawk\\.to/([0-9a-f]{24})/' } },
    ],
    beacons: [
      { host: 'va.tawk.to', path: '/v1/session/start', account: { pattern: 'tawk\\.to/([0-9a-f]{24})/' } },
      { host: 'va.tawk.to', path: '/*', account: { pattern: 'tawk\\.to/([0-9a-f]{24})/' } },
    ],
    accounts: ['(?<=embed\\.tawk\\.to/)[0-9a-f]{24}'],
    calls: [
      { path: 'Tawk_API.setAttributes', kind: 'identify', data: [0], identityKeys: ['name', 'email', 'hash'] },
      { path: 'Tawk_API.addEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
      { path: 'Tawk_API.addTags', kind: 'event', data: [0] },
    ],
    packages: [
      {
        package: '@tawk.to/tawk-messenger-react',
        members: [
          { path: 'default', kind: 'component', account: 'propertyId' },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, chat text',
      switchOff: 'n/a',
    },
  },
  {
    id: 'crisp',
    name: 'Crisp',
    vendor: 'Crisp IM',
    category: 'chat',
    docs: 'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/',
    loaders: [
      { host: 'client.crisp.chat', path: '/l.js' },
    ],
    beacons: [
      { host: 'client.relay.crisp.chat', path: '/*' },
    ],
    accounts: ['(?<=CRISP_WEBSITE_ID\\s*=\\s*["\'])[0-9a-f-]{36}'],
    idioms: [
      { strings: ['client.crisp.chat/l.js'] },
    ],
    calls: [
      { path: '$crisp.push', kind: 'identify', shape: 'array', command: ['set'], data: [1, 2], identityKeys: ['user:email', 'user:phone', 'user:nickname', 'session:data', 'session:event'] },
      { path: '$crisp.push', kind: 'settings', shape: 'array', command: ['do', 'on', 'safe'], data: [1, 2] },
    ],
    packages: [
      {
        package: '@nuxt/scripts',
        members: [
          { path: 'useScriptCrisp', kind: 'init', account: { argument: 0 }, data: [0] },
        ],
      },
      {
        package: 'crisp-sdk-web',
        members: [
          { path: 'Crisp.configure', kind: 'init', account: { argument: 0 }, data: [0, 1] },
          { path: 'Crisp.user.setEmail', kind: 'identify', data: [0, 1] },
          { path: 'Crisp.user.setPhone', kind: 'identify', data: [0, 1] },
          { path: 'Crisp.user.setNickname', kind: 'identify', data: [0, 1] },
          { path: 'Crisp.session.setData', kind: 'settings', data: [0, 1] },
          { path: 'Crisp.session.pushEvent', kind: 'event', event: { argument: 0 }, data: [0, 1] },
        ],
      },
    ],
    automaticCapture: {
      collects: 'page URL, chat text',
      switchOff: 'n/a',
    },
  },
  {
    id: 'olark',
    name: 'Olark',
    vendor: 'Olark',
    category: 'chat',
    docs: 'https://www.olark.com/help/api',
    loaders: [
      { host: 'static.olark.com', path: '/jsclient/loader.js' },
      { host: 'static.olark.com', path: '/jsclient/loader0.js' },
    ],
    beacons: [
      { host: '*.olark.com', path: '/*' },
    ],
    accounts: ['[0-9]{4}-[0-9]{3}-[0-9]{2}-[0-9]{4}'],
    calls: [
      { path: 'olark', kind: 'identify', command: ['api.visitor.updateEmailAddress', 'api.visitor.updateFullName', 'api.visitor.updatePhoneNumber', 'api.visitor.updateCustomFields'], data: [1] },
      { path: 'olark', kind: 'init', command: ['identify'], account: { argument: 1 }, data: [1] },
    ],
    commonNames: ['olark'],
    payloadGlobals: [{ name: 'olarkUserData', kind: 'identify' }],
    automaticCapture: {
      collects: 'page URLs, chat text',
      switchOff: 'n/a',
    },
  },
  {
    id: 'liveperson',
    name: 'LivePerson (LE tag)',
    vendor: 'LivePerson',
    category: 'chat',
    docs: 'https://developers.liveperson.com/',
    loaders: [
      { host: 'lptag.liveperson.net', path: '/tag/tag.js' },
    ],
    beacons: [
      { host: '*.v.liveperson.net', path: '/api/js/*' },
      { host: 'va.v.liveperson.net', path: '/*' },
    ],
    accounts: ['(?<=site["\']?\\s*[:=]\\s*["\'])[0-9]{6,9}'],
    calls: [
      { path: 'lpTag.sdes.push', kind: 'identify', data: [0], identityKeys: ['info.customerId', 'personal.firstname', 'personal.lastname', 'personal.contacts', 'personal.age'] },
      { path: 'lpTag.newPage', kind: 'page', data: [0, 1] },
    ],
    automaticCapture: {
      collects: 'page URL/title, chat text',
      switchOff: 'n/a',
    },
  },
  {
    id: 'podium',
    name: 'Podium webchat',
    vendor: 'Podium',
    category: 'chat',
    docs: 'https://docs.podium.com/',
    loaders: [
      { host: 'connect.podium.com', path: '/widget.js' },
    ],
    beacons: [
      { host: '*.podium.com', path: '/*' },
    ],
    accounts: ['(?<=data-(?:organization|location)-api-token=["\'])[0-9a-f-]{36}'],
    calls: [],
    automaticCapture: {
      collects: 'name, phone, message typed in widget',
      switchOff: 'n/a',
    },
  },
  {
    id: 'birdeye',
    name: 'Birdeye widget',
    vendor: 'Birdeye',
    category: 'chat',
    docs: 'https://birdeye.com/',
    loaders: [
      { host: 'birdeye.com', path: '/embed/*' },
      { host: '*.birdeye.com', path: '/*' },
    ],
    beacons: [
      { host: 'birdeye.com', path: '/*' },
    ],
    accounts: [],
    calls: [],
    automaticCapture: {
      collects: 'webchat contact details',
      switchOff: 'n/a',
    },
  },
  {
    id: 'snapengage',
    name: 'SnapEngage',
    vendor: 'TeamSupport',
    category: 'chat',
    docs: 'https://developer.snapengage.com/',
    loaders: [
      { host: 'storage.googleapis.com', path: '/code.snapengage.com/' },
      { host: 'commondatastorage.googleapis.com', path: '/code.snapengage.com/' },
    ],
    beacons: [],
    accounts: [],
    calls: [
      { path: 'SnapABug.init', kind: 'init', account: { argument: 0 }, data: [0] },
      { path: 'SnapABug.setUserEmail', kind: 'identify', data: [0] },
      { path: 'SnapEngage.setUserEmail', kind: 'identify', data: [0] },
    ],
  },
]
