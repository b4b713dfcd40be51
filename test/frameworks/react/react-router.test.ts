import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = JSON.stringify({ dependencies: { react: '19.1.1', 'react-router-dom': '7.9.1' } })
const shell = {
  'package.json': manifest,
  'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>',
  'src/main.tsx': "import { createRoot } from 'react-dom/client'\nimport { App } from './App'\ncreateRoot(document.body).render(<App />)",
}

/** An application whose routes are those of `src/App.tsx`. */
function app(source: string, others: Record<string, string> = {}): Record<string, string> {
  return { ...shell, 'src/App.tsx': source, ...others }
}

/** `export function Name() { … }` of each page, in `src/pages/Name.tsx`. */
function pages(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) =>
    [`src/pages/${name}.tsx`, `export function ${name}() { return <h1>${name}</h1> }\nexport default ${name}`]))
}

function imports(...names: string[]): string {
  return names.map((name) => `import { ${name} } from './pages/${name}'\n`).join('')
}

describe('elements', () => {
  it('nest: paths join, an index stands for its parent, a layout without a path adds nothing', () => {
    expect(routesOf(app(`
      export function App() {
        return <Routes>
          <Route path="/" element={<Site />}>
            <Route index element={<Home />} />
            <Route path="visits">
              <Route index element={<Visits />} />
              <Route path=":visitId" element={<Visit />} />
            </Route>
            <Route element={<Quiet />}><Route path="login" element={<Login />} /></Route>
          </Route>
          <Route path="portal" element={<Portal />}><Route path="messages" element={<Messages />} /></Route>
          <Route path="old" element={<Navigate to="/" replace />} />
          <Route path="*" element={<Missing />} />
        </Routes>
      }`))).toEqual(['/', '/*', '/login', '/old redirect', '/portal', '/portal/messages', '/visits', '/visits/:visitId'])
  })

  it('may be wrapped, conditional, made of fragments, of arrays and of named pieces', () => {
    expect(routesOf(app(`
      const portal = <><Route path="/portal" element={<Portal />} /></>
      const table = [{ path: '/a', page: A }, { path: '/b', page: B }]
      export function App({ isOpen }) {
        return <BrowserRouter basename="/clinic"><Suspense><Routes>
          {portal}
          {table.map(({ path, page: Page }) => <Route key={path} path={path} element={<Page />} />)}
          {isOpen ? <Route path="/open" element={<Open />} /> : <Route path="/closed" element={<Closed />} />}
          {isOpen && <PrivateRoute path="/own" element={<Own />} />}
        </Routes></Suspense></BrowserRouter>
      }`))).toEqual(['/clinic/a', '/clinic/b', '/clinic/closed', '/clinic/open', '/clinic/own', '/clinic/portal'])
  })

  it('take their paths from constants of any form; a part that is not literal stays a part', () => {
    expect(routesOf(app(`
      import { ROUTES, Path } from './paths'
      export function App() {
        return <Routes>
          <Route path={ROUTES.portal.home} element={<Portal />} />
          <Route path={Path.Login} element={<Login />} />
          <Route path={\`\${ROUTES.portal.home}/\${tab()}\`} element={<Tab />} />
        </Routes>
      }`, {
      'src/paths.ts': "export const ROUTES = { portal: { home: '/portal' } } as const\nexport enum Path { Login = '/login' }",
    }))).toEqual(['/login', '/portal', '/portal/:value likely'])
  })

  it('may be made by a function that calls itself for what is inside', () => {
    const files = app(`
      ${imports('Layout', 'Home', 'Visits')}
      const table = [
        { path: '/', page: Layout, inner: [{ path: 'home', page: Home }, { path: 'visits', page: Visits }] },
      ]
      const elements = (rows) => rows.map((row) =>
        <Route key={row.path} path={row.path} element={<row.page />}>{row.inner && elements(row.inner)}</Route>)
      export const App = () => <Routes>{elements(table)}</Routes>`, pages('Layout', 'Home', 'Visits'))
    expect(routesOf(files)).toEqual(['/', '/home', '/visits'])
    expect(reachOf(files, 'src/pages/Layout.tsx', 'Layout')).toEqual(['/', '/home', '/visits'])
    expect(reachOf(files, 'src/pages/Visits.tsx', 'Visits')).toEqual(['/visits'])
  })

  it('whose path is made at run time are no surer for a page that is shown for all other addresses', () => {
    const site = app(`${imports('Results', 'Missing')}
      export function App() {
        const paths = usePaths()
        return <Routes><Route path={paths.results()} element={<Results />} /><Route path="*" element={<Missing />} /></Routes>
      }`, pages('Results', 'Missing'))
    expect(routesOf(site)).toEqual(['/*'])
    expect(reachOf(site, 'src/pages/Missing.tsx', 'Missing')).toEqual(['/*'])
    expect(reachOf(site, 'src/pages/Results.tsx', 'Results')).toEqual(['/* possible'])
  })

  it('whose path is made at run time stand for any page', () => {
    expect(routesOf(app('const paths = usePaths()\nexport const App = () => <Routes><Route path={paths.home()} element={<Home />} /></Routes>')))
      .toEqual(['/* possible'])
  })

  it('of version 5 have whole paths, several of them, and show their children', () => {
    expect(routesOf(app(`
      export function App() {
        return <BrowserRouter basename="/my"><Switch>
          <Route exact path={['/', '/home']} component={Home} />
          <Route path="/portal"><Layout><Switch>
            <Route path="/portal/results" render={() => <Results />} />
          </Switch></Layout></Route>
          <Route path="/visits/:id(\\\\d+)" component={Visit} />
          <Redirect from="/old" to="/" />
          <Route component={Missing} />
        </Switch></BrowserRouter>
      }`))).toEqual(['/my', '/my/*', '/my/home', '/my/old redirect', '/my/portal/results', '/my/visits/:id'])
  })

  it('of other things are no routes', () => {
    expect(routesOf(app('export const App = () => <Toggle><Switch checked /><TrainRoute color="red" /></Toggle>'))).toEqual(['/'])
  })
})

