/** Recordings that show what stands on a sensitive page: text that nothing masks, options and marks that reveal. */
import { presences } from './presence.js'
import { recordedDrafts, revealedDraft } from './recorded.js'
import type { Rule } from './rule.js'

export const noUnmaskedSessionReplay: Rule = {
  id: 'no-unmasked-session-replay',
  description: 'Disallow session replay that shows the text of sensitive pages, and attributes and options that take masking away',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const presence of presences(project)) {
      const recorded = project.recorded({ ...presence, tracker: presence.tracker.id })
      if (recorded) yield* recordedDrafts(project, presence, recorded)
    }
    for (const revealed of project.revealed()) {
      const draft = revealedDraft(project, revealed)
      if (draft !== null) yield draft
    }
  },
}
