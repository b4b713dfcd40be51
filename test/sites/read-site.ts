/** A site below fixtures/sites as the engine sees it, and what its own comments say about it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report, RouteClass, Tree } from '../../src/types.js'

export const sitesFolder = fileURLToPath(new URL('../../fixtures/sites', import.meta.url))

/** `site.json`: what is expected and is not a finding with a comment. */
export interface SiteExpectations {
  stack: string
  /** Route path → class; all routes of the site. */
  routes: Record<string, RouteClass>
  /** `FILE TRACKER` → paths of all routes that the tracker's code in this file reaches, sorted. */
  reach: Record<string, string[]>
  /** The same for routes on which it only stays loaded, when the visitor goes on to them; absent: not told. */
  persists?: Record<string, string[]>
  /** Findings in files that cannot hold comments: `FILE:LINE RULE`. */
  findings?: string[]
  /** Where the engine does not say this yet: what it says instead, `null` for a route it does not know. */
  gaps?: { routes?: Record<string, RouteClass | null>; reach?: Record<string, string[] | null> }
}

/** What is true with what the engine says instead, today. A gap that says what is true is closed, and an error. */
export function withGaps<Value>(truth: Record<string, Value>, gaps: Record<string, Value | null> = {}): Record<string, Value> {
  const expected = { ...truth }
  for (const [key, value] of Object.entries(gaps)) {
    if (JSON.stringify(truth[key] ?? null) === JSON.stringify(value)) throw new Error(`the gap "${key}" is closed: remove it`)
    if (value === null) delete expected[key]
    else expected[key] = value
  }
  return expected
}

/** All files of a site but its expectations. */
export function siteTree(name: string): Tree {
  const root = join(sitesFolder, name)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'site.json')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const known = new Set(paths)
  return {
    paths,
    text: (path) => (known.has(path) ? readFileSync(join(root, path), 'utf8') : undefined),
    bytes: (path) => (known.has(path) ? readFileSync(join(root, path)) : undefined),
    version: () => '1',
  }
}

export function siteExpectations(name: string): SiteExpectations {
  return JSON.parse(readFileSync(join(sitesFolder, name, 'site.json'), 'utf8')) as SiteExpectations
}

/**
 * `FILE:LINE RULE` for every rule named by a comment on the line before: `expect-finding: RULE, RULE`, or `gap-finding:`
 * for what should be found and is not yet.
 */
export function commentedFindings(tree: Tree, mark: 'expect' | 'gap'): string[] {
  const expected: string[] = []
  const comment = new RegExp(`${mark}-finding: ([a-z-]+(?:, [a-z-]+)*)`)
  for (const path of tree.paths) {
    if (path === 'README.md') continue
    const lines = (tree.text(path) ?? '').split('\n')
    for (const [index, line] of lines.entries()) {
      const rules = comment.exec(line)?.[1]
      if (rules === undefined) continue
      // The code is on the next line that is not such a comment itself.
      let code = index + 1
      while (/(expect|gap)-finding: /.test(lines[code] ?? '')) code++
      for (const rule of rules.split(', ')) expected.push(`${path}:${code + 1} ${rule}`)
    }
  }
  return expected.sort()
}

/** 1-based line of an offset in a file of the tree. */
export function lineOf(tree: Tree, file: string, offset: number): number {
  return (tree.text(file) ?? '').slice(0, offset).split('\n').length
}

/** `FILE:LINE RULE` for every finding, each once: one call can tell two receivers the same. */
export function reportedFindings(tree: Tree, report: Report): string[] {
  const found = report.findings.map(({ file, span, ruleId }) => `${file}:${lineOf(tree, file, span.start)} ${ruleId}`)
  return [...new Set(found)].sort()
}
