/**
 * Server code in other languages than JavaScript: a function that sends to a vendor's server interface, and the calls of
 * it. Functions are known by their headers and their names; what they hold is read by the leaks stage.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { Place } from '../../types.js'
import type { Found } from './found.js'

const LANGUAGES = new Set(['python', 'ruby', 'java', 'kotlin', 'groovy', 'scala', 'csharp', 'visual-basic', 'go', 'elixir', 'php'])

/** Headers of functions and methods, by their name. */
const HEADER = /\b(?:func(?:\s*\([^)]*\))?|def|defp|function|fun)\s+(?:self\.)?([A-Za-z_]\w*)\s*[(\n:]|\b(?:public|private|protected|internal|static|async)\s+(?:[\w<>[\],.?\s]+?\s)?([A-Za-z_]\w*)\s*\([^;{)]*\)\s*(?:throws [\w,\s]+)?\{/g

/** Names that anything may have. */
const COMMON = /^(?:main|init|run|call|handle|handler|execute|process|send|post|index|create|update|store|save|get|set|new|build|test|invoke|perform)$/i

export interface ServerFunction {
  name: string
  /** Offset of the header. */
  start: number
}

export function isServerLanguage({ language }: FileFacts): boolean {
  return LANGUAGES.has(language)
}

/** The function an offset stands in, as far as headers tell. */
export function functionAround(text: string, offset: number): ServerFunction | null {
  let found: ServerFunction | null = null
  for (const match of text.slice(0, offset).matchAll(HEADER)) found = { name: match[1] ?? (match[2] as string), start: match.index }
  return found
}

export interface ForwarderHost {
  text(path: string): string | undefined
  facts(path: string): FileFacts | undefined
  filesWith(word: string): readonly string[]
}

/** Calls of the functions in which sightings of server code stand. */
export function findForwards(host: ForwarderHost, direct: readonly Found[]): Found[] {
  const found: Found[] = []
  for (const inner of direct) {
    const { sighting } = inner
    const facts = sighting.kind === 'server-side-event' && inner.code === null ? host.facts(sighting.file) : undefined
    const own = facts && isServerLanguage(facts) ? functionAround(host.text(sighting.file) ?? '', sighting.span.start) : null
    if (!facts || !own) continue
    const isCommon = COMMON.test(own.name) || own.name.length < 5
    const owner = isCommon ? classAround(host.text(sighting.file) ?? '', sighting.span.start) : null
    if (isCommon && owner === null) continue
    for (const path of host.filesWith(owner ?? `${own.name}(`)) {
      const other = host.facts(path)
      if (other?.language !== facts.language || (owner !== null && path === sighting.file)) continue
      const text = host.text(path) ?? ''
      const calls = callsIn(path, text, own.name, inner)
      found.push(...(owner === null ? calls : calls.filter(({ sighting: { span } }) => isCalledOn(text, span.start, owner))))
    }
  }
  return found
}

/** The class an offset stands in, when its name is one that only it is likely to have. */
function classAround(text: string, offset: number): string | null {
  const name = [...text.slice(0, offset).matchAll(/\bclass\s+([A-Z]\w+)/g)].at(-1)?.[1] ?? null
  return name !== null && name.length >= 8 ? name : null
}

/** True when what stands before a method's call is the class, an instance of it, or what is declared to be one. */
function isCalledOn(text: string, call: number, owner: string): boolean {
  const before = text.slice(Math.max(0, call - 200), call)
  const receiver = /([\w$]+(?:\([^()]*\))?)\s*(?:->|\?\.|\.|::)\s*$/.exec(before)?.[1]
  if (receiver === undefined) return false
  if (new RegExp(`\\b${owner}\\b`).test(receiver)) return true
  const name = receiver.replace(/\(.*$/, '').replace(/^\$/, '')
  if (!/^\w+$/.test(name)) return false
  return new RegExp(`\\b${owner}\\s+\\$?${name}\\b|\\b${name}\\s*(?::=|=|:)\\s*[^;\\n]{0,60}\\b${owner}\\b`).test(text)
}

function callsIn(path: string, text: string, name: string, inner: Found): Found[] {
  const calls = new RegExp(`(?<!\\b(?:func|def|defp|function|fun)\\s(?:\\s*\\([^)]*\\)\\s*)?)(?<![\\w$])${name}\\(`, 'g')
  return [...text.matchAll(calls)].flatMap(({ index }): Found[] => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
    if (/^\s*(?:\/\/|#|\*)|\b(?:func|def|defp|function|fun)\b[^=]*$/.test(line)) return []
    const span = { start: index, end: closing(text, index + name.length) }
    const place: Place = { file: inner.sighting.file, span: inner.sighting.span }
    return [{
      ...inner, sighting: { ...inner.sighting, file: path, span, through: [place, ...inner.sighting.through] }, dataValues: [], eventValue: null,
    }]
  })
}

/** The offset after the bracket that closes the one at `open`. */
export function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length && at < open + 4000; at++) {
    const character = text[at] as string
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character) && --depth === 0) return at + 1
  }
  return Math.min(text.length, open + 1)
}
