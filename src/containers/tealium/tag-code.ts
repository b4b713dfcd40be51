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
  /** Keys of the data layer that its own extensions write, with what they write. */
  writes: { key: string; value: ValueId }[]
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
  const call = callsOf(script).get(store.scope)
  const id = call && textOf(script, call.arguments[0])
  const written = call?.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (!call || !written || id === null || id === undefined || !/^\d+$/.test(id)) return null
  const { start, end } = call
  const isWithin = (span: Span): boolean => start <= span.start && span.end <= end
  const within = script.stores.filter(isWithin)
  const objects = (key: string): (Value & { kind: 'object' })[] => within.filter(({ name }) => name === key)
    .flatMap(({ value }) => (script.values[value]?.kind === 'object' ? [script.values[value] as Value & { kind: 'object' }] : []))
  const settings = objects('data').flatMap(({ entries }) => entries).flatMap(({ name, value }) => settingOf(script, name, value))
  const texts = addressesOf(script).filter(isWithin)
  const addresses = [...settings, ...texts].filter(({ name, value }) => ADDRESS.test(value) || (BASE.test(name) && BARE.test(value)))
  const scripts = texts.filter(({ value }) => SCRIPT.test(value))
  return {
    start, end, id, profile: textOf(script, call.arguments[1]), place: { start: written.start, end: written.end }, settings,
    map: [
      ...objects('map').flatMap(({ entries }) => entries).flatMap(({ name, value }) => mappingOf(script, name, value)),
      ...addresses.flatMap(placeholders),
    ],
    writes: writesOf(script, within),
    urls: [...new Set([
      ...addresses.filter((each) => settings.includes(each) || each.value.includes('@@')), ...scripts, ...taggedBy(within, settings),
    ].map(({ value }) => address(value)))],
  }
}

const callsByFunction = new WeakMap<ScriptFacts, ReadonlyMap<number, Value & { kind: 'call' }>>()

/** The call of each function that is called where it is written. */
function callsOf(script: ScriptFacts): ReadonlyMap<number, Value & { kind: 'call' }> {
  let known = callsByFunction.get(script)
  if (!known) {
    callsByFunction.set(script, known = new Map([...script.calls].reverse().flatMap(({ value }) => {
      const call = script.values[value]
      const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
      return call?.kind === 'call' && callee?.kind === 'function' ? [[callee.function, call] as const] : []
    })))
  }
  return known
}

type Setting = TagCode['settings'][number]

const addressTexts = new WeakMap<ScriptFacts, readonly Setting[]>()

/** Texts of the script that look like addresses, in the order of the file. */
function addressesOf(script: ScriptFacts): readonly Setting[] {
  let known = addressTexts.get(script)
  if (!known) {
    addressTexts.set(script, known = script.values.flatMap((value): Setting[] => (
      value.kind === 'constant' && typeof value.value === 'string' && ADDRESS.test(value.value)
        ? [{ name: '', value: value.value, start: value.start, end: value.end }] : [])))
  }
  return known
}

/** `https://vendor.example/pixel?about=@@visit_reason@@` is given a key of the data layer as `about`. */
function placeholders({ value, start, end }: Setting): TagCode['map'] {
  return [...value.matchAll(/[?&;]([^=&?;@]+)=[^&;@]*@@([^@&]+)@@/g)]
    .map((match) => ({ key: match[2] as string, names: [match[1] as string], start, end }))
}

/** Tags that ask for Google's script under an address that the tag manager puts together. */
function taggedBy(within: readonly Store[], settings: readonly Setting[]): Setting[] {
  if (!within.some(({ name }) => name === 'gtagRename' || name === 'hasgtagjs')) return []
  return settings.flatMap((setting): Setting[] => {
    const id = setting.name === 'conversion_id' && /^\d{8,12}$/.test(setting.value) ? `AW-${setting.value}` : setting.value
    return /^(?:G|GT|UA|AW|DC)-[\w-]+$/.test(id) ? [{ ...setting, value: `https://www.googletagmanager.com/gtag/js?id=${id}` }] : []
  })
}

/** What extensions of a tag write: `u.extend = [function (a, b) { b.visit_reason = … }]`. */
export function writesOf(script: ScriptFacts, stores: readonly Store[]): { key: string; value: ValueId }[] {
  const lists = stores.filter(({ name }) => name === 'extend').map(({ value }) => script.values[value])
  const functions = new Set(lists.flatMap((list) => (list?.kind === 'array' ? list.items : [])).flatMap((item) => {
    const value = script.values[item]
    return value?.kind === 'function' ? [value.function] : []
  }))
  if (functions.size === 0) return []
  return stores.flatMap(({ object, name, value }) => {
    const target = script.values[object]
    const parameter = target?.kind === 'binding' ? script.bindings[target.binding]?.parameter : undefined
    const isData = parameter && parameter.index === 1 && parameter.path.length === 0 && functions.has(parameter.function)
    return isData && name !== null ? [{ key: name, value }] : []
  })
}

function address(value: string): string {
  const url = value.replace(/@@[^@]*@@/g, '')
  return url.startsWith('//') ? `https:${url}` : /^https?:/.test(url) ? url : `https://${url}`
}

const ADDRESS = /^(?:https?:)?\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/
const BASE = /base_url$/
const BARE = /^[\w-]+(?:\.[\w-]+)+\/\S*$/
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
