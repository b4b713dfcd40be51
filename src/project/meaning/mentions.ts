/** Functions around a place of a script, and where a file names one of them; looked up in indexes that are made once. */
import type { FileFacts } from '../../facts/facts.js'
import type { BindingId, FunctionFacts, FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { spansAround } from '../../lines.js'
import { scriptIndex } from './script-index.js'
import { add } from './script-maps.js'
import { isOneUnit } from '../sightings/units.js'

interface Mentions {
  functionsAround(offset: number): number[]
  guardsAround(offset: number): number[]
  /** Bindings that hold a function: `function f() {}`, `const f = () => {}`, `const f = useCallback(() => {})`. */
  holders(value: ValueId): readonly BindingId[]
  /** Offsets at which a binding, or a name that no binding of the script declares, is read. */
  reads(binding: BindingId): readonly number[]
  readsOfGlobal(name: string): readonly number[]
}

const known = new WeakMap<ScriptFacts, Mentions>()

function mentionsOf(script: ScriptFacts): Mentions {
  let mentions = known.get(script)
  if (!mentions) known.set(script, mentions = build(script))
  return mentions
}

function build(script: ScriptFacts): Mentions {
  const holders = new Map<ValueId, BindingId[]>()
  const index = scriptIndex(script)
  const startsOf = (ids: readonly ValueId[]): number[] => ids.map((id) => (script.values[id] as Value).start)
  script.bindings.forEach((binding, id) => {
    for (const definition of binding.definitions) {
      const value = script.values[definition]
      const first = value?.kind === 'call' ? value.arguments[0] : undefined
      for (const held of first === undefined ? [definition] : [definition, first]) {
        if (holders.get(held)?.at(-1) !== id) add(holders, held, id)
      }
    }
  })
  return {
    functionsAround: spansAround(script.functions),
    guardsAround: spansAround(script.guards),
    holders: (value) => holders.get(value) ?? [],
    reads: (binding) => startsOf(index.mentionsOf(binding)),
    readsOfGlobal: (name) => startsOf(index.globalsNamed(name)),
  }
}

/** Indexes of the guards over an offset, in their order. */
export function guardsAround(script: ScriptFacts, offset: number): number[] {
  return mentionsOf(script).guardsAround(offset)
}

/** The innermost function around an offset; 0 for the top level. */
export function functionAt(script: ScriptFacts, offset: number): FunctionId {
  let found = 0
  let least = Infinity
  for (const id of mentionsOf(script).functionsAround(offset)) {
    const { start, end } = script.functions[id] as FunctionFacts
    if (id === 0 || end - start >= least) continue
    found = id
    least = end - start
  }
  return found
}

/** Functions around an offset that do not run where they are written, the innermost first. */
export function functionsAround(script: ScriptFacts, offset: number): FunctionId[] {
  const size = (id: FunctionId): number => {
    const facts = script.functions[id]
    return facts ? facts.end - facts.start : 0
  }
  return mentionsOf(script).functionsAround(offset).filter((id) => id > 0 && script.functions[id]?.immediate === false)
    .sort((a, b) => size(a) - size(b))
}

/**
 * Where the file names a function of its own, which can be called from nowhere else: one inside of others, or one of a
 * page's script. Declarations of modules are followed as units, by the graph of imports. Null when it is named more
 * often than `most` times.
 */
export function localMentions(facts: FileFacts, script: ScriptFacts, id: FunctionId, most: number): number[] | null {
  const value = scriptIndex(script).functionValue(id)
  if (value === undefined) return []
  const isModule = script.goal === 'module' && !isOneUnit(facts)
  const bindings = mentionsOf(script).holders(value).filter((at) => !isModule || script.bindings[at]?.scope !== 0)
  if (bindings.length === 0) return []
  const names = new Set(bindings.filter((at) => script.bindings[at]?.scope === 0).map((at) => script.bindings[at]?.name ?? ''))
  const found = facts.scripts.flatMap((other) => [
    ...(other === script ? bindings.flatMap((binding) => mentionsOf(other).reads(binding)) : []),
    ...(other === script ? [] : [...names].flatMap((name) => mentionsOf(other).readsOfGlobal(name))),
  ])
  return found.length > most ? null : [...found].sort((a, b) => a - b)
}
