/** Comments that suppress findings: each has to say why, is looked at again after its last day, and goes when it hides nothing. */
import { nearest } from '../src/configuration/nearest.js'
import type { SuppressionUse } from '../src/types.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { joinWords } from './wording.js'

export const requireSuppressionReason: Rule = {
  id: 'require-suppression-reason',
  description: 'Require a reason for every suppression, and no suppression that is expired or hides nothing',
  presets: ['recommended', 'strict'],
  last: true,
  *report(project) {
    for (const use of project.suppressions) {
      const told = tell(project, use)
      if (told !== null) yield draft(use, ...told)
    }
  },
}

function tell(project: ProjectView, use: SuppressionUse): [message: string, help: string] | null {
  const { rules, until, state, reason } = use
  const what = rules.length === 0 ? 'all findings' : joinWords(rules)
  switch (state) {
    case 'without-reason':
      return [
        `This suppression of ${what} gives no reason, and so it hides nothing.`,
        'Write why it is right behind two dashes: `-- agreement of 2026-03-01 with the vendor, until 2027-03-01`.',
      ]
    case 'expired':
      return [
        `This suppression of ${what} was good until ${until}, and hides nothing any more. Its reason was: ${reason}.`,
        'Look at it again: take the tracker out, or renew the reason and its date.',
      ]
    case 'unused': {
      // A rule that is switched off may have something to hide tomorrow.
      if (rules.some((rule) => project.known.has(rule) && !project.enabled.has(rule))) return null
      const near = rules.filter((rule) => !project.known.has(rule)).map((rule) => nearest(rule, project.known))
      const hint = near[0] === undefined ? '' : ` Did you mean ${near[0]}?`
      if (near.length > 0 && hint === '') return null
      return [
        `This suppression of ${what} hides nothing: there is no such finding here.${hint}`,
        'Delete the comment, so that it does not hide the next finding at this place.',
      ]
    }
    case 'used':
      return null
  }
}

function draft({ file, span }: SuppressionUse, message: string, help: string): Draft {
  return {
    severity: 'warning', message, help, file, span, tracker: null, dataCategories: [], hashed: false,
    confidence: 'sent-by-this-code', flow: [], routes: [],
  }
}
