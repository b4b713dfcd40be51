/** The command line: commands, options, help. */
import { Command, Option } from 'commander'
import type { Host } from './host.js'
import { checkHelp, guide, inventoryHelp, overview, routesHelp } from './help.js'

export type Verb = 'check' | 'inventory' | 'routes'

/** What the user asked for. */
export interface Request {
  verb: Verb
  paths: string[]
  format: 'terminal' | 'json'
  config?: string
  root?: string
  preset?: string
  rule: string[]
  threshold?: string
  quiet: boolean
  color?: boolean
  explain?: string
}

type Options = Omit<Request, 'verb' | 'paths'>

function addCommonOptions(command: Command): Command {
  return command
    .argument('[PATHS...]', 'files, folders or globs; the current folder when there are none')
    .addOption(new Option('--format <FORMAT>', 'what to print').choices(['terminal', 'json']).default('terminal'))
    .option('--config <FILE>', 'configuration to use instead of the one at the top of the project')
    .option('--root <FOLDER>', 'top of the project, when it is not the one that PATHS suggest')
}

function addCheckOptions(command: Command): Command {
  const severities = ['error', 'warning']
  const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]
  return command
    .addOption(new Option('--preset <NAME>', 'rules to start from').choices(['recommended', 'strict']))
    .option('--rule <ID=SEVERITY>', 'set one rule to error, warning or off; may be repeated', collect)
    .addOption(new Option('--threshold <SEVERITY>', 'exit with 1 at this severity or above').choices(severities))
}

function addOutputOptions(command: Command): Command {
  return command
    .option('--quiet', 'print only what is at or above the threshold, no progress and no remarks')
    .option('--color', 'write colours even where the output is no terminal')
    .option('--no-color', 'write no colours (NO_COLOR does the same)')
    .helpOption('-h, --help', 'explain this command')
}

/** Options of `check`, which are those of the command itself. */
function optionList(check: Command): string {
  const help = check.createHelp()
  const rows = help
    .visibleOptions(check)
    .map((option) => [help.optionTerm(option), help.optionDescription(option)] as const)
  const width = Math.max(...rows.map(([term]) => term.length))
  return `\nOptions of check:\n${rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`).join('\n')}`
}

/** A program that hands what was asked for to `act`, and throws commander's own error where it ends early. */
export function createProgram(host: Host, version: string, act: (request: Request) => void): Command {
  const program = new Command('pixelward')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => Math.min(host.stdout.columns ?? 100, 120),
      getErrHelpWidth: () => Math.min(host.stderr.columns ?? 100, 120),
      outputError: (text, write) => write(text.replace(/^error: /, 'pixelward: ')),
    })
    .showHelpAfterError('Run "pixelward --help" for commands, options and examples.')
    .description(overview)
    .usage('[check|inventory|routes] [PATHS...] [options]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'explain the command')
    .helpCommand('help [COMMAND]', 'explain a command')

  const verb = (name: Verb, texts: { summary: string; description: string }, isDefault = false): Command => {
    const command = program.command(name, { isDefault }).summary(texts.summary).description(texts.description)
    addCommonOptions(command).action((paths: string[], options: Partial<Options>) => {
      act({ format: 'terminal', quiet: false, rule: [], ...options, verb: name, paths })
    })
    return command
  }
  const check = addOutputOptions(addCheckOptions(verb('check', checkHelp, true)))
  addOutputOptions(verb('inventory', inventoryHelp))
  const routes = addOutputOptions(verb('routes', routesHelp))
  routes.option('--explain <ROUTE>', 'tell all about one route, named as reported or as in the browser')
  program.addHelpText('after', () => `${optionList(check)}\n${guide.trimEnd()}`)
  return program
}
