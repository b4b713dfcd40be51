/** The types of the plugin fit those of ESLint, for configurations that are written in TypeScript. */
import type { ESLint as ESLint10, Linter as Linter10 } from 'eslint'
import type { ESLint as ESLint9, Linter as Linter9 } from 'eslint-9'
import { expect, test } from 'vitest'
import { rules } from '../../rules/all.js'
import { createPlugin } from '../../src/eslint/plugin.js'

const plugin = createPlugin({ rules, createEngine: () => () => { throw new Error('not asked in these tests') } })

test('they are checked by the compiler; at run time there is nothing to see', () => {
  const ten: ESLint10.Plugin = plugin
  const nine: ESLint9.Plugin = plugin
  const configurationsOfTen: Linter10.Config[] = [plugin.configs['flat/recommended'], plugin.configs['flat/html']]
  const configurationsOfNine: Linter9.Config[] = [plugin.configs['flat/recommended'], plugin.configs['flat/html']]
  const legacy: Linter9.LegacyConfig = plugin.configs['legacy-recommended']
  expect([ten, nine, configurationsOfTen, configurationsOfNine, legacy]).toHaveLength(5)
})
