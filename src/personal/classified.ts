import type { DataCategory } from './category.js'

export interface Classified {
  category: DataCategory
  /** What says so, as it stands in the source: `autocomplete="email"`, `label "Reason for visit"`, `name "dob"`. */
  because: string
  /** From a type, an autofill token or a phrase with one meaning, and not from a word that has others. */
  sure: boolean
}

/** One of each category, the sure ones first; of two for one category the sure one, then the first, is kept. */
export function merged(found: readonly Classified[]): Classified[] {
  const ordered = [...found.filter(({ sure }) => sure), ...found.filter(({ sure }) => !sure)]
  const categories = new Set<DataCategory>()
  return ordered.filter(({ category }) => !categories.has(category) && categories.add(category))
}
