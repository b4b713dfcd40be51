/** What the parts of the page are made of. */
import { contentKey } from '../../findings/fingerprint.js'
import { wordsFor, type DataCategory } from '../../personal/category.js'
import { trackerById } from '../../trackers/index.js'
import type { Finding, PlacedSighting, ReachedRoute, Report, Route, RouteClass } from '../../types.js'
import { classOrder, compareReached, worstOf } from '../classes.js'
import type { FormatOptions } from '../formats.js'
import { place, type Sources } from '../positions.js'
import { openFindings, suppressedFindings, worstFirst } from '../ranked.js'
import { html, type Markup } from './markup.js'

export interface View {
  report: Report
  sources: Sources
  options: FormatOptions
  /** All tracker code of the project, also what no finding is about. */
  sightings: readonly PlacedSighting[]
  /** Open findings, the worst first. */
  findings: readonly Finding[]
  suppressed: readonly Finding[]
}

export function viewOf(report: Report, sources: Sources, options: FormatOptions): View {
  return {
    report, sources, options,
    sightings: (options.sightings ?? report.sightings).filter(({ category }) => category !== 'consent'),
    findings: worstFirst(openFindings(report)),
    suppressed: worstFirst(suppressedFindings(report)),
  }
}

/** Pages that a visit says something about: presence there is an error. */
export const strictClasses: ReadonlySet<RouteClass> = new Set<RouteClass>(['portal', 'login', 'scheduling', 'intake'])

/** The tracker's name without its other names; the id of one that is not known. */
export function trackerName(id: string): string {
  try {
    return trackerById(id).name.replace(/ \([^)]*\)$/, '')
  } catch {
    return id
  }
}

/** `reason for the visit` */
export function categoryName(category: string): string {
  return (wordsFor(category as DataCategory) ?? category).replace(/^(?:the|an|a) /, '')
}

/** Data that any visit hands over. */
const byVisit = new Set(['ip-address', 'page-url', 'page-title'])

/** What a finding tells of beyond the visit itself. */
export function tellingCategories({ dataCategories }: Finding): string[] {
  return dataCategories.filter((category) => !byVisit.has(category))
}

export function at(view: View, file: string, offset: number | null): Markup {
  const { line } = place(view.sources, file, offset ?? 0)
  // Paths are long: they may break behind a slash.
  const parts = `${file}:${line}`.split(/(?<=\/)/)
  return html`<code class="path">${parts.map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}</code>`
}

export function routePath(path: string): Markup {
  return html`<code class="path">${path.split(/(?<=.\/)/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}</code>`
}

export function classChip(routeClass: RouteClass): Markup {
  return html`<span class="chip ${strictClasses.has(routeClass) ? 'strict' : routeClass === 'public' ? 'public' : 'mild'}">${routeClass}</span>`
}

export function severityChip({ severity }: Pick<Finding, 'severity'>): Markup {
  return html`<span class="chip ${severity}">${severity}</span>`
}

/** Each route once, with its surest reach, the most sensitive first. */
export function distinctRoutes(reached: readonly ReachedRoute[]): ReachedRoute[] {
  const byPath = new Map<string, ReachedRoute>()
  for (const each of [...reached].sort(compareReached)) if (!byPath.has(each.route.path)) byPath.set(each.route.path, each)
  return [...byPath.values()]
}

/** `3 portal, 1 login` of some routes, each path once. */
export function classCounts(routes: readonly Route[]): string {
  const paths = new Map(routes.map((route) => [route.path, route.class]))
  return classOrder.flatMap((name) => {
    const count = [...paths.values()].filter((each) => each === name).length
    return count === 0 ? [] : [`${count} ${name}`]
  }).join(', ')
}

/** Findings about the same code with the same advice: copies of one snippet in many files. */
export interface Group {
  finding: Finding
  copies: Finding[]
}

export function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { fingerprint, ruleId, severity, flow } = finding
    const key = `${contentKey(fingerprint)} ${ruleId} ${severity} ${flow.length} ${worstOf(finding.routes)?.route.class ?? ''}`
    const group = groups.get(key)
    if (group) group.copies.push(finding)
    else groups.set(key, { finding, copies: [] })
  }
  return [...groups.values()]
}

/** What a finding is about in few words. */
export function titleOf(finding: Finding): string {
  const { tracker, accountId, routes, file } = finding
  const name = tracker === null ? '' : trackerName(tracker)
  const telling = tellingCategories(finding)
  const worst = worstOf(routes)
  const where = worst ? ` on ${worst.route.path}` : ` in ${file}`
  if (telling.length > 0 && name !== '') {
    const words = telling.slice(0, 2).map(categoryName).join(' and ')
    return `${words.replace(/^./, (letter) => letter.toUpperCase())}${telling.length > 2 ? ' and more' : ''} to ${name}${where}`
  }
  return name === '' ? `${finding.ruleId} in ${file}` : `${name}${accountId === null ? '' : ` ${accountId}`}${where}`
}
