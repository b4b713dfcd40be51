/**
 * Which file of a build holds a module that another file of it loads by its id (`facts/compiled/chunks.ts`). Files belong
 * to one build when they share its name on the global object and lie below the file that starts them; without such a
 * file, in one folder. Nothing is looked at before a module of another file is asked for.
 */
import { bundleModule, bundleOf, BUNDLE_WORDS, chunkOf, moduleSpecifier, startsOthers, type Chunk } from '../../facts/compiled/chunks.js'
import { ancestors, baseNameOf, directoryOf } from '../../paths.js'
import { lookedFor } from '../first-look.js'
import { memoised } from '../memoised.js'
import type { StoreView } from '../store.js'

const WORDS = lookedFor(BUNDLE_WORDS)
const SCRIPTS = /\.[cm]?js$/i
/** A part of a file's name that tells builds apart: letters and digits enough for a hash of what it holds. */
const HASH = /[0-9a-zA-Z_-]{6,}/g

export interface BuildsHost {
  files: readonly string[]
  view(): StoreView
  /** A file that answers rest on. */
  rests(path: string): void
}

export interface Builds {
  /** The file that holds a module of another one's build; null when it is not in the tree, or cannot be told. */
  resolve(from: string, specifier: string): string | null
}

interface Build {
  /** For each file, those that start it: they hold the part of its name that changes with what is in it. */
  starters(path: string): ReadonlySet<string>
  /** Files by the modules they hold. */
  holders: ReadonlyMap<string, readonly string[]>
  /** Several builds lie in one folder under one name. */
  isMixed: boolean
}

export function createBuilds(host: BuildsHost): Builds {
  let named: ReadonlyMap<string, readonly string[]> | null = null
  const roots = new Map<string, ReadonlyMap<string, string>>()
  const builds = new Map<string, Build>()
  const known = new Map<string, string | null>()

  /** The files of each name. */
  const filesOf = (bundle: string): readonly string[] => (named ??= filesByName(host)).get(bundle) ?? []

  /** The folder of the build that each file of a name is in. */
  const rootsOf = (bundle: string): ReadonlyMap<string, string> => {
    let known = roots.get(bundle)
    if (!known) roots.set(bundle, known = rootsIn(host, filesOf(bundle)))
    return known
  }

  const buildAt = (bundle: string, root: string): Build => {
    const key = `${bundle} ${root}`
    let build = builds.get(key)
    if (!build) builds.set(key, build = read(host.view(), [...rootsOf(bundle)].flatMap(([path, at]) => (at === root ? [path] : []))))
    return build
  }

  const find = (from: string, specifier: string): string | null => {
    const wanted = bundleModule(specifier)
    const root = wanted ? rootsOf(wanted.bundle).get(from) : undefined
    if (!wanted || root === undefined) return null
    const build = buildAt(wanted.bundle, root)
    const holders = (build.holders.get(wanted.id) ?? []).filter((path) => path !== from)
    const [only = null, ...others] = holders
    if (!build.isMixed && others.length === 0) return only
    // A module that several parts need stands in each of them, and is the same; not so where an older build was left.
    const own = build.starters(from)
    return holders.find((path) => [...build.starters(path)].some((each) => own.has(each))) ?? (build.isMixed ? null : only)
  }

  return {
    resolve(from, specifier) {
      const key = `${from}\0${specifier}`
      let found = known.get(key)
      if (found === undefined) known.set(key, found = find(from, specifier))
      return found
    },
  }
}

/** Specifiers of the modules that a file of a build loads of others; none for all other files. */
export function loadedModules(view: StoreView, path: string): readonly string[] {
  const chunk = chunkAt(view, path)
  return chunk ? chunk.loads.map((id) => moduleSpecifier(chunk.bundle, id)) : []
}

function filesByName({ files, view, rests }: BuildsHost): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of files) {
    if (!SCRIPTS.test(path) || !view().holds(path, WORDS)) continue
    const [name] = view().memo(path, 'build', nameIn) ?? []
    if (name === undefined) continue
    rests(path)
    const list = found.get(name)
    if (list) list.push(path)
    else found.set(name, [path])
  }
  return found
}

function nameIn(text: string): readonly string[] {
  const name = bundleOf(text)
  return name === null ? [] : startsOthers(text) ? [name, 'starts'] : [name]
}

function rootsIn({ view }: BuildsHost, paths: readonly string[]): Map<string, string> {
  const starts = new Set(paths.filter((path) => view().memo(path, 'build', nameIn)?.[1] !== undefined).map((path) => directoryOf(path)))
  return new Map(paths.map((path) => {
    const own = directoryOf(path)
    return [path, [...ancestors(own)].find((at) => starts.has(at)) ?? own] as const
  }))
}

function read(view: StoreView, paths: readonly string[]): Build {
  const chunks = new Map(paths.flatMap((path): [string, Chunk][] => {
    const chunk = chunkAt(view, path)
    return chunk ? [[path, chunk]] : []
  }))
  const holders = new Map<string, string[]>()
  const parts = new Set<string>()
  let isMixed = false
  for (const [path, chunk] of chunks) {
    for (const id of chunk.modules) {
      const list = holders.get(id)
      if (list) list.push(path)
      else holders.set(id, [path])
    }
    // Each part of a build is started once.
    isMixed ||= chunk.parts.some((part) => parts.has(part))
    for (const part of chunk.parts) parts.add(part)
  }
  return { starters: startersOf(view, chunks), holders, isMixed }
}

/** Files of a build by those that start them: a file starts itself and those whose names it says. */
function startersOf(view: StoreView, chunks: ReadonlyMap<string, Chunk>): (path: string) => ReadonlySet<string> {
  const texts = memoised(() => [...chunks].flatMap(([path, { isRuntime }]) => (isRuntime ? [[path, view.tree.text(path) ?? ''] as const] : [])))
  const known = new Map<string, ReadonlySet<string>>()
  return (path) => {
    let found = known.get(path)
    if (!found) {
      const hashes = (baseNameOf(path).replace(/\.[cm]?js$/i, '').match(HASH) ?? []).filter((hash) => /\d/.test(hash))
      found = new Set(texts().flatMap(([start, text]) => (start === path || hashes.some((hash) => text.includes(hash)) ? [start] : [])))
      known.set(path, found)
    }
    return found
  }
}

function chunkAt(view: StoreView, path: string): Chunk | null {
  if (!SCRIPTS.test(path) || !view.holds(path, WORDS)) return null
  const lines = view.memo(path, 'chunk', (text) => written(chunkOf(text))) ?? []
  const all = (sign: string): string[] => lines.flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []))
  const [bundle] = all('=')
  return bundle === undefined ? null : { bundle, isRuntime: lines.includes('!'), parts: all('#'), modules: all('+'), loads: all('-') }
}

/** Lines, as what is kept between runs. */
function written(chunk: Chunk | null): readonly string[] {
  if (!chunk) return []
  return [
    `=${chunk.bundle}`, ...(chunk.isRuntime ? ['!'] : []), ...chunk.parts.map((part) => `#${part}`),
    ...chunk.modules.map((id) => `+${id}`), ...chunk.loads.map((id) => `-${id}`),
  ]
}
