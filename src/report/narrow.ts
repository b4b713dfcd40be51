/** Parts of a report: what somebody asked for, of what the engine knows. */
import type { PlacedSighting, Report, Span } from '../types.js'

interface Placed {
  file: string
  span: Span
}

/** For places of one file. */
function touches(left: Placed, right: Placed): boolean {
  const [first, second] = left.span.start <= right.span.start ? [left.span, right.span] : [right.span, left.span]
  // Two empty spans at one place touch, too.
  return second.start < first.end || second.start === first.start
}

/** A report with the findings in the files that are meant, and with the sightings they stand on or their flows pass. */
export function narrowToFindings(report: Report, isSelected: (file: string) => boolean): Report {
  const findings = report.findings.filter(({ file }) => isSelected(file))
  const inFile = new Map<string, { place: Placed; tracker: string | null }[]>()
  for (const finding of findings) {
    for (const place of [finding, ...finding.flow]) {
      const known = inFile.get(place.file)
      const each = { place, tracker: finding.tracker }
      if (known) known.push(each)
      else inFile.set(place.file, [each])
    }
  }
  const isReported = (sighting: PlacedSighting): boolean =>
    (inFile.get(sighting.file) ?? []).some(
      ({ place, tracker }) => (tracker === null || tracker === sighting.tracker) && touches(place, sighting),
    )
  const suppressions = report.suppressions.filter(({ file }) => isSelected(file))
  return { ...report, findings, suppressions, sightings: report.sightings.filter(isReported) }
}

/** A report with all sightings in the files that are meant, and no findings. */
export function narrowToSightings(report: Report, isSelected: (file: string) => boolean): Report {
  return { ...report, findings: [], sightings: report.sightings.filter(({ file }) => isSelected(file)) }
}
