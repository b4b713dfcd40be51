/**
 * Trackers that a configuration puts into the pages: keys of site generators, packages that a framework is told to use,
 * addresses in lists of scripts.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptedGenerator, settingsGenerator } from '../../facts/settings.js'
import type { Setting } from '../../parse/settings.js'
import { matchLoader, packageRows, settingRows } from '../../trackers/index.js'
import type { Tracker } from '../../trackers/tracker.js'
import type { SightingKind, Span } from '../../types.js'
import type { Resolver } from '../meaning/resolver.js'
import { scriptIndex } from '../meaning/script-index.js'
import type { Found } from './found.js'

/** In files of plain data: `google_analytics: G-…`, `extra_javascript: [https://…]`. */
export function findSettings(facts: FileFacts): Found[] {
  const rows = settingRows().get(settingsGenerator(facts.path) ?? '') ?? []
  const named = new Set<string>()
  return facts.settings.flatMap((setting) => {
    // `js: { 'https://…': { type: external } }`
    const url = setting.keys.find((key) => /^(?:https?:)?\/\//.test(key))
    if (url !== undefined && !named.has(url)) {
      named.add(url)
      const loaded = matchLoader(url)
      return loaded ? [found(facts, loaded.tracker, loaded.tracker.opaque ? 'container' : 'remote-script', setting, loaded.account)] : []
    }
    const text = String(setting.value ?? '').trim()
    const row = rows.find(({ row: { key }, tracker }) => isAt(setting, key) && isAccount(tracker, text))
    if (row) return [found(facts, row.tracker, 'package-use', setting, text)]
    const loaded = /^(?:https?:)?\/\//.test(text) && !NO_LOAD.test(setting.keys.join('.')) ? matchLoader(text) : null
    if (!loaded) return []
    return [found(facts, loaded.tracker, loaded.tracker.opaque ? 'container' : 'remote-script', setting, loaded.account)]
  })
}

/** Lists of what is allowed, and prose. */
const NO_LOAD = /csp|allow|connect|origin|domain|docs?$|homepage|link|description|comment|example/i

function isAt({ keys }: Setting, key: string): boolean {
  const wanted = key.toLowerCase().split('.')
  return keys.length === wanted.length && keys.every((part, at) => wanted[at] === '*' || part.toLowerCase() === wanted[at])
}

function isAccount({ accounts }: Tracker, text: string): boolean {
  return accounts.some((source) => new RegExp(`^(?:${source})$`).test(text))
}

function found(facts: FileFacts, tracker: Tracker, kind: SightingKind, { start, end }: Span, account: string | null): Found {
  return {
    sighting: {
      kind, tracker: tracker.id, accountId: account, event: null, file: facts.path, span: { start, end }, gate: null,
      unit: null, through: [],
    },
    needsEvidence: false, code: null, eventValue: null, dataValues: [],
  }
}

/** The same in configurations that are scripts: `analytics: { trackingID: '…' }`, `plugins: ['…']`, `{ resolve: '…' }`. */
export function findConfigured(resolver: Resolver, facts: FileFacts): Found[] {
  if (!/(?:^|[/.])[\w.-]*config[\w.-]*\.[cm]?[jt]s$|gatsby-|siteConfig\.js$/i.test(facts.path)) return []
  return facts.scripts.flatMap((script, index) => {
    const at = { resolver, facts, script, index }
    return script.values.flatMap((value, id) => [
      ...(value.kind === 'constant' && typeof value.value === 'string' ? usedPackage(at, id, value.value) : []),
      ...(value.kind === 'object' ? value.entries.flatMap((entry) => [
        ...(entry.name === null ? [] : setByKey(at, entry.name, entry.value)),
        // `plugins: { '@vuepress/google-analytics': { ga: '…' } }`
        ...(entry.name === null ? [] : packageFound(at, entry.name, entry.value, [entry.value])),
      ]) : []),
    ])
  })
}

interface At {
  resolver: Resolver
  facts: FileFacts
  script: ScriptFacts
  index: number
}

function setByKey(at: At, name: string, value: ValueId): Found[] {
  const rows = settingRows().get(scriptedGenerator(at.facts.path) ?? '') ?? []
  const row = rows.find(({ row: { key } }) => key.split('.').at(-1) === name)
  const options = at.script.values[value]
  if (!row || !options) return []
  const inside = row.row.account === undefined ? value : entriesAt(at, value, [row.row.account])[0]
  if (inside === undefined) return []
  const account = accountIn(at, inside)
  if (row.row.account === undefined && (account === null || !isAccount(row.tracker, account))) return []
  return [found(at.facts, row.tracker, 'package-use', options, account)]
}

/** `['…', options]`, `{ resolve: '…', options }`, `{ use: '…', options }`, or the bare name in a list. */
function usedPackage(at: At, id: ValueId, name: string): Found[] {
  const { script } = at
  const options: ValueId[] = []
  let isListed = false
  for (const parent of scriptIndex(script).parents(id)) {
    const shape = script.values[parent]
    if (shape?.kind === 'array') {
      isListed = true
      options.push(...shape.items.filter((item) => item !== id && script.values[item]?.kind === 'object'))
    } else if (shape?.kind === 'object' && shape.entries.some((entry) => entry.value === id && (entry.name === 'resolve' || entry.name === 'use'))) {
      isListed = true
      options.push(...shape.entries.filter((entry) => entry.name === 'options').map((entry) => entry.value))
    }
  }
  return isListed ? packageFound(at, name, id, options) : []
}

function packageFound(at: At, name: string, id: ValueId, options: readonly ValueId[]): Found[] {
  const [first] = (packageRows().get(name) ?? []).filter(({ row }) => row.configuration)
  const value = at.script.values[id]
  if (!first || !value) return []
  const keys = first.row.configuration?.account
  const written = keys === undefined ? [] : options.flatMap((option) => entriesAt(at, option, keys))
  // Modules take their options from a key of their own, anywhere in the configuration.
  const elsewhere = keys === undefined || written.length > 0 ? [] : everyEntry(at, keys.at(-1) as string)
  const accounts = [...written, ...elsewhere].flatMap((candidate) => accountIn(at, candidate) ?? [])
  const account = accounts.find((text) => isAccount(first.tracker, text)) ?? (written.length > 0 ? accounts[0] : undefined)
  return [found(at.facts, first.tracker, 'package-use', value, account ?? null)]
}

/** Values of a path of keys inside an object. */
function entriesAt({ script }: At, value: ValueId, keys: readonly string[]): ValueId[] {
  return keys.reduce<ValueId[]>((values, key) => values.flatMap((each) => {
    const shape = script.values[each]
    return shape?.kind === 'object' ? shape.entries.flatMap((entry) => (entry.name === key ? [entry.value] : [])) : []
  }), [value])
}

function everyEntry({ script }: At, name: string): ValueId[] {
  return script.values.flatMap((shape) => (shape.kind === 'object'
    ? shape.entries.flatMap((entry) => (entry.name === name ? [entry.value] : [])) : []))
}

/** The literal account a value is, or the first of a list; null when it is none. */
function accountIn({ resolver, facts, script, index }: At, value: ValueId): string | null {
  const shape = script.values[value]
  const [item] = shape?.kind === 'array' ? shape.items : [value]
  if (item === undefined) return null
  const constants = resolver.constants({ file: facts.path, script: index, value: item })
  const account = constants.find((constant) => typeof constant === 'string' || typeof constant === 'number')
  return account === undefined ? null : String(account)
}
