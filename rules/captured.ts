/** What a tracker takes by itself, in words. */
import type { GivenConsent } from '../src/capture/consents.js'
import type { Captured } from '../src/capture/captures.js'
import type { Item } from '../src/capture/contents.js'
import type { Effect, SwitchUse } from '../src/capture/switches.js'
import { wordsFor, type DataCategory } from '../src/personal/index.js'
import type { Edit, PlacedSighting, Severity } from '../src/types.js'
import type { Presence } from './presence.js'
import { describeRemedy } from './remedy.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { describeCircumstances, describeExposures, joinWords, nameOf } from './wording.js'

/** How many items a message names. */
const NAMED = 3

/** One finding at the start of the tracker about all that one side decides; null when none of it is on a sensitive route. */
export function capturedDraft(project: ProjectView, presence: Presence, all: readonly Captured[]): Draft | null {
  const { tracker, accountId, file, sightings } = presence
  const exposed = all.map((captured) => ({ captured, routes: exposuresOf(project, presence, captured) })).filter(({ routes }) => routes.length > 0)
  const [first] = exposed
  if (!first) return null
  const worst = exposures(project, exposed.map(({ captured }) => ({ tracker: tracker.id, accountId, routes: [...captured.routes] })))
  const lead = leadOf(sightings)
  const name = nameOf(tracker, accountId)
  const { capture: { decides }, settled } = first.captured
  const isSure = decides === 'code' || settled !== null
  const consoles = exposed.flatMap(({ captured }) => captured.capture.console ?? [])
  const unless = joinWords(consoles)
  const told = exposed.map(({ captured }) => `${captured.capture.sends}${describeItems(project, captured.items)}`)
  return {
    severity: severityOf(exposed),
    message:
      `${tracker.vendor} ${isSure ? 'receives' : 'may receive'} ${joinWords(told)} through ${name}, without a line of code that sends it` +
      `${settled ? `: the copy of its settings in ${settled.file} says so` : isSure ? '' : `, unless ${unless} ${consoles.length === 1 ? 'is' : 'are'} off`}. ` +
      `${describeExposures(project, worst)}${describeCircumstances(project, [lead], worst)}`,
    help: helpFor(name, accountId, exposed.map(({ captured }) => captured), describeRemedy(name, [lead], worst)),
    file,
    span: lead.span,
    tracker: tracker.id,
    dataCategories: categoriesOf(exposed.map(({ captured }) => captured)),
    hashed: exposed.every(({ captured }) => captured.capture.takes === 'identity' && /\bhash/.test(captured.capture.sends)),
    confidence: decides === 'code' ? 'sent-by-this-code' : settled ? 'depends-on-container' : 'possible-unless-disabled-in-vendor-console',
    flow: [],
    routes: worst.map(({ reached }) => reached),
    ...editOf(accountId, lead, exposed.map(({ captured }) => captured)),
  }
}

function exposuresOf(project: ProjectView, { tracker, accountId }: Presence, { routes }: Captured): Exposure[] {
  return exposures(project, [{ tracker: tracker.id, accountId, routes: [...routes] }])
}

/** What a form is called leaves by a setting that nobody sees here: worth a look. */
function severityOf(exposed: readonly { captured: Captured; routes: readonly Exposure[] }[]): Severity {
  const isError = exposed.some(({ captured: { capture }, routes }) =>
    routes[0]?.severity === 'error' && (capture.decides === 'code' || (capture.takes !== 'structure' && capture.takes !== 'search')))
  return isError ? 'error' : 'warning'
}

/** The call that starts it, if there is one. */
function leadOf(sightings: Presence['sightings']): PlacedSighting {
  return sightings.find(({ call }) => call === 'init') ?? sightings[0]
}

/** ` (the e-mail address in input#email, book.html:12, and 2 more)`; the most telling first. */
function describeItems(project: ProjectView, items: readonly Item[]): string {
  if (items.length === 0) return ''
  const ordered = [...items].sort((a, b) => weight(b) - weight(a))
  const told = ordered.slice(0, NAMED).map((item) => `${wordsOf(item)}, ${project.describePlace(item.place)}`)
  const more = ordered.length > NAMED ? `; and ${ordered.length - NAMED} more` : ''
  return ` (${told.join('; ')}${more})`
}

function weight({ kind, categories }: Item): number {
  return (kind === 'field' ? 0 : 2) + (categories.some((category) => category !== 'other-form-field') ? 1 : 0)
}

function wordsOf({ kind, name, categories: [category] }: Item): string {
  if (kind === 'statement') return name
  if (kind === 'choice') return `the choice ${name}`
  return category === undefined || category === 'other-form-field' ? name : `${wordsFor(category)} in ${name}`
}

