/**
 * `npm start -- PATH…`: checks the paths with the command, after installing and building where needed. Without a path
 * it checks the demonstration site. The exit code is the command's own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, bundled, install, root } from './fresh.mjs'

install()
build()
const given = process.argv.slice(2)
// npm changes into the package's folder; paths are meant from where the user stands.
const here = process.env.INIT_CWD ?? process.cwd()
// `json` in `--format json` is no path: what follows an option counts only when it is there.
const hasPath = given.some((argument, index) => {
  if (argument.startsWith('-')) return false
  return !given[index - 1]?.startsWith('-') || existsSync(resolve(here, argument))
})
const paths = hasPath ? given : [...given, join('fixtures', 'sites', 'lakeside-health')]
const command = [bundled, 'check', ...paths]
const { status, error } = spawnSync(process.execPath, command, { cwd: hasPath ? here : root, stdio: 'inherit' })
if (error) process.stderr.write(`pixelward: ${error.message}\n`)
process.exit(status ?? 2)
