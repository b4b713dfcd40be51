/**
 * Twenty layouts that reach is easily wrong about, each with a page that the pixel is on and one that it is not on. The
 * pixel of most of them is PIXEL, one element of HTML; LINE is where it stands.
 */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration, type Configuration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'

const PIXEL = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-PITFALL01"></script>'
const CALL = "fbq('track', 'Lead')"

/** `FILE:LINE` of tracker code → the routes it reaches; `(stays)` where it is only still loaded. */
function reach(files: Record<string, string>, change: Partial<Configuration> = {}): Record<string, string[]> {
  const report = run(memoryTree(files), { ...defaultConfiguration, ...change }, { rules, today: '2026-06-01' })
  const found: Record<string, Set<string>> = {}
  for (const { file, span, routes } of report.sightings) {
    const line = (files[file] as string).slice(0, span.start).split('\n').length
    const paths = routes.map(({ route, persists }) => `${route.path}${persists ? ' (stays)' : ''}`)
    const place = found[`${file}:${line}`] ??= new Set()
    for (const path of paths) place.add(path)
  }
  return Object.fromEntries(Object.entries(found).map(([place, paths]) => [place, [...paths].sort()]))
}

const page = (body: string): string => `<!doctype html><html><head><title>Clinic</title></head><body>${body}</body></html>`
const next = '{ "dependencies": { "next": "15.0.0", "react": "19.0.0" } }'

describe('1: a block of a template', () => {
  const site = (child: string): Record<string, string> => ({
    'app.py': `from flask import Flask, render_template
app = Flask(__name__)
@app.route("/schedule")
def schedule(): return render_template("schedule.html")
@app.route("/careers")
def careers(): return render_template("careers.html")
`,
    'templates/base.html': page(`{% block analytics %}\n${PIXEL}\n{% endblock %}{% block main %}{% endblock %}`),
    'templates/schedule.html': `{% extends "base.html" %}{% block analytics %}${child}{% endblock %}`,
    'templates/careers.html': '{% extends "base.html" %}{% block main %}Work with us{% endblock %}',
  })

  it('that a page overrides without its parent does not reach it', () => {
    expect(reach(site(''))).toEqual({ 'templates/base.html:2': ['/careers'] })
  })

  it('that a page adds to does', () => {
    expect(reach(site('{{ super() }}'))).toEqual({ 'templates/base.html:2': ['/careers', '/schedule'] })
  })
})

it('2: a parallel route’s default is on every page of its layout, and on no other', () => {
  expect(reach({
    'package.json': next,
    'app/layout.tsx': 'export default function Root({ children }) { return <html><body>{children}</body></html> }',
    'app/portal/layout.tsx': 'export default function Portal({ children, notices }) { return <>{children}{notices}</> }',
    'app/portal/@notices/default.tsx': `export default function Notices() {\n  ${CALL}\n  return null\n}`,
    'app/portal/messages/page.tsx': 'export default function Messages() { return <p>Messages</p> }',
    'app/careers/page.tsx': 'export default function Careers() { return <p>Careers</p> }',
  })).toEqual({ 'app/portal/@notices/default.tsx:2': ['/portal/messages'] })
})

it('3: a layout of SvelteKit that a page leaves with @', () => {
  expect(reach({
    'package.json': '{ "devDependencies": { "@sveltejs/kit": "2.0.0", "svelte": "5.0.0" } }',
    'svelte.config.js': 'export default {}',
    'src/app.html': page('%sveltekit.head%%sveltekit.body%'),
    'src/routes/+layout.svelte': '<slot />',
    'src/routes/(site)/+layout.svelte': `<svelte:head>\n${PIXEL}\n</svelte:head><slot />`,
    'src/routes/(site)/careers/+page.svelte': '<h1>Careers</h1>',
    'src/routes/(site)/schedule/+layout@.svelte': '<slot />',
    'src/routes/(site)/schedule/+page.svelte': '<h1>Schedule</h1>',
  })).toEqual({ 'src/routes/(site)/+layout.svelte:2': ['/careers', '/schedule (stays)'] })
})

