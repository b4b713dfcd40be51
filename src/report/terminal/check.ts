/** The report of `check` for people: counts, then by route class and file, worst first, then what to do first. */
import { compareFindings } from '../../findings/order.js'
import type { Finding, Report, RouteClass } from '../../types.js'
import { classDescriptions, classOrder, countClasses, worstOf } from '../classes.js'
import type { Sources } from '../positions.js'
import { stepsOf } from '../ranked.js'
import { counted, referenceWords } from '../words.js'
import { groupLines, groupsByFile, type Told } from './finding.js'
import { printable, wrap } from './printable.js'
import { writing, type TerminalOptions, type Writing } from './writing.js'

const severities = ['error', 'warning'] as const

const NO_ROUTE = 'no route'

function classOf(finding: Finding): RouteClass | typeof NO_ROUTE {
  return worstOf(finding.routes)?.route.class ?? NO_ROUTE
}

function classSection(writer: Writing, name: RouteClass | typeof NO_ROUTE, findings: readonly Finding[]): string[] {
  const { style } = writer
  const what = name === NO_ROUTE ? 'no page of this project is known to run this code' : classDescriptions[name]
  const heading = name.toUpperCase()
  const [first = '', ...more] = wrap(what, writer.width - heading.length - 2).map(style.dim)
  const lines = [`${style.bold(heading)}  ${first}`, ...more.map((line) => `  ${line}`), '']
  const rank = ({ severity }: Finding): number => severities.indexOf(severity)
  const ordered = [...findings].sort((left, right) => rank(left) - rank(right) || compareFindings(left, right))
  for (const [file, groups] of groupsByFile(ordered)) {
    lines.push(style.path(writer.at(file, null).replace(/:\d+$/, '')))
    let told: Told | null = null
    for (const group of groups) {
      lines.push(...groupLines(writer, group, told))
      told = group.finding
    }
  }
  return lines
}

