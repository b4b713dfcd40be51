import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const java = (name: string): string => `src/main/java/clinic/${name}.java`
const template = (name: string): string => `src/main/resources/templates/${name}`
const imports = 'package clinic;\nimport org.springframework.web.bind.annotation.*;\nimport org.springframework.stereotype.Controller;\n'
const controller = (body: string, head = '@Controller', name = 'A'): Record<string, string> =>
  ({ 'pom.xml': '<project/>', [java(name)]: `${imports}${head}\npublic class ${name} {\n${body}\n}` })

describe('controllers of Spring', () => {
  it('join the paths of class and method, fold constants, take several', () => {
    expect(routesOf({
      ...controller(`
        static final String ME = "/me";
        @GetMapping({ME + "/messages", Paths.INBOX}) String messages() { return "m"; }
        @RequestMapping(value = "/visits/{id:\\\\d+}/{*rest}", method = RequestMethod.GET) String visit() { return "v"; }
        @PostMapping public String save() { return "redirect:/portal"; }
        @GetMapping(path = "/files/**") @ResponseBody byte[] file() { return null; }
        @GetMapping("/json") ResponseEntity<Visit> json() { return null; }
        String helper() { return "x"; }
      `, '@Controller @RequestMapping(path = "/portal")'),
      [java('Paths')]: 'package clinic; interface Paths { String INBOX = "/inbox"; }',
    })).toEqual([
      '/portal redirect', '/portal/files/* api', '/portal/inbox', '/portal/json api', '/portal/me/messages', '/portal/visits/:id/*',
    ])
  })

  it('inherit mappings of interfaces and of classes above them', () => {
    const site = {
      ...controller('public String list() { return "list"; }', '@Controller', 'A'),
      [java('A')]: `${imports}@Controller public class A extends Base<Long> implements Api { public String list() { return "list"; } }`,
      [java('Api')]: `${imports}@RequestMapping("/api-first") public interface Api { @GetMapping("/list") String list(); }`,
      [java('Base')]: `${imports}public abstract class Base<T> { @GetMapping("/about") public String about() { return "about"; } }`,
      [java('Remote')]: `${imports}@FeignClient(name = "x") public interface Remote { @GetMapping("/never") String never(); }`,
      [template('list.html')]: '<p>', [template('about.html')]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/api-first/about', '/api-first/list'])
    expect(reachOf(site, template('list.html'))).toEqual(['/api-first/list'])
  })

  it('answer with data when they say so', () => {
    expect(routesOf(controller('@GetMapping("/a") String a() { return "text"; }', '@RestController'))).toEqual(['/a api'])
    expect(routesOf(controller('@GetMapping("/a") String a() { return "text"; }', '@ClinicRestController @RequestMapping("/x")'))).toEqual(['/x/a api'])
    expect(routesOf(controller('@GetMapping("/a") void a(HttpServletResponse response) { response.flush(); }'))).toEqual(['/a api'])
  })

  it('show the views they name, in whatever way', () => {
    const site = {
      ...controller(`
        @GetMapping("/one") String one() { String view = "a"; if (x) { view = "b"; } return view; }
        @GetMapping("/two") ModelAndView two() { ModelAndView mav = new ModelAndView(); mav.setViewName("c"); return mav; }
        @GetMapping("/three") ModelAndView three() { return new ModelAndView("d").addObject("x", 1); }
        @GetMapping("/four") String four() { return page("e"); }
        private String page(String name) { return "sub/" + name; }
        @GetMapping("/five/six") void six(Model model) { }
        @GetMapping("/seven") String seven() { return ok ? "g :: part" : "redirect:/one"; }
        @GetMapping("/eight") Mono<String> eight() { return Mono.just("h"); }
        @GetMapping("/nine") String nine() { return switch (kind) { case A -> "i"; default -> Views.J; }; }
        @GetMapping("/ten") String ten() { return "forward:/one"; }
      `),
      [java('Views')]: 'package clinic; class Views { static final String J = "j"; }',
    }
    const views = ['a', 'b', 'c', 'd', 'sub/e', 'five/six', 'g', 'h', 'i', 'j', 'k']
    const files = { ...site, ...Object.fromEntries(views.map((name) => [template(`${name}.html`), '<p>'])) }
    expect(Object.fromEntries(views.map((name) => [name, reachOf(files, template(`${name}.html`)).join(' ')]))).toEqual({
      a: '/one /ten', b: '/one /ten', c: '/two', d: '/three', 'sub/e': '/four', 'five/six': '/five/six', g: '/seven', h: '/eight', i: '/nine', j: '/nine',
      // No handler shows it, and all of them can be read.
      k: '',
    })
  })

  it('may show any view that nobody names when theirs cannot be read', () => {
    const site = {
      ...controller('@GetMapping("/one") String one() { return "a"; } @GetMapping("/two") String two() { return service.view(); } @GetMapping("/three") String three(String kind) { return "forms/" + kind; }'),
      [template('a.html')]: '<p>', [template('b.html')]: '<p>', [template('forms/intake.html')]: '<p>', [template('fragments/c.html')]: '<p>',
    }
    expect(reachOf(site, template('a.html'))).toEqual(['/one'])
    expect(reachOf(site, template('b.html'))).toEqual(['/two possible'])
    expect(reachOf(site, template('forms/intake.html'))).toEqual(['/three possible'])
    expect(reachOf(site, template('fragments/c.html'))).toEqual([])
  })

  it('run their own code on their own routes', () => {
    const site = controller(`
        @GetMapping("/a") @ResponseBody String a() { return help(); }
        @GetMapping("/b") @ResponseBody String b() { return "<script src='https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'></script>"; }
        String help() { return "<script src='https://connect.facebook.net/en_US/fbevents.js'></script>"; }`)
    const offset = (word: string): number => (site[java('A')] as string).indexOf(word)
    expect(offset('gtm.js')).toBeGreaterThan(0)
    expect(reachOf(site, java('A'), null, offset('gtm.js'))).toEqual(['/b'])
    expect(reachOf(site, java('A'), null, offset('fbevents'))).toEqual(['/a'])
  })

  it('of Kotlin', () => {
    const site = {
      'build.gradle.kts': '',
      'src/main/kotlin/clinic/Booking.kt': `package clinic
        import org.springframework.stereotype.Controller
        const val BASE = "/book"
        @Controller
        @RequestMapping(BASE)
        class Booking {
          @GetMapping(["/new", "$BASE/other"]) fun create(model: Model) = "booking/create"
          @PostMapping fun save(): String { return "redirect:/" }
        }`,
      [template('booking/create.html')]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/book redirect', '/book/book/other', '/book/new'])
    expect(reachOf(site, template('booking/create.html'))).toEqual(['/book/book/other', '/book/new'])
  })

  it('stand in modules of their own, with the views of another', () => {
    const site = {
      'pom.xml': '', 'web/pom.xml': '', 'core/pom.xml': '',
      'core/src/main/java/c/A.java': `${imports}@Controller class A { @GetMapping("/a") String a() { return "a"; } }`,
      'web/src/main/resources/templates/a.html': '<p>',
      'web/target/classes/templates/a.html': '<p>',
    }
    expect(reachOf(site, 'web/src/main/resources/templates/a.html')).toEqual(['/a'])
    expect(reachOf(site, 'web/target/classes/templates/a.html')).toEqual([])
  })

  it('are none without Spring', () => {
    expect(routesOf({ [java('A')]: '@Controller class A { @GetMapping("/a") String a() { return "a"; } }' })).toEqual([])
  })
})

describe('configuration of Spring', () => {
  const home = controller('@GetMapping("/home") String home() { return "home"; }')

  it('puts a context before all paths, and names the places of views', () => {
    const site = {
      ...home,
      'src/main/resources/application.yml': 'server:\n  servlet:\n    context-path: /${app.name:clinic}\nspring:\n  mvc:\n    view:\n      prefix: /WEB-INF/views/\n      suffix: .jsp\n',
      'src/main/resources/application-dev.yml': 'server.servlet.context-path: /dev\n',
      'src/main/webapp/WEB-INF/views/home.jsp': '<p>',
      'src/main/webapp/WEB-INF/views/old.jsp': '<p>',
    }
    expect(routesOf(site)).toEqual(['/clinic/home'])
    expect(reachOf(site, 'src/main/webapp/WEB-INF/views/home.jsp')).toEqual(['/clinic/home'])
    expect(reachOf(site, 'src/main/webapp/WEB-INF/views/old.jsp')).toEqual([])
    expect(routesOf({ ...home, 'src/main/resources/application.properties': 'server.contextPath = /x\n# server.servlet.context-path=/y' })).toEqual(['/x/home'])
  })

  it('is written in code or XML, too', () => {
    const jsp = 'src/main/webapp/WEB-INF/pages/home.jsp'
    const coded = `${imports}import org.springframework.context.annotation.Configuration; class C { ViewResolver r() { InternalResourceViewResolver v = new InternalResourceViewResolver(); v.setPrefix("/WEB-INF/pages/"); v.setSuffix(".jsp"); return v; } }`
    expect(reachOf({ ...home, [java('C')]: coded, [jsp]: '<p>' }, jsp)).toEqual(['/home'])
    const beans = (body: string): Record<string, string> => ({ 'src/main/resources/mvc.xml': `<beans xmlns="http://www.springframework.org/schema/beans">${body}</beans>` })
    expect(reachOf({ ...home, ...beans('<bean class="x.InternalResourceViewResolver"><property name="prefix"><value>/WEB-INF/pages/</value></property><property name="suffix" value=".jsp"/></bean>'), [jsp]: '<p>' }, jsp)).toEqual(['/home'])
    const more = { ...home, ...beans('<mvc:jsp prefix="/WEB-INF/pages/" suffix=".jsp"/><mvc:view-controller path="/about" view-name="home"/><bean name="/old.htm" class="y"><property name="formView" value="home"/></bean>'), [jsp]: '<p>' }
    expect(reachOf(more, jsp)).toEqual(['/about', '/home', '/old.htm'])
  })

  it('gives only some addresses to the dispatcher', () => {
    const webXml = (pattern: string): Record<string, string> => ({
      'src/main/webapp/WEB-INF/web.xml': `<web-app><servlet><servlet-name>d</servlet-name><servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class></servlet><servlet-mapping><servlet-name>d</servlet-name><url-pattern>${pattern}</url-pattern></servlet-mapping></web-app>`,
    })
    expect(routesOf({ ...home, ...webXml('/app/*') })).toEqual(['/app/home'])
    expect(routesOf({ ...home, ...webXml('*.htm') })).toEqual(['/home.htm'])
    expect(routesOf({ ...home, ...webXml('/') })).toEqual(['/home'])
    const initializer = `${imports}class I extends AbstractAnnotationConfigDispatcherServletInitializer { protected String[] getServletMappings() { return new String[] {"/mvc/*"}; } }`
    expect(routesOf({ ...home, [java('I')]: initializer })).toEqual(['/mvc/home'])
  })

  it('declares view controllers and redirects', () => {
    const site = {
      'pom.xml': '',
      [java('C')]: `${imports}import org.springframework.web.servlet.config.annotation.WebMvcConfigurer; class C implements WebMvcConfigurer { static final String L = "/login";
        public void addViewControllers(ViewControllerRegistry registry) {
          registry.addViewController(L).setViewName("account/login");
          registry.addViewController("/careers");
          registry.addRedirectViewController("/old", "/new");
          registry.setOrder(1);
        } }`,
      [template('account/login.html')]: '<p>', [template('careers.html')]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/careers', '/login', '/old redirect'])
    expect(reachOf(site, template('account/login.html'))).toEqual(['/login'])
    expect(reachOf(site, template('careers.html'))).toEqual(['/careers'])
  })

  it('declares router functions', () => {
    const functional = 'import org.springframework.web.servlet.function.*;\n'
    const site = {
      'pom.xml': '',
      [java('R')]: `${functional}class R {
        RouterFunction<ServerResponse> one(Handler handler) {
          return route().GET("/a", r -> ok().render("a")).path("/nested", b -> b.GET("/b/{id}", handler::b).POST("/b", handler::save)).build();
        }
        RouterFunction<ServerResponse> two() { return route(GET("/c"), r -> ServerResponse.ok().body("x")); }
      }`,
      [java('Handler')]: `${functional}class Handler { ServerResponse b(ServerRequest r) { return ok().render("b", m); } ServerResponse save(ServerRequest r) { return noContent().build(); } }`,
      'src/main/kotlin/K.kt': `${functional}class K { fun routes() = router { "/k".nest { GET("/d") { ok().render("d") } } } }`,
      [template('a.html')]: '<p>', [template('b.html')]: '<p>', [template('d.html')]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/a', '/c api', '/k/d', '/nested/b api', '/nested/b/:id'])
    expect(reachOf(site, template('b.html'))).toEqual(['/nested/b/:id'])
    expect(reachOf(site, template('d.html'))).toEqual(['/k/d'])
  })

  it('shows definitions of Tiles, errors and files', () => {
    const site = {
      ...controller('@GetMapping("/home") String home() { return "site.home"; } @ExceptionHandler(E.class) String e() { return "problem"; }'),
      'src/main/webapp/WEB-INF/tiles.xml': '<tiles-definitions><definition name="site.home" template="/WEB-INF/layout.jsp"><put-attribute name="body" value="/WEB-INF/home.jsp"/></definition></tiles-definitions>',
      'src/main/webapp/WEB-INF/layout.jsp': '<html>', 'src/main/webapp/WEB-INF/home.jsp': '<p>',
      [template('problem.html')]: '<p>',
      'src/main/resources/static/index.html': '<!doctype html><p>', 'src/main/resources/static/help/index.html': '<!doctype html><p>',
    }
    expect(routesOf(site)).toEqual(['/', '/error likely', '/help/index.html static', '/home'])
    expect(reachOf(site, 'src/main/webapp/WEB-INF/layout.jsp')).toEqual(['/home'])
    expect(reachOf(site, template('problem.html'))).toEqual(['/error likely'])
  })
})
