import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const page = '---\ntitle: A page\n---\nText'
const layout = '<html><body>{{ content }}</body></html>'
const gemfile = { Gemfile: "gem 'jekyll'" }

describe('pages', () => {
  it('are files with front matter, and documents that are copied as they stand', () => {
    expect(routesOf({
      ...gemfile, '_config.yml': 'title: Clinic', 'index.html': page, 'about.md': page, 'portal/index.md': page, 'portal/visits.markdown': page,
      'styles.html': '<!doctype html><html></html>', 'piece.html': '<p>a piece</p>', 'notes.md': 'no front matter', '_drafts/next.md': page,
      '_private/x.md': page, '.hidden/x.md': page, 'feed.xml': page, 'node_modules/x/index.md': page, 'vendor/bundle/x.md': page,
    })).toEqual(['/', '/about.html', '/portal', '/portal/visits.html', '/styles.html static'])
  })

  it('say their own address', () => {
    expect(routesOf({
      ...gemfile, '_config.yml': 'title: Clinic', 'a.md': '---\npermalink: /book/\n---', 'b.md': '---\npermalink: "/portal/index.html"\n---',
      'sub/c.md': '---\npermalink: /:path/see-:basename:output_ext\n---', 'd.md': '---\npublished: false\n---',
      'e.md': '---\nredirect_from:\n  - /old\n  - /older/\n---', 'f.md': '---\nredirect_to: https://elsewhere.example/\n---',
    })).toEqual(['/book', '/e.html', '/f.html redirect', '/old redirect', '/older redirect', '/portal', '/sub/see-c.html'])
  })

  it('may be asked for, or left out, by the configuration', () => {
    const config = 'include: [_pages]\nexclude: [internal, "README.md"]\n'
    expect(routesOf({ ...gemfile, '_config.yml': config, '_pages/login.md': '---\npermalink: /login/\n---', 'internal/x.md': page, 'README.md': page }))
      .toEqual(['/login'])
  })
})

describe('posts and collections', () => {
  const post = { '_posts/2024-03-01-flu-season.md': page, 'news/_posts/2024-3-2-open-late.md': '---\ncategories: hours\n---' }

  it.each([
    ['', ['/2024/03/01/flu-season.html', '/news/hours/2024/03/02/open-late.html']],
    ['permalink: pretty', ['/2024/03/01/flu-season', '/news/hours/2024/03/02/open-late']],
    ['permalink: /blog/:title', ['/blog/flu-season', '/blog/open-late']],
    ['permalink: none', ['/flu-season.html', '/news/hours/open-late.html']],
    ['permalink: /:i_month/:short_year/:hour/:slug/', ['/3/24/:hour/flu-season', '/3/24/:hour/open-late']],
  ])('%s', (config, expected) => {
    expect(routesOf({ ...gemfile, '_config.yml': `title: Clinic\n${config}\n`, ...post })).toEqual(expected)
  })

  it('are pages when they are written out, wherever their folder is', () => {
    const config = 'collections_dir: kept\ncollections:\n  services:\n    output: true\n  staff:\n    output: true\n    permalink: /team/:name\n  facts: {}\n'
    expect(routesOf({
      ...gemfile, '_config.yml': config, 'kept/_services/eyes/cataract.md': page, 'kept/_staff/Ann Lee.md': page, 'kept/_facts/x.md': page,
    })).toEqual(['/services/eyes/cataract.html', '/team/ann-lee'])
  })
})

