import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const app = (files: Record<string, string>): Record<string, string> => ({
  'composer.json': '{ "require": { "symfony/framework-bundle": "^7.0" } }', ...files,
})
const controller = (body: string, name = 'PageController', before = ''): Record<string, string> => ({
  [`src/Controller/${name}.php`]: `<?php
    namespace App\\Controller;
    use Symfony\\Component\\Routing\\Attribute\\Route;
    ${before} class ${name} { ${body} }`,
})
const template = (name: string, text = '{% block a %}{% endblock %}'): Record<string, string> => ({ [`templates/${name}.html.twig`]: text })

describe('routes of controllers', () => {
  it('in attributes, with the prefix of their class', () => {
    expect(routesOf(app(controller(`
      #[Route('/visits/{id<\\d+>}/{page?1}', name: 'visit')] function visit() { return $this->render('a.html.twig'); }
      #[Route(path: '/files/{path}', requirements: ['path' => '.+'])] function file() { return new Response(''); }
      #[Route('/go')] function go() { return $this->redirectToRoute('visit'); }
      #[Route('/save', methods: ['POST'])] function save() { }
      function helper() { return $this->render('a.html.twig'); }`, 'PageController', "#[Route('/portal')]"),
    ))).toEqual(['/portal/files/* api', '/portal/go redirect', '/portal/save api', '/portal/visits/:id/:page?'])
  })

  it('in annotations, those of old bundles as well', () => {
    expect(routesOf({
      'app/AppKernel.php': '<?php', 'app/config/routing.yml': 'app:\n  resource: "@AppBundle/Controller/"\n  type: annotation\n  prefix: /clinic\n',
      'src/AppBundle/Controller/DoctorController.php': `<?php namespace AppBundle\\Controller;
        /** @Route("/doctors") */
        class DoctorController {
          /** @Route("/{name}", name="doctor") @Method("GET") @Template */ public function showAction() { return []; }
          /** @Route("/book") */ public function bookAction() { return $this->render('AppBundle:Doctor:book.html.twig'); } }`,
      'src/AppBundle/Resources/views/Doctor/show.html.twig': '<p>', 'src/AppBundle/Resources/views/Doctor/book.html.twig': '<p>',
    })).toEqual(['/clinic/doctors/:name', '/clinic/doctors/book'])
  })

  it('of controllers that are called themselves', () => {
    expect(routesOf(app(controller("function __invoke() { return $this->render('a.html.twig'); }", 'HomeController', "#[Route('/', name: 'home')]")))).toEqual(['/'])
  })
})

describe('routes of the configuration', () => {
  const files = { ...controller("function list() { return $this->render('list.html.twig'); }"), ...template('list'), ...template('about') }

  it('in YAML, with imports, prefixes and templates alone', () => {
    expect(routesOf(app({
      ...files,
      'config/routes.yaml': `
list: { path: /doctors, controller: 'App\\Controller\\PageController::list' }
about:
  path: { en: /about, es: /sobre }
  controller: Symfony\\Bundle\\FrameworkBundle\\Controller\\TemplateController
  defaults: { template: about.html.twig }
old: { path: /old, controller: Symfony\\Bundle\\FrameworkBundle\\Controller\\RedirectController }
more: { resource: more.yaml, prefix: { en: '', es: /es } }
when@dev: { debug: { path: /debug } }`,
      'config/more.yaml': "book: { path: /book, controller: 'App\\Controller\\PageController::list' }",
    }))).toEqual(['/about', '/book', '/doctors', '/es/book', '/old redirect', '/sobre'])
  })

  it('in XML', () => {
    expect(routesOf(app({
      ...files,
      'config/routes.xml': `<routes><!-- <route id="no" path="/no"/> -->
        <route id="list" path="/doctors" controller="App\\Controller\\PageController::list"/>
        <route id="a" path="/a"><default key="_controller">App\\Controller\\PageController::list</default></route>
        <import resource="more.xml" prefix="/more"/></routes>`,
      'config/more.xml': '<routes><route id="b" path="/b" controller="App\\Controller\\PageController::list" methods="POST"/></routes>',
    }))).toEqual(['/a', '/doctors', '/more/b'])
  })

  it('in PHP', () => {
    expect(routesOf(app({
      ...files,
      'config/routes.php': `<?php use App\\Controller\\PageController; return function (RoutingConfigurator $routes): void {
        $routes->add('list', '/doctors')->controller([PageController::class, 'list']);
        $routes->import('../src/Portal/', 'attribute')->prefix('/portal'); };`,
      'src/Portal/HomeController.php': "<?php namespace App\\Portal; class HomeController { #[Route('/home')] function home() { return $this->render('about.html.twig'); } }",
    }))).toEqual(['/doctors', '/portal/home'])
  })

  it('of bundles for accounts and administration', () => {
    expect(routesOf(app({
      'config/routes/fos.yaml': 'fos:\n  resource: "@FOSUserBundle/Resources/config/routing/all.xml"\n  prefix: /account\n',
      'src/Controller/DashboardController.php': `<?php namespace App\\Controller; use EasyCorp\\X\\AbstractDashboardController;
        #[AdminDashboard(routePath: '/admin', routeName: 'admin')] #[Route]
        class DashboardController extends AbstractDashboardController { }`,
    }))).toEqual([
      '/account/login likely', '/account/profile likely', '/account/profile/change-password likely', '/account/profile/edit likely',
      '/account/register likely', '/account/register/check-email likely', '/account/resetting/request likely',
      '/account/resetting/reset/:token likely', '/admin', '/admin/* possible',
    ])
  })
})

