/** Where a value goes: the calls of a function, the elements of a component, the handlers it is registered as. */
import type { FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ClassReference, ValueReference } from '../../project/meaning/meaning.js'
import { contextReaders, importsOf } from './arrivals.js'
import { callsOf } from './callers.js'
import { componentsNamed, propertyReads, readersOfProvided } from './given-to-components.js'
import type { FlowHost, Origin, Spot } from '../host.js'
import { scriptOf } from '../host.js'
import { linksOf } from '../links.js'
import type { Call } from '../../project/meaning/invocation.js'
import type { Base } from '../models/model.js'
import { arrivalsByRows } from './by-rows.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import { namedInTemplates } from '../joins/templates/controllers.js'
import { below, mayBe, without, type Path } from '../path.js'
import { isOfFamily } from '../family.js'
import type { Use } from './use.js'
import { writesOn } from './writes.js'

/** Files whose templates use the names of their scripts. */
const IN_TEMPLATES = /\.(?:vue|svelte)$/

/** How far one question follows a value. */
const STEPS = 400

interface Step {
  at: Spot
  /** Names that lead from the value at hand to the one that was asked about. */
  path: Path
  /** The element of the outermost component it was given to: what a reader sees filled in. */
  element?: ValueReference
  /** Arguments that were bound to the function on the way. */
  bound?: readonly ValueReference[]
}

/** Everything that is done with what is at `path` of a value. Memoised by the caller. */
export function usesOf(host: FlowHost<Origin>, start: Spot, path: Path = []): Use[] {
  const found: Use[] = []
  const seen = new Set<string>()
  const queue: Step[] = [{ at: start, path }]
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const step = queue[at] as Step
    const key = `${step.at.file}|${step.at.script}|${step.at.kind}|${step.at.id}|${step.path.join('.')}`
    if (seen.has(key)) continue
    seen.add(key)
    const script = scriptOf(host, step.at)
    if (!script) continue
    const follow = new Follower(host, script, step, found)
    if (step.at.kind === 'binding') follow.binding(step.at.id)
    else follow.value(step.at.id)
    for (const next of follow.next) {
      const { element = step.element, bound = step.bound } = next
      queue.push({ ...next, ...(element ? { element } : {}), ...(bound ? { bound } : {}) })
    }
  }
  return found
}

class Follower {
  readonly next: Step[] = []

  constructor(
    private readonly host: FlowHost<Origin>,
    private readonly script: ScriptFacts,
    private readonly step: Step,
    private readonly found: Use[],
  ) {}

  private at(value: ValueId): ValueReference {
    return { file: this.step.at.file, script: this.step.at.script, value }
  }

  private go(value: ValueId, path: Path): void {
    this.next.push({ at: { ...this.step.at, kind: 'value', id: value }, path })
  }

  private goBinding(binding: number, path: Path): void {
    this.next.push({ at: { ...this.step.at, kind: 'binding', id: binding }, path })
  }

  private mentioned(values: readonly ValueReference[], path: Path): void {
    for (const { file, script, value } of values) this.next.push({ at: { file, script, kind: 'value', id: value }, path })
  }

  binding(id: number): void {
    const links = linksOf(this.script)
    if (this.script.bindings[id]?.scope === 0 && IN_TEMPLATES.test(this.step.at.file)) this.found.push({ kind: 'named', at: this.at(0), binding: id, path: this.step.path })
    for (const reference of links.references(id)) this.go(reference, this.step.path)
    this.mentioned(this.host.resolver.scopes.mentions(this.step.at.file, this.step.at.script, id), this.step.path)
    for (const item of this.script.exports) if (item.binding === id && !item.from) this.exported(item.name, this.step.path)
    const declared = this.script.bindings[id]
    if (this.script.goal === 'script' && declared?.scope === 0) this.named(declared.name, this.step.path)
  }

