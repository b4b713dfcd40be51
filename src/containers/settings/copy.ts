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
  /** What is on for some pages alone. */
  limited?: { settings: readonly Setting[]; test: FilterTest; says: string } | null
  notRead?: string[]
}

type TagPart = Pick<Tag, 'name' | 'place' | 'type' | 'parameters'> & Span & Pick<Trigger, 'test' | 'says'>

export function containerOfSettings(text: string, copy: SettingsCopy): Container {
  const { id, settings, limited, events = [], start, end, settled } = copy
  const account: [string, Parameter] = ['id', { kind: 'text', text: plainText(text, copy.place, id) }]
  const parameters = new Map([account])
  const place = settings[0]?.place ?? copy.place
  const parts: TagPart[] = [
    {
      start, end, name: `settings of ${id}`, place, type: 'settings', parameters,
      test: { kind: 'constant', value: true }, says: EVERYWHERE,
    },
    ...(limited ? [{
      ...limited, start, end, name: `settings of ${id} for some pages`, place: limited.settings[0]?.place ?? place,
      type: 'limited', parameters,
    }] : []),
    ...events.map((event): TagPart => ({
      ...event.place, name: `event ${event.name}`, place: event.place, type: 'event', test: event.test, says: event.says,
      parameters: new Map([account, ['event', { kind: 'text', text: plainText(text, event.place, event.name) }]]),
    })),
  ]
  return {
    start, end, manager: copy.tracker, form: copy.form, knows: knowledge(copy), id, name: null, date: null, side: 'page',
    settled,
    tags: parts.map(({ test: _test, says: _says, ...part }, index): Tag => ({
      ...part, fires: [index], blocks: [], brings: [], state: 'fires', folder: null,
      consent: { status: 'not-set', types: [] }, template: null, notes: null,
    })),
    triggers: parts.map(({ says, test, place: at }): Trigger => (
      { name: says, place: at, event: { kind: 'named', name: 'settings', custom: false }, test, says })),
    variables: new Map(), notRead: copy.notRead ?? [], problems: [],
  }
}

const EVERYWHERE = 'every page that it is on'

function knowledge({ tracker, title, call, settings, limited }: SettingsCopy): Knowledge {
  const row = (type: string, own: readonly Setting[], ownCall: Call): TagType => ({
    type, title, tracker, call: ownCall, accounts: ['id'], data: () => dataOf(own),
    collects: () => own.map(({ says }) => says),
  })
  const rows: readonly TagType[] = [
    row('settings', settings, call), row('limited', limited?.settings ?? [], 'settings'),
    {
      type: 'event', title: 'event that was set up without code', tracker, call: 'event', accounts: ['id'],
      events: ['event'], data: () => [],
    },
  ]
  return {
    tag: (type) => rows.find((each) => each.type === type) ?? null, isSilent: () => false,
    variable: () => null, code: () => null, builtIn: () => null,
  }
}

function dataOf(settings: readonly Setting[]): Expression {
  const detected = [...new Set(settings.flatMap(({ detects = [] }) => detects))]
  return [
    ...detected.map((name) => `${TAG_MANAGER}.detected()[${JSON.stringify(name)}], `),
    ...(settings.some(({ clicks }) => clicks) ? [`${TAG_MANAGER}.event().text`] : []),
  ]
}

/** Comments, the beginning of a function, and what is no statement yet. */
const IN_FRONT = [
  '\\s+', '/\\*[^]*?\\*/', '//[^\\n]*\\n', '"use strict";', '!?\\(?function\\s*\\(\\w*\\)\\s*\\{', '\\(\\(\\)\\s*=>\\s*\\{',
  'window\\._\\w+\\s*=\\s*window\\._\\w+\\s*\\|\\|\\s*\\{\\};', 'window\\.',
].join('|')

/** UTF-16 code units. */
const FRONT = 2000

/** Nothing of anybody else's stands before an offset. */
export function isFirst(text: string, offset: number): boolean {
  const part = new RegExp(IN_FRONT, 'y')
  let at = 0
  while (at < offset && offset < FRONT) {
    part.lastIndex = at
    if (!part.test(text)) return false
    at = part.lastIndex
  }
  return at === offset
}

/** Where a key of an object stands: `"record"` in `{"record": true}`; the beginning of the object where it is not found. */
export function placeOfKey(text: string, { start, end }: Span, key: string): Span {
  const quoted = JSON.stringify(key)
  const at = text.indexOf(quoted, start)
  return at < 0 || at >= end ? { start, end: start + 1 } : { start: at, end: at + quoted.length }
}
