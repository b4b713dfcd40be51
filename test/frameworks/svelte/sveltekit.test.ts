import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = {
  'package.json': JSON.stringify({ devDependencies: { '@sveltejs/kit': '2.48.0', svelte: '5.43.0' } }),
  'src/app.html': '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
}

/** A project with these files below `src/routes`. */
function routes(...names: string[]): Record<string, string> {
  return { ...manifest, ...Object.fromEntries(names.map((name) => [`src/routes/${name}`, name.endsWith('.svelte') ? '<h1>x</h1>' : 'export const load = () => {}'])) }
}

describe('names of routes', () => {
  it('leave out groups, and have parameters, rests, optional parts, matchers and escapes', () => {
    expect(routesOf(routes(
      '+page.svelte', '(site)/careers/+page.svelte', 'visits/[id=integer]/+page.svelte', 'docs/[...path]/+page.svelte',
      '[[lang]]/about/+page.svelte', 'files/[name].pdf/+page.svelte', 'smileys/[x+3a]-[x+29]/+page.svelte', 'files/[...path]/edit/+page.svelte',
    ))).toEqual([
      '/', '/:lang?/about', '/careers', '/docs/*', '/files/*/edit', '/files/:name.pdf', '/smileys/:-)', '/visits/:id',
    ])
  })

  it('are pages with a component or data alone, answers, and nothing for other files', () => {
    expect(routesOf(routes(
      'a/+page.svelte', 'a/+page.ts', 'old/+page.server.ts', 'api/visits/+server.ts', 'b/+page.svelte', 'b/+server.js',
      'c/+layout.svelte', 'c/Chart.svelte', 'c/page.svelte', 'd/+error.svelte', 'e/+page.test.ts', 'f/+page.d.ts',
    ))).toEqual(['/a', '/api/visits api', '/b', '/old'])
  })

  it('of tests and of stories are pages about them', () => {
    expect(routesOf(routes('tests/+page.svelte', 'stories/[id]/+page.svelte'))).toEqual(['/stories/:id', '/tests'])
  })
})

describe('layouts', () => {
  const files = routes(
    '+layout.svelte', '+page.svelte', '(app)/+layout.svelte', '(app)/+layout.ts', '(app)/item/+layout.svelte', '(app)/item/[id]/+layout.svelte',
    '(app)/item/[id]/plain/+page.svelte', '(app)/item/[id]/at-item/+page@item.svelte', '(app)/item/[id]/at-group/+page@(app).svelte',
    '(app)/item/[id]/at-root/+page@.svelte', '(app)/item/[id]/at-own/+page@[id].svelte', 'book/+layout@.svelte', 'book/+page.svelte', '+error.svelte',
  )
  const item = (name: string): string => `/item/:id/${name}`

  it('stand around what is below them, as far as a page does not go on from another', () => {
    expect(reachOf(files, 'src/routes/(app)/item/[id]/+layout.svelte')).toEqual([item('at-own'), item('plain')])
    expect(reachOf(files, 'src/routes/(app)/item/+layout.svelte')).toEqual([item('at-item'), item('at-own'), item('plain')])
    const group = [item('at-group'), item('at-item'), item('at-own'), item('plain')]
    expect(reachOf(files, 'src/routes/(app)/+layout.svelte')).toEqual(group)
    expect(reachOf(files, 'src/routes/(app)/+layout.ts')).toEqual(group)
  })

  it('of the root stand around all, also around those that start from it', () => {
    const all = ['/', '/book', item('at-group'), item('at-item'), item('at-own'), item('at-root'), item('plain')]
    expect(reachOf(files, 'src/routes/+layout.svelte')).toEqual(all)
    expect(reachOf(files, 'src/routes/+error.svelte')).toEqual(all.map((path) => `${path} likely`))
  })

  it('may themselves go on from another', () => {
    const nested = routes('+layout.svelte', 'a/+layout.svelte', 'a/b/+layout@.svelte', 'a/b/c/+page.svelte', 'a/+page.svelte')
    expect(reachOf(nested, 'src/routes/a/+layout.svelte')).toEqual(['/a'])
    expect(reachOf(nested, 'src/routes/a/b/+layout@.svelte')).toEqual(['/a/b/c'])
    expect(reachOf(nested, 'src/routes/+layout.svelte')).toEqual(['/a', '/a/b/c'])
  })
})

