/**
 * `signals/config/<pixel>`: the file that the Meta pixel loads with its settings, as sites that were saved hold it. It
 * says what is switched on in Events Manager, which no code of the site shows.
 * https://developers.facebook.com/docs/meta-pixel/advanced/advanced-matching,
 * https://www.facebook.com/business/help/777099232674791 (events that are set up without code)
 */
import type { Span } from '../../types.js'
import type { Container } from '../container.js'
import { entry, items, readLiteral, textOf, type Literal } from '../reading/literal.js'
import { containerOfSettings, type Setting } from './copy.js'

export const pixelSettingsWords = ['__fbEventsPlugin']

const PLUGIN = /\bfbq\s*\.\s*registerPlugin\(\s*["'](\d{6,20})["']\s*,\s*\{\s*["']?__fbEventsPlugin/

/** What automatic matching takes, by the short names of the settings: in words, and as what kind of data. */
const FIELDS: Readonly<Record<string, { words: string; data?: string }>> = {
  em: { words: 'e-mail address', data: 'email' }, ph: { words: 'phone number', data: 'phone' },
  fn: { words: 'first name', data: 'name' }, ln: { words: 'last name', data: 'name' },
  ge: { words: 'gender', data: 'demographics' }, db: { words: 'date of birth', data: 'date-of-birth' },
  ct: { words: 'city', data: 'postal-address' }, st: { words: 'state', data: 'postal-address' },
  zp: { words: 'postal code', data: 'postal-address' }, country: { words: 'country' }, external_id: { words: 'id of the visitor' },
}

/** How many events a sentence names. */
const NAMED = 6

export function readPixelSettings(_path: string, text: string): Container | null {
  const plugin = PLUGIN.exec(text)
  const id = plugin?.[1]
  if (!plugin || id === undefined) return null
  const start = plugin.index
  const copy = new PixelSettings(text, start, id)
  const matching = copy.matching()
  const clicks = copy.isOn('InferredEvents')
  const events = copy.events()
  const read = copy.read()
  const settings: Setting[] = [
    ...(matching ? [{
      place: matching.place, detects: [...new Set(matching.keys.flatMap((key) => FIELDS[key]?.data ?? []))],
      says: `hashes ${matching.keys.map((key) => FIELDS[key]?.words ?? key).join(', ')} as they are found in forms and on the page, `
        + 'and sends them (automatic advanced matching)',
    }] : []),
    ...(events ? [{ place: events.place, clicks: true as const, says: `sends events that were set up without code: ${events.words}` }] : []),
    ...(read ? [{ place: read.place, says: `reads values of the page by selectors: ${read.words}` }] : []),
    ...(clicks ? [{
      place: copy.place, clicks: true as const, says: 'sends the text of every button that is clicked, with the names of the form’s fields (automatic events)',
    }] : []),
    ...(['MicrodataJsonLd', 'AutomaticSetup'].some((feature) => copy.isOn(feature))
      ? [{ place: copy.place, says: 'sends the structured data and the descriptions of the page (microdata)' }] : []),
  ]
  return containerOfSettings(text, {
    start, end: text.length, tracker: 'meta-pixel', form: 'a copy of the settings of a Meta pixel', title: 'settings of a pixel', id, place: copy.place,
    call: 'settings', settings, settled: { takes: { identity: matching !== null, ...(clicks ? {} : { clicks: false }) } },
  })
}

class PixelSettings {
  /** Where the id stands. */
  readonly place: Span

  constructor(private readonly text: string, private readonly start: number, private readonly id: string) {
    const at = text.indexOf(id, start)
    this.place = { start: at - 1, end: at + id.length + 1 }
  }

  /** `instance.optIn("123", "InferredEvents", true)` */
  isOn(feature: string): boolean {
    return this.find(`optIn\\(\\s*["']${this.id}["']\\s*,\\s*["']${feature}["']\\s*,\\s*(?:true|!0)`) !== null
  }

  /** `config.set("123", "automaticMatching", {"selectedMatchKeys": ["em", "fn"]})` */
  matching(): { keys: string[]; place: Span } | null {
    const found = this.find('["\']automaticMatching["\']\\s*,\\s*\\{\\s*["\']?selectedMatchKeys["\']?\\s*:\\s*\\[([^\\]]*)\\]')
    const keys = [...(found?.[1] ?? '').matchAll(/["'](\w+)["']/g)].map((match) => match[1] as string)
    if (!found || keys.length === 0 || !this.isOn('AutomaticMatching')) return null
    const at = this.start + found.index
    return { keys, place: { start: at, end: at + '"automaticMatching"'.length } }
  }

  /** `fbq.set("estRules", "123", [{ "condition": …, "derived_event_name": "Lead", … }])` */
  events(): { words: string; place: Span } | null {
    const found = this.find(`["']estRules["']\\s*,\\s*["']${this.id}["']\\s*,\\s*(?=\\[)`)
    const reading = found && readLiteral(this.text, this.start + found.index + found[0].length)
    const active = items(reading?.value).filter((rule) => textOf(entry(rule, 'rule_status')) !== 'INACTIVE').flatMap((rule): string[] => {
      const name = textOf(entry(rule, 'derived_event_name'))
      const [asked] = askedIn(entry(rule, 'condition'))
      return name === null ? [] : [asked === undefined ? name : `${name} (“${asked}”)`]
    })
    if (!found || active.length === 0) return null
    const more = active.length > NAMED ? ` and ${active.length - NAMED} more` : ''
    const at = this.start + found.index
    return { words: `${active.slice(0, NAMED).join(', ')}${more}`, place: { start: at, end: at + '"estRules"'.length } }
  }

  /** `fbq.set("iwlExtractors", "123", [{ "event_type": "Purchase", "extractor_config": { "parameter_selectors": [{ "selector": "#total" }] } }])` */
  read(): { words: string; place: Span } | null {
    const found = this.find(`["']iwlExtractors["']\\s*,\\s*["']${this.id}["']\\s*,\\s*(?=\\[)`)
    const reading = found && readLiteral(this.text, this.start + found.index + found[0].length)
    const selectors = [...new Set(items(reading?.value).flatMap((rule) => items(entry(entry(rule, 'extractor_config'), 'parameter_selectors')))
      .flatMap((each) => textOf(entry(each, 'selector')) ?? []))]
    if (!found || selectors.length === 0) return null
    const more = selectors.length > NAMED ? ` and ${selectors.length - NAMED} more` : ''
    const at = this.start + found.index
    return { words: `${selectors.slice(0, NAMED).join(', ')}${more}`, place: { start: at, end: at + '"iwlExtractors"'.length } }
  }

  private find(pattern: string): RegExpExecArray | null {
    return new RegExp(pattern).exec(this.text.slice(this.start))
  }
}

/** What the conditions of a rule compare with: the text of a button, a part of an address. */
function askedIn(condition: Literal | null): string[] {
  const own = textOf(entry(condition, 'value'))
  return [...(own === null || own === '' ? [] : [own]), ...items(entry(condition, 'conditions')).flatMap(askedIn)]
}
