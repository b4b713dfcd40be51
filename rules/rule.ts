/** What a rule is: it queries the project, words what it finds, yields. About 60 lines each. */
import type { AddressLeak } from '../src/addresses/address-leak.js'
import type { Configuration } from '../src/configuration/configuration.js'
import type { Started } from '../src/capture/switches.js'
import type { Injection } from '../src/capture/injections.js'
import type { Recorded, Revealed } from '../src/capture/replay.js'
import type { GivenConsent } from '../src/capture/consents.js'
import type { ThirdParty } from '../src/capture/third-parties.js'
import type { Taken } from '../src/capture/captures.js'
import type { Leak } from '../src/leaks/leaks.js'
import type { IdentifyingCall } from '../src/leaks/names/identity.js'
import type { StatingCall } from '../src/leaks/names/stated.js'
import type { PlacedContainer } from '../src/project/containers/placed.js'
import type { Tracker } from '../src/trackers/tracker.js'
import type { Finding, Place, PlacedSighting, ReachedRoute, Route, SuppressionUse } from '../src/types.js'

/** All a rule may ask. */
export interface ProjectView {
  readonly configuration: Configuration
  readonly routes: readonly Route[]
  readonly sightings: readonly PlacedSighting[]
  /** Only findings in this file are wanted; absent: in all. */
  readonly file?: string
  /** Tag-manager containers that lie in the tree. */
  readonly containers: readonly PlacedContainer[]
  /** Comments that suppress findings, once the other rules have reported; empty for those. */
  readonly suppressions: readonly SuppressionUse[]
  /** Ids of the rules that reported, and of all that there are. */
  readonly enabled: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  /** Flows of patient data to vendors; followed when first asked. */
  leaks(): readonly Leak[]
  /** Calls whose names state a fact about somebody’s health. */
  stated(): readonly StatingCall[]
  /** What a tracker takes by itself of the pages it is on. */
  taken(started: Started): Taken
  /** What its recordings of pages show; null for a tracker that records none. */
  recorded(started: Started): Recorded | null
  /** Elements that are marked to be shown in recordings. */
  revealed(): readonly Revealed[]
  /** Trackers that are proxied, renamed or inserted while the page runs. */
  injections(): readonly Injection[]
  /** Calls whose names and constants say that they tell who somebody is. */
  identities(): readonly IdentifyingCall[]
  /** Data of patients in addresses and titles of pages that trackers are on. */
  addresses(): readonly AddressLeak[]
  /** Services of others that pages use. */
  thirdParties(): readonly ThirdParty[]
  /** Consent that code gives before anybody was asked. */
  givenConsents(): readonly GivenConsent[]
  tracker(id: string): Tracker
  /** `src/track.ts:12`, 1-based. */
  describePlace(place: Place): string
  /** `/schedule (app/schedule/page.tsx)` and, when longer than one link, the chain. */
  describeReach(reached: ReachedRoute): string
  /** True when the page of this route holds a form. Absent: the host cannot say, and no rule assumes one. */
  hasForm?(route: Route): boolean
}

/** What the engine adds: the rule's name, what the sighting at that place says, the fingerprint, suppressions. */
export type Draft = Omit<Finding, 'ruleId' | 'accountId' | 'event' | 'fingerprint' | 'suppressed' | 'change'>

export interface Rule {
  id: string
  description: string
  /** Presets that enable it. */
  presets: readonly ('recommended' | 'strict')[]
  /** Asked after the findings of all others, for it is about what hides them. */
  last?: true
  /** Yields drafts in any order; severity is what the route classes make of it. */
  report(project: ProjectView): Iterable<Draft>
}
