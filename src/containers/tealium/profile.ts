/**
 * `utag.js` of Tealium iQ, a script that the tag manager writes: load rules, extensions, a table of tags, and the code of
 * those tags that are bundled with it; and `utag.12.js`, the code of one tag. Code is read as the script that it is; what
 * the tag manager knows of it (when a tag is loaded, what it is given) is read of its tables.
 * https://docs.tealium.com/platforms/javascript/load-order/
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { lowerScript } from '../../facts/script/lower.js'
import type { ScriptFragment } from '../../parse/document.js'
import { sliceText } from '../../parse/mapped-text.js'
import type { Span } from '../../types.js'
import type { Container, Parameter, Parameters, Tag, Trigger, UnreadForm, Variable } from '../container.js'
import { allOf } from '../filters.js'
import { plainText } from '../reading/text.js'
import { tealiumKnowledge } from './knowledge.js'
import { LoadRules } from './load-rules.js'
import { codesOf, writesOf, type TagCode } from './tag-code.js'

const TABLE = /\butag\.loader\.cfg\s*=\s*\{/
const SENDER = /\.sender\[\w+\]\s*=/
const PROFILE = /\butid\s*:\s*["']([\w.-]+\/[\w.-]+)\/\d+["']|\bpath\s*:\s*["'][^"']*\/utag\/([\w.-]+\/[\w.-]+)\/\w+\/["']/

export const tealiumWords = ['utag.loader.cfg', '.sender[id]']

/** UTF-16 code units. What a profile weighs is a tenth of this; in what is larger it is a part of something else. */
const LARGEST = 2_000_000

