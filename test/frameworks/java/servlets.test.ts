import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const webapp = 'src/main/webapp'
const webXml = (body: string): Record<string, string> => ({ [`${webapp}/WEB-INF/web.xml`]: `<web-app>${body}</web-app>` })

describe('JSPs', () => {
  it('are pages by their path, unless protected or included', () => {
    expect(routesOf({
      ...webXml('<welcome-file-list><welcome-file>start.jsp</welcome-file></welcome-file-list>'),
      [`${webapp}/start.jsp`]: '<jsp:include page="/parts/news.jsp"/>',
      [`${webapp}/patient/index.jsp`]: '<p>',
      [`${webapp}/patient/lab-results.jsp`]: '<p>',
      [`${webapp}/parts/news.jsp`]: '<p>',
      [`${webapp}/header.jsp`]: '<p>',
      [`${webapp}/WEB-INF/hidden.jsp`]: '<p>',
    })).toEqual(['/', '/patient', '/patient/lab-results.jsp', '/start.jsp'])
  })

  it('need no descriptor', () => {
    expect(routesOf({ 'site/a.jsp': '<p>', 'site/b/c.jsp': '<p>' })).toEqual(['/a.jsp', '/b/c.jsp'])
  })

  it('have what the descriptor puts before and after them', () => {
    const site = {
      ...webXml('<jsp-config><jsp-property-group><url-pattern>/portal/*</url-pattern><include-coda>/WEB-INF/jspf/foot.jspf</include-coda></jsp-property-group></jsp-config>'),
      [`${webapp}/WEB-INF/jspf/foot.jspf`]: '<script></script>',
      [`${webapp}/portal/messages.jsp`]: '<p>',
      [`${webapp}/about.jsp`]: '<p>',
    }
    expect(reachOf(site, `${webapp}/WEB-INF/jspf/foot.jspf`)).toEqual(['/portal/messages.jsp'])
  })

  it('load scripts whose address a tag begins', () => {
    const site = {
      ...webXml(''),
      [`${webapp}/js/a.js`]: 'a()', [`${webapp}/js/b.js`]: 'b()', [`${webapp}/js/c.js`]: 'c()',
      [`${webapp}/one.jsp`]: '<script src="<c:out value="${base}" />/js/a.js"></script>',
      [`${webapp}/two.jsp`]: `<script src="<c:out value='\${base}'/>/js/b.js?v=<%= version() %>"></script>`,
      [`${webapp}/three.jsp`]: '<a title="<c:out value="${base}" />/js/c.js">c</a>',
    }
    expect(reachOf(site, `${webapp}/js/a.js`)).toEqual(['/one.jsp'])
    expect(reachOf(site, `${webapp}/js/b.js`)).toEqual(['/two.jsp'])
    expect(reachOf(site, `${webapp}/js/c.js`)).toEqual([])
  })

  it('are made of tag files', () => {
    const site = {
      [`${webapp}/WEB-INF/tags/page/wide.tag`]: '<html><jsp:doBody/></html>',
      [`${webapp}/WEB-INF/tags/page/plain.tag`]: '<html><jsp:doBody/></html>',
      [`${webapp}/taglibs.jspf`]: '<%@ taglib prefix="p" tagdir="/WEB-INF/tags/page" %>',
      [`${webapp}/a.jsp`]: '<%@ taglib prefix="q" tagdir="/WEB-INF/tags/page" %><q:wide>A</q:wide>',
      [`${webapp}/b.jsp`]: '<%@ include file="taglibs.jspf" %><page:wide>B</page:wide>',
    }
    expect(reachOf(site, `${webapp}/WEB-INF/tags/page/wide.tag`)).toEqual(['/a.jsp', '/b.jsp'])
    expect(reachOf(site, `${webapp}/WEB-INF/tags/page/plain.tag`)).toEqual([])
  })
})

