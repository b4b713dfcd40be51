/** Conditions of templates and server code, in their own words, and what they come to on a page. */
import { describe, expect, it } from 'vitest'
import { decide, type Verdict } from '../../../src/project/conditions/path-test.js'
import { templateTest } from '../../../src/project/conditions/templates/condition.js'

const on = (code: string, path: string, file = 'x.html', names: string[] | null = null): Verdict =>
  decide(templateTest(code), { path, files: [file], names })

/** `yes` on the portal and `no` on careers, in every language. */
const portal: [string, string][] = [
  ['Django, Flask', "request.path.startswith('/portal')"],
  ['Django', "'/portal' in request.path"],
  ['Flask', "request.path in ['/portal', '/login']"],
  ['Twig', "app.request.pathinfo starts with '/portal'"],
  ['Twig', "app.request.requestUri matches '#^/portal#'"],
  ['Jekyll', "page.url contains '/portal'"],
  ['Jekyll', "page.url == '/portal/'"],
  ['Hugo', 'eq .RelPermalink "/portal/"'],
  ['Hugo', 'hasPrefix .RelPermalink "/portal"'],
  ['Hugo', 'and (not .IsHome) (in .RelPermalink "/portal")'],
  ['Handlebars', "(eq currentPath '/portal')"],
  ['WordPress', "is_page('portal')"],
  ['WordPress', "is_page( array( 'portal', 'my-account' ) )"],
  ['WordPress', "! is_front_page() && strpos($_SERVER['REQUEST_URI'], '/portal') !== false"],
  ['PHP', "strpos($_SERVER['REQUEST_URI'], '/portal') === 0"],
  ['PHP', "str_starts_with($_SERVER['REQUEST_URI'], '/portal')"],
  ['PHP', "preg_match('#^/portal#i', $_SERVER['REQUEST_URI'])"],
  ['PHP', "substr($_SERVER['REQUEST_URI'], 0, 7) == '/portal'"],
  ['PHP', "in_array(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), ['/portal'])"],
  ['WordPress', 'is_page(\'portal\') || is_checkout()'],
  ['Drupal', "\\Drupal::service('path.matcher')->matchPath($path, '/portal*')"],
  ['Drupal 7', "arg(0) == 'portal'"],
  ['Laravel', "Request::is('portal*')"],
  ['Laravel', "request()->is('portal', 'portal/*')"],
  ['Laravel', "request()->path() === 'portal'"],
  ['Laravel', "request()->segment(1) == 'portal'"],
  ['Rails', "request.path.start_with?('/portal')"],
  ['Rails', "current_page?('/portal')"],
  ['Rails', 'request.fullpath =~ /^\\/portal/'],
  ['Rails', '%w[/portal /login].include?(request.path)'],
  ['JSP', "fn:startsWith(pageContext.request.requestURI, '/portal')"],
  ['JSP', "pageContext.request.requestURI eq '/portal'"],
  ['Thymeleaf', "#strings.startsWith(#httpServletRequest.requestURI, '/portal')"],
  ['ASP.NET', 'Context.Request.Path.StartsWithSegments("/portal")'],
  ['ASP.NET', 'Request.Path.Value.Contains("/portal")'],
  ['ASP.NET', 'Request.Url.AbsolutePath.ToLower() == "/portal"'],
  ['Phoenix', '@conn.request_path == "/portal"'],
  ['ColdFusion', "cgi.path_info contains '/portal'"],
  ['Svelte', "$page.url.pathname.startsWith('/portal')"],
  ['Vue', "$route.path.startsWith('/portal')"],
]

describe('the portal', () => {
  it.each(portal)('%s: %s', (_, code) => {
    expect([on(code, '/portal'), on(code, '/careers')]).toEqual(['yes', 'no'])
    expect([on(`not (${code})`, '/portal'), on(`!(${code})`, '/careers')]).toEqual(['no', 'yes'])
  })
})

