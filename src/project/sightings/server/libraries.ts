/** Calls of a vendor's library in server code of other languages: on the client that it makes, or on a name of its own. */
import { serverLibraries, type ServerLibrary } from '../../../trackers/server-libraries.js'
import type { Found } from '../found.js'
import type { ForwarderHost } from './forwards.js'
import { closing, functionAround, isCommented } from './language.js'

/** A name that a client is kept under. */
interface Holder {
  library: ServerLibrary
  name: string
  /** Offset of what makes it; the rest of the file sees it. */
  file: string
}

/** Calls of libraries in the files that were looked at, and of clients that other files share. */
export function findLibraryCalls(host: ForwarderHost, files: readonly string[]): Found[] {
  const found: Found[] = []
  const shared: Holder[] = []
  for (const path of files) {
    const language = host.facts(path)?.language
    const libraries = serverLibraries.filter((library) => library.language === language)
    if (libraries.length === 0) continue
    const text = host.text(path) ?? ''
    for (const library of libraries) {
      if (!text.includes(library.word)) continue
      const made = library.client === undefined ? [] : placesOf(text, `(?:${library.client})\\s*\\(`)
      const holders = made.flatMap(({ start }) => holderOf(text, start) ?? [])
      found.push(
        ...made.map(({ start, end }) => sent(library, path, start, closing(text, end - 1))),
        ...(library.calls === undefined ? [] : placesOf(text, `(?:${library.calls})\\s*\\(`))
          .map(({ start, end }) => sent(library, path, start, closing(text, end - 1))),
        ...(library.on === undefined ? [] : callsOn(text, path, library, library.on)),
        ...[...new Set(holders)].flatMap((name) => callsOn(text, path, library, name)),
      )
      shared.push(...[...new Set(holders)].filter(isShared).map((name) => ({ library, name, file: path })))
    }
  }
  for (const { library, name, file } of shared) {
    for (const path of host.filesWith(name)) {
      if (path === file || host.facts(path)?.language !== library.language) continue
      const text = host.text(path) ?? ''
      if (!text.includes(library.word)) found.push(...callsOn(text, path, library, escaped(name)))
    }
  }
  return found
}

/** Names that other files know: constants, globals, `MIXPANEL`, `$analytics`. */
function isShared(name: string): boolean {
  return /^(?:\$?[A-Z]\w{3,}|\$[a-z]\w{4,})$/.test(name)
}

function escaped(name: string): string {
  return name.replace(/[$]/g, '\\$&')
}

function placesOf(text: string, source: string): { start: number; end: number }[] {
  return [...text.matchAll(new RegExp(source, 'g'))].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !isCommented(text, start))
}

/** The name that what is made at a place is given, or the function that gives it back. */
function holderOf(text: string, start: number): string | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start)
  const assigned = /([$@]{0,2}[A-Za-z_]\w*)(?:\s*:\s*[\w.]+)?\s*(?::=|\|\|=|\?\?=|=)\s*(?:&|await\s+)?(?:new\s+)?$/.exec(line)?.[1]
  if (assigned !== undefined) return assigned
  const isGiven = /^\s*(?:return\s+)?(?:new\s+)?$/.test(line)
  return isGiven ? functionAround(text, start)?.name ?? null : null
}

/** `client.track(…)`, `$client->people->set(…)`, `Analytics.track user_id: 1`. */
function callsOn(text: string, path: string, library: ServerLibrary, receiver: string): Found[] {
  if (library.methods.length === 0) return []
  const calls = String.raw`(?<![\w.$@])(?:(?:self|this|\$this|@)(?:\.|->)?)?${receiver.startsWith('$') && !receiver.startsWith('\\') ? escaped(receiver) : receiver}`
    + String.raw`(?:\(\))?\s*(?:\.|->|::)\s*(?:\w+\s*(?:\.|->)\s*)?(?:${library.methods.join('|')})(?:\s*\(| (?=[\w:'"{]))`
  return placesOf(text, calls).map(({ start, end }) =>
    sent(library, path, start, text[end - 1] === '(' ? closing(text, end - 1) : lineEnd(text, end)))
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function sent({ tracker }: ServerLibrary, file: string, start: number, end: number): Found {
  return {
    sighting: {
      kind: 'server-side-event', tracker, accountId: null, event: null, file, span: { start, end }, gate: null, unit: null, through: [],
    },
    needsEvidence: false, code: null, eventValue: null, dataValues: [],
  }
}
