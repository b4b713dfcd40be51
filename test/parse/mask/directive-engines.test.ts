import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('FreeMarker', () => {
  test('directives: parentheses and strings hide >', () => {
    expect(visible('<#if (a > b) && c == ">">d<#else>e</#if>', 'freemarker')).toBe(' d e ')
  })

  test('macro calls without content print', () => {
    expect(spans('<@a.b c="d"/><@e>f</@e>', 'freemarker')).toEqual(['expression:@a.b c="d"/', 'statement:@e', 'statement:/@e'])
  })

  test('expressions, comments, literal content', () => {
    expect(visible('${a["}"]}<#-- <script> -->b<#noparse>${c}</#noparse>', 'freemarker')).toBe('□ b ${c} ')
  })

  test('square brackets', () => {
    expect(visible('[#if a]b[/#if] [#-- c --] [1]', 'freemarker')).toBe(' b [1]')
  })
})

describe('Velocity', () => {
  test('directives and references', () => {
    expect(spans('#if($a == ")")b#end $c.d("e")[0] ${f.g} $!h #parse("i.vm")', 'velocity')).toEqual([
      'statement:if($a == ")")', 'statement:end', 'expression:c.d("e")[0]', 'expression:f.g', 'expression:!h', 'statement:parse("i.vm")',
    ])
  })

  test('comments', () => {
    expect(visible('a ## b <script>\nc #* d\n *# e', 'velocity')).toBe('a \nc \n e')
  })

  test('jQuery and the own variables of a script stay', () => {
    const source = '$(".a").b(); $.ajax(c); var $d = 1; $d.e(); price: $5 <a href="#f">'
    expect(visible(source, 'velocity')).toBe(source)
  })

  test('a call with a function is no call of Velocity', () => {
    expect(visible(`$a.on('b', function () { c() })`, 'velocity')).toBe(`□('b', function () { c() })`)
  })
})

describe('Smarty', () => {
  test('tags, variables, comments', () => {
    expect(spans(`{if $a > 1}{$b|c:"}"}{/if}{* <script> *}{include file='d'}{l s='e'}`, 'smarty')).toEqual([
      'statement:if $a > 1', 'expression:$b|c:"}"', 'statement:/if', 'comment: <script> ', `statement:include file='d'`, `expression:l s='e'`,
    ])
  })

  test('braces of scripts and styles stay', () => {
    const source = '<script>function a(){return 1} var b={c:1}; if(d){e()}</script><style>a{color:b}</style> { f }'
    expect(visible(source, 'smarty')).toBe(source)
  })

  test('variables in a script are holes', () => {
    expect(visible(`<script>a('{$b}');{if $c}d();{/if}</script>`, 'smarty')).toBe(`<script>a('□'); d(); </script>`)
  })

  test('literal content', () => {
    expect(visible('{literal}{$a}{/literal}', 'smarty')).toBe(' {$a} ')
  })

  test('an attribute is not split', () => {
    expect(tags('<a {if $b->c > 1}class="d"{/if} href="{url e=">"}">', 'smarty')).toEqual(['a class=d href=□'])
  })
})
