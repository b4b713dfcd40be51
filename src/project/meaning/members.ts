/** Property reads: objects, classes, instances, modules, functions with properties, and what is external. */
import type { BindingId, ScriptFacts, Store, Value, ValueId } from '../../facts/script/graph.js'
import { exportedMeanings } from './exports.js'
import { extend, type ClassReference, type Meaning, type ValueReference } from './meaning.js'
import type { Resolver } from './resolver.js'
import { scriptIndex } from './script-index.js'

export function memberMeanings(resolver: Resolver, object: Meaning, name: string, depth: number): Meaning[] {
  switch (object.kind) {
    case 'external': {
      if (object.root === 'global' && object.path === '') return globalMember(resolver, name, depth)
      // What a plugin puts on the application is asked of the application: `useApp().$track`.
      if (name.startsWith('$') && object.path.endsWith('()')) {
        const provided = resolver.host.globals(name).flatMap((definition) => resolver.meanings(definition, depth))
        if (provided.length > 0) return provided
      }
      return [extend(object, name)]
    }
    case 'module': return exportedMeanings(resolver, object.file, name, depth)
    case 'object': return objectMember(resolver, object, name, depth)
    case 'instance': return classMember(resolver, object, name, false, depth)
    case 'class': return name === 'prototype' ? [{ ...object, kind: 'instance' }] : classMember(resolver, object, name, true, depth)
    case 'function': return functionMember(resolver, object, name, depth)
    case 'typed': return typedMember(resolver, object, name, depth)
    case 'constant': return []
  }
}

function globalMember(resolver: Resolver, name: string, depth: number): Meaning[] {
  const own = resolver.host.globals(name).flatMap((definition) => resolver.meanings(definition, depth))
  return [{ kind: 'external', root: 'global', name, path: name }, ...own]
}

function objectMember(resolver: Resolver, object: ValueReference, name: string, depth: number): Meaning[] {
  const script = resolver.script(object)
  const value = script?.values[object.value]
  if (!script || !value) return []
  if (value.kind === 'array') {
    const ids = /^\d+$/.test(name) ? value.items.slice(Number(name), Number(name) + 1)
      : name === '*' ? [...value.items, ...pushedTo(script, object.value)] : []
    return ids.flatMap((id) => resolver.meanings({ ...object, value: id }, depth))
  }
  if (value.kind === 'call') return constructedMember(resolver, object, value, name, depth)
  if (value.kind !== 'object') return []
  const found: Meaning[] = []
  // The last write wins; a spread may bring the name from anywhere before it.
  for (const entry of scriptIndex(script).entriesFor(object.value, name)) {
    const at = { ...object, value: entry.value }
    if (entry.name === name && entry.getter) {
      found.push(...resolver.meanings(at, depth).flatMap((meaning) => (meaning.kind === 'function' ? resolver.returns(meaning, depth) : [])))
    } else if (entry.name === name) found.push(...resolver.meanings(at, depth))
    else found.push(...resolver.meanings(at, depth).flatMap((meaning) => resolver.member(meaning, name, depth)))
  }
  for (const store of storesTo(script, object.value, name)) {
    found.push(...resolver.meanings({ ...object, value: store.value }, depth))
  }
  return found.length > 0 ? found : ofComponent(resolver, object, script, name, depth)
}

/** What is pushed to a list that a name or a field holds: `this.providers.push(provider)`. */
function pushedTo(script: ScriptFacts, list: ValueId): ValueId[] {
  const index = scriptIndex(script)
  const fields = script.classes.flatMap(({ members }) => members.flatMap((member) => (member.value === list ? [member.name] : [])))
  const ofThis = (id: ValueId): boolean => {
    const value = script.values[id]
    return value?.kind === 'member' && script.values[value.object]?.kind === 'this'
  }
  const places = [
    ...index.bindingsWith(list).flatMap((binding) => index.mentionsOf(binding)),
    ...fields.flatMap((field) => index.membersNamed(field).filter(ofThis)),
  ]
  return places.length > WRITES ? [] : places.flatMap((place) => index.parents(place)).flatMap((method) => {
    const member = script.values[method]
    if (member?.kind !== 'member' || !/^(?:push|unshift|add)$/.test(member.name ?? '')) return []
    return index.parents(method).flatMap((parent) => {
      const call = script.values[parent]
      return call?.kind === 'call' && call.callee === method ? call.arguments : []
    })
  })
}

