/**
 * The report of `routes` for people: one line a route, by application and class, with the reason for the class and the
 * trackers on it. Many alike below one folder are one line, unless all are asked for.
 */
import { certainties, weakest } from '../../certainty.js'
import { compareRoutes, compareText } from '../../findings/order.js'
import type { Report, Route, RouteClass } from '../../types.js'
import { classDescriptions, classOrder, countClasses } from '../classes.js'
import type { Sources } from '../positions.js'
import { counted } from '../words.js'
import { remarks } from './check.js'
import { cellWidth, fit, fitEnd, pad, printable, wrap } from './printable.js'
import { presencesIn, trackersOf } from './presences.js'
import { shrink } from './table.js'
import { writing, type TerminalOptions, type Writing } from './writing.js'

/** From how many alike on they are told as one. */
const MANY = 6
const INDENT = 4
const GAP = 2
/** From these widths on there is room for the reasons, for more of the paths, and for the files. */
const ROOM = { why: 64, path: 80, file: 100 }

interface Row {
  path: string
  /** How many routes the row stands for. */
  count: number
  class: RouteClass
  /** Nothing when it is certain. */
  sure: string
  why: string
  file: string
  trackers: string[]
}

/** One list by application, ending in a line break. `all`: every route, however many are alike. */
export function reportRoutes(report: Report, sources: Sources, options: TerminalOptions & { all?: boolean }): string {
  const writer = writing(sources, options)
  const on = presencesIn(report)
  const rest = options.quiet ? [] : remarks(writer, report)
  if (report.routes.length === 0) {
    const text = `No routes were recognised in ${counted(report.files.seen, 'file')}. `
      + 'Name them in the configuration under "extraRoutes".'
    return [...wrap(text, writer.width), '', ...rest].join('\n').trimEnd() + '\n'
  }
  const rowOf = (route: Route): Row => ({
    path: printable(route.path), count: 1, class: route.class, sure: sureness(route), why: reason(route),
    file: printable(route.file), trackers: trackersOf(on(route)),
  })
  const applications = byApplication(report.routes)
  const listed = applications.map(({ name, routes }) => {
    const rows = [...routes].sort(compareRoutes).map(rowOf)
    return { name, routes, rows: options.all ? rows : classOrder.flatMap((each) => folded(rows, 0, each)) }
  })
  const widths = columnWidths(listed.flatMap(({ rows }) => rows), writer.width)
  const lines = listed.flatMap(({ name, routes, rows }) => [
    ...heading(writer, name, routes),
    ...classOrder.flatMap((each) => section(writer, each, rows.filter((row) => row.class === each), widths)), '',
  ])
  const kinds = countClasses(report.routes)
  const isFolded = listed.some(({ rows }) => rows.some(({ count }) => count > 1))
  const total = [
    `${counted(report.routes.length, 'route')}${kinds === '' ? '' : `: ${kinds}`}.`,
    ...isFolded && !options.quiet ? ['Many alike are one line: --all lists each.'] : [],
    ...options.quiet ? [] : ['--explain ROUTE tells all about one.'],
  ].join(' ')
  return [...lines, ...wrap(total, writer.width), '', ...rest].join('\n').trimEnd() + '\n'
}

/** Applications with the most sensitive routes first. */
function byApplication(routes: readonly Route[]): { name: string; routes: Route[] }[] {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const name = route.root === undefined || route.root === '' ? route.framework : `${route.framework} in ${route.root}`
    groups.set(name, [...groups.get(name) ?? [], route])
  }
  const worst = (group: readonly Route[]): number => Math.min(...group.map((route) => classOrder.indexOf(route.class)))
  return [...groups].map(([name, group]) => ({ name, routes: group }))
    .sort((a, b) => worst(a.routes) - worst(b.routes) || compareText(a.name, b.name))
}

function sureness({ certainty, classCertainty = 'exact' }: Route): string {
  const sure = weakest(certainty, classCertainty)
  return sure === certainties[0] ? '' : sure
}

/** The reason for a class, as short as it is clear below the name of the class. */
function reason({ because, kind, class: routeClass }: Route): string {
  const word = /^("[^"]*") in the path(.*)$/.exec(because)
  const text = word ? `${word[1]}${word[2]}` : routeClass === 'public' ? '' : because
  const parts = [text, kind === 'page' || kind === 'static' ? '' : kind]
  return printable(parts.filter((part) => part !== '').join(', '))
}

