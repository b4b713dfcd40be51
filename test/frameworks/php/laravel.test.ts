import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const web = (code: string, files: Record<string, string> = {}): Record<string, string> => ({
  artisan: '#!/usr/bin/env php', 'routes/web.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\n${code}`, ...files,
})
const view = (name: string, text = '<main>'): Record<string, string> => ({
  [`resources/views/${name.replaceAll('.', '/')}.blade.php`]: text,
})
const controller = (name: string, body: string): Record<string, string> => ({
  [`app/Http/Controllers/${name}.php`]: `<?php\nnamespace App\\Http\\Controllers;\nclass ${name} { ${body} }`,
})

describe('routes', () => {
  it('of closures, views, redirects and controllers', () => {
    expect(
      routesOf(
        web(
          `
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  use App\\Http\\Controllers\\VisitController;
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::get('/', fn () => view('home'));
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::view('/about', 'about');
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::redirect('/old', '/new');
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::get('/visits/{visit:slug}/{page?}', [VisitController::class, 'show']);
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::post('/visits', [VisitController::class, 'store']);
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::match(['get', 'post'], 'search', 'VisitController@search');
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Route::get('/go', function () { return redirect('/'); });
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  Cache::get('key');`,
          {
            ...view('home'),
            ...view('about'),
            ...view('visits.show'),
            ...controller(
              'VisitController',
              `
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  function show() { return view('visits.show'); } function store() { return back(); } function search() { return response()->json([]); }`,
            ),
          },
        ),
      ),
    ).toEqual(['/', '/about', '/go redirect', '/old redirect', '/search api', '/visits api', '/visits/:visit/:page?'])
  })

  it('have the prefixes of all groups around them, in both styles', () => {
    expect(routesOf(web(`
      Route::prefix('portal')->middleware('auth')->name('portal.')->group(function () {
        Route::view('/', 'home');
        Route::group(['prefix' => '/records', 'as' => 'records.'], function () { Route::view('{record}', 'home'); });
      });
      Route::middleware('guest')->group(function () { Route::view('login', 'home'); });
      Route::domain('clinic.example')->prefix('book')->group(base_path('routes/booking.php'));`,
    { ...view('home'), 'routes/booking.php': "<?php Route::view('visit', 'home');" },
    ))).toEqual(['/book/visit', '/login', '/portal', '/portal/records/:record'])
  })

  it('of files that a provider or the start loads, below their prefixes', () => {
    const files = { ...view('home'), 'routes/api.php': "<?php Route::get('slots', fn () => []);", 'routes/staff.php': "<?php Route::view('roster', 'home');" }
    expect(routesOf(web("Route::view('/', 'home');", {
      ...files, 'bootstrap/app.php': `<?php return Application::configure()->withRouting(
        web: __DIR__.'/../routes/web.php', api: __DIR__.'/../routes/api.php', apiPrefix: 'api/v2',
        then: function () { Illuminate\\Support\\Facades\\Route::prefix('staff')->group(base_path('routes/staff.php')); })->create();`,
    }))).toEqual(['/', '/api/v2/slots api', '/staff/roster'])
    expect(routesOf(web("Route::get('/', 'HomeController@index');", {
      ...files, ...controller('HomeController', "function index() { return view('home'); }"),
      'app/Providers/RouteServiceProvider.php': `<?php namespace App\\Providers; use Illuminate\\Support\\Facades\\Route;
        class RouteServiceProvider { protected $namespace = 'App\\Http\\Controllers';
          public function map() { Route::middleware('web')->namespace($this->namespace)->group(base_path('routes/web.php'));
            Route::prefix('api/v1')->group(function ($router) { require base_path('routes/api.php'); }); } }`,
    }))).toEqual(['/', '/api/v1/slots api', '/roster'])
  })

  it('of resources: what the controller can do', () => {
    const methods = "function index() { return view('a'); } function create() { return view('a'); } function store() {} function show() { return view('a'); }"
    const files = { ...view('a'), ...controller('DoctorController', methods) }
    expect(routesOf(web("Route::resource('doctors', 'DoctorController');", files)))
      .toEqual(['/doctors', '/doctors/:doctor', '/doctors/create'])
    expect(routesOf(web("Route::apiResource('clinics.doctors', 'DoctorController')->only(['index', 'show']);", files)))
      .toEqual(['/clinics/:clinic/doctors', '/clinics/:clinic/doctors/:doctor'])
    expect(routesOf(web("Route::resource('doctors', 'DoctorController', ['except' => ['create', 'show']]);", files))).toEqual(['/doctors'])
  })

  it('of accounts', () => {
    const views = { ...view('auth.login'), ...view('auth.register') }
    expect(routesOf(web("Auth::routes(['register' => false, 'verify' => true]);", views)))
      .toEqual(['/email/verify', '/login', '/password/reset', '/password/reset/:token'].map((path) => (path === '/login' ? path : `${path} likely`)))
    expect(routesOf(web('', {
      ...views, 'composer.json': '{ "require": { "laravel/fortify": "^1.0" } }',
      'config/fortify.php': "<?php return ['features' => [Features::registration()]];",
      'app/Providers/FortifyServiceProvider.php': `<?php namespace App\\Providers; use Laravel\\Fortify\\Fortify;
        class FortifyServiceProvider { function boot() { Fortify::loginView(fn () => view('auth.login')); Fortify::registerView('auth.register');
          Fortify::requestPasswordResetLinkView('auth.forgot'); } }`,
    }))).toEqual(['/login', '/register'])
  })

  it('of pages in folders', () => {
    expect(routesOf(web('', {
      ...view('pages.index'), ...view('pages.doctors.[Doctor:slug]'), 'resources/views/pages/help/[...topic].blade.php': '<p>', ...view('partials.nav'),
      'composer.json': '{ "require": { "laravel/folio": "^1.1" } }',
    }))).toEqual(['/', '/doctors/:doctor', '/help/*'])
  })

  it('are none without an application', () => {
    expect(routesOf({ 'routes/web.php': "<?php Route::view('/', 'home');", ...view('home') })).toEqual(['/ possible'])
  })
})

