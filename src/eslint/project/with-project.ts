/**
 * Configurations that let ESLint's `--cache` be used: its cache knows the file and the configuration, and what a rule of
 * ours says depends on the whole project. With the state of the project in the configuration, another state is another
 * configuration. https://eslint.org/docs/latest/use/command-line-interface#caching
 */
import { createHash } from 'node:crypto'
import { scopeOf } from '../../configuration/scope.js'
import { openCache } from '../../disk/cache/cache.js'
import { cacheFolder, toolIdentity } from '../../disk/cache/location.js'
import { diskTree } from '../../disk/tree.js'
import type { FlatConfig, FlatConfigs, Preset } from '../configs.js'
import { configurationFor } from './root.js'

export interface ProjectOptions {
  /** Absolute path of the project; the folder ESLint is started in when absent. */
  root?: string
  preset?: Preset
  /** False: scripts alone, because another plugin reads the pages. */
  pages?: boolean
}

export interface ProjectSettings {
  name: string
  settings: { pixelwardProject: string }
}

/** Says which files a project has and what is in them, as they are now. */
export function projectDigest(root: string, version: string): string {
  const { configuration } = configurationFor(root)
  const cache = openCache(cacheFolder(root), toolIdentity(version))
  const tree = cache.identified(diskTree(root, scopeOf(configuration)))
  const hash = createHash('sha256')
  for (const path of tree.paths) hash.update(`${tree.version(path) ?? ''} ${path}\n`)
  cache.save([])
  return hash.digest('hex')
}

/** @param version of the plugin */
export function projectConfigs(configs: FlatConfigs, { root = process.cwd(), preset = 'recommended', pages = true }: ProjectOptions, version: string): (FlatConfig | ProjectSettings)[] {
  const isStrict = preset === 'strict'
  return [
    configs[isStrict ? 'flat/strict' : 'flat/recommended'],
    ...(pages ? [configs[isStrict ? 'flat/html-strict' : 'flat/html']] : []),
    { name: 'pixelward/project', settings: { pixelwardProject: projectDigest(root, version) } },
  ]
}
