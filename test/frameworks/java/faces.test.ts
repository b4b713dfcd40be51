import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const webapp = 'src/main/webapp'
const html = (body: string, names = ''): string => `<html xmlns:h="http://xmlns.jcp.org/jsf/html" xmlns:ui="jakarta.faces.facelets" ${names}>${body}</html>`
const page = (body = 'A'): string => html(`<h:head></h:head><h:body>${body}</h:body>`)
const files = (entries: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(entries).map(([path, text]) => [`${webapp}/${path}`, text]))
const webXml = (pattern: string, rest = ''): Record<string, string> => files({
  'WEB-INF/web.xml': `<web-app><servlet><servlet-name>f</servlet-name><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet><servlet-mapping><servlet-name>f</servlet-name><url-pattern>${pattern}</url-pattern></servlet-mapping>${rest}</web-app>`,
})

describe('pages of Faces', () => {
  it('have the address that the servlet is mapped to', () => {
    const pages = files({ 'index.xhtml': page(), 'portal/messages.xhtml': page() })
    expect(routesOf(pages)).toEqual(['/index.xhtml', '/portal/messages.xhtml'])
    expect(routesOf({ ...pages, ...webXml('/faces/*') })).toEqual(['/faces/index.xhtml', '/faces/portal/messages.xhtml'])
    expect(routesOf({ ...pages, ...webXml('*.jsf', '<welcome-file-list><welcome-file>index.jsf</welcome-file></welcome-file-list>') })).toEqual(['/', '/index.jsf', '/portal/messages.jsf'])
    expect(routesOf({ ...pages, ...webXml('*.xhtml', '<context-param><param-name>org.omnifaces.FACES_VIEWS_SCAN_PATHS</param-name><param-value>/*.xhtml</param-value></context-param>') })).toEqual(['/', '/portal/messages'])
  })

  it('are whole documents and what fills a template, outside of protected folders', () => {
    expect(routesOf(files({
      'one.xhtml': html('<ui:composition template="/WEB-INF/main.xhtml"><ui:define name="x">A</ui:define></ui:composition>'), 'two.xhtml': page(),
      'part.xhtml': html('<ui:composition><p>A</p></ui:composition>'), 'template.xhtml': page('<ui:insert name="x"/>'),
      'WEB-INF/main.xhtml': page('<ui:insert name="x"/>'), 'resources/lib/comp.xhtml': page(), 'plain.xhtml': '<!doctype html><p>',
    }))).toEqual(['/one.xhtml', '/plain.xhtml static', '/two.xhtml'])
  })

  it('have other addresses by PrettyFaces', () => {
    expect(routesOf({
      ...files({ 'book.xhtml': page(), 'visit.xhtml': page() }), ...webXml('/faces/*'),
      [`${webapp}/WEB-INF/pretty-config.xml`]: '<pretty-config><url-mapping id="b"><pattern value="/book/#{ bean.doctor }"/><view-id value="/faces/book.xhtml"/></url-mapping></pretty-config>',
      'src/main/java/V.java': 'import com.ocpsoft.pretty.faces.annotation.URLMapping;\n@URLMapping(id = "v", pattern = "/portal/visits/#{id}", viewId = "/faces/visit.xhtml")\nclass V { }',
    })).toEqual(['/book/:doctor', '/faces/book.xhtml', '/faces/visit.xhtml', '/portal/visits/:id'])
  })

  it('show what they give to their template, and of it what they do not fill', () => {
    const site = files({
      'WEB-INF/main.xhtml': html('<h:body><ui:insert name="head"><i>default</i></ui:insert><ui:insert name="content"/></h:body>'),
      'one.xhtml': html('<p>lost</p><ui:composition template="/WEB-INF/main.xhtml"><b>lost, too</b><ui:define name="content"><ui:include src="/WEB-INF/part.xhtml"/></ui:define><ui:define name="nowhere"><u>U</u></ui:define></ui:composition>'),
      'two.xhtml': html('<ui:composition template="/WEB-INF/main.xhtml"><ui:define name="head">own</ui:define></ui:composition>'),
      'WEB-INF/part.xhtml': html('<ui:composition><p>A</p></ui:composition>'),
    })
    const at = (file: string, word: string): string[] => reachOf(site, `${webapp}/${file}`, null, (site[`${webapp}/${file}`] as string).indexOf(word))
    expect(at('WEB-INF/main.xhtml', '<h:body>')).toEqual(['/one.xhtml', '/two.xhtml'])
    expect(at('WEB-INF/main.xhtml', '<i>')).toEqual(['/one.xhtml'])
    expect(at('WEB-INF/part.xhtml', '<p>')).toEqual(['/one.xhtml'])
    for (const word of ['<p>lost', '<b>lost', '<u>U']) expect(at('one.xhtml', word), word).toEqual([])
  })

  it('use components, tags and scripts of the project', () => {
    const site = {
      ...files({
        'one.xhtml': html('<h:body><c:badge/><t:foot/><h:outputScript library="js" name="one.js"/><script src="#{request.contextPath}/two.js"></script><ui:include src="/parts/#{bean.kind}.xhtml"/></h:body>', 'xmlns:c="http://xmlns.jcp.org/jsf/composite/clinic" xmlns:t="http://clinic/tags"'),
        'resources/clinic/badge.xhtml': html('<cc:implementation><p>A</p></cc:implementation>'), 'resources/clinic/other.xhtml': html('<cc:implementation><p>A</p></cc:implementation>'),
        'resources/js/one.js': 'a()', 'two.js': 'a()', 'three.js': 'a()', 'WEB-INF/tags/foot.xhtml': html('<ui:composition><p>A</p></ui:composition>'),
        'parts/late.xhtml': html('<ui:composition><p>A</p></ui:composition>'),
        'WEB-INF/clinic.taglib.xml': '<facelet-taglib><namespace>http://clinic/tags</namespace><tag><tag-name>foot</tag-name><source>/WEB-INF/tags/foot.xhtml</source></tag></facelet-taglib>',
      }),
    }
    for (const file of ['resources/clinic/badge.xhtml', 'resources/js/one.js', 'two.js', 'WEB-INF/tags/foot.xhtml']) expect(reachOf(site, `${webapp}/${file}`), file).toEqual(['/one.xhtml'])
    for (const file of ['resources/clinic/other.xhtml', 'three.js']) expect(reachOf(site, `${webapp}/${file}`), file).toEqual([])
    expect(reachOf(site, `${webapp}/parts/late.xhtml`)).toEqual(['/one.xhtml possible'])
  })

  it('may have any template when it is computed', () => {
    const site = files({
      'one.xhtml': html('<ui:composition template="#{bean.template}"><ui:define name="x">A</ui:define></ui:composition>'),
      'WEB-INF/a.xhtml': page('<ui:insert name="x"/>'), 'WEB-INF/b.xhtml': page('none'),
    })
    expect(reachOf(site, `${webapp}/WEB-INF/a.xhtml`)).toEqual(['/one.xhtml possible'])
    expect(reachOf(site, `${webapp}/WEB-INF/b.xhtml`)).toEqual([])
  })
})
