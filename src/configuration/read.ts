/**
 * Text or value → configuration. Mistakes come back as problems with file and line, so that a host can show them all;
 * `requireConfiguration` turns them into one error.
 */
import type { Configuration } from './configuration.js'
import { defaultConfiguration } from './configuration.js'
import type { ConfigurationDocument, KeyPath } from './document.js'
import { documentOf, readDocument } from './document.js'
import { UsageError } from './usage-error.js'
import { findMistakes } from './validate.js'

/** File names a configuration is looked for under, at the root of a project. `package.json` counts by its key. */
export const configurationNames = [
  'pixelward.config.json',
  'pixelward.config.jsonc',
  'pixelward.config.yaml',
  'pixelward.config.yml',
] as const

/** The key of `package.json`, and of ESLint's `settings`. */
export const configurationKey = 'pixelward'

/** `line` is 1-based; 0 when the configuration has no text of its own. */
export interface ConfigurationProblem {
  file: string
  line: number
  message: string
}

export interface ReadConfiguration {
  configuration: Configuration
  problems: ConfigurationProblem[]
}

/** Called only with values the schema accepts. */
function normalise(value: Partial<Configuration> & { rules?: Record<string, string> }): Configuration {
  const known = Object.keys(defaultConfiguration).filter((key) => Object.hasOwn(value, key))
  const given = Object.fromEntries(known.map((key) => [key, value[key as keyof Configuration]]))
  const rules: Configuration['rules'] = {}
  for (const [rule, severity] of Object.entries(value.rules ?? {})) {
    rules[rule] = severity === 'off' || severity === 'error' ? severity : 'warning'
  }
  return { ...defaultConfiguration, ...given, rules }
}

function below(document: ConfigurationDocument, key: string): ConfigurationDocument | undefined {
  const { value } = document
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  const line = (path: KeyPath): number => document.line([key, ...path])
  return { value: (value as Record<string, unknown>)[key], line, errors: [] }
}

function read(document: ConfigurationDocument, file: string): ReadConfiguration {
  const isEmpty = document.value === undefined || document.value === null
  // A text that cannot be read is not also held against the schema.
  const mistakes = document.errors.length > 0 ? document.errors : isEmpty ? [] : findMistakes(document)
  const problems = mistakes.map(({ line, message }) => ({ file, line, message }))
  if (problems.length > 0 || isEmpty) return { configuration: defaultConfiguration, problems }
  return { configuration: normalise(document.value as Partial<Configuration>), problems }
}

/**
 * Reads a configuration file. `name` is shown in problems and says the language: YAML for `.yaml` and `.yml`, else
 * JSON with comments; of a `package.json` the key `pixelward` is read (the defaults when there is none).
 * An empty file is a configuration that says nothing.
 */
export function readConfiguration(name: string, text: string): ReadConfiguration {
  const document = readDocument(name, text)
  if (!/(^|[\\/])package\.json$/.test(name)) return read(document, name)
  // Whatever else is wrong with a package.json is not for us to say.
  return read(below(document, configurationKey) ?? documentOf(undefined), name)
}

/** True when this text of a `package.json` has the key `pixelward`. */
export function packageHasConfiguration(text: string): boolean {
  return text.includes(`"${configurationKey}"`) && below(readDocument('package.json', text), configurationKey) !== undefined
}

/** Reads a configuration from a value, for example ESLint's `settings.pixelward`. `origin` is shown in problems. */
export function configurationFromObject(value: unknown, origin: string): ReadConfiguration {
  return read(documentOf(value), origin)
}

/** `pixelward.config.json:4: routes[0].class is "secret"; allowed: portal, login, …` */
export function describeProblem(problem: ConfigurationProblem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file
  return `${place}: ${problem.message}`
}

/**
 * The configuration when nothing is wrong with it.
 *
 * @throws UsageError naming every mistake.
 */
export function requireConfiguration({ configuration, problems }: ReadConfiguration): Configuration {
  if (problems.length === 0) return configuration
  throw new UsageError(problems.map(describeProblem).join('\n'))
}
