/** Consent that code gives before anybody was asked: unconditional, as soon as the page runs. */
import type { Project } from '../project/project.js'
import { runningFunction } from '../project/sightings/units.js'
import { consents } from '../trackers/consents.js'
import type { Place, ReachedRoute } from '../types.js'
import { tellSwitches, type Switches } from './switches.js'

tellSwitches(consents.map(({ grants }) => grants))

export interface GivenConsent {
  tracker: string
  place: Place
  /** What should stand there. */
  write: string
  routes: readonly ReachedRoute[]
}

export function findGivenConsents(project: Project, switches: Switches): GivenConsent[] {
  const byPlace = new Map<string, GivenConsent>()
  for (const { tracker, grants } of consents) {
    for (const { effect, call: at, routes } of switches.uses([grants], { tracker, accountId: null, sightings: [] })) {
      const place = at
      if (effect !== 'works' || !place || !runsAtOnce(project, place)) continue
      const key = `${place.file} ${place.span.start}`
      if (!byPlace.has(key)) byPlace.set(key, { tracker, place, write: grants.write, routes: routes ?? [] })
    }
  }
  return [...byPlace.values()]
}

/** The call stands under no condition and in no function that waits to be called. */
function runsAtOnce(project: Project, { file, span }: Place): boolean {
  return (project.facts(file)?.scripts ?? []).some((script) => script.calls.some(({ value, scope, guard }) => {
    const call = script.values[value]
    return call?.start === span.start && call.end === span.end && guard < 0 && runningFunction(script, scope) === 0 && script.goal !== 'handler'
  }))
}
