/** The shape of the tables: phrases in commas, in English, Spanish and Portuguese, as people write them. */
import type { DataCategory } from '../personal/index.js'

/** What a name states, in a message: `a health condition`. */
export type FactKind = 'condition' | 'drug' | 'specialty' | 'procedure' | 'plan' | 'step'

export interface HealthRow {
  states: FactKind
  category: DataCategory
  /** Phrases that state it wherever they stand. */
  plain?: string
  /** Phrases with other meanings: they count only on a site that is plainly about health. */
  onHealthSites?: string
  /** Names of events that say it where nothing else is said, and only on such a site: `Schedule`. */
  alone?: string
}

export function phrasesOf(list: string | undefined): string[] {
  return (list ?? '').split(/\s*[,\n]\s*/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '')
}
