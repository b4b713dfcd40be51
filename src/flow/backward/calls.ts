/** What a call gives back: returns of the functions it may call, and what rows say of those outside the project. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { providedBy } from '../forward/arrivals.js'
import { calleesOf, type Predecessors } from './callees.js'
import { scriptOf, type FlowHost, type Origin, type Spot, type Trail } from '../host.js'
import { modelsOfCall } from '../lookup.js'
import type { Model, ModelFlow, Source } from '../models/model.js'
import { instanceParts } from './objects.js'
import { linksOf } from '../links.js'
import { remainder, type Path } from '../path.js'
import { into, step, type Step } from '../step.js'
import { usesOf } from '../forward/uses.js'

type Call = Value & { kind: 'call' }

export function resultsOfCall(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: ValueId, call: Call, predecessors: Predecessors, depth: number,
): Step[] {
  const site: ValueReference = { file: trail.spot.file, script: trail.spot.script, value: id }
  const callees = calleesOf(host, trail, call, predecessors, depth)
  const found: Step[] = []
  let isKnown = false
  for (const callee of callees) {
    if (callee.kind === 'function') {
      isKnown = true
      found.push(...returnsOf(host, madeBy(host, trail, script, call.callee), callee, site).map((found) => ({ ...found, next: trail })))
    } else if (callee.kind === 'class') {
      isKnown = true
      found.push(...instanceParts(host, trail, callee, site))
    }
  }
  const module = requiredModule(host, site, script, call)
  if (module !== null) return [step(trail, { ...trail.spot, kind: 'module', id, slot: module }, trail.path)]
  const models = modelsOfCall(host, trail.spot, script, call)
  for (const model of models) found.push(...modelled(host, trail, script, id, call, model))
  if (!isKnown && models.length === 0) found.push(...unknownResult(trail, script, call))
  return found
}

/** The file that `require('./x')` names. */
function requiredModule(host: FlowHost<Origin>, site: ValueReference, script: ScriptFacts, call: Call): string | null {
  const callee = script.values[call.callee]
  const source = call.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (callee?.kind !== 'global' || callee.name !== 'require' || source?.kind !== 'constant') return null
  return host.resolver.host.resolve(site.file, String(source.value))
}

/** The trail with the call on its stack that made the function which is called: `prefix('x')(value)`. */
function madeBy(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, callee: ValueId): Trail {
  let at = callee
  for (let depth = 0; depth < 4; depth++) {
    const value = script.values[at]
    const definitions = value?.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []
    if (value?.kind === 'await') at = value.value
    else if (value?.kind === 'member') at = value.object
    else if (definitions.length === 1) at = definitions[0] as ValueId
    else break
  }
  const maker = script.values[at]
  if (maker?.kind !== 'call') return trail
  const place = { file: trail.spot.file, script: trail.spot.script }
  const target = host.resolver.meanings({ ...place, value: maker.callee }).find(({ kind }) => kind === 'function')
  return target?.kind === 'function' ? { ...trail, context: into(trail.context, { ...place, value: at }, target) } : trail
}

export function returnsOf(
  host: FlowHost<Origin>, trail: Trail, target: { file: string; script: number; function: number }, site: ValueReference,
): Step[] {
  const facts = scriptOf(host, target)?.functions[target.function]
  if (!facts) return []
  const path = facts.isGenerator && trail.path[0] === '*' ? trail.path.slice(1) : trail.path
  const context = into(trail.context, site, target)
  return facts.returns.map((id) => step(trail, { file: target.file, script: target.script, kind: 'value', id }, path, { context }))
}

/**
 * A function nobody can see: its result is made of what goes in, as far as it is a plain value. A part of the result
 * (`signIn(email).user`) is something of its own.
 */
function unknownResult(trail: Trail, script: ScriptFacts, call: Call): Step[] {
  const isPlain = trail.path.length === 0 || (trail.path.length === 1 && /^(\*|\d+)$/.test(trail.path[0] as string))
  if (!isPlain) return []
  const callee = script.values[call.callee]
  const parts = callee?.kind === 'member' ? [callee.object, ...call.arguments] : call.arguments
  return parts.filter((id) => script.values[id]?.kind !== 'function').map((id) => step(trail, { ...trail.spot, kind: 'value', id }, []))
}

function modelled(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: ValueId, call: Call, model: Model): Step[] {
  return model.flows.flatMap((flow) => {
    if (flow.target.kind !== 'result') return []
    const rest = remainder(flow.target.path, trail.path)
    if (rest === null) return []
    // The name a wildcard stood for tells which field is meant: `Object.fromEntries(data).email`.
    const wildcard = flow.target.path.indexOf('*')
    const named = wildcard >= 0 ? trail.path[wildcard] : undefined
    const hint = named !== undefined && !/^(\*|\d+)$/.test(named) ? named : undefined
    return fromSource(host, trail, script, id, call, flow, flow.mixes ? [] : rest, model, hint)
  })
}

