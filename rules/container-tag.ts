/** One tag of a container: who receives what of the pages it fires on. */
import { wordsFor } from '../src/personal/index.js'
import type { LeakingFlow } from '../src/leaks/leaks.js'
import { categoriesOf } from '../src/leaks/source.js'
import { clauseOf } from '../src/leaks/telling.js'
import type { PlacedContainer, PlacedTag } from '../src/project/containers/placed.js'
import { isLoaded } from '../src/project/containers/loading.js'
import type { PlacedSighting, Severity } from '../src/types.js'
import { byWeight, isToldOfTag } from './leaking.js'
import { isTracking } from './presence.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { describeExposures, joinWords, nameOf, receivedByVisit, receivedWithVisit } from './wording.js'

/** Null for a tag that is nobody's business: it reaches no sensitive route, or sends nothing that anybody knows of. */
export function draftOfTag(project: ProjectView, container: PlacedContainer, tag: PlacedTag): Draft | null {
  const { facts } = tag
  // What a tag pushes into the data layer is told with the tag that sends it on.
  const receivers = tag.sightings.filter((sighting) => isTracking(project, sighting) && sighting.category !== 'tag-manager')
  if (receivers.length === 0 && ((!facts.isUnknown && tag.strangers.length === 0) || tag.sightings.length > 0)) return null
  const flows = flowsOf(project, receivers)
  const isSetting = receivers.length > 0 && receivers.every(({ call }) => call === 'settings')
  if (isSetting && flows.length === 0 && facts.collects.length === 0) return null
  const { manager, id } = container.facts
  const reaching = receivers.length > 0 ? receivers : [{ tracker: manager, accountId: id, routes: tag.routes }]
  const routes = exposures(project, reaching)
  const [worst] = routes
  // Where nothing is known of the pages, what a tag reads is all there is to tell.
  const isPlaceless = tag.routes.length === 0 && container.facts.settled === undefined && flows.some(isOfForm)
  if (!worst && !isPlaceless) return null
  if (worst && flows.length === 0 && facts.collects.length === 0 && isVague(receivers, routes)) return null
  const [receiver] = receivers
  return {
    severity: severityOf(worst, flows, receivers),
    message: [
      describeTag(container, tag), describeReceivers(project, container, receivers, tag),
      ...(isToldBySettings(container, tag, flows) ? [] : describeData(container, flows, receivers)),
      ...facts.collects.map((clause) => `It ${clause}.`),
      describeFiring(container, tag), worst ? describeExposures(project, routes) : 'On which pages it fires is not in the source.', ...describeCircumstances(container, tag),
    ].filter((sentence) => sentence !== '').join(' '),
    help: container.facts.settled && receiver ? helpForSettings(project, receiver, container) : helpFor(tag, flows, routes),
    file: container.file,
    span: facts.place,
    tracker: receiver?.tracker ?? manager,
    dataCategories: [...new Set([...categoriesOf(flows.map(({ source }) => source)), 'ip-address', 'page-url', 'page-title'])],
    hashed: flows.length > 0 && flows.every(({ hashed }) => hashed),
    confidence: 'depends-on-container',
    flow: flows[0]?.steps ?? [],
    routes: worst ? routes.map(({ reached }) => reached) : tag.routes,
  }
}

/** What patient data its code and its parameters send, the most telling first; each source once. */
function flowsOf(project: ProjectView, receivers: readonly PlacedSighting[]): LeakingFlow[] {
  const found = new Map<string, LeakingFlow>()
  for (const leak of project.leaks()) {
    if (!receivers.includes(leak.sighting)) continue
    const isOwn = (flow: LeakingFlow): boolean => isOwnNumber(leak.sighting.event, flow)
    for (const flow of leak.flows.filter((each) => isToldOfTag(each) && !isOwn(each))) if (!found.has(flow.source.key)) found.set(flow.source.key, flow)
  }
  return withoutEchoes([...found.values()].sort(byWeight))
}

/** An event for clicks on a telephone number is given the number that is clicked, which is the site's own. */
function isOwnNumber(event: string | null, { source: { kind, categories } }: LeakingFlow): boolean {
  return kind === 'record' && event !== null && CONTACT_CLICK.test(event)
    && categories.every(({ category }) => category === 'phone' || category === 'email')
}

const CONTACT_CLICK = /(?:phone|call|tel|e-?mail)[ _-]*(?:number|link|button|icon)?[ _-]*(?:click|tap)|(?:click|tap)[ _-]*(?:to[ _-]*|on[ _-]*)?(?:phone|call|tel|e-?mail)/i

/** A name alone says nothing new where something before it has said the same. */
function withoutEchoes(flows: readonly LeakingFlow[]): LeakingFlow[] {
  const said = new Set<string>()
  return flows.filter(({ source }) => {
    const isEcho = source.kind === 'record' && source.categories.every(({ category }) => said.has(category))
    for (const { category } of source.categories) said.add(category)
    return !isEcho
  })
}

/** Something is filled in: not merely clicked or named. */
function isOfForm({ source }: LeakingFlow): boolean {
  return source.kind !== 'record' && source.kind !== 'text' && source.categories.some(({ category }) => category !== 'other-form-field')
}

/** An event that carries nothing, on pages of which nothing is sure. */
function isVague(receivers: readonly PlacedSighting[], routes: readonly Exposure[]): boolean {
  return receivers.length > 0 && receivers.every(({ call }) => call === 'event') && routes.every(({ reached }) => reached.certainty === 'possible')
}

function severityOf(
  worst: Exposure | undefined, flows: readonly LeakingFlow[], receivers: readonly PlacedSighting[],
): Severity {
  if (!worst || receivers.length === 0) return 'warning'
  return flows.some(isOfForm) && worst.reached.certainty !== 'possible' ? 'error' : worst.severity
}

