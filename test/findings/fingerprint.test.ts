import { describe, expect, it } from 'vitest'
import { fingerprints, sameContent, type FindingIdentity } from '../../src/findings/fingerprint.js'

const base: FindingIdentity = {
  ruleId: 'no-tracker-on-sensitive-route',
  tracker: 'meta-pixel',
  account: '1234567890',
  file: 'src/book.js',
  unit: 'Booking',
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
    [{ file: 'src/other.js' }],
    [{ unit: 'Other' }],
    [{ snippet: 'track("Schedule", { clinic: 2 })' }],
  ] as Partial<FindingIdentity>[][])('tells apart what differs in %j', (change) => {
    expect(one(change)).not.toBe(one())
  })

  it('tells equal code in one file apart by its order', () => {
    const [first, second] = fingerprints([base, base])
    expect(first).not.toBe(second)
  })

  it('is not moved by a new finding of other code before it', () => {
    expect(fingerprints([{ ...base, snippet: 'track("PageView")' }, base])[1]).toBe(one())
  })

  it('still says that code is the same when its file was renamed', () => {
    expect(sameContent(one(), one({ file: 'src/renamed.js' }))).toBe(true)
    expect(sameContent(one(), one({ account: '99' }))).toBe(false)
  })
})
