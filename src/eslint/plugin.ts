/** Puts the plugin together: https://eslint.org/docs/latest/extend/plugins */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createAsk } from './project/answer.js'
import { flatConfigs, legacyConfigs, type FlatConfigs, type LegacyConfigs } from './configs.js'
import type { EslintRule } from './host.js'
import { language } from './language.js'
import type { CreateEngine } from './project/live-project.js'
import { parse, parseForESLint, meta as parserMeta } from './parser.js'
import { eslintRule, type RuleDescription } from './rule.js'
import { projectConfigs, type ProjectOptions } from './project/with-project.js'

export interface Plugin {
  meta: { name: string; version: string; namespace: string }
  rules: Record<string, EslintRule>
  languages: { html: typeof language }
  parsers: Record<string, object>
  configs: FlatConfigs & LegacyConfigs
  /** Flat configurations with the state of the project in them, for `--cache`. */
  withProject(options?: ProjectOptions): object[]
}

/** Our namespace stands in front of every rule’s name, in configurations, comments and messages. */
const namespace = 'pixelward'

// By the package’s own name: it lies at the same place for the sources and for what is built from them.
const { version } = createRequire(import.meta.url)('eslint-plugin-pixelward/package.json') as { version: string }

const ownParser = fileURLToPath(new URL('./parser.js', import.meta.url))

export interface PluginOptions {
  rules: readonly RuleDescription[]
  createEngine: CreateEngine
  /** What eslintrc loads as our parser. */
  parser?: string
  /** Milliseconds an answer may take; by default none in a run, two seconds in an editor. */
  budget?: number
}

/** @param options `parser` is a path by default, for that resolves from wherever a configuration stands */
export function createPlugin({ rules, createEngine, parser = ownParser, budget }: PluginOptions): Plugin {
  const ask = createAsk(createEngine, budget)
  const base: Omit<Plugin, 'configs' | 'withProject'> = {
    meta: { name: 'eslint-plugin-pixelward', version, namespace },
    rules: Object.fromEntries(rules.map((rule) => [rule.id, eslintRule(rule, ask)])),
    languages: { html: language },
    parsers: { parser: { meta: parserMeta, parse, parseForESLint } },
  }
  // Flat configurations hold the plugin that holds them: it is the same object before and after.
  const flat = flatConfigs(rules, base)
  return Object.assign(base, {
    configs: { ...flat, ...legacyConfigs(rules, parser) },
    withProject: (options: ProjectOptions = {}) => projectConfigs(flat, options, version),
  })
}
