/** Rows at work: where what a function or a component outside the project gives comes from. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { copiedUnder } from './keyed.js'
import { constantsOn } from '../constants.js'
import { providedBy } from '../forward/arrivals.js'
import { usesOf } from '../forward/uses.js'
import { scriptOf, type FlowHost, type Origin, type Spot, type Trail } from '../host.js'
import { invocationOf, type Call, type Invocation } from '../../project/meaning/invocation.js'
import { linksOf } from '../links.js'
import { namingArgument, opened, type Model, type ModelFlow, type Source } from '../models/model.js'
import { positionsOf } from '../order/positions.js'
import { allBut, carried, isAny, isName, oneOf, remainder, without, type Path } from '../path.js'
import { step, type Step } from '../step.js'
import { startAt } from '../trace.js'
import { predecessors } from './predecessors.js'
import { returnsOf } from './calls.js'
import { keptBy } from './filters.js'

/** The call, or the element, that a row is about. */
export interface Site {
  file: string
  script: number
  facts: ScriptFacts
  value: ValueId
  arguments: readonly ValueId[]
  receiver: ValueId | null
}

export function siteOfCall(place: { file: string; script: number }, facts: ScriptFacts, value: ValueId, call: Call): Site {
  const { self, bound, arguments: given } = invocationOf(facts, call)
  return { file: place.file, script: place.script, facts, value, arguments: [...bound, ...given], receiver: self }
}

export function siteOfElement(place: { file: string; script: number }, facts: ScriptFacts, value: ValueId): Site {
  return { file: place.file, script: place.script, facts, value, arguments: [], receiver: null }
}

/** What a row says of the part of a result that a trail wants. */
export function resultSteps(host: FlowHost<Origin>, trail: Trail, site: Site, model: Model): Step[] {
  return model.flows.flatMap((flow) => {
    if (flow.target.kind !== 'result') return []
    const rest = remainder(opened(flow.target.path), trail.path)
    if (rest === null) return []
    const at = flow.target.path.findIndex((part) => namingArgument(part) !== null)
    const named = at >= 0 && trail.path[at] !== undefined && isName(trail.path[at] as string) ? { named: trail.path[at] as string } : {}
    // The part that is wanted of the result is the part to look for: `fromEntries(list).email` wants the entry `email`.
    const path = carried(flow.target.path, flow.source.path, trail.path)
    return sourceSteps(host, trail, site, { ...flow, source: { ...flow.source, path, ...named } }, flow.mixes ? [] : rest, model)
  })
}

/** Steps to where a row says that something comes from. */
export function sourceSteps(
  host: FlowHost<Origin>, trail: Trail, site: Site, flow: ModelFlow, rest: Path, model: Model,
): Step[] {
  const { source } = flow
  const { base } = source
  const changes = model.row.mark ? { hashed: true } : {}
  const at: Spot = { file: site.file, script: site.script, kind: 'value', id: site.value }
  const paths = (): Path[] => namedPaths(host, trail, site, source.path, rest)
  if (base.kind === 'origin') {
    return paths().map((path) => step(trail, { ...at, kind: 'origin', slot: base.name }, path, changes))
  }
  if (base.kind === 'context') {
    const [context] = site.arguments
    if (context === undefined) return []
    return providedBy(host, { file: site.file, script: site.script, value: context }).map((provided) =>
      step(trail, { file: provided.file, script: provided.script, kind: 'value', id: provided.value }, [...source.path, ...rest], { context: null }))
  }
  if (base.kind === 'result') {
    return source.calledWith === null ? paths().map((path) => step(trail, at, path)) : calledWith(host, trail, at, source, rest)
  }
  const values = base.kind === 'arguments' ? site.arguments : base.kind === 'argument' ? site.arguments.slice(base.index, base.index + 1)
    : base.kind === 'props' ? (propertyPart(site, source.path[0] as string) ? [(propertyPart(site, source.path[0] as string) as Argument).value] : [])
      : site.receiver === null ? [] : [site.receiver]
  return values.flatMap((value) => {
    if (source.parameter !== null) return parameterCalledWith(host, trail, site, value, source, rest)
    if (source.calledWith !== null) return partCalledWith(host, trail, site, value, source, rest)
    if (source.returned) return returnedBy(host, trail, site, value, base.kind === 'props' ? [] : source.path, rest, changes)
    return paths().flatMap((path) => {
      const left = picked(host, trail, site, source, path)
      const kept = left === null ? null : keptBy(host, trail, site, model, left)
      return kept === null ? [] : [step(trail, { ...at, id: value }, kept, changes)]
    })
  })
}

