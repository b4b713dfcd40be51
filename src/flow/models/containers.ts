/**
 * What variables of tag-manager containers ask the tag manager for: the object that their expressions name (see
 * `src/containers/expression.ts`).
 */
import type { ModelRow } from './model.js'

export const containers: readonly ModelRow[] = [
  { of: null, names: 'tagManager$.pushed', flows: ['= @data-layer{0}'] },
  { of: null, names: 'tagManager$.event', flows: ['= @tag-event'] },
  { of: null, names: 'tagManager$.detected', flows: ['= @detected'] },
  { of: null, names: 'tagManager$.variable', flows: ['= @container-variable{0}', '~ arguments'] },
]
