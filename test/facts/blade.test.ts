import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../../src/facts/facts.js'
import { readFacts } from '../../src/facts/read.js'

const facts = (text: string): FileFacts => readFacts('resources/views/page.blade.php', text, () => true)
const references = (text: string): string[] => facts(text).references.map(({ kind, target, certainty }) =>
  [kind, target, ...(certainty === undefined ? [] : [certainty])].join(' '))
const blocks = (text: string): string[] => facts(text).blocks.map(({ name, keepsParent, start, end }) =>
  `${name}${keepsParent ? ' with parent' : ''}: ${text.slice(start, end)}`)

describe('references of Blade', () => {
  it('of directives, whatever stands in front of the name', () => {
    expect(references("@extends('layouts.app', ['a' => 'b'])")).toEqual(['extends layouts.app'])
    expect(references("@includeWhen($a && f($b, ')'), 'parts.menu', ['x' => 1])")).toEqual(['include parts.menu'])
    expect(references("@includeFirst(['own.menu', 'parts.menu'])")).toEqual([
      'include own.menu likely',
      'include parts.menu likely',
    ])
    expect(references("@each('visits.row', $visits, 'visit', 'visits.none')")).toEqual([
      'include visits.row',
      'include visits.none',
    ])
    expect(references("{!! view('parts.tag')->render() !!} {{ $review('parts.no') }}")).toEqual(['include parts.tag'])
  })

  it('of names that are joined or chosen', () => {
    expect(references("@include('parts.' . $kind)")).toEqual(['include parts.* possible'])
    expect(references('@include("parts.{$kind}.row")')).toEqual(['include parts.*.row possible'])
    expect(references("@extends($user == 'x' ? 'layouts.in' : 'layouts.out')")).toEqual([
      'extends layouts.in likely',
      'extends layouts.out likely',
    ])
    expect(references("@extends($layout ?? 'layouts.app')")).toEqual(['extends layouts.app likely'])
    expect(references('@include($view)')).toEqual([])
  })

  it('of tags: components and no slots', () => {
    expect(references('<x-forms.input /> <x-slot:title>a</x-slot> <x-slot name="b"></x-slot>')).toEqual([
      'include components.forms.input', 'include components.forms.input.index', 'include components.forms.input.input',
    ])
    expect(references('<x-shop::card />')[0]).toBe('include shop::components.card')
    expect(references('<livewire:book-visit />')).toEqual(['include livewire.book-visit'])
    expect(references("@livewire('slots', ['day' => $day])")).toEqual(['include livewire.slots'])
  })

  it('none of comments', () => {
    expect(references("{{-- @include('parts.menu') <x-nav /> --}}")).toEqual([])
  })
})

describe('regions of Blade', () => {
  it('of sections, with and without their parent', () => {
    expect(blocks("@section('a') x @endsection @section('b') @parent y @stop")).toEqual([
      "a: @section('a') x @endsection", "b with parent: @section('b') @parent y @stop",
    ])
    expect(blocks("@section('title', 'Hours') @yield('body')")).toEqual([
      "title: @section('title', 'Hours')",
      "body: @yield('body')",
    ])
  })

  it('of stacks, which nothing overrides', () => {
    expect(blocks("@stack('s') @push('s') x @endpush @pushOnce('s') y @endPushOnce")).toEqual([
      "stack s: @stack('s')",
      "stack s with parent: @push('s') x @endpush",
      "stack s with parent: @pushOnce('s') y @endPushOnce",
    ])
  })

  it('of what is shown where no section is', () => {
    expect(blocks("@sectionMissing('quiet') @if($a) x @endif y @endif z")).toEqual([
      "quiet: @sectionMissing('quiet') @if($a) x @endif y @endif",
    ])
  })
})