describe('what is everywhere', () => {
  it('is the template and the hooks, on pages and not on answers', () => {
    const files = {
      ...routes('+page.svelte', 'portal/+page.svelte', 'api/+server.ts'),
      'src/hooks.client.ts': 'start()', 'src/hooks.server.js': 'export const handle = 1', 'src/hooks/index.ts': 'export const transport = 1',
    }
    for (const file of ['src/app.html', 'src/hooks.client.ts', 'src/hooks.server.js', 'src/hooks/index.ts']) {
      expect(reachOf(files, file)).toEqual(['/', '/portal'])
    }
  })

  it('is where the configuration says it is', () => {
    const files = {
      'package.json': manifest['package.json'],
      'svelte.config.js': `import adapter from '@sveltejs/adapter-node'
        const config = { extensions: ['.svelte', '.svx'], kit: {
          adapter: adapter(), paths: { base: '/my' },
          files: { routes: 'app/pages', appTemplate: 'app/shell.html', hooks: { client: 'app/start' }, lib: 'app/library' },
        } }
        export default config`,
      'app/pages/+page.svx': '# Home', 'app/pages/portal/+page.svelte': '<h1>x</h1>', 'app/shell.html': '<!doctype html><html></html>', 'app/start.ts': 'start()',
      'src/routes/+page.svelte': '<h1>no route</h1>',
    }
    expect(routesOf(files)).toEqual(['/my', '/my/portal'])
    expect(reachOf(files, 'app/shell.html')).toEqual(['/my', '/my/portal'])
    expect(reachOf(files, 'app/start.ts')).toEqual(['/my', '/my/portal'])
  })

  it('is where the options of the plugin say, from version 3 on', () => {
    const files = {
      'package.json': manifest['package.json'],
      'vite.config.ts': "import { sveltekit } from '@sveltejs/kit/vite'\nexport default { plugins: [sveltekit({ files: { src: 'client' }, paths: { base: '/care' } })] }",
      'client/routes/+page.svelte': '<h1>x</h1>', 'client/app.html': '<!doctype html><html></html>',
    }
    expect(routesOf(files)).toEqual(['/care'])
    expect(reachOf(files, 'client/app.html')).toEqual(['/care'])
  })
})

describe('a reroute hook', () => {
  it('gives pages further addresses where it writes them down', () => {
    const files = {
      ...routes('about/+page.svelte', 'book/+page.svelte', 'portal/+page.svelte'),
      'src/hooks.ts': `const translated: Record<string, string> = { '/de/ueber-uns': '/about', '/about': '/book' }
        export function reroute({ url }) {
          if (url.pathname === '/termin') return '/book'
          if (url.pathname.startsWith('/x')) return other(url)
          if (url.pathname in translated) return translated[url.pathname]
        }`,
    }
    expect(routesOf(files)).toEqual(['/about', '/book', '/de/ueber-uns likely', '/portal', '/termin likely'])
    expect(reachOf(files, 'src/routes/book/+page.svelte')).toEqual(['/book', '/termin likely'])
  })
})

describe('components', () => {
  it('are on the pages that bring them in, by the library folder and through barrels', () => {
    const files = {
      ...routes('careers/+page.svelte', 'portal/+page.svelte'),
      'src/lib/index.ts': "export { default as Banner } from './Banner.svelte'\nexport { default as Card } from './Card.svelte'",
      'src/lib/Banner.svelte': '<p>x</p>', 'src/lib/Card.svelte': '<p>x</p>',
      'src/routes/careers/+page.svelte': "<script>\nimport { Banner } from '$lib'\n</script>\n<Banner />",
      'src/routes/portal/+page.svelte': "<script lang='ts'>\nimport Card from '$lib/Card.svelte'\n</script>\n<Card />",
    }
    expect(reachOf(files, 'src/lib/Banner.svelte')).toEqual(['/careers'])
    expect(reachOf(files, 'src/lib/Card.svelte')).toEqual(['/portal'])
  })
})
