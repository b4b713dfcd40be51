/** Pages that are known to be behind a patient's sign-in by a guard alone, and those that only look so. */
import { describe, expect, it } from 'vitest'
import { projectOf } from '../frameworks/read-routes.js'

const ABOUT = { 'README.md': 'The website of a clinic: patients meet their doctors here. Health for all patients of the clinic.' }
const BLOG = { 'README.md': 'A blog on gardens, written by two friends.' }

/** `/visits portal likely: behind AuthGuard, src/app/routes.ts:3` for each page that is not public, by path. */
function told(files: Record<string, string>, about: Record<string, string> = ABOUT): string[] {
  return projectOf({ ...about, ...files }).routes().filter(({ kind, class: of }) => kind === 'page' && of !== 'public')
    .map((route) => `${route.path} ${route.class}${route.classCertainty ? ` ${route.classCertainty}` : ''}: ${route.because}`).sort()
}

const angular = (routes: string): Record<string, string> => ({
  'package.json': '{ "dependencies": { "@angular/core": "19" } }', 'angular.json': JSON.stringify({ projects: { site: { projectType: 'application', root: '', sourceRoot: 'src', architect: { build: {
    builder: '@angular/build:application', options: { index: 'src/index.html', browser: 'src/main.ts' } } } } } }),
  'src/index.html': '<app-root></app-root>', 'src/main.ts': "import './app.routes'",
  'src/app.routes.ts': `import { provideRouter } from '@angular/router'\nexport const routes = [\n${routes}\n]\nprovideRouter(routes)`,
})

describe('Angular', () => {
  const open = "{ path: 'my-appointments', component: Mine, canActivate: [AuthGuard] },\n"

  it('what a guard of signed-in people is before is theirs, with all below it', () => {
    const routes = `${open}{ path: 'summary', component: Summary, canActivate: [authGuard], children: [{ path: 'letters', component: Letters }] },
      { path: 'news', component: News }`
    expect(told(angular(routes))).toEqual([
      '/my-appointments portal: "my-appointments" in the path, behind AuthGuard, src/app.routes.ts:3',
      '/summary portal likely: behind authGuard, src/app.routes.ts:4', '/summary/letters portal likely: behind authGuard, src/app.routes.ts:4',
    ])
  })

  it('not where it asks for those who are not signed in, or for people who work there', () => {
    const routes = `${open}{ path: 'welcome', component: A, canActivate: [NoAuthGuard] }, { path: 'overview', component: B, canActivate: [AdminGuard] },
      { path: 'rota', component: C, canActivate: [AuthGuard], data: { roles: ['DOCTOR', 'NURSE'] } }, { path: 'form-in-use', component: D, canDeactivate: [AuthGuard] }`
    expect(told(angular(routes)).map((line) => line.split(' ')[0])).toEqual(['/my-appointments'])
  })

  it('patients by name are sure, and then nobody else is taken for one', () => {
    const routes = `{ path: 'summary', component: A, canActivate: [RoleGuard], data: { roles: [Role.Patient] } }, { path: 'ward', component: B, canActivate: [AuthGuard] }`
    expect(told(angular(routes))).toEqual(['/summary portal: behind RoleGuard, src/app.routes.ts:3'])
  })

  it('functions in place of a guard count by what they ask', () => {
    const routes = `${open}{ path: 'summary', component: A, canActivate: [() => inject(Session).isLoggedIn()] },
      { path: 'letters', component: B, canMatch: [() => inject(Session).isLoggedIn() || inject(Router).parseUrl('/login')] },
      { path: 'now', component: C, canActivate: [() => inject(Clock).isOpen()] }`
    expect(told(angular(routes)).map((line) => line.split(' ')[0])).toEqual(['/letters', '/my-appointments', '/summary'])
  })
})

