/** Matomo's types of tags and variables: https://github.com/matomo-org/tag-manager/tree/5.x-dev/Template */
import { textParameter, type Parameters, type Variable } from '../container.js'
import { dataLayerValue, globalNamed, js, objectOf, TAG_MANAGER, type Expression } from '../expression.js'
import type { Knowledge, TagType, VariableType } from '../knowledge.js'
import { constantText } from '../reading/text.js'

/** Parameter of a tag whose configuration has form analytics: https://matomo.org/guide/reports/form-analytics/ */
export const MEASURES_FORMS = 'measuresForms'

function measured(parameters: Parameters): string[] {
  return parameters.has(MEASURES_FORMS) ? ['measures how the fields of forms are filled in, by their names (form analytics)'] : []
}

const tags: readonly TagType[] = [
  { type: 'CustomHtml', title: 'Custom HTML', markup: 'customHtml' },
  { type: 'CustomImage', title: 'custom image', tracker: 'by-address', call: 'event', address: 'customImageSrc' },
  {
    type: 'Matomo', title: 'Matomo', tracker: 'matomo', call: (parameters) => (says(parameters, 'trackingType') === 'event' ? 'event' : 'init'),
    accounts: ['matomoConfig.idSite'], events: ['eventAction'], data: (parameters) => objectOf(parameters, [MEASURES_FORMS]), collects: measured,
  },
  { type: 'FacebookPixel', title: 'Facebook pixel', tracker: 'meta-pixel', call: 'init', accounts: ['pixelId'] },
  { type: 'GoogleAnalytics4', title: 'GA4', tracker: 'google-analytics-4', byAccount: true, call: 'init', accounts: ['measurementId'] },
  { type: 'GoogleTag', title: 'Google tag', tracker: 'google-analytics-4', byAccount: true, call: 'init', accounts: ['googleTagId'] },
  { type: 'GoogleAnalytics4Event', title: 'GA4 event', tracker: 'google-analytics-4', call: 'event', events: ['eventName'] },
  { type: 'GoogleAnalyticsUniversal', title: 'Universal Analytics', tracker: 'google-universal-analytics', call: 'init', accounts: ['propertyId'] },
  {
    type: 'GoogleAdsConversion', title: 'Google Ads conversion', tracker: 'google-ads', call: 'event', accounts: ['googleAdsConversionId'],
    accountPrefix: 'AW-', event: 'conversion',
  },
  { type: 'LinkedinInsight', title: 'LinkedIn Insight', tracker: 'linkedin-insight', call: 'init', accounts: ['partnerId'] },
  { type: 'BingUET', title: 'Microsoft Advertising UET', tracker: 'microsoft-uet', call: 'init', accounts: ['bingAdID'] },
  { type: 'Hotjar', title: 'Hotjar', tracker: 'hotjar', call: 'init', accounts: ['hjid'] },
  { type: 'Drift', title: 'Drift', tracker: 'drift', call: 'init', accounts: ['driftId'] },
  { type: 'TawkTo', title: 'tawk.to', tracker: 'tawk-to', call: 'init', accounts: ['tawkToId'] },
  { type: 'ZendeskChat', title: 'Zendesk chat', tracker: 'zendesk-chat', call: 'init', accounts: ['zendeskChatId'] },
  { type: 'VisualWebsiteOptimizer', title: 'VWO', tracker: 'vwo', call: 'init', accounts: ['accountId'] },
  { type: 'AddThis', title: 'AddThis', tracker: 'addthis-sharethis', call: 'init', accounts: ['AddThisPubId'] },
  { type: 'ThemeColor', title: 'color of the browser' },
  { type: 'GoogleConsentModeV2', title: 'consent mode' },
  { type: 'Cookiebot', title: 'Cookiebot' },
  { type: 'CookieYes', title: 'CookieYes' },
  { type: 'Axeptio', title: 'Axeptio' },
  { type: 'OneTrust', title: 'OneTrust' },
]

function says(parameters: Parameters, name: string): string | null {
  return constantText(textParameter(parameters, name))
}

const event = (part: string): Expression => [`${TAG_MANAGER}.event().${part}`]

