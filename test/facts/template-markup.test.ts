import { describe, expect, it } from 'vitest'
import { readFacts } from '../../src/facts/read.js'

/** `KIND TARGET [:: PART]` of every reference, in order. */
function references(path: string, text: string): string[] {
  return readFacts(path, text, () => false).references
    .map(({ kind, target, part }) => `${kind} ${target}${part === undefined ? '' : ` :: ${part}`}`)
}

/** `NAME: TEXT` of every region, in order. */
function regions(path: string, text: string): string[] {
  return readFacts(path, text, () => false).blocks.map(({ name, start, end }) => `${name}: ${text.slice(start, end)}`)
}

describe('Thymeleaf', () => {
  const page = (markup: string): string => `<html xmlns:th="http://www.thymeleaf.org">${markup}</html>`

  it('brings in fragments of other templates', () => {
    expect(references('a.html', page('<div th:replace="~{parts/head :: head(${title})}"></div>'))).toEqual(['include parts/head :: head'])
    expect(references('a.html', page('<div data-th-insert="parts/head :: head"></div>'))).toEqual(['include parts/head :: head'])
    expect(references('a.html', page('<div th:insert="~{parts/foot}"></div>'))).toEqual(['include parts/foot'])
    expect(references('a.html', page('<div th:replace="${wide} ? ~{a :: b} : ~{c}"></div>'))).toEqual(['include a :: b', 'include c'])
    expect(references('a.html', page('<div th:replace="~{layout :: page(~{::title}, ~{:: main})}"></div>'))).toEqual(['include layout :: page'])
    expect(references('a.html', page('<div th:replace="~{parts/__${kind}__ :: body}"></div>'))).toEqual(['include parts/* :: body'])
  })

  it('does not bring in its own fragments, nor what is wholly computed', () => {
    expect(references('a.html', page('<div th:replace="~{:: head}"></div><div th:replace="~{this :: b}"></div><div th:insert="${part}">'))).toEqual([])
  })

  it('is decorated by a layout whose regions it fills', () => {
    const layout = 'xmlns:layout="http://www.ultraq.net.nz/thymeleaf/layout"'
    expect(references('a.html', `<html ${layout} layout:decorate="~{layouts/main}"></html>`)).toEqual(['extends layouts/main'])
    expect(regions('a.html', `<html ${layout}><p layout:fragment="content">A</p><p th:fragment="part(x)">B</p></html>`))
      .toEqual(['layout:content: <p layout:fragment="content">A</p>', 'part: <p th:fragment="part(x)">B</p>'])
  })
})

describe('what no visitor gets', () => {
  /** The hidden parts of a text, in order. */
  const hidden = (path: string, text: string): string[] => readFacts(path, text, () => false).hidden.map(({ start, end }) => text.slice(start, end))
  const page = (attributes: string, markup: string): string => `<html xmlns:th="http://www.thymeleaf.org" ${attributes}>${markup}</html>`

  it('of Thymeleaf: drafts in place of a fragment, what is removed', () => {
    expect(hidden('a.html', page('', '<head th:replace="~{parts :: head}"><i>draft</i></head><p>A</p>'))).toEqual(['<i>draft</i>'])
    expect(hidden('a.html', page('', '<p th:insert="~{parts :: a}"></p>'))).toEqual([])
    expect(hidden('a.html', page('', '<p th:remove="all">A</p><p th:remove="body">B</p><p th:remove="tag">C</p>'))).toEqual(['<p th:remove="all">A</p>', 'B'])
  })

  it('of Thymeleaf: all but what is handed to the fragment', () => {
    expect(hidden('a.html', page('th:replace="~{layout :: page(~{::title}, ~{::body}, ~{::#js}, \'x\')}"', '<head><title>A</title><i>B</i><b id="js">C</b></head><body>D</body>')))
      .toEqual(['<head>', '<i>B</i>', '</head>'])
    expect(hidden('a.html', page('', '<div th:replace="~{:: own}"><p>draft</p></div><p th:fragment="own">E</p>'))).toEqual(['<p>draft</p>'])
  })

  it('of Thymeleaf: the body of a decorated page outside of its regions', () => {
    expect(hidden('a.html', page('layout:decorate="~{layout}"', '<head><i>A</i></head><body><b>B</b><p layout:fragment="content">C</p></body>'))).toEqual(['<b>B</b>'])
    expect(hidden('a.html', page('layout:decorate="~{layout}"', '<p layout:fragment="content">C</p>D'))).toEqual(['D'])
  })

  it('of Facelets: around a composition, and in one with a template around its definitions', () => {
    expect(hidden('a.xhtml', '<html><i>A</i><ui:composition><b>B</b></ui:composition></html>')).toEqual(['<html><i>A</i>', '</html>'])
    expect(hidden('a.xhtml', '<ui:composition template="/l.xhtml">A<ui:define name="x">B<ui:include src="c.xhtml"/></ui:define></ui:composition>')).toEqual(['A'])
    expect(hidden('a.xhtml', '<html><ui:decorate template="/l.xhtml">A<ui:define name="x">B</ui:define></ui:decorate><p>C</p></html>')).toEqual(['A'])
    expect(hidden('a.xhtml', '<html><ui:remove>A</ui:remove><p>C</p></html>')).toEqual(['<ui:remove>A</ui:remove>'])
  })

  it('is nothing in other templates', () => {
    expect(hidden('a.html', '<html><p>A</p></html>')).toEqual([])
    expect(hidden('a.jsp', '<c:if test="${x}">A</c:if>')).toEqual([])
  })
})

