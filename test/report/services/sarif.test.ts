import { readFileSync, readdirSync } from 'node:fs'
import AjvDraft4Module from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules/all.js'
import { withHelp } from '../../../src/cli/package-files.js'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { sourcesOf } from '../../../src/report/positions.js'
import { reportSarif } from '../../../src/report/services/sarif.js'
import { run } from '../../../src/run.js'
import { siteTree, sitesFolder } from '../../sites/read-site.js'
import { bookReached, finding, leak, presence, report, sources } from '../toy-report.js'
import { hostile, hostileFile, hostileFinding, hostileSources, options } from './hostile.js'

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
const schema = JSON.parse(readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as object
const AjvDraft4 = AjvDraft4Module.default
const validate = new AjvDraft4({ allErrors: true, strict: false, formats: { uri: true, 'uri-reference': true, 'date-time': true } }).compile(schema)

type Any = any // eslint-disable-line @typescript-eslint/no-explicit-any

function sarif(...given: Parameters<typeof reportSarif>): Any {
  const log = JSON.parse(reportSarif(...given)) as unknown
  validate(log)
  expect(validate.errors).toBeNull()
  return (log as { runs: unknown[] }).runs[0]
}

describe('SARIF', () => {
  it.each(readdirSync(sitesFolder))('of %s fits the official schema', (name) => {
    const tree = siteTree(name)
    const result = run(tree, { ...defaultConfiguration, preset: 'strict' }, { rules })
    const log = sarif(result, sourcesOf((file) => tree.text(file)), { ...options, rules: rules.map(withHelp) })
    expect(log.results).toHaveLength(result.findings.length)
    for (const { ruleId, ruleIndex } of log.results) expect(log.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('fits it with texts that try to be something else', () => {
    const log = sarif(hostile, hostileSources, options)
    const [first] = log.results
    const { uri } = first.locations[0].physicalLocation.artifactLocation
    expect(uri).toMatch(/^[\w./%!'()*~-]+$/)
    expect(decodeURIComponent(uri)).toBe(hostileFile)
  })

  it('counts columns in UTF-16 units and says so', () => {
    const log = sarif(hostile, hostileSources, options)
    expect(log.columnKind).toBe('utf16CodeUnits')
    const step = log.results[0].codeFlows[0].threadFlows[0].locations[0]
    // The emoji after `line one ` takes two.
    expect(step.location.physicalLocation.region).toEqual({ startLine: 1, startColumn: 10, endLine: 1, endColumn: 12 })
  })

  it('tells the way of the data, and where the route brings the code in', () => {
    const log = sarif(report(), sources, options)
    const [ofLeak] = log.results.filter(({ ruleId }: Any) => ruleId === leak.ruleId)
    expect(ofLeak.codeFlows[0].threadFlows[0].locations.map(({ location }: Any) => location.message.text)).toEqual([
      'the patient types the reason (textarea#reason)', 'sent as why',
    ])
    const [ofPresence] = log.results.filter(({ ruleId }: Any) => ruleId === presence.ruleId)
    expect(ofPresence.relatedLocations).toEqual([
      expect.objectContaining({ message: { text: '/portal/messages/:id (portal, likely)' }, physicalLocation: expect.objectContaining({ region: { startLine: 2, startColumn: 22 } }) }),
    ])
  })

  it('has a suppression with its reason', () => {
    const log = sarif(report({ findings: [{ ...presence, suppressed: { reason: 'agreed', until: '2027-01-31', by: 'comment' as const } }] }), sources, options)
    expect(log.results[0].suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'agreed (until 2027-01-31)' }])
  })

  it('names what a change does', () => {
    const log = sarif(report({ findings: [{ ...presence, change: { kind: 'new', gains: [] } }] }), sources, options)
    expect(log.results[0].baselineState).toBe('new')
  })

  it('has paths of the repository', () => {
    const log = sarif(report({ findings: [presence] }), sources, { ...options, repositoryPrefix: 'web/site/' })
    expect(log.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('web/site/app/pixel.tsx')
  })

  it('has fingerprints that tell equal code of one file apart', () => {
    const twice = [presence, { ...presence, span: { start: 0, end: 3 }, fingerprint: 'aaaaaaaa22222222' }]
    const log = sarif(report({ findings: twice }), sources, options)
    expect(log.results.map(({ partialFingerprints }: Any) => partialFingerprints.primaryLocationLineHash).sort()).toEqual(['aaaaaaaa:1', 'aaaaaaaa:2'])
  })

  it('says what could not be read', () => {
    const log = sarif(report({ problems: [{ file: 'a b.js', line: 3, message: 'broken' }] }), sources, options)
    expect(log.invocations[0].toolExecutionNotifications[0]).toMatchObject({ message: { text: 'broken' } })
  })
})

describe('what GitHub takes', () => {
  const many = Array.from({ length: 25_010 }, (_, index) => finding({
    fingerprint: `${index.toString(16).padStart(8, '0')}00000000`, severity: index < 25_005 ? 'warning' : 'error', routes: [bookReached],
  }))

  it('is 25,000 results: the worst are kept, and the others counted', () => {
    const log = sarif(report({ findings: many }), sources, options)
    expect(log.results).toHaveLength(25_000)
    expect(log.results.slice(0, 6).map(({ level }: Any) => level)).toEqual(['error', 'error', 'error', 'error', 'error', 'warning'])
    expect(log.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^10 more results are left out/)
  })

  it('is a hundred related places and a thousand steps of one result', () => {
    const routes = Array.from({ length: 300 }, (_, index) => ({ ...bookReached, via: [{ file: `p${index}.html`, offset: null }] }))
    const flow = Array.from({ length: 2_000 }, (_, index) => ({ file: 'book.html', span: { start: index % 50, end: index % 50 + 1 }, note: `${index}` }))
    const log = sarif(report({ findings: [{ ...hostileFinding, file: 'book.html', routes, flow }] }), sources, options)
    expect(log.results[0].relatedLocations).toHaveLength(100)
    const { locations } = log.results[0].codeFlows[0].threadFlows[0]
    expect([locations.length, locations[0].location.message.text, locations.at(-1).location.message.text]).toEqual([1_000, '0', '1999'])
  })

  it('is ten megabytes: long texts cost results and not the upload', () => {
    const long = many.slice(0, 3_000).map((each) => ({ ...each, message: 'x'.repeat(40_000) }))
    const text = reportSarif(report({ findings: long }), sources, options)
    expect(text.length).toBeLessThan(62_000_000)
    expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(1_000)
  })
})
