/** A tree of files on the disk. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from '../configuration/scope.js'
import type { Problem, Tree } from '../types.js'
import { decodeText } from './decode.js'
import { listFiles } from './listing.js'
import { fileReader } from './read-file.js'

/** A tree that says what was wrong with its files. */
export interface DiskTree extends Tree {
  /** Absolute path of the root. */
  readonly root: string
  /** What could not be listed or read, so far: grows while the tree is read. */
  readonly problems: readonly Problem[]
}

/**
 * The tree below a folder. Files are read when they are asked for.
 *
 * @param root absolute path
 * @param scope which paths (relative to the root) are left out and which are looked at; all when absent
 */
export function diskTree(root: string, scope?: Scope): DiskTree {
  const { paths: listed, problems } = listFiles(root, scope?.isExcluded)
  const paths = scope ? listed.filter(scope.isIncluded) : listed
  const complained = new Set<string>()
  // Questions about one file come one after another, and decoding a large one takes longer than many answers.
  let last: { bytes?: Buffer; text: string | undefined } = { text: undefined }
  // A bundle is asked about between the pages that load it.
  let largest: typeof last = last
  const read = fileReader(root, (path, message) => {
    if (!complained.has(path)) problems.push({ file: path, line: 1, message })
    complained.add(path)
  })
  return {
    root,
    paths,
    problems,
    bytes: read,
    text(path) {
      const bytes = read(path)
      if (bytes === undefined || bytes === last.bytes) return bytes && last.text
      if (bytes === largest.bytes) return largest.text
      last = { bytes, text: decodeText(bytes) }
      if (bytes.length >= (largest.bytes?.length ?? 0)) largest = last
      return last.text
    },
    version(path) {
      const found = statSync(join(root, path), { throwIfNoEntry: false })
      return found && `${found.mtimeMs}-${found.size}`
    },
  }
}
