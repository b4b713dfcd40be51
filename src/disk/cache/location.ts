/** Where what is known of a project is kept between runs, and for which state of pixelward itself. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder of the system for what can be made again. */
function systemCache(env: Environment, platform: NodeJS.Platform): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME']
  if (platform === 'win32' && env['LOCALAPPDATA']) return env['LOCALAPPDATA']
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}

/**
 * The folder for one project; it need not exist. With the project's packages, where other tools keep theirs, else with
 * the user's.
 *
 * @param root absolute path
 */
export function cacheFolder(root: string, env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  const packages = join(root, 'node_modules')
  if (existsSync(packages)) return join(packages, '.cache', 'pixelward')
  return join(systemCache(env, platform), 'pixelward', createHash('sha256').update(root).digest('hex').slice(0, 16))
}

/** What tsc leaves beside a build that is worked on: another build has another one. No part of the published package. */
const buildRecord = join(dirname(createRequire(import.meta.url).resolve('eslint-plugin-pixelward/package.json')), 'dist', '.tsbuildinfo')

/** Says which pixelward made something: what another one kept is of no use. */
export function toolIdentity(version: string): string {
  // Sources that run as they are change without notice.
  if (import.meta.url.endsWith('.ts')) return `${version} sources ${process.pid}`
  const build = existsSync(buildRecord) ? createHash('sha256').update(readFileSync(buildRecord)).digest('hex').slice(0, 16) : ''
  return `${version} ${build}`.trim()
}
