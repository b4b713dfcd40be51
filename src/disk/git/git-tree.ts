/** A commit, or the index, as a tree. Nothing is checked out. */
import type { Scope } from '../../configuration/scope.js'
import type { Problem } from '../../types.js'
import { decodeText } from '../decode.js'
import type { DiskTree } from '../disk-tree.js'
import { fileReader, LARGEST_FILE } from '../read-file.js'
import type { GitEntry } from './entries.js'
import { sourcePaths } from './listing.js'
import { blobId, readBlobs } from './objects.js'
import type { Repository } from './repository.js'

/** Files that are fetched one by one before all that are left are fetched at once. */
const SINGLE = 8

export interface GitTreeOptions {
  repository: Repository
  /** Absolute path of the project's folder. */
  root: string
  entries: readonly GitEntry[]
  scope: Scope
  /** Ids that are probably not on the disk: they are fetched together. */
  elsewhere?: (entry: GitEntry) => boolean
}

/**
 * Most files of a commit are on the disk as they are in the commit, and the disk is faster than git. A file's content
 * is taken from there when its id is the same, and else from git's store.
 */
export function gitTree({ repository, root, entries, scope, elsewhere }: GitTreeOptions): DiskTree {
  const ids = new Map(entries.map(({ path, id }) => [path, id]))
  const paths = sourcePaths([...ids.keys()], scope.isExcluded).filter(scope.isIncluded)
  const problems: Problem[] = []
  const onDisk = fileReader(root, () => undefined)
  const contents = new Map<string, Buffer | undefined>()
  const stored = new Map<string, Buffer>()
  let misses = 0

  function fetch(wanted: Iterable<string>): void {
    const missing = [...new Set(wanted)].filter((id) => !stored.has(id))
    for (const [id, bytes] of readBlobs(repository, missing, LARGEST_FILE)) stored.set(id, bytes)
  }

  function fromStore(path: string, id: string): Buffer | undefined {
    if (!stored.has(id)) {
      misses++
      const together = misses === 1 && elsewhere ? paths.filter((each) => elsewhere({ path: each, id: ids.get(each) as string }))
        : misses > SINGLE ? paths.filter((each) => !contents.has(each)) : []
      fetch([id, ...together.map((each) => ids.get(each) as string)])
    }
    const bytes = stored.get(id)
    if (!bytes) problems.push({ file: path, line: 1, message: 'not read: git does not have it here, or it is larger than 6 MB' })
    return bytes
  }

  function read(path: string): Buffer | undefined {
    if (contents.has(path)) return contents.get(path)
    const id = ids.get(path)
    if (id === undefined) return undefined
    const near = onDisk(path)
    const bytes = near && blobId(near, id.length) === id ? near : fromStore(path, id)
    contents.set(path, bytes)
    return bytes
  }

  return {
    root,
    paths,
    problems,
    bytes: read,
    text(path) {
      const bytes = read(path)
      return bytes && decodeText(bytes)
    },
    version: (path) => ids.get(path),
  }
}
