/** Words that several formats share. */
import type { Change, Comparison, Finding } from '../types.js'
import { countSeverities } from './ranked.js'

/** `1 error`, `2 errors` */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `2 errors and 1 warning`; `no error and no warning`. */
export function severityWords(findings: readonly Pick<Finding, 'severity'>[]): string {
  const { error, warning } = countSeverities(findings)
  const words = [...(error > 0 ? [counted(error, 'error')] : []), ...(warning > 0 ? [counted(warning, 'warning')] : [])]
  return words.length === 0 ? 'nothing' : words.join(' and ')
}

/** `main (0123456789ab)`. */
export function referenceWords({ reference, commit }: Comparison): string {
  return commit === null ? 'the beginning' : `${reference} (${commit.slice(0, 12)})`
}

/** `new`, `now on portal routes`. */
export function changeWords({ kind, gains }: Change): string {
  return kind === 'new' ? 'new' : `now ${gains.join(', ')}`
}
