/** Where does a value come from? Breadth-first backwards, so that the first way found to a source is the shortest. */
import { predecessors } from './backward/predecessors.js'
import { rememberedOf, type FlowHost, type Memory, type Origin, type Trail } from './host.js'
import { joinsAt } from './joins/index.js'
import { stackKey } from './step.js'

/** How many places one question visits before it gives up, with a problem for the report. */
const STEPS = 6000
/** How many sources of one value are told, unless more are asked for. */
const SOURCES = 24

export interface Flow<Found extends Origin> {
  origin: Found
  /** From the source to the value that was asked about. */
  trail: Trail
}

export interface Answer<Found extends Origin> {
  flows: Flow<Found>[]
  /** The question was too wide: there may be more. */
  isCut: boolean
}

/**
 * `starts`: the values that leave, each with the part that does. `isTold`: parameters whose calls are asked about by
 * questions of their own; the trail goes on only to what else they are given. `steps`: places visited at most.
 */
export function trace<Found extends Origin>(
  host: FlowHost<Found>, starts: readonly Trail[], isTold: (trail: Trail) => boolean = () => false, most = SOURCES,
  steps = STEPS,
): Answer<Found> {
  const flows: Flow<Found>[] = []
  const known = new Set<string>()
  const seen = new Set<string>()
  const queue: Trail[] = [...starts]
  for (let at = 0; at < queue.length; at++) {
    if (at >= steps) return { flows, isCut: true }
    const trail = queue[at] as Trail
    const place = placeKey(trail)
    const key = `${place}${trail.hashed ? '#' : ''}`
    if (seen.has(key)) continue
    seen.add(key)
    let origins = host.origins(trail, false)
    if (origins === null || (origins.length > 0 && origins.every(({ goesOn }) => goesOn === true))) {
      const told = isTold(trail)
      const before = told ? stepsBefore(host, { ...trail, isTold: true }, `told|${place}`) : stepsBefore(host, trail, place)
      for (const step of before) queue.push(step)
      if (before.length === 0 && origins === null && !told) origins = host.origins(trail, true)
    }
    for (const origin of origins ?? []) {
      const name = `${origin.key}${trail.hashed ? '#' : ''}`
      if (known.has(name) || flows.length >= most) continue
      known.add(name)
      flows.push({ origin, trail })
    }
  }
  return { flows, isCut: false }
}

/** Steps by place: many questions come by the same places, and the way on from there is the same. */
const remembered: Memory<{ from: Trail; steps: readonly Trail[] }> = new WeakMap()

function stepsBefore<Found extends Origin>(host: FlowHost<Found>, trail: Trail, place: string): readonly Trail[] {
  const places = rememberedOf(remembered, host)
  let known = places.get(place)
  if (!known) {
    // Asked without what the trail brought along, so that the answer is good for every trail.
    const from: Trail = { ...trail, hashed: false, next: null }
    known = { from, steps: [...predecessors(host, from), ...joinsAt(host, from)] }
    places.set(place, known)
  }
  const { from } = known
  return known.steps.map((step) => continued(step, from, trail))
}

/** A remembered step as one of this trail. */
function continued(step: Trail, from: Trail, trail: Trail): Trail {
  const next = step.next === from || step.next === null ? trail : continued(step.next, from, trail)
  return { ...step, hashed: step.hashed || trail.hashed, next }
}

function placeKey({ spot, path, context, hint }: Trail): string {
  return `${hint ?? ''}|${spot.file}|${spot.script}|${spot.kind}|${spot.id}|${spot.slot ?? ''}|${path.join('.')}|${context === null ? '' : stackKey(context)}|`
}

/** The start of a question. */
export function startAt(value: { file: string; script: number; value: number }, path: readonly string[] = []): Trail {
  return {
    spot: { file: value.file, script: value.script, kind: 'value', id: value.value }, path, context: null, hashed: false, hint: null, next: null,
  }
}