describe('components that are routes themselves', () => {
  const files = {
    ...app(`
      import { Router } from '@reach/router'
      ${imports('Home', 'Visits', 'Visit', 'Missing')}
      export const App = () => <Router basepath="/portal">
        <Home path="/" />
        <Visits path="visits"><Visit path=":id" /></Visits>
        <Missing default />
      </Router>`, pages('Home', 'Visits', 'Visit', 'Missing')),
    'package.json': JSON.stringify({ dependencies: { '@reach/router': '1.3.4' } }),
  }

  it('nest, and share what is around them', () => {
    expect(routesOf(files)).toEqual(['/portal', '/portal/*', '/portal/visits', '/portal/visits/:id'])
    expect(reachOf(files, 'src/pages/Home.tsx', 'Home')).toEqual(['/portal'])
    expect(reachOf(files, 'src/pages/Visit.tsx', 'Visit')).toEqual(['/portal/visits/:id'])
    expect(reachOf(files, 'src/pages/Visits.tsx', 'Visits')).toEqual(['/portal/visits', '/portal/visits/:id'])
  })

  it('are not the children of any other Router', () => {
    const other = app("import { Router } from './Router'\nexport const App = () => <Router><Icon path='M0 0h24' /></Router>")
    expect(routesOf(other)).toEqual(['/'])
  })
})

describe('tables below other routes', () => {
  const nested = app(`
    ${imports('Home', 'Portal')}
    export const App = () => <Routes>
      <Route path="/" element={<Home />} />
      <Route path="/portal/*" element={<Portal />} />
    </Routes>`, {
    ...pages('Home', 'Messages', 'Inbox'),
    'src/pages/Portal.tsx': `
      import { Messages } from './Messages'
      import { Inbox } from './Inbox'
      export function Portal() {
        return <main><Routes><Route index element={<Inbox />} /><Route path="messages/:id" element={<Messages />} /></Routes></main>
      }`,
  })

  it('stand below the route that shows their component', () => {
    expect(routesOf(nested)).toEqual(['/', '/portal', '/portal/messages/:id'])
  })

  it('share what stands around them and nothing else', () => {
    expect(reachOf(nested, 'src/pages/Portal.tsx', 'Portal')).toEqual(['/portal', '/portal/messages/:id'])
    expect(reachOf(nested, 'src/pages/Messages.tsx', 'Messages')).toEqual(['/portal/messages/:id'])
    expect(reachOf(nested, 'src/pages/Home.tsx', 'Home')).toEqual(['/'])
  })

  it('of version 5 count from the match they are given', () => {
    expect(routesOf(app(`
      import { Portal } from './pages/Portal'
      export const App = () => <Switch><Route path="/portal" component={Portal} /></Switch>`, {
      'src/pages/Portal.tsx': `
        export function Portal() {
          const { path } = useRouteMatch()
          return <Switch><Route exact path={path} component={Inbox} /><Route path={\`\${path}/visits\`} component={Visits} /></Switch>
        }`,
    }))).toEqual(['/portal likely', '/portal/visits likely'])
  })
})