describe('servlets', () => {
  it('answer at the patterns of their annotation or of the descriptor', () => {
    const site = {
      ...webXml('<servlet><servlet-name>book</servlet-name><servlet-class>clinic.BookServlet</servlet-class></servlet>'
        + '<servlet-mapping><servlet-name>book</servlet-name><url-pattern>/appointments/*</url-pattern></servlet-mapping>'
        + '<servlet><servlet-name>help</servlet-name><jsp-file>/WEB-INF/help.jsp</jsp-file></servlet>'
        + '<servlet-mapping><servlet-name>help</servlet-name><url-pattern>/help</url-pattern></servlet-mapping>'),
      'src/main/java/clinic/BookServlet.java': 'import javax.servlet.http.HttpServlet; class BookServlet extends HttpServlet { void doGet() { request.getRequestDispatcher("/WEB-INF/book.jsp").forward(request, response); } }',
      'src/main/java/clinic/LoginServlet.java': 'import jakarta.servlet.annotation.WebServlet;\n@WebServlet(name = "Login", urlPatterns = {"/login", "/sign-in"})\nclass LoginServlet { String view() { response.setContentType("text/html"); } }',
      'src/main/java/clinic/SlotsServlet.java': 'import jakarta.servlet.annotation.WebServlet;\n@WebServlet("/slots")\nclass SlotsServlet { }',
      [`${webapp}/WEB-INF/book.jsp`]: '<p>',
      [`${webapp}/WEB-INF/help.jsp`]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/appointments/*', '/help', '/login', '/sign-in', '/slots api likely'])
    expect(reachOf(site, `${webapp}/WEB-INF/book.jsp`)).toEqual(['/appointments/*'])
  })
})

describe('what servlets show', () => {
  const servlet = (name: string, body: string, pattern = `"/${name.toLowerCase()}"`): Record<string, string> => ({
    [`src/main/java/clinic/${name}.java`]: `import jakarta.servlet.annotation.WebServlet; import jakarta.servlet.http.HttpServlet;\n@WebServlet(${pattern})\nclass ${name} extends HttpServlet { void doGet(HttpServletRequest request, HttpServletResponse response) { ${body} } }`,
  })
  const forward = (path: string): string => `request.getRequestDispatcher(${path}).forward(request, response);`
  const pages = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [`${webapp}/${name}`, '<p>']))

  it('is read from variables, constants and parts of names', () => {
    const site = {
      ...servlet('One', `String url = "/a.jsp"; if (x) { url = "/WEB-INF/b.jsp"; } ${forward('url')}`),
      ...servlet('Two', forward('Paths.C + ".jsp"'), 'urlPatterns = {Paths.TWO, "/zwei"}'),
      ...servlet('Three', forward('"/steps/" + step + ".jsp"')),
      'src/main/java/clinic/Paths.java': 'class Paths { static final String C = "/WEB-INF/c"; static final String TWO = "/two"; }',
      ...pages('a.jsp', 'WEB-INF/b.jsp', 'WEB-INF/c.jsp', 'steps/d.jsp', 'WEB-INF/never.jsp'),
    }
    expect(routesOf(site)).toEqual(['/a.jsp', '/one', '/steps/d.jsp', '/three', '/two', '/zwei'])
    expect(reachOf(site, `${webapp}/a.jsp`)).toEqual(['/a.jsp', '/one'])
    expect(reachOf(site, `${webapp}/WEB-INF/b.jsp`)).toEqual(['/one'])
    expect(reachOf(site, `${webapp}/WEB-INF/c.jsp`)).toEqual(['/two', '/zwei'])
    expect(reachOf(site, `${webapp}/steps/d.jsp`)).toEqual(['/steps/d.jsp', '/three possible'])
    expect(reachOf(site, `${webapp}/WEB-INF/never.jsp`)).toEqual([])
  })

  it('may be any protected page that nobody names when it cannot be read', () => {
    const site = { ...servlet('One', forward('"/WEB-INF/b.jsp"')), ...servlet('Two', forward('find(request)')), ...pages('WEB-INF/b.jsp', 'WEB-INF/late.jsp') }
    expect(reachOf(site, `${webapp}/WEB-INF/late.jsp`)).toEqual(['/two possible'])
    expect(reachOf(site, `${webapp}/WEB-INF/b.jsp`)).toEqual(['/one'])
  })

  it('is a redirect, data, or markup of its own', () => {
    expect(routesOf({
      ...servlet('One', 'response.sendRedirect("a.jsp");'), ...servlet('Two', 'response.getWriter().print(json);'), ...servlet('Three', 'response.setContentType("text/html");'),
      ...webXml('<servlet><servlet-name>one</servlet-name><servlet-class>clinic.One</servlet-class></servlet><servlet-mapping><servlet-name>one</servlet-name><url-pattern>/one</url-pattern></servlet-mapping>'),
    })).toEqual(['/one redirect', '/three', '/two api likely'])
  })

  it('does not come from what a build made', () => {
    expect(routesOf({ 'web/a.jsp': '<p>', 'old/web/b.jsp': '<p>', 'build/web/a.jsp': '<p>' })).toEqual(['/a.jsp', '/b.jsp'])
  })
})

describe('Struts with Tiles', () => {
  const tiles = {
    [`${webapp}/WEB-INF/tiles.xml`]: '<tiles-definitions><definition name="base" template="/WEB-INF/layout.jsp"><put-attribute name="header" value="/WEB-INF/head.jsp"/></definition>'
      + '<definition name="portal" extends="base"><put-attribute name="header" value="/WEB-INF/portal-head.jsp"/></definition>'
      + '<definition name="home" extends="base"><put-attribute name="body" value="/WEB-INF/home.jsp"/></definition>'
      + '<definition name="portal/*" extends="portal"><put-attribute name="body" value="/WEB-INF/portal/{1}.jsp"/></definition></tiles-definitions>',
    [`${webapp}/WEB-INF/layout.jsp`]: '<html><tiles:insertAttribute name="header"/></html>',
    [`${webapp}/WEB-INF/head.jsp`]: '<p>',
    [`${webapp}/WEB-INF/portal-head.jsp`]: '<p>',
    [`${webapp}/WEB-INF/home.jsp`]: '<p>',
    [`${webapp}/WEB-INF/portal/results.jsp`]: '<p>',
  }

  it('show the results of actions in their definitions', () => {
    const site = {
      ...tiles,
      'src/main/resources/struts.xml': '<struts><package name="p" namespace="/my" extends="struts-default"><action name="home"><result type="tiles">home</result></action>'
        + '<action name="results"><result name="success" type="tiles">portal/results</result><result name="login" type="redirectAction">home</result></action>'
        + '<action name="save"><result type="json"/></action></package></struts>',
    }
    expect(routesOf(site)).toEqual(['/my/home.action', '/my/results.action', '/my/save.action api'])
    expect(reachOf(site, `${webapp}/WEB-INF/layout.jsp`)).toEqual(['/my/home.action', '/my/results.action'])
    expect(reachOf(site, `${webapp}/WEB-INF/head.jsp`)).toEqual(['/my/home.action'])
    expect(reachOf(site, `${webapp}/WEB-INF/portal-head.jsp`)).toEqual(['/my/results.action'])
    expect(reachOf(site, `${webapp}/WEB-INF/portal/results.jsp`)).toEqual(['/my/results.action'])
  })

  it('are declared by annotations, too', () => {
    const site = {
      ...tiles,
      'src/main/java/clinic/BookAction.java': `package clinic;
        import org.apache.struts2.convention.annotation.*;
        @Namespace("/my") @Results({@Result(name = "error", location = "/WEB-INF/portal/results.jsp")})
        class BookAction {
          static final String BOOK = "book";
          @Action(value = BOOK, results = {@Result(name = "success", location = "/WEB-INF/home.jsp"), @Result(name = "login", type = "redirectAction", location = "login")}) String book() { return SUCCESS; }
          @Actions({@Action("/one"), @Action("two")}) String more() { return ERROR; }
        }`,
    }
    expect(routesOf(site)).toEqual(['/my/book.action', '/my/two.action', '/one.action'])
    expect(reachOf(site, `${webapp}/WEB-INF/home.jsp`)).toEqual(['/my/book.action'])
    expect(reachOf(site, `${webapp}/WEB-INF/portal/results.jsp`)).toEqual(['/my/book.action', '/my/two.action', '/one.action'])
  })

  it('may only lead elsewhere', () => {
    expect(routesOf({ ...tiles, [`${webapp}/WEB-INF/struts-config.xml`]: '<struts-config><action-mappings><action path="/cancel"><forward name="ok" path="/home.do" redirect="true"/></action></action-mappings></struts-config>' }))
      .toEqual(['/cancel.do redirect'])
  })

  it('reads the first version', () => {
    const site = {
      ...tiles,
      [`${webapp}/WEB-INF/struts-config.xml`]: '<struts-config><action-mappings><action path="/login" forward="/login.jsp"/>'
        + '<action path="/home" type="x"><forward name="ok" path="home"/></action></action-mappings></struts-config>',
      [`${webapp}/login.jsp`]: '<p>',
    }
    expect(routesOf(site)).toEqual(['/home.do', '/login.do', '/login.jsp'])
    expect(reachOf(site, `${webapp}/WEB-INF/home.jsp`)).toEqual(['/home.do'])
  })

  it('inserts definitions into JSPs', () => {
    const site = { ...tiles, [`${webapp}/plain.jsp`]: '<tiles:insertDefinition name="home"/>' }
    expect(reachOf(site, `${webapp}/WEB-INF/home.jsp`)).toEqual(['/plain.jsp'])
  })
})

describe('SiteMesh', () => {
  it('lays decorators around pages by their address', () => {
    const pages = { [`${webapp}/WEB-INF/main.jsp`]: '<html>', [`${webapp}/a.jsp`]: '<p>', [`${webapp}/plain/b.jsp`]: '<p>' }
    const two = '<decorators defaultdir="/WEB-INF"><excludes><pattern>/plain/*</pattern></excludes><decorator name="main" page="main.jsp"><pattern>/*</pattern></decorator></decorators>'
    const three = '<sitemesh><mapping path="/*" decorator="/WEB-INF/main.jsp"/><mapping path="/plain/*" exclue="true"/></sitemesh>'
    expect(reachOf({ ...pages, [`${webapp}/WEB-INF/decorators.xml`]: two }, `${webapp}/WEB-INF/main.jsp`)).toEqual(['/a.jsp'])
    expect(reachOf({ ...pages, [`${webapp}/WEB-INF/sitemesh3.xml`]: three }, `${webapp}/WEB-INF/main.jsp`)).toEqual(['/a.jsp'])
  })
})
