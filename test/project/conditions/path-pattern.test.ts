/** Sets of paths: what two of them share, and whether one lies within the other. */
import { describe, expect, it } from 'vitest'
import { ANY, patternsOfRoute, share, within, WORD } from '../../../src/project/conditions/path-pattern.js'

const route = (path: string): string => patternsOfRoute(path)[0] as string

describe('a route and a beginning', () => {
  const portal = `/portal${ANY}`
  const cases: [string, boolean, boolean][] = [
    ['/portal', true, true],
    ['/portal/messages/:id', true, true],
    ['/Portal', true, true],
    ['/careers', false, false],
    ['/:slug', true, false],
    ['/care/:slug', false, false],
  ]
  it.each(cases)('%s', (path, shares, isWithin) => {
    expect([share(portal, route(path)), within(portal, route(path))]).toEqual([shares, isWithin])
  })
})

describe('a route and a piece somewhere in it', () => {
  it('a parameter may hold a word, but no key does', () => {
    const careers = `${ANY}careers${ANY}`
    expect(share(careers, route('/pages/:slug'))).toBe(true)
    expect(share(careers, route('/pages/:visitId'))).toBe(false)
    expect(share(`${ANY}12${ANY}`, route('/pages/:visitId'))).toBe(true)
  })

  it('a parameter ends with its segment, what stands for a rest does not', () => {
    expect(share(`${ANY}/a/b${ANY}`, route('/x/:y'))).toBe(false)
    expect(share(`${ANY}/a/b${ANY}`, `/x/${ANY}`)).toBe(true)
  })
})

describe('within', () => {
  it('what is open inside must be as open outside', () => {
    expect(within(`/x/${WORD}`, '/x/y')).toBe(true)
    expect(within('/x/y', `/x/${WORD}`)).toBe(false)
    expect(within(`/x/${WORD}`, `/x/${WORD}`)).toBe(true)
    expect(within(`/x/${WORD}`, `/x/${ANY}`)).toBe(false)
    expect(within(ANY, `/x/${ANY}`)).toBe(true)
  })
})

it('optional segments and rests are one pattern for each form', () => {
  expect(patternsOfRoute('/:lang?/book')).toEqual(['/book', `/${WORD}/book`])
  expect(patternsOfRoute('/docs/*')).toEqual(['/docs', `/docs/${ANY}`])
  expect(patternsOfRoute('/')).toEqual(['/'])
})
