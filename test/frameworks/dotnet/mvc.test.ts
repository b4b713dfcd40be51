import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const controller = (name: string, body: string, head = '', base = 'Controller'): Record<string, string> => ({
  [`Clinic/Controllers/${name}Controller.cs`]: `using Microsoft.AspNetCore.Mvc;\nnamespace Clinic.Controllers;\n${head}\npublic class ${name}Controller : ${base}\n{\n${body}\n}`,
})
const program = (body: string): Record<string, string> => ({ 'Clinic/Clinic.csproj': '<Project/>', 'Clinic/Program.cs': `var app = builder.Build();\n${body}\napp.Run();` })
const usual = program('app.MapControllerRoute(name: "default", pattern: "{controller=Home}/{action=Index}/{id?}");')
const index = 'public IActionResult Index() => View();'

describe('addresses of actions', () => {
  it('follow the map, shortened where its defaults stand', () => {
    expect(routesOf({
      ...usual,
      ...controller('Home', `${index} public IActionResult About() { return View(); }`),
      ...controller('Visits', `${index} public async Task<IActionResult> Details(int id) { return View(await Load(id)); } public IActionResult List(int? id) => View();`),
    })).toEqual(['/', '/Home/About', '/Visits', '/Visits/Details/:id?', '/Visits/List/:id?'])
  })

  it('are none of a constructor, whatever it hands on', () => {
    const body = `public VisitsController(ILogger log, Clinic clinic) : base(log, clinic.Settings) { } ${index}`
    expect(routesOf({ ...usual, ...controller('Visits', body) })).toEqual(['/Visits'])
  })

  it('follow several maps, with literals, constraints, areas and cultures', () => {
    const site = {
      ...program(`
        app.MapAreaControllerRoute("portal", "Portal", "my/{controller=Home}/{action=Index}");
        app.MapControllerRoute("areas", "{area:exists}/{controller=Home}/{action=Index}/{id?}");
        app.MapControllerRoute("book", "book-a-visit", new { controller = "Booking", action = "New" });
        app.MapControllerRoute("culture", "{culture=en}/{controller}/{action}");`),
      ...controller('Booking', 'public IActionResult New() => View(); public IActionResult Done() => View();'),
      'Clinic/Areas/Portal/Controllers/ResultsController.cs': `using Microsoft.AspNetCore.Mvc; [Area("Portal")] public class ResultsController : Controller { ${index} }`,
      'Clinic/Areas/Staff/Controllers/RosterController.cs': `using Microsoft.AspNetCore.Mvc; public class RosterController : Controller { ${index} }`,
    }
    expect(routesOf(site)).toEqual(['/Booking/Done', '/Booking/New', '/Portal/Results', '/Staff/Roster', '/book-a-visit', '/my/Results'])
  })

  it('of the .NET Framework', () => {
    expect(routesOf({
      'Web/Web.csproj': '',
      'Web/App_Start/RouteConfig.cs': `using System.Web.Mvc; public class RouteConfig { public static void RegisterRoutes(RouteCollection routes) {
        routes.IgnoreRoute("{resource}.axd/{*pathInfo}");
        routes.MapRoute(name: "Pay", url: "billing/{action}", defaults: new { controller = "Payment", action = "Index" }, constraints: new { action = "^(Index|Done)$" });
        routes.MapRoute("Default", "{controller}/{action}/{id}", new { controller = "Home", action = "Index", id = UrlParameter.Optional }); } }`,
      'Web/Areas/Staff/StaffAreaRegistration.cs': `using System.Web.Mvc; public class StaffAreaRegistration : AreaRegistration { public override string AreaName { get { return "Staff"; } }
        public override void RegisterArea(AreaRegistrationContext context) { context.MapRoute("Staff_default", "Staff/{controller}/{action}/{id}", new { action = "Index", id = UrlParameter.Optional }); } }`,
      'Web/Areas/Staff/Controllers/RosterController.cs': `using System.Web.Mvc; public class RosterController : Controller { public ActionResult Index() { return View(); } }`,
      'Web/Controllers/HomeController.cs': `using System.Web.Mvc; public class HomeController : Controller { public ActionResult Index() { return View(); } [ChildActionOnly] public ActionResult Menu() { return PartialView(); } }`,
      'Web/Controllers/PaymentController.cs': `using System.Web.Mvc; public class PaymentController : Controller { public ActionResult Index() { return View(); } public ActionResult Other(int id) { return View(); } }`,
      'Web/App_Start/WebApiConfig.cs': `public class WebApiConfig { void R(HttpConfiguration config) { config.Routes.MapHttpRoute("Api", "api/{controller}/{id}", new { id = RouteParameter.Optional }); } }`,
      'Web/Api/SlotsController.cs': `public class SlotsController : ApiController { public IEnumerable<Slot> Get() { return x; } public Slot Get(int id) { return x; } }`,
    })).toEqual(['/', '/Payment', '/Payment/Other/:id?', '/Staff/Roster', '/api/Slots api', '/api/Slots/:id? api', '/billing'])
  })

  it('are likely what they mostly are where nothing maps them', () => {
    expect(routesOf({ 'Clinic/Clinic.csproj': '', ...controller('Home', index), ...controller('Visits', index) })).toEqual(['/ likely', '/Visits likely'])
  })

  it('are those of attributes, joined with those of the class and above', () => {
    expect(routesOf({
      ...usual,
      ...controller('Results', `
        public const string One = "one";
        [HttpGet] public IActionResult All() => View();
        [HttpGet("{id:int}/{slug?}")] public IActionResult One_(int id) => View();
        [HttpGet(One)] [HttpPost("two")] public IActionResult Two() => View();
        [Route("~/results/{**rest}")] public IActionResult Rest() => View();
        [NonAction] public IActionResult No() => View();
        private IActionResult Hidden() => View();
        public static string Static() => "";
      `, '[Route("portal/[controller]")]'),
      ...controller('Tokens', '[HttpGet] public IActionResult Show() => View();', '[Area("My")] [Route("[area]/[controller]/[action]")]'),
      'Clinic/Controllers/BaseController.cs': 'using Microsoft.AspNetCore.Mvc; [Route("base/[controller]")] public abstract class BaseController : Controller { [HttpGet("shared")] public IActionResult Shared() => View(); }',
      ...controller('Leaf', '', '', 'BaseController'),
      ...controller('Old', '[Route("list")] public ActionResult List() { return View(); }', '[RoutePrefix("old/things")]'),
    })).toEqual([
      '/My/Tokens/Show', '/base/Leaf/shared', '/old/things/list', '/portal/Results', '/portal/Results/:id/:slug?', '/portal/Results/one', '/portal/Results/two',
      '/results/*',
    ])
  })

  it('go on from the base of the application', () => {
    expect(routesOf({ ...program('app.UsePathBase("/clinic");\napp.MapDefaultControllerRoute();'), ...controller('Home', index), ...controller('Visits', index) }))
      .toEqual(['/clinic', '/clinic/Visits'])
  })

  it('are data or redirects when their results are', () => {
    expect(routesOf({
      ...usual,
      ...controller('A', `public IActionResult Json1() => Json(x); public IActionResult Go() => RedirectToAction(nameof(Json1)); public string Text() => "x";
        public IActionResult Markup() => Content("<p>", "text/html"); public IActionResult Either() { if (x) return RedirectToAction("Go"); return View(); }`),
      ...controller('Slots', '[HttpGet] public ActionResult<Slot> Get() => x;', '[ApiController] [Route("api/[controller]")]', 'ControllerBase'),
    })).toEqual(['/A/Either', '/A/Go redirect', '/A/Json1 api', '/A/Markup', '/A/Text api', '/api/Slots api'])
  })

  it('are those of endpoints, in groups', () => {
    expect(routesOf(program(`
      const string Base = "/v1";
      app.MapGet("/health", () => "ok");
      var api = app.MapGroup("/api" + Base);
      var visits = api.MapGroup("/visits").RequireAuthorization();
      visits.MapGet("/{id:int}", (int id) => Results.Ok());
      visits.MapPost("", Create);
      app.MapGet("/old", () => Results.Redirect("/new"));
      app.MapGet("/page", () => Results.Content("<p>", "text/html"));
      dictionary.Map("/no");`))).toEqual(['/api/v1/visits api', '/api/v1/visits/:id api', '/health api', '/old redirect', '/page'])
  })
})

