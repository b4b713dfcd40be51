/** Brings a clone into a state in which it runs: packages installed, sources built. Says so when it has to act. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const buildInfo = join(root, 'dist', '.tsbuildinfo')

/** Milliseconds of the last change, 0 when there is no such file. */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** All files below a directory, absolute; none when it does not exist. */
function filesBelow(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function say(line) {
  process.stderr.write(`pixelward: ${line}\n`)
}

/** Ends the process with 2 (the code for "could not run") and what the failed program printed. */
function giveUp(what, result) {
  say(`${what} failed`)
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`)
  process.exit(2)
}

/** Installs exactly what package-lock.json says, unless that has been done since it last changed. */
export function install() {
  // npm writes this file last, so an interrupted installation does not count.
  const installed = changed(join(root, 'node_modules', '.package-lock.json'))
  if (installed > 0 && installed >= changed(join(root, 'package-lock.json'))) return
  say('installing packages (once)')
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  // Under `npm start` npm says where it is itself; on Windows `npm` is a script that needs a shell.
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', options, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (result.status !== 0) giveUp('npm ci', result)
}

/** Arguments for `node` that build the package into dist/. */
export const buildCommand = [join(root, 'tools', 'build.mjs')]

/** What users start: the built package in few files. */
export const bundled = join(root, 'dist', 'bundle', 'main.js')

/** True when dist/ is missing or some source is younger than it. */
export function isStale() {
  const built = changed(buildInfo)
  if (built === 0 || !existsSync(join(root, 'dist', 'src', 'cli', 'main.js')) || !existsSync(bundled)) return true
  const inputs = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name))
  for (const folder of ['src', 'rules']) inputs.push(...filesBelow(join(root, folder)))
  return inputs.some((path) => changed(path) > built)
}

/** Removes from dist/ what no longer has a source: tsc leaves it there, and it would be published. */
export function removeLeftovers() {
  // With its record in place tsc would not write a file again that somebody deleted.
  if (!existsSync(join(root, 'dist', 'src', 'cli', 'main.js'))) rmSync(buildInfo, { force: true })
  for (const path of filesBelow(join(root, 'dist'))) {
    const source = path.slice(join(root, 'dist').length + 1).replace(/\.d\.ts$|\.js$/, '.ts')
    // The bundle is made anew by each build.
    if (!source.endsWith('.ts') || source.startsWith('bundle') || existsSync(join(root, source))) continue
    rmSync(path)
  }
}

/** tsc does not touch its own record when only dates changed; this does, so that the next start need not ask again. */
export function markBuilt() {
  if (existsSync(buildInfo)) utimesSync(buildInfo, new Date(), new Date())
}

/** Builds dist/ when it is missing or older than its sources. */
export function build() {
  if (!isStale()) return
  say('building')
  removeLeftovers()
  const result = spawnSync(process.execPath, buildCommand, { cwd: root, encoding: 'utf8' })
  if (result.status !== 0) giveUp('the build', result)
  markBuilt()
}
