/** Asks git. Only commands that read: no hook, filter or program that a repository names is run, and no network is used. */
import { spawnSync } from 'node:child_process'
import { isAbsolute, resolve } from 'node:path'
import { UsageError } from '../../configuration/usage-error.js'

export interface Repository {
  /** Absolute path of the work tree. */
  top: string
  /** From the top to the project's folder: `` or ending in `/`. */
  prefix: string
}

/** A fixed set of settings: what a repository's own configuration could make git start is switched off. */
const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '--no-optional-locks']

const environment = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }

export interface Answer {
  ok: boolean
  stdout: Buffer
  /** What git complains of, one line. */
  complaint: string
}

/** @throws UsageError when there is no git */
export function git(cwd: string, arguments_: readonly string[], input?: string): Answer {
  const { status, error, stdout, stderr } = spawnSync('git', [...settings, ...arguments_], {
    cwd, env: { ...process.env, ...environment }, maxBuffer: 2 ** 31 - 1, ...(input === undefined ? {} : { input }),
  })
  if (error) throw new UsageError(`git could not be started (${error.message}). It is needed for --since and --staged.`)
  const complaint = stderr.toString('utf8').trim().split('\n')[0] ?? ''
  return { ok: status === 0, stdout, complaint: complaint.replace(/^(fatal|error): /, '') }
}

/**
 * The repository a folder is in.
 *
 * @throws UsageError when it is in none
 */
export function repositoryAt(folder: string): Repository {
  const { ok, stdout } = git(folder, ['rev-parse', '--show-toplevel', '--show-prefix'])
  const [top = '', prefix = ''] = stdout.toString('utf8').split('\n')
  if (!ok || top === '') throw new UsageError(`${folder} is in no git repository, and --since and --staged need one.`)
  return { top, prefix }
}

/** Full id of what a name stands for (`main`, `HEAD~1`, `v1.2`) when it is a commit, else undefined. */
export function commitOf({ top }: Repository, name: string): string | undefined {
  // A name that begins with a dash would be taken for an option.
  if (name === '' || name.startsWith('-')) return undefined
  const { ok, stdout } = git(top, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  return ok ? stdout.toString('latin1').trim() : undefined
}

/**
 * The commit at which the current branch left another.
 *
 * @throws UsageError when there is no such branch, or no commit the two share
 */
export function mergeBase(repository: Repository, reference: string): string {
  const other = commitOf(repository, reference)
  const shallow = git(repository.top, ['rev-parse', '--is-shallow-repository']).stdout.toString('latin1').trim() === 'true'
  const hint = shallow ? ' This clone is shallow: fetch its history first (git fetch --unshallow, or fetch-depth: 0 for actions/checkout).' : ''
  if (other === undefined) {
    throw new UsageError(`--since is "${reference}", which is no commit, branch or tag of this repository.${hint}`)
  }
  if (commitOf(repository, 'HEAD') === undefined) throw new UsageError('There is no commit yet that --since could compare with.')
  const { ok, stdout } = git(repository.top, ['merge-base', 'HEAD', other])
  if (!ok) throw new UsageError(`HEAD and "${reference}" have no commit in common.${hint}`)
  return stdout.toString('latin1').trim().split('\n')[0] as string
}

/** Absolute path of a file that git keeps for itself (`index`, `hooks`). */
export function gitPath({ top }: Repository, name: string): string {
  const path = git(top, ['rev-parse', '--git-path', name]).stdout.toString('utf8').trim()
  return isAbsolute(path) ? path : resolve(top, path)
}
