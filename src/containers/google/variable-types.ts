/**
 * Types of variables: what each gives, as an expression. Adding one is one row.
 * https://developers.google.com/tag-platform/tag-manager/api/v2/variable-dictionary-reference
 */
import { rowsOf, textParameter, type Parameters } from '../container.js'
import { dataLayerValue, globalNamed, joined, js, objectOf, TAG_MANAGER, type Expression } from '../expression.js'
import type { VariableType } from '../knowledge.js'
import { constantText, type Text } from '../reading/text.js'

const nothing = (): Expression => ['undefined']
const constant = (parameters: Parameters, name: string): string | null => constantText(textParameter(parameters, name))

export const variableTypes: readonly VariableType[] = [
  { type: 'v', is: 'data layer', gives: ofDataLayer },
  { type: 'c', is: 'constant', gives: (parameters) => js`${textParameter(parameters, 'value')}` },
  { type: 'j', is: 'global JavaScript variable', gives: ofGlobal },
  { type: 'k', is: 'first-party cookie', gives: (parameters) => js`Cookies.get(${textParameter(parameters, 'name')})` },
  { type: 'u', is: 'URL', gives: (parameters) => ofAddress(parameters, ['location']) },
  { type: 'f', is: 'HTTP referrer', gives: () => ['document.referrer'] },
  { type: 'd', is: 'DOM element', gives: ofElement },
  { type: 'aev', is: 'auto-event', gives: ofEvent },
  { type: 'vis', is: 'element visibility', gives: nothing },
  { type: 'smm', is: 'look-up table', gives: ofTable },
  { type: 'remm', is: 'table of expressions', gives: ofTable },
  { type: 'gas', is: 'settings of Google Analytics', gives: (parameters) => objectOf(parameters) },
  { type: 'gtcs', is: 'settings of a Google tag', gives: (parameters) => objectOf(parameters) },
  { type: 'gtes', is: 'settings of events', gives: (parameters) => objectOf(parameters) },
  { type: 'awec', is: 'user-provided data', gives: ofUserData },
  { type: 'e', is: 'event name', gives: nothing },
  { type: 'cid', is: 'container id', gives: nothing },
  { type: 'ctv', is: 'container version', gives: nothing },
  { type: 'hid', is: 'HTML id', gives: nothing },
  { type: 'dbg', is: 'debug mode', gives: nothing },
  { type: 'r', is: 'random number', gives: nothing },
  { type: 't', is: 'time', gives: nothing },
  { type: 'uv', is: 'undefined value', gives: nothing },
  // Containers of servers: https://developers.google.com/tag-platform/tag-manager/server-side/common-event-data
  { type: 'ed', is: 'event data', gives: (parameters) => ofKey(constant(parameters, 'keyPath')) },
  { type: 'rh', is: 'request header', gives: nothing },
  { type: 'sgtmk', is: 'cookie of a request', gives: (parameters) => js`Cookies.get(${textParameter(parameters, 'name')})` },
]

function ofKey(key: string | null): Expression {
  return key === null || key === '' ? nothing() : dataLayerValue(key)
}

/** What a trigger writes into the data layer about an element. Its id and classes say nothing of the visitor. */
const WRITTEN: Readonly<Record<string, string>> = {
  'gtm.element': 'element', 'gtm.elementText': 'text', 'gtm.elementUrl': 'href',
}

function ofDataLayer(parameters: Parameters): Expression {
  const key = constant(parameters, 'name')
  if (key?.startsWith('gtm.')) {
    const part = WRITTEN[key]
    return part === undefined ? nothing() : [`${TAG_MANAGER}.event().${part}`]
  }
  // Version 1 takes the key as a whole, later ones go down into what was pushed.
  const value = key !== null && constant(parameters, 'dataLayerVersion') === '1' ? [`${TAG_MANAGER}.pushed(${JSON.stringify(key)})`] : ofKey(key)
  const fallback = constant(parameters, 'setDefaultValue') === 'true' ? textParameter(parameters, 'defaultValue') : null
  return fallback ? js`(${value} || ${fallback})` : value
}

