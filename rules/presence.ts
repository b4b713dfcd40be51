/** Sightings that belong to one another: the loader, the start and the first page view of one snippet. */
import type { Tracker } from '../src/trackers/tracker.js'
import type { Place, PlacedSighting, SightingKind } from '../src/types.js'
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

/** Sightings in the file that findings are wanted in. */
export function wantedIn({ sightings, file }: ProjectView): readonly PlacedSighting[] {
  return file === undefined ? sightings : sightings.filter((sighting) => sighting.file === file)
}

/**
 * Which sightings stand in a function of the site's own that sends: it is told where it is called, for there is decided
 * what is sent and from where.
 */
export function wrappedIn({ sightings }: ProjectView): (sighting: PlacedSighting) => boolean {
  const wrapped = new Set(sightings.flatMap(({ through }) => through.map(placeKey)))
  return (sighting) => wrapped.has(placeKey(sighting))
}

function placeKey({ file, span }: Place): string {
  return `${file}\n${span.start}\n${span.end}`
}

/**
 * Groups what brings trackers in by file, tracker and account; page views that stand in the same file are part of it.
 * Code without a literal account goes with the file's first account.
 * What containers hold is told tag by tag, and is not among these.
 */
export function presences(project: ProjectView): Presence[] {
  return presencesAmong(project, wantedIn(project))
}

/** The same for all files, whatever file is asked about. */
export function presencesEverywhere(project: ProjectView): Presence[] {
  return presencesAmong(project, project.sightings)
}

function presencesAmong(project: ProjectView, sightings: readonly PlacedSighting[]): Presence[] {
  // A call of a function that starts a tracker: the start itself is a sighting, and is told where it is written.
  const own = sightings.filter((sighting) => !sighting.tag && sighting.through.length === 0 && isPresence(sighting))
  const bringing = byTracker(project, own).filter((group) => group.some(({ kind }) => presenceKinds.has(kind)))
  return bringing.flatMap((group) => byAccount(project, group, true)).sort(comparePresences)
}

/** The same for what the tags of containers bring in: every tag that sends is one that brings its tracker. */
export function presencesInContainers(project: ProjectView): Presence[] {
  const own = wantedIn(project).filter(({ tag, unused }) => tag !== undefined && !unused)
  return byTracker(project, own).flatMap((group) => byAccount(project, group, false)).sort(comparePresences)
}

function byTracker(project: ProjectView, sightings: readonly PlacedSighting[]): PlacedSighting[][] {
  const files = new Map<string, PlacedSighting[]>()
  for (const sighting of sightings) {
    if (!isTracking(project, sighting)) continue
    const key = `${sighting.file}\n${sighting.tracker}`
    const others = files.get(key)
    if (others === undefined) files.set(key, [sighting])
    else others.push(sighting)
  }
  return [...files.values()]
}

/** Page views and settings are part of a snippet when they stand beside it. */
function isPresence({ kind, call }: PlacedSighting): boolean {
  return presenceKinds.has(kind) || (kind === 'event-call' && (call === 'page' || call === 'settings'))
}

function byAccount(project: ProjectView, sightings: PlacedSighting[], oneSnippet: boolean): Presence[] {
  sightings.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
  const first = oneSnippet ? (sightings.find(({ accountId }) => accountId !== null)?.accountId ?? null) : null
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
