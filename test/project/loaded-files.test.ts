/** Scripts and pages that a page loads, as its markup writes their addresses. */
import { describe, expect, it } from 'vitest'
import { reachOf } from '../frameworks/read-routes.js'

const script = { 'static/js/app.js': 'start()', 'static/js/other.js': 'start()' }
const reached = (files: Record<string, string>): string[] => reachOf({ ...script, ...files }, 'static/js/app.js')

describe('a script', () => {
  it.each([
    ['in quotes', 'index.html', '<body><script src="/js/app.js"></script>'],
    ['without quotes', 'index.html', '<body><script async src=/js/app.js></script>'],
    ['with a query', 'index.html', '<body><script src="/js/app.js?v=3"></script>'],
    ['below a base that a template fills in', 'templates/index.html', '{% if x %}{% endif %}<body><script src="{{ base }}/js/app.js"></script>'],
    ['by a tag of Django', 'templates/index.html', "{% load static %}<body><script src=\"{% static 'js/app.js' %}\"></script>"],
    ['by a function of Flask', 'templates/index.html', "{% block x %}{% endblock %}<body><script src=\"{{ url_for('static', filename='js/app.js') }}\"></script>"],
    ['by a filter of Liquid', 'templates/index.liquid', "<body><script src=\"{{ '/js/app.js' | relative_url }}\"></script>"],
    ['by a helper of PHP', 'templates/index.php', "<body><script src=\"<?= asset('js/app.js') ?>\"></script>"],
    ['by a helper of Ruby', 'templates/index.html.erb', "<body><script src='<%= asset_path(\"js/app.js\") %>'></script>"],
  ])('%s', (_, page, text) => {
    expect(reached({ [page]: text })).toHaveLength(1)
  })

  it.each([
    ['that is another', 'index.html', '<body><script src="/js/other.js"></script>'],
    ['in a comment', 'index.html', '<body><!-- <script src="/js/app.js"></script> -->'],
    ['of another host', 'index.html', '<body><script src="https://cdn.example/js/app.js"></script>'],
    ['as a text', 'templates/index.html', '{% if x %}{% endif %}<body><p title="{{ \'js/app.js\' }}"></p>'],
  ])('%s is not loaded', (_, page, text) => {
    expect(reached({ [page]: text })).toEqual([])
  })
})

describe('a page of the site', () => {
  it.each(['<iframe src="/piece.html"></iframe>', '<object data="piece.html"></object>', '<embed src=piece.html>', '<frameset><frame src="piece.html"></frameset>'])('in %s', (text) => {
    expect(reachOf({ 'index.html': `<html>${text}</html>`, 'piece.html': '<p></p>' }, 'piece.html')).toEqual(['/'])
  })
})
