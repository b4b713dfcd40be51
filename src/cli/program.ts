/** The command line: commands, options, help. */
import { Command, Option } from 'commander'
import { formats, type Question } from '../report/formats.js'
import type { Host } from './host.js'
import { checkHelp, guide, inventoryHelp, overview, routesHelp } from './help.js'

export type Verb = Question

/** What the user asked for. */
export interface Request {
  verb: Verb
  paths: string[]
  /** `NAME` or `NAME=FILE`; none for the terminal's. */
  format: string[]
  output?: string
  config?: string
  root?: string
  preset?: string
  rule: string[]
  threshold?: string
  quiet: boolean
  color?: boolean
  explain?: string
  since?: string
  staged: boolean
  all: boolean
  cache: boolean
  stats: boolean
}

type Options = Omit<Request, 'verb' | 'paths'>

const standard = { format: [], rule: [], quiet: false, staged: false, all: false, cache: true, stats: false }

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

function addCommonOptions(command: Command, question: Question): Command {
  const names = Object.keys(formats[question])
  return command
    .argument('[PATHS...]', 'files, folders or globs; the current folder when there are none')
    .option('--format <NAME[=FILE]>', `what to print: ${names.join(', ')}; may be repeated, with files`, collect)
    .option('-o, --output <FILE>', 'write the report to a file instead of standard output')
    .option('--config <FILE>', 'configuration to use instead of the one at the top of the project')
    .option('--root <FOLDER>', 'top of the project, when it is not the one that PATHS suggest')
}

function addCheckOptions(command: Command): Command {
  const severities = ['error', 'warning']
  return command
    .addOption(new Option('--preset <NAME>', 'rules to start from').choices(['recommended', 'strict']))
    .option('--rule <ID=SEVERITY>', 'set one rule to error, warning or off; may be repeated', collect)
    .addOption(new Option('--threshold <SEVERITY>', 'exit with 1 at this severity or above').choices(severities))
    .option('--since <REF>', 'report only what was added since the branch left REF (a branch, tag or commit)')
    .option('--staged', 'read what is staged and not the files on the disk; report what the commit would add')
    .option('--all', 'with --staged: report everything that is staged, not only what the commit would add')
}

function addOutputOptions(command: Command): Command {
  return command
    .option('--no-cache', 'neither use nor keep what was learnt of unchanged files')
    .option('--stats', 'say on standard error how much was read and where the time went')
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
    addCommonOptions(command, name).action((paths: string[], options: Partial<Options>) => {
      act({ ...standard, ...options, verb: name, paths })
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
