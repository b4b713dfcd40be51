/** Where in a script a place stands: its function, the conditions over it, the loops around it. */
import type { FunctionId, Guard, GuardId, Region, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { Span } from '../../types.js'

export interface Positions {
  /** The innermost function around an offset; 0 is the script itself. */
  functionAt(offset: number): FunctionId
  /** The innermost condition over an offset, -1 when there is none. */
  guardAt(offset: number): GuardId
  /** Conditions from the innermost outwards. */
  guards(from: GuardId): Iterable<{ id: GuardId; guard: Guard }>
  /** Loops, handlers and branches around an offset, inside one function. */
  regionsAt(offset: number, within: FunctionId): readonly Region[]
  /** The function a value stands in; for a function, the one around it. */
  functionOf(value: ValueId): FunctionId
}

const known = new WeakMap<ScriptFacts, Positions>()

export function positionsOf(script: ScriptFacts): Positions {
  let positions = known.get(script)
  if (!positions) known.set(script, positions = build(script))
  return positions
}

function build(script: ScriptFacts): Positions {
  // The script's own span may begin late in files of several scripts: function 0 is what is left.
  const functions = nested(script.functions.map((facts, id) => ({ start: facts.start, end: facts.end, id })).filter(({ id }) => id !== 0))
  const guards = nested(script.guards.map(({ start, end }, id) => ({ start, end, id })))
  const functionAt = (offset: number): FunctionId => functions(offset) ?? 0
  return {
    functionAt,
    guardAt: (offset) => guards(offset) ?? -1,
    * guards(from) {
      for (let id = from; id >= 0;) {
        const guard: Guard | undefined = script.guards[id]
        if (!guard) return
        yield { id, guard }
        id = guard.parent
      }
    },
    regionsAt: (offset, within) => script.regions.filter((region) =>
      region.start <= offset && offset < region.end && functionAt(region.start) === within),
    functionOf(value) {
      const shape = script.values[value]
      if (shape?.kind === 'function') return script.functions[shape.function]?.parent ?? 0
      return shape ? functionAt(shape.start) : 0
    },
  }
}

/** The innermost span around an offset, among spans that lie in one another or apart. */
function nested(spans: (Span & { id: number })[]): (offset: number) => number | undefined {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
  const outer: number[] = []
  const open: number[] = []
  sorted.forEach((span, at) => {
    while (open.length > 0 && (sorted[open.at(-1) as number] as Span).end < span.end) open.pop()
    outer.push(open.at(-1) ?? -1)
    open.push(at)
  })
  return (offset) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as Span).start <= offset) low = middle + 1
      else high = middle
    }
    for (let at = low - 1; at >= 0; at = outer[at] as number) {
      const span = sorted[at] as Span & { id: number }
      if (offset < span.end) return span.id
    }
    return undefined
  }
}
