import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

/** `file kind event [unused] [→ places it goes through]` of all sightings of a tree. */
export function seen(files: Record<string, string>): string[] {
  return createProject(memoryTree(files), defaultConfiguration).sightings().map((sighting) => [
    sighting.file, sighting.kind, sighting.event ?? '-', ...(sighting.unused ? ['unused'] : []),
    ...sighting.through.map((place) => `→ ${place.file}`),
  ].join(' '))
}
