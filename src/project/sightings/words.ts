/** The words a file must contain to be looked at: derived from the tracker rows, so that a new row needs no second place. */
import { containerWords } from '../../containers/read.js'
import { bundledExports } from '../../trackers/bundled.js'
import { trackers } from '../../trackers/index.js'
import { serverLibraries } from '../../trackers/server-libraries.js'
import { sharedHosts } from '../../trackers/shared-hosts.js'
import type { CallShape, Tracker, UrlPattern } from '../../trackers/tracker.js'
import { lookedFor } from '../first-look.js'

const SHORTEST = 4

const alone = bundledExports.flatMap(({ word, isAlone }) => (isAlone ? [word] : []))

/** Words of packages that a build has put into a file: parts of it with one are read with those that hold tracker code. */
export const packageWords: readonly string[] = [...new Set(bundledExports.map(({ word }) => word))]

/** A text or a file without any of these holds no tracker code. */
export const markWords: readonly string[] = lookedFor([
  ...trackerWords(trackers), ...serverLibraries.map(({ word }) => word), ...alone, ...containerWords,
])

/** A file without any of these is no tag-manager container. */
export const containerMarks: readonly string[] = lookedFor(containerWords)

export function trackerWords(rows: readonly Tracker[]): Set<string> {
  const words = new Set<string>()
  const add = (word: string): void => {
    if (word.length >= SHORTEST && !/[^\x20-\x7e]/.test(word)) words.add(word)
  }
  for (const row of rows) {
    for (const pattern of [...row.loaders, ...row.beacons, ...(row.serverEndpoints ?? [])]) add(urlWord(pattern))
    for (const shape of row.calls) for (const word of callWords(shape, row.commonNames ?? [])) add(word)
    // A package is named in quotes wherever it is used.
    for (const item of row.packages ?? []) for (const quote of ["'", '"', '`']) add(`${quote}${item.package}${quote}`)
    for (const item of row.payloadGlobals ?? []) add(item.name)
    for (const idiom of row.idioms ?? []) if (idiom.strings[0] !== undefined) add(idiom.strings[0])
    for (const word of [...row.serverVariables?.words ?? [], ...row.relays?.words ?? []]) add(word)
    for (const stub of row.queueStubs ?? []) add(stub.push.split('.')[0] as string)
  }
  return words
}

/** The longest literal part of the host, with the path where the host alone says nothing. */
function urlWord(pattern: UrlPattern): string {
  if (sharedHosts.has(pattern.host)) return pattern.host + ((pattern.path ?? '').split('*')[0] as string).replace(/\$$/, '')
  const host = longest(pattern.host.split('*')).replace(/^\.|\.$/g, '')
  if (host.length >= SHORTEST && host.includes('.')) return host
  return longest((pattern.path ?? '').replace(/\$$/, '').split('*'))
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '')
}

/** A name nobody would give to something else: `dataLayer`, `_linkedin_partner_id`, not `Visitor`. */
function isDistinctive(name: string): boolean {
  return name.length >= 8 || /^[a-z$_]+[A-Z]/.test(name)
}

/** A distinctive name stands alone; a short or common one only with what follows it. */
function callWords(shape: CallShape, common: readonly string[]): string[] {
  const [root = '', next] = shape.path.replace(/\(\)|#/g, '').split('.')
  if (!common.includes(root) && root.length >= SHORTEST && (next === undefined || isDistinctive(root))) return [root]
  // Kept under another name, a short global is still read from the window once.
  if (!common.includes(root) && root.length === 3 && next !== undefined) return [`${root}.`, `${root}?.`, `.${root}`]
  if (next !== undefined) return root.length + next.length < 6 ? [`${root}.${next}(`] : [`${root}.${next}`, `${root}?.${next}`]
  const quotes = ["'", '"', '`']
  const open = [`${root}(`, `${root}?.(`, `${root} (`]
  if (root.length >= 5) return open
  if (root.length === 3 && !common.includes(root)) return [...open, `.${root}`]
  const commands = shape.command?.map((command) => command.replace(/\*$/, '')) ?? ['']
  const called = commands.flatMap((command) => open.flatMap((start) => quotes.map((quote) => `${start}${quote}${command}`)))
  // Formatters put the arguments of a long call on lines of their own.
  return common.includes(root) ? called : [...called, `window.${root}(`]
}
