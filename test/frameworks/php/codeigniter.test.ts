import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

describe('CodeIgniter 3', () => {
  const app = (routes: string, files: Record<string, string>): Record<string, string> => ({
    'application/config/routes.php': `<?php $route['default_controller'] = 'home'; ${routes}`,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`application/${path}`, text])),
  })
  const controller = (name: string, body: string): string => `<?php class ${name} extends CI_Controller { ${body} }`
  const view = "$this->load->view('a');"

  it('has the public methods of its controllers as routes', () => {
    expect(routesOf(app('', {
      'controllers/Home.php': controller('Home', `function index() { ${view} }`),
      'controllers/portal/Visits.php': controller('Visits', `
        function index() { ${view} } function show($id, $tab = 'x') { ${view} } function save() { echo 1; }
        function _hidden() { ${view} } private function own() { ${view} } protected function inner() { ${view} }`),
      'views/a.php': '<p>',
    }))).toEqual(['/', '/home', '/portal/visits', '/portal/visits/save api', '/portal/visits/show/:id/:tab?'])
  })

  it('has what its table says before that', () => {
    expect(routesOf(app(`
      $route['doctors/(:any)'] = 'home/doctor/$1'; $route['book']['post'] = 'home/book'; $route['files/(.+)'] = 'home/doctor/$1';
      $route['gone'] = 'missing/index'; $route['404_override'] = '';`, {
      'controllers/Home.php': controller('Home', `function doctor($name) { ${view} } function book() { redirect('home'); }`), 'views/a.php': '<p>',
    }))).toEqual(['/book api', '/doctors/:first', '/files/*', '/gone possible', '/home/book redirect', '/home/doctor/:name'])
  })

  it('shows what data hands on to a layout, and what a base class adds', () => {
    const files = app('', {
      'core/MY_Controller.php': "<?php class MY_Controller extends CI_Controller { function show($v) { $this->load->view('head'); $this->load->view($v); } }",
      'controllers/Home.php': `<?php class Home extends MY_Controller {
        function index() { $data['content'] = 'start'; $data['title'] = 'other'; $this->load->view('layout', $data); }
        function book() { $this->show('book'); } }`,
      'views/layout.php': '<?php $this->load->view($content);', 'views/start.php': '<p>', 'views/book.php': '<p>', 'views/head.php': '<p>', 'views/unused.php': '<p>',
    })
    expect(reachOf(files, 'application/views/layout.php')).toEqual(['/', '/home'])
    expect(reachOf(files, 'application/views/start.php')).toEqual(['/', '/home'])
    expect(reachOf(files, 'application/views/book.php')).toEqual(['/home/book'])
    expect(reachOf(files, 'application/views/head.php')).toEqual(['/home/book'])
    expect(reachOf(files, 'application/views/unused.php')).toEqual([])
  })

  it('has modules, hooks and scripts by its helpers', () => {
    const files = {
      ...app('', {
        'modules/portal/controllers/Portal.php': controller('Portal', `function index() { ${view} }`), 'modules/portal/views/a.php': "<script src=\"<?= base_url('assets/a.js') ?>\"></script>",
        'controllers/Home.php': controller('Home', 'function index() { $this->load->view("b"); }'), 'views/b.php': '<p>',
        'config/hooks.php': "<?php $hook['display_override'][] = ['class' => 'Pixel', 'function' => 'add', 'filename' => 'Pixel.php', 'filepath' => 'hooks'];",
        'hooks/Pixel.php': '<?php class Pixel {}',
      }), 'assets/a.js': 'a()',
    }
    expect(routesOf(files)).toEqual(['/', '/home', '/portal'])
    expect(reachOf(files, 'assets/a.js')).toEqual(['/portal'])
    expect(reachOf(files, 'application/hooks/Pixel.php')).toEqual(['/', '/home', '/portal'])
  })

  it('is none without its table', () => {
    expect(routesOf({ 'application/controllers/Home.php': controller('Home', `function index() { ${view} }`) })).toEqual([])
  })
})

