/** Packages of vendors that a build has put into a site's own file: what they export is known by the names that are left. */
import { describe, expect, it } from 'vitest'
import { bundledExports } from '../../src/trackers/bundled.js'
import { packageRows } from '../../src/trackers/index.js'
import { seen } from './seen.js'

const filler = `var filler = "${'x'.repeat(21_000)}";`
/** A word of a vendor: without one no file is read. */
const words = 'var said=name==="mixpanel";'
const bundle = (code: string): string[] => seen({ 'assets/app.js': filler + words + code })

describe('an object that a package exports', () => {
  const members = 'init:o=>s.init(o),addAction:(n,c)=>s.addAction(n,c),addError:e=>s.addError(e),getInternalContext:()=>s.context,'
    + 'setGlobalContextProperty:(k,v)=>s.set(k,v),startSessionReplayRecording:()=>s.start(),setUser:u=>s.setUser(u)'
  const site = 'kit.init({applicationId:"a-1",site:"clinic.example"});function booked(r){kit.addAction("Booked",{r})}booked(f.value);kit.setUser({email:m});'

  it.each([
    ['as it is written', `var s=strategy(),kit={${members}};`],
    ['through the function that makes it', `function make(s){return publish({${members}})}function publish(a){return Object.assign({version:"7"},a)}var kit=make(strategy());`],
    ['through a name in that function', `function make(s){let a=publish({${members}});return a}function publish(a){return Object.assign({},a)}const kit=make(strategy());`],
  ])('is called as that package: %s', (_, made) => {
    expect(bundle(made + site)).toEqual(expect.arrayContaining([
      'assets/app.js package-use -', 'assets/app.js event-call Booked', 'assets/app.js identify-call -',
    ]))
  })

  it.each([
    ['an object of the site with some of the methods', `var s=strategy(),kit={init:o=>s.init(o),addAction:(n,c)=>s.addAction(n,c),addError:e=>s.addError(e),setUser:u=>u};`],
    ['two objects that have the methods between them', `var s=strategy(),kit={init:o=>s.init(o),addAction:(n,c)=>s.addAction(n,c),setUser:u=>u},other={${members.slice(members.indexOf('addError'))}};`],
  ])('is not %s', (_, made) => expect(bundle(made + site)).toEqual([]))

  it('needs no other word of its vendor', () => {
    expect(seen({ 'assets/app.js': `${filler}var s=strategy(),kit={${members}};${site}` })).toContain('assets/app.js event-call Booked')
  })

  it('is not in code that somebody wrote', () => {
    expect(seen({ 'js/app.js': `${words}var s=strategy(),kit={${members}};${site}` })).toEqual([])
  })
})

describe('a package in another chunk of the build', () => {
  const members = 'init:o=>s.init(o),addAction:(n,c)=>s.addAction(n,c),addError:e=>s.addError(e),getInternalContext:()=>s.context,'
    + 'setGlobalContextProperty:(k,v)=>s.set(k,v),startSessionReplayRecording:()=>s.start(),setUser:u=>s.setUser(u)'
  const chunks = (vendor: string): string[] => seen({
    'assets/vendor-a1.js': `${filler}${words}var s=strategy(),kit={${members}},own={addAction(n){return n}};export{kit as a,own as b}`,
    'assets/page-b2.js': `import{${vendor} as k}from"./vendor-a1.js";function go(r){k.addAction("Booked",{r})}go(f.value)`,
  })

  it('is called by the letters it is imported by', () => expect(chunks('a')).toContain('assets/page-b2.js event-call Booked'))
  it('is not what else that chunk exports', () => expect(chunks('b')).toEqual([]))
})

