/** The plugin's configurations: flat ones for scripts, for pages and for containers, and two for eslintrc. */
import { presetSetting } from './project/root.js'
import type { RuleDescription } from './rule.js'

export type Preset = 'recommended' | 'strict'

/** How much the rules tell; absent: what `recommended` does. */
type PresetSettings = { [presetSetting]: 'strict' }

type RuleEntries = Record<string, 'error'>

export interface FlatConfig {
  name: string
  files: string[]
  plugins: Record<string, object>
  language?: string
  settings?: PresetSettings
  rules: RuleEntries
}

export interface LegacyConfig {
  plugins: string[]
  settings?: PresetSettings
  rules: RuleEntries
  overrides: { files: string[]; parser: string }[]
}

/** Files ESLint reads as scripts, by itself or with the parser of their framework. */
const scripts = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro']

/** Pages and templates of server languages. */
const pages = (
  'html htm xhtml shtml shtm php phtml inc tpl tmpl twig j2 jinja jinja2 njk liquid hbs handlebars mustache ' +
  'erb rhtml ejs eta heex eex leex jsp jspf jspx tag tagx gsp aspx ascx master asp cshtml vbhtml razor ' +
  'gohtml gotmpl cfm cfc ftl ftlh vm vtl smarty pug jade haml slim'
).split(' ')

/** Exports of containers under the names that people give them; other JSON is left to plugins for JSON. */
const containers = ['GTM-*.json', 'gtm-*.json', '*gtm-container*.json']

export const scriptFiles = scripts.map((extension) => `**/*.${extension}`)
export const pageFiles = pages.map((extension) => `**/*.${extension}`)
export const containerFiles = containers.map((name) => `**/${name}`)

function rulesOf(rules: readonly RuleDescription[], preset: Preset): RuleEntries {
  const enabled = rules.filter(({ presets }) => presets.includes(preset))
  return Object.fromEntries(enabled.map(({ id }) => [`pixelward/${id}`, 'error']))
}

function settingsOf(preset: Preset): { settings?: PresetSettings } {
  return preset === 'strict' ? { settings: { [presetSetting]: 'strict' } } : {}
}

export type FlatConfigs = Record<
  | 'flat/recommended' | 'flat/strict' | 'flat/html' | 'flat/html-strict' | 'flat/containers' | 'flat/containers-strict'
  | 'flat/standalone',
  FlatConfig
>
export type LegacyConfigs = Record<'legacy-recommended' | 'legacy-strict', LegacyConfig>

/** @param plugin the plugin itself: flat configurations hold it, and it holds them */
export function flatConfigs(rules: readonly RuleDescription[], plugin: object): FlatConfigs {
  const plugins = { pixelward: plugin }
  const forScripts = (preset: Preset): FlatConfig => ({
    name: `pixelward/flat/${preset}`,
    files: scriptFiles,
    plugins,
    ...settingsOf(preset),
    rules: rulesOf(rules, preset),
  })
  const readByUs = (name: string, files: string[], preset: Preset): FlatConfig => ({
    name: `pixelward/flat/${name}`,
    files,
    plugins,
    language: 'pixelward/html',
    ...settingsOf(preset),
    rules: rulesOf(rules, preset),
  })
  return {
    'flat/recommended': forScripts('recommended'),
    'flat/strict': forScripts('strict'),
    'flat/html': readByUs('html', pageFiles, 'recommended'),
    'flat/html-strict': readByUs('html-strict', pageFiles, 'strict'),
    'flat/containers': readByUs('containers', containerFiles, 'recommended'),
    'flat/containers-strict': readByUs('containers-strict', containerFiles, 'strict'),
    // ESLint by itself reads neither TypeScript nor JSX nor components: for projects where nothing else is linted.
    'flat/standalone': readByUs('standalone', [...scriptFiles, ...pageFiles, ...containerFiles], 'recommended'),
  }
}

/** @param parser what eslintrc resolves to our parser: the name of its export, or its path */
export function legacyConfigs(rules: readonly RuleDescription[], parser: string): LegacyConfigs {
  const legacy = (preset: Preset): LegacyConfig => ({
    plugins: ['pixelward'],
    ...settingsOf(preset),
    rules: rulesOf(rules, preset),
    overrides: [{ files: [...pages.map((extension) => `*.${extension}`), ...containers], parser }],
  })
  return { 'legacy-recommended': legacy('recommended'), 'legacy-strict': legacy('strict') }
}
