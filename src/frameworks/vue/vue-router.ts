/**
 * Vue Router, versions 3 to 5: tables of records, wherever they stand.
 * https://router.vuejs.org/guide/essentials/nested-routes.html
 */
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration, RouteGuard, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, routePath } from '../paths.js'
import { configuredText } from '../reading/configuration.js'
import { guardsNamed, guardsOfSwitches, isSwitchedOff } from '../reading/guards.js'
import { addRoute } from '../reading/route-output.js'
import type { RouteRecord } from '../reading/route-records.js'
import { ScriptReader } from '../reading/script-values.js'
import { shownFiles } from '../reading/shown-files.js'
import { clientDocuments, documentsOf, type ClientDocument } from '../bundlers/single-page.js'
import { registrations } from './registered.js'
import { findTables, type VueTable } from './route-tables.js'
import { vuePath } from './route-path.js'

const PACKAGES = ['vue-router', '@ionic/vue-router', 'unplugin-vue-router', 'vite-plugin-pages']
/** Packages whose own row reads the routes. */
const FRAMEWORKS = ['nuxt', 'nuxt3', 'nuxt-edge', 'nuxt-nightly', 'vitepress', 'vuepress', 'gridsome']
const SCRIPTS = new Set(['ts', 'js', 'mjs', 'mts', 'tsx', 'jsx', 'vue'])
const MENTIONS = /\bcreateRouter\b|\bVueRouter\b|\bViteSSG\b|\.addRoutes?\s*\(|\bnew\s+Router\s*\(/
const PATH = /\bpath['"]?\s*:/
const SHOWS = /\bcomponents?['"]?\s*[:,(]/

export const vueRouter: Framework = {
  name: 'vue-router',
  docs: 'https://router.vuejs.org/guide/',
  applications(host) {
    const manifests = directoriesWith(host, ['package.json'])
    const uses = (root: string, packages: readonly string[]): boolean =>
      packages.some((name) => host.dependencies(root).has(name))
    const roots = manifests.filter((root) => uses(root, PACKAGES) && !uses(root, FRAMEWORKS))
    const inner = manifests.filter((root) => uses(root, [...PACKAGES, ...FRAMEWORKS]))
    return roots.flatMap((root) => {
      const others = inner.filter((other) => other !== root && isBelow(other, root))
      const files = host.under(root).filter((path) => SCRIPTS.has(extensionOf(path)) && host.isProduct(path)
        && !others.some((other) => isBelow(path, other)))
      return applicationsIn(host, root, files, manifests)
    })
  },
}

function isBelow(path: string, directory: string): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`)
}

/** A workspace may name the router once for several applications: each has a manifest of its own. */
function applicationsIn(
  host: FrameworkHost, root: string, files: readonly string[], manifests: readonly string[],
): Application[] {
  const mentioned = files.filter((path) => MENTIONS.test(host.text(path) ?? ''))
  const guessed = files.filter((path) => {
    const text = host.text(path) ?? ''
    return !mentioned.includes(path) && extensionOf(path) !== 'vue' && PATH.test(text) && SHOWS.test(text)
  })
  if (mentioned.length === 0) return []
  const reader = new ScriptReader(host)
  const tables = findTables(reader, mentioned, guessed)
  const grouped = new Map<string, VueTable[]>()
  for (const table of tables) {
    const own = manifests.filter((manifest) => isBelow(manifest, root) && isBelow(table.file, manifest))
      .reduce((nearest, manifest) => (manifest.length > nearest.length ? manifest : nearest), root)
    grouped.set(own, [...grouped.get(own) ?? [], table])
  }
  return [...grouped].flatMap(([own, found]) => {
    const ownFiles = files.filter((path) => isBelow(path, own))
    const { tables: registered, edges } = registrations(reader, host, ownFiles)
    const documents = clientDocuments(host, own)
    const made = documents.flatMap((document): Application[] => {
      const shown = found.filter(({ file }) => documentsOf(documents, file).includes(document))
      return shown.length === 0 ? [] : [application(reader, own, shown, document)]
    })
    return made.map((each, index) => (index > 0 ? each : { ...each, tables: registered, edges: [...each.edges ?? [], ...edges] }))
  })
}

function application(
  reader: ScriptReader, root: string, tables: readonly VueTable[], document: ClientDocument,
): Application {
  const output: Output = { reader, routes: new Map(), shell: document.shell, named: new Map() }
  const base = configuredBase(reader, root)
  const bases = new Set(tables.flatMap((table) => (table.base === null ? [] : [ownBase(table, base)])))
  const [only, ...others] = bases
  // Tables in modules of their own lie where the only router does.
  const common = only !== undefined && others.length === 0 ? only : base
  const outermost = (path: string): Around => ({ root: path, base: path, places: [], shell: [], guards: [] })
  for (const table of tables) {
    if (table.parent !== null) continue
    emit(output, table, table.records, outermost(table.base === null ? common : ownBase(table, base)))
  }
  for (const table of tables) {
    if (table.parent === null) continue
    emit(output, table, table.records, output.named.get(table.parent) ?? outermost(common))
  }
  return {
    framework: 'vue-router', root, routes: [...output.routes.values()], injections: document.injections,
    edges: document.edges, base: routePath(common), singlePage: true,
  }
}

function ownBase(table: VueTable, configured: string): string {
  return table.base === null || hasHole(table.base) ? configured : literalBase(table.base)
}

/** `base` of Vite and `publicPath` of Vue CLI: what `import.meta.env.BASE_URL` and `process.env.BASE_URL` stand for. */
function configuredBase(reader: ScriptReader, root: string): string {
  const place = root === '' ? '' : `${root}/`
  for (const [name, key] of [['vite.config', 'base'], ['vue.config', 'publicPath']] as const) {
    for (const extension of ['ts', 'js', 'mjs', 'mts', 'cjs']) {
      const file = `${place}${name}.${extension}`
      const text = reader.host.has(file) ? configuredText(reader, file, key) : null
      if (text !== null) return literalBase(text)
    }
  }
  return ''
}

function literalBase(base: string): string {
  return base.startsWith('/') && !base.startsWith('//') ? routePath(base.replace(/[?#].*$/, '')) : ''
}

interface Around {
  /** Guards of the records around. */
  guards: readonly RouteGuard[]
  /** Path of the application. */
  root: string
  /** Path of the record around, or that of the application. */
  base: string
  places: readonly RoutePlace[]
  shell: readonly string[]
}

interface Output {
  reader: ScriptReader
  routes: Map<string, RouteDeclaration>
  shell: NonNullable<RouteDeclaration['shell']>
  /** By the name of a record: what stands around records that are added to it. */
  named: Map<string, Around>
}

function emit(output: Output, table: VueTable, records: readonly RouteRecord[], around: Around): void {
  const { reader } = output
  for (const record of records) {
    const places = [...around.places, ...record.places]
    const shown = componentsOf(reader, record)
    const paths = [...record.paths, ...aliasesOf(reader, record)].map((path) => pathOf(path, around))
    const redirects = reader.property(record.at, 'redirect').length > 0
    const isOpen = reader.property(record.at, 'meta').some((meta) => isSwitchedOff(reader, meta))
    const guards = [...isOpen ? [] : around.guards, ...guardsOf(reader, record)]
    const below = paths.length === 0 ? [around.base] : paths
    below.forEach((base, index) => {
      const inside: Around = { ...around, base: base.replace(/\/\*$/, ''), places, guards, shell: [...around.shell, ...shown] }
      const name = index === 0 ? reader.text(reader.property(record.at, 'name')[0]) : null
      if (name !== null) output.named.set(name, inside)
      emit(output, table, record.children, inside)
    })
    if (paths.length === 0 || !isRoute(record, redirects)) continue
    for (const path of paths) declare(output, table, record, { path, places, shown, around, redirects, guards })
  }
}

/** A record around others is a route of its own when it shows something and none of them stands for it. */
function isRoute(record: RouteRecord, redirects: boolean): boolean {
  if (record.children.length === 0) return true
  if (record.children.some((child) => child.paths.some((path) => path === ''))) return false
  return redirects || record.places.length > 0
}

/** https://router.vuejs.org/guide/advanced/meta.html, https://router.vuejs.org/guide/advanced/navigation-guards.html */
function guardsOf(reader: ScriptReader, { at }: RouteRecord): RouteGuard[] {
  const shape = reader.shape(at)
  const entries = shape?.kind === 'object' ? shape.entries : []
  return entries.flatMap(({ name, value }) => {
    if (name === 'meta') return guardsOfSwitches(reader, reader.beside(at, value))
    return name === 'beforeEnter' || name === 'middleware' ? guardsNamed(reader, reader.beside(at, value)) : []
  })
}

function pathOf(path: string, { root, base }: Around): string {
  // Nothing of it is literal: the path around it, where there is one, else any.
  if (path === HOLE) return root === base ? routePath(base, '*') : routePath(base)
  return routePath(path.startsWith('/') ? root : base, vuePath(path))
}

function aliasesOf(reader: ScriptReader, record: RouteRecord): string[] {
  return reader.property(record.at, 'alias').flatMap((value) => reader.items(value)).flatMap((item) => reader.texts(item))
}

/** Single-file components of a record, alone or one for each named view. */
function componentsOf(reader: ScriptReader, record: RouteRecord): string[] {
  const shape = reader.shape(record.at)
  const entries = shape?.kind === 'object' ? shape.entries : []
  return entries.flatMap(({ name, value }) => {
    const at = reader.beside(record.at, value)
    if (name === 'component') return shownFiles(reader, at)
    if (name !== 'components') return []
    return reader.read(at).flatMap((target) => {
      const views = reader.shape(target)
      if (views?.kind !== 'object') return []
      return views.entries.flatMap((entry) => shownFiles(reader, reader.beside(target, entry.value)))
    })
  }).filter((file) => file.endsWith('.vue'))
}

interface Declared {
  path: string
  places: readonly RoutePlace[]
  shown: readonly string[]
  around: Around
  redirects: boolean
  guards: readonly RouteGuard[]
}

function declare(output: Output, table: VueTable, record: RouteRecord, declared: Declared): void {
  const { path, shown, around, redirects } = declared
  const isUnknown = record.paths.includes(HOLE) && path.endsWith('*')
  const isLiteral = record.paths.every((written) => !hasHole(written))
  const certainty = isUnknown ? 'possible' : table.isGuess || !isLiteral ? 'likely' : 'exact'
  const { file } = record.at
  if (redirects) {
    addRoute(output.routes, { path, kind: 'redirect', certainty, file, leaves: [] })
    return
  }
  const leaves = shown.length > 0 ? shown.map((each) => ({ file: each })) : [{ file: table.file, unit: table.unit }]
  const shell = [...output.shell, ...around.shell.map((each) => ({ file: each }))]
  addRoute(output.routes, { path, kind: 'page', certainty, file, leaves, shell, places: [...declared.places], guards: declared.guards })
}
