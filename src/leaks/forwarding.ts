/** What becomes of a push: the tags of committed containers that read a key of it, and the way to the vendor. */
import { trace } from '../flow/trace.js'
import type { Trail } from '../flow/host.js'
import type { Path } from '../flow/path.js'
import { isLoaded } from '../project/containers/loading.js'
import type { PlacedContainer, PlacedTag } from '../project/containers/placed.js'
import type { Project, Sink } from '../project/project.js'
import type { FlowStep, PlacedSighting } from '../types.js'
import type { Sinks } from './sinks.js'
import type { Host } from './fields/elements.js'
import { stepsBetween } from './steps.js'

/** A tag that sends a part of a push. */
export interface Receiver {
  container: PlacedContainer
  tag: PlacedTag
  /** What in the tag sends. */
  sighting: PlacedSighting
  /** Key in the data layer: `form.reason`. */
  key: string
  hashed: boolean
  /** From the variable that reads the key to the tag. */
  steps: FlowStep[]
}

export interface Forwarding {
  /** Keys of a push that tags read, with the tags that can fire where it stands. */
  readersOf(push: Sink): { path: Path; receivers: Receiver[] }[]
  /** Containers that the page of a push loads, of those in the tree. */
  containersOf(push: Sink): PlacedContainer[]
}

/** How many keys of the data layer one tag is asked for. */
const KEYS = 200

interface Read {
  path: Path
  receiver: Receiver
}

export function createForwarding(project: Project, host: Host, sinks: Sinks): Forwarding {
  let all: Read[] | null = null
  const reads = (): Read[] => (all ??= project.containers().flatMap((container) => container.tags.flatMap((tag) =>
    tag.sightings.flatMap((sighting) => readsOf(project, host, sinks, container, tag, sighting)))))
  const containersOf = ({ sighting }: Sink): PlacedContainer[] => {
    const paths = new Set(sighting.routes.map(({ route }) => route.path))
    return project.containers().filter(({ facts, loading, routes }) => facts.manager === sighting.tracker && facts.side === 'page'
      && isLoaded(loading) && routes.some(({ route }) => paths.has(route.path)))
  }
  return {
    containersOf,
    readersOf(push) {
      const { event, routes, tracker } = push.sighting
      const paths = new Set(routes.map(({ route }) => route.path))
      const mayFire = reads().filter(({ receiver: { container, tag } }) => container.facts.manager === tracker
        && (paths.size === 0 || tag.routes.some(({ route }) => paths.has(route.path))))
      // What stays in the data layer can be read by any later tag; those that listen to this very push say it best.
      const direct = event === null ? [] : mayFire.filter(({ receiver }) => listensTo(receiver, event))
      const byPath = new Map<string, { path: Path; receivers: Receiver[] }>()
      for (const { path, receiver } of direct.length > 0 ? direct : mayFire) {
        const known = byPath.get(path.join('.'))
        if (known) known.receivers.push(receiver)
        else byPath.set(path.join('.'), { path, receivers: [receiver] })
      }
      return [...byPath.values()]
    },
  }
}

function listensTo({ container, tag }: Receiver, event: string): boolean {
  return tag.facts.fires.some(({ trigger }) => {
    const own = container.facts.triggers[trigger]?.event
    return own?.kind === 'named' && own.name === event
  })
}

interface KeyOrigin {
  key: string
  path: Path
  trail: Trail
}

function readsOf(
  project: Project, host: Host, sinks: Sinks, container: PlacedContainer, tag: PlacedTag, sighting: PlacedSighting,
): Read[] {
  const sink = project.sinks().find((each) => each.sighting === sighting)
  // What a container pushes itself is read by its other tags.
  if (!sink || sighting.tracker === container.facts.manager) return []
  const asking = {
    ...host,
    origins(trail: Trail): readonly KeyOrigin[] | null {
      if (trail.spot.kind !== 'origin' || trail.spot.slot !== 'data-layer') return null
      return [{ key: `${trail.path.join('.')}${trail.hashed}`, path: trail.path, trail }]
    },
  }
  return trace(asking, sinks.starts(sink.found), undefined, KEYS).flows.map(({ origin }): Read => ({
    path: origin.path,
    receiver: {
      container, tag, sighting, key: origin.path.join('.'), hashed: origin.trail.hashed,
      steps: stepsBetween(host, origin.trail, { file: sighting.file, span: sighting.span }, `sent by the tag “${tag.facts.name}”`),
    },
  }))
}
