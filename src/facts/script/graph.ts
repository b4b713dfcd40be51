/**
 * The value graph of one script: expressions, bindings and functions as flat, plain arrays that refer to one another by
 * index. Lowered once from the syntax tree; every later question ("what is this callee?", "does this parameter leave?")
 * is asked of the graph. Offsets are in the file.
 */
import type { Span } from '../../types.js'

export type ValueId = number
export type BindingId = number
export type FunctionId = number
export type GuardId = number

export type Value = Span & ValueShape

export type ValueShape =
  /** A literal. `undefined` is not a constant but the global of that name. */
  | { kind: 'constant'; value: string | number | boolean | null }
  /** Template literal or string concatenation; parts in order. */
  | { kind: 'template'; parts: ValueId[] }
  | { kind: 'binding'; binding: BindingId }
  /** An identifier no binding of this file declares; `window.x`, `globalThis.x`, `self.x` are the same. */
  | { kind: 'global'; name: string }
  /**
   * `object.name`; `name` null when computed, then `key` holds the value. `*` is an element of a list, `@keys` one of
   * the names of an object, as loops go through them.
   */
  | { kind: 'member'; object: ValueId; name: string | null; key: ValueId | null }
  | { kind: 'call'; callee: ValueId; arguments: ValueId[]; isNew: boolean }
  | { kind: 'object'; entries: ObjectEntry[] }
  | { kind: 'array'; items: ValueId[] }
  | { kind: 'spread'; value: ValueId }
  /** What a destructuring leaves: the object without the named parts, or the list from an index on. */
  | { kind: 'rest'; object: ValueId; without: string[]; from: number }
  | { kind: 'function'; function: FunctionId }
  | { kind: 'class'; class: number }
  /** Conditional, logical or comma expression: the value is one of these. `test` is null for logical operators. */
  | { kind: 'choice'; test: ValueId | null; values: ValueId[] }
  /** Any other operator: the result depends on the operands and is not one of them. */
  | { kind: 'operation'; operator: string; operands: ValueId[] }
  | { kind: 'await'; value: ValueId }
  /** `isSuper`: the same object, with the members of the class above. */
  | { kind: 'this'; function: FunctionId; isSuper?: true }
  /** What a generator is handed back for what it yields. */
  | { kind: 'yield'; function: FunctionId; value: ValueId }
  | { kind: 'element'; name: ValueId | string; properties: ObjectEntry[]; children: ValueId[] }
  | { kind: 'import'; source: ValueId }
  | { kind: 'regexp'; pattern: string }
  /** A template expression that was masked; the code is in `FileFacts.templateSpans`. */
  | { kind: 'hole' }
  | { kind: 'unknown'; operands: ValueId[] }

/** `name` null: a spread, or a computed key held in `key`. */
export interface ObjectEntry {
  name: string | null
  key: ValueId | null
  value: ValueId
  /** `get name() { … }`: reading it calls the function; `set name(value) { … }`: writing it does. */
  getter?: true
  setter?: true
}

export interface Binding {
  name: string
  kind: 'parameter' | 'const' | 'let' | 'var' | 'function' | 'class' | 'import' | 'catch' | 'enum'
  /** Function it is declared in; 0 is the script's own top level. */
  scope: FunctionId
  span: Span
  /** Every value assigned to it, with its declaration first. */
  definitions: ValueId[]
  /** For imports: what is imported; `*` is the namespace. */
  imported: { source: string; name: string; typeOnly: boolean } | null
  /** For parameters: which one, the path inside it when it was destructured, and the parts that others took. */
  parameter: { function: FunctionId; index: number; path: string[]; rest: boolean; without?: string[] } | null
  /** Declared type in TypeScript, as written, when it is a plain name: `ITrackingService`. */
  type: string | null
}

export interface FunctionFacts extends Span {
  name: string | null
  /** Enclosing function, -1 for the top level. */
  parent: FunctionId
  /** Values returned. */
  returns: ValueId[]
  /** Values yielded; absent when there are none. */
  yields?: ValueId[]
  parameters: number
  /** Class whose member it is. */
  class: number
  isArrow: boolean
  isAsync: boolean
  isGenerator: boolean
  /** Called where it is written: `(function () {…})()`. */
  immediate: boolean
  /** Number of statements that are neither declarations, guards nor returns: how much it does beside what we follow. */
  statements: number
}

