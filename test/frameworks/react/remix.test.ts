import { describe, expect, it } from 'vitest'
import { fileRoutes } from '../../../src/frameworks/react/flat-routes.js'
import { reachOf, routesOf } from '../read-routes.js'

const page = 'export default function Page() { return null }'
const reactRouter = JSON.stringify({ dependencies: { 'react-router': '7.9.1' }, devDependencies: { '@react-router/dev': '7.9.1' } })

function paths(files: readonly string[], convention: 'flat' | 'mixed' | 'nested'): Record<string, string[]> {
  const found = fileRoutes(files.map((file) => `routes/${file}`), 'routes', convention)
  const relative = (file: string): string => file.slice('routes/'.length)
  return Object.fromEntries(found.map(({ file, path, around }) => [relative(file), [path, ...around.map(relative)]]))
}

/** File → path and the files around it. */
describe('flat routes', () => {
  it('nest by name, unless the name ends with an underscore', () => {
    expect(paths(['portal.tsx', 'portal.visits.$id.tsx', 'portal_.print.tsx', '_auth.tsx', '_auth.login.tsx', '_index.tsx'], 'flat')).toEqual({
      '_index.tsx': [''],
      'portal.tsx': ['portal'],
      'portal.visits.$id.tsx': ['portal/visits/:id', 'portal.tsx'],
      'portal_.print.tsx': ['portal/print'],
      '_auth.tsx': [''],
      '_auth.login.tsx': ['login', '_auth.tsx'],
    })
  })

  it('have optional, escaped and rest segments', () => {
    expect(paths(['($lang).book.tsx', 'sitemap[.]xml.ts', '$.tsx', 'files.$.tsx', '(old)._index.tsx'], 'flat')).toEqual({
      '($lang).book.tsx': [':lang?/book'],
      'sitemap[.]xml.ts': ['sitemap.xml'],
      '$.tsx': ['*'],
      'files.$.tsx': ['files/*'],
      '(old)._index.tsx': ['old?'],
    })
  })

  it('may be folders with a `route` module; what else is in them is no route', () => {
    expect(paths(['book.new/route.tsx', 'book.new/form.tsx', 'book.new/index.tsx', 'deep/er/route.tsx'], 'flat')).toEqual({
      'book.new/route.tsx': ['book/new'],
    })
  })

  it('mixed with folders count those that end in `+`', () => {
    expect(paths(['account+/visits.tsx', 'account+/_layout.tsx', '_site+/about/route.tsx', '_site+/about/text.tsx', '_site+/index.tsx'], 'mixed')).toEqual({
      'account+/visits.tsx': ['account/visits', 'account+/_layout.tsx'],
      'account+/_layout.tsx': ['account'],
      '_site+/about/route.tsx': ['about'],
      '_site+/index.tsx': [''],
    })
  })

  it('of Remix 1 are nested folders', () => {
    expect(paths(['portal.tsx', 'portal/index.tsx', 'portal/$visit.tsx', '__auth/login.tsx', '__auth.tsx', 'a.b.tsx'], 'nested')).toEqual({
      'portal.tsx': ['portal'],
      'portal/index.tsx': ['portal', 'portal.tsx'],
      'portal/$visit.tsx': ['portal/:visit', 'portal.tsx'],
      '__auth.tsx': [''],
      '__auth/login.tsx': ['login', '__auth.tsx'],
      'a.b.tsx': ['a/b'],
    })
  })
})

