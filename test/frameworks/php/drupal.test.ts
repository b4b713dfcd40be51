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

describe('what modules add to pages', () => {
  const files = (extra: Record<string, string>): Record<string, string> => ({
    [`${theme}/lakeside.info.yml`]: 'name: Lakeside\ntype: theme\ncore_version_requirement: ^10\n',
    [`${module}/lakeside_care.info.yml`]: 'name: Care\ntype: module\ncore_version_requirement: ^10\n',
    [`${module}/lakeside_care.routing.yml`]:
      "lakeside_care.portal:\n  path: '/portal'\n  defaults:\n    _controller: '\\Drupal\\lakeside_care\\Controller\\Portal::home'\n"
      + "lakeside_care.book:\n  path: '/book'\n  defaults:\n    _form: '\\Drupal\\lakeside_care\\Form\\BookForm'\n",
    [`${module}/lakeside_care.libraries.yml`]: 'tag:\n  js:\n    js/tag.js: {}\n',
    [`${module}/js/tag.js`]: 'a()',
    ...extra,
  })
  const attached = "['#attached' => ['library' => ['lakeside_care/tag']]]"
  const hook = (name: string, body = `$a = ${attached};`): Record<string, string> => (
    files({ [`${module}/lakeside_care.module`]: `<?php\nfunction lakeside_care_${name}(&$page) { ${body} }` }))
  const tag = (given: Record<string, string>): string[] => reachOf(given, `${module}/js/tag.js`)
  const all = ['/', '/* possible', '/book', '/portal', '/user/login likely', '/user/password likely', '/user/register likely']

  it.each([
    ['page_attachments', all],
    ['preprocess_html', all],
    ['preprocess_region', all.map((path) => (path.includes(' ') ? path : `${path} likely`))],
    ['node_view', all.map((path) => path.replace(/ .*$|$/, ' possible'))],
    ['form_user_login_form_alter', ['/user/login likely']],
    ['preprocess_page__front', ['/']],
    ['cron', []],
  ])('by the hook %s', (name, expected) => {
    expect(tag(hook(name))).toEqual(expected)
  })

  it('by an attribute of a method', () => {
    const code = (name: string): string[] => tag(files({
      [`${module}/src/Hook/Pages.php`]: `<?php class Pages { #[Hook('${name}')] public function add(&$page) { $a = ${attached}; } function other() {} }`,
    }))
    expect(code('page_attachments')).toEqual(all)
    expect(code('cron')).toEqual([])
  })

  it('under the conditions of its code', () => {
    const body = `if (\\Drupal::routeMatch()->getRouteName() == 'lakeside_care.portal') { $a = ${attached}; }`
    expect(tag(hook('page_attachments', body)).filter((route) => !route.includes(' '))).toEqual(['/portal'])
  })

  it('without a theme, in a module for any site', () => {
    const { [`${theme}/lakeside.info.yml`]: _, [`${module}/lakeside_care.routing.yml`]: __, ...alone } = hook('page_attachments')
    expect(tag(alone)).toEqual(['/* possible'])
  })

  it('by the method or the form that answers a route', () => {
    expect(tag(files({
      [`${module}/src/Controller/Portal.php`]: `<?php namespace Drupal\\lakeside_care\\Controller; class Portal { function home() { return ${attached}; } }`,
    }))).toEqual(['/portal'])
    expect(tag(files({
      [`${module}/src/Controller/Portal.php`]: `<?php namespace Drupal\\lakeside_care\\Controller; class Portal { function home() {} function old() { return ${attached}; } }`,
    }))).toEqual([])
    expect(tag(files({
      [`${module}/src/Form/BookForm.php`]: `<?php namespace Drupal\\lakeside_care\\Form; class BookForm { function buildForm() { return ${attached}; } }`,
    }))).toEqual(['/book'])
  })

  it('by the template that a controller names, the one of the theme before its own', () => {
    const given = files({
      [`${module}/src/Controller/Portal.php`]: "<?php namespace Drupal\\lakeside_care\\Controller; class Portal { function home() { return ['#theme' => 'care_home']; } }",
      [`${module}/templates/care-home.html.twig`]: '<p>',
    })
    expect(reachOf(given, `${module}/templates/care-home.html.twig`)).toEqual(['/portal'])
    const overridden = { ...given, [`${theme}/templates/care-home.html.twig`]: '<p>' }
    expect(reachOf(overridden, `${module}/templates/care-home.html.twig`)).toEqual([])
    expect(reachOf(overridden, `${theme}/templates/care-home.html.twig`)).toContain('/portal')
  })
})

describe('exported configuration', () => {
  const block = `${module}/src/Plugin/Block/Offer.php`
  const files = (configuration: Record<string, string>, id = "#[Block(id: 'care_offer')]"): Record<string, string> => ({
    [`${theme}/lakeside.info.yml`]: 'name: Lakeside\ntype: theme\ncore_version_requirement: ^10\n',
    [`${module}/lakeside_care.info.yml`]: 'name: Care\ntype: module\ncore_version_requirement: ^10\n',
    [block]: `<?php ${id} class Offer extends BlockBase { function build() { return []; } }`, ...configuration,
  })
  const pages = (pages: string, negate: boolean): string => (
    `plugin: care_offer\nvisibility:\n  request_path:\n    id: request_path\n    negate: ${negate}\n    pages: "${pages}"\n`)

  it.each([
    ['everywhere', 'plugin: care_offer\n', ['/', '/* possible', '/user/login likely', '/user/password likely', '/user/register likely']],
    ['on pages that it lists, which it tells', pages('<front>\\r\\n/visits', false), ['/', '/visits likely']],
    ['on all but those that it lists', pages('/user/*', true), ['/', '/* possible']],
    ['nowhere, where it is switched off', 'plugin: care_offer\nstatus: false\n', []],
  ])('places a block %s', (_, text, expected) => {
    expect(reachOf(files({ 'config/sync/block.block.offer.yml': text }), block)).toEqual(expected)
  })

  it('may be in the database', () => {
    expect(reachOf(files({}, '/** @Block(id = "care_offer") */'), block)).toEqual([
      '/ possible', '/* possible', '/user/login possible', '/user/password possible', '/user/register possible',
    ])
  })

  it.each([
    ['all but its list', 'visibility:\n  request_path_mode: 0\n  request_path_pages: "/user/*"\n', ['/', '/* possible']],
    ['its list', 'visibility:\n  request_path_mode: 1\n  request_path_pages: "/user/login"\n', ['/user/login likely']],
    ['its list, as a condition', 'conditions:\n  request_path:\n    pages: "/user/*"\n    negate: true\n', ['/', '/* possible']],
    ['its list, in the words of old versions', 'path_toggle: "include listed"\npath_list: "/user/login"\n', ['/user/login likely']],
  ])('of a module acts on %s', (_, text, expected) => {
    expect(reachOf(files({ 'config/sync/a_tag.settings.yml': `account: x\n${text}` }), 'config/sync/a_tag.settings.yml')).toEqual(expected)
  })
})
