/** YAML files of a tree as plain data. */
import { parse } from 'yaml'
import type { FrameworkHost } from './framework.js'

export type Mapping = Readonly<Record<string, unknown>>

/** The top of a file when it is a mapping; empty for anything else, whatever the text. */
export function yamlMapping(host: FrameworkHost, file: string): Mapping {
  const text = host.text(file)
  if (text === undefined) return {}
  try {
    // Frameworks' own tags (`!php/const`) stand for what only a run knows: their text is kept.
    return mapping(parse(text, { logLevel: 'silent', uniqueKeys: false, maxAliasCount: 100 }) as unknown)
  } catch {
    return {}
  }
}

export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {}
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, or null. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The texts of a list, of one text, or none. */
export function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')
}
