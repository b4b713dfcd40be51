/**
 * What a visitor chooses, kept in a variable: `selectedTreatment.value = treatment` of Vue, `chosen = doctor` of a script.
 * No value is typed, and the entries of the list are the code's own.
 */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { templateWrites } from '../../flow/joins/templates/template-writes.js'
import { chainOf, linksOf } from '../../flow/links.js'
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
    || isChosenInTemplate(host, trail, [binding.name])
  return isChosen ? [{
    key: `choice:${spot.file}:${binding.name}`, kind: 'choice', name: binding.name, goesOn: true, categories,
    place: { file: spot.file, span: binding.span },
  }] : null
}

/** One of several answers is kept when an element is clicked: each of them a constant, or the entry of a list. */
const LEAST_ANSWERS = 2

/** `@click="concern = 'pain'"` of one button among others, `@click="concern = each"` of a list. */
function isChosenInTemplate(host: Host, { spot }: Trail, names: readonly string[]): boolean {
  const facts = /\.(vue|svelte|astro)$/.test(spot.file) ? host.facts(spot.file) : undefined
  const writes = facts ? templateWrites(facts).filter((write) => write.names.join('.') === names.join('.')) : []
  const answers = new Set<string>()
  for (const { script: index, value: id } of writes) {
    const script = facts?.scripts[index]
    const value = script?.values[id]
    if (!script || !value || !CLICKS.test(script.attached?.attribute ?? '')) continue
    if (value.kind === 'constant' && typeof value.value === 'string' && value.value !== '') answers.add(value.value)
    const root = script.values[chainOf(script, id).base]
    const name = root?.kind === 'global' && !/^(?:\$?event|globalThis)$/.test(root.name) ? root.name : null
    if (name !== null && isOfTemplate(host, spot.file, index, name)) return true
  }
  return answers.size >= LEAST_ANSWERS
}

/** Handlers by which something is picked; what a field is given is its value. */
const CLICKS = /^(?:@|v-on:|on:?)(?:click|press|select|tap|keydown|keyup|touchstart|mousedown|pointerdown)/i

/** A name that neither the component nor the page declares: of a loop in the template. */
function isOfTemplate(host: Host, file: string, script: number, name: string): boolean {
  return host.resolver.scopes.outer(file, script, name).length === 0 && host.resolver.host.globals(name).length === 0
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

/** What reads a text or an attribute of the element that was clicked. */
const READS = /^(?:getAttribute|attr|data|text|trim|closest)$/

/** A parameter of a function further in, the element whose handler that is, or a part of it. */
function isHanded(script: ScriptFacts, id: ValueId, scope: number): boolean {
  let value = script.values[id]
  for (;;) {
    const callee = value?.kind === 'call' ? script.values[value.callee] : undefined
    if (value?.kind === 'member') value = script.values[value.object]
    else if (callee?.kind === 'member' && READS.test(callee.name ?? '')) value = script.values[callee.object]
    else if (value?.kind === 'call' && callee?.kind === 'global' && /^(?:\$|jQuery)$/.test(callee.name)) value = script.values[value.arguments[0] ?? -1]
    else break
  }
  if (value?.kind === 'this') return value.function !== scope && (script.functions[value.function]?.class ?? -1) < 0
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
