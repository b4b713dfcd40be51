import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': JSON.stringify({ devDependencies: { '@builder.io/qwik-city': '1.16.1', '@builder.io/qwik': '1.16.1' } }) }

function routes(...names: string[]): Record<string, string> {
  return { ...manifest, ...Object.fromEntries(names.map((name) => [`src/routes/${name}`, 'export default component$(() => <Slot />)'])) }
}

describe('Qwik City', () => {
  it('has the indexes of folders, and nothing for other files', () => {
    expect(routesOf(routes('index.tsx', '(site)/careers/index.tsx', 'visits/[id]/index.tsx', 'docs/[...path]/index.mdx', 'visits/table.tsx', '404.tsx')))
      .toEqual(['/', '/* likely', '/careers', '/docs/*', '/visits/:id'])
  })

  it('answers where a module shows nothing', () => {
    expect(routesOf({ ...routes('index.tsx'), 'src/routes/api/visits/index.ts': 'export const onGet = () => {}' })).toEqual(['/', '/api/visits api'])
  })

  it('has layouts around what is below them, named ones where an index asks for them, and none where it refuses', () => {
    const files = routes(
      'layout.tsx', 'index.tsx', 'layout-plain.tsx', 'portal/layout.tsx', 'portal/index.tsx', 'portal/print/index@plain.tsx', 'portal/alone/index!.tsx',
      'book/layout!.tsx', 'book/index.tsx', 'book/layout-steps.tsx', 'book/confirm/index@steps.tsx',
    )
    expect(reachOf(files, 'src/routes/layout.tsx')).toEqual(['/', '/book/confirm', '/portal'])
    expect(reachOf(files, 'src/routes/layout-plain.tsx')).toEqual(['/portal/print'])
    expect(reachOf(files, 'src/routes/portal/layout.tsx')).toEqual(['/portal'])
    expect(reachOf(files, 'src/routes/book/layout!.tsx')).toEqual(['/book'])
    expect(reachOf(files, 'src/routes/book/layout-steps.tsx')).toEqual(['/book/confirm'])
  })

  it('has its root and plugins everywhere, below the path of the build', () => {
    const files = {
      ...routes('index.tsx', 'portal/index.tsx', 'plugin@count.ts'), 'src/root.tsx': 'export default component$(() => null)',
      'vite.config.ts': "import { qwikCity } from '@builder.io/qwik-city/vite'\nexport default defineConfig(() => ({ plugins: [qwikCity({ basePathname: '/my/' })] }))",
    }
    expect(routesOf(files)).toEqual(['/my', '/my/portal'])
    expect(reachOf(files, 'src/root.tsx')).toEqual(['/my', '/my/portal'])
    expect(reachOf(files, 'src/routes/plugin@count.ts')).toEqual(['/my', '/my/portal'])
  })
})
