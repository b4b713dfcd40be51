import { describe, expect, it } from 'vitest'
import { readMarkup, attributeOf } from '../../src/parse/markup.js'

/** The elements of a text as `name` or `name < parent`. */
function outline(text: string, options = {}): string[] {
  return readMarkup(text, options).elements.map(({ name, parent }) => (parent ? `${name} < ${parent.name}` : name))
}

function only(text: string) {
  const { elements } = readMarkup(text)
  expect(elements).toHaveLength(1)
  return elements[0]!
}

describe('elements', () => {
  it('nest, with the span of the whole element and of its content', () => {
    const text = '<div>a<p>b</p></div>'
    const [div, paragraph] = readMarkup(text).elements
    expect(text.slice(div!.start, div!.end)).toBe(text)
    expect(text.slice(div!.content.start, div!.content.end)).toBe('a<p>b</p>')
    expect(text.slice(paragraph!.start, paragraph!.end)).toBe('<p>b</p>')
    expect(paragraph!.parent).toBe(div)
  })

  it('keep their name as written beside the lower-cased tag', () => {
    expect(only('<SCRIPT></SCRIPT>')).toMatchObject({ name: 'SCRIPT', tag: 'script' })
    expect(only('<x-Layout.Head></x-Layout.Head>')).toMatchObject({ name: 'x-Layout.Head', tag: 'x-layout.head' })
  })

  it('are void by the HTML list, whatever follows', () => {
    expect(outline('<img src=a><p></p>')).toEqual(['img', 'p'])
    expect(outline('<link rel=preload href=a><script></script>')).toEqual(['link', 'script'])
  })

  it('close at `/>` when they are components or foreign, not when they are HTML', () => {
    expect(outline('<Script src="a" /><p></p>')).toEqual(['Script', 'p'])
    expect(outline('<x-pixel /><p></p>')).toEqual(['x-pixel', 'p'])
    expect(outline('<svg><path /><title /><g></g></svg>')).toEqual(['svg', 'path < svg', 'title < svg', 'g < svg'])
    expect(outline('<div /><p></p>')).toEqual(['div', 'p < div'])
  })

  it('close at `/>` in component languages', () => {
    expect(outline('<div /><script src="a" /><p></p>', { components: true })).toEqual(['div', 'script', 'p'])
    expect(outline('<Link href="a"><b></b></Link>', { components: true })).toEqual(['Link', 'b < Link'])
    expect(outline('<link href="a"><b></b>', { components: true })).toEqual(['link', 'b'])
  })

  it('inside noscript are elements, in head too', () => {
    const text = '<head><noscript><img src="https://t.example/p.gif"></noscript><script>a</script></head>'
    expect(outline(text)).toEqual(['head', 'noscript < head', 'img < noscript', 'script < head'])
  })

  it('inside template, table and select are elements', () => {
    expect(outline('<template><script>1</script></template>')).toEqual(['template', 'script < template'])
    expect(outline('<table><script>1</script><tr></tr></table>')).toEqual(['table', 'script < table', 'tr < table'])
  })

  it('survive end tags nobody opened', () => {
    expect(outline('</p></div><b></i></b>')).toEqual(['b'])
  })

  it('are counted in UTF-16 units across CRLF and emoji', () => {
    const text = '<p>\r\n\u{1F600}&amp;é</p>\r\n<script>\r\n"\u{1F600}"</script>'
    const script = readMarkup(text).elements[1]!
    expect(text.slice(script.content.start, script.content.end)).toBe('\r\n"\u{1F600}"')
  })
})

