/**
 * Code in a text that a script puts together: what stands in a gap of it is what the script puts there,
 * `{ __html: "send('lead', { mail: '" + patient.email + "' })" }`.
 */
import type { ScriptFacts, Value, ValueId } from '../../../facts/script/graph.js'
import { hasHole } from '../../../parse/hole.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../../host.js'
import { step, type Step } from '../../step.js'
import type { Span } from '../../../types.js'

export function hostedJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const { spot, path } = trail
  const own = spot.kind === 'value' ? scriptOf(host, spot) : undefined
  const value = own?.values[spot.id]
  if (!own?.host || own.host.script < 0 || !value || !isGap(value)) return []
  const around = host.facts(spot.file)?.scripts[own.host.script]
  return around ? partsIn(around, own.host.value, value).map((id) =>
    step(trail, { file: spot.file, script: own.host?.script as number, kind: 'value', id }, path, { context: null })) : []
}

/** A gap, or a text with one. */
export function isGap(value: Value): boolean {
  return value.kind === 'hole' || (value.kind === 'constant' && typeof value.value === 'string' && hasHole(value.value))
}

/** Parts of a text that are no text themselves and stand where a value of the code in it does. */
function partsIn(script: ScriptFacts, id: ValueId, { start, end }: Span): ValueId[] {
  const text = script.values[id]
  return text?.kind !== 'template' ? [] : text.parts.flatMap((part) => {
    const value = script.values[part]
    if (!value || value.kind === 'constant') return []
    if (value.kind === 'template') return partsIn(script, part, { start, end })
    return value.start >= start && value.start <= end ? [part] : []
  })
}
