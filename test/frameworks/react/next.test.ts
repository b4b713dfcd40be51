import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': JSON.stringify({ dependencies: { next: '15.5.4' } }) }
const page = 'export default function Page() { return null }'

/** Files of the `app` directory, each a page or whatever its name makes it. */
function app(...names: string[]): Record<string, string> {
  return { ...manifest, ...Object.fromEntries(names.map((name) => [`app/${name}.tsx`, page])) }
}

function pages(...names: string[]): Record<string, string> {
  return { ...manifest, ...Object.fromEntries(names.map((name) => [`pages/${name}.tsx`, page])) }
}

describe('the app directory', () => {
  it('leaves out groups and private folders, and knows data routes', () => {
    expect(routesOf(app('page', '(site)/careers/page', '_lib/page', '%5Fnotes/page', 'api/visits/route', 'docs/[[...slug]]/page', 'portal/[id]/page')))
      .toEqual(['/', '/_notes', '/api/visits api', '/careers', '/docs/*', '/portal/:id'])
  })

  it('has layouts on what is below them, in their own group alone', () => {
    const files = app('(a)/layout', '(a)/one/page', '(b)/layout', '(b)/two/page', '(a)/one/deep/page', '(a)/one/loading')
    expect(reachOf(files, 'app/(a)/layout.tsx')).toEqual(['/one', '/one/deep'])
    expect(reachOf(files, 'app/(b)/layout.tsx')).toEqual(['/two'])
    expect(reachOf(files, 'app/(a)/one/loading.tsx')).toEqual(['/one likely', '/one/deep likely'])
  })

  it('has slots on the routes beside them: their page at this address, else their default', () => {
    const files = app('portal/layout', 'portal/page', 'portal/visits/page', 'portal/@aside/default', 'portal/@aside/visits/page')
    expect(routesOf(files)).toEqual(['/portal', '/portal/visits'])
    expect(reachOf(files, 'app/portal/@aside/default.tsx')).toEqual(['/portal'])
    expect(reachOf(files, 'app/portal/@aside/visits/page.tsx')).toEqual(['/portal/visits'])
  })

  it('has intercepted routes: what intercepts is likely there, too', () => {
    const files = app('feed/layout', 'feed/page', 'feed/@modal/default', 'feed/@modal/(.)photo/[id]/page', 'feed/photo/[id]/page', 'a/b/(...)login/page')
    expect(routesOf(files)).toEqual(['/feed', '/feed/photo/:id', '/login likely'])
    expect(reachOf(files, 'app/feed/@modal/(.)photo/[id]/page.tsx')).toEqual(['/feed/photo/:id likely'])
    expect(reachOf(files, 'app/feed/photo/[id]/page.tsx')).toEqual(['/feed/photo/:id'])
  })
})

describe('the pages directory', () => {
  it('has its shells on pages and not on answers', () => {
    const files = pages('_app', '_document', 'index', 'tests/[id]', 'api/session', '404')
    expect(routesOf(files)).toEqual(['/', '/404', '/api/session api', '/tests/:id'])
    expect(reachOf(files, 'pages/_app.tsx')).toEqual(['/', '/404', '/tests/:id'])
  })
})

describe('code that is everywhere', () => {
  const files = {
    ...app('page', 'portal/page', 'portal/visits/page', 'api/x/route'),
    'instrumentation-client.ts': 'start()',
    'middleware.ts': "export function middleware() {}\nexport const config = { matcher: ['/portal/:path*'] }",
    'public/old.html': '<!doctype html><html></html>',
  }

  it('is client instrumentation on every page, and a middleware where it matches', () => {
    expect(reachOf(files, 'instrumentation-client.ts')).toEqual(['/', '/portal', '/portal/visits'])
    expect(reachOf(files, 'middleware.ts')).toEqual(['/portal', '/portal/visits'])
  })

  it('runs what a plugin of its configuration puts in front of the scripts', () => {
    const files = {
      'package.json': '{ "dependencies": { "next": "15" } }', 'app/page.tsx': 'export default () => <p />',
      'watch.client.config.ts': 'start()', 'other.client.config.ts': 'start()',
      'next.config.ts': "import { withWatchConfig } from 'watch'\nexport default withWatchConfig({})",
    }
    expect(reachOf(files, 'watch.client.config.ts')).toEqual(['/ likely'])
    expect(reachOf(files, 'other.client.config.ts')).toEqual([])
  })

  it('is a proxy where patterns and rules name or leave out addresses, below the base path', () => {
    const reached = (matcher: string): string[] => reachOf({
      ...files, 'next.config.mjs': "export default { basePath: '/care' }",
      'proxy.ts': `export function proxy() {}\nexport const config = { matcher: ${matcher} }`,
    }, 'proxy.ts')
    expect(reached("'/portal/:path*'")).toEqual(['/care/portal', '/care/portal/visits'])
    expect(reached("['/(portal|login)/(.*)']")).toEqual(['/care/portal', '/care/portal/visits'])
    expect(reached("[{ source: '/care/portal', basePath: false }]")).toEqual(['/care/portal'])
    expect(reached("['/((?!api|portal|_next/static).*)']")).toEqual(['/care'])
    expect(reached("['/((?!api|portal).*)', '/portal']")).toEqual(['/care', '/care/portal', '/care/portal/visits'])
  })

  it('is a proxy on every page when it does not say where', () => {
    expect(reachOf({ ...files, 'src/proxy.ts': 'export function proxy() {}' }, 'src/proxy.ts')).toEqual(['/', '/portal', '/portal/visits'])
  })
})

describe('next.config', () => {
  const config = `
    const withAnalyzer = require('@next/bundle-analyzer')({ enabled: false })
    const { old } = require('./old-addresses')
    /** @type {import('next').NextConfig} */
    const nextConfig = {
      basePath: '/my',
      async rewrites() {
        return {
          beforeFiles: [{ source: '/book', destination: '/schedule' }],
          afterFiles: [{ source: '/ingest/:path*', destination: 'https://collector.example/:path*' }],
        }
      },
      redirects: async () => [{ source: '/old/:slug(\\\\d+)', destination: '/', permanent: true }, ...old,
        { source: '/:path*', has: [{ type: 'host', value: 'www.example.com' }], destination: 'https://example.com/:path*', permanent: true }],
    }
    module.exports = withAnalyzer(nextConfig)`
  const files = {
    ...app('layout', 'page', 'schedule/page'),
    'next.config.js': config,
    'old-addresses.js': "exports.old = [{ source: '/plain', destination: '/', permanent: true, basePath: false }]",
  }

  it('is read through what wraps it: base path, rewrites, redirects', () => {
    expect(routesOf(files)).toEqual(['/my', '/my/book', '/my/ingest/* redirect', '/my/old/:slug redirect', '/my/schedule', '/plain redirect'])
  })

  it('makes a rewritten address show the page it leads to', () => {
    expect(reachOf(files, 'app/schedule/page.tsx')).toEqual(['/my/book', '/my/schedule'])
    expect(reachOf(files, 'app/layout.tsx')).toEqual(['/my', '/my/book', '/my/schedule'])
  })

  it('names other page extensions, and locales in front of pages', () => {
    expect(routesOf({
      ...manifest, 'pages/index.page.tsx': page, 'pages/portal.page.tsx': page, 'pages/portal.styles.tsx': page, 'pages/api/x.api.ts': page,
      'next.config.mjs': "export default { pageExtensions: ['page.tsx', 'api.ts'], i18n: { locales: ['en', 'es'], defaultLocale: 'en' } }",
    })).toEqual(['/:locale?', '/:locale?/portal', '/api/x api'])
  })
})
