/** All tracker rows, and the look-ups made of them once. */
import { abTesting } from './ab-testing.js'
import { advertising } from './advertising.js'
import { analytics } from './analytics.js'
import { callTracking } from './call-tracking.js'
import { chat } from './chat.js'
import { consent } from './consent.js'
import { customerDataPlatforms } from './customer-data-platforms.js'
import { errorMonitoring } from './error-monitoring.js'
import { marketingAutomation } from './marketing-automation.js'
import { sessionReplay } from './session-replay.js'
import { social } from './social.js'
import { tagManagers } from './tag-managers.js'
import type { CallShape, Idiom, PackageRow, SettingRow, Tracker } from './tracker.js'

/** In the order of the tables; products that share a loader are told apart by `UrlPattern.only`. */
export const trackers: readonly Tracker[] = [
  ...tagManagers, ...advertising, ...analytics, ...sessionReplay, ...customerDataPlatforms, ...marketingAutomation,
  ...chat, ...callTracking, ...abTesting, ...errorMonitoring, ...consent, ...social,
]

export { matchAccount } from './accounts.js'
export {
  matchBeacon, matchLoader, matchPermission, matchRelay, matchServerEndpoint, matchServerPermission, type UrlMatch,
} from './urls.js'

let byId: Map<string, Tracker> | null = null

/** The row of an id; throws for an id no row has, which is a bug in the caller. */
export function trackerById(id: string): Tracker {
  byId ??= new Map(trackers.map((tracker) => [tracker.id, tracker]))
  const found = byId.get(id)
  if (!found) throw new Error(`no tracker row has the id ${id}`)
  return found
}

/** Lazily made once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function grouped<V>(pairs: Iterable<readonly [string, V]>): ReadonlyMap<string, readonly V[]> {
  const map = new Map<string, V[]>()
  for (const [key, value] of pairs) {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  return map
}

/** Call shapes by the global their path begins with. */
export const globalCallShapes: () => ReadonlyMap<string, readonly { tracker: Tracker; shape: CallShape }[]> = once(() =>
  grouped(trackers.flatMap((tracker) =>
    tracker.calls.map((shape) => [shape.path.split(/[.#(]/)[0] as string, { tracker, shape }] as const))))

/** Package rows by specifier. */
export const packageRows: () => ReadonlyMap<string, readonly { tracker: Tracker; row: PackageRow }[]> = once(() =>
  grouped(trackers.flatMap((tracker) => (tracker.packages ?? []).map((row) => [row.package, { tracker, row }] as const))))

/** Globals whose properties go to a vendor, by name. */
export const payloadGlobals: () => ReadonlyMap<string, { tracker: Tracker; kind: 'event' | 'identify' | 'settings' }> = once(() =>
  new Map(trackers.flatMap((tracker) =>
    (tracker.payloadGlobals ?? []).map(({ name, kind }) => [name, { tracker, kind }] as const))))

/** What a function that pushes its `arguments` with a call stands for: `dataLayer.push` → `gtag`. */
export const queueStubs: () => ReadonlyMap<string, string> = once(() =>
  new Map(trackers.flatMap((tracker) => (tracker.queueStubs ?? []).map(({ push, path }) => [push, path] as const))))

export const idiomTrackers: () => readonly { tracker: Tracker; idiom: Idiom }[] = once(() =>
  trackers.flatMap((tracker) => (tracker.idioms ?? []).map((idiom) => ({ tracker, idiom }))))

/** Setting rows by generator. */
export const settingRows: () => ReadonlyMap<string, readonly { tracker: Tracker; row: SettingRow }[]> = once(() =>
  grouped(trackers.flatMap((tracker) => (tracker.settings ?? []).map((row) => [row.generator, { tracker, row }] as const))))
