/** Conditions on the page's address narrow the reach; what they leave open stays, with the condition. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

/** `path`, `path likely [condition]` for each route that tracker code of these files reaches. */
function reached(files: Record<string, string>, event?: string): string[] {
  const sightings = createProject(memoryTree(files), defaultConfiguration).sightings()
  return [...new Set(sightings.filter((sighting) => event === undefined || sighting.event === event)
    .flatMap(({ routes }) => routes.map(({ route, certainty, conditions }) => [
      route.path, ...(certainty === 'exact' ? [] : [certainty]), ...(conditions ?? []).map(({ text }) => `[${text}]`),
    ].join(' '))))].sort()
}

/** A small application of Next.js with this in its layout's component. */
function inLayout(code: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    'package.json': '{ "dependencies": { "next": "15" } }',
    'app/layout.tsx': "import { Pixel } from '../components/Pixel'\nexport default ({ children }) => <html><body><Pixel />{children}</body></html>",
    'app/page.tsx': 'export default () => <p>Home</p>',
    'app/careers/page.tsx': 'export default () => <p>Jobs</p>',
    'app/portal/page.tsx': 'export default () => <p>Portal</p>',
    'app/portal/visits/[visitId]/page.tsx': 'export default () => <p>Visit</p>',
    'components/Pixel.tsx': `import { usePathname } from 'next/navigation'\n${code}`,
    ...others,
  }
}

const send = "window.fbq('track', 'Seen')"
const all = ['/', '/careers', '/portal', '/portal/visits/:visitId']
const publicOnes = ['/', '/careers']
const portalOnes = ['/portal', '/portal/visits/:visitId']

describe('conditions in scripts', () => {
  const component = (body: string): string => `export function Pixel() {\n  const pathname = usePathname()\n${body}\n  return null\n}`
  const cases: [string, string, string[]][] = [
    ['none', component(send), all],
    ['startsWith', component(`if (pathname.startsWith('/portal')) { ${send} }`), portalOnes],
    ['not startsWith', component(`if (!pathname.startsWith('/portal')) ${send}`), publicOnes],
    ['else', component(`if (pathname.startsWith('/portal')) {} else { ${send} }`), publicOnes],
    ['an early return', component(`if (pathname.startsWith('/portal')) return null\n${send}`), publicOnes],
    ['an early return in an effect', component(`useEffect(() => { if (pathname?.startsWith('/portal')) return\n${send} }, [])`), publicOnes],
    ['equality', component(`if (pathname === '/portal') ${send}`), ['/portal']],
    ['inequality', component(`if (window.location.pathname !== '/portal') ${send}`), ['/', '/careers', '/portal/visits/:visitId']],
    ['includes', component(`if (location.pathname.includes('careers')) ${send}`), ['/careers']],
    ['indexOf', component(`if (window.location.href.indexOf('/portal') === -1) ${send}`), publicOnes],
    ['indexOf at the beginning', component(`if (pathname.indexOf('/portal') === 0) ${send}`), portalOnes],
    ['match', component(`if (pathname.match(/^\\/(portal|login)/)) ${send}`), portalOnes],
    ['test', component(`if (!/^\\/portal(\\/|$)/.test(pathname)) ${send}`), publicOnes],
    ['a segment', component(`if (pathname.split('/')[1] !== 'portal') ${send}`), publicOnes],
    ['a variable', component(`const isPortal = pathname.startsWith('/portal')\nif (!isPortal) ${send}`), publicOnes],
    ['and', component(`if (isReady && !pathname.startsWith('/portal')) ${send}`), publicOnes],
    ['or in an early return', component(`if (!isReady || pathname.startsWith('/portal')) return null\n${send}`), publicOnes],
    ['switch', component(`switch (pathname) { case '/careers': ${send}; break }`), ['/careers']],
    ['a flag that asks for itself', component(`var isOpen = isOpen !== null || isReady === true\nif (isOpen) ${send}`), all],
    ['a list', component(`if (!['/portal', '/careers'].includes(pathname)) ${send}`), ['/', '/portal/visits/:visitId']],
    ['a list of beginnings', `const quiet = ['/portal', '/login']\n${component(`if (quiet.some((prefix) => pathname.startsWith(prefix))) return null\n${send}`)}`, publicOnes],
    ['a function', `function isQuiet(path) { if (path === '/') return false; return path.startsWith('/portal') }\n${component(`if (!isQuiet(pathname)) ${send}`)}`, publicOnes],
    ['a function with several results', `const allowed = () => { const path = location.pathname; if (path.startsWith('/portal')) return false; return true }\n${component(`if (allowed()) ${send}`)}`, publicOnes],
    ['the call of a function inside', component(`const load = () => { ${send} }\nuseEffect(() => { if (!pathname.startsWith('/portal')) load() })`), publicOnes],
    ['calls of a function inside, one without', component(`const load = () => { ${send} }\nif (pathname === '/portal') load()\nload()`), all],
    ['calls of a function inside, each with its own', component(`const load = () => { ${send} }\nif (pathname === '/portal') load()\nif (pathname === '/careers') load()`), ['/careers', '/portal']],
    ['about another address', component(`if (link.pathname.startsWith('/portal')) ${send}`), all],
    ['about another address in a URL', component(`const url = new URL(props.href)\nif (url.pathname.startsWith('/portal')) ${send}`), all],
    ['about something else', component(`if (isReady) ${send}`), all],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(reached(inLayout(code))).toEqual(expected))
})

