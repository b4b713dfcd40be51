/** Values of a project by a name they are known under, looked up once for a host. */
import type { ScriptFacts } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { rememberedOf, type FlowHost, type Memory, type Origin } from '../host.js'

export type Collect = (
  host: FlowHost<Origin>, file: string, script: number, facts: ScriptFacts, note: (name: string, at: ValueReference) => void,
) => void

const remembered: Memory<Map<string, ValueReference[]>> = new WeakMap()

/** `subject` names the index; `words`: only files that hold one of them are read. */
export function indexed(host: FlowHost<Origin>, subject: string, words: readonly string[], collect: Collect): ReadonlyMap<string, readonly ValueReference[]> {
  const indexes = rememberedOf(remembered, host)
  let index = indexes.get(subject)
  if (!index) {
    index = new Map<string, ValueReference[]>()
    // Asked again while it is made (a name that depends on a name), it is what is known so far.
    indexes.set(subject, index)
    const files = [...new Set(words.flatMap((word) => host.filesNaming(word)))].sort()
    for (const file of files) {
      for (const [at, script] of (host.facts(file)?.scripts ?? []).entries()) {
        collect(host, file, at, script, (name, value) => {
          const list = index?.get(name)
          if (list) list.push(value)
          else index?.set(name, [value])
        })
      }
    }
  }
  return index
}