  value(id: ValueId): void {
    const { path } = this.step
    const links = linksOf(this.script)
    this.found.push(...writesOn(this.host, this.step.at, this.script, id, path))
    for (const parent of links.parents(id)) this.part(id, parent)
    for (const binding of links.definitionsWith(id)) this.goBinding(binding, path)
    for (const owner of links.returnedBy(id)) this.returned(owner, path)
    for (const store of links.storedBy(id)) {
      this.stored(store.object, store.name ?? '*', path)
      if (path.length === 0 && /^on[a-z]+$/.test(store.name ?? '')) this.found.push({ kind: 'listener', at: this.at(store.object), slot: store.name as string })
    }
    for (const { value, start } of path.length === 0 ? (this.script.placed ?? []) : []) if (value === id) this.found.push({ kind: 'placed', at: this.at(id), start })
    const holder = links.memberHolding(id)
    if (holder) this.member(holder.class, holder.name, path)
    for (const item of this.script.exports) if (item.value === id && !item.from) this.exported(item.name, path)
    if (this.script.attached && path.length === 0 && this.isWholeScript(id)) this.found.push({ kind: 'attached', at: this.at(id) })
  }

  /** A handler that is only a name: `@submit="onSubmit"`. */
  private isWholeScript(id: ValueId): boolean {
    const value = this.script.values[id]
    return value !== undefined && this.script.values.every((other) => other.start >= value.start && other.end <= value.end)
  }

  private part(id: ValueId, parent: ValueId): void {
    const value = this.script.values[parent]
    const { path } = this.step
    if (!value) return
    switch (value.kind) {
      case 'call':
        if (value.callee === id) {
          if (path.length === 0) this.found.push({ kind: 'call', at: this.at(parent) })
        }
        value.arguments.forEach((argument, index) => {
          if (argument === id) this.argument(parent, index, path)
        })
        return
      case 'object':
        for (const entry of value.entries) {
          if (entry.value !== id) continue
          if (entry.name === null && entry.key === null) this.go(parent, path)
          else this.go(parent, [entry.name ?? '*', ...path])
          if (entry.name !== null) for (const member of linksOf(this.script).membersOfThis(entry.name)) if (this.isMethodOf(member, parent)) this.go(member, path)
          if (entry.name !== null) this.mentioned(this.host.resolver.scopes.mentionsOfMember(this.step.at.file, this.step.at.script, entry.name), path)
        }
        return
      case 'array':
        value.items.forEach((item, index) => {
          if (item === id) this.go(parent, [String(index), ...path])
        })
        return
      case 'spread':
      case 'await':
      case 'yield':
        this.go(parent, path)
        return
      case 'rest': {
        const left = value.from === 0 ? without(path, value.without) : path
        if (left !== null) this.go(parent, left)
        return
      }
      case 'choice':
        if (value.values.includes(id)) this.go(parent, path)
        return
      case 'member':
        if (value.object === id) this.read(parent, value.name ?? '*', path)
        return
      case 'element':
        this.element(id, parent, path)
        return
      default:
        return
    }
  }

  /** `this.name` in a method of the same object literal. */
  private isMethodOf(member: ValueId, object: ValueId): boolean {
    const value = this.script.values[member]
    const self = value?.kind === 'member' ? this.script.values[value.object] : undefined
    return self?.kind === 'this' && scriptIndex(this.script).objectOfMethod(self.function) === object
  }

  private read(parent: ValueId, name: string, path: Path): void {
    for (const outer of linksOf(this.script).parents(parent)) {
      const call = this.script.values[outer]
      if (call?.kind === 'call' && call.callee === parent) this.modelled(outer, call, (base) => base.kind === 'receiver', path)
    }
    if (path.length > 0) {
      if (mayBe(name, path[0] as string)) this.go(parent, path.slice(1))
      return
    }
    if (name !== 'call' && name !== 'apply' && name !== 'bind') return
    for (const outer of linksOf(this.script).parents(parent)) {
      const call = this.script.values[outer]
      if (call?.kind !== 'call' || call.callee !== parent) continue
      if (name === 'bind') this.next.push({ at: { ...this.step.at, kind: 'value', id: outer }, path, bound: [...(this.step.bound ?? []), ...call.arguments.slice(1).map((id) => this.at(id))] })
      else this.found.push({ kind: 'call', at: this.at(outer) })
    }
  }

