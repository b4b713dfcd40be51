/** What names and constants of a call say about who somebody is, in words. */
import type { IdentifyingCall, IdentityStatement } from '../src/leaks/names/identity.js'
import { wordsFor } from '../src/personal/index.js'
import { isTracking, wrappedIn } from './presence.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures } from './severity.js'
import { describeCircumstances, describeExposures, describePublicRoutes, nameOf } from './wording.js'

/** Flags and placeholders; of calls that leak a value, what is left of them. */
export function* identifyingDrafts(project: ProjectView): Iterable<Draft> {
  const isToldByCalls = wrappedIn(project)
  const leaking = new Set(project.leaks().map(({ sighting }) => sighting))
  for (const { sighting, statements } of project.identities()) {
    if (!isTracking(project, sighting) || sighting.category === 'error-monitoring' || isToldByCalls(sighting)) continue
    const told = statements.find(({ states }) => states === 'placeholder') ?? (leaking.has(sighting) ? undefined : statements.find(({ states }) => states === 'flag'))
    if (told) yield draft(project, sighting, told)
  }
}

/** ` The key \`HashedEmail\` says that its value is hashed, and it is not.` for a call that leaks, or nothing. */
export function describeLies(project: ProjectView, of: IdentifyingCall['sighting']): string {
  const raw = project.identities().find(({ sighting }) => sighting === of)?.statements.find(({ states }) => states === 'raw')
  return raw ? ` The key \`${raw.text}\` says that its value is hashed, and it is not.` : ''
}

function draft(project: ProjectView, sighting: IdentifyingCall['sighting'], { states, text, keys, part, category }: IdentityStatement): Draft {
  const tracker = project.tracker(sighting.tracker)
  const routes = exposures(project, [sighting])
  const [worst] = routes
  const where = worst ? describeExposures(project, routes) : describePublicRoutes(sighting.routes.map(({ route }) => route.path))
  const key = part === 'key' ? text : keys.at(-1)
  const what = states === 'placeholder'
    ? `${tracker.vendor} is to receive ${wordsFor(category)} through ${nameOf(tracker, sighting.accountId)}: the key \`${key}\` holds the placeholder \`${text}\`, which nobody has filled in yet.`
    : `${tracker.vendor} receives ${wordsFor(category)} of the visitor from the key \`${key}\`${part === 'key' ? '' : ` (\`${text}\`)`} through ${nameOf(tracker, sighting.accountId)}: whoever has an account with a provider is its patient or member.`
  return {
    severity: states === 'placeholder' ? 'warning' : worst?.severity ?? 'warning',
    message: `${what} ${where}${describeCircumstances(project, [sighting], routes)}`.trimEnd(),
    help: states === 'placeholder' ? `Delete the key \`${key}\` from the snippet, before somebody fills it in.`
      : `Leave \`${key}\` out of what is sent.`,
    file: sighting.file,
    span: sighting.span,
    tracker: tracker.id,
    dataCategories: [category],
    hashed: false,
    confidence: sighting.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
    flow: [],
    routes: worst ? routes.map(({ reached }) => reached) : sighting.routes,
  }
}
