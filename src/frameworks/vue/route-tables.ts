/** Where the route tables stand: in `createRouter`, `new VueRouter`, `addRoute`, or in modules of their own. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import { createRecordReader, type RecordGrammar, type RouteRecord } from '../reading/route-records.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

/** https://router.vuejs.org/api/interfaces/RouteRecordRaw.html */
const STRUCTURE = new Set(['path', 'name', 'children', 'redirect', 'alias', 'props', 'strict', 'sensitive', 'end', 'caseSensitive'])
const SHOWS = new Set(['component', 'components', 'redirect', 'children'])

export interface VueTable {
  file: string
  /** Top-level declaration the table stands in; null outside all of them. */
  unit: string | null
  records: RouteRecord[]
  /** Path the router lies at, HOLE and all; null when nothing says. */
  base: string | null
  /** Name of the record the table is added to. */
  parent: string | null
  /** Nothing was seen that hands the table to a router. */
  isGuess: boolean
}

const ROUTER_PACKAGES = /^(vue-router|@ionic\/vue-router|vue-router\/\w+|vite-ssg|nativescript-vue-router)(\/|$)/
const MAKERS = /^(createRouter|ViteSSG)$/

export function findTables(reader: ScriptReader, files: readonly string[], guessed: readonly string[]): VueTable[] {
  const grammar: RecordGrammar = {
    structure: STRUCTURE, isRecord, children: (at) => reader.property(at, 'children'),
  }
  const records = createRecordReader(reader, grammar)
  const tables: VueTable[] = []
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
  const add = (at: ScriptValue, found: RouteRecord[], facts: ScriptFacts, given: Partial<VueTable>): void => {
    const start = reader.shape(at)?.start ?? 0
    const units = facts.goal === 'module' ? facts.units : []
    const unit = units.find((item) => item.start <= start && start < item.end)
    if (found.length === 0) return
    const table: VueTable = {
      file: at.file, unit: unit?.name ?? null, records: found, base: null, parent: null, isGuess: false,
    }
    tables.push({ ...table, ...given })
  }
  each(files, (at, shape, facts) => {
    if (shape.kind !== 'call') return
    const parameters = shape.arguments.map((argument) => reader.beside(at, argument))
    if (makesRouter(reader, at, shape)) {
      for (const options of parameters) {
        const found = reader.property(options, 'routes').flatMap((value) => records.records(value))
        add(at, found, facts, { base: baseOf(reader, options) })
      }
      return
    }
    const method = facts.values[shape.callee]
    if (method?.kind !== 'member' || !/^addRoutes?$/.test(method.name ?? '')) return
    const [first, second] = parameters
    if (!first) return
    add(at, records.records(second ?? first), facts, { parent: second ? reader.text(first) : null })
  })
  each([...files, ...guessed], (at, shape, facts) => {
    if (shape.kind !== 'object' || records.hasSeen(at) || !isEvident(reader, at, shape)) return
    add(at, records.records(at), facts, { isGuess: true })
  })
  return tables.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

function makesRouter(reader: ScriptReader, at: ScriptValue, shape: Value & { kind: 'call' }): boolean {
  const name = reader.written(at, shape.callee)
  const facts = reader.script(at)
  const callee = facts?.values[shape.callee]
  const imported = callee?.kind === 'binding' ? facts?.bindings[callee.binding]?.imported : null
  if (imported) return ROUTER_PACKAGES.test(imported.source) && (shape.isNew || MAKERS.test(imported.name))
  // A script of a page, or `const VueRouter = require('vue-router')`.
  return /(^|\.)VueRouter(\.default|\.createRouter)?$/.test(name) || (shape.isNew && name === 'Router')
    || (MAKERS.test(name) && callee?.kind !== 'binding')
}

function isRecord(shape: Value & { kind: 'object' }): boolean {
  return shape.entries.some(({ name }) => name === null || name === 'path' || SHOWS.has(name))
}

/** An object nobody was seen to hand to a router says itself that it is a route: it has a path, and shows something. */
function isEvident(reader: ScriptReader, at: ScriptValue, shape: Value & { kind: 'object' }, depth = 0): boolean {
  const names = new Set(shape.entries.map(({ name }) => name))
  if (!names.has('path') || depth > 4) return false
  if (names.has('component') || names.has('components')) return true
  return reader.property(at, 'children').flatMap((list) => reader.items(list)).some((child) => {
    const inner = reader.shape(child)
    return inner?.kind === 'object' && isEvident(reader, child, inner, depth + 1)
  })
}

const HISTORY = /create(Web|WebHash|Memory)History$/

/** `history: createWebHistory('/clinic/')`, and `base` of version 3. */
function baseOf(reader: ScriptReader, options: ScriptValue): string | null {
  const [plain] = reader.property(options, 'base').flatMap((value) => reader.texts(value))
  if (plain !== undefined) return plain
  for (const value of reader.property(options, 'history')) {
    const shape = reader.shape(value)
    if (shape?.kind !== 'call' || !HISTORY.test(reader.written(value, shape.callee))) continue
    const [first] = shape.arguments
    return first === undefined ? null : reader.texts(reader.beside(value, first))[0] ?? null
  }
  return null
}