it('4: a flat route that is not nested in its parent', () => {
  expect(reach({
    'package.json': '{ "dependencies": { "@remix-run/react": "2.0.0", "@remix-run/node": "2.0.0" } }',
    'app/root.tsx': 'import { Outlet } from "@remix-run/react"\nexport default function App() { return <html><body><Outlet /></body></html> }',
    'app/routes/portal.tsx': `import { Outlet } from "@remix-run/react"\nexport default function Portal() {\n  ${CALL}\n  return <Outlet />\n}`,
    'app/routes/portal.messages.tsx': 'export default function Messages() { return <p>Messages</p> }',
    'app/routes/portal_.print.tsx': 'export default function Print() { return <p>Print</p> }',
  })).toEqual({ 'app/routes/portal.tsx:3': ['/portal', '/portal/messages'] })
})

it('5: a file that exports many others again brings in what is asked of it', () => {
  expect(reach({
    'package.json': next,
    'components/index.ts': "export { Pixel } from './pixel'\nexport { Card } from './card'\n",
    'components/pixel.tsx': `export function Pixel() {\n  return <script dangerouslySetInnerHTML={{ __html: "${CALL}" }} />\n}`,
    'components/card.tsx': 'export function Card() { return <p>Card</p> }',
    'pages/careers.tsx': "import { Pixel } from '../components'\nexport default function Careers() { return <Pixel /> }",
    'pages/schedule.tsx': "import { Card } from '../components'\nexport default function Schedule() { return <Card /> }",
  })).toEqual({ 'components/pixel.tsx:2': ['/careers'] })
})

it('6: a page that is loaded when it is needed leaves its tracker to the pages after it', () => {
  expect(reach({
    'package.json': '{ "dependencies": { "vue": "3.5.0", "vue-router": "4.4.0" }, "devDependencies": { "vite": "6.0.0" } }',
    'index.html': page('<div id="app"></div><script type="module" src="/src/main.js"></script>'),
    'src/main.js': `import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
const router = createRouter({ history: createWebHistory(), routes: [
  { path: '/offers', component: () => import('./Offers.vue') },
  { path: '/portal/messages', component: () => import('./Messages.vue') },
] })
createApp({}).use(router).mount('#app')
`,
    'src/Offers.vue': `<template><p>Offers</p></template>\n<script setup>\nfbq('init', '131313131313131')\n${CALL}\n</script>`,
    'src/Messages.vue': '<template><p>Messages</p></template>',
  })).toEqual({ 'src/Offers.vue:3': ['/offers', '/portal/messages (stays)'], 'src/Offers.vue:4': ['/offers'] })
})

it('7: comparisons and signs in Razor', () => {
  expect(reach({
    'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
    'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddRazorPages();\nvar app = builder.Build();\napp.MapRazorPages();\napp.Run();\n',
    'Pages/Schedule.cshtml': `@page\n<script src="https://cdn.example.org/jquery@3.7.1/jquery.js"></script>\n@if (a < b) {\n  ${PIXEL}\n}\n<p>mail@example.org</p>`,
    'Pages/Careers.cshtml': `@page\n@* ${PIXEL} *@\n<p>Careers</p>`,
  })).toEqual({ 'Pages/Schedule.cshtml:4': ['/Schedule'] })
})

it('8: rules of a style sheet in Blade', () => {
  expect(reach({
    'composer.json': '{ "require": { "laravel/framework": "^11.0" } }',
    'routes/web.php': "<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::view('/schedule', 'schedule');\nRoute::view('/careers', 'careers');\n",
    'resources/views/schedule.blade.php': `<style>@media (max-width: 40em) { p { margin: 0 } } @import url("x.css");</style>\n${PIXEL}`,
    'resources/views/careers.blade.php': `<style>@media print { p { margin: 0 } }</style>\n{{-- ${PIXEL} --}}`,
  })).toEqual({ 'resources/views/schedule.blade.php:2': ['/schedule'] })
})