describe('in an application that lies below a path', () => {
  const below = (code: string): string[] => reached(inLayout(
    `export function Pixel() {\n  const router = useRouter()\n${code}\n  return null\n}`,
    { 'next.config.mjs': "export default { basePath: '/care' }" },
  ))
  const carePublic = ['/care', '/care/careers']
  const carePortal = ['/care/portal', '/care/portal/visits/:visitId']
  const careAll = [...carePublic, ...carePortal]
  const cases: [string, string, string[]][] = [
    ['the router leaves that path out', `if (!usePathname().startsWith('/portal')) ${send}`, carePublic],
    ['and the home page is a slash', `if (usePathname() === '/') ${send}`, ['/care']],
    ['and segments count from there', `if (usePathname().split('/')[1] === 'portal') ${send}`, carePortal],
    ['so a router’s condition on that path comes to nothing', `if (router.asPath.startsWith('/care/portal')) ${send}`, []],
    ['the browser does not', `if (location.pathname.startsWith('/care/portal')) ${send}`, carePortal],
    ['so a browser’s condition without it lets all through', `if (!window.location.pathname.startsWith('/portal')) ${send}`, careAll],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(below(code)).toEqual(expected))

  it('that a router of elements is told', () => {
    const app = `import { BrowserRouter, Routes, Route, useLocation } from 'react-router-dom'
      function Pixel() { const { pathname } = useLocation(); if (pathname.startsWith('/portal')) return null; ${send} }
      export const App = () => <BrowserRouter basename="/care"><Pixel /><Routes>
        <Route path="/careers" element={<p />} /><Route path="/portal" element={<p />} /></Routes></BrowserRouter>`
    expect(reached({ 'package.json': '{ "dependencies": { "react-router-dom": "7" } }', 'src/App.jsx': app })).toEqual(['/care/careers'])
  })
})

describe('around what brings the code in', () => {
  const pixel = `export const Tracker = () => { ${send}; return null }`
  it('an element', () => {
    expect(reached(inLayout("import { Tracker } from './Tracker'\nexport function Pixel() { const pathname = usePathname()\nreturn <>{!pathname.startsWith('/portal') && <Tracker />}</> }", {
      'components/Tracker.tsx': pixel,
    }))).toEqual(publicOnes)
  })

  it('a conditional element: the other one is on the other pages', () => {
    expect(reached(inLayout("import { Tracker } from './Tracker'\nexport function Pixel() { const pathname = usePathname()\nreturn pathname.startsWith('/portal') ? <Tracker /> : <p /> }", {
      'components/Tracker.tsx': pixel,
    }))).toEqual(portalOnes)
  })

  it('an early return of the component around', () => {
    expect(reached(inLayout("import { Tracker } from './Tracker'\nexport function Pixel() { if (usePathname().startsWith('/portal')) return null\nreturn <Tracker /> }", {
      'components/Tracker.tsx': pixel,
    }))).toEqual(publicOnes)
  })

  it('a dynamic import', () => {
    expect(reached(inLayout("export function Pixel() { useEffect(() => { if (!location.pathname.startsWith('/portal')) import('./tracker') }); return null }", {
      'components/tracker.ts': send,
    }))).toEqual(publicOnes)
  })

  it('the call of a wrapper, and inside of it', () => {
    const wrapper = { 'components/track.ts': "export function track(name) { if (location.pathname.startsWith('/careers')) return\nwindow.fbq('track', name) }" }
    expect(reached(inLayout("import { track } from './track'\nexport function Pixel() { if (!location.pathname.startsWith('/portal')) track('Seen'); return null }", wrapper), 'Seen'))
      .toEqual(['/'])
  })

  it('mentions under other conditions are other ways', () => {
    expect(reached(inLayout("import { load } from './load'\nexport function Pixel() { if (location.pathname === '/portal') load(); if (location.pathname === '/careers') load(); return null }", {
      'components/load.ts': `export function load() { ${send}; more(); other(); another(); last(); further(); more2(); more3(); more4() }`,
    }))).toEqual(['/careers', '/portal'])
  })
})

