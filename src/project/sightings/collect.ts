/** All sightings of a tree: direct ones in the files that hold a tracker's words, then the calls of wrappers, to a fixpoint. */
import type { FileFacts } from '../../facts/facts.js'
import { isGeneratorSetup } from '../../facts/settings.js'
import { packageRows } from '../../trackers/index.js'
import type { Sighting } from '../../types.js'
import { clientFiles } from '../meaning/handed/clients.js'
import { meaningKey, type FunctionReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import type { StoreView } from '../store.js'
import { findTags, inTags } from '../containers/tag-sightings.js'
import { findCalls } from './calls.js'
import { findComponents, findElements } from './elements.js'
import type { Collected, Found } from './found.js'
import { findLoaders } from './loaders.js'
import { findForwards } from './server/forwards.js'
import { findLibraryCalls } from './server/libraries.js'
import { findFilled, findPushed } from './server/pushed.js'
import { findConfigured, findSettings } from './settings.js'
import { findBundledCalls, holdsPackage } from './vendored/bundled.js'
import { withoutAbilities, withoutInsides } from './vendored/copies.js'
import { isUnusedMember } from './unused.js'
import { findWrapperCalls, wrapperAround, type Wrapper } from './wrappers.js'

/** How many wrappers may stand in one another. */
const ROUNDS = 6
/** Files in which a wrapper can be called. */
const CALLERS = /\.([cm]?[jt]sx?|vue|svelte|astro|mdx|html?|php|phtml|erb|ejs|njk|nunjucks|twig|liquid|hbs|jsp|gsp|cshtml|aspx|blade\.php|pug)$/i

export interface CollectHost {
  view: StoreView
  resolver: Resolver
  facts(path: string): FileFacts | undefined
  text(path: string): string | undefined
  /** Product files that hold a word. */
  filesWith(word: string): readonly string[]
  /** Files that may bring a file in. */
  importers(path: string): readonly string[]
  /** Product files, sorted. */
  files: readonly string[]
  /** Direct sightings of the last run that still hold, by file. */
  direct: Map<string, Found[]>
  /** Calls of wrappers of the last run, by round. */
  rounds: WrapperRound[]
  progress?: (done: number, total: number, stage: string) => void
}

/** The calls of some wrappers, file by file; they hold as long as the wrappers are the same. */
export interface WrapperRound {
  wrappers: readonly Wrapper[]
  byFile: Map<string, Found[]>
}

export function collectSightings(host: CollectHost): Collected {
  const { view, resolver, files } = host
  const found: Found[] = []
  const looked = new Map<string, FileFacts>()
  files.forEach((path, done) => {
    if (done % 200 === 0) host.progress?.(done, files.length, 'looking for trackers')
    if (!view.marked(path) && !isGeneratorSetup(path)) return
    const facts = host.facts(path)
    if (facts) looked.set(path, facts)
  })
  // Other chunks of a build call a vendor's package by letters.
  const chunks = new Set([...looked].flatMap(([path, facts]) => (holdsPackage(facts) ? host.importers(path) : [])))
  for (const path of [...clientFiles(resolver, [...looked.values()]), ...chunks]) {
    const facts = looked.has(path) ? undefined : host.facts(path)
    if (facts) looked.set(path, facts)
  }
  for (const [path, facts] of looked) {
    let own = host.direct.get(path)
    if (!own) {
      own = withoutAbilities(facts, directSightings(resolver, facts, chunks.has(path)), host.text(path) ?? '')
      host.direct.set(path, own)
    }
    found.push(...own)
  }
  found.push(...findLibraryCalls(host, [...looked.keys()]), ...findPushed(host, [...looked.keys()]), ...findFilled(host, found))
  found.push(...findForwards(host, found))
  const wrapped = wrapperSightings(host, looked, found)
  found.push(...wrapped.found)
  return { found: settle(found, looked), wrappers: wrapped.wrappers }
}

export function directSightings(resolver: Resolver, facts: FileFacts, isChunk = false): Found[] {
  const loaders = [...findElements(facts), ...findLoaders(resolver, facts)]
  // What stands inside a container's own snippet is the snippet.
  const containers = loaders.filter(({ sighting }) => sighting.kind === 'container')
  const calls = findCalls(resolver, facts).filter(({ sighting }) => !containers.some((container) =>
    container.sighting.span.start <= sighting.span.start && sighting.span.end <= container.sighting.span.end))
  const found = [
    ...loaders, ...findComponents(resolver, facts), ...calls, ...findConfigured(resolver, facts), ...findSettings(facts),
  ].filter((item) => !isPackaged(facts, item))
  if (facts.container) return [...findTags(resolver, facts), ...inTags(facts, found)]
  const bundled = findBundledCalls(resolver, facts, found, isChunk)
  // Where a site calls a vendor's package that was built into its file, these calls say that it is there.
  const called = new Set(bundled.map(({ sighting }) => sighting.tracker))
  const imported = packagedTrackers(facts)
  const isInside = ({ sighting: { kind, tracker, accountId, event } }: Found): boolean => accountId === null && event === null
    && (called.has(tracker) ? kind !== 'identify-call' : imported.has(tracker) && LOADS.has(kind))
  return [...withoutInsides(facts, found).filter((item) => !isInside(item)), ...bundled]
}

/** What a package does when it is started. */
const LOADS = new Set<Sighting['kind']>(['snippet', 'remote-script', 'container', 'noscript-pixel', 'server-side-event'])

/** In the code of a package that a build put into the file. */
function isPackaged({ scripts }: FileFacts, { sighting: { span } }: Found): boolean {
  return scripts.some(({ packaged }) => packaged?.some(({ start, end }) => start <= span.start && span.end <= end))
}

/** Whose packages a build put into the file. */
function packagedTrackers({ scripts }: FileFacts): ReadonlySet<string> {
  const packages = scripts.flatMap(({ packaged, bindings }) => (packaged ? bindings.flatMap(({ imported }) => imported?.source ?? []) : []))
  return new Set([...new Set(packages)].flatMap((name) => (packageRows().get(name) ?? []).map(({ tracker }) => tracker.id)))
}

/** A shorter name says nothing about a file that holds it. */
const SHORTEST_NAME = 2

function wrapperSightings(host: CollectHost, looked: Map<string, FileFacts>, direct: readonly Found[]): Collected {
  const { resolver } = host
  const wrappers = new Map<string, Wrapper>()
  const all: Found[] = []
  let fresh: readonly Found[] = direct
  const searched = new Set<string>()
  for (let round = 0; round < ROUNDS && fresh.length > 0; round++) {
    const added = addWrappers(looked, fresh, wrappers)
    if (added.length === 0) break
    const kept = keptRound(host.rounds, round, added)
    for (const path of callers(host, kept, searched, looked)) {
      const facts = host.facts(path)
      if (facts) looked.set(path, facts)
    }
    const fromAdded = new Map(added.map((wrapper) => [wrapperKey(wrapper), wrapper]))
    const { byFile } = kept
    fresh = [...looked].flatMap(([path, facts]) => {
      let calls = byFile.get(path)
      if (!calls) {
        calls = findWrapperCalls(resolver, facts, fromAdded).filter((item) => !isPackaged(facts, item))
        byFile.set(path, calls)
      }
      return calls
    })
    all.push(...fresh)
  }
  const called = [...wrappers.values()].map(({ file, script, function: id }): FunctionReference => ({ file, script, function: id }))
  return { found: all, wrappers: called }
}

/** Files not looked at yet that could call one of the round's wrappers: they hold its name, and can see it. */
function callers(host: CollectHost, round: WrapperRound, searched: Set<string>, looked: ReadonlyMap<string, FileFacts>): string[] {
  const isNew = (name: string): boolean => !searched.has(name)
  const everywhere = namesOf(round.wrappers.filter((wrapper) => wrapper.isFoundByName)).filter(isNew)
  const byImport = round.wrappers.filter((wrapper) => !wrapper.isFoundByName || wrapper.isInBuild)
  const imported = namesOf(byImport)
  // Chunks of a build name one another's functions by letters, which every file holds.
  const isAnywhere = byImport.some((wrapper) => wrapper.names.some((name) => name.length < SHORTEST_NAME))
  for (const name of everywhere) searched.add(name)
  const own = byImport.map((wrapper) => wrapper.file)
  // The template of a class calls its methods.
  const importers = new Set([...closure(host, own), ...own.flatMap((file) => host.resolver.scopes.templatesOf(file))])
  return host.files.filter((path) => !looked.has(path) && CALLERS.test(path) && (
    (everywhere.length > 0 && host.view.holds(path, everywhere))
    || (importers.has(path) && (isAnywhere || host.view.holds(path, imported)))))
}

function namesOf(wrappers: readonly Wrapper[]): string[] {
  return [...new Set(wrappers.flatMap((wrapper) => wrapper.names.filter((name) => name.length >= SHORTEST_NAME)))].sort()
}

/** All files that bring one of these in, directly or through others. */
function closure(host: CollectHost, files: readonly string[]): ReadonlySet<string> {
  const found = new Set(files)
  for (const path of found) for (const importer of host.importers(path)) found.add(importer)
  return found
}

/** The round of the last run when its wrappers are these, else a new one in its place. */
function keptRound(rounds: WrapperRound[], index: number, wrappers: readonly Wrapper[]): WrapperRound {
  const kept = rounds[index]
  if (kept && kept.wrappers.length === wrappers.length && kept.wrappers.every((wrapper, at) => sameWrapper(wrapper, wrappers[at] as Wrapper))) {
    return kept
  }
  rounds.length = index
  const round: WrapperRound = { wrappers, byFile: new Map() }
  rounds.push(round)
  return round
}

/** Sightings that still hold are the same objects. */
function sameWrapper(a: Wrapper, b: Wrapper): boolean {
  return wrapperKey(a) === wrapperKey(b) && a.effects.length === b.effects.length
    && a.effects.every((effect, at) => effect.found === b.effects[at]?.found)
}

function wrapperKey(wrapper: Wrapper): string {
  return meaningKey({ kind: 'function', file: wrapper.file, script: wrapper.script, function: wrapper.function })
}

/**
 * Wrappers around fresh sightings, each with what is new of it: one that calls the vendor and another wrapper as well
 * is known in the first round for the one and in the second for the other.
 */
function addWrappers(looked: ReadonlyMap<string, FileFacts>, fresh: readonly Found[], wrappers: Map<string, Wrapper>): Wrapper[] {
  const added = new Map<string, Wrapper>()
  for (const item of fresh) {
    const facts = looked.get(item.sighting.file)
    const wrapper = facts && wrapperAround(facts, item)
    if (!wrapper) continue
    const key = wrapperKey(wrapper)
    const known = wrappers.get(key)?.effects ?? []
    if (wrapper.effects.every(({ found }) => known.some((effect) => isSameSighting(effect.found, found)))) continue
    const pending = added.get(key)
    if (pending) pending.effects.push(...wrapper.effects)
    else added.set(key, wrapper)
  }
  for (const [key, wrapper] of added) {
    const known = wrappers.get(key)
    wrappers.set(key, known ? { ...known, effects: [...known.effects, ...wrapper.effects] } : wrapper)
  }
  return [...added.values()]
}

function isSameSighting({ sighting: a }: Found, { sighting: b }: Found): boolean {
  return a.tracker === b.tracker && a.kind === b.kind && a.file === b.file && a.span.start === b.span.start
}

/** Drops what rests on a common word alone, and what was found twice; sorts by place. */
function settle(found: readonly Found[], looked: ReadonlyMap<string, FileFacts>): Found[] {
  const evident = new Set(found.filter((item) => !item.needsEvidence).map(({ sighting }) => sighting.tracker))
  const byPlace = new Map<string, Found>()
  for (const item of found) {
    const { sighting, needsEvidence, code } = item
    if (needsEvidence && !evident.has(sighting.tracker)) continue
    const key = `${sighting.file}|${sighting.span.start}|${sighting.span.end}|${sighting.tracker}|${sighting.kind}`
    const before = byPlace.get(key)
    if (before) {
      byPlace.set(key, withInner(withBranch(before, item), item))
      continue
    }
    const facts = looked.get(sighting.file)
    const isUnused = code !== null && facts !== undefined && isUnusedMember(facts, code, looked)
    byPlace.set(key, isUnused ? { ...item, sighting: { ...sighting, unused: true } } : item)
  }
  return [...byPlace.values()].sort((a, b) => bySightingPlace(a.sighting, b.sighting))
}

/** A template that is read branch by branch has one call several times; what leaves is what any branch gives it. */
function withBranch(before: Found, item: Found): Found {
  if (before.forwards || item.forwards || before.code?.script === item.code?.script) return before
  return { ...before, dataValues: [...before.dataValues, ...item.dataValues] }
}

/** A call of a wrapper that reaches the vendor in two ways. */
function withInner(before: Found, item: Found): Found {
  if (!before.forwards || !item.forwards || before.forwards.wrapper.function !== item.forwards.wrapper.function) return before
  if (before.forwards.wrapper.file !== item.forwards.wrapper.file) return before
  const inner = new Set([...before.forwards.inner, ...item.forwards.inner])
  return inner.size === before.forwards.inner.length ? before : { ...before, forwards: { ...before.forwards, inner: [...inner] } }
}

export function bySightingPlace(a: Sighting, b: Sighting): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.tracker < b.tracker ? -1 : a.tracker > b.tracker ? 1 : 0)
}
