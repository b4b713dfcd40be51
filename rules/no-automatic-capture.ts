/** What a tracker takes from a page by itself, and switches that switch nothing off. */
import { capturedDraft, givenConsentDraft, ineffectiveDraft } from './captured.js'
import type { Capture } from '../src/trackers/capture.js'
import { presences } from './presence.js'
import type { ProjectView, Rule } from './rule.js'

export const noAutomaticCapture: Rule = {
  id: 'no-automatic-capture',
  description: 'Disallow automatic events and automatic matching where forms or telling texts stand, and switches that switch nothing off',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const presence of presences(project)) {
      const { captured, ineffective } = project.taken({ ...presence, tracker: presence.tracker.id })
      for (const decides of ['code', 'console'] as const) {
        const draft = capturedDraft(project, presence, captured.filter(({ capture }) => capture.decides === decides && isTold(project, capture)))
        if (draft !== null) yield draft
      }
      for (const use of ineffective) {
        const draft = ineffectiveDraft(project, presence, use)
        if (draft !== null) yield draft
      }
    }
    for (const given of project.givenConsents()) {
      const draft = givenConsentDraft(project, given)
      if (draft !== null) yield draft
    }
  },
}

/** That a setting could send what forms are called is worth a look where every look is wanted. */
function isTold({ configuration }: ProjectView, { decides, takes }: Capture): boolean {
  return decides === 'code' || configuration.preset === 'strict' || (takes !== 'structure' && takes !== 'search')
}
