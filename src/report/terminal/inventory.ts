/** The report of `inventory` for people: every tracker, where it stands and how far it reaches. */
import { compareSightings, compareText } from '../../findings/order.js'
import type { PlacedSighting, Report } from '../../types.js'
import { classOrder, worstOf } from '../classes.js'
import type { Sources } from '../positions.js'
import { containerTags } from './container-tags.js'
import { printable, wrap } from './printable.js'
import { table } from './table.js'
import { counted } from '../words.js'
import { remarks } from './check.js'
import { writing, type TerminalOptions } from './writing.js'

const LISTED_PLACES = 3

function byTracker(sightings: readonly PlacedSighting[]): PlacedSighting[][] {
  const groups = new Map<string, PlacedSighting[]>()
  for (const sighting of sightings) groups.set(sighting.tracker, [...(groups.get(sighting.tracker) ?? []), sighting])
  const rank = (group: PlacedSighting[]): number => {
    const worst = worstOf(group.flatMap(({ routes }) => routes))
    return worst ? classOrder.indexOf(worst.route.class) : classOrder.length
  }
  return [...groups.values()].sort(
    (left, right) => rank(left) - rank(right) || compareText(left[0]?.tracker ?? '', right[0]?.tracker ?? ''),
  )
}

function kindsOf(group: readonly PlacedSighting[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of group) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([left], [right]) => compareText(left, right)).map(([kind, n]) => `${n} ${kind}`).join('\n')
}

function accountsOf(group: readonly PlacedSighting[]): string {
  const known = [...new Set(group.map(({ accountId }) => accountId).filter((id) => id !== null))].sort(compareText)
  return known.length === 0 ? '-' : known.map(printable).join('\n')
}

/** A table by tracker, most sensitive reach first, and one of containers' tags; ends in a line break. */
export function reportInventory(report: Report, sources: Sources, options: TerminalOptions): string {
  const writer = writing(sources, options)
  const groups = byTracker([...report.sightings].sort(compareSightings))
  const rows = groups.map((group) => {
    const [first] = group
    const places = [...new Set(group.map(({ file, span }) => writer.at(file, span.start)))]
    const more = places.length > LISTED_PLACES ? [`and ${counted(places.length - LISTED_PLACES, 'more place')}`] : []
    const routes = group.flatMap((sighting) => sighting.routes)
    const worst = worstOf(routes)
    const others = new Set(routes.map(({ route }) => route.path)).size - 1
    const reach = worst
      ? `${printable(worst.route.path)} (${worst.route.class}${worst.certainty === 'exact' ? '' : `, ${worst.certainty}`})` +
        (others > 0 ? `\nand ${counted(others, 'more route')}` : '')
      : 'no known route'
    return [
      first?.tracker ?? '', first?.vendor ?? '', accountsOf(group), kindsOf(group),
      [...places.slice(0, LISTED_PLACES), ...more].join('\n'), reach,
    ]
  })
  const checked = `${counted(report.files.seen, 'file')} checked, ${counted(report.routes.length, 'route')} known`
  const lines =
    rows.length === 0
      ? wrap(`No tracker code was seen (${checked}).`, writer.width)
      : [
          ...table(['Tracker', 'Receiver', 'Accounts', 'Kinds', 'Places', 'Most sensitive route'], rows, writer.width, writer.style),
          '',
          ...wrap(`${counted(groups.length, 'tracker')} in ${counted(report.sightings.length, 'place')} (${checked})`, writer.width),
        ]
  const rest = options.quiet ? [] : remarks(writer, report)
  return [...lines, '', ...containerTags(report, writer), ...rest].join('\n').trimEnd() + '\n'
}
