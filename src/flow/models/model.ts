/**
 * How values move through code that is not in the project: rows. One row names functions of a library (or methods of
 * any object) and says in a small notation what comes from where:
 *
 *     '= receiver'            the result is the receiver (`text.trim()`)
 *     '~ arguments'           the result is made of all arguments; parts of it are not told apart
 *     '[*] = 0()'             an element of the result is what the callback (argument 0) returns
 *     '0(0) = receiver[*]'    the callback's first parameter is an element of the receiver
 *     'receiver[*] = 0'       the call puts its first argument into the receiver
 *     '[0] = result[1](0)'    part 0 of the result is what part 1 of the result is called with
 *     '= 0(0)(0)'             the result is what the callback calls its own first parameter with
 *     '[*] = 0(0).next(0)'    the same of a method of that parameter
 *     '() = 0()'              calling the result gives what the callback returns (`create((set) => state)` of a store)
 *     '= context'             the result is what the context in the first argument is provided with
 *     '.email = @form'        that part is an origin of the kind `form`
 *     'receiver{0} = 1'       the part is named by the first argument (`map.set(key, value)`, `= receiver{0}` reads it)
 *     '= @form{0.name}'       the part is named by the property `name` of the first argument, or by each name of its list
 *     '= 0 pick 1'            the parts of the first argument that the second names (`omit`: the others)
 *     '0.onSubmit(0) = @form' the function in the options is called with it
 *     'children(0).values = @form'  of an element (`<Formik>`): the property's function is called with it
 *     '= @form{name}'         of an element: the part is named by its property `name`; `props.selector()` is one it calls
 *     '0(1) = @none'          that argument holds nothing of anybody
 *
 * Parts are `.name`, `[0]`, `[*]` and `{0}`; `()` is what a function returns. `@keys` of an object are its names.
 */
import type { Path } from '../path.js'

export interface ModelRow {
  /** Package (a regular expression on its specifier), or null for what the language and the browser give. */
  of: RegExp | null
  /**
   * Access paths from the package's namespace or from a global, separated by spaces: `useState`, `JSON.parse`,
   * `useForm().watch`; `.trim` is a method of any object, `FormData#` a constructor, `<Formik>` a component.
   */
  names: string
  /** Flows in the notation above; none: the result says nothing about what went in (`clean`). */
  flows: readonly string[]
  /** What happens to the value on the way. */
  mark?: Mark
  /** Only calls with so many arguments are meant. */
  arity?: number
  /** The result is what the callback lets through. */
  filters?: true
  /** What rows do not tell of the members of this result holds nothing. */
  closed?: true
}

/** Hashing, encoding and the like change how a value looks and not whose it is. */
export type Mark = 'hashed' | 'encoded'

export type Base =
  | { kind: 'result' }
  | { kind: 'receiver' }
  | { kind: 'argument'; index: number }
  | { kind: 'arguments' }
  | { kind: 'context' }
  | { kind: 'props' }
  | { kind: 'origin'; name: string }

export interface Source {
  base: Base
  path: Path
  /** The value is what this function gives back when it is called. */
  returned: boolean
  /** The value is what this function is called with: which argument. */
  calledWith: number | null
  /** The function is not the value but this parameter of it: `0(0)(1)` is what the callback calls its parameter with. */
  parameter: number | null
  /** Of the calls, only those whose first argument is this name. */
  named?: string
  /** Only the parts that arguments from an index on name, or only the others. */
  names?: { from: number; keeps: boolean }
}

export type Target =
  | { kind: 'result'; path: Path }
  | { kind: 'called'; path: Path }
  | { kind: 'receiver'; path: Path }
  | { kind: 'argument'; index: number; path: Path }
  /** What a function is called with; `slot` is where it is given: `0`, `0.onSubmit`, a property of an element. */
  | { kind: 'callback'; slot: string; parameter: number; path: Path }

export interface ModelFlow {
  target: Target
  source: Source
  /** Parts are not told apart. */
  mixes: boolean
}

/** @throws Error when the text is not in the notation: rows are code, and a wrong one is a bug. */
export function parseFlow(text: string): ModelFlow {
  const match = /^(.*?)\s*([=~])\s*(.+)$/.exec(text.trim())
  if (!match) throw new Error(`not a flow: "${text}"`)
  const [, target = '', sign = '', source = ''] = match
  return { target: parseTarget(target, text), source: parseSource(source, text), mixes: sign === '~' }
}

