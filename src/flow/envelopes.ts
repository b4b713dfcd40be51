/**
 * Readers that open any envelope: `answer.data ?? answer.item ?? answer.user`. Which of its names the answer has is not
 * known, so none of them says what the value is.
 */
import type { Binding, ScriptFacts, Value, ValueId } from '../facts/script/graph.js'
import { isSame } from './order/pins.js'

/** Two names may be two homes of one thing; a reader of this many takes whatever there is. */
const NAMES = 3

type Parameter = NonNullable<Binding['parameter']>

export interface Envelope {
  /** The object whose members are tried: a value, or a parameter that is taken apart. */
  base: ValueId | Parameter
  /** What is given instead when it has none of them. */
  others: ValueId[]
}

/** The object that a chain of `??` or `||` opens; null when the chain is of another kind. */
export function envelopeOf(script: ScriptFacts, value: Value & { kind: 'choice' }): Envelope | null {
  const parts = value.test === null ? alternatives(script, value) : []
  if (parts.length < NAMES) return null
  const members = parts.map((id) => ({ id, member: memberOf(script, id) }))
  const first = members.find(({ member }) => member !== null)?.member
  if (!first) return null
  const isOfIt = ({ member }: (typeof members)[number]): boolean =>
    member !== null && isSameBase(script, member.base, first.base)
  const names = new Set(members.flatMap((part) => (isOfIt(part) && part.member ? [part.member.name] : [])))
  if (names.size < NAMES) return null
  return { base: first.base, others: members.filter((part) => !isOfIt(part)).map(({ id }) => id) }
}

function isSameBase(script: ScriptFacts, one: Envelope['base'], other: Envelope['base']): boolean {
  if (typeof one === 'number') return typeof other === 'number' && (one === other || isSame(script, one, other))
  if (typeof other === 'number') return false
  return one.function === other.function && one.index === other.index && one.path.join('.') === other.path.join('.')
}

function alternatives(script: ScriptFacts, value: Value & { kind: 'choice' }): ValueId[] {
  return value.values.flatMap((id) => {
    const inner = script.values[id]
    return inner?.kind === 'choice' && inner.test === null ? alternatives(script, inner) : [id]
  })
}

/** `answer.data`, and the name `data` that `const { data } = answer` or a parameter `{ data }` gives. */
function memberOf(script: ScriptFacts, id: ValueId): { base: Envelope['base']; name: string } | null {
  const value = script.values[id]
  if (value?.kind === 'member') return value.name === null ? null : { base: value.object, name: value.name }
  const binding = value?.kind === 'binding' ? script.bindings[value.binding] : undefined
  const name = binding?.parameter?.path.at(-1)
  if (binding?.parameter && name !== undefined) {
    const { without: _, ...parameter } = binding.parameter
    return { base: { ...parameter, path: parameter.path.slice(0, -1) }, name }
  }
  const [only, ...more] = binding?.definitions ?? []
  return only !== undefined && more.length === 0 && script.values[only]?.kind === 'member' ? memberOf(script, only) : null
}
