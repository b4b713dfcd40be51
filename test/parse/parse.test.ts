import { describe, expect, it } from 'vitest'
import { HOLE } from '../../src/parse/hole.js'
import { MappedTextBuilder } from '../../src/parse/mapped-text.js'
import { parseEmbeddedMarkup, parseFile } from '../../src/parse/parse.js'

describe('script files', () => {
  const goal = (path: string, text: string) => parseFile(path, text).fragments[0]!.goal

  it('are one fragment, in the syntax of their extension', () => {
    const [fragment] = parseFile('a.tsx', 'const a = <b/>').fragments
    expect(fragment).toMatchObject({ code: { text: 'const a = <b/>' }, jsx: true, typescript: true, server: false })
    expect(parseFile('a.ts', 'const a = <B>b').fragments[0]).toMatchObject({ jsx: false, typescript: true })
    expect(parseFile('a.js', 'const a = <b/>').fragments[0]).toMatchObject({ jsx: true, typescript: false })
  })

  it('are modules when they import, export or require', () => {
    expect(goal('a.js', 'import "b"')).toBe('module')
    expect(goal('a.js', 'var a;export{a}')).toBe('module')
    expect(goal('a.js', 'const a = require("b")')).toBe('module')
    expect(goal('a.mjs', 'go()')).toBe('module')
  })

  it('are classic scripts otherwise', () => {
    expect(goal('a.js', 'window.important = 1; go()')).toBe('script')
    expect(goal('a.js', 'import("b")')).toBe('script')
  })

  it('may begin with front matter', () => {
    const text = '---\nlayout: null\n---\ngo()'
    const file = parseFile('a.js', text)
    expect(file.frontMatter).toEqual({ span: { start: 0, end: 21 }, text: 'layout: null' })
    expect(file.fragments[0]!.code.text.trim()).toBe('go()')
    expect(file.fragments[0]!.code.text).toHaveLength(text.length)
  })

  it('written by a template engine are scripts, not pages', () => {
    const file = parseFile('a.js.erb', 'go("<%= id %>") // <b>')
    expect(file.markup.elements).toEqual([])
    expect(file.fragments[0]!.code.text).toBe(`go("${HOLE.repeat(9)}") // <b>`)
  })
})

describe('data', () => {
  it('gives nothing', () => {
    for (const path of ['a.json', 'a.css', 'a.css.erb']) {
      const file = parseFile(path, '<script>go()</script>')
      expect(file).toMatchObject({ fragments: [], markup: { elements: [] }, problems: [] })
    }
  })
})

describe('pages', () => {
  it('give scripts, comments and problems with 1-based lines', () => {
    const file = parseFile('a.html', '<!-- one -->\r\n<p>\r\n<script>go()')
    expect(file.comments).toEqual([{ start: 0, end: 12, text: ' one ' }])
    expect(file.problems).toEqual([{ file: 'a.html', line: 3, message: '<script> is not closed' }])
    expect(file.fragments.map(({ code }) => code.text)).toEqual(['go()'])
  })

  it('may begin with front matter, which is no text of the page', () => {
    const file = parseFile('a.njk', '---\r\ntitle: <b>\r\n---\r\n<p></p>')
    expect(file.frontMatter?.text).toBe('title: <b>')
    expect(file.markup.elements.map(({ tag }) => tag)).toEqual(['p'])
  })

  it('have front matter only where it is closed and at the beginning', () => {
    expect(parseFile('a.md', '---\ntitle: a\n').frontMatter).toBeNull()
    expect(parseFile('a.md', 'a\n---\nb\n---\n').frontMatter).toBeNull()
    expect(parseFile('a.md', '---\n---\na').frontMatter).toEqual({ span: { start: 0, end: 8 }, text: '' })
  })
})

describe('Markdown', () => {
  const tags = (text: string, path = 'a.md') => parseFile(path, text).markup.elements.map(({ name }) => name)

  it('counts raw HTML', () => {
    const file = parseFile('a.md', '# Title\n\n<script>\nconst a = `b`\n\ngo(`${a}`)\n</script>\n')
    expect(file.fragments.map(({ code }) => code.text)).toEqual(['\nconst a = `b`\n\ngo(`${a}`)\n'])
  })

  it('does not count code that is shown', () => {
    expect(tags('```html\n<script>a()</script>\n```\n')).toEqual([])
    expect(tags('~~~~\n```\n<script>\n~~~\n~~~~\n<b></b>')).toEqual(['b'])
    expect(tags('- item\n\n  ```\n  <script>\n  ```\n')).toEqual([])
    expect(tags('Use `<script>` or ``<i>`<b>``, \\<u> and <em>this</em>.')).toEqual(['em'])
  })

  it('ends code that is not closed with the file, and lone backticks with their paragraph', () => {
    expect(tags('```\n<script>')).toEqual([])
    expect(tags('a ` b\n\n<i></i> `')).toEqual(['i'])
  })

  it('does not take an unclosed tag in the text for the beginning of a script', () => {
    const file = parseFile('a.md', 'Put <script> first.\n\n<script>go()</script>\n')
    expect(file.fragments.map(({ code }) => code.text)).toEqual(['go()'])
    expect(file.problems).toEqual([])
  })

  it('is read as Liquid where it has tags', () => {
    const file = parseFile('a.md', '{% include pixel.html %}\n\n`{% raw %}`')
    expect(file.spans.map(({ code }) => code.trim())).toEqual(['include pixel.html'])
  })
})

