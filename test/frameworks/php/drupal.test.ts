import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const theme = 'web/themes/custom/lakeside'
const module = 'web/modules/custom/lakeside_care'

const site = {
  [`${theme}/lakeside.info.yml`]: 'name: Lakeside\ntype: theme\ncore_version_requirement: ^10\nlibraries:\n  - lakeside/global\n',
  [`${theme}/lakeside.libraries.yml`]:
    'global:\n  js:\n    js/global.js: {}\n  dependencies:\n    - lakeside/measure\nmeasure:\n  js:\n    js/measure.js: {}\n'
    + 'booking:\n  js:\n    js/booking.js: { minified: true }\n    https://cdn.example/x.js: { type: external }\nunused:\n  js:\n    js/unused.js: {}\n',
  [`${theme}/js/global.js`]: 'a()',
  [`${theme}/js/measure.js`]: 'a()',
  [`${theme}/js/booking.js`]: 'a()',
  [`${theme}/js/unused.js`]: 'a()',
  [`${theme}/templates/layout/html.html.twig`]: '<html>{{ page }}</html>',
  [`${theme}/templates/layout/page.html.twig`]: '<main>{{ page.content }}</main>',
  [`${theme}/templates/layout/page--front.html.twig`]: '<main>{{ page.content }}</main>',
  [`${theme}/templates/layout/page--appointments.html.twig`]: "{{ attach_library('lakeside/booking') }}<main>",
  [`${theme}/templates/content/node--doctor.html.twig`]: '<article>',
  [`${module}/lakeside_care.info.yml`]: 'name: Care\ntype: module\ncore_version_requirement: ^10\n',
  [`${module}/lakeside_care.routing.yml`]:
    "lakeside_care.portal:\n  path: '/portal/{patient}/results'\n  defaults:\n    _controller: '\\Drupal\\lakeside_care\\Controller\\Portal::results'\n"
    + "lakeside_care.book:\n  path: '/appointments/book'\n  defaults:\n    _form: '\\Drupal\\lakeside_care\\Form\\BookForm'\n"
    + "lakeside_care.slots:\n  path: '/appointments/slots'\n  requirements:\n    _format: json\n",
  [`${module}/src/Form/BookForm.php`]: '<?php namespace Drupal\\lakeside_care\\Form; class BookForm {}',
}

describe('routes of Drupal', () => {
  it('are declared by modules and suggested by templates', () => {
    expect(routesOf(site)).toEqual([
      '/', '/* possible', '/appointments likely', '/appointments/book', '/appointments/slots api', '/portal/:patient/results',
      '/user/login likely', '/user/password likely', '/user/register likely',
    ])
  })

  it('are exported with views, forms and patterns of addresses', () => {
    expect(routesOf({
      'config/sync/views.view.doctors.yml':
        'id: doctors\ndisplay:\n  page_1:\n    display_plugin: page\n    display_options:\n      path: find-a-doctor/%taxonomy_term\n'
        + '  rest_1:\n    display_plugin: rest_export\n    display_options:\n      path: api/doctors\n',
      'config/sync/webform.webform.patient_intake.yml': 'id: patient_intake\nsettings:\n  page: true\n',
      'config/sync/webform.webform.inner.yml': 'id: inner\nsettings:\n  page: false\n',
      'config/sync/pathauto.pattern.doctor.yml': "id: doctor\npattern: '/doctors/[node:title]'\n",
      'modules/custom/a/a.info.yml': 'name: A\ntype: module\ncore_version_requirement: ^10\n',
    })).toEqual(['/api/doctors api', '/doctors/:title', '/find-a-doctor/:taxonomy_term', '/form/patient-intake'])
  })

  it('need a module or theme, and are not those of the core', () => {
    expect(routesOf({ 'a.routing.yml': "a:\n  path: '/a'\n", 'web/core/modules/user/user.info.yml': 'type: module\ncore: 8.x\n' })).toEqual([])
  })

  it('survive a file that is no YAML', () => {
    expect(routesOf({ 'a.info.yml': 'type: module\ncore: 8.x\n', 'a.routing.yml': 'a: [\n  - {', 'b.info.yml': '- 1\n' })).toEqual([])
  })
})

describe('reach in Drupal', () => {
  const pages = [
    '/', '/appointments likely', '/appointments/book', '/portal/:patient/results', '/user/login likely', '/user/password likely',
    '/user/register likely',
  ]

  it('of the libraries of a theme, and those they depend on, is every page and no answer without one', () => {
    for (const script of ['global', 'measure']) {
      expect(reachOf(site, `${theme}/js/${script}.js`).filter((route) => route !== '/* possible').sort()).toEqual(pages)
    }
    expect(reachOf(site, `${theme}/js/unused.js`)).toEqual([])
  })

  it('of a page template is the pages it is the nearest suggestion for', () => {
    const booking = ['/appointments likely', '/appointments/book']
    expect(reachOf(site, `${theme}/templates/layout/page--appointments.html.twig`)).toEqual(booking)
    expect(reachOf(site, `${theme}/js/booking.js`)).toEqual(booking)
    expect(reachOf(site, `${theme}/templates/layout/page.html.twig`)).toEqual([
      '/* possible', '/portal/:patient/results', '/user/login likely', '/user/password likely', '/user/register likely',
    ])
  })

  it('of the document is all pages, of content any page', () => {
    expect(reachOf(site, `${theme}/templates/layout/html.html.twig`)).toHaveLength(8)
    expect(reachOf(site, `${theme}/templates/content/node--doctor.html.twig`).every((route) => route.endsWith(' possible'))).toBe(true)
  })
})

describe('a theme of Drupal 7', () => {
  const seven = {
    'sites/all/themes/lakeside/lakeside.info': 'name = Lakeside\ncore = 7.x\nengine = phptemplate\nscripts[] = js/site.js\nregions[content] = Content\n',
    'sites/all/themes/lakeside/js/site.js': 'a()',
    'sites/all/themes/lakeside/templates/html.tpl.php': '<html>',
    'sites/all/themes/lakeside/templates/page--user--login.tpl.php': '<main>',
    'sites/all/themes/lakeside/templates/page--front.tpl.php': '<main>',
  }

  it('has pages by its suggestions, and its scripts on all of them', () => {
    expect(reachOf(seven, 'sites/all/themes/lakeside/templates/page--user--login.tpl.php')).toEqual(['/user/login likely'])
    expect(reachOf(seven, 'sites/all/themes/lakeside/js/site.js').sort())
      .toEqual(['/', '/* possible', '/user/login likely', '/user/password likely', '/user/register likely'])
  })
})
