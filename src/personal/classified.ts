import type { DataCategory } from './category.js'

export interface Classified {
  category: DataCategory
  /** What says so, as it stands in the source: `autocomplete="email"`, `label "Reason for visit"`, `name "dob"`. */
  because: string
  /** From a type, an autofill token or a phrase with one meaning, and not from a word that has others. */
  sure: boolean
}
