import { describe, expect, test } from 'vitest'
import { noTagManagerOnSensitiveRoute } from '../../rules/no-tag-manager-on-sensitive-route.js'
import { noTrackerOnSensitiveRoute } from '../../rules/no-tracker-on-sensitive-route.js'
import { noTrackingEventOnSensitiveRoute } from '../../rules/no-tracking-event-on-sensitive-route.js'
import type { PlacedSighting, RouteClass, Severity } from '../../src/types.js'
import { reach, report, route, sighting } from './toy-project.js'

const rule = noTrackerOnSensitiveRoute

describe('severity by route class', () => {
  const table: [RouteClass, Severity | null][] = [
    ['portal', 'error'],
    ['login', 'error'],
    ['scheduling', 'error'],
    ['intake', 'error'],
    ['billing', 'warning'],
    ['provider-search', 'warning'],
    ['condition', 'warning'],
    ['contact', 'warning'],
    ['public', null],
  ]
  test.each(table)('a tracker on a %s page: %s', (routeClass, severity) => {
    const drafts = report(rule, [sighting(1, [reach(route('/page', routeClass))])])
    expect(drafts.map((draft) => draft.severity)).toEqual(severity === null ? [] : [severity])
  })

  test('a shared layout takes the most sensitive route it reaches', () => {
    const [draft] = report(rule, [
      sighting(1, [reach(route('/news', 'public')), reach(route('/flu', 'condition')), reach(route('/portal', 'portal'))]),
    ])
    expect(draft?.severity).toBe('error')
    expect(draft?.routes.map((reached) => reached.route.path)).toEqual(['/portal', '/flu'])
  })

  test('billing with a form is an error, without one it is not', () => {
    const sightings = [sighting(1, [reach(route('/pay-bill', 'billing'))])]
    expect(report(rule, sightings, {}, ['/pay-bill'])[0]?.severity).toBe('error')
    expect(report(rule, sightings, {}, ['/other'])[0]?.severity).toBe('warning')
  })

  test('a crisis line is an error, a contact form is not', () => {
    expect(report(rule, [sighting(1, [reach(route('/crisis-line', 'contact'))])])[0]?.severity).toBe('error')
    expect(report(rule, [sighting(1, [reach(route('/contact', 'contact'))])])[0]?.severity).toBe('warning')
  })

  test('a possible route is never an error by presence alone', () => {
    const possible = route('/*', 'portal', { certainty: 'possible' })
    expect(report(rule, [sighting(1, [reach(possible, 'possible')])])[0]?.severity).toBe('warning')
  })

  test('unless the configuration gave the class', () => {
    const possible = route('/*', 'portal', { certainty: 'possible', because: 'the configuration says so' })
    const configuration = { routes: [{ path: '/**', class: 'portal' as const }] }
    expect(report(rule, [sighting(1, [reach(possible, 'possible')])], configuration)[0]?.severity).toBe('error')
  })

  test.each(['consent', 'environment', 'route'] as const)('a %s gate excuses nothing', (gate) => {
    expect(report(rule, [sighting(1, [reach(route('/login', 'login'))], { gate })])[0]?.severity).toBe('error')
  })

  test('an endpoint and a redirect show no page', () => {
    const sightings = [
      sighting(1, [reach(route('/api/appointments', 'scheduling', { kind: 'api' }))]),
      sighting(2, [reach(route('/old-login', 'login', { kind: 'redirect' }))]),
    ]
    expect(report(rule, sightings)).toEqual([])
  })

  test('a declared agreement makes the error a warning on the routes it is declared for, and only there', () => {
    const allow = [{ tracker: 'toy-pixel', agreement: true, routes: ['/portal/**'] }]
    const at = (path: string): Severity | undefined =>
      report(rule, [sighting(1, [reach(route(path, 'portal'))])], { allow })[0]?.severity
    expect(at('/portal/messages')).toBe('warning')
    expect(at('/chart')).toBe('error')
  })

  test('a declaration without an agreement changes nothing', () => {
    const allow = [{ tracker: 'toy-pixel' }]
    expect(report(rule, [sighting(1, [reach(route('/portal', 'portal'))])], { allow })[0]?.severity).toBe('error')
  })
})