describe('layouts', () => {
  const site = {
    ...gemfile, '_config.yml': 'defaults:\n  - scope: { path: "", type: pages }\n    values: { layout: page }\n  - scope: { path: portal }\n    values: { layout: portal }\n',
    '_layouts/default.html': layout, '_layouts/page.html': '---\nlayout: default\n---\n{{ content }}', '_layouts/portal.html': layout,
    'about.md': page, 'portal/visits.md': page, 'portal/plain.md': '---\nlayout: none\n---', 'odd.md': '---\nlayout: page\n---',
  }

  it('are named by pages, or by defaults for a path and a type; the closest decides', () => {
    expect(reachOf(site, '_layouts/page.html')).toEqual(['/about.html', '/odd.html'])
    expect(reachOf(site, '_layouts/default.html')).toEqual(['/about.html', '/odd.html'])
    expect(reachOf(site, '_layouts/portal.html')).toEqual(['/portal/visits.html'])
  })

  it('bring in the include that is meant', () => {
    const files = {
      ...site, '_layouts/default.html': '<html>{% include nav.html %}{% include_cached foot.html %}{{ content }}</html>',
      '_includes/nav.html': '<nav></nav>', '_includes/portal/nav.html': '<nav></nav>', '_includes/foot.html': '<p></p>',
    }
    expect(reachOf(files, '_includes/nav.html')).toEqual(['/about.html', '/odd.html'])
    expect(reachOf(files, '_includes/foot.html')).toEqual(['/about.html', '/odd.html'])
    expect(reachOf(files, '_includes/portal/nav.html')).toEqual([])
  })

  it('are likely given to Markdown by the service that hosts it', () => {
    const files = { '_config.yml': 'remote_theme: someone/theme\n', '_layouts/default.html': layout, 'about.md': page, 'x.html': page }
    expect(reachOf(files, '_layouts/default.html')).toEqual(['/about.html likely'])
    expect(reachOf({ ...files, ...gemfile }, '_layouts/default.html')).toEqual([])
  })
})

describe('a theme that is not in the repository', () => {
  const files = {
    ...gemfile, '_config.yml': 'theme: minima\ngoogle_analytics: G-ABCDEFGHIJ\n', 'index.md': '---\nlayout: home\n---', 'portal.md': '---\nlayout: page\n---',
    '_includes/custom-head.html': '<meta name="x">', '_includes/map.html': '<p></p>', 'where.md': '---\nlayout: page\n---\n{% include map.html %}',
  }

  it('reads the configuration on every page, and takes includes of the site in place of its own', () => {
    expect(reachOf(files, '_config.yml')).toEqual(['/ likely', '/portal.html likely', '/where.html likely'])
    expect(reachOf(files, '_includes/custom-head.html')).toEqual(['/ likely', '/portal.html likely', '/where.html likely'])
    expect(reachOf(files, '_includes/map.html')).toEqual(['/where.html'])
  })

  it('is told', () => {
    expect(projectOf(files).unseen()).toEqual([expect.stringContaining('theme minima')])
  })

  it('is none when all its files are here', () => {
    const whole = { ...files, '_layouts/home.html': layout, '_layouts/page.html': layout }
    expect(projectOf(whole).unseen()).toEqual([])
    expect(reachOf(whole, '_config.yml')).toEqual([])
  })
})

describe('where a site is', () => {
  it('is the folder of its configuration, or what that says', () => {
    expect(routesOf({ 'docs/_config.yml': 'theme: x\n', 'docs/index.md': page, 'docs/a/b.md': page, 'other.md': page })).toEqual(['/', '/a/b.html'])
    expect(routesOf({ '_config.yml': 'source: site\ntheme: x', 'site/index.md': page, 'other.md': page })).toEqual(['/'])
  })

  it('shows its read-me where it has no start page and the hosting service builds it', () => {
    expect(routesOf({ '_config.yml': 'theme: jekyll-theme-cayman', 'README.md': '# Clinic' })).toEqual(['/'])
    expect(routesOf({ '_config.yml': 'theme: jekyll-theme-cayman', 'README.md': '# Clinic', 'index.md': page })).toEqual(['/'])
    expect(routesOf({ ...gemfile, '_config.yml': 'theme: jekyll-theme-cayman', 'README.md': '# Clinic' })).toEqual([])
  })

  it.each(['', '[', 'a: [', 'collections: 1\ndefaults: x\ninclude: {}', 'defaults: [1, {scope: 1}, {scope: {path: "["}, values: {a: 1}}]'])(
    'whatever the configuration holds: %s', (config) => {
      expect(routesOf({ ...gemfile, '_config.yml': config, 'a.md': page })).toEqual(['/a.html'])
    })

  it('is no other generator', () => {
    expect(routesOf({ '_config.yml': 'permalink: x', 'package.json': '{"dependencies":{"hexo":"7"}}', 'a.md': page })).not.toContain('/a.html')
    expect(routesOf({ '_config.yml': 'a: 1', 'a.md': page })).toEqual([])
  })
})
