import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('plain pages', () => {
  test('without a template construct nothing changes', () => {
    const source = '<p onclick="a({b: 1})">c</p><script>var d = `${e}`; if (f) { g({h: {}}) }</script><!-- i -->'
    expect(visible(source, 'html')).toBe(source)
    expect(spans(source, 'html')).toEqual([])
  })

  test.each([
    ['<a title="<?= "b>c" ?>">', 'a title=□'],
    ['<a title="<%= "b>c" %>">', 'a title=□'],
    ['<a title="{{ b > c }}">', 'a title=□'],
    ['<a title="${ b > c }">', 'a title=□'],
    ['<a {% if b > c %}title="d"{% endif %}>', 'a title=d'],
    ['<a title="<c:url value="/b"/>">', 'a title=□'],
    ['<a <cfif b GT ">">title="c"</cfif>>', 'a title=c'],
    ['<a title="#{b}">', 'a title=□'],
  ])('%s', (source, tag) => {
    expect(tags(source, 'html')).toEqual([tag])
  })

  test('several engines in one page', () => {
    expect(visible('<?= $a ?>{{ b }}{% c %}<%= d %>', 'html')).toBe('□')
  })

  test('a plain name in a script is a hole, code is not', () => {
    expect(visible(`<script>a('{{ b.c }}'); d({{ e }}); f={{g: 1}}; function h(){{ i(); }}</script>`, 'html')).toBe(
      `<script>a('□'); d(□); f={{g: 1}}; function h(){{ i(); }}</script>`,
    )
  })

  test('template literals of a script stay', () => {
    expect(visible('<script>a(`${b}`)</script><p>${c}</p>', 'html')).toBe('<script>a(`${b}`)</script><p>□</p>')
  })

  test('mail addresses stay', () => {
    expect(visible('<p>a@b.example, user@Model.example</p>', 'html')).toBe('<p>a@b.example, user@Model.example</p>')
  })

  test('comments stay as they are', () => {
    const source = '<!-- {{ a }} {% b %} <?= $c ?> -->'
    expect(visible(source, 'html')).toBe(source)
    expect(spans(source, 'html')).toEqual([])
  })
})
