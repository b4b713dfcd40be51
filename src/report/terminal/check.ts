/** The report of `check` for people: by route class and file, worst first. */
import { contentKey } from '../../findings/fingerprint.js'
import { compareFindings } from '../../findings/order.js'
import type { Finding, ReachedRoute, Report, RouteClass, Severity } from '../../types.js'
import { classDescriptions, classOrder, compareReached, countClasses, worstOf } from '../classes.js'
import { codeFrame } from './code-frame.js'
import type { Sources } from '../positions.js'
import { place } from '../positions.js'
import { printable, wrap } from './printable.js'
import type { Style } from './style.js'
import { styleOf } from './style.js'

export interface TerminalOptions {
  color: boolean
  /** Cells in a line. */
  width: number
  /** Put before every path, so that the terminal can open it: from the user's folder to the root, `site/`. */
  prefix?: string
  /** Only findings of the threshold or above, and nothing at all when there are none. */
  quiet?: boolean
  threshold?: Severity
  /** Places of tracker code that were seen, on whatever route; those of the report when absent. */
  seen?: number
}

/** What the parts of a report are written with. */
export interface Writing {
  style: Style
  width: number
  sources: Sources
  /** `site/app/layout.tsx:12` */
  at(file: string, offset: number | null): string
  /** `app/layout.tsx:12`, as rules write it: relative to the root. */
  near(file: string, offset: number | null): string
}

export function writing(sources: Sources, { color, width, prefix = '' }: TerminalOptions): Writing {
  return {
    style: styleOf(color),
    // Longer lines are hard to read, shorter ones hold no path.
    width: Math.max(50, Math.min(width, 120)),
    sources,
    at: (file, offset) => `${printable(prefix + file)}:${place(sources, file, offset ?? 0).line}`,
    near: (file, offset) => `${file}:${place(sources, file, offset ?? 0).line}`,
  }
}

/** `1 error`, `2 errors` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `app/layout.tsx:12 → components/Pixel.tsx:8` */
export function chain(writer: Writing, { via }: ReachedRoute): string {
  return via.map(({ file, offset }) => writer.at(file, offset)).join(' → ')
}

/** How sure it is that the route is reached, and what that hangs on; nothing where it is certain. */
export function degree({ certainty, persists, conditions = [] }: ReachedRoute): string[] {
  return [
    ...(certainty === 'exact' ? [] : [certainty]),
    ...(persists ? ['stays loaded'] : []),
    ...conditions.map(({ text }) => printable(text)),
  ]
}

const severities = ['error', 'warning'] as const
const LISTED_ROUTES = 3
const LISTED_COPIES = 5
const INDENT = '    '

/** A labelled part below a finding, wrapped under itself. */
function labelled(writer: Writing, label: string, lines: readonly string[]): string[] {
  const space = ' '.repeat(6)
  return lines.flatMap((text, index) => {
    const wrapped = wrap(text, writer.width - INDENT.length - space.length)
    return wrapped.map((line, inner) => {
      const head = index === 0 && inner === 0 ? writer.style.bold(label.padEnd(6)) : space
      return `${INDENT}${head}${line}`
    })
  })
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function routeLines(writer: Writing, finding: Finding): string[] {
  // The message mostly tells the worst route and its chain already; twice is no clearer.
  const isTold = (reached: ReachedRoute): boolean => {
    const { message } = finding
    const text = reached.via.length > 1 ? reached.via.map(({ file, offset }) => writer.near(file, offset)).join(' → ') : ''
    return new RegExp(`(^|\\s)${escape(reached.route.path)}(?![\\w/:*-])`).test(message) && message.includes(text)
  }
  const routes = [...finding.routes].sort(compareReached).filter((reached) => !isTold(reached))
  const shown = routes.slice(0, LISTED_ROUTES).map((reached) => {
    const how = reached.via.length > 1 ? `: ${chain(writer, reached)}` : ''
    return `${printable(reached.route.path)} (${[reached.route.class, ...degree(reached)].join(', ')})${how}`
  })
  if (routes.length > LISTED_ROUTES) shown.push(`and ${count(routes.length - LISTED_ROUTES, 'more route')}`)
  return shown
}

function flowLines(writer: Writing, finding: Finding): string[] {
  return finding.flow.map(({ file, span, note }) => `${writer.at(file, span.start)}  ${printable(note)}`)
}

/** The same code with the same help in other files is told once. */
interface Group {
  finding: Finding
  copies: Finding[]
}

function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { fingerprint, ruleId, severity, help } = finding
    const key = `${contentKey(fingerprint) || finding.file} ${ruleId} ${severity} ${finding.flow.length} ${help}`
    const group = groups.get(key)
    if (group) group.copies.push(finding)
    else groups.set(key, { finding, copies: [] })
  }
  return [...groups.values()]
}

