/**
 * Route tables of React routers: `<Route>` elements and route objects, in one tree of entries.
 * https://reactrouter.com/start/declarative/routing, https://reactrouter.com/start/data/route-object,
 * https://v5.reactrouter.com/web/api/Route
 */
import type { ObjectEntry, Value } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import type { RouteGuard, RoutePlace } from '../framework.js'
import { guardsNamed, guardsOfSwitches, guardsShown, rolesBeside } from '../reading/guards.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'

export interface TableEntry {
  /** The element or object. */
  at: ScriptValue
  /** As written, HOLE for what is not literal; empty for a layout without a path. */
  paths: string[]
  isIndex: boolean
  /** Written in the form of version 5: its path is always a whole one. */
  isAbsolute: boolean
  /** Leads elsewhere and shows nothing. */
  redirects: boolean
  /** Values that say what is shown. */
  shown: ScriptValue[]
  places: RoutePlace[]
  guards: RouteGuard[]
  children: TableEntry[]
}

/** A table deeper or larger than this holds itself. */
const DEPTH = 20
const ENTRIES = 5000
/** Names of what says where a route is and not what it shows. */
const STRUCTURE = new Set([
  'path', 'index', 'children', 'routes', 'childRoutes', 'exact', 'strict', 'sensitive', 'caseSensitive', 'id', 'key', 'name',
  'title', 'from', 'to',
])
const SHOWS = ['element', 'Component', 'component', 'render', 'lazy', 'page', 'main', 'screen', 'view', 'layout']
const ROUTE = /(^|\.)\w*Route$/
const LEADS_ELSEWHERE = /(^|\.)(Navigate|Redirect)$/
/** https://reactrouter.com/api/utils/redirect */
const REDIRECTS = /^(redirect|redirectDocument|replace)$/
const MAKERS = /^create(Routes|Routes?From(Elements|Children))$|^createRoutesFrom(Elements|Children)$/

/** Reads tables; each entry is read once for all tables that hold it, and remembered as seen. */
export class TableReader {
  private readonly seen = new Set<string>()
  private count = 0

  constructor(readonly reader: ScriptReader) {}

  hasSeen(at: ScriptValue): boolean {
    return this.seen.has(keyOf(at))
  }

  /** Entries of an array of route objects, of `<Route>` elements, or of an element around them. */
  entries(at: ScriptValue, depth = 0): TableEntry[] {
    if (depth > DEPTH || this.count > ENTRIES) return []
    return this.reader.items(at).flatMap((item) => this.reader.read(item)).flatMap((item) => {
      const shape = this.reader.shape(item)
      if (shape?.kind === 'element') {
        this.seen.add(keyOf(item))
        if (this.isRouteElement(item, shape)) return [this.element(item, shape, depth)]
        if (this.isRedirect(item, shape)) {
          return [{ ...this.entry(item, [], [], 'from'), redirects: true, isAbsolute: true }]
        }
        return shape.children.flatMap((child) => this.entries(this.reader.beside(item, child), depth + 1))
      }
      if (shape?.kind === 'object') return this.isRouteObject(item, shape) ? [this.object(item, shape, depth)] : []
      if (shape?.kind === 'array') return this.entries(item, depth + 1)
      if (shape?.kind === 'call' && MAKERS.test(this.reader.written(item, shape.callee).replace(/^.*\./, ''))) {
        const [table] = shape.arguments
        return table === undefined ? [] : this.entries(this.reader.beside(item, table), depth + 1)
      }
      return []
    })
  }

  /**
   * Entries of a router whose routes are the components themselves: `<Home path="/" />`.
   * https://reach.tech/router/api/RouteComponent, https://github.com/preactjs/preact-router
   */
  componentEntries(at: ScriptValue, depth = 0): TableEntry[] {
    const outer = this.reader.shape(at)
    if (outer?.kind !== 'element' || depth > 8) return []
    const children = outer.children.flatMap((child) => this.reader.items(this.reader.beside(at, child)))
    return children.flatMap((child) => this.reader.read(child)).flatMap((item) => {
      const shape = this.reader.shape(item)
      if (shape?.kind !== 'element') return []
      this.seen.add(keyOf(item))
      if (this.isRouteElement(item, shape)) return [this.element(item, shape, depth)]
      const isDefault = this.reader.property(item, 'default').length > 0
      const entry = this.entry(item, [], this.componentEntries(item, depth + 1))
      if (entry.paths.length === 0 && !isDefault) return entry.children
      this.show(entry, item)
      return [isDefault ? { ...entry, paths: ['*'] } : entry]
    })
  }

