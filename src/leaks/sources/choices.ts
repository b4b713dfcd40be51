/**
 * What a visitor chooses by clicking: no value is typed, the page keeps which entry of a list was clicked. `onClick={() =>
 * setTherapy(item.value)}` makes `therapy` as telling as a field.
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { invocationOf } from '../../project/meaning/invocation.js'
import { chainOf, linksOf } from '../../flow/links.js'
import { callsOf } from '../../flow/forward/callers.js'
import { isName } from '../../flow/path.js'
import type { Use } from '../../flow/forward/use.js'
import { usesOf } from '../../flow/forward/uses.js'
import { classifyPath, type Classified, type DataCategory } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

const CHOSEN = /^(?:selected|chosen|picked|current|active)(?=[A-Z_])|(?:Choice|Selection)$/
/** What a page is made of, and says nothing about the visitor. */
const INTERFACE = /tab|step|page|slide|index|view|mode|menu|theme|lang|locale|sort|order|image|photo|card|section|accordion|faq|modal|filter(?!s?value)|layout|color|size/i

/** Numbers that count what the page does. */
const COUNTERS = /count|attempt|retr|tries|clicks?$|views?$|num(?:ber)?$|total|score|time|depth|level|zoom|offset|limit|cursor|seconds|elapsed|progress|version|key|id$/i

/** A number that a visitor raises and lowers by buttons: `persons++` in a handler is as good as a number typed. */
export function steppedSource(host: Host, trail: Trail, value: Value): readonly DataSource[] | null {
  const { spot } = trail
  const script = scriptOf(host, spot)
  const stepped = script && trail.path.length === 0 ? steppedValue(script, value) : null
  if (!script || stepped === null) return null
  const { names, base } = chainOf(script, stepped)
  const root = script.values[base]
  const name = names.at(-1) ?? (root?.kind === 'binding' ? script.bindings[root.binding]?.name : undefined)
  if (name === undefined || name === '*' || INTERFACE.test(name) || COUNTERS.test(name)) return null
  const owner = linksOf(script).functionAt(value.start)
  if (owner === 0 || !callsOf(host, spot, script, owner).some(isHandler)) return null
  const categories = classifyPath([name])
  return [{
    key: `choice:${spot.file}:${name}`, kind: 'choice', name, goesOn: true,
    categories: categories.length > 0 ? categories : [{ category: 'other-form-field', because: `name "${name}"`, sure: false }],
    place: { file: spot.file, span: { start: value.start, end: value.end } },
  }]
}

/**
 * An entry of a list, read in a handler of its element: which of them a visitor clicked. `symptoms.map((symptom) =>
 * <button onClick={() => send(symptom)} />)` tells what was chosen when the names of the list and its entry say so.
 */
export function clickedSource(host: Host, trail: Trail, script: ScriptFacts, id: number): readonly DataSource[] | null {
  const { spot } = trail
  const binding = script.bindings[id]
  const parameter = binding?.parameter
  const reference = script.values[spot.id]
  if (!binding || !parameter || parameter.index !== 0 || !reference || !isOfList(script, parameter.function)) return null
  if (!isInHandler(host, trail, script, reference.start, parameter.function)) return null
  const names = [...parameter.path, ...trail.path].filter(isName)
  const list = PLAIN.test(parameter.path.length > 0 ? '' : binding.name) ? listName(script, parameter.function) : null
  const own = list !== null ? [list] : parameter.path.length > 0 ? [] : [binding.name]
  if (names.some((name) => HARMLESS_PARTS.has(name))) return []
  // The id of an entry is the list's, and nobody's account: `guest.id` of how many guests there are.
  const told = classifyPath([...own, ...names])
    .filter(({ sure, category }) => sure && category !== 'search-term' && category !== 'account-identifier')
  const name = [...own, ...names].join('.')
  const categories: Classified[] = told.length === 0 && isAnswer(host, trail)
    ? [{ category: 'other-form-field', because: 'an answer to a question', sure: false }] : told.length > 0 ? told : keptAs(trail)
  if (categories.length === 0 || INTERFACE.test(name)) return null
  return [{
    key: `choice:${spot.file}:${name}`, kind: 'choice', name, goesOn: true, categories,
    place: { file: spot.file, span: { start: reference.start, end: reference.end } },
  }]
}