describe('functions that a package exports', () => {
  const start = 'function begin(o={}){const i=ready({integrations:o.integrations});const c={...o,stackParser:parse(o.stackParser||d),integrations:i,'
    + 'transport:o.transport||send};return bind(Client,c)}function init(o){const c={...o};meta(c,"lib");return begin(c)}'
  const scopes = 'function scope(){return carrier().__SENTRY__.scope}function u(e){scope().setUser(e)}function x(n,c){scope().setContext(n,c)}'

  it('are known by what they read and write, and by what they hand on', () => {
    expect(bundle(`${start}${scopes}init({dsn:"https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/2"});u({email:m});x("visit",{reason:r});`)).toEqual([
      'assets/app.js package-use -', 'assets/app.js identify-call -', 'assets/app.js event-call -',
    ])
  })

  it.each([
    ['what stands in another module', 'Ts', ['assets/app.js package-use -']],
    ['and not another thing that module exports', 'no', []],
  ])('are known by what they hand on to %s', (_, name, expected) => expect(bundle(
    `var e={1011:function(e,t,n){n.d(t,{Ts:()=>begin,no:()=>d});${start}},1012:function(e,t,n){n.d(t,{T:()=>i});var a=n(1011);`
      + `function i(e){const t={...e};meta(t,"lib");(0,a.${name})(t)}},1013:function(e,t,n){var a=n(1012);(0,a.T)({dsn:"https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/2"})}};`,
  )).toEqual(expected))

  it('are known in a file too large to be read whole', () => {
    const others = Array.from({ length: 9_000 }, (_, index) => `function f${index}(a){return {size:a+${index},label:"part ${index} of the rest"}}`)
    const code = [...others.slice(0, 4_500), start, ...others.slice(4_500)].join('')
    expect(code.length).toBeGreaterThan(600_000)
    expect(bundle(`${code}init({dsn:"https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/2"});`)).toEqual(['assets/app.js package-use -'])
    expect(bundle(`${code.replaceAll('stackParser', 'reader')}init({dsn:"x"});`)).toEqual([])
  })

  it.each([
    ['a function of the site that starts something of its own', 'function init(o={}){const c={...o,integrations:[],transport:o.transport||send};return bind(Client,c)}init({dsn:"x"});'],
    ['a method of the same name of the site', 'function scope(){return carrier().scope}function u(e){scope().setUser(e)}u({email:m});'],
    ['a function that chooses what it hands on', `${start}${scopes.replace('setUser(e)', 'setUser({id:e})').replace('setContext(n,c)', 'setContext("visit",c)')}`],
  ])('are not %s', (_, code) => expect(bundle(code)).toEqual([]))

  it('are those that call the one with the marks', () => {
    const inner = 'async function l(g,p,n,c){const i=await p;g("event",n,{...c,send_to:i})}'
    const outer = 'function log(a,n,c){a=modular(a);l(tag,promises[a.app.options.appId],n,c).catch(e=>w.error(e))}'
    expect(bundle(`${inner}${outer}log(analytics,"booked",{reason:r});`)).toEqual(['assets/app.js event-call booked'])
    expect(bundle(`${inner}function log(a,n,c){l(tag,promises[a.key],n,c)}log(analytics,"booked",{reason:r});`)).toEqual([])
  })
})

describe('classes that a package exports', () => {
  const kit = (names: readonly string[]): string => `var Kit=class{${names.map((name) => `${name}=(...a)=>this.send(a)`).join(';')}};var kit=new Kit;`
  const site = 'kit.initialize("G-ABCDEF1234");kit.event("booked",{reason:r});'

  it('are known by their members, as the instance of them', () => {
    expect(bundle(kit(['initialize', 'event', 'send', '_gaCommandSendPageview']) + site))
      .toEqual(['assets/app.js package-use -', 'assets/app.js event-call booked'])
  })

  it('are not those with other members', () => expect(bundle(kit(['initialize', 'event', 'send']) + site)).toEqual([]))
})

