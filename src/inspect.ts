/** One text on its own: what tracker code does it hold? No routes, no other files. */
import { defaultConfiguration } from './configuration/configuration.js'
import { run } from './run.js'
import type { PlacedSighting, Problem, Tree } from './types.js'

/** Sightings of a single text, in order of place; `path` decides the language. */
export function inspectFile(path: string, text: string): { sightings: PlacedSighting[]; problems: Problem[] } {
  const tree: Tree = {
    paths: [path],
    text: (asked) => (asked === path ? text : undefined),
    bytes: () => undefined,
    version: () => undefined,
  }
  const { sightings, problems } = run(tree, defaultConfiguration)
  return { sightings, problems }
}
