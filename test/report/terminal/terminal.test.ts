import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../../src/report/terminal/code-frame.js'
import { reportInventory } from '../../../src/report/terminal/inventory.js'
import { linesOf, sourcesOf } from '../../../src/report/positions.js'
import { cellWidth, fit } from '../../../src/report/terminal/printable.js'
import { explainRoutes } from '../../../src/report/terminal/explain-route.js'
import { reportRoutes } from '../../../src/report/terminal/routes.js'
import { styleOf } from '../../../src/report/terminal/style.js'
import { reportTerminal } from '../../../src/report/terminal/check.js'
import type { TerminalOptions } from '../../../src/report/terminal/writing.js'
import type { PlacedSighting } from '../../../src/types.js'
import {
  bookReached, finding, leak, portalReached, presence, report, route, sighting, sources,
} from '../toy-report.js'

const plain: TerminalOptions = { color: false, width: 100 }
const check = (change: Parameters<typeof report>[0] = {}, options: Partial<TerminalOptions> = {}): string =>
  reportTerminal(report(change), sources, { ...plain, ...options })

describe('the report of check', () => {
  it('reads like this', () => {
    expect(check()).toMatchInlineSnapshot(`
      "PORTAL  pages behind a patient’s login

      app/pixel.tsx
        2:3  error  Toys receives the page URL.

          1 | export function Pixel() {
          2 |   track('init', '123')
            |   ^^^^^^^^^^^^^^^^^^^^

          on    /portal/messages/:id (portal, likely): app/layout.tsx:2 → app/pixel.tsx:2
          fix   Load it on public pages only.
          rule  no-tracker-on-sensitive-route

      SCHEDULING  pages where a visit is booked

      book.html
        4:2  error  Toys receives the reason for the visit.

          3 | <script>
          4 |   track("Schedule", {
            |   ^^^^^^^^^^^^^^^^^^^
          5 |     why: reason.value
            |     ^^^^^^^^^^^^^^^^^
          6 |   })
            |   ^^

          on    /book (scheduling)
          path  book.html:2  the patient types the reason (textarea#reason)
                book.html:5  sent as why
          fix   Do not send the reason.
          rule  no-form-data-in-tracking

      Not checked
        - Settings in vendor consoles.

      2 errors, 0 warnings in 2 files, on 2 of 3 routes (4 files checked)
      "
    `)
  })

  it('is told worst class first, and errors before warnings', () => {
    const output = check({ findings: [leak, finding({ severity: 'warning', message: 'W', fingerprint: 'c' }), presence] })
    const at = ['PORTAL', 'Toys receives the page URL', 'W', 'SCHEDULING', 'reason for the visit'].map((text) => output.indexOf(text))
    expect(at).toEqual([...at].sort((left, right) => left - right))
    expect(at.every((position) => position >= 0)).toBe(true)
  })

  it('says the same without colour as with it', () => {
    expect(stripVTControlCharacters(check({}, { color: true }))).toBe(check())
  })

  it('does not repeat a route that the message tells, and tells the others', () => {
    const message = 'Toys receives the URL. It runs on /portal/messages/:id (app/layout.tsx:2 → app/pixel.tsx:2).'
    const told = check({ findings: [finding({ message })] })
    expect(told.match(/\/portal\/messages/g)).toHaveLength(1)
    expect(check({ findings: [finding({ message, routes: [portalReached, bookReached] })] })).toContain('on    /book (scheduling)')
  })

  it('names paths as the user would', () => {
    expect(check({}, { prefix: 'sites/a/' })).toContain('sites/a/book.html:2  the patient types')
  })

  it('tells the same code in other files once', () => {
    const copies = ['a.html', 'b.html'].map((file) => finding({ ...leak, file, fingerprint: 'bbbbbbbb11111111' }))
    const output = check({ findings: [leak, ...copies] })
    expect(output.match(/Toys receives the reason/g)).toHaveLength(1)
    expect(output).toContain('3 errors')
  })

  it('fits the terminal', () => {
    const long = finding({ message: 'Toys receives a lot of things. '.repeat(20), help: 'Do something about it. '.repeat(20) })
    for (const width of [60, 80, 200]) {
      const lines = check({ findings: [long, leak] }, { width }).split('\n')
      expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(Math.min(width, 120))
    }
  })

  it('leaves suppressed findings out and counts them', () => {
    const output = check({ findings: [leak, finding({ message: 'HIDDEN', suppressed: { reason: 'x', until: null, by: 'comment' as const } })] })
    expect(output).not.toContain('HIDDEN')
    expect(output).toContain('1 suppressed')
  })

  it('has no control characters of the scanned tree', () => {
    const file = 'a\u001b[2Jb.html'
    const nasty: Record<string, string> = { [file]: 'x\u001b]0;title\u0007 \u202e track(1) \u009b31m' }
    const evil = finding({
      file, span: { start: 0, end: 5 }, message: 'event \u001b[31m"x\r\ny"', help: '\u0008', flow: [{ file, span: { start: 0, end: 1 }, note: '\u001b[1A' }],
      routes: [{ route: route('/\u001b[2J', 'portal', file), certainty: 'exact', via: [] }],
    })
    const evilReport = report({
      findings: [evil], problems: [{ file, line: 1, message: '\u0007' }], notChecked: ['\u001bc'], routes: [route('/\u001b[2J', 'portal', file)],
      sightings: [sighting(file, 'x', { accountId: '\u001b[0m', routes: evil.routes })],
    })
    const evilSources = sourcesOf((path) => nasty[path])
    for (const output of [
      reportTerminal(evilReport, evilSources, plain),
      reportInventory(evilReport, evilSources, plain),
      reportRoutes(evilReport, evilSources, plain),
      explainRoutes(evilReport.routes, evilReport, evilSources, plain),
    ]) {
      expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    }
  })
})