it('9: PHP that ends in a comment, and PHP that never ends', () => {
  expect(reach({
    'schedule.php': `<?php // a visit ?>\n${PIXEL}\n<?php include 'footer.php';`,
    'careers.php': `<?php\n/* ?>\n${PIXEL}\n*/\ninclude 'footer.php';`,
    'footer.php': '<p>Clinic</p>',
  })).toEqual({ 'schedule.php:2': ['/schedule.php'] })
})

it('10: a tag in an attribute’s quotes', () => {
  expect(reach({
    'pom.xml': '<project><artifactId>clinic</artifactId><packaging>war</packaging><dependencies><dependency><groupId>jakarta.servlet</groupId><artifactId>jakarta.servlet-api</artifactId></dependency></dependencies></project>',
    'src/main/webapp/schedule.jsp': '<%@ taglib prefix="c" uri="jakarta.tags.core" %>\n<script src="<c:url value="/js/pixel.js"/>"></script><p>Schedule</p>',
    'src/main/webapp/careers.jsp': '<%@ taglib prefix="c" uri="jakarta.tags.core" %>\n<script src="<c:url value="/js/menu.js"/>"></script><p>Careers</p>',
    'src/main/webapp/js/pixel.js': `${CALL}\n`,
    'src/main/webapp/js/menu.js': 'document.title\n',
  })).toEqual({ 'src/main/webapp/js/pixel.js:1': ['/schedule.jsp'] })
})

it('11: a picture for browsers without scripts', () => {
  expect(reach({
    'schedule.html': page('\n<noscript><img src="https://www.facebook.com/tr?id=121212121212121&ev=PageView&noscript=1"></noscript>'),
    'careers.html': page('<!-- <noscript><img src="https://www.facebook.com/tr?id=121212121212121&ev=PageView"></noscript> -->'),
  })).toEqual({ 'schedule.html:2': ['/schedule.html'] })
})

it('12: comments of Thymeleaf that are shown, and those that are not', () => {
  const controller = `package org.example;
@org.springframework.stereotype.Controller
public class Pages {
  @GetMapping("/schedule") public String schedule() { return "schedule"; }
  @GetMapping("/careers") public String careers() { return "careers"; }
}
`
  const html = (body: string): string => `<!DOCTYPE html><html xmlns:th="http://www.thymeleaf.org"><body>\n${body}\n</body></html>`
  expect(reach({
    'pom.xml': '<project><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-thymeleaf</artifactId></dependency></dependencies></project>',
    'src/main/java/org/example/Pages.java': controller,
    'src/main/resources/templates/schedule.html': html(`<!--/*/ ${PIXEL} /*/-->`),
    'src/main/resources/templates/careers.html': html(`<!--/* ${PIXEL} */-->\n<!--/*-->${PIXEL}<!--*/-->`),
  })).toEqual({ 'src/main/resources/templates/schedule.html:2': ['/schedule'] })
})

it('13: letters outside the basic plane before a script of Astro', () => {
  const files = {
    'package.json': '{ "dependencies": { "astro": "5.0.0" } }',
    'src/pages/schedule.astro': `---\nconst name = 'é😀'\n---\n<p>é😀 {name}</p>\n<script is:inline>${CALL}</script>`,
    'src/pages/careers.astro': '---\n---\n<p>é😀</p>',
  }
  expect(reach(files)).toEqual({ 'src/pages/schedule.astro:5': ['/schedule'] })
  const [sighting] = run(memoryTree(files), defaultConfiguration, { rules, today: '2026-06-01' }).sightings
  expect(files['src/pages/schedule.astro'].slice(sighting?.span.start, sighting?.span.end)).toBe(CALL)
})

