/**
 * Files by which vendors tell their scripts what is set up in their consoles, as sites that were saved or that host them
 * hold them. Each is a container with one tag, and what the vendor's script does by itself is what that tag does.
 */
import type { FilterTest, SettledFacts } from '../../facts/container/container.js'
import type { Span } from '../../types.js'
import type { Container, Parameter, Tag, Trigger } from '../container.js'
import { TAG_MANAGER, type Expression } from '../expression.js'
import type { Call, Knowledge, TagType } from '../knowledge.js'
import { plainText } from '../reading/text.js'

/** One thing that is switched on. */
export interface Setting {
  place: Span
  /** A clause that follows `It`: `records pages for replay`. */
  says: string
  /** Categories of data that the vendor's script looks for in the page by itself. */
  detects?: readonly string[]
  /** The text of what is clicked leaves. */
  clicks?: true
}

/** An event that was set up without code. */
export interface SetUpEvent {
  place: Span
  name: string
  test: FilterTest
  /** When it is sent, for a reader: `click, Page URL contains "/book"`. */
  says: string
}

export interface SettingsCopy extends Span {
  /** Row of the tracker tables. */
  tracker: string
  /** `a copy of the settings of a Meta pixel` */
  form: string
  /** `settings of a pixel` */
  title: string
  id: string
  /** Where the id stands, with its quotes where it has some. */
  place: Span
  /** `init` where the file starts the tracker. */
  call: Call & ('init' | 'settings')
  settings: readonly Setting[]
  settled: SettledFacts
  events?: readonly SetUpEvent[]
  /** The pages that it is for, where it says so. */
  pages?: { test: FilterTest; says: string } | null
  notRead?: string[]
}

const everywhere = (says: string): { test: FilterTest; says: string } => ({ test: { kind: 'constant', value: true }, says })

export function containerOfSettings(text: string, copy: SettingsCopy): Container {
  const { id, place: idPlace, settings, events = [], start, end, settled } = copy
  const place = settings[0]?.place ?? idPlace
  const { test, says } = copy.pages ?? everywhere('every page that it is on')
  const triggers: Trigger[] = [
    { name: says, place, event: { kind: 'named', name: 'settings', custom: false }, test, says },
    ...events.map((event): Trigger => (
      { name: event.says, place: event.place, event: { kind: 'named', name: 'settings', custom: false }, test: event.test, says: event.says })),
  ]
  const account: [string, Parameter] = ['id', { kind: 'text', text: plainText(text, idPlace, id) }]
  const tag = (own: Pick<Tag, 'name' | 'place' | 'type' | 'parameters' | 'fires'> & Span): Tag => ({
    ...own, blocks: [], brings: [], state: 'fires', folder: null, consent: { status: 'not-set', types: [] }, template: null, notes: null,
  })
  return {
    start, end, manager: copy.tracker, form: copy.form, knows: knowledge(copy), id, name: null, date: null, side: 'page', settled,
    tags: [
      tag({ start, end, name: `settings of ${id}`, place, type: 'settings', parameters: new Map([account]), fires: [0] }),
      ...events.map((event, index) => tag({
        ...event.place, name: `event ${event.name}`, place: event.place, type: 'event', fires: [index + 1],
        parameters: new Map([account, ['event', { kind: 'text', text: plainText(text, event.place, event.name) }]]),
      })),
    ],
    triggers, variables: new Map(), notRead: copy.notRead ?? [], problems: [],
  }
}

function knowledge({ tracker, title, call, settings }: SettingsCopy): Knowledge {
  const detected = [...new Set(settings.flatMap(({ detects = [] }) => detects))]
  const parts: Expression = [
    ...detected.map((name) => `${TAG_MANAGER}.detected()[${JSON.stringify(name)}], `),
    ...(settings.some(({ clicks }) => clicks) ? [`${TAG_MANAGER}.event().text`] : []),
  ]
  const collects = settings.map(({ says }) => says)
  const rows: Readonly<Record<string, TagType>> = {
    settings: { type: 'settings', title, tracker, call, accounts: ['id'], data: () => parts, collects: () => collects },
    event: { type: 'event', title: 'event that was set up without code', tracker, call: 'event', accounts: ['id'], events: ['event'], data: () => [] },
  }
  return { tag: (type) => rows[type] ?? null, isSilent: () => false, variable: () => null, code: () => null, builtIn: () => null }
}

/** Nothing of anybody else's stands before an offset: comments, the beginning of a function, and what is no statement yet. */
export function isFirst(text: string, offset: number): boolean {
  return offset < FRONT && /^(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n|"use strict";|!?\(?function\s*\(\w*\)\s*\{|\(\(\)\s*=>\s*\{|window\._\w+\s*=\s*window\._\w+\s*\|\|\s*\{\};|window\.)*$/.test(text.slice(0, offset))
}

/** UTF-16 code units. */
const FRONT = 2000

/** Where a key of an object stands: `"record"` in `{"record": true}`, from the file's text; the object where it is not found. */
export function placeOfKey(text: string, { start, end }: Span, key: string): Span {
  const quoted = JSON.stringify(key)
  const at = text.indexOf(quoted, start)
  return at < 0 || at >= end ? { start, end: start + 1 } : { start: at, end: at + quoted.length }
}
