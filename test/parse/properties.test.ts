import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLE } from '../../src/parse/hole.js'
import { blankCode, splitModuleBlocks } from '../../src/parse/markdown.js'
import { readMarkup } from '../../src/parse/markup.js'
import { parseEmbeddedMarkup, parseFile } from '../../src/parse/parse.js'

/** Pieces of many languages, so that random texts get into every corner of the readers. */
const PIECES = [
  '<script>', '</script>', '<script src="a.js"/>', '<Script id=a />', '<!--', '-->', '<!--[if IE]>', '<![endif]-->',
  '<p', '>', '</p>', '<img onerror="a(&quot;', '&amp', ';', '"', "'", '`', '=', ' ', '\n', '\r\n', '\t', '\u{1F600}', '\uD83D',
  '<iframe srcdoc="<b onclick=x()>">', '<style>', '<textarea>', '<noscript>', '<template>', '<svg>', '{', '}', '{{', '}}',
  '{%', '%}', '<?php', '?>', '<%=', '%>', '@if (', ')', '(', '[', ']', '#{', '${', '---\n', '```', 'import a from "b"\n',
  'a', '1', '+', '.', ',', ':', '|', '#', '//', '/*', '*/', '"""', "'''", '<<~A\n', '\nA\n', '%script', ':javascript\n',
  '  ', '    ', '- if\n', '= a\n', 'script.\n', '\\', '\0', 'onclick', '@click', '*ngFor="let a of b | c: 1"', '<![CDATA[', ']]>',
]

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const EXTENSIONS = (
  'html js ts tsx vue svelte astro md mdx php blade.php twig jinja njk liquid hbs erb ejs heex jsp gsp asp cshtml gohtml ' +
  'cfm ftl vm tpl pug haml slim component.html py rb java kt groovy scala cs vb go ex json css xml js.erb'
).split(' ')

describe('any text', () => {
  it('is read without a throw, and every offset lies in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXTENSIONS), text, (extension, source) => {
        const file = parseFile(`a.${extension}`, source)
        const inside = (offset: number) => expect(offset >= 0 && offset <= source.length).toBe(true)
        const span = ({ start, end }: { start: number; end: number }) => {
          inside(start)
          inside(end)
          expect(end).toBeGreaterThanOrEqual(start)
        }
        for (const element of file.markup.elements) {
          span(element)
          span(element.content)
          for (const attribute of element.attributes) {
            span(attribute)
            for (let at = 0; at <= attribute.value.text.length; at++) inside(attribute.value.toFile(at))
          }
        }
        for (const { code } of file.fragments) for (let at = 0; at <= code.text.length; at++) inside(code.toFile(at))
        for (const each of [...file.markup.comments, ...file.comments, ...file.spans, ...file.strings]) span(each)
        for (const { content } of file.strings) {
          for (let at = 0; at <= content.text.length; at++) inside(content.toFile(at))
          for (const element of parseEmbeddedMarkup(content).markup.elements) span(element)
        }
        for (const { line } of file.problems) expect(line).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('any HTML', () => {
  it('has elements that begin with their tag, lie in their parents and come in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { elements, comments } = readMarkup(source)
        for (const [index, element] of elements.entries()) {
          expect(source.slice(element.start, element.start + 1 + element.name.length)).toBe(`<${element.name}`)
          expect(element.content.start).toBeGreaterThan(element.start)
          expect(element.content.end).toBeLessThanOrEqual(element.end)
          expect(element.start).toBeGreaterThanOrEqual(elements[index - 1]?.start ?? 0)
          for (const { name, start, end } of element.attributes) {
            expect(source.slice(start, end).startsWith(name)).toBe(true)
            expect(end).toBeLessThanOrEqual(element.content.start)
          }
          if (!element.parent) continue
          expect(element.start).toBeGreaterThanOrEqual(element.parent.content.start)
          expect(element.end).toBeLessThanOrEqual(element.parent.content.end)
        }
        for (const { start } of comments) expect(source[start]).toBe('<')
      }),
      { numRuns: 2000 },
    )
  })

  it('has fragments whose characters stand at their place, unless the file spells them otherwise', () => {
    const plain = text.map((source) => source.replaceAll('&', '+'))
    fc.assert(
      fc.property(plain, (source) => {
        for (const { code } of parseFile('a.html', source).fragments) {
          for (let at = 0; at < code.text.length; at++) {
            // A pipe of a template dialect is blanked, an expression of a template is a letter.
            if (code.text[at] !== ' ' && code.text[at] !== HOLE) expect(source[code.toFile(at)]).toBe(code.text[at])
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('any Markdown', () => {
  it('keeps its length and its lines', () => {
    const shape = (source: string) => source.replace(/[^\r\n]/g, '.')
    fc.assert(
      fc.property(text, fc.boolean(), (source, jsx) => {
        expect(shape(blankCode(source, jsx))).toBe(shape(source))
        const { text: rest, fragment } = splitModuleBlocks(source)
        expect(shape(rest)).toBe(shape(source))
        if (fragment) expect(shape(fragment.code.text)).toBe(shape(source))
      }),
      { numRuns: 1000 },
    )
  })
})
