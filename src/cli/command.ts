/** The command `pixelward`, in any process: reads arguments, runs the engine, prints, gives the exit code. */
import { createRequire } from 'node:module'
import { CommanderError } from 'commander'
import { nearest } from '../configuration/nearest.js'
import { scopeOf } from '../configuration/scope.js'
import { UsageError } from '../configuration/usage-error.js'
import { diskTree } from '../disk/tree.js'
import { reportInventory } from '../report/inventory.js'
import type { Tool } from '../report/json.js'
import { reportJson } from '../report/json.js'
import { narrowToFindings, narrowToSightings } from '../report/narrow.js'
import type { Sources } from '../report/positions.js'
import { sourcesOf } from '../report/positions.js'
import { routesAt } from '../report/route-match.js'
import { explainRoutes, reportRoutes } from '../report/routes.js'
import type { TerminalOptions } from '../report/terminal.js'
import { reportTerminal } from '../report/terminal.js'
import type { Report, Severity } from '../types.js'
import { findConfiguration, override } from './find-configuration.js'
import type { Host } from './host.js'
import { wantsColor, widthOf } from './host.js'
import type { Request } from './program.js'
import { createProgram } from './program.js'
import { progressOn } from './progress.js'
import { selectPaths } from './selection.js'

/** What reads a tree and reports on it; tests may hand in their own. */
export type Engine = Pick<typeof import('./engine.js'), 'rules' | 'run'>

/** 0: nothing at or above the threshold; 1: findings; 2: wrong usage or a bug. */
export type ExitCode = 0 | 1 | 2

function toolOf(): Tool {
  const { version } = createRequire(import.meta.url)('eslint-plugin-pixelward/package.json') as { version: string }
  return { name: 'pixelward', version }
}

/** The routes `--explain` names. */
function explained(asked: string, report: Report): Report['routes'] {
  const routes = routesAt(asked, report.routes)
  if (routes.length > 0) return routes
  const near = nearest(asked, report.routes.map(({ path }) => path))
  const hint = near === undefined ? 'Run "pixelward routes" for all that are known.' : `Did you mean "${near}"?`
  throw new UsageError(`There is no route "${asked}" in this project. ${hint}`)
}

function reachesThreshold(report: Report, threshold: Severity): boolean {
  return report.findings.some(
    ({ suppressed, severity }) => suppressed === null && (severity === 'error' || threshold === 'warning'),
  )
}

function print(request: Request, report: Report, sources: Sources, tool: Tool, options: TerminalOptions): string {
  if (request.verb === 'routes' && request.explain !== undefined) {
    const routes = explained(request.explain, report)
    const isOn = (path: string): boolean => routes.some((route) => route.path === path)
    if (request.format === 'terminal') return explainRoutes(routes, report, sources, options)
    const sightings = report.sightings
      .map((sighting) => ({ ...sighting, routes: sighting.routes.filter(({ route }) => isOn(route.path)) }))
      .filter((sighting) => sighting.routes.length > 0)
    return reportJson({ ...report, routes, sightings }, sources, tool)
  }
  if (request.format === 'json') return reportJson(report, sources, tool)
  if (request.verb === 'inventory') return reportInventory(report, sources, options)
  if (request.verb === 'routes') return reportRoutes(report, sources, options)
  return reportTerminal(report, sources, options)
}

async function execute(request: Request, host: Host, tool: Tool, given?: Engine): Promise<ExitCode> {
  const selection = selectPaths(request.paths, host.cwd, request.root)
  const { rules, run } = given ?? (await import('./engine.js'))
  const known = rules.map(({ id }) => id)
  const configuration = override(findConfiguration(selection.root, host.cwd, request.config), request, known)
  const progress = progressOn(host, request.quiet)
  try {
    progress.report(0, 0, 'listing files')
    const tree = diskTree(selection.root, scopeOf(configuration))
    selection.verify(tree.paths)
    const asked = request.verb === 'check' ? rules : []
    const result = run(tree, configuration, { rules: asked, progress: progress.report })
    progress.clear()
    const problems = [...result.problems, ...tree.problems]
    const whole: Report = { ...result, root: selection.prefix.replace(/\/$/, '') || '.', problems }
    const { isSelected } = selection
    const narrowed =
      request.verb === 'check' ? narrowToFindings(whole, isSelected)
      : request.verb === 'inventory' ? narrowToSightings(whole, isSelected)
      : { ...whole, findings: [], routes: whole.routes.filter(({ file }) => isSelected(file)) }
    const { threshold } = configuration
    const color = wantsColor(host, request.color)
    const seen = whole.sightings.filter(({ file }) => isSelected(file)).length
    const options = { color, width: widthOf(host), prefix: selection.prefix, quiet: request.quiet, threshold, seen }
    host.stdout.write(print(request, narrowed, sourcesOf((file) => tree.text(file)), tool, options))
    return request.verb === 'check' && reachesThreshold(narrowed, threshold) ? 1 : 0
  } finally {
    progress.clear()
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
    let request: Request | undefined
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
