/** Angular's components: inputs that a parent's template sets, outputs that a child emits. https://angular.dev/guide/components */
import type { ClassMember, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { decoratorOption } from '../../project/meaning/scopes.js'
import type { ClassReference, ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { step, type Step } from '../step.js'
import { wholeValue } from './components.js'
import { indexed } from './index-by-name.js'

export function angularJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  if (!/\.(?:ts|js|html)$/.test(trail.spot.file)) return []
  const asked = inputAsked(host, trail)
  if (asked) return setByParents(host, trail, asked)
  return emittedBy(host, trail)
}

interface Asked {
  target: ClassReference
  member: ClassMember
  path: readonly string[]
}

/** The input of a component that a place stands for: `this.phone`, or the call of `input()` that makes it. */
function inputAsked(host: FlowHost<Origin>, trail: Trail): Asked | null {
  const { spot, path } = trail
  const script = scriptOf(host, spot)
  if (!script) return null
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  const place = { file: spot.file, script: spot.script }
  if (value?.kind === 'call') {
    const holder = linksOf(script).memberHolding(spot.id)
    const member = holder && script.classes[holder.class]?.members.find((item) => item.value === spot.id)
    return holder && member && isInput(script, member) ? { target: { ...place, class: holder.class }, member, path } : null
  }
  const id = spot.kind === 'instance' ? spot.id : value?.kind === 'this' ? (script.functions[value.function]?.class ?? -1) : -1
  const [name, ...rest] = path
  const member = id < 0 ? undefined : script.classes[id]?.members.find((item) => item.name === name && isInput(script, item))
  return member ? { target: { ...place, class: id }, member, path: rest } : null
}

function isInput(script: ScriptFacts, member: ClassMember): boolean {
  return calleeNames(script, [...(member.decorators ?? []), ...(member.value === null ? [] : [member.value])])
    .some((name) => name === 'Input' || name === 'input' || name === 'model')
}

function calleeNames(script: ScriptFacts, values: readonly ValueId[]): string[] {
  return values.flatMap((id) => {
    const call = script.values[id]
    let callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (callee?.kind === 'member') callee = script.values[callee.object]
    const name = callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : callee?.kind === 'global' ? callee.name : undefined
    return name === undefined ? [] : [name]
  })
}

/** `<app-shown [phone]="value">` in the templates of other components. */
function setByParents(host: FlowHost<Origin>, trail: Trail, { target, member, path }: Asked): Step[] {
  const selector = selectorOf(host, target)
  if (selector === null) return []
  const names = new Set([`[${member.name}]`, `[(${member.name})]`, `bind-${member.name}`].map((name) => name.toLowerCase()))
  return host.filesNaming(`<${selector}`).flatMap((file) => (host.facts(file)?.scripts ?? []).flatMap((script, index): Step[] => {
    const { attached } = script
    if (!attached || attached.element !== selector || !names.has((attached.attribute ?? '').toLowerCase())) return []
    return [step(trail, { file, script: index, kind: 'value', id: wholeValue(script) }, path, { context: null })]
  }))
}

function selectorOf(host: FlowHost<Origin>, target: ClassReference): string | null {
  const script = scriptOf(host, target)
  const option = script ? decoratorOption(script, target.class, 'selector') : null
  const [selector] = option === null ? [] : host.resolver.constants({ file: target.file, script: target.script, value: option })
  return typeof selector === 'string' && /^[\w-]+$/.test(selector) ? selector : null
}

/** `$event` of `<app-field (picked)="picked($event)">`: what the child emits. */
function emittedBy(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
  const event = /^\((\w+)\)$/.exec(script?.attached?.attribute ?? '')?.[1]
  if (!script?.attached || event === undefined || value?.kind !== 'global' || value.name !== '$event') return []
  return (components(host).get(script.attached.element) ?? []).flatMap((at) => emissions(host, trail, at, event))
}

function components(host: FlowHost<Origin>): ReadonlyMap<string, readonly ValueReference[]> {
  return indexed(host, 'angular components', ['@Component'], (inner, file, index, script, note) => {
    for (const [id, value] of script.values.entries()) {
      if (value.kind !== 'class') continue
      const selector = selectorOf(inner, { file, script: index, class: value.class })
      if (selector !== null) note(selector, { file, script: index, value: id })
    }
  })
}

/** `this.picked.emit(value)` in the class of a child. */
function emissions(host: FlowHost<Origin>, trail: Trail, at: ValueReference, event: string): Step[] {
  const script = scriptOf(host, at)
  if (!script) return []
  return linksOf(script).methodCalls('emit').flatMap((id) => {
    const call = script.values[id]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const output = callee?.kind === 'member' ? script.values[callee.object] : undefined
    const [first] = call?.kind === 'call' ? call.arguments : []
    if (first === undefined || output?.kind !== 'member' || output.name?.toLowerCase() !== event.toLowerCase()) return []
    return [step(trail, { file: at.file, script: at.script, kind: 'value', id: first }, trail.path, { context: null })]
  })
}
