/** Findings, the worst first, and what to do about them first. */
import { compareFindings } from '../findings/order.js'
import type { Finding, Report, RouteClass, Severity } from '../types.js'
import { classOrder, worstOf } from './classes.js'

/** Those that count: suppressed ones are listed apart. */
export function openFindings({ findings }: Report): Finding[] {
  return findings.filter(({ suppressed }) => suppressed === null)
}

export function suppressedFindings({ findings }: Report): Finding[] {
  return findings.filter(({ suppressed }) => suppressed !== null)
}

/** The most sensitive class a finding is about; null when no route is known. */
export function classOf({ routes }: Finding): RouteClass | null {
  return worstOf(routes)?.route.class ?? null
}

/** Data that a visit alone hands over tells less than what somebody filled in. */
const byVisit = new Set(['ip-address', 'page-url', 'page-title'])

const rankOf = (finding: Finding): number[] => {
  const routeClass = classOf(finding)
  return [
    finding.severity === 'error' ? 0 : 1,
    isTelling(finding) ? 0 : 1,
    routeClass === null ? classOrder.length : classOrder.indexOf(routeClass),
    // What brings a tracker in goes before what it sends.
    finding.event === null ? 0 : 1,
  ]
}

/** Errors first, then patient data, then the most sensitive routes, then by place. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .sort((left, right) => {
      const differing = left.rank.findIndex((each, index) => each !== right.rank[index])
      return differing < 0 ? compareFindings(left.finding, right.finding) : (left.rank[differing] ?? 0) - (right.rank[differing] ?? 0)
    })
    .map(({ finding }) => finding)
}

export function countSeverities(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { error: errors, warning: findings.length - errors }
}

/** Findings that one step ends. */
export interface Step {
  /** The worst of them. */
  finding: Finding
  findings: Finding[]
  /** Paths of the sensitive routes they are about. */
  routes: string[]
}

/** True when more than a visit is told. */
function isTelling({ dataCategories }: Finding): boolean {
  return dataCategories.some((category) => !byVisit.has(category))
}

/**
 * What to do first. Findings of one tracker that patient data goes to belong together, and those of its mere presence:
 * each of the two mostly ends with one change. The group with the worst finding comes first, then the larger one.
 */
export function stepsOf(findings: readonly Finding[]): Step[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of worstFirst(findings)) {
    const key = `${finding.tracker ?? finding.ruleId} ${isTelling(finding)}`
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  const steps = [...groups.values()].map((group): Step => {
    const paths = group.flatMap(({ routes }) => routes.filter(({ route }) => route.class !== 'public').map(({ route }) => route.path))
    return { finding: group[0] as Finding, findings: group, routes: [...new Set(paths)] }
  })
  const worst = ({ finding }: Step): number => rankOf(finding).reduce((sum, each) => sum * 12 + each, 0)
  return steps.sort((left, right) => worst(left) - worst(right) || right.findings.length - left.findings.length)
}
