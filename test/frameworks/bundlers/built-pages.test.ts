import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const page = (script = ''): string => `<!doctype html><html><body><main></main>${script}</body></html>`
const tag = (source: string): string => `<script type="module" src="${source}"></script>`
const manifest = (dependencies: Record<string, string> = {}): Record<string, string> => ({ 'package.json': JSON.stringify({ dependencies }) })

describe('Vite', () => {
  it('makes a page of each input, where it lies below the root', () => {
    const files = {
      ...manifest(),
      'vite.config.js': `import { resolve } from 'node:path'
        export default { root: 'source', base: '/my/', build: { rollupOptions: { input: {
          main: resolve(__dirname, 'source/index.html'), book: resolve(__dirname, 'source/book/index.html'), portal: 'source/portal.html',
        } } } }`,
      'source/index.html': page(tag('./main.js')), 'source/book/index.html': page(tag('./book.js')), 'source/portal.html': page(),
      'source/main.js': 'start()', 'source/book/book.js': 'start()',
    }
    expect(routesOf(files)).toEqual(['/my static', '/my/book static', '/my/portal.html static'])
    expect(reachOf(files, 'source/book/book.js')).toEqual(['/my/book'])
  })

  it('makes pages of a plugin’s list, with scripts that no tag names', () => {
    const files = {
      ...manifest(),
      'vite.config.ts': `import { createHtmlPlugin } from 'vite-plugin-html'
        export default { plugins: [createHtmlPlugin({ pages: [
          { filename: 'index.html', template: 'public.html', entry: 'src/public.ts' }, { filename: 'portal.html', template: 'portal.html', entry: '/src/portal' },
        ] })] }`,
      'public.html': page(), 'portal.html': page(), 'src/public.ts': 'start()', 'src/portal.ts': 'start()',
    }
    expect(routesOf(files)).toEqual(['/ static', '/portal.html static'])
    expect(reachOf(files, 'src/portal.ts')).toEqual(['/portal.html'])
    expect(reachOf(files, 'src/public.ts')).toEqual(['/'])
  })
})

describe('webpack', () => {
  const entry = "{ main: './src/main.js', portal: ['./src/shared', './src/portal.js'] }"
  const files = (plugins: string): Record<string, string> => ({
    ...manifest(),
    'webpack.config.js': `const HtmlWebpackPlugin = require('html-webpack-plugin')
      module.exports = { entry: ${entry}, output: { publicPath: '/' }, plugins: ${plugins} }`,
    'src/main.html': page(), 'src/portal.html': page(), 'src/main.js': 'start()', 'src/portal.js': 'start()', 'src/shared.js': 'start()',
  })

  it('puts the scripts of its chunks into each page', () => {
    const site = files(`[
      new HtmlWebpackPlugin({ template: './src/main.html', chunks: ['main'] }),
      new HtmlWebpackPlugin({ template: 'src/portal.html', filename: 'portal/index.html', excludeChunks: ['main'] }),
    ]`)
    expect(routesOf(site)).toEqual(['/ static', '/portal static'])
    expect(reachOf(site, 'src/main.js')).toEqual(['/'])
    expect(reachOf(site, 'src/shared.js')).toEqual(['/portal'])
    expect(reachOf(site, 'src/portal.html')).toEqual(['/portal'])
  })

  it('puts all of them in where nothing is said, and none where it shall not', () => {
    const site = files("[new HtmlWebpackPlugin({ template: './src/main.html' }), new HtmlWebpackPlugin({ template: './src/portal.html', filename: 'plain.html', inject: false })]")
    expect(reachOf(site, 'src/main.js')).toEqual(['/'])
    expect(reachOf(site, 'src/portal.js')).toEqual(['/'])
    expect(reachOf(site, 'src/portal.html')).toEqual(['/plain.html'])
  })

  it('makes pages of a list that is mapped', () => {
    const site = files("['main', 'portal'].map((name) => new HtmlWebpackPlugin({ template: `./src/${name}.html`, filename: `${name}.html`, chunks: [name] }))")
    expect(routesOf(site)).toEqual(['/main.html static', '/portal.html static'])
    expect(reachOf(site, 'src/portal.js')).toEqual(['/portal.html'])
  })
})

describe('pages of a list', () => {
  it('of Vue CLI share a template, and have scripts of their own', () => {
    const files = {
      ...manifest(),
      'vue.config.js': "module.exports = { pages: { index: 'src/site.js', portal: { entry: 'src/portal.js', filename: 'portal.html' } } }",
      'public/index.html': page(), 'src/site.js': 'start()', 'src/portal.js': 'start()',
    }
    expect(routesOf(files)).toEqual(['/ static', '/portal.html static'])
    expect(reachOf(files, 'public/index.html')).toEqual(['/', '/portal.html'])
    expect(reachOf(files, 'src/portal.js')).toEqual(['/portal.html'])
  })

  it('of Rsbuild go by the names of the entries', () => {
    const files = {
      ...manifest(),
      'rsbuild.config.ts': "export default defineConfig({ html: { template: './static/page.html' }, source: { entry: { index: './src/site.ts', book: './src/book.ts' } } })",
      'static/page.html': page(), 'src/site.ts': 'start()', 'src/book.ts': 'start()',
    }
    expect(routesOf(files)).toEqual(['/ static', '/book.html static'])
    expect(reachOf(files, 'src/book.ts')).toEqual(['/book.html'])
  })
})

describe('several applications of one build', () => {
  const router = (path: string): string => `import { createRoot } from 'react-dom/client'
    import { createBrowserRouter } from 'react-router-dom'
    const router = createBrowserRouter([{ path: '${path}', element: <Page /> }, { path: '${path}/more', element: <Page /> }])
    function Page() { return null }
    createRoot(document.body).render(<RouterProvider router={router} />)`
  const files = {
    ...manifest({ 'react-router-dom': '6.30.1', react: '18.3.1' }),
    'vite.config.js': "export default { build: { rollupOptions: { input: ['index.html', 'portal.html'] } } }",
    'index.html': page(tag('/src/site.jsx')), 'portal.html': page(tag('/src/portal.jsx')),
    'src/site.jsx': router('/site'), 'src/portal.jsx': router('/portal'),
  }

  it('have the routes that their documents bring in', () => {
    expect(routesOf(files)).toEqual(['/portal', '/portal/more', '/site', '/site/more'])
    expect(reachOf(files, 'index.html')).toEqual(['/site', '/site/more'])
    expect(reachOf(files, 'portal.html')).toEqual(['/portal', '/portal/more'])
  })

  it('are documents of their own: what is loaded in one does not stay for the other', () => {
    const tracked = {
      ...files,
      'src/site.jsx': files['src/site.jsx'].replace('function Page() { return null }', "function Page() { useEffect(() => { const s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(s) }, []); return null }"),
    }
    const routes = projectOf(tracked).sightings().flatMap((sighting) => sighting.routes.map(({ route }) => route.path))
    expect([...new Set(routes)].sort()).toEqual(['/site', '/site/more'])
  })
})
