import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('Handlebars', () => {
  test('the longest delimiter counts', () => {
    expect(visible('{{{a}}}b{{c}}', 'handlebars')).toBe('□b□')
    expect(spans('{{{a}}}{{!-- }} --}}{{! b }}{{#if c}}{{else}}{{/if}}{{> d}}{{&e}}', 'handlebars')).toEqual([
      'expression:a', 'comment: }} ', 'comment: b ', 'statement:#if c', 'statement:else', 'statement:/if', 'statement:> d', 'expression:&e',
    ])
  })

  test('a comment may hold a tracker and a }}', () => {
    expect(visible('{{!-- {{a}} <script>b()</script> --}}c', 'handlebars')).toBe(' c')
  })

  test('an escaped expression is text', () => {
    expect(visible('\\{{a}} {{b}}', 'handlebars')).toBe('\\{{a}} □')
  })

  test('raw blocks', () => {
    expect(visible('{{{{raw}}}} {{a}} {{{{/raw}}}}', 'handlebars')).toBe(' {{a}} ')
  })

  test('a string hides the end', () => {
    expect(visible('{{f "}}"}}!', 'handlebars')).toBe('□!')
  })

  test('in the middle of a tag', () => {
    expect(tags('<a {{action "b>c"}} class="d {{#if e}}f{{/if}}">', 'handlebars')).toEqual(['a □= class=d f '])
  })

  test('an unclosed expression is text', () => {
    expect(visible('{{ a <b>', 'handlebars')).toBe('{{ a <b>')
  })
})

describe('Go', () => {
  test('strings, also raw ones, hide the end', () => {
    expect(visible('{{ "}}" }}!', 'go-template')).toBe('□!')
    expect(visible('{{ `a\n}}` }}!', 'go-template')).toBe('□\n !')
  })

  test('actions and comments', () => {
    expect(spans('{{- if .A -}}{{/* }} */}}{{- /* b */ -}}{{ .C }}{{ $d := 1 }}{{ $d }}{{ template "e" . }}', 'go-template')).toEqual([
      'statement:- if .A -', 'comment: }} ', 'comment: b ', 'expression: .C ', 'statement: $d := 1 ', 'expression: $d ', 'statement: template "e" . ',
    ])
  })
})
