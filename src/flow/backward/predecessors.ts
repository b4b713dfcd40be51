/** One step backwards: the places a value at a place may come from. */
import type { Binding, BindingId, FunctionId, ScriptFacts, Store, Value, ValueId } from '../../facts/script/graph.js'
import { callsOf } from '../forward/callers.js'
import type { Source } from '../models/model.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { moduleIndex } from '../../project/meaning/module-index.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import { resultsOfCall } from './calls.js'
import { sharedWrites } from './shared.js'
import { calledWith } from './rows.js'
import { scriptOf, type FlowHost, type Origin, type Spot, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { mutationParts } from './mutations.js'
import { copiedUnder } from './keyed.js'
import { declaredSteps, instanceParts, instanceSteps, keyNames, objectParts, partsOfThis } from './objects.js'
import { originsOfParameter } from './parameters.js'
import { isDead } from '../order/dead.js'
import { EVERY, isOrdered, namesWrittenOver, orderOf, readAt } from '../order/mutations.js'
import { pinOf } from '../order/pins.js'
import { reachingDefinitions, writeOf } from '../order/reaching.js'
import { allBut, isAny, mayBe, without, type Path } from '../path.js'
import { entryMeant, hintBeside } from './entries.js'
import { envelopeOf } from '../envelopes.js'
import { step, type Step } from '../step.js'

/** Operators whose result holds something of their operands. The others give a truth value, and that says nothing. */
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>', '++', '--', '~',
  '-=', '*=', '/=', '%=', '**=', '|=', '&=', '^=', '<<=', '>>=', '>>>='])

/** Members that say how much there is and not what. */
const COUNTS = new Set(['length', 'size', 'byteLength', 'childElementCount', 'selectedIndex'])

/** Where the value at the end of a trail may come from; an empty list when nothing in the project says. */
export function predecessors(host: FlowHost<Origin>, trail: Trail, depth = 0): Step[] {
  const script = scriptOf(host, trail.spot)
  if (!script) return []
  switch (trail.spot.kind) {
    case 'binding': {
      const binding = script.bindings[trail.spot.id]
      return binding ? ofBinding(host, trail, script, binding) : []
    }
    case 'value': {
      const value = script.values[trail.spot.id]
      return value ? [...ofValue(host, trail, script, value, depth), ...sharedWrites(host, trail, script, value)] : []
    }
    case 'instance': return instanceParts(host, trail, { file: trail.spot.file, script: trail.spot.script, class: trail.spot.id }, null)
    case 'module': {
      const [name, ...rest] = trail.path
      const file = trail.spot.slot as string
      return name === undefined ? [] : [...exported(host, trail, file, name, rest), ...exported(host, trail, file, 'default', trail.path)]
    }
    default: return []
  }
}

function ofValue(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, value: Value, depth: number): Step[] {
  const { path, spot } = trail
  const at = (id: ValueId, wanted: Path): Step => step(trail, { ...spot, kind: 'value', id }, wanted)
  switch (value.kind) {
    case 'binding': return ofReference(host, trail, script, value.binding)
    case 'global': return ofGlobal(host, trail, script, value.name)
    case 'member': {
      if (value.name !== null && COUNTS.has(value.name) && path.length === 0) return []
      return ofMember(host, trail, value)
    }
    case 'call': return resultsOfCall(host, trail, script, spot.id, value, predecessors, depth)
    case 'object': return objectParts(host, trail, script, value.entries)
    case 'array': return ofArray(trail, script, value.items)
    case 'spread': return [at(value.value, path)]
    case 'await': return [at(value.value, path)]
    case 'yield': return ofYield(host, trail, script, value)
    case 'choice': return ofChoice(host, trail, script, value)
    case 'rest': return ofRest(trail, value)
    case 'template': return ofTemplate(trail, value.parts)
    case 'operation': return ARITHMETIC.has(value.operator) && path.length === 0 ? value.operands.map((id) => at(id, [])) : []
    case 'this': return partsOfThis(host, trail, script, value.function)
    case 'import': return ofModule(host, trail, script, value.source)
    case 'element': return path.length === 0 ? value.children.map((id) => at(id, [])) : []
    case 'unknown': return path.length === 0 ? value.operands.map((id) => at(id, [])) : []
    default: return []
  }
}

