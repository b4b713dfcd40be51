import type { Classified } from '../../src/personal/classified.js'

/** Categories in their order, guesses with a question mark. */
export function summary(found: readonly Classified[]): string {
  return found.map(({ category, sure }) => sure ? category : `${category}?`).join(', ')
}
