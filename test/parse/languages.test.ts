import { describe, expect, it } from 'vitest'
import { detectLanguage, producedBy, type Language } from '../../src/parse/languages.js'

describe('the language by the name', () => {
  const rows: [path: string, language: Language][] = [
    ['a/b.js', 'javascript'],
    ['b.mjs', 'javascript'],
    ['b.jsx', 'javascript'],
    ['b.tsx', 'typescript'],
    ['b.d.cts', 'typescript'],
    ['b.vue', 'vue'],
    ['b.svelte', 'svelte'],
    ['b.astro', 'astro'],
    ['README.MD', 'markdown'],
    ['b.mdx', 'mdx'],
    ['b.phtml', 'php'],
    ['b.ctp', 'php'],
    ['b.blade.php', 'blade'],
    ['b.html.twig', 'twig'],
    ['b.html.j2', 'jinja'],
    ['b.njk', 'nunjucks'],
    ['b.liquid', 'liquid'],
    ['b.mustache', 'handlebars'],
    ['b.html.erb', 'erb'],
    ['b.js.erb', 'erb'],
    ['b.eta', 'ejs'],
    ['b.html.heex', 'heex'],
    ['b.jspf', 'jsp'],
    ['b.tagx', 'jsp'],
    ['b.gsp', 'gsp'],
    ['b.ascx', 'asp'],
    ['Site.Master', 'asp'],
    ['b.vbhtml', 'razor'],
    ['b.gohtml', 'go-template'],
    ['b.html.tmpl', 'go-template'],
    ['b.scala.html', 'razor'],
    ['b.cfc', 'coldfusion'],
    ['b.ftl', 'freemarker'],
    ['b.vm', 'velocity'],
    ['b.tpl', 'smarty'],
    ['b.jade', 'pug'],
    ['b.haml', 'haml'],
    ['b.slim', 'slim'],
    ['b.component.html', 'angular'],
    ['b.exs', 'elixir'],
    ['b.vb', 'visual-basic'],
    ['b.webmanifest', 'json'],
    ['b.css', 'other'],
    ['b.png', 'other'],
    ['Makefile', 'other'],
  ]
  it.each(rows)('%s', (path, language) => {
    expect(detectLanguage(path, '')).toBe(language)
  })
})

describe('the template engine behind .html', () => {
  const rows: [language: Language, text: string][] = [
    ['html', '<!doctype html><p>plain</p>'],
    ['html', '<p>{{ name }}</p>'],
    ['django', '{% load static %}<p></p>'],
    ['django', '<form>{% csrf_token %}</form>'],
    ['jinja', '{% extends "base.html" %}{% block x %}{% endblock %}'],
    ['liquid', '<p>{{ page.title }}</p>'],
    ['liquid', '{% include head.html %}'],
    ['liquid', "<script src=\"{{ 'a.js' | asset_url }}\"></script>"],
    ['thymeleaf', '<html xmlns:th="http://www.thymeleaf.org">'],
    ['htl', '<div data-sly-use.x="a.b.C"></div>'],
    ['go-template', '{{ define "main" }}<p></p>{{ end }}'],
    ['go-template', '<p>{{ .Title }}</p>'],
    ['go-template', '<p>{{- $x -}}</p>'],
    ['handlebars', '{{#if a}}<p></p>{{/if}}'],
    ['handlebars', '{{> header}}'],
    ['angular', '<p *ngIf="a"></p>'],
    ['angular', '<button (click)="go()"></button>'],
    ['angular', '@if (a) {\n<p></p>\n}'],
    ['php', '<p><?php echo 1 ?></p>'],
    ['ejs', '<p><%= name %></p>'],
    ['jsp', '<%@ taglib prefix="c" uri="x" %><p></p>'],
    ['asp', '<%@ Page Language="C#" %><p></p>'],
    ['freemarker', '<#if a><p></p></#if>'],
    ['coldfusion', '<cfoutput>#a#</cfoutput>'],
  ]
  it.each(rows)('%s: %s', (language, text) => {
    expect(detectLanguage('page.html', text)).toBe(language)
  })
})

describe('the language by the content', () => {
  it('of files without an extension', () => {
    expect(detectLanguage('bin/build', '#!/usr/bin/env node\nlet a')).toBe('javascript')
    expect(detectLanguage('page', '<!-- a -->\n<!DOCTYPE html>')).toBe('html')
    expect(detectLanguage('tracking', '/* a */ // b\n(function () {})()')).toBe('javascript')
    expect(detectLanguage('LICENSE', 'Copyright')).toBe('other')
  })

  it('of files with an unknown or ambiguous extension', () => {
    expect(detectLanguage('page.xyz', '<!doctype html>')).toBe('html')
    expect(detectLanguage('page.xyz', '<note/>')).toBe('other')
    expect(detectLanguage('theme.xml', '<?xml version="1.0"?>\n<html>')).toBe('html')
    expect(detectLanguage('sitemap.xml', '<?xml version="1.0"?>\n<urlset>')).toBe('other')
    expect(detectLanguage('a.inc', '<?php echo 1;')).toBe('php')
    expect(detectLanguage('a.inc', 'plain')).toBe('other')
    expect(detectLanguage('a.tpl', '<?php echo 1;')).toBe('php')
    expect(detectLanguage('a.tpl', '{% block a %}')).toBe('twig')
    expect(detectLanguage('a.tmpl', '<% if (a) { %>')).toBe('ejs')
  })

  it('does not take long for many comments', () => {
    const comments = '/* a */ '.repeat(5000) + '<!-- b --> '.repeat(5000)
    expect(detectLanguage('page', comments)).toBe('other')
  })
})

it('what a template produces is in its compound extension', () => {
  expect(producedBy('a/analytics.js.erb')).toBe('javascript')
  expect(producedBy('a/analytics.ts.j2')).toBe('typescript')
  expect(producedBy('a/styles.css.liquid')).toBe('data')
  expect(producedBy('a/page.html.erb')).toBe('page')
  expect(producedBy('a/page.erb')).toBe('page')
})
