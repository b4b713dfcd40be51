/** Account ids that say whose they are wherever they stand: `GTM-…`, `G-…`, `AW-…`, `UA-…`, `phc_…`. */
import { trackers } from './index.js'
import type { Tracker } from './tracker.js'

/** A pattern that begins with letters and a `-` or `_`, or a group of such prefixes. */
const PREFIXED = /^(?:\(\?:[A-Za-z0-9|]+\)|[A-Za-z]+)[-_]/

let patterns: { tracker: Tracker; pattern: RegExp }[] | null = null

/** The first such id in a text and its tracker, or null. Ids of a bare number or hexadecimal text are never found. */
export function matchAccount(text: string): { tracker: Tracker; account: string } | null {
  patterns ??= trackers.flatMap((tracker) => tracker.accounts.filter((source) => PREFIXED.test(source)).map((source) =>
    ({ tracker, pattern: new RegExp(`(?<![A-Za-z0-9_-])(?:${source})(?![A-Za-z0-9_-])`) })))
  let best: { tracker: Tracker; account: string; at: number } | null = null
  for (const { tracker, pattern } of patterns) {
    const found = pattern.exec(text)
    if (found && (best === null || found.index < best.at)) best = { tracker, account: found[0], at: found.index }
  }
  return best && { tracker: best.tracker, account: best.account }
}