describe('regions that a layout must show', () => {
  const filled = (path: string, text: string): string[] => readFacts(path, text, () => false).blocks
    .map(({ name, fills, start, end }) => `${fills ? 'fills' : 'shows'} ${name}: ${text.slice(start, end)}`)

  it('of Razor', () => {
    expect(filled('a.cshtml', '<p>A</p>\n@section Scripts {\n<i>{B}</i>\n}\n<p>C</p>')).toEqual(['fills Scripts: @section Scripts {\n<i>{B}</i>\n}'])
    expect(filled('_Layout.cshtml', '@RenderBody()@await RenderSectionAsync("Scripts", required: false)@RenderSection(name)'))
      .toEqual(['shows Scripts: @await RenderSectionAsync("Scripts", required: false)', 'shows *: @RenderSection(name)'])
  })

  it('of GSP', () => {
    expect(filled('a.gsp', '<html><head><i>A</i></head><body>B<content tag="side">C</content></body></html>'))
      .toEqual(['fills head: <i>A</i>', 'fills body: B<content tag="side">C</content>', 'fills content side: C'])
    expect(filled('main.gsp', '<head><g:layoutHead/></head><body><g:layoutBody/><g:pageProperty name="page.side"/></body>').map((line) => line.split(':')[0]))
      .toEqual(['shows head', 'shows body', 'shows content side'])
  })

  it('of Facelets and of the layout dialect', () => {
    expect(filled('a.xhtml', '<ui:composition template="/l.xhtml"><ui:define name="x">B</ui:define></ui:composition>')).toEqual(['fills x: <ui:define name="x">B</ui:define>'])
    expect(filled('a.html', '<html xmlns:th="x" layout:decorate="~{l}"><p layout:fragment="x">B</p></html>')).toEqual(['fills layout:x: <p layout:fragment="x">B</p>'])
  })
})

describe('HTL', () => {
  it('includes files and calls templates of others', () => {
    expect(references('a.html', '<sly data-sly-include="head.html"></sly>')).toEqual(['include head.html'])
    expect(references('a.html', '<sly data-sly-use.parts="parts.html" data-sly-call="${parts.foot @ year=1}"></sly>'))
      .toEqual(['include parts.html :: foot'])
    expect(references('a.html', '<sly data-sly-use.model="com.clinic.Page"></sly>')).toEqual([])
    expect(regions('a.html', '<template data-sly-template.foot="${@ year}"><p></p></template>'))
      .toEqual(['foot: <template data-sly-template.foot="${@ year}"><p></p></template>'])
  })
})

describe('JSP', () => {
  it('finds tag files by the directory of their prefix', () => {
    expect(references('a.jsp', '<%@ taglib prefix="t" tagdir="/WEB-INF/tags/page" %><t:wide title="x"><p></p></t:wide>'))
      .toEqual(['include /WEB-INF/tags/page/wide'])
    expect(references('a.jspx', '<p xmlns:t="urn:jsptagdir:/WEB-INF/tags/"><t:wide/></p>')).toEqual(['include /WEB-INF/tags/wide'])
    expect(references('a.jsp', '<x:wide/>')).toEqual(['include x:wide'])
  })

  it('includes files by directive and by tag', () => {
    expect(references('a.jsp', '<%@ page language="java" %><%@ include file="/parts/head.jspf" %><jsp:include page="foot.jsp"/><%-- <%@ include file="old.jsp" %> --%>').filter((each) => !each.includes(':')))
      .toEqual(['include /parts/head.jspf', 'include foot.jsp'])
  })

  it('inserts templates and their parts', () => {
    expect(references('a.jsp', '<tiles:insertTemplate template="/l.jsp"><tiles:putAttribute name="body" value="/b.jsp"/><tiles:putAttribute name="t" value="Title"/></tiles:insertTemplate>'))
      .toEqual(['include /l.jsp', 'include tiles:insertTemplate', 'include /b.jsp', 'include tiles:putAttribute', 'include tiles:putAttribute'])
  })

  it('brings in nothing from comments', () => {
    expect(references('a.jsp', '<%-- <jsp:include page="/a.jsp" /> --%><jsp:include page="/b.jsp" />')).toEqual(['include /b.jsp', 'include jsp:include'])
  })
})

