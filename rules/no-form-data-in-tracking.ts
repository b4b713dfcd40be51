/** A form field, search term, option label or server-rendered patient value that flows into a tracking call, on any route. */
import { draftsOf } from './leaking.js'
import type { Rule } from './rule.js'

export const noFormDataInTracking: Rule = {
  id: 'no-form-data-in-tracking',
  description: 'Disallow form fields, search terms and patient values in what is sent to trackers',
  presets: ['recommended', 'strict'],
  report: (project) => draftsOf(project, 'no-form-data-in-tracking'),
}