function parseTarget(text: string, whole: string): Target {
  const callback = /^(\w+(?:\.\w+)*)\((\d+)\)(.*)$/.exec(text)
  if (callback) {
    return { kind: 'callback', slot: callback[1] as string, parameter: Number(callback[2]), path: parsePath(callback[3] ?? '', whole) }
  }
  const argument = /^(\d+)(?!\()(.*)$/.exec(text)
  if (argument) return { kind: 'argument', index: Number(argument[1]), path: parsePath(argument[2] ?? '', whole) }
  if (text.startsWith('()')) return { kind: 'called', path: parsePath(text.slice(2), whole) }
  const receiver = /^receiver(.*)$/.exec(text)
  if (receiver) return { kind: 'receiver', path: parsePath(receiver[1] ?? '', whole) }
  return { kind: 'result', path: parsePath(text, whole) }
}

function parseSource(given: string, whole: string): Source {
  const limit = / (pick|omit) (\d+)$/.exec(given)
  const text = limit ? given.slice(0, limit.index) : given
  if (limit) return { ...parseSource(text, whole), names: { from: Number(limit[2]), keeps: limit[1] === 'pick' } }
  const inner = /^(\d+)\((\d+)\)((?:\.\w+)*)\((\d+)\)$/.exec(text)
  if (inner) {
    const [, index, parameter, path = '', calledWith] = inner
    return {
      base: { kind: 'argument', index: Number(index) }, path: parsePath(path, whole), returned: false, calledWith: Number(calledWith),
      parameter: Number(parameter),
    }
  }
  const match = /^(receiver|arguments|result|context|props|@[\w-]+|\d+)((?:\.@?[\w$]+|\[\w+\]|\[\*\]|\{[\w.]+\})*)(\(\)|\(\d+\)(?:\(\))?)?$/.exec(text)
  if (!match) throw new Error(`not a source: "${whole}"`)
  const [, base = '', path = '', call] = match
  const argument = /^\((\d+)\)/.exec(call ?? '')
  return {
    base: parseBase(base), path: parsePath(path, whole),
    returned: call?.endsWith('()') ?? false, calledWith: argument ? Number(argument[1]) : null, parameter: null,
  }
}

function parseBase(text: string): Base {
  if (text.startsWith('@')) return { kind: 'origin', name: text.slice(1) }
  if (/^\d/.test(text)) return { kind: 'argument', index: Number(text) }
  return { kind: text as 'receiver' | 'arguments' | 'result' | 'context' | 'props' }
}

function parsePath(text: string, whole: string): Path {
  const parts = [...text.matchAll(/\.(@?[\w$]+)|\[(\w+|\*)\]|(\{\w+(?:\.\w+)*\})/g)]
  if (parts.map(([part]) => part).join('') !== text) throw new Error(`not a path: "${text}" in "${whole}"`)
  return parts.map((part) => part[1] ?? part[2] ?? (part[3] as string))
}

/** A part that an argument names, `{0}`, `{0.name}`, or a property of an element, `{name}` (`index` null). */
export function namingArgument(part: string): { index: number | null; names: string[] } | null {
  const match = /^\{(\w+(?:\.\w+)*)\}$/.exec(part)
  if (!match) return null
  const [first = '', ...names] = (match[1] as string).split('.')
  return /^\d+$/.test(first) ? { index: Number(first), names } : { index: null, names: [first, ...names] }
}

/** A path with what only a call can tell left open. */
export function opened(path: Path): Path {
  return path.map((part) => (part.startsWith('{') ? '*' : part))
}

export interface Model {
  row: ModelRow
  flows: readonly ModelFlow[]
}

/** Finds the rows for what is called. */
export interface Models {
  /** True when rows describe the object that a path is a member of: what they do not tell of it holds nothing. */
  describes(name: string, path: string): boolean
  /** A function of a package (`name` its specifier) or a global (`name` null). */
  external(name: string | null, path: string): readonly Model[]
  method(name: string): readonly Model[]
}

/** Puts rows into an index. Rows of packages match by the access path with or without a leading `default`. */
export function indexModels(rows: readonly ModelRow[]): Models {
  const globals = new Map<string, Model[]>()
  const methods = new Map<string, Model[]>()
  const packages: { of: RegExp; byPath: Map<string, Model[]> }[] = []
  for (const row of rows) {
    const model = { row, flows: row.flows.map(parseFlow) }
    for (const name of row.names.trim().split(/\s+/)) addName(name, row, model, { globals, methods, packages })
  }
  return {
    method: (name) => methods.get(name) ?? [],
    describes: (name, path) => packages.some(({ of, byPath }) => of.test(name) && prefixesOf(path.replace(/^default\.?/, '')).some((prefix) => byPath.get(prefix)?.some(({ row }) => row.closed))),
    external(name, path) {
      if (name === null) return globals.get(path) ?? []
      const bare = path.replace(/^(<?)default\.?/, '$1')
      // `createSlice().actions.*`: any member.
      const any = bare.replace(/[^.]+$/, '*')
      return packages.flatMap(({ of, byPath }) => (of.test(name) ? (byPath.get(path) ?? byPath.get(bare) ?? byPath.get(any) ?? []) : []))
    },
  }
}

/** `useForm` for `useForm().reset`: the calls that a path goes through. */
function prefixesOf(path: string): string[] {
  return [...path.matchAll(/\(\)|#/g)].map((match) => (match[0] === '#' ? path.slice(0, match.index + 1) : path.slice(0, match.index)))
}

interface Tables {
  globals: Map<string, Model[]>
  methods: Map<string, Model[]>
  packages: { of: RegExp; byPath: Map<string, Model[]> }[]
}

function addName(name: string, row: ModelRow, model: Model, tables: Tables): void {
  if (name.startsWith('.')) return add(tables.methods, name.slice(1), model)
  if (row.of === null) return add(tables.globals, name, model)
  const known = tables.packages.find(({ of }) => of.source === row.of?.source)
  const table = known ?? { of: row.of, byPath: new Map<string, Model[]>() }
  if (!known) tables.packages.push(table)
  add(table.byPath, name, model)
}

function add(map: Map<string, Model[]>, key: string, model: Model): void {
  const list = map.get(key)
  if (list) list.push(model)
  else map.set(key, [model])
}