describe('Facelets', () => {
  it('are compositions of a template', () => {
    const text = '<ui:composition template="/t.xhtml"><ui:define name="body"><p/></ui:define><ui:include src="p.xhtml"/></ui:composition>'
    expect(references('a.xhtml', text)).toEqual(['extends /t.xhtml', 'include p.xhtml'])
    expect(regions('a.xhtml', text)).toEqual(['body: <ui:define name="body"><p/></ui:define>'])
    expect(regions('t.xhtml', '<ui:insert name="head"/><ui:insert name="body">A</ui:insert>'))
      .toEqual(['head: <ui:insert name="head"/>', 'body: <ui:insert name="body">A</ui:insert>'])
  })
})

describe('Web Forms', () => {
  it('fill the places of a master by their names', () => {
    expect(regions('a.aspx', '<%@ Page %><asp:Content ID="C1" ContentPlaceHolderID="Head" runat="server"><p></p></asp:Content>'))
      .toEqual(['Head: <asp:Content ID="C1" ContentPlaceHolderID="Head" runat="server"><p></p></asp:Content>'])
    expect(regions('a.master', '<asp:ContentPlaceHolder ID="Head" runat="server" /><asp:ContentPlaceHolder runat="server" ID="Body">A</asp:ContentPlaceHolder>'))
      .toEqual(['Head: <asp:ContentPlaceHolder ID="Head" runat="server" />', 'Body: <asp:ContentPlaceHolder runat="server" ID="Body">A</asp:ContentPlaceHolder>'])
  })
})

describe('other engines', () => {
  it('Grails renders templates and names its layout', () => {
    expect(references('a.gsp', '<meta name="layout" content="main"/><g:render template="/shared/menu" model="[a: 1]"/>${render(template: "row")}<g:applyLayout name="wide"></g:applyLayout>'))
      .toEqual(['extends main', 'include /shared/menu', 'include row', 'extends wide'])
  })

  it('FreeMarker and Velocity', () => {
    expect(references('a.ftl', '<#include "head.ftl"><#include "parts/${kind}.ftl"><#include "/p/" + kind + ".ftl" parse=false><#include kind>'))
      .toEqual(['include head.ftl', 'include parts/*.ftl', 'include /p/*.ftl'])
    expect(references('a.vm', '#parse("head.vm")#set($layout = "layouts/wide.vm")')).toEqual(['include head.vm', 'extends layouts/wide.vm'])
  })

  it('calls macros of FreeMarker: of a library, of an included file, of its own', () => {
    expect(references('a.ftl', '<#import "/lib/page.ftl" as page>')).toEqual([])
    expect(references('a.ftl', '<#import "/lib/page.ftl" as page><@page.wide title="x"></@page.wide><@auto.foot/>'))
      .toEqual(['include /lib/page.ftl :: macro wide', 'include auto :: macro foot'])
    expect(references('a.ftl', '<#include "m.ftl"><@head/><#macro own></#macro><@own/>'))
      .toEqual(['include m.ftl', 'include m.ftl :: macro head', 'include ./a.ftl :: macro own'])
    expect(regions('a.ftl', '<#macro own x>A<#nested></#macro><#-- <#macro no></#macro> -->')).toEqual(['macro own: <#macro own x>A<#nested></#macro>'])
  })

  it('parents and blocks of Mustache', () => {
    expect(references('a.mustache', '{{<layouts/main}}{{$title}}A{{/title}}{{>foot}}{{/layouts/main}}')).toEqual(['extends layouts/main', 'include foot'])
    expect(regions('a.mustache', '{{$title}}A{{/title}}{{#list}}{{/list}}')).toEqual(['title: {{$title}}A{{/title}}'])
  })

  it('ColdFusion includes files, calls custom tags and renders views', () => {
    expect(references('a.cfm', '<cfinclude template="head.cfm"><cf_page title="x"></cf_page><cfscript>include "foot.cfm";</cfscript><cfoutput>#renderView("main/menu")#</cfoutput>'))
      .toEqual(['include head.cfm', 'include page', 'include foot.cfm', 'include main/menu'])
  })
})
