import { describe, expect, it } from 'vitest'
import { seen } from './seen.js'

const lib = "export function track(name: string, data: object) { window.fbq('track', name, data) }"

describe('wrappers', () => {
  it('a call of a wrapper is a sighting where it is called, with the event chosen there', () => {
    expect(seen({ 'lib.ts': lib, 'page.tsx': "import { track } from './lib'\nexport const go = () => track('Schedule', {})" })).toEqual([
      'lib.ts event-call -', 'page.tsx event-call Schedule → lib.ts',
    ])
  })

  it('through two wrappers, a barrel and an object', () => {
    expect(seen({
      'lib.ts': lib,
      'index.ts': "export * from './events'",
      'events.ts': "import { track } from './lib'\nexport const events = { booked: (id: string) => track('Booked', { id }), seen: () => track('Seen', {}) }",
      'page.tsx': "import { events } from './index'\nexport const go = () => { events.booked('1'); events.seen() }",
    })).toEqual([
      'events.ts event-call Booked → lib.ts', 'events.ts event-call Seen → lib.ts', 'lib.ts event-call -',
      'page.tsx event-call Booked → events.ts → lib.ts', 'page.tsx event-call Seen → events.ts → lib.ts',
    ])
  })

  it('a function of that name that only logs is none', () => {
    expect(seen({ 'lib.ts': 'export function track(name: string) { console.log(name) }', 'page.tsx': "import { track } from './lib'\ntrack('x')" })).toEqual([])
  })

  it('a page that sends is not a wrapper: who renders it sends nothing', () => {
    expect(seen({
      'page.tsx': "export function Page() { window.fbq('track', 'Seen'); return <main /> }",
      'app.tsx': "import { Page } from './page'\nexport const App = () => <div>{Page()}</div>",
    })).toEqual(['page.tsx event-call Seen'])
  })

  it('a member of an interface object that nobody names is unused', () => {
    expect(seen({
      'events.ts': "export const events = { used: () => window.fbq('track', 'A'), unused: () => window.fbq('track', 'B') }",
      'page.tsx': "import { events } from './events'\nevents.used()",
    })).toEqual(['events.ts event-call A', 'events.ts event-call B unused', 'page.tsx event-call A → events.ts'])
  })

  it('so is a member of an object that a composable gives', () => {
    expect(seen({
      'events.ts': "export function useEvents() {\n  const sent = () => window.fbq('track', 'A')\n  const lost = () => window.fbq('track', 'B')\n"
        + "  const inner = () => window.fbq('track', 'C')\n  const outer = () => inner()\n  return { sent, lost, inner, outer }\n}",
      'page.tsx': "import { useEvents } from './events'\nexport default () => { const { sent, outer } = useEvents(); sent(); outer() }",
    }).filter((line) => line.includes('unused'))).toEqual(['events.ts event-call B unused'])
  })

  it.each([
    ['of TypeScript', 'var Names;(function (Names) { Names["Booked"] = "booked" })(Names || (Names = {}))'],
    ['of esbuild', 'var Names = ((e) => ((e.Booked = "booked"), e))(Names || {})'],
    ['of SWC', 'var Names = function (e) { e["Booked"] = "booked"; return e }({})'],
  ])('with a name of an enum as it is compiled: %s', (_, names) => {
    expect(seen({
      'names.js': `${names};export { Names }`,
      'lib.js': "export const track = ({ name, ...data }) => window.fbq('track', name, data)",
      'page.js': "import { Names } from './names'\nimport { track } from './lib'\ntrack({ name: Names.Booked })\ntrack({ name: Names.Lost })",
    })).toEqual(['lib.js event-call -', 'page.js event-call booked → lib.js', 'page.js event-call - → lib.js'])
  })

  it('by the type of an injected service', () => {
    expect(seen({
      'types.ts': 'export interface ITracking { send(name: string): void }',
      'service.ts': "import type { ITracking } from './types'\nexport class Tracking implements ITracking { send(name: string) { window.fbq('track', name) } }",
      'view.ts': "import type { ITracking } from './types'\nexport class View { constructor(private tracking: ITracking) {} open() { this.tracking.send('Open') } }",
    })).toEqual(['service.ts event-call -', 'view.ts event-call Open → service.ts'])
  })

  it('a global function of a page, called in a handler', () => {
    expect(seen({
      'site.js': "function book(name) { fbq('track', name) }",
      'index.html': '<html><body><script src="site.js"></script><a onclick="book(\'Schedule\')">x</a></body></html>',
    })).toEqual(['index.html event-call Schedule → site.js', 'site.js event-call -'])
  })
})

