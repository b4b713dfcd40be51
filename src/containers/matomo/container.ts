/**
 * Containers of Matomo Tag Manager: the script `container_<id>.js` that sites load, and versions as they are exported.
 * https://developer.matomo.org/guides/tagmanager/introduction; the script is written by
 * https://github.com/matomo-org/tag-manager/blob/5.x-dev/Context/WebContext.php
 */
import type { TriggerEvent } from '../../facts/container/container.js'
import type { Container, Parameter, Parameters, Tag, Trigger, Variable } from '../container.js'
import { allOf, conditionTest, conditionWords, type Condition } from '../filters.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { plainText, templateText, type Piece, type Text } from '../reading/text.js'
import { matomoKnowledge, MEASURES_FORMS, typeOfFilter } from './knowledge.js'
import { eventOfTrigger, eventWords } from './triggers.js'

export const matomoWords = ['MatomoTagManager.addContainer', '"idcontainer"']

export function readMatomo(_path: string, text: string): Container | null {
  const call = /MatomoTagManager\.addContainer\(\s*(?=\{)/.exec(text)
  const start = call ? call.index + call[0].length : /^[\s\uFEFF]*\{/.test(text) ? text.indexOf('{') : -1
  const reading = start < 0 ? null : readLiteral(text, start)
  if (!reading || !entry(reading.value, 'tags') || !(call || entry(reading.value, 'idcontainer'))) return null
  const container = new MatomoContainer(text, reading.value).container()
  if (reading.brokenAt !== null) {
    const message = 'this container is not whole: what stands after this place may be missing'
    container.problems.push({ offset: reading.brokenAt, message })
  }
  return container
}

/** The script and the export spell keys differently: `fireTriggerIds`, `fire_trigger_ids`. */
function at(item: Literal, key: string): Literal | null {
  return entry(item, key) ?? entry(item, key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
}

class MatomoContainer {
  private readonly variables = new Map<string, Variable>()
  private readonly triggers: Trigger[] = []
  private readonly byId = new Map<string, number>()

  constructor(private readonly text: string, private readonly root: Literal) {
    for (const item of items(entry(root, 'variables'))) this.variable(item)
    items(entry(root, 'triggers')).forEach((item, index) => {
      this.byId.set(textOf(at(item, 'id')) ?? textOf(at(item, 'idtrigger')) ?? `#${index}`, index)
      this.triggers.push(this.trigger(item))
    })
  }

  container(): Container {
    const { root } = this
    const tags = items(entry(root, 'tags')).flatMap((item, index) => this.tag(item, index) ?? [])
    return {
      start: root.start, end: root.end, manager: 'matomo-tag-manager', form: 'a container of Matomo Tag Manager', knows: matomoKnowledge,
      id: textOf(entry(root, 'idcontainer')) ?? textOf(entry(root, 'id')), name: textOf(entry(root, 'versionName')) ?? textOf(entry(root, 'name')),
      date: null, side: 'page', tags, triggers: this.triggers, variables: this.variables, notRead: [], problems: [],
    }
  }

  private tag(item: Literal, index: number): Tag | null {
    const type = textOf(entry(item, 'type'))
    if (type === null) return null
    const name = textOf(entry(item, 'name')) ?? ''
    // Published names are hashes.
    const isHash = /^[0-9a-f]{32}$/.test(name) || name === ''
    const place = (isHash ? entry(item, 'type') : entry(item, 'name')) ?? item
    const triggers = (key: string): number[] => items(at(item, key)).flatMap((id) => this.byId.get(textOf(id) ?? '') ?? [])
    const fires = triggers('fireTriggerIds')
    const status = textOf(entry(item, 'status'))
    return {
      start: item.start, end: item.end, name: isHash ? `${type}, tag ${index}` : name, place: { start: place.start, end: place.end }, type,
      parameters: this.withMeasuring(item, this.parameters(entry(item, 'parameters'))), fires, blocks: triggers('blockTriggerIds'), brings: [],
      state: status !== null && status !== 'active' ? 'paused' : fires.length === 0 ? 'never' : 'fires',
      folder: null, consent: { status: 'not-set', types: [] }, template: null, notes: null,
    }
  }

  /** What the configuration that a tag is given measures by itself, as a parameter of the tag. */
  private withMeasuring(item: Literal, parameters: Parameters): Parameters {
    const written = entry(entry(item, 'parameters'), 'matomoConfig')
    const name = textOf(written)?.replace(/^\{\{|\}\}$/g, '')
    const listed = items(entry(this.root, 'variables')).find((variable) => name !== undefined && textOf(entry(variable, 'name')) === name)
    const measures = entry(entry(written?.kind === 'object' ? written : listed, 'parameters'), 'enableFormAnalytics')
    if (!measures || !isTrue(measures)) return parameters
    return new Map([...parameters, [MEASURES_FORMS, { kind: 'text', text: plainText(this.text, measures, 'true') }]])
  }

  private parameters(list: Literal | null): Parameters {
    if (list?.kind !== 'object') return new Map()
    return new Map([...list.entries].flatMap(([key, value]): [string, Parameter][] => {
      const parameter = this.parameter(value)
      return parameter ? [[key, parameter]] : []
    }))
  }

  private parameter(value: Literal): Parameter | null {
    const text = this.textOfValue(value)
    if (text) return { kind: 'text', text }
    if (value.kind === 'array') return { kind: 'list', items: value.items.flatMap((item) => this.parameter(item) ?? []) }
    if (value.kind !== 'object') return null
    return { kind: 'map', entries: [...this.parameters(value)] }
  }

  /** A text, a variable in full, or several of them joined. */
  private textOfValue(value: Literal): Text | null {
    const { start, end } = value
    if (value.kind === 'text') return templateText(this.text, value, value.value)
    if (value.kind === 'other') return value.value === null ? null : templateText(this.text, value, String(value.value))
    const joined = entry(value, 'joinedVariable')
    if (joined) {
      return { start, end, pieces: items(joined).flatMap((part): Piece[] => this.textOfValue(part)?.pieces ?? []) }
    }
    const name = entry(value, 'type') && this.variable(value)
    return name === null ? null : { start, end, pieces: [{ kind: 'reference', variable: name, start, end }] }
  }

  /** Adds a variable; gives its name. */
  private variable(item: Literal): string | null {
    const type = textOf(entry(item, 'type'))
    if (type === null || item.kind !== 'object') return null
    const written = textOf(entry(item, 'name')) ?? type
    const parameters = this.parameters(entry(item, 'parameters'))
    // Published names are types: what is read tells variables of one type apart.
    const told = written === type ? [...parameters.values()].map(plain).find((text) => text !== null) : null
    const name = told ?? written
    const { start, end } = entry(item, 'name') ?? entry(item, 'type') ?? item
    if (!this.variables.has(name)) this.variables.set(name, { name, place: { start, end }, type, parameters })
    return name
  }

  private trigger(item: Literal): Trigger {
    const type = textOf(entry(item, 'type')) ?? ''
    const event: TriggerEvent = eventOfTrigger(type, this.parameters(entry(item, 'parameters')))
    const conditions = items(entry(item, 'conditions')).flatMap((each) => this.condition(each) ?? [])
    const filters = new Map([...this.variables].map(([key, variable]) => [key, typeOfFilter(variable)]))
    const place = entry(item, 'name') ?? entry(item, 'type') ?? item
    const words = conditions.map((condition) => conditionWords(filters, condition))
    return {
      name: textOf(entry(item, 'name')) ?? type, place: { start: place.start, end: place.end }, event,
      test: allOf(conditions.map((condition) => conditionTest(filters, condition))), says: [eventWords(event), ...words].join(', '),
    }
  }

  private condition(item: Literal): Condition | null {
    const actual = entry(item, 'actual')
    const expected = entry(item, 'expected')
    const comparison = textOf(entry(item, 'comparison')) ?? ''
    if (!actual) return null
    const name = actual.kind === 'text' ? actual.value : this.variable(actual)
    if (name === null) return null
    if (!this.variables.has(name)) this.variables.set(name, { name, place: actual, type: name, parameters: new Map() })
    const { start, end } = actual
    return {
      left: { start, end, pieces: [{ kind: 'reference', variable: name, start, end }] },
      operator: comparison.replace(/^not_/, '').replace(/^equals_exactly$/, 'equals').replace(/^regexp.*$/, 'match_regex'),
      right: expected && this.textOfValue(expected), negated: comparison.startsWith('not_'), place: { start: item.start, end: item.end },
    }
  }
}

function plain(parameter: Parameter): string | null {
  const [only, ...others] = parameter.kind === 'text' ? parameter.text.pieces : []
  return only?.kind === 'literal' && others.length === 0 && only.content.text.length < 60 ? only.content.text : null
}
