/**
 * What spans several files and outlives one run: resolved names, sightings of each file, the route table. Each part
 * knows which files it was made of; a run keeps what none of the changed files took part in.
 */
import type { FileFacts } from '../facts/facts.js'
import { configuredAliases } from '../frameworks/bundlers/aliases.js'
import { dependencyNames } from '../frameworks/reading/manifest.js'
import type { Configuration } from '../configuration/configuration.js'
import { createProjectNames, type ProjectNames } from './globals.js'
import { createNamedImports, type NamedImports } from './modules/auto-imports.js'
import { createBuilds } from './modules/builds.js'
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
  /** What is imported by its name alone. */
  namedImports: NamedImports
  /** Files whose exports are imported by name. */
  givers: Map<string, Entry>
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
  for (const [path, entry] of session.givers) {
    if (view.entry(path) === entry) continue
    const now = view.peek(path)
    if (!now || !entry.facts || !session.namedImports.stillGives(entry.facts, now)) return false
    session.givers.set(path, view.entry(path))
  }
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
  const dependencies = (directory: string): ReadonlySet<string> =>
    dependencyNames(session.current.json(noted(directory === '' ? 'package.json' : `${directory}/package.json`)))
  const look = {
    has: (path: string) => index.has(path),
    under: (directory: string) => index.under(directory),
    named: (name: string) => index.named(name),
    text: (path: string) => (index.has(path) ? session.current.view.tree.text(noted(path)) : undefined),
    json: (path: string) => (index.has(path) ? session.current.json(noted(path)) : undefined),
    resolve: (from: string, specifier: string) => session.specifiers.resolve(from, specifier),
  }
  const files = paths.filter(isProductFile)
  const session: Session = {
    paths,
    index,
    files,
    specifiers: createSpecifierResolver({
      paths: index,
      json: (path) => session.current.json(noted(path)),
      builds: createBuilds({ files, view: () => session.current.view, rests: noted }),
      aliases: (directory) => configuredAliases({ ...look, facts: (path) => ownFacts(session, noted(path)) as FileFacts }, directory),
    }),
    namedImports: createNamedImports({
      ...look, dependencies, isProduct: isProductFile,
      facts(path) {
        const isSetting = /(?:^|\/)nuxt\.config\.\w+$/.test(path)
        const found = ownFacts(session, isSetting ? noted(path) : path) as FileFacts
        if (!isSetting) session.givers.set(path, session.current.view.entry(path))
        return found
      },
    }),
    givers: new Map(),
    names,
    resolver: new Resolver({
      facts: (path) => sessionFacts(session, path),
      resolve: (from, specifier) => session.specifiers.resolve(from, specifier),
      globals: (name) => names.globals(name),
      classesOfType: (type) => names.classesOfType(type),
      registrations: () => names.registrations(),
      handing: (name) => names.handing(name),
      isHanding: () => names.isHanding(),
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
  const facts = ownFacts(session, path)
  return facts && session.namedImports.withImports(facts)
}

/** The same without what is imported by its name alone. */
function ownFacts(session: Session, path: string): FileFacts | undefined {
  const facts = session.current.view.facts(path)
  if (!facts || session.used.has(path)) return facts
  session.used.set(path, session.current.view.entry(path))
  session.names.add(facts)
  return facts
}
