import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embeddedStrings } from '../../src/facts/embedded.js'
import { lowerScript } from '../../src/facts/script/lower.js'
import type { ScriptFacts } from '../../src/facts/script/graph.js'
import { HOLE } from '../../src/parse/hole.js'
import { MappedTextBuilder, sliceText } from '../../src/parse/mapped-text.js'

function lower(text: string, goal: ScriptFacts['goal'] = 'module'): ScriptFacts {
  return lowerScript({
    code: sliceText(text, 0, text.length), goal, jsx: true, typescript: false, server: false, element: null, attribute: null,
  }).facts
}

/** The guards around the call of `send()`, outermost first: `x`, or `!x` when it must be falsy. */
function guards(text: string): string[] {
  const facts = lower(text)
  const site = facts.calls.find(({ value }) => {
    const call = facts.values[value]
    return call?.kind === 'call' && text.slice(call.start, call.end).startsWith('send(')
  })
  const found: string[] = []
  for (let at = site?.guard ?? -1; at >= 0; at = facts.guards[at]?.parent ?? -1) {
    const guard = facts.guards[at]
    const test = guard && facts.values[guard.test]
    if (test) found.unshift((guard.whenTrue ? '' : '!') + text.slice(test.start, test.end))
  }
  return found
}

describe('conditions around a call', () => {
  const cases: [string, string, string[]][] = [
    ['none', 'send()', []],
    ['if', 'if (a) send()', ['a']],
    ['else', 'if (a) {} else { send() }', ['!a']],
    ['and', 'a && send()', ['a']],
    ['or', 'a || send()', ['!a']],
    ['conditional', 'a ? 0 : send()', ['!a']],
    ['early return', 'function f() { if (!a) return; send() }', ['!!a']],
    ['early return in a block', 'function f() { if (a) { return } if (b) { send() } }', ['!a', 'b']],
    ['an early return ends with its function', 'function f() { if (a) return } send()', []],
    ['in a callback', 'if (a) { later(() => { if (b) send() }) }', ['a', 'b']],
    ['switch', 'switch (a) { case "x": send() }', ['"x"']],
  ]
  it.each(cases)('%s', (_, text, expected) => expect(guards(text)).toEqual(expected))
})

describe('the code under a condition', () => {
  const cases: [string, string, string[]][] = [
    ['a branch', 'if (a) { send(b) } else last()', ['send(b)', 'last()']],
    ['an element', 'const x = <p>{a && <b title={c} />}</p>', ['<b title={c} />']],
    ['after an early return, to the end of the block', 'function f() { x(); if (a) return; y(); z() } last()', ['', 'y(); z()']],
    ['nothing', 'if (a) {}', ['']],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(lower(text).guards.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})

it('decorators of a class and of its members', () => {
  const text = "@A('x') class C { @B() @D('y') show() {} @E name = 1; plain() {} }"
  const { classes, values } = lower(text)
  const written = (ids: readonly number[] = []): string[] => ids.map((id) => text.slice(values[id]?.start, values[id]?.end))
  expect(classes.map((item) => [written(item.decorators), ...item.members.map((member) => [member.name, ...written(member.decorators)])])).toEqual([
    [["A('x')"], ['show', 'B()', "D('y')"], ['name', 'E'], ['plain']],
  ])
})

describe('units of a module', () => {
  const units = (text: string): string[] => {
    const facts = lower(text)
    const names = (ids: readonly number[]): string => ids.map((id) => facts.bindings[id]?.name).join(' ')
    return [
      ...facts.units.map((unit) => `${unit.name}${unit.exports.length > 0 ? ` as ${unit.exports.join(' ')}` : ''}: ${names(unit.uses)}`),
      `module: ${names(facts.topLevelUses)}`,
    ]
  }

  it('remember what they use and how they leave', () => {
    expect(units(`import x from 'x'
      function a() { b(); x() }
      const b = () => { a() }
      export const c = { run: () => b() }
      export { a as d }
      export default c`)).toEqual(['a as d: b x', 'b: a', 'c as c default: b', 'module: '])
  })

  it('what a module calls while it loads is used by the module', () => {
    expect(units('function start() {}\nconst done = start()\nstart()')).toEqual(['start: ', 'done: start', 'module: start'])
  })

  it('a default export is a unit, named or not', () => {
    expect(units('import { a } from "a"\nexport default function Page() { return <a.b /> }')).toEqual(['Page as default: a', 'module: '])
    expect(units('import { a } from "a"\nexport default () => a')).toEqual(['default as default: a', 'module: '])
  })
})

describe('broken scripts', () => {
  it('lose the broken line and keep the rest, with its offsets', () => {
    const text = 'before(1)\nvar a = (1;\nafter(2)\n'
    const { facts, syntax } = lowerScript({
      code: sliceText(text, 0, text.length), goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null,
    })
    const calls = facts.calls.map(({ value }) => facts.values[value]).map((call) => text.slice(call?.start, call?.end))
    expect(calls).toEqual(['before(1)', 'after(2)'])
    expect(syntax.errors[0]?.offset).toBe(text.indexOf(';'))
  })

  it('never throw', () => {
    const pieces = fc.constantFrom('(', ')', '{', '}', 'a', '=>', '`', "'", '<b>', '${', '\n', 'if', ' ', HOLE, ';', 'import', 'class', '😀')
    fc.assert(fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const text = parts.join('')
      const facts = lower(text, 'script')
      for (const value of facts.values) expect(value.start >= 0 && value.end <= text.length && value.start <= value.end).toBe(true)
    }))
  })

  it('keep a masked expression as a hole', () => {
    const facts = lower(`start('x', ${HOLE.repeat(4)})`)
    expect(facts.values.map((value) => value.kind)).toContain('hole')
  })
})

