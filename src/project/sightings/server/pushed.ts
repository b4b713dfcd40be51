/**
 * What a server gathers to have its pages push it, maybe printed elsewhere: `$data_layer['visitorEmail'] = $user->email`.
 * Only what is about a person is told; the title and the type of a page go with every page view.
 */
import { classifyExpression, classifyPath } from '../../../personal/index.js'
import { trackers } from '../../../trackers/index.js'
import type { Span } from '../../../types.js'
import type { Found } from '../found.js'
import type { ForwarderHost } from './forwards.js'
import { closing, isCommented } from './language.js'

const PAIR = /['"]([\w.-]+)['"]\s*=>\s*([^,\n]{1,200})/g

/** Of what a page says of itself, and what is a switch of the site. */
const SURE = (categories: readonly { sure: boolean; category: string }[]): boolean =>
  categories.some(({ sure, category }) => sure && category !== 'page-url' && category !== 'page-title')

export function findPushed(host: ForwarderHost, files: readonly string[]): Found[] {
  return trackers.flatMap(({ id, serverVariables }) => (serverVariables === undefined ? [] : files.flatMap((path) => {
    const text = host.facts(path)?.language === 'php' ? host.text(path) ?? '' : ''
    if (!serverVariables.words.some((word) => text.includes(word))) return []
    const spans = [...entriesOf(text, serverVariables.name), ...listsOf(text, serverVariables.name)]
    return together(text, spans.filter(({ start }) => !isCommented(text, start))).map((span) => pushed(id, path, span))
  })))
}

/** Lines between two statements that are one list of what is gathered. */
const NEAR = 4

/** Statements that follow one another are told together. */
function together(text: string, spans: readonly Span[]): Span[] {
  const runs: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    const between = last ? text.slice(last.end, start) : ''
    if (last && between.split('\n').length - 1 <= NEAR && !/\bfunction\b|\}/.test(between)) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs
}

/** `$data_layer['a']['b'] = …` */
function entriesOf(text: string, name: string): Span[] {
  const entry = new RegExp(String.raw`\$${name}\s*((?:\[\s*['"][\w.-]+['"]\s*\]\s*)+)=(?![=>])\s*([^;]{1,400});`, 'gi')
  return [...text.matchAll(entry)].filter(([, keys = '', value = '']) => isTelling(keys.match(/[\w.-]+/g) ?? [], value))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** `$dataLayer = [ … ]`, `$dataLayer[] = array( … )` */
function listsOf(text: string, name: string): Span[] {
  const list = new RegExp(String.raw`\$${name}\s*(?:\[\s*\]\s*)?=\s*(?:array\s*\(|\[)`, 'gi')
  return [...text.matchAll(list)].map((match) => ({ start: match.index, end: closing(text, match.index + match[0].length - 1) }))
    .filter(({ start, end }) => [...text.slice(start, end).matchAll(PAIR)].some(([, key = '', value = '']) => isTelling([key], value)))
}

function pushed(tracker: string, file: string, span: Span, call: 'settings' | 'identify' = 'settings'): Found {
  return {
    sighting: {
      kind: call === 'identify' ? 'identify-call' : 'event-call', tracker, accountId: null, event: null, call, file, span, gate: null,
      unit: null, through: [],
    },
    needsEvidence: true, code: null, eventValue: null, dataValues: [],
  }
}

/** A value that is a constant of the site's says nothing of anybody. */
function isTelling(keys: readonly string[], value: string): boolean {
  if (!/\$|->|::|\(/.test(value)) return false
  return SURE(classifyPath(keys)) || SURE(classifyExpression(value))
}

/** Languages in which a snippet is kept as a text and filled in. */
const FILLED = new Set(['python', 'ruby'])
const FILLED_ENTRY = /\b\w+\[\s*(?:['"]|:)(\w+)['"]?\s*\]\s*=(?!=)\s*([^\n]{1,200})/g
/** `SET_EMAIL % (email, tail)`, `SET_EMAIL.format(email=email)`, `format(SET_EMAIL, email)` */
const FILLED_TEXT = /\b([A-Z][A-Z0-9_]{2,})(?:\s*%\s*\(?|\.format\()([^\n]{1,200})|\bformat\(\s*([A-Z][A-Z0-9_]{2,})\s*,([^\n]{1,200})/g

/** What code puts into the snippet of a tracker that its own file keeps as a text: `params['email'] = user.email`. */
export function findFilled(host: ForwarderHost, direct: readonly Found[]): Found[] {
  const trackersOf = new Map<string, Set<string>>()
  for (const { sighting: { file, tracker, kind } } of direct) {
    if (kind === 'server-side-event' || !FILLED.has(host.facts(file)?.language ?? '')) continue
    trackersOf.set(file, (trackersOf.get(file) ?? new Set()).add(tracker))
  }
  return [...trackersOf].flatMap(([path, ids]) => {
    const [tracker, ...others] = ids
    if (tracker === undefined || others.length > 0) return []
    const text = host.text(path) ?? ''
    const spans = [
      ...[...text.matchAll(FILLED_ENTRY)].filter(([, key = '', value = '']) => SURE(classifyPath([key])) && /\w[.(]\w/.test(value)),
      ...[...text.matchAll(FILLED_TEXT)].filter(([, , values = '', , more = '']) =>
        `${values}${more}`.split(/[,()]/).some((value) => SURE(classifyExpression(value)))),
    ].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    return together(text, spans.filter(({ start }) => !isCommented(text, start)))
      .map((span) => pushed(tracker, path, span, 'identify'))
  })
}
