/** The plugin over an engine of a few lines, for tests that are about ESLint and not about trackers. */
import { createPlugin, type Plugin, type PluginOptions } from '../../src/eslint/plugin.js'
import { readSuppressions } from '../../src/facts/suppressions.js'
import { parseFile } from '../../src/parse/parse.js'
import { parseScript } from '../../src/parse/javascript.js'
import { suppress } from '../../src/findings/suppress.js'
import { lineStartsOf } from '../../src/lines.js'
import type { Finding, Report, Tree } from '../../src/types.js'

/** How often the toy engine read a file, by path. */
export type Reads = Map<string, number>

/**
 * Reports every `toy(…)` call in a project whose `routes.txt` says `sensitive`; an error when the call has an argument.
 */
function toyRun(tree: Tree, reads: Reads): Report {
  const read = (path: string): string => {
    reads.set(path, (reads.get(path) ?? 0) + 1)
    return tree.text(path) ?? ''
  }
  const isSensitive = !tree.paths.includes('routes.txt') || read('routes.txt').includes('sensitive')
  const findings: Finding[] = []
  const files = new Map<string, { suppressions: ReturnType<typeof readSuppressions>; lineStarts: number[] }>()
  for (const path of isSensitive ? tree.paths : []) {
    const text = read(path)
    for (const match of text.matchAll(/\btoy\((.*?)\)/g)) {
      findings.push({
        ruleId: 'no-toy', severity: match[1] === '' ? 'warning' : 'error', message: 'Toys are here: {{toy}}.', help: 'Put them away.',
        file: path, span: { start: match.index, end: match.index + match[0].length }, tracker: null, accountId: null, event: null, dataCategories: [],
        hashed: false, confidence: 'sent-by-this-code', flow: [], routes: [], fingerprint: String(match.index), suppressed: null,
      })
    }
    const file = parseFile(path, text)
    const inScripts = file.fragments.flatMap((fragment) =>
      parseScript(fragment.code.text, fragment).comments.map((comment) => ({
        start: fragment.code.toFile(comment.start), end: fragment.code.toFile(comment.end), text: comment.text,
      })))
    const lineStarts = lineStartsOf(text)
    files.set(path, { suppressions: readSuppressions([...file.comments, ...inScripts], lineStarts), lineStarts })
  }
  return {
    root: '.', files: { seen: 0, parsed: 0, fromCache: 0 }, routes: [], sightings: [], problems: [], notChecked: [], suppressions: [],
    findings: suppress(findings, files, '2026-01-01').findings,
  }
}

export function toyPlugin(reads: Reads = new Map(), options: Partial<PluginOptions> = {}): Plugin {
  return createPlugin({
    rules: [{ id: 'no-toy', description: 'Disallow toys', presets: ['recommended', 'strict'] }],
    createEngine: () => (tree) => toyRun(tree, reads),
    ...options,
  })
}
