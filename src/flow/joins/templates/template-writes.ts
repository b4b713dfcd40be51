/**
 * What a template writes into the names of its component: `@click="reason = each"`,
 * `on:input={(e) => mail = e.target.value}`, `@update:model-value="form.reason = $event"`,
 * `(change)="reason = $event.target.value"`.
 * https://vuejs.org/guide/essentials/event-handling, https://svelte.dev/docs/svelte/basic-markup#Events,
 * https://angular.dev/guide/templates/event-listeners
 */
import type { FileFacts } from '../../../facts/facts.js'
import type { ScriptFacts, ValueId } from '../../../facts/script/graph.js'
import { rememberedOf, scriptOf, type FlowHost, type Memory, type Origin, type Trail } from '../../host.js'
import { chainOf } from '../../links.js'
import { remainder, type Path } from '../../path.js'
import { step, type Step } from '../../step.js'

const COMPONENTS = /\.(vue|svelte|astro)$/

/** A value that a handler of a template puts under a name: `[reason]`, `[form, reason]`. */
export interface TemplateWrite {
  script: number
  value: ValueId
  names: readonly string[]
}

export function templateWriteJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const { spot } = trail
  if (spot.kind !== 'binding' && spot.kind !== 'value' && spot.kind !== 'instance') return []
  const isComponent = COMPONENTS.test(spot.file)
  const script = scriptOf(host, spot)
  const wanted = isComponent ? wantedOf(script, trail) : ofClass(script, trail)
  if (!wanted) return []
  const files = isComponent ? [spot.file] : templatesOf(host, spot.file)
  return files.flatMap((file) => templateWrites(host.facts(file)).flatMap(({ script: index, value, names }) => {
    const rest = names[0] === wanted[0] ? remainder(names, wanted) : null
    const isWhole = rest === null && wanted.length < names.length && wanted.every((name, at) => names[at] === name)
    if (rest === null && !isWhole) return []
    return [step(trail, { file, script: index, kind: 'value', id: value }, rest ?? [], { context: null })]
  }))
}

/** What is asked of an object of a class, whose template names its members. */
function ofClass(script: ScriptFacts | undefined, { spot, path }: Trail): Path | null {
  if (!script || path.length === 0 || script.attached || script.classes.length === 0) return null
  if (spot.kind === 'instance') return path
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  return value?.kind === 'this' && (script.functions[value.function]?.class ?? -1) >= 0 ? path : null
}

const templates: Memory<readonly string[]> = new WeakMap()

/** Templates of the classes of a file, those among its own strings included. */
function templatesOf(host: FlowHost<Origin>, file: string): readonly string[] {
  const answers = rememberedOf(templates, host)
  let found = answers.get(file)
  if (!found) {
    const isInline = host.facts(file)?.scripts.some(({ attached, stores }) => attached !== undefined && stores.length > 0)
    found = [...host.resolver.scopes.templatesOf(file), ...(isInline ? [file] : [])]
    answers.set(file, found)
  }
  return found
}

/** The names of the component that a trail asks for: of a variable at its top level, or of `this`. */
function wantedOf(script: ScriptFacts | undefined, { spot, path }: Trail): Path | null {
  if (!script || script.attached) return null
  if (spot.kind === 'value') return script.values[spot.id]?.kind === 'this' && path.length > 0 ? path : null
  const binding = script.bindings[spot.id]
  if (!binding || binding.scope !== 0 || binding.imported || binding.parameter) return null
  // A reference is its value in a template.
  const isReference = spot.file.endsWith('.vue') && path[0] === 'value'
  return [binding.name, ...(isReference ? path.slice(1) : path)]
}

const known = new WeakMap<FileFacts, readonly TemplateWrite[]>()

/** All that the handlers of a component's template write into names that are not their own. */
export function templateWrites(facts: FileFacts | undefined): readonly TemplateWrite[] {
  if (!facts) return []
  let found = known.get(facts)
  if (!found) {
    found = facts.scripts.flatMap((script, index) => (script.attached?.attribute == null ? [] : script.stores.flatMap((store) => {
      const { base, names } = chainOf(script, store.object)
      const root = script.values[base]
      if (root?.kind !== 'global' || store.name === null) return []
      const all = [...(root.name === 'globalThis' ? [] : [root.name]), ...names, store.name]
      return [{ script: index, value: store.value, names: all[0] === 'window' ? all.slice(1) : all }]
    })))
    known.set(facts, found)
  }
  return found
}