describe('CodeIgniter 4', () => {
  const app = (routes: string, files: Record<string, string>): Record<string, string> => ({
    'app/Config/Routes.php': `<?php ${routes}`,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`app/${path}`, text])),
  })
  const controller = (name: string, body: string): string => `<?php namespace App\\Controllers; class ${name} extends BaseController { ${body} }`
  const pages = { 'Controllers/Pages.php': controller('Pages', "function a() { return view('a'); } function b() { return redirect()->to('/'); } function c() { return $this->response->setJSON([]); }"), 'Views/a.php': '<p>' }

  it('has the routes of its table, with groups', () => {
    expect(routesOf(app(`
      $routes->get('/', 'Pages::a'); $routes->post('save', 'Pages::b'); $routes->get('go', 'Pages::b'); $routes->get('data', 'Pages::c');
      $routes->match(['get', 'post'], 'search/(:segment)', [\\App\\Controllers\\Pages::class, 'a']);
      $routes->view('about', 'a'); $routes->addRedirect('old', 'new'); $routes->get('fn', static fn () => view('a'));
      $routes->group('portal', static function ($routes) { $routes->group('visits', function ($routes) { $routes->get('(:num)', 'Pages::a/$1'); }); });
      $routes->get('gone', 'Missing::a');`, pages,
    ))).toEqual(['/', '/about', '/data api', '/fn', '/go redirect', '/gone', '/old redirect', '/portal/visits/:first', '/save api', '/search/:first'])
  })

  it('has resources: what the controller can do', () => {
    expect(routesOf(app("$routes->resource('doctors'); $routes->presenter('visits', ['controller' => 'Doctors']);", {
      'Controllers/Doctors.php': controller('Doctors', "function index() { return view('a'); } function show($id) { return view('a'); }"), 'Views/a.php': '<p>',
    }))).toEqual(['/doctors', '/doctors/:first', '/visits', '/visits/show/:first'])
  })

  it('has controllers by their names when it says so', () => {
    const methods = { 'Controllers/Portal/MyVisits.php': controller('MyVisits', "function index() { return view('a'); } function getLast() { return view('a'); }"), 'Views/a.php': '<p>' }
    expect(routesOf(app('$routes->setAutoRoute(true);', methods))).toEqual(['/portal/myvisits likely', '/portal/myvisits/getLast likely'])
    expect(routesOf(app('$routes->setAutoRoute(false); // $routes->setAutoRoute(true);', methods))).not.toContain('/portal/myvisits likely')
    expect(routesOf(app('$routes->get("x", "Pages::a");', {
      ...methods, ...pages, 'Config/Routing.php': '<?php class Routing { public bool $autoRoute = true; }', 'Config/Feature.php': '<?php class Feature { public bool $autoRoutesImproved = true; }',
    }))).toEqual(['/portal/my-visits/last likely', '/x'])
  })

  it('has layouts, parts and cells around its views', () => {
    const files = app("$routes->get('/', 'Pages::a');", {
      ...pages, 'Views/a.php': "<?= $this->extend('layouts/main') ?> <?= $this->include('parts/nav') ?> <?= view_cell('NoticeCell') ?>",
      'Views/layouts/main.php': "<?= $this->renderSection('x') ?>", 'Views/parts/nav.php': '<nav>', 'Views/parts/other.php': '<nav>',
      'Cells/NoticeCell.php': '<?php namespace App\\Cells; class NoticeCell extends Cell { }', 'Cells/notice.php': '<p>',
    })
    for (const file of ['Views/layouts/main.php', 'Views/parts/nav.php', 'Cells/notice.php']) expect(reachOf(files, `app/${file}`), file).toEqual(['/'])
    expect(reachOf(files, 'app/Views/parts/other.php')).toEqual([])
  })
})
