/**
 * The entry of a list that was chosen by its id: `doctors.find((each) => each.id === chosen)` tells of the choice, though
 * every value in the list is the code's own.
 */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { startAt, trace } from '../../flow/trace.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

/** How a visitor chooses; what a server or a record holds is looked up for other reasons. */
const CHOSEN: ReadonlySet<DataSource['kind']> = new Set<DataSource['kind']>(['field', 'form', 'choice'])

/** A choice is made near to where it is looked up; a way longer than this leads through other things. */
const NEAR = 400

const known = new WeakMap<object, Map<string, readonly DataSource[]>>()

/** Sources by which an entry is looked up, where they say for sure what was chosen; the entry itself may hold more. */
export function lookedUpSource(host: Host, trail: Trail, value: Value): readonly DataSource[] | null {
  const script = trail.path.length > 0 ? scriptOf(host, trail.spot) : undefined
  const call = script ? lookupOf(script, value) : null
  if (!script || !call) return null
  const compared = comparedWith(script, call)
  const found = compared.flatMap((id) => sourcesOfValue(host, trail.spot, id))
  return found.length === 0 ? null : found
}

/** `list.find(test)`, and `list[index]` of `index = list.findIndex(test)`. */
function lookupOf(script: ScriptFacts, value: Value): (Value & { kind: 'call' }) | null {
  if (value.kind === 'call') return isCallOf(script, value, /^find(?:Last)?$/) ? value : null
  if (value.kind !== 'member' || value.key === null) return null
  const key = script.values[value.key]
  const [made] = key?.kind === 'binding' ? (script.bindings[key.binding]?.definitions ?? []) : []
  const index = made === undefined ? key : script.values[made]
  return index?.kind === 'call' && isCallOf(script, index, /^find(?:Last)?Index$/) ? index : null
}

function isCallOf(script: ScriptFacts, call: Value & { kind: 'call' }, names: RegExp): boolean {
  const callee = script.values[call.callee]
  return callee?.kind === 'member' && names.test(callee.name ?? '')
}

/** What the test of a lookup compares a part of the entry with. */
function comparedWith(script: ScriptFacts, call: Value & { kind: 'call' }): ValueId[] {
  const test = call.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (test?.kind !== 'function') return []
  return (script.functions[test.function]?.returns ?? []).flatMap((returned) => {
    const value = script.values[returned]
    if (value?.kind !== 'operation' || !/^===?$/.test(value.operator)) return []
    const [left, right] = value.operands
    if (left === undefined || right === undefined) return []
    const ofEntry = [left, right].map((id) => isOfEntry(script, test.function, id))
    return ofEntry[0] === ofEntry[1] ? [] : [ofEntry[0] ? right : left]
  })
}

function isOfEntry(script: ScriptFacts, test: FunctionId, id: ValueId, depth = 0): boolean {
  const value = script.values[id]
  if (!value || depth > 4) return false
  if (value.kind === 'binding') return script.bindings[value.binding]?.parameter?.function === test
  const parts = value.kind === 'member' ? [value.object] : value.kind === 'call' ? [value.callee, ...value.arguments] : []
  return parts.some((part) => isOfEntry(script, test, part, depth + 1))
}

function isTelling({ kind, categories }: DataSource): boolean {
  return CHOSEN.has(kind) && categories.some(({ sure, category }) =>
    sure && category !== 'other-form-field' && category !== 'search-term')
}

function sourcesOfValue(host: Host, place: { file: string; script: number }, value: ValueId): readonly DataSource[] {
  let answers = known.get(host)
  if (!answers) known.set(host, answers = new Map())
  const key = `${place.file}|${place.script}|${value}`
  let answer = answers.get(key)
  if (!answer) {
    // Asked again on its own way, it says nothing new.
    answers.set(key, [])
    const { flows } = trace(host, [startAt({ file: place.file, script: place.script, value })], undefined, undefined, NEAR)
    answer = flows.map(({ origin }) => origin).filter(isTelling).map((source) => ({ ...source, goesOn: true as const }))
    answers.set(key, answer)
  }
  return answer
}