describe('whose application it is', () => {
  const routes = "{ path: 'summary', component: A, canActivate: [AuthGuard] }, "
  const own = (more: string, about = ABOUT): string[] => told(angular(routes + more), about).filter((line) => line.startsWith('/summary'))

  it.each([
    ["{ path: 'patient/dashboard', component: B }"], ["{ path: 'my-prescriptions', component: B }"],
    ["{ path: 'book-appointment', component: B, canActivate: [AuthGuard] }"], ["{ path: 'patient-login', component: B }"],
  ])('patients sign in: %s', (more) => {
    expect(own(more)).toHaveLength(1)
  })

  it.each([
    ["{ path: 'patients', component: B, canActivate: [AuthGuard] }, { path: 'patients/:id', component: C }"],
    ["{ path: 'book-appointment', component: B }, { path: 'login', component: C }"],
    ["{ path: 'my-appointments', component: B }, { path: 'my-patients', component: C }"],
    ["{ path: 'admin/patient/dashboard', component: B }"],
  ])('nothing says so, or that it is those who treat them: %s', (more) => {
    expect(own(more)).toEqual([])
  })

  it('a site about something else has no patients', () => {
    expect(own("{ path: 'book-a-visit', component: B, canActivate: [AuthGuard] }", BLOG)).toEqual([])
    expect(own("{ path: 'book-a-visit', component: B, canActivate: [AuthGuard] }")).toHaveLength(1)
  })

  it('what those who run it are given is not a patient’s', () => {
    expect(told(angular(`{ path: 'my-prescriptions', component: A }, ${['users', 'patients', 'inventory', 'doctors/create', 'summary']
      .map((path) => `{ path: '${path}', component: B, canActivate: [AuthGuard] }`).join()}`)).filter((line) => line.includes('behind')))
      .toEqual(['/summary portal likely: behind AuthGuard, src/app.routes.ts:3'])
  })
})

describe('Vue Router', () => {
  const vue = (routes: string): Record<string, string> => ({
    'package.json': '{ "dependencies": { "vue-router": "4", "vue": "3" } }', 'index.html': '<script type="module" src="/src/router.js"></script>',
    'src/router.js': `import { createRouter } from 'vue-router'\ncreateRouter({ routes: [\n${routes}\n] })`,
    'src/A.vue': '<template><p /></template>',
  })

  it('switches in `meta`, with the records below; a switch that is off opens them', () => {
    expect(told(vue(`{ path: '/my-visits', component: A }, { path: '/summary', component: A, meta: { requiresAuth: true }, children: [
      { path: 'letters', component: A }, { path: 'help', component: A, meta: { requiresAuth: false } }] },
      { path: '/story', component: A, meta: { requiresAuth: false } }, { path: '/hello', component: A, meta: { guest: true } }`)).filter((line) => line.includes('behind')))
      .toEqual(['/summary portal likely: behind requiresAuth, src/router.js:3', '/summary/letters portal likely: behind requiresAuth, src/router.js:3'])
  })

  it('guards before a record', () => {
    expect(told(vue("{ path: '/my-visits', component: A }, { path: '/summary', component: A, beforeEnter: requireAuth }, { path: '/hello', component: A, beforeEnter: redirectIfAuthenticated }"))
      .filter((line) => line.includes('behind'))).toEqual(['/summary portal likely: behind requireAuth, src/router.js:3'])
  })
})