const variables: readonly VariableType[] = [
  { type: 'Constant', is: 'constant', gives: (parameters) => js`${textParameter(parameters, 'constantValue')}` },
  { type: 'DataLayer', is: 'data layer', gives: (parameters) => keyed(says(parameters, 'dataLayerName')) },
  { type: 'Cookie', is: 'cookie', gives: (parameters) => js`Cookies.get(${textParameter(parameters, 'cookieName')})` },
  { type: 'JavaScript', is: 'global variable', gives: (parameters) => named(says(parameters, 'variableName')) },
  { type: 'UrlParameter', is: 'parameter of the address', gives: (parameters) => js`new URLSearchParams(location.search).get(${textParameter(parameters, 'parameterName')})` },
  { type: 'DomElement', is: 'DOM element', gives: ofElement },
  { type: 'MatomoConfiguration', is: 'settings of Matomo', gives: (parameters) => objectOf(parameters) },
  { type: 'EtrackerConfiguration', is: 'settings of etracker', gives: (parameters) => objectOf(parameters) },
  { type: 'ClickText', is: 'clicked text', gives: () => event('text') },
  { type: 'ClickElement', is: 'clicked element', gives: () => event('element') },
  { type: 'ClickDestinationUrl', is: 'address of a link', gives: () => event('href') },
  { type: 'FormElement', is: 'form', gives: () => event('element') },
  { type: 'FormDestination', is: 'address of a form', gives: () => event('href') },
  { type: 'VisibleElementText', is: 'text of an element', gives: () => event('text') },
  { type: 'PageUrl', is: 'address', gives: () => ['location.href'] },
  { type: 'PagePath', is: 'path', gives: () => ['location.pathname'] },
  { type: 'PageHash', is: 'fragment', gives: () => ['location.hash'] },
  { type: 'PageTitle', is: 'title', gives: () => ['document.title'] },
  { type: 'Url', is: 'part of the address', gives: () => ['location.href'] },
  { type: 'Referrer', is: 'referrer', gives: () => ['document.referrer'] },
  { type: 'ReferrerUrl', is: 'referrer', gives: () => ['document.referrer'] },
]

/** What the browser, the container and its events say of themselves, and nothing of the visitor. */
const QUIET = /^(?:PageHostname|PageOrigin|Click(?:Id|Classes|NodeName|Button)|Form(?:Id|Name|Classes)|History.*|Container.*|Iso.*|Local.*|Utc.*|Weekday|Scroll.*|Screen.*|Error.*|Browser.*|UserAgent|RandomNumber|Page.*Time.*|DnsLookupTime|Environment|FirstDirectory|PreviewMode|Seo.*|VisibleElement.*|MetaContent|TimeSinceLoad)$/

function keyed(key: string | null): Expression {
  return key === null || key === '' ? ['undefined'] : dataLayerValue(key)
}

function named(path: string | null): Expression {
  const known = path === null ? [] : globalNamed(path)
  return known.length > 0 ? known : ['undefined']
}

function ofElement(parameters: Parameters): Expression {
  const isById = says(parameters, 'selectionMethod') === 'elementId'
  const element = isById ? js`document.getElementById(${textParameter(parameters, 'elementId')})`
    : js`document.querySelector(${textParameter(parameters, 'cssSelector')})`
  const attribute = textParameter(parameters, 'attributeName')
  const name = constantText(attribute)
  if (!attribute || name === '') return js`${element}.textContent`
  return name === 'value' ? js`${element}.value` : js`${element}.getAttribute(${attribute})`
}

const tagsByType = new Map(tags.map((row) => [row.type, row]))
const variablesByType = new Map(variables.map((row) => [row.type, row]))

export const matomoKnowledge: Knowledge = {
  tag: (type) => tagsByType.get(type) ?? null,
  isSilent: () => false,
  variable: (type) => variablesByType.get(type) ?? (QUIET.test(type) ? { type, is: type, gives: () => ['undefined'] } : null),
  code(variable) {
    const text = variable.type === 'CustomJsFunction' ? textParameter(variable.parameters, 'jsFunction') : null
    return text && { text, isFunction: true }
  },
  builtIn(key) {
    // Preconfigured variables are named by their type.
    const type = key.replace(/\s+/g, '')
    const isKnown = variablesByType.has(type) || QUIET.test(type)
    return isKnown ? { name: key, place: { start: 0, end: 0 }, type, parameters: new Map() } : null
  },
}

/** The same variable as filters know it: by the part of the address that it is. */
export function typeOfFilter(variable: Variable): Variable {
  const part = { PageUrl: 'URL', PagePath: 'PATH', PageHostname: 'HOST' }[variable.type]
  if (part === undefined) return variable
  return { ...variable, type: 'u', parameters: new Map([['component', { kind: 'text', text: { ...variable.place, pieces: [{ kind: 'literal', content: { text: part, toFile: () => variable.place.start } }] } }]]) }
}
