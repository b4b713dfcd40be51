/** What is written into a value by whoever gets hold of it: `lead.email = …`, `subject.next(…)`, `store.$patch(…)`. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { rememberedOf, type FlowHost, type Memory, type Origin, type Spot } from '../host.js'
import { linksOf } from '../links.js'
import { modelsOfCall } from '../lookup.js'
import { opened } from '../models/model.js'
import { carried, remainder, type Path } from '../path.js'
import type { Use } from './use.js'
import { usesRemembered } from './remembered.js'

/** Writes to a value of a script, which holds what is asked about at `path`. */
export function writesOn(host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, id: ValueId, path: Path): Use[] {
  const { file, script: index } = place
  const links = linksOf(script)
  const found: Use[] = []
  const note = (value: ValueId, names: Path, from: Path): void => {
    // Names that lead to what is asked about are not part of it.
    const rest = remainder(path, names)
    if (rest !== null && (names.length >= path.length)) found.push({ kind: 'written', at: { file, script: index, value }, names: rest, from: carried(names, from, path) })
  }
  for (const store of links.storesOn(id)) if (store.name !== null) note(store.value, [store.name], [])
  for (const member of links.parents(id)) {
    const shape = script.values[member]
    if (shape?.kind !== 'member' || shape.object !== id) continue
    for (const parent of links.parents(member)) {
      const call = script.values[parent]
      if (call?.kind !== 'call' || call.callee !== member) continue
      for (const { flows } of modelsOfCall(host, place, script, call)) {
        for (const { target, source } of flows) {
          if (target.kind !== 'receiver' || source.base.kind !== 'argument' || source.returned) continue
          const argument = call.arguments[source.base.index]
          if (argument !== undefined) note(argument, opened(target.path), source.path)
        }
      }
    }
  }
  return found
}

export interface Written {
  at: ValueReference
  names: Path
  from: Path
}

const known: Memory<Written[]> = new WeakMap()

/** Everything that is written into a value after it is made, in any file it comes to. Remembered. */
export function writtenInto(host: FlowHost<Origin>, spot: Spot): Written[] {
  const values = rememberedOf(known, host)
  const key = `${spot.file}|${spot.script}|${spot.id}`
  let found = values.get(key)
  if (!found) {
    values.set(key, [])
    found = usesRemembered(host, spot).flatMap((use) => (use.kind === 'written' ? [use] : []))
    values.set(key, found)
  }
  return found
}
