/** Values that others get hold of: what a module exports, a function gives back, a class keeps. They write into them, too. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { usesRemembered } from '../forward/remembered.js'
import { writtenInto } from '../forward/writes.js'
import type { FlowHost, Origin, Trail } from '../host.js'
import { linksOf } from '../links.js'
import { carried, remainder, type Path } from '../path.js'
import { step, type Step } from '../step.js'

/** What is written into a value from elsewhere. Writes through a name of the same script are told by that name. */
export function sharedWrites(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, value: Value): Step[] {
  if (value.kind !== 'call' && (trail.path.length === 0 || (value.kind !== 'object' && value.kind !== 'array'))) return []
  if (!isShared(script, trail.spot.id)) return []
  return elsewhere(host, trail, { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }, trail.path)
}

/** What is written into a value wherever it comes to, and the names of components that hold it. */
export function elsewhere(host: FlowHost<Origin>, trail: Trail, at: ValueReference, path: Path): Step[] {
  const spot = { file: at.file, script: at.script, kind: 'value' as const, id: at.value }
  const written = writtenInto(host, spot).flatMap(({ at: value, names, from }) => {
    // A cell that is kept in an object is written without its `value`.
    const wanted = names.length === 0 && path[0] === 'value' ? path.slice(1) : path
    const rest = remainder(names, wanted)
    const to = { file: value.file, script: value.script, kind: 'value' as const, id: value.value }
    return rest === null ? [] : [step(trail, to, [...carried(names, from, wanted), ...rest], { context: null })]
  })
  const named = usesRemembered(host, spot).flatMap((use) => (use.kind === 'named'
    ? [step(trail, { file: use.at.file, script: use.at.script, kind: 'binding', id: use.binding }, [...use.path, ...path], { context: null })] : []))
  return [...written, ...named]
}

function isShared(script: ScriptFacts, id: ValueId): boolean {
  const links = linksOf(script)
  if (links.memberHolding(id) || links.storedBy(id).some((store) => script.values[store.object]?.kind === 'this')) return true
  return links.definitionsWith(id).some((binding) => {
    const declared = script.bindings[binding]
    return declared?.kind === 'const' && (script.exports.some((item) => item.binding === binding) || isHandedOut(script, binding))
  })
}

/** A function of the script gives it back, alone or in an object. */
function isHandedOut(script: ScriptFacts, binding: number): boolean {
  const links = linksOf(script)
  return links.references(binding).some((reference) => links.returnedBy(reference).length > 0
    || links.parents(reference).some((parent) => links.returnedBy(parent).length > 0
      || links.parents(parent).some((outer) => links.returnedBy(outer).length > 0 && script.values[outer]?.kind === 'object')))
}
