/**
 * A vendor's own script that lies in the tree: what it does inside is the vendor's business, and one sighting says that
 * it is there. It is built code that makes the vendor's interface, speaks to the vendor, and knows neither an account nor
 * an event of its own.
 */
import type { FileFacts } from '../../../facts/facts.js'
import type { ScriptFacts } from '../../../facts/script/graph.js'
import { scriptIndex } from '../../meaning/script-index.js'
import { trackerById } from '../../../trackers/index.js'
import type { Tracker } from '../../../trackers/tracker.js'
import type { Found } from '../found.js'
import { makesPages } from './pages.js'

/** UTF-16 code units of a script, and of a line on average: people write shorter lines, and shorter scripts. */
const SHORTEST = 8_000
const LINE = 200

/** What was seen in a file, with one sighting for each vendor whose script it is. */
export function withoutInsides(facts: FileFacts, found: readonly Found[]): Found[] {
  const [script, ...others] = facts.scripts.filter(({ host }) => host === null)
  const isBuilt = script !== undefined && others.length === 0 && script.end >= SHORTEST && script.end / facts.lineStarts.length >= LINE
  if (!isBuilt || found.length === 0 || facts.language !== 'javascript' || makesPages(script, script)) return [...found]
  const copies = new Set([...new Set(found.map(({ sighting }) => sighting.tracker))]
    .filter((id) => isCopy(script, id, found.filter(({ sighting }) => sighting.tracker === id))))
  if (copies.size === 0) return [...found]
  const told = new Set<string>()
  return found.flatMap((item): Found[] => {
    const { tracker } = item.sighting
    if (!copies.has(tracker)) return [item]
    if (told.has(tracker)) return []
    told.add(tracker)
    const sighting = { ...item.sighting, kind: 'snippet' as const, event: null, accountId: null }
    return [{ ...item, sighting, code: null, eventValue: null, dataValues: [] }]
  })
}

function isCopy(script: ScriptFacts, id: string, own: readonly Found[]): boolean {
  const row = trackerById(id)
  const isOfVendor = own.every(({ sighting }) => sighting.accountId === null
    && (sighting.event === null || sighting.event.startsWith('$')))
  return row !== undefined && isOfVendor && makes(script, row) && speaksTo(script, row)
}

/** `window.vendor = …`, `vendor.part = …`, `window[name] = …` where the name is written out somewhere. */
function makes(script: ScriptFacts, row: Tracker): boolean {
  const roots = new Set(row.calls.map(({ path }) => path.split('.')[0] as string))
  const index = scriptIndex(script)
  return index.storesOnGlobal().some(({ name }) => name !== null && roots.has(name))
    || [...roots].some((root) => index.storesOf(root).length > 0)
    || [...roots].some((root) => index.topLevel(root).length > 0 || index.says(root))
}

const hosts = new WeakMap<ScriptFacts, string>()

/** A text of the script holds a host of the vendor. */
export function speaksTo(script: ScriptFacts, row: Tracker): boolean {
  let texts = hosts.get(script)
  if (texts === undefined) hosts.set(script, texts = dotted(script))
  const known = texts
  return [...row.beacons, ...row.loaders].flatMap(({ host }) => longest(host.split('*'))).some((host) => known.includes(host))
}

/** All texts of a script that may hold a host, one a line: a bundle is asked about the hosts of every vendor it names. */
function dotted(script: ScriptFacts): string {
  return script.values.flatMap((value) => (
    value.kind === 'constant' && typeof value.value === 'string' && value.value.includes('.') ? [value.value] : [])).join('\n')
}

function longest(parts: readonly string[]): string[] {
  const [best = ''] = [...parts].sort((a, b) => b.length - a.length)
  return best.includes('.') && best.length > 5 ? [best] : []
}

/** The notice at the beginning of a library: its name with a version, a licence. */
const NOTICE = /^[\s;!(]*\/\*[!*]?[\s\S]{0,500}?(?:\bv?\d+\.\d+(?:\.\d+)*\b|licen[sc]e|copyright|@version|\bplugin\b)/i

/** Code that others wrote and many sites have, or that a build has put together with it. */
export function isLibrary({ path, language }: FileFacts, text: string): boolean {
  return language === 'javascript' && (/[.-]min\.[cm]?js$/.test(path) || NOTICE.test(text.slice(0, 2_000)))
}

/**
 * Without what a library could show if it were told to, such as a slider that knows how videos are embedded: the page that
 * tells it to has an address of its own.
 */
export function withoutAbilities(facts: FileFacts, found: readonly Found[], text: string): Found[] {
  if (found.length === 0 || !isLibrary(facts, text)) return [...found]
  return found.filter(({ sighting: { tracker, accountId } }) => {
    const row = trackerById(tracker)
    return accountId !== null || (row?.service !== true && row?.category !== 'social')
  })
}