describe('what else a package exports', () => {
  const told = (code: string): string[] => bundle(code).filter((line) => / (?:package-use|(?:event|identify)-call) /.test(line))
  const outbound = 'enableAutoOutboundTracking:()=>()=>{}'
  const views = 'trackPageview:(o)=>r("pageview",o),enableAutoPageviews:()=>()=>{}'
  const trackers = 'function each(a,f){a.forEach(i=>f(all[i]))}function ref(q,a){each(a,function(t){t.setUserIdFromReferrer(q)})}'

  it.each<[string, string, string[]]>([
    [
      'a function, by the object that it gives back',
      `function make(d){const r=(n,o)=>call(n,d,o);return{trackEvent:r,${views},${outbound}}}var kit=make({domain:"clinic.example"});kit.trackEvent("Booked",{props:{r:f.value}})`,
      ['assets/app.js package-use -', 'assets/app.js event-call Booked'],
    ],
    [
      'a class, by what its instances have',
      'class Kit{constructor(o){this.start(o)}enableHeartBeatTimer(n){}trackEvent(e){this.put(e)}trackSiteSearch(e){}pushInstruction(n,...a){}}'
      + 'var kit=new Kit({siteId:3});kit.trackEvent({category:"visit",action:"Booked"})',
      ['assets/app.js package-use -', 'assets/app.js event-call Booked'],
    ],
    [
      'functions, by the object that holds them all',
      'var put=(...a)=>window[name](...a),log=(n,o={})=>{put("event",n,o)},put2=e=>{log("page_view",e)};'
      + 'var all=Object.freeze({__proto__:null,config:put,customMap:put,event:log,linker:put,optIn:put,optOut:put,pageview:put2,screenview:put2});log("Booked",{r:f.value})',
      ['assets/app.js event-call Booked'],
    ],
    [
      'functions that hand what they are given to each of several',
      `${trackers}function who(u,a){each(a,function(t){t.setUserId(u)})}who(f.email.value)`,
      ['assets/app.js identify-call -'],
    ],
    [
      'a function around the one that calls another with the marks',
      `${trackers}function build(e){return{se_ca:e.category,se_ac:e.action,se_pr:e.property}}`
      + 'function log(e,a){each(a,function(t){t.core.track(build(e),e.context,e.timestamp)})}log({category:"visit",action:"Booked"})',
      ['assets/app.js event-call Booked'],
    ],
  ])('%s', (_, code, expected) => expect(told(code)).toEqual(expect.arrayContaining(expected)))

  it.each<[string, string]>([
    ['a function that gives back an object with some of the members', `function make(d){const r=(n,o)=>call(n,d,o);return{trackEvent:r,${views}}}var kit=make({domain:"clinic.example"});kit.trackEvent("Booked",{r:f.value})`],
    ['a class with other members', 'class Kit{constructor(o){this.start(o)}trackEvent(e){this.put(e)}pushInstruction(n){}}var kit=new Kit({siteId:3});kit.trackEvent({category:"visit",action:"Booked"})'],
    ['a function that hands on something of its own', `${trackers}function who(u,a){each(a,function(t){t.setUserId(hash(u))})}who(f.email.value)`],
    ['a function of that form without the rest of the package', 'function each(a,f){a.forEach(i=>f(all[i]))}function who(u,a){each(a,function(t){t.setUserId(u)})}who(f.email.value)'],
    ['names of a vendor in a text about health', 'var page={title:"How we use [react-facebook-pixel]",text:"trackSingle, trackCustom, grantConsent and revokeConsent are off"};kit.track("Schedule",{r:f.value})'],
  ])('not %s', (_, code) => expect(told(code)).toEqual([]))
})

