/** Angular. https://angular.dev/guide/routing */
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration, RouteGuard, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, routePath } from '../paths.js'
import { importedFiles } from '../reading/imported-files.js'
import { guardsNamed, rolesBeside } from '../reading/guards.js'
import { addRoute } from '../reading/route-output.js'
import type { RouteRecord } from '../reading/route-records.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { readComponents, type AngularComponents } from './components.js'
import { findTables } from './route-tables.js'
import { angularProjects, type AngularProject } from './workspace.js'

const SCRIPTS = new Set(['ts', 'mts', 'js', 'mjs'])
const MENTIONS = /\bRouterModule\b|\bprovideRoute(?:r|s)\b|\bRoutes\b|\bloadChildren\b|\bloadComponent\b|\bROUTES\b|@NgModule\b/
const STRING_MODULE = /\bloadChildren\s*:\s*['"`]([^'"`#\n]+)#/g

export const angular: Framework = {
  name: 'angular',
  docs: 'https://angular.dev/guide/routing',
  applications(host) {
    const isUsed = directoriesWith(host, ['package.json']).some((root) => host.dependencies(root).has('@angular/core'))
    const projects = isUsed ? angularProjects(host) : []
    if (projects.length === 0) return []
    const reader = new ScriptReader(host)
    const sources = host.under('').filter((path) => SCRIPTS.has(extensionOf(path)) && host.isProduct(path))
    const components = readComponents(host, sources)
    return projects.map((project, index) => {
      const files = filesOf(host, project, projects, sources).filter((path) => MENTIONS.test(host.text(path) ?? ''))
      const made = application(host, reader, project, files, components)
      // Templates and classes are told once for all projects of the tree.
      return index > 0 ? made : { ...made, edges: [...made.edges ?? [], ...components.edges], tables: components.tables }
    })
  },
}

/** Sources of one project: all there are, or what its first script brings in where there are several projects. */
function filesOf(
  host: FrameworkHost, project: AngularProject, projects: readonly AngularProject[], sources: readonly string[],
): readonly string[] {
  const { root, main } = project
  if (projects.length === 1 || main === null) return sources.filter((path) => root === '' || path.startsWith(`${root}/`))
  const stringModules = (text: string): string[] => [...text.matchAll(STRING_MODULE)].map(([, path]) => path as string)
  const found = importedFiles(host, [main], (text) =>
    stringModules(text).flatMap((path) => [path, /^\.{1,2}\//.test(path) ? path : `./${path}`]))
  return sources.filter((path) => found.has(path))
}

function application(
  host: FrameworkHost, reader: ScriptReader, project: AngularProject, files: readonly string[], components: AngularComponents,
): Application {
  const { root, main, documents, scripts } = project
  const shell = documents.map((file, index) => ({ file, certainty: index === 0 ? 'exact' as const : 'likely' as const }))
  const base = baseOf(host, project)
  const output: Output = { reader, components, routes: new Map(), shell }
  for (const table of findTables(reader, files, project.source)) {
    emit(output, table.records, { base, places: [], shell: [], guards: [] }, table.isGuess)
  }
  if (output.routes.size === 0 && documents.length > 0) {
    addRoute(output.routes, { path: routePath(base), kind: 'page', certainty: 'exact', file: documents[0] as string, shell, leaves: [] })
  }
  const entries = [...documents.length === 0 && main !== null ? [main] : [], ...scripts]
  return {
    framework: 'angular', root, singlePage: true, base: routePath(base), routes: [...output.routes.values()],
    injections: entries.map((file): Injection => ({ file, unit: null, scope: 'all', certainty: 'exact' })),
    edges: main === null ? [] : documents.map((file) => ({
      from: { file, unit: null }, offset: null, kind: 'asset', certainty: 'exact', to: { file: main, unit: null },
    })),
    owns: [...documents, ...components.edges.filter(({ offset, to }) => offset !== null && to.unit === null).map(({ to }) => to.file)],
  }
}

/** `baseHref` of the build, else `<base href>` of the document. https://angular.dev/tools/cli/deployment#--base-href */
function baseOf(host: FrameworkHost, { baseHref, documents }: AngularProject): string {
  const [document] = documents
  const written = document === undefined ? undefined : /<base\b[^>]*\shref\s*=\s*["']?([^"'\s>]*)/i.exec(host.text(document) ?? '')?.[1]
  const base = baseHref ?? written ?? ''
  return base.startsWith('/') && !base.startsWith('//') && !/[{<%]/.test(base) ? base : ''
}

interface Around {
  base: string
  places: readonly RoutePlace[]
  /** Templates of the components around. */
  shell: readonly string[]
  guards: readonly RouteGuard[]
}

interface Output {
  reader: ScriptReader
  components: AngularComponents
  routes: Map<string, RouteDeclaration>
  shell: NonNullable<RouteDeclaration['shell']>
}

function emit(output: Output, records: readonly RouteRecord[], around: Around, isGuess: boolean): void {
  const { reader } = output
  const has = (record: RouteRecord, name: string): boolean => reader.property(record.at, name).length > 0
  // What another outlet shows is beside whatever the primary one shows. https://angular.dev/guide/routing/show-routes-with-outlets
  const beside = records.filter((record) => isBeside(reader, record)).flatMap(({ places }) => places)
  const outer = [...around.places, ...beside.map((place): RoutePlace => ({ ...place, certainty: 'possible' }))]
  for (const record of records) {
    if (isBeside(reader, record)) continue
    const places = [...outer, ...record.places]
    const shown = componentsOf(reader, record)
    const templates = shown.flatMap(({ file, unit }) => output.components.templateOf(file, unit) ?? [])
    const matches = record.paths.length === 0 && has(record, 'matcher')
    for (const path of pathsOf(record, matches, around.base)) {
      const guards = [...around.guards, ...guardsOf(reader, record, 'canActivate', 'canLoad', 'canMatch')]
      const inside: Around = {
        base: path.replace(/\/?\*$/, ''), places, shell: [...around.shell, ...templates],
        guards: [...guards, ...guardsOf(reader, record, 'canActivateChild')],
      }
      emit(output, record.children, inside, isGuess)
      const certainty = matches || (record.paths.includes(HOLE) && path.endsWith('*')) ? 'possible'
        : isGuess || record.paths.some(hasHole) ? 'likely' : 'exact'
      const declared: Pick<RouteDeclaration, 'certainty' | 'file' | 'shell' | 'guards'> = {
        certainty, file: record.at.file, shell: [...output.shell, ...around.shell.map((file) => ({ file }))],
        ...guards.length === 0 ? {} : { guards },
      }
      if (has(record, 'redirectTo')) {
        addRoute(output.routes, { path, kind: 'redirect', certainty, file: record.at.file, leaves: [] })
        continue
      }
      const leaves = [...shown, ...templates.map((file) => ({ file }))]
      if (isRoute(record, shown.length > 0 || has(record, 'component') || has(record, 'loadComponent'))) {
        addRoute(output.routes, { path, kind: 'page', places, leaves, ...declared })
      }
      // Loaded from where nothing tells: any page below.
      if (has(record, 'loadChildren') && record.children.length === 0) {
        addRoute(output.routes, { path: routePath(path, '*'), kind: 'page', places, leaves, ...declared, certainty: 'possible' })
      }
    }
  }
}

/** https://angular.dev/guide/routing/route-guards; roles stand in the record's `data`. */
function guardsOf(reader: ScriptReader, { at }: RouteRecord, ...names: readonly string[]): RouteGuard[] {
  const shape = reader.shape(at)
  const entries = shape?.kind === 'object' ? shape.entries : []
  const given = entries.filter(({ name }) => name !== null && names.includes(name))
  const roles = given.length === 0 ? [] : reader.property(at, 'data').flatMap((data) => rolesBeside(reader, data))
  return given.flatMap(({ value }) => guardsNamed(reader, reader.beside(at, value), roles))
}

function isBeside(reader: ScriptReader, record: RouteRecord): boolean {
  const outlet = reader.property(record.at, 'outlet').flatMap((value) => reader.texts(value))
  return outlet.some((name) => name !== 'primary')
}

/** A record around others is a route of its own when it shows something and none of them stands for it. */
function isRoute(record: RouteRecord, shows: boolean): boolean {
  if (record.children.some(({ paths }) => paths.some((path) => path === ''))) return false
  return shows
}

function pathsOf(record: RouteRecord, matches: boolean, base: string): string[] {
  if (matches) return [routePath(base, '*')]
  if (record.paths.length === 0) return [routePath(base)]
  return record.paths.map((path) => routePath(base, path === HOLE ? '*' : angularPath(path)))
}

/** `**` → `*`; a segment that is not literal is a parameter. */
function angularPath(path: string): string {
  return path.split('/').map((segment) => (segment === '**' ? '*' : hasHole(segment) ? ':value' : segment)).join('/')
}

/** The classes of a record's components. */
function componentsOf(reader: ScriptReader, { at }: RouteRecord): { file: string; unit: string }[] {
  const loaded = reader.property(at, 'loadComponent').flatMap((value) => reader.results(value))
  const classes = [...reader.property(at, 'component'), ...loaded].flatMap((value) => classOf(reader, value, 0))
  return classes.filter(({ file, unit }, index) => classes.findIndex((other) => other.file === file && other.unit === unit) === index)
}

function classOf(reader: ScriptReader, at: ScriptValue, depth: number): { file: string; unit: string }[] {
  if (depth > 3) return []
  return reader.read(at).flatMap((target) => {
    if (target.value === null) {
      return reader.exported(target.file, 'default').flatMap((value) => classOf(reader, value, depth + 1))
    }
    const shape = reader.shape(target)
    const name = shape?.kind === 'class' ? reader.script(target)?.classes[shape.class]?.name : null
    return name === null || name === undefined ? [] : [{ file: target.file, unit: name }]
  })
}
