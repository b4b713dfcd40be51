/**
 * `pixel/events.js?sdkid=<pixel>`: what the base code of a TikTok pixel loads first, with what is set up in Events Manager.
 * https://ads.tiktok.com/help/article/how-to-set-up-automatic-advanced-matching,
 * https://ads.tiktok.com/help/article/event-builder
 */
import type { FilterTest } from '../../facts/container/container.js'
import type { Container } from '../container.js'
import { anyOf } from '../filters.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { containerOfSettings, placeOfKey, type Setting, type SetUpEvent } from './copy.js'

export const tiktokWords = ['TiktokAnalyticsObject']

const BEGINNING = /^\s*window\s*\[\s*window\s*\[\s*["']TiktokAnalyticsObject["']\s*\]\s*\]\._/
const PIXEL = /\{\s*"info"\s*:\s*\{\s*"pixelCode"\s*:\s*"\w+"/
/** `window[window["TiktokAnalyticsObject"]]._plugins = { … }`: what the vendor has rolled out. */
const PLUGINS = /\._plugins\s*=\s*(?=\{)/
const PAGE_DATA = /\._auto_config\s*=\s*(?=\{)/

export function readTiktok(_path: string, text: string): Container | null {
  const match = BEGINNING.test(text) ? PIXEL.exec(text) : null
  const reading = match && readLiteral(text, match.index)
  const idAt = entry(entry(reading?.value, 'info'), 'pixelCode')
  const id = textOf(idAt)
  if (!reading || !idAt || id === null) return null
  const { value } = reading
  const plugins = entry(value, 'plugins')
  const offered = literalAfter(text, PLUGINS)
  const isOffered = (name: string): boolean => entry(offered, name) === null || isTrue(entry(offered, name))
  const matching = isOffered('AutoAdvancedMatching') ? entry(plugins, 'AutoAdvancedMatching') : null
  const detects = [
    ...(isTrue(entry(matching, 'auto_email')) ? ['email'] : []), ...(isTrue(entry(matching, 'auto_phone_number')) ? ['phone'] : []),
  ]
  const followsAddresses = isOffered('HistoryObserver') && isTrue(entry(entry(plugins, 'HistoryObserver'), 'dynamic_web_pageview'))
  const settings: Setting[] = [
    ...(detects.length > 0 ? [{ place: placeOfKey(text, value, 'AutoAdvancedMatching'), says: matchingWords(detects), detects }] : []),
    ...(followsAddresses
      ? [{ place: placeOfKey(text, value, 'HistoryObserver'), says: 'sends a page view for every address that the application shows' }] : []),
    ...pageData(text, isOffered('AutoConfig') ? entry(plugins, 'AutoConfig') : null),
  ]
  return containerOfSettings(text, {
    start: match.index, end: text.length, tracker: 'tiktok-pixel', form: 'a copy of the settings of a TikTok pixel', title: 'settings of a pixel',
    id, place: { start: idAt.start, end: idAt.end }, call: 'init', settings, events: items(entry(value, 'rules')).flatMap(eventOf),
    settled: { takes: { identity: detects.length > 0, ...(plugins ? { choices: items(entry(value, 'rules')).some(isOfClick) } : {}) } },
  })
}

function literalAfter(text: string, pattern: RegExp): Literal | null {
  const match = pattern.exec(text)
  return match ? (readLiteral(text, match.index + match[0].length)?.value ?? null) : null
}

function matchingWords(detects: readonly string[]): string {
  const words = detects.map((name) => (name === 'email' ? 'e-mail addresses' : 'phone numbers')).join(' and ')
  return `hashes ${words} as they are found in fields, and sends them when a button is clicked (automatic advanced matching)`
}

/** Structured data of the page, where the pixel has settings for it. */
function pageData(text: string, own: Literal | null): Setting[] {
  const all = own?.kind === 'object' ? literalAfter(text, PAGE_DATA) : null
  if (all?.kind !== 'object') return []
  const names = [...all.entries].filter(([, value]) => items(value).length > 0).map(([name]) => name.replace(/_/g, ' '))
  const place = placeOfKey(text, own as Literal, 'AutoConfig')
  return names.length === 0 ? [] : [{ place, says: `sends descriptions of the page (${names.join(', ')})` }]
}

function isOfClick(rule: Literal): boolean {
  return textOf(entry(rule, 'trigger_type')) !== 'PAGEVIEW'
}

/** A rule of the event builder: one of its conditions is enough. */
function eventOf(rule: Literal): SetUpEvent[] {
  const name = /\.track\(\s*"(\w+)"/.exec(textOf(entry(rule, 'code')) ?? '')?.[1]
  if (name === undefined) return []
  const conditions = items(entry(rule, 'conditions'))
  const tests = conditions.map(testOf)
  const word = (of: Literal, key: string): string => (textOf(entry(of, key)) ?? '').toLowerCase().replace(/_/g, ' ')
  const words = conditions.map((condition) => (
    `${word(condition, 'variable_type')} ${word(condition, 'operator')} "${textOf(entry(condition, 'value')) ?? ''}"`))
  return [{
    name, place: { start: rule.start, end: rule.end }, test: tests.length === 0 ? { kind: 'constant', value: true } : anyOf(tests),
    says: [word(rule, 'trigger_type').replace('pageview', 'page view'), words.join(' or ')].filter((each) => each !== '').join(', '),
  }]
}

function testOf(condition: Literal): FilterTest {
  const value = textOf(entry(condition, 'value'))
  const operator = ({ CONTAINS: 'contains', EQUALS: 'equals' } as const)[textOf(entry(condition, 'operator')) ?? '']
  if (textOf(entry(condition, 'variable_type')) !== 'PAGE_URL' || value === null || operator === undefined) return { kind: 'open' }
  const { start, end } = condition
  return { kind: 'compare', subject: 'url', operator, value, text: `the address ${operator} "${value}"`, place: { start, end } }
}
