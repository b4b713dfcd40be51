/** What a parameter receives: from the call the trail came through, from every caller, from what the function is registered with. */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { callsOf } from '../forward/callers.js'
import type { Model } from '../models/model.js'
import { siteOfCall, siteOfElement, sourceSteps, type Site } from './rows.js'
import { invocationOf, type Invocation } from '../../project/meaning/invocation.js'
import { scriptOf, type CallStack, type FlowHost, type Origin, type Trail } from '../host.js'
import { modelsOfCall, modelsOfElement, modelsOfTag } from '../lookup.js'
import { isAny, mayBe, remainder, without, type Path } from '../path.js'
import { callOf, step, type Step } from '../step.js'
import { writtenToSetter } from './setters.js'
import type { Use } from '../forward/use.js'

export interface ParameterPlace {
  index: number
  path: readonly string[]
  rest: boolean
}

export interface Place {
  file: string
  script: number
}

/** What is asked: the part `path` of a parameter (for a rest parameter, of the array of arguments). */
export interface Question {
  trail: Trail
  /** The calls that remain once the parameter's own call is left. */
  context: CallStack
  parameter: ParameterPlace
  path: Path
}

export function originsOfParameter(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, owner: FunctionId, parameter: ParameterPlace, path: Path,
): Step[] {
  const { file, script: index } = trail.spot
  const context = callOf(trail.context, { file, script: index, function: owner })
  const outer = context === null ? undefined : scriptOf(host, context)
  const call = context === null ? undefined : outer?.values[context.value]
  if (context && outer && call?.kind === 'call') {
    const question = { trail, context: context.outer, parameter, path }
    const isOwner = (place: Place, value: ValueId): boolean => host.resolver.meanings({ file: place.file, script: place.script, value })
      .some((meaning) => meaning.kind === 'function' && meaning.function === owner && scriptOf(host, meaning) === script)
    const invocation = invocationOf(outer, call)
    // The call is one the function was handed to as a callback when it stands among the arguments.
    const slots = invocation.arguments.flatMap((argument, index) => (isOwner(context, argument) ? [String(index)] : []))
    if (slots.length > 0) return slots.flatMap((slot) => registered(host, question, context, outer, context.value, slot))
    return argumentSteps(question, context, outer, invocation)
  }
  const written = writtenToSetter(host, trail, script, owner, path)
  if (written) return written
  const question = { trail, context: null, parameter, path }
  return callsOf(host, trail.spot, script, owner).flatMap((use) => (trail.isTold && use.kind === 'call' && host.isAsked?.(use.at) !== false ? [] : fromUse(host, question, use)))
}

function fromUse(host: FlowHost<Origin>, question: Question, use: Use): Step[] {
  const script = scriptOf(host, use.at)
  const value = script?.values[use.at.value]
  if (!script || !value) return []
  const { trail, parameter, path } = question
  switch (use.kind) {
    case 'call': return value.kind === 'call' ? argumentSteps(question, use.at, script, invocationOf(script, value)) : []
    case 'element': return value.kind === 'element' && parameter.index === 0 ? propertySteps(question, use.at, value) : []
    case 'handed': {
      const bound = parameter.rest ? undefined : use.bound[parameter.index]
      if (bound) return [step(trail, { file: bound.file, script: bound.script, kind: 'value', id: bound.value }, path, { context: null })]
      const shifted = { ...question, parameter: { ...parameter, index: Math.max(0, parameter.index - use.bound.length) } }
      return registered(host, shifted, use.at, script, use.at.value, use.slot)
    }
    case 'placed': {
      const spot = { file: use.at.file, script: use.at.script, kind: 'given' as const, id: use.at.value, slot: `@${use.start}` }
      return [step(trail, spot, [String(parameter.index), ...path], { context: null })]
    }
    case 'listener': {
      const spot = { file: use.at.file, script: use.at.script, kind: 'given' as const, id: use.at.value, slot: use.slot }
      return [step(trail, spot, [String(parameter.index), ...path], { context: null })]
    }
    case 'attached': {
      const told = toldOfTag(host, question, use.at, script)
      if (told) return told
      const spot = { file: use.at.file, script: use.at.script, kind: 'given' as const, id: use.at.value, slot: 'attached' }
      return [step(trail, spot, [String(parameter.index), ...path], { context: null })]
    }
    default: return []
  }
}

