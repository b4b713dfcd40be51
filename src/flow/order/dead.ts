/** Code that never runs: `if (false)`, a branch on a constant of the code, what stands after a `return`. */
import type { ScriptFacts } from '../../facts/script/graph.js'
import type { Resolver } from '../../project/meaning/resolver.js'
import { positionsOf } from './positions.js'

/** True when a condition over an offset can never be met. */
export function isDead(resolver: Resolver, place: { file: string; script: number }, script: ScriptFacts, offset: number): boolean {
  const positions = positionsOf(script)
  for (const { guard } of positions.guards(positions.guardAt(offset))) {
    const meanings = resolver.meanings({ file: place.file, script: place.script, value: guard.test })
    if (meanings.length > 0 && meanings.every((meaning) => meaning.kind === 'constant' && Boolean(meaning.value) !== guard.whenTrue)) return true
  }
  return false
}
