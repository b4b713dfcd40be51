/**
 * Calls by which a page has its own server send an event on: `fetch('/api/meta-capi', …)`. Where the server is in the tree,
 * what it takes out of the body says what leaves, and each page's call tells it; elsewhere the whole body is told.
 */
import { trace, startAt, type Flow } from '../flow/trace.js'
import type { Trail } from '../flow/host.js'
import type { Path } from '../flow/path.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import type { Project } from '../project/project.js'
import type { Found } from '../project/sightings/found.js'
import type { Host } from './fields/elements.js'
import type { DataSource } from './source.js'
import { itemOf } from './sinks.js'

export interface Relays {
  /** What leaves through a call to the site's own server; `path`: only that part of it. */
  starts(found: Found, path: Path): Trail[]
  /** Flows of a sink of the server that no page's call tells already. */
  untold(found: Found, flows: readonly Flow<DataSource>[]): readonly Flow<DataSource>[]
}

interface Reached {
  key: string
  /** From the body to the vendor. */
  trail: Trail
}

/** How many parts of bodies one sink is asked for. */
const PARTS = 200

/** `startsOf`: what leaves through a sink of the server. */
export function createRelays(
  project: Project, host: () => Host, startsOf: (found: Found) => Trail[], isAnswered: (body: ValueReference) => boolean,
): Relays {
  let bodies: Set<string> | null = null
  const bySink = new Map<Found, readonly Reached[]>()
  const bodiesOfRelays = (): Set<string> => (bodies ??= new Set(project.sinks().flatMap(({ found, sighting }) => (
    found.relay && !found.forwards && !sighting.unused ? found.dataValues.map(keyOf) : []))))
  /** Parts of bodies of relays that a sink sends on. */
  const reachedBy = (found: Found): readonly Reached[] => {
    let known = bySink.get(found)
    if (!known) {
      bySink.set(found, known = [])
      const asking = {
        ...host(),
        origins(trail: Trail): readonly Reached[] | null {
          const { spot, path, hashed } = trail
          const key = spot.kind === 'value' ? keyOf({ ...spot, value: spot.id }) : ''
          return bodiesOfRelays().has(key) ? [{ key: `${key}.${path.join('.')}.${hashed}`, trail }] : null
        },
      }
      known = trace(asking, startsOf(found), undefined, PARTS).flows.map(({ origin }) => origin)
      bySink.set(found, known)
    }
    return known
  }
  const isOfServer = ({ sighting, relay, forwards, code }: Found): boolean => sighting.kind === 'server-side-event'
    && !relay && !forwards && code !== null
  return {
    starts(found, path) {
      if (!found.dataValues.some((value) => isAnswered(value))) {
        return found.dataValues.map((value) => startAt(value, [...itemOf(value), ...path]))
      }
      const keys = new Set(found.dataValues.map(keyOf))
      return project.sinks().filter((sink) => isOfServer(sink.found)).flatMap((sink) => reachedBy(sink.found))
        .filter(({ trail: { spot } }) => keys.has(keyOf({ ...spot, value: spot.id })))
        .map(({ trail }) => ({ ...trail, context: null }))
    },
    untold(found, flows) {
      if (bodiesOfRelays().size === 0 || !isOfServer(found)) return flows
      const asked = new Set(reachedBy(found).flatMap(({ trail }) => placesOf(trail)))
      const isTold = ({ origin, trail }: Flow<DataSource>): boolean => {
        if (origin.kind === 'request') return asked.has(placeOf(trail))
        for (let at: Trail | null = trail; at; at = at.next) {
          if (at.spot.kind === 'value' && bodiesOfRelays().has(keyOf({ ...at.spot, value: at.spot.id }))) return true
        }
        return false
      }
      return flows.filter((flow) => !isTold(flow))
    },
  }
}

function keyOf({ file, script, value }: ValueReference): string {
  return `${file}|${script}|${value}`
}

function placeOf({ spot }: Trail): string {
  return `${spot.file}|${spot.script}|${spot.kind}|${spot.id}`
}

function placesOf(trail: Trail): string[] {
  const places: string[] = []
  for (let at: Trail | null = trail; at; at = at.next) places.push(placeOf(at))
  return places
}
