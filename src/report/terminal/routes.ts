/** The report of `routes` for people: every route, its class and why, and the trackers on it. */
import { compareRoutes, compareText } from '../../findings/order.js'
import type { PlacedSighting, ReachedRoute, Report, Route } from '../../types.js'
import { classDescriptions, classOrder, countClasses } from '../classes.js'
import type { Sources } from '../positions.js'
import { printable, wrap } from './printable.js'
import { table } from './table.js'
import { counted } from '../words.js'
import { remarks } from './check.js'
import { chain, degree, writing, type TerminalOptions } from './writing.js'

const keyOf = (route: Route): string => `${route.path}\n${route.file}\n${route.framework}`

interface Presence {
  sighting: PlacedSighting
  reached: ReachedRoute
}

/** Sightings on each route. */
function presences(report: Report): Map<string, Presence[]> {
  const result = new Map<string, Presence[]>()
  for (const sighting of report.sightings) {
    for (const reached of sighting.routes) {
      const key = keyOf(reached.route)
      const known = result.get(key)
      if (known) known.push({ sighting, reached })
      else result.set(key, [{ sighting, reached }])
    }
  }
  return result
}

/** Ids of trackers; those that are loaded elsewhere and only stay are marked. */
function trackersOf(found: readonly Presence[]): string {
  const ids = [...new Set(found.map(({ sighting }) => sighting.tracker))].sort(compareText)
  const stays = (id: string): boolean => found.every(({ sighting, reached }) => sighting.tracker !== id || reached.persists === true)
  return ids.map((id) => (stays(id) ? `${id} (stays loaded)` : id)).join(', ')
}

const LISTED_FILES = 2

/** The page's own files, which come first, and how many layouts there are beside them. */
function filesOf({ file, files = [] }: Route): string {
  const all = files.length === 0 ? [file] : files
  const more = all.length > LISTED_FILES ? [`and ${counted(all.length - LISTED_FILES, 'more file')}`] : []
  return [...all.slice(0, LISTED_FILES).map(printable), ...more].join('\n')
}

function inOrder(routes: readonly Route[]): Route[] {
  return [...routes].sort(
    (left, right) => classOrder.indexOf(left.class) - classOrder.indexOf(right.class) || compareRoutes(left, right),
  )
}

/** One table, most sensitive class first, ending in a line break. */
export function reportRoutes(report: Report, sources: Sources, options: TerminalOptions): string {
  const writer = writing(sources, options)
  const found = presences(report)
  const rows = inOrder(report.routes).map((route) => [
    printable(route.path),
    route.certainty === 'exact' ? route.class : `${route.class} (${route.certainty})`,
    printable(route.because),
    filesOf(route),
    trackersOf(found.get(keyOf(route)) ?? []) || '-',
  ])
  const kinds = countClasses(report.routes)
  const lines =
    rows.length === 0
      ? wrap(
          `No routes were recognised in ${counted(report.files.seen, 'file')}. Name them in the configuration under "extraRoutes".`,
          writer.width,
        )
      : [
          ...table(['Route', 'Class', 'Why', 'Files', 'Trackers'], rows, writer.width, writer.style),
          '',
          ...wrap(`${counted(report.routes.length, 'route')}${kinds === '' ? '' : `: ${kinds}`}`, writer.width),
        ]
  const rest = options.quiet ? [] : remarks(writer, report)
  return [...lines, '', ...rest].join('\n').trimEnd() + '\n'
}

/** Everything that is known about some routes: why they have their class, what reaches them and how. */
export function explainRoutes(
  routes: readonly Route[],
  report: Report,
  sources: Sources,
  options: TerminalOptions,
): string {
  const writer = writing(sources, options)
  const { style, width } = writer
  const found = presences(report)
  const lines = inOrder(routes).flatMap((route) => {
    const on = found.get(keyOf(route)) ?? []
    const facts: [string, string][] = [
      ['class', `${route.class}: ${classDescriptions[route.class]}`],
      ['why', route.because],
      ['declared', `${writer.at(route.file, null).replace(/:1$/, '')} (${route.framework}, ${route.kind}, ${route.certainty})`],
      ...(route.files && route.files.length > 0 ? [['files', route.files.join(', ')] as [string, string]] : []),
    ]
    const trackers = on.flatMap(({ sighting, reached }) => {
      const account = sighting.accountId === null ? '' : ` ${sighting.accountId}`
      const event = sighting.event === null ? '' : ` "${sighting.event}"`
      const how = reached.via.length > 1 ? `: ${chain(writer, reached)}` : ''
      const head = `${sighting.tracker}${account}, ${sighting.kind}${event} at ${writer.at(sighting.file, sighting.span.start)}`
      const sure = degree(reached).join(', ') || reached.certainty
      return wrap(printable(`${head} (${sure})${how}`), width - 4).map((text, index) => (index === 0 ? '  - ' : '    ') + text)
    })
    return [
      style.bold(printable(route.path)),
      ...facts.flatMap(([name, text]) =>
        wrap(printable(text), width - 12).map((line, index) => `  ${(index === 0 ? name : '').padEnd(9)} ${line}`),
      ),
      on.length === 0 ? '  no tracker is known to run here' : `  tracker code that runs here, ${counted(on.length, 'place')}:`,
      ...trackers,
      '',
    ]
  })
  return lines.join('\n').trimEnd() + '\n'
}
