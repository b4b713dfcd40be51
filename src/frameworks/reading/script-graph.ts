/** The values of scripts as their graphs have them, and names as they are written. */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { FrameworkHost } from '../framework.js'

/** A value of a script, or (with `value` null) a whole module as `import * as name` sees it. */
export interface ScriptValue {
  file: string
  /** Index in `FileFacts.scripts`. */
  script: number
  value: ValueId | null
  given: Given
}

/** What parameters stand for while the function they belong to is read; keys are those of `parameterKey`. */
export type Given = ReadonlyMap<string, readonly ScriptValue[]>

export const NOTHING_GIVEN: Given = new Map()

/** Names a parameter of a function, for `Given`. */
export function parameterKey(at: Pick<ScriptValue, 'file' | 'script'>, id: FunctionId, index: number): string {
  return `${at.file}|${at.script}|${id}|${index}`
}

export class ScriptGraph {
  constructor(readonly host: Pick<FrameworkHost, 'facts' | 'resolve' | 'has'>) {}

  scripts(file: string): readonly ScriptFacts[] {
    return this.host.has(file) ? this.host.facts(file).scripts : []
  }

  script(at: ScriptValue): ScriptFacts | undefined {
    return this.scripts(at.file)[at.script]
  }

  /** The graph's own value; undefined for a module. */
  shape(at: ScriptValue): Value | undefined {
    return at.value === null ? undefined : this.script(at)?.values[at.value]
  }

  /** Another value of the same script. */
  beside = (at: ScriptValue, value: ValueId): ScriptValue => ({ ...at, value })

  /** `<>…</>` and `<Fragment>`. */
  isFragment(at: ScriptValue, shape: Value & { kind: 'element' }): boolean {
    return shape.name === '' || /^(React\.)?Fragment$/.test(this.elementName(at, shape))
  }

  /** The name of an element as written: `Route`, `Layout.Main`, `div`. */
  elementName(at: ScriptValue, shape: Value & { kind: 'element' }): string {
    return typeof shape.name === 'string' ? shape.name : this.written(at, shape.name)
  }

  /** A name or a chain of names as written, `''` for anything else. */
  written(at: ScriptValue, id: ValueId): string {
    const shape = this.script(at)?.values[id]
    if (shape?.kind === 'binding') return this.script(at)?.bindings[shape.binding]?.name ?? ''
    if (shape?.kind === 'global') return shape.name
    if (shape?.kind !== 'member' || shape.name === null) return ''
    const object = this.written(at, shape.object)
    return object === '' ? '' : `${object}.${shape.name}`
  }
}
