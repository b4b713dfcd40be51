/** Which files a commit or the index holds. */
import { UsageError } from '../../configuration/usage-error.js'
import { git, type Repository } from './repository.js'

/** A file of a commit or of the index. */
export interface GitEntry {
  /** Relative to the project's folder. */
  path: string
  /** Id of its content. */
  id: string
}

/** Ordinary files; links and submodules are none of the tree. */
const ORDINARY = /^100/

function inside({ prefix }: Repository, path: string): string | undefined {
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

/** Files of a commit, below the project's folder. */
export function committedEntries(repository: Repository, commit: string): GitEntry[] {
  const { top, prefix } = repository
  const { ok, stdout, complaint } = git(top, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix === '' ? [] : ['--', prefix])])
  if (!ok) throw new UsageError(`git cannot list the files of ${commit}: ${complaint}`)
  return stdout.toString('utf8').split('\0').flatMap((line) => {
    const [, mode = '', id = '', name = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    const path = inside(repository, name)
    return ORDINARY.test(mode) && path !== undefined ? [{ path, id }] : []
  })
}

/**
 * Files of the index, below the project's folder. Of a file in conflict, our side counts.
 *
 * @see https://git-scm.com/docs/git-ls-files#_output
 */
export function stagedEntries(repository: Repository): GitEntry[] {
  const { top, prefix } = repository
  const { ok, stdout, complaint } = git(top, ['ls-files', '--stage', '-z', ...(prefix === '' ? [] : ['--', prefix])])
  if (!ok) throw new UsageError(`git cannot list what is staged: ${complaint}`)
  return stdout.toString('utf8').split('\0').flatMap((line) => {
    const [, mode = '', id = '', stage = '', name = ''] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? []
    const path = inside(repository, name)
    return ORDINARY.test(mode) && (stage === '0' || stage === '2') && path !== undefined ? [{ path, id }] : []
  })
}
