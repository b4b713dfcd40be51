/** Event names, parameter keys and constants that state a condition, a drug, a plan or a step of care by themselves. */
import type { HealthFact } from '../src/health/index.js'
import { wordsFor, type DataCategory } from '../src/personal/index.js'
import type { StatedFact, StatingCall } from '../src/leaks/names/stated.js'
import { isTracking, wrappedIn } from './presence.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { exposures } from './severity.js'
import { describeCircumstances, describeExposures, describePublicRoutes, joinWords, nameOf } from './wording.js'

export const noHealthFactInEvent: Rule = {
  id: 'no-health-fact-in-event',
  description: 'Disallow event names, parameter keys and constants that state a condition, drug, plan or step of care',
  presets: ['recommended', 'strict'],
  *report(project) {
    const leaking = new Set(project.leaks().map(({ sighting }) => sighting))
    const isToldByCalls = wrappedIn(project)
    for (const call of project.stated()) {
      const { sighting } = call
      // Messages about errors are for those who repair them; a name that only a key gives is told with the flow.
      if (!isTracking(project, sighting) || isToldByCalls(sighting) || sighting.category === 'error-monitoring') continue
      const facts = call.facts.filter((fact) => (fact.part !== 'key' || !leaking.has(sighting)) && !isNavigation(call, fact))
      const [first] = facts
      if (first) yield draft(project, call, [first, ...facts.slice(1)])
    }
  },
}

/** Words by which a name says that a step was taken, and not only looked at or clicked. */
const TAKEN = /(?:booked|scheduled|confirmed|complete[d]?|completion|success|successful|submit(?:ted)?|sent|finished|paid|purchase[d]?|registered|requested|created|done|thank)/i

/** Standard events of vendors that mean that it was. */
const MEANS_TAKEN = /^(?:Schedule|CompleteRegistration|SubmitApplication|Lead|Purchase|Subscribe)$/

/** A step of care that is only on the way: on public and contact pages that is a click in the site's navigation. Asking for help is more. */
function isNavigation({ sighting: { routes, event } }: StatingCall, { fact, text }: StatedFact): boolean {
  if (fact.states !== 'step' || fact.category === 'message' || routes.length === 0 || routes.some(({ route }) => route.class !== 'public' && route.class !== 'contact')) return false
  return !TAKEN.test(`${text} ${event ?? ''}`) && !MEANS_TAKEN.test(event ?? '')
}

function draft(project: ProjectView, { sighting, steps }: StatingCall, facts: readonly [StatedFact, ...StatedFact[]]): Draft {
  const tracker = project.tracker(sighting.tracker)
  const routes = exposures(project, [sighting])
  const [worst] = routes
  const [first, ...others] = facts
  const places = [...steps.slice(0, -1), sighting, ...sighting.through].map((place) => project.describePlace(place))
  const chain = places.length === 1 ? '' : ` (${places.join(' → ')})`
  const more = joinWords([...new Set(others.map(({ fact }) => sayOf(fact)))].filter((what) => what !== sayOf(first.fact)).slice(0, NAMED))
  const where = worst ? describeExposures(project, routes) : describePublicRoutes(sighting.routes.map(({ route }) => route.path))
  return {
    severity: worst?.severity ?? 'warning',
    message:
      `${tracker.vendor} receives ${describeFact(first)}${more === '' ? '' : `, with ${more}`}, tied to the visitor’s IP address and cookies, ` +
      `through ${nameOf(tracker, sighting.accountId)}${chain}. ${where}${describeCircumstances(project, [sighting], routes)}`.trimEnd(),
    help: helpFor(first),
    file: sighting.file,
    span: sighting.span,
    tracker: tracker.id,
    dataCategories: [...new Set(facts.map(({ fact }) => fact.category))],
    hashed: false,
    confidence: sighting.category === 'tag-manager' ? 'depends-on-container' : 'sent-by-this-code',
    flow: steps,
    routes: worst ? routes.map(({ reached }) => reached) : sighting.routes,
  }
}

/** How many further facts a message names. */
const NAMED = 2

/** What a step of care says of whoever takes it. */
const stepNames: Partial<Record<DataCategory, string>> = {
  'appointment-type': 'that the visitor makes an appointment',
  'reason-for-visit': 'that the visitor fills in an intake or assessment',
  'test-result': 'that the visitor looks at test results',
  'sign-in-status': 'that the visitor is a patient',
  message: 'that the visitor asks for help',
  payment: 'that the visitor pays for care',
}

function sayOf({ states, category }: HealthFact): string {
  return (states === 'step' ? stepNames[category] : undefined) ?? wordsFor(category)
}

const stating = { event: 'the name of the event', key: 'the key', value: 'the text' }

/** `a health condition: the name of the event, \`started_ptsd_intake\`, says so (“ptsd”)`. */
function describeFact({ part, text, fact }: StatedFact): string {
  return `${sayOf(fact)} from ${stating[part]} \`${text}\`${fact.words === text.toLowerCase() ? '' : ` (“${fact.words}”)`}`
}

function helpFor({ part, text, fact }: StatedFact): string {
  const change = part === 'event' ? `Give the event a neutral name (\`step_completed\`) instead of \`${text}\``
    : part === 'key' ? `Leave the key \`${text}\` out` : `Leave \`${text}\` out of what is sent`
  const whole = fact.states === 'step' ? 'A conversion that means that somebody seeks care says the same under any name: count it on your own server.'
    : 'Whoever is told it can tie it to the visitor by cookie and address; what has to be counted is counted on your own server.'
  return `${change}. ${whole}`
}
