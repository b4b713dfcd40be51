/** A tree on the disk that notices changes, for a process that lives as long as an editor does. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from '../../configuration/scope.js'
import { decodeText, largestOf, listFiles } from '../../disk/tree.js'
import type { Tree } from '../../types.js'

/** Between the files of one run, and in large trees, looking for changes takes at most this part of the time. */
const share = 1 / 20

/** A tree of so few files, or one that can be looked at in so many milliseconds, is looked at for every new run. */
const few = 400
const unnoticed = 20

/** Thrown by a tree that has to answer and has no time left. What was read so far stays known to the engine. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

export interface LiveTree extends Tree {
  /**
   * Looks for changes before a question about a file; true when there are any. A run asks about each file once: a file
   * that is asked about again, or that changed itself, begins a new run, and then everything is looked at, unless the
   * tree is so large that somebody who types would notice. Else it is looked at as often as one can afford.
   */
  refresh(path: string): boolean
  /** The text as it is on the disk at this moment; undefined when the file is none of the tree. */
  current(path: string): string | undefined
  /** True for files on the disk, also for those that are ignored and so none of the tree. */
  hasOnDisk(path: string): boolean
}

/** @param root absolute path */
export function liveTree(root: string, { isExcluded, isIncluded }: Scope): LiveTree {
  const list = (): string[] => listFiles(root, isExcluded).paths.filter(isIncluded)
  const [firstList, firstTime] = timed(list)
  let paths = firstList
  let nextListing = performance.now() + firstTime / share
  let members = new Set(paths)
  /** Versions of all files somebody asked about, as of the last look. */
  const versions = new Map<string, string | undefined>()
  let folders = folderTimes(root, paths)
  let nextLook = 0
  let leastLook = Infinity
  /** Files asked about since everything was looked at. */
  const asked = new Set<string>()

  const stat = (path: string): string | undefined => {
    const found = statSync(join(root, path), { throwIfNoEntry: false })
    return found === undefined ? undefined : `${found.mtimeMs}-${found.size}`
  }
  const read = (path: string): Buffer | undefined => {
    if (!members.has(path)) return undefined
    try {
      const bytes = readFileSync(join(root, path))
      return bytes.length > largestOf(path) ? undefined : bytes
    } catch {
      return undefined
    }
  }
  const version = (path: string): string | undefined => {
    if (!versions.has(path)) versions.set(path, stat(path))
    return versions.get(path)
  }
  const text = (path: string): string | undefined => {
    // Before the bytes: a change in between is then seen by the next look.
    version(path)
    const bytes = read(path)
    return bytes && decodeText(bytes)
  }

  /** Far cheaper than to list: what is added or removed changes the time of its folder. */
  const haveFoldersChanged = (): boolean =>
    [...folders].some(([folder, before]) => changeTime(join(root, folder)) !== before)

  function lookAtFolders(): boolean {
    const times = folderTimes(root, paths)
    const [found, time] = timed(list)
    nextListing = performance.now() + time / share
    folders = times
    if (found.length === paths.length && found.every((path, index) => path === paths[index])) return false
    paths = found
    members = new Set(found)
    folders = folderTimes(root, paths)
    for (const path of versions.keys()) if (!members.has(path)) versions.delete(path)
    return true
  }

  function lookAtFiles(): boolean {
    const [changed, time] = timed(() => {
      let any = false
      for (const [path, before] of versions) {
        const now = stat(path)
        if (now === before) continue
        versions.set(path, now)
        any = true
      }
      return any
    })
    nextLook = performance.now() + time / share
    // The least that was ever needed says how large the tree is; the rest is what else the machine does.
    leastLook = Math.min(leastLook, time)
    return changed
  }

  return {
    get paths() {
      return paths
    },
    bytes(path) {
      version(path)
      return read(path)
    },
    text,
    version,
    current: text,
    hasOnDisk: (path) => stat(path) !== undefined,
    refresh(path) {
      const hasChanged = versions.has(path) && versions.get(path) !== stat(path)
      const now = performance.now()
      const isNew = hasChanged || (asked.has(path) && (versions.size < few || leastLook < unnoticed || now >= nextLook))
      if (isNew) asked.clear()
      asked.add(path)
      // Folders that held nothing of ours are not watched: the list is made anew from time to time for their sake.
      const inFolders = (now >= nextListing || (isNew && haveFoldersChanged())) && lookAtFolders()
      const inFiles = (isNew || now >= nextLook) && lookAtFiles()
      return inFolders || inFiles
    },
  }
}

function changeTime(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

/** When each folder with files of the tree was last changed. */
function folderTimes(root: string, paths: readonly string[]): Map<string, number | undefined> {
  const times = new Map<string, number | undefined>([['', changeTime(root)]])
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at)
      if (times.has(folder)) break
      times.set(folder, changeTime(join(root, folder)))
    }
  }
  return times
}

function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

/** The tree with the editor's text in place of one file, which need not be on the disk. */
export function overlaid(tree: Tree, path: string, text: string, count: number): Tree {
  const isNew = !tree.paths.includes(path)
  const paths = isNew ? [...tree.paths, path].sort() : tree.paths
  return {
    paths,
    text: (asked) => (asked === path ? text : tree.text(asked)),
    bytes: (asked) => (asked === path ? undefined : tree.bytes(asked)),
    version: (asked) => (asked === path ? `open-${count}` : tree.version(asked)),
  }
}

/** The tree, until a moment of `performance.now()` has come. */
export function limited(tree: Tree, deadline: number): Tree {
  if (deadline === Infinity) return tree
  const check = (): void => {
    if (performance.now() > deadline) throw new OutOfTime()
  }
  return {
    paths: tree.paths,
    text(path) {
      check()
      return tree.text(path)
    },
    bytes(path) {
      check()
      return tree.bytes(path)
    },
    version: (path) => tree.version(path),
  }
}

/** A tree of one file. */
export function single(path: string, text: string, count: number): Tree {
  return {
    paths: [path],
    text: (asked) => (asked === path ? text : undefined),
    bytes: () => undefined,
    version: (asked) => (asked === path ? `open-${count}` : undefined),
  }
}
