/**
 * The nouns of pixelward: plain data that passes between the stages. Types only.
 *
 * Offsets are UTF-16 code units into the file's own text (without a byte-order mark); lines and columns are 1-based
 * and are computed only when a host asks.
 */

/** Half-open range of UTF-16 offsets into one file's text. */
export interface Span {
  start: number
  end: number
}

/** How sure a statement about routes is, along the whole chain: the weakest link decides. */
export type Certainty = 'exact' | 'likely' | 'possible'

/** Route classes, most sensitive first. See docs/route-classes.md. */
export type RouteClass =
  | 'portal' | 'login' | 'scheduling' | 'intake'
  | 'billing' | 'provider-search' | 'condition' | 'contact'
  | 'public'

/** Something that could not be read or decided. Bad input is a value: the run goes on. `line` is 1-based. */
export interface Problem {
  file: string
  line: number
  message: string
}

/**
 * A tree of files as the engine sees it. Hosts implement it (disk, editor, test); the engine never touches a disk.
 * Paths are relative to the root and use `/`.
 */
export interface Tree {
  /** Every file that is not ignored, sorted. */
  readonly paths: readonly string[]
  /** The text without a byte-order mark, or undefined when the file cannot be read as text. */
  text(path: string): string | undefined
  /** The raw bytes for the first, cheap look. May be absent for overlaid (unsaved) files: `text` is used then. */
  bytes(path: string): Uint8Array | undefined
  /** Changes when the content may have changed (modification time and size, or a count for overlaid texts). */
  version(path: string): string | undefined
}

// ---------------------------------------------------------------------------------------------------------------------
// Trackers

export type TrackerCategory =
  | 'tag-manager'
  | 'advertising'
  | 'analytics'
  | 'session-replay'
  | 'customer-data-platform'
  | 'marketing-automation'
  | 'chat'
  | 'call-tracking'
  | 'ab-testing'
  | 'error-monitoring'
  | 'consent'
  | 'social'

export type SightingKind =
  | 'snippet'
  | 'container'
  | 'noscript-pixel'
  | 'remote-script'
  | 'package-use'
  | 'event-call'
  | 'identify-call'
  | 'server-side-event'
  | 'auto-capture'

/** What stands around a call and decides whether it runs. */
export type Gate = 'consent' | 'environment' | 'route' | null

/** A place of tracker code that runs, before routes are known. */
export interface Sighting {
  kind: SightingKind
  /** Tracker row id, for example `meta-pixel`. */
  tracker: string
  /** Account, pixel, property or container id; null when it is not a literal. */
  accountId: string | null
  /** Event name; null when there is none or it is not a literal. */
  event: string | null
  /** A list of people is sent, to be matched and shown advertisements. */
  audience?: true
  /** For calls and payloads: what the row says they do. `settings` are kept and go with later events. */
  call?: 'init' | 'page' | 'event' | 'identify' | 'settings'
  file: string
  span: Span
  gate: Gate
  /** The top-level declaration the code stands in (see `ReachNode`), null at the module's or page's own level. */
  unit: string | null
  /** Stands in a function nobody calls: the code is there and never runs. */
  unused?: true
  /** For a call of a wrapper: the places from this call to the vendor's own call, `file:line`. */
  through: Place[]
  /** It is a tag of a tag-manager container, or stands in the code of one. */
  tag?: ContainerTag
}

/** A tag of a container that lies in the tree. */
export interface ContainerTag {
  /** File of the container. */
  file: string
  /** Index among the tags of the container. */
  index: number
  name: string
  /** What a tag of its type is: `GA4 event`. */
  type: string
  /** Id of the container, as the site's code loads it; null when the file does not say it. */
  container: string | null
  /** By which it fires: `page view, Page Path starts with "/news"`. */
  triggers: string[]
}

export interface Place {
  file: string
  span: Span
}

/**
 * Where the code of a place stood before it was built, as a source map says. The file is one of the tree when the tree
 * has it, else what the map calls it. Line and column are 1-based.
 */
export interface Original {
  file: string
  line: number
  column: number
}

// ---------------------------------------------------------------------------------------------------------------------
// Routes and reach

export interface Route {
  /** Canonical pattern: `/portal/appointments/:id`, `/docs/*`, `/:lang?/book`. `/` is the root; no trailing slash. */
  path: string
  class: RouteClass
  /** Why it has that class, in words a reviewer understands: `"appointments" in the path`. */
  because: string
  /** How sure it is that there is such a route. */
  certainty: Certainty
  /** How sure the class is, when it is not certain: a word that other sites use for other things is `likely`. */
  classCertainty?: Certainty
  /** Framework row that declared it, for example `next-app`. */
  framework: string
  /** Directory of its application; absent or `''` for the root of the tree. */
  root?: string
  /** The file that declares the route. */
  file: string
  kind: RouteKind
  /** Files that make up the page, and after them the layouts around it, the outermost first. What they bring in is not listed. */
  files?: readonly string[]
}

/** `redirect`: the server answers with another address; `static`: a file that is given out as it stands. */
export type RouteKind = 'page' | 'api' | 'redirect' | 'static'

