/** What a text on a page says about whoever picks it: the label of a choice, a keyword, the text of a button. */
import { textHits } from './match.js'
import { optionIndex } from './vocabulary.js'
import { clauses, wordsOf } from './words.js'
import type { DataCategory } from './category.js'

/** Categories that say what somebody has, takes or needs. */
export const HEALTH: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'condition', 'medication', 'procedure', 'test-result', 'reason-for-visit', 'specialty',
])

/** Texts are read up to this many UTF-16 units. */
const LONGEST = 300

/** The categories that a text names, each once: `Lipitor 10 mg` → a medication. */
export function classifyText(text: string): DataCategory[] {
  const hits = clauses(text.slice(0, LONGEST)).flatMap((clause) => textHits(wordsOf([clause]), optionIndex))
  return [...new Set(hits.map(({ category }) => category))]
}
