/** What happens without a line of code that sends: everything about it that rules may ask, found when first asked. */
import type { Host } from '../leaks/fields/elements.js'
import { memoised } from '../project/memoised.js'
import type { Project } from '../project/project.js'
import { createCaptures, type Captures, type Taken } from './captures.js'
import { findGivenConsents, type GivenConsent } from './consents.js'
import { createContents } from './contents.js'
import { findInjections, type Injection } from './injections.js'
import { createRecordings, type Recorded, type Recordings, type Revealed } from './replay.js'
import { createSettled } from './settled.js'
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

/** `host`: asked for when fields are looked for. `file`: only what is started or stands in this file is asked about. */
export function createCapture(project: Project, host: () => Host, file?: string): Capture {
  const switches = memoised(() => createSwitches(project))
  const settledOf = memoised(() => createSettled(project))
  const captures = memoised((): Captures => createCaptures(project, createContents(project, host()), switches(), settledOf()))
  const recordings = memoised((): Recordings => createRecordings(project, switches(), settledOf()))
  const isAsked = ({ sightings }: Started): boolean =>
    file === undefined || sightings.some((sighting) => sighting.file === file)
  return {
    taken: (started) => (isAsked(started) ? captures().of(started) : NOTHING),
    recorded: (started) => (isAsked(started) ? recordings().of(started) : null),
    revealed: () => recordings().marks(),
    injections: memoised(() => findInjections(project, switches())),
    thirdParties: memoised(() => findThirdParties(project)),
    givenConsents: memoised(() => findGivenConsents(project, switches())),
  }
}