function argumentSteps(question: Question, place: Place, script: ScriptFacts, invocation: Invocation): Step[] {
  const { trail, context, parameter, path } = question
  const at = (id: ValueId, wanted: Path): Step => step(trail, { file: place.file, script: place.script, kind: 'value', id }, wanted, { context })
  const given = [...invocation.bound, ...invocation.arguments]
  const isSpread = (id: ValueId): boolean => script.values[id]?.kind === 'spread'
  if (invocation.list !== null) {
    const before = invocation.bound.length
    if (parameter.index < before && !parameter.rest) return [at(invocation.bound[parameter.index] as ValueId, path)]
    return [at(invocation.list, parameter.rest ? path : [String(parameter.index - before), ...path])]
  }
  if (parameter.rest) {
    const [first, ...rest] = path
    return given.flatMap((id, index) => {
      if (index < parameter.index) return []
      if (isSpread(id)) return [at(id, first === undefined ? [] : [isAny(first) ? first : '*', ...rest])]
      if (first === undefined) return [at(id, [])]
      return mayBe(String(index - parameter.index), first) ? [at(id, rest)] : []
    })
  }
  // What is spread into the call may be any of the later arguments.
  const spreadAt = given.findIndex(isSpread)
  if (spreadAt >= 0 && parameter.index >= spreadAt) {
    return [at(given[spreadAt] as ValueId, [spreadAt === 0 || given.length === spreadAt + 1 ? String(parameter.index - spreadAt) : '*', ...path])]
  }
  const argument = given[parameter.index]
  return argument === undefined ? [] : [at(argument, path)]
}

/** Properties of an element are the parts of its component's first parameter. */
export function propertySteps({ trail, context, path }: Question, place: Place, element: Value & { kind: 'element' }): Step[] {
  const [name, ...rest] = path
  const at = (id: ValueId, wanted: Path): Step => step(trail, { file: place.file, script: place.script, kind: 'value', id }, wanted, { context })
  if (name === 'children') return element.children.map((id) => at(id, rest))
  const taken: string[] = []
  return [...element.properties].reverse().flatMap((property) => {
    if (property.name === null) {
      const left = without(path, taken)
      return left === null ? [] : [at(property.value, left)]
    }
    if (taken.includes(property.name)) return []
    taken.push(property.name)
    if (name === undefined) return [at(property.value, [])]
    return mayBe(property.name, name) ? [at(property.value, rest)] : []
  })
}

/** A function given to something outside the project: rows say what it is called with, else the host may know. */
function registered(host: FlowHost<Origin>, question: Question, place: Place, script: ScriptFacts, id: ValueId, slot: string): Step[] {
  const { trail, context, parameter, path } = question
  const spot = { file: place.file, script: place.script }
  const wanted: Path = parameter.rest ? path : [String(parameter.index), ...path]
  const value = script.values[id]
  const models = value?.kind === 'call' ? modelsOfCall(host, place, script, value)
    : value?.kind === 'element' ? modelsOfElement(host, place, value) : []
  const site = value?.kind === 'call' ? siteOfCall(place, script, id, value) : siteOfElement(place, script, id)
  return toldBy(host, question, models, site, slot) ?? [step(trail, { ...spot, kind: 'given', id, slot }, wanted, { context })]
}

/** What rows say a function in a slot is called with; null when they say nothing of that slot. */
function toldBy(host: FlowHost<Origin>, { trail, context, parameter, path }: Question, models: readonly Model[], site: Site, slot: string): Step[] | null {
  // The call of registration is a step of its own: it is where a reader sees what the function gets.
  const at = step(trail, { file: site.file, script: site.script, kind: 'value', id: site.value }, [], { context })
  const [index, ...rest]: Path = parameter.rest ? path : [String(parameter.index), ...path]
  let isTold = false
  const found = models.flatMap((model) => model.flows.flatMap((flow) => {
    const { target } = flow
    if (target.kind !== 'callback' || target.slot !== slot) return []
    isTold = true
    if (index !== undefined && !isAny(index) && Number(index) !== target.parameter) return []
    const inside = remainder(target.path, rest)
    return inside === null ? [] : sourceSteps(host, at, site, flow, flow.mixes ? [] : inside, model)
  }))
  return isTold ? found : null
}

/** A handler of a component of a template: `<Form @submit="send">`. */
function toldOfTag(host: FlowHost<Origin>, question: Question, at: Place & { value: ValueId }, script: ScriptFacts): Step[] | null {
  const { attached } = script
  const event = /^(?:@|v-on:|on:)([\w-]+)/.exec(attached?.attribute ?? '')?.[1]
  if (!attached || event === undefined) return null
  return toldBy(host, question, modelsOfTag(host, at.file, attached.element), siteOfElement(at, script, at.value), event)
}
