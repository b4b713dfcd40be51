/**
 * Every documented way by which data of patients left (`fixtures/scenarios`): each form of code is found where its
 * comments say so, in the words they give, and by the rules of the scenario nowhere else; the near misses are not found.
 * `docs/scenarios.md` is made of the same folders.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { readConfiguration } from '../../src/configuration/read.js'
import { run } from '../../src/run.js'
import type { Report, Tree } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { lineOf } from '../sites/read-site.js'

interface Scenario {
  id: string
  title: string
  evidence: string
  detect: 'static' | 'static-predict' | 'not-detectable'
  /** What finds it; empty for what no source shows. */
  rules: string[]
  /** How the near misses differ. */
  nearMiss?: string
  /** What of it no source shows, and why. */
  cannot?: string
  /** How the line begins by which the report lists it as not checked. */
  notChecked?: string
  /** It takes place in one kind of code alone. */
  only?: 'server' | 'container' | 'components'
  forms: string[]
  nearMisses: string[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'fixtures', 'scenarios')
const { readScenarios, stackOf } = await import(pathToFileURL(join(root, 'tools', 'scenario-page.mjs')).href) as {
  readScenarios(folder: string): Scenario[]
  stackOf(form: string): { name: string; kind: string }
}
const scenarios = readScenarios(folder)
const known = new Set(rules.map(({ id }) => id))

/** What the forms expect is told in their files, except for files that cannot hold comments: `expected.json`. */
function treeOf(id: string, form: string): Tree {
  const at = join(folder, id, form)
  return memoryTree(Object.fromEntries(readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(at, path).split(sep).join('/'), readFileSync(path, 'utf8')])))
}

function reportOf(tree: Tree): Report {
  const { configuration } = readConfiguration('pixelward.config.json', tree.text('pixelward.config.json') ?? '')
  return run(tree, { ...configuration, preset: 'strict' }, { rules })
}

/** `FILE:LINE RULE` → words of the message: `expect-finding: RULE: words of the message` on the line before. */
function expectations(id: string, form: string, tree: Tree): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (place: string, words: string | undefined): void => {
    found.set(place, [...found.get(place) ?? [], ...words ? [words.trim()] : []])
  }
  for (const path of tree.paths) {
    const lines = (tree.text(path) ?? '').split('\n')
    for (const [index, line] of lines.entries()) {
      const match = /expect-finding: ([a-z-]+)(?:: (.*?))?\s*(?:-->|\*@|\*\/|(?:--)?%>|--\}\}|#\}|\?>|$)/.exec(line)
      if (!match) continue
      let code = index + 1
      while (/expect-finding: /.test(lines[code] ?? '')) code++
      add(`${path}:${code + 1} ${match[1]}`, match[2])
    }
  }
  const file = join(folder, id, form, 'expected.json')
  const listed = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> : {}
  for (const [place, words] of Object.entries(listed)) add(place, words)
  return found
}

describe.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))('%s', (_, scenario) => {
  const { id, forms, nearMisses, detect, only } = scenario

  it('has forms of several stacks, and a near miss', () => {
    expect(scenario.rules.filter((rule) => !known.has(rule)), 'rules that do not exist').toEqual([])
    expect(new Set(forms.map((form) => stackOf(form).name)).size, 'stacks').toBeGreaterThanOrEqual(detect === 'not-detectable' ? 1 : 3)
    expect(nearMisses.length, 'near misses').toBeGreaterThan(0)
    if (detect === 'not-detectable') expect(scenario.notChecked).toBeTruthy()
    else {
      const kinds = new Set(forms.map((form) => stackOf(form).kind))
      expect([...kinds].sort()).toEqual(only ? [only] : expect.arrayContaining(['components', 'page', 'server']))
    }
  })

  it.each(forms)('%s', (form) => {
    const tree = treeOf(id, form)
    const report = reportOf(tree)
    expect(report.problems).toEqual([])
    const expected = expectations(id, form, tree)
    const found = report.findings.filter(({ ruleId }) => scenario.rules.includes(ruleId))
    const places = new Set(found.map(({ file, span, ruleId }) => `${file}:${lineOf(tree, file, span.start)} ${ruleId}`))
    expect([...places].sort(), found.map(({ message }) => message).join('\n')).toEqual([...expected.keys()].sort())
    if (scenario.rules.length > 0) expect(places.size, 'findings').toBeGreaterThan(0)
    for (const [place, words] of expected) {
      const messages = found.filter(({ file, span, ruleId }) => `${file}:${lineOf(tree, file, span.start)} ${ruleId}` === place)
        .map(({ message, help }) => `${message} ${help}`).join('\n')
      for (const each of words) expect(messages, place).toContain(each)
    }
    if (scenario.notChecked) expect(report.notChecked.join('\n')).toContain(scenario.notChecked)
  })

  it.each(nearMisses)('%s', (form) => {
    const report = reportOf(treeOf(id, form))
    const found = report.findings.filter(({ ruleId }) => scenario.rules.includes(ruleId))
    expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([])
    if (scenario.notChecked && detect === 'not-detectable') expect(report.notChecked.join('\n')).not.toContain(scenario.notChecked)
  })
})