/** `0.queryFn()`: what the function at that part of an argument gives back. */
export function returnedBy(
  host: FlowHost<Origin>, trail: Trail, site: Site, value: ValueId, names: readonly string[], rest: Path, changes: { hashed?: boolean },
): Step[] {
  let meanings = host.resolver.meanings({ file: site.file, script: site.script, value })
  for (const name of names) meanings = meanings.flatMap((meaning) => host.resolver.member(meaning, name))
  // A function of a package that is made elsewhere, such as a selector: rows say what a call of it gives.
  const outside = names.length === 0 && meanings.some(({ kind }) => kind === 'external') ? madeResult(host, trail, { file: site.file, script: site.script, value }, rest) : []
  if (outside.length > 0) return outside
  return meanings.flatMap((meaning) => (meaning.kind !== 'function' ? []
    : returnsOf(host, step(trail, trail.spot, rest, changes), meaning, { file: site.file, script: site.script, value: site.value })
      .map((found) => ({ ...found, next: trail }))))
}

function madeResult(host: FlowHost<Origin>, trail: Trail, at: ValueReference, rest: Path): Step[] {
  const made = madeAt(host, at)
  const spot = made?.path.length === 0 ? made.spot : null
  const script = spot && scriptOf(host, spot)
  const call = spot && script?.values[spot.id]
  if (!spot || !script || call?.kind !== 'call') return []
  const external = host.resolver.meanings({ file: spot.file, script: spot.script, value: spot.id }).find((meaning) => meaning.kind === 'external')
  const models = external?.kind === 'external' && external.root === 'package' ? host.models.external(external.name, external.path) : []
  return models.flatMap((model) => resultSteps(host, { ...trail, path: rest }, siteOfCall(spot, script, spot.id, call), model).map((found) => ({ ...found, next: trail })))
}

/** `0 pick 1`: the path without what the argument does not name; null when nothing is left. */
function picked(host: FlowHost<Origin>, trail: Trail, site: Site, source: Source, path: Path): Path | null {
  if (!source.names) return path
  const names = site.arguments.slice(source.names.from).map((argument) => namesOf(host, trail, site, argument))
  if (names.length === 0 || names.some((list) => list === null)) return path
  const all = names.flatMap((list) => list as string[])
  if (!source.names.keeps) return without(path, all)
  const [first, ...rest] = path
  if (first === undefined || first === '*') return all.length === 0 ? null : [oneOf(all), ...rest]
  return all.includes(first) || isAny(first) ? path : null
}

/** A path with its named parts filled in by the call's arguments; several names are several paths. */
function namedPaths(host: FlowHost<Origin>, trail: Trail, site: Site, path: Path, rest: Path): Path[] {
  const at = path.findIndex((part) => namingArgument(part) !== null)
  if (at < 0) return [[...path, ...rest]]
  const naming = namingArgument(path[at] as string) as { index: number | null; names: string[] }
  const argument = naming.index === null ? propertyPart(site, naming.names[0] as string) : argumentPart(host, site, naming.index, naming.names)
  const tail = [...path.slice(at + 1), ...rest]
  if (argument === undefined) return [[...path.slice(0, at), ...tail]]
  const names = namesOf(host, trail, argument, argument.value)
  if (names === null || names.length === 0) return [[...path.slice(0, at), '*', ...tail]]
  if (!isList(host, argument)) return names.map((name) => [...path.slice(0, at), ...name.split('.'), ...tail])
  // A list of names gives a list of values.
  const [first, ...inside] = tail
  const meant = first !== undefined && /^\d+$/.test(first) ? names.slice(Number(first), Number(first) + 1) : names
  return meant.map((name) => [...path.slice(0, at), ...name.split('.'), ...inside])
}

