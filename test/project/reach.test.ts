/** Which routes a place reaches: over layouts with their regions, includes and imports, and what keeps it away. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

const PIXEL = '<script async src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>'

/** Paths of all routes that any tracker code of a tree reaches, sorted; with the certainty when that is asked for. */
function reached(files: Record<string, string>, file?: string): string[] {
  const sightings = createProject(memoryTree(files), defaultConfiguration).sightings()
  const paths = sightings.filter((sighting) => file === undefined || sighting.file === file)
    .flatMap(({ routes }) => routes.map(({ route }) => route.path))
  return [...new Set(paths)].sort()
}

describe('templates that extend one another', () => {
  const base = `<html><head>{% block analytics %}${PIXEL}{% endblock %}</head><body>{% block content %}{% endblock %}</body></html>`

  it('a region that a child fills itself does not reach the child', () => {
    expect(reached({
      'templates/base.html': base,
      'templates/careers.html': '{% extends "base.html" %}{% block content %}<p>Jobs</p>{% endblock %}',
      'templates/login.html': '{% extends "base.html" %}{% block analytics %}{% endblock %}',
    })).toEqual(['/careers'])
  })

  it('and does when the child keeps what was there', () => {
    expect(reached({
      'templates/base.html': base,
      'templates/login.html': '{% extends "base.html" %}{% block analytics %}{{ super() }}<meta>{% endblock %}',
    })).toEqual(['/login'])
  })

  it('nor a child of a child that fills it itself, whatever stands between', () => {
    const files = {
      'templates/base.html': base,
      'templates/portal/layout.html': '{% extends "base.html" %}{% block content %}{% block main %}{% endblock %}{% endblock %}',
      'templates/careers.html': '{% extends "portal/layout.html" %}{% block main %}<p>Jobs</p>{% endblock %}',
      'templates/login.html': '{% extends "portal/layout.html" %}{% block analytics %}{% endblock %}',
    }
    expect(reached(files)).toEqual(['/careers'])
    const keeping = '{% extends "base.html" %}{% block analytics %}{{ super() }}<meta>{% endblock %}'
    expect(reached({ ...files, 'templates/portal/layout.html': keeping })).toEqual(['/careers'])
    const emptying = '{% extends "base.html" %}{% block analytics %}{% endblock %}'
    expect(reached({ ...files, 'templates/portal/layout.html': emptying })).toEqual([])
  })

  it('a partial that stands in two regions reaches a child that fills only one of them', () => {
    const both = '<html><head>{% block a %}{% include "pixel.html" %}{% endblock %}</head>'
      + '<body>{% block b %}{% include "pixel.html" %}{% endblock %}</body></html>'
    const files = { 'templates/base.html': both, 'templates/pixel.html': PIXEL }
    expect(reached({ ...files, 'templates/login.html': '{% extends "base.html" %}{% block a %}{% endblock %}' }, 'templates/pixel.html'))
      .toContain('/login')
    expect(reached({
      ...files, 'templates/login.html': '{% extends "base.html" %}{% block a %}{% endblock %}{% block b %}{% endblock %}',
    }, 'templates/pixel.html')).not.toContain('/login')
  })

  it('text of a child outside of all its regions is never shown', () => {
    expect(reached({
      'templates/base.html': '<html><body>{% block content %}{% endblock %}</body></html>',
      'templates/login.html': `{% extends "base.html" %}{% block content %}<form></form>{% endblock %}${PIXEL}`,
    })).toEqual([])
  })

  it('nor what is included there, but what is imported is', () => {
    const files = { 'templates/base.html': '<html><body>{% block content %}{% endblock %}</body></html>' }
    expect(reached({
      ...files, 'templates/includes/pixel.html': PIXEL,
      'templates/login.html': '{% extends "base.html" %}{% include "includes/pixel.html" %}{% block content %}{% endblock %}',
    })).toEqual([])
    expect(reached({
      ...files, 'templates/macros/pixel.html': `{% macro pixel() %}${PIXEL}{% endmacro %}`,
      'templates/login.html': '{% extends "base.html" %}{% import "macros/pixel.html" as pixel %}{% block content %}{{ pixel.pixel() }}{% endblock %}',
    })).toEqual(['/login'])
  })

  it('a macro is text of its own, wherever it stands', () => {
    expect(reached({
      'templates/base.html': '<html><body>{% block content %}{% endblock %}</body></html>',
      'templates/login.html': `{% extends "base.html" %}{% macro pixel() %}${PIXEL}{% endmacro %}{% block content %}{{ pixel() }}{% endblock %}`,
    })).toEqual(['/login'])
  })

  it('macros reach those that call them, each its own callers, through others too', () => {
    const files = {
      'templates/macros/all.html': `{% macro pixel() %}${PIXEL}{% endmacro %}{% macro form() %}<form></form>{% endmacro %}{% macro head() %}{{ pixel() }}{% endmacro %}`,
      'templates/careers.html': '{% from "macros/all.html" import head as top %}{{ top() }}',
      'templates/login.html': '{% import "macros/all.html" as macros %}{{ macros.form() }}',
    }
    expect(reached(files)).toEqual(['/careers'])
  })

  it('a joined name may be any template that fits', () => {
    expect(reached({
      'templates/parts/pixel_a.html': PIXEL, 'templates/other/pixel_a.html': PIXEL,
      'templates/careers.html': '{% include "parts/pixel_" ~ kind ~ ".html" %}',
      'templates/login.html': '{% include "parts/form_" ~ kind ~ ".html" %}',
    }, 'templates/parts/pixel_a.html')).toEqual(['/careers'])
  })

  it('in Blade all text of a child is shown', () => {
    expect(reached({
      'resources/views/layouts/app.blade.php': '<html><body>@yield("content")</body></html>',
      'resources/views/login.blade.php': `@extends('layouts.app')\n@section('content')<form></form>@endsection\n${PIXEL}`,
    })).toEqual(['/login'])
  })
})

describe('shells that no template names', () => {
  it('are on every page of their folder, those that a template names only where it is', () => {
    const shell = `<html><head>${PIXEL}</head><body><%- body %></body></html>`
    const pages = { 'views/careers.ejs': '<p>Jobs</p>', 'views/login.ejs': '<form></form>' }
    expect(reached({ ...pages, 'views/layout.ejs': shell })).toEqual(['/careers', '/login'])
    expect(reached({ ...pages, 'views/layout.ejs': shell, 'views/careers.ejs': "<% layout('layout') %><p>Jobs</p>" })).toEqual(['/careers'])
  })
})