function categoriesOf(all: readonly Captured[]): DataCategory[] {
  const found = new Set<DataCategory>()
  for (const { capture, items } of all) {
    const readsValues = capture.takes === 'identity' || capture.takes === 'values' || capture.takes === 'search'
    for (const { kind, categories } of items) if (readsValues || kind !== 'field') for (const category of categories) found.add(category)
    if (capture.takes === 'clicks' || capture.takes === 'structure') found.add('form-structure')
    found.add('page-url')
  }
  return [...found]
}

function helpFor(name: string, accountId: string | null, all: readonly Captured[], remedy: string): string {
  const switches = [...new Set(all.flatMap(({ capture }) => capture.off.filter(({ by }) => by !== 'option' || !isForPackages(capture.off)).slice(0, 1)))]
  const ways = switches.map((each) => `\`${written(each.write, accountId)}\`${each.by === 'call' && each.early ? ' before it is started' : ''}`)
  const consoles = all.flatMap(({ capture }) => capture.console ?? [])
  const written_ = ways.length > 0 ? ` If ${name} has to stay: ${joinWords([...new Set(ways)])}.` : ''
  const isSettled = all.every(({ settled }) => settled !== null)
  const told = consoles.length > 0
    ? `${isSettled ? ' Have' : ' No code shows what is set at the vendor: have'} whoever runs ${name} turn off ${joinWords(consoles)}.` : ''
  return `${remedy}${written_}${told}`
}

function isForPackages(off: Captured['capture']['off']): boolean {
  return off.some((each) => each.by === 'call')
}

export function written(write: string, accountId: string | null): string {
  return write.replace('<account>', accountId ?? '<account>')
}

/** The switch in front of the call that starts the tracker. */
function editOf(accountId: string | null, lead: PlacedSighting, all: readonly Captured[]): { edit?: Edit } {
  const early = all.flatMap(({ capture }) => capture.off).find((each) => each.by === 'call' && each.early)
  if (!early || lead.call !== 'init' || lead.kind !== 'snippet' || accountId === null) return {}
  const text = written(early.write, accountId)
  return { edit: { description: `Switch it off: ${text}`, span: { start: lead.span.start, end: lead.span.start }, text: `${text}; ` } }
}

const reasons: Readonly<Record<Exclude<Effect, 'works' | 'open'>, string>> = {
  late: 'it comes after the tracker was started, and counts only before',
  text: 'its value is a text and not the value itself, for which the documentation promises nothing',
  account: 'it names another account than the one that is started',
  misplaced: 'it stands among the data of the visitor, where it is a property like any other',
}

/** A switch that is written and does nothing; null where the tracker is on no sensitive route. */
export function ineffectiveDraft(project: ProjectView, { tracker, accountId, sightings }: Presence, use: SwitchUse): Draft | null {
  const routes = exposures(project, sightings)
  if (routes.length === 0 || use.effect === 'works' || use.effect === 'open') return null
  const name = nameOf(tracker, accountId)
  const right = written(use.switch.write, accountId)
  const isText = use.effect === 'text' && use.switch.by === 'option'
  return {
    severity: 'warning',
    message: `This switches nothing of ${name} off: ${reasons[use.effect]}. ${describeExposures(project, routes)}`,
    help: `Write \`${right}\`${use.switch.by === 'call' && use.switch.early ? ` before ${name} is started` : ''}; better, take ${name} off these pages.`,
    file: use.place.file,
    span: use.place.span,
    tracker: tracker.id,
    dataCategories: ['form-structure', 'page-url'],
    hashed: false,
    confidence: 'sent-by-this-code',
    flow: [],
    routes: routes.map(({ reached }) => reached),
    ...isText || (use.switch.by === 'call' && (use.effect === 'text' || use.effect === 'account') && accountId !== null)
      ? { edit: { description: `Write ${right}`, span: use.place.span, text: isText ? right.replace(/^.*: /, '') : right } } : {},
  }
}

/** Consent that code gives for everybody; null where no sensitive route has it. */
export function givenConsentDraft(project: ProjectView, { tracker: id, place, write, routes }: GivenConsent): Draft | null {
  const tracker = project.tracker(id)
  const exposed = exposures(project, [{ tracker: id, accountId: null, routes: [...routes] }])
  if (exposed.length === 0) return null
  return {
    severity: 'warning',
    message: `This gives consent to ${tracker.vendor} for every visitor, before anybody was asked. ${describeExposures(project, exposed)}`,
    help: `Begin with \`${write}\`, and give consent when a visitor does. On pages of patients consent does not make it right: take the tracker off.`,
    file: place.file, span: place.span, tracker: id, dataCategories: ['ip-address', 'page-url'], hashed: false,
    confidence: 'sent-by-this-code', flow: [], routes: exposed.map(({ reached }) => reached),
  }
}
