/**
 * Route tables made of plain objects, `{ path, component, children }`, as trees of records. What a record shows is told
 * by the places of its values: whatever they mention is on the record's routes.
 */
import type { Value } from '../../facts/script/graph.js'
import type { RoutePlace } from '../framework.js'
import type { ScriptReader, ScriptValue } from './script-values.js'

export interface RouteRecord {
  /** The object. */
  at: ScriptValue
  /** Paths as written, HOLE for what is not literal; empty when there is none. */
  paths: string[]
  places: RoutePlace[]
  children: RouteRecord[]
}

/** How a router writes its records. */
export interface RecordGrammar {
  /** Names of what says where a record is, and not what it shows. */
  structure: ReadonlySet<string>
  /** Lists of records below a record, and records that stand alone. */
  children(at: ScriptValue): ScriptValue[]
  /** False for objects that are no records, though they stand among them. */
  isRecord(shape: Value & { kind: 'object' }): boolean
}

/** A table deeper or larger than this holds itself. */
const DEPTH = 20
const RECORDS = 8000
/** How many local names deep a value is followed. */
const NAMES = 3

export interface RecordReader {
  /** Records of an array, or of a single object. */
  records(at: ScriptValue): RouteRecord[]
  /** True for an object that was read as a record before. */
  hasSeen(at: ScriptValue): boolean
}

export function createRecordReader(reader: ScriptReader, grammar: RecordGrammar): RecordReader {
  const seen = new Set<string>()
  let count = 0

  const read = (at: ScriptValue, depth: number): RouteRecord[] => {
    if (depth > DEPTH || count > RECORDS) return []
    return reader.items(at).flatMap((item) => reader.read(item)).flatMap((item): RouteRecord[] => {
      const shape = reader.shape(item)
      if (shape?.kind === 'array') return read(item, depth + 1)
      if (shape?.kind !== 'object' || !grammar.isRecord(shape)) return []
      seen.add(keyOf(item))
      count++
      const record: RouteRecord = { at: item, paths: pathsOf(reader, item), places: [], children: [] }
      for (const { name, value } of shape.entries) {
        const at = reader.beside(item, value)
        if (name === null || !grammar.structure.has(name)) showValue(reader, record, at, name === null, 0)
      }
      for (const values of item.given.values()) for (const value of values) showGiven(reader, record, value, grammar)
      record.children = grammar.children(item).flatMap((value) => read(value, depth + 1))
      return [record]
    })
  }
  return { records: (at) => read(at, 0), hasSeen: (at) => seen.has(keyOf(at)) }
}

function keyOf(at: ScriptValue): string {
  return `${at.file}|${at.script}|${at.value ?? ''}`
}

function pathsOf(reader: ScriptReader, at: ScriptValue): string[] {
  const found = reader.property(at, 'path').flatMap((value) => {
    const items = reader.shape(value)?.kind === 'array' ? reader.items(value) : [value]
    return items.flatMap((item) => reader.texts(item))
  })
  return [...new Set(found)]
}

/** The place of a value, and of the local names it stands for, which a function fills in for this record alone. */
function showValue(reader: ScriptReader, record: RouteRecord, at: ScriptValue, isSpread: boolean, depth: number): void {
  const shape = reader.shape(at)
  if (!shape || shape.kind === 'constant') return
  addPlace(reader, record, at)
  if (isSpread) for (const target of reader.read(at)) addPlaces(reader, record, target)
  const binding = shape.kind === 'binding' ? reader.script(at)?.bindings[shape.binding] : undefined
  if (!binding || binding.scope === 0 || binding.parameter || depth > NAMES) return
  for (const id of binding.definitions) showValue(reader, record, reader.beside(at, id), false, depth + 1)
}

/** What is handed to the function that makes the record: `page('visits', Visits)`. */
function showGiven(reader: ScriptReader, record: RouteRecord, at: ScriptValue, grammar: RecordGrammar): void {
  const shape = reader.shape(at)
  // A list or a table that is handed over holds the parts of more records than this.
  if (!shape || shape.kind === 'constant' || shape.kind === 'array' || shape.kind === 'template') return
  if (shape.kind !== 'object') return addPlace(reader, record, at)
  for (const { name, value } of shape.entries) {
    const part = reader.beside(at, value)
    const kind = reader.shape(part)?.kind
    if ((name === null || !grammar.structure.has(name)) && kind !== 'array') addPlace(reader, record, part)
  }
}

function addPlaces(reader: ScriptReader, record: RouteRecord, at: ScriptValue): void {
  const shape = reader.shape(at)
  if (shape?.kind === 'object') for (const { value } of shape.entries) addPlace(reader, record, reader.beside(at, value))
}

function addPlace(reader: ScriptReader, record: RouteRecord, at: ScriptValue): void {
  const shape = reader.shape(at)
  if (!shape || shape.kind === 'constant' || record.places.some((place) => isPlace(place, at.file, shape))) return
  record.places.push({ file: at.file, start: shape.start, end: shape.end })
}

function isPlace(place: RoutePlace, file: string, { start, end }: Value): boolean {
  return place.file === file && place.start === start && place.end === end
}