  private argument(call: ValueId, index: number, path: Path): void {
    const value = this.script.values[call]
    if (value?.kind !== 'call') return
    this.mentioned(readersOfProvided(this.host, this.step.at, this.script, value, index), path)
    let isKnown = false
    for (const callee of this.host.resolver.meanings(this.at(value.callee))) {
      if (callee.kind === 'function') {
        isKnown = true
        this.parameters(callee, index, path)
      } else if (callee.kind === 'class') {
        isKnown = true
        const owner = scriptOf(this.host, callee)
        const constructor = owner?.classes[callee.class]?.members.find(({ kind }) => kind === 'constructor')
        const made = constructor?.value === null || constructor === undefined ? undefined : owner?.values[constructor.value]
        if (made?.kind === 'function') this.parameters({ ...callee, function: made.function }, index, path)
      }
    }
    if (!isKnown) this.modelled(call, value, (base) => base.kind === 'argument' && base.index === index, path)
    if (!isKnown && path.length <= 2) this.found.push({ kind: 'handed', at: this.at(call), slot: [String(index), ...path].join('.'), bound: this.step.bound ?? [] })
  }

  /** Where rows say that a part of a call goes: into its result, a callback, the receiver. */
  private modelled(call: ValueId, value: Call, isSource: (base: Base) => boolean, path: Path, isReturned = false): void {
    for (const arrival of arrivalsByRows(this.host, this.step.at, this.script, call, value, { isSource, path, isReturned })) {
      if (arrival.kind === 'value') this.next.push({ at: { ...arrival.at, kind: 'value', id: arrival.at.value }, path: arrival.path })
      else if (arrival.kind === 'parameter') this.parameters(arrival.target, arrival.index, arrival.path)
      else this.stored(arrival.object, arrival.name, arrival.path)
    }
  }

  private parameters(target: { file: string; script: number; function: FunctionId }, index: number, path: Path, element?: ValueReference): void {
    const script = scriptOf(this.host, target)
    if (!script) return
    for (const link of linksOf(script).parameters(target.function)) {
      const rest = link.rest && link.path.length === 0 ? [String(index - link.index)] : null
      if (rest ? index < link.index : link.index !== index) continue
      const inside = rest ? [...rest, ...path] : below(link.path, path)
      if (!inside) continue
      const at: Spot = { file: target.file, script: target.script, kind: 'binding', id: link.binding }
      this.next.push({ at, path: inside, ...(element && !this.step.element ? { element } : {}) })
    }
  }

  /** A property of an element: of a component of the project, of another component, of the page. */
  private element(id: ValueId, parent: ValueId, path: Path): void {
    const value = this.script.values[parent]
    if (value?.kind !== 'element') return
    if (value.name === id && path.length === 0) this.found.push({ kind: 'element', at: this.at(parent) })
    const components = typeof value.name === 'string' ? [] : componentsNamed(this.host, this.at(value.name))
    for (const property of value.properties) {
      if (property.value !== id) continue
      for (const component of components) {
        const inside = property.name === null ? path : [property.name, ...path]
        if (component.kind === 'function') this.parameters(component, 0, inside, this.at(parent))
        else this.properties(component, inside)
      }
      if (property.name === 'value' && typeof value.name !== 'string') this.provided(value.name, path)
      const slot = property.name === null ? path : [property.name, ...path]
      if (components.length === 0 && slot.length === 1) {
        this.found.push({ kind: 'handed', at: this.step.element ?? this.at(parent), slot: slot[0] as string, bound: this.step.bound ?? [] })
      }
    }
    if (value.children.includes(id)) {
      if (components.length === 0 && path.length === 0) this.found.push({ kind: 'handed', at: this.at(parent), slot: 'children', bound: this.step.bound ?? [] })
      for (const component of components) if (component.kind === 'function') this.parameters(component, 0, ['children', ...path])
    }
  }

  /** A property of a class: `this.props.onSent`. */
  private properties({ file, script: index, class: id }: ClassReference, [name, ...path]: Path): void {
    const script = name === undefined ? undefined : this.host.facts(file)?.scripts[index]
    for (const read of script ? propertyReads(script, id, name as string) : []) {
      this.next.push({ at: { file, script: index, kind: 'value', id: read }, path })
    }
  }

