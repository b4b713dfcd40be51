/** Containers with the routes of their tags. */
import type { ContainerFacts, TagFacts } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'
import type { ContainerTag, PlacedSighting, ReachedRoute } from '../../types.js'
import type { Resolver } from '../meaning/resolver.js'
import type { Loading } from './loading.js'
import { strangersOf } from './strangers.js'
import { tagOf } from './tag-sightings.js'

/** A container with the routes of its tags. */
export interface PlacedContainer {
  file: string
  facts: ContainerFacts
  loading: Loading
  /** Where it is loaded. */
  routes: ReachedRoute[]
  /** In the order of `facts.tags`. */
  tags: PlacedTag[]
}

export interface PlacedTag {
  facts: TagFacts
  tag: ContainerTag
  /** Where it fires. */
  routes: ReachedRoute[]
  /** What it sends by itself, and what its code does. */
  sightings: PlacedSighting[]
  /** Hosts that it talks to and no table knows; asked for where nothing is sighted. */
  strangers: string[]
}

interface Around {
  resolver: Resolver
  loading: Loading
  /** The routes that load the container. */
  around(): ReachedRoute[]
  sightings: readonly PlacedSighting[]
  /** Of routes those on which a tag fires. */
  narrowed(tag: ContainerTag, offset: number, around: ReachedRoute[]): ReachedRoute[]
}

export function placeContainer(own: FileFacts & { container: ContainerFacts }, around: Around): PlacedContainer {
  const { path, container } = own
  const all = around.sightings.filter(({ tag }) => tag?.file === path)
  return {
    file: path, facts: container, loading: around.loading, routes: around.around(),
    tags: container.tags.map((tag, index): PlacedTag => {
      const reference = tagOf(path, container, index)
      const sightings = all.filter((sighting) => sighting.tag?.index === index)
      const isOpen = tag.state === 'fires' && sightings.length === 0
      return {
        facts: tag, tag: reference, sightings, strangers: isOpen ? strangersOf(around.resolver, own, tag) : [],
        routes: tag.state === 'fires' ? around.narrowed(reference, tag.place.start, around.around()) : [],
      }
    }),
  }
}