/** Names of entries that say nothing: the list they are on says what they are. Empty for one that is taken apart. */
const PLAIN = /^(?:\w{0,2}|item|option|opt|entry|elem|element|value|val|choice|row|obj)$/i

/** The name of the list that a function is called for each entry of; null for one without a name. */
function listName(script: ScriptFacts, owner: number): string | null {
  const value = linksOf(script).functionValue(owner)
  for (const parent of value === undefined ? [] : linksOf(script).parents(value)) {
    const call = script.values[parent]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    let list = callee?.kind === 'member' ? script.values[callee.object] : undefined
    // `concerns.filter(…).map(…)` is still of that list.
    for (let depth = 0; depth < 4 && list?.kind === 'call'; depth++) {
      const inner = script.values[list.callee]
      list = inner?.kind === 'member' ? script.values[inner.object] : undefined
    }
    if (list?.kind === 'binding') return script.bindings[list.binding]?.name ?? null
    if (list?.kind === 'member') return list.name
  }
  return null
}

/** What people come for. */
const OF_CARE: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'reason-for-visit', 'procedure', 'condition', 'medication', 'test-result', 'specialty', 'provider', 'insurance',
])

/** What code calls the answer to a question of a questionnaire, in whose list entries have names of no meaning. */
const ANSWER = /^(?:(?:user|quiz|selected)?_?(?:answers?|response|reply)|(?:selected|chosen)_?(?:option|choice)|respuesta|resposta)$/i

/** True when the value is kept as an answer on its way to where it is sent. */
function isAnswer(host: Host, trail: Trail): boolean {
  for (let at: Trail | null = trail; at; at = at.next) {
    const script = at.spot.kind === 'binding' ? scriptOf(host, at.spot) : undefined
    if (ANSWER.test(script?.bindings[at.spot.id]?.name ?? '')) return true
  }
  return false
}

/** What the name says under which a clicked entry is kept: `update('treatment', each.title)`, read as `form.treatment`. */
function keptAs(trail: Trail): Classified[] {
  let at = trail.next
  while (at && at.path.length === 0) at = at.next
  const name = at?.path.findLast(isName)
  return name === undefined ? [] : (chosenUnder(name) ?? []).filter(({ category }) => OF_CARE.has(category))
}

/** What is on a list beside what it is a list of. */
const HARMLESS_PARTS = new Set(['index', 'icon', 'color', 'className', 'key', 'length'])

/** True when an offset stands in a function that an element inside the list calls. */
function isInHandler(host: Host, trail: Trail, script: ScriptFacts, offset: number, list: number): boolean {
  for (let at = linksOf(script).functionAt(offset); at > 0 && at !== list; at = script.functions[at]?.parent ?? 0) {
    if (callsOf(host, trail.spot, script, at).some(isHandler)) return true
  }
  return false
}

/** The value that one is added to or taken from. */
function steppedValue(script: ScriptFacts, value: Value): ValueId | null {
  if (value.kind !== 'operation') return null
  if (value.operator === '++' || value.operator === '--') return value.operands[0] ?? null
  const [left, right] = value.operands
  const amount = right === undefined ? undefined : script.values[right]
  return value.operator === '-=' && amount?.kind === 'constant' ? (left ?? null) : null
}

function isHandler(use: Use): boolean {
  return use.kind === 'attached' || (use.kind === 'handed' && /^on[A-Z]/.test(use.slot))
}

/** The state of a component whose setter is called in a handler with an entry of a list. Other ways to it go on. */
export function choiceSource(host: Host, trail: Trail, call: Value & { kind: 'call' }): readonly DataSource[] | null {
  const { spot, path } = trail
  const script = scriptOf(host, spot)
  if (!script || path[0] !== '0' || !isState(host, trail, call)) return null
  const name = nameOfState(script, spot.id)
  const categories = name === null ? null : chosenUnder(name)
  if (name === null || categories === null) return null
  const uses = usesOf(host, { file: spot.file, script: spot.script, kind: 'value', id: spot.id }, ['1'])
  const isAnswered = (): boolean =>
    categories.some(({ category }) => category !== 'other-form-field') && answersOf(host, uses).size > 1
  if (!uses.some((use) => isChoice(host, use)) && !isAnswered()) return null
  return [{
    key: `choice:${spot.file}:${spot.id}`, kind: 'choice', name, goesOn: true, categories,
    place: { file: spot.file, span: { start: call.start, end: call.end } },
  }]
}

