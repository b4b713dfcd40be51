/**
 * Frameworks that tie a class to markup by names: Stimulus by `data-action` and `data-…-target`, Ember by a template
 * beside the class.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts } from '../../facts/script/graph.js'
import type { Trail } from '../../flow/host.js'
import { linksOf } from '../../flow/links.js'
import { classifyPath } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import type { Element, Host } from '../fields/elements.js'
import { readElements } from './reading.js'

/** What the event of a method holds, and what `this.mailTarget` is; null where no framework of the kind is at work. */
export function boundByName(host: Host, trail: Trail, script: ScriptFacts): readonly DataSource[] | null {
  const { spot, path } = trail
  if (script.classes.length === 0) return null
  if (spot.kind === 'binding') return ofEvent(host, trail, script)
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  const owner = value?.kind === 'this' ? (script.functions[value.function]?.class ?? -1) : -1
  const [name = '', ...rest] = path
  if (owner < 0 || !extendsOf(host, trail, script, owner, /stimulus/)) return null
  // https://stimulus.hotwired.dev/reference/targets
  const target = /^(\w+)Targets?$/.exec(name)?.[1]
  if (target !== undefined && !name.startsWith('has')) {
    return readElements(host, trail, elementsWith(host, 'data-controller', (key, text) => /^data-[\w-]+-target$/.test(key) && text.split(/\s+/).includes(target)), rest)
  }
  // https://stimulus.hotwired.dev/reference/values
  const kept = /^(\w+)Value$/.exec(name)?.[1]
  const categories = kept === undefined ? [] : classifyPath([kept]).filter(({ sure }) => sure)
  return categories.length === 0 ? null : [{
    key: `value:${spot.file}:${kept}`, kind: 'text', categories, name: `data-…-${kept}-value`, place: { file: spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } },
  }]
}

/** The first parameter of a method that markup names as a handler. */
function ofEvent(host: Host, trail: Trail, script: ScriptFacts): readonly DataSource[] | null {
  const parameter = script.bindings[trail.spot.id]?.parameter
  const [part, ...rest] = [...(parameter?.path ?? []), ...trail.path]
  if (!parameter || parameter.index !== 0 || !/^(?:target|currentTarget)$/.test(part ?? '')) return null
  const value = linksOf(script).functionValue(parameter.function)
  const holder = value === undefined ? undefined : linksOf(script).memberHolding(value)
  if (!holder) return null
  const elements = extendsOf(host, trail, script, holder.class, /stimulus/)
    ? elementsWith(host, 'data-action', (key, text) => key === 'data-action' && text.split(/\s+/).some((action) => action.endsWith(`#${holder.name}`)))
    : besideTemplate(host, trail.spot.file, holder.name)
  return elements.length > 0 ? readElements(host, trail, elements, rest) : null
}

function extendsOf(host: Host, trail: Trail, script: ScriptFacts, id: number, of: RegExp): boolean {
  const superclass = script.classes[id]?.superclass
  return superclass !== null && superclass !== undefined && host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: superclass })
    .some((meaning) => meaning.kind === 'external' && of.test(meaning.name))
}

/** Fields and forms of all pages with an attribute like this. */
function elementsWith(host: Host, word: string, isMeant: (name: string, value: string) => boolean): Element[] {
  return host.filesNaming(word).flatMap((file) => {
    const facts = host.facts(file)
    return [...(facts?.fields ?? []), ...(facts?.forms ?? [])].flatMap(({ attributes, start }): Element[] =>
      (Object.entries(attributes).some(([name, value]) => isMeant(name, value)) ? [{ kind: 'markup', file, start, name: '' }] : []))
  })
}

/** `{{on "input" this.typed}}` in the template beside a class. https://guides.emberjs.com/release/components/component-state-and-actions/ */
function besideTemplate(host: Host, file: string, method: string): Element[] {
  const stem = file.replace(/\.[jt]s$/, '')
  const facts = host.facts(`${stem}.hbs`) ?? host.facts(`${stem.replace(/\/components\//, '/templates/components/')}.hbs`)
  const named = new RegExp(`(?:this\\.|["'])${method}\\b`)
  const spans = (facts?.templateSpans ?? []).filter(({ code }) => /^\s*(?:on|action)\b/.test(code) && named.test(code))
  return [...(facts?.fields ?? []), ...(facts?.forms ?? [])].flatMap(({ start, end }): Element[] =>
    (facts && spans.some((span) => span.start > start && span.start < end && isOwnTag(facts, start, span.start)) ? [{ kind: 'markup', file: facts.path, start, name: '' }] : []))
}

/** A form holds its fields: only what stands before the first of them can be its own. */
function isOwnTag(facts: FileFacts, start: number, offset: number): boolean {
  return !facts.fields.some((field) => field.start > start && field.start < offset)
}
