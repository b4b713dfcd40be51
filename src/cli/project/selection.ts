/** Paths a user names → the folder to look at, and which of its files are meant. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { pathMatcher } from '../../globs.js'
import { nearest } from '../../configuration/nearest.js'
import { configurationNames, packageHasConfiguration } from '../../configuration/read.js'
import { scopeOf } from '../../configuration/scope.js'
import { UsageError } from '../../configuration/usage-error.js'
import { configurationIn, filesOnDisk } from './find-configuration.js'

export interface Selection {
  /** Absolute. */
  root: string
  /** From the user's folder to the root, `` or ending in `/`: before a path of the root it gives what to type. */
  prefix: string
  /** True for files (relative to the root) that are meant; all when no path was named. */
  isSelected(path: string): boolean
  /**
   * Call once the files are known.
   *
   * @throws UsageError when a named path is none of them.
   */
  verify(paths: readonly string[]): void
}

/** What stands at the top of a project or of a site. */
const marks = [
  ...configurationNames, '.git', 'package.json', 'composer.json', 'Gemfile', 'pyproject.toml', 'manage.py', 'pom.xml',
  'build.gradle', 'go.mod', 'mix.exs', 'hugo.toml', '_config.yml', 'wp-config.php', 'web.config', '_layouts', 'artisan',
  'requirements.txt',
]
const startPages = ['index.html', 'index.htm', 'index.php', 'default.aspx']
/** Folders of a project that often have a start page and yet are not all of it. */
const partsOfProjects = new Set(['src', 'app', 'public', 'static', 'assets', 'views', 'templates', 'resources', 'dist'])

function isMarked(folder: string): boolean {
  const has = (name: string): boolean => existsSync(join(folder, name))
  if (marks.some(has)) return true
  return !partsOfProjects.has(folder.split(sep).at(-1) ?? '') && startPages.some(has)
}

const isInside = (folder: string, path: string): boolean => path === folder || path.startsWith(folder.replace(/[\\/]?$/, sep))

/**
 * What a folder below the user's own is to it: a `part` when the user's has packages that belong together or a
 * configuration; `apart` when that configuration leaves it out, so that it can only have been meant by itself.
 */
function relationOf(folder: string, cwd: string): 'part' | 'apart' | 'unknown' {
  const manifest = join(cwd, 'package.json')
  const text = existsSync(manifest) ? readFileSync(manifest, 'utf8') : ''
  if (configurationNames.some((name) => existsSync(join(cwd, name))) || packageHasConfiguration(text)) {
    const path = relative(cwd, folder).split(sep).join('/')
    return scopeOf(configurationIn(filesOnDisk(cwd, cwd))).isExcluded(path) ? 'apart' : 'part'
  }
  return existsSync(join(cwd, 'pnpm-workspace.yaml')) || /"workspaces"\s*:/.test(text) ? 'part' : 'unknown'
}

/**
 * The top of the project that a folder is part of: the nearest one above it that looks like one. Within the user's
 * folder one need not look above that. Where nothing looks like a project, the folder itself is what is meant.
 */
function projectOf(folder: string, cwd: string): string {
  if (folder === cwd) return cwd
  const relation = isInside(cwd, folder) ? relationOf(folder, cwd) : 'unknown'
  if (relation === 'part') return cwd
  for (let at = folder; ; at = dirname(at)) {
    if (at === cwd && relation === 'apart') return folder
    if (isMarked(at)) return at
    if (at === cwd || dirname(at) === at) return folder
  }
}

function commonFolder(folders: readonly string[]): string {
  let [common = ''] = folders
  for (const folder of folders) while (!isInside(common, folder)) common = dirname(common)
  return common
}

interface Named {
  given: string
  /** Absolute folder that everything named is below. */
  folder: string
  matches(absolute: string): boolean
}

const commands = ['check', 'inventory', 'routes', 'init', 'baseline', 'explain', 'completion']

function readName(given: string, cwd: string): Named {
  const path = resolve(cwd, given)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return { given, folder: path, matches: (each) => isInside(path, each) }
  if (found) return { given, folder: dirname(path), matches: (each) => each === path }
  const pattern = given.split(sep).join('/')
  if (/[*?[{]/.test(pattern)) {
    const fixed = pattern.slice(0, pattern.search(/[*?[{]/))
    const folder = resolve(cwd, fixed.endsWith('/') ? fixed : dirname(`${fixed}x`))
    const matches = pathMatcher(isAbsolute(given) ? pattern : pattern.replace(/^\.\//, ''))
    const name = (each: string): string => (isAbsolute(given) ? each : relative(cwd, each)).split(sep).join('/')
    if (!existsSync(folder)) throw new UsageError(`No files match "${given}": there is no folder ${folder}.`)
    return { given, folder, matches: (each) => matches(name(each)) }
  }
  const command = /^[a-z-]+$/.test(given) ? nearest(given, commands) : undefined
  const hint = command === undefined ? '' : ` Did you mean the command "${command}"?`
  throw new UsageError(`There is no file or folder "${given}" in ${cwd}.${hint}`)
}

/**
 * Works out what is meant by paths. Without any it is the user's own folder.
 *
 * @param given files, folders and globs, relative to `cwd` or absolute
 * @param top folder that the user says is the project's, if any
 * @throws UsageError when there is no such path
 */
export function selectPaths(given: readonly string[], cwd: string, top?: string): Selection {
  const named = given.map((each) => readName(each, cwd))
  if (top !== undefined && !statSync(resolve(cwd, top), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--root is "${top}", and there is no such folder in ${cwd}.`)
  }
  const asked = named.length === 0 ? cwd : projectOf(commonFolder(named.map(({ folder }) => folder)), cwd)
  const root = top === undefined ? asked : resolve(cwd, top)
  const outside = named.find(({ folder }) => !isInside(root, folder))
  if (outside) throw new UsageError(`"${outside.given}" is outside of the project's folder ${root}. Name it with --root.`)
  const path = relative(cwd, root).split(sep).join('/')
  const covers = named.length === 0 || named.some(({ folder, matches }) => folder === root && matches(root))
  const isSelected = (each: string): boolean => covers || named.some(({ matches }) => matches(join(root, each)))
  return {
    root,
    prefix: path === '' ? '' : `${path}/`,
    isSelected,
    verify(paths) {
      if (covers) return
      const absolute = paths.map((each) => join(root, each))
      const empty = named.find(({ matches }) => !absolute.some(matches))
      if (!empty) return
      throw new UsageError(
        `No files to check in "${empty.given}": they are ignored by git or by "exclude", are installed or generated, or ` +
          `are no text.`,
      )
    },
  }
}
