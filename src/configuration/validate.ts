/** Checks a configuration against the published schema and words what is wrong with it. */
import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { trackers } from '../trackers/index.js'
import type { Configuration } from './configuration.js'
import type { ConfigurationDocument, KeyPath } from './document.js'
import { nearest } from './nearest.js'

const load = createRequire(import.meta.url)
let validate: ValidateFunction | undefined

function validator(): ValidateFunction {
  if (validate) return validate
  const { Ajv } = load('ajv') as typeof import('ajv')
  // By the package's own name: the schema lies at the same place for the sources and for what is built from them.
  const schema = load('eslint-plugin-pixelward/schema/config.schema.json') as object
  validate = new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema)
  return validate
}

/** `routes[0].class`; empty for the top. */
export function describePath(path: KeyPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')
}

function pathOf(pointer: string, value: unknown): KeyPath {
  let current: unknown = value
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replace(/~1/g, '/').replace(/~0/g, '~')
      const inList = Array.isArray(current)
      if (typeof current === 'object' && current !== null) current = (current as Record<string, unknown>)[key]
      return inList ? Number(key) : key
    })
}

/** A value as one would write it, short. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

const typeNames: Record<string, string> = {
  array: 'a list ([…])',
  object: 'an object ({…})',
  string: 'a text ("…")',
  boolean: 'true or false',
}

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return []
  return Object.keys(schema.properties as object).filter((key) => key !== '$schema')
}

/** The sentence for one error and the path it is about; undefined for errors that only say that others exist. */
function word(error: ErrorObject, path: KeyPath): { path: KeyPath; message: string } | undefined {
  const name = describePath(path) || 'the configuration'
  const parameters = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(parameters['additionalProperty'])
      const known = keysOf(error.parentSchema)
      const near = nearest(key, known)
      const where = path.length > 0 ? ` in ${name}` : ''
      const what = path.length === 1 && path[0] === 'rules' ? 'rule' : 'key'
      const hint = near === undefined ? '' : `; did you mean "${near}"?`
      return { path: [...path, key], message: `unknown ${what} "${key}"${where}${hint || `; known: ${known.join(', ')}`}` }
    }
    case 'enum': {
      const allowed = (parameters['allowedValues'] as unknown[]).map(String)
      const near = typeof error.data === 'string' ? nearest(error.data, allowed) : undefined
      const hint = near === undefined ? '' : ` (did you mean "${near}"?)`
      return { path, message: `${name} is ${show(error.data)}${hint}; allowed: ${allowed.join(', ')}` }
    }
    case 'type': {
      const type = String(parameters['type'])
      if (type === 'null') return undefined
      return { path, message: `${name} is ${show(error.data)}; it must be ${typeNames[type] ?? type}` }
    }
    case 'required': {
      // Of `path` and `files` one is wanted; the error of `oneOf` says so.
      if (error.schemaPath.includes('/oneOf/')) return undefined
      return { path, message: `${name} has no "${String(parameters['missingProperty'])}"` }
    }
    case 'oneOf':
      return { path, message: `${name} needs one of "path" (a glob on route paths) and "files" (a glob on files)` }
    case 'pattern':
      return { path, message: `${name} is ${show(error.data)}; a route path begins with "/"` }
    case 'minLength':
      return { path, message: `${name} is empty` }
    case 'minItems':
      return { path, message: `${name} is empty; name at least one` }
    default:
      return undefined
  }
}

/** Declared trackers that nothing will ever be compared with, because there are none of that id. */
function unknownTrackers(document: ConfigurationDocument): { line: number; message: string }[] {
  const { allow } = document.value as Partial<Configuration>
  const ids = trackers.map(({ id }) => id)
  return (allow ?? []).flatMap(({ tracker }, index) => {
    if (ids.includes(tracker)) return []
    const near = nearest(tracker, ids)
    const hint = near === undefined ? '"pixelward inventory" prints the ids' : `did you mean "${near}"?`
    const path = ['allow', index, 'tracker']
    return [{ line: document.line(path), message: `${describePath(path)} is "${tracker}", which is no tracker; ${hint}` }]
  })
}

/** Everything that is wrong with a document, each with its 1-based line (0 when it has no text). */
export function findMistakes(document: ConfigurationDocument): { line: number; message: string }[] {
  const check = validator()
  if (check(document.value)) return unknownTrackers(document)
  const mistakes = new Map<string, { line: number; message: string }>()
  for (const error of check.errors ?? []) {
    const worded = word(error, pathOf(error.instancePath, document.value))
    if (!worded || mistakes.has(worded.message)) continue
    mistakes.set(worded.message, { line: document.line(worded.path), message: worded.message })
  }
  if (mistakes.size === 0) mistakes.set('', { line: 1, message: 'this is not what a configuration looks like' })
  return [...mistakes.values()].sort((left, right) => left.line - right.line)
}
