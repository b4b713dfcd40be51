import { describe, expect, it } from 'vitest'
import { fingerprints, sameContent, type FindingIdentity } from '../../src/findings/fingerprint.js'

const base: FindingIdentity = {
  ruleId: 'no-tracker-on-sensitive-route',
  tracker: 'meta-pixel',
  account: '1234567890',
  snippet: 'track("Schedule", { clinic: 1, })',
}

const one = (change: Partial<FindingIdentity> = {}): string => fingerprints([{ ...base, ...change }])[0] as string

describe('a fingerprint', () => {
  it('is 16 hexadecimal digits', () => {
    expect(one()).toMatch(/^[0-9a-f]{16}$/)
  })

  it.each(['track( "Schedule",\n  { clinic: 1 } )', "track('Schedule', { clinic: 1 });", 'track(`Schedule`, {\tclinic: 1, })'])(
    'survives formatting: %j',
    (snippet) => {
      expect(one({ snippet })).toBe(one())
    },
  )

  it.each([
    [{ ruleId: 'no-tracking-event-on-sensitive-route' }],
    [{ tracker: 'google-analytics' }],
    [{ account: '99' }],
    [{ snippet: 'track("Schedule", { clinic: 2 })' }],
  ] as Partial<FindingIdentity>[][])('tells apart what differs in %j', (change) => {
    expect(one(change)).not.toBe(one())
  })

  it('tells equal code apart by its order', () => {
    const [first, second] = fingerprints([base, base])
    expect(first).not.toBe(second)
  })

  it('is not moved by a new finding of other code before it', () => {
    expect(fingerprints([{ ...base, snippet: 'track("PageView")' }, base])[1]).toBe(one())
  })

  it('says which parts of two are the same code', () => {
    const [first, second] = fingerprints([base, base])
    expect(sameContent(first as string, second as string)).toBe(true)
    expect(sameContent(one(), one({ account: '99' }))).toBe(false)
  })
})