/** Rows of one class; those that are alike below a folder are one. */
function folded(rows: readonly Row[], depth: number, routeClass: RouteClass): Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows.filter((each) => each.class === routeClass)) {
    const name = row.path.split('/')[depth + 1] ?? ''
    groups.set(name, [...groups.get(name) ?? [], row])
  }
  return [...groups].flatMap(([name, group]) => {
    const [first] = group
    if (first === undefined || group.length < MANY || name === '') return group
    const isAlike = group.every((row) => row.sure === first.sure && row.trackers.join() === first.trackers.join())
    if (!isAlike) return folded(group, depth + 1, routeClass)
    const path = `${first.path.split('/').slice(0, depth + 2).join('/')}/…`
    const whys = new Set(group.map(({ why }) => why))
    const file = commonFolder(group.map((row) => row.file))
    return [{ ...first, path, count: group.length, why: whys.size === 1 ? first.why : '', file }]
  })
}

function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files
  let folder = first.slice(0, first.lastIndexOf('/') + 1)
  while (folder !== '' && !others.every((file) => file.startsWith(folder))) {
    folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1)
  }
  return new Set(files).size === 1 ? first : folder
}

function heading({ style, width }: Writing, name: string, routes: readonly Route[]): string[] {
  const sensitive = routes.filter(({ class: routeClass }) => routeClass !== 'public').length
  const told = `${counted(routes.length, 'route')}${sensitive === 0 ? '' : `, ${sensitive} sensitive`}`
  const left = fitEnd(printable(name), width - cellWidth(told) - GAP)
  return [`${style.bold(left)}${' '.repeat(width - cellWidth(left) - cellWidth(told))}${style.dim(told)}`]
}

interface Widths {
  path: number
  sure: number
  why: number
  file: number
  trackers: number
}

const LEAST = { path: 22, widePath: 32, why: 10, file: 16, trackers: 12 }

function pathCell({ path, count }: Row): string {
  return count === 1 ? path : `${path} (${count})`
}

function columnWidths(rows: readonly Row[], width: number): Widths {
  const widest = (cells: readonly string[]): number => Math.max(0, ...cells.map(cellWidth))
  const natural = [
    widest(rows.map(pathCell)), widest(rows.map(({ sure }) => sure)),
    width < ROOM.why ? 0 : widest(rows.map(({ why }) => why)), width < ROOM.file ? 0 : widest(rows.map(({ file }) => file)),
    widest(rows.map(({ trackers }) => trackers.join(', '))),
  ]
  const lowest = [width < ROOM.path ? LEAST.path : LEAST.widePath, Infinity, LEAST.why, LEAST.file, LEAST.trackers]
  const least = natural.map((each, column) => Math.min(each, lowest[column] as number))
  const unused = natural.filter((each) => each === 0).length
  const widths = shrink(natural, least, width - INDENT + unused * GAP) ?? least
  const [path = 0, sure = 0, why = 0, file = 0, trackers = 0] = widths
  return { path, sure, why, file, trackers }
}

function section({ style, width }: Writing, name: RouteClass, rows: readonly Row[], widths: Widths): string[] {
  if (rows.length === 0) return []
  const title = `  ${style.bold(name)}  ${style.dim(fit(classDescriptions[name], width - name.length - 4))}`
  return [title, ...rows.map((row) => {
    const cells: [text: string, width: number][] = [
      [fitMiddle(pathCell(row), widths.path), widths.path], [row.sure, widths.sure],
      [fit(row.why, widths.why), widths.why], [fitEnd(row.file, widths.file), widths.file],
      [fitList(row.trackers, widths.trackers), widths.trackers],
    ]
    const shown = cells.filter((cell) => cell[1] > 0).map(([text, cells]) => pad(text, cells)).join(' '.repeat(GAP))
    return `${' '.repeat(INDENT)}${shown}`.trimEnd()
  })]
}

/** Whole folders are left out in the middle: the beginning says where, the end says what. */
function fitMiddle(path: string, width: number): string {
  if (cellWidth(path) <= width) return path
  const parts = path.split('/')
  for (let left = parts.length - 2; left >= 2; left--) {
    const text = [...parts.slice(0, left), '…', ...parts.slice(-1)].join('/')
    if (cellWidth(text) <= width) return text
  }
  const half = Math.floor((width - 1) / 2)
  return `${fit(path, half + 1).replace(/…$/, '')}…${fitEnd(path, width - half).replace(/^…/, '')}`
}

/** As many as fit, and how many more there are. */
function fitList(names: readonly string[], width: number): string {
  const whole = names.join(', ')
  if (cellWidth(whole) <= width) return whole
  for (let shown = names.length - 1; shown >= 1; shown--) {
    const text = `${names.slice(0, shown).join(', ')}, +${names.length - shown}`
    if (cellWidth(text) <= width) return text
  }
  const more = names.length > 1 ? `, +${names.length - 1}` : ''
  return `${fit(names[0] ?? '', width - more.length)}${more}`
}
