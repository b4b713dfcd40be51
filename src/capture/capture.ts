/** What happens without a line of code that sends: everything about it that rules may ask, found when first asked. */
import { createHost } from '../leaks/leaks.js'
import type { Project } from '../project/project.js'
import { createCaptures, type Captures, type Taken } from './captures.js'
import { createContents } from './contents.js'
import { createSwitches, type Started } from './switches.js'

export interface Capture {
  taken(started: Started): Taken
}

const NOTHING: Taken = { captured: [], ineffective: [] }

/** `file`: only what is started in this file is asked about. */
export function createCapture(project: Project, file?: string): Capture {
  let captures: Captures | null = null
  const made = (): Captures => (captures ??= createCaptures(project, createContents(project, createHost(project).host), createSwitches(project)))
  return {
    taken: (started) => (file !== undefined && started.sightings.every((sighting) => sighting.file !== file) ? NOTHING : made().of(started)),
  }
}
