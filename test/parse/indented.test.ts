import { describe, expect, it } from 'vitest'
import { HOLE } from '../../src/parse/hole.js'
import { parseFile } from '../../src/parse/parse.js'

const read = (path: string, lines: string[], end = '\n') => parseFile(path, lines.join(end))

function outline(path: string, lines: string[], end = '\n') {
  const file = read(path, lines, end)
  return file.markup.elements.map(({ name, attributes, parent }) => {
    const list = attributes.map((attribute) => `${attribute.name}=${attribute.value.text.replaceAll(HOLE, '…')}`)
    return [name, ...list].join(' ') + (parent ? ` < ${parent.name}` : '')
  })
}

function scripts(path: string, lines: string[], end = '\n') {
  return read(path, lines, end).fragments.map(({ goal, code }) => `${goal}: ${code.text.replaceAll(HOLE, '…').replace(/\s+/g, ' ').trim()}`)
}

const FILES = {
  'a.pug': [
    'html(lang="en")',
    '  head',
    '    script(async src="https://t.example/p.js?id=" + id)',
    '    script.',
    '      go("#{x}")',
    '',
    '      more()',
    '    //- script hidden()',
    '  body',
    '    #main.wide(onclick="go(\'a\')") text',
    '    noscript: img(src="https://t.example/p")',
  ],
  'a.haml': [
    '%html{lang: "en"}',
    '  %head',
    '    %script{:async => true, "src" => "https://t.example/p.js?id=#{id}"}',
    '    :javascript',
    '      go("#{x}")',
    '',
    '      more()',
    '    -# %script hidden()',
    '  %body',
    '    #main.wide{onclick: "go(\'a\')"} text',
    '    %noscript',
    '      %img(src="https://t.example/p")',
  ],
  'a.slim': [
    'html lang="en"',
    '  head',
    '    script async=true src="https://t.example/p.js?id=#{id}"',
    '    javascript:',
    '      go("#{x}")',
    '',
    '      more()',
    '    / script hidden()',
    '  body',
    '    #main.wide onclick="go(\'a\')" text',
    '    noscript: img src="https://t.example/p"',
  ],
}

describe.each(Object.entries(FILES))('%s', (path, lines) => {
  it('gives elements with attributes', () => {
    expect(outline(path, lines).map((line) => line.replace('async= ', 'async=true '))).toEqual([
      'html lang=en',
      'head < html',
      'script async=true src=https://t.example/p.js?id=… < head',
      'script < head',
      'body < html',
      'div id=main class=wide onclick=go(\'a\') < body',
      'noscript < body',
      'img src=https://t.example/p < noscript',
    ])
  })

  it('gives script bodies and handlers, with holes for what is filled in', () => {
    expect(scripts(path, lines).map((line) => line.replace(/…+/g, '…'))).toEqual([
      'script: go("…") more()',
      "handler: go('a')",
    ])
  })

  it('keeps positions, with CRLF too', () => {
    for (const end of ['\n', '\r\n']) {
      const file = read(path, lines, end)
      const script = file.fragments[0]!
      for (const word of ['go(', 'more()']) {
        const at = script.code.toFile(script.code.text.indexOf(word))
        expect(file.text.slice(at, at + word.length)).toBe(word)
      }
      const src = file.markup.elements.at(-1)!.attributes[0]!
      expect(file.text.slice(src.value.toFile(0), src.value.toFile(5))).toBe('https')
      expect(file.text.slice(src.start, src.end)).toMatch(/^src="https:\/\/t\.example\/p"?$/)
      const body = file.markup.elements.find(({ name }) => name === 'body')!
      expect(file.text.slice(body.start, body.end)).toMatch(/^%?body[\s\S]*https:\/\/t\.example\/p"\)?$/)
    }
  })

  it('keeps comments apart', () => {
    expect(read(path, lines).comments.map(({ text }) => text.trim())).toEqual([expect.stringMatching(/^%?script hidden\(\)$/)])
  })
})

describe('references and conditions', () => {
  it('of Pug are statements', () => {
    const file = read('a.pug', ['extends base', 'block scripts', '  include inc/pixel', '  if live', '    +pixel("1")'])
    expect(file.spans.map(({ code }) => code)).toEqual(['extends base', 'block scripts', 'include inc/pixel', 'if live', '+pixel("1")'])
  })

  it('of HAML and Slim are spans', () => {
    for (const path of ['a.haml', 'a.slim']) {
      const file = read(path, ["= render 'shared/pixel'", '- if live', '  = yield :head'])
      expect(file.spans.map(({ kind, code }) => `${kind}:${code}`)).toEqual([
        "expression: render 'shared/pixel'",
        'statement: if live',
        'expression: yield :head',
      ])
    }
  })
})

describe('raw HTML', () => {
  it.each(['a.pug', 'a.haml', 'a.slim'])('in %s counts', (path) => {
    expect(scripts(path, [path === 'a.haml' ? '%div' : 'div', '  <script>go()</script>'])).toEqual(['script: go()'])
  })

  it('under an Internet Explorer condition counts in HAML and Slim', () => {
    expect(outline('a.haml', ['/[if IE]', '  %script{src: "a.js"}'])).toEqual(['script src=a.js'])
    expect(outline('a.slim', ['/[if IE]', '  script src="a.js"'])).toEqual(['script src=a.js'])
  })
})

describe('nested data of HAML', () => {
  it('becomes data attributes, over several lines', () => {
    expect(outline('a.haml', ['%a{href: url_for("x"),', '   data: { event: "book", "user-id" => id }}', '%b'])).toEqual([
      'a href=… data-event=book data-user-id=…',
      'b',
    ])
  })
})

describe('Pug that its lexer refuses', () => {
  it('is read line by line, and noted', () => {
    const file = read('a.pug', ['div', '  script(src="a.js"', '  p', 'script.', '  go()'])
    expect(file.problems).toEqual([{ file: 'a.pug', line: expect.any(Number), message: expect.stringMatching(/^Pug: /) }])
    expect(file.fragments.map(({ code }) => code.text.trim())).toEqual(['go()'])
  })

  it('may use newer syntax in expressions', () => {
    expect(read('a.pug', ['p(title=user?.name ?? "x")']).problems).toEqual([])
  })
})

describe('Pug in a Vue component', () => {
  it('is read as Pug', () => {
    const text = '<template lang="pug">\ndiv\n  a(@click="go()")\n</template>\n<script>\nexport default {}\n</script>'
    const file = parseFile('a.vue', text)
    expect(file.markup.elements.map(({ name }) => name)).toEqual(['template', 'div', 'a', 'script'])
    expect(file.fragments.map(({ goal, code }) => `${goal}: ${code.text.trim()}`)).toEqual([
      'handler: go()',
      'module: export default {}',
    ])
  })
})
