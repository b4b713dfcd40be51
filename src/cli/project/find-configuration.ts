/** Finds and reads the configuration of a project. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Configuration } from '../../configuration/configuration.js'
import { defaultConfiguration } from '../../configuration/configuration.js'
import { nearest } from '../../configuration/nearest.js'
import { configurationNames, packageHasConfiguration, readConfiguration, requireConfiguration } from '../../configuration/read.js'
import { UsageError } from '../../configuration/usage-error.js'
import type { Severity } from '../../types.js'

/** The files at the top of a project: on the disk, in a commit or in the index. */
export interface TopFiles {
  /** Shown in messages. */
  place: string
  has(name: string): boolean
  /** @throws UsageError when it cannot be read */
  read(name: string): string
  /** How a user would name the file. */
  shown(name: string): string
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new UsageError(`The configuration ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export function filesOnDisk(root: string, cwd: string): TopFiles {
  return {
    place: root,
    has: (name) => existsSync(join(root, name)),
    read: (name) => read(join(root, name)),
    shown: (name) => relative(cwd, join(root, name)) || basename(name),
  }
}

/** Names of the configurations at the top of a project; one is what there should be. */
export function configurationsIn(files: TopFiles): string[] {
  const found: string[] = configurationNames.filter((name) => files.has(name))
  if (files.has('package.json') && packageHasConfiguration(files.read('package.json'))) found.push('package.json')
  return found
}

/**
 * The configuration of a project.
 *
 * @throws UsageError when it has mistakes, or when there are two
 */
export function configurationIn(files: TopFiles): Configuration {
  const found = configurationsIn(files)
  if (found.length > 1) {
    throw new UsageError(`There are several configurations in ${files.place}: ${found.join(', ')}. Keep one, or name it with --config.`)
  }
  const [name] = found
  if (name === undefined) return defaultConfiguration
  return requireConfiguration(readConfiguration(files.shown(name), files.read(name)))
}

/**
 * The configuration that `--config` names, relative to `cwd`.
 *
 * @throws UsageError when it is not there or has mistakes
 */
export function givenConfiguration(given: string, cwd: string): Configuration {
  const path = resolve(cwd, given)
  if (!existsSync(path)) throw new UsageError(`--config is "${given}", and there is no such file in ${cwd}.`)
  return requireConfiguration(readConfiguration(given, read(path)))
}

export interface Overrides {
  preset?: string
  /** `id=severity` */
  rule: readonly string[]
  threshold?: string
}

/**
 * A configuration as options of the command change it.
 *
 * @param known ids of all rules
 * @throws UsageError when a rule or severity is none
 */
export function override(configuration: Configuration, options: Overrides, known: readonly string[]): Configuration {
  const { preset, rule, threshold } = options
  const rules = { ...configuration.rules }
  for (const each of rule) {
    const [, id = '', word = ''] = /^(?:pixelward\/)?([^=]*)(?:=(.*))?$/.exec(each) ?? []
    if (!known.includes(id)) {
      const near = nearest(id, known)
      const hint = near === undefined ? `The rules are: ${known.join(', ')}.` : `Did you mean "${near}"?`
      throw new UsageError(`--rule ${each}: there is no rule "${id}". ${hint}`)
    }
    const severity = { error: 'error', warning: 'warning', warn: 'warning', off: 'off' }[word]
    if (severity === undefined) throw new UsageError(`--rule ${each}: write ${id}=error, ${id}=warning or ${id}=off.`)
    rules[id] = severity as Severity | 'off'
  }
  return {
    ...configuration,
    rules,
    preset: (preset as Configuration['preset'] | undefined) ?? configuration.preset,
    threshold: (threshold as Severity | undefined) ?? configuration.threshold,
  }
}
