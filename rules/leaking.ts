/** Which rule tells a flow of patient data, and in what words. */
import { wordsFor, type DataCategory } from '../src/personal/index.js'
import type { Leak, LeakingFlow } from '../src/leaks/leaks.js'
import { categoriesOf, type DataSource } from '../src/leaks/source.js'
import { clauseOf } from '../src/leaks/telling.js'
import type { RouteClass, Severity } from '../src/types.js'
import { forwardingOf } from './forwarded.js'
import { describeLies } from './identifying.js'
import { isTracking } from './presence.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures } from './severity.js'
import { describeCircumstances, describeExposures, describePublicRoutes, joinWords, nameOf } from './wording.js'

export type LeakRule = 'no-form-data-in-tracking' | 'no-identity-in-tracking' | 'no-server-side-forwarding'

/** Categories that say who somebody is; the others say what they need. */
const IDENTITY: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'email', 'phone', 'name', 'date-of-birth', 'postal-address', 'medical-record-number', 'account-identifier', 'proxy-account',
  'emergency-contact', 'sign-in-status', 'demographics', 'ip-address',
])

/** How many sources a message names before it counts the rest. */
const NAMED = 3

/** The drafts of one rule: each leaking call once, told by the rule it belongs to. */
export function* draftsOf(project: ProjectView, rule: LeakRule): Iterable<Draft> {
  const all = told(project)
  for (const { leak, flows } of all) {
    if (ruleOf(leak, flows) !== rule || (rule === 'no-identity-in-tracking' && isEventToo(leak, flows, all))) continue
    yield draft(project, leak, flows)
  }
}

interface Told {
  leak: Leak
  flows: LeakingFlow[]
}

function told(project: ProjectView): Told[] {
  return project.leaks().flatMap((leak): Told[] => {
    // What a container's tag sends is told with the tag.
    if (!isTracking(project, leak.sighting) || leak.sighting.tag) return []
    const flows = leak.flows.filter((flow) => isTold(leak, flow) && isOfPatients(project, leak, flow) && !isUncalled(project, leak, flow))
    return flows.length === 0 ? [] : [{ leak, flows }]
  })
}

/** A wrapper may give the same values to an event and to the visitor's profile: one call is told once. */
function isEventToo({ sighting }: Leak, flows: readonly LeakingFlow[], all: readonly Told[]): boolean {
  const keys = flows.map(({ source }) => source.key)
  return all.some((other) => other.leak.sighting.file === sighting.file && other.leak.sighting.span.start === sighting.span.start
    && other.leak.sighting.tracker === sighting.tracker && ruleOf(other.leak, other.flows) === 'no-form-data-in-tracking'
    && keys.every((key) => other.flows.some(({ source }) => source.key === key)))
}

/** The page's own address and title go with every event anyway. */
const EVERYWHERE: ReadonlySet<DataCategory> = new Set<DataCategory>(['page-url', 'page-title'])

/**
 * A number by which a record is known is no news in an event; in a call that identifies it is. What only its name tells
 * of must be told by something else than that; the account of a client of the vendor's interface is the site's own.
 */
function isTold({ sighting, server }: Leak, { source }: LeakingFlow): boolean {
  const identifies = server || sighting.kind === 'identify-call' || sighting.call === 'identify' || sighting.call === 'init'
  if (server && source.kind === 'record' && /^account_?id$/i.test(source.name)) return false
  return source.categories.some(({ category }) =>
    !EVERYWHERE.has(category) && (source.kind !== 'record' || isTelling(category, identifies)) && !isOwnForm(source, category))
}

/** A function that nothing calls, on no page of a site that has pages: what it would be given is not known to be anybody's. */
function isUncalled(project: ProjectView, { sighting, server }: Leak, { source }: LeakingFlow): boolean {
  return source.given === true && !server && sighting.routes.length === 0 && project.routes.length > 0
}

/** What a form of the site is called is rendered by the site, and no visitor has said it. */
function isOwnForm({ kind }: DataSource, category: DataCategory): boolean {
  return kind === 'server' && category === 'form-structure'
}

/** What is clicked is a matter of patients on their pages; elsewhere it is the site's navigation. */
function isOfPatients(project: ProjectView, { sighting }: Leak, { source }: LeakingFlow): boolean {
  if (source.kind !== 'text' || !source.categories.every(({ category }) => category === 'portal-menu-selection')) return true
  return exposures(project, [sighting]).some(({ reached }) => OF_PATIENTS.has(reached.route.class))
}

/** Pages whose texts are a patient's own: their messages and results, what they book, what they answer. */
const OF_PATIENTS: ReadonlySet<RouteClass> = new Set<RouteClass>(['portal', 'scheduling', 'intake'])

/** The same for what a tag of a container sends: clicked texts count as well. */
export function isToldOfTag({ source }: LeakingFlow): boolean {
  return source.categories.some(({ category }) => !EVERYWHERE.has(category) && (source.kind !== 'record' || isTelling(category, false)))
}

/** Whether a name alone is enough: not for numbers of records in an event, nor for what a form is called. */
function isTelling(category: DataCategory, identifies: boolean): boolean {
  return category !== 'form-structure' && (identifies || category !== 'account-identifier')
}

