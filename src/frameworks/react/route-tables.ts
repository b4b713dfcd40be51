/** Where an application's route tables stand, and which of them is shown inside an entry of another. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { NOTHING_GIVEN } from '../reading/script-values.js'
import { TableReader, type TableEntry } from './route-table.js'

export interface RouteTableSite {
  file: string
  /** Half-open range of offsets of the table in its file. */
  start: number
  end: number
  /** Top-level declaration the table stands in, null when it stands outside all. */
  unit: string | null
  entries: TableEntry[]
  /** Version 5: paths are whole ones. */
  isAbsolute: boolean
  /** An array that looks like a table; nothing was seen that renders it. */
  isGuess: boolean
  basename: string
  /** How many entries of other tables show this one. */
  mounts: number
  /** The tables each entry shows. */
  mounted: Map<TableEntry, RouteTableSite[]>
}

const MAKERS = /^(create\w*Router|createRoutesFrom(Elements|Children)|useRoutes|\w+UseRoutes|renderRoutes)$/i
const AROUND = /(^|\.)(\w*Routes|\w*Switch)$/
const ROUTE = /(^|\.)\w*Route$/

/** The outermost tables of the files; `guessed` files are asked for arrays of route objects alone. */
export function findTables(
  reader: ScriptReader, files: readonly string[], guessed: readonly string[],
): RouteTableSite[] {
  const tables = new TableReader(reader)
  const sites: RouteTableSite[] = []
  const each = (paths: readonly string[], find: (at: ScriptValue, shape: Value, facts: ScriptFacts) => void): void => {
    for (const file of paths) {
      for (const [script, facts] of reader.scripts(file).entries()) {
        // From the last to the first: what stands around comes after its parts.
        for (let value = facts.values.length - 1; value >= 0; value--) {
          find({ file, script, value, given: NOTHING_GIVEN }, facts.values[value] as Value, facts)
        }
      }
    }
  }
  const add = (at: ScriptValue, entries: TableEntry[], facts: ScriptFacts, given: Partial<RouteTableSite>): void => {
    const shape = reader.shape(at)
    if (!shape || entries.length === 0) return
    const units = facts.goal === 'module' ? facts.units : []
    const unit = units.find(({ start, end }) => start <= shape.start && shape.start < end)
    sites.push({
      file: at.file, start: shape.start, end: shape.end, unit: unit?.name ?? null, entries, isAbsolute: false,
      isGuess: false, basename: '', mounts: 0, mounted: new Map(), ...given,
    })
  }
  each(files, (at, shape, facts) => {
    if (tables.hasSeen(at)) return
    if (shape.kind === 'call' && MAKERS.test(reader.written(at, shape.callee).replace(/^.*\./, ''))) {
      const [table, options] = shape.arguments.map((argument) => reader.beside(at, argument))
      const basename = options ? reader.property(options, 'basename').map((value) => reader.text(value))[0] : undefined
      if (table) add(at, tables.entries(table), facts, { basename: basename ?? '' })
    }
    if (shape.kind === 'element' && typeof shape.name === 'number' && isComponentRouter(facts, facts.values[shape.name])) {
      add(at, tables.componentEntries(at), facts, { basename: reader.property(at, 'basepath').map((value) => reader.text(value))[0] ?? '' })
    }
    if (shape.kind === 'element' && AROUND.test(reader.elementName(at, shape))) {
      const entries = tables.entries(at)
      const isAbsolute = /Switch$/.test(reader.elementName(at, shape)) || entries.some((entry) => entry.isAbsolute)
      add(at, entries, facts, { isAbsolute })
    }
  })
  each(files, (at, shape, facts) => {
    if (shape.kind !== 'element' || tables.hasSeen(at) || !ROUTE.test(reader.elementName(at, shape))) return
    const entries = tables.entries(at)
    add(at, entries, facts, { isAbsolute: entries.some(({ isAbsolute }) => isAbsolute) })
  })
  each([...files, ...guessed], (at, shape, facts) => {
    if (shape.kind !== 'array' || shape.items.length === 0 || tables.hasSeen(at)) return
    const objects = shape.items.filter((item) => facts.values[item]?.kind === 'object')
    if (objects.length === 0 || !objects.every((item) => isEvident(facts.values[item] as Value & { kind: 'object' }))) return
    if (objects.every((item) => tables.hasSeen(reader.beside(at, item)))) return
    add(at, tables.entries(at), facts, { isGuess: true })
  })
  return sites.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
}

const COMPONENT_ROUTERS = new Set(['@reach/router', '@gatsbyjs/reach-router', 'preact-router', 'preact-iso', '@solidjs/router'])

/** `<Router>` of a package whose routes are components with a `path`. */
function isComponentRouter(facts: ScriptFacts, name: Value | undefined): boolean {
  const imported = name?.kind === 'binding' ? facts.bindings[name.binding]?.imported : null
  return imported !== null && imported !== undefined && /^(Router|default)$/.test(imported.name) && COMPONENT_ROUTERS.has(imported.source)
}

/** An object nobody was seen to render as a route says what it shows in no uncertain terms. */
function isEvident(shape: Value & { kind: 'object' }): boolean {
  const names = new Set(shape.entries.map(({ name }) => name))
  const shows = ['element', 'Component', 'component', 'lazy', 'children']
  return (names.has('path') || names.has('index')) && shows.some((name) => names.has(name))
}

