/** The command `pixelward`, in any process: reads arguments, runs the engine, prints, gives the exit code. */
import { CommanderError } from 'commander'
import { UsageError } from '../configuration/usage-error.js'
import type { Tool } from '../report/json.js'
import { answer } from './verbs/check.js'
import type { Host } from './host.js'
import type { AnyRequest } from './program.js'
import { toolOf } from './package-files.js'
import { createProgram } from './program.js'

/** What reads a tree and reports on it; tests may hand in their own. */
export type Engine = Pick<typeof import('./engine.js'), 'rules' | 'run' | 'createStore'>

/** 0: nothing at or above the threshold; 1: findings; 2: wrong usage or a bug. */
export type ExitCode = 0 | 1 | 2

async function execute(request: AnyRequest, host: Host, tool: Tool, engine?: Engine): Promise<ExitCode> {
  switch (request.verb) {
    case 'init':
      return (await import('./verbs/init/init.js')).init(request, host, engine)
    case 'baseline':
      return (await import('./verbs/baseline.js')).baseline(request, host, engine)
    case 'explain':
      return (await import('./verbs/explain.js')).explain(request, host, engine)
    case 'completion': {
      const { rules } = engine ?? (await import('./engine.js'))
      host.stdout.write(request.script(rules.map(({ id }) => id)))
      return 0
    }
    default:
      return answer(request, host, tool, engine)
  }
}

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
    let request: AnyRequest | undefined
    const program = createProgram(host, tool.version, (asked) => {
      request = asked
    })
    await program.parseAsync([...arguments_], { from: 'user' })
    return request ? await execute(request, host, tool, engine) : 0
  } catch (error) {
    // Commander has said what there is to say; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) host.stderr.write(`pixelward: ${error.message}\n`)
    else host.stderr.write(crashMessage(error, tool))
    return 2
  }
}
