/**
 * `hotjar-<site>.js`: what the snippet loads first, with the settings of the site.
 * https://help.hotjar.com/hc/en-us/articles/115012439167 (suppression),
 * https://help.hotjar.com/hc/en-us/articles/36820005914001 (page targeting)
 */
import type { FilterTest } from '../../facts/container/container.js'
import type { Span } from '../../types.js'
import type { Container } from '../container.js'
import { allOf, anyOf, negation } from '../filters.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { containerOfSettings, isFirst, placeOfKey, type Setting } from './copy.js'

export const hotjarWords = ['hjSiteSettings']

const SETTINGS = /\bwindow\.hjSiteSettings\s*=\s*(?:window\.hjSiteSettings\s*\|\|\s*)?(?=\{)/

/** How many questions or fields a sentence names. */
const NAMED = 3

export function readHotjar(_path: string, text: string): Container | null {
  const match = SETTINGS.exec(text)
  if (!match || !isFirst(text, match.index)) return null
  const reading = readLiteral(text, match.index + match[0].length)
  const idAt = entry(reading?.value, 'site_id')
  const id = textOf(idAt)
  if (!reading || !idAt || id === null) return null
  const { value } = reading
  const records = isTrue(entry(value, 'record'))
  const isMasked = isTrue(entry(value, 'suppress_all')) || isTrue(entry(value, 'suppress_text'))
  const at = (key: string): Span => placeOfKey(text, value, key)
  const recordings: Setting[] = !records ? [] : [
    { place: at('record'), says: recordingWords(value, isMasked) },
    ...(isTrue(entry(value, 'recording_capture_keystrokes'))
      ? [{ place: at('recording_capture_keystrokes'), says: 'records what is typed into fields that are marked as allowed' }] : []),
  ]
  const targeted = pages(value)
  const settings: Setting[] = [
    ...(targeted ? [] : recordings),
    ...(['polls', 'surveys', 'feedback_widgets'].flatMap((key) => questions(value, key, at(key)))),
    ...measuredForms(value, at('forms')),
  ]
  return containerOfSettings(text, {
    start: match.index, end: text.length, tracker: 'hotjar', form: 'a copy of the settings of a Hotjar site',
    title: 'settings of a Hotjar site', id, place: { start: idAt.start, end: idAt.end }, call: 'init', settings,
    limited: targeted && recordings.length > 0 ? { ...targeted, settings: recordings } : null,
    settled: { recording: !records ? 'off' : isMasked ? 'masked' : 'shown' },
  })
}

function recordingWords(settings: Literal, isMasked: boolean): string {
  if (isMasked) return 'records pages for replay, without their text'
  const open = [
    ...(entry(settings, 'anonymize_emails') && !isTrue(entry(settings, 'anonymize_emails')) ? ['e-mail addresses'] : []),
    ...(entry(settings, 'anonymize_digits') && !isTrue(entry(settings, 'anonymize_digits')) ? ['numbers'] : []),
  ]
  return `records pages for replay, with their text${open.length === 0 ? '' : `, ${open.join(' and ')} in it too`}`
}

/** Surveys and feedback widgets, with what they ask. */
function questions(settings: Literal, key: string, place: Span): Setting[] {
  const asked = items(entry(settings, key))
  if (asked.length === 0) return []
  const texts = asked.flatMap((each) => items(entry(entry(each, 'content'), 'questions')))
    .flatMap((question) => textOf(entry(question, 'text')) ?? [])
  const shown = texts.slice(0, NAMED).map((text) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`)
  const more = texts.length > NAMED ? ` and ${texts.length - NAMED} more` : ''
  const where = key === 'feedback_widgets' ? 'a feedback widget' : 'surveys'
  return [{ place, says: `asks visitors in ${where}${shown.length === 0 ? '' : ` (${shown.join(', ')}${more})`}` }]
}

/** Form analysis, which older copies have: how long each field takes, and where visitors leave. */
function measuredForms(settings: Literal, place: Span): Setting[] {
  const names = items(entry(settings, 'forms')).flatMap((form) => items(entry(form, 'field_info')))
    .flatMap((field) => textOf(entry(field, 'match_value')) ?? [])
  if (names.length === 0) return []
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  return [{ place, says: `measures how the fields ${names.slice(0, NAMED).join(', ')}${more} are filled in` }]
}

/** Pages that are recorded; null where no rule is about the address. */
function pages(settings: Literal): { test: FilterTest; says: string } | null {
  const rules = items(entry(settings, 'record_targeting_rules')).filter((rule) => textOf(entry(rule, 'component')) === 'url')
  if (rules.length === 0) return null
  const wanted = rules.filter((rule) => !isTrue(entry(rule, 'negate'))).map(addressTest)
  const unwanted = rules.filter((rule) => isTrue(entry(rule, 'negate'))).map((rule) => negation(addressTest(rule)))
  const patterns = rules.slice(0, NAMED)
    .map((rule) => `${isTrue(entry(rule, 'negate')) ? 'not ' : ''}${textOf(entry(rule, 'pattern')) ?? ''}`)
  const more = rules.length > NAMED ? ` and ${rules.length - NAMED} more` : ''
  return {
    test: allOf([...(wanted.length > 0 ? [anyOf(wanted)] : []), ...unwanted]),
    says: `pages that its targeting names: ${patterns.join(', ')}${more}`,
  }
}

const OPERATORS: Readonly<Record<string, 'equals' | 'contains' | 'starts-with' | 'ends-with' | 'matches'>> = {
  simple: 'equals', exact: 'equals', contains: 'contains', starts_with: 'starts-with', ends_with: 'ends-with', regex: 'matches',
}

function addressTest(rule: Literal): FilterTest {
  const operator = OPERATORS[textOf(entry(rule, 'match_operation')) ?? '']
  const value = textOf(entry(rule, 'pattern'))
  if (operator === undefined || value === null) return { kind: 'open' }
  const { start, end } = rule
  return { kind: 'compare', subject: 'url', operator, value, text: `the address ${operator} ${value}`, place: { start, end } }
}
