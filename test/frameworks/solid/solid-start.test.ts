import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': JSON.stringify({ dependencies: { '@solidjs/start': '1.2.0', '@solidjs/router': '0.15.3' } }) }

function routes(...names: string[]): Record<string, string> {
  const page = 'export default function Page(props) { return props.children }'
  return { ...manifest, 'src/app.tsx': 'export default function App() { return null }', ...Object.fromEntries(names.map((name) => [`src/routes/${name}`, page])) }
}

describe('SolidStart', () => {
  it('has pages by file names, with parameters, groups and other names for indexes', () => {
    expect(routesOf(routes(
      'index.tsx', '(site)/careers.tsx', 'visits/[id].tsx', 'docs/[...path].tsx', '[[lang]]/about.tsx', 'login/(login).tsx', 'help.mdx', 'Button.test.tsx',
    ))).toEqual(['/', '/:lang?/about', '/careers', '/docs/*', '/help', '/login', '/visits/:id'])
  })

  it('has pages around those in the folder of their name, and not around those of a name with a group', () => {
    const files = routes('portal.tsx', 'portal/index.tsx', 'portal/results.tsx', 'portal(print)/summary.tsx', '(a).tsx', '(a)/one.tsx', 'lonely.tsx', 'lonely/x.tsx')
    expect(routesOf(files)).toEqual(['/', '/lonely', '/lonely/x', '/one', '/portal', '/portal/results', '/portal/summary'])
    expect(reachOf(files, 'src/routes/portal.tsx')).toEqual(['/portal', '/portal/results'])
    expect(reachOf(files, 'src/routes/(a).tsx')).toEqual(['/', '/one'])
    expect(reachOf(files, 'src/app.tsx')).toHaveLength(7)
  })

  it('answers where a module shows nothing', () => {
    const files = { ...routes('index.tsx'), 'src/routes/api/visits.ts': 'export function GET() {}', 'src/entry-client.tsx': 'mount()', 'src/middleware/index.ts': 'export default 1' }
    expect(routesOf(files)).toEqual(['/', '/api/visits api'])
    expect(reachOf(files, 'src/entry-client.tsx')).toEqual(['/'])
  })

  it('lies where the configuration says', () => {
    const files = { ...manifest, 'app.config.ts': "export default defineConfig({ appRoot: './client', routeDir: './pages' })", 'client/pages/index.tsx': 'export default 1', 'src/routes/x.tsx': 'export default 1' }
    expect(routesOf(files)).toEqual(['/'])
  })
})
