/**
 * What the engine says about a project, kept up to date while files change on the disk and in the editor. One project
 * for each root and configuration.
 */
import { debuglog } from 'node:util'
import type { Configuration } from '../../configuration/configuration.js'
import { scopeOf } from '../../configuration/scope.js'
import type { Finding, Report, Tree } from '../../types.js'
import { limited, liveTree, OutOfTime, overlaid, single, type LiveTree } from './live-tree.js'

/**
 * Runs the engine over a tree and remembers what it read: a second run pays for what changed. `file`: only findings in
 * this file are wanted, and what costs much need not be done for others.
 */
export type Engine = (tree: Tree, file?: string) => Report

/** `root`: absolute path of the project on the disk; absent for an answer about one file alone. */
export type CreateEngine = (configuration: Configuration, root?: string) => Engine

export interface LiveProject {
  /**
   * Findings in one file, as the whole project makes them with this text in place of the file's.
   *
   * @param path relative to the root, with `/`
   * @param budget milliseconds; when they are over, the answer is about the file alone. What was read is kept, so that
   *   a later answer is about the whole.
   */
  findings(path: string, text: string, budget: number): readonly Finding[]
}

type Findings = ReadonlyMap<string, readonly Finding[]>

// NODE_DEBUG=pixelward shows these.
const debug = debuglog('pixelward')

const none: readonly Finding[] = []

/** @param root absolute path */
export function liveProject(root: string, configuration: Configuration, createEngine: CreateEngine): LiveProject {
  const engine = createEngine(configuration, root)
  let tree: LiveTree | undefined
  /** Of the tree as it is on the disk. */
  let onDisk: Findings | undefined
  /** Of the tree with the text of one open file. */
  let open: { path: string; text: string; findings: Findings } | undefined
  let count = 0

  function look(path: string): LiveTree {
    if (tree === undefined) tree = liveTree(root, scopeOf(configuration))
    else if (tree.refresh(path)) onDisk = open = undefined
    return tree
  }

  return {
    findings(path, text, budget) {
      const deadline = budget === Infinity ? Infinity : performance.now() + budget
      try {
        const live = look(path)
        const saved = live.current(path)
        if (saved === undefined && live.hasOnDisk(path)) return none
        if (saved === text) {
          onDisk ??= byFile(engine(limited(live, deadline)))
          return onDisk.get(path) ?? none
        }
        if (open?.path !== path || open.text !== text) {
          count++
          open = { path, text, findings: byFile(engine(limited(overlaid(live, path, text, count), deadline), path)) }
        }
        return open.findings.get(path) ?? none
      } catch (error) {
        if (!(error instanceof OutOfTime)) throw error
        debug('%s: no time for the whole project; the answer is about this file alone', path)
        count++
        return byFile(createEngine(configuration)(single(path, text, count))).get(path) ?? none
      }
    },
  }
}

function byFile({ findings }: Report): Findings {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const others = found.get(finding.file)
    if (others === undefined) found.set(finding.file, [finding])
    else others.push(finding)
  }
  return found
}
