/** What an editor offers, applied. */
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../rules/index.js'
import { suggestionsFor } from '../../src/eslint/suggestions.js'
import { temporaryFolder } from '../disk/temporary-folder.js'
import { finding } from '../report/toy-report.js'

/** The text with a mark `[[…]]` around the call and `((…))` around the value, and what each suggestion makes of it. */
function offered(marked: string): Record<string, string> {
  const [start, valueStart, valueEnd, end] = ['[[', '((', '))', ']]'].map((mark) => marked.indexOf(mark)) as [number, number, number, number]
  const text = marked.replace(/\[\[|\]\]|\(\(|\)\)/g, '')
  const hasValue = valueStart >= 0
  const span = { start, end: end - 2 - (hasValue ? 4 : 0) }
  const value = { start: valueStart - 2, end: valueEnd - 4 }
  const given = finding({
    file: 'a.js', span, dataCategories: ['reason-for-visit'],
    flow: hasValue ? [{ file: 'a.js', span: value, note: '' }, { file: 'a.js', span, note: '' }] : [],
  })
  return Object.fromEntries(suggestionsFor(text, given).map(({ description, range, text: replacement }) =>
    [description, text.slice(0, range[0]) + replacement + text.slice(range[1])]))
}

describe('dropping a field', () => {
  it.each([
    ['the only one', '[[track("x", { reason: ((reason)) })]]', 'track("x", { })', 'reason'],
    ['the first', '[[track("x", { reason: ((r)), clinic: 1 })]]', 'track("x", { clinic: 1 })', 'reason'],
    ['the last', '[[track("x", { clinic: 1, reason: ((r)) })]]', 'track("x", { clinic: 1 })', 'reason'],
    ['one in the middle, over lines', '[[track("x", {\n  a: 1,\n  why: ((r)), \n  b: f(2, 3),\n})]]', 'track("x", {\n  a: 1, \n  b: f(2, 3),\n})', 'why'],
    ['one in an inner object', '[[track("x", { user: { name: 1, reason: ((r)) } })]]', 'track("x", { user: { name: 1 } })', 'reason'],
    ['shorthand', '[[track("x", { ((reason)), b })]]', 'track("x", { b })', 'reason'],
    ['a spread', '[[track("x", { a, ...((form)) })]]', 'track("x", { a })', 'form'],
    ['beside strings with brackets', '[[track("}{,", { a: "},{", reason: ((r)) })]]', 'track("}{,", { a: "},{" })', 'reason'],
  ])('%s', (_, marked, expected, name) => {
    expect(offered(marked)[`Drop \`${name}\` from what is sent`]).toBe(expected)
  })

  it.each([['a value that is no property', '[[track("x", ((reason)))]]'], ['brackets that do not fit', '[[track("x", { a: ((r)) ]]'], ['templates', '[[track("x", { a: `${((r))}` })]]']])(
    'is not offered for %s', (_, marked) => {
      expect(Object.keys(offered(marked)).filter((each) => each.startsWith('Drop'))).toEqual([])
    },
  )
})

describe('removing a call', () => {
  it.each([
    ['with its line', 'a()\n  [[track("x")]];\nb()\n', 'a()\nb()\n'],
    ['without a semicolon', 'a()\n[[track("x")]]\nb()\n', 'a()\nb()\n'],
    ['among others on a line', 'a(); [[track("x")]]; b()', 'a();  b()'],
    ['alone in a block', 'function f() { [[track("x")]] }', 'function f() { }'],
    ['the whole of a script', '<script>[[track("x")]]</script>', '<script></script>'],
  ])('%s', (_, marked, expected) => {
    expect(offered(marked)['Remove this call']).toBe(expected)
  })

  it('an element', () => {
    expect(offered('<head>\n  [[<script src="x"></script>]]\n</head>')['Remove this element']).toBe('<head>\n</head>')
  })

  it.each([
    ['its value is used', 'const a = [[track("x")]]\n'], ['it is an argument', 'f([[track("x")]])\n'], ['it is what a function gives', 'on(() => [[track("x")]])\n'],
    ['more is asked of it', '[[track("x")]].then(f)\n'], ['it is a condition', 'a && [[track("x")]]\n'], ['it goes on from the line before', 'const a =\n  [[track("x")]]\n'],
    ['it is returned', 'return f(1,\n  [[track("x")]]\n)'],
  ])('is not offered when %s', (_, marked) => {
    expect(Object.keys(offered(marked))).toEqual([])
  })
})

describe('in ESLint', () => {
  it('suggestions come with the message, and nothing is fixed by itself', async () => {
    const text = [
      'export function Login() {',
      '  const send = (event) => {',
      '    const form = new FormData(event.target)',
      '    window.fbq(\'track\', \'Schedule\', { plan: 1, reason: form.get(\'reason\') })',
      '  }',
      '  return <form onSubmit={send}><textarea name="reason" /></form>',
      '}',
      'export default Login',
      '',
    ].join('\n')
    const folder = temporaryFolder({ 'package.json': '{ "dependencies": { "next": "15.0.0" } }', 'app/login/page.jsx': text })
    const eslint = new ESLint({
      cwd: folder, overrideConfigFile: true, fix: true,
      overrideConfig: [{ ...plugin.configs['flat/recommended'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } } as object],
    })
    const [result] = await eslint.lintFiles(['app'])
    expect(result?.output).toBeUndefined()
    const leak = result?.messages.find(({ ruleId }) => ruleId === 'pixelward/no-form-data-in-tracking')
    expect(leak?.suggestions?.map(({ desc }) => desc)).toEqual(['Drop `reason` from what is sent', 'Remove this call'])
    const fix = leak?.suggestions?.[0]?.fix
    const changed = text.slice(0, fix?.range[0]) + (fix?.text ?? '') + text.slice(fix?.range[1])
    expect(changed).toContain('window.fbq(\'track\', \'Schedule\', { plan: 1 })')
    expect((await eslint.lintText(changed, { filePath: `${folder}/app/login/page.jsx` }))[0]?.messages.map(({ ruleId }) => ruleId)).not.toContain('pixelward/no-form-data-in-tracking')
  })
})
