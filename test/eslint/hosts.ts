/** Every way in which ESLint runs our rules: flat and eslintrc, versions 8.57, 9 and 10. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Plugin } from '../../src/eslint/plugin.js'
import * as parser from '../../src/eslint/parser.js'

const require = createRequire(import.meta.url)

/** A message as all versions have it. `line` and `column` are 1-based, `endColumn` is exclusive. */
export interface Message {
  file: string
  ruleId: string | null
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  suppressed: boolean
}

interface RawMessage extends Omit<Message, 'file' | 'suppressed'> {
  fatal?: boolean
}

interface Result {
  filePath: string
  messages: RawMessage[]
  suppressedMessages: RawMessage[]
}

interface Runner {
  lintFiles(patterns: string[]): Promise<Result[]>
  lintText(code: string, options: { filePath: string }): Promise<Result[]>
}

type RunnerClass = new (options: Record<string, unknown>) => Runner

const versions: Record<8 | 9 | 10, string> = { 8: 'eslint-8', 9: 'eslint-9', 10: 'eslint' }

/** What a configuration of a user says beside ours. */
export interface HostOptions {
  preset?: 'recommended' | 'strict'
  settings?: Record<string, unknown>
  /** Further flat configurations, before ours; not for eslintrc. */
  before?: Record<string, unknown>[]
  rules?: Record<string, unknown>
}

export interface Host {
  name: string
  /** Lints all files of a folder that our configurations name. */
  lint(folder: string, plugin: Plugin, options?: HostOptions): Promise<Message[]>
  /** Lints one file with a text that need not be on the disk. */
  lintText(folder: string, path: string, text: string, plugin: Plugin, options?: HostOptions): Promise<Message[]>
}

const typescriptParser: unknown = require('@typescript-eslint/parser')

/** eslintrc loads parsers by path and cannot load TypeScript: this file hands over the parser of the sources. */
const parserShim = ((): string => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pixelward-parser-'))
  const path = join(folder, 'parser.cjs')
  Object.assign(globalThis, { pixelwardParserUnderTest: parser })
  writeFileSync(path, 'module.exports = globalThis.pixelwardParserUnderTest\n')
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return path
})()

function flatConfiguration(plugin: Plugin, version: 8 | 9 | 10, options: HostOptions): Record<string, unknown>[] {
  const preset = options.preset ?? 'recommended'
  const scripts = plugin.configs[`flat/${preset}`]
  const { configs } = plugin
  const ours = preset === 'strict' ? [configs['flat/html-strict'], configs['flat/containers-strict']]
    : [configs['flat/html'], configs['flat/containers']]
  // ESLint 8 has no languages: there a page is read by the parser.
  const read = ours.map(({ language, ...rest }) => (
    { ...rest, ...(version === 8 ? { languageOptions: { parser: plugin.parsers['parser'] } } : { language }) }))
  return [
    {
      files: scripts.files,
      languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    ...(options.before ?? []),
    { ...scripts },
    ...read,
    { settings: options.settings ?? {} },
    ...(options.rules ? [{ files: ['**/*'], rules: options.rules }] : []),
  ]
}

function filesOf({ configs }: Plugin): string[] {
  return [...configs['flat/recommended'].files, ...configs['flat/html'].files, ...configs['flat/containers'].files]
}

function flatHost(version: 8 | 9 | 10): Host {
  const runner = (folder: string, plugin: Plugin, options: HostOptions): Runner => {
    const name = version === 8 ? 'eslint-8/use-at-your-own-risk' : versions[version]
    const module = require(name) as Record<string, RunnerClass>
    const Runner = module[version === 8 ? 'FlatESLint' : 'ESLint'] as RunnerClass
    const overrideConfig = flatConfiguration(plugin, version, options)
    return new Runner({ cwd: folder, overrideConfigFile: true, overrideConfig })
  }
  return hostOf(`ESLint ${version}, flat`, runner, filesOf)
}

function legacyHost(version: 8 | 9): Host {
  const runner = (folder: string, plugin: Plugin, options: HostOptions): Runner => {
    const module = require(version === 8 ? 'eslint-8' : 'eslint-9/use-at-your-own-risk') as Record<string, RunnerClass>
    const Runner = module[version === 8 ? 'ESLint' : 'LegacyESLint'] as RunnerClass
    const own = plugin.configs[`legacy-${options.preset ?? 'recommended'}`]
    return new Runner({
      cwd: folder,
      useEslintrc: false,
      plugins: { pixelward: plugin },
      overrideConfig: {
        root: true,
        parser: require.resolve('@typescript-eslint/parser'),
        parserOptions: { ecmaVersion: 2022, sourceType: 'module', ecmaFeatures: { jsx: true } },
        plugins: own.plugins,
        // Unlike flat configurations, eslintrc leaves out names that begin with a dot unless it is told.
        ignorePatterns: ['!**/.*'],
        rules: { ...own.rules, ...options.rules },
        overrides: own.overrides.map((override) => ({ ...override, parser: parserShim })),
        settings: { ...own.settings, ...options.settings },
      },
    })
  }
  return hostOf(`ESLint ${version}, eslintrc`, runner, filesOf)
}

function hostOf(
  name: string,
  runner: (folder: string, plugin: Plugin, options: HostOptions) => Runner,
  patterns: (plugin: Plugin) => string[],
): Host {
  return {
    name,
    async lint(folder, plugin, options = {}) {
      // Frameworks that need a parser of their own in ESLint are not part of these tests.
      const files = patterns(plugin).filter((pattern) => !/\.(vue|svelte|astro)$/.test(pattern))
      const present = existing(folder, files)
      return present.length === 0 ? [] : messagesOf(folder, await runner(folder, plugin, options).lintFiles(present))
    },
    async lintText(folder, path, text, plugin, options = {}) {
      return messagesOf(folder, await runner(folder, plugin, options).lintText(text, { filePath: join(folder, path) }))
    },
  }
}

/** ESLint complains of patterns without a file. */
function existing(folder: string, patterns: string[]): string[] {
  const glob = require('fast-glob') as { sync(patterns: string[], options: object): string[] }
  return glob.sync(patterns, { cwd: folder, dot: true, ignore: ['**/node_modules/**'] }).sort()
}

function messagesOf(folder: string, results: Result[]): Message[] {
  return results
    .flatMap(({ filePath, messages, suppressedMessages }) => {
      const file = relative(folder, filePath).split(sep).join('/')
      const fatal = messages.find((message) => message.fatal)
      if (fatal) throw new Error(`${file}:${fatal.line}: ${fatal.message}`)
      return [
        ...messages.map((message) => ({ message, suppressed: false })),
        ...suppressedMessages.map((message) => ({ message, suppressed: true })),
      ]
        .map(({ message: { ruleId, message, line, column, endLine, endColumn }, suppressed }) => (
          { file, ruleId, message, line, column, endLine, endColumn, suppressed }))
    })
    .sort((left, right) =>
      left.file < right.file ? -1 : left.file > right.file ? 1 : left.line - right.line || left.column - right.column)
}

export const hosts: Host[] = [flatHost(10), flatHost(9), flatHost(8), legacyHost(9), legacyHost(8)]

/** Writes files into a new folder that goes when the test is over; absolute path. */
export function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pixelward-eslint-'))
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
