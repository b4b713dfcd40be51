import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = '---\ntitle: A page\n---\nText'
const manifest = { 'package.json': '{ "devDependencies": { "@11ty/eleventy": "3" } }' }
const layout = '<html><body>{{ content }}</body></html>'

describe('addresses', () => {
  it('are paths of files: dates are left out, a file named as its folder is the folder', () => {
    expect(routesOf({
      ...manifest, 'index.njk': page, 'about.md': page, 'portal/visits/index.html': page, 'posts/2024-01-02-flu.md': page, 'team/team.liquid': page,
      'feed.xml.njk': page, '_includes/base.njk': layout, '_data/x.json': '{}', '_site/index.html': page, 'node_modules/x/a.md': page, 'plain.txt': 'x',
      'app.js': 'x()', 'list.11ty.js': "exports.render = () => '<p>'", 'card.webc': '<p>',
    })).toEqual(['/', '/about', '/card', '/list', '/portal/visits', '/posts/flu', '/team'])
  })

  it.each([
    ['/book/', '/book'],
    ['/book.html', '/book.html'],
    ['book/index.html', '/book'],
    ['/{{ page.fileSlug }}/now/', '/my-visit/now'],
    ['{{ page.filePathStem }}.html', '/care/my-visit.html'],
    ['/x/{{ title | slugify }}/', '/x/a-page'],
    ['/x/{{ "y" | slug }}/', '/x/y'],
    ['/x/{{ doctor.slug }}/{{ n }}-{{ m }}/', '/x/:value/:value-:value likely'],
    ['/news/{% if pagination.pageNumber > 0 %}page-{{ pagination.pageNumber }}/{% endif %}', '/news'],
  ])('may be said: %s', (permalink, expected) => {
    expect(routesOf({ ...manifest, 'care/my-visit.njk': `---\ntitle: A page\npermalink: '${permalink}'\n---\n` })).toEqual([expected])
  })

  it('are none for what is not written, or is no page', () => {
    const files = ['permalink: false', 'permalink: /feed.xml', 'permalink:\n  build: false', 'permalink: /style.css'].map((text, at) => [`p${at}.njk`, `---\n${text}\n---\n`])
    expect(routesOf({ ...manifest, 'index.md': page, ...Object.fromEntries(files) as Record<string, string> })).toEqual(['/'])
  })

  it('come from the data of folders and files, the closest first', () => {
    expect(routesOf({
      ...manifest, 'care/care.json': '{ "permalink": "/portal/{{ page.fileSlug }}/" }', 'care/a.md': page, 'care/deep/b.md': page,
      'care/deep/deep.11tydata.js': 'module.exports = { eleventyComputed: { permalink: "/deep/{{ page.fileSlug }}/" } }', 'care/c.md': page,
      'care/c.11tydata.cjs': 'module.exports = () => ({ permalink: (data) => `/one/${data.x}/` })', 'care/d.md': '---\npermalink: /own/\n---',
      'care/e.11ty.js': 'exports.data = { permalink: "/script/" }\nexports.render = () => ""',
    })).toEqual(['/deep/b', '/one/:value likely', '/own', '/portal/a', '/script'])
  })
})

