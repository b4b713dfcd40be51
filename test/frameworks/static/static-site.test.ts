import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = '<!doctype html><html><body></body></html>'
const files = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, page]))

describe('pages count from', () => {
  it.each([
    ['the tree', ['index.html', 'portal/visits.html', 'portal/index.htm'], ['/', '/portal', '/portal/visits.html']],
    ['a folder that is given out, the outermost of them', ['README.md', 'public/index.html', 'public/app/login.html', 'public/static/x.html'], ['/', '/app/login.html', '/static/x.html']],
    ['folders of a project around it', ['frontend/src/index.html', 'frontend/src/book.html'], ['/', '/book.html']],
    ['the only folder with a start page', ['clinic/index.html', 'clinic/portal/x.html'], ['/', '/portal/x.html']],
    ['a folder with a single page, which is a page by that name', ['schedule-appointment/index.html'], ['/schedule-appointment']],
    ['a host whose site was saved', ['backup/www.clinic.com/index.html', 'backup/www.clinic.com/public_html/book.html'], ['/', '/book.html']],
  ])('%s', (_, paths, expected) => {
    expect(routesOf(files(...paths)).map((route) => route.replace(' static', ''))).toEqual(expected)
  })

  it('each their own folder where there are several sites', () => {
    expect(routesOf(files('one/index.html', 'two/index.html'))).toEqual(['/one static', '/two static'])
  })
})

it('the name of an only folder is part of addresses where its pages say so', () => {
  const site = files('portal/index.html', 'portal/visits.html')
  expect(routesOf(site)).toEqual(['/ static', '/visits.html static'])
  const linked = page.replace('<body>', '<body><a href="/portal/visits.html">')
  expect(routesOf({ ...site, 'portal/index.html': linked })).toEqual(['/portal static', '/portal/visits.html static'])
})

it('beside the folders that another application gives out, pages may be none', () => {
  const next = { 'package.json': '{ "dependencies": { "next": "16" } }', 'app/page.tsx': 'export default function Page() { return null }' }
  const pages = files('public/hours.html', 'mails/visit.html')
  expect(routesOf({ ...next, ...pages })).toEqual(['/', '/hours.html static', '/mails/visit.html static possible'])
  // One of its own beside it is given out by something else.
  const own = { 'web/package.json': next['package.json'], 'web/app/page.tsx': next['app/page.tsx'] }
  expect(routesOf({ ...own, ...pages })).toEqual(['/', '/hours.html static', '/mails/visit.html static'])
})

it('what only keeps a folder from being listed is none', () => {
  const guard = '<html><head><title>403 Forbidden</title></head><body><p>Directory access is forbidden.</p></body></html>'
  expect(routesOf({ 'index.html': page, 'uploads/index.html': guard })).toEqual(['/ static'])
  const forward = guard.replace('<title>', '<script src="/go.js"></script><title>')
  expect(routesOf({ 'index.html': page, 'uploads/index.html': forward })).toEqual(['/ static', '/uploads static'])
})

it('what a browser saved beside a page, pieces and templates are none', () => {
  expect(routesOf({ ...files('index.html', 'index_files/frame.html', 'x.component.html'), 'top.html': '<nav></nav>', 'views/x.html': '<html>{{ x }}</html>' }))
    .toEqual(['/ static', '/x possible'])
})

describe('pieces that a page brings in', () => {
  const piece = { 'parts/top.html': '<nav></nav>', 'parts/other.html': '<nav></nav>' }
  const reached = (added: Record<string, string>): string[] => reachOf({ ...piece, ...added }, 'parts/top.html')
  const body = (text: string): Record<string, string> => ({ 'index.html': `<!doctype html><html><body>${text}</body></html>`, 'about.html': page })

  it.each([
    ['by the server', '<!--#include virtual="/parts/top.html" -->', '/'],
    ['by a proxy', '<esi:include src="/parts/top.html"/>', '/'],
    ['by an attribute', '<div w3-include-html="parts/top.html"></div>', '/'],
    ['by another attribute', '<div data-include="parts/top.html"></div>', '/'],
    ['by a request of its own', '<div hx-get="/parts/top.html" hx-trigger="load"></div>', '/'],
    ['by jQuery', '<div id="t"></div><script>$("#t").load("parts/top.html")</script>', '/'],
    ['by a request', "<script>fetch('./parts/top.html?v=2').then(show)</script>", '/ likely'],
    ['by a name that is put together', "<script>for (const name of names) fetch('parts/' + name + '.html')</script>", '/ possible'],
    ['by a template of a name', '<script>fetch(`parts/${name}.html`)</script>', '/ possible'],
    ['in a frame', '<iframe src="parts/top.html"></iframe>', '/'],
    ['as an object', '<object data="parts/top.html"></object>', '/'],
  ])('%s', (_, text, expected) => {
    expect(reached(body(text))).toEqual([expected])
  })

  it('by a script in a file', () => {
    expect(reached({ ...body('<script src="js/parts.js"></script>'), 'js/parts.js': "const parts = [{ id: 'top', path: 'parts/top.html' }]" })).toEqual(['/ likely'])
  })

  it.each([
    ['a link', '<a href="parts/top.html">top</a>'], ['another piece', "<script>fetch('parts/other.html')</script>"], ['a comment', '<!-- <div data-include="parts/top.html"></div> -->'],
  ])('%s brings in nothing', (_, text) => {
    expect(reached(body(text))).toEqual([])
  })
})
