/** Which states of a project a command is about: the files on the disk or in the index, and what they are compared with. */
import type { Configuration } from '../../configuration/configuration.js'
import { scopeOf } from '../../configuration/scope.js'
import { UsageError } from '../../configuration/usage-error.js'
import { decodeText } from '../../disk/decode.js'
import { committedEntries, stagedEntries, type GitEntry } from '../../disk/git/entries.js'
import { gitTree } from '../../disk/git/git-tree.js'
import { readBlob } from '../../disk/git/objects.js'
import { commitOf, mergeBase, repositoryAt, type Repository } from '../../disk/git/repository.js'
import { diskTree, LARGEST_FILE, type DiskTree } from '../../disk/tree.js'
import { filesOnDisk, type TopFiles } from './find-configuration.js'

/** A tree and what it says about itself. */
export interface State {
  tree: DiskTree
  configuration: Configuration
  /** Of a commit or the index: says what its findings depend on, the files and their contents. */
  key?: string
}

export interface States {
  after: State
  /** What `after` is compared with; null where all findings are wanted. */
  before: Before | null
  /** From the top of the repository to the project's folder: `` or `site/`; `` outside of git. */
  repositoryPrefix(): string
}

export interface Before {
  /** As the user named it. */
  reference: string
  /** Full id of the commit; null when there is none yet. */
  commit: string | null
  state: State
}

export interface StatesRequest {
  since?: string
  staged: boolean
  /** With `staged`: all findings of the index. */
  all: boolean
}

/** The configuration of a state, as options of the command change it. */
export type Configure = (files: TopFiles) => Configuration

/**
 * @param root absolute path of the project
 * @throws UsageError when git or a commit is needed and not there
 */
export function statesOf({ since, staged, all }: StatesRequest, root: string, cwd: string, configure: Configure): States {
  if (!staged && since === undefined) {
    return { after: onDisk(root, cwd, configure), before: null, repositoryPrefix: () => prefixOf(root) }
  }
  const repository = repositoryAt(root)
  const repositoryPrefix = (): string => repository.prefix
  const index = stagedEntries(repository)
  const after = staged
    ? fromEntries({ repository, root, entries: index, name: 'the index', configure })
    : onDisk(root, cwd, configure)
  if (staged && all) return { after, before: null, repositoryPrefix }
  const commit = since === undefined ? commitOf(repository, 'HEAD') ?? null : mergeBase(repository, since)
  const entries = commit === null ? [] : committedEntries(repository, commit)
  const ids = new Map(index.map(({ path, id }) => [path, id]))
  const elsewhere = ({ path, id }: GitEntry): boolean => ids.get(path) !== id
  return {
    after,
    repositoryPrefix,
    before: {
      reference: since ?? 'HEAD',
      commit,
      state: fromEntries({
        repository, root, entries, elsewhere, name: commit?.slice(0, 12) ?? 'the beginning',
        configure: lenient(configure, after.configuration),
      }),
    },
  }
}

function prefixOf(root: string): string {
  try {
    return repositoryAt(root).prefix
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return ''
  }
}

function onDisk(root: string, cwd: string, configure: Configure): State {
  const configuration = configure(filesOnDisk(root, cwd))
  return { tree: diskTree(root, scopeOf(configuration)), configuration }
}

interface EntriesState {
  repository: Repository
  root: string
  entries: readonly GitEntry[]
  elsewhere?: (entry: GitEntry) => boolean
  name: string
  configure: Configure
}

function fromEntries({ name, configure, ...source }: EntriesState): State {
  const { repository, entries } = source
  const configuration = configure(filesOfEntries(repository, entries, name))
  const key = entries.map(({ path, id }) => `${id} ${path}`).sort().join('\n')
  return { tree: gitTree({ ...source, scope: scopeOf(configuration) }), configuration, key }
}

function filesOfEntries(repository: Repository, entries: readonly GitEntry[], place: string): TopFiles {
  const ids = new Map(entries.flatMap(({ path, id }) => (path.includes('/') ? [] : [[path, id] as const])))
  return {
    place,
    has: (name) => ids.has(name),
    read(name) {
      const id = ids.get(name) ?? ''
      const bytes = readBlob(repository, { path: name, id }, LARGEST_FILE)
      const text = bytes && decodeText(bytes)
      if (text === undefined) throw new UsageError(`The configuration ${name} of ${place} cannot be read.`)
      return text
    },
    shown: (name) => `${name} (${place})`,
  }
}

/** A mistake in the configuration of the past is no mistake of the present: then the present one stands for it. */
function lenient(configure: Configure, present: Configuration): Configure {
  return (files) => {
    try {
      return configure(files)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return present
    }
  }
}