/** What could not be read or decided, and what no linter of sources can see. */
export function remarks(writer: Writing, report: Report): string[] {
  const { style, width } = writer
  const lines: string[] = []
  const MOST = 5
  if (report.problems.length > 0) {
    lines.push(style.bold(`${counted(report.problems.length, 'problem')} while reading`))
    for (const { file, line, message } of report.problems.slice(0, MOST)) {
      lines.push(...wrap(printable(`${file}:${line}  ${message}`), width - 2).map((text) => `  ${text}`))
    }
    if (report.problems.length > MOST) lines.push(`  and ${report.problems.length - MOST} more (--format json has all)`)
    lines.push('')
  }
  if (report.notChecked.length > 0) {
    lines.push(style.bold('Not checked'))
    for (const text of report.notChecked.slice(0, MOST)) {
      lines.push(...wrap(printable(text), width - 4).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`))
    }
    const more = report.notChecked.length - MOST
    if (more > 0) lines.push(`  - and ${more} more (--format json has all)`)
    lines.push('')
  }
  return lines
}

function summary(writer: Writing, report: Report, shown: readonly Finding[], suppressed: number): string[] {
  const { style, width } = writer
  const errors = shown.filter(({ severity }) => severity === 'error').length
  const warnings = shown.length - errors
  const files = new Set(shown.map(({ file }) => file)).size
  const routes = new Set(shown.flatMap((finding) => finding.routes.map(({ route }) => route.path))).size
  const numbers = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
  const hidden = suppressed > 0 ? `; ${suppressed} suppressed` : ''
  const where = `in ${counted(files, 'file')}, on ${routes} of ${counted(report.routes.length, 'route')}`
  const text = `${numbers} ${where}${hidden} (${counted(report.files.seen, 'file')} checked)`
  const strongest = errors > 0 ? 'error' : 'warning'
  return wrap(text, width).map((line) => line.replace(numbers, (found) => style.severity(strongest, found)))
}

const STEPS = 3
/** A report that fits on a screen needs no table of contents. */
const LONG = 4

/** How many findings each tracker has, the most first. */
function tally(writer: Writing, shown: readonly Finding[]): string[] {
  const counts = new Map<string, number>()
  for (const { tracker } of shown) if (tracker !== null) counts.set(tracker, (counts.get(tracker) ?? 0) + 1)
  if (shown.length < LONG || counts.size < 2) return []
  const words = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([tracker, number]) => `${tracker} ${number}`)
  return wrap(words.join(', '), writer.width)
}

/** Where to begin when there is much. */
function firstSteps(writer: Writing, shown: readonly Finding[]): string[] {
  if (shown.length < LONG) return []
  const all = stepsOf(shown)
  const lines = all.slice(0, STEPS).flatMap(({ finding, findings, routes }, index) => {
    const where = routes.length > 0 ? ` on ${counted(routes.length, 'sensitive route')}` : ''
    const about = `(${counted(findings.length, 'finding')}${where}, from ${writer.near(finding.file, finding.span.start)})`
    return wrap(printable(`${finding.help} ${about}`), writer.width - 5).map((line, inner) => `  ${inner === 0 ? `${index + 1}.` : '  '} ${line}`)
  })
  return [writer.style.bold('What to do first'), ...lines, '']
}

/** What the report is compared with, and what is better. */
function comparisonLines(writer: Writing, { comparison }: Report): string[] {
  if (!comparison) return []
  const gone = comparison.gone.length === 0 ? '' : `; ${counted(comparison.gone.length, 'finding')} gone`
  const known = `${counted(comparison.known, 'finding')} ${comparison.known === 1 ? 'was' : 'were'} there before`
  return wrap(`Compared with ${printable(referenceWords(comparison))}: ${known}${gone}.`, writer.width)
}

/** When there is nothing to say, what was looked at must be said: an empty folder is clean, too. */
function allClear(writer: Writing, report: Report, places: number, suppressed: number): string[] {
  const { style, width } = writer
  const sensitive = countClasses(report.routes)
  const routes = report.routes.length === 0 ? 'no routes were recognised' : counted(report.routes.length, 'route')
  const kinds = sensitive === '' ? '' : ` (${sensitive})`
  const trackers =
    places === 0
      ? 'no tracker code was seen'
      : `${counted(places, 'place')} of tracker code ${places === 1 ? 'was' : 'were'} seen and nothing is wrong with ` +
        `${places === 1 ? 'it' : 'them'} under the enabled rules`
  const hidden = suppressed > 0 ? ` ${counted(suppressed, 'finding')} suppressed.` : ''
  const nothing = report.comparison ? 'Nothing new.' : 'Nothing found.'
  const text = `${nothing} Checked ${counted(report.files.seen, 'file')}: ${routes}${kinds}, ${trackers}.${hidden}`
  return wrap(text, width).map((line, index) => (index === 0 ? line.replace(/^Nothing (?:found|new)\./, style.good) : line))
}

/** The whole report of `check`, ending in a line break; empty when quiet and nothing is there. */
export function reportTerminal(report: Report, sources: Sources, options: TerminalOptions): string {
  const writer = writing(sources, options)
  const counts = options.quiet && options.threshold !== 'warning' ? ['error'] : severities
  const shown = report.findings.filter(({ suppressed, severity }) => suppressed === null && counts.includes(severity))
  const suppressed = report.findings.filter((finding) => finding.suppressed !== null).length
  if (shown.length === 0) {
    if (options.quiet) return ''
    const clear = allClear(writer, report, options.seen ?? report.sightings.length, suppressed)
    return [...clear, ...comparisonLines(writer, report), '', ...remarks(writer, report)].join('\n').trimEnd() + '\n'
  }
  const sections = [...classOrder, NO_ROUTE].flatMap((name) => {
    const findings = shown.filter((finding) => classOf(finding) === name)
    return findings.length === 0 ? [] : classSection(writer, name as RouteClass | typeof NO_ROUTE, findings)
  })
  const total = summary(writer, report, shown, suppressed)
  const head = shown.length < LONG ? [] : [...total, ...tally(writer, shown), '']
  const rest = options.quiet ? [] : [...remarks(writer, report), ...firstSteps(writer, shown)]
  return [...head, ...sections, ...rest, ...total, ...comparisonLines(writer, report)].join('\n') + '\n'
}
