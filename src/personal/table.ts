/** The shape of the tables: phrases in commas, in the three languages, as people write them. */
import type { DataCategory } from './category.js'

/**
 * What the word before a name says about whose it is.
 *
 * - `person` anybody; `patient` a patient; `holder` the holder of an account, not said to be a patient
 * - `form` what a visitor has filled in or picked; `field` the field itself, only where a form field is classified
 * - `appointment`, `address`, `health`, `test` things whose `date`, `city`, `note`, `result` are personal
 * - `page` the browser's page, `request` a request to the server, `portal` the portal's own navigation
 * - `place` where care is given; `organization` a company, clinic or site, whose address is public
 * - `interface` texts and code about a name
 */
export type Owner =
  | 'person' | 'patient' | 'holder' | 'form' | 'field' | 'appointment' | 'address' | 'health' | 'test' | 'page'
  | 'request' | 'portal' | 'place' | 'organization' | 'interface'

export interface Row {
  category: DataCategory
  /** Phrases that say it wherever a name ends with them. */
  sure?: string
  /** Phrases that say it, though they have other meanings; nothing but an owner may stand before them. */
  guess?: string
  /** Words that say it of an owner only: `{ person: 'name' }`. Of a form alone it is a guess. */
  owned?: Partial<Record<Owner, string>>
  /** Phrases that say it inside one name only: `userName` is one, `user.name` is another. */
  joined?: string
  /** Words that say it only where nothing else is said: a whole `appointment`. */
  alone?: string
  /** Any word after it leaves the category as it is: `diagnosisCode`, `medicationList`. */
  open?: boolean
}

export function phrases(list: string): string[] {
  return list.split(/\s*[,\n]\s*/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '')
}