describe('one finding for one snippet', () => {
  const login = [reach(route('/login', 'login'))]

  test('loader, start, page view and noscript half are one, at the first', () => {
    const drafts = report(rule, [
      sighting(30, login, { kind: 'event-call', call: 'page', event: 'view' }),
      sighting(20, login),
      sighting(10, login, { kind: 'remote-script', accountId: null }),
      sighting(40, login, { kind: 'noscript-pixel' }),
    ])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.span.start).toBe(10)
    expect(drafts[0]?.message).toContain('Toy Pixel 111 (also at lines 20, 30 and 40)')
  })

  test('before a loader the vendor wrote goes the call that starts it', () => {
    const [draft] = report(rule, [sighting(10, login, { accountId: null }), sighting(20, login, { call: 'init' })])
    expect(draft?.span.start).toBe(20)
    expect(draft?.message).toContain('Toy Pixel 111 (also at line 10)')
  })

  test('two accounts are two', () => {
    expect(report(rule, [sighting(10, login), sighting(20, login, { accountId: '222' })])).toHaveLength(2)
  })

  test('two files are two', () => {
    expect(report(rule, [sighting(10, login), sighting(20, login, { file: 'footer.html' })])).toHaveLength(2)
  })

  test('a function that starts a tracker is told where it is written, not where it is called', () => {
    const through = [{ file: 'layout.html', span: { start: 10, end: 20 } }]
    const drafts = report(rule, [sighting(10, login), sighting(5, login, { file: 'page.js', through })])
    expect(drafts.map(({ file }) => file)).toEqual(['layout.html'])
  })

  test('a piece that reaches no sensitive route is no part of it', () => {
    const drafts = report(rule, [sighting(10, [reach(route('/news', 'public'))]), sighting(20, login)])
    expect(drafts.map(({ span }) => span.start)).toEqual([20])
  })

  test('a consent banner is no tracker, error monitoring is one', () => {
    expect(report(rule, [sighting(1, login, { tracker: 'toy-consent' })])).toEqual([])
    expect(report(rule, [sighting(1, login, { tracker: 'toy-errors' })])).toHaveLength(1)
  })
})

describe('what is said', () => {
  test('who receives what, by which code, on which route, how sure, and how to fix it', () => {
    const shared = reach(route('/schedule', 'scheduling'), 'likely', 'layout.html', 'pixel.js')
    const [draft] = report(rule, [
      sighting(3, [shared, reach(route('/news', 'public'), 'exact', 'layout.html', 'pixel.js')], { file: 'pixel.js' }),
    ])
    expect(draft?.message).toBe(
      'Toy Corporation receives the IP address, cookies, page URL and title of every visitor through Toy Pixel 111. ' +
        'It runs on /schedule (pages/schedule.html), a scheduling page (likely, one step rests on a convention).',
    )
    expect(draft?.help).toBe(
      'Take Toy Pixel 111 out of layout.html, which /schedule shares with other pages, and bring it in only from the ' +
        'pages that need it (such as /news), by a list of allowed routes.',
    )
    expect(draft?.confidence).toBe('sent-by-this-code')
  })

  test('a header that the page includes is itself what is shared', () => {
    const routes = [reach(route('/login', 'login'), 'exact', 'header.php'), reach(route('/news', 'public'), 'exact', 'header.php')]
    const [draft] = report(rule, [sighting(3, routes, { file: 'header.php' })])
    expect(draft?.help).toContain('Take Toy Pixel 111 out of header.php, which /login shares with other pages')
  })

  test('code that serves sensitive routes alone can go', () => {
    const [draft] = report(rule, [sighting(3, [reach(route('/login', 'login'))], { file: 'pages/login.html' })])
    expect(draft?.help).toBe('Remove Toy Pixel 111 from pages/login.html.')
  })

  test('the other routes are named, each path once, and the rest is counted', () => {
    const portal = (path: string, file?: string): ReturnType<typeof reach> => reach(route(path, 'portal', file ? { file } : {}))
    const [draft] = report(rule, [
      sighting(3, [portal('/a'), portal('/b'), portal('/b', 'es/b.html'), portal('/c'), portal('/d'), portal('/e')]),
    ])
    expect(draft?.message).toContain('and on 4 more sensitive routes: /b, /c, /d, ….')
  })

  test('a consent check is told', () => {
    const [draft] = report(rule, [sighting(3, [reach(route('/login', 'login'))], { gate: 'consent' })])
    expect(draft?.message).toContain('It waits for a consent check')
  })

  test('no legal conclusion', () => {
    const [draft] = report(rule, [sighting(3, [reach(route('/login', 'login'))])])
    expect(`${draft?.message}${draft?.help}`).not.toMatch(/HIPAA|violat|breach|illegal|unlawful/i)
  })
})

