/** Functions that are called with `new`, and their prototypes: `function Lead(email) { this.email = email }`. */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
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
  for (const { function: writer, ...mutation } of linksOf(script).mutationsOfThis(-1)) {
    const isOwn = writer === target.function
    if (!isOwn && !methods.some(({ value }) => functionOf(script, value) === writer)) continue
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
  const own = linksOf(script).functionValue(owner)
  if (own === undefined) return []
  for (const store of script.stores) {
    if (store.value !== own && !isEntry(script.values[store.value], own)) continue
    const maker = prototypeOwner(script, store.value === own ? store.object : null, store)
    if (maker !== null) return constructedParts(host, trail, { file, script: index, function: maker }, null)
  }
  return []
}

function isEntry(value: Value | undefined, id: ValueId): boolean {
  return value?.kind === 'object' && value.entries.some((entry) => entry.value === id)
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

/** What the prototype of a function holds. */
function prototypeMembers(script: ScriptFacts, owner: FunctionId): { name: string; value: ValueId }[] {
  return script.stores.flatMap((store) => {
    if (prototypeOwner(script, store.object, store) !== owner) return []
    if (store.name !== 'prototype') return store.name === null ? [] : [{ name: store.name, value: store.value }]
    const value = script.values[store.value]
    return value?.kind === 'object' ? value.entries.flatMap((entry) => (entry.name === null ? [] : [{ name: entry.name, value: entry.value }])) : []
  })
}