function ofChoice(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, value: Value & { kind: 'choice' }): Step[] {
  const { path, spot } = trail
  const at = (id: ValueId, wanted = path): Step => step(trail, { ...spot, kind: 'value', id }, wanted)
  const envelope = envelopeOf(script, value)
  if (!envelope) {
    return value.values.filter((id) => !isDead(host.resolver, spot, script, script.values[id]?.start ?? 0)).map((id) => at(id))
  }
  const { base, others } = envelope
  const opened = typeof base === 'number' ? [at(base, ['*', ...path])]
    : originsOfParameter(host, trail, script, base.function, base, [...base.path, '*', ...path])
  return [...opened, ...others.map((id) => at(id))]
}

/** What a generator gets for what it yields: the value itself from a runner that waits for it, or what `next` is given. */
function ofYield(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, { function: owner, value }: Value & { kind: 'yield' }): Step[] {
  const yielded = script.values[value]?.kind === 'call' ? [step(trail, { ...trail.spot, kind: 'value', id: value }, trail.path)] : []
  const made = linksOf(script).functionValue(owner)
  if (made === undefined) return yielded
  const source: Source = { base: { kind: 'result' }, path: ['next'], returned: false, calledWith: 0, parameter: null }
  const calls = callsOf(host, trail.spot, script, owner).filter((use) => use.kind === 'call')
  return [...yielded, ...calls.flatMap((use) =>
    calledWith(host, trail, { file: use.at.file, script: use.at.script, kind: 'value', id: use.at.value }, source, trail.path))]
}

/** Parts of a text are in the whole text; a text has no parts of its own. */
function ofTemplate(trail: Trail, parts: readonly ValueId[]): Step[] {
  const [first] = trail.path
  if (first !== undefined && !isAny(first) && !/^\d+$/.test(first)) return []
  return parts.map((id) => step(trail, { ...trail.spot, kind: 'value', id }, []))
}

function ofArray(trail: Trail, script: ScriptFacts, items: readonly ValueId[]): Step[] {
  const [first, ...rest] = trail.path
  return items.flatMap((id, index) => {
    const spot: Spot = { ...trail.spot, kind: 'value', id }
    if (first === undefined) return [step(trail, spot, [])]
    // What is spread may stand anywhere.
    if (script.values[id]?.kind === 'spread') return [step(trail, spot, [isAny(first) ? first : '*', ...rest])]
    return mayBe(String(index), first) && isPairMeant(script, id, first, rest) ? [step(trail, spot, rest)] : []
  })
}

/** `['mail', value]` among entries of which one is wanted. */
function isPairMeant(script: ScriptFacts, id: ValueId, limit: string, rest: Path): boolean {
  const pair = script.values[id]
  const name = pair?.kind === 'array' && pair.items[0] !== undefined ? script.values[pair.items[0]] : undefined
  return !limit.startsWith('=') && !limit.startsWith('!') || rest[0] !== '1' || name?.kind !== 'constant' || mayBe(`${String(name.value)}`, limit)
}

/** `object.name`: the object, with one more name wanted. */
function ofMember(host: FlowHost<Origin>, trail: Trail, value: Value & { kind: 'member' }): Step[] {
  const object: Spot = { ...trail.spot, kind: 'value', id: value.object }
  if (value.name !== null) return [step(trail, object, [value.name, ...trail.path], hintBeside(host, trail))]
  const script = scriptOf(host, trail.spot)
  const known = keyNames(host, trail, value.key)
  const names = script && value.key !== null ? copiedUnder(script, trail, value.key, known) : known
  if (names.length > 0) return names.map((name) => step(trail, object, [name, ...trail.path]))
  // A look-up by a value of the visitor's gives one of the constants of the table.
  if (isTable(host, trail, value.object)) return []
  return [step(trail, object, ['*', ...trail.path])]
}