describe('containers', () => {
  const container = { tracker: 'toy-container', kind: 'container' as const, accountId: 'C-1' }
  const login = [reach(route('/login', 'login'))]

  test('are reported by their own rule alone, with the id', () => {
    const sightings = [sighting(1, login, container)]
    expect(report(rule, sightings)).toEqual([])
    const [draft] = report(noTagManagerOnSensitiveRoute, sightings)
    expect(draft?.severity).toBe('error')
    expect(draft?.message).toContain('loads container C-1')
    expect(draft?.confidence).toBe('depends-on-container')
  })

  test('other trackers are not reported by it', () => {
    expect(report(noTagManagerOnSensitiveRoute, [sighting(1, login)])).toEqual([])
  })

  test('nor containers on public pages', () => {
    expect(report(noTagManagerOnSensitiveRoute, [sighting(1, [reach(route('/', 'public'))], container)])).toEqual([])
  })
})

describe('events', () => {
  const schedule = [reach(route('/schedule', 'scheduling'))]
  const event = { kind: 'event-call' as const, call: 'event' as const, event: 'Schedule', accountId: null }

  test('each call is a finding of its own', () => {
    const drafts = report(noTrackingEventOnSensitiveRoute, [sighting(1, schedule, event), sighting(9, schedule, event)])
    expect(drafts.map(({ span, severity }) => [span.start, severity])).toEqual([[1, 'error'], [9, 'error']])
    expect(drafts[0]?.message).toContain('receives the event `Schedule`')
  })

  test('not on public pages, and not by the rule about presence', () => {
    expect(report(noTrackingEventOnSensitiveRoute, [sighting(1, [reach(route('/', 'public'))], event)])).toEqual([])
    expect(report(rule, [sighting(1, schedule, event)])).toEqual([])
  })

  test('the page view of a snippet belongs to the snippet; one that stands alone is an event', () => {
    const view = { kind: 'event-call' as const, call: 'page' as const, event: 'view', accountId: null }
    expect(report(noTrackingEventOnSensitiveRoute, [sighting(1, schedule), sighting(9, schedule, view)])).toEqual([])
    const [draft] = report(noTrackingEventOnSensitiveRoute, [
      sighting(1, schedule),
      sighting(9, schedule, { ...view, file: 'navigation.js' }),
    ])
    expect(draft?.message).toContain('receives the page view `view`')
  })

  test('a call of a wrapper names the way to the vendor’s own call', () => {
    const through = [{ file: 'track.js', span: { start: 12, end: 20 } }]
    const [draft] = report(noTrackingEventOnSensitiveRoute, [sighting(41, schedule, { ...event, file: 'book.js', through })])
    expect(draft?.message).toContain('(book.js:41 → track.js:12)')
  })

  test('the call inside of that function is not told again, unless nobody calls it', () => {
    const inside = sighting(12, schedule, { ...event, event: null, file: 'track.js' })
    const call = sighting(41, schedule, { ...event, file: 'book.js', through: [{ file: 'track.js', span: inside.span }] })
    const filesOf = (sightings: PlacedSighting[]): string[] =>
      report(noTrackingEventOnSensitiveRoute, sightings).map(({ file }) => file)
    expect(filesOf([inside, call])).toEqual(['book.js'])
    expect(filesOf([inside])).toEqual(['track.js'])
  })

  test('settings are no event: they go with the next one', () => {
    expect(report(noTrackingEventOnSensitiveRoute, [sighting(1, schedule, { ...event, call: 'settings', event: null })])).toEqual([])
  })

  test('a name the code computes is said to be that', () => {
    const [draft] = report(noTrackingEventOnSensitiveRoute, [sighting(1, schedule, { ...event, event: null })])
    expect(draft?.message).toContain('an event whose name the code computes')
  })
})
