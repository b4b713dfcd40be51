/** The pages of the rules are complete, and their examples are true. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/all.js'
import { readConfiguration } from '../../src/configuration/read.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'

interface Example {
  kind: 'bad' | 'good'
  line: number
  files: Record<string, string>
}

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url))

/** Fenced blocks `LANGUAGE bad|good FILE`. Blocks of one kind with nothing but blank lines between are one project. */
function examplesOf(page: string): Example[] {
  const examples: Example[] = []
  let end = -1
  for (const match of page.matchAll(/^```\w+ (bad|good) (\S+)\n([\s\S]*?)^```$/gm)) {
    const [whole, kind, file, code] = match as unknown as [string, 'bad' | 'good', string, string]
    let example = examples.at(-1)
    const isSame = example?.kind === kind && !(file in example.files) && page.slice(end, match.index).trim() === ''
    if (example === undefined || !isSame) {
      example = { kind, line: page.slice(0, match.index).split('\n').length, files: {} }
      examples.push(example)
    }
    example.files[file] = code
    end = match.index + whole.length
  }
  return examples
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const path = `${folder}${id}.md`

  test('has a page that says why, what it cannot see and how to fix it', () => {
    expect(existsSync(path)).toBe(true)
    const page = readFileSync(path, 'utf8')
    expect(page.startsWith(`# ${id}\n`)).toBe(true)
    for (const heading of ['Examples', 'Why it matters', 'What it cannot see', 'How to fix it']) expect(page).toContain(`\n## ${heading}\n`)
    expect(page.replace(/\s+/g, ' ')).toContain(`Presets: ${rule.presets.map((preset) => `\`${preset}\``).join(', ')}.`)
    expect(new Set(examplesOf(page).map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']))
  })

  const examples = existsSync(path) ? examplesOf(readFileSync(path, 'utf8')) : []
  test.each(examples.map((example) => [`${example.kind}, line ${example.line}`, example] as const))('%s', (_, { kind, files }) => {
    const text = files['pixelward.config.json']
    const { configuration, problems } = readConfiguration('pixelward.config.json', text ?? '')
    expect(problems).toEqual([])
    const { findings } = run(memoryTree(files), { ...configuration, preset: 'strict' }, { rules: [rule] })
    if (kind === 'good') expect(findings.map(({ message }) => message)).toEqual([])
    else expect(findings.length).toBeGreaterThan(0)
  })
})
