/** A report in which every text of the scanned tree tries to be something else, and the options of a format. */
import type { FormatOptions } from '../../../src/report/formats.js'
import { sourcesOf, type Sources } from '../../../src/report/positions.js'
import type { Finding, Report } from '../../../src/types.js'
import { finding, report, route, sighting } from '../toy-report.js'

export const options: FormatOptions = {
  tool: { name: 'pixelward', version: '0.1.0' },
  rules: [
    { id: 'no-tracker-on-sensitive-route', description: 'Disallow trackers' },
    { id: 'no-form-data-in-tracking', description: 'Disallow form data', help: '# Help\n<b>' },
  ],
  color: false, width: 100, prefix: '', repositoryPrefix: '', quiet: false, threshold: 'error',
}

const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" \'single\' `tick` | @someone ]]> --> %0A::error:: \u202e\u0000\u2028'

export const hostileFile = `app/é ${'<script>'} #?%&[x]/ü|pipe, colon:.html`
const text = `line one 😀 ${evil}\nfbq('init', '${evil}')\n`
const path = `/portal/${evil.replace(/[\s/]/g, '')}`
const reached = {
  route: { ...route(path, 'portal', hostileFile), because: evil, framework: evil }, certainty: 'exact' as const,
  via: [{ file: hostileFile, offset: 0 }, { file: hostileFile, offset: 12 }],
}

export const hostileSources: Sources = sourcesOf((file) => (file === hostileFile ? text : undefined))

export const hostileFinding: Finding = finding({
  file: hostileFile, span: { start: text.indexOf('fbq'), end: text.length - 1 }, message: `Meta receives ${evil}`, help: `Remove ${evil}`,
  accountId: evil, event: evil, routes: [reached], dataCategories: ['email', 'reason-for-visit'],
  flow: [{ file: hostileFile, span: { start: 9, end: 11 }, note: evil }, { file: hostileFile, span: { start: text.indexOf('fbq'), end: text.indexOf('fbq') + 3 }, note: '' }],
})

export const hostile: Report = report({
  routes: [reached.route],
  sightings: [sighting('book.html', 'x', { file: hostileFile, span: { start: 0, end: 3 }, accountId: evil, event: evil, routes: [reached] })],
  findings: [
    hostileFinding,
    { ...hostileFinding, severity: 'warning', fingerprint: 'bbbbbbbb11111111', suppressed: { reason: evil, until: '2027-01-31', by: 'comment' as const } },
    { ...hostileFinding, fingerprint: 'cccccccc11111111', change: { kind: 'worse', gains: ['on portal routes'] }, routes: [] },
  ],
  problems: [{ file: hostileFile, line: 2, message: evil }],
  notChecked: [evil],
})