describe('React Router', () => {
  const react = (routes: string): Record<string, string> => ({
    'package.json': '{ "dependencies": { "react-router-dom": "6" } }', 'index.html': '<script type="module" src="/src/App.jsx"></script>',
    'src/App.jsx': `import { Routes, Route, Navigate } from 'react-router-dom'\nexport default () => <Routes><Route path="/my-visits" element={<Mine />} />\n${routes}\n</Routes>`,
  })
  const behind = (routes: string): string[] => told(react(routes)).filter((line) => line.includes('behind'))

  it.each([
    ['<Route path="/summary" element={<RequireAuth><Summary /></RequireAuth>} />', 'RequireAuth'],
    ['<Route element={<ProtectedRoute />}><Route path="/summary" element={<Summary />} /></Route>', 'ProtectedRoute'],
    ['<PrivateRoute path="/summary" component={Summary} />', 'PrivateRoute'],
    ['<Route path="/summary" element={<Suspense><AuthGuard><Summary /></AuthGuard></Suspense>} />', 'AuthGuard'],
    ['<Route path="/summary" element={user ? <Summary /> : <Navigate to="/login" />} />', '/login'],
    ['<Route path="/summary" element={<Summary />} loader={requireUser} />', 'requireUser'],
  ])('%s', (route, name) => {
    expect(behind(route)).toEqual([`/summary portal likely: behind ${name}, src/App.jsx:3`])
  })

  it.each([
    ['<Route path="/summary" element={<PatientLayout><Summary /></PatientLayout>} />'],
    ['<Route path="/summary" element={<PublicRoute><Summary /></PublicRoute>} />'],
    ['<Route path="/summary" element={<GuestRoute />} />'], ['<Route path="/summary" element={<SignInPrompt><Summary /></SignInPrompt>} />'],
    ['<Route path="/summary" element={<ProtectedRoute allowedRoles={["admin"]}><Summary /></ProtectedRoute>} />'],
    ['<Route path="/summary" element={isOpen ? <Summary /> : <Navigate to="/closed" />} />'],
  ])('not: %s', (route) => {
    expect(behind(route)).toEqual([])
  })

  it('roles beside a guard name the patients', () => {
    expect(behind('<Route path="/summary" element={<ProtectedRoute roles={["patient"]}><Summary /></ProtectedRoute>} />'))
      .toEqual(['/summary portal: behind ProtectedRoute, src/App.jsx:3'])
  })
})

