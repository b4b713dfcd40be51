/** Templates by the names that views call them: looked for below directories, in their order. */
import { HOLE } from '../../parse/hole.js'
import { directoryOf } from '../../paths.js'
import type { Certainty } from '../../types.js'
import type { FrameworkHost } from '../framework.js'

export interface FoundTemplate {
  file: string
  certainty: Certainty
}

export class TemplateDirectories {
  private readonly byName = new Map<string, string | null>()

  /** `directories` without doubles, in the order in which names are looked for. */
  constructor(private readonly host: FrameworkHost, readonly directories: readonly string[]) {}

  /** The file of a name, the first directory's; null when there is none. */
  fileOf(name: string): string | null {
    let found = this.byName.get(name)
    if (found === undefined) {
      const clean = name.replace(/^\.?\/+/, '')
      found = this.directories.map((directory) => (directory === '' ? clean : `${directory}/${clean}`))
        .find((path) => this.host.has(path)) ?? null
      this.byName.set(name, found)
    }
    return found
  }

  has(name: string): boolean {
    return this.fileOf(name) !== null
  }

  /** The files a name may stand for; a HOLE in it may be anything. */
  find(name: string, certainty: Certainty): FoundTemplate[] {
    if (!name.includes(HOLE)) {
      const file = this.fileOf(name)
      return file === null ? [] : [{ file, certainty }]
    }
    if (name.replaceAll(HOLE, '').replace(/[./]|html/g, '').length < 2) return []
    const pattern =
      new RegExp(`^${name.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`)
    return this.all().filter((file) => pattern.test(this.nameOf(file) ?? ''))
      .map((file) => ({ file, certainty: 'possible' }))
  }

  /** What a file is called below its directory, the innermost. */
  nameOf(file: string): string | null {
    const around = this.directories.filter((directory) => directory === '' || file.startsWith(`${directory}/`))
    const inner = around.sort((a, b) => b.length - a.length)[0]
    return inner === undefined ? null : inner === '' ? file : file.slice(inner.length + 1)
  }

  /** All files below the directories. */
  all(): string[] {
    return [...new Set(this.directories.flatMap((directory) => this.host.under(directory)))]
      .filter((file) => TEMPLATE.test(file))
  }
}

const TEMPLATE = /\.(x?html?|jinja2?|j2|txt|xml|tpl|pt|djhtml|mako|haml|pug)$/i

/** The outermost directories with one of these names that hold templates, sorted: where packages keep theirs. */
export function directoriesNamed(host: FrameworkHost, root: string, names: readonly string[]): string[] {
  const found = new Set<string>()
  const before = root === '' ? 0 : root.split('/').length
  for (const file of host.under(root)) {
    if (!TEMPLATE.test(file) || !host.isProduct(file)) continue
    const segments = directoryOf(file).split('/')
    const at = segments.findIndex((segment, index) => index >= before && names.includes(segment))
    if (at >= 0) found.add(segments.slice(0, at + 1).join('/'))
  }
  return [...found].sort()
}

/** `{% extends "x" %}`, `{% include "x" %}` and the like, as far as their names are literal. */
const NAMES = /\{%[-+~]?\s*(?:extends|include|import|from|embed)\b([^%]*)%\}/g

/** Templates that no other one names. */
export function unnamedTemplates(host: FrameworkHost, templates: TemplateDirectories): string[] {
  const named = new Set<string>()
  const all = templates.all()
  for (const file of all) {
    for (const [, expression = ''] of (host.text(file) ?? '').matchAll(NAMES)) {
      for (const [, name] of expression.matchAll(/["']([^"']+)["']/g)) {
        if (name !== undefined) named.add(templates.fileOf(name) ?? '')
      }
    }
  }
  return all.filter((file) => !named.has(file))
}
