import { describe, expect, it } from 'vitest'
import { routerPath } from '../../../src/frameworks/php/routers/router-path.js'
import { reachOf, routesOf } from '../read-routes.js'

describe('paths of routers', () => {
  it.each([
    ['/visits/{id}', '/visits/:id'], ['/visits/{id:\\d+}', '/visits/:id'], ['/visits/{path:.*}', '/visits/*'], ['/news[/{year}[/{month}]]', '/news/:year?/:month?'],
    ['/visits/[i:id]', '/visits/:id'], ['/files/[*:rest]', '/files/*'], ['/visits/@id', '/visits/:id'], ['/visits/(\\d+)', '/visits/:first'],
    ['/visits/:id', '/visits/:id'], ['/news(/\\d+)?', '/news:first?'], ['*', '/*'], ['/a/{b?}', '/a/:b?'],
  ])('%s', (written, path) => {
    expect(routerPath(written)).toBe(path)
  })
})

describe('small routers', () => {
  const views = { 'templates/home.php': '<h1>', 'templates/login.html.twig': '<form>', 'templates/visit.php': '<p>', 'templates/unused.php': '<p>' }
  const site = (code: string, files: Record<string, string> = {}): Record<string, string> => ({ 'public/index.php': `<?php ${code}`, ...views, ...files })

  it('Slim: groups, classes and views', () => {
    const files = site(`
      $app = AppFactory::create();
      $app->get('/', function ($request, $response) { return $this->get('view')->render($response, 'home.php'); });
      $app->group('/portal', function (RouteCollectorProxy $group) {
        $group->get('/visits/{id}', \\App\\VisitAction::class);
        $group->map(['GET', 'POST'], '/login', \\App\\LoginAction::class . ':form');
        $group->delete('/visits/{id}', \\App\\VisitAction::class);
      });
      $client->get('/not/a/route', ['x' => 1]);`, {
      'src/VisitAction.php': "<?php namespace App; class VisitAction { function __invoke($q, $r) { return $this->renderer->render($r, 'visit.php'); } }",
      'src/LoginAction.php': "<?php namespace App; class LoginAction { function form($q, $r) { return $this->twig->render($r, 'login.html.twig'); } }",
    })
    expect(routesOf(files)).toEqual(['/', '/portal/login', '/portal/visits/:id'])
    expect(reachOf(files, 'templates/visit.php')).toEqual(['/portal/visits/:id'])
    expect(reachOf(files, 'templates/unused.php')).toEqual([])
  })

  it.each([
    ['Bramus', `$router = new \\Bramus\\Router\\Router();
      $router->get('/', function () { include '../templates/home.php'; });
      $router->mount('/portal', function () use ($router) { $router->get('/visits/(\\d+)', function ($id) { require __DIR__ . '/../templates/visit.php'; }); });`,
    ['/', '/portal/visits/:first']],
    ['AltoRouter', `$router = new AltoRouter();
      $router->map('GET', '/', function () { require __DIR__ . '/../templates/home.php'; }, 'home');
      $router->map('GET|POST', '/portal/visits/[i:id]', function ($id) { require __DIR__ . '/../templates/visit.php'; });`,
    ['/', '/portal/visits/:id']],
    ['Flight', `Flight::route('/', function () { Flight::render('home'); }); Flight::route('GET /portal/visits/@id', function ($id) { Flight::render('visit'); });`,
      ['/', '/portal/visits/:id']],
    ['FastRoute', `$d = FastRoute\\simpleDispatcher(function (RouteCollector $r) {
      $r->addRoute('GET', '/', 'Pages@home'); $r->addGroup('/portal', function (RouteCollector $r) { $r->addRoute(['GET'], '/visits/{id:\\d+}', ['Pages', 'visit']); }); });`,
    ['/', '/portal/visits/:id']],
    ['CoffeeCode', `$router = new Router(URL); $router->namespace("Source\\\\App"); $router->group(null); $router->get("/", "Pages:home");
      $router->group("portal"); $router->get("/visits/{id}", "Pages:visit");`, ['/', '/portal/visits/:id']],
    ['functions', `require 'router.php';
      get('/', 'templates/home.php');
      get('/portal/visits/$id', 'templates/visit.php');`, ['/', '/portal/visits/:id']],
  ])('%s', (_, code, expected) => {
    const pages = "class Pages { function home() { $this->view('home'); } function visit($id) { echo $this->view->render('visit', []); } }"
    const files = site(code, { 'app/Pages.php': `<?php ${pages}` })
    expect(routesOf(files).filter((path) => !path.includes('likely') && !path.includes('possible'))).toEqual(expected)
    expect(reachOf(files, 'templates/visit.php')).toEqual(expected.slice(1))
  })

  it('are none where calls only look so', () => {
    expect(routesOf(site("$cache->get('/key', fn () => 1); $http->post('/send', ['a' => 1]); Http::get('/x', []);"))).not.toContain('/key api')
  })
})

describe('controllers by name', () => {
  const dispatcher = `<?php class Core { protected $controller = 'Pages'; protected $method = 'index';
    function __construct() { $url = explode('/', rtrim($_GET['url'], '/')); if (file_exists('../app/controllers/' . ucwords($url[0]) . '.php')) { }
      call_user_func_array([new $this->controller, $this->method], $url); } }`
  const base = "<?php class Controller { public function view($view, $data = []) { require_once '../app/views/' . $view . '.php'; } }"
  const files = {
    'public/index.php': '<?php require_once "../app/bootstrap.php";', 'app/libraries/Core.php': dispatcher, 'app/libraries/Controller.php': base,
    'app/controllers/Pages.php': "<?php class Pages extends Controller { function index() { $this->view('pages/home'); } private function own() { $this->view('pages/own'); } }",
    'app/controllers/Visits.php': "<?php class Visits extends Controller { function show($id) { $this->view('visits/show'); } function save() { header('location: /'); } }",
    'app/views/pages/home.php': "<?php require APPROOT . '/views/parts/head.php'; ?><h1>", 'app/views/visits/show.php': '<p>', 'app/views/pages/own.php': '<p>',
    'app/views/parts/head.php': '<html>',
  }

  it('have their methods as routes', () => {
    expect(routesOf(files)).toEqual(['/ likely', '/pages likely', '/visits/save redirect likely', '/visits/show/:id likely'])
  })

  it('show the views that their base class includes', () => {
    expect(reachOf(files, 'app/views/visits/show.php')).toEqual(['/visits/show/:id likely'])
    expect(reachOf(files, 'app/views/parts/head.php')).toEqual(['/ likely', '/pages likely'])
    expect(reachOf(files, 'app/views/pages/own.php')).toEqual([])
  })

  it('are none without the code that takes an address apart', () => {
    expect(routesOf({ ...files, 'app/libraries/Core.php': '<?php class Core { }' })).not.toContain('/visits/show/:id likely')
  })
})
