import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const shell = {
  'package.json': JSON.stringify({ devDependencies: { 'ember-source': '6.7.0', 'ember-cli': '6.7.0' } }),
  'app/index.html': '<!doctype html><html><head>{{content-for "head"}}</head><body></body></html>',
  'app/app.js': "import Application from '@ember/application'\nexport default class App extends Application {}",
}

function app(map: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    ...shell, ...others,
    'app/router.js': `import EmberRouter from '@ember/routing/router'
      export default class Router extends EmberRouter {}
      Router.map(function () { ${map} })`,
  }
}

describe('the map', () => {
  it('has an index, nested routes with indexes of their own, parameters and a rest', () => {
    expect(routesOf(app(`
      this.route('careers')
      this.route('visits', { path: '/my-visits' }, function () {
        this.route('visit', { path: '/:visit_id' })
        this.route('new')
      })
      this.route('not-found', { path: '/*path' })`))).toEqual(['/', '/*', '/careers', '/my-visits', '/my-visits/:visit_id', '/my-visits/new'])
  })

  it('may put another route at the root, and reset names', () => {
    const files = app("this.route('home', { path: '/' })\nthis.route('portal', function () { this.route('messages', { resetNamespace: true }) })", {
      'app/templates/messages.hbs': '<p>x</p>', 'app/templates/home.hbs': '<p>x</p>', 'app/templates/portal.hbs': '{{outlet}}',
    })
    expect(routesOf(files)).toEqual(['/', '/portal', '/portal/messages'])
    expect(reachOf(files, 'app/templates/messages.hbs')).toEqual(['/portal/messages'])
    expect(reachOf(files, 'app/templates/home.hbs')).toEqual(['/'])
    expect(reachOf(files, 'app/templates/portal.hbs')).toEqual(['/portal', '/portal/messages'])
  })

  it('lies below the root of the configuration', () => {
    expect(routesOf(app("this.route('careers')", {
      'config/environment.js': "module.exports = function (environment) { const ENV = { modulePrefix: 'clinic', rootURL: '/my/', locationType: 'history' }; return ENV }",
    }))).toEqual(['/my', '/my/careers'])
  })

  it('mounts engines of the tree, and any page below for others', () => {
    const files = app("this.mount('billing', { path: '/pay' })\nthis.mount('other-engine', { as: 'other' })", {
      'lib/billing/package.json': '{ "name": "billing" }',
      'lib/billing/addon/routes.js': "import buildRoutes from 'ember-engines/routes'\nexport default buildRoutes(function () { this.route('invoices') })",
      'lib/billing/addon/templates/invoices.hbs': '<Row />', 'lib/billing/addon/components/row.hbs': '<p>x</p>',
    })
    expect(routesOf(files)).toEqual(['/', '/other/* possible', '/pay', '/pay/invoices'])
    expect(reachOf(files, 'lib/billing/addon/components/row.hbs')).toEqual(['/pay/invoices'])
  })
})

describe('files', () => {
  const files = app("this.route('careers')\nthis.route('portal', function () { this.route('labResults') })", {
    'app/templates/application.hbs': '<SiteHeader />{{outlet}}', 'app/routes/application.js': 'export default class extends Route {}',
    'app/templates/index.hbs': '<Banner />{{! <Ui::Survey /> }}',
    'app/templates/careers.hbs': '{{#if this.open}}{{component "apply-button"}}{{/if}}', 'app/controllers/careers.js': 'export default class extends Controller {}',
    'app/routes/portal.js': "import { service } from '@ember/service'\nexport default class PortalRoute extends Route { @service counts }",
    'app/portal/lab-results/template.hbs': '<Ui::Survey @visit={{format-date this.date}} />', 'app/portal/lab-results/route.js': 'export default class extends Route {}',
    'app/components/site-header.js': 'export default class extends Component {}', 'app/components/site-header.hbs': '<p>x</p>',
    'app/components/banner/index.hbs': '<p>x</p>', 'app/templates/components/apply-button.hbs': '<p>x</p>',
    'app/components/ui/survey.hbs': '<p>x</p>', 'app/components/unused.hbs': '<p>x</p>', 'app/helpers/format-date.js': 'export default helper(() => 1)',
    'app/services/counts.js': "export default class extends Service { @service('inner/clock') clock }", 'app/services/inner/clock.js': 'export default class extends Service {}',
    'app/services/nobody.js': 'export default class extends Service {}',
    'app/instance-initializers/start.js': 'export default { initialize() {} }', 'vendor/count.js': 'start()', 'vendor/other.js': 'start()',
    'ember-cli-build.js': "module.exports = function (defaults) { const app = new EmberApp(defaults, {}); app.import('vendor/count.js'); return app.toTree() }",
  })
  const all = ['/', '/careers', '/portal', '/portal/labResults']

  it('of a route are its template, its class and its controller, also in pods', () => {
    expect(reachOf(files, 'app/templates/careers.hbs')).toEqual(['/careers'])
    expect(reachOf(files, 'app/controllers/careers.js')).toEqual(['/careers'])
    expect(reachOf(files, 'app/portal/lab-results/template.hbs')).toEqual(['/portal/labResults'])
    expect(reachOf(files, 'app/portal/lab-results/route.js')).toEqual(['/portal/labResults'])
    expect(reachOf(files, 'app/routes/portal.js')).toEqual(['/portal', '/portal/labResults'])
  })

  it('of components, helpers and modifiers are where a template names them', () => {
    expect(reachOf(files, 'app/components/site-header.js')).toEqual(all)
    expect(reachOf(files, 'app/components/site-header.hbs')).toEqual(all)
    expect(reachOf(files, 'app/components/banner/index.hbs')).toEqual(['/'])
    expect(reachOf(files, 'app/templates/components/apply-button.hbs')).toEqual(['/careers'])
    expect(reachOf(files, 'app/components/ui/survey.hbs')).toEqual(['/portal/labResults'])
    expect(reachOf(files, 'app/helpers/format-date.js')).toEqual(['/portal/labResults'])
    expect(reachOf(files, 'app/components/unused.hbs')).toEqual([])
  })

  it('of services are on the routes of what asks for them', () => {
    expect(reachOf(files, 'app/services/counts.js')).toEqual(['/portal', '/portal/labResults'])
    expect(reachOf(files, 'app/services/inner/clock.js')).toEqual(['/portal', '/portal/labResults'])
    expect(reachOf(files, 'app/services/nobody.js')).toEqual([])
  })

  it('of the application itself are everywhere: the document, initialisers, what the build imports', () => {
    for (const file of ['app/index.html', 'app/app.js', 'app/instance-initializers/start.js', 'vendor/count.js', 'app/templates/application.hbs']) {
      expect(reachOf(files, file), file).toEqual(all)
    }
    expect(reachOf(files, 'vendor/other.js')).toEqual([])
  })
})
