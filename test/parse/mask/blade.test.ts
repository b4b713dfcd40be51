import { describe, expect, test } from 'vitest'
import { mask } from '../../../src/parse/mask/index.js'
import { spans, strings, tags, visible } from './visible.js'

describe('Blade', () => {
  test('echoes, raw echoes, comments', () => {
    expect(spans('{{ $a }}{!! $b !!}{{{ $c }}}{{-- {{ $d }} --}}', 'blade')).toEqual([
      'expression: $a ', 'expression: $b ', 'expression: $c ', 'comment: {{ $d }} ',
    ])
  })

  test('an escaped echo and verbatim content are literal', () => {
    expect(visible('@{{ a }} {{ $b }}', 'blade')).toBe('@{{ a }} □')
    expect(visible('@verbatim {{ a }} @if @endverbatim {{ $b }}', 'blade')).toBe(' {{ a }} @if □')
  })

  test('directives with balanced arguments', () => {
    expect(visible(`@if(f(')') > 1)<b>@endif`, 'blade')).toBe(' <b> ')
    expect(visible('<a onclick="@if($a) book() @else call() @endif">', 'blade')).toBe('<a onclick=" book() call() ">')
    expect(visible('<a @click="go" title="@endif">', 'blade')).toBe('<a @click="go" title="@endif">')
    expect(spans(`@include('a.b', ['c' => (1)]) @csrf`, 'blade')).toEqual([`statement:include('a.b', ['c' => (1)])`, 'expression:csrf'])
  })

  test('CSS at-rules, mail addresses, event attributes and JSON-LD are no directives', () => {
    const source = `<style>@media (max-width: 1px) {} @import url(a.css);</style> a@if.org <b @click="c" @keyup.enter="d"> {"@type": "x", "@@context": 1}`
    expect(visible(source, 'blade')).toBe(source)
  })

  test('versions in package addresses stay', () => {
    const source = '<script src="https://x.example/npm/vue@3/dist/a.js"></script>'
    expect(visible(source, 'blade')).toBe(source)
  })

  test('PHP blocks are read, too', () => {
    const source = `@php // why\n $a = '<b>' . $c; @endphp <?php echo '<i>'; ?> {!! '<u>' !!}`
    expect(strings(source, 'blade')).toEqual(['<b>□', '<i>', '<u>'])
    expect(mask(source, 'blade').comments.map(({ text }) => text)).toEqual([' why'])
  })

  test('attributes are not split', () => {
    expect(tags(`<option value="{{ $a->b }}" @selected($a > 1) @if($c)disabled @endif>`, 'blade')).toEqual([
      'option value=□ □= disabled=',
    ])
  })

  test('json prints, so the script stays one', () => {
    expect(visible('var a = @json($b);', 'blade')).toBe('var a = □;')
  })
})