/** Of what `new` makes of a function: its prototype's methods, and what the function writes to `this`. */
function constructedMember(resolver: Resolver, at: ValueReference, call: Value & { kind: 'call' }, name: string, depth: number): Meaning[] {
  return resolver.meanings({ ...at, value: call.callee }, depth).flatMap((callee) => {
    const script = callee.kind === 'function' ? resolver.script(callee) : undefined
    if (callee.kind !== 'function' || !script) return []
    const stores = scriptIndex(script).storesForInstances(callee.function).filter((store) => store.name === name)
    return stores.length > WRITES ? [] : stores.flatMap((store) =>
      resolver.meanings({ file: callee.file, script: callee.script, value: store.value }, depth))
  })
}

/**
 * What a method of a component's options finds on `this` that is no method of its own: a mixin's, or what a plugin puts
 * on every component. https://vuejs.org/api/options-composition.html#mixins
 */
function ofComponent(resolver: Resolver, object: ValueReference, script: ScriptFacts, name: string, depth: number): Meaning[] {
  const index = scriptIndex(script)
  for (const parent of index.parents(object.value)) {
    const options = script.values[parent]
    if (options?.kind !== 'object' || !options.entries.some((entry) => entry.name === 'methods' && entry.value === object.value)) continue
    const mixed = options.entries.filter((entry) => entry.name === 'mixins' || entry.name === 'extends')
    const found = mixed.flatMap((entry) => resolver.meanings({ ...object, value: entry.value }, depth))
      .flatMap((meaning) => [...(meaning.kind === 'object' ? resolver.member(meaning, '*', depth) : []), meaning])
      .flatMap((meaning) => resolver.member(meaning, 'methods', depth)).flatMap((meaning) => resolver.member(meaning, name, depth))
    if (found.length > 0) return found
    if (name.startsWith('$')) return resolver.host.globals(name).flatMap((definition) => resolver.meanings(definition, depth))
  }
  return []
}

/** A property that is written more often than this may hold anything. */
const WRITES = 32

/** Writes to properties of the bindings that hold this very value. */
function storesTo(script: ScriptFacts, value: number, name: string): readonly Store[] {
  const index = scriptIndex(script)
  const found = [...index.bindingsWith(value), ...givenTo(script, value)].flatMap((binding) => index.storesTo(binding, name))
  return found.length > WRITES ? [] : found
}

/** Parameters of functions that are called where they are written, with this value: `(e => (e.Booked = 'booked', e))(Events || {})`. */
function givenTo(script: ScriptFacts, value: ValueId, depth = 0): BindingId[] {
  const index = scriptIndex(script)
  return index.parents(value).flatMap((parent): BindingId[] => {
    const around = script.values[parent]
    if (around?.kind === 'choice' && depth < 2) return givenTo(script, parent, depth + 1)
    const callee = around?.kind === 'call' ? script.values[around.callee] : undefined
    const place = around?.kind === 'call' ? around.arguments.indexOf(value) : -1
    if (callee?.kind !== 'function' || place < 0) return []
    return index.parametersOf(callee.function).filter((id) => {
      const parameter = script.bindings[id]?.parameter
      return parameter?.index === place && parameter.path.length === 0 && !parameter.rest
    })
  })
}

