/** Every row of the tracker tables is well-formed, has a fixture, and finds its own addresses again. */
import { describe, expect, it } from 'vitest'
import { matchAccount, matchBeacon, matchLoader, matchServerEndpoint, trackerById, trackers } from '../../src/trackers/index.js'
import type { CallShape, PackageMember, Tracker, UrlPattern } from '../../src/trackers/tracker.js'
import { fixtureFiles } from './fixture-files.js'
import { readExpectations } from './expectations.js'

const categories = [
  'tag-manager', 'advertising', 'analytics', 'session-replay', 'customer-data-platform', 'marketing-automation', 'chat',
  'call-tracking', 'ab-testing', 'error-monitoring', 'consent', 'social',
]

/** Names joined by `.`, `#` and `()`: `ttq.instance().track`, `default#track`, `useGtm().push`, `X#`. */
const PATH = /^[A-Za-z_$][\w$]*(?:\(\)|#|[.#]?[A-Za-z_$][\w$]*|\.(?=[A-Za-z_$]))*$/

const members = (tracker: Tracker): PackageMember[] => (tracker.packages ?? []).flatMap((row) => row.members)
const shapes = (tracker: Tracker): CallShape[] => [
  ...tracker.calls, ...members(tracker).filter((member): member is CallShape => member.kind !== 'component' && member.kind !== 'plugin'),
]
const urls = (tracker: Tracker): UrlPattern[] => [...tracker.loaders, ...tracker.beacons, ...(tracker.serverEndpoints ?? [])]

describe.each(trackers)('$id', (tracker) => {
  it('says who it is', () => {
    expect(tracker.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(trackers.filter(({ id }) => id === tracker.id)).toHaveLength(1)
    expect(categories).toContain(tracker.category)
    expect(tracker.name.trim()).not.toBe('')
    expect(tracker.vendor.trim()).not.toBe('')
    expect(new URL(tracker.docs).protocol).toBe('https:')
  })

  it('has a fixture that shows it', () => {
    const files = fixtureFiles.filter((file) => file.tracker === tracker.id)
    expect(files.map(({ category }) => category)).toEqual(files.map(() => tracker.category))
    const shown = files.flatMap(({ text }) => readExpectations(text).expected)
    expect(shown.some((line) => line.split(' ')[2] === tracker.id)).toBe(true)
  })

  it('has patterns that compile', () => {
    const sources = [
      ...tracker.accounts,
      ...urls(tracker).flatMap(({ only, account }) => [only ?? '', account && 'pattern' in account ? account.pattern : '']),
      ...shapes(tracker).map(({ where }) => where?.pattern ?? ''),
    ]
    for (const source of sources) expect(() => new RegExp(source)).not.toThrow()
    for (const { account } of urls(tracker)) {
      if (account && 'pattern' in account) expect(new RegExp(`${account.pattern}|`).exec('')).toHaveLength(2)
    }
  })

  it('has paths that can be read, and arguments that exist', () => {
    for (const shape of shapes(tracker)) {
      expect(shape.path).toMatch(PATH)
      expect(shape.data.every((position) => Number.isInteger(position) && position >= 0)).toBe(true)
      // What the site does not choose is not sent by it.
      if (shape.kind === 'consent') expect(shape.data).toEqual([])
    }
    for (const member of members(tracker)) expect(member.path).toMatch(PATH)
  })

  it('has no call that can never be reached', () => {
    const seen = new Set<string>()
    for (const { path, command, commandIndex, where, shape } of tracker.calls) {
      const key = JSON.stringify([path, command, commandIndex, where, shape])
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  it('names common words that begin one of its calls', () => {
    const roots = new Set([
      ...tracker.calls.map(({ path }) => path.split(/[.#(]/)[0]), ...(tracker.payloadGlobals ?? []).map(({ name }) => name),
    ])
    for (const name of tracker.commonNames ?? []) expect(roots).toContain(name)
  })

  it('finds its own addresses again', () => {
    const found = { loaders: matchLoader, beacons: matchBeacon, serverEndpoints: matchServerEndpoint }
    for (const [kind, match] of Object.entries(found) as [keyof typeof found, typeof matchLoader][]) {
      for (const pattern of tracker[kind] ?? []) {
        const example = exampleOf(pattern)
        if (example !== null) expect(match(example)?.tracker.id, `${kind} ${example}`).toBe(tracker.id)
      }
    }
  })

  it('has no pixel that hides its own server interface', () => {
    for (const pattern of tracker.serverEndpoints ?? []) {
      const example = exampleOf(pattern)
      if (example !== null) expect(matchBeacon(example) ?? matchLoader(example), example).toBeNull()
    }
  })
})

/** An address the pattern describes; null where a condition on the whole address cannot be met by filling in alone. */
function exampleOf({ host, path = '/', only }: UrlPattern): string | null {
  const parameters = only === undefined ? [''] : ['?id=GTM-A', '?id=G-A', '?id=AW-1', '?id=DC-1', '?id=UA-1', '?adv=a', '?idsite=1', '?app_key=a', '?embed_type=a', '?typeform-embed=a']
  const base = `https://${host.replace(/^\*$/, 'www.lakeside.example').replace(/\*/g, 'a1')}${path.replace(/\$$/, '').replace(/\*/g, 'a1')}`
  return parameters.map((query) => base + query).find((url) => only === undefined || new RegExp(only).test(url)) ?? null
}

describe('look-ups', () => {
  it('know every row by its id and no other', () => {
    expect(trackerById('meta-pixel').vendor).toBe('Meta')
    expect(() => trackerById('no-such-tracker')).toThrow('no-such-tracker')
  })

  it('tell products apart that share a loader', () => {
    const loader = (id: string) => matchLoader(`//www.googletagmanager.com/gtag/js?id=${id}`)?.tracker.id
    expect(['G-ABC1234567', 'AW-123456789', 'DC-1234567', 'UA-1234567-1', ''].map(loader)).toEqual([
      'google-analytics-4', 'google-ads', 'google-floodlight', 'google-universal-analytics', 'google-analytics-4',
    ])
  })

  it('take no address for one that has something before its scheme', () => {
    expect(matchLoader('“https://www.googletagmanager.com/gtag/js?id=G-ABC1234567”')).toBeNull()
    expect(matchLoader('\uA4F8.googletagmanager.com/gtag/js?id=G-ABC1234567')).not.toBeNull()
  })

  it('read the account, but not one that a template fills in', () => {
    expect(matchLoader('https://www.googletagmanager.com/gtm.js?id=GTM-LAKE42X&l=layer')?.account).toBe('GTM-LAKE42X')
    expect(matchLoader('https://www.googletagmanager.com/gtm.js?id=\uA4F8')).toMatchObject({ account: null })
    expect(matchBeacon('//www.facebook.com/tr?ev=PageView&amp;id=123456789012345')?.account).toBe('123456789012345')
  })

  it('match whole parts of a path and whole hosts', () => {
    expect(matchBeacon('https://www.facebook.com/tr?id=1')?.tracker.id).toBe('meta-pixel')
    expect(matchBeacon('https://www.facebook.com/travel')).toBeNull()
    expect(matchLoader('https://www.googletagmanager.com.example.org/gtm.js')).toBeNull()
    expect(matchLoader('https://example.org/www.googletagmanager.com/gtm.js')).toBeNull()
  })

  it('know scripts the site serves itself, and not those that only end alike', () => {
    expect(matchLoader('/assets/matomo.js')?.tracker.id).toBe('matomo')
    expect(matchLoader('https://stats.lakeside.example/matomo.js')?.tracker.id).toBe('matomo')
    expect(matchLoader('/assets/not-matomo.js')).toBeNull()
    expect(matchLoader('/scripts/format.js')).toBeNull()
  })

  it('find ids that say whose they are', () => {
    expect(matchAccount('container GTM-LAKE42X here')).toMatchObject({ tracker: { id: 'google-tag-manager' }, account: 'GTM-LAKE42X' })
    expect(matchAccount('AW-123456789 and G-ABC1234567')).toMatchObject({ tracker: { id: 'google-ads' }, account: 'AW-123456789' })
    expect(matchAccount('UA-12345678-1')?.tracker.id).toBe('google-universal-analytics')
    expect(matchAccount('a2_abc123def456')?.tracker.id).toBe('reddit-pixel')
  })

  it('find none in numbers, words and parts of words', () => {
    expect(matchAccount('123456789012345')).toBeNull()
    expect(matchAccount('RG-ABC1234567')).toBeNull()
    expect(matchAccount('Vitamin G-rich')).toBeNull()
  })
})
