/** From the states of a project to a report, with what is known from earlier runs. */
import { createHash } from 'node:crypto'
import type { Configuration } from '../../configuration/configuration.js'
import { openCache, type FactsCache } from '../../disk/cache/cache.js'
import { cacheFolder, toolIdentity } from '../../disk/cache/location.js'
import { recordOf, type FindingRecord } from '../../findings/compare.js'
import { introducedIn } from '../../findings/introduced.js'
import type { Tool } from '../../report/json.js'
import type { Report } from '../../types.js'
import type { Engine } from '../command.js'
import type { Host } from '../host.js'
import type { Request } from '../program.js'
import type { Progress } from '../progress.js'
import type { State, States } from './states.js'
import type { Times } from '../verbs/times.js'

export interface Analysis {
  states: States
  request: Request
  engine: Engine
  tool: Tool
  /** Absolute path. */
  root: string
  progress: Progress
  times: Times
  env: Host['env']
}

/** The report on the present state, narrowed to what it adds where it is compared. */
export function analyse({ states, request, engine, tool, root, progress, times, env }: Analysis): Report {
  const { before, after } = states
  const identity = toolIdentity(tool.version)
  const cache = openCache(request.cache ? cacheFolder(root, env) : null, identity)
  // Two states are read with one memory: the second costs what differs.
  const store = request.cache || before !== null ? engine.createStore(true, cache.archive) : null
  const rules = request.verb === 'check' ? engine.rules : []
  times.mark('opening the cache')

  const look = ({ tree, configuration, key }: State): Report => {
    const known = store !== null && key === undefined ? cache.identified(tree) : tree
    const report = engine.run(known, configuration, { rules, baseline: request.baseline, progress: progress.report, ...(store && { store }) })
    if (key !== undefined && request.verb === 'check') cache.keepResult(resultKey(key, configuration, request), report.findings.map(recordOf))
    if (store) cache.save(store.entries)
    return { ...report, problems: [...report.problems, ...tree.problems] }
  }

  const past = before === null ? [] : knownRecords(cache, before.state, request) ?? look(before.state).findings.map(recordOf)
  if (before !== null) times.mark('the state before')
  const report = look(after)
  times.mark('the state now')
  return before === null ? report : introducedIn(report, past, { name: before.reference, commit: before.commit })
}

/** Findings depend on contents, on the configuration, and on the day, for suppressions expire. */
function resultKey(key: string, configuration: Configuration, { baseline }: Request): string {
  const today = new Date().toISOString().slice(0, 10)
  return createHash('sha256').update(JSON.stringify([today, baseline, configuration])).update(key).digest('hex')
}

function knownRecords(cache: FactsCache, { key, configuration }: State, request: Request): FindingRecord[] | undefined {
  return key === undefined ? undefined : cache.result(resultKey(key, configuration, request)) as FindingRecord[] | undefined
}
