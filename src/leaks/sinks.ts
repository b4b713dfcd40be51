/** What leaves through a sighting: the values at which the flow engine starts. */
import { scriptOf, type Trail } from '../flow/host.js'
import { isAny, mayBe, without, type Path } from '../flow/path.js'
import { callOf } from '../flow/step.js'
import { startAt, trace } from '../flow/trace.js'
import { argumentAt } from '../project/meaning/invocation.js'
import type { FunctionReference, ValueReference } from '../project/meaning/meaning.js'
import type { Found, SentValue } from '../project/sightings/found.js'
import type { Host } from './fields/elements.js'

/** A parameter of a wrapper that reaches the vendor, with the way from it to the vendor's call. */
interface LeakingParameter {
  index: number
  path: Path
  /** The parameter takes all further arguments; the path begins inside their list. */
  rest: boolean
  trail: Trail
}

export interface Sinks {
  /** Places to start from for a sighting; `path`: only that part of what is sent. */
  starts(found: Found, path?: Path): Trail[]
  /** Parameters of the wrapper a sighting stands in: its calls tell what they are given. */
  isToldByCalls(found: Found): (trail: Trail) => boolean
  /** Calls of wrappers that are sightings. */
  isAsked(call: ValueReference): boolean
}

/** `all`: all sightings; the calls of wrappers among them are asked about on their own. */
export function createSinks(
  host: Host, wrappers: readonly FunctionReference[], all: () => readonly Found[], relayed: (found: Found, path: Path) => Trail[],
): Sinks {
  const known = new Set(wrappers.map(keyOf))
  let calls: Set<string> | null = null
  let called: Set<string> | null = null
  const isAsked = (call: ValueReference): boolean => {
    calls ??= new Set(all().flatMap(({ forwards }) => (forwards ? [callKey(forwards.call)] : [])))
    return calls.has(callKey(call))
  }
  // What nobody calls in the project is called from outside, as a handler of a route is.
  const isCalled = (wrapper: FunctionReference): boolean => {
    called ??= new Set(all().flatMap(({ forwards }) => (forwards ? [keyOf(forwards.wrapper)] : [])))
    return called.has(keyOf(wrapper))
  }
  const parameters = new WeakMap<Found, Map<string, LeakingParameter[]>>()

  const leakingParameters = (found: Found, wrapper: FunctionReference, path: Path): LeakingParameter[] => {
    let byPath = parameters.get(found)
    if (!byPath) parameters.set(found, byPath = new Map())
    const key = path.join('.')
    let answer = byPath.get(key)
    if (!answer) {
      byPath.set(key, [])
      answer = trace(parameterHost(host, wrapper), starts(found, path)).flows.map(({ origin }) => origin.parameter)
      byPath.set(key, answer)
    }
    return answer
  }

  const starts = (found: Found, path: Path = []): Trail[] => {
    if (found.relay && !found.forwards) return relayed(found, path)
    if (!found.forwards) return found.dataValues.map((value) => startAt(value, [...itemOf(value), ...path]))
    const { wrapper, inner } = found.forwards
    return inner.flatMap((sent) => leakingParameters(sent, wrapper, path))
      .flatMap((parameter) => argumentStarts(found.dataValues, parameter))
  }
  const isToldByCalls = ({ sighting, code }: Found): ((trail: Trail) => boolean) => {
    const around: FunctionReference[] = []
    const script = code === null ? undefined : host.facts(sighting.file)?.scripts[code.script]
    for (let at = code?.scope ?? -1; code && script && at > 0; at = script.functions[at]?.parent ?? -1) {
      const target = { file: sighting.file, script: code.script, function: at }
      if (known.has(keyOf(target)) && isCalled(target)) around.push(target)
    }
    return (trail) => around.some((target) => callOf(trail.context, target) === null && parameterAt(host, trail, target) !== null)
  }
  return { starts, isToldByCalls, isAsked }
}

/** The item of a list that is meant. */
export function itemOf({ item }: SentValue): Path {
  return item === undefined ? [] : [item]
}

function callKey({ file, script, value }: ValueReference): string {
  return `${file}|${script}|${value}`
}

function keyOf({ file, script, function: id }: FunctionReference): string {
  return `${file}|${script}|${id}`
}

/** The arguments of a wrapper's call that its parameter takes. */
function argumentStarts(values: readonly SentValue[], parameter: LeakingParameter): Trail[] {
  const go = (value: ValueReference, path: Path): Trail => ({
    ...startAt(value, path), hashed: parameter.trail.hashed, hint: parameter.trail.hint, next: parameter.trail,
  })
  if (!parameter.rest) {
    const value = argumentAt(values, parameter.index)
    return value === undefined ? [] : [go(value, [...itemOf(value), ...parameter.path])]
  }
  const [first, ...inside] = parameter.path
  const list = values.findIndex(({ isList }) => isList)
  const before = (list < 0 ? values : values.slice(0, list)).slice(parameter.index).flatMap((value, index) =>
    (first === undefined || isAny(first) || mayBe(String(index), first) ? [go(value, inside)] : []))
  if (list < 0) return before
  const place = first === undefined || !/^\d+$/.test(first) ? -1 : parameter.index + Number(first) - list
  if (place < 0 && first !== undefined && /^\d+$/.test(first)) return before
  return [...before, go(values[list] as SentValue, [place < 0 ? '*' : String(place), ...inside])]
}

interface ParameterOrigin {
  key: string
  parameter: LeakingParameter
}

/** The host for the question which parameters of a function reach the vendor: they are the sources. */
function parameterHost(host: Host, wrapper: FunctionReference) {
  return {
    ...host,
    origins(trail: Trail): readonly ParameterOrigin[] | null {
      const found = parameterAt(host, trail, wrapper)
      if (!found) return null
      return [{ key: `${found.index}.${found.path.join('.')}.${trail.hashed}`, parameter: found }]
    },
  }
}

function parameterAt(host: Host, trail: Trail, wrapper: FunctionReference): LeakingParameter | null {
  if (trail.spot.file !== wrapper.file || trail.spot.script !== wrapper.script) return null
  const script = scriptOf(host, trail.spot)
  if (trail.spot.kind === 'binding') {
    const parameter = script?.bindings[trail.spot.id]?.parameter
    if (!parameter || parameter.function !== wrapper.function) return null
    const path = without(trail.path, parameter.without ?? [])
    return path === null ? null : { index: parameter.index, path: [...parameter.path, ...path], rest: parameter.rest, trail }
  }
  const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
  if (value?.kind !== 'global' || value.name !== 'arguments') return null
  return { index: 0, path: trail.path, rest: true, trail }
}
