/** `pixelward explain RULE|FINGERPRINT`: a rule's page, or all about one finding. */
import { nearest } from '../../configuration/nearest.js'
import { scopeOf } from '../../configuration/scope.js'
import { UsageError } from '../../configuration/usage-error.js'
import { diskTree } from '../../disk/tree.js'
import { sourcesOf } from '../../report/positions.js'
import { explainFinding } from '../../report/terminal/explain.js'
import type { Engine, ExitCode } from '../command.js'
import { wantsColor, widthOf, type Host } from '../host.js'
import { rulePage } from '../package-files.js'
import { configurationIn, filesOnDisk } from '../project/find-configuration.js'
import { selectPaths } from '../project/selection.js'

export interface ExplainRequest {
  verb: 'explain'
  /** A rule's name, or the beginning of a fingerprint. */
  what: string
  root?: string
  color?: boolean
}

const FINGERPRINT = /^[0-9a-f]{4,16}$/

/** @throws UsageError when there is no such rule or finding */
export async function explain({ what, root: top, color }: ExplainRequest, host: Host, given?: Engine): Promise<ExitCode> {
  const engine = given ?? (await import('../engine.js'))
  const id = what.replace(/^pixelward\//, '')
  if (engine.rules.some((rule) => rule.id === id)) {
    host.stdout.write(rulePage(id) ?? `${id}\n`)
    return 0
  }
  if (!FINGERPRINT.test(what)) {
    const ids = engine.rules.map((rule) => rule.id)
    const near = nearest(id, ids)
    throw new UsageError(`There is no rule "${what}". ${near === undefined ? `The rules are: ${ids.join(', ')}.` : `Did you mean "${near}"?`}`)
  }
  const { root, prefix } = selectPaths([], host.cwd, top)
  const configuration = configurationIn(filesOnDisk(root, host.cwd))
  const tree = diskTree(root, scopeOf(configuration))
  const { findings } = engine.run(tree, { ...configuration, preset: 'strict' }, { rules: engine.rules })
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(what))
  if (found.length === 0) throw new UsageError(`No finding has the fingerprint "${what}". "pixelward --format json" lists them.`)
  const options = { color: wantsColor(host, color), width: widthOf(host), prefix }
  host.stdout.write(explainFinding(found, sourcesOf((file) => tree.text(file)), options))
  return 0
}
