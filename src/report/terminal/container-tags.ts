/** The part of `inventory` that a tag manager's own list would show: each tag, its triggers and its receiver. */
import { compareText } from '../../findings/order.js'
import type { ContainerTag, PlacedSighting, Report } from '../../types.js'
import { classOrder, worstOf } from '../classes.js'
import { place } from '../positions.js'
import { counted } from '../words.js'
import { printable, wrap } from './printable.js'
import { table } from './table.js'
import type { Writing } from './writing.js'

const TRIGGERS = 3

interface Listed {
  tag: ContainerTag
  sightings: PlacedSighting[]
}

/** Tags with the trackers in them, by container, the most sensitive reach first. */
function tagsOf(sightings: readonly PlacedSighting[]): Listed[] {
  const tags = new Map<string, Listed>()
  for (const sighting of sightings) {
    const { tag } = sighting
    if (!tag) continue
    const key = `${tag.file}\n${tag.index}`
    tags.set(key, { tag, sightings: [...(tags.get(key)?.sightings ?? []), sighting] })
  }
  const rank = ({ sightings }: Listed): number => {
    const worst = worstOf(sightings.flatMap(({ routes }) => routes))
    return worst ? classOrder.indexOf(worst.route.class) : classOrder.length
  }
  return [...tags.values()].sort((one, other) => compareText(one.tag.file, other.tag.file)
    || rank(one) - rank(other) || one.tag.index - other.tag.index)
}

/** One table for each container. Empty without tags; the last line is empty. */
export function containerTags(report: Report, writer: Writing): string[] {
  const byFile = new Map<string, Listed[]>()
  for (const each of tagsOf(report.sightings)) byFile.set(each.tag.file, [...(byFile.get(each.tag.file) ?? []), each])
  return [...byFile].flatMap(([file, listed]) => {
    const title = `Tags of container ${listed[0]?.tag.container ?? 'without an id'} in ${writer.at(file, 0).replace(/:1$/, '')}`
    const rows = listed.map((each) => cells(each, writer))
    return [
      ...wrap(printable(title), writer.width), '',
      ...table(['Tag', 'Tracker', 'Account', 'Fires on', 'Most sensitive route'], rows, writer.width, writer.style), '',
    ]
  })
}

function cells({ tag, sightings }: Listed, writer: Writing): string[] {
  const lines = (of: (sighting: PlacedSighting) => string | null): string =>
    [...new Set(sightings.flatMap((sighting) => of(sighting) ?? []))].map(printable).join('\n') || '-'
  const more = tag.triggers.length > TRIGGERS ? [`and ${counted(tag.triggers.length - TRIGGERS, 'more trigger')}`] : []
  const worst = worstOf(sightings.flatMap(({ routes }) => routes))
  const line = Math.min(...sightings.map(({ span }) => place(writer.sources, tag.file, span.start).line))
  return [
    `${printable(tag.name)} (line ${line})`, lines(({ tracker }) => tracker), lines(({ accountId }) => accountId),
    [...tag.triggers.slice(0, TRIGGERS).map(printable), ...more].join('\n'),
    worst ? `${printable(worst.route.path)} (${worst.route.class})` : 'no known route',
  ]
}