/** True when an object is a table of constants: whatever is looked up in it, nothing of the visitor's comes out. */
function isTable(host: FlowHost<Origin>, trail: Trail, object: ValueId): boolean {
  const found = host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: object })
  return found.length > 0 && found.every((meaning) => {
    if (meaning.kind !== 'object') return false
    const value = scriptOf(host, meaning)?.values[meaning.value]
    const inner = scriptOf(host, meaning)
    return value?.kind === 'object' && inner !== undefined
      && value.entries.every((entry) => entry.name !== null && inner.values[entry.value]?.kind === 'constant')
  })
}

function ofGlobal(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, name: string): Step[] {
  const { spot, path } = trail
  if (name === 'arguments') {
    const value = script.values[spot.id] as Value
    return originsOfParameter(host, trail, script, linksOf(script).functionAt(value.start), { index: 0, path: [], rest: true }, path)
  }
  if (name === 'globalThis') {
    const [first, ...rest] = path
    return first === undefined ? [] : namedGlobal(host, trail, script, first, rest)
  }
  return namedGlobal(host, trail, script, name, path)
}

function namedGlobal(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, name: string, path: Path): Step[] {
  const { spot } = trail
  const outer = declaredSteps(trail, host.resolver.scopes.outer(spot.file, spot.script, name), path)
  if (outer.length > 0) return outer
  const defined = host.resolver.host.globals(name).map((place) => step(trail, { file: place.file, script: place.script, kind: 'value', id: place.value }, path))
  return [...defined, ...storesToGlobal(trail, script, name, path)]
}

/** `window.name = value` and `name = value` in the same script. */
function storesToGlobal(trail: Trail, script: ScriptFacts, name: string, path: Path): Step[] {
  const index = scriptIndex(script)
  const at = (store: Store): Spot => ({ ...trail.spot, kind: 'value', id: store.value })
  return [
    ...index.storesOnGlobal().flatMap((store) => (store.name === name ? [step(trail, at(store), path)] : [])),
    ...index.storesOf(name).flatMap((store) => (path.length === 0 ? [step(trail, at(store), [])]
      : mayBe(store.name ?? '*', path[0] as string) ? [step(trail, at(store), path.slice(1))] : [])),
  ]
}

function ofModule(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, source: ValueId): Step[] {
  const text = script.values[source]
  const [name, ...rest] = trail.path
  if (text?.kind !== 'constant' || typeof text.value !== 'string' || name === undefined) return []
  const file = host.resolver.host.resolve(trail.spot.file, text.value)
  return file === null ? [] : exported(host, trail, file, name, rest)
}

/** What a module exports under a name. */
export function exported(host: FlowHost<Origin>, trail: Trail, file: string, name: string, path: Path, depth = 0): Step[] {
  if (depth > 6) return []
  const found: Step[] = []
  const stars: string[] = []
  for (const [index, script] of (host.facts(file)?.scripts ?? []).entries()) {
    const spot = { file, script: index }
    const module = moduleIndex(script)
    for (const { from } of module.exportsNamed('*')) if (from) stars.push(from.source)
    for (const item of module.exportsNamed(name)) {
      if (item.from) found.push(...fromModule(host, trail, file, item.from.source, item.from.name, path, depth + 1))
      else if (item.binding !== null) found.push(step(trail, { ...spot, kind: 'binding', id: item.binding }, path))
      else if (item.value !== null) found.push(step(trail, { ...spot, kind: 'value', id: item.value }, path))
    }
    for (const { store, isWhole } of module.exportedAs(name)) {
      const place: Spot = { ...spot, kind: 'value', id: store.value }
      found.push(step(trail, place, isWhole && name !== 'default' ? [name, ...path] : path))
    }
  }
  if (found.length === 0 && name !== 'default') {
    for (const source of stars) found.push(...fromModule(host, trail, file, source, name, path, depth + 1))
  }
  return found
}

