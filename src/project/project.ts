/**
 * One tree under one configuration, as lazy questions: what is sighted where, which routes there are, which of them a
 * place reaches. Nothing is read that no question needs.
 */
import { parse as parseJson } from 'jsonc-parser'
import type { Configuration } from '../configuration/configuration.js'
import type { ContainerFacts } from '../facts/container/container.js'
import type { FileFacts } from '../facts/facts.js'
import type { FrameworkHost } from '../frameworks/framework.js'
import type { Place, PlacedSighting, Problem, ReachEdge, ReachedRoute, ReachNode, Route, Sighting, Tree } from '../types.js'
import { trackerById } from '../trackers/index.js'
import { createConditions, type PlaceCondition } from './conditions/conditions.js'
import { createContainers } from './containers/containers.js'
import { createLoading, isLoaded } from './containers/loading.js'
import { placeContainer, type PlacedContainer } from './containers/placed.js'
import { withTriggerRoutes } from './containers/trigger-routes.js'
import { withMiddleware } from './guards/middleware-guards.js'
import { withContents } from './routing/contents.js'
import { awaitedScript, isNowhere } from './routing/awaited-scripts.js'
import { createFormPages } from './routing/form-pages.js'
import { isLostInPart, isOffered, isOnlyCalled } from './routing/filled-regions.js'
import { createImporters } from './modules/importers.js'
import { createPatternEdges } from './modules/patterns.js'
import { moduleEdges } from './modules/edges.js'
import { memoised } from './memoised.js'
import { createPhpCallers } from './routing/php-callers.js'
import { dependencyNames } from '../frameworks/reading/manifest.js'
import { templateMentions } from '../frameworks/template-mentions.js'
import type { PathIndex } from './path-index.js'
import { isProductFile } from './product-files.js'
import type { FunctionReference } from './meaning/meaning.js'
import type { Resolver } from './meaning/resolver.js'
import { createPersistence } from './routing/persistence.js'
import { compareReached, createReach, type ReachHost } from './reach.js'
import { collectRoutes, type RouteTable } from './routes.js'
import { collectSightings } from './sightings/collect.js'
import { createWordIndex } from './word-index.js'
import { openSession, sessionFacts, type Session } from './session.js'
import { containerMarks } from './sightings/words.js'
import type { Found } from './sightings/found.js'
import { createStore, viewStore, type Entry, type ProjectStore, type StoreView } from './store.js'
import { createTemplates, isOverridden, regionAt, regionsAround } from './templates.js'

export interface Project {
  routes(): readonly Route[]
  sightings(): readonly PlacedSighting[]
  /** What each sighting sends, in the order of the sightings. */
  sinks(): readonly Sink[]
  /** Tag-manager containers that lie in the tree, in the order of their files. */
  containers(): readonly PlacedContainer[]
  /** Functions whose calls are sightings of their own. */
  wrappers(): readonly FunctionReference[]
  resolver: Resolver
  /** Files that may bring a file in. */
  importers(path: string): readonly string[]
  /** Files that a file may bring in. */
  imports(path: string): readonly string[]
  text(path: string): string | undefined
  /** Every file of the tree, also those that take no part in pages. */
  paths: readonly string[]
  /** Product files whose text holds one of the words. */
  filesWith(words: readonly string[]): readonly string[]
  /** Routes that a place reaches; `through`: the places a call of a wrapper goes through. */
  reached(node: ReachNode, offset: number | null, through?: readonly Place[]): ReachedRoute[]
  /** Routes whose pages are shown in the same document as this one's, without loading it anew; with it. */
  sharing(route: Route): readonly Route[]
  facts(path: string): FileFacts | undefined
  problems(): Problem[]
  /** The site is plainly about health. */
  isAboutHealth(): boolean
  /** True when the page of a route shows a form, its own or of something it brings in. */
  hasForm(route: Route): boolean
  /** What belongs to pages and is not in the tree, in sentences. */
  unseen(): readonly string[]
  /** Code that waits for scripts of the site that are nowhere in the tree, in sentences. */
  awaiting(): readonly string[]
  files(): { seen: number; parsed: number; fromCache: number }
}

/** A sighting with the values that leave through it. */
export interface Sink {
  sighting: PlacedSighting
  found: Found
}

