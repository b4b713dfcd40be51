/** Streams: each operator of a pipe is given what comes out of the one before it. https://rxjs.dev/guide/operators */
import type { Value } from '../../facts/script/graph.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { invocationOf } from '../../project/meaning/invocation.js'
import { linksOf } from '../links.js'
import { step, type Step } from '../step.js'

type Call = Value & { kind: 'call' }

export function streamJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const { spot, path } = trail
  if (spot.kind !== 'origin' || (spot.slot !== 'piped' && spot.slot !== 'piped-last')) return []
  const script = scriptOf(host, spot)
  const call = script?.values[spot.id]
  if (!script || call?.kind !== 'call') return []
  const to = (id: number | null | undefined): Step[] =>
    (id === null || id === undefined ? [] : [step(trail, { file: spot.file, script: spot.script, kind: 'value', id }, path)])
  if (spot.slot === 'piped-last') return to(call.arguments.at(-1) ?? invocationOf(script, call).self)
  return linksOf(script).parents(spot.id).flatMap((parent) => {
    const pipe = script.values[parent]
    const at = pipe?.kind === 'call' && isPipe(script.values, pipe) ? pipe.arguments.indexOf(spot.id) : -1
    if (pipe?.kind !== 'call' || at < 0) return []
    return to(at > 0 ? pipe.arguments[at - 1] : invocationOf(script, pipe).self)
  })
}

function isPipe(values: readonly Value[], { callee }: Call): boolean {
  const value = values[callee]
  return (value?.kind === 'member' || value?.kind === 'global') && value.name === 'pipe'
}
