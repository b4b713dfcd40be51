/** Projects below fixtures/containers, and what the notes of their tags expect. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import type { Finding, Report, Tree } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'

export const containersFolder = fileURLToPath(new URL('../../fixtures/containers', import.meta.url))

/** All files of a fixture. */
export function fixtureTree(name: string): Tree {
  const root = join(containersFolder, name)
  return memoryTree(Object.fromEntries(readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')])))
}

export function report(tree: Tree): Report {
  return run(tree, defaultConfiguration, { rules, today: '2026-06-01' })
}

/** The tag that a finding is about, by its message. */
export function tagOf({ message }: Finding): string {
  return /^Tag “(.*?)” of container/.exec(message)?.[1] ?? '?'
}

/** What comes with every visit. */
const ALWAYS = new Set(['ip-address', 'page-url', 'page-title'])

/** `error on /portal/messages; receiver: meta-pixel; data: email`, as the notes of a tag write it. */
export function summary(finding: Finding): string {
  const routes = [...new Set(finding.routes.map(({ route }) => route.path))].sort().join(', ')
  const data = finding.dataCategories.filter((category) => !ALWAYS.has(category)).sort().join(', ')
  return `${finding.suppressed ? 'suppressed ' : ''}${finding.severity} on ${routes === '' ? 'pages nobody knows' : routes}; receiver: ${finding.tracker}${data === '' ? '' : `; data: ${data}`}`
}

interface WrittenTag {
  name: string
  notes?: string
}

/** What each tag of a container's JSON is found for: by its name, `expect:` in its notes. */
export function expectedOf(text: string): Record<string, string> {
  const parsed = JSON.parse(text.slice(text.search(/^\{$/m))) as { containerVersion?: { tag?: unknown[] }; tag?: unknown[] }
  const tags = (parsed.containerVersion ?? parsed).tag ?? []
  return Object.fromEntries(tags.flatMap((tag) => {
    const { name, notes } = typeof tag === 'object' && tag !== null ? (tag as WrittenTag) : { name: '' }
    const expected = /^expect: (.*)$/m.exec(notes ?? '')?.[1]
    return expected === undefined ? [] : [[name, expected]]
  }))
}
