import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

describe('ColdFusion files', () => {
  const site = {
    'Application.cfc': 'component { function onRequestStart(page) { include "includes/head.cfm"; }\n function onError(e) { include "includes/sorry.cfm"; } }',
    'index.cfm': '<h1>Clinic</h1><cfinclude template="news.cfm">',
    'news.cfm': '<p>News</p>',
    'appointments/index.cfm': '<cf_panel><form></form></cf_panel>',
    'appointments/save.cfm': '<cfset x = 1><cflocation url="index.cfm">',
    'customtags/panel.cfm': '<div>',
    'includes/head.cfm': '<html>',
    'includes/sorry.cfm': '<html>',
    'portal/Application.cfm': '<cfparam name="session.user">',
    'portal/OnRequestEnd.cfm': '<cfinclude template="end.cfm">',
    'portal/end.cfm': '<p>',
    'portal/results.cfm': '<table></table>',
    'services/Slots.cfc': '<cfcomponent><cffunction name="list" access="remote"></cffunction></cfcomponent>',
    'model/Patient.cfc': 'component { public function load() {} }',
  }

  it('are pages by their path, but for those that others include', () => {
    expect(routesOf(site)).toEqual(['/', '/appointments', '/portal/results.cfm', '/services/Slots.cfc api'])
  })

  it('are run after the nearest application file', () => {
    expect(reachOf(site, 'includes/head.cfm')).toEqual(['/', '/appointments'])
    expect(reachOf(site, 'portal/end.cfm')).toEqual(['/portal/results.cfm'])
    expect(reachOf(site, 'includes/sorry.cfm')).toEqual([])
  })

  it('bring in custom tags', () => {
    expect(reachOf(site, 'customtags/panel.cfm')).toEqual(['/appointments'])
  })

  it('run what the application file extends', () => {
    expect(reachOf({
      'Application.cfc': 'component extends="base.Application" {}',
      'base/Application.cfc': 'component { function onRequestEnd() { include "/foot.cfm"; } }',
      'foot.cfm': '<p>',
      'index.cfm': '<p>',
    }, 'foot.cfm')).toEqual(['/'])
  })
})

describe('FW/1', () => {
  const site = {
    'Application.cfc': 'component extends="framework.one" {\n variables.framework = { home = "main.default", routes = [\n'
      + '  { "/find-a-doctor/:name" = "/doctors/show/name/:name", hint = "one" },\n  { "$POST/appointments" = "/appointments/save" },\n'
      + '  { "/old" = "301:/doctors" },\n  { "/inbox/{id:[0-9]+}" = "/portal:messages/show" } ] };\n}',
    'index.cfm': '<!--- empty --->',
    'views/main/default.cfm': '<p>',
    'views/doctors/default.cfm': '<p>',
    'views/doctors/show.cfm': '<p>#view("doctors/card")#',
    'views/doctors/card.cfm': '<p>',
    'layouts/default.cfm': '<html>#body#</html>',
    'layouts/doctors.cfm': '<div>#body#</div>',
    'layouts/wide.cfm': '<div>#body#</div>',
    'portal/views/messages/show.cfm': '<p>',
    'portal/layouts/default.cfm': '<html>#body#</html>',
    'controllers/appointments.cfc': 'component { function save(rc) {} }',
  }

  it('has a route for every view and every entry of its table', () => {
    expect(routesOf(site)).toEqual([
      '/', '/appointments api likely', '/doctors', '/doctors/card', '/doctors/show', '/find-a-doctor/:name', '/inbox/:id', '/old redirect',
      '/portal/messages/show',
    ])
  })

  it('lays layouts around views, from the inside out', () => {
    expect(reachOf(site, 'layouts/default.cfm')).toEqual(['/', '/doctors', '/doctors/card', '/doctors/show', '/find-a-doctor/:name'])
    expect(reachOf(site, 'layouts/doctors.cfm')).toEqual(['/doctors', '/doctors/card', '/doctors/show', '/find-a-doctor/:name'])
    expect(reachOf(site, 'portal/layouts/default.cfm')).toEqual(['/inbox/:id', '/portal/messages/show'])
    expect(reachOf(site, 'layouts/wide.cfm')).toEqual([])
  })
})

describe('ColdBox', () => {
  const site = {
    'Application.cfc': 'component { }',
    'config/ColdBox.cfc': 'component { function configure() { layoutSettings = { defaultLayout : "Main.cfm" };\n'
      + ' layouts = [ { name : "portal", file : "Portal.cfm", folders : "portal" } ]; } }',
    'config/Router.cfc': 'component { function configure() {\n  // route( "/gone" ).to( "main.gone" );\n  route( "/find-a-doctor/:name-alpha?" ).to( "doctors.search" );\n'
      + '  route( "/privacy" ).toView( "legal/privacy" );\n  route( "/old" ).toRedirect( "/" );\n  get( "/login", "security.login" );\n'
      + '  group( { pattern : "/portal", target : "portal." }, function( options ){\n    route( "/messages" ).to( "messages" );\n  } );\n'
      + '  resources( "visits" );\n  route( ":handler/:action?" ).end();\n} }',
    'handlers/Main.cfc': 'component { function index( event, rc, prc ){ event.setView( "main/index" ); } private function own() {} }',
    'handlers/Doctors.cfc': 'component { function search( event ){ prc.x = "{"; event.setView( view = "doctors/search", layout = "Wide" ); }\n'
      + ' function feed( event ){ event.renderData( type = "json", data = [] ); } }',
    'handlers/Security.cfc': '<cfcomponent><cffunction name="login"><cfset event.setView("security/login").noLayout()></cffunction></cfcomponent>',
    'handlers/portal/Messages.cfc': 'component { function index( event ){ } }',
    'handlers/Visits.cfc': 'component { function index( event ){ event.setView( "visits/index" ); } }',
    'views/main/index.cfm': '<p>',
    'views/doctors/search.cfm': '<p>',
    'views/security/login.cfm': '<p>',
    'views/portal/Messages/index.cfm': '<p>',
    'views/visits/index.cfm': '<p>',
    'views/legal/privacy.cfm': '<p>',
    'layouts/Main.cfm': '<html>#renderView()#</html>',
    'layouts/Wide.cfm': '<html>',
    'layouts/Portal.cfm': '<html>',
    'modules_app/billing/ModuleConfig.cfc': 'component { this.entryPoint = "pay"; routes = [ { pattern = "/", handler = "home", action = "index" } ]; }',
    'modules_app/billing/handlers/home.cfc': 'component { function index( event ){ event.setView( "home/index" ); } }',
    'modules_app/billing/views/home/index.cfm': '<p>',
  }

  it('routes to actions, views and modules', () => {
    expect(routesOf(site)).toEqual([
      '/', '/doctors/feed api likely', '/doctors/search', '/find-a-doctor/:name?', '/login', '/old redirect', '/pay',
      '/portal/messages', '/privacy', '/security/login', '/visits',
    ])
  })

  it('chooses layouts by the action, by the configuration and by default', () => {
    expect(reachOf(site, 'layouts/Main.cfm')).toEqual(['/', '/pay', '/privacy', '/visits'])
    expect(reachOf(site, 'layouts/Wide.cfm')).toEqual(['/doctors/search', '/find-a-doctor/:name?'])
    expect(reachOf(site, 'layouts/Portal.cfm')).toEqual(['/portal/messages'])
  })
})