/** Links tables to the entries whose components render them. */
export function mountTables(reader: ScriptReader, sites: readonly RouteTableSite[]): void {
  if (sites.length < 2) return
  for (const outer of sites) {
    const visit = (entries: readonly TableEntry[]): void => {
      for (const entry of entries) {
        visit(entry.children)
        // Only what goes on below its own path can hold further routes; version 5 does not say.
        const isLayout = entry.paths.length === 0 && entry.children.length > 0
        if (isLayout) continue
        const goesOn = entry.paths.length === 0 || entry.paths.some((path) => path.endsWith('*'))
        if (entry.isIndex || !(goesOn || outer.isAbsolute || entry.isAbsolute)) continue
        const inner = tablesIn(reader, entry, sites).filter((site) => site !== outer)
        if (inner.length === 0) continue
        outer.mounted.set(entry, inner)
        for (const site of inner) site.mounts++
      }
    }
    visit(outer.entries)
  }
  breakRounds(sites)
}

/** Tables that only show one another hang on none: the first of them counts as outermost. */
function breakRounds(sites: readonly RouteTableSite[]): void {
  const reached = new Set<RouteTableSite>()
  const walk = (site: RouteTableSite): void => {
    if (reached.has(site)) return
    reached.add(site)
    for (const inner of site.mounted.values()) inner.forEach(walk)
  }
  sites.filter(({ mounts }) => mounts === 0).forEach(walk)
  for (const site of sites) {
    if (reached.has(site)) continue
    site.mounts = 0
    walk(site)
  }
}

interface CodeRange {
  file: string
  script: number
  start: number
  end: number
}

/** How many components deep a table may stand below an entry's own. */
const DEPTH = 3

function tablesIn(reader: ScriptReader, entry: TableEntry, sites: readonly RouteTableSite[]): RouteTableSite[] {
  const found = new Set<RouteTableSite>()
  const seen = new Set<string>()
  let ranges: CodeRange[] = entry.shown.flatMap((value) => {
    const shape = reader.shape(value)
    return shape ? [{ file: value.file, script: value.script, start: shape.start, end: shape.end }] : []
  })
  for (let depth = 0; depth <= DEPTH && ranges.length > 0; depth++) {
    const next: CodeRange[] = []
    for (const range of ranges) {
      const key = `${range.file}|${range.start}`
      if (seen.has(key)) continue
      seen.add(key)
      for (const site of sites) {
        if (site.file === range.file && range.start <= site.start && site.end <= range.end) found.add(site)
      }
      next.push(...componentsIn(reader, range))
    }
    ranges = next
  }
  return [...found]
}

/** Code of the project's components that a part of a script mentions. */
function componentsIn(reader: ScriptReader, range: CodeRange): CodeRange[] {
  const facts = reader.scripts(range.file)[range.script]
  if (!facts) return []
  const mentioned = new Set<number>()
  const found: CodeRange[] = []
  facts.values.forEach((shape, value) => {
    if (shape.start < range.start || shape.end > range.end) return
    if (shape.kind === 'binding') {
      const binding = facts.bindings[shape.binding]
      if (mentioned.has(shape.binding) || !binding || binding.scope !== 0) return
      mentioned.add(shape.binding)
    } else if (shape.kind !== 'import') return
    found.push(...codeOf(reader, { file: range.file, script: range.script, value, given: NOTHING_GIVEN }, 0))
  })
  return found
}

/** The functions and classes a component is made of, through `lazy`, `memo` and other wrappers. */
function codeOf(reader: ScriptReader, at: ScriptValue, depth: number): CodeRange[] {
  if (depth > 4) return []
  return reader.read(at).flatMap((target) => {
    if (target.value === null) return loadedCode(reader, target, depth)
    const shape = reader.shape(target)
    if (shape?.kind === 'call') {
      return shape.arguments.flatMap((argument) => codeOf(reader, reader.beside(target, argument), depth + 1))
    }
    if (shape?.kind === 'function' && depth > 0) {
      // `lazy(() => import('./x'))`
      const loaded = reader.results(target).filter((value) => value.value === null || reader.shape(value)?.kind === 'object')
      if (loaded.length > 0) return loaded.flatMap((value) => loadedCode(reader, value, depth))
    }
    const range = { file: target.file, script: target.script, start: shape?.start ?? 0, end: shape?.end ?? 0 }
    return shape?.kind === 'function' || shape?.kind === 'class' || shape?.kind === 'element' ? [range] : []
  })
}

function loadedCode(reader: ScriptReader, at: ScriptValue, depth: number): CodeRange[] {
  const exported = at.value === null ? reader.exported(at.file, 'default') : reader.property(at, 'default')
  return exported.flatMap((value) => codeOf(reader, value, depth + 1))
}

/** `basename` of a router component. */
export function basenameOf(reader: ScriptReader, files: readonly string[]): string | null {
  for (const file of files) {
    for (const [script, facts] of reader.scripts(file).entries()) {
      for (const [value, shape] of facts.values.entries()) {
        const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
        if (shape.kind !== 'element' || !/Router(Provider)?$/.test(reader.elementName(at, shape))) continue
        const text = reader.property(at, 'basename').map((item) => reader.text(item))[0] ?? null
        if (text !== null) return text
      }
    }
  }
  return null
}