function ruleOf({ sighting, server }: Leak, flows: readonly LeakingFlow[]): LeakRule {
  if (server) return 'no-server-side-forwarding'
  const identifies = sighting.kind === 'identify-call' || sighting.call === 'identify' || sighting.call === 'init'
  if (identifies) return 'no-identity-in-tracking'
  const isIdentity = flows.every(({ source }) => source.kind === 'record' && source.categories.every(({ category }) => IDENTITY.has(category)))
  return isIdentity ? 'no-identity-in-tracking' : 'no-form-data-in-tracking'
}

function draft(project: ProjectView, leak: Leak, flows: readonly LeakingFlow[]): Draft {
  const { sighting, server } = leak
  const tracker = project.tracker(sighting.tracker)
  const forwarding = forwardingOf(project, leak, flows)
  const ordered = [...forwarding.flows].sort(byWeight)
  const [first] = ordered as [LeakingFlow, ...LeakingFlow[]]
  const categories = categoriesOf(ordered.map(({ source }) => source))
  const routes = exposures(project, [sighting])
  const where = (routes.length > 0 ? describeExposures(project, routes) : describePublicRoutes(sighting.routes.map(({ route }) => route.path))).replace(/^(?=.)/, ' ')
  const hashed = ordered.every((flow) => flow.hashed)
  const steps = [...first.steps, ...(first.receivers?.[0]?.steps ?? [])]
  const way = describeWay(steps.map((step) => project.describePlace({ file: step.file, span: step.span })))
  return {
    severity: forwarding.isSilent ? 'warning' : severityOf(ordered),
    message:
      `${forwarding.receives ?? `${tracker.vendor} receives`} ${describeSources(ordered)}${hashed ? ', hashed or encoded (the receiver can match it with what it already knows)' : ''}: ` +
      `${way} → ${forwarding.call ?? describeCall(sighting.event, nameOf(tracker, sighting.accountId), server)}.` +
      `${where}${describeCircumstances(project, [sighting], routes)}${forwarding.note}${hashed ? '' : describeLies(project, sighting)}`,
    help: describeFix(categories, server),
    file: sighting.file,
    span: sighting.span,
    tracker: tracker.id,
    dataCategories: categories,
    hashed,
    confidence: sighting.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
    flow: steps,
    routes: (routes.length > 0 ? routes.map(({ reached }) => reached) : sighting.routes),
  }
}

/** What is known for sure comes first, then what tells most, then the shortest way. */
export function byWeight(a: LeakingFlow, b: LeakingFlow): number {
  return weight(b) - weight(a) || a.steps.length - b.steps.length || (a.source.key < b.source.key ? -1 : 1)
}

function weight({ source }: LeakingFlow): number {
  // The address of the network goes with every request: it is told after what a visitor has said.
  const telling = source.categories.some(({ category, sure }) => sure && category !== 'other-form-field' && category !== 'ip-address') ? 2 : 0
  return telling + (source.kind === 'record' ? 0 : 1)
}

/** A value that only its name shows to be about a person is worth a look and no more. */
function severityOf(flows: readonly LeakingFlow[]): Severity {
  return flows.some(({ source }) => source.kind !== 'record' && source.categories.some(({ category }) => category !== 'other-form-field'))
    ? 'error' : 'warning'
}

/** `the appointment reason that the visitor fills in (textarea#reason), the email …` */
function describeSources(flows: readonly LeakingFlow[]): string {
  const [first, ...others] = flows as [LeakingFlow, ...LeakingFlow[]]
  const more = [...new Set(others.map(({ source }) => wordsFor((source.categories[0] as { category: DataCategory }).category)))]
    .filter((word) => word !== wordsFor((first.source.categories[0] as { category: DataCategory }).category))
  const rest = more.length > NAMED ? `, and ${more.length - NAMED + 1} more kinds of data` : ''
  const what = wordsFor((first.source.categories[0] as { category: DataCategory }).category)
  const also = more.length === 0 ? '' : `, also ${joinWords(more.length > NAMED ? more.slice(0, NAMED - 1) : more)}${rest}`
  return `${what} ${clauseOf(first.source)}${also}`
}

/** How many places a message names; the finding's flow has them all. */
const PLACES = 6

/** `src/Book.tsx:41 → :57 → lib/track.ts:12`: a file is named when it changes. */
function describeWay(places: readonly string[]): string {
  const distinct = places.filter((place, index) => place !== places[index - 1])
  const shown = distinct.length <= PLACES ? distinct : [...distinct.slice(0, PLACES / 2), '…', ...distinct.slice(-PLACES / 2)]
  const fileOf = (place: string | undefined): string => (place ?? '').replace(/:\d+$/, '')
  return shown.map((place, index) => {
    const before = shown.slice(0, index).findLast((other) => other !== '…')
    return place !== '…' && before !== undefined && fileOf(before) === fileOf(place) ? place.slice(fileOf(place).length) : place
  }).join(' → ')
}

function describeCall(event: string | null, name: string, server: boolean): string {
  return `${name}${event === null ? '' : ` in \`${event}\``}${server ? ', sent from the server' : ''}`
}

function describeFix(categories: readonly DataCategory[], server: boolean): string {
  const what = joinWords(categories.slice(0, NAMED).map(wordsFor))
  const where = server ? 'what the server sends' : 'the payload'
  return `Take ${what} out of ${where}: send a fixed event name with no value of the visitor’s, or count the step on your own server. ` +
    'Hashing does not help: the receiver matches hashes.'
}
