/** What is written into objects after they are made: properties, methods such as `push`, functions they are handed to. */
import type { ScriptFacts, Store, ValueId } from '../../facts/script/graph.js'
import type { FunctionReference, ValueReference } from '../../project/meaning/meaning.js'
import { rememberedOf, scriptOf, type FlowHost, type Memory, type Origin, type Trail } from '../host.js'
import { linksOf, type Mutation } from '../links.js'
import { modelsOfCall } from '../lookup.js'
import { namingArgument } from '../models/model.js'
import { EVERY, type MutationOrder } from '../order/mutations.js'
import { isSame } from '../order/pins.js'
import { carried, KEYS, remainder, type Path } from '../path.js'
import { into, step, type Step } from '../step.js'
import { returnsOf } from './calls.js'
import { keyedValue } from './keyed.js'
import { keyNames } from './objects.js'

/** How deep writes of functions that an object is handed to are followed. */
const HANDED_DEPTH = 3

/**
 * What is written into the object a name holds: properties, methods such as `push`, functions it is handed to. `order`
 * says which of the writes the read at hand may see.
 */
export function mutationParts(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, mutations: readonly Mutation[], path: Path = trail.path, depth = 0,
  order: MutationOrder = EVERY,
): Step[] {
  const found: Step[] = []
  for (const mutation of mutations) {
    const { prefix, store, method, passed, reference } = mutation
    if (!order.sees(mutation)) continue
    if (store) found.push(...stored(host, trail, script, store, prefix, path))
    if (method) found.push(...methodWrites(host, trail, script, method.call, prefix, path))
    if (passed && depth < HANDED_DEPTH) found.push(...handedWrites(host, trail, script, passed, prefix, path, depth))
    if (reference !== null && depth < HANDED_DEPTH) found.push(...referenceWrites(host, trail, script, reference, prefix, path, depth))
  }
  return found
}

function stored(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, store: Store, prefix: Path, path: Path): Step[] {
  const names = store.name !== null ? [store.name] : keyNames(host, trail, store.key)
  if (path[prefix.length] === KEYS) {
    return store.key === null || remainder(prefix, path) === null ? [] : [step(trail, { ...trail.spot, kind: 'value', id: store.key }, [])]
  }
  const copied = names.length === 0 ? entryCopied(trail, script, store, prefix, path) : null
  if (copied) return [copied]
  if (names.length === 0) {
    const rest = remainder([...prefix, '*'], path)
    if (rest === null) return []
    if (store.key === null) return [step(trail, { ...trail.spot, kind: 'value', id: store.value }, rest)]
    const value = keyedValue(host, trail, script, store.key, store.value, path[prefix.length], rest)
    // A key of the visitor's is as telling as a value.
    return path.length <= prefix.length ? [...value, step(trail, { ...trail.spot, kind: 'value', id: store.key }, [])] : value
  }
  return names.flatMap((name) => {
    const rest = remainder([...prefix, name], path)
    // One line of code for many names: what it keeps under this one may be looked for under it.
    const hint = names.length > 1 ? { hint: name } : {}
    return rest === null ? [] : [step(trail, { ...trail.spot, kind: 'value', id: store.value }, rest, hint)]
  })
}

/** `copy[key] = form[key]`: what is wanted of the copy is the same part of the form. */
function entryCopied(trail: Trail, script: ScriptFacts, store: Store, prefix: Path, path: Path): Step | null {
  const value = script.values[store.value]
  const wanted = path[prefix.length]
  if (value?.kind !== 'member' || value.key === null || store.key === null || !isSame(script, value.key, store.key)) return null
  if (wanted === undefined || remainder(prefix, path) === null) return null
  return step(trail, { ...trail.spot, kind: 'value', id: value.object }, path.slice(prefix.length))
}

/** `list.push(x)`, `data.append('email', x)`, `Object.assign(target, x)`: rows say what goes in. */
function methodWrites(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, call: ValueId, prefix: Path, path: Path): Step[] {
  const value = script.values[call]
  if (value?.kind !== 'call') return []
  const inside = remainder(prefix, path) ?? (isTextOf(prefix, path) ? [] : null)
  if (inside === null) return []
  return modelsOfCall(host, trail.spot, script, value).flatMap(({ flows }) => flows.flatMap(({ target, source, mixes }) => {
    if (target.kind !== 'receiver' || source.base.kind !== 'argument' || source.returned) return []
    const argument = value.arguments[source.base.index]
    if (argument === undefined) return []
    // `set(key, value)`: the place is named by the first argument when it is a constant.
    const keyed = target.path.map((part) => {
      const naming = namingArgument(part)
      return naming ? keyOf(host, trail, value.arguments[naming.index ?? 0]) : part
    })
    const rest = remainder(keyed, inside)
    if (rest === null) return []
    return [step(trail, { ...trail.spot, kind: 'value', id: argument }, mixes ? [] : [...carried(keyed, source.path, inside), ...rest])]
  }))
}

/** The text of an address holds its parameters: `url.href` after `url.searchParams.set(…)`. */
function isTextOf(prefix: Path, path: Path): boolean {
  return prefix[0] === 'searchParams' && (path[0] === 'href' || path[0] === 'search')
}

