import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('<% %>', () => {
  test('the first %> ends, even in a string', () => {
    expect(visible('<% a = "%>" %>', 'erb')).toBe(' " %>')
  })

  test('an attribute is not split', () => {
    expect(tags('<a href="<%= f("a>") %>">b</a>', 'erb')).toEqual(['a href=□'])
  })

  test('a script does not end in a value', () => {
    expect(tags('<script>var x = "<%= "</script>" %>";</script><i>', 'erb')).toEqual(['script', 'i'])
  })

  test('escaped delimiters are literal', () => {
    expect(visible('<%% a %> <%= b %>', 'erb')).toBe('<%% a %> □')
  })

  test('<%- prints in EJS and not in ERB', () => {
    expect(spans('<%- a %>', 'ejs')).toEqual(['expression: a '])
    expect(spans('<%- a -%>', 'erb')).toEqual(['statement: a '])
    expect(spans('<%~ a %><%_ b _%>', 'ejs')).toEqual(['expression: a ', 'statement: b '])
  })

  test('comments', () => {
    expect(spans('<%# a %><% # b %><% c # d\ne %>', 'erb')).toEqual(['comment: a ', 'comment: # b ', 'statement: c # d\ne '])
    expect(spans('<%/* a */%><% /* b */ c() %>', 'ejs')).toEqual(['comment:/* a */', 'statement: /* b */ c() '])
  })

  test('ASP: comments may hold code, server scripts are no scripts', () => {
    expect(spans('<%-- <%= a %> --%><%: b %><%@ Page %>', 'asp')).toEqual(['comment: <%= a %> ', 'expression: b ', 'statement: Page '])
    expect(tags('<script runat="server">if (a < b) {}</script><script>c()</script>', 'asp')).toEqual(['script'])
  })

  test('an unclosed tag is text', () => {
    expect(visible('<% a <b>', 'ejs')).toBe('<% a <b>')
  })
})

describe('HEEx', () => {
  test('braces in text and attributes', () => {
    expect(visible('<a href={~p"/a}"} {@rest}>{@b} <%= c %></a>', 'heex')).toBe('<a href=□ □>□ □</a>')
  })

  test('not in scripts, styles and quoted values', () => {
    const source = '<style>a{b:c}</style><script>var a = {b: 1}</script><i title="{c}">'
    expect(visible(source, 'heex')).toBe(source)
  })

  test('comments', () => {
    expect(spans('<%!-- a %> --%><%# b %>', 'heex')).toEqual(['comment: a %> ', 'comment: b '])
  })
})
