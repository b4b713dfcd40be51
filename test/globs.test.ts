import { describe, expect, it } from 'vitest'
import { fileMatcher, pathMatcher } from '../src/globs.js'
import { nearest } from '../src/configuration/nearest.js'
import { scopeOf } from '../src/configuration/scope.js'

describe('a glob', () => {
  it.each([
    ['/portal/**', ['/portal', '/portal/a', '/portal/a/:id'], ['/portals', '/x/portal']],
    ['/portal/*', ['/portal/a', '/portal/:id'], ['/portal', '/portal/a/b']],
    ['**/*.js', ['a.js', 'x/y/a.js'], ['a.ts']],
    ['src/**/book.ts', ['src/book.ts', 'src/a/b/book.ts'], ['book.ts', 'src/notebook.ts']],
    ['a?.js', ['ab.js'], ['a.js', 'a/.js']],
    ['[ab].js', ['a.js'], ['c.js']],
    ['[!ab].js', ['c.js'], ['a.js', '/.js']],
    ['{one,two/{a,b}}.js', ['one.js', 'two/b.js'], ['two.js']],
    ['a.b', ['a.b'], ['axb']],
    ['app/(site)/[id]/page.tsx', ['app/(site)/i/page.tsx'], ['app/site/i/page.tsx']],
    ['app/\\[id\\]/page.tsx', ['app/[id]/page.tsx'], ['app/i/page.tsx']],
    ['/:lang/book', ['/:lang/book'], ['/de/book']],
  ])('%s', (glob, matching, other) => {
    const matches = pathMatcher(glob)
    expect([...matching, ...other].filter(matches)).toEqual(matching)
  })
})

describe('a list of globs on files', () => {
  it('takes a bare name in every folder, and a folder with all below it', () => {
    const matches = fileMatcher(['legacy', './docs/', '*.min.js'])
    expect(['legacy/a.js', 'x/legacy', 'docs/a.md', 'x/y.min.js'].every(matches)).toBe(true)
    expect(['legacy.js', 'x/docs/a.md', 'a.js'].some(matches)).toBe(false)
  })

  it('matches nothing when it is empty', () => {
    expect(fileMatcher([])('a')).toBe(false)
  })
})

describe('the scope of a configuration', () => {
  it('keeps files that describe the project, whatever is included', () => {
    const { isIncluded, isExcluded } = scopeOf({ include: ['src/**'], exclude: ['src/old'] })
    expect(['src/a.js', 'package.json', 'next.config.mjs'].every(isIncluded)).toBe(true)
    expect(isIncluded('other/a.js')).toBe(false)
    expect(isExcluded('src/old/a.js')).toBe(true)
    expect(isExcluded('src/older/a.js')).toBe(false)
  })
})

describe('the nearest word', () => {
  const words = ['check', 'inventory', 'routes']
  it.each([['chekc', 'check'], ['inventroy', 'inventory'], ['route', 'routes'], ['CHECK', 'check']])('to %s is %s', (word, expected) => {
    expect(nearest(word, words)).toBe(expected)
  })

  it('is none when nothing is near', () => {
    expect(nearest('banana', words)).toBeUndefined()
  })
})
