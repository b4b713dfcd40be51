/** Functions that are called with `new`, and their prototypes: `function Lead(email) { this.email = email }`. */
import type { FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { FunctionReference, ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { mayBe } from '../path.js'
import { into, step, type Step } from '../step.js'
import { mutationParts } from './mutations.js'

/** What `new F(…)` holds. `site` is the call, when it is known. */
export function constructedParts(host: FlowHost<Origin>, trail: Trail, target: FunctionReference, site: ValueReference | null): Step[] {
  const script = scriptOf(host, target)
  if (!script) return []
  const place = { file: target.file, script: target.script }
  const context = site === null ? null : into(trail.context, site, { ...place, function: target.function })
  const methods = prototypeMembers(script, target.function)
  const found: Step[] = []
  const writers = [target.function, ...methods.flatMap(({ value }) => functionOf(script, value) ?? [])]
  for (const { function: writer, ...mutation } of linksOf(script).mutationsOfThisIn(writers)) {
    const isOwn = writer === target.function
    const at: Trail = { ...trail, spot: { ...place, kind: 'value', id: 0 }, context: isOwn ? context : null }
    found.push(...mutationParts(host, at, script, [mutation], trail.path).map((part) => ({ ...part, next: trail })))
  }
  const [wanted, ...rest] = trail.path
  for (const { name, value } of methods) {
    if (wanted !== undefined && mayBe(name, wanted)) found.push(step(trail, { ...place, kind: 'value', id: value }, rest, { context: null }))
  }
  return found
}

/** What `this` is in a function that makes objects, or in a method of its prototype; nothing for other functions. */
export function partsOfConstructed(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, owner: FunctionId): Step[] {
  const { file, script: index } = trail.spot
  const links = linksOf(script)
  const own = links.functionValue(owner)
  if (own === undefined) return []
  const literals = links.parents(own).filter((parent) => script.values[parent]?.kind === 'object')
  for (const value of [own, ...literals]) {
    for (const store of links.storedBy(value)) {
      const maker = prototypeOwner(script, value === own ? store.object : null, store)
      if (maker !== null) return constructedParts(host, trail, { file, script: index, function: maker }, null)
    }
  }
  return []
}

/** The function whose prototype a store writes to: `F.prototype.name = …`, `F.prototype = { … }`. */
function prototypeOwner(script: ScriptFacts, object: ValueId | null, store: { object: ValueId; name: string | null }): FunctionId | null {
  const prototype = object === null ? undefined : script.values[object]
  if (prototype?.kind === 'member' && prototype.name === 'prototype') return functionNamed(script, prototype.object)
  return store.name === 'prototype' ? functionNamed(script, store.object) : null
}

function functionNamed(script: ScriptFacts, id: ValueId): FunctionId | null {
  const value = script.values[id]
  for (const definition of value?.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []) {
    const found = functionOf(script, definition)
    if (found !== null) return found
  }
  return null
}

function functionOf(script: ScriptFacts, id: ValueId): FunctionId | null {
  const value = script.values[id]
  return value?.kind === 'function' ? value.function : null
}

interface PrototypeMember {
  name: string
  value: ValueId
}

const prototypes = new WeakMap<ScriptFacts, ReadonlyMap<FunctionId, readonly PrototypeMember[]>>()

/** What the prototype of a function holds. */
function prototypeMembers(script: ScriptFacts, owner: FunctionId): readonly PrototypeMember[] {
  let known = prototypes.get(script)
  if (!known) prototypes.set(script, known = prototypesIn(script))
  return known.get(owner) ?? []
}

function prototypesIn(script: ScriptFacts): Map<FunctionId, PrototypeMember[]> {
  const found = new Map<FunctionId, PrototypeMember[]>()
  for (const store of script.stores) {
    const owner = prototypeOwner(script, store.object, store)
    if (owner === null) continue
    const members = found.get(owner) ?? []
    found.set(owner, members)
    const value = script.values[store.value]
    if (store.name !== 'prototype') {
      if (store.name !== null) members.push({ name: store.name, value: store.value })
    } else if (value?.kind === 'object') {
      for (const entry of value.entries) if (entry.name !== null) members.push({ name: entry.name, value: entry.value })
    }
  }
  return found
}
