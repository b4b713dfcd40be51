#!/usr/bin/env node
/** The process around the command. */
import { runCommand } from './command.js'

// `pixelward | head` closes the pipe: nobody reads on, so there is nothing left to do and nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

const { stdout, stderr, env } = process
// Setting the code instead of leaving at once lets a long report reach a slow pipe.
process.exitCode = await runCommand(process.argv.slice(2), { stdout, stderr, env, cwd: process.cwd() })
