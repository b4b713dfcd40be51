/** The order in which findings and sightings are told: by file, place, then rule. The same on every machine. */
import type { Finding, PlacedSighting, Route, Span } from '../types.js'

/** By code units: no language of the machine takes part. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

interface Placed {
  file: string
  span: Span
}

function comparePlaces(left: Placed, right: Placed): number {
  return compareText(left.file, right.file) || left.span.start - right.span.start
}

type OrderedFinding = Placed & Pick<Finding, 'ruleId' | 'tracker' | 'message'>

/** By file, start, rule; then by end, tracker and message, so that no two orders are right. */
export function compareFindings(left: OrderedFinding, right: OrderedFinding): number {
  return (
    comparePlaces(left, right) ||
    compareText(left.ruleId, right.ruleId) ||
    left.span.end - right.span.end ||
    compareText(left.tracker ?? '', right.tracker ?? '') ||
    compareText(left.message, right.message)
  )
}

/** By file, start, kind, end, tracker, account and event. */
export function compareSightings(left: PlacedSighting, right: PlacedSighting): number {
  return (
    comparePlaces(left, right) ||
    compareText(left.kind, right.kind) ||
    left.span.end - right.span.end ||
    compareText(left.tracker, right.tracker) ||
    compareText(left.accountId ?? '', right.accountId ?? '') ||
    compareText(left.event ?? '', right.event ?? '')
  )
}

/** By path, file and framework. */
export function compareRoutes(left: Route, right: Route): number {
  return (
    compareText(left.path, right.path) ||
    compareText(left.file, right.file) ||
    compareText(left.framework, right.framework)
  )
}

/** By file and place. */
export function compareUses(left: Placed, right: Placed): number {
  return comparePlaces(left, right)
}
