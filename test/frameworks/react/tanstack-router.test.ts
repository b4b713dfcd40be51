import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const base = {
  'package.json': JSON.stringify({ dependencies: { '@tanstack/react-router': '1.132.0' } }),
  'index.html': '<!doctype html><div id="app"></div><script type="module" src="/src/main.tsx"></script>',
}

/** A route module with its id as the tool writes it, and its own component. */
function routeFile(id: string): string {
  return `import { createFileRoute } from '@tanstack/react-router'
    export const Route = createFileRoute('${id}')({ component: Page })
    function Page() { return null }`
}

function fileBased(...names: string[]): Record<string, string> {
  const files: Record<string, string> = {
    ...base,
    'src/main.tsx': "import { routeTree } from './routeTree.gen'\nconst router = createRouter({ routeTree })\ncreateRoot(root).render(<RouterProvider router={router} />)",
    'src/routes/__root.tsx': 'export const Route = createRootRoute({ component: Root })\nfunction Root() { return null }',
  }
  for (const name of names) files[`src/routes/${name}.tsx`] = routeFile(name)
  const modules = names.map((name, index) => `import { Route as Route${index} } from './routes/${name}'`)
  files['src/routeTree.gen.ts'] = `${modules.join('\n')}
    const children = { ${names.map((_, index) => `Route${index}`).join(', ')} }
    export const routeTree = rootRouteImport._addFileChildren(children)`
  return files
}

describe('file names', () => {
  it('are paths: folders and dots, parameters, the rest, options, escapes', () => {
    expect(routesOf(fileBased('index', 'visits.$visitId', 'visits/index', 'files/$', '{-$lang}/about', 'data[.]json')))
      .toEqual(['/', '/:lang?/about', '/data.json', '/files/*', '/visits', '/visits/:visitId'])
  })

  it('leave out groups, layouts without a path, the mark against nesting, and what is ignored', () => {
    expect(routesOf(fileBased('(site)/careers', '_auth', '_auth/login', 'portal', 'portal_.print', '-components/Button', 'portal/-table')))
      .toEqual(['/careers', '/login', '/portal', '/portal/print'])
  })

  it('nest by id', () => {
    const files = fileBased('_auth', '_auth/login', 'portal', 'portal.results', 'portal_.print', 'portal/route-card/route')
    expect(reachOf(files, 'src/routes/_auth.tsx', 'Page')).toEqual(['/login'])
    expect(reachOf(files, 'src/routes/portal.tsx', 'Page')).toEqual(['/portal', '/portal/results', '/portal/route-card'])
    expect(reachOf(files, 'src/routes/portal_.print.tsx', 'Page')).toEqual(['/portal/print'])
  })

  it('are not tied together by the generated tree; modules that it loads run on every route', () => {
    const files = fileBased('index', 'portal')
    expect(reachOf(files, 'src/routes/index.tsx', 'Page')).toEqual(['/'])
    expect(reachOf(files, 'src/routes/index.tsx')).toEqual(['/', '/portal'])
    expect(reachOf(files, 'src/routes/__root.tsx', 'Root')).toEqual(['/', '/portal'])
    expect(reachOf(files, 'index.html')).toEqual(['/', '/portal'])
  })

  it('may have parts in files of their own', () => {
    const files = { ...fileBased('visits'), 'src/routes/visits.lazy.tsx': "export const Route = createLazyFileRoute('/visits')({ component: Page })\nfunction Page() { return null }" }
    expect(routesOf(files)).toEqual(['/visits'])
    expect(reachOf(files, 'src/routes/visits.lazy.tsx', 'Page')).toEqual(['/visits'])
  })

  it('of another directory are found by the configuration', () => {
    const { 'src/routes/__root.tsx': _, ...files } = fileBased()
    expect(routesOf({ ...files, 'tsr.config.json': '{ "routesDirectory": "./src/pages" }', 'src/pages/login.tsx': routeFile('/login') })).toEqual(['/login'])
  })

  it('of answers without a page are data', () => {
    const files = { ...fileBased('index'), 'src/routes/api/visits.ts': "export const Route = createFileRoute('/api/visits')({ server: { handlers: { GET: list } } })" }
    expect(routesOf(files)).toEqual(['/', '/api/visits api'])
  })
})

describe('routes made in code', () => {
  const files = {
    ...base,
    'src/main.tsx': `
      import { Home } from './Home'
      import { Portal } from './Portal'
      import { Results } from './Results'
      const rootRoute = createRootRoute({ component: Root })
      const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home })
      const guard = createRoute({ getParentRoute: () => rootRoute, id: 'guard', component: Guard })
      const portalRoute = createRoute({ getParentRoute: () => guard, path: 'portal', component: Portal })
      const resultsRoute = createRoute({ getParentRoute: () => portalRoute, path: 'results/$id', component: () => <Results /> })
      const bookRoute = createRoute({ getParentRoute: () => rootRoute, path: '/book' }).lazy(() => import('./Book').then((module) => module.Route))
      const routeTree = rootRoute.addChildren([homeRoute, guard.addChildren([portalRoute.addChildren([resultsRoute])]), bookRoute])
      const router = createRouter({ routeTree })
      createRoot(root).render(<RouterProvider router={router} />)
      function Root() { return <Outlet /> }
      function Guard() { return <Outlet /> }`,
    'src/Home.tsx': 'export const Home = () => null',
    'src/Portal.tsx': 'export const Portal = () => <Outlet />',
    'src/Results.tsx': 'export const Results = () => null',
    'src/Book.tsx': "export const Route = createLazyRoute('/book')({ component: Book })\nfunction Book() { return null }",
  }

  it('join the paths of their parents', () => {
    expect(routesOf(files)).toEqual(['/', '/book', '/portal', '/portal/results/:id'])
  })

  it('have their own components and those of their parents', () => {
    expect(reachOf(files, 'src/Home.tsx', 'Home')).toEqual(['/'])
    expect(reachOf(files, 'src/Portal.tsx', 'Portal')).toEqual(['/portal', '/portal/results/:id'])
    expect(reachOf(files, 'src/Results.tsx', 'Results')).toEqual(['/portal/results/:id'])
    expect(reachOf(files, 'src/Book.tsx', 'Book')).toEqual(['/book'])
    expect(reachOf(files, 'src/main.tsx', 'Guard')).toEqual(['/portal', '/portal/results/:id'])
    expect(reachOf(files, 'src/main.tsx', 'Root')).toEqual(['/', '/book', '/portal', '/portal/results/:id'])
  })
})
