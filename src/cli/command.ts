/** The command `pixelward`, in any process: reads arguments, runs the engine, prints, gives the exit code. */
import { CommanderError } from 'commander'
import { UsageError } from '../configuration/usage-error.js'
import type { Tool } from '../report/json.js'
import { answer } from './verbs/check.js'
import type { Host } from './host.js'
import type { Request } from './program.js'
import { toolOf } from './package-files.js'
import { createProgram } from './program.js'

/** What reads a tree and reports on it; tests may hand in their own. */
export type Engine = Pick<typeof import('./engine.js'), 'rules' | 'run' | 'createStore'>

/** 0: nothing at or above the threshold; 1: findings; 2: wrong usage or a bug. */
export type ExitCode = 0 | 1 | 2

function crashMessage(error: unknown, tool: Tool): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return (
    `pixelward: this is a bug in pixelward, not in your project. Please report it with the text below.\n\n` +
    `${tool.name} ${tool.version}, Node ${process.version}, ${process.platform}\n${stack}\n`
  )
}

/**
 * Runs the command. Only the report goes to standard output.
 *
 * @param arguments_ without the program's own name
 */
export async function runCommand(arguments_: readonly string[], host: Host, engine?: Engine): Promise<ExitCode> {
  const tool = toolOf()
  try {
    let request: Request | undefined
    const program = createProgram(host, tool.version, (asked) => {
      request = asked
    })
    await program.parseAsync([...arguments_], { from: 'user' })
    return request ? await answer(request, host, tool, engine) : 0
  } catch (error) {
    // Commander has said what there is to say; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) host.stderr.write(`pixelward: ${error.message}\n`)
    else host.stderr.write(crashMessage(error, tool))
    return 2
  }
}