describe('code in strings', () => {
  const strings = (text: string): string[] => {
    const facts = lower(text)
    return embeddedStrings(facts, text, () => true).map(({ content }) => content.text)
  }

  it('are the outermost strings, with a hole for what is not literal', () => {
    expect(strings("const s = '<b>one two three</b>' + name + `<i>${x}</i> and more`")).toEqual([`<b>one two three</b>${HOLE}<i>${HOLE}</i> and more`])
  })

  it('keep offsets through escapes', () => {
    const text = String.raw`const s = '<a href=\'x\'>\n\u0041 😀 needle</a>'`
    const [string] = embeddedStrings(lower(text), text, () => true)
    expect(string?.content.text).toBe("<a href='x'>\nA 😀 needle</a>")
    expect(string?.content.toFile(string.content.text.indexOf('needle'))).toBe(text.indexOf('needle'))
    expect(string?.content.toFile(string.content.text.indexOf('A'))).toBe(text.indexOf(String.raw`\u0041`))
  })

  it('a script inside a mapped text has offsets of the file', () => {
    const builder = new MappedTextBuilder().verbatim('send(', 100).replaced('"', 105).verbatim('x', 111).replaced('"', 112).verbatim(')', 118)
    const { facts } = lowerScript({
      code: builder.build(119), goal: 'handler', jsx: false, typescript: false, server: false, element: null, attribute: null,
    })
    const call = facts.values[facts.calls[0]?.value ?? -1]
    expect([call?.start, call?.end]).toEqual([100, 119])
  })
})

describe('code that is nested deeper than any stack', () => {
  const all = (text: string) => lowerScript({
    code: sliceText(text, 0, text.length), goal: 'script', jsx: true, typescript: false, server: false, element: null, attribute: null,
  })

  it('loses the statement it stands in and keeps the others', () => {
    const text = `const chain = f${'.g(1)'.repeat(8_000)};\nsend('kept')`
    const { facts, syntax } = all(text)
    expect(facts.calls).toHaveLength(1)
    expect(syntax.errors).toEqual([{ offset: 0, message: 'it is nested too deeply to be followed' }])
  })

  it('is said when it cannot even be parsed', () => {
    const { syntax } = all(`${'['.repeat(50_000)}${']'.repeat(50_000)}\nsend('kept')`)
    expect(syntax.errors).toMatchObject([{ message: 'it is nested too deeply to be followed' }])
  })
})
