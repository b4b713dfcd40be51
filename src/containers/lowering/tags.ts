/** What a tag sends, as expressions: by the row of its type, or all it is given where nobody knows its type. */
import { textParameter, type Container, type Tag } from '../container.js'
import { joined, js, objectOf, type Expression } from '../expression.js'
import type { Call, TagType } from '../knowledge.js'
import { constantText, shownText, type Text } from '../reading/text.js'

export interface SendingExpressions {
  tracker: string | null
  byAccount: boolean
  call: Call
  /** Lists: `a, b`. */
  accounts: Expression
  events: Expression
  data: Expression
  urls: string[]
  collects: string[]
  /** Offset that stands for what has no place of its own. */
  at: number
}

/** The code that a tag holds: markup that it puts into the page, or a function. Null for tags that hold none. */
export function codeOf(container: Container, tag: Tag): { text: Text; isFunction: boolean } | null {
  const row = container.knows.tag(tag.type)
  const script = row?.script === undefined ? null : textParameter(tag.parameters, row.script)
  if (script && /^\s*(?:async\s+)?(?:function\b|\(?[\w$\s,]*\)?\s*=>)/.test(shownText(script))) return { text: script, isFunction: true }
  const markup = row?.markup === undefined ? null : textParameter(tag.parameters, row.markup)
  return markup && { text: markup, isFunction: false }
}

/** Null for what sends nothing by itself: custom code, listeners. */
export function sendingOf(container: Container, tag: Tag): SendingExpressions | null {
  const row = container.knows.tag(tag.type)
  const at = tag.place.start
  if (row) return row.tracker === undefined ? null : ofRow(container, tag, row)
  if (container.knows.isSilent(tag.type)) return null
  const events = tag.template ? EVENTS.flatMap((name) => textParameter(tag.parameters, name) ?? []) : []
  const saysEvent = events.some((event) => !/^(standard|custom|variable|PageView|pageview|page_view)?$/.test(constantText(event) ?? '?'))
  return {
    tracker: null, byAccount: false, call: saysEvent ? 'event' : 'init', at, urls: [], collects: [],
    accounts: list([...tag.parameters.values()].flatMap((parameter) => (parameter.kind === 'text' ? [js`${parameter}`] : []))),
    events: list(events.map((event) => js`${event}`)),
    data: objectOf(tag.parameters),
  }
}

/** Parameters by which templates of vendors name an event, the most telling first. */
const EVENTS = ['standardEventName', 'customEventName', 'variableEventName', 'eventNameCustom', 'eventNameStandard', 'eventName', 'event_name', 'event', 'eventType', 'conversionEvent']

function ofRow(container: Container, tag: Tag, row: TagType): SendingExpressions {
  const { parameters } = tag
  const address = row.address === undefined ? null : textParameter(parameters, row.address)
  const events = (row.events ?? []).flatMap((name) => textParameter(parameters, name) ?? [])
  const call = typeof row.call === 'function' ? row.call(parameters) : (row.call ?? 'init')
  return {
    tracker: row.tracker === 'by-address' ? null : (row.tracker ?? null), byAccount: row.byAccount === true, call, at: tag.place.start,
    accounts: list((row.accounts ?? []).map((name) => account(container, tag, name, row)).filter(isThere)),
    events: list([...(call === 'page' ? [] : events.map((event) => js`${event}`)), ...(row.event === undefined ? [] : [js`${JSON.stringify(row.event)}`])]),
    data: row.data?.(parameters) ?? objectOf(parameters),
    urls: address ? [shownText(address, () => 'x').replace(/\{\{|\}\}/g, '')] : [],
    collects: row.collects?.(parameters) ?? [],
  }
}

function isThere(expression: Expression | null): expression is Expression {
  return expression !== null
}

function list(expressions: readonly Expression[]): Expression {
  return joined(expressions, ', ')
}

/** `settings.id` is a part of what a parameter gives; the name of another tag stands for that tag's account. */
function account(container: Container, tag: Tag, name: string, row: TagType): Expression | null {
  const given = tag.parameters.get(name)
  if (given?.kind === 'list') return given.items[0]?.kind === 'text' ? js`${given.items[0]}` : null
  const [parameter = '', ...path] = name.split('.')
  const text = textParameter(tag.parameters, parameter)
  if (!text) return null
  const whole = constantText(text)
  const other = whole === null ? undefined : container.tags.find((each) => each !== tag && each.name === whole)
  const otherRow = other && container.knows.tag(other.type)
  if (other && otherRow) {
    const [first] = (otherRow.accounts ?? []).flatMap((each) => textParameter(other.parameters, each) ?? [])
    return first ? js`${first}` : null
  }
  const value = js`${text}${path.map((part) => `[${JSON.stringify(part)}]`).join('')}`
  const needsPrefix = row.accountPrefix !== undefined && !(whole ?? '').startsWith(row.accountPrefix)
  return needsPrefix ? js`(${JSON.stringify(row.accountPrefix)} + ${value})` : value
}