describe('raw content', () => {
  it('of script, style, textarea and title holds no elements', () => {
    for (const name of ['script', 'style', 'textarea', 'title', 'xmp', 'iframe']) {
      const text = `<${name}><b>&amp;</b></${name}>`
      const element = only(text)
      expect(text.slice(element.content.start, element.content.end)).toBe('<b>&amp;</b>')
    }
  })

  it('ends after the inner script of an escaped script', () => {
    const element = only('<script><!-- document.write("<script></script>") --></script>')
    expect(element.content.end).toBe(element.end - '</script>'.length)
  })

  it('of an unclosed script ends at the next script or the end of the body, and is noted', () => {
    const text = '<script>one()\n<script src="a.js">\n<p></p>'
    const markup = readMarkup(text)
    expect(text.slice(markup.elements[0]!.content.start, markup.elements[0]!.content.end)).toBe('one()\n')
    expect(markup.notes[0]).toEqual({ offset: 0, message: '<script> is not closed' })
    expect(outline('<body><script>one()</body><footer></footer>')).toEqual(['body', 'script < body', 'footer'])
  })

  it('of an unclosed last script ends at the end of the file', () => {
    const text = '<p></p><script>one()'
    const script = readMarkup(text).elements[1]!
    expect(text.slice(script.content.start, script.content.end)).toBe('one()')
    expect(script.end).toBe(text.length)
  })

  it('is every top-level block but template in a Vue file', () => {
    const text = '<i18n>{ "a": "<b>" }</i18n><template><b/></template>'
    expect(outline(text, { components: true, rawTopLevel: true })).toEqual(['i18n', 'template', 'b < template'])
  })
})

describe('comments', () => {
  it('give their span and no elements', () => {
    const text = '<!-- <script>1</script> --><p></p>'
    const { comments, elements } = readMarkup(text)
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['<!-- <script>1</script> -->'])
    expect(elements).toHaveLength(1)
  })

  it('with an Internet Explorer condition count as content', () => {
    const text = '<!--[if lt IE 9]><script src="a.js"></script><![endif]--><p></p>'
    const [script, paragraph] = readMarkup(text).elements
    expect(text.slice(script!.start, script!.end)).toBe('<script src="a.js"></script>')
    expect(text.slice(paragraph!.start, paragraph!.end)).toBe('<p></p>')
  })

  it('with a condition do not leave elements open', () => {
    const text = '<!--[if IE 7]><html class="old"><![endif]--><!--[if !IE]><!--><html><!--<![endif]--><p></p>'
    expect(outline(text)).toEqual(['html', 'html', 'p < html'])
  })
})

describe('attributes', () => {
  const values = (text: string) =>
    readMarkup(text).elements[0]!.attributes.map(({ name, value }) => [name, value.text])

  it('are read quoted, unquoted, without value, with spaces around the sign', () => {
    expect(values(`<a href="x" id = 'y' data-z=1/2 hidden title= "t">`)).toEqual([
      ['href', 'x'],
      ['id', 'y'],
      ['data-z', '1/2'],
      ['hidden', ''],
      ['title', 't'],
    ])
  })

  it('keep the names of template languages as written', () => {
    const names = ['@click.prevent', ':src', 'v-on:click', '(ngSubmit)', '[(ngModel)]', '*ngIf', 'on:click', 'onClick', '#x']
    expect(values(`<a ${names.map((name) => `${name}="1"`).join(' ')}>`).map(([name]) => name)).toEqual(names)
  })

  it('decode character references and map every character back', () => {
    const text = '<a onclick="track(&quot;a&quot;, x &amp;&amp; y)">'
    const { value } = attributeOf(readMarkup(text).elements[0]!, 'onclick')!
    expect(value.text).toBe('track("a", x && y)')
    expect(text.slice(value.toFile(value.text.indexOf('a"')))).toMatch(/^a&quot;/)
    expect(text.slice(value.toFile(value.text.indexOf('&&')))).toMatch(/^&amp;&amp; y/)
    expect(text.slice(value.toFile(value.text.indexOf('y)')))).toMatch(/^y\)/)
    expect(value.toFile(value.text.length)).toBe(text.indexOf('">'))
  })

  it('leave ampersands of query strings alone', () => {
    expect(values('<img src="p?a=1&copy=2&section=3&#38;x&reg;">')).toEqual([['src', 'p?a=1&copy=2&section=3&x®']])
  })

  it('map correctly in a file with CRLF and emoji before them', () => {
    const text = '\u{1F600}\r\n<a\r\n  title="\u{1F600}&lt;b"\r\n  href="/x">'
    const [title, href] = readMarkup(text).elements[0]!.attributes
    expect(text.slice(title!.value.toFile(0), title!.value.toFile(3))).toBe('\u{1F600}&lt;')
    expect(text.slice(href!.start, href!.end)).toBe('href="/x"')
  })
})
