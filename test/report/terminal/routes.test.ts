/** What `pixelward routes` prints, and `routes --explain`. */
import { describe, expect, it } from 'vitest'
import { explainRoutes } from '../../../src/report/terminal/explain-route.js'
import { cellWidth } from '../../../src/report/terminal/printable.js'
import { reportRoutes } from '../../../src/report/terminal/routes.js'
import type { Report, Route, RouteClass } from '../../../src/types.js'
import { book, portal, portalReached, report, route, sighting, sources } from '../toy-report.js'

const plain = { color: false, width: 100 }

/** A hospital's site as a generator makes it: 300 routes in two applications. */
function hospital(): Report {
  const page = (path: string, routeClass: RouteClass, framework: string, change: Partial<Route> = {}): Route => (
    { ...route(path, routeClass, `${framework === 'next-app' ? 'portal/app' : 'content'}${path === '/' ? '/index' : path}.md`), framework, because: `"${path.split('/').at(-1)}" in the path`, ...change })
  const many = (folder: string, count: number, routeClass: RouteClass, framework = 'hugo'): Route[] =>
    Array.from({ length: count }, (_, at) => page(`${folder}/page-${at}`, routeClass, framework))
  const routes = [
    page('/', 'public', 'hugo'), page('/careers', 'public', 'hugo'), page('/sign-in', 'login', 'hugo'), page('/request-an-appointment-with-one-of-our-specialists-today', 'scheduling', 'hugo'),
    ...many('/news', 140, 'public'), ...many('/locations', 90, 'provider-search'), ...many('/conditions/heart/arrhythmia', 40, 'condition'), page('/old', 'public', 'hugo', { kind: 'redirect' }),
    ...['messages', 'appointments', 'medications', 'test-results', 'bills'].map((name) => page(`/portal/${name}`, 'portal', 'next-app', { root: 'portal' })),
    page('/dashboard', 'portal', 'next-app', { root: 'portal', classCertainty: 'likely' }), page('/*', 'public', 'next-app', { root: 'portal', certainty: 'possible' }),
    ...many('/help', 16, 'public', 'next-app').map((each) => ({ ...each, root: 'portal' })),
  ]
  const everywhere = routes.filter(({ path }) => !path.startsWith('/help'))
  const ids = ['google-tag-manager', 'meta-pixel', 'google-analytics-4']
  const sightings = ids.map((tracker, at) => sighting('app/pixel.tsx', 'track', {
    tracker, routes: everywhere.filter((each) => at < 2 || each.class === 'scheduling').map((each) => ({ route: each, certainty: 'exact' as const, via: [] })),
  }))
  return report({ routes, sightings, findings: [] })
}

