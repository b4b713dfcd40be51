import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const page = '---\ntitle: A page\n---\nText'
const base = '<html><head>{{ block "head" . }}{{ end }}</head><body>{{ block "main" . }}{{ end }}</body></html>'
const single = '{{ define "main" }}{{ .Content }}{{ end }}'
const config = { 'hugo.toml': 'baseURL = "https://clinic.example/"\n' }
const layouts = { 'layouts/_default/baseof.html': base, 'layouts/_default/single.html': single, 'layouts/_default/list.html': single }

describe('addresses of content', () => {
  it('are paths of files and folders; lists are there without a file', () => {
    expect(routesOf({
      ...config, ...layouts, 'content/about.md': page, 'content/portal/_index.md': page, 'content/portal/My Visits.md': page,
      'content/doctors/ann/index.md': page, 'content/doctors/ann/notes.md': page, 'content/doctors/lee.html': page,
    })).toEqual(['/', '/about', '/doctors', '/doctors/ann', '/doctors/lee', '/portal', '/portal/my-visits'])
  })

  it('are said by pages: url, slug, aliases; drafts and what is not rendered are none', () => {
    expect(routesOf({
      ...config, ...layouts, 'content/a.md': '---\nurl: /book/now.html\naliases: [/old, older]\n---', 'content/sub/b.md': '+++\nslug = "see"\n+++',
      'content/c.md': '{ "url": "portal/" }\n', 'content/d.md': '---\ndraft: true\n---', 'content/e.md': '---\nbuild:\n  render: never\n---',
      'content/f.md': '---\nheadless: true\n---',
    })).toEqual(['/', '/book/now.html', '/old redirect', '/older redirect', '/portal', '/sub', '/sub/see'])
  })

  it.each([
    ['[permalinks]\nposts = "/:year/:month/:slug/"', '/2024/03/flu-season'],
    ['[permalinks.page]\nposts = "/read/:title"\n[permalinks.section]\nposts = "/read"', '/read/flu-season'],
    ['[permalinks]\nposts = "/:sections[1:]/:filename"', '/x/flu'],
    ['[[permalinks]]\npattern = "/other/:slug"\n[permalinks.target]\npath = "{/news/**}"\n[[permalinks]]\npattern = "/all/:section/:slug"', '/all/posts/flu-season'],
    ['uglyURLs = true', '/posts/x/flu.html'],
  ])('follow the permalinks of the configuration: %s', (text, expected) => {
    expect(routesOf({
      'hugo.toml': text, ...layouts, 'content/posts/x/flu.md': '---\ntitle: Flu season\ndate: 2024-03-01T10:00:00Z\n---', 'content/posts/y.md': page,
    })).toContain(expected)
  })

  it('have the language in front, by file names or by folders', () => {
    const languages = '[languages.en]\nweight = 1\n[languages.es]\nweight = 2\n'
    expect(routesOf({ 'hugo.toml': languages, ...layouts, 'content/a.md': page, 'content/a.es.md': page, 'content/b.es.md': '---\nurl: /es/citas\n---' }))
      .toEqual(['/', '/a', '/es', '/es/a', '/es/citas'])
    const folders = 'defaultContentLanguage = "es"\ndefaultContentLanguageInSubdir = true\n[languages.en]\ncontentDir = "content/en"\n[languages.es]\ncontentDir = "content/es"\n'
    expect(routesOf({ 'hugo.toml': folders, ...layouts, 'content/en/a.md': page, 'content/es/a.md': page })).toEqual(['/en', '/en/a', '/es', '/es/a'])
  })

  it('of taxonomies are there when pages use them', () => {
    const tagged = { 'content/a.md': '---\ntags: [flu]\n---' }
    expect(routesOf({ ...config, ...layouts, ...tagged })).toEqual(['/', '/a', '/tags', '/tags/:term'])
    expect(routesOf({ 'hugo.toml': 'disableKinds = ["taxonomy", "term"]', ...layouts, ...tagged })).toEqual(['/', '/a'])
  })
})