/** A route and how a place reaches it. */
export interface ReachedRoute {
  route: Route
  certainty: Certainty
  /** Shortest chain from the route's file to the place. The last entry is the file that holds the tracker. */
  via: ChainLink[]
  /**
   * The place does not run here: it was loaded on another route of the same document (`via` leads there) and stays when
   * the visitor goes on, because the document is never reloaded.
   */
  persists?: true
  /** The place loads something, and the document of this route shows other pages too without being loaded anew. */
  sharesDocument?: true
  /** Conditions on the page's address along the chain that the source leaves open for this route. */
  conditions?: AddressCondition[]
}

/** A condition on the page's address under which code runs. */
export interface AddressCondition extends Place {
  /** As written, on one line: `only if pathname.startsWith('/x')`, `unless is_page($slug)`. */
  text: string
}

export interface ChainLink {
  file: string
  /** Offset in `file` where the next link is brought in; null when the whole file takes part. */
  offset: number | null
}

/** One side of the reach graph: a file, or one top-level declaration of it (`unit`). */
export interface ReachNode {
  file: string
  unit: string | null
}

export type EdgeKind =
  | 'layout'
  | 'extends'
  | 'include'
  | 'import'
  | 'dynamic'
  | 'asset'
  | 'render'
  | 'inject'
  | 'fragment'
  | 'container'

/** `from` brings `to` into its page. */
export interface ReachEdge {
  from: ReachNode
  /** Offset in `from.file` of the import, include or tag; null when a convention and not a line of code says so. */
  offset: number | null
  kind: EdgeKind
  certainty: Certainty
  to: ReachNode
  /** The part of `to.file` that is brought in, such as a function of server code; absent for all of it. */
  part?: Span
  /** Names of the regions of a layout that the way goes through: what extends `from` and fills one of them does not show it. */
  regions?: readonly string[]
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings and the report

export type Severity = 'error' | 'warning'

export interface FlowStep {
  file: string
  span: Span
  note: string
}

export type Confidence = 'sent-by-this-code' | 'possible-unless-disabled-in-vendor-console' | 'depends-on-container'

export interface Finding {
  ruleId: string
  severity: Severity
  /** Who receives what, from where, on which route, by which chain, how sure. */
  message: string
  /** How to fix it, concretely. */
  help: string
  file: string
  span: Span
  tracker: string | null
  /** Account, pixel, property or container id; null when it is not known or there is none. */
  accountId: string | null
  /** Event name; null when there is none or it is not a literal. */
  event: string | null
  dataCategories: string[]
  hashed: boolean
  confidence: Confidence
  flow: FlowStep[]
  routes: ReachedRoute[]
  /** Absent when no source map says. */
  original?: Original
  fingerprint: string
  suppressed: Suppressed | null
  /** A change that an editor may offer: it switches something off, and takes nothing away. */
  edit?: Edit
  /** Only where the report is about a change: what it does to this finding. */
  change?: Change
}

/** A replacement in the file of a finding. */
export interface Edit {
  description: string
  span: Span
  text: string
}

/** `gains` says what is worse than before, in words that follow `now`: `on portal routes`. */
export interface Change {
  kind: 'new' | 'worse'
  gains: string[]
}

export interface Suppressed {
  reason: string
  /** ISO date, or null when it does not expire. */
  until: string | null
  /** A comment in the code, or the project's baseline. */
  by: 'comment' | 'baseline'
}

/**
 * A comment that suppresses findings, and what became of it.
 * - `used`: it hides at least one finding
 * - `without-reason`: it would, but gives no reason and so hides nothing
 * - `expired`: its last day is over and it hides nothing
 * - `unused`: there is nothing to hide
 */
export interface SuppressionUse {
  file: string
  /** Of the comment. */
  span: Span
  /** Empty: all rules. */
  rules: string[]
  reason: string | null
  /** ISO date. */
  until: string | null
  state: 'used' | 'without-reason' | 'expired' | 'unused'
}

/** A sighting together with what the tracker table and the project know about it. */
export interface PlacedSighting extends Sighting {
  vendor: string
  category: TrackerCategory
  routes: ReachedRoute[]
  /** Absent when no source map says. */
  original?: Original
}

/** A finding that is there no more, as far as it is remembered. */
export interface GoneFinding {
  ruleId: string
  tracker: string | null
  file: string
  severity: Severity
  classes: RouteClass[]
}

/** What a report is compared with; its findings are then those that the change adds or makes worse. */
export interface Comparison {
  /** As the user named it: `main`. */
  reference: string
  /** Full id of the commit; null for the state without any commit. */
  commit: string | null
  /** How many findings were there before and are not worse: they are not in the report. */
  known: number
  gone: GoneFinding[]
}

export interface Report {
  root: string
  files: { seen: number; parsed: number; fromCache: number }
  routes: Route[]
  sightings: PlacedSighting[]
  findings: Finding[]
  problems: Problem[]
  notChecked: string[]
  /** Comments that suppress, in the order of files and places. */
  suppressions: SuppressionUse[]
  /** Where the project has a baseline: findings it hides, and entries whose finding is gone. */
  baseline?: { known: number; fixed: number }
  comparison?: Comparison
}
