/** Services of others on pages of patients, and booking widgets beside trackers that hear what happens in them. */
import type { ThirdParty } from '../src/capture/third-parties.js'
import type { RouteClass } from '../src/types.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { describeExposures, joinWords, nameOf } from './wording.js'
import type { Exposure } from './severity.js'

export const noThirdPartyOnSensitiveRoute: Rule = {
  id: 'no-third-party-on-sensitive-route',
  description: 'Disallow maps, video, fonts, captchas and other services on pages of patients, and booking widgets beside trackers that hear them',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const party of project.thirdParties()) {
      const draft = draftOf(project, party)
      if (draft !== null) yield draft
    }
  },
}

/** Where the fact that somebody is there says something about them. */
const OF_PATIENTS: ReadonlySet<RouteClass> = new Set<RouteClass>(['portal', 'login', 'scheduling', 'intake'])

function draftOf(project: ProjectView, { service, place, routes, beside }: ThirdParty): Draft | null {
  const heard = beside.filter(({ tracker }) => project.tracker(tracker).service !== true)
  const isPair = service.pushes !== undefined && heard.length > 0
  // A service alone is a matter of taste, and told where every look is wanted.
  if (!isPair && project.configuration.preset !== 'strict') return null
  const exposed = routes.filter(({ route, certainty }) => OF_PATIENTS.has(route.class) && certainty !== 'possible')
    .map((reached): Exposure => ({ reached, severity: isPair ? 'error' : 'warning' }))
  if (exposed.length === 0) return null
  const names = [...new Set(heard.map(({ tracker, accountId }) => nameOf(project.tracker(tracker), accountId)))]
  return {
    severity: isPair ? 'error' : 'warning',
    message: isPair
      ? `${service.name} tells this page ${service.pushes} by itself, and ${joinWords(names.slice(0, 3))} on the same page can hear it. ${describeExposures(project, exposed)}`
      : `${service.vendor} receives the IP address of every visitor and where they are through ${service.name} (${service.what}). ${describeExposures(project, exposed)}`,
    help: service.instead,
    file: place.file, span: place.span, tracker: null,
    dataCategories: isPair ? ['appointment-type', 'appointment-date', 'provider', 'page-url'] : ['ip-address', 'page-url'], hashed: false,
    confidence: isPair ? 'possible-unless-disabled-in-vendor-console' : 'sent-by-this-code', flow: [],
    routes: exposed.map(({ reached }) => reached),
  }
}