describe('templates', () => {
  const content = { 'content/about.md': page, 'content/portal/visits.md': page, 'content/portal/deep/x.md': page, 'content/special.md': '---\ntype: portal\n---', 'content/own.md': '---\nlayout: wide\n---' }

  it('are found by section, type and layout: the older folders', () => {
    const files = { ...config, ...content, ...layouts, 'layouts/index.html': base, 'layouts/portal/single.html': single, 'layouts/_default/wide.html': single }
    expect(reachOf(files, 'layouts/portal/single.html')).toEqual(['/portal/deep/x', '/portal/visits', '/special'])
    expect(reachOf(files, 'layouts/_default/wide.html')).toEqual(['/own'])
    expect(reachOf(files, 'layouts/_default/single.html')).toEqual(['/about'])
    expect(reachOf(files, 'layouts/_default/list.html')).toEqual(['/portal'])
    expect(reachOf(files, 'layouts/index.html')).toEqual(['/'])
    expect(reachOf(files, 'layouts/_default/baseof.html')).toEqual(['/about', '/own', '/portal', '/portal/deep/x', '/portal/visits', '/special'])
  })

  it('are found by kind and path: the newer folders', () => {
    const files = {
      ...config, ...content, 'layouts/baseof.html': base, 'layouts/home.html': single, 'layouts/page.html': single, 'layouts/section.html': single,
      'layouts/portal/baseof.html': base, 'layouts/portal/deep/page.html': single, 'layouts/wide.html': single,
    }
    expect(reachOf(files, 'layouts/portal/deep/page.html')).toEqual(['/portal/deep/x'])
    expect(reachOf(files, 'layouts/page.html')).toEqual(['/about', '/portal/visits', '/special'])
    expect(reachOf(files, 'layouts/portal/baseof.html')).toEqual(['/portal', '/portal/deep/x', '/portal/visits', '/special'])
    expect(reachOf(files, 'layouts/baseof.html')).toEqual(['/', '/about', '/own'])
  })

  it('without definitions stand in no base', () => {
    expect(reachOf({ ...config, ...layouts, 'content/a.md': page, 'layouts/_default/single.html': '<html>{{ .Content }}</html>' }, 'layouts/_default/baseof.html'))
      .toEqual(['/'])
  })

  it('of the site come before those of its theme, and so do partials', () => {
    const files = {
      'hugo.toml': 'theme = "elm"', 'content/a.md': page, 'themes/elm/layouts/_default/baseof.html': base.replace('<head>', '<head>{{ partial "head.html" . }}{{ partial "foot" . }}'),
      'themes/elm/layouts/_default/single.html': single, 'layouts/_default/single.html': single, 'themes/elm/layouts/partials/head.html': '<meta>',
      'layouts/partials/head.html': '<meta>', 'themes/elm/layouts/partials/foot.html': '<p>', 'themes/elm/exampleSite/config.toml': 'theme = "elm"', 'themes/elm/exampleSite/content/shown.md': page,
    }
    expect(routesOf(files)).toEqual(['/', '/a'])
    expect(reachOf(files, 'themes/elm/layouts/_default/single.html')).toEqual([])
    expect(reachOf(files, 'layouts/partials/head.html')).toEqual(['/a'])
    expect(reachOf(files, 'themes/elm/layouts/partials/head.html')).toEqual([])
    expect(reachOf(files, 'themes/elm/layouts/partials/foot.html')).toEqual(['/a'])
  })

  it('name partials in the middle of an expression, and by formats', () => {
    const files = {
      ...config, ...layouts, 'content/a.md': page, 'layouts/_default/single.html': '{{ define "main" }}{{ with partial "x.html" . }}{{ . }}{{ end }}{{ partial (printf "cards/%s.html" .Type) . }}{{ end }}',
      'layouts/partials/x.html': '<p>', 'layouts/partials/cards/doctor.html': '<p>', 'layouts/partials/other.html': '<p>',
    }
    expect(reachOf(files, 'layouts/partials/x.html')).toEqual(['/a'])
    expect(reachOf(files, 'layouts/partials/cards/doctor.html')).toEqual(['/a possible'])
    expect(reachOf(files, 'layouts/partials/other.html')).toEqual([])
  })

  it('load scripts by paths in expressions, and from the folder of assets', () => {
    const files = {
      ...config, ...layouts, 'content/a.md': page, 'layouts/index.html': '<script src="{{ "js/home.js" | relURL }}"></script>',
      'layouts/_default/single.html': '{{ $built := resources.Get "js/app.ts" | js.Build }}<script src="{{ $built.RelPermalink }}"></script>',
      'static/js/home.js': 'start()', 'assets/js/app.ts': "import './more'", 'assets/js/more.ts': 'start()', 'assets/js/unused.ts': 'start()',
    }
    expect(reachOf(files, 'static/js/home.js')).toEqual(['/'])
    expect(reachOf(files, 'assets/js/more.ts')).toEqual(['/a'])
    expect(reachOf(files, 'assets/js/unused.ts')).toEqual([])
  })

  it('for shortcodes are where the content uses them, those for links and headings everywhere', () => {
    const files = {
      ...config, ...layouts, 'content/a.md': '{{< video id="x" >}}', 'content/b.md': '{{% notes/info %}}x{{% /notes/info %}}', 'layouts/shortcodes/video.html': '<p>',
      'layouts/_shortcodes/notes/info.html': '<p>', 'layouts/_default/_markup/render-link.html': '<a>',
    }
    expect(reachOf(files, 'layouts/shortcodes/video.html')).toEqual(['/a'])
    expect(reachOf(files, 'layouts/_shortcodes/notes/info.html')).toEqual(['/b'])
    expect(reachOf(files, 'layouts/_default/_markup/render-link.html')).toEqual(['/ likely', '/a likely', '/b likely'])
  })
})

