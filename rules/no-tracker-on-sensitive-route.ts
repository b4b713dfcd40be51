/** A tracker's loader, snippet, noscript pixel or package that reaches a sensitive route. */
import { presences } from './presence.js'
import { draftOfPresence } from './presence-draft.js'
import type { Rule } from './rule.js'
import { describeCircumstances, describeExposures, describePieces, nameOf, receivedByVisit } from './wording.js'

export const noTrackerOnSensitiveRoute: Rule = {
  id: 'no-tracker-on-sensitive-route',
  description: 'Disallow trackers on patient portal, login, scheduling, intake and other sensitive routes',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const presence of presences(project)) {
      const { tracker, accountId } = presence
      if (tracker.category === 'tag-manager') continue
      const draft = draftOfPresence(project, presence, 'sent-by-this-code', (sightings, exposures) =>
        `${tracker.vendor} receives ${receivedByVisit(tracker)} through ${nameOf(tracker, accountId)}` +
        `${describePieces(project, sightings)}. ${describeExposures(project, exposures)}` +
        describeCircumstances(project, sightings, exposures))
      if (draft !== null) yield draft
    }
  },
}
