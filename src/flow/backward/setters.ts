/** A setter gets what is written to its name: `form.mail = value`. */
import type { FunctionId, ScriptFacts } from '../../facts/script/graph.js'
import { isOfFamily } from '../family.js'
import type { FlowHost, Origin, Trail } from '../host.js'
import { linksOf } from '../links.js'
import type { Meaning } from '../../project/meaning/meaning.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import { step, type Step } from '../step.js'

/** Values written to the property a function is the setter of; null for other functions. */
export function writtenToSetter(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, owner: FunctionId, path: readonly string[]): Step[] | null {
  const { file, script: index } = trail.spot
  const value = linksOf(script).functionValue(owner)
  if (value === undefined) return null
  const holder = linksOf(script).memberHolding(value)
  const member = holder && script.classes[holder.class]?.members.find((item) => item.value === value)
  const object = linksOf(script).parents(value).find((parent) => script.values[parent]?.kind === 'object')
  const literal = object === undefined ? undefined : script.values[object]
  const entry = literal?.kind === 'object' ? literal.entries.find((item) => item.value === value && item.setter) : undefined
  const name = member?.kind === 'setter' ? member.name : entry?.name
  if (name === undefined || name === null) return null
  const isOwn = (meaning: Meaning): boolean => (entry
    ? meaning.kind === 'object' && meaning.file === file && meaning.script === index && meaning.value === object
    : meaning.kind === 'instance' && holder !== undefined && isOfFamily(host, meaning, { file, script: index, class: holder.class }))
  return [file, ...host.importers(file)].flatMap((place) => (host.facts(place)?.scripts ?? []).flatMap((other, at) => scriptIndex(other).storesNamed(name).flatMap((store): Step[] => {
    if (!host.resolver.meanings({ file: place, script: at, value: store.object }).some(isOwn)) return []
    return [step(trail, { file: place, script: at, kind: 'value', id: store.value }, path, { context: null })]
  })))
}
