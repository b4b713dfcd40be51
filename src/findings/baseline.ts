/**
 * The baseline: findings that were there when a project began to use pixelward, each with who answers for it and since
 * when. What is new or worse is none of it.
 */
import type { Finding, Problem } from '../types.js'
import { compareFindingSets, recordOf, type FindingRecord } from './compare.js'
import { compareText } from './order.js'

/** At the top of a project. */
export const baselineName = 'pixelward.baseline.json'

export interface BaselineEntry extends Omit<FindingRecord, 'suppressed'> {
  owner: string
  /** ISO date. */
  since: string
}

export interface Baseline {
  entries: BaselineEntry[]
  problems: Problem[]
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false
  const { ruleId, content, file, severity, classes, categories, owner, since } = value as Partial<Record<keyof BaselineEntry, unknown>>
  return [ruleId, content, file, owner, since].every((each) => typeof each === 'string')
    && (severity === 'error' || severity === 'warning') && Array.isArray(classes) && Array.isArray(categories)
}

/** Reads the file. What cannot be read hides nothing. */
export function readBaseline(text: string): Baseline {
  const wrong = (message: string): Baseline => ({ entries: [], problems: [{ file: baselineName, line: 1, message }] })
  try {
    const value = JSON.parse(text) as { version?: unknown; findings?: unknown }
    if (value?.version !== 1 || !Array.isArray(value.findings) || !value.findings.every(isEntry)) {
      return wrong('this is no baseline, and it hides nothing: write it anew with "pixelward baseline"')
    }
    return { entries: value.findings, problems: [] }
  } catch (error) {
    return wrong(`cannot be read, and hides nothing: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** As it is written: sorted, one entry a line, so that two people's changes seldom meet. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const keyOf = (entry: BaselineEntry): string => [entry.file, entry.ruleId, entry.tracker ?? '', entry.content].join('\n')
  const rows = [...entries].sort((left, right) => compareText(keyOf(left), keyOf(right)))
    .map(({ file, ruleId, severity, tracker, account, event, classes, categories, content, owner, since }) =>
      JSON.stringify({ file, ruleId, severity, tracker, account, event, classes, categories, content, owner, since }))
  return `{\n  "version": 1,\n  "findings": [${rows.map((row) => `\n    ${row}`).join(',')}${rows.length > 0 ? '\n  ' : ''}]\n}\n`
}

const asRecord = (entry: BaselineEntry): FindingRecord => ({ ...entry, suppressed: false })

/** The findings with those suppressed that the baseline knows and that are no worse; how many of it are there no more. */
export function applyBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[]): { findings: Finding[]; fixed: number } {
  const records = entries.map(asRecord)
  const { matches } = compareFindingSets(records, findings)
  const entryOf = new Map(records.map((record, index) => [record, entries[index] as BaselineEntry]))
  const hidden = findings.map((finding, index) => {
    const match = matches[index]
    const entry = match && match.gains.length === 0 ? entryOf.get(match.record) : undefined
    if (entry === undefined || finding.suppressed !== null) return finding
    return { ...finding, suppressed: { reason: `in the baseline since ${entry.since}, ${entry.owner} answers for it`, until: null, by: 'baseline' as const } }
  })
  return { findings: hidden, fixed: entries.length - matches.filter((match) => match !== null).length }
}

/**
 * The baseline for the findings of today. Entries that are still there keep their owner and date, those that are gone
 * go; what is new or worse comes in only when `accept` says so.
 */
export function renewBaseline(
  findings: readonly Finding[], before: readonly BaselineEntry[], { owner, today, accept }: { owner: string; today: string; accept: boolean },
): BaselineEntry[] {
  const open = findings.filter(({ suppressed }) => suppressed === null || suppressed.by === 'baseline')
  const records = before.map(asRecord)
  const { matches } = compareFindingSets(records, open)
  const entryOf = new Map(records.map((record, index) => [record, before[index] as BaselineEntry]))
  return open.flatMap((finding, index): BaselineEntry[] => {
    const match = matches[index]
    const known = match ? entryOf.get(match.record) : undefined
    const { suppressed: _, ...record } = recordOf(finding)
    if (known && match?.gains.length === 0) return [{ ...record, owner: known.owner, since: known.since }]
    if (accept) return [{ ...record, owner, since: today }]
    // It was accepted as it was, and is not as it is.
    return known ? [known] : []
  })
}
