/** Generators whose pages are mostly Markdown: Docusaurus, VitePress, VuePress, MkDocs. */
import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = '# A page'
const script = 'export default function Page() { return null }'

describe('Docusaurus', () => {
  const config = (body: string): Record<string, string> => ({ 'docusaurus.config.js': `module.exports = { presets: [['classic', ${body}]] }` })

  it('has docs by folders, numbers, ids and slugs', () => {
    expect(routesOf({
      ...config('{ blog: false, pages: false }'), 'docs/intro.md': page, 'docs/01-care/02-visits.mdx': page, 'docs/01-care/index.md': page, 'docs/parts/parts.md': page,
      'docs/a.md': '---\nid: other\n---', 'docs/deep/b.md': '---\nslug: ../up\n---', 'docs/deep/c.md': '---\nslug: /top\n---', 'docs/_part.md': page, 'docs/x/_y/z.md': page,
      'docs/v/1.2-notes.md': page, 'docs/d.md': '---\ndraft: true\n---',
    })).toEqual(['/docs/care', '/docs/care/visits', '/docs/intro', '/docs/other', '/docs/parts', '/docs/top', '/docs/up', '/docs/v/1.2-notes'])
  })

  it('has posts by date, pages by file, and lists of posts', () => {
    expect(routesOf({
      ...config("{ docs: false, blog: { routeBasePath: 'news' } }"), 'blog/2024-01-02-flu.md': page, 'blog/2024-01-03-hours/index.mdx': page, 'blog/plain.md': page,
      'blog/2024-01-04-x.md': '---\nslug: own\n---', 'src/pages/index.tsx': script, 'src/pages/portal/visits.js': script, 'src/pages/_part.js': script, 'src/pages/x.test.js': script, 'src/pages/legal.md': page,
    })).toEqual(['/', '/legal', '/news', '/news/2024/01/02/flu', '/news/2024/01/03/hours', '/news/own', '/news/plain', '/portal/visits'])
  })

  it('has more than one kind of docs, elsewhere, in versions', () => {
    expect(routesOf({
      'site/docusaurus.config.ts': "export default { presets: [['@docusaurus/preset-classic', { docs: { path: '../guides', routeBasePath: '/' }, blog: false }]], plugins: [['content-docs', { id: 'care', path: 'care', routeBasePath: 'care' }]] } satisfies Config",
      'guides/a.md': page, 'site/care/b.md': page, 'site/care_versions.json': '["2.0", "1.0"]', 'site/care_versioned_docs/version-2.0/b.md': page, 'site/care_versioned_docs/version-1.0/b.md': page,
    })).toEqual(['/a', '/care/1.0/b', '/care/b', '/care/next/b'])
  })

  it('puts the site\'s own components in place of the theme\'s', () => {
    const files = {
      ...config('{}'), 'docs/a.md': page, 'src/pages/plain.js': script, 'src/pages/framed.js': "import Layout from '@theme/Layout'\nexport default () => <Layout />", 'blog/b.md': page,
      'src/theme/Root.js': script, 'src/theme/Layout/index.js': "import Foot from '@theme/Footer'\nexport default () => <Foot />", 'src/theme/Footer/index.js': script,
      'src/theme/BlogPostItem/index.js': script, 'src/theme/NotFound.js': script,
    }
    expect(reachOf(files, 'src/theme/Root.js')).toEqual(['/blog', '/blog/b', '/docs/a', '/framed', '/plain'])
    expect(reachOf(files, 'src/theme/Layout/index.js')).toEqual(['/blog', '/blog/b', '/docs/a', '/framed'])
    expect(reachOf(files, 'src/theme/Footer/index.js')).toEqual(['/blog', '/blog/b', '/docs/a', '/framed'])
    expect(reachOf(files, 'src/theme/BlogPostItem/index.js')).toEqual(['/blog likely', '/blog/b likely'])
    expect(reachOf(files, 'src/theme/NotFound.js')).toEqual([])
  })

  it.each(['', 'x', 'module.exports = 1', 'module.exports = { presets: 1, plugins: [1, [], [[]]], i18n: [], clientModules: "x" }'])('whatever the configuration holds: %s', (text) => {
    expect(routesOf({ 'docusaurus.config.js': text, 'docs/a.md': page })).toEqual([])
  })
})

