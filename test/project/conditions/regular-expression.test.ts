/** Regular expressions as patterns of paths: `**` is anything, `+` a word; what cannot be read is null. */
import { describe, expect, it } from 'vitest'
import { ANY, WORD } from '../../../src/project/conditions/path-pattern.js'
import { readExpression } from '../../../src/project/conditions/regular-expression.js'

const shown = (source: string): string[] | null =>
  readExpression(source)?.patterns.map((pattern) => pattern.replaceAll(ANY, '**').replaceAll(WORD, '+')) ?? null

describe('what is read', () => {
  const cases: [string, string[]][] = [
    ['^\\/portal', ['/portal**']],
    ['portal', ['**portal**']],
    ['^\\/(portal|mychart)(\\/|$)', ['/portal/**', '/portal', '/mychart/**', '/mychart']],
    ['^/book/?$', ['/book', '/book/']],
    ['\\/thank-you$', ['**/thank-you']],
    ['^\\/visits\\/\\d+$', ['/visits/+']],
    ['^\\/visits\\/[^/]+\\/print', ['/visits/+/print**']],
    ['^(?:/en)?/login', ['/login**', '/en/login**']],
    ['.*', ['**']],
  ]
  it.each(cases)('%s', (source, expected) => expect(shown(source)).toEqual(expected))
})

it('a class of characters stands for more than it matches', () => {
  expect(readExpression('^/\\d+$')?.isLoose).toBe(true)
  expect(readExpression('^/[^/]+$')?.isLoose).toBe(false)
})

describe('what is not', () => {
  it.each(['^(?!\\/portal)', '(a{2,3})', '(', '[', '\\1', 'a+', `${'(a|b)'.repeat(9)}`, 'x'.repeat(400)])('%s', (source) => {
    expect(shown(source)).toBeNull()
  })
})
