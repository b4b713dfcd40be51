import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const theme = (files: Record<string, string> = {}): Record<string, string> => ({
  'package.json': '{ "engines": { "ghost": ">=5" } }', 'index.hbs': '{{!< default}}', 'post.hbs': '{{!< default}}', 'default.hbs': '{{{body}}}', ...files,
})

describe('templates', () => {
  it('are pages by their names', () => {
    expect(routesOf(theme({
      'page-book-a-visit.hbs': '', 'tag-news.hbs': '', 'author.hbs': '', 'error-404.hbs': '', 'custom-wide.hbs': '', 'partials/nav.hbs': '',
    }))).toEqual(['/', '/404 likely', '/:slug', '/author/:slug', '/book-a-visit likely', '/tag/:slug', '/tag/news likely'])
  })

  it('with a home of its own, the other pages of the list keep theirs', () => {
    const files = theme({ 'home.hbs': '{{> a}}', 'index.hbs': '{{> b}}', 'partials/a.hbs': '<p>', 'partials/b.hbs': '<p>' })
    expect(reachOf(files, 'partials/a.hbs')).toEqual(['/'])
    expect(reachOf(files, 'partials/b.hbs')).toEqual(['/author/:slug', '/page/:page', '/tag/:slug'])
  })

  it('and by the file that routes are written in', () => {
    expect(routesOf(theme({
      'members/signin.hbs': '', 'doctors.hbs': '',
      'routes.yaml': 'routes:\n  /signin/: members/signin\ncollections:\n  /doctors/:\n    permalink: /doctors/{primary_tag}/{slug}/\n    template: doctors\n',
    }))).toEqual(['/:slug', '/doctors', '/doctors/:primary_tag/:slug', '/signin'])
  })

  it('of other sites with Handlebars are none of its', () => {
    expect(routesOf({ 'index.hbs': '<p>', 'post.hbs': '{{ghost_head}}' })).toContain('/:slug')
    expect(routesOf({ 'index.hbs': '<p>', 'post.hbs': '<p>' })).toEqual([])
  })
})

describe('what is around and inside of a page', () => {
  it('is the layout that it names', () => {
    expect(reachOf(theme({ 'post.hbs': '<p>' }), 'default.hbs')).toEqual(['/', '/author/:slug', '/tag/:slug'])
    // Without a space it is a comment.
    expect(reachOf(theme({ 'index.hbs': '{{!<default}}', 'post.hbs': '<p>' }), 'default.hbs')).toEqual([])
  })

  it('scripts by a helper, those in comments are not there', () => {
    const files = (text: string): Record<string, string> => theme({ 'post.hbs': text, 'assets/js/a.js': 'go()' })
    expect(reachOf(files('<script src="{{asset "js/a.js"}}"></script>'), 'assets/js/a.js')).toEqual(['/:slug'])
    expect(reachOf(files('{{!-- <script src="{{asset "js/a.js"}}"></script> --}}'), 'assets/js/a.js')).toEqual([])
  })

  it.each([
    ['home', ['/']],
    ['index', ['/']],
    ['tag, author', ['/author/:slug', '/tag/:slug']],
    ['page', ['/visit likely']],
  ])('what stands in {{#is "%s"}}', (context, expected) => {
    const files = theme({
      'default.hbs': `{{#is "${context}"}}{{> tag}}{{/is}}`, 'partials/tag.hbs': '<p>', 'page.hbs': '<p>', 'page-visit.hbs': '{{!< default}}',
    })
    expect(reachOf(files, 'partials/tag.hbs').filter((route) => route !== '/:slug likely')).toEqual(expected)
  })
})