describe('files of pages and layouts', () => {
  const behind = (files: Record<string, string>): string[] => told(files).filter((line) => line.includes('behind'))

  it('Next.js: a layout that sends away who is not signed in, and not a form that leads on to the sign-in', () => {
    const next = {
      'package.json': '{ "dependencies": { "next": "15" } }', 'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>',
      'app/my-visits/page.tsx': 'export default () => <p />', 'app/(care)/summary/page.tsx': 'export default () => <p />',
      'app/(care)/layout.tsx': "import { redirect } from 'next/navigation'\nexport default async function Layout({ children }) {\n  const session = await getServerSession()\n  if (!session) redirect('/login')\n  return <main>{children}</main>\n}",
      'app/news/page.tsx': "'use client'\nexport default function News() {\n  const onSend = () => { if (!user) router.push('/login') }\n  return <button onClick={onSend} />\n}",
      'app/hello/page.tsx': "export default function Hello() {\n  if (session) redirect('/summary')\n  return <p />\n}",
      'app/letters/page.tsx': "'use client'\nexport default function Letters() {\n  useEffect(() => { if (!user) router.push('/login') }, [user])\n  return <p />\n}",
      'app/record/page.tsx': 'const Page = () => <p />\nexport default withAuth(Page)',
      'app/theme/page.tsx': 'const Page = () => <p />\nexport default withTheme(Page)',
      'app/path/page.tsx': 'export default function Path() {\n  return <ProtectedPage><p /></ProtectedPage>\n}\nexport const x = () => <AuthGuard><i /></AuthGuard>',
    }
    expect(behind(next)).toEqual([
      '/letters portal likely: behind the redirect to "/login", app/letters/page.tsx:3',
      '/path portal likely: behind ProtectedPage, app/path/page.tsx:2',
      '/record portal: "record" in the path, behind withAuth, app/record/page.tsx:2',
      '/summary portal likely: behind the redirect to "/login", app/(care)/layout.tsx:4',
    ])
  })

  it('SvelteKit: what loads a layout; a layout around the sign-in asks nobody', () => {
    const guard = "import { redirect } from '@sveltejs/kit'\nexport const load = ({ locals }) => {\n  if (!locals.user) redirect(303, '/login')\n}"
    const kit = {
      'package.json': '{ "devDependencies": { "@sveltejs/kit": "2" } }', 'src/routes/my-visits/+page.svelte': '<p />', 'src/routes/login/+page.svelte': '<p />',
      'src/routes/(own)/+layout.server.ts': guard, 'src/routes/(own)/summary/+page.svelte': '<p />', 'src/routes/news/+page.svelte': '<p />',
    }
    expect(behind(kit)).toEqual(['/summary portal likely: behind the redirect to "/login", src/routes/(own)/+layout.server.ts:3'])
    expect(behind({ ...kit, 'src/routes/+layout.server.ts': guard, 'src/routes/(own)/+layout.server.ts': 'export const load = () => ({})' })).toEqual([])
  })

  it('code in front of all pages, where its conditions on the address say', () => {
    const page = 'export default () => <p />'
    const next = (middleware: string): string[] => behind({
      'package.json': '{ "dependencies": { "next": "15" } }', 'middleware.ts': middleware,
      ...Object.fromEntries(['my-visits', 'care/summary', 'login', 'news'].map((path) => [`app/${path}/page.tsx`, page])),
    }).map((line) => line.split(' ')[0] as string)
    const redirect = "return NextResponse.redirect(new URL('/login', request.url))"
    expect(next(`export function middleware(request) {\n  const { pathname } = request.nextUrl\n  const session = request.cookies.get('session')\n  if (pathname.startsWith('/care') && !session) ${redirect}\n}`)).toEqual(['/care/summary'])
    expect(next(`const own = ['/care', '/letters']\nexport function middleware(request) {\n  const isOwn = own.some((path) => request.nextUrl.pathname.startsWith(path))\n  if (!isOwn) return NextResponse.next()\n  if (!request.cookies.get('token')) ${redirect}\n}`)).toEqual(['/care/summary'])
    expect(next(`export default withAuth(function middleware() {})\nexport const config = { matcher: ['/care/:path*'] }`)).toEqual(['/care/summary'])
    expect(next(`export function middleware(request) {\n  if (!request.cookies.get('session')) ${redirect}\n}`)).toEqual([])
    expect(next(`export function middleware(request) {\n  if (request.nextUrl.pathname === '/old') ${redirect}\n}`)).toEqual([])
    expect(behind({
      'package.json': '{ "devDependencies": { "@sveltejs/kit": "2" } }', 'src/routes/my-visits/+page.svelte': '<p />', 'src/routes/login/+page.svelte': '<p />',
      'src/routes/care/summary/+page.svelte': '<p />', 'src/routes/news/+page.svelte': '<p />',
      'src/hooks.server.ts': "import { redirect } from '@sveltejs/kit'\nexport const handle = async ({ event, resolve }) => {\n  if (event.url.pathname.startsWith('/care')) {\n    if (!event.locals.user) throw redirect(303, '/login')\n  }\n  return resolve(event)\n}",
    })).toEqual(['/care/summary portal likely: behind the redirect to "/login", src/hooks.server.ts:4'])
  })

  it('Remix, Astro and Nuxt', () => {
    expect(behind({
      'package.json': '{ "dependencies": { "@remix-run/react": "2" } }', 'app/root.tsx': 'export default () => <p />', 'app/routes/my-visits.tsx': 'export default () => <p />',
      'app/routes/summary.tsx': 'export async function loader({ request }) {\n  await requireUserId(request)\n}\nexport default () => <p />',
      'app/routes/news.tsx': 'export async function loader({ request }) {\n  return requirePage(request)\n}\nexport default () => <p />',
    })).toEqual(['/summary portal likely: behind requireUserId, app/routes/summary.tsx:2'])
    expect(behind({
      'package.json': '{ "dependencies": { "astro": "5" } }', 'src/pages/my-visits.astro': '<p />',
      'src/pages/summary.astro': "---\nconst { user } = Astro.locals\nif (!user) return Astro.redirect('/login')\n---\n<p />",
      'src/pages/news.astro': "---\nif (!isOpen) return Astro.redirect('/closed')\n---\n<p />",
    })).toEqual(['/summary portal likely: behind the redirect to "/login", src/pages/summary.astro:3'])
    expect(behind({
      'package.json': '{ "dependencies": { "nuxt": "3" } }', 'pages/my-visits.vue': '<template><p /></template>',
      'pages/summary.vue': "<script setup>\ndefinePageMeta({ middleware: 'auth' })\n</script>\n<template><p /></template>",
      'pages/hello.vue': "<script setup>\ndefinePageMeta({ middleware: ['guest'] })\n</script>\n<template><p /></template>",
    })).toEqual(['/summary portal likely: behind auth, pages/summary.vue:2'])
  })

  it('plain PHP: a check of the session before the page, here or in what it includes first', () => {
    expect(behind({
      'index.php': '<title>The clinic: health for patients</title>', 'patient-login.php': '<form></form>',
      'summary.php': "<?php session_start();\nif (!isset($_SESSION['patient_id'])) {\n  header('Location: login.php'); exit;\n} ?><p>",
      'letters.php': "<?php include 'parts/check.php'; ?><p>", 'parts/check.php': "<?php\nif (empty($_SESSION['patient'])) header('Location: ../login.php');",
      'rota.php': "<?php if (!isset($_SESSION['doctor_id'])) { header('Location: doctor-login.php'); } ?>",
      'send.php': "<?php if (!isset($_POST['send']) && !isset($_SESSION['x'])) { header('Location: index.php'); } ?><p>",
      'hello.php': "<?php if (isset($_SESSION['patient'])) { header('Location: summary.php'); } ?><p>",
    })).toEqual([
      "/letters.php portal: behind the check of $_SESSION['patient'], parts/check.php:2",
      "/summary.php portal: behind the check of $_SESSION['patient_id'], summary.php:2",
    ])
  })
})

