import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('Jinja, Twig, Nunjucks', () => {
  test('expressions become holes, statements and comments become spaces', () => {
    expect(visible('a {{ b }} {% if c %}d{% endif %} {# e #} f', 'jinja')).toBe('a □ d f')
  })

  test.each(['jinja', 'twig', 'nunjucks'] as const)('a string hides the end of an expression (%s)', (language) => {
    expect(visible('<p>{{ "}}" }}!', language)).toBe('<p>□!')
    expect(visible(`{{ 'it\\'s }}' }}!`, language)).toBe('□!')
  })

  test('brackets hide it in Jinja and Twig', () => {
    expect(spans('{{ {a: {b: 1}} }}', 'twig')).toEqual(['expression: {a: {b: 1}} '])
    expect(spans('{{ {a: {b: 1}} }}', 'jinja')).toEqual(['expression: {a: {b: 1}} '])
  })

  test('a lone apostrophe is no string', () => {
    expect(visible("{{ it's }} b }}", 'jinja')).toBe('□ b }}')
  })

  test('trim marks belong to the delimiters', () => {
    expect(visible('x{%- if a -%}y{{- b -}}z{%~ endif ~%}', 'twig')).toBe('x y□z ')
  })

  test('raw content is literal', () => {
    expect(visible('{% raw %}{{ a }}{% endraw %}{{ b }}', 'jinja')).toBe(' {{ a }} □')
    expect(visible('{% verbatim %}{{ a }}{% endverbatim %}', 'twig')).toBe(' {{ a }} ')
  })

  test('a tag inside of an attribute does not split the element', () => {
    expect(tags(`<a {% if a > 1 %}class="b"{% endif %} href="{{ url("a>b") }}">`, 'jinja')).toEqual(['a class=b href=□'])
  })

  test('directly after < a name is needed', () => {
    expect(visible('<{{ tag }} class="a"></{{ tag }}>', 'twig')).toBe('<xxxxxxxxx class="a"></xxxxxxxxx>')
  })

  test('both branches stay in a script', () => {
    expect(visible('var a = {% if x %}1{% else %}2{% endif %};', 'jinja')).toBe('var a = 1 2 ;')
  })

  test('a script keeps a hole for each value', () => {
    expect(visible("f('init', {{ id }});", 'jinja')).toBe("f('init', □);")
  })

  test('an expression over several lines is one name', () => {
    expect(visible('f({{ a\n | b }})', 'jinja')).toBe('f(□\n )')
    expect(visible('f({{\r\n a }})', 'jinja')).toBe('f(□\r\n )')
  })

  test('a tag that prints is an expression, one that has an end tag is not', () => {
    expect(spans('{% path "x" %}{% cache %}{% endcache %}', 'twig')).toEqual([
      'expression: path "x" ', 'statement: cache ', 'statement: endcache ',
    ])
  })
})

describe('Django', () => {
  test('a string does not hide the end', () => {
    expect(visible('{{ "}}" }}', 'django')).toBe('□" }}')
  })

  test('a tag ends on its own line or is none', () => {
    expect(visible('{{ a\n }} {% if\n b %} {{ c }}', 'django')).toBe('{{ a\n }} {% if\n b %} □')
  })

  test('comments are blanked, also over several lines', () => {
    expect(visible('a{# b #}c{% comment "why" %}\n<script>d</script>{% endcomment %}e', 'django')).toBe(
      `a c \n e`,
    )
  })

  test('static and url stand for a value', () => {
    expect(tags(`<script src="{% static 'js/a.js' %}"></script>`, 'django')).toEqual(['script src=□'])
  })
})

describe('Liquid', () => {
  test('the first closing delimiter ends, over several lines', () => {
    expect(visible('{{ "}}" }}\n{% assign a =\n 1 %}b', 'liquid')).toBe('□" }}\n \n b')
  })

  test('comment and raw', () => {
    expect(visible('{% comment %}<i>{% endcomment %}{% raw %}{{ a }}{% endraw %}', 'liquid')).toBe(
      ' {{ a }} ',
    )
  })

  test('the javascript tag is a script, the schema is no markup', () => {
    const source = `{% javascript %}var a = 1;{% endjavascript %}{% schema %}{"name": "<b>"}{% endschema %}`
    expect(visible(source, 'liquid').trimEnd()).toBe('<script> var a = 1;</script>')
    expect(tags(source, 'liquid')).toEqual(['script'])
  })

  test('CSS is no comment: {# means nothing', () => {
    expect(visible('a{#b} c#}', 'liquid')).toBe('a{#b} c#}')
  })
})
