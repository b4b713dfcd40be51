/** Values that functions are given by those who call them: callbacks, promises, functions called where they are written. */
import type { Binding, ScriptFacts, ValueId } from '../../../facts/script/graph.js'
import { clientMeanings } from './clients.js'
import type { Meaning, ValueReference } from '../meaning.js'
import type { Resolver } from '../resolver.js'
import { scriptIndex } from '../script-index.js'

/** Methods that hand each element to their callback. */
const EACH = new Set(['map', 'forEach', 'filter', 'find', 'some', 'every', 'flatMap', 'findLast'])

/**
 * A parameter of a function that is called where it is written is its argument; a parameter of a function that is
 * handed to another (`withClient((client) => …)`) is what that one calls it with.
 */
export function parameterMeanings(resolver: Resolver, reference: ValueReference, binding: Binding, depth: number): Meaning[] {
  const script = resolver.script(reference)
  const parameter = binding.parameter
  if (!script || !parameter || parameter.rest) return []
  const index = scriptIndex(script)
  let meanings: Meaning[] = []
  const call = index.immediateCall(parameter.function)
  const site = call === undefined ? undefined : script.values[call]
  if (site?.kind === 'call') {
    const shift = script.values[site.callee]?.kind === 'member' ? 1 : 0
    const argument = site.arguments[parameter.index + shift]
    if (argument !== undefined) meanings = resolver.meanings({ ...reference, value: argument }, depth)
  }
  for (const { call: outer, index: place } of index.handedTo(parameter.function)) {
    meanings.push(...handed(resolver, reference, outer, place, parameter.index, depth))
  }
  if (meanings.length === 0 && resolver.registries.mayInject(script, binding.name)) meanings = resolver.registries.injected(injectedName(script, binding), depth)
  if (meanings.length === 0) meanings = clientMeanings(resolver, reference, binding, depth)
  for (const name of parameter.path) meanings = meanings.flatMap((meaning) => resolver.member(meaning, name, depth))
  return meanings
}

/** The name by which AngularJS fills a parameter: its own, or that of the list around the function, `['$http', function (a) {}]`. */
export function injectedName(script: ScriptFacts, { name, parameter }: Binding): string {
  const index = scriptIndex(script)
  const made = parameter ? index.functionValue(parameter.function) : undefined
  for (const parent of made === undefined ? [] : index.parents(made)) {
    const list = script.values[parent]
    const said = list?.kind === 'array' && list.items.at(-1) === made ? script.values[list.items[parameter?.index ?? 0] as ValueId] : undefined
    if (said?.kind === 'constant' && typeof said.value === 'string') return said.value
  }
  return name
}

/** What a function gives as argument `index` to the callback it takes as argument `place`. */
function handed(resolver: Resolver, reference: ValueReference, call: ValueId, place: number, index: number, depth: number): Meaning[] {
  const script = resolver.script(reference)
  const value = script?.values[call]
  if (!script || value?.kind !== 'call') return []
  const method = script.values[value.callee]
  if (method?.kind === 'member' && place === 0 && index === 0 && method.name !== null) {
    const object = { ...reference, value: method.object }
    if (method.name === 'then') return resolver.meanings(object, depth)
    if (EACH.has(method.name)) return resolver.meanings(object, depth).flatMap((meaning) => resolver.member(meaning, '*', depth))
  }
  return resolver.meanings({ ...reference, value: value.callee }, depth).flatMap((callee) => {
    const script = callee.kind === 'function' ? resolver.script(callee) : undefined
    if (callee.kind !== 'function' || !script) return []
    return scriptIndex(script).parameterCalls(callee.function, place).flatMap((inner) => {
      const site = script.values[inner]
      const argument = site?.kind === 'call' ? site.arguments[index] : undefined
      return argument === undefined ? [] : resolver.meanings({ file: callee.file, script: callee.script, value: argument }, depth)
    })
  })
}

/** `promise.then(callback)` is what the callback gives back; `catch` and `finally` pass the promise on. */
export function promisedMeanings(
  resolver: Resolver, reference: ValueReference, value: { callee: ValueId; arguments: ValueId[] }, depth: number,
): Meaning[] | null {
  const script = resolver.script(reference)
  const method = script?.values[value.callee]
  if (method?.kind !== 'member' || method.name === null || !/^(then|catch|finally)$/.test(method.name)) return null
  if (method.name !== 'then') return resolver.meanings({ ...reference, value: method.object }, depth)
  const [callback] = value.arguments
  if (callback === undefined) return null
  const functions = resolver.meanings({ ...reference, value: callback }, depth).filter((meaning) => meaning.kind === 'function')
  return functions.length === 0 ? null : functions.flatMap((target) => resolver.returns(target, depth))
}
