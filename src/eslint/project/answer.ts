/** From what ESLint says about the file in hand to what the engine says about it. */
import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'
import type { Finding } from '../../types.js'
import type { HostSourceCode, RuleContext } from '../host.js'
import { liveProject, type CreateEngine, type LiveProject } from './live-project.js'
import { service } from '../parser.js'
import { configurationFor, rootFor } from './root.js'

/** Findings in one file, and what keeps us from telling all. */
export interface Answer {
  findings: readonly Finding[]
  problems: readonly string[]
}

export type Ask = (context: RuleContext) => Answer

/** An editor is used to answers within a second or two; a run of a command waits for the whole answer. */
const editorBudget = 2_000

/** Projects with another configuration or root are few; more than these are left from configurations while typed. */
const keptProjects = 16

const nothing: Answer = { findings: [], problems: [] }

/** Answers for all rules of a plugin: projects are shared, and each file is asked about once however many rules do. */
export function createAsk(createEngine: CreateEngine, budget = isEditor() ? editorBudget : Infinity): Ask {
  const projects = new Map<string, LiveProject>()
  const answers = new WeakMap<HostSourceCode, Answer>()

  function answer(context: RuleContext): Answer {
    const { sourceCode, physicalFilename: file, cwd } = context
    if (!isWhole(context)) return nothing
    const root = rootFor(file, cwd)
    const { key, configuration, problems } = configurationFor(root, context.settings)
    if (problems.length > 0) return { findings: [], problems }
    const name = createHash('sha1').update(`${root}\n${key}`).digest('hex')
    const project = projects.get(name) ?? liveProject(root, configuration, createEngine)
    // The one that was used last goes last.
    projects.delete(name)
    projects.set(name, project)
    for (const oldest of projects.keys()) {
      if (projects.size <= keptProjects) break
      projects.delete(oldest)
    }
    const path = relative(root, file).split(sep).join('/')
    return { findings: project.findings(path, sourceCode.text, budget), problems: [] }
  }

  return (context) => {
    const known = answers.get(context.sourceCode)
    if (known !== undefined) return known
    const found = answer(context)
    answers.set(context.sourceCode, found)
    return found
  }
}

/** Files whose whole text is a script, or whose usual parsers are given the whole text. */
const wholeText = /\.(?:[mc]?[jt]s|[jt]sx|vue|svelte|astro|mdx)$/i

/**
 * True when the text is all of a file with a name. Code that a processor or another plugin took out of a page is not:
 * offsets and routes would be wrong, and the page itself is linted with our language or parser.
 */
function isWhole({ filename, physicalFilename, sourceCode }: RuleContext): boolean {
  if (!isAbsolute(physicalFilename) || filename !== physicalFilename) return false
  if (/[\\/]<(?:text|input)>$/.test(physicalFilename)) return false
  // Trees that are no program are those of languages, which are given whole files.
  if (sourceCode.ast.type !== 'Program' || wholeText.test(filename)) return true
  return sourceCode.parserServices?.[service] === true
}

/** True in a process that an editor started to lint while somebody types. */
function isEditor(): boolean {
  const { argv, env } = process
  if (env['CI'] !== undefined || /[\\/]eslint(?:\.js)?$/.test(argv[1] ?? '')) return false
  return ['VSCODE_PID', 'VSCODE_IPC_HOOK', 'JETBRAINS_IDE', 'NVIM', 'VIM'].some((name) => env[name] !== undefined)
}
