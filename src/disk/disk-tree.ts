/** A tree of files on the disk. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from '../configuration/scope.js'
import type { Problem, Tree } from '../types.js'
import { decodeText } from './decode.js'
import { listFiles } from './listing.js'

/** In bytes. Larger files are data or bundles of bundles; reading them costs more than it tells. */
export const LARGEST_FILE = 6 * 1024 * 1024

/** In bytes, of one tree. */
const MOST_KEPT = 256 * 1024 * 1024

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
  // One buffer for all files: opening, reading and closing is then all that is asked of the system.
  const buffer = Buffer.allocUnsafeSlow(LARGEST_FILE + 1)
  // Several questions of one run read the same files: what fits is kept, so that each is opened once.
  const kept = new Map<string, Buffer>()
  let room = MOST_KEPT

  function complain(path: string, message: string): undefined {
    if (!complained.has(path)) problems.push({ file: path, line: 1, message })
    complained.add(path)
  }

  function read(path: string): Buffer | undefined {
    const known = kept.get(path)
    if (known) return known
    let handle: number | undefined
    try {
      handle = openSync(join(root, path), 'r')
      let length = 0
      for (let wanted = buffer.length; wanted > 0; ) {
        const count = readSync(handle, buffer, length, wanted, null)
        length += count
        // A short answer is the end of an ordinary file; it need not be asked for again.
        wanted = count < wanted ? 0 : buffer.length - length
      }
      if (length > LARGEST_FILE) return complain(path, 'not read: the file is larger than 6 MB')
      const bytes = Buffer.allocUnsafe(length)
      buffer.copy(bytes, 0, 0, length)
      if (length <= room) {
        kept.set(path, bytes)
        room -= length
      }
      return bytes
    } catch (error) {
      return complain(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      if (handle !== undefined) closeSync(handle)
    }
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
    version(path) {
      const found = statSync(join(root, path), { throwIfNoEntry: false })
      return found && `${found.mtimeMs}-${found.size}`
    },
  }
}
