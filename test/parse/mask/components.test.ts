import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('Svelte', () => {
  test('blocks, tags and expressions', () => {
    expect(spans('{#if a > b}{c}{:else}{@html d}{/if}{#each e as { f }}{/each}{@const g = 1}', 'svelte')).toEqual([
      'statement:#if a > b', 'expression:c', 'statement::else', 'expression:@html d', 'statement:/if', 'statement:#each e as { f }',
      'statement:/each', 'statement:@const g = 1',
    ])
  })

  test('attributes, quoted or not', () => {
    expect(tags('<a on:click={() => b > c} class="d {e ? "f" : ">"}" {...g} {h}>', 'svelte')).toEqual(['a on:click=□ class=d □ □= □='])
  })

  test('strings, template literals, comments and regular expressions hide braces', () => {
    for (const code of ['"}"', "'}'", '`}${"}"}`', '/* } */ a', '/[}]/.test(a)', 'a // }\n', '{b: {}}']) {
      expect(spans(`{${code}}!`, 'svelte').join()).toBe(`expression:${code}`)
    }
  })

  test('scripts, styles and comments stay', () => {
    const source = '<script>let a = {b}</script><style>a{b:c}</style><!-- {d} -->'
    expect(visible(source, 'svelte')).toBe(source)
  })

  test('an unclosed brace is text', () => {
    expect(visible('{a <b>', 'svelte')).toBe('{a <b>')
  })
})

describe('Astro', () => {
  test('front matter stays, expressions are holes', () => {
    expect(visible('---\nconst a = {}\n---\n<p title={a}>{b}</p>', 'astro')).toBe('---\nconst a = {}\n---\n<p title=□>□</p>')
  })

  test('markup in an expression stays', () => {
    expect(tags('{a && <script src="b.js"></script>}', 'astro')).toEqual(['script src=b.js'])
    expect(visible(`{a.map((b) => (<li title={b}>it's {b}</li>))}`, 'astro')).toBe(` <li title=□>it's □</li> `)
  })

  test('a comparison is no markup', () => {
    expect(spans('{a <b && c> d}', 'astro')).toEqual(['expression:a <b && c> d'])
  })

  test('markup in an attribute is part of the value', () => {
    expect(tags('<A b={<i>c</i>} d={`e`} f=`g ${h}`/>', 'astro')).toEqual(['a b=□ d=□ f=□'])
  })

  test('scripts stay, comments in braces are comments', () => {
    expect(visible('<script is:inline>a({b})</script>{/* <i> */}', 'astro')).toBe('<script is:inline>a({b})</script> ')
    expect(spans('{/* a */}', 'astro')).toEqual(['comment:/* a */'])
  })

  test('characters of two units before a script', () => {
    expect(tags('<p>é😀 {"😀"}</p><script>a()</script>', 'astro')).toEqual(['p', 'script'])
  })
})

describe('MDX', () => {
  test('expressions are holes, code of a script too', () => {
    expect(visible('# {a}\n\n<B c={{ d: 1 }} />\n<script>{`e()`}</script>', 'mdx')).toBe('# □\n\n<B c=□ />\n<script>□</script>')
    expect(visible('<script>e({})</script> \\{a}', 'mdx')).toBe('<script>e({})</script> \\{a}')
  })
})

describe('Vue', () => {
  test('interpolations in the template; attributes, scripts and styles stay', () => {
    const source = '<template><p :a="{ b: {{}} }">{{ c < d }}</p></template><script>var e = "{{ f }}"</script><style>{{ g }}</style>'
    expect(visible(source, 'vue')).toBe(source.replace('{{ c < d }}', '□'))
  })

  test('nested templates', () => {
    expect(visible('<template><template #a>{{ b }}</template>{{ c }}</template>{{ d }}', 'vue')).toBe(
      '<template><template #a>□</template>□</template>{{ d }}',
    )
  })
})

describe('Angular', () => {
  test('control flow: a comparison is no tag', () => {
    expect(visible('@if (a < b) {<p>c</p>} @else if (d > e) {f} @else {g}', 'angular')).toBe(' <p>c</p> f g ')
    expect(spans('@for (a of b; track a.c) {{{ a }}} @empty {d}', 'angular')).toEqual([
      'statement:for (a of b; track a.c) ', 'expression: a ', 'statement:', 'statement:empty ', 'statement:',
    ])
  })

  test('declarations, interpolations in text and values', () => {
    expect(visible('@let a = b < c; {{ d }} <i title="{{ e > f }}" (click)="g()">', 'angular')).toBe(' □ <i title="□" (click)="g()">')
  })

  test('the braces of an ICU expression stay', () => {
    expect(visible('@if (a) {{b, plural, =1 {{{b}} visit} other {visits}}}', 'angular')).toBe(' {b, plural, =1 {□ visit} other {visits}} ')
  })

  test('mail addresses, at-rules and scripts are text', () => {
    const source = 'a@if.example @media (b) { c { d: e } } <style>@if (f) {}</style><script>var g = "{{ h }}"</script>'
    expect(visible(source, 'angular')).toBe(source)
  })
})
