/** The machine-readable report, version 1. Its schema is schema/output.schema.json. */
import { compareFindings, compareRoutes, compareSightings } from '../findings/order.js'
import type { AddressCondition, ChainLink, Comparison, Finding, FlowStep, PlacedSighting, ReachedRoute, Report, Route, Span, SuppressionUse } from '../types.js'
import type { Sources } from './positions.js'
import { place } from './positions.js'

export interface Tool {
  name: string
  version: string
}

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
type JsonObject = Record<string, JsonValue>

/** 1-based, `endColumn` exclusive. */
function range(sources: Sources, file: string, span: Span): JsonObject {
  const start = place(sources, file, span.start)
  const end = place(sources, file, Math.max(span.start, span.end))
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** `app/layout.tsx:12`; where a convention and no line brings the next link in, the first line stands for the file. */
function link(sources: Sources, { file, offset }: ChainLink): string {
  return `${file}:${offset === null ? 1 : place(sources, file, offset).line}`
}

function reached(sources: Sources, { route, certainty, via, persists, conditions }: ReachedRoute): JsonObject {
  return {
    path: route.path, class: route.class, certainty, via: via.map((each) => link(sources, each)),
    ...(persists ? { persists } : {}),
    ...(conditions ? { conditions: conditions.map((each) => conditionRow(sources, each)) } : {}),
  }
}

function conditionRow(sources: Sources, { file, span, text }: AddressCondition): JsonObject {
  return { file, ...place(sources, file, span.start), text }
}

function routeRow(route: Route, trackers: string[]): JsonObject {
  const { path, class: routeClass, classCertainty = 'exact', because, certainty, framework, root = '', file, kind } = route
  const files = [...route.files ?? [file]]
  return { path, class: routeClass, classCertainty, because, certainty, framework, root, kind, file, files, trackers }
}

/** Ids of the trackers whose code is on each route, sorted. */
function trackersByRoute(sightings: readonly PlacedSighting[]): (route: Route) => string[] {
  const found = new Map<Route, Set<string>>()
  for (const { tracker, routes } of sightings) {
    for (const { route } of routes) found.set(route, (found.get(route) ?? new Set()).add(tracker))
  }
  return (route) => [...(found.get(route) ?? [])].sort()
}

function sightingRow(sources: Sources, sighting: PlacedSighting): JsonObject {
  const { kind, tracker, vendor, category, accountId, event, file, span, gate, routes } = sighting
  return {
    kind, tracker, vendor, category, accountId, event, file,
    ...range(sources, file, span),
    original: originalRow(sighting),
    gate,
    tag: tagRow(sighting),
    routes: routes.map((each) => reached(sources, each)),
  }
}

function originalRow({ original }: Pick<Finding, 'original'>): JsonValue {
  return original ? { file: original.file, line: original.line, column: original.column } : null
}

function tagRow({ tag }: PlacedSighting): JsonValue {
  return tag ? { name: tag.name, type: tag.type, container: tag.container, file: tag.file, triggers: tag.triggers } : null
}

function stepRow(sources: Sources, { file, span, note }: FlowStep): JsonObject {
  return { file, ...place(sources, file, span.start), note }
}

function findingRow(sources: Sources, finding: Finding): JsonObject {
  const { ruleId, severity, message, help, file, span, tracker, accountId, event, dataCategories, hashed, confidence } = finding
  const { suppressed, change } = finding
  return {
    ruleId, severity, message, help, file,
    ...range(sources, file, span),
    original: originalRow(finding),
    tracker, accountId, event, dataCategories, hashed, confidence,
    flow: finding.flow.map((step) => stepRow(sources, step)),
    routes: finding.routes.map((each) => reached(sources, each)),
    fingerprint: finding.fingerprint,
    suppressed: suppressed && { reason: suppressed.reason, until: suppressed.until, by: suppressed.by },
    ...(change && { change: { kind: change.kind, gains: change.gains } }),
  }
}

function suppressionRow(sources: Sources, { file, span, rules, reason, until, state }: SuppressionUse): JsonObject {
  return { file, line: place(sources, file, span.start).line, rules, reason, until, state }
}

function comparisonRow({ reference, commit, known, gone }: Comparison): JsonObject {
  const rows = gone.map(({ ruleId, tracker, file, severity, classes }) => ({ ruleId, tracker, file, severity, classes }))
  return { reference, commit, known, gone: rows }
}

/** One object and a line break. Rows stand in a fixed order, whatever order the report has them in. */
export function reportJson(report: Report, sources: Sources, tool: Tool): string {
  const { root, files } = report
  const problems = [...report.problems].sort(
    (left, right) => (left.file < right.file ? -1 : left.file > right.file ? 1 : left.line - right.line),
  )
  const trackersOn = trackersByRoute(report.sightings)
  const output: JsonObject = {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    root,
    files: { seen: files.seen, parsed: files.parsed, fromCache: files.fromCache },
    routes: [...report.routes].sort(compareRoutes).map((route) => routeRow(route, trackersOn(route))),
    sightings: [...report.sightings].sort(compareSightings).map((each) => sightingRow(sources, each)),
    findings: [...report.findings].sort(compareFindings).map((each) => findingRow(sources, each)),
    problems: problems.map(({ file, line, message }) => ({ file, line, message })),
    notChecked: report.notChecked,
    suppressions: report.suppressions.map((use) => suppressionRow(sources, use)),
    ...(report.baseline && { baseline: { known: report.baseline.known, fixed: report.baseline.fixed } }),
    ...(report.comparison && { comparison: comparisonRow(report.comparison) }),
  }
  return `${JSON.stringify(output, null, 2)}\n`
}
