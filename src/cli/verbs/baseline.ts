/** `pixelward baseline`: writes down the findings of today, so that only new ones count from now on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scopeOf } from '../../configuration/scope.js'
import { UsageError } from '../../configuration/usage-error.js'
import { git } from '../../disk/git/repository.js'
import { diskTree } from '../../disk/tree.js'
import { baselineName, baselineText, readBaseline, renewBaseline, type BaselineEntry } from '../../findings/baseline.js'
import { counted } from '../../report/words.js'
import type { Engine, ExitCode } from '../command.js'
import type { Host } from '../host.js'
import { configurationIn, filesOnDisk } from '../project/find-configuration.js'
import { selectPaths } from '../project/selection.js'

export interface BaselineRequest {
  verb: 'baseline'
  paths: string[]
  root?: string
  /** Who answers for the findings that are written down. */
  owner?: string
  /** Take in what is new or worse, too. */
  accept: boolean
}

/** Who is at work here, as git knows it. */
function ownerOf(root: string): string | undefined {
  try {
    const name = git(root, ['config', 'user.name']).stdout.toString('utf8').trim()
    return name === '' ? undefined : name
  } catch {
    return undefined
  }
}

function read(path: string): BaselineEntry[] {
  const { entries, problems } = readBaseline(readFileSync(path, 'utf8'))
  const [problem] = problems
  if (problem) throw new UsageError(`${baselineName}: ${problem.message}. Delete it to begin anew.`)
  return entries
}

/**
 * The first time all findings are taken in. After that what is fixed goes, and what is new comes in with `--accept`
 * alone: a baseline gets smaller.
 */
export async function baseline({ paths, root: top, owner, accept }: BaselineRequest, host: Host, given?: Engine): Promise<ExitCode> {
  const { root, prefix } = selectPaths(paths, host.cwd, top)
  const engine = given ?? (await import('../engine.js'))
  const configuration = configurationIn(filesOnDisk(root, host.cwd))
  const { findings } = engine.run(diskTree(root, scopeOf(configuration)), configuration, { rules: engine.rules, baseline: false })
  const path = join(root, baselineName)
  const isFirst = !existsSync(path)
  const before = isFirst ? [] : read(path)
  const answerable = owner ?? ownerOf(root)
  if ((isFirst || accept) && answerable === undefined) {
    throw new UsageError('Who answers for these findings? Say so with --owner "NAME", or tell git your name (git config user.name).')
  }
  const today = new Date().toISOString().slice(0, 10)
  const entries = renewBaseline(findings, before, { owner: answerable ?? '', today, accept: accept || isFirst })
  writeFileSync(path, baselineText(entries))
  const gone = Math.max(0, before.length - entries.filter(({ since }) => accept ? since !== today : true).length)
  const open = findings.filter(({ suppressed }) => suppressed === null).length
  const words = [
    `${prefix}${baselineName}: ${counted(entries.length, 'finding')}`,
    ...(isFirst ? [`${answerable} answers for them`] : [`${counted(gone, 'finding')} fixed since`]),
    ...(!isFirst && !accept && open > entries.length ? [`${counted(open - entries.length, 'new or worse finding')} left out (--accept takes them in)`] : []),
  ]
  host.stdout.write(`${words.join('; ')}.\n`)
  return 0
}
