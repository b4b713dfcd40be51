/** Findings of one file on a terminal: what belongs together is told once. */
import { contentKey } from '../../findings/fingerprint.js'
import type { Finding, ReachedRoute } from '../../types.js'
import { compareReached } from '../classes.js'
import { lineText, place } from '../positions.js'
import { changeWords, counted } from '../words.js'
import { codeFrame } from './code-frame.js'
import { fit, printable, printableCode, wrap } from './printable.js'
import { chain, degree, INDENT, labelled, type Writing } from './writing.js'

const CHAINS = 2
const LISTED_ROUTES = 4
const LISTED = 6

/** One finding in full, with others that tell the same. */
export interface Group {
  finding: Finding
  /** Other places of the same file: the same rule, tracker and routes. */
  more: Finding[]
  /** The same code with the same help in other files. */
  copies: Finding[]
}

/** What is left to tell of a finding when another of its kind was told: nothing but its place. */
function kindOf({ ruleId, severity, tracker, help, flow, routes, change }: Finding): string | null {
  // The data that flows, and by which way, is told for each.
  if (flow.length > 0) return null
  return JSON.stringify([ruleId, severity, tracker, help, change ?? null, routes.map(({ route, certainty }) => `${route.path} ${certainty}`)])
}

/** In the order given: by file, and within a file by what is told the same way. */
export function groupsByFile(findings: readonly Finding[]): Map<string, Group[]> {
  const files = new Map<string, Group[]>()
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { fingerprint, ruleId, severity, help, file, flow } = finding
    const copy = `${contentKey(fingerprint) || file} ${ruleId} ${severity} ${flow.length} ${help}`
    const kind = kindOf(finding)
    const same = kind === null ? undefined : groups.get(`${file} ${kind}`)
    const elsewhere = groups.get(copy)
    if (same) same.more.push(finding)
    else if (elsewhere) elsewhere.copies.push(finding)
    else {
      const group: Group = { finding, more: [], copies: [] }
      groups.set(copy, group)
      if (kind !== null) groups.set(`${file} ${kind}`, group)
      files.set(file, [...(files.get(file) ?? []), group])
    }
  }
  return files
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Routes that the message does not tell, those with one chain together. */
function routeLines(writer: Writing, finding: Finding): string[] {
  const { message } = finding
  // The message mostly tells the worst route and its chain already; twice is no clearer.
  const isTold = (reached: ReachedRoute): boolean => {
    const text = reached.via.length > 1 ? reached.via.map(({ file, offset }) => writer.near(file, offset)).join(' → ') : ''
    return new RegExp(`(^|\\s)${escape(reached.route.path)}(?![\\w/:*-])`).test(message) && message.includes(text)
  }
  const ways = new Map<string, ReachedRoute[]>()
  for (const reached of [...finding.routes].sort(compareReached)) {
    if (isTold(reached)) continue
    const way = reached.via.length > 1 ? `: ${chain(writer, reached)}` : ''
    const key = `(${[reached.route.class, ...degree(reached)].join(', ')})${way}`
    ways.set(key, [...(ways.get(key) ?? []), reached])
  }
  const shown = [...ways].slice(0, CHAINS).map(([way, routes]) => {
    const paths = [...new Set(routes.map(({ route }) => printable(route.path)))]
    const rest = paths.length > LISTED_ROUTES ? ` and ${paths.length - LISTED_ROUTES} more` : ''
    return `${paths.slice(0, LISTED_ROUTES).join(', ')}${rest} ${way}`
  })
  const left = new Set([...ways.values()].slice(CHAINS).flatMap((routes) => routes.map(({ route }) => route.path))).size
  return left > 0 ? [...shown, `and ${counted(left, 'more route')}`] : shown
}

function flowLines(writer: Writing, finding: Finding): string[] {
  return finding.flow.map(({ file, span, note }) => `${writer.at(file, span.start)}  ${printable(note)}`)
}

/** Line, column and the code of other places in the same file. */
function moreLines(writer: Writing, more: readonly Finding[]): string[] {
  const shown = more.slice(0, LISTED).map((finding) => {
    const { line, column } = place(writer.sources, finding.file, finding.span.start)
    const lines = writer.sources.lines(finding.file)
    const code = lines ? printableCode(beginning(lineText(lines, line), column).trim().replace(/\t/g, '  ')) : ''
    return `${`${line}:${column}`.padEnd(8)} ${fit(code, Math.max(20, writer.width - INDENT.length - 16))}`
  })
  return more.length > LISTED ? [...shown, `and ${counted(more.length - LISTED, 'more place')} in this file`] : shown
}

/** A line longer than this, in UTF-16 code units, is shown from the place on: its beginning says nothing of that. */
const LONG_LINE = 1000

function beginning(line: string, column: number): string {
  return line.length > LONG_LINE ? `…${line.slice(column - 1, column - 1 + LONG_LINE)}` : line
}

function copyLines(writer: Writing, copies: readonly Finding[]): string[] {
  const shown = copies.slice(0, LISTED).map((copy) => writer.at(copy.file, copy.span.start))
  return copies.length > LISTED ? [...shown, `and ${counted(copies.length - LISTED, 'more place')}`] : shown
}

/** What was told of the last finding of the same file need not be told again. */
export interface Told {
  help: string
  ruleId: string
}

/** The lines of a group, ending in an empty one. */
export function groupLines(writer: Writing, { finding, more, copies }: Group, told: Told | null): string[] {
  const { style, sources, width } = writer
  const { line, column } = place(sources, finding.file, finding.span.start)
  const position = `${line}:${column}`
  const head = `  ${position}  `
  const change = finding.change ? `[${changeWords(finding.change)}] ` : ''
  const message = wrap(`${finding.severity}  ${change}${printable(finding.message)}`, width - head.length)
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
  if (finding.original) lines.push(...labelled(writer, 'from', [printable(`${finding.original.file}:${finding.original.line}`)]))
  lines.push(...labelled(writer, 'on', routeLines(writer, finding)))
  if (finding.flow.length > 0) lines.push(...labelled(writer, 'path', flowLines(writer, finding)))
  if (finding.help !== '' && finding.help !== told?.help) lines.push(...labelled(writer, 'fix', [printable(finding.help)]))
  if (more.length > 0) lines.push(...labelled(writer, 'also', moreLines(writer, more)))
  if (copies.length > 0) lines.push(...labelled(writer, more.length > 0 ? '' : 'also', copyLines(writer, copies)))
  lines.push(...labelled(writer, 'rule', [style.dim(finding.ruleId)]))
  return [...lines, '']
}
