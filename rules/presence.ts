/** Sightings that belong to one another: the loader, the start and the first page view of one snippet. */
import type { Tracker } from '../src/trackers/tracker.js'
import type { PlacedSighting, SightingKind } from '../src/types.js'
import type { ProjectView } from './rule.js'
import { compareText } from './severity.js'

/** All sightings of one tracker and account in one file, in the order of the file. Never empty. */
export interface Presence {
  tracker: Tracker
  accountId: string | null
  file: string
  sightings: [PlacedSighting, ...PlacedSighting[]]
}

/** Code that brings a tracker into a page, as opposed to code that sends something by it. */
const presenceKinds: ReadonlySet<SightingKind> = new Set<SightingKind>([
  'snippet',
  'container',
  'noscript-pixel',
  'remote-script',
  'package-use',
])

/** What asks for consent is no tracker, and a service the page itself uses is a matter of third parties. */
export function isTracking(project: ProjectView, { category, tracker }: PlacedSighting): boolean {
  return category !== 'consent' && project.tracker(tracker).service !== true
}

/**
 * Groups what brings trackers in by file, tracker and account; page views that stand in the same file are part of it.
 * Code without a literal account goes with the file's first account.
 */
export function presences(project: ProjectView): Presence[] {
  const files = new Map<string, PlacedSighting[]>()
  for (const sighting of project.sightings) {
    // A call of a function that starts a tracker: the start itself is a sighting, and is told where it is written.
    if (!isTracking(project, sighting) || sighting.through.length > 0 || !isPresence(sighting)) continue
    const key = `${sighting.file}\n${sighting.tracker}`
    const others = files.get(key)
    if (others === undefined) files.set(key, [sighting])
    else others.push(sighting)
  }
  const found: Presence[] = []
  for (const sightings of files.values()) {
    if (sightings.some(({ kind }) => presenceKinds.has(kind))) found.push(...byAccount(project, sightings))
  }
  return found.sort(comparePresences)
}

/** Page views and settings are part of a snippet when they stand beside it. */
function isPresence({ kind, call }: PlacedSighting): boolean {
  return presenceKinds.has(kind) || (kind === 'event-call' && (call === 'page' || call === 'settings'))
}

function byAccount(project: ProjectView, sightings: PlacedSighting[]): Presence[] {
  sightings.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
  const first = sightings.find(({ accountId }) => accountId !== null)?.accountId ?? null
  const accounts = new Map<string | null, Presence>()
  for (const sighting of sightings) {
    const accountId = sighting.accountId ?? first
    const known = accounts.get(accountId)
    if (known !== undefined) known.sightings.push(sighting)
    else {
      const tracker = project.tracker(sighting.tracker)
      accounts.set(accountId, { tracker, accountId, file: sighting.file, sightings: [sighting] })
    }
  }
  return [...accounts.values()]
}

function comparePresences(one: Presence, other: Presence): number {
  return compareText(one.file, other.file) || one.sightings[0].span.start - other.sightings[0].span.start
}
