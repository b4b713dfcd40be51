import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask } from '../../../src/parse/mask/index.js'
import type { Language } from '../../../src/parse/languages.js'

const LANGUAGES: Language[] = [
  'html', 'vue', 'svelte', 'astro', 'mdx', 'markdown', 'php', 'blade', 'twig', 'jinja', 'django', 'nunjucks', 'liquid',
  'handlebars', 'erb', 'ejs', 'heex', 'jsp', 'gsp', 'asp', 'razor', 'go-template', 'thymeleaf', 'htl', 'coldfusion',
  'freemarker', 'velocity', 'smarty', 'angular',
]

const PIECES = (
  '{{ }} {{{ }}} {% %} {%- -%} {# #} {{!-- --}} {{-- {!! !!} <?php <?= <? ?> <% %> <%= <%# <%% -%> <%-- --%> <%@ ${ #{ } { } ( ) [ ] ' +
  '[[ ]] [( )] <!-- --> <!--- ---> <!--/*/ /*/--> <!--/* */--> <!--/*--> <!--*/--> /*[[ ]]*/ /*[+ +]*/ @ @* *@ @( @{ @if @else @for ' +
  '@section @Model @functions @php @endphp @verbatim @endverbatim @foreach @media @@ <#if </#if> <#-- <@x <#noparse> [#if $x $!{x} ' +
  '#if( #end #set( ## #* *# #[[ {* *} {$x} {if {/if} {literal} {/literal} {include {#if {:else} {/if} {@html <cfif </cfif> <cfoutput> ' +
  '</cfoutput> <cfscript> </cfscript> # <c:if <c:url <c:d( <c:e[ </c:if> <g:javascript> </g:javascript> <script> </script> ' +
  '<style> </style> ' +
  '<template> </template> <div <a> </a> <br/> < > / = " \' ` \\ // /* */ <<<A A; \n <<<\'A\' echo . , ; print return $a = .= sprintf( ' +
  'function if else => && ? : th:text data-sly-test <p class=" th:inline %} raw endraw comment endcomment schema javascript block ' +
  '---\n \r\n \n \r \t 😀 é 名 \u2028 x 1 a@b.c <text> </text> @: component'
).split(/ /)

const pieces = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES, ' ', '  ') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  ),
  { maxLength: 60 },
)

const text = pieces.map((each) => each.join(''))

describe.each(LANGUAGES)('masking %s', (language) => {
  test('keeps length, line breaks and all that is outside of its spans', () => {
    fc.assert(
      fc.property(text, (source) => {
        const masked = mask(source, language)
        expect(masked.text.length).toBe(source.length)
        expect(breaks(masked.text)).toEqual(breaks(source))
        let at = 0
        for (const { start, end, code } of masked.spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(masked.text.slice(at, start)).toBe(source.slice(at, start))
          expect(source.slice(start, end)).toContain(code)
          at = end
        }
        expect(at).toBeLessThanOrEqual(source.length)
        expect(masked.text.slice(at)).toBe(source.slice(at))
      }),
      { numRuns: 150 },
    )
  })

  test('strings and comments lie in the file, in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { strings, comments } = mask(source, language)
        for (const list of [strings, comments]) {
          let at = 0
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(source.length)
            at = start
          }
        }
        for (const { content, start, end } of strings) {
          for (let offset = 0; offset <= content.text.length; offset++) {
            const position = content.toFile(offset)
            expect(position).toBeGreaterThanOrEqual(start)
            expect(position).toBeLessThanOrEqual(end)
          }
        }
      }),
      { numRuns: 80 },
    )
  })
})

function breaks(source: string): string[] {
  return source.split('').flatMap((character, index) => (/[\r\n]/.test(character) ? [`${index}${character}`] : []))
}
