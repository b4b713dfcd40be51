/**
 * GitLab's code-quality report.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { Format } from '../formats.js'
import { place } from '../positions.js'
import { classOf, openFindings, worstFirst } from '../ranked.js'

/** A list; an empty one where nothing is found. */
export const reportGitlab: Format = (report, sources, { repositoryPrefix }) => {
  const rows = worstFirst(openFindings(report)).map((finding) => {
    const { ruleId, severity, message, help, file, span, fingerprint } = finding
    const routeClass = classOf(finding)
    const gravest = severity === 'error' && (routeClass === 'portal' || routeClass === 'login')
    return {
      description: help === '' ? message : `${message} ${help}`,
      check_name: `pixelward/${ruleId}`,
      fingerprint,
      severity: gravest ? 'blocker' : severity === 'error' ? 'critical' : 'minor',
      location: {
        path: repositoryPrefix + file,
        lines: { begin: place(sources, file, span.start).line, end: place(sources, file, Math.max(span.start, span.end)).line },
      },
    }
  })
  return `${JSON.stringify(rows, null, 2)}\n`
}
