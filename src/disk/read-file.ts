/** Reads files below a folder, each once: several questions of one run ask for the same ones. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** In bytes. Larger files are data or bundles of bundles; reading them costs more than it tells. */
export const LARGEST_FILE = 6 * 1024 * 1024

/** In bytes. A source map is several times its bundle, and is read only for what was found in that. */
const LARGEST_MAP = 48 * 1024 * 1024

/** How many bytes of a path are read at all. */
export function largestOf(path: string): number {
  return path.endsWith('.map') ? LARGEST_MAP : LARGEST_FILE
}

/** In bytes, of one tree. */
const MOST_KEPT = 256 * 1024 * 1024

/**
 * A function from paths, relative to the root, to bytes. What cannot be read is undefined, and `complain` is told why.
 *
 * @param root absolute path
 */
export function fileReader(root: string, complain: (path: string, message: string) => void): (path: string) => Buffer | undefined {
  // One buffer for all files: opening, reading and closing is then all that is asked of the system.
  const buffer = Buffer.allocUnsafeSlow(LARGEST_FILE + 1)
  // What fits is kept, so that each file is opened once.
  const kept = new Map<string, Buffer>()
  let room = MOST_KEPT

  return (path) => {
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
      if (length > LARGEST_FILE) {
        const largest = largestOf(path)
        if (fstatSync(handle).size <= largest) return readFileSync(join(root, path))
        complain(path, `not read: the file is larger than ${largest / 1024 / 1024} MB`)
        return undefined
      }
      const bytes = Buffer.allocUnsafe(length)
      buffer.copy(bytes, 0, 0, length)
      if (length <= room) {
        kept.set(path, bytes)
        room -= length
      }
      return bytes
    } catch (error) {
      complain(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    } finally {
      if (handle !== undefined) closeSync(handle)
    }
  }
}
