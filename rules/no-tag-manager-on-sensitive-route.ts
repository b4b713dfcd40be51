/** A tag-manager container on a sensitive route: opaque, whatever it holds today. */
import { presences } from './presence.js'
import { draftOfPresence } from './presence-draft.js'
import type { Rule } from './rule.js'
import { describeCircumstances, describeExposures, describePieces, nameOf } from './wording.js'

export const noTagManagerOnSensitiveRoute: Rule = {
  id: 'no-tag-manager-on-sensitive-route',
  description: 'Disallow tag-manager containers on patient portal, login, scheduling, intake and other sensitive routes',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const presence of presences(project)) {
      const { tracker, accountId } = presence
      if (tracker.category !== 'tag-manager') continue
      const draft = draftOfPresence(project, presence, 'depends-on-container', (sightings, exposures) => {
        const container = accountId === null ? 'a container whose id the code does not say' : `container ${accountId}`
        return (
          `${nameOf(tracker, null)} loads ${container}${describePieces(project, sightings)}: whoever may publish in it ` +
          `adds any tracker to these pages without a change of this code, and ${tracker.vendor} receives the IP address ` +
          `and page URL of every visitor. ${describeExposures(project, exposures)}` +
          describeCircumstances(project, sightings, exposures)
        )
      })
      if (draft === null) continue
      const committed = project.containers.find(({ facts }) => accountId !== null && facts.id === accountId)
      const help = committed ? `What it held when ${committed.file} was exported is told there.` : 'Commit the container’s export, so that what it holds can be checked.'
      yield { ...draft, help: `${draft.help} ${help}` }
    }
  },
}
