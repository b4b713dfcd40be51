/** What a template brings in, and which parts it has. */
import { describe, expect, it } from 'vitest'
import { readFacts } from '../../src/facts/read.js'

const references = (path: string, text: string): string[] => readFacts(path, text, () => true).references
  .map(({ kind, target, part, certainty }) => [kind, target, ...(part === undefined ? [] : [`(${part})`]), ...(certainty ? [certainty] : [])].join(' '))
const blocks = (path: string, text: string): string[] => readFacts(path, text, () => true).blocks
  .map(({ name, keepsParent, isCalled, start, end }) => [name, ...(keepsParent ? ['keeps'] : []), ...(isCalled ? ['called'] : []), text.slice(start, end)].join(' | '))

describe('names in statements', () => {
  it.each([
    ['{% include "a.html" %}', ['include a.html']],
    ['{% include "a.html" with title="b.html" only %}', ['include a.html']],
    ['{% include ["a.html", "b.html"] ignore missing %}', ['include a.html likely', 'include b.html likely']],
    ['{% extends "a.html" if popup else "b.html" %}', ['extends a.html likely', 'extends b.html likely']],
    ['{% extends request.is_ajax|yesno:"a.html,b.html" %}', ['extends a.html likely', 'extends b.html likely']],
    ['{% extends layout|default:"base.html" %}', ['extends base.html likely']],
    ['{% include "parts/" ~ kind ~ ".html" %}', ['include parts/*.html possible']],
    ['{% include "parts/"|add:kind|add:".html" %}', ['include parts/*.html possible']],
    ['{% include name %}', []],
    ['{# {% include "a.html" %} #}', []],
  ])('%s', (text, expected) => expect(references('a.jinja', text)).toEqual(expected))
})

describe('render in Ruby and Elixir', () => {
  it.each([
    ['a.html.erb', '<%= render "shared/head" %><%= render(partial: "form", locals: { a: "b" }) %>', ['include shared/head', 'include form']],
    ['a.html.erb', '<%= render :partial => "form" %><%= render layout: "box" do %>x<% end %>', ['include form', 'include box']],
    ['a.html.erb', '<%= render @visits, layout: "row" %><%= render "parts/#{kind}" %>', ['include row', 'include parts/*']],
    ['a.html.haml', '%p= render "shared/head"\n= render partial: "form"', ['include shared/head', 'include form']],
    ['a.html.slim', 'p == render "shared/head"', ['include shared/head']],
    ['a.html.heex', '<%= render "menu.html", conn: @conn %><%= render(MyWeb.SharedView, "head.html", a: 1) %>', ['include menu.html', 'include head.html']],
    ['a.html.erb', '<%= render(HeadComponent.new(title: "x")) %><%# render "no" %>', []],
  ])('%s: %s', (path, text, expected) => expect(references(path, text)).toEqual(expected))
})

describe('macros', () => {
  it('are brought in where they are called, one by one', () => {
    expect(references('a.jinja', '{% from "m.html" import pixel, form as f with context %}{{ pixel() }}{{ f(1) }}'))
      .toEqual(['include m.html (macro pixel)', 'include m.html (macro form)'])
    expect(references('a.jinja', '{% import "m.html" as m %}{{ m.pixel("x") }}')).toEqual(['include m.html (macro pixel)'])
  })

  it('and nothing is, when none is called', () => {
    expect(references('a.jinja', '{% from "m.html" import pixel %}{% import "n.html" as n %}{{ other.pixel() }}')).toEqual([])
  })

  it('of the file itself are parts of it', () => {
    expect(references('dir/a.jinja', '{% macro a() %}x{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}')).toEqual(['include ./a.jinja (macro a)'])
    expect(blocks('a.jinja', '{% macro a() %}x{% endmacro %}y')).toEqual(['macro a | called | {% macro a() %}x{% endmacro %}'])
  })
})

describe('blocks', () => {
  it('of Jinja end where they end, and may keep what was there', () => {
    expect(blocks('a.jinja', '{% block a %}{% block b %}{{ super() }}{% endblock %}{% endblock a %}{% block c %}{% endblock %}')).toEqual([
      'a | {% block a %}{% block b %}{{ super() }}{% endblock %}{% endblock a %}', 'b | keeps | {% block b %}{{ super() }}{% endblock %}',
      'c | {% block c %}{% endblock %}',
    ])
  })

  it('of Twig may be one statement', () => {
    expect(blocks('a.html.twig', '{% block title "Home" %}{% block body %}{% endblock %}')).toEqual([
      'title | {% block title "Home" %}', 'body | {% block body %}{% endblock %}',
    ])
  })

  it('of Go end with their own end, and definitions are shown where they are called', () => {
    const text = '{{define "page"}}{{if .A}}{{block "scripts" .}}x{{end}}{{end}}{{end}}{{template "page" .}}{{template `footer` .}}'
    expect(blocks('a.gohtml', text)).toEqual([
      'page | called | {{define "page"}}{{if .A}}{{block "scripts" .}}x{{end}}{{end}}{{end}}', 'scripts | {{block "scripts" .}}x{{end}}',
    ])
    expect(references('a.gohtml', text)).toEqual(['include ./a.gohtml (page)', 'include footer'])
  })
})
