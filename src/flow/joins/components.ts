/** Components of templates: properties that a parent's template sets, events that a child emits. */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts } from '../../facts/script/graph.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { hyphenated } from '../lookup.js'
import { step, type Step } from '../step.js'

const TEMPLATES = /\.(vue|svelte)$/

export function componentJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  if (!TEMPLATES.test(trail.spot.file)) return []
  return trail.spot.kind === 'given' ? emitted(host, trail) : [...property(host, trail), ...boundInChild(host, trail)]
}

/** `<Child bind:email />`: what the child puts into its property. https://svelte.dev/docs/svelte/bind#bind:property-for-components */
function boundInChild(host: FlowHost<Origin>, trail: Trail): Step[] {
  const facts = host.facts(trail.spot.file)
  const binding = trail.spot.kind === 'binding' ? scriptOf(host, trail.spot)?.bindings[trail.spot.id] : undefined
  if (!facts || binding?.scope !== 0 || !trail.spot.file.endsWith('.svelte')) return []
  return facts.elements.flatMap((element) => element.attributes.flatMap(({ name, value }) => {
    const property = /^bind:(\w+)$/.exec(name)?.[1]
    const isIt = property !== undefined && (value === '' ? property === binding.name : value.replace(/[{}\s]/g, '') === binding.name)
    return isIt ? childrenNamed(host, facts.path, element.name).flatMap((file) => propertyOf(host, trail, file, property)) : []
  }))
}

/** Where a child declares a property: `export let email`, `let { email = $bindable() } = $props()`. */
function propertyOf(host: FlowHost<Origin>, trail: Trail, file: string, name: string): Step[] {
  return (host.facts(file)?.scripts ?? []).flatMap((script, index) => script.bindings.flatMap((binding, id) =>
    (binding.name === name && binding.scope === 0 ? [step(trail, { file, script: index, kind: 'binding', id }, trail.path, { context: null })] : [])))
}

/** `<Child :email="value">` for `props.email` of the child. https://vuejs.org/guide/components/props */
function property(host: FlowHost<Origin>, trail: Trail): Step[] {
  const name = propertyName(host, trail)
  if (name === null) return []
  const [, ...rest] = name.isPart ? trail.path : ['', ...trail.path]
  return elementsOf(host, trail.spot.file).flatMap(({ facts, index, script }) => {
    if (!isNamed(script.attached?.attribute ?? null, name.text)) return []
    const last = script.values.length - 1
    return last < 0 ? [] : [step(trail, { file: facts.path, script: index, kind: 'value', id: wholeValue(script) }, rest, { context: null })]
  })
}

/** The property a place stands for: `defineProps()` with a part wanted, `export let email`, `$props()`. */
function propertyName(host: FlowHost<Origin>, trail: Trail): { text: string; isPart: boolean } | null {
  const script = scriptOf(host, trail.spot)
  const [first] = trail.path
  if (!script) return null
  if (trail.spot.kind === 'value') {
    const value = script.values[trail.spot.id]
    const callee = value?.kind === 'call' ? script.values[value.callee] : undefined
    const isProps = callee?.kind === 'global' && /^(defineProps|withDefaults|\$props)$/.test(callee.name)
    return isProps && first !== undefined && first !== '*' ? { text: first, isPart: true } : null
  }
  if (trail.spot.kind !== 'binding' || !trail.spot.file.endsWith('.svelte')) return null
  const binding = script.bindings[trail.spot.id]
  const isExported = binding?.kind === 'let' && script.exports.some((item) => item.binding === trail.spot.id)
  return isExported ? { text: binding.name, isPart: false } : null
}

/** `emit('picked', value)` of the child for a handler `@picked` of the parent. https://vuejs.org/guide/components/events */
function emitted(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  const { attached } = script ?? {}
  const [parameter, ...rest] = trail.path
  const event = /^(?:@|v-on:|on:)([\w-]+)/.exec(attached?.attribute ?? '')?.[1]
  if (!attached || event === undefined || parameter === undefined || trail.spot.slot !== 'attached') return []
  return childrenNamed(host, trail.spot.file, attached.element).flatMap((file) => emissions(host, trail, file, event, Number(parameter), rest))
}

function emissions(host: FlowHost<Origin>, trail: Trail, file: string, event: string, parameter: number, rest: readonly string[]): Step[] {
  return (host.facts(file)?.scripts ?? []).flatMap((script, index) => script.values.flatMap((value) => {
    const callee = value.kind === 'call' ? script.values[value.callee] : undefined
    const name = callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : null
    const [first, ...values] = value.kind === 'call' ? value.arguments : []
    // https://svelte.dev/docs/svelte/legacy-on#Component-events: the value is the event's detail.
    const isDetail = name === 'dispatch' && rest[0] === 'detail'
    const at = values[parameter]
    if (!/^(\$?emit|dispatch)$/.test(name ?? '') || first === undefined || at === undefined) return []
    const isIt = host.resolver.constants({ file, script: index, value: first }).some((text) => hyphenated(String(text)) === hyphenated(event))
    return isIt ? [step(trail, { file, script: index, kind: 'value', id: at }, isDetail ? rest.slice(1) : rest, { context: null })] : []
  }))
}

interface Attached {
  facts: FileFacts
  index: number
  script: ScriptFacts
}

/** Attribute scripts on the elements that are a component, in the files that import it. */
function elementsOf(host: FlowHost<Origin>, file: string): Attached[] {
  return host.importers(file).flatMap((importer) => {
    const facts = host.facts(importer)
    const names = new Set((facts?.scripts ?? []).flatMap((script) => script.bindings.flatMap((binding) =>
      (binding.imported && host.resolver.host.resolve(importer, binding.imported.source) === file ? [hyphenated(binding.name)] : []))))
    return (facts?.scripts ?? []).flatMap((script, index): Attached[] =>
      (facts && script.attached && names.has(hyphenated(script.attached.element)) ? [{ facts, index, script }] : []))
  })
}

/** The files of the components that an element of a template may be. */
function childrenNamed(host: FlowHost<Origin>, file: string, element: string): string[] {
  return (host.facts(file)?.scripts ?? []).flatMap((script) => script.bindings.flatMap((binding) => {
    if (!binding.imported || hyphenated(binding.name) !== hyphenated(element)) return []
    const target = host.resolver.host.resolve(file, binding.imported.source)
    return target === null ? [] : [target]
  }))
}

function isNamed(attribute: string | null, name: string): boolean {
  if (attribute === null) return false
  const own = attribute.replace(/^(?::|v-bind:|v-model:|bind:)/, '')
  return hyphenated(own) === hyphenated(name) || (attribute === 'v-model' && name === 'modelValue')
}

/** The value of an expression as a whole: the outermost, which is lowered last. */
export function wholeValue(script: ScriptFacts): number {
  let best = script.values.length - 1
  script.values.forEach((value, id) => {
    const other = script.values[best]
    if (other && value.start <= other.start && value.end >= other.end) best = id
  })
  return best
}
