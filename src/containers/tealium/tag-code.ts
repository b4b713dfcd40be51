/**
 * Code of single tags: `(function (id, loader) { … utag.o[loader].sender[id] = u; … })("12", "account.profile")`, with
 * settings in `u.data`, and in `u.map` the keys of the data layer beside the names by which the vendor takes them.
 * https://docs.tealium.com/iq-tag-management/tags/tag-templates/
 */
import type { ScriptFacts, Store, Value, ValueId } from '../../facts/script/graph.js'
import type { Span } from '../../types.js'

export interface TagCode extends Span {
  id: string
  /** `account.profile`, where the code says it. */
  profile: string | null
  /** Where its id stands. */
  place: Span
  settings: (Span & { name: string; value: string })[]
  /** One key of the data layer under several names. */
  map: (Span & { key: string; names: string[] })[]
  /** Addresses that it loads from or sends to: of its settings, and of scripts. */
  urls: string[]
}

/** In the order of the file. What stands between two of them prepares the second. */
export function codesOf(script: ScriptFacts, text: string): TagCode[] {
  const found = script.stores.filter((store) => isSender(script, store)).flatMap((store) => codeAround(script, store) ?? [])
    .sort((a, b) => a.start - b.start)
  let done = -1
  return found.map((code, index): TagCode => {
    const isOnly = found.length === 1 && !text.includes('utag.loader.cfg')
    const start = isOnly ? 0 : done < 0 ? code.start : done
    const end = isOnly ? text.length : found[index + 1] ? endOfStatement(text, code.end) : code.end
    done = end
    return { ...code, start, end }
  })
}

/** `})("12", "account.profile")` goes on with `} catch (error) { utag.DB(error) }`. */
function endOfStatement(text: string, end: number): number {
  return end + (/^[\s);]*\}\s*catch\s*\(\w+\)\s*\{[^{}]*\}/.exec(text.slice(end, end + 200))?.[0].length ?? 0)
}

/** `utag.o[loader].sender[id] = u` */
function isSender({ values }: ScriptFacts, { object, name }: Store): boolean {
  const list = values[object]
  return name === null && list?.kind === 'member' && list.name === 'sender'
}

function codeAround(script: ScriptFacts, store: Store): TagCode | null {
  const call = script.calls.map(({ value }) => script.values[value]).find((value): value is Value & { kind: 'call' } => (
    value?.kind === 'call' && script.values[value.callee]?.kind === 'function'
      && (script.values[value.callee] as Value & { kind: 'function' }).function === store.scope))
  const id = call && textOf(script, call.arguments[0])
  const written = call?.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (!call || !written || id === null || id === undefined || !/^\d+$/.test(id)) return null
  const { start, end } = call
  const within = script.stores.filter((each) => start <= each.start && each.end <= end)
  const objects = (key: string): (Value & { kind: 'object' })[] => within.filter(({ name }) => name === key)
    .flatMap(({ value }) => (script.values[value]?.kind === 'object' ? [script.values[value] as Value & { kind: 'object' }] : []))
  const settings = objects('data').flatMap(({ entries }) => entries).flatMap(({ name, value }) => settingOf(script, name, value))
  const addresses = settings.map(({ value }) => value).filter((value) => ADDRESS.test(value))
  const scripts = script.values.flatMap((value) => (
    value.kind === 'constant' && typeof value.value === 'string' && start <= value.start && value.end <= end && SCRIPT.test(value.value) ? [value.value] : []))
  return {
    start, end, id, profile: textOf(script, call.arguments[1]), place: { start: written.start, end: written.end }, settings,
    map: objects('map').flatMap(({ entries }) => entries).flatMap(({ name, value }) => mappingOf(script, name, value)),
    urls: [...new Set([...addresses, ...scripts].map((url) => (url.startsWith('//') ? `https:${url}` : url)))],
  }
}

const ADDRESS = /^(?:https?:)?\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/
const SCRIPT = /^(?:https?:)?\/\/[\w-]+(?:\.[\w-]+)+\/\S*\.js(?:[?#]\S*)?$/

function settingOf(script: ScriptFacts, name: string | null, id: ValueId): TagCode['settings'] {
  const value = script.values[id]
  // `"a" || "b"`
  const text = textOf(script, value?.kind === 'choice' ? value.values[0] : id)
  return name === null || !value || text === null || text === '' ? [] : [{ name, value: text, start: value.start, end: value.end }]
}

/** `"page_type:checkout": "Purchase"` says which event a value means and not what is sent. */
function mappingOf(script: ScriptFacts, key: string | null, id: ValueId): TagCode['map'] {
  const value = script.values[id]
  const names = textOf(script, id)
  if (key === null || key.includes(':') || !value || names === null) return []
  return [{ key, names: names.split(',').filter((name) => name !== ''), start: value.start, end: value.end }]
}

function textOf(script: ScriptFacts, id: ValueId | undefined): string | null {
  const value = id === undefined ? undefined : script.values[id]
  return value?.kind === 'constant' && value.value !== null ? String(value.value) : null
}
