/** All routes of a tree, classified, and which files play which part in them. */
import type { Configuration } from '../configuration/configuration.js'
import { pathMatcher } from '../globs.js'
import type { Application, FrameworkHost, Injection, RouteDeclaration, RoutePlace } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { guardsOf, type Guarded } from './guards/guards.js'
import { classifyPath } from '../routes/classify.js'
import { moreSensitive } from '../routes/classes.js'
import { healthContext, type HealthContext } from '../routes/context.js'
import type { Certainty, ReachEdge, Route, Span } from '../types.js'
import { routesOfRegistry } from './routing/registry.js'

/** A part a file plays in a route. */
export interface RouteRole {
  /** Index in `RouteTable.routes`. */
  route: number
  /** Declaration of the file; any that runs with the page when absent. */
  unit?: string | null
  certainty: Certainty
}

/** A place of a route table (see `RoutePlace`) with the routes it is on. */
export interface TablePlace extends Span {
  roles: RouteRole[]
}

export interface RouteTable {
  routes: readonly Route[]
  rolesOf(file: string): readonly RouteRole[]
  /** Files that make up the page of a route, by its index, without what stands around it. */
  leavesOf(route: number): readonly string[]
  /** Names by which code asks for the route, by its index; null where routes have none. */
  namesOf(route: number): readonly string[] | null
  /** Number of the application that a route belongs to. */
  applicationOf(route: number): number
  /** Layouts and documents around the page of a route, by its index. */
  shellOf(route: number): readonly string[]
  /** A page of the people who work there, by its index. */
  isForStaff(route: number): boolean
  /** The site is plainly about health. */
  isAboutHealth: boolean
  /** And about people who are treated. */
  isAboutPatients: boolean
  /** The route by its index, shown only to patients who are signed in; null for one that no framework declared. */
  behind(route: number, because: string): Route | null
  /** The path the application of a route lies at, which its router leaves out. */
  baseOf(route: number): string
  /** Pages that are shown without loading the document anew, this one among them; empty when there are no others. */
  documentOf(route: number): readonly number[]
  /** The innermost place of a route table around an offset; null outside all of them. */
  placeAt(file: string, offset: number | null): TablePlace | null
  /** Edges that conventions make; by the file they lead to. */
  edgesInto(file: string): readonly ReachEdge[]
  /** Directories below which the templates that a template names are looked for first. */
  templateRootsFor(file: string): readonly string[]
  /** What belongs to pages and is not in the repository, in sentences. */
  unseen: readonly string[]
  /** A route that something else than a framework declares, classed like the others. */
  declare(framework: string, declaration: RouteDeclaration): Route
}

export function collectRoutes(host: FrameworkHost, configuration: Configuration): RouteTable {
  const applications = frameworks(host)
  const context = healthContext(host, applications.flatMap((application) => application.routes.map((route) => route.path)))
  const routes: Route[] = []
  const leaves: string[][] = []
  const shells: string[][] = []
  const names: (readonly string[] | null)[] = []
  const numbers: number[] = []
  const roles = new Map<string, RouteRole[]>()
  const edges = new Map<string, ReachEdge[]>()
  const places = new Map<string, TablePlace[]>()
  const play = (file: string, role: RouteRole): void => {
    const list = roles.get(file)
    if (list) list.push(role)
    else roles.set(file, [role])
  }
  const ofStaff = new Set<Route>()
  const classify = classifier(configuration, context, ofStaff)
  const documents = new Map<string, number[]>()
  const documentOf = new Map<number, number[]>()
  const bases: string[] = []
  const declarations: { application: Application; declaration: RouteDeclaration }[] = []
  applications.forEach((application, number) => {
    const first = routes.length
    const guarded = guardsOf(host, context, application)
    for (const declaration of application.routes) {
      const index = routes.push(classify(application, declaration, guarded)) - 1
      bases[index] = application.base ?? '/'
      declarations[index] = { application, declaration }
      if (application.singlePage && declaration.kind === 'page') {
        // From one document to another the browser loads the page anew.
        const key = `${number} ${declaration.document ?? ''}`
        const document = documents.get(key) ?? []
        documents.set(key, document)
        document.push(index)
        documentOf.set(index, document)
      }
      shells[index] = (declaration.shell ?? []).map(({ file }) => file)
      names[index] = declaration.names ?? null
      numbers[index] = number
      leaves[index] = declaration.leaves?.map(({ file }) => file) ?? [declaration.file]
      for (const leaf of declaration.leaves ?? [{ file: declaration.file }]) {
        play(leaf.file, { route: index, certainty: leaf.certainty ?? 'exact', ...(leaf.unit === undefined ? {} : { unit: leaf.unit }) })
      }
      for (const place of declaration.places ?? []) addPlace(places, place, { route: index, certainty: place.certainty ?? 'exact' })
      for (const shell of declaration.shell ?? []) play(shell.file, { route: index, certainty: shell.certainty ?? 'exact' })
    }
    for (const injection of application.injections ?? []) {
      for (let index = first; index < routes.length; index++) {
        if (!inScope(injection, routes[index] as Route)) continue
        play(injection.file, { route: index, certainty: injection.certainty, ...(injection.unit === undefined ? {} : { unit: injection.unit }) })
      }
    }
    for (const table of application.tables ?? []) addPlace(places, table, null)
    for (const edge of application.edges ?? []) {
      const list = edges.get(edge.to.file)
      if (list) list.push(edge)
      else edges.set(edge.to.file, [edge])
    }
  })
  const extras = [
    ...configuration.extraRoutes.map((extra) => ({ ...extra, declaredIn: extra.files[0] ?? '' })),
    ...configuration.registries.flatMap((registry) => routesOfRegistry(host, registry)),
  ]
  for (const extra of extras) {
    const declaration: RouteDeclaration = { path: extra.path, kind: 'page', certainty: 'exact', file: extra.declaredIn }
    const declared = classify({ framework: 'configuration', root: '', routes: [] }, declaration)
    const fits = extra.files.map(pathMatcher)
    const files = fits.length === 0 ? [] : host.under('').filter((file) => fits.some((matches) => matches(file)))
    const given = extra.class === undefined ? declared : { ...sure(declared), class: extra.class, because: 'set in the configuration' }
    const index = routes.push({ ...given, files }) - 1
    leaves[index] = files
    for (const file of files) play(file, { route: index, certainty: 'exact' })
  }
  return {
    routes,
    rolesOf: (file) => roles.get(file) ?? [],
    leavesOf: (route) => leaves[route] ?? [],
    namesOf: (route) => names[route] ?? null,
    shellOf: (route) => shells[route] ?? [],
    applicationOf: (route) => numbers[route] ?? -1,
    isForStaff: (route) => ofStaff.has(routes[route] as Route),
    isAboutHealth: context.health, isAboutPatients: context.patients,
    behind(index, because) {
      const declared = declarations[index]
      if (!declared) return null
      return classify(declared.application, declared.declaration, () => ({ isForStaff: false, behind: { patients: false, because } }))
    },
    baseOf: (route) => bases[route] ?? '/',
    documentOf: (route) => documentOf.get(route) ?? [],
    placeAt: (file, offset) => (offset === null ? null : innermost(places.get(file) ?? [], offset)),
    edgesInto: (file) => edges.get(file) ?? [],
    templateRootsFor: rootFinder(applications),
    unseen: applications.flatMap((application) => application.unseen ?? []),
    declare: (framework, declaration) => classify({ framework, root: '', routes: [] }, declaration),
  }
}

