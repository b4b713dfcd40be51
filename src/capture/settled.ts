/** What copies of a vendor's settings that lie in the tree say about a tracker that code starts. */
import type { SettledFacts } from '../facts/container/container.js'
import type { Project } from '../project/project.js'
import type { Started } from './switches.js'

export interface Settled extends SettledFacts {
  /** The copy. */
  file: string
}

/** Null where no copy is of this tracker and its account. */
export type SettledOf = (started: Pick<Started, 'tracker' | 'accountId'>) => Settled | null

export function createSettled(project: Project): SettledOf {
  const copies = project.containers().flatMap(({ file, facts: { settled, id, manager } }) => (
    settled ? [{ file, ...settled, id, tracker: manager }] : []))
  return ({ tracker, accountId }) => {
    const own = copies.filter((copy) => copy.tracker === tracker)
    // Code that does not say its account starts the one that there is a copy of.
    return own.find(({ id }) => id === accountId) ?? (accountId === null && own.length === 1 ? own[0] as Settled : null)
  }
}