describe('views of actions', () => {
  const views = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [`Clinic/Views/${name}.cshtml`, '<p>']))
  const found = (site: Record<string, string>, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, reachOf(site, `Clinic/Views/${name}.cshtml`).join(' ')]))

  it('have the name of the action, or the one that is given', () => {
    const names = ['Home/Index', 'Home/Named', 'Home/Const', 'Home/Two', 'Home/Three', 'Home/Helped', 'Home/Chosen', 'Home/Other', 'Shared/Error', 'Odd/Place', 'Home/ByName', 'Home/Kept']
    const site = {
      ...usual, ...views(names),
      ...controller('Home', `
        const string C = "Const";
        ${index}
        public IActionResult A() => View("Named");
        public IActionResult B(Model model) => View(C, model);
        public async Task<IActionResult> D() { var model = await Load(); if (model == null) return View("Error"); return View("Two", model); }
        public IActionResult E() { return View("~/Views/Odd/Place.cshtml"); }
        public IActionResult F() => Show("Helped");
        private IActionResult Show(string name) { return View(name, model); }
        public IActionResult G() => x ? View("Chosen") : View(nameof(Three));
        [ActionName("by-name")] public IActionResult ByNameAction() { ViewResult r = View("ByName"); return r; }
      `),
    }
    expect(found(site, names)).toEqual({
      'Home/Index': '/', 'Home/Named': '/Home/A', 'Home/Const': '/Home/B', 'Home/Two': '/Home/D', 'Shared/Error': '/Home/D', 'Odd/Place': '/Home/E', 'Home/Helped': '/Home/F',
      'Home/Chosen': '/Home/G', 'Home/Three': '/Home/G', 'Home/ByName': '/Home/by-name',
      // Nothing shows these.
      'Home/Other': '', 'Home/Kept': '',
    })
  })

  it('may be any that nobody names when theirs cannot be read', () => {
    const names = ['Home/Index', 'Home/Late', 'Home/Step1', 'Home/_Part']
    const site = { ...usual, ...views(names), ...controller('Home', `${index} public IActionResult Open(string kind) => View(kind, model); public IActionResult Step(int n) => View($"Step{n}");`) }
    expect(found(site, names)).toEqual({ 'Home/Index': '/', 'Home/Late': '/Home/Open possible', 'Home/Step1': '/Home/Step possible', 'Home/_Part': '' })
  })

  it('stand in the folders of their area, in shared ones, and where the program says', () => {
    const site = {
      ...usual,
      ...controller('Home', `${index} public IActionResult Denied() => View(); public IActionResult Late() => View();`),
      'Clinic/Startup.cs': 'options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");',
      'Clinic/Views/Shared/Denied.cshtml': '<p>', 'Clinic/Features/Home/Late.cshtml': '<p>', 'Clinic/views/home/index.cshtml': '<p>',
    }
    expect(reachOf(site, 'Clinic/Views/Shared/Denied.cshtml')).toEqual(['/Home/Denied'])
    expect(reachOf(site, 'Clinic/Features/Home/Late.cshtml')).toEqual(['/Home/Late'])
    expect(reachOf(site, 'Clinic/views/home/index.cshtml')).toEqual(['/'])
  })

  it('have the layout of their folder, unless they or the action choose another, or are partial', () => {
    const site = {
      ...usual,
      ...controller('Home', `${index} public IActionResult Bare() => View(); public IActionResult Part() => PartialView("_Part"); public ActionResult Wide() { return View("Index", "_Wide"); }`),
      'Clinic/Views/_ViewStart.cshtml': '@{ Layout = "_Layout"; }',
      'Clinic/Views/Shared/_Layout.cshtml': '<html>@RenderBody()</html>', 'Clinic/Views/Shared/_Wide.cshtml': '<html>@RenderBody()</html>',
      'Clinic/Views/Home/Index.cshtml': '<p>', 'Clinic/Views/Home/Bare.cshtml': '@{ Layout = null; }', 'Clinic/Views/Home/_Part.cshtml': '<p>',
    }
    expect(reachOf(site, 'Clinic/Views/Shared/_Layout.cshtml')).toEqual(['/'])
    expect(reachOf(site, 'Clinic/Views/Shared/_Wide.cshtml')).toEqual(['/Home/Wide'])
    expect(reachOf(site, 'Clinic/Views/Home/_Part.cshtml')).toEqual(['/Home/Part'])
  })

  it('bring in partials, also by a part of their name, child actions and templates', () => {
    const site = {
      ...usual,
      ...controller('Home', `${index} public ActionResult Menu() { return PartialView("_Menu"); }`),
      'Clinic/Views/Home/Index.cshtml': '@Html.Action("Menu", "Home")<partial model="x" name="_One"/>@await Html.PartialAsync($"Steps/_{Model.Step}")@Html.EditorFor(m => m.X)',
      'Clinic/Views/Home/_Menu.cshtml': '<p>', 'Clinic/Views/Shared/_One.cshtml': '<p>', 'Clinic/Views/Home/Steps/_First.cshtml': '<p>', 'Clinic/Views/Shared/_Two.cshtml': '<p>',
      'Clinic/Views/Shared/EditorTemplates/Date.cshtml': '<p>', 'Clinic/Views/Shared/DisplayTemplates/Date.cshtml': '<p>',
    }
    expect(reachOf(site, 'Clinic/Views/Home/_Menu.cshtml')).toEqual(['/', '/Home/Menu'])
    expect(reachOf(site, 'Clinic/Views/Shared/_One.cshtml')).toEqual(['/'])
    expect(reachOf(site, 'Clinic/Views/Shared/_Two.cshtml')).toEqual([])
    expect(reachOf(site, 'Clinic/Views/Home/Steps/_First.cshtml')).toEqual(['/ possible'])
    expect(reachOf(site, 'Clinic/Views/Shared/EditorTemplates/Date.cshtml')).toEqual(['/ possible'])
    expect(reachOf(site, 'Clinic/Views/Shared/DisplayTemplates/Date.cshtml')).toEqual([])
  })

  it('load scripts of bundles and from the root', () => {
    const site = {
      ...usual,
      ...controller('Home', index),
      'Clinic/App_Start/BundleConfig.cs': `public class BundleConfig { public static void Register(BundleCollection bundles) {
        bundles.Add(new ScriptBundle("~/bundles/site").Include("~/Scripts/site-{version}.js", "~/Scripts/one.js"));
        var all = new Bundle("~/bundles/all"); all.IncludeDirectory("~/Scripts/all", "*.js", true); bundles.Add(all);
        bundles.Add(new ScriptBundle("~/bundles/never").Include("~/Scripts/never.js")); } }`,
      'Clinic/bundleconfig.json': '[{ "outputFileName": "wwwroot/js/site.min.js", "inputFiles": ["wwwroot/js/a.js"] }]',
      'Clinic/Views/Home/Index.cshtml': '@Scripts.Render("~/bundles/site", "~/bundles/all")<script src="~/js/site.min.js"></script><script src="@Url.Content("~/Scripts/two.js")"></script>',
      ...Object.fromEntries(['Scripts/site-1.2.js', 'Scripts/one.js', 'Scripts/two.js', 'Scripts/never.js', 'Scripts/all/deep/x.js', 'wwwroot/js/a.js'].map((file) => [`Clinic/${file}`, 'a()'])),
    }
    for (const file of ['Scripts/site-1.2.js', 'Scripts/one.js', 'Scripts/two.js', 'Scripts/all/deep/x.js', 'wwwroot/js/a.js']) expect(reachOf(site, `Clinic/${file}`), file).toEqual(['/'])
    expect(reachOf(site, 'Clinic/Scripts/never.js')).toEqual([])
  })

  it('fill sections that their layout shows, and lose others', () => {
    const view = '<p>\n@section Scripts {\n<i>A</i>\n}\n@section Late {\n<i>B</i>\n}'
    const site = {
      ...usual,
      ...controller('Home', `${index} public IActionResult Bare() => View(); public IActionResult Outer() => View();`),
      'Clinic/Views/_ViewStart.cshtml': '@{ Layout = "_Layout"; }',
      'Clinic/Views/Shared/_Layout.cshtml': '<html>@RenderBody()@await RenderSectionAsync("Scripts", false)@{ IgnoreSection("Late"); }</html>',
      'Clinic/Views/Home/Index.cshtml': view, 'Clinic/Views/Home/Bare.cshtml': `@{ Layout = null; }${view}`,
      'Clinic/Views/Home/Outer.cshtml': '<partial name="_Inner"/>', 'Clinic/Views/Shared/_Inner.cshtml': view,
    }
    const reached = (file: string, word: string): string[] => reachOf(site, file, null, (site[file as keyof typeof site] as string).indexOf(word))
    expect(reached('Clinic/Views/Home/Index.cshtml', '<p>')).toEqual(['/'])
    expect(reached('Clinic/Views/Home/Index.cshtml', '<i>A')).toEqual(['/'])
    expect(reached('Clinic/Views/Home/Index.cshtml', '<i>B')).toEqual([])
    expect(reached('Clinic/Views/Home/Bare.cshtml', '<i>A')).toEqual([])
    expect(reached('Clinic/Views/Shared/_Inner.cshtml', '<p>')).toEqual(['/Home/Outer'])
    expect(reached('Clinic/Views/Shared/_Inner.cshtml', '<i>A')).toEqual([])
  })
})
