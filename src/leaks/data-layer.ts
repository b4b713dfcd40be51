/**
 * The data layer between a site's code and its containers: what code pushes under a key, variables of a container read,
 * and its tags send.
 */
import { scriptOf, type Trail } from '../flow/host.js'
import { step } from '../flow/step.js'
import type { Project, Sink } from '../project/project.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import type { Resolver } from '../project/meaning/resolver.js'

export interface DataLayer {
  /** Pushes of the site's code, which are told where they stand. */
  readonly pushes: readonly Sink[]
  /** True when code of the site pushes an object with this key. */
  isPushed(key: readonly string[]): boolean
  /** From a variable of a container to what the container's own code pushes under its key. */
  joins(trail: Trail): Trail[]
}

/** `managers`: rows of the tag managers of which there is a container in the tree. */
export function createDataLayer(project: Project): DataLayer {
  const managers = new Set(project.containers().map(({ facts }) => facts.manager))
  const sent = project.sinks().filter(({ sighting, found }) => managers.has(sighting.tracker)
    && (sighting.call === 'event' || sighting.call === 'page') && found.dataValues.length > 0 && sighting.unused !== true)
  const pushes = sent.filter(({ sighting }) => sighting.tag === undefined)
  const inContainers = sent.filter(({ sighting }) => sighting.tag !== undefined)
  const known = new Map<string, boolean>()
  return {
    pushes,
    isPushed([first = '']) {
      let answer = known.get(first)
      if (answer === undefined) {
        answer = pushes.some(({ found }) => found.dataValues.some((value) => hasKey(project.resolver, value, first)))
        known.set(first, answer)
      }
      return answer
    },
    joins(trail) {
      if (trail.spot.kind !== 'origin' || trail.spot.slot !== 'data-layer') return []
      const { spot: { file }, path: [key, ...rest] } = trail
      const writes = (project.facts(file)?.container?.writes ?? []).filter((write) => write.key === key)
      const written = writes.map(({ script, value }) => step(trail, { file, script, kind: 'value', id: value }, rest, { context: null }))
      const own = inContainers.filter(({ sighting }) => sighting.file === file)
      return [...written, ...own.flatMap(({ found }) => found.dataValues).map(({ file: from, script, value }) =>
        step(trail, { file: from, script, kind: 'value', id: value }, trail.path, { context: null }))]
    },
  }
}

/** Keys of the object that is pushed, as far as it is one; what is spread into it may bring any. */
function hasKey(resolver: Resolver, value: ValueReference, key: string): boolean {
  return resolver.meanings(value).some((meaning) => {
    const object = meaning.kind === 'object' ? scriptOf(resolver.host, meaning)?.values[meaning.value] : undefined
    return object?.kind === 'object' && object.entries.some((entry) => entry.name === key)
  })
}