describe('a CommonJS module that is a package', () => {
  const kit = 'function tell(){console.info("[react-facebook-pixel]")}var api={init:function(n){tell();window.fbq("init",n)},track:function(n,d){window.fbq("track",n,d)},'
    + 'trackSingle:function(){},trackCustom:function(n,d){},grantConsent:function(){},revokeConsent:function(){}}'
  const nested = `!function(root,make){typeof exports=="object"?module.exports=make():root.kit=make()}(window,function(){return function(list){var known={};function load(n){`
    + `var m=known[n]={exports:{}};return list[n].call(m.exports,m,m.exports,load),m.exports}return load(0)}([function(m,e,load){"use strict";${kit};e.default=api}])});`
  const site = '.default.track("Schedule",{reason:f.value})'
  const found = ['assets/app.js event-call Schedule']
  const lazy = 'var lazy=(e,r)=>()=>(r||e((r={exports:{}}).exports,r),r.exports);'

  it.each<[string, string]>([
    ['esbuild', `${lazy}var need=lazy((exports,module)=>{${nested}});var k=need();k${site}`],
    ['Rollup', `function only(e){return e&&e.__esModule?e.default:e}var m={exports:{}},done;function need(){return done||(done=1,function(module,exports){${nested}}(m,m.exports)),m.exports}var k=only(need());k.track("Schedule",{reason:f.value})`],
    [
      'Rollup, around a module of several',
      `function only(e){return e&&e.__esModule?e.default:e}var m={exports:{}},done;function need(){return done||(done=1,(function(n,x){(function(a,b){n.exports=b()})(window,`
      + `(function(){return(function(q){var k={};function load(d){if(k[d])return k[d].exports;var o=k[d]={i:d,exports:{}};return q[d].call(o.exports,o,o.exports,load),o.exports}`
      + `return load(0)})([function(q,e,load){q.exports=load(1)},function(q,e,load){${kit};e.default=api}])}))})(m)),m.exports}var all=need();const k=only(all);k.track("Schedule",{reason:f.value})`,
    ],
    ['webpack', `(()=>{var list={12:(module,exports,load)=>{${nested}},13:(m,e,load)=>{var k=load(12);k${site}}};var known={};function load(n){var m=known[n]={exports:{}};list[n](m,m.exports,load);return m.exports}load(13)})();`],
  ])('is called as that package: %s', (_, code) => expect(bundle(code)).toEqual(found))

  it('is not another module beside it', () => {
    const other = 'var other=lazy((e,m)=>{m.exports={default:{track:function(n){return n}}}});'
    expect(bundle(`${lazy}var need=lazy((exports,module)=>{${nested}});${other}need();var k=other();k${site}`)).toEqual([])
  })
})

describe('the list of exports', () => {
  it('holds packages and exports that the trackers know', () => {
    const unknown = bundledExports.filter(({ package: name, exported, delegates = [] }) => {
      const members = (packageRows().get(name) ?? []).flatMap(({ row }) => row.members).map(({ path }) => path)
      const names = exported === '*' ? delegates : [exported]
      return members.length === 0 || !names.every((each) => members.some((path) => path === each || /^[.#(]/.test(path.startsWith(each) ? path.slice(each.length) : '')))
    })
    expect(unknown.map(({ package: name, exported }) => `${name} ${exported}`)).toEqual([])
  })
})

describe('a bundle of a site', () => {
  const elements = Array.from({ length: 12 }, (_, index) => `(0,r.jsx)("p",{children:"Visit ${index}"})`).join(',')
  const queue = 'window.fbq=function(){fbq.queue.push(arguments)};var host="https://connect.facebook.net/en_US/fbevents.js";'
  const wrapper = 'var kit={seen:function(n,d){window.fbq("trackCustom",n,d)}};'

  it('is no copy of a vendor’s script: what its wrappers send is seen', () => {
    const code = `!function(){${filler}${queue}${wrapper}var page=()=>[${elements}];kit.seen("Booked",{reason:f.value})}();`
    expect(seen({ 'assets/app.js': code })).toContain('assets/app.js event-call Booked → assets/app.js')
  })

  it('is no snippet as a whole, whatever is pasted into it', () => {
    const snippet = '(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({"gtm.start":1,event:"gtm.js"});var j=d.createElement(s);'
      + 'j.src="https://www.googletagmanager.com/gtm.js?id="+i;d.head.append(j)})(window,document,"script","dataLayer","GTM-ABC1234");'
    const code = `(()=>{${filler}${snippet}var page=()=>[${elements}];window.fbq("track","Schedule")})();`
    expect(seen({ 'assets/app.js': code })).toEqual(['assets/app.js container -', 'assets/app.js event-call Schedule'])
  })
})
