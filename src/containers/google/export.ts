/**
 * Exports of Google Tag Manager: the file that "Export container" gives, a version as the interface for programs gives
 * it, and what people write by hand to import it.
 * https://developers.google.com/tag-platform/tag-manager/api/v2/reference/accounts/containers/versions
 */
import type { ConsentFacts, FilterTest, TriggerEvent } from '../../facts/container/container.js'
import type { Container, Tag, Template, Trigger, Variable } from '../container.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal, type LiteralReading } from '../reading/literal.js'
import { templateText } from '../reading/text.js'
import { allOf, conditionTest, conditionWords, eventOf, plainName, type Condition, type Variables } from '../filters.js'
import { builtInOfType, builtInVariable } from './built-in-variables.js'
import { googleKnowledge } from './knowledge.js'
import { parameterAt, parametersOf } from './parameters.js'
import { templatesOf } from './templates.js'
import { builtInTrigger, eventOfType, eventWords, isAlways, isCustomEvent } from './trigger-types.js'

export const exportWords = ['exportFormatVersion', 'containerVersion']

const SCRIPT = /\.[cm]?[jt]sx?$/i
/** How many brackets in front of the first word of an export may turn out to begin something else. */
const CANDIDATES = 8

export function readExport(path: string, text: string): Container | null {
  const root = findRoot(path, text)
  if (!root) return null
  const version = entry(root.value, 'containerVersion') ?? root.value
  const own = entry(version, 'container') ?? entry(root.value, 'container')
  const variables = variablesOf(text, version)
  const withBuiltIn: Variables = { get: (key) => variables.get(key) ?? builtInVariable(key) }
  const context = items(entry(own, 'usageContext')).map((item) => plainName(textOf(item) ?? ''))
  const triggers = new Triggers(text, withBuiltIn, items(entry(version, 'trigger')))
  const folders = new Map(items(entry(version, 'folder')).map((folder) => [textOf(entry(folder, 'folderId')) ?? '', textOf(entry(folder, 'name'))]))
  const templates = templatesOf(items(entry(version, 'customTemplate')))
  const tags = items(entry(version, 'tag')).flatMap((tag) => readTag(text, tag, triggers, folders, templates) ?? [])
  return {
    start: root.value.start, end: root.value.end, manager: 'google-tag-manager', form: 'the export of a Google Tag Manager container',
    knows: googleKnowledge(false),
    id: textOf(entry(own, 'publicId')), name: textOf(entry(own, 'name')), date: textOf(entry(root.value, 'exportTime')),
    side: context.includes('server') ? 'server' : 'page',
    tags, triggers: triggers.found, variables,
    notRead: notReadIn(version),
    problems: root.brokenAt === null ? [] : [{ offset: root.brokenAt, message: 'this export of a container is not whole JSON: what stands after this place may be missing' }],
  }
}

