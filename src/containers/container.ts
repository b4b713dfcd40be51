/**
 * One model for the containers of all tag managers, whatever form they have in the source. It lives as long as the file
 * is read: `lowering` makes facts of it.
 */
import type { ConsentFacts, FilterTest, SettledFacts, TagState, TriggerEvent } from '../facts/container/container.js'
import type { ValueId } from '../facts/script/graph.js'
import type { LoweredScript } from '../facts/script/lower.js'
import type { ScriptFragment } from '../parse/document.js'
import type { Span } from '../types.js'
import type { Knowledge } from './knowledge.js'
import type { Text } from './reading/text.js'

export interface Container extends Span {
  /** Id of the tag manager's row in the tracker tables. */
  manager: string
  /** What it is, for a reader: `export of a Google Tag Manager container`. */
  form: string
  id: string | null
  name: string | null
  knows: Knowledge
  /** When it was exported or published, as it says. */
  date: string | null
  side: 'page' | 'server'
  tags: Tag[]
  triggers: Trigger[]
  /** By the key that references use: a name, or a number. */
  variables: ReadonlyMap<string, Variable>
  /** The file is a script that holds the code of its tags: it is read as a whole, and `Tag.code` says what is whose. */
  isScript?: true
  /** That script, where the reader has lowered it already. */
  script?: { fragment: ScriptFragment; lowered: LoweredScript }
  /** What its own code writes into the data layer that its variables read: values of one of its scripts. */
  writes?: { key: string; script: number; value: ValueId }[]
  /** It holds tags alone, and another file of the container says when they fire. */
  isPart?: true
  /** It is a copy of a vendor's settings, and says this about what the vendor's script does. */
  settled?: SettledFacts
  /** What it holds and we do not read, as sentences. */
  notRead: string[]
  problems: { offset: number; message: string }[]
}

export type Parameter =
  | { kind: 'text'; text: Text }
  | { kind: 'list'; items: Parameter[] }
  | { kind: 'map'; entries: [string, Parameter][] }

export type Parameters = ReadonlyMap<string, Parameter>

export interface Tag extends Span {
  name: string
  /** Where the name stands, or what stands for it: findings point there. */
  place: Span
  /** As the tag manager calls it, without what a form puts before it. */
  type: string
  parameters: Parameters
  /** Indexes in `Container.triggers`. */
  fires: number[]
  blocks: number[]
  /** Names of tags that this one brings along: before it and after it. */
  brings: string[]
  state: TagState
  folder: string | null
  consent: ConsentFacts
  template: Template | null
  /** What its author wrote about it. */
  notes: (Span & { text: string }) | null
  /** By which a file of its own names it, where a container has several files. */
  key?: string | null
  /** Where its code stands in a container that is a script. */
  code?: Span | null
}

/** What is known of a template that somebody made. */
export interface Template {
  name: string | null
  /** `owner/repository` of the gallery. */
  repository: string | null
  /** Addresses that it may load from or send to. */
  urls: string[]
}

export interface Variable {
  name: string
  place: Span
  type: string
  parameters: Parameters
}

export interface Trigger {
  name: string
  place: Span
  event: TriggerEvent
  test: FilterTest
  /** For a reader: `custom event "doctor_selected", Page Path starts with "/scheduling"`. */
  says: string
}

/** A form that is known and not read: the file is read as the script that it is, and a problem says what is missing. */
export interface UnreadForm {
  /** A text without it has not this form. */
  word: string
  is: RegExp
  message: string | ((text: string) => string)
}

// Questions -----------------------------------------------------------------------------------------------------------

export function textParameter(parameters: Parameters, name: string): Text | null {
  const found = parameters.get(name)
  return found?.kind === 'text' ? found.text : null
}

/** Rows of a table parameter. */
export function rowsOf(parameters: Parameters, name: string): Parameters[] {
  const found = parameters.get(name)
  return (found?.kind === 'list' ? found.items : []).flatMap((item) => (item.kind === 'map' ? [new Map(item.entries)] : []))
}