interface Argument {
  file: string
  script: number
  value: ValueId
}

function propertyPart(site: Site, name: string): Argument | undefined {
  const element = site.facts.values[site.value]
  const property = element?.kind === 'element' ? element.properties.find((item) => item.name === name) : undefined
  return property && { file: site.file, script: site.script, value: property.value }
}

/** An argument, or a property of the object literal that it is; of an object that names itself, its name. */
function argumentPart(host: FlowHost<Origin>, site: Site, index: number, names: readonly string[]): Argument | undefined {
  const argument = site.arguments[index]
  const whole: Argument | undefined = argument === undefined ? undefined : { file: site.file, script: site.script, value: argument }
  if (names.length === 0 && whole && isObject(host, whole)) return argumentPart(host, site, index, ['name'])
  let at = whole
  for (const name of names) {
    const object: ValueReference | undefined = at && host.resolver.meanings(at).find((meaning) => meaning.kind === 'object') as ValueReference | undefined
    const script = object && scriptOf(host, object)
    const value: Value | undefined = object && script?.values[object.value]
    const entry = value?.kind === 'object' ? value.entries.find((item) => item.name === name) : undefined
    at = object && entry ? { file: object.file, script: object.script, value: entry.value } : undefined
  }
  return at
}

function isObject(host: FlowHost<Origin>, at: Argument): boolean {
  return host.resolver.meanings(at).some((meaning) => meaning.kind === 'object' && scriptOf(host, meaning)?.values[meaning.value]?.kind === 'object')
}

function isList(host: FlowHost<Origin>, at: Argument): boolean {
  return host.resolver.meanings(at).some((meaning) => meaning.kind === 'object' && scriptOf(host, meaning)?.values[meaning.value]?.kind === 'array')
}

/** The names that an argument gives: a constant, or a list of them. Null when it is not said. */
function namesOf(host: FlowHost<Origin>, trail: Trail, place: { file: string; script: number }, value: ValueId): string[] | null {
  const at = { file: place.file, script: place.script, value }
  const meanings = host.resolver.meanings(at)
  const lists = meanings.filter((meaning) => meaning.kind === 'object')
  if (lists.length === 0) {
    const script = scriptOf(host, at)
    const known = constantsOn(host, trail, at).filter((name) => name !== null).map(String)
    const names = script ? copiedUnder(script, trail, value, known) : known
    return names.length > 0 ? [...names] : null
  }
  return lists.flatMap((list) => {
    const script = scriptOf(host, list)
    const array = script?.values[list.value]
    const items = array?.kind === 'array' ? array.items : []
    return items.flatMap((item) => host.resolver.constants({ file: list.file, script: list.script, value: item }).map(String))
  })
}

/** What a callback calls one of its parameters with: `new Promise((resolve) => resolve(value))`. */
function parameterCalledWith(host: FlowHost<Origin>, trail: Trail, site: Site, callback: ValueId, source: Source, rest: Path): Step[] {
  return host.resolver.meanings({ file: site.file, script: site.script, value: callback }).flatMap((meaning) => {
    const script = meaning.kind === 'function' ? scriptOf(host, meaning) : undefined
    if (meaning.kind !== 'function' || !script) return []
    // The callback is written inside the function that makes the promise: the calls that led there still hold.
    const isInside = script === site.facts && script.functions[meaning.function]?.parent === positionsOf(script).functionOf(site.value)
    return linksOf(script).parameters(meaning.function).filter((link) => link.index === source.parameter && link.path.length === 0)
      .flatMap((link) => calledWith(host, trail, { file: meaning.file, script: meaning.script, kind: 'binding', id: link.binding }, source, rest, isInside))
  })
}

