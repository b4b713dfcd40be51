/**
 * What a visitor chooses, kept in a variable: `selectedTreatment.value = treatment` of Vue, `chosen = doctor` of a script.
 * No value is typed, and the entries of the list are the code's own.
 */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { linksOf } from '../../flow/links.js'
import type { Classified, DataCategory } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'
import { chosenUnder } from './choices.js'

/** A variable whose name says that it is a choice, given an entry by a function that is handed it. Other ways to it go on. */
export function keptChoice(host: Host, trail: Trail): readonly DataSource[] | null {
  const { spot } = trail
  const script = spot.kind === 'binding' ? scriptOf(host, spot) : undefined
  const binding = script?.bindings[spot.id]
  if (!script || !binding || binding.parameter || binding.imported || !/^(?:let|var|const)$/.test(binding.kind)) return null
  const categories = chosenUnder(binding.name)
  if (categories === null || !(CHOSEN.test(binding.name) || categories.every(isOfVisit))) return null
  const isChosen = writtenTo(script, spot.id).some((value) => isHanded(script, value, binding.scope))
  return isChosen ? [{
    key: `choice:${spot.file}:${binding.name}`, kind: 'choice', name: binding.name, goesOn: true, categories,
    place: { file: spot.file, span: binding.span },
  }] : null
}

/** Where code names what it keeps a choice. `currentUser` is none. */
const CHOSEN = /^(?:selected|chosen|picked)(?=[A-Z_])/
/** What variables of other kinds are hardly named after: `service` and `provider` are parts of programs. */
const OF_VISIT: ReadonlySet<DataCategory> = new Set<DataCategory>(['reason-for-visit', 'condition', 'medication', 'test-result'])

function isOfVisit({ category, sure }: Classified): boolean {
  return category === 'reason-for-visit' || (sure && (OF_VISIT.has(category) || category === 'procedure'))
}

/** What is assigned to a variable, or to the value of a reference that it holds. */
function writtenTo(script: ScriptFacts, id: number): ValueId[] {
  const stored = linksOf(script).mutations(id).flatMap(({ store, prefix }) => (
    store !== null && store.name === 'value' && prefix.length === 0 ? [store.value] : []))
  return [...(script.bindings[id]?.definitions ?? []), ...stored]
}

/** A parameter of a function further in, or a part of it. */
function isHanded(script: ScriptFacts, id: ValueId, scope: number): boolean {
  let value = script.values[id]
  while (value?.kind === 'member') value = script.values[value.object]
  const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : undefined
  return parameter != null && parameter.function !== scope && !isAnswerOfServer(script, parameter.function)
}

/** `load().then((doctor) => { chosen = doctor })` is no choice. */
function isAnswerOfServer(script: ScriptFacts, id: number): boolean {
  const value = linksOf(script).functionValue(id)
  return value !== undefined && linksOf(script).parents(value).some((parent) => {
    const call = script.values[parent]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    return callee?.kind === 'member' && /^(?:then|subscribe|done|success|get|post|ajax)$/.test(callee.name ?? '')
  })
}
