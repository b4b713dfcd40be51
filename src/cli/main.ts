#!/usr/bin/env node
/** The process around the command. */
import { createInterface } from 'node:readline/promises'
import { runCommand } from './command.js'

// `pixelward | head` closes the pipe: nobody reads on, so there is nothing left to do and nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

const { stdout, stderr, env } = process
const isWatched = process.stdin.isTTY && stdout.isTTY

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

// Setting the code instead of leaving at once lets a long report reach a slow pipe.
process.exitCode = await runCommand(process.argv.slice(2), { stdout, stderr, env, cwd: process.cwd(), ...(isWatched && { ask }) })
