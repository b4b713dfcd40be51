/** AngularJS, the first version of Angular: ngRoute and ui-router. https://docs.angularjs.org/guide, https://ui-router.github.io/guide/ */
import type { ReachEdge } from '../../types.js'
import { hasHole } from '../../parse/hole.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, routePath } from '../paths.js'
import { addRoute } from '../reading/route-output.js'
import { ScriptReader } from '../reading/script-values.js'
import { registrationsIn } from './registrations.js'
import { statesIn, stateUrl, type AngularState } from './states.js'
import { TemplateReader, type Shown } from './templates.js'

const SCRIPTS = new Set(['js', 'ts', 'mjs', 'es6', 'jsx'])
const ROUTES = /\$(?:route|state|urlRouter)Provider|\bstate(?:Helper|Registry)|\brouterHelper\b|\bconfig\s*:\s*\{/
const MODULES = /\bangular\s*\.\s*module\s*\(|\.(?:controller|component|directive)\s*\(\s*['"]/
const DOCUMENT = /<html[\s>][\s\S]*\b(?:data-)?ng-app\b|<html[\s>][\s\S]*<(?:[\w-]+\s[^>]*?)?(?:data-)?(?:ng|ui)-view\b/i
/** Build tools put the scripts of the application in here. */
const PLACEHOLDER = /<!--\s*(?:inject|build|injector|bower|usemin)[:\s]\s*(?:[\w/-]*js|js\b)/

export const angularJs: Framework = {
  name: 'angularjs',
  docs: 'https://docs.angularjs.org/guide',
  applications(host, claimed) {
    const documents = pages(host).filter((file) => !claimed.has(file) && DOCUMENT.test(host.text(file) ?? ''))
    const packages = directoriesWith(host, ['package.json', 'bower.json']).filter((root) => usesAngularJs(host, root))
    if (documents.length + packages.length === 0) return []
    const scripts = host.under('').filter((path) => SCRIPTS.has(extensionOf(path)) && host.isProduct(path) && !claimed.has(path)
      && !/(^|\/)(bower_components|vendor|node_modules|lib)\/|\.min\.js$/.test(path))
    const written = scripts.filter((path) => ROUTES.test(host.text(path) ?? ''))
    if (written.length === 0) return []
    const roots = applicationRoots(documents, packages, written)
    return [...roots].flatMap(([root, own]) => application(host, root, own,
      scripts.filter((path) => nearestRoot([...roots.keys()], path) === root)))
  },
}

function pages(host: FrameworkHost): string[] {
  return host.under('').filter((path) => /\.(html?|ejs|jade|pug|hbs|php|jsp|cshtml|erb)$/.test(path) && host.isProduct(path)
    && !/(^|\/)(bower_components|node_modules|vendor)\//.test(path))
}

function usesAngularJs(host: FrameworkHost, root: string): boolean {
  const bower = host.json(root === '' ? 'bower.json' : `${root}/bower.json`) as { dependencies?: object } | undefined
  const names = [...host.dependencies(root), ...Object.keys(bower?.dependencies ?? {})]
  return names.some((name) => /^(angular|angular-route|angular-ui-router|@uirouter\/angularjs)$/.test(name))
}

/** Documents by the directory of their application: the nearest package around a table of routes, or the document's own. */
function applicationRoots(
  documents: readonly string[], packages: readonly string[], written: readonly string[],
): Map<string, string[]> {
  const places = [...new Set([...packages, ...documents.map((file) => file.slice(0, Math.max(0, file.lastIndexOf('/'))))])]
  const roots = new Map<string, string[]>()
  for (const file of written) {
    const root = packages.length > 0 ? nearestRoot(packages, file) : nearestRoot(places, file)
    if (root !== null && !roots.has(root)) roots.set(root, [])
  }
  for (const file of documents) {
    const root = nearestRoot([...roots.keys()], file)
    if (root !== null) roots.get(root)?.push(file)
  }
  return roots
}

function nearestRoot(roots: readonly string[], file: string): string | null {
  const around = roots.filter((root) => root === '' || file.startsWith(`${root}/`))
  return around.length === 0 ? null : around.reduce((nearest, root) => (root.length > nearest.length ? root : nearest))
}

function application(host: FrameworkHost, root: string, documents: readonly string[], scripts: readonly string[]): Application[] {
  const reader = new ScriptReader(host)
  const states = statesIn(reader, scripts.filter((path) => ROUTES.test(host.text(path) ?? '')))
  if (states.length === 0) return []
  const modules = scripts.filter((path) => MODULES.test(host.text(path) ?? ''))
  const registered = registrationsIn(reader, modules)
  const directories = [...documents.map((file) => file.slice(0, Math.max(0, file.lastIndexOf('/')))), root,
    ...['app', 'src', 'public', 'client', 'src/app', 'www', 'dist'].map((name) => (root === '' ? name : `${root}/${name}`))]
  const templates = new TemplateReader(host, reader, [...new Set(directories)], registered)
  const shell = documents.map((file) => ({ file }))
  const around = templates.closure([{ templates: new Set(documents), registrations: new Set() }])
  const routes = declared(reader, templates, states, around, shell)
  if (routes.size === 0) return []
  const loose = documents.some((file) => PLACEHOLDER.test(host.text(file) ?? '')) || documents.length === 0 ? modules : []
  const uses = [...new Set([...routes.values()].flatMap(({ leaves = [] }) => leaves.map(({ file }) => file)))]
  return [{
    framework: 'angularjs', root, singlePage: true, routes: [...routes.values()],
    injections: loose.map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })),
    edges: templates.edges.filter(isFirst),
    owns: uses.filter((file) => /\.html?$/.test(file)),
  }]
}

function isFirst(edge: ReachEdge, index: number, all: readonly ReachEdge[]): boolean {
  return all.findIndex((other) => other.from.file === edge.from.file && other.to.file === edge.to.file) === index
}

function declared(
  reader: ScriptReader, templates: TemplateReader, states: readonly AngularState[], around: Shown, shell: { file: string }[],
): Map<string, RouteDeclaration> {
  const byName = new Map(states.flatMap((state) => (state.name === null ? [] : [[state.name, state] as const])))
  const routes = new Map<string, RouteDeclaration>()
  for (const state of states) {
    const line = lineOf(state, byName)
    const path = pathOf(line)
    const url = path ?? '/*'
    const isUnknown = path === null
    const certainty = isUnknown ? 'possible' : state.isGuess || line.some((each) => hasHole(each.url ?? '')) ? 'likely' : 'exact'
    if (state.redirects) {
      addRoute(routes, { path: url, kind: 'redirect', certainty, file: state.at.file, leaves: [] })
      continue
    }
    // A state that only holds others is no page; one without an address is shown at that of the state around it.
    if (state.isAbstract) continue
    const shown = line.map((each) => each.views.map((view) => templates.optionsOf(view)))
    const whole = templates.closure(shown.flat())
    const outer = line.slice(0, -1).flatMap((each, index) => each.views.length > 0 ? shown[index] ?? [] : [])
    const outerFiles = [...templates.closure(outer).templates]
    const own = [...templates.closure(shown.at(-1) ?? []).templates].filter((file) => !outerFiles.includes(file))
    const places: RoutePlace[] = [
      ...line.flatMap((each) => each.views.flatMap((view) => placeOf(reader, view))),
      ...[...whole.registrations].flatMap((item) => item.places),
    ]
    const leaves = own.map((file) => ({ file }))
    addRoute(routes, {
      path: url, kind: 'page', certainty, file: state.at.file, places,
      leaves: leaves.length > 0 ? leaves : [], shell: [...shell, ...outerFiles.map((file) => ({ file }))],
    })
  }
  // What the document itself shows is everywhere.
  const everywhere = [...around.registrations].flatMap((item) => item.places)
  for (const route of routes.values()) if (route.kind === 'page') route.places = [...route.places ?? [], ...everywhere]
  return routes
}

function placeOf(reader: ScriptReader, at: Parameters<ScriptReader['shape']>[0]): RoutePlace[] {
  const shape = reader.shape(at)
  return shape ? [{ file: at.file, start: shape.start, end: shape.end }] : []
}

/** The states around one and itself, outermost first. */
function lineOf(state: AngularState, byName: ReadonlyMap<string, AngularState>): AngularState[] {
  const line = [state]
  for (let parent = state.parent; parent !== null && line.length < 20;) {
    const outer = byName.get(parent)
    if (!outer || line.includes(outer)) break
    line.unshift(outer)
    parent = outer.parent
  }
  return line
}

/** Addresses of states join; one that begins with `^` is whole. Null when none of them has any. */
function pathOf(line: readonly AngularState[]): string | null {
  const urls = line.map(({ url }) => url)
  if (urls.every((url) => url === null)) return null
  const start = urls.findLastIndex((url) => url?.startsWith('^') ?? false)
  const known = urls.slice(Math.max(0, start)).filter((url) => url !== null)
  return routePath(...known.map(stateUrl))
}
