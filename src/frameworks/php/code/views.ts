/** Files of views by the names code gives them. */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'

export interface ViewFile {
  file: string
  certainty: Certainty
}

/**
 * The files a name stands for: the first folder that has one wins. A HOLE in the name is any text without a slash, and
 * what fits is `possible`. `extensions` begin with their dot; `''` for names that have theirs.
 */
export function viewFiles(
  host: FrameworkHost,
  directories: readonly string[],
  extensions: readonly string[],
  name: string,
): ViewFile[] {
  const clean = name.replace(/\\/g, '/').replace(/^\.?\/+/, '')
  if (clean.replaceAll(HOLE, '').replace(/[./_-]/g, '') === '') return []
  if (clean.includes(HOLE)) return globbed(host, directories, extensions, clean)
  for (const directory of directories) {
    for (const extension of extensions) {
      const file = join(directory, clean + extension)
      if (host.has(file)) return [{ file, certainty: 'exact' }]
    }
  }
  return []
}

function globbed(
  host: FrameworkHost,
  directories: readonly string[],
  extensions: readonly string[],
  name: string,
): ViewFile[] {
  const pattern = new RegExp(
    `^${name
      .split(HOLE)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]*')}$`,
  )
  return directories.flatMap((directory) =>
    host.under(directory).flatMap((file): ViewFile[] => {
      const inside = directory === '' ? file : file.slice(directory.length + 1)
      const fits = extensions.some(
        (extension) => inside.endsWith(extension) && pattern.test(inside.slice(0, inside.length - extension.length)),
      )
      return fits ? [{ file, certainty: 'possible' }] : []
    }),
  )
}
