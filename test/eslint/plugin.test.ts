import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/all.js'
import type { FlatConfig, LegacyConfig } from '../../src/eslint/configs.js'
import { createPlugin } from '../../src/eslint/plugin.js'

const manifest = createRequire(import.meta.url)('eslint-plugin-pixelward/package.json') as {
  name: string
  version: string
  exports: Record<string, { default: string } | string>
}

const plugin = createPlugin({ rules, createEngine: () => () => { throw new Error('not asked in these tests') } })

test('says who it is', () => {
  expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'pixelward' })
})

test('every rule of the engine is a rule of the plugin, in `strict`, and says where it is documented', () => {
  expect(Object.keys(plugin.rules)).toEqual(rules.map(({ id }) => id))
  for (const [id, { meta }] of Object.entries(plugin.rules)) {
    expect(meta.docs.url).toMatch(new RegExp(`/docs/rules/${id}\\.md$`))
    expect(meta.schema).toMatchObject([{ additionalProperties: false }])
    expect(Object.keys(plugin.configs['flat/strict'].rules)).toContain(`pixelward/${id}`)
  }
})

describe('configurations', () => {
  const flat = Object.entries(plugin.configs).filter(([name]) => name.startsWith('flat/')) as [string, FlatConfig][]
  const legacy = Object.entries(plugin.configs).filter(([name]) => name.startsWith('legacy-')) as [string, LegacyConfig][]

  test('have the names that are promised', () => {
    expect(Object.keys(plugin.configs)).toEqual(
      expect.arrayContaining(['flat/recommended', 'flat/strict', 'flat/html', 'legacy-recommended', 'legacy-strict']),
    )
  })

  test.each(flat)('%s has a name, its files and the plugin itself', (name, config) => {
    expect(config.name).toBe(`pixelward/${name}`)
    expect(config.files.length).toBeGreaterThan(0)
    expect(config.plugins['pixelward']).toBe(plugin)
  })

  test('those for scripts can be loaded by ESLint 8.57, which knows no languages', () => {
    const known = ['files', 'name', 'plugins', 'rules']
    expect(Object.keys(plugin.configs['flat/recommended']).sort()).toEqual(known)
    expect(Object.keys(plugin.configs['flat/strict']).sort()).toEqual([...known, 'settings'])
    expect(plugin.configs['flat/html'].language).toBe('pixelward/html')
    expect(plugin.configs['flat/containers'].language).toBe('pixelward/html')
  })

  test.each(legacy)('%s reads pages with our parser and leaves scripts to the user’s', (_, config) => {
    expect(config).not.toHaveProperty('parser')
    const [pages] = config.overrides
    expect(pages?.files).toEqual(expect.arrayContaining(['*.html', '*.php', '*.cshtml']))
    expect(pages?.parser).toMatch(/parser\.js$/)
  })
})

test('the parser is exported by the package, for configurations that name it', () => {
  const path = manifest.exports['./parser']
  expect(path).toMatchObject({ default: './dist/bundle/parser.js' })
})

test('the configuration of this repository uses names that exist', () => {
  const text = readFileSync(new URL('../../.eslintrc.cjs', import.meta.url), 'utf8')
  for (const [, name = ''] of text.matchAll(/plugin:pixelward\/([\w-]+)/g)) expect(plugin.configs).toHaveProperty(name)
})
