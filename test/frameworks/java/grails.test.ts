import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const controller = (name: string, body: string, head = ''): Record<string, string> =>
  ({ [`grails-app/controllers/clinic/${name}Controller.groovy`]: `package clinic\n${head}class ${name}Controller {\n${body}\n}` })
const mappings = (body: string): Record<string, string> =>
  ({ 'grails-app/controllers/clinic/UrlMappings.groovy': `package clinic\nclass UrlMappings {\n static mappings = {\n${body}\n }\n}` })
const view = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [`grails-app/views/${name}.gsp`, '<html><body>A</body></html>']))
const usual = '"/$controller/$action?/$id?(.$format)?" { constraints { } }'

describe('URL mappings of Grails', () => {
  it('lead to all actions, the default one left out', () => {
    expect(routesOf({
      ...mappings(`${usual}\n "500"(view: '/error')`),
      ...controller('Visit', 'def index() { [a: 1] }\n def show(Long id) { [b: 2] }\n def save = { redirect(action: "index") }\n private hidden() { }\n def beforeInterceptor = { }\n static stat() { }'),
      ...controller('Roster', 'static defaultAction = "list"\n def list() { }\n def old() { params.id }'),
      ...view('visit/index', 'visit/show', 'roster/list', 'roster/old', 'error'),
    })).toEqual(['/roster', '/roster/old/:id?', '/visit', '/visit/save redirect', '/visit/show/:id?'])
  })

  it('are written with arguments or in a block, in groups, by method, by name', () => {
    expect(routesOf({
      ...mappings(`
        "/"(controller: 'home')
        "/careers"(view: '/careers')
        "/old"(redirect: '/careers')
        "/book-a-visit/$step?" {
          controller = "booking"
          action = [GET: "form", POST: "save"]
        }
        get "/doctors/$slug"(controller: "doctor", action: "show")
        name login: "/sign-in"(controller: "login", action: "auth")
        group "/portal", {
          "/messages"(controller: 'message', action: 'list')
          "/files/**"(controller: 'message', action: 'file')
        }
        "/visits"(resources: 'visit')
        "/snapshot/$action?"(controller: { "home" })
      `),
      ...controller('Home', 'def index() { }'), ...controller('Booking', 'def form() { }\n def save() { render "ok" }'),
      ...controller('Doctor', 'def show() { }'), ...controller('Login', 'def auth() { }'), ...controller('Message', 'def list() { }\n def file() { response.outputStream << x }'),
      ...controller('Visit', 'def index() { }\n def show() { }\n def edit() { }'),
      ...view('home/index', 'careers', 'booking/form', 'doctor/show', 'login/auth', 'message/list', 'visit/index', 'visit/show', 'visit/edit'),
    })).toEqual([
      '/', '/book-a-visit/:step?', '/careers', '/doctors/:slug', '/old redirect', '/portal/files/* api', '/portal/messages', '/sign-in', '/snapshot', '/visits',
      '/visits/:id', '/visits/:id/edit',
    ])
  })

  it('may mean some controllers and actions alone', () => {
    expect(routesOf({
      ...mappings('"/$controller/$action?" { constraints { controller(inList: ["news", "job"])\n action(matches: /li.*/) } }'),
      ...controller('News', 'def list() { }\n def edit() { }'), ...controller('Admin', 'def list() { }'),
      ...view('news/list', 'news/edit', 'admin/list'),
    })).toEqual(['/news/list'])
  })

  it('stand below the context of the application', () => {
    expect(routesOf({ ...mappings(usual), 'grails-app/conf/application.yml': 'server:\n  servlet:\n    context-path: /clinic\n', ...controller('Home', 'def index() { }'), ...view('home/index') })).toEqual(['/clinic/home'])
  })
})