describe('when nothing is found', () => {
  it('says what was checked', () => {
    const output = check({ findings: [] })
    expect(output).toContain('Nothing found. Checked 4 files: 3 routes (1 portal, 1 scheduling)')
    expect(output).toMatch(/3 places of tracker code were\s+seen and nothing is wrong with them/)
    expect(output).toContain('Settings in vendor consoles.')
  })

  it('does not claim routes or trackers there are none of', () => {
    expect(check({ findings: [], routes: [], sightings: [] })).toContain('no routes were recognised, no tracker code was seen')
  })
})

describe('quiet', () => {
  it('prints nothing when nothing is at the threshold', () => {
    expect(check({ findings: [finding({ severity: 'warning' })] }, { quiet: true, threshold: 'error' })).toBe('')
  })

  it('prints warnings when they are at the threshold', () => {
    expect(check({ findings: [finding({ severity: 'warning' })] }, { quiet: true, threshold: 'warning' })).toContain('1 warning')
  })

  it('leaves remarks out', () => {
    expect(check({}, { quiet: true })).not.toContain('Not checked')
  })
})

describe('a code frame', () => {
  const style = styleOf(false)
  const frame = (text: string, part: string, width = 60): string =>
    codeFrame(linesOf(text), { start: text.indexOf(part), end: text.indexOf(part) + part.length }, width, style).join('\n')

  it('marks the span below tabs and wide letters', () => {
    expect(frame('one\n\t日本 track(1)', 'track(1)')).toMatchInlineSnapshot(`
      "1 | one
      2 |   日本 track(1)
        |        ^^^^^^^^"
    `)
  })

  it('shows the place in the line of a bundle, and only that', () => {
    const output = frame(`${'a=1;'.repeat(5000)}track(1);${'b=2;'.repeat(5000)}`, 'track(1)')
    const [code = '', marks = ''] = output.split('\n')
    expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('track(1)')
    expect(code.length).toBeLessThanOrEqual(60)
  })

  it('shortens a span of many lines', () => {
    expect(frame('track(\n1,\n2,\n3,\n4)', 'track(\n1,\n2,\n3,\n4)')).toMatchInlineSnapshot(`
      "1 | track(
        | ^^^^^^
      2 | 1,
        | ^^
      3 | 2,
        | ^^
        | … 2 more lines"
    `)
  })

  it('marks an empty span with one sign', () => {
    expect(codeFrame(linesOf('ab'), { start: 1, end: 1 }, 60, style)).toEqual(['1 | ab', '  |  ^'])
  })
})