  /** https://v5.reactrouter.com/web/api/Redirect: `<Redirect from="/old" to="/new" />`. */
  private isRedirect(at: ScriptValue, shape: Value & { kind: 'element' }): boolean {
    return LEADS_ELSEWHERE.test(this.reader.elementName(at, shape))
      && shape.properties.some(({ name }) => name === 'from')
  }

  /** `element={<Navigate to="/new" />}`, `render={() => <Redirect to="/new" />}`, `loader: () => redirect('/new')`. */
  private leadsElsewhere(shown: readonly ScriptValue[]): boolean {
    const { reader } = this
    return shown.length > 0 && shown.every((value) => {
      const given = reader.read(value).flatMap((target) =>
        (reader.shape(target)?.kind === 'function' ? reader.results(target) : [target]))
      return given.length > 0 && given.every((target) => {
        const shape = reader.shape(target)
        if (shape?.kind === 'element') return LEADS_ELSEWHERE.test(reader.elementName(target, shape))
        return shape?.kind === 'call' && REDIRECTS.test(reader.written(target, shape.callee))
      })
    })
  }

  isRouteElement(at: ScriptValue, shape: Value & { kind: 'element' }): boolean {
    if (!ROUTE.test(this.reader.elementName(at, shape))) return false
    const names = shape.properties.map(({ name }) => name)
    return names.length === 0 ? shape.children.length > 0
      : names.some((name) => name === null || name === 'path' || name === 'index' || SHOWS.includes(name))
  }

  /** A route object says a path (or `index`) and what is shown, or holds others. */
  isRouteObject(at: ScriptValue, shape: Value & { kind: 'object' }): boolean {
    const names = new Set(shape.entries.map(({ name }) => name))
    if (names.has(null)) return names.has('path') || this.reader.property(at, 'path').length > 0
    if (!names.has('path') && !names.has('index')) return names.has('children') && SHOWS.some((name) => names.has(name))
    return ['children', 'routes', 'redirectTo', 'loader', 'exact', ...SHOWS].some((name) => names.has(name))
  }

  private element(at: ScriptValue, shape: Value & { kind: 'element' }, depth: number): TableEntry {
    const children = shape.children.flatMap((child) => this.entries(this.reader.beside(at, child), depth + 1))
    const entry = this.entry(at, shape.properties, children)
    // Version 5: what stands inside a route that holds no routes is what it shows.
    const given = shape.properties.flatMap(({ name, value }) => (name === 'children' ? [value] : []))
    const content = children.length > 0 ? [] : [...shape.children, ...given].map((child) => this.reader.beside(at, child))
    for (const value of content) this.show(entry, value)
    const ofVersion5 = new Set<string | null>(['component', 'render', 'exact'])
    entry.isAbsolute = content.length > 0 || shape.properties.some(({ name: own }) => ofVersion5.has(own))
    return entry
  }

  private object(at: ScriptValue, shape: Value & { kind: 'object' }, depth: number): TableEntry {
    this.seen.add(keyOf(at))
    const nested = ['children', 'routes', 'childRoutes'].flatMap((name) => this.reader.property(at, name))
    return this.entry(at, shape.entries, nested.flatMap((value) => this.entries(value, depth + 1)))
  }

  private entry(at: ScriptValue, properties: readonly ObjectEntry[], children: TableEntry[], key = 'path'): TableEntry {
    const { reader } = this
    this.count++
    const isIndex = reader.property(at, 'index').some((value) => reader.text(value) !== 'false')
    const entry: TableEntry = {
      at, paths: this.paths(at, key), isIndex, isAbsolute: false, redirects: false, shown: [], places: [], guards: [],
      children,
    }
    for (const { name, value } of properties) {
      if (name === null || !STRUCTURE.has(name)) this.show(entry, reader.beside(at, value), name === null)
    }
    entry.guards = this.guards(at, properties, entry)
    entry.redirects = children.length === 0 && this.leadsElsewhere(entry.shown)
    for (const values of at.given.values()) for (const value of values) this.showGiven(entry, value)
    return entry
  }

