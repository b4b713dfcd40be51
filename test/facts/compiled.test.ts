/** Compiled markup and bundled libraries: what stands in the graph in their place. */
import { describe, expect, it } from 'vitest'
import { lowerScript } from '../../src/facts/script/lower.js'
import type { ScriptFacts, ValueId } from '../../src/facts/script/graph.js'
import { sliceText } from '../../src/parse/mapped-text.js'

function lower(text: string): ScriptFacts {
  return lowerScript({
    code: sliceText(text, 0, text.length), goal: 'module', jsx: true, typescript: false, server: false, element: null, attribute: null,
  }).facts
}

/** Elements as `name property property: text`, in the order of the graph. */
function elements(text: string): string[] {
  const facts = lower(text)
  const nameOf = (name: string | ValueId): string => {
    const value = typeof name === 'number' ? facts.values[name] : undefined
    return typeof name === 'string' ? name : value ? text.slice(value.start, value.end) : ''
  }
  return facts.values.flatMap((value) => {
    if (value.kind !== 'element') return []
    const texts = value.children.flatMap((child) => {
      const shape = facts.values[child]
      return shape?.kind === 'constant' ? [String(shape.value)] : []
    })
    const properties = value.properties.map(({ name }) => name ?? '…')
    return [[nameOf(value.name), ...properties].join(' ') + (texts.length > 0 ? `: ${texts.join(' ')}` : '')]
  })
}

describe('elements', () => {
  const cases: [string, string, string[]][] = [
    ['the new runtime', 'o.jsx("p", { id: "a", children: "text" }, "key")', ['p id: text']],
    ['called without an object', '(0, o.jsxs)("p", { children: ["a", "b"] })', ['p: a b']],
    ['a component', '(0, o.jsx)(Field, { name: "a" })', ['Field name']],
    ['the classic runtime', 'r.createElement("p", null, "a", r.createElement("i", { id: 1 }))', ['i id', 'p: a']],
    ['spread properties', '(0, o.jsx)("input", { ...register("a"), id: 1 })', ['input … id']],
    ['properties put together', 'r.createElement("input", Object.assign({ id: 1 }, props, { name: "a" }))', ['input id … name']],
    ['Vue 3 by name', 'import { createElementVNode as e } from "vue"\ne("label", { for: "a" }, "Reason", 8)', ['label for: Reason']],
    ['Vue 3: a text node', 'import { createElementBlock as e, createTextVNode as t } from "vue"\ne("label", null, [t("Reason ")])', ['label: Reason ']],
    ['Vue 3: slots', 'import { createVNode as e } from "vue"\ne(Card, null, { default: w(() => ["Reason"]), _: 1 })', ['Card: Reason']],
    [
      'Vue 3 where names are gone',
      'function a(t, n = null, r = null) { return { __v_isVNode: true, type: t, props: n, children: r } }\n'
      + 'function b(t, n, r) { return a(t, n, r) }\nb("input", { name: "x" })\nb(Field, { name: "y" })',
      ['input name', 'Field name'],
    ],
    [
      'Vue 2 sorts properties by their kind',
      'e("input", { attrs: { name: "a" }, on: { input: f }, domProps: { value: v } }), _c("input", { attrs: { name: "b" }, on: { input: f } })',
      ['input name onInput'],
    ],
    ['Vue 2: the model of a component', '_c("input", { model: { value: v, callback: f, expression: "v" } })', ['input modelValue onUpdate:modelValue']],
    [
      'functions of another chunk, by what they are called with',
      'import { c as a } from "./vendor.js"\n'
      + 'a("div", null, [a("label", { for: "x" }, "A"), a("input", { id: "x" }), a("span", { class: "y" }, "B")])',
      ['label for: A', 'input id', 'span class: B', 'div'],
    ],
    [
      'a Preact element',
      'function v(n, l, u) { return { type: n, props: l, key: u, __k: null } }\nfunction h(n, l) { var o = {}; return v(n, o, l) }\nh("p", { id: 1 }, "a")',
      ['p id: a'],
    ],
    ['the page makes elements, too', 'document.createElement("script"); e.createElement("input"); e.ownerDocument.createElement("p", {})', []],
    ['customized elements of the page', 'e.createElement("input", { is: "x-field" })', []],
    ['a vendor is called with the name of an element', 'fbq("track", { a: 1 }); a("form", { id: 1 }); h("display", null)', []],
    ['a table that has a name of every object', '({}).constructor("p", {}); o.hasOwnProperty("p", null)', []],
  ]
  it.each(cases)('%s', (_, text, expected) => expect(elements(text)).toEqual(expected))

  it('are no calls any more', () => {
    const facts = lower('o.jsx("p", { onClick: () => send() })')
    expect(facts.calls.map(({ value }) => facts.values[value]?.kind)).toEqual(['call'])
  })
})

describe('libraries', () => {
  const imported = (text: string): string[] => {
    const facts = lower(text)
    return facts.values.flatMap((value) => {
      const binding = value.kind === 'binding' ? facts.bindings[value.binding] : undefined
      return binding?.imported && binding.definitions.length === 0 && value.start !== binding.span.end
        ? [`${binding.imported.source}.${binding.imported.name}`] : []
    })
  }
  const cases: [string, string, string[]][] = [
    ['React in a variable', 'var r = n(1); (0, r.useState)("")', ['react.useState']],
    ['React in another chunk', 'import { r as e } from "./vendor.js"\ne.useState("")', ['./vendor.js.r', 'react.useState']],
    ['React behind a getter', '(0, a().useMemo)(() => 1)', ['react.useMemo']],
    ['an import says itself what it is', 'import * as React from "react"\nReact.useState("")', ['react.*']],
    ['a member of something else', 'var r = n(1); r.useSomething("")', []],
  ]
  it.each(cases)('%s', (_, text, expected) => expect([...new Set(imported(text))].sort()).toEqual([...expected].sort()))
})
