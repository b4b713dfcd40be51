/** Which project a file belongs to, and how that project is configured. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { defaultConfiguration, type Configuration } from '../../configuration/configuration.js'
import { readDocument } from '../../configuration/document.js'
import { pathMatcher } from '../../globs.js'
import {
  configurationFromObject,
  configurationNames,
  describeProblem,
  packageHasConfiguration,
  readConfiguration,
  type ReadConfiguration,
} from '../../configuration/read.js'

/** Where the folders above are looked at again: a new project in an editor is seen soon, a run asks once a folder. */
const remembered = 2_000

const known = new Map<string, { root: string; until: number }>()

/**
 * The folder a file's project begins at; absolute. It is the nearest folder that has a configuration of ours, is the
 * root of a workspace or is a repository. Where somebody works (the working directory of ESLint) is the end of that
 * search, as for the command; only the workspace it is a member of is above it, for its members share their code.
 */
export function rootFor(file: string, cwd: string): string {
  const now = Date.now()
  const folder = dirname(file)
  const name = `${folder}\n${cwd}`
  const before = known.get(name)
  if (before !== undefined && before.until > now) return before.root
  const root = findRoot(folder, cwd)
  known.set(name, { root, until: now + remembered })
  return root
}

function findRoot(folder: string, cwd: string): string {
  const inside = isInside(folder, cwd)
  for (const at of upwards(folder)) {
    if (inside && at === cwd) return workspaceOf(cwd) ?? cwd
    if (isMarked(at)) return at
  }
  return folder
}

function* upwards(folder: string): Iterable<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at
    if (dirname(at) === at) return
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

function isMarked(folder: string): boolean {
  if (existsSync(join(folder, '.git')) || workspacesOf(folder).length > 0) return true
  if (configurationNames.some((name) => existsSync(join(folder, name)))) return true
  const text = readIfThere(join(folder, 'package.json'))
  return text !== undefined && packageHasConfiguration(text)
}

/** The nearest workspace above a folder that names it as a member. */
function workspaceOf(folder: string): string | undefined {
  for (const at of upwards(dirname(folder))) {
    const path = relative(at, folder).split(sep).join('/')
    if (workspacesOf(at).some((glob) => pathMatcher(glob.replace(/^\.\//, '').replace(/\/$/, ''))(path))) return at
  }
  return undefined
}

/** Globs on folders of a workspace's members; none when the folder is no root of a workspace. */
function workspacesOf(folder: string): string[] {
  const manifest = readIfThere(join(folder, 'package.json'))
  if (manifest?.includes('"workspaces"')) {
    const { value } = readDocument('package.json', manifest)
    return workspaceGlobs(typeof value === 'object' && value !== null && 'workspaces' in value ? value.workspaces : undefined)
  }
  const list = readIfThere(join(folder, 'pnpm-workspace.yaml'))
  return list === undefined ? [] : workspaceGlobs(readDocument('pnpm-workspace.yaml', list).value)
}

/** A list, or as pnpm and the first Yarn have it, an object with a list. */
function workspaceGlobs(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((glob) => typeof glob === 'string')
  return typeof value === 'object' && value !== null && 'packages' in value ? workspaceGlobs(value.packages) : []
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

/** A configuration, told apart from others by `key`, and what is wrong with it. */
export interface RootConfiguration {
  key: string
  configuration: Configuration
  problems: string[]
}

/**
 * Where a configuration of ESLint says which preset its rules are of: which rules are on is for ESLint to say, and the
 * preset how much they tell.
 */
export const presetSetting = 'pixelwardPreset'

const standard: RootConfiguration = { key: '', configuration: defaultConfiguration, problems: [] }
const standardStrict: RootConfiguration = { key: 'strict', configuration: { ...defaultConfiguration, preset: 'strict' }, problems: [] }
let lastRead = standard

/**
 * ESLint's `settings.pixelward` when there is one, else the configuration file at the root. Read anew every time.
 *
 * @param settings all settings of ESLint for a file
 */
export function configurationFor(root: string, settings: Readonly<Record<string, unknown>> = {}): RootConfiguration {
  const isStrict = settings[presetSetting] === 'strict'
  const own = settings['pixelward']
  if (own !== undefined) {
    return rootConfiguration(JSON.stringify(own), isStrict, () => configurationFromObject(own, 'settings.pixelward'))
  }
  for (const name of configurationNames) {
    const text = readIfThere(join(root, name))
    if (text !== undefined) return rootConfiguration(`${name}\n${text}`, isStrict, () => readConfiguration(name, text))
  }
  const text = readIfThere(join(root, 'package.json'))
  if (text === undefined || !packageHasConfiguration(text)) return isStrict ? standardStrict : standard
  return rootConfiguration(text, isStrict, () => readConfiguration('package.json', text))
}

/** Files of one project come one after the other: what was read for the last is mostly what is wanted. */
function rootConfiguration(text: string, isStrict: boolean, read: () => ReadConfiguration): RootConfiguration {
  const key = isStrict ? `strict\n${text}` : text
  if (lastRead.key === key && key !== '') return lastRead
  const { configuration, problems } = read()
  lastRead = {
    key, configuration: isStrict ? { ...configuration, preset: 'strict' } : configuration, problems: problems.map(describeProblem),
  }
  return lastRead
}