describe('by the view that shows the page', () => {
  const cases: [string, string, string, string][] = [
    ['Rails', "controller_name == 'portal'", 'app/views/portal/index.html.erb', 'app/views/careers/index.html.erb'],
    ['Rails', "params[:controller] == 'portal'", 'app/views/portal/index.html.erb', 'app/views/careers/index.html.erb'],
    ['Grails', "controllerName == 'portal'", 'grails-app/views/portal/list.gsp', 'grails-app/views/careers/list.gsp'],
    ['ASP.NET', 'ViewContext.RouteData.Values["controller"].ToString() == "Portal"', 'Views/Portal/Index.cshtml', 'Views/Careers/Index.cshtml'],
    ['WordPress', "is_page_template('page-portal.php')", 'theme/page-portal.php', 'theme/page-careers.php'],
    ['PHP', "basename($_SERVER['PHP_SELF']) == 'portal.php'", 'portal.php', 'careers.php'],
  ]
  it.each(cases)('%s: %s', (_, code, portalFile, careersFile) => {
    expect([on(code, '/portal', portalFile), on(code, '/careers', careersFile)]).toEqual(['yes', 'no'])
  })
})

describe('what leaves it open', () => {
  const unclearOnes = [
    'is_page($slug)', 'is_page(42)', "request.endpoint == 'portal'", "request.resolver_match.url_name == 'portal'",
    "request()->routeIs('portal.*')", 'request.path in settings.QUIET', 'current_page?(portal_path)',
    "app.request.get('_route') == 'portal'",
  ]
  it.each(unclearOnes)('%s, how the address decides', (code) => expect(on(code, '/portal')).toBe('unclear'))

  const openOnes = [
    'is_user_logged_in()', 'user.is_authenticated', "config('app.env') == 'production'", 'count($items) > 0', 'item.url == link.href',
    "user.path == '/portal'", 'a.b.c', '', '((((', "'", '!', 'a ? b : c', '/', '='.repeat(3000), '('.repeat(3000), 'not '.repeat(900),
  ]
  it.each(openOnes)('%s: nothing about the address', (code) => expect(on(code, '/portal')).toBe('open'))

  it('something else beside it does not matter where the address says no', () => {
    expect(on("user.is_authenticated and request.path.startswith('/portal')", '/careers')).toBe('no')
    expect(on("user.is_authenticated and request.path.startswith('/portal')", '/portal')).toBe('open')
  })
})

describe('names of routes', () => {
  const conditions = [
    "request()->routeIs('portal.*')", "Route::is('portal.home')", "Route::currentRouteName() == 'portal.home'",
    "str_starts_with(Route::current()->getName(), 'portal.')", "app.current_route == 'portal.home'",
    "app.request.attributes.get('_route') starts with 'portal.'",
  ]

  it.each(conditions)('%s', (code) => {
    expect(on(code, '/x', 'x.html', ['portal.home'])).toBe('yes')
    expect(on(code, '/x', 'x.html', ['careers'])).toBe('no')
    expect(on(code, '/x', 'x.html', [])).toBe('no')
    expect(on(code, '/x', 'x.html', null)).toBe('unclear')
  })
})

describe('functions that ask for a kind of page', () => {
  it.each([
    ['is_checkout()', '/checkout/order-received/:order', '/portal'], ['is_account_page()', '/my-account', '/portal'],
    ["$pagenow === 'wp-login.php'", '/wp-login.php', '/portal'], ['is_admin()', '/wp-admin/admin-ajax.php', '/portal'],
  ])('%s', (code, there, elsewhere) => {
    expect([on(code, there), on(code, elsewhere)]).toEqual(['yes', 'no'])
  })

  it.each(["is_singular('doctor')", 'is_tax()', "is_single('a-b')"])('%s leaves open what it cannot know', (code) => {
    expect(on(code, '/:slug')).toBe('unclear')
  })
})
