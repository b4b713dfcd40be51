/** What a tracker takes from a page by itself, and switches that switch nothing off. */
import { capturedDraft, givenConsentDraft, ineffectiveDraft } from './captured.js'
import type { Captured } from '../src/capture/captures.js'
import { presences } from './presence.js'
import type { ProjectView, Rule } from './rule.js'

export const noAutomaticCapture: Rule = {
  id: 'no-automatic-capture',
  description: 'Disallow automatic events and automatic matching where forms or telling texts stand, and switches that switch nothing off',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const presence of presences(project)) {
      const { captured, ineffective } = project.taken({ ...presence, tracker: presence.tracker.id })
      const told = captured.filter((each) => isTold(project, each))
      for (const decides of ['code', 'settled', 'console'] as const) {
        const draft = capturedDraft(project, presence, told.filter((each) => decidedBy(each) === decides))
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

/** Who decides: the code, a console of which there is a copy, or one that nobody here sees. */
function decidedBy({ capture: { decides }, settled }: Captured): 'code' | 'settled' | 'console' {
  return settled ? 'settled' : decides
}

/** That a setting could send what forms are called is worth a look where every look is wanted. */
function isTold({ configuration }: ProjectView, { capture: { decides, takes }, settled }: Captured): boolean {
  return decides === 'code' || settled !== null || configuration.preset === 'strict' || (takes !== 'structure' && takes !== 'search')
}
