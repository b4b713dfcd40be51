/** Look-ups among the top-level declarations of one script; made once, when first asked. */
import type { BindingId, ScriptFacts, Store, Unit } from '../../facts/script/graph.js'
import { lineIndexAt, spansAround } from '../../lines.js'
import type { Span } from '../../types.js'
import { add } from './script-maps.js'

export interface UnitIndex {
  /** The first unit of a name. */
  named(name: string): Unit | undefined
  /** The first unit around an offset. */
  at(offset: number): Unit | undefined
  /** Units that mention one of these bindings, in their order. */
  using(bindings: readonly BindingId[]): readonly Unit[]
  /** Writes to `exports`, `module.exports` and `module`. */
  readonly exporting: readonly Store[]
  /** Bindings that are mentioned in a part of the script. */
  mentionedIn(part: Span): readonly BindingId[]
}

const indexes = new WeakMap<ScriptFacts, UnitIndex>()

export function unitIndex(script: ScriptFacts): UnitIndex {
  let index = indexes.get(script)
  if (!index) indexes.set(script, index = buildIndex(script))
  return index
}

function buildIndex(script: ScriptFacts): UnitIndex {
  const { units } = script
  const names = new Map<string, Unit>()
  const users = new Map<BindingId, number[]>()
  units.forEach((unit, at) => {
    if (!names.has(unit.name)) names.set(unit.name, unit)
    for (const id of new Set(unit.uses)) add(users, id, at)
  })
  const around = spansAround(units)
  let mentions: Mentions | null = null
  return {
    named: (name) => names.get(name),
    at(offset) {
      const first = around(offset)[0]
      return first === undefined ? undefined : units[first]
    },
    using(bindings) {
      const found = new Set(bindings.flatMap((id) => users.get(id) ?? []))
      return [...found].sort((a, b) => a - b).map((at) => units[at] as Unit)
    },
    exporting: script.stores.filter((store) => isExports(script, store)),
    mentionedIn: (part) => (mentions ??= sortedMentions(script))(part),
  }
}

function isExports({ values }: ScriptFacts, store: Store): boolean {
  const object = values[store.object]
  return (object?.kind === 'global' && (object.name === 'exports' || object.name === 'module'))
    || (object?.kind === 'member' && object.name === 'exports')
}

type Mentions = (part: Span) => readonly BindingId[]

function sortedMentions({ values }: ScriptFacts): Mentions {
  const sorted = values.flatMap((value) => (value.kind === 'binding' ? [value] : [])).sort((a, b) => a.start - b.start)
  const starts = sorted.map(({ start }) => start)
  return ({ start, end }) => {
    const found: BindingId[] = []
    // The first of those that begin at one place: the look-up answers with the last.
    let at = starts.length === 0 ? 0 : lineIndexAt(starts, start)
    while (at > 0 && (starts[at - 1] as number) >= start) at--
    for (; at < starts.length && (starts[at] as number) <= end; at++) {
      const value = sorted[at] as (typeof sorted)[number]
      if (value.start >= start && value.end <= end) found.push(value.binding)
    }
    return found
  }
}