  /** `<Context.Provider value={…}>`: what is read from the context. */
  private provided(name: ValueId, path: Path): void {
    const provider = this.script.values[name]
    if (provider?.kind !== 'member' || provider.name !== 'Provider') return
    for (const reader of contextReaders(this.host, this.at(provider.object))) {
      this.next.push({ at: { ...reader, kind: 'value', id: reader.value }, path })
    }
  }

  private returned(owner: FunctionId, path: Path): void {
    if (owner === 0) return
    for (const use of callsOf(this.host, { file: this.step.at.file, script: this.step.at.script }, this.script, owner)) {
      if (use.kind === 'call') this.next.push({ at: { file: use.at.file, script: use.at.script, kind: 'value', id: use.at.value }, path })
      else if (use.kind === 'handed') this.handedResult(use.at, use.slot, path)
    }
  }

  /** A function that something outside the project calls: rows say where its result goes. */
  private handedResult(at: ValueReference, slot: string, path: Path): void {
    const script = scriptOf(this.host, at)
    const call = script?.values[at.value]
    if (!script || call?.kind !== 'call') return
    const follower = new Follower(this.host, script, { at: { file: at.file, script: at.script, kind: 'value', id: at.value }, path }, this.found)
    follower.modelled(at.value, call, (base) => base.kind === 'argument' && String(base.index) === slot, path, true)
    this.next.push(...follower.next)
  }

  private stored(object: ValueId, name: string, path: Path): void {
    const value = this.script.values[object]
    this.mentioned(namedInTemplates(this.host, this.script, object, name), path)
    if (value?.kind === 'binding') this.goBinding(value.binding, [name, ...path])
    else if (value?.kind === 'global' && value.name === 'globalThis') this.named(name, path)
    else if (value?.kind === 'this') {
      const owner = this.script.functions[value.function]?.class ?? -1
      if (owner >= 0) this.member(owner, name, path)
    } else if (value?.kind === 'global' && value.name === 'module' && name === 'exports') this.exported('default', path)
    else if (value?.kind === 'global' && value.name === 'exports') this.exported(name, path)
    else if (value?.kind === 'member') {
      const inner = this.script.values[value.object]
      if (value.name === 'exports' && inner?.kind === 'global') this.exported(name, path)
      else if (inner?.kind === 'binding' && value.name !== null) this.goBinding(inner.binding, [value.name, name, ...path])
    }
  }

  /** A global: whoever names it. */
  private named(name: string, path: Path): void {
    for (const file of name.length < 3 ? [] : this.host.filesNaming(name)) {
      for (const [index, script] of (this.host.facts(file)?.scripts ?? []).entries()) {
        for (const id of scriptIndex(script).globalsNamed(name)) this.next.push({ at: { file, script: index, kind: 'value', id }, path })
      }
    }
  }

  /** A member of a class: calls by its name that turn out to be of this class. */
  private member(id: number, name: string, path: Path): void {
    if (name === '*' || name === 'constructor') return
    const { file: own, script: index } = this.step.at
    this.mentioned(this.host.resolver.scopes.mentionsOfClass({ file: own, script: index, class: id }, name), path)
    const files = [this.step.at.file, ...this.host.importers(this.step.at.file)]
    for (const file of files) {
      for (const [index, script] of (this.host.facts(file)?.scripts ?? []).entries()) {
        for (const at of scriptIndex(script).membersNamed(name)) {
          const value = script.values[at]
          const object = value?.kind === 'member' ? this.host.resolver.meanings({ file, script: index, value: value.object }) : []
          const isOfClass = object.some((meaning) => (meaning.kind === 'instance' || meaning.kind === 'class')
            && isOfFamily(this.host, meaning, { file: this.step.at.file, script: this.step.at.script, class: id }))
          if (isOfClass) this.next.push({ at: { file, script: index, kind: 'value', id: at }, path })
        }
      }
    }
  }

  private exported(name: string, path: Path): void {
    for (const spot of importsOf(this.host, this.step.at.file, name)) this.next.push({ at: spot, path: [...(spot.names ?? []), ...path] })
  }
}