describe('what the configuration switches on', () => {
  const trackers = (files: Record<string, string>): string[] =>
    projectOf(files).sightings().flatMap(({ accountId, routes }) => routes.map(({ route, certainty }) => `${accountId} ${route.path} ${certainty}`)).sort()
  const services = '[services.googleAnalytics]\nID = "G-ABCDEFGHIJ"\n'
  const called = (call: string): Record<string, string> => (
    { ...layouts, 'layouts/_default/baseof.html': base.replace('<head>', `<head>${call}`), 'content/a.md': page, 'layouts/index.html': '<html></html>' })

  it.each(['{{ template "_internal/google_analytics.html" . }}', '{{- partial "google_analytics.html" . -}}', '{{ partialCached "google_analytics.html" . }}'])(
    'is where the template of Hugo is called: %s', (call) => {
      expect(trackers({ 'hugo.toml': services, ...called(call) })).toEqual(['G-ABCDEFGHIJ /a exact'])
    })

  it('is nothing without such a call, with another, with one of the site itself, or switched off', () => {
    expect(trackers({ 'hugo.toml': services, ...called('') })).toEqual([])
    expect(trackers({ 'hugo.toml': services, ...called('{{ template "_internal/opengraph.html" . }}') })).toEqual([])
    expect(trackers({ 'hugo.toml': services, ...called('{{ partial "google_analytics.html" . }}'), 'layouts/partials/google_analytics.html': '<p>' })).toEqual([])
    expect(trackers({ 'hugo.toml': `${services}[privacy.googleAnalytics]\ndisable = true\n`, ...called('{{ partial "google_analytics.html" . }}') })).toEqual([])
  })

  it('may stand in a folder of settings', () => {
    expect(trackers({ 'config/_default/hugo.toml': 'title = "x"', 'config/_default/services.toml': '[googleAnalytics]\nid = "G-ABCDEFGHIJ"\n', ...called('{{ partial "google_analytics.html" . }}') }))
      .toEqual(['G-ABCDEFGHIJ /a exact'])
  })

  it('is on every page as far as a theme says that is not here', () => {
    const files = { 'hugo.toml': `theme = "elsewhere"\n${services}`, 'content/a.md': page, 'layouts/partials/extend_head.html': '<script src="https://static.hotjar.com/c/hotjar-1.js"></script>' }
    expect(trackers(files)).toEqual(['1 / likely', '1 /a likely', 'G-ABCDEFGHIJ / likely', 'G-ABCDEFGHIJ /a likely'])
    expect(projectOf(files).unseen()).toEqual([expect.stringContaining('elsewhere')])
  })
})

describe('where a site is', () => {
  it('may be a theme without pages: its templates say of which kinds there can be some', () => {
    expect(routesOf({ 'theme.toml': 'name = "x"', ...layouts, 'layouts/index.html': base, 'layouts/portal/single.html': single }))
      .toEqual(['/', '/:section possible', '/:section/:page possible', '/portal possible', '/portal/:page possible'])
  })

  it('may be the example of a theme', () => {
    const files = { 'theme.toml': 'name = "x"', ...layouts, 'exampleSite/config.yaml': 'theme: elm\nthemesDir: ../..\nbaseURL: /\n', 'exampleSite/content/a.md': page }
    expect(reachOf(files, 'layouts/_default/single.html')).toContain('/a')
  })

  it('is told from others by more than a name that many use', () => {
    expect(routesOf({ 'config.toml': 'title = "x"', 'content/a.md': page })).toEqual([])
    expect(routesOf({ 'config.yaml': 'baseURL: x', 'content/a.md': page, ...layouts })).toEqual(['/', '/a'])
  })

  it.each(['', '[', 'languages = 1', 'theme = [1]\npermalinks = [1]\ntaxonomies = 2', '[module]\nmounts = [{ source = 1 }]\nimports = [1, {}]'])(
    'whatever the configuration holds: %s', (text) => {
      expect(routesOf({ 'hugo.toml': text, ...layouts, 'content/a.md': page })).toContain('/a')
    })

  it('may be mounted from elsewhere', () => {
    const text = '[[module.mounts]]\nsource = "docs"\ntarget = "content"\n[[module.mounts]]\nsource = "templates"\ntarget = "layouts"\n'
    const files = { 'hugo.toml': text, 'docs/a.md': page, 'templates/_default/single.html': '<html></html>' }
    expect(reachOf(files, 'templates/_default/single.html')).toEqual(['/a'])
  })
})
