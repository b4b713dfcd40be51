/** Which project a file belongs to, and how that project is configured. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import {
  configurationFromObject,
  configurationNames,
  describeProblem,
  packageHasConfiguration,
  readConfiguration,
  type ReadConfiguration,
} from '../configuration/read.js'
import { defaultConfiguration, type Configuration } from '../configuration/configuration.js'

/** Where the folders above are looked at again: a new project in an editor is seen soon, a run asks once a folder. */
const remembered = 2_000

const known = new Map<string, { root: string | undefined; until: number }>()

/**
 * The nearest folder above a file that has a configuration of ours, is the root of a workspace, or is a repository.
 * Else the working directory when the file is in it, else the file's own folder. Absolute.
 */
export function rootFor(file: string, cwd: string): string {
  const found = markedFolder(dirname(file))
  if (found !== undefined) return found
  return isInside(file, cwd) ? cwd : dirname(file)
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && path !== file
}

function markedFolder(folder: string): string | undefined {
  const now = Date.now()
  const before = known.get(folder)
  if (before !== undefined && before.until > now) return before.root
  const parent = dirname(folder)
  const root = isMarked(folder) ? folder : parent === folder ? undefined : markedFolder(parent)
  known.set(folder, { root, until: now + remembered })
  return root
}

function isMarked(folder: string): boolean {
  if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'pnpm-workspace.yaml'))) return true
  if (configurationNames.some((name) => existsSync(join(folder, name)))) return true
  const text = readIfThere(join(folder, 'package.json'))
  return text !== undefined && (/"workspaces"\s*:/.test(text) || packageHasConfiguration(text))
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

/** ESLint's `settings.pixelward` when there is one, else the configuration file at the root. Read anew every time. */
export function configurationFor(root: string, settings: unknown): RootConfiguration {
  if (settings !== undefined) {
    return rootConfiguration(JSON.stringify(settings), configurationFromObject(settings, 'settings.pixelward'))
  }
  for (const name of configurationNames) {
    const text = readIfThere(join(root, name))
    if (text !== undefined) return rootConfiguration(`${name}\n${text}`, readConfiguration(name, text))
  }
  const text = readIfThere(join(root, 'package.json'))
  if (text === undefined || !packageHasConfiguration(text)) {
    return { key: '', configuration: everyRule(defaultConfiguration), problems: [] }
  }
  return rootConfiguration(text, readConfiguration('package.json', text))
}

function rootConfiguration(key: string, { configuration, problems }: ReadConfiguration): RootConfiguration {
  return { key, configuration: everyRule(configuration), problems: problems.map(describeProblem) }
}

/** Which rules are on is for ESLint's configuration to say; ours keeps what it switches off or weighs by itself. */
function everyRule(configuration: Configuration): Configuration {
  return { ...configuration, preset: 'strict' }
}