function findingLines(writer: Writing, { finding, copies }: Group): string[] {
  const { style, sources, width } = writer
  const { line, column } = place(sources, finding.file, finding.span.start)
  const position = `${line}:${column}`
  const head = `  ${position}  `
  const message = wrap(`${finding.severity}  ${printable(finding.message)}`, width - head.length)
  const lines = message.map((text, index) => {
    if (index > 0) return ' '.repeat(head.length) + text
    const rest = text.slice(finding.severity.length)
    return `  ${style.dim(position)}  ${style.severity(finding.severity, finding.severity)}${rest}`
  })
  const source = sources.lines(finding.file)
  if (source) {
    const frame = codeFrame(source, finding.span, width - INDENT.length, style)
    lines.push('', ...frame.map((text) => INDENT + text), '')
  }
  lines.push(...labelled(writer, 'on', routeLines(writer, finding)))
  if (finding.flow.length > 0) lines.push(...labelled(writer, 'path', flowLines(writer, finding)))
  if (finding.help !== '') lines.push(...labelled(writer, 'fix', [printable(finding.help)]))
  if (copies.length > 0) {
    const shown = copies.slice(0, LISTED_COPIES).map((copy) => writer.at(copy.file, copy.span.start))
    const more = copies.length > LISTED_COPIES ? [`and ${count(copies.length - LISTED_COPIES, 'more place')}`] : []
    lines.push(...labelled(writer, 'also', [...shown, ...more]))
  }
  lines.push(...labelled(writer, 'rule', [style.dim(finding.ruleId)]))
  return [...lines, '']
}

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
  const files = new Map<string, Group[]>()
  for (const group of grouped(ordered)) {
    files.set(group.finding.file, [...(files.get(group.finding.file) ?? []), group])
  }
  for (const [file, groups] of files) {
    lines.push(style.path(writer.at(file, null).replace(/:\d+$/, '')))
    lines.push(...groups.flatMap((group) => findingLines(writer, group)))
  }
  return lines
}

/** What could not be read or decided, and what no linter of sources can see. */
export function remarks(writer: Writing, report: Report): string[] {
  const { style, width } = writer
  const lines: string[] = []
  const MOST = 5
  if (report.problems.length > 0) {
    lines.push(style.bold(`${count(report.problems.length, 'problem')} while reading`))
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
  const numbers = `${count(errors, 'error')}, ${count(warnings, 'warning')}`
  const hidden = suppressed > 0 ? `; ${suppressed} suppressed` : ''
  const where = `in ${count(files, 'file')}, on ${routes} of ${count(report.routes.length, 'route')}`
  const text = `${numbers} ${where}${hidden} (${count(report.files.seen, 'file')} checked)`
  const strongest = errors > 0 ? 'error' : 'warning'
  return wrap(text, width).map((line) => line.replace(numbers, (found) => style.severity(strongest, found)))
}

/** When there is nothing to say, what was looked at must be said: an empty folder is clean, too. */
function allClear(writer: Writing, report: Report, places: number, suppressed: number): string[] {
  const { style, width } = writer
  const sensitive = countClasses(report.routes)
  const routes = report.routes.length === 0 ? 'no routes were recognised' : count(report.routes.length, 'route')
  const kinds = sensitive === '' ? '' : ` (${sensitive})`
  const trackers =
    places === 0
      ? 'no tracker code was seen'
      : `${count(places, 'place')} of tracker code ${places === 1 ? 'was' : 'were'} seen and nothing is wrong with ` +
        `${places === 1 ? 'it' : 'them'} under the enabled rules`
  const hidden = suppressed > 0 ? ` ${count(suppressed, 'finding')} suppressed.` : ''
  const text = `Nothing found. Checked ${count(report.files.seen, 'file')}: ${routes}${kinds}, ${trackers}.${hidden}`
  return wrap(text, width).map((line, index) => (index === 0 ? line.replace(/^Nothing found\./, style.good) : line))
}

/** The whole report of `check`, ending in a line break; empty when quiet and nothing is there. */
export function reportTerminal(report: Report, sources: Sources, options: TerminalOptions): string {
  const writer = writing(sources, options)
  const counted = options.quiet && options.threshold !== 'warning' ? ['error'] : severities
  const shown = report.findings.filter(({ suppressed, severity }) => suppressed === null && counted.includes(severity))
  const suppressed = report.findings.filter((finding) => finding.suppressed !== null).length
  if (shown.length === 0) {
    if (options.quiet) return ''
    return [...allClear(writer, report, options.seen ?? report.sightings.length, suppressed), '', ...remarks(writer, report)].join('\n').trimEnd() + '\n'
  }
  const lines = [...classOrder, NO_ROUTE].flatMap((name) => {
    const findings = shown.filter((finding) => classOf(finding) === name)
    return findings.length === 0 ? [] : classSection(writer, name as RouteClass | typeof NO_ROUTE, findings)
  })
  if (!options.quiet) lines.push(...remarks(writer, report))
  return [...lines, ...summary(writer, report, shown, suppressed)].join('\n') + '\n'
}