/** The outermost object that has the parts of a container; whatever stands in front of it is passed over. */
function findRoot(path: string, text: string): LiteralReading | null {
  const word = Math.min(...exportWords.map((each) => text.indexOf(`"${each}`)).filter((at) => at >= 0))
  if (!Number.isFinite(word)) return null
  const opening = /\{(?=\s*")/g
  for (let count = 0; count < CANDIDATES; count++) {
    const match = opening.exec(text)
    if (!match || match.index > word) return null
    const reading = readLiteral(text, match.index)
    if (reading && isContainer(reading.value) && !(SCRIPT.test(path) && reading.brokenAt !== null)) return reading
  }
  return null
}

function isContainer(root: Literal): boolean {
  const version = entry(root, 'containerVersion') ?? root
  const parts = ['tag', 'trigger', 'variable', 'client', 'customTemplate'].flatMap((name) => items(entry(version, name)))
  return parts.some((part) => entry(part, 'type') !== null || entry(part, 'templateData') !== null) || entry(entry(version, 'container'), 'publicId') !== null
}

/** Kinds of things in a container that are not followed. */
const UNREAD: readonly [string, string][] = [
  ['client', 'its clients, which take in requests'],
  ['transformation', 'its transformations, which change events before tags see them'],
  ['zone', 'its zones, which load other containers'],
  ['gtagConfig', 'settings of Google tags that it manages'],
]

function notReadIn(version: Literal): string[] {
  return UNREAD.filter(([name]) => items(entry(version, name)).length > 0).map(([, words]) => words)
}

function variablesOf(text: string, version: Literal): ReadonlyMap<string, Variable> {
  const found = new Map<string, Variable>()
  for (const item of items(entry(version, 'builtInVariable'))) {
    const name = textOf(entry(item, 'name')) ?? ''
    const variable = builtInOfType(textOf(entry(item, 'type')) ?? '', name)
    if (variable) found.set(name, { ...variable, place: placeOf(item) })
  }
  for (const item of items(entry(version, 'variable'))) {
    const name = textOf(entry(item, 'name'))
    const type = textOf(entry(item, 'type'))
    if (name === null || type === null) continue
    found.set(name, { name, place: placeOf(item), type, parameters: parametersOf(text, entry(item, 'parameter')) })
  }
  return found
}

/** The literal of the name, else the object's beginning. */
function placeOf(item: Literal): { start: number; end: number } {
  const { start, end } = entry(item, 'name') ?? entry(item, 'type') ?? { start: item.start, end: item.start + 1 }
  return { start, end }
}

function readTag(
  text: string, item: Literal, triggers: Triggers, folders: ReadonlyMap<string, string | null>,
  templates: (type: string) => Template | null,
): Tag | null {
  const type = textOf(entry(item, 'type'))
  if (type === null) return null
  const fires = items(entry(item, 'firingTriggerId')).map((id) => triggers.indexOf(textOf(id) ?? ''))
  const notes = entry(item, 'notes')
  const sequence = [...items(entry(item, 'setupTag')), ...items(entry(item, 'teardownTag'))]
  return {
    start: item.start, end: item.end, name: textOf(entry(item, 'name')) ?? `${type} tag without a name`, place: placeOf(item), type,
    parameters: parametersOf(text, entry(item, 'parameter')),
    fires, blocks: items(entry(item, 'blockingTriggerId')).map((id) => triggers.indexOf(textOf(id) ?? '')),
    brings: sequence.flatMap((each) => textOf(entry(each, 'tagName')) ?? []),
    state: isTrue(entry(item, 'paused')) ? 'paused' : fires.length === 0 ? 'never' : 'fires',
    folder: folders.get(textOf(entry(item, 'parentFolderId')) ?? '') ?? null,
    consent: consentOf(entry(item, 'consentSettings')),
    template: templates(type),
    notes: notes?.kind === 'text' ? { start: notes.start, end: notes.end, text: notes.value } : null,
  }
}

function consentOf(settings: Literal | null): ConsentFacts {
  const status = plainName(textOf(entry(settings, 'consentStatus')) ?? '')
  return {
    status: status === 'needed' ? 'needed' : status === 'notneeded' ? 'not-needed' : 'not-set',
    types: items(entry(entry(settings, 'consentType'), 'list')).flatMap((type) => textOf(entry(type, 'value')) ?? []),
  }
}

/** What people write who make an import by hand: the event's name as a parameter. */
function eventOfParameters(item: Literal): TriggerEvent {
  const name = textOf(entry(parameterAt(item, 'eventName'), 'value')) ?? textOf(entry(item, 'eventName'))
  if (name === null || name === '') return { kind: 'any' }
  return isTrue(entry(parameterAt(item, 'useRegex'), 'value')) ? { kind: 'pattern', pattern: name } : { kind: 'named', name, custom: true }
}

/** Triggers by their ids; those that no export holds are added when a tag names them. */
class Triggers {
  readonly found: Trigger[] = []
  private readonly byId = new Map<string, number>()

  constructor(
    private readonly text: string, private readonly variables: Variables, private readonly list: readonly Literal[],
  ) {
    list.forEach((item, index) => this.byId.set(textOf(entry(item, 'triggerId')) ?? `#${index}`, index))
    this.found.push(...list.map((item) => this.read(item)))
  }

  indexOf(id: string): number {
    let index = this.byId.get(id)
    if (index === undefined) {
      const known = builtInTrigger(id)
      const event: TriggerEvent = known?.event ?? { kind: 'any' }
      const says = known ? eventWords(event) : 'a trigger that the export does not hold'
      const test: FilterTest = known ? { kind: 'constant', value: true } : { kind: 'open' }
      index = this.found.push({ name: known?.name ?? `trigger ${id}`, place: { start: 0, end: 0 }, event, test, says }) - 1
      this.byId.set(id, index)
    }
    return index
  }

  private read(item: Literal): Trigger {
    const type = textOf(entry(item, 'type')) ?? ''
    const custom = this.conditions(entry(item, 'customEventFilter'))
    const filters = [...this.conditions(entry(item, 'filter')), ...this.conditions(entry(item, 'autoEventFilter'))]
    const [first] = custom
    const event: TriggerEvent = eventOfType(type)
      ?? (!isCustomEvent(type) || isAlways(type) ? { kind: 'any' } : first ? eventOf(this.variables, first) : eventOfParameters(item))
    const words = filters.map((filter) => conditionWords(this.variables, filter))
    return {
      name: textOf(entry(item, 'name')) ?? 'a trigger without a name', place: placeOf(item), event,
      test: allOf([...filters.map((filter) => conditionTest(this.variables, filter)), ...this.members(item, type)]),
      says: [eventWords(event), ...words].join(', '),
    }
  }

  /** A group fires when all its triggers have: on the pages where each of them can. */
  private members(item: Literal, type: string): FilterTest[] {
    if (plainName(type) !== 'triggergroup') return []
    const ids = items(entry(parameterAt(item, 'triggerIds'), 'list')).flatMap((id) => textOf(entry(id, 'value')) ?? [])
    return ids.flatMap((id) => {
      const member = this.list.find((each) => textOf(entry(each, 'triggerId')) === id)
      return member && member !== item && plainName(textOf(entry(member, 'type')) ?? '') !== 'triggergroup' ? [this.read(member).test] : []
    })
  }

  private conditions(list: Literal | null): Condition[] {
    return items(list).flatMap((filter): Condition[] => {
      const left = entry(parameterAt(filter, 'arg0'), 'value')
      const right = entry(parameterAt(filter, 'arg1'), 'value')
      const operator = textOf(entry(filter, 'type'))
      if (left?.kind !== 'text' || operator === null) return []
      return [{
        left: templateText(this.text, left, left.value), operator,
        right: right?.kind === 'text' ? templateText(this.text, right, right.value) : null,
        negated: isTrue(entry(parameterAt(filter, 'negate'), 'value')), place: { start: filter.start, end: filter.end },
      }]
    })
  }
}
