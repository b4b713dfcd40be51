/** Git repositories that tests write and that are gone afterwards. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

export interface TemporaryRepository {
  /** Absolute path. */
  folder: string
  git(...arguments_: string[]): string
  /** Writes files (null removes one) without staging them. */
  write(files: Record<string, string | null>): void
  move(from: string, to: string): void
  /** Writes, stages everything and commits; gives the commit's id. */
  commit(files?: Record<string, string | null>): string
}

// Neither the user's settings nor those of a hook that runs these tests.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))

export function temporaryRepository(files: Record<string, string>): TemporaryRepository {
  const folder = temporaryFolder({})
  const git = (...arguments_: string[]): string => execFileSync('git', arguments_, {
    cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  }).trim()
  const repository: TemporaryRepository = {
    folder,
    git,
    write(changes) {
      for (const [path, text] of Object.entries(changes)) {
        if (text === null) rmSync(join(folder, path))
        else {
          mkdirSync(dirname(join(folder, path)), { recursive: true })
          writeFileSync(join(folder, path), text)
        }
      }
    },
    move(from, to) {
      mkdirSync(dirname(join(folder, to)), { recursive: true })
      renameSync(join(folder, from), join(folder, to))
    },
    commit(changes = {}) {
      repository.write(changes)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'change')
      return git('rev-parse', 'HEAD')
    },
  }
  git('init', '--quiet', '--initial-branch=main')
  repository.commit(files)
  return repository
}