function classMember(resolver: Resolver, reference: ClassReference, name: string, isStatic: boolean, depth: number): Meaning[] {
  const script = resolver.script(reference)
  const facts = script?.classes[reference.class]
  if (!script || !facts) return []
  const found: Meaning[] = []
  for (const member of facts.members) {
    if (member.name !== name || member.isStatic !== isStatic) continue
    if (member.value !== null) {
      const value = { file: reference.file, script: reference.script, value: member.value }
      const meanings = resolver.meanings(value, depth)
      if (member.kind === 'getter') {
        for (const meaning of meanings) if (meaning.kind === 'function') found.push(...resolver.returns(meaning, depth))
      } else if (member.kind !== 'setter') found.push(...meanings)
    }
    if (member.value === null && member.kind === 'field' && !isStatic) found.push(...ofParameter(resolver, reference, script, name, depth))
    if (member.type !== null) found.push(...typed(resolver, reference.file, reference.script, member.type))
  }
  if (!isStatic) {
    for (const store of scriptIndex(script).storesOnThis(reference.class)) {
      if (store.name === name) found.push(...resolver.meanings({ file: reference.file, script: reference.script, value: store.value }, depth))
    }
  }
  if (found.length === 0 && facts.superclass !== null) {
    const parents = resolver.meanings({ file: reference.file, script: reference.script, value: facts.superclass }, depth)
    for (const parent of parents) {
      if (parent.kind === 'class') found.push(...classMember(resolver, parent, name, isStatic, depth))
      if (parent.kind === 'external') found.push(extend(isStatic ? parent : (extend(parent, '#') as typeof parent), name))
    }
  }
  return found
}

/** `constructor(private client)`: the field is the parameter. */
function ofParameter(resolver: Resolver, reference: ClassReference, script: ScriptFacts, name: string, depth: number): Meaning[] {
  const made = script.classes[reference.class]?.members.find(({ kind }) => kind === 'constructor')?.value
  const constructor = made == null ? undefined : script.values[made]
  if (constructor?.kind !== 'function') return []
  const binding = scriptIndex(script).parametersOf(constructor.function).map((id) => script.bindings[id]).find((each) => each?.name === name)
  return binding && binding.type === null ? resolver.binding({ file: reference.file, script: reference.script, value: 0 }, binding, depth) : []
}

function functionMember(resolver: Resolver, target: Meaning & { kind: 'function' }, name: string, depth: number): Meaning[] {
  const script = resolver.script(target)
  if (!script) return []
  if (name === 'call' || name === 'apply' || name === 'bind') return [target]
  const value = scriptIndex(script).functionValue(target.function)
  if (value === undefined) return []
  return storesTo(script, value, name).flatMap((store) =>
    resolver.meanings({ file: target.file, script: target.script, value: store.value }, depth))
}

/** A value of a type: the class of that name, or the classes that implement the interface. */
function typedMember(resolver: Resolver, object: Meaning & { kind: 'typed' }, name: string, depth: number): Meaning[] {
  return typed(resolver, object.file, object.script, object.type).flatMap((meaning) =>
    meaning.kind === 'typed' ? [] : resolver.member(meaning, name, depth))
}

function typed(resolver: Resolver, file: string, script: number, type: string): Meaning[] {
  const facts = resolver.script({ file, script })
  const binding = facts?.bindings.find((candidate) => candidate.name === type && (candidate.imported || candidate.kind === 'class'))
  if (binding?.imported && resolver.host.resolve(file, binding.imported.source) === null) {
    return [{ kind: 'external', root: 'package', name: binding.imported.source, path: `${binding.imported.name}#` }]
  }
  if (binding?.imported) {
    const classes = resolver.imported(file, binding.imported.source, binding.imported.name, 0).filter((meaning) => meaning.kind === 'class')
    if (classes.length > 0) return classes.map((meaning) => ({ ...meaning, kind: 'instance' as const }))
  }
  return resolver.host.classesOfType(type).map((reference) => ({ kind: 'instance' as const, ...reference }))
}
