/** Parts of a report: what somebody asked for, of what the engine knows. */
import type { Finding, PlacedSighting, Report, Span } from '../types.js'

interface Placed {
  file: string
  span: Span
}

function touches(left: Placed, right: Placed): boolean {
  if (left.file !== right.file) return false
  const [first, second] = left.span.start <= right.span.start ? [left.span, right.span] : [right.span, left.span]
  // Two empty spans at one place touch, too.
  return second.start < first.end || second.start === first.start
}

/** The sightings that a finding stands on, or that its flow passes. */
function restsOn(finding: Finding, sighting: PlacedSighting): boolean {
  if (finding.tracker !== null && finding.tracker !== sighting.tracker) return false
  return touches(finding, sighting) || finding.flow.some((step) => touches(step, sighting))
}

/** A report with the findings in the files that are meant, and with the sightings these rest on. */
export function narrowToFindings(report: Report, isSelected: (file: string) => boolean): Report {
  const findings = report.findings.filter(({ file }) => isSelected(file))
  const sightings = report.sightings.filter((sighting) => findings.some((finding) => restsOn(finding, sighting)))
  return { ...report, findings, sightings }
}

/** A report with all sightings in the files that are meant, and no findings. */
export function narrowToSightings(report: Report, isSelected: (file: string) => boolean): Report {
  return { ...report, findings: [], sightings: report.sightings.filter(({ file }) => isSelected(file)) }
}
