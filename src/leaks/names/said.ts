/** What a call says in so many words: the names and constant texts that leave through it, wherever they are written. */
import { scriptOf, type Origin, type Trail } from '../../flow/host.js'
import { startAt, trace } from '../../flow/trace.js'
import { hasHole } from '../../parse/hole.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import type { Sink } from '../../project/project.js'
import type { Place } from '../../types.js'
import { itemOf, type Sinks } from '../sinks.js'
import type { Host } from '../fields/elements.js'

/** A constant that leaves. */
export interface Said {
  /** `event`: the name of the event; `key`: the name of a parameter; `value`: the text of one. */
  part: 'event' | 'key' | 'value'
  text: string
  /** Keys of the objects it stands in, the outermost first; of a key, those around it. */
  keys: readonly string[]
  place: Place
  /** Of a key: the value that it holds. */
  holds?: ValueReference
}

/** How many constants of one call are read. */
const MOST = 60

interface SaidOrigin extends Origin {
  said: Said
}

export interface Reader {
  said(sink: Sink): Said[]
}

export function createReader(host: Host, sinks: Sinks): Reader {
  /** Keys met on the way of the question that is being asked. */
  let keys: Said[] = []
  const asking = {
    ...host,
    origins(trail: Trail): readonly SaidOrigin[] | null {
      const value = trail.spot.kind === 'value' ? scriptOf(host, trail.spot)?.values[trail.spot.id] : undefined
      if (value?.kind === 'object' && trail.path.length === 0) keys.push(...keysOf(host, trail))
      if (value?.kind !== 'constant') return null
      if (typeof value.value !== 'string' || trail.path.length > 0 || hasHole(value.value) || value.value === '') return []
      const place = { file: trail.spot.file, span: { start: value.start, end: value.end } }
      const around = keysAround(host, trail)
      return [{ key: `${around.join('.')}=${value.value}`, said: { part: 'value', text: value.value, keys: around, place } }]
    },
  }
  const constantsFrom = (starts: readonly Trail[], isTold?: (trail: Trail) => boolean): Said[] =>
    trace(asking, starts, isTold, MOST).flows.map(({ origin }) => origin.said)
  const known = new WeakMap<Sink, Said[]>()
  const read = ({ sighting, found }: Sink): Said[] => {
    keys = []
    const events: Said[] = sighting.event !== null ? [{ part: 'event', text: sighting.event, keys: [], place: sighting }]
      : found.eventValue ? constantsFrom([startAt(found.eventValue, itemOf(found.eventValue))], sinks.isToldByCalls(found)).map((said) => ({ ...said, part: 'event' as const })) : []
    keys = []
    const values = constantsFrom(sinks.starts(found), sinks.isToldByCalls(found))
      .filter(({ text }) => !events.some((event) => event.text === text))
    return [...events, ...values, ...keys]
  }
  return {
    said(sink) {
      const found = known.get(sink) ?? read(sink)
      known.set(sink, found)
      return found
    },
  }
}

/** Names under which an object that leaves holds something that is not a constant itself: constants say more than their key. */
function keysOf(host: Host, trail: Trail): Said[] {
  const script = scriptOf(host, trail.spot)
  const value = script?.values[trail.spot.id]
  if (value?.kind !== 'object') return []
  const around = keysAround(host, trail)
  const at = { file: trail.spot.file, script: trail.spot.script }
  return value.entries.flatMap(({ name, value: id }): Said[] => {
    const held = script?.values[id]
    if (name === null || !held || isNothing(held)) return []
    return [{ part: 'key', text: name, keys: around, place: { file: trail.spot.file, span: { start: held.start, end: held.end } }, holds: { ...at, value: id } }]
  })
}

/** What says that there is nothing: `null`, `undefined`, `false`, an empty text. */
function isNothing(value: { kind: string; value?: unknown; name?: unknown }): boolean {
  if (value.kind === 'global') return value.name === 'undefined'
  return value.kind === 'constant' && (value.value === null || value.value === false || value.value === '' || value.value === 0)
}

/** The keys of the objects a trail came through, the outermost first. */
function keysAround(host: Host, trail: Trail): string[] {
  const names: string[] = []
  for (let at: Trail = trail; at.next; at = at.next) {
    const outer = at.next.spot
    const holder = outer.kind === 'value' ? scriptOf(host, outer)?.values[outer.id] : undefined
    if (holder?.kind !== 'object' || at.next.path.length > 0 || outer.file !== at.spot.file || outer.script !== at.spot.script) continue
    const entry = holder.entries.find(({ value }) => value === at.spot.id)
    if (entry?.name) names.unshift(entry.name)
  }
  return names
}
