import { Ajv } from 'ajv'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { reportJson } from '../../src/report/json.js'
import { finding, leak, pixel, report, sources, spanOf } from './toy-report.js'

const schema = createRequire(import.meta.url)('eslint-plugin-pixelward/schema/output.schema.json') as object
export const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)

const tool = { name: 'pixelward', version: '1.2.3' }
const print = (change: Parameters<typeof report>[0] = {}) => JSON.parse(reportJson(report(change), sources, tool))

describe('the JSON report', () => {
  it('is what its schema says', () => {
    validate(print())
    expect(validate.errors).toBeNull()
  })

  it('has a schema that notices what is wrong', () => {
    expect(validate({ ...print(), version: 2 })).toBe(false)
    expect(validate({ ...print(), extra: 1 })).toBe(false)
    expect(validate(print({ findings: [finding({ fingerprint: 'x' })] }))).toBe(false)
    expect(validate(print({ findings: [finding({ dataCategories: ['shoe-size'] })] }))).toBe(false)
  })

  it('ends in a line break', () => {
    expect(reportJson(report(), sources, tool)).toMatch(/^\{\n[^]*\}\n$/)
  })

  it('counts lines and columns from one, endColumn exclusive', () => {
    const [, row] = print().findings
    expect(row).toMatchObject({ file: 'book.html', line: 4, column: 2, endLine: 6, endColumn: 4 })
  })

  it('counts CR LF as one line break', () => {
    const span = spanOf('app/layout.tsx', '<Pixel')
    expect(print({ findings: [finding({ file: 'app/layout.tsx', span })] }).findings[0]).toMatchObject({ line: 2, column: 22 })
  })

  it('tells the chain to a route as file and line; a convention stands at the first line', () => {
    const [snippet, event] = print().sightings
    expect(snippet.routes[0].via).toEqual(['app/layout.tsx:2', 'app/pixel.tsx:2'])
    expect(event.routes[0].via).toEqual(['book.html:1'])
  })

  it('tells what stays loaded, and the conditions that are left open', () => {
    const [snippet] = report().sightings
    const [reached] = snippet?.routes ?? []
    const conditions = [{ file: 'app/layout.tsx', span: spanOf('app/layout.tsx', '<Pixel'), text: 'unless quiet.includes(path)' }]
    const output = print({ sightings: snippet && reached ? [{ ...snippet, routes: [{ ...reached, persists: true, conditions }] }] : [] })
    expect(output.sightings[0].routes[0]).toMatchObject({
      persists: true, conditions: [{ file: 'app/layout.tsx', line: 2, text: 'unless quiet.includes(path)' }],
    })
    validate(output)
    expect(validate.errors).toBeNull()
  })

  it('is in order of file, line, column and rule, whatever order the report has', () => {
    const same = { file: pixel.file, span: pixel.span }
    const findings = [leak, finding({ ...same, ruleId: 'z' }), finding({ ...same, ruleId: 'b' })]
    const forward = reportJson(report({ findings }), sources, tool)
    const { sightings, routes } = report()
    const backward = { findings: findings.toReversed(), sightings: sightings.toReversed(), routes: routes.toReversed() }
    expect(reportJson(report(backward), sources, tool)).toBe(forward)
    expect(JSON.parse(forward).findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['b', 'z', leak.ruleId])
  })

  it('keeps suppressed findings and says why', () => {
    const suppressed = { reason: 'signed', until: '2027-01-31', by: 'comment' as const }
    const output = print({ findings: [finding({ suppressed })] })
    expect(output.findings[0].suppressed).toEqual(suppressed)
    expect(validate(output)).toBe(true)
  })

  it('stands when the text of a file is gone', () => {
    expect(print({ findings: [finding({ file: 'gone.js' })] }).findings[0]).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 })
  })
})
