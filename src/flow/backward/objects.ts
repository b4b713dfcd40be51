/** What objects hold: entries of literals, fields of classes, and what is written into them afterwards. */
import type { ClassFacts, FunctionId, ObjectEntry, ScriptFacts, Store, ValueId } from '../../facts/script/graph.js'
import { componentParts } from './class-components.js'
import { partsOfConstructed } from './constructors.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf, type Mutation } from '../links.js'
import { modelsOfCall } from '../lookup.js'
import { namingArgument } from '../models/model.js'
import { isSame } from '../order/pins.js'
import { EVERY, type MutationOrder } from '../order/mutations.js'
import { isAny, KEYS, mayBe, remainder, without, type Path } from '../path.js'
import { invocationOf } from '../invocation.js'
import { callOf, into, step, type Step } from '../step.js'

/** Entries of an object literal that hold what is wanted. The last of a name wins; a spread before it does not matter. */
export function objectParts(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, entries: readonly ObjectEntry[]): Step[] {
  const [wanted, ...rest] = trail.path
  const found: Step[] = []
  const taken: string[] = []
  const go = (id: ValueId, path: Path, hint?: string, getter?: true): void => {
    const value = script.values[id]
    if (getter && value?.kind === 'function') {
      for (const made of script.functions[value.function]?.returns ?? []) found.push(step(trail, { ...trail.spot, kind: 'value', id: made }, path))
      return
    }
    found.push(step(trail, { ...trail.spot, kind: 'value', id }, path, hint === undefined ? {} : { hint }))
  }
  if (wanted === KEYS) {
    for (const { name, key, value } of entries) {
      if (name === null) found.push(step(trail, { ...trail.spot, kind: 'value', id: key ?? value }, key === null ? trail.path : []))
    }
    return found
  }
  for (const entry of [...entries].reverse()) {
    if (entry.setter) continue
    if (entry.name === null && entry.key === null) {
      const path = without(trail.path, taken)
      if (path !== null) go(entry.value, path)
      taken.push(...literalNames(script, entry.value))
      continue
    }
    if (wanted === undefined) {
      if (entry.name !== null && taken.includes(entry.name)) continue
      if (entry.getter || !isFunction(script, entry.value)) go(entry.value, [], undefined, entry.getter)
      if (entry.name !== null) taken.push(entry.name)
      else go(entry.key as ValueId, [])
      continue
    }
    const names = entry.name !== null ? [entry.name] : keyNames(host, trail, entry.key)
    if (names.length === 0) {
      go(entry.value, rest, isAny(wanted) ? undefined : wanted)
      continue
    }
    if (!names.some((name) => mayBe(name, wanted) && !taken.includes(name))) continue
    go(entry.value, rest, undefined, entry.getter)
    if (entry.name === wanted) break
    if (entry.name !== null) taken.push(entry.name)
  }
  return found
}

/** Names that an object literal spread into another certainly has. */
function literalNames(script: ScriptFacts, id: ValueId): string[] {
  const value = script.values[id]
  return value?.kind === 'object' ? value.entries.flatMap(({ name }) => (name === null ? [] : [name])) : []
}

function isFunction(script: ScriptFacts, id: ValueId): boolean {
  return script.values[id]?.kind === 'function'
}

function keyNames(host: FlowHost<Origin>, trail: Trail, key: ValueId | null): string[] {
  if (key === null) return []
  return host.resolver.constants({ file: trail.spot.file, script: trail.spot.script, value: key }).map(String)
}

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
    const { prefix, store, method, passed } = mutation
    if (!order.sees(mutation)) continue
    if (store) found.push(...stored(host, trail, script, store, prefix, path))
    if (method) found.push(...methodWrites(host, trail, script, method.call, prefix, path))
    if (passed && depth < HANDED_DEPTH) found.push(...handedWrites(host, trail, script, passed, prefix, path, depth))
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
  const written = names.length > 0 ? names : ['*']
  return written.flatMap((name) => {
    const rest = remainder([...prefix, name], path)
    const wanted = path[prefix.length]
    if (rest === null) return []
    const hint = name === '*' && wanted !== undefined && !isAny(wanted) ? { hint: wanted } : {}
    const value = step(trail, { ...trail.spot, kind: 'value', id: store.value }, rest, hint)
    // A key of the visitor's is as telling as a value.
    const asked = path.length <= prefix.length && name === '*' && store.key !== null && script.values[store.key]
    return asked ? [value, step(trail, { ...trail.spot, kind: 'value', id: store.key as ValueId }, [])] : [value]
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
      return naming ? keyOf(host, trail, value.arguments[naming.index]) : part
    })
    const rest = remainder(keyed, inside)
    if (rest === null) return []
    return [step(trail, { ...trail.spot, kind: 'value', id: argument }, mixes ? [] : [...source.path, ...rest])]
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
        found.push(step(trail, { ...trail.spot, kind: 'value', id: argument }, mixes ? [] : rest))
      }
    }
  }
  for (const callee of host.resolver.meanings({ ...site, value: value.callee })) {
    if (callee.kind !== 'function') continue
    const inner = scriptOf(host, callee)
    if (!inner) continue
    for (const link of linksOf(inner).parameters(callee.function)) {
      if (link.index !== passed.index || link.rest) continue
      const rest = remainder(link.path, inside)
      if (rest === null) continue
      const at: Trail = { ...trail, spot: { file: callee.file, script: callee.script, kind: 'binding', id: link.binding }, context: into(trail.context, site, callee) }
      for (const part of mutationParts(host, at, inner, linksOf(inner).mutations(link.binding), rest, depth + 1)) {
        found.push({ ...part, next: trail })
      }
    }
  }
  return found
}