describe('VitePress', () => {
  it('has Markdown for pages, with or without endings, wherever it lies', () => {
    const files = { 'docs/.vitepress/config.js': 'export default {}', 'docs/index.md': page, 'docs/portal/index.md': page, 'docs/portal/visits.md': page, 'docs/[id].md': page, 'other.md': page, 'docs/.vitepress/theme/x.md': page }
    expect(routesOf(files)).toEqual(['/', '/:id.html', '/portal', '/portal/visits.html'])
    expect(routesOf({ ...files, 'docs/.vitepress/config.js': "export default defineConfig({ cleanUrls: true, srcDir: './portal', srcExclude: ['visits.md'] })" })).toEqual(['/'])
  })

  it('may give pages other addresses', () => {
    const config = "export default { cleanUrls: true, rewrites: { 'a.md': 'b.md', 'packages/:name/src/index.md': ':name/index.md', 'es/:rest*': 'sp/:rest*' } }"
    expect(routesOf({ '.vitepress/config.ts': config, 'a.md': page, 'packages/care/src/index.md': page, 'es/x/y.md': page, 'c.md': page }))
      .toEqual(['/b', '/c', '/care', '/sp/x/y'])
  })
})

describe('VuePress', () => {
  it('has Markdown for pages; they may say their address and their layout', () => {
    const files = {
      'docs/.vuepress/config.ts': 'export default {}', 'docs/README.md': page, 'docs/guide/index.md': page, 'docs/a.md': page, 'docs/b.md': '---\npermalink: /portal/:slug/\n---',
      'docs/c.md': '---\nlayout: Wide\n---', 'docs/.vuepress/theme/layouts/Wide.vue': '<template><p/></template>', 'docs/.vuepress/theme/layouts/Layout.vue': '<template><p/></template>',
      'docs/.vuepress/client.ts': 'export default {}', 'docs/.vuepress/other.ts': 'export default {}', 'docs/.vuepress/index.build.html': '<html></html>',
    }
    const all = ['/', '/a.html', '/c.html', '/guide', '/portal/b']
    expect(routesOf(files)).toEqual(all)
    expect(reachOf(files, 'docs/.vuepress/theme/layouts/Wide.vue')).toEqual(['/c.html'])
    for (const file of ['docs/.vuepress/client.ts', 'docs/.vuepress/index.build.html', 'docs/.vuepress/theme/layouts/Layout.vue']) expect(reachOf(files, file), file).toEqual(all)
    expect(reachOf(files, 'docs/.vuepress/other.ts')).toEqual([])
  })
})

describe('MkDocs', () => {
  it('has Markdown for pages, in folders or with endings', () => {
    const files = { 'mkdocs.yml': 'site_name: x\n', 'docs/index.md': page, 'docs/a.md': page, 'docs/b/README.md': page, 'docs/c.html': '<html></html>', 'docs/d.html': '<p>', 'site/index.html': '<html></html>' }
    expect(routesOf(files)).toEqual(['/', '/a', '/b', '/c.html static'])
    expect(routesOf({ ...files, 'mkdocs.yml': 'use_directory_urls: false\n' })).toEqual(['/', '/a.html', '/b', '/c.html static'])
    expect(routesOf({ 'mkdocs.yml': 'docs_dir: pages\n', 'pages/a.md': page, 'docs/b.md': page })).toEqual(['/a'])
  })

  it('takes files in place of the theme\'s', () => {
    const files = { 'mkdocs.yml': 'theme:\n  name: material\n  custom_dir: own\n', 'docs/index.md': page, 'own/main.html': '{% extends "base.html" %}', 'own/partials/footer.html': '<p>', 'own/404.html': '<p>' }
    expect(reachOf(files, 'own/main.html')).toEqual(['/'])
    expect(reachOf(files, 'own/partials/footer.html')).toEqual(['/ likely'])
    expect(reachOf(files, 'own/404.html')).toEqual([])
  })

  it.each(['', '[', 'theme: 1', 'docs_dir: [1]\ntheme: { custom_dir: [] }\nextra_javascript: {}'])('whatever the configuration holds: %s', (text) => {
    expect(routesOf({ 'mkdocs.yml': text, 'docs/a.md': page })).toEqual(['/a'])
  })
})
