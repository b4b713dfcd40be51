/** The report of `routes --explain`: everything that is known of one route, or of the few an address is on. */
import { compareRoutes } from '../../findings/order.js'
import type { Report, Route } from '../../types.js'
import { classDescriptions, classOrder } from '../classes.js'
import type { Sources } from '../positions.js'
import { counted } from '../words.js'
import { presencesIn, type Presence } from './presences.js'
import { printable, wrap } from './printable.js'
import { chain, degree, writing, type TerminalOptions, type Writing } from './writing.js'

/** @param asked the address as the user wrote it; told where the route is a pattern that fits it */
export function explainRoutes(
  routes: readonly Route[], report: Report, sources: Sources, options: TerminalOptions, asked?: string,
): string {
  const writer = writing(sources, options)
  const on = presencesIn(report)
  const rank = (route: Route): number => classOrder.indexOf(route.class)
  const order = [...routes].sort((a, b) => rank(a) - rank(b) || compareRoutes(a, b))
  const told = order.flatMap((route) => [...facts(writer, route, asked), ...trackers(writer, on(route)), ''])
  return told.join('\n').trimEnd() + '\n'
}

function facts(writer: Writing, route: Route, asked: string | undefined): string[] {
  const { path, class: routeClass, classCertainty, because, certainty, framework, kind, file, files = [] } = route
  const fits = asked !== undefined && asked.replace(/[?#].*$/s, '') !== path ? ` fits ${printable(asked)}` : ''
  const guess = classCertainty === undefined ? '' : `; ${classCertainty}, going by the name`
  const rows: [string, string][] = [
    ['class', `${routeClass}: ${classDescriptions[routeClass]}${guess}`],
    ['why', because],
    ['declared', `${writer.at(file, null).replace(/:1$/, '')} (${framework}, ${kind}, ${certainty})`],
    ...files.length > 0 ? [['files', files.join(', ')] as [string, string]] : [],
  ]
  return [
    `${writer.style.bold(printable(path))}${fits}`,
    ...rows.flatMap(([name, text]) => wrap(printable(text), writer.width - 12)
      .map((line, index) => `  ${(index === 0 ? name : '').padEnd(9)} ${line}`)),
  ]
}

/** By tracker and account; of each place how it comes here, how sure that is and what it hangs on. */
function trackers(writer: Writing, found: readonly Presence[]): string[] {
  if (found.length === 0) return ['  no tracker is known to run here']
  const groups = new Map<string, Presence[]>()
  for (const presence of found) {
    const { tracker, accountId } = presence.sighting
    const name = `${tracker}${accountId === null ? '' : ` ${accountId}`}`
    groups.set(name, [...groups.get(name) ?? [], presence])
  }
  const lines = [...groups].flatMap(([name, presences]) => [
    `  - ${writer.style.bold(printable(name))}`, ...presences.flatMap((each) => placeLines(writer, each)),
  ])
  return [`  tracker code that runs here, ${counted(found.length, 'place')}:`, ...lines]
}

function placeLines(writer: Writing, { sighting, reached }: Presence): string[] {
  const { kind, event, file, span, gate } = sighting
  const sure = degree(reached).join(', ') || 'certain'
  const waits = gate === 'consent' ? ['after a consent check'] : gate === 'environment' ? ['in some environments'] : []
  const called = event === null ? kind : `${kind} "${event}"`
  const head = `${called} at ${writer.at(file, span.start)} (${[sure, ...waits].join(', ')})`
  const way = reached.via.length > 1 ? [`by ${chain(writer, reached)}`] : []
  return [head, ...way].flatMap((text, at) => wrap(printable(text), writer.width - 8)
    .map((line, index) => `${' '.repeat(at === 0 && index === 0 ? 4 : 6)}${line}`))
}