describe('templates', () => {
  it('are shown by their actions, and by no other route', () => {
    const files = app({
      ...controller(`
        #[Route('/')] function home() { return $this->page('home'); }
        private function page(string $name) { return $this->render("pages/{$name}.html.twig"); }`),
      ...template('pages/home'), ...template('pages/old'), ...template('emails/visit'),
    })
    expect(reachOf(files, 'templates/pages/home.html.twig')).toEqual(['/'])
    expect(reachOf(files, 'templates/pages/old.html.twig')).toEqual([])
    expect(reachOf(files, 'templates/emails/visit.html.twig')).toEqual([])
  })

  it('are named with namespaces', () => {
    const files = app({
      ...controller("#[Route('/')] function home() { return $this->render('@site/home.html.twig'); }"),
      'config/packages/twig.yaml': "twig:\n  paths: { '%kernel.project_dir%/site/templates': site }\n",
      'site/templates/home.html.twig': '<p>', ...template('home'),
    })
    expect(reachOf(files, 'site/templates/home.html.twig')).toEqual(['/'])
    expect(reachOf(files, 'templates/home.html.twig')).toEqual([])
  })

  it('bring in actions, functions of extensions and components', () => {
    const files = app({
      ...controller(`
        #[Route('/')] function home() { return $this->render('home.html.twig'); }
        #[Route('/login')] function login() { return $this->render('login.html.twig'); }
        function menu() { return $this->render('menu.html.twig'); }`),
      ...template('home', "{{ render(controller('App\\\\Controller\\\\PageController::menu')) }} {{ pixel('x') }} <twig:Campaign />"),
      ...template('login'), ...template('menu'), ...template('components/Campaign'),
      'src/Twig/SiteExtension.php': `<?php namespace App\\Twig; class SiteExtension extends AbstractExtension {
        function getFunctions() { return [new TwigFunction('pixel', [$this, 'pixel'])]; } function pixel() { return '<script></script>'; } }`,
    })
    for (const file of ['templates/menu.html.twig', 'templates/components/Campaign.html.twig', 'src/Twig/SiteExtension.php']) {
      expect(reachOf(files, file), file).toEqual(['/'])
    }
  })

  it('of an action that is not there may be any that nothing else shows', () => {
    const files = app({
      'config/routes.yaml': "page: { path: '/{slug}', controller: App\\Missing::page }", ...template('page', "{% extends 'base.html.twig' %}"), ...template('base'),
    })
    expect(reachOf(files, 'templates/page.html.twig')).toEqual(['/:slug possible'])
  })
})

describe('scripts', () => {
  it('are entries of Encore, of import maps, and assets', () => {
    const files = app({
      ...controller("#[Route('/')] function home() { return $this->render('home.html.twig'); } #[Route('/login')] function login() { return $this->render('login.html.twig'); }"),
      ...template('home', "{{ encore_entry_script_tags('app') }} <script src=\"{{ asset('js/old.js') }}\"></script>"), ...template('login', "{{ importmap('admin') }}"),
      'webpack.config.js': "Encore.addEntry('app', './assets/app')", 'importmap.php': "<?php return ['admin' => ['path' => './assets/admin.js', 'entrypoint' => true]];",
      'assets/app.js': 'a()', 'assets/admin.js': 'b()', 'public/js/old.js': 'c()',
    })
    expect(reachOf(files, 'assets/app.js')).toEqual(['/'])
    expect(reachOf(files, 'assets/admin.js')).toEqual(['/login'])
    expect(reachOf(files, 'public/js/old.js')).toEqual(['/'])
  })
})
