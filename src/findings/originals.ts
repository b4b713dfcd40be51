/** What stands in built files: where it stood before, and whether it is reported there already. */
import { lineIndexAt, lineStartsOf } from '../lines.js'
import { sourceFile, type TreePaths } from '../parse/source-maps/names.js'
import { dataOf, mapReference, readSourceMap, type SourceMapReader } from '../parse/source-maps/read.js'
import { directoryOf, joinPath } from '../paths.js'
import type { Finding, Original, Place, PlacedSighting, ReachedRoute, Tree } from '../types.js'

export interface Originals {
  /** Where a place stood before it was built; null when no map says. */
  of(place: Place): Original | null
}

export function createOriginals(tree: Tree, paths: TreePaths): Originals {
  const built = new Map<string, Built | null>()
  return {
    of({ file, span }) {
      let known = built.get(file)
      if (known === undefined) built.set(file, known = readBuilt(tree, paths, file))
      if (known === null) return null
      const { map, mapFile, starts, text } = known
      const line = lineIndexAt(starts, span.start)
      const found = map.original(line + 1, span.start - (starts[line] ?? 0) + 1, span.end - span.start)
      if (!found) return null
      const from = (starts[found.from.line - 1] ?? 0) + found.from.column - 1
      const before = text.slice(from, span.start)
      const at = found.line + (found.isAcrossUnmapped ? before.split('\n').length - 1 : linesOfText(before))
      if (found.isAcrossUnmapped) {
        const here = text.slice(starts[line] ?? 0, (starts[line + 1] ?? text.length + 1) - 1).trim()
        if (here === '' || map.sourceLine(found.source, at)?.trim() !== here) return null
      }
      return { file: sourceFile(found.source, mapFile, paths), line: at, column: found.column }
    },
  }
}

/** Lines that a text has before a place in it: a map knows no more than where the text begins. */
function linesOfText(before: string): number {
  return /^[^"'`\n]{0,40}["'`]/.test(before) ? (before.match(/\n|\\n/g) ?? []).length : 0
}

interface Built {
  text: string
  map: SourceMapReader
  /** The names of its sources are relative to this file. */
  mapFile: string
  starts: readonly number[]
}

/** Files that a build writes, and pages with scripts of a build in them. */
const MAY_BE_BUILT = /\.(?:[cm]?js|jsx|css|html?)$/i

function readBuilt(tree: Tree, paths: TreePaths, file: string): Built | null {
  const text = MAY_BE_BUILT.test(file) ? tree.text(file) : undefined
  if (text === undefined) return null
  const url = mapReference(text)
  const data = url === null ? null : dataOf(url)
  const named = url === null || data !== null ? null : fileOf(url, file, paths)
  // Maps that are kept from visitors are not named in the file.
  const mapFile = named ?? (paths.has(`${file}.map`) ? `${file}.map` : null)
  const content = data ?? (mapFile === null ? undefined : tree.text(mapFile))
  const map = content === undefined ? null : readSourceMap(content)
  return map && { text, map, mapFile: data === null && mapFile !== null ? mapFile : file, starts: lineStartsOf(text) }
}

/** A URL as a file of the tree: relative to the file, or to one of the folders around it when it is a path of the site. */
function fileOf(url: string, file: string, paths: TreePaths): string | null {
  let path = url.replace(/[?#].*$/, '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  try {
    path = decodeURIComponent(path)
  } catch {
    // It is meant as it stands.
  }
  if (!path.startsWith('/')) {
    const beside = joinPath(directoryOf(file), path)
    return beside !== null && paths.has(beside) ? beside : null
  }
  for (let folder = directoryOf(file); ; folder = directoryOf(folder)) {
    const below = joinPath(folder, path.slice(1))
    if (below !== null && paths.has(below)) return below
    if (folder === '') return null
  }
}

/** Maps are not exact about where a statement begins. */
const NEAR = 2

interface Told {
  file: string
  line: number
  routes: readonly string[]
}

/**
 * What is told of a built file and of its source in the tree is told of the source alone, as long as that reaches all
 * routes that the built file reaches.
 */
export function withoutDoubles<T extends Place & { original?: Original; routes: readonly ReachedRoute[] }>(
  items: readonly T[], identity: (item: T) => string, lineOf: (place: Place) => number,
): T[] {
  if (!items.some(({ original }) => original)) return [...items]
  const told = new Map<string, Told[]>()
  for (const item of items) {
    if (item.original) continue
    const key = `${item.file} ${identity(item)}`
    const one = { file: item.file, line: lineOf(item), routes: item.routes.map(({ route }) => route.path) }
    told.set(key, [...(told.get(key) ?? []), one])
  }
  return items.filter((item) => {
    const { original } = item
    const same = original ? (told.get(`${original.file} ${identity(item)}`) ?? []) : []
    return !same.some(({ line, routes }) => Math.abs(line - (original as Original).line) <= NEAR
      && item.routes.every(({ route }) => routes.includes(route.path)))
  })
}

/** What makes two findings the same but for their place. */
export function findingIdentity({ ruleId, tracker, event, accountId }: Finding): string {
  return JSON.stringify([ruleId, tracker, event, accountId])
}

export function sightingIdentity({ kind, tracker, event, accountId }: PlacedSighting): string {
  return JSON.stringify([kind, tracker, event, accountId])
}