it('14: lines that end the way of Windows', () => {
  const text = `{% extends "base.html" %}\n{# a note #}\n{% block main %}\n${PIXEL}\n{% endblock %}\n`.replaceAll('\n', '\r\n')
  const files = {
    'app.py': 'from flask import Flask, render_template\napp = Flask(__name__)\n\n@app.route("/schedule")\ndef schedule():\n    return render_template("schedule.html")\n\n@app.route("/careers")\ndef careers():\n    return render_template("base.html")\n'.replaceAll('\n', '\r\n'),
    'templates/base.html': page('{% block main %}{% endblock %}'),
    'templates/schedule.html': text,
  }
  expect(reach(files)).toEqual({ 'templates/schedule.html:4': ['/schedule'] })
  const [sighting] = run(memoryTree(files), defaultConfiguration, { rules, today: '2026-06-01' }).sightings
  expect(text.slice(sighting?.span.start).startsWith('<script async src=')).toBe(true)
})

it('15: a plugin that hangs a function into the head of WordPress', () => {
  expect(reach({
    'wp-content/plugins/clinic-pixel/clinic-pixel.php': `<?php
/* Plugin Name: Clinic pixel */
add_action('wp_head', 'clinic_pixel');
function clinic_pixel() { ?>
${PIXEL}
<?php }
function clinic_never() { ?>
<script>fbq('track', 'Lead')</script>
<?php }
`,
    'wp-content/themes/clinic/style.css': '/* Theme Name: Clinic */',
    'wp-content/themes/clinic/header.php': '<html><head><?php wp_head(); ?></head><body>',
    'wp-content/themes/clinic/page-request-appointment.php': '<?php get_header(); ?><p>Request</p>',
  })).toEqual({
    'wp-content/plugins/clinic-pixel/clinic-pixel.php:5': ['/request-appointment'],
    'wp-content/plugins/clinic-pixel/clinic-pixel.php:8': [],
  })
})

it('16: a library of a theme of Drupal is on all its pages, one that nothing asks for on none', () => {
  const found = reach({
    'web/themes/custom/clinic/clinic.info.yml': 'name: Clinic\ntype: theme\nbase theme: false\nlibraries:\n  - clinic/everywhere\n',
    'web/themes/custom/clinic/clinic.libraries.yml': 'everywhere:\n  js:\n    js/everywhere.js: {}\nnowhere:\n  js:\n    js/nowhere.js: {}\n',
    'web/themes/custom/clinic/js/everywhere.js': `${CALL}\n`,
    'web/themes/custom/clinic/js/nowhere.js': `${CALL}\n`,
    'web/themes/custom/clinic/templates/page.html.twig': '{{ page.content }}',
    'web/themes/custom/clinic/templates/html.html.twig': '<html><head><js-placeholder token="{{ placeholder_token }}"></head><body>{{ page }}</body></html>',
    'web/modules/custom/visits/visits.info.yml': 'name: Visits\ntype: module\ncore_version_requirement: ^11\n',
    'web/modules/custom/visits/visits.routing.yml': "visits.request:\n  path: '/appointments/request'\n  defaults:\n    _form: '\\Drupal\\visits\\Form\\RequestForm'\n  requirements:\n    _access: 'TRUE'\n",
  })
  expect(found['web/themes/custom/clinic/js/everywhere.js:1']).toContain('/appointments/request')
  expect(found['web/themes/custom/clinic/js/nowhere.js:1']).toEqual([])
})

it('17: a page of Nuxt without the layout', () => {
  expect(reach({
    'package.json': '{ "dependencies": { "nuxt": "3.14.0" } }',
    'app.vue': '<template><NuxtLayout><NuxtPage /></NuxtLayout></template>',
    'layouts/default.vue': `<template><slot /></template>\n<script setup>\n${CALL}\n</script>`,
    'pages/careers.vue': '<template><p>Careers</p></template>',
    'pages/schedule.vue': '<template><p>Schedule</p></template>\n<script setup>definePageMeta({ layout: false })</script>',
  })).toEqual({ 'layouts/default.vue:3': ['/careers'] })
})

