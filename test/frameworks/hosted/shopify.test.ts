import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const theme = (files: Record<string, string>): Record<string, string> => ({
  'layout/theme.liquid': '{{ content_for_header }}{{ content_for_layout }}', 'templates/index.json': '{ "sections": {} }', ...files,
})
const json = (...sections: string[]): string => JSON.stringify({
  sections: Object.fromEntries(sections.map((type, at) => [`s${at}`, { type }])), order: sections.map((_, at) => `s${at}`),
})

describe('templates', () => {
  it('are pages by their type, and by their suffix', () => {
    expect(routesOf(theme({
      'templates/product.json': '{}', 'templates/product.kit.liquid': '', 'templates/page.json': '{}', 'templates/page.book-a-visit.json': '{}',
      'templates/article.liquid': '', 'templates/customers/login.liquid': '', 'templates/customers/reset_password.json': '{}',
      'templates/metaobject/clinic.json': '{}', 'templates/404.liquid': '', 'layout/checkout.liquid': '',
    }))).toEqual([
      '/', '/404', '/account/login', '/account/reset/:customer/:token', '/blogs/:blog/:article', '/checkouts/:token', '/pages/:handle',
      '/pages/book-a-visit likely', '/pages/clinic/:handle likely', '/products/:handle',
    ])
  })

  it('of a theme below another folder', () => {
    const files = Object.fromEntries(Object.entries(theme({ 'sections/tag.liquid': '', 'templates/page.json': json('tag') }))
      .map(([path, text]) => [`shop/src/${path}`, text]))
    expect(reachOf(files, 'shop/src/sections/tag.liquid')).toEqual(['/pages/:handle'])
  })

  it('are none without the layout that every theme has', () => {
    expect(routesOf({ 'templates/index.json': '{}', 'templates/page.json': '{}' })).toEqual([])
  })
})

describe('layouts', () => {
  const files = theme({
    'layout/plain.liquid': '{{ content_for_layout }}', 'templates/page.liquid': '{% layout "plain" %}', 'templates/cart.json': '{ "layout": "plain" }',
    'templates/search.json': '{ "layout": false }', 'templates/gift_card.liquid': '{% layout none %}', 'templates/blog.liquid': '<p>',
  })

  it('are the usual one, or the one that is named', () => {
    expect(reachOf(files, 'layout/theme.liquid')).toEqual(['/', '/blogs/:blog'])
    expect(reachOf(files, 'layout/plain.liquid')).toEqual(['/cart', '/pages/:handle'])
  })
})

