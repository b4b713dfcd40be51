/** Templates of servers whose routes nothing reads: their place is a guess at their address. */
import { describe, expect, it } from 'vitest'
import { routesOf } from './read-routes.js'

describe('templates', () => {
  it('are possible pages by their path below the views', () => {
    expect(routesOf({
      'templates/portal/messages.tpl': '<h1>Messages</h1>',
      'templates/book.j2': '{% extends "base.j2" %}{% block body %}{{ form }}{% endblock %}',
      'templates/base.j2': '<html><body>{% block body %}{% endblock %}</body></html>',
    })).toEqual(['/book possible', '/portal/messages possible'])
  })

  it('that make settings of servers are none', () => {
    expect(routesOf({
      'chart/templates/deployment.tpl': '{{- define "portal.deployment" -}}\nkind: Deployment\n{{- end -}}',
      'roles/web/templates/nginx.conf.j2': 'server { listen {{ port }}; }',
      'roles/web/templates/unit.j2': '[Service]\nExecStart={{ command }}',
    })).toEqual([])
  })

  it('are no classes that make markup, and are what has a class in front of its markup', () => {
    const made = "<?php\nclass Shop_View_Helper_Image {\n  function tag() { return '<img>'; }\n}"
    expect(routesOf({ 'lib/Shop/View/Helper/Image.php': made })).toEqual([])
    expect(routesOf({ 'views/visits.php': `${made}\n?>\n<h1>Visits</h1>` })).toEqual(['/visits possible'])
  })
})