it('18: modules of Angular by a path in quotes', () => {
  expect(reach({
    'package.json': '{ "dependencies": { "@angular/core": "7.0.0", "@angular/router": "7.0.0" } }',
    'angular.json': '{ "projects": { "clinic": { "root": "", "sourceRoot": "src", "projectType": "application", "architect": { "build": { "options": { "index": "src/index.html", "main": "src/main.ts" } } } } } }',
    'src/index.html': page('<app-root></app-root>'),
    'src/main.ts': "import { platformBrowserDynamic } from '@angular/platform-browser-dynamic'\nimport { AppModule } from './app/app.module'\nplatformBrowserDynamic().bootstrapModule(AppModule)\n",
    'src/app/app.module.ts': `import { NgModule } from '@angular/core'
import { RouterModule } from '@angular/router'
import { AppComponent } from './app.component'
@NgModule({ declarations: [AppComponent], imports: [RouterModule.forRoot([
  { path: 'portal', loadChildren: './portal/portal.module#PortalModule' },
  { path: 'careers', loadChildren: './careers/careers.module#CareersModule' },
])], bootstrap: [AppComponent] })
export class AppModule {}
`,
    'src/app/app.component.ts': "import { Component } from '@angular/core'\n@Component({ selector: 'app-root', template: '<router-outlet></router-outlet>' })\nexport class AppComponent {}\n",
    ...Object.fromEntries([['portal', CALL], ['careers', '']].map(([name, code]) => {
      const Name = `${name?.[0]?.toUpperCase()}${name?.slice(1)}`
      return [`src/app/${name}/${name}.module.ts`, `import { Component, NgModule } from '@angular/core'
import { RouterModule } from '@angular/router'
@Component({ template: '<p>${Name}</p>' })
export class ${Name}Component { ngOnInit() { ${code} } }
@NgModule({ declarations: [${Name}Component], imports: [RouterModule.forChild([{ path: '', component: ${Name}Component }])] })
export class ${Name}Module {}
`]
    })),
  })).toEqual({ 'src/app/portal/portal.module.ts:4': ['/portal'] })
})

it('19: states of ui-router below states', () => {
  expect(reach({
    'package.json': '{ "dependencies": { "angular": "1.8.0", "@uirouter/angularjs": "1.0.0" } }',
    'index.html': page('<div ng-app="clinic"><ui-view></ui-view></div><script src="app.js"></script>'),
    'app.js': `angular.module('clinic', ['ui.router']).config(function ($stateProvider) {
  $stateProvider.state('portal', { url: '/portal', templateUrl: 'portal.html' })
    .state('portal.messages', { url: '/messages', templateUrl: 'messages.html' })
    .state('careers', { url: '/careers', templateUrl: 'careers.html' })
})
`,
    'portal.html': `<div>\n<p onclick="${CALL}">Portal</p><ui-view></ui-view></div>`,
    'messages.html': '<p>Messages</p>',
    'careers.html': '<p>Careers</p>',
  })).toEqual({ 'portal.html:2': ['/portal', '/portal/messages'] })
})

describe('20: a registry of applications in a file of JSON', () => {
  const files = {
    'package.json': '{ "name": "clinic" }',
    'apps.json': JSON.stringify([
      { rootUrl: '/my-health', entryFile: './apps/health/entry.js', template: { layout: 'page.html' } },
      { rootUrl: '/careers', entryFile: './apps/careers/entry.js', template: { layout: 'page.html' } },
    ]),
    'apps/health/entry.js': "import './pixel'\n",
    'apps/health/pixel.js': `${CALL}\n`,
    'apps/careers/entry.js': 'document.title\n',
  }

  it('is no route table that anybody could guess', () => {
    expect(reach(files)).toEqual({ 'apps/health/pixel.js:1': [] })
  })

  it('and becomes one by the configuration', () => {
    expect(reach(files, { registries: [{ file: 'apps.json', path: 'rootUrl', files: ['{entryFile}'] }] })).toEqual({ 'apps/health/pixel.js:1': ['/my-health'] })
  })
})
