/** Runs the command in this process, with a toy engine unless a test asks for the real one. */
import { runCommand, type Engine } from '../../src/cli/command.js'
import type { Host } from '../../src/cli/host.js'
import type { Rule } from '../../rules/rule.js'
import { createStore } from '../../src/project/store.js'
import type { Finding, PlacedSighting, Route } from '../../src/types.js'

const rule = (id: string): Rule => ({ id, description: id, presets: ['recommended'], *report() {} })

/**
 * Every `track(…)` in an HTML file is a sighting, and a finding on pages whose name begins with `book` (error) or
 * `contact` (warning); the file names are the routes. `crash` in a file is a bug.
 */
export const toyEngine: Engine = {
  createStore,
  rules: [rule('no-tracker-on-sensitive-route'), rule('no-form-data-in-tracking')],
  run(tree, configuration, options = {}) {
    const routes: Route[] = []
    const sightings: PlacedSighting[] = []
    const findings: Finding[] = []
    tree.paths.forEach((file, index) => {
      options.progress?.(index + 1, tree.paths.length, 'reading')
      const text = tree.text(file)
      if (text?.includes('crash')) throw new TypeError('toy bug')
      if (text === undefined || !file.endsWith('.html')) return
      const name = file.replace(/\.html$/, '')
      const sensitive = /(^|\/)(book|contact)/.exec(name)?.[2]
      const route: Route = {
        path: `/${name}`, class: sensitive === 'book' ? 'scheduling' : sensitive === 'contact' ? 'contact' : 'public',
        because: 'its name', certainty: 'exact', framework: 'toy', file, kind: 'page',
      }
      routes.push(route)
      for (const match of text.matchAll(/track\([^)]*\)/g)) {
        const span = { start: match.index, end: match.index + match[0].length }
        const reached = [{ route, certainty: 'exact' as const, via: [{ file, offset: null }] }]
        sightings.push({
          kind: 'event-call', tracker: 'toy-pixel', accountId: null, event: null, file, span, gate: null, unit: null,
          through: [], vendor: 'Toys', category: 'advertising', routes: reached,
        })
        const off = configuration.rules['no-tracker-on-sensitive-route'] === 'off'
        if (!sensitive || off || (options.rules ?? []).length === 0) continue
        findings.push({
          ruleId: 'no-tracker-on-sensitive-route', severity: sensitive === 'book' ? 'error' : 'warning',
          message: `Toys receives the URL of /${name}.`, help: 'Remove it.', file, span, tracker: 'toy-pixel',
          accountId: null, event: null, dataCategories: ['page-url'],
          hashed: false, confidence: 'sent-by-this-code', flow: [], routes: reached, fingerprint: '0123456789abcdef', suppressed: null,
        })
      }
    })
    const files = { seen: tree.paths.length, parsed: routes.length, fromCache: 0 }
    return { root: '.', files, routes, sightings, findings, problems: [], notChecked: ['Vendor consoles.'], suppressions: [] }
  },
}

export interface Result {
  code: number
  stdout: string
  stderr: string
}

export interface Circumstances {
  terminal?: boolean
  env?: Record<string, string>
  engine?: Engine | undefined
  /** What the user answers, one after the other. */
  answers?: readonly string[]
}

/** What the command does in a folder. */
export async function pixelward(
  cwd: string,
  arguments_: readonly string[],
  { terminal = false, env = {}, engine = toyEngine, answers }: Circumstances = {},
): Promise<Result> {
  const result = { stdout: '', stderr: '' }
  const surroundings = { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], ...env }
  const output = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    write: (text) => (result[name] += text),
    isTTY: terminal,
    columns: terminal ? 100 : undefined,
  })
  const left = [...(answers ?? [])]
  const ask = (question: string): Promise<string> => {
    result.stdout += `${question}\n`
    return Promise.resolve(left.shift() ?? '')
  }
  const host: Host = { stdout: output('stdout'), stderr: output('stderr'), cwd, env: surroundings, ...(answers && { ask }) }
  const code = await runCommand(arguments_, host, engine)
  return { code, ...result }
}
