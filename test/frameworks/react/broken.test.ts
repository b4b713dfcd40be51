import { describe, expect, it } from 'vitest'
import { routesOf } from '../read-routes.js'

const packages = ['react-router-dom', '@react-router/dev', '@tanstack/react-router', 'gatsby', 'astro', 'next']
const manifest = (dependencies: unknown): string => JSON.stringify({ dependencies })
const all = manifest(Object.fromEntries(packages.map((name) => [name, '1'])))

/** Files that every row of this folder would like to read. */
const places = [
  'next.config.js', 'gatsby-config.js', 'gatsby-node.js', 'astro.config.mjs', 'vite.config.ts', 'tsr.config.json', 'react-router.config.ts',
  'app/routes.ts', 'app/routes/index.tsx', 'src/routes/index.tsx', 'src/routeTree.gen.ts', 'src/App.tsx', 'src/pages/index.astro',
  'src/pages/note.md', 'src/content.config.ts', 'app/page.tsx', 'middleware.ts', 'index.html', 'src/main.tsx',
]

describe.each([
  ['nothing', ''],
  ['half of a statement', 'export default defineConfig({ routes: [route('],
  ['a table that holds itself', 'const routes = [{ path: "/a", element: <A />, children: routes }, ...routes]\nexport default routes\nuseRoutes(routes)'],
  ['a table that holds itself twice', 'const rows = [{ path: "a", children: rows, element: 1 }, { path: "b", children: rows, element: 1 }]\nuseRoutes(rows)'],
  ['elements that hold themselves', 'const inner = <Route path="a">{inner}</Route>\nexport default () => <Routes>{inner}</Routes>'],
  ['values of other types', 'export default { plugins: 1, basePath: {}, rewrites: "x", matcher: null, routes: () => {}, srcDir: [] }\nexport const config = 3'],
  ['a function that gives itself', 'export default function again() { return again }\nmodule.exports = again()'],
  ['arguments that are not there', 'createPage()\nuseRoutes()\nexport default [route(), index(), layout(), prefix()]\ncreateRoute()\ninjectRoute()\ncreateFileRoute()'],
  ['front matter that is none', '---\nlayout: [a, b\n---\nlayout: x'],
])('files with %s', (_, text) => {
  it('stop no row', () => {
    const files = Object.fromEntries(places.map((path) => [path, text]))
    expect(() => routesOf({ ...files, 'package.json': all })).not.toThrow()
  })
})

describe('manifests', () => {
  it.each(['', '[]', '{"dependencies": []}', '{"dependencies": {"next": null, "astro": {}, "gatsby": 1}}', '{"devDependencies": "x"}'])('%s', (text) => {
    expect(() => routesOf({ 'package.json': text, 'src/App.tsx': '<Route path="/" element={<A />} />' })).not.toThrow()
  })
})