/** What is too large for a profile is a bundle that has one in it. */
export const bundledProfile: UnreadForm = {
  word: 'utag.loader.cfg',
  is: /\butag\.loader\.cfg\s*=\s*\{(?=\s*["']?\d)/,
  message: 'has a Tealium profile in it: which of its tags are loaded where is not read',
}

export function readTealium(_path: string, text: string): Container | null {
  if (text.length > LARGEST || !/\butag\b/.test(text) || !(TABLE.test(text) || SENDER.test(text))) return null
  const fragment: ScriptFragment = {
    code: sliceText(text, 0, text.length), goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null,
  }
  const lowered = lowerScript(fragment)
  const { facts: script } = lowered
  const table = script.stores.filter((store) => isTable(script, store.object, store.name)).map(({ value }) => script.values[value])
    .find((value): value is Value & { kind: 'object' } => value?.kind === 'object' && value.entries.length > 0) ?? null
  const codes = codesOf(script, text)
  if (!table && codes.length === 0) return null
  return { ...new TealiumProfile(text, script, table, codes).container(), script: { fragment, lowered } }
}

/** `utag.loader.cfg` */
function isTable({ values }: ScriptFacts, object: ValueId, name: string | null): boolean {
  const loader = values[object]
  const utag = loader?.kind === 'member' && loader.name === 'loader' ? values[loader.object] : undefined
  return name === 'cfg' && utag !== undefined
}

class TealiumProfile {
  private readonly variables = new Map<string, Variable>()
  private readonly triggers: Trigger[] = []
  private readonly rules: LoadRules

  constructor(
    private readonly text: string, private readonly script: ScriptFacts, private readonly table: (Value & { kind: 'object' }) | null,
    private readonly codes: readonly TagCode[],
  ) {
    this.rules = new LoadRules(script)
  }

  container(): Container {
    const { text, table } = this
    const end = text.length
    const tags = table ? [...this.listed(table), ...this.unlisted(table)] : this.codes.map((code) => this.tag(code.id, code, null))
    const shared = this.script.stores.filter((store) => !this.codes.some((code) => code.start <= store.start && store.end <= code.end))
    const elsewhere = tags.filter(({ type, state }) => type === 'elsewhere' && state === 'fires')
    return {
      start: 0, end, manager: 'tealium-iq', form: table ? 'the utag.js of a Tealium profile' : 'a tag of a Tealium profile', knows: tealiumKnowledge,
      id: this.id(), name: null, date: null, side: 'page', tags: [...tags, ...this.around()], triggers: this.triggers, variables: this.variables,
      isScript: true,
      writes: [
        ...writesOf(this.script, shared).map(({ key, value }) => ({ key, script: 0, value })),
        ...this.codes.flatMap(({ id, writes }) => writes.map(({ key, value }) => ({ key: ownKey(id, key), script: 0, value }))),
      ],
      ...(table ? {} : { isPart: true as const }), notRead: elsewhere.length === 0 ? [] : [this.said(elsewhere)], problems: [],
    }
  }

  private id(): string | null {
    const written = PROFILE.exec(this.text)
    const named = written?.[1] ?? written?.[2]
    return named ?? this.codes.find(({ profile }) => profile !== null)?.profile?.replace('.', '/') ?? null
  }

  private said(elsewhere: readonly Tag[]): string {
    const shown = elsewhere.slice(0, NAMED).map(({ name }) => `utag.${name.replace(/^tag /, '')}.js`)
    const more = elsewhere.length > NAMED ? ` and ${elsewhere.length - NAMED} more` : ''
    return `tags whose code lies in files of their own, which are checked where they are in the tree: ${shown.join(', ')}${more}`
  }

  private listed(table: Value & { kind: 'object' }): Tag[] {
    return table.entries.flatMap(({ name, value }): Tag[] => {
      const settings = this.script.values[value]
      if (name === null || settings?.kind !== 'object') return []
      return [this.tag(name, this.codes.find(({ id }) => id === name) ?? null, settings)]
    })
  }

  /** Code of tags that the table does not have is there and not loaded by it. */
  private unlisted(table: Value & { kind: 'object' }): Tag[] {
    return this.codes.filter(({ id }) => !table.entries.some(({ name }) => name === id)).map((code) => this.tag(code.id, code, null))
  }

  private tag(id: string, code: TagCode | null, settings: (Value & { kind: 'object' }) | null): Tag {
    const setting = (key: string): ValueId | undefined => settings?.entries.find(({ name }) => name === key)?.value
    const template = this.numberOf(setting('tid'))
    const rules = [this.rules.of(setting('load')), this.rules.of(setting('send'))]
    const test = settings ? allOf(rules.map((rule) => rule.test)) : { kind: 'open' as const }
    const isOff = test.kind === 'constant' && !test.value
    const said = rules.map((rule) => rule.says).filter((words) => words !== '').join(', and ')
    const says = !settings ? 'its load rules in utag.js' : said === '' ? 'its load rules' : `its load rules: ${shortened(said)}`
    const place = settings ?? code?.place ?? { start: 0, end: 1 }
    const where = { start: place.start, end: Math.min(place.end, place.start + 1) }
    const isAlways = test.kind === 'constant' && test.value
    const trigger = this.triggers.push({ name: `tag ${id}`, place: where, event: { kind: 'any' }, test, says: isAlways ? 'every page' : says }) - 1
    return {
      start: (code ?? place).start, end: (code ?? place).end, name: `tag ${id}`, place: code?.place ?? where,
      type: !code ? 'elsewhere' : template === null ? 'tag' : `template ${template}`, parameters: code ? this.parameters(code) : new Map(), fires: [trigger], blocks: [], brings: [],
      state: isOff ? 'paused' : 'fires', folder: null, consent: { status: 'not-set', types: [] },
      template: code ? { name: null, repository: null, urls: code.urls } : null, notes: null, code: code && { start: code.start, end: code.end }, key: id,
    }
  }

  private numberOf(id: ValueId | undefined): string | null {
    const value = id === undefined ? undefined : this.script.values[id]
    return value?.kind === 'constant' && value.value !== null ? String(value.value) : null
  }

  /** Settings by their names, and what the data layer gives under the names by which the vendor takes it. */
  private parameters({ id, settings, map, writes }: TagCode): Parameters {
    const found = new Map<string, Parameter>()
    const written = new Set(writes.map(({ key }) => key))
    for (const { name, value, start, end } of settings) found.set(name, { kind: 'text', text: plainText(this.text, { start, end }, value) })
    for (const { key, names, start, end } of map) {
      // What its own extensions write, other tags are not given.
      const variable = written.has(key) ? ownKey(id, key) : key
      if (!this.variables.has(variable)) {
        const text = (value: string): Parameter => ({ kind: 'text', text: plainText(this.text, { start, end }, value) })
        const parameters = new Map([['name', text(key)], ...(written.has(key) ? [['own', text(ownKey(id, key))] as const] : [])])
        this.variables.set(variable, { name: key, place: { start, end }, type: 'key', parameters })
      }
      for (const name of names) {
        found.set(name, { kind: 'text', text: { start, end, pieces: [{ kind: 'reference', variable, start, end }] } })
      }
    }
    return found
  }

  /** Extensions of the profile, and what else stands around its tags. */
  private around(): Tag[] {
    const first = this.codes[0]?.start ?? this.text.length
    const last = this.codes.at(-1)?.end ?? this.text.length
    return [{ start: 0, end: first }, { start: last, end: this.text.length }].filter((span) => this.holdsCode(span)).map((span): Tag => {
      const trigger = this.triggers.push({
        name: 'every page', place: { start: span.start, end: span.start + 1 }, event: { kind: 'any' }, test: { kind: 'constant', value: true }, says: 'every page',
      }) - 1
      return {
        ...span, name: 'extensions', place: { start: span.start, end: span.start + 1 }, type: 'profile', parameters: new Map(), fires: [trigger],
        blocks: [], brings: [], state: 'fires', folder: null, consent: { status: 'not-set', types: [] }, template: null, notes: null, code: span,
      }
    })
  }

  private holdsCode({ start, end }: Span): boolean {
    return this.script.calls.some(({ value }) => {
      const call = this.script.values[value]
      return call !== undefined && start <= call.start && call.end <= end
    })
  }
}

/** A key as the extensions of one tag write it. */
function ownKey(id: string, key: string): string {
  return `tag ${id} ${key}`
}

/** How many tags a sentence names, and how long one of them may speak. */
const NAMED = 12
const LONGEST = 240

function shortened(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
}