/** What `this` holds in a function: the fields of its class, or of the object literal the function is a method of. */
export function partsOfThis(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, owner: FunctionId): Step[] {
  const facts = script.functions[owner]
  const receiver = receiverOnStack(host, trail, owner)
  if (receiver) return [receiver]
  if (facts && facts.class >= 0) {
    return instanceParts(host, trail, { file: trail.spot.file, script: trail.spot.script, class: facts.class }, null)
  }
  const constructed = partsOfConstructed(host, trail, script, owner)
  if (constructed.length > 0) return constructed
  const found: Step[] = []
  const value = linksOf(script).functionValue(owner)
  const object = value === undefined ? undefined : objectOfMethod(script, value)
  if (object !== undefined) found.push(step(trail, { ...trail.spot, kind: 'value', id: object }, trail.path))
  for (const { function: writer, ...mutation } of linksOf(script).mutationsOfThis(-1)) {
    const other = linksOf(script).functionValue(writer)
    const isSibling = writer === owner || (other !== undefined && object !== undefined && objectOfMethod(script, other) === object)
    if (isSibling) found.push(...mutationParts(host, trail, script, [mutation]))
  }
  const [name, ...rest] = trail.path
  if (name !== undefined) found.push(...host.outer(trail.spot.file, trail.spot.script, name).map((spot) => step(trail, spot, rest)))
  return found
}

/** `person.describe()` on the stack: `this` is `person`. */
function receiverOnStack(host: FlowHost<Origin>, trail: Trail, owner: FunctionId): Step | null {
  const { file, script: index } = trail.spot
  const call = callOf(trail.context, { file, script: index, function: owner })
  const outer = call && scriptOf(host, call)
  const value = call && outer?.values[call.value]
  if (!call || !outer || value?.kind !== 'call' || value.isNew) return null
  const { self, arguments: given } = invocationOf(outer, value)
  // A callback runs on behalf of the call it is an argument of, and not on its object.
  const isCallback = given.some((argument) => host.resolver.meanings({ file: call.file, script: call.script, value: argument })
    .some((meaning) => meaning.kind === 'function' && meaning.function === owner && meaning.script === index && meaning.file === file))
  if (self === null || isCallback) return null
  return step(trail, { file: call.file, script: call.script, kind: 'value', id: self }, trail.path, { context: call.outer })
}

function objectOfMethod(script: ScriptFacts, value: ValueId): ValueId | undefined {
  return linksOf(script).parents(value).find((parent) => script.values[parent]?.kind === 'object')
}

/** What an instance of a class holds. `site` is the call that made it, when it is known. */
export function instanceParts(
  host: FlowHost<Origin>, trail: Trail, reference: { file: string; script: number; class: number },
  site: { file: string; script: number; value: number } | null, depth = 0,
): Step[] {
  const script = scriptOf(host, reference)
  const facts = script?.classes[reference.class]
  if (!script || !facts || depth > 6) return []
  const [name, ...rest] = trail.path
  const found: Step[] = []
  const place = { file: reference.file, script: reference.script }
  const constructor = constructorOf(script, facts)
  const made = site === null || constructor < 0 ? null : into(trail.context, site, { ...place, function: constructor })
  for (const member of facts.members) {
    const value = member.value === null ? undefined : script.values[member.value]
    if (member.value === null || member.isStatic || name === undefined || !mayBe(member.name, name)) continue
    if (member.kind === 'field') found.push(step(trail, { ...place, kind: 'value', id: member.value }, rest, { context: made }))
    if (member.kind === 'getter' && value?.kind === 'function') {
      for (const id of script.functions[value.function]?.returns ?? []) found.push(step(trail, { ...place, kind: 'value', id }, rest))
    }
  }
  for (const { function: writer, ...mutation } of linksOf(script).mutationsOfThis(reference.class)) {
    const context = writer === constructor ? made : null
    const at: Trail = { ...trail, spot: { ...place, kind: 'value', id: 0 }, context }
    for (const part of mutationParts(host, at, script, [mutation], trail.path)) found.push({ ...part, next: trail })
  }
  found.push(...componentParts(host, trail, reference, script))
  if (facts.superclass !== null) {
    for (const parent of host.resolver.meanings({ ...place, value: facts.superclass })) {
      if (parent.kind !== 'class') continue
      // Without a constructor of its own the class hands on what it is made with; else `super(…)` does.
      const inherited = constructor < 0 ? [site] : superCalls(script, constructor).map((value) => ({ ...place, value }))
      const context = constructor < 0 ? trail.context : made
      for (const call of inherited.length > 0 ? inherited : [null]) {
        const at = instanceParts(host, { ...trail, context }, parent, call, depth + 1)
        found.push(...at.map((part) => ({ ...part, next: trail })))
      }
    }
  }
  return found
}

function constructorOf(script: ScriptFacts, facts: ClassFacts): FunctionId {
  const member = facts.members.find(({ kind }) => kind === 'constructor')
  const value = member?.value === null || member === undefined ? undefined : script.values[member.value]
  return value?.kind === 'function' ? value.function : -1
}

/** Calls of `super(…)` in a constructor. */
function superCalls(script: ScriptFacts, constructor: FunctionId): ValueId[] {
  return script.calls.flatMap(({ value, scope }) => {
    const call = script.values[value]
    return scope === constructor && call?.kind === 'call' && script.values[call.callee]?.kind === 'this' ? [value] : []
  })
}