  /** `<PrivateRoute path=…>`, what stands around the page that is shown, and what is asked before it is. */
  private guards(at: ScriptValue, properties: readonly ObjectEntry[], entry: TableEntry): RouteGuard[] {
    const { reader } = this
    const shape = reader.shape(at)
    const roles = rolesBeside(reader, at)
    const name = shape?.kind === 'element' ? reader.elementName(at, shape) : ''
    const own: RouteGuard[] = shape === undefined || /^(|Route|.*\.Route)$/.test(name) ? []
      : [{ name, file: at.file, offset: shape.start, isWrapper: true, ...roles.length === 0 ? {} : { roles } }]
    const asked = properties.flatMap(({ name: key, value }) => {
      if (key === 'loader' || key === 'middleware' || key === 'unstable_middleware') return guardsNamed(reader, reader.beside(at, value))
      return []
    })
    const switches = shape?.kind === 'object' ? guardsOfSwitches(reader, at) : []
    return [...own, ...asked, ...switches, ...entry.shown.flatMap((value) => guardsShown(reader, value))]
  }

  private paths(at: ScriptValue, key: string): string[] {
    const { reader } = this
    const found = reader.property(at, key).flatMap((value) => {
      const items = reader.shape(value)?.kind === 'array' ? reader.items(value) : [value]
      return items.flatMap((item) => reader.texts(item))
    })
    return [...new Set(found)].filter((path) => path !== 'undefined')
  }

  /** Adds the place of a value, and of the local names it stands for. */
  private show(entry: TableEntry, value: ScriptValue, isSpread = false, depth = 0): void {
    const shape = this.reader.shape(value)
    if (!shape || shape.kind === 'constant') return
    this.place(entry, value)
    if (depth === 0 && !isSpread) entry.shown.push(value)
    if (isSpread) for (const target of this.reader.read(value)) this.showGiven(entry, target)
    // A name of the function around the table is filled in for this entry alone.
    const binding = shape.kind === 'binding' ? this.reader.script(value)?.bindings[shape.binding] : undefined
    if (!binding || binding.scope === 0 || binding.parameter || depth > 3) return
    for (const id of binding.definitions) this.show(entry, this.reader.beside(value, id), false, depth + 1)
  }

  /** What a table row hands to the entry that is made of it. */
  private showGiven(entry: TableEntry, value: ScriptValue): void {
    for (const target of this.reader.read(value)) {
      const shape = this.reader.shape(target)
      if (shape?.kind === 'object') {
        for (const item of shape.entries) {
          const part = this.reader.beside(target, item.value)
          const kind = this.reader.shape(part)?.kind
          if ((item.name !== null && STRUCTURE.has(item.name)) || kind === 'constant' || kind === 'array') continue
          this.place(entry, part)
          entry.shown.push(part)
        }
      } else if (shape && shape.kind !== 'constant' && shape.kind !== 'array' && shape.kind !== 'template') {
        this.place(entry, value)
        entry.shown.push(value)
      }
    }
  }

  private place(entry: TableEntry, value: ScriptValue): void {
    const shape = this.reader.shape(value)
    if (!shape) return
    const { start, end } = shape
    const isKnown = entry.places.some((place) => place.file === value.file && place.start === start && place.end === end)
    if (!isKnown) entry.places.push({ file: value.file, start, end })
  }
}

export function keyOf(at: ScriptValue): string {
  return `${at.file}|${at.script}|${at.value ?? ''}`
}

/** `:id(\\d+)` → `:id`, `/*` → `*`, `:rest*` → `*`; a segment that is not literal is a parameter. */
export function routerPath(path: string): string {
  return path.split('/').filter((segment) => segment !== '').map((segment) => {
    const plain = segment.replace(/\([^()]*\)/g, '')
    if (/^:\w+[*+]$/.test(plain) || plain === '*') return '*'
    return plain.includes(HOLE) ? ':value' : plain
  }).join('/')
}
