/** What happens without a line of code that sends: everything about it that rules may ask, found when first asked. */
import { createHost } from '../leaks/leaks.js'
import type { Project } from '../project/project.js'
import { createCaptures, type Captures, type Taken } from './captures.js'
import { findGivenConsents, type GivenConsent } from './consents.js'
import { createContents } from './contents.js'
import { findInjections, type Injection } from './injections.js'
import { createRecordings, type Recorded, type Recordings, type Revealed } from './replay.js'
import { createSwitches, type Started } from './switches.js'
import { findThirdParties, type ThirdParty } from './third-parties.js'

export interface Capture {
  taken(started: Started): Taken
  recorded(started: Started): Recorded | null
  revealed(): readonly Revealed[]
  injections(): readonly Injection[]
  thirdParties(): readonly ThirdParty[]
  givenConsents(): readonly GivenConsent[]
}

const NOTHING: Taken = { captured: [], ineffective: [] }

/** `file`: only what is started or stands in this file is asked about. */
export function createCapture(project: Project, file?: string): Capture {
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | null = null
    return () => (made ??= { value: make() }).value
  }
  const switches = once(() => createSwitches(project))
  const captures = once((): Captures => createCaptures(project, createContents(project, createHost(project).host), switches()))
  const recordings = once((): Recordings => createRecordings(project, switches()))
  const isAsked = ({ sightings }: Started): boolean =>
    file === undefined || sightings.some((sighting) => sighting.file === file)
  return {
    taken: (started) => (isAsked(started) ? captures().of(started) : NOTHING),
    recorded: (started) => (isAsked(started) ? recordings().of(started) : null),
    revealed: () => recordings().marks(),
    injections: once(() => findInjections(project, switches())),
    thirdParties: once(() => findThirdParties(project)),
    givenConsents: once(() => findGivenConsents(project, switches())),
  }
}
