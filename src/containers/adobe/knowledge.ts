/**
 * Modules of the core extension, which every property has: actions that hold code, and data elements. And those by which
 * Adobe's own products send.
 * https://experienceleague.adobe.com/en/docs/experience-platform/tags/extensions/client/core/overview
 * https://experienceleague.adobe.com/en/docs/experience-platform/tags/extensions/client/analytics/overview
 * https://experienceleague.adobe.com/en/docs/experience-platform/tags/extensions/client/web-sdk/overview
 */
import { textParameter, type Parameters } from '../container.js'
import { globalNamed, js, objectOf, type Expression } from '../expression.js'
import type { Knowledge, TagType, VariableType } from '../knowledge.js'
import { constantText } from '../reading/text.js'

const CORE = 'core/src/lib'
export const CUSTOM_CODE = `${CORE}/actions/customCode.js`

/** `%name of a data element%` */
export const REFERENCE = /%([^%"'<>\n]{1,80})%/g

const text = (parameters: Parameters, name: string): string | null => constantText(textParameter(parameters, name))

const tags: readonly TagType[] = [
  { type: CUSTOM_CODE, title: 'custom code', markup: 'source', script: 'source' },
  {
    type: 'adobe-analytics/src/lib/actions/sendBeacon.js', title: 'Adobe Analytics', tracker: 'adobe-analytics',
    call: (parameters) => (text(parameters, 'type') === 'link' ? 'event' : 'page'), events: ['linkName'],
    accounts: ['libraryCode.accounts.production'],
  },
  ...['adobe-alloy/dist/lib/actions/sendEvent/index.js', 'adobe-alloy/src/lib/actions/sendEvent.js'].map((type): TagType => ({
    type, title: 'Adobe Web SDK', tracker: 'adobe-analytics', call: 'event', events: ['type'], accounts: ['edgeConfigId', 'datastreamId'],
  })),
]

const nothing = (): Expression => ['undefined']

const variables: readonly VariableType[] = [
  { type: 'constant', is: 'constant', gives: (parameters) => js`${textParameter(parameters, 'value')}` },
  { type: 'cookie', is: 'cookie', gives: (parameters) => js`Cookies.get(${textParameter(parameters, 'name')})` },
  { type: 'localStorage', is: 'local storage', gives: (parameters) => js`localStorage.getItem(${textParameter(parameters, 'name')})` },
  { type: 'sessionStorage', is: 'session storage', gives: (parameters) => js`sessionStorage.getItem(${textParameter(parameters, 'name')})` },
  {
    type: 'queryStringParameter', is: 'parameter of the address',
    gives: (parameters) => js`new URLSearchParams(location.search).get(${textParameter(parameters, 'name')})`,
  },
  { type: 'javascriptVariable', is: 'global variable', gives: ofGlobal },
  { type: 'domAttribute', is: 'DOM element', gives: ofElement },
  { type: 'pageInfo', is: 'the page', gives: ofPage },
  { type: 'randomNumber', is: 'random number', gives: nothing },
  { type: 'visitorBehavior', is: 'behavior', gives: nothing },
  { type: 'deviceType', is: 'device', gives: nothing },
  { type: 'runtimeEnvironment', is: 'environment', gives: nothing },
]

function ofGlobal(parameters: Parameters): Expression {
  const path = text(parameters, 'path')
  const known = path === null ? [] : globalNamed(path)
  return known.length > 0 ? known : nothing()
}

/** `value` of a field, another attribute, or its text. */
function ofElement(parameters: Parameters): Expression {
  const element = js`document.querySelector(${textParameter(parameters, 'elementSelector')})`
  const property = text(parameters, 'elementProperty')
  if (property === 'value') return js`${element}.value`
  if (property === null || /^(?:text|innerHTML|other)$/.test(property)) return js`${element}.textContent`
  return js`${element}.getAttribute(${textParameter(parameters, 'elementProperty')})`
}

const PARTS: Readonly<Record<string, string>> = {
  url: 'location.href', pathname: 'location.pathname', hostname: 'location.hostname', referrer: 'document.referrer', title: 'document.title',
}

function ofPage(parameters: Parameters): Expression {
  return [PARTS[text(parameters, 'attribute') ?? ''] ?? 'undefined']
}

/** What a Web SDK event is made of: fields and the data elements in them. */
const sdkObjects: readonly VariableType[] = ['xdmObject', 'variable', 'identityMap'].map((name): VariableType => (
  { type: `adobe-alloy/dist/lib/dataElements/${name}/index.js`, is: 'object of the Web SDK', gives: (parameters) => objectOf(parameters) }))

const tagsByType = new Map(tags.map((row) => [row.type, row]))
const variablesByType = new Map([...variables.map((row) => ({ ...row, type: `${CORE}/dataElements/${row.type}.js` })), ...sdkObjects]
  .map((row) => [row.type, row]))

export const launchKnowledge: Knowledge = {
  tag: (type) => tagsByType.get(type) ?? null,
  // Actions that only set what a later one sends.
  isSilent: (type) => /\/actions\/(?:setVariables|updateVariable|clearVariables|wait|setCustomerIDs)(?:\/index)?\.js$/.test(type),
  variable: (type) => variablesByType.get(type) ?? null,
  code(variable) {
    const source = variable.type === `${CORE}/dataElements/customCode.js` ? textParameter(variable.parameters, 'source') : null
    return source && { text: source, isFunction: true }
  },
  builtIn: () => null,
  lookup: 'getVar',
}
