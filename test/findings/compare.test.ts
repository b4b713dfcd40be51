import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFindingSets, recordOf } from '../../src/findings/compare.js'
import type { Finding } from '../../src/types.js'
import { book, bookReached, finding, portalReached } from '../report/toy-report.js'

const at = (file: string, change: Partial<Finding> = {}): Finding =>
  finding({ file, accountId: '1', routes: [bookReached], fingerprint: 'aaaaaaaa00000000', ...change })

function changes(before: readonly Finding[], after: readonly Finding[]): (string | null)[] {
  return compareFindingSets(before.map(recordOf), after).changes.map((change) => change && [change.kind, ...change.gains].join(': '))
}

describe('a finding', () => {
  it('is known by its code in its file', () => {
    expect(changes([at('a.js')], [at('a.js')])).toEqual([null])
  })

  it('is known by its code in another file when it is gone from the first', () => {
    expect(changes([at('a.js')], [at('b.js')])).toEqual([null])
    expect(changes([at('a.js')], [at('a.js'), at('b.js')])).toEqual([null, 'new'])
  })

  it('is known by what it tells of when its code was edited', () => {
    const edited = { fingerprint: 'bbbbbbbb00000000' }
    expect(changes([at('a.js')], [at('a.js', edited)])).toEqual([null])
    expect(changes([at('a.js')], [at('a.js', { ...edited, accountId: '2' })])).toEqual(['new'])
    expect(changes([at('a.js')], [at('a.js', { ...edited, event: 'Lead' })])).toEqual(['new'])
    expect(changes([at('a.js')], [at('b.js', edited)])).toEqual(['new'])
  })

  it.each<[string, Partial<Finding>, Partial<Finding>, string | null]>([
    ['an error', { severity: 'warning' }, { severity: 'error' }, 'worse: an error'],
    ['a warning', { severity: 'error' }, { severity: 'warning' }, null],
    ['on the portal, too', {}, { routes: [bookReached, portalReached] }, 'worse: on portal routes'],
    ['on one more page of a class', {}, { routes: [bookReached, { ...bookReached, route: { ...book, path: '/book/again' } }] }, null],
    ['with more data', {}, { dataCategories: ['email', 'page-url'] }, 'worse: with email'],
    ['with less data', {}, { dataCategories: [] }, null],
    ['suppressed', {}, { suppressed: { reason: 'r', until: null, by: 'comment' as const }, dataCategories: ['email'] }, null],
    ['suppressed no more', { suppressed: { reason: 'r', until: null, by: 'comment' as const } }, {}, 'worse: not suppressed any more'],
  ])('that is now %s is told so', (_, before, after, expected) => {
    expect(changes([at('a.js', before)], [at('a.js', after)])).toEqual([expected])
  })

  it('that got worse does not take the place of one that did not', () => {
    const worse = at('b.js', { routes: [bookReached, portalReached] })
    expect(changes([at('a.js'), at('c.js', { routes: [bookReached, portalReached] })], [worse, at('d.js')])).toEqual([null, null])
  })
})

describe('two sets', () => {
  const some = fc.array(fc.record({
    file: fc.constantFrom('a.js', 'b.js', 'c.js'),
    fingerprint: fc.constantFrom('aaaaaaaa00000000', 'bbbbbbbb00000000', 'cccccccc00000000'),
    accountId: fc.constantFrom('1', '2', null),
    severity: fc.constantFrom('error' as const, 'warning' as const),
  }).map(({ file, ...change }) => at(file, change)), { maxLength: 12 })

  it('that are the same differ in nothing, in any order', () => {
    fc.assert(fc.property(some, fc.infiniteStream(fc.nat()), (findings, random) => {
      const shuffled = findings.map((each) => ({ each, rank: random.next().value as number })).sort((x, y) => x.rank - y.rank).map(({ each }) => each)
      const { changes: told, gone } = compareFindingSets(findings.map(recordOf), shuffled)
      expect([told.filter((each) => each !== null), gone]).toEqual([[], []])
    }))
  })

  it('are matched one to one: what is new or gone adds up', () => {
    fc.assert(fc.property(some, some, (before, after) => {
      const { changes: told, gone } = compareFindingSets(before.map(recordOf), after)
      const added = told.filter((each) => each?.kind === 'new').length
      expect(before.length - gone.length).toBe(after.length - added)
    }))
  })
})
