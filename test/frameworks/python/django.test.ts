/** Django: trees of URLs, views and what they show, packages, tags. */
import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const manage = { 'manage.py': 'import django\n', 'clinic/settings.py': 'ROOT_URLCONF = "clinic.urls"\nINSTALLED_APPS = ["portal"]\n' }
/** A project whose list of patterns is this. */
const project = (patterns: string, imports = '', files: Record<string, string> = {}): Record<string, string> => ({
  ...manage, 'clinic/urls.py': `from django.urls import include, path, re_path\n${imports}\nurlpatterns = [${patterns}]\n`, ...files,
})
/** Route → its templates. */
const shown = (files: Record<string, string>): Record<string, string[]> => Object.fromEntries(projectOf(files).routes()
  .map(({ path, files: all = [] }) => [path, all.filter((file) => file.endsWith('.html')).sort()]))

describe('paths', () => {
  it('of path() and re_path(), with their parameters', () => {
    expect(routesOf(project('path("", v), path("visits/<int:pk>/", v), path("files/<path:name>", v), re_path(r"^old/(?P<slug>[\\w-]+)/$", v)', 'v = lambda r: render(r, "a.html")'))).toEqual([
      '/', '/files/*', '/old/:slug', '/visits/:pk',
    ])
  })

  it('of included modules, lists, tuples and sums', () => {
    expect(routesOf({
      ...project('path("a/", include("portal.urls", namespace="p")), path("b/", include(inner)), path("c/", include((inner, "c"))), *more', 'v = lambda r: render(r, "a.html")\ninner = [path("x/", v)]\nmore = [path("d/", v)] + [path("e/", v)]'),
      'portal/urls.py': 'from django.urls import path\nfrom . import views\nurlpatterns = [path("y/", views.y)]\nurlpatterns += [path("z/", views.y)]\n',
      'portal/views.py': 'def y(request):\n    return render(request, "y.html")\n',
    })).toEqual(['/a/y', '/a/z', '/b/x', '/c/x', '/d', '/e'])
  })

  it('of languages, translated words, loops and comprehensions', () => {
    expect(routesOf({
      ...manage, 'clinic/urls.py': 'from django.urls import path\nv = lambda r: render(r, "a.html")\nPAGES = ["fees", "team"]\nurlpatterns = [path(f"{page}/", v) for page in PAGES]\n'
        + 'for page in ("news", "jobs"):\n    urlpatterns.append(path(page + "/", v))\nurlpatterns += i18n_patterns(path(_("contact/"), v))\n',
    })).toEqual(['/:lang/contact', '/fees', '/jobs', '/news', '/team'])
  })

  it('that only development has are none', () => {
    expect(routesOf({
      ...manage, 'clinic/urls.py': 'from django.urls import path\nv = lambda r: render(r, "a.html")\nurlpatterns = [path("a/", v)] + static("/media/")\nif settings.DEBUG:\n    urlpatterns += [path("dev/", v)]\nelse:\n    urlpatterns += [path("b/", v)]\n',
    })).toEqual(['/a', '/b'])
  })

  it('of which a part is not known are possible', () => {
    expect(routesOf(project('path(settings.PORTAL_PREFIX + "/home/", v)', 'v = lambda r: render(r, "a.html")'))).toEqual(['/:value/home possible'])
  })

  it('begin in the modules that no other includes, where no settings say so', () => {
    expect(routesOf({
      'site/urls.py': 'from django.urls import path, include\nurlpatterns = [path("portal/", include("portal.urls"))]\n',
      'portal/urls.py': 'from django.urls import path\nurlpatterns = [path("home/", lambda r: render(r, "a.html"))]\n',
    })).toEqual(['/portal/home likely'])
  })

  it('of packages, for sign-in and administration', () => {
    const routes = routesOf(project('path("accounts/", include("django.contrib.auth.urls")), path("staff/", admin.site.urls), path("shop/", include("shop.urls"))', 'from django.contrib import admin'))
    expect(routes).toContain('/accounts/login')
    expect(routes).toContain('/accounts/reset/:uidb64/:token')
    expect(routes).toContain('/staff/*')
    expect(routes).toContain('/shop/* possible')
  })

  it('of old versions: views by name, patterns() with a prefix', () => {
    expect(routesOf({
      ...manage, 'clinic/urls.py': 'from django.conf.urls import patterns, url\nurlpatterns = patterns("portal.views", url(r"^a/$", "home"), (r"^b/$", "home"))\n',
      'portal/views.py': 'def home(request):\n    return render_to_response("home.html")\n',
    })).toEqual(['/a', '/b'])
  })

  it('without Django are none', () => {
    expect(routesOf({ 'app/urls.py': 'urlpatterns = [path("a/", v)]\n' })).toEqual([])
  })
})

