/**
 * Annotations of GitHub Actions: one workflow command a finding.
 *
 * @see https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
 */
import type { Finding, Severity } from '../../types.js'
import type { Format, FormatOptions } from '../formats.js'
import { place, type Sources } from '../positions.js'
import { openFindings, worstFirst } from '../ranked.js'
import { counted } from '../words.js'

/** GitHub shows ten of each level a step. */
const SHOWN = 10

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

function command(sources: Sources, finding: Finding, { repositoryPrefix }: FormatOptions): string {
  const { severity, file, span, ruleId, message, help, change } = finding
  const start = place(sources, file, span.start)
  const end = place(sources, file, Math.max(span.start, span.end))
  const columns = start.line === end.line && end.column > start.column ? `,col=${start.column},endColumn=${end.column}` : ''
  const title = change?.kind === 'worse' ? `${ruleId} (now ${change.gains.join(', ')})` : ruleId
  const text = help === '' ? message : `${message}\n${help}`
  return `::${severity} file=${property(repositoryPrefix + file)},line=${start.line},endLine=${end.line}${columns},title=${property(title)}::${data(text)}`
}

/** The worst first. Where more are found than GitHub shows, a last line says so. */
export const reportGithub: Format = (report, sources, options) => {
  const found = worstFirst(openFindings(report))
  const of = (severity: Severity): Finding[] => found.filter((finding) => finding.severity === severity)
  const [errors, warnings] = [of('error'), options.quiet && options.threshold === 'error' ? [] : of('warning')]
  const shown = [...errors.slice(0, SHOWN), ...warnings.slice(0, SHOWN)]
  const left = errors.length + warnings.length - shown.length
  const lines = shown.map((finding) => command(sources, finding, options))
  if (left > 0) lines.push(`::notice title=pixelward::${counted(left, 'more finding')} beside the annotations: GitHub shows ten errors and ten warnings of a step.`)
  return lines.map((line) => `${line}\n`).join('')
}