describe('data routes', () => {
  const data = app(`
    ${imports('Layout', 'Home', 'Results')}
    const router = createBrowserRouter([
      {
        path: '/', element: <Layout />, errorElement: <Oops />,
        children: [
          { index: true, element: <Home /> },
          { path: 'results', Component: Results },
          { path: 'book', lazy: () => import('./pages/Book') },
        ],
      },
      ...authRoutes,
    ], { basename: '/site' })
    const authRoutes = [{ path: '/login', lazy: async () => ({ Component: (await import('./pages/Login')).Login }) }]
    export const App = () => <RouterProvider router={router} />`, pages('Layout', 'Home', 'Results', 'Book', 'Login'))

  it('nest like elements', () => {
    expect(routesOf(data)).toEqual(['/site', '/site/book', '/site/login', '/site/results'])
  })

  it('have pages of their own and share their layout', () => {
    expect(reachOf(data, 'src/pages/Layout.tsx', 'Layout')).toEqual(['/site', '/site/book', '/site/results'])
    expect(reachOf(data, 'src/pages/Results.tsx', 'Results')).toEqual(['/site/results'])
    expect(reachOf(data, 'src/pages/Book.tsx', 'Book')).toEqual(['/site/book'])
    expect(reachOf(data, 'src/pages/Login.tsx', 'Login')).toEqual(['/site/login'])
  })

  it('may be made of elements, and be given to a hook', () => {
    expect(routesOf(app("export const router = createBrowserRouter(createRoutesFromElements(<Route path='/a' element={<A />} />))"))).toEqual(['/a'])
    expect(routesOf(app("export function App() { return useRoutes([{ path: '/a', element: <A /> }]) }"))).toEqual(['/a'])
  })

  it('that nobody was seen to render are likely', () => {
    const files = { 'src/routes.tsx': "export const routes = [{ path: '/a', element: <A /> }, { path: '/b', children: [{ path: 'c', lazy: load }] }]" }
    expect(routesOf(app("import { routes } from './routes'\nstart(routes)", files))).toEqual(['/a likely', '/b/c likely'])
  })

  it('are no menus: entries that show nothing', () => {
    expect(routesOf(app("export const menu = [{ path: '/a', label: 'A' }]"))).toEqual(['/'])
  })
})

