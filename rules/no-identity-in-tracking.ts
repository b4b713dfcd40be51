/** Advanced matching, identify calls and user ids: who the visitor is. */
import { draftsOf } from './leaking.js'
import type { Rule } from './rule.js'

export const noIdentityInTracking: Rule = {
  id: 'no-identity-in-tracking',
  description: 'Disallow telling trackers who the visitor is: advanced matching, identify calls, user ids',
  presets: ['recommended', 'strict'],
  report: (project) => draftsOf(project, 'no-identity-in-tracking'),
}