describe('kinds', () => {
  it('by what views answer with', () => {
    expect(routesOf(project('path("a", views.page), path("b", views.data), path("c", views.away), path("d", views.markup), path("e", views.gone), path("f", views.Api.as_view()), path("robots.txt", views.page)', 'from portal import views', {
      'portal/views.py': 'from rest_framework.views import APIView\ndef page(request):\n    return render(request, "a.html")\ndef data(request):\n    return JsonResponse({})\ndef away(request):\n    return redirect("/")\n'
        + 'def markup(request):\n    return HttpResponse("<p>hi</p>")\nclass Api(APIView):\n    def get(self, request):\n        return Response({})\n',
    }))).toEqual(['/a', '/b api', '/c redirect', '/d', '/e possible', '/f api', '/robots.txt api'])
  })
})

describe('templates', () => {
  const templates = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`portal/templates/portal/${name}.html`, `<p>${name}</p>`]))
  const views = (code: string, view: string): Record<string, string[]> =>
    shown(project(`path("x/", ${view})`, 'from portal import views', { ...templates, 'portal/views.py': `from django.views.generic import TemplateView, ListView, DetailView\nfrom .models import Visit\n${code}`, 'portal/models.py': 'class Visit(models.Model):\n    pass\n' }))

  it.each([
    ['def v(request):\n    return render(request, "portal/a.html")\n', 'views.v', ['a']],
    ['def v(request):\n    t = "portal/a.html" if request.x else "portal/b.html"\n    return TemplateResponse(request, t)\n', 'views.v', ['a', 'b']],
    ['def show(request, name, **more):\n    return render(request, "portal/%s.html" % name, more)\ndef v(request):\n    return show(request, "b")\n', 'views.v', ['b']],
    ['def v(request, kind):\n    return render(request, f"portal/{kind}.html")\n', 'views.v', ['a', 'b', 'c', 'd']],
    ['PAGES = {"one": "portal/a.html", "two": "portal/c.html"}\ndef v(request, page):\n    return render(request, PAGES[page])\n', 'views.v', ['a', 'c']],
    ['def v(request):\n    template = loader.get_template("portal/c.html")\n    return HttpResponse(template.render({}))\n', 'views.v', ['c']],
    ['@render_to("portal/d.html")\ndef v(request):\n    return {}\n', 'views.v', ['d']],
    ['def make(name):\n    def inner(request):\n        return render(request, "portal/a.html")\n    return inner\n', 'views.make("x")', ['a']],
    ['class V(TemplateView):\n    template_name = "portal/a.html"\n', 'login_required(views.V.as_view())', ['a']],
    ['class V(TemplateView):\n    template_name = "portal/a.html"\n', 'views.V.as_view(template_name="portal/b.html")', ['b']],
    ['class Base(TemplateView):\n    template_name = "portal/a.html"\nclass V(Base):\n    pass\nv = V.as_view()\n', 'views.v', ['a']],
    ['class V(TemplateView):\n    def get_template_names(self):\n        return ["portal/c.html", "portal/d.html"]\n', 'views.V.as_view()', ['c', 'd']],
    ['class V(View):\n    def get(self, request):\n        return self.show("b")\n    def show(self, name):\n        return render(self.request, f"portal/{name}.html")\n', 'views.V.as_view()', ['b']],
  ])('%s', (code, view, expected) => {
    expect(views(code, view)['/x']).toEqual(expected.map((name) => `portal/templates/portal/${name}.html`))
  })

  it('of generic views are named by the model', () => {
    const files = { 'portal/templates/portal/visit_list.html': '<p>', 'portal/templates/portal/visit_detail.html': '<p>', 'portal/templates/portal/visit_form.html': '<p>' }
    const found = shown(project('path("l/", views.L.as_view()), path("d/", views.D.as_view()), path("f/", views.F.as_view())', 'from portal import views', {
      ...files, 'portal/models.py': 'class Visit(models.Model):\n    pass\n', 'portal/forms.py': 'from .models import Visit\nclass VisitForm(ModelForm):\n    class Meta:\n        model = Visit\n',
      'portal/views.py': 'from django.views.generic import ListView, DetailView, CreateView\nfrom .models import Visit\nfrom .forms import VisitForm\nclass L(ListView):\n    queryset = Visit.objects.filter(x=1)\nclass D(DetailView):\n    model = Visit\nclass F(CreateView):\n    form_class = VisitForm\n',
    }))
    expect(found).toEqual({ '/l': ['portal/templates/portal/visit_list.html'], '/d': ['portal/templates/portal/visit_detail.html'], '/f': ['portal/templates/portal/visit_form.html'] })
  })

  it('in the directories of the settings come before those of applications', () => {
    expect(shown({
      ...project('path("x/", lambda r: render(r, "portal/a.html"))', '', templates),
      'clinic/settings.py': 'import os\nBASE = os.path.dirname(os.path.dirname(__file__))\nROOT_URLCONF = "clinic.urls"\nTEMPLATES = [{"DIRS": [os.path.join(BASE, "html")]}]\n',
      'html/portal/a.html': '<p>',
    })['/x']).toEqual(['html/portal/a.html'])
  })

  it('that no view shows are on no route, unless some view shows one that is not known', () => {
    const files = (view: string): Record<string, string> => project('path("x/", views.v)', 'from portal import views', { ...templates, 'portal/views.py': `def v(request, name):\n    return render(request, ${view})\n` })
    expect(reachOf(files('"portal/a.html"'), 'portal/templates/portal/b.html')).toEqual([])
    expect(reachOf(files('name'), 'portal/templates/portal/b.html')).toEqual(['/x possible'])
  })

  it('of pages an editor makes are on any address', () => {
    expect(reachOf(project('path("", include(wagtail_urls))', 'from wagtail import urls as wagtail_urls', {
      'home/models.py': 'from wagtail.models import Page\nclass CareTeamPage(Page):\n    pass\n', 'home/templates/home/care_team_page.html': '<p>', 'home/templates/home/other.html': '<p>',
    }), 'home/templates/home/care_team_page.html')).toEqual(['/* possible'])
  })
})