describe('an application', () => {
  const flat = {
    'package.json': JSON.stringify({ devDependencies: { '@remix-run/dev': '^2.17.0' } }),
    'app/root.tsx': page,
    'app/entry.client.tsx': 'hydrate()',
    'app/routes/_index.tsx': page,
    'app/routes/portal.tsx': page,
    'app/routes/portal._index.tsx': page,
    'app/routes/portal.results.tsx': page,
    'app/routes/portal_.print.tsx': page,
    'app/routes/api.visits.ts': 'export async function loader() { return {} }',
  }

  it('has pages and data; an index stands for its parent', () => {
    expect(routesOf(flat)).toEqual(['/', '/api/visits api', '/portal', '/portal/print', '/portal/results'])
  })

  it('has its root and first script on all pages, and a layout where it nests', () => {
    expect(reachOf(flat, 'app/root.tsx')).toEqual(['/', '/portal', '/portal/print', '/portal/results'])
    expect(reachOf(flat, 'app/entry.client.tsx')).toContain('/portal/print')
    expect(reachOf(flat, 'app/routes/portal.tsx')).toEqual(['/portal', '/portal/results'])
    expect(reachOf(flat, 'app/routes/portal_.print.tsx')).toEqual(['/portal/print'])
  })

  it('may lie in another directory and below a path', () => {
    expect(routesOf({
      'package.json': reactRouter,
      'react-router.config.ts': "export default { appDirectory: './source', basename: '/my' } satisfies Config",
      'source/root.tsx': page,
      'source/routes/login.tsx': page,
    })).toEqual(['/my/login'])
  })
})

describe('routes.ts', () => {
  const files = {
    'package.json': reactRouter,
    'app/routes.ts': `
      import { type RouteConfig, index, layout, prefix, route } from '@react-router/dev/routes'
      import { flatRoutes } from '@react-router/fs-routes'
      const visits = [route('visits', './visits.tsx', [route(':id', './visit.tsx')])]
      export default [
        index('./home.tsx'),
        layout('./portal/frame.tsx', [...prefix('portal', [index('./portal/start.tsx'), ...visits])]),
        route('*', './missing.tsx'),
        ...(await flatRoutes({ rootDirectory: 'pages' })),
      ] satisfies RouteConfig`,
    ...Object.fromEntries(['root', 'home', 'portal/frame', 'portal/start', 'visits', 'visit', 'missing', 'pages/book']
      .map((name) => [`app/${name}.tsx`, page])),
  }

  it('is read: prefixes, layouts, nested and file routes', () => {
    expect(routesOf(files)).toEqual(['/', '/*', '/book', '/portal', '/portal/visits', '/portal/visits/:id'])
  })

  it('says what stands around what', () => {
    expect(reachOf(files, 'app/portal/frame.tsx')).toEqual(['/portal', '/portal/visits', '/portal/visits/:id'])
    expect(reachOf(files, 'app/visits.tsx')).toEqual(['/portal/visits', '/portal/visits/:id'])
  })

  it('is read where functions of the site make its entries of a table, a path for each language', () => {
    const table = {
      'package.json': reactRouter,
      'app/routes.ts': `
        import { index, layout, route } from '@react-router/dev/routes'
        import { pages, plain } from './table'
        const localized = (page) => Object.entries(page.paths)
          .map(([language, path]) => route(path, page.file, { id: page.id + language }))
        const entries = (list) => list.flatMap((item) =>
          isPage(item) ? localized(item) : layout(item.file, entries(item.children)))
        export default [index('./home.tsx'), ...plain, ...entries(pages)]`,
      'app/table.ts': `
        export const plain = [
          { id: 'hours', path: '/hours', file: './hours.tsx' },
          { path: '/portal', file: './frame.tsx', children: [{ index: true, file: './home.tsx' }, { path: 'none', file: './none.tsx' }] },
        ]
        export const pages = [{ file: './frame.tsx', children: [
          { id: 'book', file: './book.tsx', paths: { en: '/:lang/book', es: '/:lang/cita' } },
        ] }]`,
      ...Object.fromEntries(['root', 'home', 'hours', 'frame', 'book'].map((name) => [`app/${name}.tsx`, page])),
    }
    expect(routesOf(table)).toEqual(['/', '/:lang/book', '/:lang/cita', '/hours', '/portal'])
    expect(reachOf(table, 'app/frame.tsx')).toEqual(['/:lang/book', '/:lang/cita', '/portal'])
  })
})
