/** State that components share by a key: `useState('lead')` of Nuxt, `provide` and `inject`, hooks over the browser's storage. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { elsewhere } from '../backward/shared.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { modelsOfCall } from '../lookup.js'
import type { Path } from '../path.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'
import { storedUnder } from './storage.js'

/** Words of rows, and the part of a call's result that holds the state. */
const CELLS: ReadonlyMap<string, Path> = new Map([['state', []], ['kept', ['value']], ['kept-pair', ['0']]])

export function sharedStateJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  if (trail.spot.kind !== 'origin') return []
  const { slot = '' } = trail.spot
  const [key, ...rest] = trail.path
  if (key === undefined) return []
  if (slot === 'provided') return providedUnder(host, trail, key, rest)
  const cell = CELLS.get(slot)
  if (!cell) return []
  const others = (indexed(host, `cells ${slot}`, ['useState', 'useCookie', 'torage'], cellsOf(slot)).get(key) ?? [])
    .flatMap((at) => stateOf(host, trail, at, [...cell, ...rest]))
  const stored = slot === 'state' ? [] : storedUnder(host, key).map((at) => step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, rest, { context: at.context }))
  return [...others, ...stored]
}

/** What a cell of the same key holds: what it begins with, what is written into it, what a template binds to it. */
function stateOf(host: FlowHost<Origin>, trail: Trail, at: ValueReference, path: Path): Step[] {
  const own = step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, path, { context: null })
  return [...(isSame(trail, at) ? [] : [own]), ...elsewhere(host, trail, at, path)]
}

function isSame({ spot }: Trail, at: ValueReference): boolean {
  return spot.file === at.file && spot.script === at.script && spot.id === at.value
}

function cellsOf(slot: string) {
  return (host: FlowHost<Origin>, file: string, index: number, script: ScriptFacts, note: (key: string, at: ValueReference) => void): void => {
    for (const [id, value] of script.values.entries()) {
      const first = value.kind === 'call' ? value.arguments[0] : undefined
      if (value.kind !== 'call' || first === undefined || !isCell(host, { file, script: index }, script, value, slot)) continue
      for (const key of host.resolver.constants({ file, script: index, value: first })) note(String(key), { file, script: index, value: id })
    }
  }
}

function isCell(host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: Value & { kind: 'call' }, slot: string): boolean {
  const callee = script.values[call.callee]
  if (callee?.kind !== 'global' && callee?.kind !== 'binding') return false
  return modelsOfCall(host, place, script, call).some(({ flows }) => flows.some(({ source }) => source.base.kind === 'origin' && source.base.name === slot))
}

/** `provide('email', email)`, `setContext('email', email)`, `provide: { email }`. https://vuejs.org/guide/components/provide-inject */
function providedUnder(host: FlowHost<Origin>, trail: Trail, key: string, rest: Path): Step[] {
  const provided = indexed(host, 'provided', ['provide', 'setContext'], (inner, file, index, script, note) => {
    const at = (value: number): ValueReference => ({ file, script: index, value })
    for (const value of script.values) {
      if (value.kind === 'call') {
        const callee = script.values[value.callee]
        const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
        const [first, second] = value.arguments
        if ((name !== 'provide' && name !== 'setContext') || first === undefined || second === undefined) continue
        for (const text of inner.resolver.constants(at(first))) note(String(text), at(second))
      } else if (value.kind === 'object') {
        const entry = value.entries.find((item) => item.name === 'provide')
        const made = entry ? script.values[entry.value] : undefined
        const objects = made?.kind === 'function' ? (script.functions[made.function]?.returns ?? []) : entry ? [entry.value] : []
        for (const id of objects) {
          const object = script.values[id]
          for (const item of object?.kind === 'object' ? object.entries : []) if (item.name !== null) note(item.name, at(item.value))
        }
      }
    }
  })
  return (provided.get(key) ?? []).flatMap((at) => {
    // What is provided is most often a name: that is where a template binds it.
    const value = scriptOf(host, at)?.values[at.value]
    const spot = value?.kind === 'binding' ? { kind: 'binding' as const, id: value.binding } : { kind: 'value' as const, id: at.value }
    return [step(trail, { file: at.file, script: at.script, ...spot }, rest, { context: null })]
  })
}
