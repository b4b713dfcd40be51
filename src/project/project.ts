/**
 * One tree under one configuration, as lazy questions: what is sighted where, which routes there are, which of them a
 * place reaches. Nothing is read that no question needs.
 */
import { parse as parseJson } from 'jsonc-parser'
import type { Configuration } from '../configuration/configuration.js'
import type { FileFacts } from '../facts/facts.js'
import type { FrameworkHost } from '../frameworks/framework.js'
import type { PlacedSighting, Problem, ReachEdge, ReachedRoute, ReachNode, Route, Tree } from '../types.js'
import { trackerById } from '../trackers/index.js'
import { createProjectNames } from './globals.js'
import { createImporters } from './importers.js'
import { Resolver } from './meaning/resolver.js'
import { moduleEdges } from './modules.js'
import { createPathIndex } from './path-index.js'
import { isProductFile } from './product-files.js'
import { createReach } from './reach.js'
import { collectRoutes, type RouteTable } from './routes.js'
import { collectSightings } from './sightings/collect.js'
import { createSpecifierResolver } from './specifiers.js'
import { createStore, viewStore, type ProjectStore } from './store.js'
import { createTemplateEdges } from './templates.js'

export interface Project {
  routes(): readonly Route[]
  sightings(): readonly PlacedSighting[]
  reached(node: ReachNode, offset: number | null): ReachedRoute[]
  facts(path: string): FileFacts | undefined
  problems(): Problem[]
  files(): { seen: number; parsed: number; fromCache: number }
}

export interface ProjectOptions {
  store?: ProjectStore
  progress?: (done: number, total: number, stage: string) => void
}

export function createProject(tree: Tree, configuration: Configuration, options: ProjectOptions = {}): Project {
  const view = viewStore(options.store ?? createStore(), tree)
  const paths = createPathIndex(tree.paths)
  const files = tree.paths.filter(isProductFile)
  const names = createProjectNames()
  const named = new Set<string>()
  const facts = (path: string): FileFacts | undefined => {
    if (!paths.has(path)) return undefined
    const found = view.facts(path)
    if (found && !named.has(path)) {
      named.add(path)
      names.add(found)
    }
    return found
  }
  const json = (path: string): unknown => view.memo(path, 'json', (text) => parseJson(text, [], { allowTrailingComma: true }) as unknown)
  const specifiers = createSpecifierResolver({ paths, json })
  const resolver = new Resolver({
    facts,
    resolve: (from, specifier) => specifiers.resolve(from, specifier),
    globals: (name) => names.globals(name),
    classesOfType: (type) => names.classesOfType(type),
  })
  const importers = createImporters({ files, view, resolve: (from, specifier) => specifiers.resolve(from, specifier) })
  const host = frameworkHost(tree, paths, facts, json)

  let table: RouteTable | null = null
  const routeTable = (): RouteTable => (table ??= collectRoutes(host, configuration))
  let templateEdges: ReturnType<typeof createTemplateEdges> | null = null
  const incoming = (node: ReachNode, offset: number | null): ReachEdge[] => [
    ...moduleEdges({ facts, resolve: (from, specifier) => specifiers.resolve(from, specifier), importers }, node),
    ...(templateEdges ??= createTemplateEdges(host))(node, offset),
    ...routeTable().edgesInto(node.file),
  ]
  const runsWithPage = ({ file, unit }: ReachNode): boolean =>
    (facts(file)?.scripts ?? []).some((script) => script.units.some((item) => item.name === unit && item.exports.length > 0))
  let reach: ReturnType<typeof createReach> | null = null
  const reached = (node: ReachNode, offset: number | null): ReachedRoute[] =>
    (reach ??= createReach({ table: routeTable(), incoming, runsWithPage }))(node, offset)

  let sightings: PlacedSighting[] | null = null
  const collect = (): PlacedSighting[] => {
    const progress = options.progress
    const bare = collectSightings({ view: { ...view, facts }, resolver, files, ...(progress ? { progress } : {}) })
    return bare.map((sighting, done) => {
      if (done % 20 === 0) progress?.(done, bare.length, 'following trackers to routes')
      const tracker = trackerById(sighting.tracker)
      const routes = reached({ file: sighting.file, unit: sighting.unit }, sighting.span.start)
      return { ...sighting, vendor: tracker.vendor, category: tracker.category, routes }
    })
  }
  return {
    routes: () => routeTable().routes,
    sightings: () => (sightings ??= collect()),
    reached,
    facts,
    problems: () => [...view.parsedHere, ...view.fromCache].sort().flatMap((path) => view.facts(path)?.problems ?? []),
    files: () => ({ seen: tree.paths.length, parsed: view.parsedHere.size, fromCache: view.fromCache.size }),
  }
}

function frameworkHost(
  tree: Tree, paths: ReturnType<typeof createPathIndex>, facts: (path: string) => FileFacts | undefined, json: (path: string) => unknown,
): FrameworkHost {
  const dependencies = new Map<string, ReadonlySet<string>>()
  return {
    has: (path) => paths.has(path),
    under: (directory) => paths.under(directory),
    named: (baseName) => paths.named(baseName),
    text: (path) => (paths.has(path) ? tree.text(path) : undefined),
    json: (path) => (paths.has(path) ? json(path) : undefined),
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
  }
}

function dependencyNames(manifest: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  if (typeof manifest !== 'object' || manifest === null) return names
  for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const list = (manifest as Record<string, unknown>)[key]
    if (typeof list === 'object' && list !== null) for (const name of Object.keys(list)) names.add(name)
  }
  return names
}
