/** What a value of the graph turns out to be, across files. */
import type { ValueId } from '../../facts/script/graph.js'

export interface ValueReference {
  file: string
  script: number
  value: ValueId
}

/** An argument of a call; `isList`: a list of arguments, which stands for this one and those after it. */
export interface Argument extends ValueReference {
  isList?: true
}

export interface FunctionReference {
  file: string
  script: number
  function: number
}

export interface ClassReference {
  file: string
  script: number
  class: number
}

export type Meaning =
  /**
   * Something the project does not define: a global (`send`, path `send`) or a member of a package (root
   * `some-sdk`, path `default.track`). `()` in the path is the result of a call, `#` an instance.
   */
  | { kind: 'external'; root: 'global' | 'package'; name: string; path: string }
  | ({ kind: 'function' } & FunctionReference)
  | ({ kind: 'object' } & ValueReference)
  | ({ kind: 'class' } & ClassReference)
  | ({ kind: 'instance' } & ClassReference)
  /** The namespace of a module of the project. */
  | { kind: 'module'; file: string }
  | { kind: 'constant'; value: string | number | boolean | null }
  /** A value of a declared type whose definition is not seen. */
  | { kind: 'typed'; file: string; script: number; type: string }

export function sameMeaning(a: Meaning, b: Meaning): boolean {
  return meaningKey(a) === meaningKey(b)
}

export function meaningKey(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'external': return `e|${meaning.root}|${meaning.name}|${meaning.path}`
    case 'function': return `f|${meaning.file}|${meaning.script}|${meaning.function}`
    case 'object': return `o|${meaning.file}|${meaning.script}|${meaning.value}`
    case 'class': return `c|${meaning.file}|${meaning.script}|${meaning.class}`
    case 'instance': return `i|${meaning.file}|${meaning.script}|${meaning.class}`
    case 'module': return `m|${meaning.file}`
    case 'constant': return `k|${typeof meaning.value}|${String(meaning.value)}`
    case 'typed': return `t|${meaning.file}|${meaning.script}|${meaning.type}`
  }
}

/** `a.b` from a global or package path and a further name. */
export function extend(meaning: Meaning & { kind: 'external' }, suffix: string): Meaning {
  // Code that was built for two kinds of modules asks a module's default for its default.
  if (suffix === 'default' && meaning.root === 'package' && meaning.path === 'default') return meaning
  const path = suffix.startsWith('(') || suffix.startsWith('#') ? meaning.path + suffix
    : meaning.path === '' || meaning.path.endsWith('#') ? meaning.path + suffix : `${meaning.path}.${suffix}`
  return { ...meaning, path }
}
