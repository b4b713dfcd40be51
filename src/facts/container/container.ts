/** What is kept of a tag-manager container: plain data, like all facts. Values are those of one script of the file. */
import type { Sighting, Span } from '../../types.js'
import type { ValueId } from '../script/graph.js'

export interface ContainerFacts extends Span {
  /** Id of the tag manager's row in the tracker tables. */
  manager: string
  /** `export of a Google Tag Manager container`. */
  form: string
  id: string | null
  name: string | null
  /** When it was exported or published, as it says. */
  date: string | null
  side: 'page' | 'server'
  /** It is a copy of a vendor's settings: what they say about what the vendor's script does by itself. */
  settled?: SettledFacts
  /** A file of the container that holds tags alone: the one with its table says when they fire. */
  isPart?: true
  /** The script that holds the values of tags. */
  script: number
  tags: TagFacts[]
  triggers: TriggerFacts[]
  /** Variables that it refers to: `path#2` in the value graph is the third. */
  variables: { name: string; place: Span; code: Span | null }[]
  /** Calls of those variables: for references that stand in markup. */
  references: ValueId[]
  notRead: string[]
  /** What its own code writes into the data layer that its variables read. */
  writes?: { key: string; script: number; value: ValueId }[]
}

/** What is set up at a vendor, as far as a copy of the settings says; what it says nothing about is absent. */
export interface SettledFacts {
  /** Recordings of pages for replay: none, or whether they show the text of pages. */
  recording?: 'off' | 'masked' | 'shown'
  /** What a recording takes beside the page, as objects of a sentence: `bodies of requests`. */
  recordingTakes?: string[]
  /** Whether things are on that a tracker takes by itself, by the words of `Takes` in the tracker tables. */
  takes?: Record<string, boolean>
}

/** `never`: nothing makes it fire. */
export type TagState = 'fires' | 'paused' | 'never'

export interface ConsentFacts {
  /** Whether the tag waits for consent by a setting of its own. */
  status: 'needed' | 'not-needed' | 'not-set'
  types: string[]
}

export interface TagFacts extends Span {
  name: string
  /** Where the name stands: findings point there. */
  place: Span
  type: string
  /** What a tag of this type is, for a reader: `GA4 event`. */
  title: string
  state: TagState
  folder: string | null
  consent: ConsentFacts
  /** What it sends by itself; null for tags that only hold code, and for those nobody knows. */
  sends: TagSending | null
  /** A template or a type that the tables do not know. */
  isUnknown: boolean
  /** Addresses that its template may load from or send to. */
  urls: string[]
  /** Settings that collect more than the tag is given, as clauses: `looks for e-mail addresses in the page`. */
  collects: string[]
  /** By which files of one container name it; absent where they do not. */
  key?: string
  /** The part of the file that holds its own code. */
  code: Span | null
  /** Variables it uses, directly or through others: indexes in `ContainerFacts.variables`. */
  uses: number[]
  fires: Firing[]
}

export interface TagSending {
  /** Row of the tracker tables; null when the addresses it talks to decide. */
  tracker: string | null
  /** The account's prefix may say another one. */
  byAccount: boolean
  call: NonNullable<Sighting['call']>
  /** Each is the first that says something. */
  accounts: ValueId[]
  events: ValueId[]
  /** What leaves. */
  data: ValueId[]
}

/** A trigger by which a tag fires, and those that keep it from firing on the same event. */
export interface Firing {
  /** Index in `ContainerFacts.triggers`. */
  trigger: number
  blocks: number[]
}

export interface TriggerFacts {
  name: string
  place: Span
  event: TriggerEvent
  test: FilterTest
  /** `custom event "doctor_selected", Page Path starts with "/scheduling"`. */
  says: string
}

/** Events that it listens to; `pattern` is the source of a regular expression. `any`: all, or nobody knows. */
export type TriggerEvent =
  | { kind: 'named'; name: string; custom: boolean }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'any' }

/** Parts of an address that filters ask about. */
export type FilterSubject = 'path' | 'url' | 'host' | 'query'

export type FilterOperator = 'equals' | 'contains' | 'starts-with' | 'ends-with' | 'matches'

export type FilterTest =
  | { kind: 'compare'; subject: FilterSubject; operator: FilterOperator; value: string; text: string; place: Span }
  | { kind: 'not'; of: FilterTest }
  | { kind: 'all' | 'any'; of: FilterTest[] }
  | { kind: 'constant'; value: boolean }
  /** About something else than the address, or something that nobody knows before the page runs. */
  | { kind: 'open' }