describe('components that show what is between their tags on some pages', () => {
  const head = "import { usePathname } from 'next/navigation'\n"
  const early = `${head}export default function Shown({ children }) {
    const pathname = usePathname()
    const isPortal = pathname?.startsWith('/portal')
    if (isPortal) return null
    return <>{children}</>
  }`
  const within = (shown: string, tree: string): string[] => reached(inLayout(`export function Pixel() { ${send}; return null }`, {
    'app/layout.tsx': `import { Pixel } from '../components/Pixel'\nimport Shown from '../components/Shown'
export default ({ children }) => <html><body>${tree}</body></html>`,
    'components/Shown.tsx': shown,
  }))

  it('keep tracker code from the others', () => {
    expect(within(early, '<Shown><div><Pixel /></div></Shown>{children}')).toEqual(publicOnes)
    expect(within(early, '<Shown><p /></Shown><Pixel />{children}')).toEqual(all)
  })

  it('by members, conditions in the markup, and around one another', () => {
    const inline = `${head}export default (props) => { const pathname = usePathname()
      return <div>{pathname.startsWith('/portal') && props.children}</div> }`
    expect(within(inline, '<Shown><Pixel /></Shown>{children}')).toEqual(portalOnes)
    const nested = `${head}const Outer = ({ children }) => usePathname() === '/careers' ? children : null
      export default ({ children }) => <Outer><main>{children}</main></Outer>`
    expect(within(nested, '<Shown><Pixel /></Shown>{children}')).toEqual(['/careers'])
  })

  it('and keep nothing that they show somewhere without a condition', () => {
    const both = `${head}export default ({ children }) => usePathname() === '/careers' ? <main>{children}</main> : <div>{children}</div>`
    expect(within(both, '<Shown><Pixel /></Shown>{children}')).toEqual(all)
    expect(within('export default ({ children }) => <main>{children}</main>', '<Shown><Pixel /></Shown>{children}')).toEqual(all)
    // What is handed on as a whole may be shown anywhere.
    expect(within(`${head}export default (props) => usePathname() === '/careers' ? <main {...props} /> : null`, '<Shown><Pixel /></Shown>{children}')).toEqual(all)
  })
})

describe('what cannot be decided', () => {
  it('stays, likely, with the condition', () => {
    expect(reached(inLayout(`export function Pixel({ quiet }) { const pathname = usePathname()\nif (quiet.includes(pathname)) return null\n${send} }`)))
      .toEqual(all.map((path) => `${path} likely [unless quiet.includes(pathname)]`))
  })

  it('a parameter may hold what is asked for', () => {
    expect(reached({
      'package.json': '{ "dependencies": { "next": "15" } }',
      'app/layout.tsx': `export default function Layout() { const pathname = usePathname()\nif (pathname.includes('careers')) ${send} }`,
      'app/[slug]/page.tsx': 'export default () => <p />', 'app/login/page.tsx': 'export default () => <p />',
    })).toEqual(["/:slug likely [only if pathname.includes('careers')]"])
  })
})

describe('templates', () => {
  const pixel = '<script async src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>'

  it('a condition in a layout, on its children', () => {
    expect(reached({
      'templates/base.html': `<html><head>{% if not request.path.startswith('/portal') %}${pixel}{% endif %}</head>{% block x %}{% endblock %}</html>`,
      'templates/careers.html': '{% extends "base.html" %}{% block x %}<p>Jobs</p>{% endblock %}',
      'templates/portal/messages.html': '{% extends "base.html" %}{% block x %}<p>Messages</p>{% endblock %}',
    })).toEqual(['/careers possible'])
  })

  it('a condition around an include', () => {
    const page = '<html><body><%- include("header") %></body></html>'
    expect(reached({
      'views/partials/pixel.ejs': pixel,
      'views/partials/header.ejs': "<% if (currentPath !== '/login') { %><%- include('pixel') %><% } %>",
      'views/careers.ejs': page.replace('header', 'partials/header'), 'views/login.ejs': page.replace('header', 'partials/header'),
    })).toEqual(['/careers possible'])
  })

  it('what it leaves open is told', () => {
    expect(reached({
      'views/layouts/x.ejs': `<% if (quiet.indexOf(request.path) === -1) { %>${pixel}<% } %>`,
      'views/careers.ejs': "<html><%- include('layouts/x') %></html>",
    })).toEqual(['/careers possible [only if quiet.indexOf(request.path) === -1]'])
  })

  it('a component that is shown under a condition', () => {
    const component = (condition: string): Record<string, string> => ({
      'index.html': '<html><body><script type="module" src="/main.js"></script></body></html>',
      'portal.html': '<html><body><script type="module" src="/main.js"></script></body></html>',
      'main.js': "import App from './App.vue'\nstart(App)",
      'App.vue': `<template><Pixel ${condition}/></template><script setup>import Pixel from './Pixel.vue'</script>`,
      'Pixel.vue': `<script setup>${send}</script>`,
    })
    expect(reached(component(''))).toEqual(['/', '/portal.html'])
    expect(reached(component('v-if="$route.path !== \'/portal.html\'" '))).toEqual(['/'])
  })
})

describe('pages of HTML', () => {
  const page = (script: string): Record<string, string> => ({
    'index.html': '<html><body><script src="site.js"></script></body></html>',
    'portal.html': '<html><body><script src="site.js"></script></body></html>',
    'site.js': script,
  })
  it('a guard in a shared script', () => {
    expect(reached(page(`if (window.location.pathname.indexOf('/portal') === -1) { ${send} }`))).toEqual(['/'])
  })

  it('a function of the page that is called under a guard', () => {
    expect(reached(page(`function load() { ${send} }\nif (location.pathname !== '/portal.html') { load() }`))).toEqual(['/'])
  })
})