/** All roots of the application that has the closest one around a file. */
function rootFinder(applications: readonly Application[]): (file: string) => readonly string[] {
  const lists = applications.flatMap(({ templateRoots = [] }) => (templateRoots.length > 0 ? [templateRoots] : []))
  const closest = lists.flatMap((roots) => roots.map((root) => ({ root, roots }))).sort((a, b) => b.root.length - a.root.length)
  return (file) => closest.find(({ root }) => root === '' || file.startsWith(`${root}/`))?.roots ?? []
}

function addPlace(places: Map<string, TablePlace[]>, { file, start, end }: RoutePlace, role: RouteRole | null): void {
  const list = places.get(file) ?? []
  places.set(file, list)
  const known = list.find((place) => place.start === start && place.end === end)
  const roles = role === null ? [] : [role]
  if (known) known.roles.push(...roles)
  else list.push({ start, end, roles })
}

function innermost(places: readonly TablePlace[], offset: number): TablePlace | null {
  let found: TablePlace | null = null
  for (const place of places) {
    if (place.start > offset || offset >= place.end) continue
    if (!found || place.end - place.start < found.end - found.start) found = place
  }
  return found
}

/** Answers without a page have nothing that could be put in. */
function inScope(injection: Injection, { path, kind }: Route): boolean {
  if (kind === 'api' || kind === 'redirect') return false
  if (injection.scope === 'all') return true
  const { include, exclude } = injection.scope
  const fits = (glob: string): boolean => pathMatcher(glob)(path)
  return (include === undefined || include.some(fits)) && !(exclude?.some(fits) ?? false)
}

/** An application for the people who work there says so in the names of its folders. */
const STAFF_FOLDER = /^(?:admin|administration|back-?office|staff)(?:[-_.](?:app|web|client|portal|panel|ui|frontend|site))?$|^[\w]+[-_.](?:admin|back-?office)$/i

function isForStaff(root: string, file: string): boolean {
  return [...root.split('/'), ...file.split('/').slice(0, -1)].some((name) => STAFF_FOLDER.test(name))
}

/** The route in a class that is known and not guessed. */
function sure({ classCertainty: _, ...route }: Route): Route {
  return route
}

type Classify = (application: Application, declaration: RouteDeclaration, guarded?: Guarded) => Route

/** The vocabulary's answer, unless the configuration knows better. */
function classifier(configuration: Configuration, context: HealthContext, ofStaff: Set<Route>): Classify {
  const overrides = configuration.routes.map((rule) => ({
    rule,
    matches: pathMatcher(rule.path ?? rule.files ?? ''),
    name: rule.path ?? rule.files ?? '',
  }))
  return (application, declaration, guarded) => {
    const { path, kind, certainty, file, leaves = [{ file }], shell = [], places = [] } = declaration
    const before = guarded?.(declaration)
    const found = classifyPath(path, context, {
      ...before, isForStaff: (before?.isForStaff ?? false) || isForStaff(application.root, file),
    })
    const files = [...new Set([...leaves, ...places, ...shell].map((part) => part.file))]
    const { framework } = application
    const route: Route = {
      path, class: found.class, because: found.because, certainty, framework, file, kind, files,
      ...application.root === '' ? {} : { root: application.root },
      ...found.certainty === 'exact' ? {} : { classCertainty: found.certainty },
    }
    if (found.isForStaff) ofStaff.add(route)
    const own = [file, ...leaves.map((leaf) => leaf.file)]
    const override = overrides.findLast(({ rule, matches }) => (rule.path === undefined ? own.some(matches) : matches(path)))
    if (override) return { ...sure(route), class: override.rule.class, because: `the configuration's rule for "${override.name}"` }
    const { floor } = configuration
    if (floor !== null && moreSensitive(floor, route.class) === floor && floor !== route.class) {
      return { ...sure(route), class: floor, because: 'the least class the configuration allows' }
    }
    return route
  }
}
