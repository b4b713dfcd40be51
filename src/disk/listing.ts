/** Lists the files of a folder as git would: fast, sorted, without what is ignored, without following links. */
import type { Dirent } from 'node:fs'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, sep } from 'node:path'
import type glob from 'fast-glob'
import type { Problem } from '../types.js'
import type { IgnoreLevel } from './ignored.js'
import { ignoreLevel, isBinary, isGenerated, isIgnored, isNeverSource, isSuspect } from './ignored.js'
import { trackedPaths } from './tracked.js'

// Loaded when a folder is listed: what is staged is listed by git.
const load = createRequire(import.meta.url)

export interface Listing {
  /** Relative to the root, with `/`, sorted by code units. */
  paths: string[]
  problems: Problem[]
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The folder of the repository that `root` is in, or undefined outside git. */
function repositoryOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** From a folder above the root down to it, with `/` at its end; empty for the root itself. */
function prefixOf(folder: string, root: string): string {
  const path = relative(folder, root).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

/** Ignore files that hold for the root from above it: of the repository and of the folders between. */
function levelsAbove(root: string, repository: string | undefined): IgnoreLevel[] {
  if (repository === undefined) return []
  const levels: IgnoreLevel[] = []
  const exclude = readIfThere(join(repository, '.git', 'info', 'exclude'))
  if (exclude !== undefined) levels.push(ignoreLevel(exclude, '', prefixOf(repository, root)))
  const folders: string[] = []
  for (let folder = root; folder !== repository; ) {
    folder = dirname(folder)
    folders.unshift(folder)
  }
  for (const folder of folders) {
    const text = readIfThere(join(folder, '.gitignore'))
    if (text !== undefined) levels.push(ignoreLevel(text, '', prefixOf(folder, root)))
  }
  return levels
}

interface Entry {
  /** With `/` at its end for a folder, so that sorting by it sorts whole paths. */
  name: string
  isFolder: boolean
}

function entriesOf(found: readonly Dirent[]): Entry[] {
  const entries: Entry[] = []
  for (const entry of found) {
    // Symbolic links are neither: what they lead to is listed where it is, or is not of this tree.
    if (entry.isDirectory()) {
      if (!isNeverSource(entry.name)) entries.push({ name: `${entry.name}/`, isFolder: true })
    } else if (entry.isFile() && !isBinary(entry.name)) entries.push({ name: entry.name, isFolder: false })
  }
  return entries.sort((left, right) => (left.name < right.name ? -1 : 1))
}

const namesOf = (found: readonly Dirent[]): Set<string> => new Set(found.map((entry) => entry.name))

/**
 * Without git nobody can say whether an ignored file is committed. Below a folder of sources it is taken for one: a
 * rule for output (`storage`, `logs`) often hits code of the same name, and users of git never notice.
 */
const amongSources = /^(?:.*\/)?(?:src|app)\/(?!(?:.*\/)?(?:dist|build|out|tmp|cache|coverage)\/)./

/**
 * Lists a folder. A folder that cannot be read becomes a problem.
 *
 * @param root absolute path
 * @param isExcluded for paths relative to the root; excluded folders are not walked
 */
export function listFiles(root: string, isExcluded: (path: string) => boolean = () => false): Listing {
  const problems: Problem[] = []
  const read = (folder: string): Dirent[] => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push({ file: folder || '.', line: 1, message: `the folder cannot be read: ${reason}` })
      return []
    }
  }
  const repository = repositoryOf(root)
  let tracked: ReadonlySet<string> | undefined
  const isKept = (path: string): boolean => {
    if (repository === undefined) return amongSources.test(path)
    tracked ??= trackedPaths(repository, prefixOf(repository, root))
    return tracked.has(path)
  }
  const above = levelsAbove(root, repository)
  /** What is known of a folder before it is read: its ignore levels and the names beside it. */
  const known = new Map<string, { levels: readonly IgnoreLevel[]; beside: Set<string> }>([['', { levels: above, beside: new Set() }]])
  const entriesIn = (folder: string): Dirent[] => {
    const { levels: outer, beside } = known.get(folder) ?? { levels: above, beside: new Set<string>() }
    const found = read(folder)
    const bare = basename(folder)
    if (folder !== '' && isSuspect(bare) && isGenerated(bare, namesOf(found), beside)) return []
    const hasIgnoreFile = found.some((entry) => entry.name === '.gitignore')
    const text = hasIgnoreFile ? readIfThere(join(root, folder, '.gitignore')) : undefined
    const levels = text === undefined ? outer : [...outer, ignoreLevel(text, folder)]
    const names = namesOf(found)
    const kept = new Set<string>()
    for (const { name, isFolder } of entriesOf(found)) {
      const path = folder + name
      if (isExcluded(isFolder ? path.slice(0, -1) : path)) continue
      if (isIgnored(path, levels) && !isKept(path)) continue
      if (isFolder) known.set(path, { levels, beside: names })
      kept.add(isFolder ? name.slice(0, -1) : name)
    }
    return found.filter((entry) => kept.has(entry.name))
  }
  // The walker asks for the entries of one folder after another; what is left out here is never walked.
  function entriesAt(folder: string, options: { withFileTypes: true }): Dirent[]
  function entriesAt(folder: string): string[]
  function entriesAt(folder: string, options?: { withFileTypes: true }): Dirent[] | string[] {
    const path = relative(root, folder).split(sep).join('/')
    const entries = entriesIn(path === '' ? '' : `${path}/`)
    return options ? entries : entries.map((entry) => entry.name)
  }
  const { sync } = load('fast-glob') as typeof glob
  const paths = sync('**/*', {
    cwd: root, dot: true, followSymbolicLinks: false, suppressErrors: true,
    fs: { readdirSync: entriesAt },
  })
  return { paths: paths.sort(), problems }
}
