/** What a change adds: two sets of findings, compared by what was found and not by where it stands. */
import { routeClasses } from '../routes/classes.js'
import type { Change, Finding, RouteClass, Severity } from '../types.js'
import { contentKey } from './fingerprint.js'

/** What is kept of a finding to know it again. Plain JSON: baselines are made of it. */
export interface FindingRecord {
  ruleId: string
  tracker: string | null
  account: string | null
  event: string | null
  /** The half of the fingerprint that says what was found. */
  content: string
  file: string
  severity: Severity
  /** Classes of the routes it is about, most sensitive first, without `public`. */
  classes: RouteClass[]
  /** What leaves, sorted. */
  categories: string[]
  suppressed: boolean
}

export interface FindingSetComparison {
  /** For each finding, in the order given: what the change does to it, null when it was there before. */
  changes: (Change | null)[]
  /** The record each is taken for, and what is worse than it says; null for new ones. */
  matches: ({ record: FindingRecord; gains: string[] } | null)[]
  /** Those that are there no more. */
  gone: FindingRecord[]
}

export function recordOf(finding: Finding): FindingRecord {
  const { ruleId, tracker, accountId, event, fingerprint, file, severity, routes, dataCategories, suppressed } = finding
  const classes = new Set(routes.map(({ route }) => route.class))
  return {
    ruleId, tracker, account: accountId, event, content: contentKey(fingerprint), file, severity,
    classes: routeClasses.filter((each) => each !== 'public' && classes.has(each)),
    categories: [...new Set(dataCategories)].sort(),
    suppressed: suppressed !== null,
  }
}

/**
 * In what ways findings are taken for one another, the surest first: the same code in the same file; the same code
 * anywhere (it was moved, or its file renamed); other code that tells the same of the same file (it was edited).
 */
const likenesses: readonly ((record: FindingRecord) => string)[] = [
  ({ content, file }) => `${content} ${file}`,
  ({ content }) => content,
  ({ ruleId, tracker, account, event, file }) => JSON.stringify([ruleId, tracker, account, event, file]),
]

/**
 * Compares the findings after a change with records of those before. Each record stands for one finding at most, so that
 * a copy more is new wherever it is put. A finding that was there before and now is an error, is on routes of another
 * sensitive class, tells more, or has lost its suppression is `worse`.
 */
export function compareFindingSets(before: readonly FindingRecord[], after: readonly Finding[]): FindingSetComparison {
  const records = after.map(recordOf)
  const matches = new Map<number, FindingRecord>()
  const left = new Set(before)
  for (const likeness of likenesses) {
    const candidates = new Map<string, FindingRecord[]>()
    for (const record of left) {
      const key = likeness(record)
      candidates.set(key, [...(candidates.get(key) ?? []), record])
    }
    // Of several that are alike, those that did not change find each other first.
    for (const fits of [isUnchanged, isNoWorse, () => true]) {
      for (const [index, record] of records.entries()) {
        if (matches.has(index)) continue
        const match = candidates.get(likeness(record))?.find((each) => left.has(each) && fits(each, record))
        if (match === undefined) continue
        matches.set(index, match)
        left.delete(match)
      }
    }
  }
  const told = records.map((record, index) => {
    const match = matches.get(index)
    return match === undefined ? null : { record: match, gains: gainsOf(match, record) }
  })
  const changes = told.map((match): Change | null =>
    match === null ? { kind: 'new', gains: [] } : match.gains.length === 0 ? null : { kind: 'worse', gains: match.gains })
  return { changes, matches: told, gone: [...left] }
}

const isNoWorse = (before: FindingRecord, after: FindingRecord): boolean => gainsOf(before, after).length === 0

const isUnchanged = (before: FindingRecord, after: FindingRecord): boolean => isNoWorse(before, after) && isNoWorse(after, before)

/** What is worse about a finding than it was, in words that follow `now`; none when nothing is. */
function gainsOf(before: FindingRecord, after: FindingRecord): string[] {
  if (after.suppressed) return []
  const classes = after.classes.filter((each) => !before.classes.includes(each))
  const categories = after.categories.filter((each) => !before.categories.includes(each))
  return [
    ...(before.suppressed ? ['not suppressed any more'] : []),
    ...(before.severity === 'warning' && after.severity === 'error' ? ['an error'] : []),
    ...(classes.length > 0 ? [`on ${classes.join(', ')} routes`] : []),
    ...(categories.length > 0 ? [`with ${categories.join(', ')}`] : []),
  ]
}