describe('the configuration', () => {
  it.each([
    ['.eleventy.js', "module.exports = function (config) { return { dir: { input: 'src', includes: 'parts', layouts: 'parts/outer' } } }"],
    ['eleventy.config.mjs', "export const config = { dir: { input: './src/', includes: 'parts', layouts: 'parts/outer' } }\nexport default (config) => {}"],
    ['eleventy.config.js', "export default async function (config) { config.setInputDirectory('src'); config.setIncludesDirectory('parts'); config.setLayoutsDirectory('parts/outer') }"],
    ['eleventy.config.cjs', "module.exports = { dir: { input: 'src', includes: 'parts', layouts: 'parts/outer' } }"],
  ])('says where things are: %s', (name, config) => {
    const files = { [name]: config, 'src/a.md': '---\nlayout: base.njk\n---', 'src/parts/outer/base.njk': '{% include "head.njk" %}', 'src/parts/head.njk': '<p>', 'other/b.md': page }
    expect(routesOf(files)).toEqual(['/a'])
    expect(reachOf(files, 'src/parts/head.njk')).toEqual(['/a'])
  })

  it('may be the command alone', () => {
    expect(routesOf({ 'package.json': '{ "devDependencies": { "@11ty/eleventy": "2" }, "scripts": { "build": "eleventy --input=site" } }', 'site/a.md': page, 'b.md': page }))
      .toEqual(['/a'])
  })

  it('leaves out what .eleventyignore names', () => {
    expect(routesOf({ ...manifest, '.eleventyignore': '# x\nREADME.md\ndrafts/\n', 'README.md': page, 'drafts/a.md': page, 'b.md': page })).toEqual(['/b'])
  })
})

describe('layouts', () => {
  it('are named with or without an ending, by an alias, by data, for all pages', () => {
    const files = {
      ...manifest, '.eleventy.js': "module.exports = (c) => { c.addLayoutAlias('post', 'layouts/post.njk'); c.addGlobalData('layout', 'all.njk') }",
      '_includes/base.njk': layout, '_includes/layouts/post.njk': '---\nlayout: base\n---\n{{ content }}', '_includes/all.njk': layout,
      'a.md': '---\nlayout: post\n---', 'b.md': '---\nlayout: base.njk\n---', 'c.md': page, 'd.md': '---\nlayout: false\n---',
    }
    expect(reachOf(files, '_includes/layouts/post.njk')).toEqual(['/a'])
    expect(reachOf(files, '_includes/base.njk')).toEqual(['/a', '/b'])
    expect(reachOf(files, '_includes/all.njk')).toEqual(['/c'])
  })

  it('of templates themselves are followed as well: extends, with the regions a page fills', () => {
    const files = { ...manifest, '_includes/base.njk': '<html>{% block head %}<p>{% endblock %}</html>', 'a.njk': '{% extends "base.njk" %}{% block head %}{% endblock %}', 'b.njk': '{% extends "base.njk" %}' }
    expect(reachOf(files, '_includes/base.njk')).toEqual(['/a', '/b'])
  })
})

describe('what the configuration adds', () => {
  const config = `module.exports = (config) => {
    config.addShortcode('map', () => '<div></div>')
    config.addPairedShortcode('box', require('./lib/box.js'))
    config.addTransform('end', (content) => content + close())
  }
  const close = () => '<script></script>'`
  const files = { ...manifest, '.eleventy.js': config, 'lib/box.js': 'module.exports = (content) => content', 'a.njk': '{% box %}x{% endbox %}', 'b.md': '{% map "x" %}' }

  it('is on the pages that use it', () => {
    expect(reachOf(files, 'lib/box.js')).toEqual(['/a'])
  })

  it('is on all pages when it changes all', () => {
    expect(reachOf(files, '.eleventy.js', 'close')).toEqual(['/a', '/b'])
  })

  it('may be components that are used by their names', () => {
    const webc = { ...manifest, '_includes/site-head.webc': '<meta>', '_includes/other-head.webc': '<meta>', '_includes/base.webc': '<html><site-head></site-head></html>', 'a.md': '---\nlayout: base.webc\n---' }
    expect(reachOf(webc, '_includes/site-head.webc')).toEqual(['/a'])
    expect(reachOf(webc, '_includes/other-head.webc')).toEqual([])
  })
})

it.each(['', 'x', 'module.exports = 1', 'module.exports = { dir: 1 }', 'export default (c) => { c.addShortcode(); c.addLayoutAlias(1); c.addTransform() }'])(
  'whatever the configuration holds: %s', (config) => {
    expect(routesOf({ ...manifest, '.eleventy.js': config, 'a.md': page })).toEqual(['/a'])
  })