describe('MDX', () => {
  it('is a module and its elements', () => {
    const text = 'import A from "a"\nexport const b = {\n\n  c: 1 }\n\nText `import x`.\n\n<A b="c">\n\n```js\nimport d\n```\n</A>\n'
    const file = parseFile('a.mdx', text)
    expect(file.fragments[0]!.goal).toBe('module')
    expect(file.fragments[0]!.code.text.trim()).toBe('import A from "a"\nexport const b = {\n\n  c: 1 }')
    expect(file.fragments[0]!.code.text).toHaveLength(text.length)
    expect(file.markup.elements.map(({ name }) => name)).toEqual(['A'])
  })

  it('without imports has no module', () => {
    expect(parseFile('a.mdx', 'exports are good\n\nimporting too').fragments).toEqual([])
  })
})

describe('server code', () => {
  it('gives strings and comments', () => {
    const file = parseFile('a.py', '# one\nreturn "<script>go()</script>"')
    expect(file.strings.map(({ content }) => content.text)).toEqual(['<script>go()</script>'])
    expect(file.comments.map(({ text }) => text)).toEqual([' one'])
  })
})

describe('markup in a string', () => {
  it('has its offsets in the file', () => {
    const text = 'x = "<a\\n onclick=\\"go(&quot;b&quot;)\\"><script>run()</script>"'
    const { content } = parseFile('a.java', text).strings[0]!
    const { markup, fragments } = parseEmbeddedMarkup(content)
    expect(markup.elements.map(({ start, end }) => text.slice(start, end))).toEqual([
      text.slice(5, -1),
      '<script>run()</script>',
    ])
    expect(fragments.map(({ goal, code }) => `${goal}: ${code.text}`)).toEqual(['handler: go("b")', 'script: run()'])
    const [handler, script] = fragments
    expect(text.slice(handler!.code.toFile(4), handler!.code.toFile(5))).toBe('b')
    expect(text.slice(script!.code.toFile(0), script!.code.toFile(3))).toBe('run')
    expect(handler!.attribute).toBe(markup.elements[0]!.attributes[0])
    expect(script!.element).toBe(markup.elements[1])
  })

  it('may come from several pieces', () => {
    const file = 'A("<img src=" . "\'x\'>")'
    const content = new MappedTextBuilder().verbatim('<img src=', 3).verbatim("'x'>", 17).build(21)
    const { markup } = parseEmbeddedMarkup(content)
    const [image] = markup.elements
    expect(file.slice(image!.start, image!.end)).toBe(file.slice(3, 21))
    expect(file[image!.attributes[0]!.value.toFile(0)]).toBe('x')
  })
})

describe('server templates', () => {
  const read = (path: string, text: string) => {
    const file = parseFile(path, text)
    const shown = (value: string) => value.replace(new RegExp(`${HOLE}+`, 'g'), '…')
    return {
      file,
      scripts: file.fragments.map(({ goal, code }) => `${goal}: ${shown(code.text)}`),
      elements: file.markup.elements.map(({ tag, attributes }) =>
        [tag, ...attributes.map(({ name, value }) => `${name}=${shown(value.text)}`)].join(' '),
      ),
    }
  }

  it('are read around their tags, with holes where a value is filled in', () => {
    const rows: [path: string, text: string][] = [
      ['a.php', '<a href="/<?= $x ?>" onclick="go()">\r\n<?php if ($a > 1) { ?><script>go(<?= $y ?>)</script><?php } ?>'],
      ['a.blade.php', '<a href="/{{ $x }}" onclick="go()">\r\n@if ($a > 1)<script>go({!! $y !!})</script>@endif'],
      ['a.twig', '<a href="/{{ x }}" onclick="go()">\r\n{% if a > 1 %}<script>go({{ y }})</script>{% endif %}'],
      ['a.html.erb', '<a href="/<%= x %>" onclick="go()">\r\n<% if a > 1 %><script>go(<%= y %>)</script><% end %>'],
      ['a.hbs', '<a href="/{{x}}" onclick="go()">\r\n{{#if a}}<script>go({{{y}}})</script>{{/if}}'],
      ['a.jsp', '<a href="/${x}" onclick="go()">\r\n<% if (a > 1) { %><script>go(<%= y %>)</script><% } %>'],
    ]
    for (const [path, text] of rows) {
      const { file, scripts, elements } = read(path, text)
      expect(elements).toEqual(['a href=/… onclick=go()', 'script'])
      expect(scripts).toEqual(['handler: go()', 'script: go(…)'])
      const [, script] = file.markup.elements
      expect(text.slice(script!.start, script!.end)).toMatch(/^<script>go\(.*\)<\/script>$/)
    }
  })

  it('of PHP may end in code, whose strings are kept', () => {
    const text = "<p></p>\n<?php\n// note\necho '<script>go(\"a\")</script>';"
    const { file, scripts, elements } = read('a.php', text)
    expect(elements).toEqual(['p'])
    expect(scripts).toEqual([])
    expect(file.comments.map((comment) => comment.text.trim())).toEqual(['note'])
    const { fragments } = parseEmbeddedMarkup(file.strings[0]!.content)
    expect(fragments.map(({ code }) => code.text)).toEqual(['go("a")'])
    const at = fragments[0]!.code.toFile(0)
    expect(text.slice(at, at + 7)).toBe('go("a")')
  })

  it('have comments that hide what stands in them', () => {
    for (const [path, text] of [
      ['a.twig', '{# <script>go()</script> #}'],
      ['a.blade.php', '{{-- <script>go()</script> --}}'],
      ['a.html.erb', '<%# <script>go()</script> %>'],
    ] as const) {
      const { file, scripts } = read(path, text)
      expect(scripts).toEqual([])
      expect(file.comments.map((comment) => comment.text.trim())).toEqual(['<script>go()</script>'])
    }
  })
})
