/** What objects hold: entries of literals, fields of classes, and what is written into them afterwards. */
import type { ClassFacts, FunctionId, ObjectEntry, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { isRecordMeant, keyedValue } from './keyed.js'
import { mutationParts } from './mutations.js'
import { componentParts } from './class-components.js'
import { partsOfConstructed } from './constructors.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import type { Meaning } from '../../project/meaning/meaning.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import type { Declared } from '../../project/meaning/scopes.js'
import { linksOf } from '../links.js'
import { KEYS, mayBe, without, type Path } from '../path.js'
import { invocationOf } from '../../project/meaning/invocation.js'
import { callOf, into, step, type Step } from '../step.js'

/** Entries of an object literal that hold what is wanted. The last of a name wins; a spread before it does not matter. */
export function objectParts(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, entries: readonly ObjectEntry[]): Step[] {
  const [wanted, ...rest] = trail.path
  const found: Step[] = []
  const taken: string[] = []
  if (!isRecordMeant(host, trail, entries)) return []
  const go = (id: ValueId, path: Path, getter?: true): void => {
    const value = script.values[id]
    if (getter && value?.kind === 'function') {
      for (const made of script.functions[value.function]?.returns ?? []) found.push(step(trail, { ...trail.spot, kind: 'value', id: made }, path))
      return
    }
    found.push(step(trail, { ...trail.spot, kind: 'value', id }, path))
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
      if (entry.getter || !isFunction(script, entry.value)) go(entry.value, [], entry.getter)
      if (entry.name !== null) taken.push(entry.name)
      else go(entry.key as ValueId, [])
      continue
    }
    const names = entry.name !== null ? [entry.name] : keyNames(host, trail, entry.key)
    if (names.length === 0) {
      found.push(...keyedValue(host, trail, script, entry.key as ValueId, entry.value, wanted, rest))
      continue
    }
    if (!names.some((name) => mayBe(name, wanted) && !taken.includes(name))) continue
    go(entry.value, rest, entry.getter)
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

/** The names a computed key may be. */
export function keyNames(host: FlowHost<Origin>, trail: Trail, key: ValueId | null): string[] {
  if (key === null) return []
  return host.resolver.constants({ file: trail.spot.file, script: trail.spot.script, value: key }).map(String)
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
  for (const { function: _, ...mutation } of linksOf(script).mutationsOfThisIn([owner, ...methodsOf(script, object)])) {
    found.push(...mutationParts(host, trail, script, [mutation]))
  }
  const [name, ...rest] = trail.path
  if (name !== undefined) found.push(...declaredSteps(trail, host.resolver.scopes.members(trail.spot.file, trail.spot.script, name), rest))
  return found
}

/** Steps to where the scripts of a component declare a name. */
export function declaredSteps(trail: Trail, declared: readonly Declared[], path: Path): Step[] {
  return declared.map((place) => {
    const { kind, file, script, id } = place
    const names = place.kind === 'instance' ? [place.name] : place.kind === 'value' ? (place.names ?? []) : []
    return step(trail, { kind, file, script, id }, [...names, ...path], place.kind === 'instance' ? { context: null } : {})
  })
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

/** Functions that are methods of an object literal. */
function methodsOf(script: ScriptFacts, object: ValueId | undefined): FunctionId[] {
  const literal = object === undefined ? undefined : script.values[object]
  return literal?.kind !== 'object' ? [] : literal.entries.flatMap((entry) => {
    const method = script.values[entry.value]
    return method?.kind === 'function' && objectOfMethod(script, entry.value) === object ? [method.function] : []
  })
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
    if (member.type !== null && name === member.name && rest.length > 0) found.push(...injected(host, trail, { ...reference, kind: 'instance' }, name, rest))
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

/** A member of a declared type that nobody assigns: `constructor(private booking: BookingService)`. */
function injected(host: FlowHost<Origin>, trail: Trail, of: Meaning, name: string, path: Path): Step[] {
  return instanceSteps(trail, host.resolver.member(of, name), path)
}

/** Steps to instances of classes, as declared types name them. */
export function instanceSteps(trail: Trail, meanings: readonly Meaning[], path: Path): Step[] {
  return meanings.flatMap((meaning) => (meaning.kind === 'instance'
    ? [step(trail, { file: meaning.file, script: meaning.script, kind: 'instance', id: meaning.class }, path, { context: null })] : []))
}

function constructorOf(script: ScriptFacts, facts: ClassFacts): FunctionId {
  const member = facts.members.find(({ kind }) => kind === 'constructor')
  const value = member?.value === null || member === undefined ? undefined : script.values[member.value]
  return value?.kind === 'function' ? value.function : -1
}

/** Calls of `super(…)` in a constructor. */
function superCalls(script: ScriptFacts, constructor: FunctionId): ValueId[] {
  return scriptIndex(script).callsIn(constructor).flatMap(({ value }) => {
    const call = script.values[value]
    return call?.kind === 'call' && script.values[call.callee]?.kind === 'this' ? [value] : []
  })
}

