/** A sighting on its way: what was seen and on what evidence. */
import type { FunctionId } from '../../facts/script/graph.js'
import type { Sighting } from '../../types.js'
import type { Argument, FunctionReference, ValueReference } from '../meaning/meaning.js'

/** A value that leaves; `item`: that item of it (`*`: any), where a call is given a list. */
export interface SentValue extends Argument {
  item?: string
}

export interface Found {
  sighting: Sighting
  /** The name is a common word: counts only when something else in the project shows the tracker. */
  needsEvidence: boolean
  /** Where the code runs: for finding wrappers. Null for markup. */
  code: { script: number; scope: FunctionId } | null
  /** The value the event name is, for wrappers that forward it. */
  eventValue: SentValue | null
  /** Values that leave; for a call of a wrapper, its arguments. */
  dataValues: SentValue[]
  /** A call to the site's own server: what leaves is what stands there sends on, where that is seen. */
  relay?: true
  /** For a call of a wrapper: the function that is called, and what in it sends to the tracker. */
  forwards?: { call: ValueReference; wrapper: FunctionReference; inner: readonly Found[] }
}

/** All sightings, with what each sends; and the functions whose calls are sightings of their own. */
export interface Collected {
  found: Found[]
  wrappers: FunctionReference[]
}