describe('tags and code', () => {
  const files = project('path("a/", views.a), path("b/", views.b)', 'from portal import views', {
    'portal/views.py': 'from .snippets import pixel\ndef a(request):\n    return render(request, "portal/a.html")\ndef b(request):\n    return HttpResponse(pixel())\n',
    'portal/snippets.py': 'PIXEL = "<script src=\'https://x.test/p.js\'></script>"\nOTHER = "<script></script>"\ndef pixel():\n    return wrap(PIXEL)\ndef wrap(text):\n    return text\n',
    'portal/templates/portal/a.html': '{% load clinic_tags %}{% chat "x" %}{% static "js/a.js" %}',
    'portal/templates/portal/_chat.html': '<p>', 'portal/templatetags/clinic_tags.py': '@register.inclusion_tag("portal/_chat.html", name="chat")\ndef anything(x):\n    return {}\n',
    'portal/static/js/a.js': 'a()', 'portal/static/js/b.js': 'b()',
  })
  const at = (file: string, word: string): string[] => projectOf(files).reached({ file, unit: null }, (files[file] as string).indexOf(word)).map(({ route }) => route.path)

  it('templates of tags reach the pages that use the tag', () => {
    expect(reachOf(files, 'portal/templates/portal/_chat.html')).toEqual(['/a'])
  })

  it('scripts reach the pages that name them', () => {
    expect(reachOf(files, 'portal/static/js/a.js')).toEqual(['/a'])
    expect(reachOf(files, 'portal/static/js/b.js')).toEqual([])
  })

  it('a text in code reaches the pages whose views end up with it, and no others', () => {
    expect(at('portal/snippets.py', '<script src')).toEqual(['/b'])
    expect(at('portal/snippets.py', '<script></script>')).toEqual([])
  })
})
