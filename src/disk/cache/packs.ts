/** Facts in few files: one write for all that are new, one read for each that is wanted. */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where something stands in a pack, and the beginning of its digest. */
export type Slice = readonly [pack: string, offset: number, length: number, digest: string]

function digestOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex').slice(0, 12)
}

/** Writes a file so that others see all of it or nothing. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, content)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Slices of the packs in a folder. What is gone or damaged is undefined. */
export function packReader(folder: string): { read(slice: Slice): string | undefined; close(): void } {
  const handles = new Map<string, number | null>()
  const handleOf = (pack: string): number | null => {
    let handle = handles.get(pack)
    if (handle === undefined) {
      try {
        handle = openSync(join(folder, `${pack}.pack`), 'r')
      } catch {
        handle = null
      }
      handles.set(pack, handle)
    }
    return handle
  }
  return {
    read([pack, offset, length, digest]) {
      const handle = handleOf(pack)
      if (handle === null) return undefined
      try {
        const bytes = Buffer.allocUnsafe(length)
        return readSync(handle, bytes, 0, length, offset) === length && digestOf(bytes) === digest ? bytes.toString('utf8') : undefined
      } catch {
        return undefined
      }
    },
    close() {
      for (const handle of handles.values()) if (handle !== null) closeSync(handle)
      handles.clear()
    },
  }
}

/** Writes one pack; a slice for each text, in their order. */
export function writePack(folder: string, texts: readonly string[]): Slice[] {
  const pack = randomBytes(8).toString('hex')
  const parts = texts.map((text) => Buffer.from(text, 'utf8'))
  let offset = 0
  const slices = parts.map((bytes): Slice => {
    const slice: Slice = [pack, offset, bytes.length, digestOf(bytes)]
    offset += bytes.length
    return slice
  })
  mkdirSync(folder, { recursive: true })
  writeWhole(join(folder, `${pack}.pack`), Buffer.concat(parts))
  return slices
}

/** Removes packs that nobody needs. Another process may still read one: then it reads the file itself instead. */
export function removePacks(folder: string, isNeeded: (pack: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.pack') && !isNeeded(name.slice(0, -'.pack'.length))) rmSync(join(folder, name), { force: true })
  }
}
