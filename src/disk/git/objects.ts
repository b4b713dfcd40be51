/** Contents out of git's store. Many at once: starting git takes longer than reading a hundred of them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git, type Repository } from './repository.js'

/** Id of a content, as git computes it; 40 digits are SHA-1, 64 are SHA-256. */
export function blobId(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/**
 * Contents by id. Missing ones (of a partial clone) and those larger than `largest` bytes are left out.
 *
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
export function readBlobs({ top }: Repository, ids: readonly string[], largest: number): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  if (ids.length === 0) return found
  const sizes = git(top, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`).stdout.toString('latin1')
  const small = sizes.split('\n').flatMap((line) => {
    const [, id = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
    return id !== '' && Number(size) <= largest ? [id] : []
  })
  if (small.length === 0) return found
  const { stdout } = git(top, ['cat-file', '--batch'], `${small.join('\n')}\n`)
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at)
    const [, id = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(stdout.toString('latin1', at, end)) ?? []
    const length = Number(size)
    if (id !== '') found.set(id, stdout.subarray(end + 1, end + 1 + length))
    at = id === '' ? end + 1 : end + 2 + length
  }
  return found
}

/** One content: from the disk when the file there still has it, else from git's store. */
export function readBlob(repository: Repository, { path, id }: { path: string; id: string }, largest: number): Buffer | undefined {
  try {
    const near = readFileSync(join(repository.top, repository.prefix, path))
    if (blobId(near, id.length) === id) return near
  } catch {
    // It is not there any more.
  }
  return readBlobs(repository, [id], largest).get(id)
}