describe('views', () => {
  it('are found through properties, parameters and own methods', () => {
    const files = web("Route::get('/visit', 'VisitController@show');", {
      ...view('visits.one'), ...view('visits.two'),
      ...controller('VisitController', `private $folder = 'visits';
        function show() { return $this->page('one'); } private function page($name) { return view("{$this->folder}." . $name); }`),
    })
    expect(reachOf(files, 'resources/views/visits/one.blade.php')).toEqual(['/visit'])
    expect(reachOf(files, 'resources/views/visits/two.blade.php')).toEqual([])
  })

  it('of an unknown part are possible, and have the address that fills it', () => {
    const files = web("Route::get('/{page}', fn (string $page) => view('pages.' . $page));", { ...view('pages.booking'), ...view('mail.booking') })
    expect(routesOf(files)).toEqual(['/:page', '/booking likely'])
    expect(reachOf(files, 'resources/views/pages/booking.blade.php')).toEqual(['/:page possible', '/booking likely'])
    expect(reachOf(files, 'resources/views/mail/booking.blade.php')).toEqual([])
  })

  it('that no route shows are on none', () => {
    expect(reachOf(web("Route::view('/', 'home');", { ...view('home'), ...view('portal.old') }), 'resources/views/portal/old.blade.php')).toEqual([])
  })

  it('of pages of Inertia stand in the root view', () => {
    const files = web("Route::get('/portal', fn () => Inertia::render('Portal/Home')); Route::view('/', 'home');", {
      ...view('app', '<html>'), ...view('home'), 'resources/js/Pages/Portal/Home.vue': '<template><p/></template>',
    })
    expect(routesOf(files)).toEqual(['/', '/portal'])
    expect(reachOf(files, 'resources/views/app.blade.php')).toEqual(['/portal'])
    expect(reachOf(files, 'resources/js/Pages/Portal/Home.vue')).toEqual(['/portal'])
  })

  it('of Livewire pages stand in their layout', () => {
    const component = (code: string): Record<string, string> => ({
      'app/Livewire/BookVisit.php': `<?php namespace App\\Livewire; use Livewire\\Component; use Livewire\\Attributes\\Layout; ${code}`,
    })
    const route = "Route::get('/book', App\\Livewire\\BookVisit::class);"
    const views = { ...view('livewire.book-visit'), ...view('layouts.app'), ...view('layouts.plain') }
    const usual = web(route, { ...views, ...component('class BookVisit extends Component {}') })
    expect(reachOf(usual, 'resources/views/livewire/book-visit.blade.php')).toEqual(['/book'])
    expect(reachOf(usual, 'resources/views/layouts/app.blade.php')).toEqual(['/book'])
    const chosen = web(route, { ...views, ...component("#[Layout('layouts.plain')] class BookVisit extends Component {}") })
    expect(reachOf(chosen, 'resources/views/layouts/app.blade.php')).toEqual([])
    expect(reachOf(chosen, 'resources/views/layouts/plain.blade.php')).toEqual(['/book'])
  })

  it('of Volt stand in the layout their class asks for', () => {
    const files = web("use Livewire\\Volt\\Volt;\nVolt::route('login', 'pages.auth.login');", {
      ...view('livewire.pages.auth.login', "<?php new #[Layout('layouts.guest')] class extends Component {}; ?><form>"), ...view('layouts.guest'), ...view('layouts.app'),
    })
    expect(routesOf(files)).toEqual(['/login'])
    expect(reachOf(files, 'resources/views/layouts/guest.blade.php')).toEqual(['/login'])
    expect(reachOf(files, 'resources/views/layouts/app.blade.php')).toEqual([])
  })
})

