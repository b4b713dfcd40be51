/**
 * `gtag/js`: the same form as a container, and what it holds are the settings of one property or destination: what
 * Google's script collects by itself. https://support.google.com/analytics/answer/9216061 (enhanced measurement),
 * https://support.google.com/google-ads/answer/13262500 (user-provided data).
 */
import { textParameter, type Container, type Parameter, type Parameters, type Tag, type Variable } from '../container.js'
import type { Knowledge, TagType } from '../knowledge.js'
import { constantText, plainText, type Text } from '../reading/text.js'
import { googleKnowledge } from './knowledge.js'

/** Tags that only settings have. */
const SETTINGS = /^(?:ccd_|ogt_|gct$|rep$|set_product_settings$)/
const DESTINATIONS = ['instanceDestinationId', 'trackingId', 'containerId']

/** Rows of the tracker tables by the first letters of an id. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  G: 'google-analytics-4', GT: 'google-analytics-4', AW: 'google-ads', UA: 'google-universal-analytics', DC: 'google-floodlight',
}

/** Null for a container that is no such settings. */
export function googleTag(live: Container, ownId: string | null): Container | null {
  const settings = live.tags.filter(({ type }) => SETTINGS.test(type))
  const [first] = settings
  if (!first || ownId?.startsWith('GTM-')) return null
  const id = settings.flatMap(({ parameters }) => DESTINATIONS.flatMap((name) => constantText(textParameter(parameters, name)) ?? [])).find((text) => /^[A-Z]{1,3}-/.test(text)) ?? ownId
  const tracker = BY_PREFIX[id?.split('-')[0] ?? ''] ?? 'google-analytics-4'
  const collects = settings.flatMap(clauseOf)
  const { parameters, variables } = userData(settings)
  const idText = id === null ? null : textFor(first, id)
  const tag: Tag = {
    start: live.start, end: live.end, name: `settings of ${id ?? 'a Google tag'}`, place: placeOf(settings, collects.length > 0 || parameters.size > 0),
    type: 'settings', parameters: new Map([...(idText ? [['id', { kind: 'text', text: idText }] as [string, Parameter]] : []), ...parameters]),
    fires: [0], blocks: [], brings: [], state: 'fires', folder: null, consent: { status: 'not-set', types: [] }, template: null, notes: null,
  }
  return {
    ...live, settled: { takes: { structure: hasType(settings, /^(?:ccd|ogt)_em_form$/), search: hasType(settings, /^ccd_em_site_search$/) } }, manager: tracker, form: 'a copy of the settings of a Google tag', id, tags: [tag], variables, knows: knowledge(tracker, collects),
    triggers: [{ name: 'page view', place: tag.place, event: { kind: 'named', name: 'gtm.js', custom: false }, test: { kind: 'constant', value: true }, says: 'page view' }],
  }
}

function hasType(settings: readonly Tag[], type: RegExp): boolean {
  return settings.some((tag) => type.test(tag.type))
}

function knowledge(tracker: string, collects: string[]): Knowledge {
  const row: TagType = { type: 'settings', title: 'settings of a Google tag', tracker, call: 'settings', accounts: ['id'], collects: () => collects }
  return { ...googleKnowledge(true), tag: () => row }
}

/** The setting that is told, else the first. */
function placeOf(settings: readonly Tag[], isTelling: boolean): Tag['place'] {
  const telling = settings.find((tag) => clauseOf(tag).length > 0 || isUserData(tag))
  return ((isTelling ? telling : undefined) ?? settings[0] as Tag).place
}

function textFor({ place }: Tag, text: string): Text {
  return { ...place, pieces: plainText(JSON.stringify(text), { start: 0, end: text.length + 2 }, text).pieces }
}

const says = (parameters: Parameters, name: string): string => constantText(textParameter(parameters, name)) ?? ''

/** What a setting collects, as a clause: `sends …`. */
function clauseOf({ type, parameters }: Tag): string[] {
  switch (type) {
    case 'ccd_em_form':
    case 'ogt_em_form': return ['sends when a form is begun and when it is sent, with the id, name and target of the form (enhanced measurement)']
    case 'ccd_em_site_search': {
      const names = says(parameters, 'searchQueryParams')
      return [`sends what is searched for, from the address${names === '' ? '' : ` (${names.split(',').slice(0, 5).join(', ')})`} (enhanced measurement)`]
    }
    default: return []
  }
}

function isUserData({ type, parameters }: Tag): boolean {
  return type === 'ogt_1p_data_v2' && says(parameters, 'isEnabled') !== 'false'
}

/** Fields that user-provided data can be told to read by a selector. */
const FIELDS = ['email', 'phone', 'firstName', 'lastName', 'street', 'city', 'region', 'country', 'postalCode']

/** What is read of the page: found by itself, or by selectors. */
function userData(settings: readonly Tag[]): { parameters: Map<string, Parameter>; variables: Map<string, Variable> } {
  const parameters = new Map<string, Parameter>()
  const variables = new Map<string, Variable>()
  const add = (tag: Tag, name: string, variable: Omit<Variable, 'name' | 'place'>): void => {
    variables.set(name, { ...variable, name, place: tag.place })
    parameters.set(name, { kind: 'text', text: { ...tag.place, pieces: [{ kind: 'reference', variable: name, ...tag.place }] } })
  }
  for (const tag of settings.filter(isUserData)) {
    const isAutomatic = says(tag.parameters, 'isAutoEnabled') === 'true' && ['autoEmailEnabled', 'autoPhoneEnabled', 'autoAddressEnabled'].some((name) => says(tag.parameters, name) === 'true')
    if (isAutomatic) add(tag, 'automatic detection', { type: 'awec', parameters: new Map([['mode', { kind: 'text', text: textFor(tag, 'AUTO') }]]) })
    for (const field of FIELDS) {
      const selector = tag.parameters.get(`${field}Value`)
      if (says(tag.parameters, `${field}Type`) !== 'CSS_SELECTOR' || !selector) continue
      add(tag, field, { type: 'd', parameters: new Map<string, Parameter>([['elementSelector', selector], ['attributeName', { kind: 'text', text: textFor(tag, 'value') }]]) })
    }
  }
  return { parameters, variables }
}