export interface ClassMember {
  name: string
  isStatic: boolean
  kind: 'method' | 'getter' | 'setter' | 'field' | 'constructor'
  value: ValueId | null
  /** Declared type, when it is a plain name. */
  type: string | null
  /** `@Get('/x')`: absent when there are none. */
  decorators?: ValueId[]
}

export interface ClassFacts extends Span {
  name: string | null
  /** Scope the class stands in. */
  scope: FunctionId
  superclass: ValueId | null
  implements: string[]
  members: ClassMember[]
  decorators: ValueId[]
}

/** `object.name = value`, `object[key] = value`. */
export interface Store extends Span {
  object: ValueId
  name: string | null
  key: ValueId | null
  value: ValueId
  scope: FunctionId
  guard: GuardId
}

/** `delete object.name`. */
export interface Deletion extends Span {
  object: ValueId
  name: string | null
}

/** Code that may run again, or not at all, without a condition of its own. */
export interface Region extends Span {
  kind: 'loop' | 'catch' | 'branch'
}

/** A call that is evaluated, in order. */
export interface CallSite {
  value: ValueId
  scope: FunctionId
  /** Innermost condition it stands under, -1 when none. */
  guard: GuardId
}

/**
 * A condition; `parent` is the next outer one, in the same or an enclosing function. The span is that of the code which
 * stands under it, from the first value to the last.
 */
export interface Guard extends Span {
  test: ValueId
  /** The guarded code runs when the test is truthy (or, for an early return, falsy). */
  whenTrue: boolean
  parent: GuardId
}

export interface ExportFacts extends Span {
  /** Exported name; `default`; `*` for `export * from`. */
  name: string
  value: ValueId | null
  binding: BindingId | null
  /** For re-exports. */
  from: { source: string; name: string } | null
}

export interface ImportFacts extends Span {
  source: string
  kind: 'import' | 'export' | 'require' | 'dynamic' | 'type'
  /** Names brought in; empty for side effects; `*` for the namespace or what cannot be told. */
  names: string[]
}

/** Modules that a pattern brings in. */
export interface ModulePattern extends Span {
  /** Relative to the file, or beginning with an alias; any of them. */
  globs: string[]
  except: string[]
  /** A regular expression that the path below the directory fits as well. */
  fits: string | null
  /** All of the files are brought in, and not one of them by a name that is made while the page runs. */
  isLiteral: boolean
}

/** A top-level declaration and which others it uses: the units of reach inside a file. */
export interface Unit extends Span {
  name: string
  /** All names it declares; the first is `name`. Empty for an expression that is exported without a name. */
  names: string[]
  /** Names under which it is exported. */
  exports: string[]
  /** Bindings of the top level that its code mentions. */
  uses: BindingId[]
}

/** Where in the markup a handler or a template expression stands. */
export interface Attachment {
  /** Element name as written. */
  element: string
  /** Attribute name as written; null for an expression between tags. */
  attribute: string | null
  /** Offset of the element's start tag: `FieldFacts.start` when it is a field. */
  start: number
}

export interface ScriptFacts extends Span {
  goal: 'module' | 'script' | 'handler' | 'expression'
  server: boolean
  /** The value of another script of the file this code is a string in: it runs where that string is used. */
  host: { script: number; value: ValueId } | null
  /** The markup this code is an attribute or a text of; absent for script bodies. */
  attached?: Attachment
  /** Values that markup in a tagged template is given as handlers, with the element each stands on. */
  placed?: (Attachment & { value: ValueId })[]
  values: Value[]
  bindings: Binding[]
  functions: FunctionFacts[]
  classes: ClassFacts[]
  calls: CallSite[]
  stores: Store[]
  deletions: Deletion[]
  regions: Region[]
  guards: Guard[]
  exports: ExportFacts[]
  imports: ImportFacts[]
  patterns?: ModulePattern[]
  units: Unit[]
  /** Top-level bindings mentioned by code outside every unit. */
  topLevelUses: BindingId[]
  /** Calls with one plain type argument, by value: `container.get<ITracking>(…)` → `ITracking`. */
  typed?: Record<ValueId, string>
  /** The name by which it finds the other files of its build, of which its imports and exports are modules by their ids. */
  build?: string
  /** Code of vendors' packages that a build has put here. */
  packaged?: Span[]
}
