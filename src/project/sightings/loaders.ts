/** Scripts and pixels that code loads: URLs in strings, JSX elements, idioms. */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { spansAround } from '../../lines.js'
import { HOLE } from '../../parse/hole.js'
import { idiomTrackers, matchBeacon, matchLoader, matchRelay, matchServerEndpoint } from '../../trackers/index.js'
import type { SightingKind, Span } from '../../types.js'
import type { ValueReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import { functionAt } from '../meaning/mentions.js'
import { scriptIndex } from '../meaning/script-index.js'
import { createScanner, type WordScanner } from '../scan.js'
import { accountBeside, accountNamed } from './beside-loaders.js'
import { askedFrom, askedSighting, isInvoked, referencesTo, relayed } from './kept-addresses.js'
import type { Found } from './found.js'
import { foldText } from './text.js'
import { unitOfValue } from './units.js'
import { makesPages } from './vendored/pages.js'

export function findLoaders(resolver: Resolver, facts: FileFacts): Found[] {
  const found: Found[] = serverCalls(facts)
  facts.scripts.forEach((script, index) => {
    const inParts = partsOfTemplates(script)
    const isBundle = script.values.length > BUNDLE
    const own: Found[] = []
    script.values.forEach((value, id) => {
      if (inParts.has(id) || (value.kind !== 'constant' && value.kind !== 'template')) return
      if (value.kind === 'constant' && (typeof value.value !== 'string' || value.value.length < 6)) return
      if (value.kind === 'template' && isBundle && !saysPath(script, value.parts)) return
      own.push(...urlSightings(resolver, facts, index, id))
    })
    own.push(...idioms(resolver, facts, index, own))
    found.push(...withoutKept(script, own))
  })
  return found
}

/** `window.address = '…'` before the snippet that asks for it: the snippet is the sighting. */
function withoutKept(script: ScriptFacts, found: readonly Found[]): Found[] {
  const kept = scriptIndex(script).storesOnGlobal()
  return found.filter(({ sighting: { kind, tracker, span } }) => kind !== 'remote-script'
    || !kept.some((store) => store.start === span.start && store.end === span.end)
    || !found.some(({ sighting: other }) => other.tracker === tracker && other.kind === 'snippet'))
}

/** So much code in one script is a bundle: it puts together texts everywhere, and few are addresses. */
const BUNDLE = 50_000

/** A text that is put together from nothing but names is rarely an address. */
function saysPath(script: ScriptFacts, parts: readonly ValueId[]): boolean {
  return parts.some((part) => {
    const value = script.values[part]
    return value?.kind === 'constant' && typeof value.value === 'string' && /\/|[?&]\w+=/.test(value.value)
  })
}

/** URLs in server code of any language: of a vendor's server interface, and of scripts that the code has pages load. */
function serverCalls(facts: FileFacts): Found[] {
  return facts.serverUrls.flatMap(({ start, end, text, isScript }): Found[] => {
    const loader = isScript ? matchLoader(text.trim()) : null
    const match = loader ?? matchServerEndpoint(text.trim())
    if (!match) return []
    const kind: SightingKind = !loader ? 'server-side-event' : loader.tracker.opaque ? 'container' : 'remote-script'
    return [{
      sighting: {
        kind, tracker: match.tracker.id, accountId: match.account, event: null, file: facts.path,
        span: { start, end }, gate: null, unit: null, through: [], ...(match.audience && { audience: true as const }),
      },
      needsEvidence: false, code: null, eventValue: null, dataValues: [],
    }]
  })
}

function partsOfTemplates(script: ScriptFacts): Set<ValueId> {
  const parts = new Set<ValueId>()
  for (const value of script.values) if (value.kind === 'template') for (const part of value.parts) parts.add(part)
  return parts
}

function urlSightings(resolver: Resolver, facts: FileFacts, index: number, id: ValueId): Found[] {
  const reference = { file: facts.path, script: index, value: id }
  const script = facts.scripts[index] as ScriptFacts
  for (const text of foldText(resolver, reference)) {
    const url = isInvoked(script, id) ? `/${text.trim()}` : text.trim()
    if (!isUrl(url)) continue
    const loader = matchLoader(url)
    const beacon = loader ? null : matchBeacon(url)
    const endpoint = loader ?? beacon ? null : matchServerEndpoint(url)
    const match = loader ?? beacon ?? endpoint
    if (!match) {
      const relay = matchRelay(url)
      const sent = relay && relayed(facts, index, id, relay)
      if (sent) return [sent]
      continue
    }
    const use = useOf(script, id)
    if (!use.loads) return []
    const whole = enclosingSnippet(script, id)
    const kind: SightingKind = endpoint ? 'server-side-event'
      : beacon ? (use.element === 'img' || use.element === 'iframe' ? 'noscript-pixel' : 'event-call')
        : use.element === 'iframe' ? 'noscript-pixel'
          : match.tracker.opaque ? 'container' : whole ? 'snippet' : 'remote-script'
    const span = whole && loader ? whole : use.span
    const asked = loader ? [] : askedFrom(script, id, (template) => asksVendor(resolver, { ...reference, value: template }))
    if (asked === null) return []
    if (asked.length > 0) return asked.map((call) => askedSighting(facts, index, id, call, kind, match, endpoint !== null, asked.length === 1))
    const account = match.account ?? (loader ? accountBeside(resolver, script, reference, match.tracker, span) : null)
    return [{
      sighting: {
        kind, tracker: match.tracker.id, accountId: account, event: null, file: facts.path, span, gate: null,
        unit: unitOfValue(facts, index, script.values[id]?.start ?? 0), through: [], ...(match.audience && { audience: true as const }),
      },
      needsEvidence: false,
      // A function that sends to a vendor's interface is a wrapper; one that only loads a script is not.
      code: endpoint ? { script: index, scope: functionAt(script, script.values[id]?.start ?? 0) } : null,
      eventValue: null,
      dataValues: loader ? [] : sentWith(script, id).map((value) => ({ ...reference, value })),
    }]
  }
  return []
}

function asksVendor(resolver: Resolver, reference: ValueReference): boolean {
  return foldText(resolver, reference).some((text) => isUrl(text.trim()) && (matchBeacon(text.trim()) ?? matchServerEndpoint(text.trim())))
}

/** What goes with a URL: the URL itself, and the other arguments of the calls that are given it. */
function sentWith(script: ScriptFacts, id: ValueId): ValueId[] {
  const found = new Set<ValueId>([id])
  const index = scriptIndex(script)
  const urls = [id, ...index.bindingsWith(id).flatMap((binding) => index.mentionsOf(binding))]
  for (const url of urls) {
    for (const parent of index.parents(url)) {
      const call = script.values[parent]
      if (call?.kind === 'object') for (const outer of index.parents(parent)) if (script.values[outer]?.kind === 'call') found.add(parent)
      if (call?.kind !== 'call' || call.callee === url) continue
      for (const argument of call.arguments) found.add(argument)
      for (const argument of givenLater(script, parent, call)) found.add(argument)
    }
  }
  return [...found]
}

/** What a request is given after it was opened (`request.send(data)`), and an address after it was made (`url.searchParams.set(…)`). */
export function givenLater(script: ScriptFacts, id: ValueId, call: ScriptFacts['values'][number] & { kind: 'call' }): ValueId[] {
  const callee = script.values[call.callee]
  const receiver = callee?.kind === 'member' && callee.name === 'open' ? script.values[callee.object] : undefined
  const opened = receiver?.kind === 'binding' ? receiver.binding : -1
  const index = scriptIndex(script)
  const made = callee?.kind === 'global' && callee.name === 'URL' ? index.bindingsWith(id)[0] ?? -1 : -1
  if (opened < 0 && made < 0) return []
  const methods = (opened >= 0 ? ['send'] : ['set', 'append']).flatMap((name) => index.membersNamed(name)).sort((a, b) => a - b)
  return methods.flatMap((at) => {
    const method = script.values[at] as Value & { kind: 'member' }
    const parameters = script.values[method.object]
    const isIt = opened >= 0 ? isBinding(script, method.object, opened)
      : parameters?.kind === 'member' && parameters.name === 'searchParams' && isBinding(script, parameters.object, made)
    return isIt ? index.parents(at).flatMap((parent) => {
      const other = script.values[parent]
      return other?.kind === 'call' && other.callee === at ? other.arguments : []
    }) : []
  })
}

function isBinding(script: ScriptFacts, id: ValueId, binding: number): boolean {
  const value = script.values[id]
  return value?.kind === 'binding' && value.binding === binding
}

function isUrl(text: string): boolean {
  return !/\s/.test(text) && (/^(https?:)?\/\//i.test(text) || text.startsWith(HOLE) || /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i.test(text) || text.startsWith('/'))
}

interface Use {
  loads: boolean
  span: Span
  /** Lower-cased name of the JSX element whose `src` it is. */
  element: string | null
}

const COMPARES = new Set(['includes', 'startsWith', 'endsWith', 'indexOf', 'match', 'matchAll', 'test', 'search', 'replace', 'replaceAll', 'split', 'querySelector', 'querySelectorAll', 'closest', 'log', 'warn', 'error', 'info', 'debug'])
/** Keys of lists, policies and prose. */
const NO_LOAD = /csp|allow|connect|origin|domain|docs?$|homepage|link|description|text|label|title|comment|example/i
/** Directives of a content security policy, as keys and as names of lists: `connectSrc`, `'script-src'`, `CSP_IMG_SRC`. */
const POLICY = /(?:^|[-_]|(?<=[a-z]))(?:script|connect|img|frame|style|font|default|media|child|worker|object|manifest|prefetch)[-_]?src(?:[-_]?(?:elem|attr))?s?$/i
const HINTS = new Set(['preconnect', 'dns-prefetch', 'prefetch'])

/** How a string is used: only where it can lead to a request does a URL count. */
function useOf(script: ScriptFacts, id: ValueId, depth = 0): Use {
  const value = script.values[id] as ScriptFacts['values'][number]
  const own: Use = { loads: true, span: { start: value.start, end: value.end }, element: null }
  if (depth > 4) return own
  for (const parentId of scriptIndex(script).parents(id)) {
    const parent = script.values[parentId] as ScriptFacts['values'][number]
    const span = { start: parent.start, end: parent.end }
    if (parent.kind === 'operation' && !/^(\+|!|typeof)$/.test(parent.operator)) return { ...own, loads: false }
    if (parent.kind === 'call') {
      const callee = script.values[parent.callee]
      if (parent.callee === id) return { ...own, loads: false }
      if (callee?.kind === 'member' && callee.name !== null && COMPARES.has(callee.name)) return { ...own, loads: false }
      return { loads: true, span, element: null }
    }
    if (parent.kind === 'member') return { ...own, loads: false }
    if (parent.kind === 'element') {
      const name = elementName(script, parent.name)
      const rel = parent.properties.find((property) => property.name === 'rel')
      const relation = rel ? script.values[rel.value] : undefined
      if (name === 'link' || name === 'a' || (relation?.kind === 'constant' && HINTS.has(String(relation.value)))) return { ...own, loads: false }
      const isText = parent.children.includes(id)
      return isText ? { ...own, loads: false } : { loads: true, span, element: name }
    }
    if (parent.kind === 'choice' || parent.kind === 'template' || parent.kind === 'await') return useOf(script, parentId, depth + 1)
    if (parent.kind === 'array' && isPolicy(script, parentId)) return { ...own, loads: false }
    if (parent.kind === 'object') {
      const entry = parent.entries.find((item) => item.value === id)
      const siblings = parent.entries.map((item) => script.values[item.value])
      if (siblings.some((sibling) => sibling?.kind === 'constant' && HINTS.has(String(sibling.value)))) return { ...own, loads: false }
      if (entry?.name != null && (NO_LOAD.test(entry.name) || POLICY.test(entry.name))) return { ...own, loads: false }
      // `url` in data is a record of something; in the argument of a call it is a request.
      const isArgument = scriptIndex(script).parents(parentId).some((outer) => script.values[outer]?.kind === 'call')
      if (entry?.name === 'url' && !isArgument) return { ...own, loads: false }
    }
  }
  for (const store of script.stores) if (store.value === id) return { loads: store.name !== 'href', span: { start: store.start, end: store.end }, element: null }
  return keptFor(script, id) ?? own
}

/** The one element or statement whose source a kept address is: `const src = '…'` … `<script src={src} />`. */
function keptFor(script: ScriptFacts, id: ValueId): Use | null {
  const [reference, ...others] = referencesTo(script, id)
  if (reference === undefined || others.length > 0) return null
  for (const parentId of scriptIndex(script).parents(reference)) {
    const parent = script.values[parentId]
    if (parent?.kind !== 'element' || !parent.properties.some(({ name, value }) => name === 'src' && value === reference)) continue
    return { loads: true, span: { start: parent.start, end: parent.end }, element: elementName(script, parent.name) }
  }
  const store = script.stores.find(({ name, value }) => name === 'src' && value === reference)
  return store ? { loads: true, span: { start: store.start, end: store.end }, element: null } : null
}

/** A list that allows addresses and asks none of them. */
function isPolicy(script: ScriptFacts, list: ValueId, depth = 0): boolean {
  const index = scriptIndex(script)
  const isNamed = (name: string | null): boolean => name !== null && (POLICY.test(name) || /csp|allow/i.test(name))
  if (index.bindingsWith(list).some((binding) => isNamed(script.bindings[binding]?.name ?? null))) return true
  return index.parents(list).some((parentId) => {
    const parent = script.values[parentId]
    if (parent?.kind === 'object') return isNamed(parent.entries.find((entry) => entry.value === list)?.name ?? null)
    return depth < 3 && (parent?.kind === 'spread' || parent?.kind === 'array' || parent?.kind === 'choice') && isPolicy(script, parentId, depth + 1)
  })
}

function elementName(script: ScriptFacts, name: ValueId | string): string {
  if (typeof name === 'string') return name.toLowerCase()
  const value = script.values[name]
  const text = value?.kind === 'binding' ? script.bindings[value.binding]?.name : value?.kind === 'global' ? value.name : value?.kind === 'member' ? value.name : null
  return (text ?? '').toLowerCase()
}

/** UTF-16 code units: the longest that people paste are loaders of agents. A build wraps a whole site in one call. */
const LONGEST_SNIPPET = 150_000

/** The outermost call of a function that is called where it is written, around a place: the pasted snippet. */
export function enclosingSnippet(script: ScriptFacts, id: ValueId): Span | null {
  const at = script.values[id] as Span
  let around = snippets.get(script)
  if (!around) snippets.set(script, around = snippetsIn(script))
  let found: Span | null = null
  for (const { start, end } of around(at.start)) {
    if (end >= at.end && (!found || end - start > found.end - found.start)) found = { start, end }
  }
  return found
}

const snippets = new WeakMap<ScriptFacts, (offset: number) => readonly Span[]>()

/** Calls of functions where they are written, around an offset. */
function snippetsIn(script: ScriptFacts): (offset: number) => readonly Span[] {
  const calls = script.functions.flatMap((facts, index): Span[] => {
    const call = facts.immediate && facts.class < 0 ? scriptIndex(script).immediateCall(index) : undefined
    return call === undefined ? [] : [script.values[call] as Span]
  }).filter((call) => call.end - call.start <= LONGEST_SNIPPET && !makesPages(script, call))
  const around = spansAround(calls)
  return (offset) => around(offset).map((at) => calls[at] as Span)
}

let anchors: WordScanner | null = null

/** Loaders whose URL is put together from pieces: told by the constants that stand together. */
function idioms(resolver: Resolver, facts: FileFacts, index: number, seen: readonly Found[]): Found[] {
  const script = facts.scripts[index] as ScriptFacts
  const found: Found[] = []
  anchors ??= createScanner(idiomTrackers().flatMap(({ idiom }) => idiom.strings.slice(0, 1)))
  const scanner = anchors
  const anchored: ValueId[] = []
  script.values.forEach((value, id) => {
    if ((value.kind === 'constant' || value.kind === 'object') && textsOf(value).some((text) => scanner.inText(text)) && useOf(script, id).loads) anchored.push(id)
  })
  if (anchored.length === 0) return found
  for (const { tracker, idiom } of idiomTrackers()) {
    if (seen.some((other) => other.sighting.tracker === tracker.id)) continue
    const [firstText] = idiom.strings
    const anchor = anchored.find((id) => firstText !== undefined && hasText(script.values[id] as ScriptFacts['values'][number], firstText))
    if (anchor === undefined) continue
    const span = enclosingSnippet(script, anchor) ?? (script.values[anchor] as Span)
    const whole = enclosingSnippet(script, anchor) ?? { start: script.start, end: script.end }
    const within = script.values.filter((value) => value.start >= whole.start && value.end <= whole.end)
    if (!idiom.strings.every((text) => within.some((value) => hasText(value, text)))) continue
    const names = idiom.globals ?? []
    if (!names.every((name) => mentions(script, name))) continue
    found.push({
      sighting: {
        kind: tracker.opaque ? 'container' : 'snippet', tracker: tracker.id, event: null, file: facts.path,
        accountId: accountNamed(resolver, script, { file: facts.path, script: index, value: anchor }, tracker),
        span: { start: span.start, end: span.end }, gate: null, unit: unitOfValue(facts, index, span.start), through: [],
      },
      needsEvidence: false, code: null, eventValue: null, dataValues: [],
    })
  }
  return found
}

function hasText(value: ScriptFacts['values'][number], text: string): boolean {
  return textsOf(value).some((own) => own.includes(text))
}

/** A string, or the keys of an object. */
function textsOf(value: ScriptFacts['values'][number]): string[] {
  if (value.kind === 'constant') return typeof value.value === 'string' ? [value.value] : []
  return value.kind === 'object' ? value.entries.flatMap((entry) => entry.name ?? []) : []
}

function mentions(script: ScriptFacts, name: string): boolean {
  return script.values.some((value) =>
    (value.kind === 'global' && value.name === name) || (value.kind === 'member' && value.name === name)
    || (value.kind === 'constant' && value.value === name))
    || script.stores.some((store) => store.name === name) || script.bindings.some((binding) => binding.name === name)
}
