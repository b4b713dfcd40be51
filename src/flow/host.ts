/** What the flow engine asks of those who run it. It knows code and no domain. */
import type { FileFacts } from '../facts/facts.js'
import type { ScriptFacts } from '../facts/script/graph.js'
import type { FunctionReference, ValueReference } from '../project/meaning/meaning.js'
import type { Resolver } from '../project/meaning/resolver.js'
import type { Models } from './models/model.js'
import type { Path } from './path.js'

/**
 * A place a value can be at:
 * - `value`: a value of the graph
 * - `binding`: what a name holds
 * - `given`: what something outside the project calls a function with; `id` is the call, the element or the handler it
 *   was given to, `slot` the argument index or the property name, and the path begins with the parameter's index
 * - `instance`: an instance of the class `id`
 * - `module`: what a module of the project exports; `slot` is its file, and the path begins with the exported name
 * - `origin`: what a row says comes into being at the value `id`; `slot` is the row's word for it
 */
export interface Spot {
  file: string
  script: number
  kind: 'value' | 'binding' | 'given' | 'instance' | 'module' | 'origin'
  id: number
  slot?: string
}

/** A question on its way backwards: where does what is at `path` of `spot` come from? */
export interface Trail {
  spot: Spot
  path: Path
  context: CallStack
  /** The value was hashed or encoded on the way. */
  hashed: boolean
  /** The name under which the value is kept when its key is computed: `form[event.target.name]` read as `form.email`. */
  hint: string | null
  /** The step nearer to the sink. */
  next: Trail | null
  /** What the parameter at the spot is called with is asked by another question. */
  isTold?: true
}

/** Calls the trail went into, innermost first; a parameter comes from the innermost that called its function. */
export type CallStack = { file: string; script: number; value: number; target: FunctionReference; outer: CallStack } | null

/** Where a trail ends: a source, as the host describes it. */
export interface Origin {
  /** The same for the same source: one flow from each is enough. */
  key: string
  /** There may be more behind it: the trail goes on. */
  goesOn?: true
}

export interface FlowHost<Found extends Origin> {
  resolver: Resolver
  models: Models
  facts(path: string): FileFacts | undefined
  /** Files that may bring a file in. */
  importers(path: string): readonly string[]
  /** Files that the pages which load a file load as well, as far as they seem to declare a name. */
  beside(path: string, name: string): readonly string[]
  /** True for calls that are questions of their own. */
  isAsked?(call: ValueReference): boolean
  /** Files that hold a word. */
  filesNaming(word: string): readonly string[]
  /** Ways of a value that only the host knows of. */
  joins?(trail: Trail): Trail[]
  /**
   * Sources at a place; `null` when it is none and the trail goes on, an empty list when it ends there harmlessly.
   * `isEnd`: nothing in the project says more about the value.
   */
  origins(trail: Trail, isEnd: boolean): readonly Found[] | null
}

export function scriptOf(host: Pick<FlowHost<Origin>, 'facts'>, spot: { file: string; script: number }): ScriptFacts | undefined {
  return host.facts(spot.file)?.scripts[spot.script]
}

/** Answers by key, kept for as long as those who ask. */
export type Memory<T, Key = string> = WeakMap<object, Map<Key, T>>

/**
 * The part of a memory that is of a host. It is the same whatever sources are asked for: those who ask for others take one
 * host and put other `origins` in it. Another run has another host, and may see other files; which calls are questions of
 * their own decides ways.
 */
export function rememberedOf<T, Key>(memory: Memory<T, Key>, host: FlowHost<Origin>): Map<Key, T> {
  const owner: object = host.isAsked ?? host.facts
  let answers = memory.get(owner)
  if (!answers) memory.set(owner, answers = new Map())
  return answers
}
