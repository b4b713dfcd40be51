/**
 * A function of server code that sends to a vendor, and the calls of it: there the event and its data are chosen. Functions
 * are known by their headers and their names; what they hold is read by the leaks stage.
 */
import type { FileFacts } from '../../../facts/facts.js'
import type { Place } from '../../../types.js'
import type { Found } from '../found.js'
import { classAround, closing, functionAround, isCommented, isServerLanguage, linesOf } from './language.js'

/** Names that anything may have: such a method counts only where it is called on its class. */
const COMMON = /^(?:main|init|run|call|handle|handler|execute|process|send|post|index|create|update|store|save|get|set|new|build|test|invoke|perform|track|identify|capture|log|event|purchase|lead|register|page|conversion|notify|push|emit|record|report|publish|submit|dispatch|forward|request)$/i
/** What starts an object. */
const CONSTRUCTORS = /^(?:__init__|initialize|__construct|constructor)$/

/** How many functions may stand between the site and the vendor. */
const ROUNDS = 4
/** A function of another file with more lines does something else beside. */
const THIN = 12

export interface ForwarderHost {
  text(path: string): string | undefined
  facts(path: string): FileFacts | undefined
  filesWith(word: string): readonly string[]
}

/** Calls of the functions in which sightings of server code stand, and of thin functions around those. */
export function findForwards(host: ForwarderHost, direct: readonly Found[]): Found[] {
  const found: Found[] = []
  const known = new Set(direct.map(placeOf))
  const searched = new Set<string>()
  let fresh = direct.filter(({ sighting, code }) => sighting.kind === 'server-side-event' && code === null)
  for (let round = 0; round < ROUNDS && fresh.length > 0; round++) {
    fresh = fresh.flatMap((inner) => callsOf(host, inner, searched)).filter((call) => !known.has(placeOf(call)))
    for (const call of fresh) known.add(placeOf(call))
    found.push(...fresh)
  }
  return found
}

function placeOf({ sighting: { file, span, tracker } }: Found): string {
  return `${tracker}|${file}|${span.start}`
}

function callsOf(host: ForwarderHost, inner: Found, searched: Set<string>): Found[] {
  const { sighting } = inner
  const facts = host.facts(sighting.file)
  const text = host.text(sighting.file) ?? ''
  const own = facts && isServerLanguage(facts) ? functionAround(text, sighting.span.start) : null
  if (!facts || !own || CONSTRUCTORS.test(own.name)) return []
  const key = `${sighting.tracker}|${sighting.file}|${own.start}`
  if (searched.has(key)) return []
  searched.add(key)
  // Who calls a function that itself only calls another file's one is asked while it does nothing else.
  const outer = sighting.through[0]
  if (outer !== undefined && outer.file !== sighting.file && linesOf(text, own) > THIN) return []
  const owner = classAround(text, own.start)
  const isCommon = COMMON.test(own.name) || own.name.length < 5
  const within = callsIn(sighting.file, text, own.name, inner)
    .filter(({ sighting: { span } }) => functionAround(text, span.start)?.start !== own.start)
    .filter(({ sighting: { span } }) => !isCommon || (owner !== null && isCalledOn(text, span.start, owner, true)))
  if (isCommon && (owner === null || owner.length < 8)) return within
  const beyond = host.filesWith(isCommon ? owner as string : `${own.name}(`).flatMap((path) => {
    if (path === sighting.file || host.facts(path)?.language !== facts.language) return []
    const other = host.text(path) ?? ''
    const calls = callsIn(path, other, own.name, inner)
    return isCommon ? calls.filter(({ sighting: { span } }) => isCalledOn(other, span.start, owner as string, false)) : calls
  })
  return [...within, ...beyond]
}

/** True when what stands before a method's call is the class, an instance of it, or what is declared to be one. */
function isCalledOn(text: string, call: number, owner: string, isInside: boolean): boolean {
  const before = text.slice(Math.max(0, call - 200), call)
  const receiver = /([\w$@]+(?:\([^()]*\))?)\s*(?:->|\?\.|\.|::)\s*$/.exec(before)?.[1]
  if (receiver === undefined) return false
  if (isInside && /^(?:\$this|this|self|static|cls)$/.test(receiver)) return classAround(text, call) === owner
  if (new RegExp(`\\b${owner}\\b`).test(receiver)) return true
  const name = receiver.replace(/\(.*$/, '').replace(/^[$@]+/, '')
  if (!/^\w+$/.test(name)) return false
  return new RegExp(`\\b${owner}\\s+\\$?${name}\\b|\\b${name}\\s*(?::=|=|:)\\s*[^;\\n]{0,60}\\b${owner}\\b`).test(text)
}

function callsIn(path: string, text: string, name: string, inner: Found): Found[] {
  const calls = new RegExp(`(?<!\\b(?:func|def|defp|function|fun)\\s(?:\\s*\\([^)]*\\)\\s*)?)(?<![\\w$])${name}\\(`, 'g')
  return [...text.matchAll(calls)].flatMap(({ index }): Found[] => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
    if (isCommented(text, index) || /\b(?:func|def|defp|function|fun)\b[^={(]*(?:\([^)]*\)\s*)?$/.test(line)) return []
    if (/^\s*(?:public|private|protected|internal)\s[^={(]*$/.test(line)) return []
    const span = { start: index, end: closing(text, index + name.length) }
    const place: Place = { file: inner.sighting.file, span: inner.sighting.span }
    return [{
      ...inner, sighting: { ...inner.sighting, file: path, span, through: [place, ...inner.sighting.through] }, dataValues: [], eventValue: null,
    }]
  })
}