describe('components', () => {
  it('with a class are the view of the class', () => {
    const files = web("Route::view('/', 'home');", {
      ...view('home', '<x-site-layout>text</x-site-layout>'), ...view('layouts.site'), ...view('components.site-header'),
      'app/View/Components/SiteLayout.php': "<?php namespace App\\View\\Components; class SiteLayout { function render() { return view('layouts.site'); } }",
    })
    expect(reachOf(files, 'resources/views/layouts/site.blade.php')).toEqual(['/'])
    expect(reachOf(files, 'resources/views/components/site-header.blade.php')).toEqual([])
  })

  it('of Livewire, embedded', () => {
    const files = web("Route::view('/', 'home');", {
      ...view('home', "<livewire:doctor-list /> @livewire('slots')"), ...view('livewire.lists.doctors'), ...view('livewire.slots'),
      'app/Livewire/DoctorList.php': "<?php namespace App\\Livewire; class DoctorList extends \\Livewire\\Component { function render() { return view('livewire.lists.doctors'); } }",
      'app/Livewire/Slots.php': '<?php namespace App\\Livewire; class Slots extends \\Livewire\\Component { }',
    })
    expect(reachOf(files, 'resources/views/livewire/lists/doctors.blade.php')).toEqual(['/'])
    expect(reachOf(files, 'resources/views/livewire/slots.blade.php')).toEqual(['/'])
  })

  it('directives of the site and composers bring in their code', () => {
    const provider = (code: string): Record<string, string> => ({
      'app/Providers/AppServiceProvider.php': `<?php namespace App\\Providers; class AppServiceProvider { function boot() { ${code} } }`,
    })
    const views = { ...view('home', '@pixel <p>'), ...view('login') }
    const routes = "Route::view('/', 'home'); Route::view('/login', 'login');"
    const at = 'app/Providers/AppServiceProvider.php'
    expect(reachOf(web(routes, { ...views, ...provider("\\Blade::directive('pixel', fn () => '<script></script>');") }), at)).toEqual(['/'])
    expect(reachOf(web(routes, { ...views, ...provider("\\Blade::directive('other', fn () => '<script></script>');") }), at)).toEqual([])
    expect(reachOf(web(routes, { ...views, ...provider("\\View::composer('login', fn ($view) => $view->with('tag', '<script></script>'));") }), at)).toEqual(['/login'])
  })
})

describe('scripts', () => {
  it('are loaded by helpers, and not in comments', () => {
    const files = web("Route::view('/', 'home'); Route::view('/login', 'login');", {
      ...view('home', "@vite(['resources/css/app.css', 'resources/js/app.js']) <script src=\"{{ asset('js/old.js') }}\"></script>"),
      ...view('login', "{{-- <script src=\"{{ asset('js/old.js') }}\"></script> --}}"),
      'resources/js/app.js': 'a()', 'public/js/old.js': 'b()',
    })
    expect(reachOf(files, 'resources/js/app.js')).toEqual(['/'])
    expect(reachOf(files, 'public/js/old.js')).toEqual(['/'])
  })
})

describe('middleware', () => {
  it('that changes answers runs around its routes', () => {
    const files = web("Route::view('/', 'home'); Route::view('/login', 'home')->middleware('pixel');", {
      ...view('home'),
      'app/Http/Middleware/Pixel.php': '<?php namespace App\\Http\\Middleware; class Pixel { function handle($r, $next) { $x = $next($r); $x->setContent("<script></script>"); return $x; } }',
      'app/Http/Kernel.php': "<?php namespace App\\Http; class Kernel { protected $routeMiddleware = ['pixel' => \\App\\Http\\Middleware\\Pixel::class]; }",
    })
    expect(reachOf(files, 'app/Http/Middleware/Pixel.php')).toEqual(['/login'])
  })
})

describe('sections and stacks', () => {
  const layout = view('layouts.app', "<html>@yield('body') @include('layouts.scripts')</html>")
  const scripts = view('layouts.scripts', "@stack('scripts')")
  const page = (body: string): Record<string, string> => web("Route::view('/', 'home');", {
    ...layout, ...scripts, ...view('home', `@extends('layouts.app')\n${body}`), ...view('parts.tag'), ...view('components.card', '{{ $slot }}'),
  })

  it.each([
    ['a section that the layout shows', "@section('body') @include('parts.tag') @endsection", ['/']],
    ['a section that no layout shows', "@section('foot') @include('parts.tag') @endsection", []],
    ['a stack in a part of the layout', "@push('scripts') @include('parts.tag') @endpush", ['/']],
    ['a stack that is nowhere', "@push('head') @include('parts.tag') @endpush", []],
    ['a section that is shown where it stands', "@section('body') @section('own') @include('parts.tag') @show @endsection", ['/']],
    ['a stack, when a component is not in the tree', "@push('head') @include('parts.tag') @endpush <x-missing />", ['/']],
  ])('%s', (_, body, expected) => {
    expect(reachOf(page(body), 'resources/views/parts/tag.blade.php')).toEqual(expected)
  })
})
