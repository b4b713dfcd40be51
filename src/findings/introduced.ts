/** A report narrowed to what a change adds. */
import type { Report } from '../types.js'
import { compareFindingSets, type FindingRecord } from './compare.js'

/**
 * The report with only those findings that were not there before or are worse now, each with its `change`.
 *
 * @param before findings of the state before
 * @param reference what the user calls that state, and its commit
 */
export function introducedIn(report: Report, before: readonly FindingRecord[], reference: { name: string; commit: string | null }): Report {
  const { changes, gone } = compareFindingSets(before, report.findings)
  const findings = report.findings.flatMap((finding, index) => {
    const change = changes[index]
    return change ? [{ ...finding, change }] : []
  })
  return {
    ...report,
    findings,
    comparison: {
      reference: reference.name,
      commit: reference.commit,
      known: report.findings.length - findings.length,
      gone: gone.filter(({ suppressed }) => !suppressed)
        .map(({ ruleId, tracker, file, severity, classes }) => ({ ruleId, tracker, file, severity, classes })),
    },
  }
}
