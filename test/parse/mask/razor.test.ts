import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('Razor', () => {
  test('expressions: names, calls, indexers, parentheses', () => {
    expect(spans('@Model.A?.B[0].C("d)", (e))! @(f + ")") @await Html.PartialAsync("g")', 'razor')).toEqual([
      'expression:Model.A?.B[0].C("d)", (e))', 'expression:f + ")"', 'expression:await Html.PartialAsync("g")',
    ])
  })

  test('a dot after an expression ends a sentence', () => {
    expect(visible('<p>Dear @Model.Name.</p>', 'razor')).toBe('<p>Dear □.</p>')
  })

  test('mail addresses and versions are text', () => {
    const source = 'a@b.example <script src="https://x.example/npm/jquery@3.7/a.js"></script> @@context'
    expect(visible(source, 'razor')).toBe(source)
  })

  test('a condition without a blank', () => {
    expect(tags('@if(a<b){<script src="c.js"></script>}else{<i>d</i>}', 'razor')).toEqual(['script src=c.js', 'i'])
    expect(visible('@if(a<b){<b>c</b>}else{<i>d</i>}e', 'razor')).toBe(' <b>c</b> <i>d</i> e')
  })

  test('markup in code in markup in code', () => {
    const source = '@foreach (var a in b) {\n  <li class="@a.C">\n    @if (a.D > 1) {\n      <b>@a.E</b>\n    }\n  </li>\n}\nf'
    expect(visible(source, 'razor')).toBe(' \n <li class="□">\n \n <b>□</b>\n \n </li>\n \nf')
  })

  test('braces and quotes in strings are none', () => {
    expect(visible('@{ var a = "}"; var b = @"c:\\"; var d = $"{e("}")}"; /* } */ }f', 'razor')).toBe(' f')
  })

  test('generic types are no markup', () => {
    expect(visible('@{\n  List<string> a = new List<b>();\n  if (c\n    < d) {}\n}e', 'razor')).toBe(' \n \n \n \n e'.replace(/ e$/, ' e'))
  })

  test('a line of text in code', () => {
    expect(visible('@if (a) {\n  @: b @c\n  d();\n}', 'razor')).toBe(' \n b □\n \n ')
  })

  test('sections hold markup; braces in their scripts do not count', () => {
    expect(visible('@section Scripts {\n<script>var a = "{"; f("@b");</script>\n}\n<i>', 'razor')).toBe(
      ' \n<script>var a = "{"; f("□");</script>\n \n<i>',
    )
  })

  test('directives are lines', () => {
    expect(spans('@page "/a"\n@using B.C\n@model D<E>\n<p>', 'razor')).toEqual([
      'statement:page "/a"', 'statement:using B.C', 'statement:model D<E>',
    ])
  })

  test('the code of a block is kept', () => {
    expect(spans('@{ Layout = "_Layout"; }', 'razor')).toEqual(['statement: Layout = "_Layout"; '])
  })

  test('comments', () => {
    expect(spans('@* <script>a()</script> @b *@', 'razor')).toEqual(['comment: <script>a()</script> @b '])
  })

  test('CSS at-rules and event attributes of Blazor stay', () => {
    const source = '<style>@media (a) { b { c: d } }</style><button @onclick="E">'
    expect(visible(source, 'razor')).toBe(source)
  })

  test('expressions in attributes do not split them', () => {
    expect(tags('<a href="@Url.Action("a", new { b = ">" })" id=c>', 'razor')).toEqual(['a href=□ id=c'])
  })

  test('an unclosed block costs its line and not the file', () => {
    expect(tags('@if (a) {\n<script src="b.js"></script>', 'razor')).toEqual(['script src=b.js'])
  })
})