/** `0.actionCreator(0)`: what the function in that part of an argument is called with, wherever it is. */
function partCalledWith(host: FlowHost<Origin>, trail: Trail, site: Site, value: ValueId, source: Source, rest: Path): Step[] {
  const index = site.arguments.indexOf(value)
  const part = source.path.length === 0 ? { file: site.file, script: site.script, value } : argumentPart(host, site, index, source.path)
  const made = part ? madeAt(host, part) : null
  return made === null ? [] : calledWith(host, trail, made.spot, { ...source, path: made.path }, rest)
}

/**
 * Where a value was made, past names and modules: `typed` of another file is `createAction(…)` there, and `Page.opened` the
 * part `opened` of `createActionGroup(…)`.
 */
function madeAt(host: FlowHost<Origin>, at: ValueReference): Pick<Trail, 'spot' | 'path'> | null {
  const start: Trail = { ...startAt(at) }
  const queue = [start]
  for (let index = 0; index < queue.length && index < 40; index++) {
    const { spot, path } = queue[index] as Trail
    const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
    if (value?.kind === 'call' || value?.kind === 'function') return { spot, path }
    queue.push(...predecessors(host, queue[index] as Trail))
  }
  return null
}

const NO_ARGUMENTS: Pick<Invocation, 'bound' | 'arguments'> = { bound: [], arguments: [] }

/** `[0] = result[1](0)`: everything that the function at that part of a place is called with. */
export function calledWith(host: FlowHost<Origin>, trail: Trail, start: Spot, source: Source, rest: Path, keepsCalls = false): Step[] {
  const context = keepsCalls ? trail.context : null
  return usesOf(host, start, source.path).flatMap((use): Step[] => {
    if (use.kind === 'handed') {
      return [step(trail, { file: use.at.file, script: use.at.script, kind: 'given', id: use.at.value, slot: use.slot }, [String(source.calledWith), ...rest], { context })]
    }
    if (use.kind !== 'call') return []
    const script = scriptOf(host, use.at)
    const call = script?.values[use.at.value]
    const { bound, arguments: own } = script && call?.kind === 'call' ? invocationOf(script, call) : NO_ARGUMENTS
    const argument = [...bound, ...own][source.calledWith as number]
    if (!script || argument === undefined) return []
    const place = { file: use.at.file, script: use.at.script }
    const names = source.named === undefined ? [] : host.resolver.constants({ ...place, value: own[0] as ValueId })
    if (source.named !== undefined && names.length > 0 && !names.includes(source.named)) return []
    const given = host.resolver.meanings({ ...place, value: argument })
    const updaters = source.returned ? given.filter(({ kind }) => kind === 'function') : []
    if (updaters.length > 0) {
      return updaters.flatMap((meaning) => (meaning.kind === 'function'
        ? returnsOf(host, step(trail, trail.spot, rest, { context }), meaning, use.at).map((found) => ({ ...found, next: trail })) : []))
    }
    if (script.values[argument]?.kind === 'function') return []
    return [step(trail, { ...place, kind: 'value', id: argument }, rest, { context })]
  })
}

/** What a limit says of the names of a path, for rows that hand on entries. */
export function restricted(path: Path, { only, without: excluded }: { only: readonly string[] | null; without: readonly string[] }): Path | null {
  const [first, ...rest] = path
  if (only) {
    if (first !== undefined && !isAny(first)) return path
    return only.length === 0 ? null : [`=${only.join(',')}`, ...rest]
  }
  return first === undefined || isAny(first) ? [allBut(excluded), ...rest] : path
}
