import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': '{ "dependencies": { "hexo": "7" } }' }
const page = '---\ntitle: A page\n---\nText'
const theme = {
  'themes/elm/layout/layout.ejs': "<html><%- partial('_partial/head') %><%- body %></html>", 'themes/elm/layout/post.ejs': '<p>', 'themes/elm/layout/page.ejs': '<p>',
  'themes/elm/layout/index.ejs': '<p>', 'themes/elm/layout/_partial/head.ejs': '<head></head>', 'themes/elm/layout/wide.ejs': '<p>',
}

describe('Hexo', () => {
  it('has posts by date, pages by file, and lists', () => {
    expect(routesOf({
      ...manifest, ...theme, '_config.yml': 'theme: elm\n', 'source/_posts/flu.md': '---\ndate: 2024-01-02\n---', 'source/_posts/2024-01-03-hours.md': page,
      'source/portal/index.md': page, 'source/about.md': page, 'source/b.md': '---\npermalink: /book/\n---', 'source/_drafts/x.md': page, 'source/plain.md': 'no front matter',
    })).toEqual(['/', '/2024/01/02/flu', '/2024/01/03/2024-01-03-hours', '/about.html', '/archives', '/book', '/portal'])
    expect(routesOf({ ...manifest, ...theme, '_config.yml': 'theme: elm\npermalink: news/:year/:name.html\n', 'source/_posts/2024-01-03-hours.md': page }))
      .toContain('/news/2024/hours.html')
  })

  it('has a template for each, in the layout of the theme', () => {
    const files = { ...manifest, ...theme, '_config.yml': 'theme: elm\n', 'source/_posts/flu.md': '---\ndate: 2024-01-02\n---', 'source/a.md': page, 'source/b.md': '---\nlayout: wide\n---', 'source/c.md': '---\nlayout: false\n---' }
    expect(reachOf(files, 'themes/elm/layout/post.ejs')).toEqual(['/2024/01/02/flu'])
    expect(reachOf(files, 'themes/elm/layout/page.ejs')).toEqual(['/a.html'])
    expect(reachOf(files, 'themes/elm/layout/wide.ejs')).toEqual(['/b.html'])
    expect(reachOf(files, 'themes/elm/layout/_partial/head.ejs')).toEqual(['/', '/2024/01/02/flu', '/a.html', '/archives', '/b.html'])
  })

  it('has a theme that may be elsewhere', () => {
    const files = { ...manifest, '_config.yml': 'theme: next\n', '_config.next.yml': 'google_analytics:\n  tracking_id: G-ABCDEFGHIJ\n', 'source/a.md': page }
    expect(reachOf(files, '_config.next.yml')).toEqual(['/ likely', '/a.html likely', '/archives likely'])
    expect(projectOf(files).unseen()).toEqual([expect.stringContaining('next')])
  })
})
