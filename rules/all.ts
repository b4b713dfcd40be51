/** Every rule, in the order of the documentation. Hosts hand this list to the engine. */
import { noAutomaticCapture } from './no-automatic-capture.js'
import { noFormDataInTracking } from './no-form-data-in-tracking.js'
import { noHealthFactInEvent } from './no-health-fact-in-event.js'
import { noIdentityInTracking } from './no-identity-in-tracking.js'
import { noRiskyContainer } from './no-risky-container.js'
import { noRuntimeInjection } from './no-runtime-injection.js'
import { noSensitiveUrlInTracking } from './no-sensitive-url-in-tracking.js'
import { noServerSideForwarding } from './no-server-side-forwarding.js'
import { noTagManagerOnSensitiveRoute } from './no-tag-manager-on-sensitive-route.js'
import { noTrackerOnSensitiveRoute } from './no-tracker-on-sensitive-route.js'
import { noTrackingEventOnSensitiveRoute } from './no-tracking-event-on-sensitive-route.js'
import { noUndeclaredTracker } from './no-undeclared-tracker.js'
import { noUnmaskedSessionReplay } from './no-unmasked-session-replay.js'
import { requireSuppressionReason } from './require-suppression-reason.js'
import type { Rule } from './rule.js'

export const rules: readonly Rule[] = [
  noTrackerOnSensitiveRoute,
  noTagManagerOnSensitiveRoute,
  noTrackingEventOnSensitiveRoute,
  noFormDataInTracking,
  noIdentityInTracking,
  noHealthFactInEvent,
  noSensitiveUrlInTracking,
  noServerSideForwarding,
  noAutomaticCapture,
  noUnmaskedSessionReplay,
  noRuntimeInjection,
  noRiskyContainer,
  noUndeclaredTracker,
  requireSuppressionReason,
]
