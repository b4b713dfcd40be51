import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { language } from '../../src/eslint/language.js'
import { parseForESLint } from '../../src/eslint/parser.js'
import { hosts, project, type Host } from './hosts.js'
import { toyPlugin } from './toy-plugin.js'

const require = createRequire(import.meta.url)

const page = [
  '<!doctype html>',
  '<!-- eslint-disable-next-line pixelward/no-toy -- reviewed -->',
  '<script>  toy()  ;\t var x = 1',
  'if (x == 1) { debugger } // TODO',
  '</script>',
  '<p>trailing blanks  ',
  '\tand irregular\u00a0ones</p>',
  '',
  '',
].join('\n')

const flat = hosts.filter(({ name }) => /ESLint (9|10), flat/.test(name)).map((host): [string, Host] => [host.name, host])

describe.each(flat)('rules for scripts without `files`, in %s', (name, host) => {
  const { builtinRules } = require(name.includes('9') ? 'eslint-9/use-at-your-own-risk' : 'eslint/use-at-your-own-risk') as {
    builtinRules: Map<string, unknown>
  }
  const everything = Object.fromEntries([...builtinRules.keys()].map((rule) => [rule, 'error']))

  test('neither stop at a page nor say anything about it', async () => {
    // ESLint puts its own list of rules at 200 and more; an empty one would prove nothing.
    expect(builtinRules.size).toBeGreaterThan(200)
    const folder = project({ 'a.html': page, 'b.php': `<?php echo 1 ?>${page}`, 'empty.html': '' })
    const messages = await host.lint(folder, toyPlugin(), { before: [{ rules: everything }] })
    expect(messages.map(({ file, ruleId, suppressed }) => [file, ruleId, suppressed])).toEqual([
      ['a.html', 'pixelward/no-toy', true],
      ['b.php', 'pixelward/no-toy', true],
    ])
  })

  test('nor does a language option for scripts', async () => {
    const before = [{ languageOptions: { ecmaVersion: 2022, sourceType: 'script', globals: { $: 'readonly' } } }]
    expect(await host.lint(project({ 'a.html': '<script>toy()</script>' }), toyPlugin(), { before })).toHaveLength(1)
  })
})

describe('directives of a page', () => {
  const problemsOf = (text: string): unknown[] => {
    const file = { path: 'a.html', body: text, bom: false, physicalPath: 'a.html' }
    const sourceCode = language.createSourceCode(file, language.parse(file))
    return [...sourceCode.getDisableDirectives().problems, ...sourceCode.applyInlineConfig().problems]
  }

  test('that ESLint could not understand are told where they stand', () => {
    expect(problemsOf('<p>\n<!-- eslint-disable-line\npixelward/x -- reason -->')).toMatchObject([
      { message: 'eslint-disable-line comment should not span multiple lines.', loc: { start: { line: 2, column: 0 } } },
    ])
    expect(problemsOf('<!-- eslint pixelward/x -->')).toMatchObject([{ loc: { start: { line: 1, column: 0 } } }])
    expect(problemsOf('<!-- eslint pixelward/x: ["error", { minimum: \'error\' }], other: off -->')).toEqual([])
    expect(problemsOf('<!-- we like eslint very much -->')).toEqual([])
  })

  test.each(['', '<', '<!--', '<!-- eslint-disable', '<script>// eslint-disable-line', '{{', '<?php eslint ', '\uFEFF\u2028eslint '])(
    'unfinished text is read: %j',
    (text) => {
      expect(problemsOf(text)).toEqual([])
      expect(parseForESLint(text, { filePath: 'a.php' }).ast.range).toEqual([0, text.length])
    },
  )
})

test('positions and offsets of a page agree', () => {
  const text = 'a\r\nbc\n\u2028d😀'
  const file = { path: 'a.html', physicalPath: 'a.html', body: text, bom: false }
  const sourceCode = language.createSourceCode(file, language.parse(file))
  for (let offset = 0; offset <= text.length; offset++) {
    if (text.startsWith('\n', offset) && text[offset - 1] === '\r') continue
    expect(sourceCode.getIndexFromLoc(sourceCode.getLocFromIndex(offset))).toBe(offset)
  }
  expect(sourceCode.lines).toEqual(['a', 'bc', '', 'd😀'])
})
