/** The questions about a project: `check`, `inventory`, `routes`. */
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
import { nearest } from '../../configuration/nearest.js'
import { UsageError } from '../../configuration/usage-error.js'
import type { FormatOptions } from '../../report/formats.js'
import type { Tool } from '../../report/json.js'
import { narrowToFindings, narrowToSightings } from '../../report/narrow.js'
import { sourcesOf } from '../../report/positions.js'
import { routesAt } from '../../report/route-match.js'
import { filterRoutes } from '../../report/route-filter.js'
import { explainRoutes } from '../../report/terminal/explain-route.js'
import type { Report, Severity } from '../../types.js'
import { analyse } from '../project/analyse.js'
import type { Engine, ExitCode } from '../command.js'
import { configurationIn, givenConfiguration, override } from '../project/find-configuration.js'
import type { Host } from '../host.js'
import { wantsColor, widthOf } from '../host.js'
import { wantedOutputs, writeOutput } from './outputs.js'
import { withHelp } from '../package-files.js'
import type { Request } from '../program.js'
import { progressOn } from '../progress.js'
import { selectPaths, type Selection } from '../project/selection.js'
import { statesOf } from '../project/states.js'
import { createTimes } from './times.js'

/** The routes `--explain` names. */
function explained(asked: string, report: Report): Report['routes'] {
  const routes = routesAt(asked, report.routes)
  if (routes.length > 0) return routes
  const near = nearest(asked, report.routes.map(({ path }) => path))
  const hint = near === undefined ? 'Run "pixelward routes" for all that are known.' : `Did you mean "${near}"?`
  throw new UsageError(`There is no route "${asked}" in this project. ${hint}`)
}

/** The report about some routes alone. */
function onRoutes(report: Report, routes: Report['routes']): Report {
  const isOn = (path: string): boolean => routes.some((route) => route.path === path)
  const sightings = report.sightings
    .map((sighting) => ({ ...sighting, routes: sighting.routes.filter(({ route }) => isOn(route.path)) }))
    .filter((sighting) => sighting.routes.length > 0)
  return { ...report, routes, sightings }
}

function reachesThreshold(report: Report, threshold: Severity): boolean {
  return report.findings.some(
    ({ suppressed, severity }) => suppressed === null && (severity === 'error' || threshold === 'warning'),
  )
}

function narrow(request: Request, whole: Report, { isSelected }: Selection): Report {
  const { verb, class: classes, framework: frameworks } = request
  if (verb === 'check') return narrowToFindings(whole, isSelected)
  if (verb === 'inventory') return narrowToSightings(whole, isSelected)
  const selected = { ...whole, findings: [], routes: whole.routes.filter(({ file }) => isSelected(file)) }
  return filterRoutes(selected, { classes, frameworks })
}

/** Where the build server shows files of this commit, as it says itself. */
function sourceUrl(env: Host['env']): Pick<FormatOptions, 'sourceUrl'> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env
  if (server && repository && commit) return { sourceUrl: `${server}/${repository}/blob/${commit}/` }
  const { CI_PROJECT_URL: project, CI_COMMIT_SHA: sha } = env
  return project && sha ? { sourceUrl: `${project}/-/blob/${sha}/` } : {}
}

/** @param given an engine to use instead of the usual one */
export async function answer(request: Request, host: Host, tool: Tool, given?: Engine): Promise<ExitCode> {
  const times = createTimes(performance.now())
  const outputs = wantedOutputs(request.verb, request.format, request.output, host.cwd)
  const selection = selectPaths(request.paths, host.cwd, request.root)
  const engine = given ?? (await import('../engine.js'))
  times.mark('starting')
  const known = engine.rules.map(({ id }) => id)
  const progress = progressOn(host, request.quiet)
  try {
    progress.report(0, 0, 'listing files')
    const states = statesOf(request, selection.root, host.cwd, (files) =>
      override(request.config === undefined ? configurationIn(files) : givenConfiguration(request.config, host.cwd), request, known))
    const { tree, configuration } = states.after
    times.mark('listing files')
    selection.verify(tree.paths)
    const whole = analyse({ states, request, engine, tool, root: selection.root, progress, times, env: host.env })
    progress.clear()
    const report = narrow(request, { ...whole, root: selection.prefix.replace(/\/$/, '') || '.' }, selection)
    const sources = sourcesOf((file) => tree.text(file))
    const selected = whole.sightings.filter(({ file }) => selection.isSelected(file))
    const options: FormatOptions = {
      tool, rules: outputs.some(({ name }) => name === 'sarif') ? engine.rules.map(withHelp) : engine.rules,
      ...sourceUrl(host.env),
      color: wantsColor(host, request.color), width: widthOf(host), prefix: selection.prefix,
      repositoryPrefix: states.repositoryPrefix(), quiet: request.quiet, all: request.all, threshold: configuration.threshold,
      seen: selected.length, sightings: selected, allow: configuration.allow, floor: configuration.floor,
      title: basename(selection.root), date: new Date().toISOString().slice(0, 10),
    }
    const routes = request.verb === 'routes' && request.explain !== undefined ? explained(request.explain, report) : null
    const shown = routes === null ? report : onRoutes(report, routes)
    for (const output of outputs) {
      const isTerminal = output.name === 'terminal'
      // A file is no terminal, whatever the command's own output is.
      const fitting = { ...options, color: options.color && output.file === null }
      const text = routes !== null && isTerminal
        ? explainRoutes(routes, report, sources, fitting, request.explain)
        : output.format(shown, sources, fitting)
      writeOutput(output, text, host)
    }
    times.mark('writing the report')
    if (request.stats) host.stderr.write(times.table(whole))
    return request.verb === 'check' && reachesThreshold(report, configuration.threshold) ? 1 : 0
  } finally {
    progress.clear()
  }
}
