/** Components of options: watchers get what they watch. https://vuejs.org/api/options-state.html#watch */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { declaredSteps } from '../backward/objects.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { step, type Step } from '../step.js'

export function watcherJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  if (trail.spot.kind !== 'binding') return []
  const script = scriptOf(host, trail.spot)
  const parameter = script?.bindings[trail.spot.id]?.parameter
  if (!script || !parameter || parameter.index > 1 || parameter.rest) return []
  const watched = watchedName(script, parameter.function)
  if (watched === null) return []
  const self = script.values.findIndex((value) => value.kind === 'this')
  const path = [...watched.split('.'), ...parameter.path, ...trail.path]
  const place = { file: trail.spot.file, script: trail.spot.script }
  if (self >= 0) return [step(trail, { ...place, kind: 'value', id: self }, path, { context: null })]
  const [name = '', ...rest] = path
  return declaredSteps(trail, host.resolver.scopes.members(place.file, place.script, name), rest)
}

/** `email` for the function of `watch: { email(now, before) {…} }` and of `watch: { email: { handler() {…} } }`. */
function watchedName(script: ScriptFacts, owner: number): string | null {
  const links = linksOf(script)
  const value = links.functionValue(owner)
  if (value === undefined) return null
  const entry = entryAround(script, value)
  if (!entry) return null
  const outer = entry.name === 'handler' ? entryAround(script, entry.object) : entry
  return outer && entryAround(script, outer.object)?.name === 'watch' ? outer.name : null
}

function entryAround(script: ScriptFacts, value: ValueId): { object: ValueId; name: string } | null {
  for (const parent of linksOf(script).parents(value)) {
    const object = script.values[parent]
    const entry = object?.kind === 'object' ? object.entries.find((item) => item.value === value) : undefined
    if (entry?.name !== null && entry !== undefined) return { object: parent, name: entry.name }
  }
  return null
}
