/**
 * Settings in `.properties` and YAML files of a module, as one flat table.
 * https://docs.spring.io/spring-boot/reference/features/external-config.html
 */
import { parseAllDocuments } from 'yaml'
import { HOLE } from '../../parse/hole.js'
import { baseNameOf } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'

export interface Properties {
  /** The value of the first of the keys that is set; null when none is. Words of a key may be joined or apart. */
  get(...keys: readonly string[]): string | null
  /** A text with its `${name}` and `${name:default}` filled in; HOLE for what is not known. */
  filled(text: string): string
}

/** Settings of these files; the first that sets a key wins. */
export function readProperties(host: FrameworkHost, files: readonly string[]): Properties {
  const table = new Map<string, string>()
  for (const file of files) {
    const text = host.text(file) ?? ''
    for (const [key, value] of /\.properties$/i.test(file) ? lines(text) : documents(text)) {
      const name = relaxed(key)
      if (!table.has(name)) table.set(name, value)
    }
  }
  const get = (...keys: readonly string[]): string | null => keys.map((key) => table.get(relaxed(key))).find((value) => value !== undefined) ?? null
  const filled = (text: string, depth = 0): string => text.replace(/[$#]\{([^{}:]+)(?::([^{}]*))?\}/g, (_, name: string, otherwise: string | undefined) => {
    const value = get(name.trim()) ?? otherwise
    return value === undefined || depth > 5 ? HOLE : filled(value, depth + 1)
  })
  return { get: (...keys) => { const value = get(...keys); return value === null ? null : filled(value) }, filled: (text) => filled(text) }
}

/** The files of a module that are read, those without a profile first. */
export function propertyFiles(files: readonly string[], names = /^(?:application|bootstrap)$/): string[] {
  const found = files.flatMap((file) => {
    const match = /^(.*?)(?:-([\w-]+))?\.(?:properties|ya?ml)$/i.exec(baseNameOf(file))
    if (!match || !names.test(match[1] as string) || /(^|\/)(?:test|target|build|bin|out)\//.test(file)) return []
    return [{ file, rank: (match[2] === undefined ? 0 : 2) + (/\/resources\/[^/]+$/.test(file) ? 0 : 1) }]
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ file }) => file)
}

/** `context-path`, `contextPath` and `context_path` are one. */
function relaxed(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '')
}

function lines(text: string): [string, string][] {
  return text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/).flatMap((line): [string, string][] => {
    const match = /^\s*([^#!\s=:][^\s=:]*)\s*[=: ]\s*(.*?)\s*$/.exec(line)
    return match ? [[match[1] as string, match[2] as string]] : []
  })
}

function documents(text: string): [string, string][] {
  try {
    return parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false }).flatMap((document) => flat(document.toJS({ maxAliasCount: 100 }), ''))
  } catch {
    return []
  }
}

function flat(value: unknown, prefix: string): [string, string][] {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object') ? [[prefix, value.join(',')]] : []
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => flat(inner, prefix === '' ? key : `${prefix}.${key}`))
  }
  return value === null || value === undefined ? [] : [[prefix, String(value)]]
}
