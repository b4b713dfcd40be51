/** Advanced matching, identify calls, user ids, flags of being signed in, placeholders left in: who the visitor is. */
import { identifyingDrafts } from './identifying.js'
import { draftsOf } from './leaking.js'
import type { Rule } from './rule.js'

export const noIdentityInTracking: Rule = {
  id: 'no-identity-in-tracking',
  description: 'Disallow telling trackers who the visitor is: advanced matching, identify calls, user ids',
  presets: ['recommended', 'strict'],
  *report(project) {
    yield* draftsOf(project, 'no-identity-in-tracking')
    yield* identifyingDrafts(project)
  },
}
