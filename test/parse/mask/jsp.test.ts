import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('JSP', () => {
  test('scriptlets, directives, comments', () => {
    expect(spans('<%-- <%= a %> --%><%@ page import="b" %><%! int c; %><%= d %><% e(); %>', 'jsp')).toEqual([
      'comment: <%= a %> ', 'statement: page import="b" ', 'statement: int c; ', 'expression: d ', 'statement: e(); ',
    ])
    expect(spans('<jsp:scriptlet>if (a < b) {</jsp:scriptlet>', 'jsp')).toEqual(['statement:if (a < b) {'])
  })

  test('a string hides the end of an expression', () => {
    expect(visible('${a["}"]}! #{b}', 'jsp')).toBe('□! □')
  })

  test('an escaped expression is text', () => {
    expect(visible('\\${a} ${b}', 'jsp')).toBe('\\${a} □')
  })

  test('a tag in an attribute value', () => {
    expect(tags('<script src="<c:url value="/p.js"/>"></script>', 'jsp')).toEqual(['script src=□'])
    expect(tags('<a class="b <c:if test="${d > 1}">e</c:if>" href=f>', 'jsp')).toEqual(['a class=b e href=f'])
  })

  test('a tag with parameters is one value', () => {
    const source = `<a href="<c:url value="/p">\n<c:param name="q" value="\${r}"/><c:param name="s">t</c:param></c:url>" id=u>`
    expect(tags(source, 'jsp')).toEqual(['a href=□\n id=u'])
    expect(tags('<a href="<c:url value="/p"><b:other/></c:url>" id=u>', 'jsp')).toEqual(['a href= □ id=u'])
  })

  test('a tag name that is no name', () => {
    expect(tags('<a b="<c:d( e></c:d(>" f=g>', 'jsp')).toEqual(['a b=□ f=g'])
    expect(tags('<a b="<c:d[ e>" f=g>', 'jsp')).toEqual(['a b= f=g'])
  })

  test('a tag among attributes', () => {
    expect(tags('<option <c:if test="${a}">selected</c:if> value="1">', 'jsp')).toEqual(['option selected= value=1'])
  })

  test('tags in a script: what prints is a hole, what steers is blank', () => {
    expect(visible(`<script>var a = '<c:out value="\${b}"/>';<c:if test="\${c}">d();</c:if></script>`, 'jsp')).toBe(
      `<script>var a = '□'; d(); </script>`,
    )
    expect(visible(`<script>a(<c:out value="b"></c:out>)<c:set var="d" value="e"/></script>`, 'jsp')).toBe('<script>a(□) </script>')
  })

  test('tags elsewhere are elements', () => {
    expect(tags('<c:if test="${a > 1}"><jsp:include page="b.jsp"/></c:if>', 'jsp')).toEqual(['c:if test=□', 'jsp:include page=b.jsp'])
  })
})

describe('GSP', () => {
  test('expressions hold Groovy: maps, closures, strings', () => {
    expect(visible('<a href="${createLink(action: "b", params: [c: { it }])}">', 'gsp')).toBe('<a href="□">')
  })

  test('comments', () => {
    expect(spans('%{-- ${a} --}%', 'gsp')).toEqual(['comment: ${a} '])
  })

  test('tags whose content is a script become one', () => {
    expect(tags('<g:javascript>if (a < b) { c("${d}") }</g:javascript><i>', 'gsp')).toEqual(['script', 'i'])
    expect(tags('<asset:script type="text/javascript">var a = "<b>";</asset:script>', 'gsp')).toEqual(['script'])
  })

  test('a library is no script of the page', () => {
    expect(tags('<g:javascript library="a"/>', 'gsp')).toEqual(['g:javascript library=a'])
  })
})