/** What a choice kept under a name says of who chose; null when the name is none of a choice. */
export function chosenUnder(name: string): Classified[] | null {
  if (INTERFACE.test(name)) return null
  const own = classifyPath([...(CHOSEN.test(name) ? [name.replace(CHOSEN, '')] : []), name]).filter(({ category }) => category !== 'search-term')
  const isTelling = own.some(({ sure }) => sure)
  // What a field of that name would be guessed to hold: `concern`, `treatment`.
  const guessed = isTelling ? [] : classifyPath(['form', name]).filter(({ category }) => OF_CARE.has(category))
  if (!isTelling && guessed.length === 0 && !CHOSEN.test(name)) return null
  const found = own.length > 0 ? own : guessed
  return found.length > 0 ? found : [{ category: 'other-form-field', because: `name "${name}"`, sure: false }]
}

function isState(host: Host, trail: Trail, call: Value & { kind: 'call' }): boolean {
  return host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: call.callee })
    .some((meaning) => meaning.kind === 'external' && meaning.root === 'package' && /(^|\.)useState$/.test(meaning.path))
}

function nameOfState(script: ScriptFacts, state: ValueId): string | null {
  for (const parent of linksOf(script).parents(state)) {
    const value = script.values[parent]
    if (value?.kind !== 'member' || value.name !== '0') continue
    for (const binding of linksOf(script).definitionsWith(parent)) return script.bindings[binding]?.name ?? null
  }
  return null
}

/** The setter is called in a handler with a part of what a list is gone through with. */
function isChoice(host: Host, use: Use): boolean {
  if (use.kind !== 'call') return false
  const script = scriptOf(host, use.at)
  const call = script?.values[use.at.value]
  const argument = script && call?.kind === 'call' ? invocationOf(script, call).arguments[0] : undefined
  return script !== undefined && argument !== undefined && isOfEntry(host, use.at, script, argument)
}

/** How many functions a handler hands on what was clicked to: `onClick={() => choose(day)}`. */
const HANDED_ON = 1

/** A value that there is one of for each entry of a list: the entry, a part of it, or what the list's callback makes of it. */
function isOfEntry(host: Host, at: { file: string; script: number }, script: ScriptFacts, id: ValueId, depth = 0): boolean {
  const base = script.values[chainOf(script, id).base]
  const binding = base?.kind === 'binding' ? script.bindings[base.binding] : undefined
  if (!binding) return false
  const { parameter } = binding
  if (!parameter) return binding.scope > 0 && isOfList(script, binding.scope)
  if (isOfList(script, parameter.function)) return true
  if (depth >= HANDED_ON || parameter.rest || parameter.path.length > 0) return false
  return callsOf(host, at, script, parameter.function).some((use) => {
    const outer = use.kind === 'call' ? scriptOf(host, use.at) : undefined
    const call = outer?.values[use.at.value]
    const argument = outer && call?.kind === 'call' ? invocationOf(outer, call).arguments[parameter.index] : undefined
    if (!outer || !call || argument === undefined || !isOfEntry(host, use.at, outer, argument, depth + 1)) return false
    const around = linksOf(outer).functionAt(call.start)
    return around > 0 && callsOf(host, use.at, outer, around).some(isHandler)
  })
}

/** Constants that handlers give a setter: `<button onClick={() => setConcern('pain')}>` beside one with another. */
function answersOf(host: Host, uses: readonly Use[]): Set<string> {
  const found = new Set<string>()
  for (const use of uses) {
    const script = use.kind === 'call' ? scriptOf(host, use.at) : undefined
    const call = script?.values[use.at.value]
    const argument = script && call?.kind === 'call' ? invocationOf(script, call).arguments[0] : undefined
    const value = argument === undefined ? undefined : script?.values[argument]
    if (!script || value?.kind !== 'constant' || typeof value.value !== 'string' || value.value === '') continue
    const owner = linksOf(script).functionAt(value.start)
    if (owner > 0 && callsOf(host, use.at, script, owner).some(isHandler)) found.add(value.value)
  }
  return found
}

function isOfList(script: ScriptFacts, owner: number): boolean {
  const value = linksOf(script).functionValue(owner)
  if (value === undefined) return false
  return linksOf(script).parents(value).some((parent) => {
    const call = script.values[parent]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    return callee?.kind === 'member' && (callee.name === 'map' || callee.name === 'forEach' || callee.name === 'flatMap')
  })
}
