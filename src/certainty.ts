/** How sure a statement is. */
import type { Certainty } from './types.js'

/** The surest first. */
export const certainties: readonly Certainty[] = ['exact', 'likely', 'possible']

/** The weaker of two. */
export function weakest(a: Certainty, b: Certainty): Certainty {
  return certainties.indexOf(a) >= certainties.indexOf(b) ? a : b
}