function keyOf(host: FlowHost<Origin>, trail: Trail, argument: ValueId | undefined): string {
  const names = argument === undefined ? [] : keyNames(host, trail, argument)
  return names.length === 1 ? (names[0] as string) : '*'
}

/** A function of the project that the object is handed to may write into it. */
function handedWrites(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, passed: { call: ValueId; index: number }, prefix: Path, path: Path, depth: number,
): Step[] {
  const value = script.values[passed.call]
  if (value?.kind !== 'call') return []
  const inside = remainder(prefix, path)
  if (inside === null) return []
  const site = { file: trail.spot.file, script: trail.spot.script, value: passed.call }
  const found: Step[] = []
  for (const { flows } of modelsOfCall(host, trail.spot, script, value)) {
    for (const { target, source, mixes } of flows) {
      if (target.kind !== 'argument' || target.index !== passed.index) continue
      const indexes = source.base.kind === 'argument' ? [source.base.index] : source.base.kind === 'arguments' ? value.arguments.map((_, at) => at) : []
      for (const index of indexes) {
        const argument = value.arguments[index]
        const rest = remainder(target.path, inside)
        if (argument === undefined || index === passed.index || rest === null) continue
        if (source.returned) found.push(...returned(host, trail, site, argument, rest))
        else found.push(step(trail, { ...trail.spot, kind: 'value', id: argument }, mixes ? [] : rest))
      }
    }
  }
  for (const callee of host.resolver.meanings({ ...site, value: value.callee })) {
    if (callee.kind === 'function') found.push(...writesInside(host, trail, callee, passed.index, [], inside, depth, site))
  }
  return found
}

/** What a function of the project writes into a parameter, or into the part of it at `prefix`. */
function writesInside(
  host: FlowHost<Origin>, trail: Trail, target: FunctionReference, index: number, prefix: Path, path: Path, depth: number, site: ValueReference | null,
): Step[] {
  const inner = scriptOf(host, target)
  if (!inner || !mayWrite(host, target, index, depth)) return []
  const context = site === null ? null : into(trail.context, site, target)
  return linksOf(inner).parameters(target.function).flatMap((link) => {
    const rest = link.index !== index || link.rest ? null : remainder(link.path, [...prefix, ...path])
    if (rest === null) return []
    const at: Trail = { ...trail, spot: { file: target.file, script: target.script, kind: 'binding', id: link.binding }, context }
    return mutationParts(host, at, inner, linksOf(inner).mutations(link.binding), rest, depth + 1).map((part) => ({ ...part, next: trail }))
  })
}

/**
 * A function of the project may write something into a parameter, whatever part is asked about. Most write nothing, and
 * are asked for every part.
 */
function mayWrite(host: FlowHost<Origin>, target: FunctionReference, index: number, depth: number): boolean {
  const answers = rememberedOf(writers, host)
  const key = `${target.file}|${target.script}|${target.function}|${index}|${depth}`
  let answer = answers.get(key)
  if (answer === undefined) {
    const inner = scriptOf(host, target)
    const links = inner && linksOf(inner)
    answer = links !== undefined && links.parameters(target.function).some((link) => link.index === index && !link.rest
      && links.mutations(link.binding).some((mutation) => isWrite(host, target, inner as ScriptFacts, mutation, depth + 1)))
    answers.set(key, answer)
  }
  return answer
}

const writers: Memory<boolean> = new WeakMap()

function isWrite(
  host: FlowHost<Origin>, place: FunctionReference, script: ScriptFacts, { store, method, passed, reference }: Mutation, depth: number,
): boolean {
  if (store) return true
  const call = script.values[method?.call ?? passed?.call ?? -1]
  if (method) {
    return call?.kind === 'call' && modelsOfCall(host, place, script, call).some(({ flows }) => flows.some(({ target }) => target.kind === 'receiver'))
  }
  if (depth >= HANDED_DEPTH) return false
  if (reference !== null) return true
  if (!passed || call?.kind !== 'call') return false
  const { index } = passed
  if (modelsOfCall(host, place, script, call).some(({ flows }) => flows.some(({ target }) => target.kind === 'argument' && target.index === index))) return true
  return host.resolver.meanings({ file: place.file, script: place.script, value: call.callee })
    .some((callee) => callee.kind === 'function' && mayWrite(host, callee, index, depth))
}

/** A reference given to a component is filled in by it: `useImperativeHandle(ref, () => ({ read }))`. */
function referenceWrites(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: ValueId, prefix: Path, path: Path, depth: number,
): Step[] {
  const element = script.values[id]
  const inside = remainder(prefix, path)
  if (element?.kind !== 'element' || typeof element.name === 'string' || inside === null) return []
  return host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: element.name }).flatMap((meaning) => (meaning.kind !== 'function' ? []
    : [...writesInside(host, trail, meaning, 1, [], inside, depth, null), ...writesInside(host, trail, meaning, 0, ['ref'], inside, depth, null)]))
}

function returned(host: FlowHost<Origin>, trail: Trail, site: ValueReference, callback: ValueId, rest: Path): Step[] {
  return host.resolver.meanings({ ...site, value: callback }).flatMap((meaning) => (meaning.kind !== 'function' ? []
    : returnsOf(host, step(trail, trail.spot, rest), meaning, site).map((part) => ({ ...part, next: trail }))))
}