describe('the inventory', () => {
  it('reads like this', () => {
    expect(reportInventory(report(), sources, plain)).toMatchInlineSnapshot(`
      "Tracker    Receiver  Accounts  Kinds         Places           Most sensitive route
      ---------  --------  --------  ------------  ---------------  -------------------------------------
      toy-pixel  Toys      123       2 event-call  app/pixel.tsx:2  /portal/messages/:id (portal, likely)
                                     1 snippet     book.html:4      and 2 more routes
                                                   careers.html:1

      1 tracker in 3 places (4 files checked, 3 routes known)

      Not checked
        - Settings in vendor consoles.
      "
    `)
  })

  it('lists the tags of containers with their triggers', () => {
    const tag = {
      file: 'app/pixel.tsx', index: 3, name: 'The pixel', type: 'custom HTML', container: 'GTM-TOYTOYS', triggers: ['page view', 'click'],
    }
    const [snippet, ...others] = report().sightings
    const tagged = { ...(snippet as PlacedSighting), file: 'app/pixel.tsx', span: { start: 0, end: 1 }, tag }
    const text = reportInventory(report({ sightings: [tagged, ...others] }), sources, plain)
    expect(text.slice(text.indexOf('Tags of'), text.indexOf('Not checked'))).toMatchInlineSnapshot(`
      "Tags of container GTM-TOYTOYS in app/pixel.tsx

      Tag                 Tracker    Account  Fires on   Most sensitive route
      ------------------  ---------  -------  ---------  --------------------
      The pixel (line 1)  toy-pixel  -        page view  /book (scheduling)
                                              click

      "
    `)
  })

  it('says when there is nothing', () => {
    expect(reportInventory(report({ sightings: [] }), sources, plain)).toContain('No tracker code was seen (4 files checked, 3 routes known).')
  })

  it('stands below each other where columns do not fit', () => {
    const lines = reportInventory(report(), sources, { ...plain, width: 50 }).split('\n')
    expect(lines[0]).toMatch(/^Tracker +toy-pixel$/)
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(50)
  })
})

describe('a text that is cut', () => {
  it('fills the width and no more, however long it is', () => {
    expect(fit('x'.repeat(100_000), 10)).toBe(`${'x'.repeat(9)}…`)
    expect(cellWidth(fit('表'.repeat(100_000), 10))).toBe(9)
    expect(fit('short', 10)).toBe('short')
  })
})

describe('many findings', () => {
  const events = ['a', 'b', 'c', 'd', 'e'].map((event, index) => finding({
    ruleId: 'no-tracking-event-on-sensitive-route', event, fingerprint: `${index}fffffff00000000`, message: `Toys receives the event ${event}.`,
    file: 'book.html', span: { start: 47 + index, end: 60 + index }, routes: [bookReached],
  }))

  it('of one tracker in one file are told once, with the other places', () => {
    const output = check({ findings: events })
    expect(output.match(/Toys receives the event/g)).toHaveLength(1)
    expect(output).toMatch(/also {2}\d:\d+ .*\n {10}\d:\d+ .*\n {10}\d:\d+ .*\n {10}\d:\d+ /)
    expect(output).toContain('5 errors, 0 warnings')
  })

  it('show the other places of a line without end from there on', () => {
    const text = `${'a()|'.repeat(5_000)}send("other")|${'b()|'.repeat(5_000)}`
    const at = (start: number) => ({ ...(events[0] as typeof leak), file: 'all.js', span: { start, end: start + 3 } })
    const all = [at(0), { ...at(text.indexOf('send')), fingerprint: 'e1e1e1e100000000' }]
    const output = reportTerminal(report({ findings: all }), sourcesOf(() => text), plain)
    expect(output).toMatch(/also {2}1:20001 +…send\("other"\)/)
  })

  it('are told one by one where data flows, or where the routes differ', () => {
    const leaks = [leak, { ...leak, fingerprint: 'cdcdcdcd00000000', message: 'Toys receives the name.' }]
    expect(check({ findings: leaks }).match(/Toys receives the/g)).toHaveLength(2)
    const [first, second] = events
    const elsewhere = { ...(second as typeof leak), routes: [portalReached] }
    expect(check({ findings: [first as typeof leak, elsewhere] }).match(/Toys receives the event/g)).toHaveLength(2)
  })

  it('begin with counts and end with what to do first', () => {
    const output = check({ findings: [leak, presence, ...events] })
    expect(output.startsWith('7 errors, 0 warnings')).toBe(true)
    const end = output.slice(output.indexOf('What to do first'))
    expect(end).toMatch(/1\. Do not send the reason\. \(1 finding on 1 sensitive route, from book\.html:4\)/)
    expect(end.trimEnd().split('\n').at(-1)).toContain('7 errors, 0 warnings')
  })
})

describe('a report about a change', () => {
  const comparison = { reference: 'main', commit: '0123456789abcdef', known: 2, gone: [] }

  it('says what each finding is and what it was compared with', () => {
    const output = check({ findings: [{ ...presence, change: { kind: 'worse', gains: ['on portal routes'] } }], comparison })
    expect(output).toContain('error  [now on portal routes] Toys receives the page URL.')
    expect(output).toContain('Compared with main (0123456789ab): 2 findings were there before.')
  })

  it('says so when nothing is new', () => {
    const output = check({ findings: [], comparison: { ...comparison, gone: [{ ruleId: 'r', tracker: null, file: 'a', severity: 'error', classes: [] }] } })
    expect(output).toMatch(/^Nothing new\. Checked/)
    expect(output).toContain('2 findings were there before; 1 finding gone.')
  })
})
