/** Data of patients that gets into the address or the title of a page, where every page view sends it on. */
import type { DataSource } from '../leaks/source.js'
import type { FlowStep, Place, PlacedSighting, ReachedRoute } from '../types.js'

/**
 * - `form`: a form puts its fields into the query; `navigation`: code makes an address; `redirect`: a server does
 * - `title`: the title of the page; `override`: the address is handed to a tracker as it stands
 */
export type AddressKind = 'form' | 'navigation' | 'redirect' | 'title' | 'override'

export interface AddressLeak extends Place {
  kind: AddressKind
  /** Which part of the address holds it. */
  part: 'query' | 'path' | 'fragment' | 'title' | 'address'
  /** What gets into it; empty for an address that is handed over as it stands. */
  sources: DataSource[]
  hashed: boolean
  steps: FlowStep[]
  /** Trackers that are on the page with that address. */
  views: readonly PageView[]
  /** The page as the code names it, or null. */
  target: string | null
}

export interface PageView {
  sighting: PlacedSighting
  reached: ReachedRoute
}
