import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const java = (name: string, body: string): Record<string, string> => ({ 'pom.xml': '', [`src/main/java/clinic/${name}.java`]: body })
const resource = (name: string): string => `src/main/resources/${name}`

describe('Jakarta REST', () => {
  const imports = 'package clinic; import jakarta.ws.rs.*; '

  it('answers with data below the path of its application', () => {
    expect(routesOf({
      ...java('Slots', `${imports} @Path("/slots") public class Slots { @GET public List<Slot> all() { return x; } @GET @Path("{id: [0-9]+}") @Produces(MediaType.APPLICATION_JSON) public Slot one() { return x; } @POST @Path("/book") public void book() { } public void help() { } }`),
      'src/main/java/clinic/App.java': `${imports} @ApplicationPath(App.BASE) class App extends Application { static final String BASE = "api/v1"; }`,
    })).toEqual(['/api/v1/slots api', '/api/v1/slots/:id api', '/api/v1/slots/book api'])
    expect(routesOf({
      ...java('Slots', `${imports} @Path("slots") class Slots { @GET String all() { return x; } }`),
      'src/main/webapp/WEB-INF/web.xml': '<web-app><servlet><servlet-name>j</servlet-name><servlet-class>org.glassfish.jersey.servlet.ServletContainer</servlet-class></servlet><servlet-mapping><servlet-name>j</servlet-name><url-pattern>/rest/*</url-pattern></servlet-mapping></web-app>',
    })).toEqual(['/rest/slots api'])
  })

  it('shows templates of Qute: injected, checked, with what they include', () => {
    const site = {
      ...java('Pages', `${imports} import io.quarkus.qute.*;
        @Path("/") @Produces(MediaType.TEXT_HTML) public class Pages {
          @Inject Template home;
          @Inject @Location("portal/inbox") Template messages;
          @CheckedTemplate static class Templates { static native TemplateInstance book(String step); }
          @GET public TemplateInstance home() { return home.data("x", 1); }
          @GET @Path("portal/messages") public TemplateInstance messages() { return messages.instance(); }
          @GET @Path("book") public TemplateInstance book() { return Templates.book("one"); }
          @GET @Path("raw") public String raw() { return "<p>"; }
        }`),
      [resource('application.properties')]: 'quarkus.http.root-path=/clinic',
      ...Object.fromEntries(['base', 'home', 'portal/inbox', 'Pages/book', 'unused'].map((name) => [resource(`templates/${name}.html`), name === 'home' ? '{#include base}{#title}A{/title}{/include}' : '<html></html>'])),
    }
    expect(routesOf(site)).toEqual(['/clinic', '/clinic/book', '/clinic/portal/messages', '/clinic/raw'])
    expect(reachOf(site, resource('templates/home.html'))).toEqual(['/clinic'])
    expect(reachOf(site, resource('templates/base.html'))).toEqual(['/clinic'])
    expect(reachOf(site, resource('templates/portal/inbox.html'))).toEqual(['/clinic/portal/messages'])
    expect(reachOf(site, resource('templates/Pages/book.html'))).toEqual(['/clinic/book'])
    expect(reachOf(site, resource('templates/unused.html'))).toEqual([])
  })

  it('shows views of Jakarta MVC and of Jersey', () => {
    const site = {
      ...java('Pages', `${imports} @Path("pages") public class Pages {
        @GET @Path("one") @Controller public String one() { return "one.jsp"; }
        @GET @Path("two") @Controller @View("two.jsp") public void two() { }
        @GET @Path("three") public Viewable three() { return new Viewable("/three.jsp", model); } }`),
      ...Object.fromEntries(['one', 'two', 'three', 'four'].map((name) => [`src/main/webapp/WEB-INF/views/${name}.jsp`, '<p>'])),
    }
    for (const name of ['one', 'two', 'three']) expect(reachOf(site, `src/main/webapp/WEB-INF/views/${name}.jsp`), name).toEqual([`/pages/${name}`])
    expect(reachOf(site, 'src/main/webapp/WEB-INF/views/four.jsp')).toEqual([])
  })
})

describe('Micronaut', () => {
  it('joins the paths of class and method, and shows the views they name', () => {
    const site = {
      ...java('Visits', `package clinic; import io.micronaut.http.annotation.*;
        @Controller("/visits") public class Visits {
          @Get("/{id}{?page,size}") public Visit one(Long id) { return x; }
          @View("visits/list") @Get public Map<String, Object> list() { return m; }
          @Get(uris = {"/new", "/neu"}) public ModelAndView<Visit> create() { return new ModelAndView<>("visits/create", model); }
        }`),
      [resource('application.yml')]: 'micronaut:\n  server:\n    context-path: /clinic\n',
      [resource('views/visits/list.html')]: '<html><script src="/js/a.js"></script></html>', [resource('views/visits/create.html')]: '<p>', [resource('views/visits/old.html')]: '<p>',
      [resource('public/js/a.js')]: 'a()',
    }
    expect(routesOf(site)).toEqual(['/clinic/visits', '/clinic/visits/:id api', '/clinic/visits/neu', '/clinic/visits/new'])
    expect(reachOf(site, resource('views/visits/list.html'))).toEqual(['/clinic/visits'])
    expect(reachOf(site, resource('views/visits/create.html'))).toEqual(['/clinic/visits/neu', '/clinic/visits/new'])
    expect(reachOf(site, resource('views/visits/old.html'))).toEqual([])
    expect(reachOf(site, resource('public/js/a.js'))).toEqual(['/clinic/visits'])
  })
})

describe('Play', () => {
  it('reads its routes, actions and the templates they show', () => {
    const site = {
      'build.sbt': '',
      'conf/routes': '# Pages\nGET  /  controllers.HomeController.index()\nGET  /portal/messages/:id  controllers.portal.Messages.show(id: Long)\nPOST /book  controllers.HomeController.book\nGET  /assets/*file  controllers.Assets.versioned(path="/public", file: Asset)\n->  /admin  admin.Routes\n',
      'conf/admin.routes': 'GET  /users/$id<[0-9]+>  controllers.HomeController.data(id: Long)\n',
      'app/controllers/HomeController.scala': 'class HomeController {\n  def index = Action { Ok(views.html.home("x")) }\n  def book = Action { Redirect(routes.HomeController.index()) }\n  def data(id: Long) = Action { Ok(Json.obj()) }\n}',
      'app/controllers/portal/Messages.java': 'class Messages extends Controller {\n    public Result show(Long id) {\n        return ok(views.html.portal.messages.render(id));\n    }\n}',
      'app/views/home.scala.html': '@(name: String)\n@main("Home") {\n <p>@name</p> }', 'app/views/main.scala.html': '@(title: String)(content: Html)\n<html>@parts.head()@content</html>',
      'app/views/parts/head.scala.html': '<i>', 'app/views/portal/messages.scala.html': '<p>', 'app/views/old.scala.html': '<p>',
    }
    expect(routesOf(site)).toEqual(['/', '/admin/users/:id api', '/assets/* api', '/book redirect', '/portal/messages/:id'])
    for (const name of ['home', 'main', 'parts/head']) expect(reachOf(site, `app/views/${name}.scala.html`), name).toEqual(['/'])
    expect(reachOf(site, 'app/views/portal/messages.scala.html')).toEqual(['/portal/messages/:id'])
    expect(reachOf(site, 'app/views/old.scala.html')).toEqual([])
  })
})
