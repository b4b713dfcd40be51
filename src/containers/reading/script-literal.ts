/** Literals that stand in a script: the value graph as a configuration, with functions as pieces of code. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { Literal } from './literal.js'

const DEEPEST = 60

/** Null for what is no literal. Minified scripts write `true` as `!0`. */
export function literalOfScript(script: ScriptFacts, id: ValueId, depth = 0): Literal | null {
  const value = script.values[id]
  if (!value || depth > DEEPEST) return null
  const { start, end } = value
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? { start, end, kind: 'text', value: value.value } : { start, end, kind: 'other', value: value.value }
    case 'array':
      return { start, end, kind: 'array', items: value.items.flatMap((item) => literalOfScript(script, item, depth + 1) ?? []) }
    case 'object': {
      const entries = value.entries.flatMap(({ name, value: inner }): [string, Literal][] => {
        const literal = name === null ? null : literalOfScript(script, inner, depth + 1)
        return name === null || !literal ? [] : [[name, literal]]
      })
      return { start, end, kind: 'object', entries: new Map(entries) }
    }
    case 'function': return { start, end, kind: 'code' }
    case 'operation': {
      const [operand] = value.operands
      const inner = operand === undefined ? undefined : script.values[operand]
      return value.operator === '!' && inner?.kind === 'constant' ? { start, end, kind: 'other', value: !inner.value } : null
    }
    default: return null
  }
}