describe('servers', () => {
  const behind = (files: Record<string, string>): string[] => told(files).filter((line) => line.includes('behind'))

  it('Django: decorators, classes and what stands around a view', () => {
    const files = {
      'manage.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')", 'site/__init__.py': '', 'site/settings.py': "ROOT_URLCONF = 'site.urls'\nTEMPLATES = [{'DIRS': ['templates']}]",
      'site/urls.py': [
        'from django.urls import path', 'from django.contrib.auth.decorators import login_required', 'from . import views', 'urlpatterns = [',
        "  path('my-visits/', views.mine),", "  path('summary/', views.summary),", "  path('letters/', views.Letters.as_view()),", "  path('plan-b/', login_required(views.plan)),",
        "  path('rota/', views.rota),", "  path('news/', views.plan),", ']',
      ].join('\n'),
      'site/views.py': [
        'from django.shortcuts import render', '@login_required', 'def summary(request):', "    return render(request, 'a.html')", '',
        'class Letters(LoginRequiredMixin, TemplateView):', "    template_name = 'a.html'", '', 'def plan(request):', "    return render(request, 'a.html')", '',
        '@user_passes_test(is_doctor)', 'def rota(request):', "    return render(request, 'a.html')", '', 'def mine(request):', "    return render(request, 'a.html')",
      ].join('\n'),
      'templates/a.html': '<p>',
    }
    expect(behind(files)).toEqual([
      '/letters portal likely: behind LoginRequiredMixin, site/views.py:6', '/plan-b portal likely: behind login_required, site/urls.py:8',
      '/summary portal likely: behind login_required, site/views.py:2',
    ])
  })

  it('Laravel: middleware of groups and of controllers', () => {
    expect(behind({
      artisan: '', 'composer.json': '{ "require": { "laravel/framework": "11" } }', 'resources/views/a.blade.php': '<p>',
      'routes/web.php': [
        '<?php', "Route::view('/my-visits', 'a');", "Route::middleware('auth')->group(function () {", "  Route::view('/summary', 'a');", "  Route::view('/users', 'a');", '});',
        "Route::get('/letters', [LetterController::class, 'show']);", "Route::get('/hints', [LetterController::class, 'hints']);",
        "Route::view('/hello', 'a')->middleware('guest');", "Route::view('/rota', 'a')->middleware(['auth', 'role:doctor']);",
      ].join('\n'),
      'app/Http/Controllers/LetterController.php': "<?php\nclass LetterController {\n  public function __construct() {\n    $this->middleware('auth')->except('hints');\n  }\n  public function show() { return view('a'); }\n  public function hints() { return view('a'); }\n}",
    })).toEqual([
      '/letters portal likely: behind auth, app/Http/Controllers/LetterController.php:4', '/summary portal likely: behind auth, routes/web.php:4',
    ])
  })

  it('Rails: filters of a controller and of those above it', () => {
    expect(behind({
      'config/routes.rb': "Rails.application.routes.draw do\n  get 'my-visits', to: 'open#mine'\n  get 'summary', to: 'care#summary'\n  get 'hints', to: 'care#hints'\n  get 'letters', to: 'letters#index'\n  get 'rota', to: 'rota#index'\nend",
      'app/controllers/open_controller.rb': 'class OpenController < ApplicationController\n  def mine; end\nend',
      'app/controllers/care_controller.rb': 'class CareController < ApplicationController\n  before_action :authenticate_user!, except: [:hints]\n  def summary; end\n  def hints; end\nend',
      'app/controllers/letters_controller.rb': 'class LettersController < CareController\n  def index; end\nend',
      'app/controllers/rota_controller.rb': 'class RotaController < CareController\n  before_action :require_doctor\n  def index; end\nend',
      'app/views/open/mine.html.erb': '<p>', 'app/views/care/summary.html.erb': '<p>', 'app/views/care/hints.html.erb': '<p>', 'app/views/letters/index.html.erb': '<p>', 'app/views/rota/index.html.erb': '<p>',
    })).toEqual([
      '/letters portal likely: behind authenticate_user!, app/controllers/care_controller.rb:2',
      '/summary portal likely: behind authenticate_user!, app/controllers/care_controller.rb:2',
    ])
  })

  it('Spring: rules on addresses, the first that fits, and annotations', () => {
    expect(behind({
      'pom.xml': '<project><artifactId>clinic-portal</artifactId></project>', 'src/main/resources/templates/a.html': '<p>',
      'src/main/java/Pages.java': [
        'import org.springframework.stereotype.Controller;', '@Controller', 'public class Pages {', '  @GetMapping("/my-visits") public String a() { return "a"; }',
        '  @GetMapping("/summary/today") public String b() { return "a"; }', '  @GetMapping("/summary/hints") public String c() { return "a"; }',
        '  @PreAuthorize("hasRole(\'PATIENT\')") @GetMapping("/letters") public String d() { return "a"; }', '  @GetMapping("/rota/week") public String e() { return "a"; }', '}',
      ].join('\n'),
      'src/main/java/Security.java': [
        'import org.springframework.context.annotation.Bean;', 'public class Security {', '  public SecurityFilterChain chain(HttpSecurity http) {', '    http.authorizeHttpRequests(auth -> auth',
        '      .requestMatchers("/summary/hints").permitAll()', '      .requestMatchers("/summary/**").hasAnyRole("PATIENT", "NURSE")', '      .requestMatchers("/rota/**").hasRole("DOCTOR")', '    );', '  }', '}',
      ].join('\n'),
    })).toEqual([
      '/letters portal: behind PreAuthorize, src/main/java/Pages.java:7', '/summary/today portal: behind requestMatchers().hasAnyRole(), src/main/java/Security.java:6',
    ])
  })

  it('ASP.NET: attributes of actions, controllers and pages, and folders of pages', () => {
    expect(behind({
      'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', 'Views/Care/Summary.cshtml': '<p>', 'Views/Care/Hints.cshtml': '<p>', 'Views/Care/MyVisits.cshtml': '<p>', 'Views/Rota/Index.cshtml': '<p>',
      'Controllers/CareController.cs': '[Authorize]\npublic class CareController : Controller {\n  public IActionResult Summary() => View();\n  [AllowAnonymous] public IActionResult Hints() => View();\n  [AllowAnonymous] public IActionResult MyVisits() => View();\n}',
      'Controllers/RotaController.cs': '[Authorize(Roles = "Doctor,Nurse")]\npublic class RotaController : Controller {\n  public IActionResult Index() => View();\n}',
    })).toEqual(['/Care/Summary portal likely: behind Authorize, Controllers/CareController.cs:1'])
    expect(behind({
      'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', 'Pages/MyVisits.cshtml': '@page\n<p>', 'Pages/Own/Summary.cshtml': '@page\n<p>', 'Pages/Own/Hints.cshtml': '@page\n<p>',
      'Pages/Letters.cshtml': '@page\n@model LettersModel\n<p>', 'Pages/Letters.cshtml.cs': '[Authorize]\npublic class LettersModel : PageModel { }', 'Pages/News.cshtml': '@page\n@* [Authorize] *@\n<p>',
      'Program.cs': 'builder.Services.AddRazorPages(options => {\n  options.Conventions.AuthorizeFolder("/Own");\n  options.Conventions.AllowAnonymousToPage("/Own/Hints");\n});',
    })).toEqual(['/Letters portal likely: behind Authorize, Pages/Letters.cshtml.cs:1', '/Own/Summary portal likely: behind AuthorizeFolder, Program.cs:2'])
  })

  it('Express: functions on the way to a page, of the call and of the router', () => {
    expect(behind({
      'package.json': '{ "dependencies": { "express": "5" } }', 'views/a.ejs': '<p>',
      'app.js': [
        "const express = require('express')", 'const app = express()', "app.set('view engine', 'ejs')", "app.get('/my-visits', (req, res) => res.render('a'))",
        "app.get('/summary', isLoggedIn, (req, res) => res.render('a'))", "app.get('/hello', isLoggedOut, (req, res) => res.render('a'))", "app.get('/rota', requireDoctor, (req, res) => res.render('a'))",
        "app.use('/care', ensureAuthenticated)", "app.get('/care/letters', (req, res) => res.render('a'))", "app.get('/news', logVisit, (req, res) => res.render('a'))", "app.get('/require-user-patients', (req, res) => res.render('a'))",
      ].join('\n'),
    })).toEqual(['/care/letters portal likely: behind ensureAuthenticated, app.js:8', '/summary portal likely: behind isLoggedIn, app.js:5'])
  })

  it('Symfony: rules on addresses, and attributes', () => {
    expect(behind({
      'composer.json': '{ "require": { "symfony/framework-bundle": "7" } }', 'templates/a.html.twig': '<p>',
      'config/packages/security.yaml': 'security:\n  access_control:\n    - { path: ^/summary/hints, roles: PUBLIC_ACCESS }\n    - { path: ^/summary, roles: ROLE_USER }\n    - { path: ^/rota, roles: ROLE_DOCTOR }\n',
      'src/Controller/CareController.php': [
        '<?php', 'namespace App\\Controller;', 'class CareController extends AbstractController {', "  #[Route('/my-visits')] public function a() { return $this->render('a.html.twig'); }",
        "  #[Route('/summary/today')] public function b() { return $this->render('a.html.twig'); }", "  #[Route('/summary/hints')] public function c() { return $this->render('a.html.twig'); }",
        "  #[Route('/rota')] public function d() { return $this->render('a.html.twig'); }", "  #[Route('/letters')]\n  #[IsGranted('ROLE_USER')]\n  public function e() { return $this->render('a.html.twig'); }", '}',
      ].join('\n'),
    })).toEqual([
      '/letters portal likely: behind IsGranted, src/Controller/CareController.php:9', '/summary/today portal likely: behind access_control ^/summary, config/packages/security.yaml:3',
    ])
  })
})