describe('actions of Grails', () => {
  const shown = (site: Record<string, string>, ...names: string[]): string[] => names.map((name) => `${name}: ${reachOf(site, `grails-app/views/${name}.gsp`).join(' ')}`)

  it('show the view of their name or another, templates, or data', () => {
    const site = {
      ...mappings(usual),
      ...controller('Visit', `
        def one() { [visit: x] }
        def two() { render view: 'other', model: [:] }
        def three() { render(template: "row", collection: rows) }
        def four() { if (x) { redirect(action: 'one') } else { render(view: "/shared/done") } }
        def five() { render x as JSON }
        def six() { forward(action: 'one') }
        def seven() { help() }
        def eight() { respond visit, [view: 'one'] }
        protected help() { render(view: 'helped') }
      `),
      ...view('visit/one', 'visit/other', 'visit/_row', 'shared/done', 'visit/helped', 'visit/never', 'visit/two'),
    }
    expect(shown(site, 'visit/one', 'visit/other', 'visit/_row', 'shared/done', 'visit/helped', 'visit/never', 'visit/two')).toEqual([
      'visit/one: /visit/eight /visit/one /visit/six', 'visit/other: /visit/two', 'visit/_row: /visit/three', 'shared/done: /visit/four',
      'visit/helped: /visit/seven', 'visit/never: ',
      // It has the name of the action, which names another.
      'visit/two: /visit/two likely',
    ])
    expect(routesOf(site)).toContain('/visit/five api')
  })

  it('have the layout the page, the controller or the project says', () => {
    const page = (head: string): string => `<html><head>${head}</head><body>A</body></html>`
    const site = {
      ...mappings(usual),
      ...controller('Own', 'def index() { }'), ...controller('Set', 'static layout = "wide"\n def index() { }\n def other() { render(view: "index", layout: "print") }'),
      ...controller('Named', 'def index() { }'), ...controller('Plain', 'def index() { }\n def part() { render(template: "x") }'),
      'grails-app/views/own/index.gsp': page('<meta name="layout" content="main"/>'),
      ...Object.fromEntries(['set', 'named', 'plain'].map((name) => [`grails-app/views/${name}/index.gsp`, page('')])),
      'grails-app/views/plain/_x.gsp': '<p>',
      ...Object.fromEntries(['main', 'wide', 'print', 'named', 'application', 'none'].map((name) => [`grails-app/views/layouts/${name}.gsp`, '<html><head><g:layoutHead/></head><body><g:layoutBody/></body></html>'])),
    }
    const around = (name: string): string[] => reachOf(site, `grails-app/views/layouts/${name}.gsp`)
    expect(around('main')).toEqual(['/own'])
    expect(around('wide')).toEqual(['/set'])
    expect(around('print')).toEqual(['/set/other'])
    expect(around('named')).toEqual(['/named'])
    expect(around('application')).toEqual(['/plain'])
    expect(around('none')).toEqual([])
  })

  it('give a layout what it shows of them', () => {
    const site: Record<string, string> = {
      ...mappings(usual),
      ...controller('A', 'static layout = "bare"\n def index() { }'), ...controller('B', 'static layout = "full"\n def index() { }'),
      ...Object.fromEntries(['a', 'b'].map((name) => [`grails-app/views/${name}/index.gsp`, '<html><head><i>H</i></head><body>B<content tag="side"><b>S</b></content></body></html>'])),
      'grails-app/views/layouts/bare.gsp': '<html><head></head><body><g:layoutBody/></body></html>',
      'grails-app/views/layouts/full.gsp': '<html><head><g:layoutHead/></head><body><g:layoutBody/><g:pageProperty name="page.side"/></body></html>',
    }
    const at = (name: string, word: string): string[] => reachOf(site, `grails-app/views/${name}/index.gsp`, null, (site[`grails-app/views/${name}/index.gsp`] as string).indexOf(word))
    expect(at('a', '<i>')).toEqual([])
    expect(at('a', 'B<content')).toEqual(['/a'])
    expect(at('b', '<i>')).toEqual(['/b'])
    expect(at('b', '<b>S')).toEqual(['/b'])
  })

  it('show pages that bring in templates, tags, actions and assets', () => {
    const site = {
      ...mappings(usual),
      ...controller('Home', 'def index() { }'), ...controller('News', 'def latest() { render(template: "teaser") }'),
      'grails-app/views/home/index.gsp': '<html><body><g:render template="/parts/head"/><clinic:badge/><g:include controller="news" action="latest"/><asset:javascript src="home.js"/></body></html>',
      ...view('parts/_head', 'news/_teaser', 'parts/_badge', 'parts/_other'),
      'grails-app/taglib/clinic/ClinicTagLib.groovy': 'class ClinicTagLib {\n static namespace = "clinic"\n def badge = { attrs -> out << render(template: "/parts/badge") }\n def other = { attrs -> out << render(template: "/parts/other") }\n}',
      'grails-app/assets/javascripts/home.js': '//= require shared/all\n//= require_tree widgets\na()',
      'grails-app/assets/javascripts/shared/all.js': 'a()', 'grails-app/assets/javascripts/widgets/deep/x.js': 'a()', 'grails-app/assets/javascripts/unused.js': 'a()',
    }
    for (const name of ['parts/_head', 'parts/_badge']) expect(reachOf(site, `grails-app/views/${name}.gsp`), name).toEqual(['/home'])
    expect(reachOf(site, 'grails-app/views/news/_teaser.gsp')).toEqual(['/home', '/news'])
    expect(reachOf(site, 'grails-app/views/parts/_other.gsp')).toEqual([])
    for (const name of ['home', 'shared/all', 'widgets/deep/x']) expect(reachOf(site, `grails-app/assets/javascripts/${name}.js`), name).toEqual(['/home'])
    expect(reachOf(site, 'grails-app/assets/javascripts/unused.js')).toEqual([])
    const taglib = 'grails-app/taglib/clinic/ClinicTagLib.groovy'
    expect(reachOf(site, taglib, null, site[taglib].indexOf('/parts/badge'))).toEqual(['/home'])
    expect(reachOf(site, taglib, null, site[taglib].indexOf('/parts/other'))).toEqual([])
  })

  it('may have any layout around a page that is not in the tree', () => {
    const site = { ...mappings(usual), ...controller('Home', 'def index() { render(view: "/built/app") }'), ...view('layouts/app') }
    expect(reachOf(site, 'grails-app/views/layouts/app.gsp')).toEqual(['/home possible'])
  })

  it('are none without Grails', () => {
    expect(routesOf({ 'src/HomeController.groovy': 'class HomeController { def index() { } }' })).toEqual([])
  })
})
