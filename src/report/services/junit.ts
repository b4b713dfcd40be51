/**
 * JUnit's XML, which most build servers read. A suite for each rule, a test for each finding.
 *
 * @see https://github.com/testmoapp/junitxml
 */
import type { Finding } from '../../types.js'
import type { Format, FormatOptions } from '../formats.js'
import { place, type Sources } from '../positions.js'
import { escapeMarkup } from '../escape.js'

/** Characters that XML 1.0 cannot hold in any way. */
// eslint-disable-next-line no-control-regex
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const xml = (text: string): string => escapeMarkup(text.replace(impossible, '\ufffd'))

function counts(finding: Finding, { threshold }: FormatOptions): boolean {
  return finding.suppressed === null && (finding.severity === 'error' || threshold === 'warning')
}

function testcase(sources: Sources, finding: Finding, options: FormatOptions): string {
  const { ruleId, severity, message, help, file, span, suppressed, flow } = finding
  const { line, column } = place(sources, file, span.start)
  const way = flow.map((step) => `${step.file}:${place(sources, step.file, step.span.start).line} ${step.note}`)
  const text = [message, ...way, help].filter((each) => each !== '').join('\n')
  const body = suppressed ? `<skipped message="${xml(suppressed.reason)}"/>`
    : counts(finding, options) ? `<failure type="${severity}" message="${xml(message)}">${xml(text)}</failure>`
    : `<system-out>${xml(`${severity}: ${text}`)}</system-out>`
  const path = options.repositoryPrefix + file
  return `    <testcase classname="pixelward.${xml(ruleId)}" name="${xml(`${path}:${line}:${column}`)}" file="${xml(path)}" line="${line}">${body}</testcase>`
}

/** What is at the threshold or above fails; what is below passes and says so; what is suppressed is skipped. */
export const reportJunit: Format = (report, sources, options) => {
  const ids = [...new Set([...options.rules.map(({ id }) => id), ...report.findings.map(({ ruleId }) => ruleId)])]
  const suites = ids.map((id) => {
    const findings = report.findings.filter(({ ruleId }) => ruleId === id)
    const failures = findings.filter((finding) => counts(finding, options)).length
    const skipped = findings.filter(({ suppressed }) => suppressed !== null).length
    // A rule that finds nothing has passed.
    const cases = findings.length === 0
      ? [`    <testcase classname="pixelward.${xml(id)}" name="nothing found"/>`]
      : findings.map((finding) => testcase(sources, finding, options))
    return { failures, skipped, tests: cases.length, text: [
      `  <testsuite name="${xml(id)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`, ...cases, '  </testsuite>',
    ].join('\n') }
  })
  const sum = (key: 'tests' | 'failures' | 'skipped'): number => suites.reduce((total, suite) => total + suite[key], 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pixelward" tests="${sum('tests')}" failures="${sum('failures')}" errors="0" skipped="${sum('skipped')}">`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n')
}