describe('reach', () => {
  const files = app(`
    import { lazy } from 'react'
    ${imports('Home', 'Login', 'Guard')}
    import { Results, Visits } from './pages'
    import { Shared } from './Shared'
    import './start'
    const Book = lazy(() => import('./pages/Book'))
    export function App() {
      useEffect(() => begin())
      return <><Shared /><Routes>
        <Route path="/" element={<Home />} />
        <Route path="/login" element={<Login />} />
        <Route path="/book" element={<Guard><Book /></Guard>} />
        <Route path="/results" element={<Guard><Results /></Guard>} />
        <Route path="/visits" element={<Visits />} />
      </Routes></>
    }
    function begin() {}`, {
    ...pages('Home', 'Login', 'Guard', 'Book', 'Results', 'Visits'),
    'src/pages/index.ts': "export * from './Results'\nexport { Visits } from './Visits'",
    'src/Shared.tsx': 'export const Shared = () => null',
    'src/start.ts': 'start()',
  })
  const all = ['/', '/book', '/login', '/results', '/visits']

  it('of a page is its own route: the router that imports it does not put it on the others', () => {
    expect(reachOf(files, 'src/pages/Home.tsx', 'Home')).toEqual(['/'])
    expect(reachOf(files, 'src/pages/Book.tsx', 'Book')).toEqual(['/book'])
  })

  it('goes through barrels by the name that is used', () => {
    expect(reachOf(files, 'src/pages/Results.tsx', 'Results')).toEqual(['/results'])
    expect(reachOf(files, 'src/pages/Visits.tsx', 'Visits')).toEqual(['/visits'])
  })

  it('of a wrapper is every route whose entry names it', () => {
    expect(reachOf(files, 'src/pages/Guard.tsx', 'Guard')).toEqual(['/book', '/results'])
  })

  it('of the document, the first script and what stands beside the table is every route', () => {
    expect(reachOf(files, 'index.html')).toEqual(all)
    expect(reachOf(files, 'src/main.tsx')).toEqual(all)
    expect(reachOf(files, 'src/App.tsx', 'begin')).toEqual(all)
    expect(reachOf(files, 'src/Shared.tsx', 'Shared')).toEqual(all)
    expect(reachOf(files, 'src/start.ts')).toEqual(all)
  })

  it('of code that runs when a module loads is every route, if the module is loaded with the first script', () => {
    expect(reachOf(files, 'src/pages/Home.tsx')).toEqual(all)
    expect(reachOf(files, 'src/pages/Book.tsx')).toEqual(['/book'])
  })

  it('of a component two entries show is both', () => {
    const twice = app(`${imports('Results')}
      export const App = () => <Routes>
        <Route path="/a" element={<Results />} /><Route path="/b" element={<Results />} /><Route path="/c" element={<p />} />
      </Routes>`, pages('Results'))
    expect(reachOf(twice, 'src/pages/Results.tsx', 'Results')).toEqual(['/a', '/b'])
  })

  it('of a row of an array is the row', () => {
    const rows = app(`${imports('Home', 'Login')}
      const table = [{ path: '/', page: Home }, { path: '/login', page: Login }]
      export const App = () => <Routes>{table.map((row) => <Route path={row.path} element={<row.page />} />)}</Routes>`, pages('Home', 'Login'))
    expect(reachOf(rows, 'src/pages/Login.tsx', 'Login')).toEqual(['/login'])
  })

  it('starts from the script beside a document without a tag, as Create React App has it', () => {
    const created = {
      'package.json': JSON.stringify({ dependencies: { 'react-router-dom': '6.30.1', 'react-scripts': '5.0.1' } }),
      'public/index.html': '<html><body><div id="root"></div></body></html>',
      'src/index.js': "import { App } from './App'\nReactDOM.render(<App />, root)",
      'src/App.js': "export function App() { return <Routes><Route path='/a' element={<A />} /></Routes> }",
    }
    expect(routesOf(created)).toEqual(['/a'])
    expect(reachOf(created, 'src/index.js')).toEqual(['/a'])
    expect(reachOf(created, 'public/index.html')).toEqual(['/a'])
  })
})

describe('the document', () => {
  const router = "export const App = () => <Routes><Route path='/portal' element={<A />} /></Routes>"
  const entry = "import { App } from './App'\nReactDOM.createRoot(root).render(<App />)"

  it('may lie anywhere, as long as it loads what starts the application', () => {
    const files = {
      'package.json': manifest, 'web/site/App.jsx': router, 'web/site/boot.jsx': entry,
      'web/site/index.html': '<!doctype html><script type="module" src="./boot.jsx"></script>',
      'docs/index.html': '<!doctype html><p>Documentation</p>',
    }
    expect(reachOf(files, 'web/site/index.html')).toEqual(['/portal'])
    expect(reachOf(files, 'docs/index.html')).toEqual(['/docs'])
  })

  it('may be a template of a server that names the first script', () => {
    const files = {
      'package.json': manifest, 'resources/js/App.jsx': router, 'resources/js/app.jsx': entry,
      'resources/views/app.blade.php': "<html><head>@vite('resources/js/app.jsx')</head><body><div id=\"root\"></div></body></html>",
    }
    expect(reachOf(files, 'resources/views/app.blade.php')).toContain('/portal likely')
    expect(reachOf(files, 'resources/js/app.jsx')).toContain('/portal')
  })
})

describe('several applications', () => {
  it('have their own routes and documents', () => {
    const files = Object.fromEntries(['site', 'portal'].flatMap((name) =>
      Object.entries(app(`export const App = () => <Routes><Route path="/${name}" element={<A />} /></Routes>`))
        .map(([path, text]) => [`apps/${name}/${path}`, text])))
    expect(routesOf(files)).toEqual(['/portal', '/site'])
    expect(reachOf(files, 'apps/site/index.html')).toEqual(['/site'])
  })

  it('leave tests and stories out', () => {
    expect(routesOf(app("export const App = () => <Routes><Route path='/a' element={<A />} /></Routes>", {
      'src/App.test.tsx': "render(<Routes><Route path='/test' element={<A />} /></Routes>)",
    }))).toEqual(['/a'])
  })
})
