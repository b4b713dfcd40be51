/**
 * Live containers: `gtm.js` as the tag manager serves it. The first thing in it is an object with macros (variables),
 * tags, predicates (conditions) and rules; the script behind it is the tag manager's own and is not read.
 */
import type { FilterTest, TriggerEvent } from '../../facts/container/container.js'
import type { Container, Parameter, Parameters, Tag, Template, Trigger, UnreadForm, Variable } from '../container.js'
import { entry, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import type { Text } from '../reading/text.js'
import { allOf, conditionTest, conditionWords, eventOf, onlyVariable, type Condition } from '../filters.js'
import { googleKnowledge } from './knowledge.js'
import { markupOfPage, parameterOf, textOfValue } from './live-values.js'
import { googleTag } from './google-tag.js'
import { tagTypeOf } from './tag-types.js'
import { isTemplate } from './templates.js'
import { eventWords } from './trigger-types.js'

export const liveWords = ['vtp_']

/** What was served years ago holds its tags in a form of its own, which nothing documents. */
export const olderLive: UnreadForm = {
  word: '// Container Version: ',
  is: /^\s*\/\/ Copyright \d{4} Google[^\n]*\r?\n\/\/ Container Version: \d+\r?\n/,
  message: 'is a Google Tag Manager container in an old form, whose tags are not read: '
    + 'export the container and commit the export',
}

const DATA = /\bvar\s+data\s*=\s*(?=\{)/

export function readLive(_path: string, text: string): Container | null {
  const match = DATA.exec(text)
  const reading = match && readLiteral(text, match.index + match[0].length)
  const resource = entry(reading?.value, 'resource')
  if (!reading || !resource || !entry(resource, 'tags')) return null
  const live = new LiveContainer(text, reading.value, resource)
  const container = live.container()
  if (reading.brokenAt !== null) container.problems.push({ offset: reading.brokenAt, message: 'this container is not whole: what stands after this place may be missing' })
  return container
}

class LiveContainer {
  private readonly variables: ReadonlyMap<string, Variable>
  private readonly predicates: readonly (Condition | null)[]
  private readonly permissions: Literal | null
  private readonly triggers: Trigger[] = []
  private readonly fires: number[][]
  private readonly blocks: number[][]
  private readonly tags: readonly Literal[]

  constructor(private readonly text: string, private readonly root: Literal, resource: Literal) {
    this.tags = items(entry(resource, 'tags'))
    this.variables = new Map(items(entry(resource, 'macros')).map((item, index) => [String(index), this.variable(item)]))
    this.predicates = items(entry(resource, 'predicates')).map((item) => this.predicate(item))
    this.permissions = entry(root, 'permissions')
    this.fires = this.tags.map(() => [])
    this.blocks = this.tags.map(() => [])
    for (const rule of items(entry(resource, 'rules'))) this.rule(rule)
  }

  container(): Container {
    const id = this.id()
    const base: Container = {
      start: this.root.start, end: this.root.end, manager: 'google-tag-manager', form: 'a copy of a live Google Tag Manager container',
      knows: googleKnowledge(true), id, name: null, date: null, side: 'page',
      tags: this.tags.map((item, index) => this.tag(item, index)), triggers: this.triggers, variables: this.variables,
      notRead: this.tags.some((item) => functionOf(item) === 'zone') ? ['its zones, which load other containers'] : [], problems: [],
    }
    return googleTag(base, id) ?? base
  }

  /** What the script behind the data calls itself. */
  private id(): string | null {
    const rest = this.text.slice(this.root.end)
    return /\bctid\s*[:=]\s*"(GTM-[A-Z0-9]+|[A-Z]{1,3}-[A-Z0-9-]+)"/.exec(rest)?.[1] ?? /["'=](GTM-[A-Z0-9]{4,9})["'&]/.exec(rest)?.[1] ?? null
  }

  private variable(item: Literal): Variable {
    const type = functionOf(item)
    const parameters = this.parametersOf(item)
    return { name: nameOfVariable(type, parameters), place: placeOf(item), type, parameters }
  }

  private parametersOf(item: Literal): Parameters {
    if (item.kind !== 'object') return new Map()
    const found = [...item.entries].flatMap(([key, value]): [string, Parameter][] => {
      const parameter = key.startsWith('vtp_') ? parameterOf(this.text, value) : null
      return parameter ? [[key.slice('vtp_'.length), parameter]] : []
    })
    return new Map(found)
  }

  private tag(item: Literal, index: number): Tag {
    const type = functionOf(item)
    const parameters = new Map(this.parametersOf(item))
    const row = tagTypeOf(type)
    const markup = row?.markup === undefined ? undefined : parameters.get(row.markup)
    if (row?.markup !== undefined && markup?.kind === 'text') parameters.set(row.markup, { kind: 'text', text: markupOfPage(markup.text) })
    const fires = this.fires[index] ?? []
    const sequence = [...items(entry(item, 'setup_tags')), ...items(entry(item, 'teardown_tags'))]
    const title = row?.title ?? `tag of type ${type}`
    return {
      start: item.start, end: item.end, name: nameOfTag(index, title), place: placeOf(item), type, parameters,
      fires, blocks: this.blocks[index] ?? [],
      // `["list", ["tag", 3, 0]]`
      brings: sequence.flatMap((each) => {
        const other = Number(textOf(items(each)[1]))
        return textOf(items(each)[0]) === 'tag' && this.tags[other] ? [nameOfTag(other, tagTypeOf(functionOf(this.tags[other]))?.title ?? `tag of type ${functionOf(this.tags[other])}`)] : []
      }),
      state: type === 'paused' ? 'paused' : fires.length === 0 ? 'never' : 'fires',
      folder: null, consent: { status: entry(item, 'consent') ? 'needed' : 'not-set', types: items(entry(item, 'consent')).slice(1).flatMap((each) => textOf(each) ?? []) },
      template: isTemplate(type) ? this.template(item) : null, notes: null,
    }
  }

  /** What a template may load and send is told with its permissions. */
  private template(item: Literal): Template {
    const permission = entry(this.permissions, textOf(entry(item, 'function')) ?? '')
    const urls = ['inject_script', 'send_pixel'].flatMap((name) => items(entry(entry(permission, name), 'urls'))).flatMap((url) => textOf(url) ?? [])
    return { name: null, repository: null, urls }
  }

  private predicate(item: Literal): Condition | null {
    const left = this.textAt(item, 'arg0')
    return left && { left, operator: functionName(item), right: this.textAt(item, 'arg1'), negated: false, place: { start: item.start, end: item.end } }
  }

  private textAt(item: Literal, key: string): Text | null {
    const value = entry(item, key)
    return value && textOfValue(this.text, value)
  }

  /** `[["if", 0, 3], ["unless", 5], ["add", 1, 12]]`: numbers are predicates, and tags. */
  private rule(rule: Literal): void {
    const parts = new Map<string, number[]>()
    for (const part of items(rule)) {
      const [word, ...numbers] = items(part)
      parts.set(textOf(word) ?? '', [...(parts.get(textOf(word) ?? '') ?? []), ...numbers.map((each) => Number(textOf(each)))])
    }
    const conditions = [...this.conditions(parts.get('if'), false), ...this.conditions(parts.get('unless'), true)]
    const index = this.triggers.push(this.trigger(conditions, rule)) - 1
    for (const tag of parts.get('add') ?? []) this.fires[tag]?.push(index)
    for (const tag of parts.get('block') ?? []) this.blocks[tag]?.push(index)
  }

  private conditions(numbers: readonly number[] | undefined, negated: boolean): Condition[] {
    return (numbers ?? []).flatMap((number): Condition[] => {
      const predicate = this.predicates[number]
      return predicate ? [{ ...predicate, negated }] : []
    })
  }

  private trigger(conditions: readonly Condition[], { start, end }: Literal): Trigger {
    const isEvent = ({ left }: Condition): boolean => onlyVariable(this.variables, left)?.type === 'e'
    // Which of several listeners made the event is told by the trigger's number, and that is in the rule already.
    const isListener = ({ left }: Condition): boolean => onlyVariable(this.variables, left)?.name === 'gtm.triggers'
    const [first] = conditions.filter(isEvent)
    const event: TriggerEvent = first ? eventOf(this.variables, first) : { kind: 'any' }
    const filters = conditions.filter((condition) => !isEvent(condition) && !isListener(condition))
    const test: FilterTest = allOf(filters.map((filter) => conditionTest(this.variables, filter)))
    const says = [eventWords(event), ...filters.map((filter) => conditionWords(this.variables, filter))].join(', ')
    return { name: says, place: { start, end }, event, test, says }
  }
}

/** Numbered as the container does, so that two tags of one type can be told apart. */
function nameOfTag(index: number, title: string): string {
  return `${title}, tag ${index}`
}

function functionName(item: Literal | undefined): string {
  return textOf(entry(item, 'function')) ?? ''
}

function functionOf(item: Literal | undefined): string {
  return functionName(item).replace(/^__/, '')
}

function placeOf(item: Literal): { start: number; end: number } {
  const { start, end } = entry(item, 'function') ?? { start: item.start, end: item.start + 1 }
  return { start, end }
}

/** Live containers keep no names: a variable is called by what it reads. */
function nameOfVariable(type: string, parameters: Parameters): string {
  const say = (name: string): string | null => {
    const found = parameters.get(name)
    const [only, ...others] = found?.kind === 'text' ? found.text.pieces : []
    return only?.kind === 'literal' && others.length === 0 ? only.content.text : null
  }
  switch (type) {
    case 'u': return { URL: 'Page URL', PATH: 'Page Path', HOST: 'Page Hostname' }[say('component') ?? 'URL'] ?? `URL ${say('component')?.toLowerCase() ?? ''}`
    case 'aev': return say('varType') === 'TEXT' ? 'Click Text' : say('varType') === 'ELEMENT' ? 'Click Element' : `Click ${say('varType')?.toLowerCase() ?? ''}`
    case 'e': return 'Event'
    case 'f': return 'Referrer'
    case 'jsm': return 'Custom JavaScript'
    default: return say('name') ?? say('elementSelector') ?? say('elementId') ?? `variable of type ${type}`
  }
}

