/**
 * `clarity.ms/tag/<project>`: what the snippet loads first, with the settings of the project. `content: false` is the
 * masking mode “strict”: https://github.com/microsoft/clarity/blob/master/packages/clarity-js/src/layout/dom.ts
 */
import type { Span } from '../../types.js'
import type { Container } from '../container.js'
import { entry, isTrue, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { containerOfSettings, placeOfKey } from './copy.js'

export const clarityWords = ['.clarity.ms/collect']

const SETTINGS = /\{\s*"projectId"\s*:\s*"\w+"\s*,\s*"upload"\s*:/

/** Nothing stands around it. */
const LOADER = /^\s*!?\(?function\s*\([\w\s,]*\)\s*\{[^]{0,2000}"clarity"\s*,\s*document\s*,\s*window\s*,\s*"script"\s*,[^]*\}\s*\)+\s*;?\s*$/

/** UTF-16 code units: a fraction of this is what such a file weighs. */
const LARGEST = 50_000

/** How many selectors a sentence names. */
const NAMED = 3

export function readClarity(_path: string, text: string): Container | null {
  const match = SETTINGS.exec(text)
  const reading = match && readLiteral(text, match.index)
  const idAt = entry(reading?.value, 'projectId')
  const id = textOf(idAt)
  if (!reading || !idAt || id === null || text.length > LARGEST || !LOADER.test(text)) return null
  const { value } = reading
  const place = { start: idAt.start, end: idAt.end }
  const content = entry(value, 'content')
  const isMasked = content !== null && !isTrue(content)
  const unmasked = selectors(value, 'unmask')
  const masked = selectors(value, 'mask')
  const at = (key: string): Span => placeOfKey(text, value, key)
  const but = (parts: string): string => (parts === '' ? '' : `, but for what is in ${parts}`)
  const says = isMasked
    ? `records pages for replay, without their text (masking mode “strict”)${but(unmasked)}`
    : `records pages for replay, with their text${but(masked)}${unmasked === '' ? '' : `, and with what is typed in ${unmasked}`}`
  return containerOfSettings(text, {
    start: 0, end: text.length, tracker: 'microsoft-clarity', form: 'a copy of the settings of a Clarity project',
    title: 'settings of a Clarity project', id, place, call: 'init',
    settings: [{ place: content ? at('content') : place, says }],
    settled: { recording: isMasked && unmasked === '' ? 'masked' : 'shown' },
  })
}

function selectors(settings: Literal, key: string): string {
  const all = items(entry(settings, key)).flatMap((each) => textOf(each) ?? [])
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} and ${all.length - NAMED} more` : all.join(', ')
}
