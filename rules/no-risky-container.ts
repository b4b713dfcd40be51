/** Tags of committed containers that fire on sensitive routes, with what they read there. One finding a tag. */
import type { Rule } from './rule.js'
import { draftOfTag } from './container-tag.js'

export const noRiskyContainer: Rule = {
  id: 'no-risky-container',
  description: 'Disallow tags of a committed tag-manager container that reach sensitive routes or read what is filled in there',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const container of project.containers) {
      for (const tag of container.tags) {
        const draft = tag.facts.state === 'fires' ? draftOfTag(project, container, tag) : null
        if (draft !== null) yield draft
      }
    }
  },
}
