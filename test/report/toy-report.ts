/** A small report over a few texts, for the tests of everything that prints one. */
import { sourcesOf, type Sources } from '../../src/report/positions.js'
import type { Finding, PlacedSighting, Report, Route, RouteClass, Span } from '../../src/types.js'

export const texts: Record<string, string> = {
  'app/layout.tsx': 'import { Pixel } from \'./pixel\'\r\nexport default () => <Pixel />\r\n',
  'app/pixel.tsx': 'export function Pixel() {\n  track(\'init\', \'123\')\n}\n',
  'book.html': '<body>\n\t<textarea id="reason"></textarea>\n<script>\n\ttrack("Schedule", {\n\t\twhy: reason.value\n\t})\n</script>\n',
  'careers.html': '<script>track("PageView")</script>\n',
}

export const sources: Sources = sourcesOf((file) => texts[file])

export function spanOf(file: string, part: string): Span {
  const start = (texts[file] ?? '').indexOf(part)
  return { start, end: start + part.length }
}

export function route(path: string, routeClass: RouteClass, file: string): Route {
  return { path, class: routeClass, because: `"${path.slice(1)}" in the path`, certainty: 'exact', framework: 'static', file, kind: 'page' }
}

export const book = route('/book', 'scheduling', 'book.html')
export const portal = route('/portal/messages/:id', 'portal', 'app/portal/messages/[id]/page.tsx')
export const careers = route('/careers', 'public', 'careers.html')

export function sighting(file: string, part: string, change: Partial<PlacedSighting> = {}): PlacedSighting {
  return {
    kind: 'event-call', tracker: 'toy-pixel', accountId: null, event: null, file, span: spanOf(file, part), gate: null,
    unit: null, through: [], vendor: 'Toys', category: 'advertising', routes: [], ...change,
  }
}

export const portalReached = {
  route: portal,
  certainty: 'likely' as const,
  via: [
    { file: 'app/layout.tsx', offset: spanOf('app/layout.tsx', '<Pixel').start },
    { file: 'app/pixel.tsx', offset: spanOf('app/pixel.tsx', 'track').start },
  ],
}

export const bookReached = { route: book, certainty: 'exact' as const, via: [{ file: 'book.html', offset: null }] }

export const pixel = sighting('app/pixel.tsx', "track('init', '123')", {
  kind: 'snippet', accountId: '123', routes: [portalReached], unit: 'Pixel',
})
export const schedule = sighting('book.html', 'track("Schedule", {\n\t\twhy: reason.value\n\t})', {
  event: 'Schedule', routes: [bookReached],
})
export const pageView = sighting('careers.html', 'track("PageView")', {
  event: 'PageView', routes: [{ route: careers, certainty: 'exact', via: [{ file: 'careers.html', offset: null }] }],
})

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'no-tracker-on-sensitive-route', severity: 'error', message: 'Toys receives the page URL.',
    help: 'Load it on public pages only.', file: pixel.file, span: pixel.span, tracker: 'toy-pixel', accountId: null, event: null,
    dataCategories: ['page-url'], hashed: false, confidence: 'sent-by-this-code', flow: [], routes: [portalReached],
    fingerprint: 'aaaaaaaa00000000', suppressed: null, ...change,
  }
}

export const presence = finding()
export const leak = finding({
  ruleId: 'no-form-data-in-tracking', message: 'Toys receives the reason for the visit.', help: 'Do not send the reason.',
  file: 'book.html', span: schedule.span, dataCategories: ['reason-for-visit'], routes: [bookReached],
  flow: [
    { file: 'book.html', span: spanOf('book.html', '<textarea'), note: 'the patient types the reason (textarea#reason)' },
    { file: 'book.html', span: spanOf('book.html', 'reason.value'), note: 'sent as why' },
  ],
  fingerprint: 'bbbbbbbb00000000',
})

export function report(change: Partial<Report> = {}): Report {
  return {
    root: '.', files: { seen: 4, parsed: 3, fromCache: 0 }, routes: [careers, book, portal],
    sightings: [schedule, pixel, pageView], findings: [leak, presence], problems: [], notChecked: ['Settings in vendor consoles.'], suppressions: [],
    ...change,
  }
}