describe('what is brought in', () => {
  it.each([
    ['a section of a template', { 'templates/cart.json': json('tag') }, 'sections/tag.liquid', ['/cart']],
    ['a section that is switched off', { 'templates/cart.json': '{ "sections": { "a": { "type": "tag", "disabled": true } } }' }, 'sections/tag.liquid', []],
    ['a section that is not in the order', { 'templates/cart.json': '{ "sections": { "a": { "type": "tag" } }, "order": [] }' }, 'sections/tag.liquid', []],
    ['a section by a tag', { 'templates/cart.liquid': '{% section "tag" %}' }, 'sections/tag.liquid', ['/cart']],
    ['a snippet, where a section has the same name', { 'templates/cart.liquid': '{% render "tag" %}' }, 'snippets/tag.liquid', ['/cart']],
    ['the section of that name is not', { 'templates/cart.liquid': '{% render "tag" %}' }, 'sections/tag.liquid', []],
    ['a snippet in a list of statements', { 'templates/cart.liquid': '{% liquid\n assign a = 1\n render "tag", a: a\n%}' }, 'snippets/tag.liquid', ['/cart']],
    ['a group of sections', { 'layout/theme.liquid': '{% sections "top" %}', 'sections/top.json': json('tag') }, 'sections/tag.liquid', ['/']],
    ['a block that a section names', { 'templates/cart.json': json('form'), 'sections/form.liquid': '{% content_for "block", type: "tag", id: "t" %}' }, 'blocks/tag.liquid', ['/cart']],
    ['a block in a block', { 'templates/cart.json': '{ "sections": { "a": { "type": "form", "blocks": { "b": { "type": "group", "blocks": { "c": { "type": "tag" } } } } } } }' }, 'blocks/tag.liquid', ['/cart']],
    ['a script', { 'templates/cart.liquid': '{{ "tag.js" | asset_url | script_tag }}' }, 'assets/tag.js', ['/cart']],
    ['a script that Liquid writes', { 'templates/cart.liquid': '<script src="{{ \'more.js\' | asset_url }}"></script>' }, 'assets/more.js.liquid', ['/cart']],
    ['a script in a comment', { 'templates/cart.liquid': '{% comment %}{{ "tag.js" | asset_url | script_tag }}{% endcomment %}' }, 'assets/tag.js', []],
  ])('%s', (_, files, file, expected) => {
    const parts = { 'sections/tag.liquid': '<p>', 'snippets/tag.liquid': '<p>', 'blocks/tag.liquid': '<p>', 'assets/tag.js': 'go()', 'assets/more.js.liquid': 'go()' }
    expect(reachOf(theme({ ...parts, ...files }), file)).toEqual(expected)
  })

  it('is what the editor offers, where nothing has it yet', () => {
    const offered = (schema: string): string[] => reachOf(theme({
      'templates/page.json': '{}', 'templates/cart.liquid': '', 'sections/tag.liquid': `<p>{% schema %}${schema}{% endschema %}`,
    }), 'sections/tag.liquid')
    expect(offered('{ "presets": [{ "name": "Tag" }] }')).toEqual(['/ possible', '/pages/:handle possible'])
    expect(offered('{ "presets": [{ "name": "Tag" }], "enabled_on": { "templates": ["page"] } }')).toEqual(['/pages/:handle possible'])
    expect(offered('{ "name": "Tag" }')).toEqual([])
  })
})

describe('conditions', () => {
  const pages = {
    'templates/page.json': '{}', 'templates/page.portal.json': '{}', 'templates/product.liquid': '', 'templates/product.kit.liquid': '', 'templates/customers/login.json': '{}',
  }
  it.each([
    ['template == "page.portal"', ['/pages/portal likely']],
    ['template.name == "page"', ['/pages/:handle', '/pages/portal likely']],
    ['template.suffix == "portal"', ['/pages/portal likely']],
    ['template.directory == "customers"', ['/account/login']],
    ['template contains "customers"', ['/account/login']],
    ['request.page_type == "customers/login"', ['/account/login']],
    ['request.page_type == "index"', ['/']],
    ['request.path contains "/customers"', ['/pages/:handle likely', '/products/:handle likely']],
    ['request.path contains "/account/log"', ['/account/login']],
    // One of the two templates for products.
    ['template == "product.kit"', ['/products/:handle likely']],
  ])('%s', (condition, expected) => {
    const text = `{% if ${condition} %}{% render 'tag' %}{% endif %}`
    expect(reachOf(theme({ ...pages, 'layout/theme.liquid': text, 'snippets/tag.liquid': '<p>' }), 'snippets/tag.liquid')).toEqual(expected)
  })
})

it.each([
  ["{% when 'cart' %}", ['/cart']],
  ["{% when 'page', 'cart' %}", ['/cart', '/pages/:handle']],
  ["{% when 'page' or 'cart' %}", ['/cart', '/pages/:handle']],
  ["{% when 'page' %}{% else %}", ['/', '/cart']],
])('conditions by their values: %s', (branch, expected) => {
  const text = `{% case template.name %}${branch}{% render 'tag' %}{% when 'blog' %}{% endcase %}`
  const files = { 'templates/page.json': '{}', 'templates/cart.json': '{}', 'layout/theme.liquid': text, 'snippets/tag.liquid': '<p>' }
  expect(reachOf(theme(files), 'snippets/tag.liquid')).toEqual(expected)
})

it('says what the administration of the shop adds', () => {
  expect(projectOf(theme({})).unseen().join(' ')).toContain('administration of the shop')
})
