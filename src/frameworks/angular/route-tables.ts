/**
 * Route tables of Angular: what modules and providers are given, and what `loadChildren` leads to.
 * https://angular.dev/guide/routing/define-routes, https://angular.dev/guide/ngmodules/overview
 */
import { hasHole } from '../../parse/hole.js'
import type { Value } from '../../facts/script/graph.js'
import { createRecordReader, type RecordGrammar, type RouteRecord } from '../reading/route-records.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

export interface AngularTable {
  records: RouteRecord[]
  /** Nothing was seen that hands the table to a router, or the module it belongs to may be loaded below a path. */
  isGuess: boolean
}

/** Names of what says where a route is and not what it shows. */
const STRUCTURE = new Set([
  'path', 'pathMatch', 'redirectTo', 'children', 'outlet', 'title', 'data', 'runGuardsAndResolvers', 'matcher', 'id',
])
const SHOWS = ['component', 'loadComponent', 'loadChildren', 'children', 'redirectTo']
const ROOT = /(^|\.)(RouterModule\.forRoot|provideRouter|provideRoutes)$/
const CHILD = /(^|\.)RouterModule\.forChild$/
const DEPTH = 12

/** Tables of the files, the root's first. `source` is where the paths of old string modules may count from. */
export function findTables(reader: ScriptReader, files: readonly string[], source: string): AngularTable[] {
  const grammar: RecordGrammar = {
    structure: STRUCTURE, isRecord, children: (at) => childTables(reader, at, source),
  }
  const records = createRecordReader(reader, grammar)
  const given = (name: RegExp): ScriptValue[] => files.flatMap((file) => reader.scripts(file).flatMap((facts, script) =>
    facts.values.flatMap((shape): ScriptValue[] => {
      const [table] = shape.kind === 'call' ? shape.arguments : []
      const at: ScriptValue = { file, script, value: table ?? null, given: NOTHING_GIVEN }
      return shape.kind === 'call' && table !== undefined && name.test(reader.written(at, shape.callee)) ? [at] : []
    })))
  const roots = given(ROOT).map((at): AngularTable => ({ records: records.records(at), isGuess: false }))
  const isSeen = (at: ScriptValue): boolean => {
    const items = reader.items(at).flatMap((item) => reader.read(item))
    return items.length > 0 && items.every((item) => records.hasSeen(item))
  }
  // Modules that no lazy route leads to are part of the application's own.
  const eager = given(CHILD).filter((at) => !isSeen(at)).map((at): AngularTable => ({ records: records.records(at), isGuess: false }))
  const guessed = files.flatMap((file) => reader.scripts(file).flatMap((facts, script) => {
    const found: AngularTable[] = []
    // From the last to the first: what stands around comes after its parts.
    for (let value = facts.values.length - 1; value >= 0; value--) {
      const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
      const shape = facts.values[value] as Value
      if (shape.kind !== 'object' || records.hasSeen(at) || !isEvident(shape)) continue
      found.push({ records: records.records(at), isGuess: true })
    }
    return found
  }))
  return [...roots, ...eager, ...guessed].filter(({ records: found }) => found.length > 0)
}

function isRecord(shape: Value & { kind: 'object' }): boolean {
  return shape.entries.some(({ name }) => name === null || name === 'path' || name === 'matcher' || SHOWS.includes(name))
}

function isEvident(shape: Value & { kind: 'object' }): boolean {
  const names = new Set(shape.entries.map(({ name }) => name))
  return names.has('path') && ['component', 'loadComponent', 'loadChildren'].some((name) => names.has(name))
}

function childTables(reader: ScriptReader, at: ScriptValue, source: string): ScriptValue[] {
  return [
    ...reader.property(at, 'children'),
    ...reader.property(at, 'loadChildren').flatMap((value) => loadedTables(reader, value, source, 0)),
  ]
}

/** `() => import('./x').then((m) => m.X)`, `() => import('./x')`, `'./x.module#XModule'`: a module's tables, or a table. */
function loadedTables(reader: ScriptReader, at: ScriptValue, source: string, depth: number): ScriptValue[] {
  if (depth > DEPTH) return []
  return reader.read(at).flatMap((target): ScriptValue[] => {
    if (target.value === null) {
      return reader.exported(target.file, 'default').flatMap((value) => loadedTables(reader, value, source, depth + 1))
    }
    const shape = reader.shape(target)
    switch (shape?.kind) {
      case 'array': return [target]
      case 'class': return moduleTables(reader, target, new Set())
      case 'function': return reader.results(target).flatMap((value) => loadedTables(reader, value, source, depth + 1))
      case 'constant': return stringTables(reader, target, String(shape.value), source)
      case 'object': return reader.property(target, 'default').flatMap((value) => loadedTables(reader, value, source, depth + 1))
      // `from(import('./x'))`, `loadRemote(() => import('./x'))`
      case 'call': return shape.arguments.flatMap((argument) => loadedTables(reader, reader.beside(target, argument), source, depth + 1))
      default: return []
    }
  })
}

/** Before version 8: a module by its path and the name of its class. */
function stringTables(reader: ScriptReader, at: ScriptValue, written: string, source: string): ScriptValue[] {
  const [path = '', name = 'default'] = written.split('#')
  if (path === '' || hasHole(written)) return []
  const host = reader.host
  const beside = host.resolve(at.file, /^\.{1,2}\//.test(path) ? path : `./${path}`)
  const file = beside ?? host.resolve(`${source}/main.ts`, `./${path}`) ?? host.resolve(at.file, path)
  return file === null ? [] : reader.exported(file, name).flatMap((value) => loadedTables(reader, value, source, 1))
}

/** Tables a module gives to the router itself and through the modules it imports. */
function moduleTables(reader: ScriptReader, at: ScriptValue, seen: Set<string>): ScriptValue[] {
  const shape = reader.shape(at)
  const facts = shape?.kind === 'class' ? reader.script(at)?.classes[shape.class] : undefined
  const key = `${at.file}|${at.script}|${at.value ?? ''}`
  if (!facts || seen.has(key)) return []
  seen.add(key)
  const metadata = facts.decorators.flatMap((id) => {
    const call = reader.shape(reader.beside(at, id))
    return call?.kind === 'call' ? call.arguments.slice(0, 1).map((argument) => reader.beside(at, argument)) : []
  })
  const imported = metadata.flatMap((value) => reader.property(value, 'imports')).flatMap((list) => reader.items(list))
  const provided = metadata.flatMap((value) => reader.property(value, 'providers')).flatMap((list) => reader.items(list))
  return [...imported, ...provided].flatMap((item) => reader.read(item)).flatMap((item): ScriptValue[] => {
    const part = reader.shape(item)
    if (part?.kind === 'class') return moduleTables(reader, item, seen)
    if (part?.kind === 'object') {
      // `{ provide: ROUTES, useValue: routes, multi: true }`, `{ ngModule: XModule, … }`
      const provides = reader.property(item, 'provide').some((value) => isRoutes(reader, value))
      const inner = reader.property(item, 'ngModule').flatMap((value) => moduleTables(reader, value, seen))
      return [...inner, ...provides ? reader.property(item, 'useValue') : []]
    }
    if (part?.kind !== 'call') return []
    const name = reader.written(item, part.callee)
    const [first] = part.arguments
    if (CHILD.test(name) || ROOT.test(name)) return first === undefined ? [] : [reader.beside(item, first)]
    return []
  })
}

function isRoutes(reader: ScriptReader, at: ScriptValue): boolean {
  return at.value !== null && /(^|\.)ROUTES$/.test(reader.written(at, at.value))
}
