/** The documents at the top are true: links lead somewhere, examples are valid, every rule and stage is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/all.js'
import { readConfiguration } from '../src/configuration/read.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/eslint.md', 'docs/pull-requests.md', 'docs/route-classes.md', 'docs/scenarios.md']
const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const manifest = JSON.parse(text('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string> }

describe.each(documents)('%s', (name) => {
  it('has links that lead to a file', () => {
    const links = [...text(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] as string)
    expect(links.filter((link) => !existsSync(join(root, name, '..', link)))).toEqual([])
  })

  it('names scripts that exist', () => {
    const named = [...text(name).matchAll(/npm (?:run )?(start|test|build|types|lint|unit|bench|documents)\b/g)].map((match) => match[1] as string)
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([])
  })
})

describe('README.md', () => {
  it('has the table that the rules make: run `npm run documents`', async () => {
    const { withRuleTable } = await import(pathToFileURL(join(root, 'tools', 'rule-table.mjs')).href) as {
      withRuleTable(text: string, all: typeof rules): string
    }
    expect(text('README.md')).toBe(withRuleTable(text('README.md'), rules))
    expect([...text('README.md').matchAll(/^\| \[`([a-z-]+)`\]/gm)].map((match) => match[1])).toEqual(rules.map(({ id }) => id))
  })

  it('shows a configuration without mistakes', () => {
    const example = /^```jsonc\n([\s\S]*?)^```$/m.exec(text('README.md'))?.[1]
    expect(example).toContain('"allow"')
    expect(readConfiguration('pixelward.config.jsonc', example as string).problems).toEqual([])
  })
})

describe('docs/scenarios.md', () => {
  it('says what the fixtures show, and no more: run `npm run documents`', async () => {
    const { readScenarios, scenarioPage } = await import(pathToFileURL(join(root, 'tools', 'scenario-page.mjs')).href) as {
      readScenarios(folder: string): object[]
      scenarioPage(scenarios: object[]): string
    }
    expect(text('docs/scenarios.md')).toBe(scenarioPage(readScenarios(join(root, 'fixtures', 'scenarios'))))
  })
})

describe('ARCHITECTURE.md', () => {
  it('names every part of src', () => {
    const parts = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${entry.name}/`)
    expect(parts.filter((part) => !text('ARCHITECTURE.md').includes(`      ${part}`))).toEqual([])
  })

  it('justifies every dependency', () => {
    const names = Object.keys(manifest.dependencies)
    expect(names.filter((name) => !text('ARCHITECTURE.md').includes(`\`${name}\``))).toEqual([])
  })

  it('and each is imported by the sources', () => {
    const sources = ['src', 'rules'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')))
    const unused = Object.keys(manifest.dependencies).filter((name) =>
      !sources.some((source) => source.includes(`from '${name}'`) || source.includes(`from '${name}/`)))
    expect(unused).toEqual([])
  })
})
