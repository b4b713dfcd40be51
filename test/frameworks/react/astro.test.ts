import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': JSON.stringify({ dependencies: { astro: '5.14.1' } }) }
const page = '<h1>Page</h1>'

describe('pages', () => {
  it('are files: parameters, the rest, endpoints; underscores leave out', () => {
    expect(routesOf({
      ...manifest, 'src/pages/index.astro': page, 'src/pages/doctors/[slug].astro': page, 'src/pages/[...path].astro': page,
      'src/pages/[lang]-[version]/info.astro': page, 'src/pages/about.md': '# About', 'src/pages/old.html': page,
      'src/pages/rss.xml.ts': 'export const GET = () => new Response()', 'src/pages/_parts/Card.astro': page, 'src/pages/blog/_card.astro': page,
    })).toEqual(['/', '/*', '/:lang-:version/info', '/about', '/doctors/:slug', '/old', '/rss.xml api'])
  })

  it('lie where the configuration says, with its redirects', () => {
    expect(routesOf({
      ...manifest, 'web/pages/login.astro': page,
      'astro.config.mjs': `
        import { defineConfig } from 'astro/config'
        export default defineConfig({
          srcDir: './web', base: '/clinic',
          redirects: { '/old': '/login', '/visits/[id]': { status: 302, destination: '/login' } },
        })`,
    })).toEqual(['/clinic/login', '/clinic/old redirect', '/clinic/visits/:id redirect'])
  })

  it('are redirects where nothing but the way to another is in them', () => {
    expect(routesOf({
      ...manifest, 'src/pages/book-now.astro': "---\n// Moved\nreturn Astro.redirect('/contact/', 301)\n---\n", 'src/pages/visits.astro':
        "---\nif (!Astro.locals.user) {\n  return Astro.redirect('/contact')\n}\n---\n", 'src/pages/contact.astro': "---\nreturn Astro.redirect('/x')\n---\n<p>",
    })).toEqual(['/book-now redirect', '/contact', '/visits'])
  })

  it('may come from an integration of the project', () => {
    const files = {
      ...manifest, 'src/pages/index.astro': page, 'src/extra/Book.astro': page,
      'astro.config.mjs': "import { booking } from './booking.mjs'\nexport default defineConfig({ integrations: [booking()] })",
      'booking.mjs': `
        export function booking() {
          return { name: 'booking', hooks: { 'astro:config:setup': ({ injectRoute, injectScript }) => {
            injectRoute({ pattern: '/book/[slot]', entrypoint: './src/extra/Book.astro' })
            injectScript('page', 'start()')
          } } }
        }`,
    }
    expect(routesOf(files)).toEqual(['/', '/book/:slot'])
    expect(reachOf(files, 'src/extra/Book.astro')).toEqual(['/book/:slot'])
    expect(reachOf(files, 'booking.mjs', 'booking')).toEqual(['/', '/book/:slot'])
  })

  it('are none of a package that only depends on Astro', () => {
    expect(routesOf({ ...manifest, 'index.ts': 'export default {}' })).toEqual([])
  })
})

describe('reach', () => {
  const files = {
    ...manifest,
    'src/layouts/Site.astro': "---\nimport Tags from '../components/Tags.astro'\n---\n<html><Tags /><slot /></html>",
    'src/layouts/Post.astro': '<article><slot /></article>',
    'src/components/Tags.astro': "<script>import '../scripts/start'</script>",
    'src/components/Widget.tsx': 'export default function Widget() { return null }',
    'src/scripts/start.ts': 'start()',
    'src/middleware.ts': 'export const onRequest = (context, next) => next()',
    'src/pages/index.astro': "---\nimport Site from '../layouts/Site.astro'\n---\n<Site />",
    'src/pages/portal.astro': "---\nimport Widget from '../components/Widget'\n---\n<Widget client:load />",
    'src/pages/flu.md': '---\nlayout: ../layouts/Post.astro\n---\n# Flu',
    'src/pages/blog/[...slug].astro': "---\nimport { getCollection } from 'astro:content'\nconst posts = await getCollection('blog')\n---\n<slot />",
    'src/content/blog/first.mdx': '# First',
    'src/content/notes/only.mdx': '# Only',
  }

  it('follows layouts, their components and the modules of their scripts', () => {
    expect(reachOf(files, 'src/components/Tags.astro')).toEqual(['/'])
    expect(reachOf(files, 'src/scripts/start.ts')).toEqual(['/'])
    expect(reachOf(files, 'src/components/Widget.tsx', 'Widget')).toEqual(['/portal'])
  })

  it('of a layout named in front matter is the page', () => {
    expect(reachOf(files, 'src/layouts/Post.astro')).toEqual(['/flu'])
  })

  it('of content is the pages that ask for its collection', () => {
    expect(reachOf(files, 'src/content/blog/first.mdx')).toEqual(['/blog/* likely'])
    expect(reachOf(files, 'src/content/notes/only.mdx')).toEqual([])
  })

  it('of middleware is every page', () => {
    expect(reachOf(files, 'src/middleware.ts')).toEqual(['/', '/blog/*', '/flu', '/portal'])
  })
})
