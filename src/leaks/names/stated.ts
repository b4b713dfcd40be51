/** Calls whose names state a fact about the health of whoever visits: which event, key or text says what. */
import { isOtherMatter, readFacts, type HealthFact } from '../../health/index.js'
import type { Project, Sink } from '../../project/project.js'
import { isServerLanguage } from '../../project/sightings/server/language.js'
import type { FlowStep, PlacedSighting } from '../../types.js'
import type { Reader, Said } from './said.js'

/** A name that states a fact. */
export interface StatedFact extends Said {
  fact: HealthFact
}

export interface StatingCall {
  sighting: PlacedSighting
  /** The most telling first; never empty. */
  facts: StatedFact[]
  /** From where the most telling one is written to the call; empty when it is written in the call. */
  steps: FlowStep[]
}

/** Keys whose values are about the page, the site or the vendor, and not about the visitor. */
const ABOUT_THE_PAGE = /^(?:page_?(?:path|location|title|url|name)?|url|uri|path|pathname|href|link_?url|link_?domain|file_?name|referr?er|dl|dt|dp|send_to|currency|brand|item_brand|affiliation|site|site_?name|organi[sz]ation|publisher|company|business|business_?name|clinic_?name|host(?:name)?|domain|environment|env|app|app_?name|version|debug|source|medium|utm_\w+|campaign\w*|test_event_code|event_id|element_?id|element_?class(?:es)?|class_?name|selector|experiment\w*|variant\w*|feature_?flag)$/i

/** Texts that are addresses, colours, numbers or code. */
const NO_WORDS = /^(?:[a-z]+:\/\/|\/|#|\.|[\d\s.,:%$€£-]+$)|[{}<>;=]|\.(?:js|css|png|jpe?g|svg|webp|pdf|html?|php)$/i

export function createStated(project: Project, reader: Reader, file?: string): StatingCall[] {
  const isHealthSite = project.isAboutHealth()
  return project.sinks().flatMap((sink): StatingCall[] => {
    const { sighting } = sink
    if (sighting.unused || (file !== undefined && sighting.file !== file) || !saysSomething(sighting)) return []
    const said = [...reader.said(sink), ...ofServerText(project, sink)]
    if (said.some((each) => (each.part === 'event' || isRole(each)) && isOtherMatter(each.text))) return []
    const facts = said.flatMap((each) => factsOf(each, isHealthSite)).sort(byWeight)
    const [first] = facts
    return first ? [{ sighting, facts, steps: stepsTo(sink, first) }] : []
  })
}

/** `user_type: 'healthcare_professional'`: what goes with it is about those who work there. */
function isRole({ part, keys }: Said): boolean {
  return part === 'value' && /^(?:(?:user|account|visitor|audience)_?)?(?:type|role)$|^audience$/i.test(keys.at(-1) ?? '')
}

/** What starts a tracker names an account; what brings its file in names nothing. */
function saysSomething({ kind, call }: PlacedSighting): boolean {
  if (kind === 'container' || kind === 'remote-script') return false
  return kind === 'server-side-event' || kind === 'noscript-pixel' || call === 'event' || call === 'page' || call === 'settings'
    || call === 'identify' || call === 'init'
}

function factsOf(said: Said, isHealthSite: boolean): StatedFact[] {
  const own = said.part === 'key' ? [...said.keys, said.text] : said.keys
  if (own.some((key) => ABOUT_THE_PAGE.test(key)) || (said.part !== 'key' && NO_WORDS.test(said.text))) return []
  return readFacts(said.text, isHealthSite, said.part === 'event').map((fact) => ({ ...said, fact }))
}

const kinds = ['condition', 'drug', 'procedure', 'specialty', 'plan', 'step']
const parts = ['event', 'value', 'key']

function byWeight(one: StatedFact, other: StatedFact): number {
  return kinds.indexOf(one.fact.states) - kinds.indexOf(other.fact.states) || parts.indexOf(one.part) - parts.indexOf(other.part)
}

function stepsTo({ sighting }: Sink, { place, text, part }: StatedFact): FlowStep[] {
  const isInside = place.file === sighting.file && sighting.span.start <= place.span.start && place.span.end <= sighting.span.end
  if (isInside) return []
  const what = part === 'key' ? 'the key' : 'the text'
  return [
    { ...place, note: `${what} \`${text}\`` },
    { file: sighting.file, span: sighting.span, note: `sent by \`${sighting.event ?? sighting.kind.replace(/-/g, ' ')}\`` },
  ]
}

/** Texts that server code of other languages writes into a call. */
function ofServerText(project: Project, { sighting }: Sink): Said[] {
  const facts = sighting.kind === 'server-side-event' ? project.facts(sighting.file) : undefined
  if (!facts || !isServerLanguage(facts)) return []
  const { start, end } = sighting.span
  const text = (project.text(sighting.file) ?? '').slice(start, end)
  return [...text.matchAll(/(["'])([^"'\\\n]{2,120})\1/g)].map((match): Said => ({
    part: 'value', text: match[2] as string, keys: [],
    place: { file: sighting.file, span: { start: start + match.index, end: start + match.index + match[0].length } },
  }))
}
