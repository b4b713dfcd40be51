/** Before the package is packed: what is built is what the sources say, and nothing that an older build left behind. */
import { spawnSync } from 'node:child_process'
import { buildCommand, install, removeLeftovers, root } from './fresh.mjs'

install()
removeLeftovers()
process.exitCode = spawnSync(process.execPath, buildCommand, { cwd: root, stdio: 'inherit' }).status ?? 1
