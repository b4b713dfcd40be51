/**
 * What spans several files and outlives one run: resolved names, sightings of each file, the route table. Each part
 * knows which files it was made of; a run keeps what none of the changed files took part in.
 */
import type { FileFacts } from '../facts/facts.js'
import { configuredAliases } from '../frameworks/bundlers/aliases.js'
import type { Configuration } from '../configuration/configuration.js'
import { createProjectNames, type ProjectNames } from './globals.js'
import { createImportIndex, type ImportIndex } from './modules/importers.js'
import { Resolver } from './meaning/resolver.js'
import { createPathIndex, type PathIndex } from './path-index.js'
import { isProductFile } from './product-files.js'
import type { RouteTable } from './routes.js'
import type { WrapperRound } from './sightings/collect.js'
import type { Found } from './sightings/found.js'
import { createSpecifierResolver, type SpecifierResolver } from './modules/specifiers.js'
import type { Entry, ProjectStore, StoreView } from './store.js'

export interface Session {
  paths: readonly string[]
  index: PathIndex
  /** Product files, sorted. */
  files: readonly string[]
  specifiers: SpecifierResolver
  names: ProjectNames
  resolver: Resolver
  /** Sightings that stand in a file themselves. */
  direct: Map<string, Found[]>
  /** Calls of wrappers, by round and file. */
  rounds: WrapperRound[]
  imports: ImportIndex
  routes: { table: RouteTable; configuration: Configuration; reads: ReadonlyMap<string, Entry> } | null
  /** The entries that names and the resolver were made of. */
  used: Map<string, Entry>
  /** Manifests and compiler settings that specifiers depend on. */
  settings: Map<string, Entry>
  /** What the running project answers; set anew by each run. */
  current: SessionSource
}

export interface SessionSource {
  view: StoreView
  json(path: string): unknown
}

/** The session of the last run, as far as it still holds; else a new one. */
export function openSession(store: ProjectStore, source: SessionSource): Session {
  const before = store.session
  const session = before && stillHolds(before, source) ? before : createSession(source)
  session.current = source
  store.session = session
  return session
}

function stillHolds(session: Session, { view }: SessionSource): boolean {
  if (!samePaths(session.paths, view.tree.paths)) return false
  for (const [path, entry] of session.settings) if (view.entry(path) !== entry) return false
  const changed = [...session.used].filter(([path, entry]) => view.entry(path) !== entry)
  for (const [path, entry] of changed) {
    const now = view.peek(path)
    // Names on the global object and classes are found by name, from anywhere.
    if (!now || (entry.facts && givesNames(entry.facts)) || givesNames(now)) return false
  }
  for (const path of session.resolver.forget(changed.map(([path]) => path))) {
    session.direct.delete(path)
    for (const round of session.rounds) round.byFile.delete(path)
  }
  for (const [path] of changed) session.used.set(path, view.entry(path))
  return true
}

function samePaths(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((path, index) => path === b[index]))
}

function givesNames(facts: FileFacts): boolean {
  const names = createProjectNames()
  return names.add(facts)
}

function createSession(source: SessionSource): Session {
  const { paths } = source.view.tree
  const index = createPathIndex(paths)
  const names = createProjectNames()
  const noted = (path: string): string => {
    if (index.has(path)) session.settings.set(path, session.current.view.entry(path))
    return path
  }
  const session: Session = {
    paths,
    index,
    files: paths.filter(isProductFile),
    specifiers: createSpecifierResolver({
      paths: index,
      json: (path) => session.current.json(noted(path)),
      aliases: (directory) => configuredAliases({
        has: (path) => index.has(path),
        under: (path) => index.under(path),
        named: (name) => index.named(name),
        text: (path) => session.current.view.tree.text(noted(path)),
        json: (path) => session.current.json(noted(path)),
        facts: (path) => sessionFacts(session, noted(path)) as FileFacts,
        resolve: (from, specifier) => session.specifiers.resolve(from, specifier),
      }, directory),
    }),
    names,
    resolver: new Resolver({
      facts: (path) => sessionFacts(session, path),
      resolve: (from, specifier) => session.specifiers.resolve(from, specifier),
      globals: (name) => names.globals(name),
      classesOfType: (type) => names.classesOfType(type),
    }),
    direct: new Map(),
    rounds: [],
    imports: createImportIndex(),
    routes: null,
    used: new Map(),
    settings: new Map(),
    current: source,
  }
  return session
}

/** Facts of a file of the tree; its names become known with it. */
export function sessionFacts(session: Session, path: string): FileFacts | undefined {
  if (!session.index.has(path)) return undefined
  const facts = session.current.view.facts(path)
  if (!facts || session.used.has(path)) return facts
  session.used.set(path, session.current.view.entry(path))
  session.names.add(facts)
  return facts
}
