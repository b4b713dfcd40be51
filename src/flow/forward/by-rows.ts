/** Where rows say that a part of a call goes: into its result, to a callback, into the receiver. */
import type { FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin } from '../host.js'
import type { Call } from '../../project/meaning/invocation.js'
import { modelsOfCall } from '../lookup.js'
import { opened, type Base } from '../models/model.js'
import { below, type Path } from '../path.js'
import { usesOf } from './uses.js'

export type Arrival =
  | { kind: 'value'; at: ValueReference; path: Path }
  | { kind: 'parameter'; target: { file: string; script: number; function: FunctionId }; index: number; path: Path }
  | { kind: 'stored'; object: ValueId; name: string; path: Path }

interface Going {
  /** Which part of the call is followed. */
  isSource(base: Base): boolean
  path: Path
  /** It is what that part gives back when it is called. */
  isReturned: boolean
}

export function arrivalsByRows(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, id: ValueId, call: Call, { isSource, path, isReturned }: Going,
): Arrival[] {
  const { file, script: index } = place
  return modelsOfCall(host, place, script, call).flatMap(({ flows }) => flows.flatMap(({ source, target }): Arrival[] => {
    if (!isSource(source.base) || source.returned !== isReturned || source.calledWith !== null || source.parameter !== null) return []
    const inside = below(opened(source.path), path)
    if (!inside) return []
    const arrived = [...opened(target.path), ...inside]
    switch (target.kind) {
      case 'result': return [{ kind: 'value', at: { file, script: index, value: id }, path: arrived }]
      case 'called': return ofEveryCall(host, { file, script: index, value: id }, arrived)
      case 'callback': return toCallback(host, { file, script: index }, call, target.slot, target.parameter, arrived)
      case 'receiver': return intoReceiver(script, call, arrived)
      default: return []
    }
  }))
}

/** What every call of a call's result gives, and what it gives to a selector that it is called with. */
function ofEveryCall(host: FlowHost<Origin>, made: ValueReference, path: Path): Arrival[] {
  return usesOf(host, { file: made.file, script: made.script, kind: 'value', id: made.value }).flatMap((use): Arrival[] => {
    if (use.kind !== 'call') return []
    const site = scriptOf(host, use.at)?.values[use.at.value]
    const [selector] = site?.kind === 'call' ? site.arguments : []
    const selected = selector === undefined ? [] : host.resolver.meanings({ ...use.at, value: selector })
    return [{ kind: 'value', at: use.at, path }, ...selected.flatMap((target): Arrival[] => (target.kind === 'function' ? [{ kind: 'parameter', target, index: 0, path }] : []))]
  })
}

/** The function in a slot of a call: an argument, or a property of the options. */
function toCallback(host: FlowHost<Origin>, place: { file: string; script: number }, call: Call, slot: string, index: number, path: Path): Arrival[] {
  const [argument, ...names] = slot.split('.')
  const value = call.arguments[Number(argument)]
  if (value === undefined) return []
  let meanings = host.resolver.meanings({ ...place, value })
  for (const name of names) meanings = meanings.flatMap((meaning) => host.resolver.member(meaning, name))
  return meanings.flatMap((target): Arrival[] => (target.kind === 'function' ? [{ kind: 'parameter', target, index, path }] : []))
}

function intoReceiver(script: ScriptFacts, call: Call, path: Path): Arrival[] {
  const member = script.values[call.callee]
  const [name, ...rest] = path
  return member?.kind === 'member' && name !== undefined ? [{ kind: 'stored', object: member.object, name, path: rest }] : []
}
