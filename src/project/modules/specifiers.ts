/**
 * Which file a module specifier names: relative paths, tsconfig and jsconfig `paths`, package.json `imports`,
 * workspaces, and the aliases frameworks and bundlers set. Node's and TypeScript's rules as far as source trees need.
 */
import type { Alias } from '../../frameworks/bundlers/aliases.js'
import { bundleModule } from '../../facts/compiled/chunks.js'
import type { PathIndex } from '../path-index.js'
import { ancestors, directoryOf, joinPath } from '../path-index.js'
import type { Builds } from './builds.js'

export interface SpecifierHost {
  paths: PathIndex
  json(path: string): unknown
  /** Builds in several files. */
  builds: Builds
  /** Names that the build tools of one directory put in the place of paths. */
  aliases(directory: string): readonly Alias[]
}

const EXTENSIONS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte', '.astro', '.mdx', '.json']
const INDEXES = EXTENSIONS.slice(1).map((extension) => `/index${extension}`)
/** TypeScript sources are imported by the name they are emitted under. */
const EMITTED: readonly (readonly [string, readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.jsx']], ['.jsx', ['.tsx']], ['.mjs', ['.mts']], ['.cjs', ['.cts']],
]
/** Aliases that stand for the source directory by convention, and where that is, nearest first. */
const CONVENTIONS: readonly { prefix: string; directories: readonly string[] }[] = [
  { prefix: '@/', directories: ['src', '', 'app', 'resources/js', 'assets/js', 'client/src'] },
  { prefix: '~/', directories: ['src', '', 'app'] },
  { prefix: '~~/', directories: [''] },
  { prefix: '@@/', directories: [''] },
  { prefix: '$lib/', directories: ['src/lib'] },
  { prefix: '@site/', directories: [''] },
  { prefix: 'src/', directories: ['src'] },
]

export interface SpecifierResolver {
  /** The file of the project, or null: a package, or nothing that is there. */
  resolve(from: string, specifier: string): string | null
  /** The directory that the beginning of a pattern names; null when there is none. */
  directory(from: string, specifier: string): string | null
}

/** Finds what a path stands for; null when there is nothing. */
type Find = (path: string | null) => string | null

interface PathsRule {
  directory: string
  base: string | null
  paths: [string, string[]][]
}

export function createSpecifierResolver(host: SpecifierHost): SpecifierResolver {
  const memo = new Map<string, string | null>()
  const rules = new Map<string, PathsRule | null>()
  const aliases = new Map<string, readonly Alias[]>()
  let packages: Map<string, string> | null = null

  const existing = (path: string | null): string | null => {
    if (path === null) return null
    const clean = path.replace(/[?#].*$/, '')
    for (const extension of EXTENSIONS) if (host.paths.has(clean + extension)) return clean + extension
    for (const [emitted, sources] of EMITTED) {
      if (!clean.endsWith(emitted)) continue
      for (const source of sources) {
        const candidate = clean.slice(0, -emitted.length) + source
        if (host.paths.has(candidate)) return candidate
      }
    }
    for (const index of INDEXES) {
      const candidate = clean === '' ? index.slice(1) : clean + index
      if (host.paths.has(candidate)) return candidate
    }
    const main = manifestOf(`${clean}/package.json`)?.['main']
    return typeof main === 'string' && clean !== '' ? existing(joinPath(clean, main)) : null
  }

  const manifestOf = (path: string): Record<string, unknown> | null => {
    if (!host.paths.has(path)) return null
    const value = host.json(path)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  }

  const rulesFor = (directory: string): PathsRule | null => {
    const known = rules.get(directory)
    if (known !== undefined) return known
    let found: PathsRule | null = null
    for (const at of ancestors(directory)) {
      for (const name of ['tsconfig.json', 'jsconfig.json', 'tsconfig.app.json']) {
        found = readPaths(host, at === '' ? name : `${at}/${name}`, 0)
        if (found) break
      }
      if (found) break
    }
    rules.set(directory, found)
    return found
  }

  const byPaths = (directory: string, specifier: string, find: Find): string | null => {
    const rule = rulesFor(directory)
    if (!rule) return null
    for (const [pattern, targets] of rule.paths) {
      const rest = matchPattern(pattern, specifier)
      if (rest === null) continue
      for (const target of targets) {
        const found = find(joinPath(rule.base ?? rule.directory, target.replace('*', rest)))
        if (found !== null) return found
      }
    }
    return rule.base === null ? null : find(joinPath(rule.base, specifier))
  }

  const aliasesOf = (directory: string): readonly Alias[] => {
    const known = aliases.get(directory)
    if (known) return known
    // A configuration may import by names itself: those of the directories above it.
    aliases.set(directory, [])
    const found = host.aliases(directory)
    aliases.set(directory, found)
    return found
  }

  const byAlias = (directory: string, specifier: string, find: Find): string | null => {
    for (const at of ancestors(directory)) {
      for (const { name, isExact, target } of aliasesOf(at)) {
        const rest = name === '' ? `/${specifier}` : specifier.startsWith(name) ? specifier.slice(name.length) : null
        if (rest === null || (rest !== '' && (isExact || !rest.startsWith('/')))) continue
        const found = find(joinPath(target, rest))
        if (found !== null) return found
      }
    }
    return null
  }

  const byConvention = (directory: string, specifier: string, find: Find): string | null => {
    for (const { prefix, directories } of CONVENTIONS) {
      if (!`${specifier}/`.startsWith(prefix)) continue
      const rest = specifier.slice(prefix.length)
      for (const at of ancestors(directory)) {
        for (const inner of directories) {
          const found = find(joinPath(at, `${inner}/${rest}`))
          if (found !== null) return found
        }
      }
    }
    return null
  }

  const workspacePackage = (specifier: string): string | null => {
    packages ??= workspacePackages(host)
    const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] as string)
    const directory = packages.get(name)
    if (directory === undefined) return null
    const rest = specifier.slice(name.length + 1)
    if (rest !== '') return existing(joinPath(directory, rest)) ?? existing(joinPath(directory, `src/${rest}`))
    return existing(joinPath(directory, 'src/index')) ?? existing(directory)
  }

  const importsField = (directory: string, specifier: string, find: Find): string | null => {
    for (const at of ancestors(directory)) {
      const imports = manifestOf(at === '' ? 'package.json' : `${at}/package.json`)?.['imports']
      if (typeof imports !== 'object' || imports === null) continue
      for (const [pattern, target] of Object.entries(imports)) {
        const rest = matchPattern(pattern, specifier)
        const path = firstString(target)
        if (rest !== null && path !== null) return find(joinPath(at, path.replace('*', rest)))
      }
    }
    return null
  }

  const lookUp = (directory: string, specifier: string, find: Find): string | null => {
    if (specifier.startsWith('.')) return find(joinPath(directory, specifier))
    if (specifier.startsWith('/')) return rooted(directory, specifier, find)
    if (specifier.startsWith('#')) return importsField(directory, specifier, find) ?? byAlias(directory, specifier, find)
    return byPaths(directory, specifier, find) ?? byAlias(directory, specifier, find) ?? byConvention(directory, specifier, find)
  }
  const existingDirectory: Find = (path) => (path !== null && host.paths.under(path).length > 0 ? path : null)

  return {
    resolve(from, specifier) {
      if (bundleModule(specifier)) return host.builds.resolve(from, specifier)
      const directory = directoryOf(from)
      const key = `${directory}\0${specifier}`
      const known = memo.get(key)
      if (known !== undefined) return known
      const found = lookUp(directory, specifier, existing) ?? (/^[./#]/.test(specifier) ? null : workspacePackage(specifier))
      memo.set(key, found)
      return found
    },
    directory: (from, specifier) => lookUp(directoryOf(from), specifier, existingDirectory),
  }
}

/** `/src/main.ts` counts from the application's root, or from its public directory. */
function rooted(directory: string, specifier: string, find: Find): string | null {
  for (const at of ancestors(directory)) {
    for (const folder of ['', 'public', 'static', 'assets']) {
      const found = find(joinPath(at, folder + specifier))
      if (found !== null) return found
    }
  }
  return null
}

function matchPattern(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === specifier ? '' : null
  const before = pattern.slice(0, star)
  const after = pattern.slice(star + 1)
  if (!specifier.startsWith(before) || !specifier.endsWith(after) || specifier.length < before.length + after.length) return null
  return specifier.slice(before.length, specifier.length - after.length)
}

function firstString(target: unknown): string | null {
  if (typeof target === 'string') return target
  if (Array.isArray(target)) return target.map(firstString).find((item) => item !== null) ?? null
  if (typeof target === 'object' && target !== null) return Object.values(target).map(firstString).find((item) => item !== null) ?? null
  return null
}

/** https://www.typescriptlang.org/tsconfig/#paths, through `extends` and project references. */
function readPaths(host: SpecifierHost, path: string, depth: number): PathsRule | null {
  if (depth > 6 || !host.paths.has(path)) return null
  const value = host.json(path) as { compilerOptions?: { baseUrl?: unknown; paths?: unknown }; extends?: unknown; references?: unknown } | undefined
  if (typeof value !== 'object' || value === null) return null
  const directory = directoryOf(path)
  const options = value.compilerOptions ?? {}
  const base = typeof options.baseUrl === 'string' ? joinPath(directory, options.baseUrl) : null
  if (typeof options.paths === 'object' && options.paths !== null) {
    const paths = Object.entries(options.paths).map(([pattern, targets]): [string, string[]] =>
      [pattern, Array.isArray(targets) ? targets.filter((item): item is string => typeof item === 'string') : []])
    return { directory, base, paths: paths.sort(([a], [b]) => b.length - a.length) }
  }
  const extended = (Array.isArray(value.extends) ? value.extends : [value.extends]).filter((item): item is string => typeof item === 'string')
  for (const item of extended) {
    if (!item.startsWith('.')) continue
    const target = joinPath(directory, item)
    const found = target === null ? null : readPaths(host, target.endsWith('.json') ? target : `${target}.json`, depth + 1)
    if (found) return found
  }
  const references = Array.isArray(value.references) ? (value.references as { path?: unknown }[]) : []
  for (const reference of references) {
    const target = typeof reference?.path === 'string' ? joinPath(directory, reference.path) : null
    const found = target === null ? null : readPaths(host, target.endsWith('.json') ? target : `${target}/tsconfig.json`, depth + 1)
    if (found) return found
  }
  return base === null ? null : { directory, base, paths: [] }
}

/** Names of the packages that live in this tree, with their directories. */
function workspacePackages(host: SpecifierHost): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of host.paths.named('package.json')) {
    const manifest = host.json(path)
    const name = typeof manifest === 'object' && manifest !== null ? (manifest as { name?: unknown }).name : undefined
    if (typeof name === 'string' && path !== 'package.json') found.set(name, directoryOf(path))
  }
  return found
}
