import { describe, expect, it } from 'vitest'
import { reachOf, routesOf, projectOf } from '../read-routes.js'

const document = '<!doctype html><html ng-app="clinic"><body><div ng-view></div><script src="app.js"></script></body></html>'

/** A site whose only script is `app.js`. */
function site(code: string, others: Record<string, string> = {}): Record<string, string> {
  return { 'index.html': document, 'app.js': code, ...others }
}

function routeProvider(calls: string): string {
  return `angular.module('clinic', ['ngRoute']).config(['$routeProvider', function ($routeProvider) { $routeProvider${calls} }])`
}

/** Routes that the code at a place of `app.js` reaches. */
function reachAt(files: Record<string, string>, mark: string): string[] {
  const offset = (files['app.js'] ?? '').indexOf(mark)
  return projectOf(files).reached({ file: 'app.js', unit: null }, offset)
    .map(({ route, certainty }) => (certainty === 'exact' ? route.path : `${route.path} ${certainty}`)).sort()
}

describe('ngRoute', () => {
  it('has what `when` writes down, redirects, and a page for all others', () => {
    expect(routesOf(site(routeProvider(`
      .when('/', { templateUrl: 'views/home.html', controller: 'HomeController' })
      .when('/visits/:visitId', { templateUrl: 'views/visit.html' })
      .when('/docs/:path*', { template: '<p>docs</p>' })
      .when('/old', { redirectTo: '/' })
      .otherwise({ templateUrl: 'views/missing.html' })`)))).toEqual(['/', '/*', '/docs/*', '/old redirect', '/visits/:visitId'])
  })

  it('is none of a promise, or of a document without an application', () => {
    expect(routesOf(site("$.when('/x', { template: 1 }).then(f); promise.when('/y', g)"))).toEqual(['/ static'])
    expect(routesOf({ 'page.html': '<!doctype html><html></html>', 'app.js': routeProvider(".when('/x', { template: '' })") })).toEqual(['/page.html static'])
  })

  it('has templates by the document’s place, and what they include', () => {
    const files = site(routeProvider(`
      .when('/book', { templateUrl: 'views/book.html?v=2' })
      .when('/portal', { templateUrl: function () { return 'views/portal.html' } })`), {
      'views/book.html': '<div ng-include="\'views/parts/form.html\'"></div> <!-- <div ng-include="\'views/parts/old.html\'"></div> -->',
      'views/portal.html': '<ng-include src="\'views/parts/menu.html\'"></ng-include>',
      'views/parts/form.html': '<form></form>', 'views/parts/menu.html': '<nav></nav>', 'views/parts/old.html': '<p></p>',
    })
    expect(reachOf(files, 'views/book.html')).toEqual(['/book'])
    expect(reachOf(files, 'views/parts/form.html')).toEqual(['/book'])
    expect(reachOf(files, 'views/parts/menu.html')).toEqual(['/portal'])
    expect(reachOf(files, 'views/parts/old.html')).toEqual([])
    expect(reachOf(files, 'index.html')).toEqual(['/book', '/portal'])
  })
})

describe('ui-router', () => {
  const states = `angular.module('clinic', ['ui.router']).config(function ($stateProvider, $urlRouterProvider) {
    $urlRouterProvider.otherwise('/')
    $urlRouterProvider.when('/start', '/')
    $stateProvider
      .state('site', { abstract: true, url: '/site', templateUrl: 'site.html' })
      .state('site.home', { url: '', templateUrl: 'home.html' })
      .state('site.visits', { url: '/visits?page&size', views: { '': { templateUrl: 'visits.html' }, 'side@site': { templateUrl: 'side.html' } } })
      .state('site.visits.one', { url: '/{id:int}', template: '<p></p>' })
      .state('login', { url: '/login', parent: 'site', templateUrl: 'login.html' })
      .state('whole', { url: '^/alone', parent: 'site', template: '<p></p>' })
      .state('files', { url: '/files/{path:.*}', template: '<p></p>' })
      .state({ name: 'about', url: '/about', component: 'about' })
      .state('error', { template: '<p></p>' })
  })`

  it('joins the addresses of states around a state', () => {
    expect(routesOf(site(states))).toEqual([
      '/* possible', '/about', '/alone', '/files/*', '/site', '/site/login', '/site/visits', '/site/visits/:id', '/start redirect',
    ])
  })

  it('shows the templates of the states around a state, and of all its views', () => {
    const templates = Object.fromEntries(['site', 'home', 'visits', 'side', 'login'].map((name) => [`${name}.html`, '<p></p>']))
    const files = site(states, templates)
    expect(reachOf(files, 'site.html')).toEqual(['/alone', '/site', '/site/login', '/site/visits', '/site/visits/:id'])
    expect(reachOf(files, 'side.html')).toEqual(['/site/visits', '/site/visits/:id'])
    expect(reachOf(files, 'login.html')).toEqual(['/site/login'])
  })

  it('is read in tables that a helper goes through', () => {
    expect(routesOf(site(`angular.module('clinic').run(function (routerHelper) { routerHelper.configureStates(getStates()) })
      function getStates() { return [{ state: 'visits', config: { url: '/visits', templateUrl: 'visits.html' } }, { state: 'menu', config: { title: 'x' } }] }`)))
      .toEqual(['/visits likely'])
  })
})

describe('code that modules register', () => {
  const files = site(`${routeProvider(`
      .when('/careers', { templateUrl: 'careers.html', controller: 'CareersController as vm' })
      .when('/portal', { template: '<visit-list></visit-list>', resolve: { a: function () { resolved() } } })`)}
    .controller('CareersController', ['$scope', function ($scope) { careers() }])
    .controller('MenuController', MenuController)
    .controller('NobodyController', function () { nobody() })
    .component('visitList', { templateUrl: 'list.html', controller: function () { list() } })
    .directive('callUs', function () { return { restrict: 'A', link: function () { callUs() } } })
    .directive('headerBar', function () { header(); return { template: '<b></b>' } })
    .run(function () { started() })
    function MenuController() { menu() }`, {
    'index.html': document.replace('<div', '<header-bar></header-bar><div'),
    'careers.html': '<a call-us>Call</a>', 'list.html': '<nav ng-controller="MenuController"></nav>',
  })

  it('runs where a route, a template or the document names it', () => {
    expect(reachAt(files, 'careers()')).toEqual(['/careers'])
    expect(reachAt(files, 'resolved()')).toEqual(['/portal'])
    expect(reachAt(files, 'list()')).toEqual(['/portal'])
    expect(reachAt(files, 'menu()')).toEqual(['/portal'])
    expect(reachAt(files, 'callUs()')).toEqual(['/careers'])
    expect(reachAt(files, 'header()')).toEqual(['/careers', '/portal'])
    expect(reachAt(files, 'started()')).toEqual(['/careers', '/portal'])
  })

  it('may run anywhere when nothing that is seen names it', () => {
    expect(reachAt(files, 'nobody()')).toEqual(['/careers', '/portal'])
  })
})

describe('scripts', () => {
  it('that a build tool puts into the document are likely on all routes', () => {
    const files = {
      'index.html': document.replace('<script src="app.js"></script>', '<!-- inject:js --><!-- endinject -->'),
      'app.js': routeProvider(".when('/visits', { templateUrl: 'visits.html' })"),
      'count.js': "angular.module('clinic').run(function () { start() })", 'other.js': 'start()',
    }
    expect(reachOf(files, 'count.js')).toEqual(['/visits likely'])
    expect(reachOf(files, 'other.js')).toEqual([])
  })
})
