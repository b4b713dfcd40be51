/** A place in a value graph where a condition is read, with what the parameters around it are known to be. */
import type { BindingId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import type { Subject } from './subject.js'

export interface Reading {
  resolver: Resolver
  file: string
  index: number
  script: ScriptFacts
  /** Arguments of the call that is being followed, by the binding of their parameter. */
  known: ReadonlyMap<BindingId, KnownValue>
  /** What was found out of values here: in built code one is reached in very many ways. */
  subjects: Subjects
  /** How much may still be looked at for one condition; shared by all readings that it leads to. */
  steps: { left: number }
}

export interface Subjects {
  values: Map<ValueId, Subject | null>
  locations: Map<ValueId, Subject | null>
}

/** Conditions that people write take some dozens. */
const STEPS = 3000

export function noSubjects(): Subjects {
  return { values: new Map(), locations: new Map() }
}

/** A value in the script it stands in. */
export type KnownValue = Reading & { value: ValueId }

export function knownAs(reading: Reading, binding: BindingId): KnownValue | undefined {
  return reading.known.get(binding)
}

export function referenceOf(reading: Reading, value: ValueId): ValueReference {
  return { file: reading.file, script: reading.index, value }
}

/** The same place in another script, where nothing is known yet. */
export function readingOf(
  resolver: Resolver, file: string, index: number, steps: Reading['steps'] = { left: STEPS },
): Reading | null {
  const script = resolver.script({ file, script: index })
  return script ? { resolver, file, index, script, known: new Map(), subjects: noSubjects(), steps } : null
}
