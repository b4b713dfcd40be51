/** The command line: commands, options, help. */
import { Argument, Command, Option } from 'commander'
import { formats, type Question } from '../report/formats.js'
import type { Host } from './host.js'
import { checkHelp, guide, inventoryHelp, otherHelp, overview, routesHelp } from './help.js'
import type { BaselineRequest } from './verbs/baseline.js'
import { completionScript, shells, type Shell } from './verbs/completion.js'
import type { ExplainRequest } from './verbs/explain.js'
import { hooks, services } from './verbs/init/detect.js'
import type { InitRequest } from './verbs/init/init.js'

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
  /** Of `routes`: names of classes and of frameworks. */
  class: string[]
  framework: string[]
  since?: string
  staged: boolean
  all: boolean
  cache: boolean
  baseline: boolean
  stats: boolean
}

type Options = Omit<Request, 'verb' | 'paths'>

const standard = {
  format: [], rule: [], class: [], framework: [], quiet: false, staged: false, all: false, cache: true, baseline: true,
  stats: false,
}

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

const collectList = (value: string, before: string[] | undefined): string[] =>
  [...(before ?? []), ...value.split(',').filter((name) => name !== '')]

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
    .option('--no-baseline', 'report what the project’s baseline knows, too')
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

/** Anything the user may ask for. */
export type AnyRequest =
  | Request
  | BaselineRequest
  | ExplainRequest
  | InitRequest
  | { verb: 'completion'; script: (rules: readonly string[]) => string }

function addOtherCommands(program: Command, act: (request: AnyRequest) => void): void {
  program.command('init').summary(otherHelp.init[0]).description(otherHelp.init[1])
    .option('-y, --yes', 'take what was found and ask nothing')
    .addOption(new Option('--hook <TOOL>', 'hook before a commit').choices(hooks))
    .addOption(new Option('--ci <SERVICE>', 'service for pull requests').choices(services))
    .action((options: Partial<InitRequest>) => act({ yes: false, ...options, verb: 'init' }))
  program.command('baseline').summary(otherHelp.baseline[0]).description(otherHelp.baseline[1])
    .argument('[PATHS...]', 'a folder of the project; the current folder when there is none')
    .option('--owner <NAME>', 'who answers for the findings; the name that git knows when absent')
    .option('--accept', 'take in what is new or worse, too')
    .option('--root <FOLDER>', 'top of the project')
    .action((paths: string[], options: Partial<BaselineRequest>) => act({ accept: false, ...options, verb: 'baseline', paths }))
  program.command('explain').summary(otherHelp.explain[0]).description(otherHelp.explain[1])
    .argument('<RULE|FINGERPRINT>', 'a rule, or the beginning of a finding’s fingerprint')
    .option('--root <FOLDER>', 'top of the project')
    .option('--color', 'write colours even where the output is no terminal')
    .option('--no-color', 'write no colours')
    .action((what: string, options: Partial<ExplainRequest>) => act({ ...options, verb: 'explain', what }))
  program.command('completion').summary(otherHelp.completion[0]).description(otherHelp.completion[1])
    .addArgument(new Argument('<SHELL>', 'the shell').choices(shells))
    .action((shell: Shell) => act({ verb: 'completion', script: (rules) => completionScript(shell, program, rules) }))
}

/** A program that hands what was asked for to `act`, and throws commander's own error where it ends early. */
export function createProgram(host: Host, version: string, act: (request: AnyRequest) => void): Command {
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
    .usage('[COMMAND] [PATHS...] [options]')
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
  routes
    .option('--explain <ROUTE>', 'tell all about one route, named as reported or as in the browser')
    .option('--class <NAME>', 'only routes of this class; may be repeated, or a list with commas', collectList)
    .option('--framework <NAME>', 'only routes of this framework, as the list calls it; may be repeated', collectList)
    .option('--all', 'one line for every route, also for many alike below one folder')
  addOtherCommands(program, act)
  program.addHelpText('after', () => `${optionList(check)}\n${guide.trimEnd()}`)
  return program
}
