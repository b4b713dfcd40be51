/** A source of patient data: what a visitor types, chooses or is told, and what the site knows about them. */
import type { Classified, DataCategory } from '../personal/index.js'
import type { Origin } from '../flow/host.js'
import type { Place } from '../types.js'

/**
 * - `field`: a form field; `form`: a value of a form that no single field could be told for
 * - `choice`: the entry of a list that a visitor clicked
 * - `text`: text or attributes of an element of the page
 * - `page`: the page's own address or title
 * - `server`: a value the server renders into the page
 * - `request`: what a request brings to the server
 * - `detected`: what the vendor's script finds in the page by itself
 * - `record`: a value whose names say that it is about a person, from where the code does not show
 */
export type SourceKind = 'field' | 'form' | 'choice' | 'text' | 'page' | 'server' | 'request' | 'detected' | 'record'

export interface DataSource extends Origin {
  kind: SourceKind
  place: Place
  /** It is a parameter that no call in the project gives. */
  given?: true
  /** How a reader would point at it: `textarea#reason`, `patient.email`, `?email=`. */
  name: string
  /** The most telling first; never empty. */
  categories: Classified[]
}

/** All categories of several sources, each once, in order. */
export function categoriesOf(sources: readonly DataSource[]): DataCategory[] {
  return [...new Set(sources.flatMap(({ categories }) => categories.map(({ category }) => category)))]
}