describe('what is no sighting', () => {
  const none: [string, Record<string, string>][] = [
    ['a comment', { 'a.js': "// fbq('track', 'x')\n/* fbq('init', '1') */" }],
    ['markup in a comment', { 'a.html': "<!-- <script>fbq('track', 'x')</script> -->" }],
    ['prose in a string', { 'a.js': "const help = 'Call fbq to track, as in the documentation'" }],
    ['shown code', { 'a.html': "<pre><img src='https://www.facebook.com/tr?id=1'></pre>" }],
    ['a policy', { 'a.js': "const csp = \"script-src 'self' https://connect.facebook.net https://www.googletagmanager.com\"" }],
    ['a resource hint', { 'a.html': '<link rel="preconnect" href="https://www.googletagmanager.com">' }],
    ['a type', { 'a.ts': 'declare global { interface Window { fbq(...args: unknown[]): void } }' }],
    ['a shadowed name', { 'a.ts': "function run(fbq: (a: string) => void) { fbq('track') }" }],
    ['a test', { 'a.test.ts': "fbq('track', 'x')", 'cypress/b.js': "fbq('track', 'x')" }],
    ['documentation', { 'README.md': "```html\n<script>fbq('init', '1')</script>\n```" }],
    ['a comparison', { 'a.js': "if (url.includes('https://connect.facebook.net/en_US/fbevents.js')) block()" }],
    ['a common word without other evidence', { 'a.js': "analytics.track('x')" }],
    ['clearing a queue', { 'a.js': 'dataLayer.push({ ecommerce: null })' }],
  ]
  it.each(none)('%s', (_, files) => expect(seen(files)).toEqual([]))

  it('the same word counts where something else shows the tracker', () => {
    expect(seen({ 'a.js': "analytics.track('x')", 'b.html': '<script src="https://cdn.segment.com/analytics.js/v1/abcdefghijklmnopqrstuvwxyzabcdef/analytics.min.js"></script>' }))
      .toContain('a.js event-call x')
  })
})

describe('scripts that code of a server has pages load', () => {
  const url = 'https://www.googletagmanager.com/gtag/js?id=G-LAKE00001'

  it.each([
    ['by a function', `wp_enqueue_script('tag', '${url}', [], null);`],
    ['with an account that is put in', "wp_register_script('tag', 'https://www.googletagmanager.com/gtag/js?id=' . $id);"],
    ['as an attribute', `$page['#attributes'] = ['async' => TRUE, 'src' => '${url}'];`],
    ['as an attribute, one by one', `$tag['src'] = '${url}';`],
  ])('%s', (_, code) => {
    expect(seen({ 'tags.php': `<?php function tags($id) { ${code} }` })).toEqual(['tags.php remote-script -'])
  })

  it.each([
    ['a policy', `$policy = ['script-src' => ['${url}']];`],
    ['a comparison', `if (strpos($src, '${url}') !== false) { return ''; }`],
    ['another argument', `wp_enqueue_script('tag', plugins_url('a.js', __FILE__)); $known = '${url}';`],
  ])('not in %s', (_, code) => {
    expect(seen({ 'tags.php': `<?php function tags($src) { ${code} }` })).toEqual([])
  })

  it('as a library of Drupal', () => {
    expect(seen({ 'lake.libraries.yml': `tag:\n  js:\n    ${url}: { type: external, minified: true }\n    /js/site.js: {}\n` })).toEqual([
      'lake.libraries.yml remote-script -',
    ])
  })
})

describe('a vendor’s own script in the tree', () => {
  const filler = `var filler = "${'x'.repeat(9000)}";`
  const sdk = `!function(){var e={track:function(){}};window.mixpanel=e,${filler.slice(4, -1)};var h="https://api-js.mixpanel.com";`
    + 'function t(n){window.mixpanel.track(n,{});window.mixpanel.identify(n)}e.register=t}();'

  it('is one sighting', () => {
    expect(seen({ 'js/mixpanel.min.js': sdk })).toEqual(['js/mixpanel.min.js snippet -'])
  })

  it('code of the site beside it is seen', () => {
    expect(seen({ 'js/mixpanel.min.js': sdk, 'js/app.js': "mixpanel.track('Booked', {})" }))
      .toEqual(['js/app.js event-call Booked', 'js/mixpanel.min.js snippet -'])
  })

  it.each([
    ['a bundle that chooses an event', sdk.replace('track(n,{})', 'track("Booked",{})')],
    ['a bundle that does not speak to the vendor', sdk.replace('api-js.mixpanel.com', 'api.clinic.example')],
    ['a bundle that does not make the interface', sdk.replace('window.mixpanel=e,', 'window.clinic=e,')],
    ['a script that somebody wrote', sdk.replaceAll(';', ';\n'.repeat(30))],
  ])('%s is none', (_, text) => expect(seen({ 'js/app.min.js': text }).length).toBeGreaterThan(1))
})