/** Steps to where a row says that something comes from. */
export function fromSource(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: ValueId, call: Call, flow: ModelFlow, rest: Path, model: Model, hint?: string,
): Step[] {
  const { source } = flow
  const changes = { ...(model.row.mark ? { hashed: true } : {}), ...(hint === undefined ? {} : { hint }) }
  const spot = { file: trail.spot.file, script: trail.spot.script }
  const { base } = source
  if (base.kind === 'origin') {
    return [step(trail, { ...spot, kind: 'origin', id, slot: base.name }, [...keyed(host, spot, call, source.path), ...rest], changes)]
  }
  if (base.kind === 'context') {
    const [context] = call.arguments
    if (context === undefined) return []
    return providedBy(host, { ...spot, value: context }).map((at) =>
      step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, [...source.path, ...rest], { context: null }))
  }
  if (base.kind === 'result') {
    if (source.calledWith === null) return [step(trail, { ...spot, kind: 'value', id }, [...source.path, ...rest])]
    return calledWith(host, trail, { ...spot, kind: 'value', id }, source, rest)
  }
  const values = base.kind === 'arguments' ? call.arguments
    : base.kind === 'argument' ? call.arguments.slice(base.index, base.index + 1) : receiverOf(script, call)
  return values.flatMap((value) => {
    if (source.parameter !== null) return parameterCalledWith(host, trail, { ...spot, value }, source, rest)
    if (!source.returned) return [step(trail, { ...spot, kind: 'value', id: value }, [...keyed(host, spot, call, source.path), ...rest], changes)]
    return host.resolver.meanings({ ...spot, value }).flatMap((meaning) =>
      meaning.kind === 'function' ? returnsOf(host, step(trail, trail.spot, rest, changes), meaning, { ...spot, value: id }).map((found) => ({ ...found, next: trail })) : [])
  })
}

/** `get(key)`: the part is named by the first argument when that is a constant. Without an argument it is the whole. */
function keyed(host: FlowHost<Origin>, spot: { file: string; script: number }, call: Call, path: Path): Path {
  if (!path.includes('key')) return path
  const [first] = call.arguments
  const names = first === undefined ? [] : host.resolver.constants({ ...spot, value: first })
  const name = names.length === 1 ? [String(names[0])] : first === undefined ? [] : ['*']
  return path.flatMap((part) => (part === 'key' ? name : [part]))
}

function receiverOf(script: ScriptFacts, call: Call): ValueId[] {
  const callee = script.values[call.callee]
  return callee?.kind === 'member' ? [callee.object] : []
}

/** What a callback calls one of its parameters with: `new Promise((resolve) => resolve(value))`. */
function parameterCalledWith(host: FlowHost<Origin>, trail: Trail, callback: ValueReference, source: Source, rest: Path): Step[] {
  return host.resolver.meanings(callback).flatMap((meaning) => {
    const script = meaning.kind === 'function' ? scriptOf(host, meaning) : undefined
    if (meaning.kind !== 'function' || !script) return []
    return linksOf(script).parameters(meaning.function).filter((link) => link.index === source.parameter && link.path.length === 0)
      .flatMap((link) => calledWith(host, trail, { file: meaning.file, script: meaning.script, kind: 'binding', id: link.binding }, source, rest))
  })
}

/** `[0] = result[1](0)`: everything that the function at that part of a place is called with. */
export function calledWith(host: FlowHost<Origin>, trail: Trail, start: Spot, source: Source, rest: Path): Step[] {
  return usesOf(host, start, source.path).flatMap((use): Step[] => {
    if (use.kind === 'handed') {
      return [step(trail, { file: use.at.file, script: use.at.script, kind: 'given', id: use.at.value, slot: use.slot }, [String(source.calledWith), ...rest], { context: null })]
    }
    if (use.kind !== 'call') return []
    const script = scriptOf(host, use.at)
    const call = script?.values[use.at.value]
    const argument = call?.kind === 'call' ? call.arguments[(source.calledWith as number) + use.shift] : undefined
    if (!script || argument === undefined) return []
    const place = { file: use.at.file, script: use.at.script }
    const given = host.resolver.meanings({ ...place, value: argument })
    const updaters = source.returned ? given.filter(({ kind }) => kind === 'function') : []
    if (updaters.length > 0) {
      return updaters.flatMap((meaning) => (meaning.kind === 'function'
        ? returnsOf(host, step(trail, trail.spot, rest, { context: null }), meaning, use.at).map((found) => ({ ...found, next: trail })) : []))
    }
    if (script.values[argument]?.kind === 'function') return []
    return [step(trail, { ...place, kind: 'value', id: argument }, rest, { context: null })]
  })
}
