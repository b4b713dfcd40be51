/** Every rule, in the order of the documentation. Hosts hand this list to the engine. */
import { noTagManagerOnSensitiveRoute } from './no-tag-manager-on-sensitive-route.js'
import { noTrackerOnSensitiveRoute } from './no-tracker-on-sensitive-route.js'
import { noTrackingEventOnSensitiveRoute } from './no-tracking-event-on-sensitive-route.js'
import { noUndeclaredTracker } from './no-undeclared-tracker.js'
import type { Rule } from './rule.js'

export const rules: readonly Rule[] = [
  noTrackerOnSensitiveRoute,
  noTagManagerOnSensitiveRoute,
  noTrackingEventOnSensitiveRoute,
  noUndeclaredTracker,
]