describe('a vendor’s package that a build put into the site’s own file', () => {
  const methods = ['init', 'track', 'track_pageview', 'track_links', 'track_forms', 'identify', 'alias', 'set_group', 'register', 'register_once',
    'track_with_groups', 'opt_in_tracking', 'opt_out_tracking', 'reset']
  const filler = `var filler = "${'x'.repeat(21_000)}";`
  const speaks = 'var host = "https://api-js.mixpanel.com";'
  const constructed = `var Kit=function(){};${methods.map((name) => `Kit.prototype.${name}=function(a){this.send(a)};`).join('')}`
    + 'Kit.prototype.people={};function make(){return master=new Kit,master}var master,kit=make();'
  const written = `class Kit{${methods.map((name) => `${name}(a){this.send(a)}`).join('')}}var kit=new Kit;`
  const facade = 'var facade={visit(e){kit.track("[Web] "+e)},login(e){kit.identify(e)}};facade.visit("Booked");kit.track("Seen",{});'

  it.each([['made with a prototype', constructed], ['written as a class', written]])('is called as that package: %s', (_, kit) => {
    const found = seen({ 'assets/app.js': filler + speaks + kit + facade })
    expect(found).toContain('assets/app.js event-call Seen')
    expect(found).toContain('assets/app.js event-call Booked → assets/app.js')
    expect(found).toContain('assets/app.js identify-call -')
  })

  it.each([
    ['code that does not speak to the vendor', filler + constructed + facade],
    ['an object of the site with two such methods', `${filler}${speaks}var kit={init(){},track(a){console.log(a)},identify(a){console.log(a)}};${facade}`],
    ['code that somebody wrote', constructed + facade],
  ])('%s is none', (_, text) => expect(seen({ 'assets/app.js': text }).filter((line) => /Seen|Booked|identify/.test(line))).toEqual([]))
})

describe('addresses that are only allowed', () => {
  it('lists of a content security policy ask for nothing, lists of scripts do', () => {
    const host = "'https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234'"
    expect(seen({ 'server.ts': `export const policy = { scriptSrc: ["'self'", ${host}], 'connect-src': [...own, ${host}] }` })).toEqual([])
    expect(seen({ 'server.ts': `export const imgSrc = [${host}]` })).toEqual([])
    expect(seen({ 'server.ts': `export const scripts = [${host}]` })).toEqual(['server.ts remote-script -'])
  })
})

describe('code with parts left out', () => {
  it('is read around them: an argument that a template gives in one case only', () => {
    const page = "<script>fbq('init', '123456789012345', ); fbq( {% if booked %}'track'{% endif %}, 'Schedule'); fbq(, 'x'); new Image(,)</script>"
    expect(seen({ 'page.html': page })).toContain('page.html snippet -')
  })
})

describe('what a library could show', () => {
  const player = "function play(id) { document.body.innerHTML = '<iframe src=\"https://www.youtube.com/embed/' + id + '\"></iframe>' }"

  it('is on no page; what the site’s own code shows is', () => {
    expect(seen({ 'js/carousel.js': `/*! Carousel v2.3.4 | MIT licence */\n${player}` })).toEqual([])
    expect(seen({ 'js/carousel.min.js': player })).toEqual([])
    expect(seen({ 'js/visit.js': player })).toEqual(['js/visit.js noscript-pixel -'])
  })

  it('a tracker in a script that was built is seen all the same', () => {
    expect(seen({ 'js/all.min.js': "/*! Carousel v2.3.4 */\nfbq('track', 'Schedule')" })).toEqual(['js/all.min.js event-call Schedule'])
  })
})

describe('paths of the site’s own server that send on to a vendor', () => {
  it('are told where a page posts to them, by their names', () => {
    expect(seen({ 'a.js': "navigator.sendBeacon('/ajax_mixpanel_events', data)" })).toEqual(['a.js server-side-event -'])
    expect(seen({ 'a.ts': "export const send = (event: string) => fetch('/api/analytics/gtm', { method: 'POST', body: event })" })).toEqual(['a.ts server-side-event -'])
    expect(seen({ 'a.js': "$.post('/api/meta-capi', data, function () {})" })).toEqual(['a.js server-side-event -'])
  })

  it('a route of the server, a link and a path of another name are none', () => {
    expect(seen({ 'routes.js': "router.post('/api/analytics/gtm', (request, response) => response.end())" })).toEqual([])
    expect(seen({ 'a.js': "location.assign('/docs/mixpanel'); fetch('/api/appointments'); fetch('/_mixpanel.json')" })).toEqual([])
    expect(seen({ 'a.js': "fetch('/api/capitals')" })).toEqual([])
  })
})
