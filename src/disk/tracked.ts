/** Reads which files git tracks: what is committed is never ignored, whatever an ignore file says. */
import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** The folder that holds the index; a worktree or submodule has a file that names it. */
function gitFolder(repository: string): string {
  const path = join(repository, '.git')
  if (statSync(path).isDirectory()) return path
  const named = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1]?.trim() ?? ''
  return isAbsolute(named) ? named : join(repository, named)
}

const FIXED_PART = 62
const EXTENDED = 0x4000

/**
 * Paths in an index, relative to the repository. Versions 2, 3 and 4 are all there are.
 *
 * @see https://git-scm.com/docs/index-format
 * @throws RangeError when it is cut short
 */
export function readIndex(index: Buffer): string[] {
  if (index.toString('latin1', 0, 4) !== 'DIRC') return []
  const version = index.readUInt32BE(4)
  const paths: string[] = []
  let at = 12
  let previous = ''
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const start = at
    const flags = index.readUInt16BE(at + 60)
    at += FIXED_PART + ((flags & EXTENDED) !== 0 ? 2 : 0)
    let kept = 0
    if (version === 4) {
      // How many bytes of the previous path are dropped, in git's variable-width numbers.
      let byte = index.readUInt8(at++)
      let dropped = byte & 0x7f
      while ((byte & 0x80) !== 0) {
        byte = index.readUInt8(at++)
        dropped = ((dropped + 1) << 7) | (byte & 0x7f)
      }
      kept = Buffer.byteLength(previous) - dropped
    }
    const end = index.indexOf(0, at)
    if (end < 0) throw new RangeError('the index is cut short')
    const rest = index.toString('utf8', at, end)
    previous = kept > 0 ? Buffer.from(previous).toString('utf8', 0, kept) + rest : rest
    paths.push(previous)
    // Entries are padded to eight bytes, except in version 4.
    at = version === 4 ? end + 1 : start + Math.ceil((end + 1 - start) / 8) * 8
  }
  return paths
}

/**
 * Tracked files and the folders above them (with `/` at their end), relative to the folder `prefix` of a repository.
 * Empty when the index cannot be read: then ignore files alone decide.
 */
export function trackedPaths(repository: string, prefix: string): ReadonlySet<string> {
  const tracked = new Set<string>()
  try {
    for (const path of readIndex(readFileSync(join(gitFolder(repository), 'index')))) {
      if (!path.startsWith(prefix)) continue
      const inside = path.slice(prefix.length)
      tracked.add(inside)
      for (let slash = inside.lastIndexOf('/'); slash > 0; slash = inside.lastIndexOf('/', slash - 1)) {
        const folder = inside.slice(0, slash + 1)
        if (tracked.has(folder)) break
        tracked.add(folder)
      }
    }
  } catch {
    return new Set()
  }
  return tracked
}