export interface ProjectOptions {
  store?: ProjectStore
  progress?: (done: number, total: number, stage: string) => void
}

export function createProject(tree: Tree, configuration: Configuration, options: ProjectOptions = {}): Project {
  const store = options.store ?? createStore(false)
  const view = viewStore(store, tree)
  const json = (path: string): unknown =>
    view.memo(path, 'json', (text) => parseJson(text, [], { allowTrailingComma: true }) as unknown)
  const session = openSession(store, { view, json })
  const facts = (path: string): FileFacts | undefined => sessionFacts(session, path)
  const resolve = (from: string, specifier: string): string | null => session.specifiers.resolve(from, specifier)
  const { namedImports } = session
  const importers = createImporters({
    files: session.files, view, resolve,
    named: (path) => (namedImports.hasAny() ? namedImports.targets(path, tree.text(path) ?? '') : []),
  }, session.imports)
  const host = frameworkHost({ tree, view, paths: session.index, facts, json, resolve })

  const filesWith = createWordIndex(session.files, view)
  const frameworkTable = memoised(() => keptRoutes(session, configuration, host))
  const containerFiles = memoised(() => session.files
    .filter((path) => view.holds(path, containerMarks)).flatMap((path) => facts(path) ?? [])
    .filter(({ container }) => container !== undefined))
  const loading = memoised(() => createLoading({ files: containerFiles(), found: () => collected().found, importers }))
  const declared = memoised(() =>
    withTriggerRoutes(frameworkTable(), containerFiles(), (file) => isLoaded(loading()(file))))
  const containers = memoised(() => createContainers({
    files: containerFiles(), table: declared(), found: () => collected().found, loading: loading(),
    reached: ({ file, unit, span, through }) => reached({ file, unit }, span.start, through),
  }))
  const templates = memoised(() => createTemplates(host, (file) => declared().templateRootsFor(file)))
  const conditions = createConditions({ facts, text: (path) => tree.text(path), resolver: session.resolver })
  const conditionsAt = (file: string, offset: number): string =>
    conditions.at(file, offset, true).map(({ key }) => key).join(' ')
  const named: ReachHost['incoming'] = (node, offset, regions) => [
    ...moduleEdges({ facts, resolve, importers, placeAt: declared().placeAt, conditionsAt }, node),
    ...templates().edges(node, offset, regions),
    ...containers().edgesInto(node.file),
    ...declared().edgesInto(node.file).flatMap((edge): ReachEdge[] => {
      const { kind, from, to, part } = edge
      if (to.unit !== null && node.unit !== null && to.unit !== node.unit) return []
      if (part && offset !== null && (offset < part.start || offset >= part.end)) return []
      if (kind === 'include' && isLostInPart(host.facts(node.file), offset)) return []
      if (kind !== 'extends') return [edge]
      const around = regionsAround(host.facts(node.file), offset, regions)
      return isOverridden(around, host.facts(from.file)) ? [] : [{ ...edge, regions: around }]
    }),
  ]
  const directory = (from: string, specifier: string): string | null => session.specifiers.directory(from, specifier)
  const patternEdges = createPatternEdges({ files: session.files, index: session.index, view, facts, directory })
  const incoming: ReachHost['incoming'] = (node, offset, regions) => {
    const edges = named(node, offset, regions)
    return edges.length > 0 || declared().rolesOf(node.file).length > 0 ? edges : patternEdges(node)
  }
  const runsWithPage = ({ file, unit }: ReachNode): boolean =>
    (facts(file)?.scripts ?? []).some((script) => script.units.some((item) => item.name === unit && item.exports.length > 0))
  const callers = memoised(() => createPhpCallers({ host, filesWith: (word) => filesWith([word]) }))
  const region = ({ file }: ReachNode, offset: number | null): string | null => {
    const found = facts(file)
    const key = found ? regionAt(found, offset) : ''
    const inFunction = key === null ? null : callers().functionAt(file, offset)
    return inFunction === null ? key : `${key} in ${inFunction}`
  }
  const isShown: ReachHost['isShown'] = ({ file }, offset, route) => {
    const found = facts(file)
    if (!found || isOnlyCalled(found, offset)) return !found
    if (!found.blocks.some(({ fills }) => fills)) return true
    // Stacks of Blade may stand in any part of a layout.
    const named = found.language === 'blade' ? templates().surroundingsOf(file) : templates().layoutsOf(file)
    const around = [...named ?? [], ...declared().shellOf(route)].filter((path) => path !== file || found.language === 'blade')
    return isOffered(found, offset, named === null ? null : [...new Set(around)].map((path) => host.facts(path)))
  }
  /** Who runs a function of PHP: calls by its name and conventions, else what mentions its class; null: unknown. */
  const callersAt = (file: string, offset: number | null): readonly ReachEdge[] | null => {
    if (offset === null || callers().functionAt(file, offset) === null) return null
    const conventional = declared().edgesInto(file).filter(({ part }) => part && part.start <= offset && offset < part.end)
    const found = [...conventional, ...callers().calls(file, offset)]
    if (found.length > 0 || callers().isUnused(file, offset)) return found
    const mentions = callers().mentions(file, offset)
    return mentions.length > 0 ? mentions : null
  }
  const describeCondition = ({ file, span, negated, code }: PlaceCondition): string => {
    const text = (code ?? (tree.text(file) ?? '').slice(span.start, span.end)).replace(/\s+/g, ' ')
    return `${negated ? 'unless' : 'only if'} ${text.length > 120 ? `${text.slice(0, 119)}…` : text}`
  }
  const reach = memoised(() => createReach({
    table: { ...declared(), rolesOf: (file) => [...declared().rolesOf(file), ...containers().rolesOf(file)] },
    incoming, region, isShown, runsWithPage, conditions: conditions.at, describeCondition,
    callers: ({ file }, offset) => callersAt(file, offset),
  }))
  // What pages show is found by the same ways as everything else, before the classes are settled.
  const routeTable = memoised((): RouteTable => {
    const table = declared()
    const shown = withContents(table, { files: session.files, view, facts, reached: (node, offset) => reach()(node, offset) })
    return { ...table, routes: withMiddleware(table, shown, { files: session.files, conditions, host }) }
  })
  const settled = memoised(() => new Map(declared().routes.map((route, index) => [route, routeTable().routes[index] as Route])))
  const reached: Project['reached'] = (node, offset, through) => reach()(node, offset, through)
    .map((found) => ({ ...found, route: settled().get(found.route) ?? found.route })).sort(compareReached)

  const persisting = memoised(() => createPersistence(routeTable()))

  const collected = memoised(() => {
    const { progress } = options
    const { resolver, files, direct, rounds } = session
    const text = (path: string): string | undefined => tree.text(path)
    return collectSightings({ view, facts, text, filesWith: (word) => filesWith([word]), importers, resolver, files, direct, rounds, ...(progress ? { progress } : {}) })
  })
  const sinks = memoised((): Sink[] => {
    const { found } = collected()
    return found.map((item, done) => {
      const { sighting } = item
      if (done % 20 === 0) options.progress?.(done, found.length, 'following trackers to routes')
      const { vendor, category } = trackerById(sighting.tracker)
      const routes = memoised(() => routesOf(sighting))
      // An editor asks about the sightings of one file.
      const placed = { ...sighting, vendor, category, get routes() { return routes() } }
      return { found: item, sighting: placed }
    })
  })
  const nowhere = new Map<string, boolean>()
  const waiting = new Map<string, boolean>()
  const mayWait = (file: string): boolean => {
    const known = waiting.get(file) ?? /\bon(?:Load|Ready)\b/.test(tree.text(file) ?? '')
    waiting.set(file, known)
    return known
  }
  /** The script of the site that code waits for, and that is nowhere in the tree; null for all other code. */
  const missing = ({ file, span }: Sighting): string | null => {
    const own = mayWait(file) ? facts(file) : undefined
    const source = own ? awaitedScript(own, span.start) : null
    if (source === null) return null
    const known = nowhere.get(source) ?? isNowhere(host, routeTable().routes, source)
    nowhere.set(source, known)
    return known ? source : null
  }
  const routesOf = (sighting: Sighting): ReachedRoute[] => {
    const node = { file: sighting.file, unit: sighting.unit }
    const around = sighting.unused || missing(sighting) !== null ? [] : reached(node, sighting.span.start, sighting.through)
    const fired = sighting.tag ? containers().narrowed(sighting.tag, sighting.span.start, around) : around
    return persisting()(sighting.kind, fired)
  }
  const placedContainer = (own: FileFacts): PlacedContainer => placeContainer({ ...own, container: own.container as ContainerFacts }, {
    resolver: session.resolver, loading: loading()(own.path), around: memoised(() => reached({ file: own.path, unit: null }, null)),
    sightings: sinks().map(({ sighting }) => sighting), narrowed: (tag, offset, around) => containers().narrowed(tag, offset, around),
  })
  const awaited = memoised(() => [...new Set(sinks().flatMap(({ sighting }) => {
    const source = missing(sighting)
    return source === null ? [] : [`What ${sighting.file} sends once ${source} has loaded: no file here is that script.`]
  }))])
  return {
    routes: () => routeTable().routes,
    sightings: memoised(() => sinks().map(({ sighting }) => sighting)),
    sinks,
    containers: memoised(() => containerFiles().map((own) => placedContainer(own))),
    wrappers: () => collected().wrappers,
    resolver: session.resolver,
    importers,
    imports(path) {
      // Asking for importers brings the index up to date.
      importers(path)
      return [...(session.imports.targets.get(path)?.files ?? [])].sort()
    },
    text: (path) => tree.text(path),
    paths: tree.paths,
    filesWith,
    reached,
    sharing(route) {
      const { routes, documentOf } = routeTable()
      return documentOf(routes.indexOf(route)).flatMap((index) => routes[index] ?? [])
    },
    facts,
    isAboutHealth: () => declared().isAboutHealth,
    hasForm: createFormPages({ files: session.files, view, facts, reached }),
    unseen: () => declared().unseen,
    awaiting: () => awaited(),
    problems: () => [...view.parsedHere, ...view.fromCache].sort().flatMap((path) => view.facts(path)?.problems ?? []),
    files: () => ({ seen: tree.paths.length, parsed: view.parsedHere.size, fromCache: view.fromCache.size }),
  }
}

