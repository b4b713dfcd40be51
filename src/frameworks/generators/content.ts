/** Content files of site generators: what stands before their text, and the paths that are made of it. */
import { frontMatterOf, readSettings, type Settings } from '../../parse/settings.js'
import type { FrameworkHost } from '../framework.js'
import { extensionOf, routePath } from '../paths.js'

export type { Settings } from '../../parse/settings.js'

export const MARKDOWN: ReadonlySet<string> = new Set(['md', 'markdown', 'mkdown', 'mkdn', 'mkd', 'mdown', 'mdx'])

/** One plain line of YAML; anything else is left to the parser. */
const PLAIN = /^([A-Za-z_][\w-]*):(?:[ \t]+(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([A-Za-z/][\w ./-]*)))?[ \t]*$/

/** Reads front matter, each file once. */
export class FrontMatter {
  private readonly known = new Map<string, Settings | null>()

  constructor(private readonly host: FrameworkHost) {}

  /** Null for a file without any. */
  of(file: string): Settings | null {
    let found = this.known.get(file)
    if (found === undefined) {
      const text = this.host.text(file) ?? ''
      found = plainFrontMatter(text) ?? frontMatterOf(text)
      this.known.set(file, found)
    }
    return found
  }
}

/** The common case without a parser: a site has thousands of pages, and most say five plain things. */
function plainFrontMatter(text: string): Settings | null {
  const block = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)
  if (!block || block.index !== 0) return null
  const found: Record<string, unknown> = {}
  for (const line of (block[1] as string).split(/\r?\n/)) {
    if (line === '') continue
    const match = PLAIN.exec(line)
    if (!match || /^(?:true|false|yes|no|on|off|null|y|n)$/i.test(match[4]?.trim() ?? '')) return null
    found[match[1] as string] = match[2] ?? match[3] ?? match[4]?.trim() ?? null
  }
  return found
}

export function settingsOf(host: FrameworkHost, file: string): Settings {
  return readSettings(file, host.text(file) ?? '')
}

/** A value below a path of keys; case does not matter, as in configurations of Hugo. */
export function settingAt(settings: Settings, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => {
    if (!isSettings(at)) return undefined
    return at[key] ?? Object.entries(at).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
  }, settings)
}

export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, or null. */
export function textAt(settings: Settings, ...keys: readonly string[]): string | null {
  const value = settingAt(settings, ...keys)
  return typeof value === 'string' ? value : null
}

/** The texts of a list, of one text, or none. */
export function textsAt(settings: Settings, ...keys: readonly string[]): string[] {
  const value = settingAt(settings, ...keys)
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')
}

/** A folder as a configuration writes it (`./src/`, `src`), relative to what it counts from. */
export function folderName(text: string): string {
  return text.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '').replace(/^\.$/, '')
}

/** `Our Team & You` → `our-team-you`. */
export function slugOf(text: string): string {
  return text.toLowerCase().replace(/['’]/g, '').replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '')
}

/** A file name without its last extension, with its directories. */
export function withoutExtension(path: string): string {
  const extension = extensionOf(path)
  return extension === '' ? path : path.slice(0, -extension.length - 1)
}

/** The path of an address as a page writes it about itself: without origin, query and `index.html`. */
export function addressPath(text: string): string {
  const path = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  return routePath(path.replace(/(^|\/)index\.html?$/i, '$1'))
}

/** `2024-03-01-flu-season` → the date's parts and `flu-season`; null without a date in front. */
export function datedName(name: string): { year: string; month: string; day: string; rest: string } | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name)
  if (!match) return null
  const [, year = '', month = '', day = '', rest = ''] = match
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0'), rest }
}

/** A whole page and no piece of one. */
export function isDocument(text: string): boolean {
  return /<!doctype html|<html[\s>]|<body[\s>]/i.test(text)
}

/** Files below a directory that no nested application answers for. */
export function filesBelow(host: FrameworkHost, directory: string, nested: readonly string[]): string[] {
  const inner = nested.filter((other) => other !== directory && (directory === '' || other.startsWith(`${directory}/`)))
  return host.under(directory).filter((file) => !inner.some((other) => file.startsWith(`${other}/`)))
}