function fromModule(
  host: FlowHost<Origin>, trail: Trail, from: string, source: string, name: string, path: Path, depth = 0,
): Step[] {
  const file = host.resolver.host.resolve(from, source)
  if (file === null) return []
  if (name !== '*') return exported(host, trail, file, name, path, depth)
  const [first, ...rest] = path
  return first === undefined ? [] : exported(host, trail, file, first, rest, depth)
}

/** A name where it is read: what it may hold there, and what the conditions over it leave of that. */
function ofReference(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: BindingId): Step[] {
  const { spot, path } = trail
  const reference = { file: spot.file, script: spot.script, value: spot.id }
  if ((path.length === 0 || isAny(path[0] as string)) && pinOf(host.resolver, reference, script)?.only) return []
  const entry = entryMeant(host, trail, script, id)
  if (entry) return entry
  const typed = script.bindings[id]?.type != null && path.length > 0 ? typedInstances(host, trail, reference) : []
  const slot = isOrdered(script, id) ? { slot: String(spot.id) } : {}
  return [step(trail, { file: spot.file, script: spot.script, kind: 'binding', id, ...slot }, path), ...typed]
}

/** Instances of the class that a name is declared with, when nothing else says what it holds. */
function typedInstances(host: FlowHost<Origin>, trail: Trail, reference: ValueReference): Step[] {
  return host.resolver.meanings(reference).flatMap((meaning) => (meaning.kind !== 'typed' ? []
    : instanceSteps(trail, host.resolver.host.classesOfType(meaning.type).map((target) => ({ kind: 'instance' as const, ...target })), trail.path)))
}

/** What a destructuring leaves. */
function ofRest(trail: Trail, { object, without: taken, from }: Value & { kind: 'rest' }): Step[] {
  const spot: Spot = { ...trail.spot, kind: 'value', id: object }
  const [first, ...rest] = trail.path
  if (from === 0) {
    const path = without(trail.path, taken)
    return path === null ? [] : [step(trail, spot, path)]
  }
  const before = Array.from({ length: from }, (_, index) => String(index))
  if (first === undefined || isAny(first)) return [step(trail, spot, [allBut(before), ...rest])]
  return [step(trail, spot, [/^\d+$/.test(first) ? String(Number(first) + from) : first, ...rest])]
}

function ofBinding(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, binding: Binding): Step[] {
  const { spot, path } = trail
  if (binding.imported) {
    return binding.imported.typeOnly ? [] : fromModule(host, trail, spot.file, binding.imported.source, binding.imported.name, path)
  }
  const read = spot.slot === undefined ? null : readAt(script, Number(spot.slot))
  const reaching = read ? reachingDefinitions(script, spot.id, read) : { values: binding.definitions, parameter: true }
  const found = reaching.values.flatMap((id): Step[] => {
    if (isDead(host.resolver, spot, script, script.values[id]?.start ?? 0)) return []
    // `const vm = this; vm.lead = {}`: the object is not this name's alone, and others fill what was written.
    const isOwn = script.values[id]?.kind !== 'this'
    const wanted = read && isOwn ? without(path, namesWrittenOver(script, spot.id, writeOf(script, id), read)) : path
    return wanted === null ? [] : [step(trail, { file: spot.file, script: spot.script, kind: 'value', id }, wanted)]
  })
  if (binding.parameter && reaching.parameter) {
    const owner: FunctionId = binding.parameter.function
    const given = { at: script.functions[owner]?.start ?? 0, function: owner }
    const taken = [...(binding.parameter.without ?? []), ...(read ? namesWrittenOver(script, spot.id, given, read) : [])]
    const wanted = without(path, taken)
    if (wanted !== null) found.push(...originsOfParameter(host, trail, script, owner, binding.parameter, [...binding.parameter.path, ...wanted]))
  }
  const order = read ? orderOf(script, spot.id, read) : EVERY
  found.push(...mutationParts(host, trail, script, linksOf(script).mutations(spot.id), path, 0, order))
  return found
}