/** The route table of the last run when nothing it was made of has changed. */
function keptRoutes(session: Session, configuration: Configuration, host: FrameworkHost): RouteTable {
  const { view } = session.current
  const kept = session.routes
  if (kept && kept.configuration === configuration && [...kept.reads].every(([path, entry]) => view.entry(path) === entry)) {
    return kept.table
  }
  const reads = new Map<string, Entry>()
  const noting = <T>(ask: (path: string) => T) => (path: string): T => {
    if (session.index.has(path)) reads.set(path, view.entry(path))
    return ask(path)
  }
  // Many frameworks look at the same files: each is decoded once.
  const texts = new Map<string, string | undefined>()
  const table = collectRoutes({
    ...host,
    templateMentions: noting((path) => host.templateMentions(path)),
    text: noting((path) => {
      if (!texts.has(path)) texts.set(path, host.text(path))
      return texts.get(path)
    }),
    json: noting((path) => host.json(path)),
    facts: noting((path) => host.facts(path)),
    dependencies(directory) {
      const path = directory === '' ? 'package.json' : `${directory}/package.json`
      return noting(() => host.dependencies(directory))(path)
    },
  }, configuration)
  session.routes = { table, configuration, reads }
  return table
}

interface HostParts extends Pick<FrameworkHost, 'json' | 'resolve'> {
  tree: Tree
  view: StoreView
  paths: PathIndex
  facts(path: string): FileFacts | undefined
}

function frameworkHost({ tree, view, paths, facts, json, resolve }: HostParts): FrameworkHost {
  const dependencies = new Map<string, ReadonlySet<string>>()
  return {
    has: (path) => paths.has(path),
    under: (directory) => paths.under(directory),
    named: (baseName) => paths.named(baseName),
    text: (path) => (paths.has(path) ? tree.text(path) : undefined),
    json: (path) => (paths.has(path) ? json(path) : undefined),
    templateMentions: (path) => view.memo(path, 'template mentions', (text) => templateMentions(path, text)) ?? [],
    facts(path) {
      const found = facts(path)
      if (!found) throw new Error(`no such file in the tree: ${path}`)
      return found
    },
    dependencies(directory) {
      let found = dependencies.get(directory)
      if (!found) {
        const path = directory === '' ? 'package.json' : `${directory}/package.json`
        found = dependencyNames(paths.has(path) ? json(path) : undefined)
        dependencies.set(directory, found)
      }
      return found
    },
    isProduct: isProductFile,
    resolve,
  }
}