function ofGlobal(parameters: Parameters): Expression {
  const name = textParameter(parameters, 'name')
  const path = constantText(name)
  const known = path === null ? [] : globalNamed(path)
  return known.length > 0 ? known : js`window[${name}]`
}

/** Parts of an address, by what the container calls them. */
const PARTS: Readonly<Record<string, string>> = {
  URL: 'href', PATH: 'pathname', HOST: 'hostname', QUERY: 'search', FRAGMENT: 'hash',
}

function ofAddress(parameters: Parameters, page: Expression): Expression {
  const source = textParameter(parameters, 'customUrlSource')
  const address = source ? js`new URL(${source})` : page
  const component = constant(parameters, 'component') ?? 'URL'
  const key = textParameter(parameters, 'queryKey')
  if (component === 'QUERY' && key && constantText(key) !== '') return js`new URLSearchParams(${address}.search).get(${key})`
  const part = PARTS[component]
  return part === undefined ? nothing() : js`${address}${`.${part}`}`
}

/** An attribute of the element, or its text. */
function ofElement(parameters: Parameters): Expression {
  const id = textParameter(parameters, 'elementId')
  const selector = textParameter(parameters, 'elementSelector')
  const isById = /^id$/i.test(constant(parameters, 'selectorType') ?? constant(parameters, 'selectionMethod') ?? '') || selector === null
  const element = isById ? js`document.getElementById(${id ?? selector})` : js`document.querySelector(${selector})`
  const attribute = textParameter(parameters, 'attributeName')
  const name = constantText(attribute)
  if (!attribute || name === '') return js`${element}.textContent`
  return name === 'value' ? js`${element}.value` : js`${element}.getAttribute(${attribute})`
}

function ofEvent(parameters: Parameters): Expression {
  const element = `${TAG_MANAGER}.event()`
  switch (constant(parameters, 'varType')) {
    case 'ELEMENT': return [`${element}.element`]
    case 'TEXT': return [`${element}.text`]
    case 'URL': return [`${element}.href`]
    case 'ATTRIBUTE': return js`${`${element}.element.getAttribute`}(${textParameter(parameters, 'attribute') ?? textParameter(parameters, 'attributeName')})`
    default: return nothing()
  }
}

/**
 * The value of the row whose key fits. A value may put in what its expression found (`$1`): then something of the input
 * is in it.
 */
function ofTable(parameters: Parameters): Expression {
  const rows = rowsOf(parameters, 'map')
  const values = rows.map((row) => textParameter(row, 'value')).filter((value): value is Text => value !== null)
  const fallback = constant(parameters, 'setDefaultValue') === 'false' ? null : textParameter(parameters, 'defaultValue')
  const alternatives = [...values, ...(fallback ? [fallback] : [])].map((value) => js`${value}`)
  const takesOver = values.some((value) => /\$[\d&]/.test(constantText(value) ?? ''))
  if (takesOver && constant(parameters, 'replaceAfterMatch') !== 'false') alternatives.push(js`${textParameter(parameters, 'input')}`)
  return alternatives.length === 0 ? nothing() : js`(${joined(alternatives, ' || ')})`
}

/** https://support.google.com/google-ads/answer/13262500: found by itself, given field by field, or by code. */
function ofUserData(parameters: Parameters): Expression {
  const mode = constant(parameters, 'mode') ?? ''
  const given = objectOf(parameters, ['mode', 'dataSource', 'autoCollectExclusionSelectors', 'enableElementBlocking', 'isAutoCollectPiiEnabledFlag'])
  if (/^auto/i.test(mode)) return js`({ found: ${`${TAG_MANAGER}.detected()`}, given: ${given} })`
  return /^code/i.test(mode) ? js`${textParameter(parameters, 'dataSource')}` : given
}

const byType = new Map(variableTypes.map((row) => [row.type, row]))

export function variableTypeOf(type: string): VariableType | null {
  return byType.get(type) ?? null
}