describe('all routes', () => {
  it('of a small site read like this', () => {
    expect(reportRoutes(report(), sources, plain)).toMatchInlineSnapshot(`
      "static                                                                         3 routes, 2 sensitive
        portal  pages behind a patient’s login
          /portal/messages/:id  "portal/messages/:id"  app/portal/messages/[id]/page.tsx  toy-pixel
        scheduling  pages where a visit is booked
          /book                 "book"                 book.html                          toy-pixel
        public  everything else
          /careers              "careers"              careers.html                       toy-pixel

      3 routes: 1 portal, 1 scheduling. --explain ROUTE tells all about one.

      Not checked
        - Settings in vendor consoles.
      "
    `)
  })

  it('of a large one fit 80 columns, one line each, many alike as one', () => {
    expect(reportRoutes(hospital(), sources, { ...plain, width: 80, quiet: true })).toMatchInlineSnapshot(`
      "next-app in portal                                        23 routes, 6 sensitive
        portal  pages behind a patient’s login
          /dashboard                        likely    "dashboard"      google-tag…, +1
          /portal/appointments                        "appointments"   google-tag…, +1
          /portal/bills                               "bills"          google-tag…, +1
          /portal/medications                         "medications"    google-tag…, +1
          /portal/messages                            "messages"       google-tag…, +1
          /portal/test-results                        "test-results"   google-tag…, +1
        public  everything else
          /*                                possible  "*"              google-tag…, +1
          /help/… (16)

      hugo                                                   275 routes, 132 sensitive
        login  sign-in, registration and password pages of patients
          /sign-in                                    "sign-in"        google-tag…, +1
        scheduling  pages where a visit is booked
          /request-an-app…pecialists-today            "request-an-ap…  google-ana…, +2
        provider-search  finding a doctor or a location
          /locations/… (90)                                            google-tag…, +1
        condition  pages on a condition, treatment or drug
          /conditions/… (40)                                           google-tag…, +1
        public  everything else
          /                                           ""               google-tag…, +1
          /careers                                    "careers"        google-tag…, +1
          /news/… (140)                                                google-tag…, +1
          /old                                        "old", redirect  google-tag…, +1

      298 routes: 6 portal, 1 login, 1 scheduling, 90 provider-search, 40 condition.
      "
    `)
  })

  it('and have their files where there is room', () => {
    expect(reportRoutes(hospital(), sources, { ...plain, width: 120, quiet: true })).toMatchInlineSnapshot(`
      "next-app in portal                                                                                23 routes, 6 sensitive
        portal  pages behind a patient’s login
          /dashboard                        likely    "dashboard"             portal/app/dashboard.md  google-tag-manager, +1
          /portal/appointments                        "appointments"          …portal/appointments.md  google-tag-manager, +1
          /portal/bills                               "bills"                 …al/app/portal/bills.md  google-tag-manager, +1
          /portal/medications                         "medications"           …/portal/medications.md  google-tag-manager, +1
          /portal/messages                            "messages"              …app/portal/messages.md  google-tag-manager, +1
          /portal/test-results                        "test-results"          …portal/test-results.md  google-tag-manager, +1
        public  everything else
          /*                                possible  "*"                     portal/app/*.md          google-tag-manager, +1
          /help/… (16)                                                        portal/app/help/

      hugo                                                                                           275 routes, 132 sensitive
        login  sign-in, registration and password pages of patients
          /sign-in                                    "sign-in"               content/sign-in.md       google-tag-manager, +1
        scheduling  pages where a visit is booked
          /request-an-app…pecialists-today            "request-an-appointme…  …r-specialists-today.md  google-analytics-4, +2
        provider-search  finding a doctor or a location
          /locations/… (90)                                                   content/locations/       google-tag-manager, +1
        condition  pages on a condition, treatment or drug
          /conditions/… (40)                                                  …ions/heart/arrhythmia/  google-tag-manager, +1
        public  everything else
          /                                           ""                      content/index.md         google-tag-manager, +1
          /careers                                    "careers"               content/careers.md       google-tag-manager, +1
          /news/… (140)                                                       content/news/            google-tag-manager, +1
          /old                                        "old", redirect         content/old.md           google-tag-manager, +1

      298 routes: 6 portal, 1 login, 1 scheduling, 90 provider-search, 40 condition.
      "
    `)
  })

  it('are listed one by one when all are asked for', () => {
    const lines = reportRoutes(hospital(), sources, { ...plain, all: true, quiet: true }).split('\n')
    expect(lines.filter((line) => line.startsWith('    /news/'))).toHaveLength(140)
  })

  it.each([50, 60, 80, 100, 120, 200])('fit %d columns', (width) => {
    for (const all of [true, false]) {
      const lines = reportRoutes(hospital(), sources, { ...plain, width, all }).split('\n')
      expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(Math.min(width, 120))
    }
  })

  it('say what to do when there are none', () => {
    expect(reportRoutes(report({ routes: [] }), sources, plain)).toContain('"extraRoutes"')
  })

  it('tell what only stays loaded', () => {
    const stays = sighting('app/pixel.tsx', 'track', { routes: [{ ...portalReached, persists: true }] })
    expect(reportRoutes(report({ sightings: [stays] }), sources, plain)).toContain('toy-pixel (stays)')
  })
})

describe('one route', () => {
  it('is explained like this', () => {
    expect(explainRoutes([portal], report(), sources, plain, '/portal/messages/17')).toMatchInlineSnapshot(`
      "/portal/messages/:id fits /portal/messages/17
        class     portal: pages behind a patient’s login
        why       "portal/messages/:id" in the path
        declared  app/portal/messages/[id]/page.tsx (static, page, exact)
        tracker code that runs here, 1 place:
        - toy-pixel 123
          snippet at app/pixel.tsx:2 (likely)
            by app/layout.tsx:2 → app/pixel.tsx:2
      "
    `)
  })

  it('with what only stays loaded, conditions that are left open, consent, and a class that is less than sure', () => {
    const conditions = [{ file: 'app/layout.tsx', span: { start: 0, end: 1 }, text: 'unless quiet.includes(path)' }]
    const files = ['app/portal/messages/[id]/page.tsx', 'app/layout.tsx']
    const asked: Route = { ...portal, files, classCertainty: 'likely' }
    const stays = sighting('app/pixel.tsx', 'track', { gate: 'consent', routes: [{ ...portalReached, route: asked, persists: true, conditions }] })
    const told = explainRoutes([asked], report({ routes: [asked], sightings: [stays] }), sources, plain)
    expect(told).toContain('files     app/portal/messages/[id]/page.tsx, app/layout.tsx')
    expect(told.replace(/\s+/g, ' ')).toContain('(likely, stays loaded, unless quiet.includes(path), after a consent check)')
    expect(told).toContain('likely, going by the name')
  })

  it('may have no tracker', () => {
    expect(explainRoutes([book], report({ sightings: [] }), sources, plain)).toContain('no tracker is known to run here')
  })
})