/** Settings say in words of their own what the vendor's script looks for. */
function isToldBySettings({ facts }: PlacedContainer, { facts: { collects } }: PlacedTag, flows: readonly LeakingFlow[]): boolean {
  return facts.settled !== undefined && collects.length > 0 && flows.every(({ source: { kind } }) => kind === 'detected' || kind === 'text')
}

function describeTag({ facts, file }: PlacedContainer, { facts: tag }: PlacedTag): string {
  if (facts.settled) return `${capital(facts.form)}${tag.type === 'event' ? `, “${tag.name}”` : ''}:`
  const folder = tag.folder === null ? '' : `, in the folder “${tag.folder}”`
  return `Tag “${tag.name}” of container ${facts.id ?? facts.name ?? file} (${tag.title}${folder}):`
}

function describeReceivers(
  project: ProjectView, { facts }: PlacedContainer, receivers: readonly PlacedSighting[], tag: PlacedTag,
): string {
  if (receivers.length === 0) {
    const by = tag.strangers.length === 0 ? '' : `${joinWords(tag.strangers)} may receive every visit, and `
    return `${by}nobody here knows what ${tag.facts.isUnknown ? 'a tag of this type does' : 'that is'}.`
  }
  const byVendor = new Map<string, { what: string; names: Set<string> }>()
  for (const { tracker: id, accountId } of receivers) {
    const tracker = project.tracker(id)
    const known = byVendor.get(tracker.vendor) ?? { what: facts.settled ? receivedWithVisit : receivedByVisit(tracker), names: new Set<string>() }
    known.names.add(nameOf(tracker, accountId))
    byVendor.set(tracker.vendor, known)
  }
  const [first] = receivers
  if (first && facts.settled && receivers.every(({ call }) => call === 'settings')) {
    return `${nameOf(project.tracker(first.tracker), first.accountId)} does this without a line of code.`
  }
  const clauses = [...byVendor].map(([vendor, { what, names }]) => `${vendor} receives ${what} through ${joinWords(withoutBare([...names]))}`)
  return `${joinWords(clauses)}.`
}

/** `Meta Pixel 123` says what `Meta Pixel` says. */
function withoutBare(names: readonly string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.startsWith(`${name} `)))
}

/** How many kinds of data a message tells. */
const NAMED = 3

function describeData(
  container: PlacedContainer, flows: readonly LeakingFlow[], receivers: readonly PlacedSighting[],
): string[] {
  if (flows.length === 0) {
    const identifies = receivers.length > 0 && receivers.every(({ call }) => call === 'identify')
    return identifies ? ['It sends what is known of the visitor as a person; what that is, the container does not say.'] : []
  }
  const told = flows.slice(0, NAMED).map((flow) => {
    const [first] = flow.source.categories
    const variables = variablesOn(container, flow)
    const by = variables.length === 0 ? '' : `, by the variable ${joinWords(variables.map((name) => `“${name}”`))}`
    return `${first ? wordsFor(first.category) : 'data'} ${clauseOf(flow.source)}${by}`
  })
  const more = flows.length > NAMED ? `, and ${flows.length - NAMED} more` : ''
  return [`It sends ${joinWords(told)}${more}.`]
}

/** Names of the variables on the way, from the source on. */
function variablesOn({ facts, file }: PlacedContainer, { steps }: LeakingFlow): string[] {
  const inside = steps.filter((step) => step.file === file)
  const named = (start: number): string[] =>
    facts.variables.filter(({ place }) => place.start === start).map(({ name }) => name)
  return [...new Set(inside.flatMap(({ span }) => named(span.start)))]
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** What copies of settings say that are for all pages. */
const EVERYWHERE = 'every page that it is on'

function describeFiring({ facts }: PlacedContainer, { tag }: PlacedTag): string {
  const [first, ...others] = tag.triggers
  if (first === undefined) return ''
  if (facts.settled) return first === EVERYWHERE ? '' : `It is set for ${first}.`
  return `It fires on ${first}${others.length === 0 ? '' : ` and on ${others.length} more ${others.length === 1 ? 'trigger' : 'triggers'}`}.`
}

function describeCircumstances({ facts, loading }: PlacedContainer, { facts: tag }: PlacedTag): string[] {
  const said: string[] = []
  if (!isLoaded(loading) && facts.side === 'page') said.push('No code here loads this container: the pages are those that its own triggers leave.')
  if (facts.settled) return said
  if (tag.consent.status === 'needed') said.push('It waits for consent; once that is given the same data leaves.')
  else said.push('It asks for no consent of its own.')
  return said
}

function helpForSettings(project: ProjectView, { tracker, accountId }: PlacedSighting, { file }: PlacedContainer): string {
  const name = nameOf(project.tracker(tracker), accountId)
  return `Take ${name} off these pages. If it has to stay, have whoever runs it switch this off in its console, and delete or renew ${file}.`
}

function helpFor({ facts, routes }: PlacedTag, flows: readonly LeakingFlow[], worst: readonly Exposure[]): string {
  const sensitive = new Set(worst.map(({ reached }) => reached.route))
  const open = routes.find(({ route }) => !sensitive.has(route))
  const data = flows.length === 0 ? '' : 'Take the variables that read what visitors fill in or click out of the tag. '
  const place = open ? `Let it fire only on pages that may have it (such as ${open.route.path}), by a list of allowed paths in its triggers` : `Remove the tag “${facts.name}”`
  return `${data}${place}, publish, and commit the new export. Better still load a container of its own on public pages, and none on sensitive ones.`
}
