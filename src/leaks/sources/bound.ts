/** Values that a template binds to a field: `v-model`, `x-model`, `bind:value`, `[(ngModel)]`, `ng-model`, `formControlName`. */
import type { FieldFacts, FileFacts } from '../../facts/facts.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { controllerAlias } from '../../flow/joins/templates/controllers.js'
import { isAny, limitsOf } from '../../flow/path.js'
import { injectedName } from '../../project/meaning/handed/callbacks.js'
import { markupField, type FieldFound, type Host } from '../fields/elements.js'

const MODEL = /^(?:v-model(?:[:.].*)?|x-model(?:\..*)?|bind:(?:value|checked|group|files|innerhtml|textcontent|innertext)|\[\(ngmodel\)\]|\[\(value\)\]|ng-model|data-ng-model)$/

/** Languages whose templates name what their own file declares. */
const COMPONENTS = new Set(['vue', 'svelte', 'astro'])

/** Fields bound to what a trail asks for: a name of a component's script, or a part of `this` in its class or object. */
export function fieldsBoundTo(host: Host, trail: Trail): FieldFound[] {
  const script = scriptOf(host, trail.spot)
  const facts = host.facts(trail.spot.file)
  if (!script || !facts) return []
  if (trail.spot.kind === 'binding') {
    const binding = script.bindings[trail.spot.id]
    if (binding?.parameter && injectedName(script, binding) === '$scope') return trail.path.length === 0 ? [] : boundIn([facts, ...elsewhere(host, facts)], trail.path)
    if (!binding || binding.scope !== 0 || !COMPONENTS.has(facts.language)) return []
    return boundIn([facts], withoutCell([binding.name, ...trail.path]))
  }
  const value = trail.spot.kind === 'value' ? script.values[trail.spot.id] : undefined
  if (value?.kind === 'global' && /^(?:data-)?ng-/.test(script.attached?.attribute ?? '')) return boundIn([facts], [value.name, ...trail.path])
  if (value?.kind !== 'this' || trail.path.length === 0) return []
  const owner = script.functions[value.function]?.class ?? -1
  const files = [facts, ...host.resolver.scopes.templatesOf(facts.path).flatMap((path) => host.facts(path) ?? []), ...elsewhere(host, facts)]
  const bound = boundIn(files, trail.path)
  return bound.length > 0 || owner < 0 ? bound : controlled(files, trail.path)
}

/** `search.value` of `[formControl]="search"`. https://angular.dev/api/forms/FormControlDirective */
function controlled(files: readonly FileFacts[], [name, part]: readonly string[]): FieldFound[] {
  if (part !== 'value' && part !== 'valueChanges') return []
  return files.flatMap((facts) => facts.fields.filter(({ attributes }) => attributes['[formcontrol]']?.trim() === name).map((field) => markupField(facts.path, field)))
}

/** `reason.value` of the script is `reason` in the template. https://vuejs.org/guide/essentials/reactivity-fundamentals */
function withoutCell(path: readonly string[]): readonly string[] {
  return path.filter((name, at) => at === 0 || name !== 'value')
}

function boundIn(files: readonly FileFacts[], path: readonly string[]): FieldFound[] {
  const wanted = path.flatMap((name) => (isAny(name) ? (limitsOf(name).only?.length === 1 ? [...limitsOf(name).only as string[]] : []) : [name]))
  return files.flatMap((facts) => {
    const found = facts.fields.filter((field) => isBound(field, wanted))
    const groups = found.length > 0 ? [] : facts.fields.filter((field) => isGroup(field) && isBound(field, wanted.slice(0, -1)))
    // `<FormKit type="form" v-model="form">`: the fields of a form by their names.
    const named = groups.length === 0 ? [] : facts.fields.filter(({ attributes }) => attributes.name === wanted.at(-1))
    return [...found, ...named].map((field) => markupField(facts.path, field))
  })
}

/** A component whose value is the values of the fields in it. */
function isGroup({ name, attributes }: FieldFacts): boolean {
  return /form(?:kit)?$/i.test(name) && (attributes.type === undefined || /^(?:form|group)$/.test(attributes.type))
}

/** Components of the page itself: whether they are open, which of their parts is shown. */
const INTERFACE = /dialog|modal|drawer|tab|stepper|menu|snackbar|overlay|pagination|carousel|expansion|collapse|accordion|window|toast|tooltip|popover|sheet|sidebar|loading|spinner|progress|alert|banner/i

/** The field's model is what is wanted, or a part of it. */
function isBound(field: FieldFacts, wanted: readonly string[]): boolean {
  if (/[-A-Z]/.test(field.name) && INTERFACE.test(field.name)) return false
  return Object.entries(field.attributes).some(([name, value]) => {
    if (!MODEL.test(name) && !(value === '' && name.startsWith('bind:'))) return false
    const text = value === '' ? name.slice('bind:'.length) : value
    const names = text.trim().replace(/^\{|\}$/g, '').replace(/^\$(?!store\b)/, '').replace(/^this\./, '').split(/[.[\]'"?]+/).filter((part) => part !== '')
    const own = /ng-model$/.test(name) && names[0] !== wanted[0] && controllerAlias.test(names[0] ?? '') ? names.slice(1) : names
    return wanted.every((part, at) => own[at] === part)
  })
}

/** Pages that load a plain script: their `x-model` names what its objects hold. */
function elsewhere(host: Host, facts: FileFacts): FileFacts[] {
  return host.templates(facts.path)
}
